<?xml version="1.0" encoding="UTF-8"?>
<!-- Several documents in one file: the texts of a `group`, the documents of a corpus, divisions that are documents. Each can be
     reached from a list at the head of the page, and has notes of its own, numbered from one where the source does not number
     them. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The documents of the file, where there are several. One that holds others (a group in a group) is none itself. -->
  <xsl:variable name="t:units" as="element()*">
    <xsl:variable name="texts" select="/*/descendant::text[not(group)]"/>
    <xsl:variable name="divisions" select="$texts//div[@type = 'document'][not(ancestor::div[@type = 'document'])]"/>
    <xsl:sequence select="
      if (count($texts) gt 1) then for $text in $texts return let $own := $divisions[ancestor::text[1] is $text] return if (count($own) gt 1) then $own else $text
      else if (count($divisions) gt 1) then $divisions
      else ()"/>
  </xsl:variable>

  <xsl:function name="t:is-unit" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($t:units) and exists($element intersect $t:units)"/>
  </xsl:function>

  <!-- The one that an element stands in; the root where there is one document alone, or it stands in none. -->
  <xsl:function name="t:unit" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="(if (exists($t:units)) then ($element/ancestor::* intersect $t:units) else (), root($element)/*)[1]"/>
  </xsl:function>

  <xsl:function name="t:unit-id" as="xs:string">
    <xsl:param name="unit" as="element()"/>
    <xsl:sequence select="string(($unit/parent::TEI[parent::*]/@xml:id, $unit/@xml:id)[1])"/>
  </xsl:function>

  <!-- Its title: the header's, where it has one of its own, else its first head, else its place. -->
  <xsl:function name="t:unit-title" as="xs:string">
    <xsl:param name="unit" as="element()"/>
    <xsl:variable name="head" select="($unit/head, $unit/body/(. | div[1])/head, $unit/front//titlePart, $unit/body/(lg | div[1]/lg)/head)[normalize-space()] => head()"/>
    <xsl:variable name="said" select="(
      $unit/parent::TEI[parent::*]/teiHeader/fileDesc/titleStmt/title[1] ! normalize-space(.),
      normalize-space(string-join($head//text()[not(ancestor::note or ancestor::fw or ancestor::del)])))[. ne '']"/>
    <xsl:sequence select="($said, t:word('Text') || ' ' || index-of($t:units ! generate-id(.), generate-id($unit)))[1]"/>
  </xsl:function>

  <!-- Whether its own text says its title. -->
  <xsl:function name="t:is-titled" as="xs:boolean">
    <xsl:param name="unit" as="element()"/>
    <xsl:sequence select="exists(($unit/head, $unit/body/(. | div[1])/head, $unit/front//titlePart, $unit/body/(lg | div[1]/lg)/head)[normalize-space()])"/>
  </xsl:function>

  <!-- Whether a head is that of a division of the text. -->
  <xsl:function name="t:is-of-division" as="xs:boolean">
    <xsl:param name="head" as="element(head)"/>
    <xsl:sequence select="exists($head/(parent::div | parent::body | parent::front | parent::back | parent::div1 | parent::div2 | parent::div3 | parent::div4
      | parent::div5 | parent::div6 | parent::div7))"/>
  </xsl:function>

  <!-- Notes -->

  <xsl:key name="footnotes" match="text//note[t:is-footnote(.)]" use="generate-id(t:unit(.))"/>

  <!-- The notes of one document of the file, or of what stands in none (the root). -->
  <xsl:function name="t:notes-of" as="element(note)*">
    <xsl:param name="unit" as="element()"/>
    <xsl:sequence select="key('footnotes', generate-id($unit), root($unit))"/>
  </xsl:function>

  <!-- The sign that calls a note, as printed; where there is none, its place among the notes. -->
  <xsl:function name="t:note-label" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="
      if ($note/@n) then string($note/@n)
      else string(count(t:notes-of(t:unit($note))[. &lt;&lt; $note]) + 1)"/>
  </xsl:function>

  <!-- What a pointer shows, which has no text of its own: the sign of the note that it calls, the document that it leads to. -->
  <xsl:function name="t:pointer-label" as="xs:string">
    <xsl:param name="pointer" as="element(ptr)"/>
    <xsl:sequence select="string(($pointer/@n, t:target($pointer/@target)/self::note/t:note-label(.), $pointer/@t:title, $pointer/@target)[1])"/>
  </xsl:function>

  <!-- In HTML: the list at the head of the page. -->

  <xsl:template name="t:contents">
    <xsl:if test="exists($t:units)">
      <nav class="contents" aria-label="{t:word('Documents on this page')}" data-generated="" lang="{$t:page-language}">
        <ol>
          <xsl:for-each select="$t:units">
            <li>
              <a href="#{t:unit-id(.)}">
                <xsl:value-of select="t:unit-title(.)"/>
              </a>
            </li>
          </xsl:for-each>
        </ol>
      </nav>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
