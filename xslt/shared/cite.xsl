<?xml version="1.0" encoding="UTF-8"?>
<!-- How to cite a document: Chicago, MLA, BibTeX and CSL-JSON, with the pages of the print. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:t="urn:teiencode:publishing"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:variable name="t:edition-year" as="xs:string" select="
    string((($t:header/fileDesc/publicationStmt/date/@when, $edition-date) ! substring(., 1, 4))[matches(., '^\d{4}$')][1])"/>

  <xsl:variable name="t:editors" as="xs:string*" select="tokenize($editor-list, '\n')[normalize-space()]"/>

  <!-- Names as a sentence has them: `A`, `A and B`, `A, B, and C`. -->
  <xsl:function name="t:and" as="xs:string">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:variable name="last" select="count($names)"/>
    <xsl:sequence select="
      if ($last le 2) then string-join($names, ' and ')
      else string-join($names[position() lt $last], ', ') || ', and ' || $names[$last]"/>
  </xsl:function>

  <xsl:template name="t:cite">
    <xsl:variable name="date" select="t:document-date($t:header)[not(contains($t:document-title, .))][. ne '']"/>
    <xsl:variable name="authors" select="t:and(t:creators($t:header)/self::author ! normalize-space(.))[. ne ''] ! (replace(., '\.$', '') || '. ')"/>
    <xsl:variable name="imprint" select="string-join(($publisher[. ne ''], $t:edition-year[. ne '']), ', ')"/>
    <xsl:variable name="many" select="contains($t:pages, '–')"/>
    <details class="cite" id="page-cite" data-generated="" lang="en">
      <summary lang="{$t:page-language}"><xsl:value-of select="t:word('Cite this document')"/></summary>
      <dl>
        <div>
          <dt>Chicago</dt>
          <dd>
            <xsl:value-of select="$authors || '“' || $t:document-title || ',” ' || $date ! (. || ', ')"/>
            <xsl:text>in </xsl:text>
            <cite>
              <xsl:value-of select="$edition-title"/>
            </cite>
            <xsl:value-of select="t:and($t:editors)[. ne ''] ! (', ed. ' || .), $imprint[. ne ''] ! ('(' || . || ')')" separator=" "/>
            <xsl:if test="$t:pages ne ''">, <span class="pages"><xsl:value-of select="$t:pages"/></span></xsl:if>
            <xsl:value-of select="$t:page-address[. ne ''] ! (', ' || .) || '.'"/>
          </dd>
        </div>
        <div>
          <dt>MLA</dt>
          <dd>
            <xsl:value-of select="$authors || '“' || $t:document-title || '.” ' || $date ! (. || '. ')"/>
            <cite>
              <xsl:value-of select="$edition-title"/>
            </cite>
            <xsl:value-of select="string-join((t:and($t:editors)[. ne ''] ! (', edited by ' || .), $imprint[. ne ''] ! (', ' || .)))"/>
            <xsl:if test="$t:pages ne ''">, <xsl:value-of select="if ($many) then 'pp. ' else 'p. '"/><span class="pages"><xsl:value-of select="$t:pages"/></span></xsl:if>
            <xsl:value-of select="$t:page-address[. ne ''] ! (', ' || .) || '.'"/>
          </dd>
        </div>
        <div>
          <dt>BibTeX</dt>
          <dd>
            <pre tabindex="0" role="region" aria-label="BibTeX"><xsl:value-of select="t:bibtex()"/></pre>
          </dd>
        </div>
        <div>
          <dt>CSL-JSON</dt>
          <dd>
            <pre tabindex="0" role="region" aria-label="CSL-JSON"><xsl:value-of select="serialize(array {t:csl()}, map {'method': 'json', 'indent': true()})"/></pre>
          </dd>
        </div>
        <div>
          <dt lang="{$t:page-language}"><xsl:value-of select="t:word('Records')"/></dt>
          <dd>
            <a href="{encode-for-uri($name)}.mods.xml" type="application/mods+xml">MODS</a>
            <xsl:text>, </xsl:text>
            <a href="{encode-for-uri($name)}.dc.xml" type="application/xml">Dublin Core</a>
          </dd>
        </div>
      </dl>
    </details>
  </xsl:template>

  <!-- Text for a field of BibTeX: what TeX reads as a command is escaped. -->
  <xsl:function name="t:tex" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="replace(replace(replace($text, '\\', '\\textbackslash '), '([&amp;%$#_{}])', '\\$1'), '([~^])', '\\$1{}')"/>
  </xsl:function>

  <xsl:function name="t:bibtex" as="xs:string">
    <xsl:variable name="fields" as="xs:string*" select="
      for $field in (
        ['author', string-join(t:creators($t:header) ! normalize-space(.) ! ('{' || t:tex(.) || '}'), ' and ')], ['title', '{' || t:tex($t:document-title) || '}'],
        ['booktitle', t:tex($edition-title)], ['editor', string-join($t:editors ! ('{' || t:tex(.) || '}'), ' and ')], ['publisher', t:tex($publisher)],
        ['year', $t:edition-year], ['pages', replace($t:pages, '–', '--')], ['note', t:tex(t:document-date($t:header))], ['url', $t:page-address])
      return string-join($field(2))[. ne ''] ! ('  ' || $field(1) || ' = {' || . || '}')"/>
    <xsl:sequence select="'@incollection{' || replace($name, '[^A-Za-z0-9_:.-]', '-') || ',&#10;' || string-join($fields, ',&#10;') || '&#10;}'"/>
  </xsl:function>

  <xsl:function name="t:date-parts" as="map(*)">
    <xsl:param name="iso" as="xs:string"/>
    <xsl:sequence select="map {'date-parts': array {array {tokenize($iso, '-') ! xs:integer(.)}}}"/>
  </xsl:function>

  <xsl:function name="t:csl" as="map(*)">
    <xsl:variable name="archive" select="$t:header/fileDesc/sourceDesc/msDesc[1]/msIdentifier/repository[1] ! normalize-space(.)[. ne '']"/>
    <xsl:sequence select="map:merge((
      map {'id': $name, 'type': 'chapter', 'title': $t:document-title, 'container-title': $edition-title, 'language': $t:language},
      if (exists(t:creators($t:header))) then map {'author': array {t:creators($t:header) ! map {'literal': normalize-space(.)}}} else (),
      if (exists($t:editors)) then map {'editor': array {$t:editors ! map {'literal': .}}} else (),
      $publisher[. ne ''] ! map {'publisher': .},
      $t:edition-year[. ne ''] ! map {'issued': t:date-parts(.)},
      $t:iso-date[. ne ''] ! map {'original-date': t:date-parts(.)},
      $t:pages[. ne ''] ! map {'page': .},
      $archive ! map {'archive': .},
      $t:page-address[. ne ''] ! map {'URL': .}))"/>
  </xsl:function>

</xsl:stylesheet>
