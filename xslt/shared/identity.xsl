<?xml version="1.0" encoding="UTF-8"?>
<!-- Who an element is on a page: its id, the addresses that point to it, and its path in the TEI file. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:t="urn:teiencode:publishing"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:key name="by-id" match="*[@xml:id]" use="string(@xml:id)"/>

  <!-- Elements that readers link to. Those without an xml:id are numbered by kind, in the order of the text. -->
  <xsl:variable name="t:positions" as="map(xs:string, xs:string)">
    <xsl:map>
      <xsl:for-each-group group-by="local-name()"
        select="/*/text//(p | ab | head | note | pb | gap | table | list | child::div | add | ptr)[not(@xml:id)]">
        <xsl:for-each select="current-group()">
          <xsl:variable name="wanted" select="current-grouping-key() || '-' || position()"/>
          <xsl:map-entry key="generate-id()"
            select="if (key('by-id', $wanted)) then $wanted || '-unnamed' else $wanted"/>
        </xsl:for-each>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <!-- The id of an element on the page. An xml:id that stands twice (the file is invalid then) names only its first bearer. -->
  <xsl:function name="t:id" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="own" select="string($element/@xml:id)"/>
    <xsl:choose>
      <xsl:when test="$own = ''">
        <xsl:sequence select="map:get($t:positions, generate-id($element))"/>
      </xsl:when>
      <xsl:when test="key('by-id', $own, root($element))[1] is $element">
        <xsl:sequence select="$own"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- The element of this document that a pointer such as `#d127fn1` names. -->
  <xsl:function name="t:target" as="element()?">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:variable name="first" select="tokenize($pointer)[1]"/>
    <xsl:if test="starts-with($first, '#')">
      <xsl:sequence select="key('by-id', substring($first, 2), root($pointer))[1]"/>
    </xsl:if>
  </xsl:function>

  <!-- The address for an HTML link: a place on this page that exists, or a page of the web. A link that would lead nowhere is none. -->
  <xsl:function name="t:address" as="xs:string?">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:variable name="first" select="string(tokenize($pointer)[1])"/>
    <xsl:choose>
      <xsl:when test="t:target($pointer)/ancestor::text">
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
