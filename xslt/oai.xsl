<?xml version="1.0" encoding="UTF-8"?>
<!-- All records of an edition as a static repository for OAI-PMH: one file that a gateway answers from. It reads one
     small document that the program makes, with the header of each TEI file:
     <edition identifier="urn:…" day="…" published="…"><document name="…" forms="pdf txt" identifier="urn:…" day="…" published="…"><teiHeader>…</teiHeader></document>…</edition> -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xmlns:oai="http://www.openarchives.org/OAI/2.0/"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns="http://www.openarchives.org/OAI/2.0/static-repository"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="xsl xs t">

  <xsl:import href="shared/identity.xsl"/>
  <xsl:import href="shared/wording.xsl"/>
  <xsl:import href="shared/title.xsl"/>
  <xsl:import href="shared/metadata.xsl"/>
  <xsl:import href="shared/page.xsl"/>
  <xsl:import href="shared/record.xsl"/>
  <xsl:import href="shared/dublin-core.xsl"/>

  <!-- The address of a person, and of the gateway where there is one. -->
  <xsl:param name="contact" as="xs:string" select="''"/>
  <xsl:param name="gateway" as="xs:string" select="''"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <xsl:template match="/t:edition">
    <xsl:variable name="own" select="$address || 'oai.xml'"/>
    <Repository xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/static-repository http://www.openarchives.org/OAI/2.0/static-repository.xsd">
      <Identify>
        <oai:repositoryName>
          <xsl:value-of select="$edition-title"/>
        </oai:repositoryName>
        <!-- The repository's address as a gateway has it: the gateway's own, and this file's without its scheme. -->
        <oai:baseURL>
          <xsl:value-of select="if ($gateway ne '') then replace($gateway, '/+$', '') || '/' || replace($own, '^https?://', '') else $own"/>
        </oai:baseURL>
        <oai:protocolVersion>2.0</oai:protocolVersion>
        <oai:adminEmail>
          <xsl:value-of select="$contact"/>
        </oai:adminEmail>
        <oai:earliestDatestamp>
          <xsl:value-of select="sort(t:document/string(@day))[1]"/>
        </oai:earliestDatestamp>
        <oai:deletedRecord>no</oai:deletedRecord>
        <oai:granularity>YYYY-MM-DD</oai:granularity>
      </Identify>
      <ListMetadataFormats>
        <oai:metadataFormat>
          <oai:metadataPrefix>oai_dc</oai:metadataPrefix>
          <oai:schema>http://www.openarchives.org/OAI/2.0/oai_dc.xsd</oai:schema>
          <oai:metadataNamespace>http://www.openarchives.org/OAI/2.0/oai_dc/</oai:metadataNamespace>
        </oai:metadataFormat>
      </ListMetadataFormats>
      <ListRecords metadataPrefix="oai_dc">
        <xsl:for-each select="t:document">
          <oai:record>
            <oai:header>
              <oai:identifier>
                <xsl:value-of select="@identifier"/>
              </oai:identifier>
              <oai:datestamp>
                <xsl:value-of select="@day"/>
              </oai:datestamp>
            </oai:header>
            <oai:metadata>
              <xsl:call-template name="t:dublin-core">
                <xsl:with-param name="header" select="teiHeader"/>
                <xsl:with-param name="document-name" select="string(@name)"/>
              </xsl:call-template>
            </oai:metadata>
          </oai:record>
        </xsl:for-each>
      </ListRecords>
    </Repository>
  </xsl:template>

</xsl:stylesheet>
