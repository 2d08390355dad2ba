<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages of an edition for search engines (sitemaps.org): addresses in full, so the edition must have one. It reads one
     small document that the program makes, with the header of each TEI file:
     <edition identifier="urn:…" day="…" published="…"><document name="…" forms="pdf txt" identifier="urn:…" day="…" published="…"><teiHeader>…</teiHeader></document>…</edition> -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="xsl xs t">

  <xsl:import href="shared/identity.xsl"/>
  <xsl:import href="shared/wording.xsl"/>
  <xsl:import href="shared/title.xsl"/>
  <xsl:import href="shared/metadata.xsl"/>
  <xsl:import href="shared/page.xsl"/>
  <xsl:import href="shared/record.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <xsl:template match="/t:edition">
    <urlset>
      <xsl:for-each select="'index', 'correspondents', 'classification', 'collections'">
        <url>
          <loc>
            <xsl:value-of select="$address || . || '.html'"/>
          </loc>
        </url>
      </xsl:for-each>
      <xsl:for-each select="t:document">
        <url>
          <loc>
            <xsl:value-of select="t:page-of(@name)"/>
          </loc>
          <!-- When the page was last changed, where the publication has a date; that of the document would mislead. -->
          <xsl:if test="@published ne ''">
            <lastmod>
              <xsl:value-of select="@published"/>
            </lastmod>
          </xsl:if>
        </url>
      </xsl:for-each>
    </urlset>
  </xsl:template>

</xsl:stylesheet>
