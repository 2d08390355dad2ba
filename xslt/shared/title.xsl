<?xml version="1.0" encoding="UTF-8"?>
<!-- The document as a whole: its header, its title, its language. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:variable name="t:header" select="/*/(. | TEI[1])/teiHeader => head()"/>
  <xsl:variable name="t:document-title" select="t:title($t:header)"/>

  <!-- The text's own first head, where it says the same as the title in the header, a number before it and spaces not counted:
       then it is the heading of the page. -->
  <xsl:variable name="t:title-head" as="element(head)?" select="
    let $head := (/*/descendant-or-self::TEI/text)[1]/body/(. | div[1])/head => head(),
        $said := translate(t:plain($head[1]), ' ', ''),
        $title := translate($t:document-title, ' ', '')
    return $head[ends-with($said, $title)]
      [matches(substring($said, 1, string-length($said) - string-length($title)), '^([\[(]?\d+[A-Za-z]?[.\])]*)?$')]"/>

  <xsl:function name="t:plain" as="xs:string">
    <xsl:param name="head" as="element(head)?"/>
    <xsl:sequence select="normalize-space(string-join($head//text()[not(ancestor::note or ancestor::fw or ancestor::del)]))"/>
  </xsl:function>

  <!-- The language of the text: its own mark, or the header's. -->
  <xsl:variable name="t:language" as="xs:string" select="
    string((/*/descendant-or-self::TEI/text/@xml:lang, /*/@xml:lang, $t:header/profileDesc/langUsage/language/@ident, 'en')
      [. castable as xs:language][1])"/>

  <!-- A line feed means a blank line only where teiencode wrote the file; elsewhere it is the habit of an editor's program. -->
  <xsl:variable name="t:own" select="exists($t:header/encodingDesc/appInfo/application[@ident = 'teiencode'])"/>

</xsl:stylesheet>
