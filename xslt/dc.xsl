<?xml version="1.0" encoding="UTF-8"?>
<!-- The record of a document in Dublin Core. -->
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
  <xsl:import href="shared/record.xsl"/>
  <xsl:import href="shared/dublin-core.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <xsl:template match="/">
    <xsl:call-template name="t:dublin-core">
      <xsl:with-param name="header" select="$t:header"/>
      <xsl:with-param name="document-name" select="$name"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
