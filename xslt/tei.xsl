<?xml version="1.0" encoding="UTF-8"?>
<!-- The TEI view: the file itself, highlighted, line by line beside the source it was made of, for proofreading. It reads the
     small document that the program makes of both (`proof`, with a `row` for each line of the file). A small script shows a
     word of one side on the other; without it the lines still stand side by side. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:import href="shared/identity.xsl"/>
  <xsl:import href="shared/wording.xsl"/>
  <xsl:import href="shared/title.xsl"/>
  <xsl:import href="shared/page.xsl"/>

  <xsl:variable name="t:aligned" as="xs:boolean" select="/t:proof/@aligned = 'true'"/>

  <xsl:template match="/">
    <xsl:call-template name="t:page">
      <xsl:with-param name="view" select="'tei'"/>
      <xsl:with-param name="title" select="$t:document-title || ', TEI'"/>
      <xsl:with-param name="scripts" select="'proofreading.js'[$t:aligned]"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="t:text">
    <p class="summary" data-generated="">
      <xsl:choose>
        <xsl:when test="$t:aligned">
          <xsl:value-of select="t:word('The TEI file, line by line, beside the source it was made of.')"/>
          <xsl:text> </xsl:text>
          <span class="with-script" hidden="">
            <xsl:value-of select="t:word('Choose a word on one side to see it on the other; a tag shows what its element holds.')"/>
          </span>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="t:word('The TEI file, line by line.')"/>
        </xsl:otherwise>
      </xsl:choose>
    </p>
    <xsl:if test="/t:proof/t:row[@part = 'header']">
      <details class="proof">
        <summary data-generated=""><xsl:value-of select="t:word('The header, lines 1 to')"/><xsl:text> </xsl:text><xsl:value-of select="count(/t:proof/t:row[@part = 'header'])"/></summary>
        <xsl:apply-templates select="/t:proof/t:row[@part = 'header']"/>
      </details>
    </xsl:if>
    <div class="proof{' aligned'[$t:aligned]}">
      <xsl:if test="$t:aligned">
        <div class="row columns" data-generated="">
          <p>TEI</p>
          <p><xsl:value-of select="t:word('Source')"/></p>
        </div>
      </xsl:if>
      <xsl:apply-templates select="/t:proof/t:row[@part = 'text']"/>
      <xsl:variable name="apart" select="/t:proof/t:row[@part = 'notes'][t:source/t:line]"/>
      <xsl:if test="$apart">
        <h2 data-generated=""><xsl:value-of select="t:word('Notes, as they stand in the source')"/></h2>
        <xsl:apply-templates select="$apart"/>
      </xsl:if>
    </div>
  </xsl:template>

  <xsl:template match="t:row">
    <div class="row">
      <xsl:apply-templates select="t:tei"/>
      <xsl:if test="@note">
        <p class="see" data-generated="">
          <a href="#line-{@see}"><xsl:value-of select="t:word('Note') || ' ' || @note || ', ' || t:word('line') || ' ' || @see"/></a>
        </p>
      </xsl:if>
      <xsl:apply-templates select="t:source"/>
    </div>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- A line of the file. The name of the cell is its number, which leads to itself. -->
  <xsl:template match="t:tei">
    <div class="markup" id="line-{../@line}">
      <a class="number" href="#line-{../@line}" data-generated="">
        <xsl:value-of select="../@line"/>
      </a>
      <code data-tei="">
        <xsl:copy-of select="node()" copy-namespaces="no"/>
      </code>
    </div>
  </xsl:template>

  <xsl:template match="t:source">
    <xsl:if test="t:line">
      <div class="source" data-generated="" lang="{$t:language}">
        <xsl:apply-templates/>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="t:line">
    <div class="line{' empty'[not(current()/node())]}">
      <span class="number">
        <xsl:value-of select="@number[not(current()/@goes-on)]"/>
      </span>
      <span class="words" data-at="{@at}">
        <xsl:value-of select="."/>
      </span>
    </div>
  </xsl:template>

</xsl:stylesheet>
