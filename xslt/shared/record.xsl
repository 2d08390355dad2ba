<?xml version="1.0" encoding="UTF-8"?>
<!-- What the records of a document share, whatever their format: who, when, what it is called, one sentence on it. All of it is
     in the header; what the header does not say is left out, and nothing is guessed. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The editors of the edition, one a line. -->
  <xsl:param name="editor-list" as="xs:string" select="''"/>

  <!-- The address of a document's page; empty where nobody has said where the edition stands. -->
  <xsl:function name="t:page-of" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="if ($address ne '') then $address || encode-for-uri($name) || '/index.html' else ''"/>
  </xsl:function>

  <!-- Those who sent (`sent`) or received (`received`) a document. -->
  <xsl:function name="t:agents" as="element()*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:sequence select="$header/profileDesc/correspDesc/correspAction[@type = $type]/(persName | orgName | name | rs)[normalize-space()]"/>
  </xsl:function>

  <!-- A date for machines, where the value is one: a year, a month or a day. The time of day is left away. -->
  <xsl:function name="t:machine-date" as="xs:string?">
    <xsl:param name="value" as="xs:string?"/>
    <xsl:variable name="day" select="replace($value, '[T ].*$', '')"/>
    <xsl:sequence select="$day[. castable as xs:date or . castable as xs:gYearMonth or . castable as xs:gYear][matches(., '^\d{4}(-\d\d(-\d\d)?)?$')]"/>
  </xsl:function>

  <!-- How sure the date of a document is, for readers of records: `yes`, `inferred`, `questionable` or, between two limits, `approximate`. -->
  <xsl:function name="t:sureness" as="xs:string">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="date" select="$header/profileDesc/creation/date[1]"/>
    <xsl:sequence select="
      if ($date/@cert = 'low') then 'questionable'
      else if ($date/(@notBefore | @notAfter)) then 'approximate'
      else if ($date/@cert = 'medium') then 'inferred'
      else 'yes'"/>
  </xsl:function>

  <!-- When a document was made: a machine date, or two with a stroke between where it lies between them. -->
  <xsl:function name="t:when" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="date" select="$header/profileDesc/creation/date[1]"/>
    <xsl:variable name="first" select="t:machine-date(($date/@when, $date/@from, $date/@notBefore)[1])"/>
    <xsl:variable name="last" select="t:machine-date(($date/@to, $date/@notAfter)[not($date/@when)][1])"/>
    <xsl:sequence select="if (exists($first) and exists($last) and $first ne $last) then $first || '/' || $last else ($first, $last)[1]"/>
  </xsl:function>

  <!-- The address of an authority's entry, where an element points to one. -->
  <xsl:function name="t:authority" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="tokenize($element/@ref)[matches(., '^https?://[^&lt;&gt;&quot;{}|\\^`]+$')][1]"/>
  </xsl:function>

  <!-- The subjects that the header names. -->
  <xsl:function name="t:subjects" as="xs:string*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="distinct-values($header/profileDesc/textClass/keywords//term ! normalize-space(.)[. ne ''])"/>
  </xsl:function>

  <xsl:function name="t:languages" as="xs:string*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="distinct-values($header/profileDesc/langUsage/language/@ident[. castable as xs:language]/string())"/>
  </xsl:function>

  <!-- The identifiers that the header gives, the document's own name first. -->
  <xsl:function name="t:identifiers" as="xs:string*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:sequence select="distinct-values($header/fileDesc/publicationStmt/idno ! normalize-space(.)[. ne ''])"/>
  </xsl:function>

  <!-- One sentence on a document; a date alone is none. -->
  <xsl:function name="t:summary" as="xs:string">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="parts" select="(t:document-date($header)[. ne ''], t:correspondents($header, 'sent')[. ne ''] ! (t:word('from') || ' ' || .),
      t:correspondents($header, 'received')[. ne ''] ! (t:word('to') || ' ' || .), t:classification($header)[. ne ''])"/>
    <xsl:sequence select="string-join($parts[count($parts) gt 1 or not(. = t:document-date($header))], '; ')"/>
  </xsl:function>

</xsl:stylesheet>
