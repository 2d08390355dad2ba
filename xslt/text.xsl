<?xml version="1.0" encoding="UTF-8"?>
<!-- The reading text as plain text: a blank line between blocks, no furniture of the page, no deletions. A note is called by `[^1]`
     and stands below the text. Line ends of the source are kept in forms, addresses and signatures alone. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:import href="shared/identity.xsl"/>
  <xsl:import href="shared/wording.xsl"/>
  <xsl:import href="shared/title.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/">
    <xsl:variable name="text" as="xs:string*">
      <xsl:apply-templates select="/*/descendant-or-self::TEI/text"/>
    </xsl:variable>
    <xsl:variable name="notes" as="xs:string*">
      <xsl:for-each select="/*/descendant::text//note[t:is-footnote(.)][not(ancestor::fw or ancestor::del)]">
        <xsl:sequence select="'&#10;&#10;[^' || t:note-label(.) || ']: '"/>
        <xsl:apply-templates/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:value-of select="string-join(($text, $notes)) => replace(' *\n *', '&#10;') => replace('\n{3,}', '&#10;&#10;') => replace('^\s+|\s+$', '')"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="text()" as="xs:string">
    <xsl:sequence select="replace(., '\s+', ' ')"/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction() | fw | del"/>

  <xsl:template match="choice">
    <xsl:apply-templates select="if (corr | reg | expan) then (corr | reg | expan) else node()"/>
  </xsl:template>

  <xsl:template match="*" as="xs:string*">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template priority="1" as="xs:string*" match="p | ab | head | list | table | figure | figDesc | div | opener | closer | postscript | lg | sp | quote[p] | dateline
                       | salute | trailer | byline | titlePart | floatingText | listBibl | note[not(t:is-footnote(.))] | div/gap | body/gap">
    <xsl:sequence select="'&#10;&#10;'"/>
    <xsl:next-match/>
    <xsl:sequence select="'&#10;&#10;'"/>
  </xsl:template>

  <xsl:template priority="1" as="xs:string*" match="signed | addrLine | l | row | speaker | stage | bibl[parent::listBibl] | opener/seg | closer/seg">
    <xsl:sequence select="'&#10;'"/>
    <xsl:next-match/>
    <xsl:sequence select="'&#10;'"/>
  </xsl:template>

  <xsl:template match="item" as="xs:string*">
    <xsl:sequence select="'&#10;- '"/>
    <xsl:apply-templates/>
    <xsl:sequence select="'&#10;'"/>
  </xsl:template>

  <xsl:template match="list/label" as="xs:string*">
    <xsl:sequence select="'&#10;'"/>
    <xsl:apply-templates/>
    <xsl:sequence select="'&#10;'"/>
  </xsl:template>

  <xsl:template match="cell" as="xs:string*">
    <xsl:sequence select="'&#9;'[current()/preceding-sibling::cell]"/>
    <xsl:apply-templates/>
    <xsl:sequence select="' '"/>
  </xsl:template>

  <xsl:template match="lb" as="xs:string?">
    <xsl:sequence select="
      if (@break = 'no') then ()
      else if (ancestor::*[self::p or self::item or self::note or self::quote or self::cell or self::head][1][not(ancestor::closer)]) then ' '
      else '&#10;'"/>
  </xsl:template>

  <xsl:template match="gap" as="xs:string*" priority="0.9">
    <xsl:variable name="bare" select="not(matches(., '^\s*[\[(]'))"/>
    <xsl:sequence select="'['[$bare]"/>
    <xsl:apply-templates/>
    <xsl:if test="normalize-space(.) = ''">
      <xsl:sequence select="if (@reason = 'redacted') then 'redacted' else t:omission(.)"/>
    </xsl:if>
    <xsl:sequence select="']'[$bare]"/>
  </xsl:template>

  <xsl:template match="note[t:is-footnote(.)]" as="xs:string?">
    <xsl:if test="not(t:is-uncalled(.))">
      <xsl:sequence select="'[^' || t:note-label(.) || ']'"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="ptr[@type = 'note']" as="xs:string">
    <xsl:sequence select="'[^' || string((@n, t:target(@target)/self::note/t:note-label(.), @target)[1]) || ']'"/>
  </xsl:template>

</xsl:stylesheet>
