<?xml version="1.0" encoding="UTF-8"?>
<!-- The documents by classification and handling. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:import href="shared/identity.xsl"/>
  <xsl:import href="shared/wording.xsl"/>
  <xsl:import href="shared/title.xsl"/>
  <xsl:import href="shared/metadata.xsl"/>
  <xsl:import href="shared/page.xsl"/>
  <xsl:import href="shared/listing.xsl"/>

  <xsl:template match="/">
    <xsl:call-template name="t:edition-page">
      <xsl:with-param name="title" select="t:word('Classification')"/>
      <xsl:with-param name="list" select="'classification'"/>
      <xsl:with-param name="content">
        <div id="documents" tabindex="-1">
          <xsl:for-each-group select="t:edition/t:document" group-by="let $levels := tokenize(t:classification(teiHeader), '; ') return if (exists($levels)) then $levels else ''">
            <xsl:sort select="current-grouping-key() = ''"/>
            <xsl:sort select="lower-case(current-grouping-key())"/>
            <xsl:call-template name="t:section">
              <xsl:with-param name="heading" select="(current-grouping-key()[. ne ''], t:word('Not classified, or not known'))[1]"/>
              <xsl:with-param name="documents" select="current-group()"/>
              <xsl:with-param name="id" select="'group-' || position()"/>
            </xsl:call-template>
          </xsl:for-each-group>
        </div>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
