<?xml version="1.0" encoding="UTF-8"?>
<!-- The reading view: the text as one reads it. Furniture of the page and deletions are gone, additions are in their place,
     sentences are whole; notes stand in a list below, and beside the text where the screen is wide. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:import href="shared/identity.xsl"/>
  <xsl:import href="shared/wording.xsl"/>
  <xsl:import href="shared/title.xsl"/>
  <xsl:import href="shared/units.xsl"/>
  <xsl:import href="shared/unknown.xsl"/>
  <xsl:import href="shared/phrases.xsl"/>
  <xsl:import href="shared/blocks.xsl"/>
  <xsl:import href="shared/fields.xsl"/>
  <xsl:import href="shared/genres.xsl"/>
  <xsl:import href="shared/metadata.xsl"/>
  <xsl:import href="shared/apparatus.xsl"/>
  <xsl:import href="shared/page.xsl"/>
  <xsl:import href="shared/images.xsl"/>
  <xsl:import href="shared/machine.xsl"/>
  <xsl:import href="shared/cite.xsl"/>
  <xsl:import href="shared/reading-text.xsl"/>

  <xsl:template match="/">
    <xsl:variable name="header" as="element()">
      <xsl:call-template name="t:about"/>
    </xsl:variable>
    <xsl:variable name="about" as="element()*">
      <xsl:sequence select="$header[normalize-space()]"/>
      <xsl:call-template name="t:cite"/>
      <xsl:call-template name="t:contents"/>
      <xsl:if test="/*/descendant::text//(del | add)[not(ancestor::fw)]">
        <p class="changes" data-generated="">
          <label>
            <input type="checkbox" id="page-changes"/>
            <xsl:value-of select="' ' || t:word('Show what was struck out and added')"/>
          </label>
        </p>
      </xsl:if>
    </xsl:variable>
    <xsl:variable name="after" as="element()*">
      <xsl:call-template name="t:notes"/>
      <xsl:call-template name="t:omissions"/>
      <xsl:call-template name="t:doubts"/>
    </xsl:variable>
    <xsl:variable name="machine" as="element()*">
      <xsl:call-template name="t:machine"/>
    </xsl:variable>
    <xsl:call-template name="t:page">
      <xsl:with-param name="view" select="'reading'"/>
      <xsl:with-param name="machine" select="$machine"/>
      <xsl:with-param name="scripts" select="'edition.js'"/>
      <xsl:with-param name="title" select="$t:document-title"/>
      <xsl:with-param name="about" select="$about"/>
      <xsl:with-param name="after" select="$after"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="t:notes-of-unit">
    <xsl:call-template name="t:notes">
      <xsl:with-param name="unit" select="."/>
    </xsl:call-template>
  </xsl:template>

  <!-- What was struck out is not read. The switch above the text shows it, as words alone. -->
  <xsl:template match="del" priority="10">
    <xsl:variable name="words" select="normalize-space(string-join(descendant::node()[self::text()[not(ancestor::note)] or self::lb]
      ! (if (self::lb) then (if (@break = 'no') then '' else ' ') else string())))"/>
    <xsl:next-match/>
    <xsl:if test="$words ne ''">
      <del class="change" data-generated="">
        <xsl:value-of select="$words"/>
      </del>
    </xsl:if>
  </xsl:template>

  <!-- A note: its call is a link to the list below. Its text stands here too, in the order of the TEI, and shows in the
       margin of a wide screen; a screen reader gets the one in the list. -->
  <xsl:template match="note[t:is-footnote(.)]" priority="10">
    <xsl:param name="inert" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:param name="listed" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="label" select="t:note-label(.)"/>
    <xsl:variable name="id" select="t:id(.)"/>
    <xsl:choose>
      <xsl:when test="t:is-uncalled(.)"/>
      <xsl:when test="$inert or not($id) or ancestor::ref">
        <sup data-generated="">
          <xsl:value-of select="$label"/>
        </sup>
      </xsl:when>
      <xsl:otherwise>
        <sup data-generated="">
          <a class="call" id="{$id}-call" href="#{$id}" aria-label="{t:word('Note')} {$label}">
            <xsl:value-of select="$label"/>
          </a>
        </sup>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="not($listed)">
      <xsl:variable name="text">
        <span class="label" data-generated="">
          <xsl:value-of select="$label || ' '"/>
        </span>
        <xsl:apply-templates>
          <xsl:with-param name="inert" select="true()" tunnel="yes"/>
          <xsl:with-param name="phrases" select="not(t:holds-blocks(current()))" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:variable>
      <xsl:element name="{if (t:holds-blocks(.)) then 'div' else 'span'}">
        <xsl:attribute name="class" select="'tei-note margin'"/>
        <xsl:attribute name="aria-hidden" select="'true'"/>
        <xsl:sequence select="$text"/>
      </xsl:element>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
