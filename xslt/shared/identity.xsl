<?xml version="1.0" encoding="UTF-8"?>
<!-- Who an element is on a page: its id, the addresses that point to it, and its path in the TEI file. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:key name="by-id" match="*[@xml:id]" use="string(@xml:id)"/>

  <!-- The id of an element on the page: the program has named all that readers link to, and no name stands twice. -->
  <xsl:function name="t:id" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/@xml:id ! string()"/>
  </xsl:function>

  <!-- The element of this document that a pointer such as `#d127fn1` names. -->
  <xsl:function name="t:target" as="element()?">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:variable name="first" select="tokenize($pointer)[1]"/>
    <xsl:if test="starts-with($first, '#')">
      <xsl:sequence select="key('by-id', substring($first, 2), root($pointer))[1]"/>
    </xsl:if>
  </xsl:function>

  <!-- The page that a document's other pages lead to when they point into it: each view leads to its own kind. -->
  <xsl:variable name="t:page-file" as="xs:string" select="'index.html'"/>

  <!-- A place in another document of the edition, as the program has marked it on a pointer: its page, as seen from this one. -->
  <xsl:function name="t:elsewhere" as="xs:string">
    <xsl:param name="pointer" as="element()"/>
    <xsl:sequence select="'../' || encode-for-uri($pointer/@t:document) || '/' || $t:page-file || $pointer/@t:place ! ('#' || .)"/>
  </xsl:function>

  <!-- The address for an HTML link: a place on this page or on another of the edition, or a page of the web. A link that would
       lead nowhere is none. -->
  <xsl:function name="t:address" as="xs:string?">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:variable name="first" select="string(tokenize($pointer)[1])"/>
    <xsl:choose>
      <xsl:when test="$pointer/../@t:document">
        <xsl:sequence select="t:elsewhere($pointer/..)"/>
      </xsl:when>
      <xsl:when test="t:target($pointer)/(ancestor::text | self::TEI[parent::*])">
        <xsl:sequence select="$first"/>
      </xsl:when>
      <xsl:when test="matches($first, '^(https?://|mailto:)', 'i')">
        <xsl:sequence select="iri-to-uri($first)"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- The element's path as diagnostics show it: names without prefix, a number where siblings share the name. -->
  <xsl:function name="t:path" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="steps" as="xs:string*">
      <xsl:for-each select="$element/ancestor-or-self::*">
        <xsl:variable name="name" select="local-name()"/>
        <xsl:variable name="twins" select="../*[local-name() = $name]"/>
        <xsl:variable name="before" select="count(preceding-sibling::*[local-name() = $name])"/>
        <xsl:sequence select="$name || (if (count($twins) gt 1) then '[' || ($before + 1) || ']' else '')"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="'/' || string-join($steps, '/')"/>
  </xsl:function>

</xsl:stylesheet>
