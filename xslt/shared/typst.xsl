<?xml version="1.0" encoding="UTF-8"?>
<!-- How Typst writes strings and dates. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- A string of Typst. White space in it is folded: the print has its own lines. -->
  <xsl:function name="t:string" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="words" select="normalize-space($text)"/>
    <xsl:sequence select="'&quot;' || (if (contains($words, '\') or contains($words, '&quot;')) then replace($words, '([\\&quot;])', '\\$1') else $words) || '&quot;'"/>
  </xsl:function>

  <!-- The argument of a document for its date; empty where there is none. -->
  <xsl:function name="t:date-of-print" as="xs:string">
    <xsl:param name="date" as="xs:string"/>
    <xsl:variable name="day" select="xs:date($date[. castable as xs:date])"/>
    <xsl:sequence select="string($day ! (', date: datetime(year: ' || year-from-date(.) || ', month: ' || month-from-date(.) || ', day: ' || day-from-date(.) || ')'))"/>
  </xsl:function>

</xsl:stylesheet>
