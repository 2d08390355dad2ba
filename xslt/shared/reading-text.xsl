<?xml version="1.0" encoding="UTF-8"?>
<!-- The text as one reads it, whatever form it is read in: furniture of the page and deletions are gone, additions are in their
     place, sentences are whole. What becomes of footnotes each view says itself. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Furniture goes; a page turn stays, also where it stands inside what goes. -->
  <xsl:template match="fw" priority="10">
    <xsl:apply-templates select=".//pb"/>
  </xsl:template>

  <!-- What was struck out is not read; a page that turns in it turns all the same. -->
  <xsl:template match="del" priority="10">
    <xsl:apply-templates select=".//pb"/>
  </xsl:template>

  <xsl:template match="choice" priority="10">
    <xsl:apply-templates select="if (corr | reg | expan) then (corr | reg | expan) else node()"/>
  </xsl:template>

  <!-- It stands alone then, and without the brackets of a second form. -->
  <xsl:template match="choice[corr or reg or expan]/*" priority="13">
    <xsl:call-template name="t:element">
      <xsl:with-param name="wanted" select="'span'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Whether a reader sees anything of an element: text that is no furniture and not deleted, or an omission. -->
  <xsl:function name="t:is-read" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/descendant::node()[self::text()[normalize-space()] or self::gap][not(ancestor::fw or ancestor::del)])"/>
  </xsl:function>

  <!-- A block that holds nothing else than furniture or deletions leaves its page breaks behind, and no empty paragraph. -->
  <xsl:template match="(p | ab | head | signed | dateline | salute | closer | opener | item/p | trailer)[not(t:is-read(.))]" priority="30">
    <xsl:apply-templates select=".//pb"/>
  </xsl:template>

  <xsl:template match="add" priority="10">
    <xsl:call-template name="t:element">
      <xsl:with-param name="wanted" select="'span'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A line end of the source is a space in running text; in forms, addresses and signatures it is a line end. -->
  <xsl:template match="lb" priority="10">
    <xsl:choose>
      <xsl:when test="@break = 'no'"/>
      <xsl:when test="ancestor::*[self::p or self::item or self::note or self::quote or self::cell or self::head][1][not(ancestor::closer)]">
        <xsl:text> </xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <br/>
        <xsl:text>&#10;</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A note between the blocks, such as the archive's number above a telegram. -->
  <xsl:template match="note">
    <xsl:call-template name="t:element">
      <xsl:with-param name="wanted" select="if (p) then 'div' else 'p'"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
