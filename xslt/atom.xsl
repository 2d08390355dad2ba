<?xml version="1.0" encoding="UTF-8"?>
<!-- The feed of an edition (Atom, RFC 4287): an entry a document, the newest first. Without an address of the edition its links
     are relative to the feed. It reads one
     small document that the program makes, with the header of each TEI file:
     <edition identifier="urn:…" day="…" published="…"><document name="…" forms="pdf txt" identifier="urn:…" day="…" published="…"><teiHeader>…</teiHeader></document>…</edition> -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xmlns="http://www.w3.org/2005/Atom"
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
    <feed xml:lang="en">
      <id>
        <xsl:value-of select="@identifier"/>
      </id>
      <title>
        <xsl:value-of select="$edition-title"/>
      </title>
      <updated>
        <xsl:value-of select="@day || 'T00:00:00Z'"/>
      </updated>
      <!-- A feed must have an author: whoever edits or publishes, else the edition itself. -->
      <xsl:for-each select="let $editors := tokenize($editor-list, '\n')[normalize-space()]
        return if (exists($editors)) then $editors else ($publisher, $edition-title)[normalize-space()][1]">
        <author>
          <name>
            <xsl:value-of select="."/>
          </name>
        </author>
      </xsl:for-each>
      <xsl:if test="$address ne ''">
        <link rel="self" type="application/atom+xml" href="{$address}atom.xml"/>
      </xsl:if>
      <link rel="alternate" type="text/html" href="{$address}index.html"/>
      <xsl:if test="$licence ne ''">
        <rights>
          <xsl:value-of select="$licence"/>
        </rights>
      </xsl:if>
      <generator>teiencode</generator>
      <xsl:for-each select="t:document">
        <xsl:sort select="@day" order="descending"/>
        <xsl:variable name="folder" select="$address || encode-for-uri(@name) || '/'"/>
        <xsl:variable name="file" select="$folder || encode-for-uri(@name)"/>
        <entry>
          <id>
            <xsl:value-of select="@identifier"/>
          </id>
          <title>
            <xsl:value-of select="t:title(teiHeader)"/>
          </title>
          <updated>
            <xsl:value-of select="@day || 'T00:00:00Z'"/>
          </updated>
          <xsl:for-each select="distinct-values(t:creators(teiHeader) ! normalize-space(.))">
            <author>
              <name>
                <xsl:value-of select="."/>
              </name>
            </author>
          </xsl:for-each>
          <link rel="alternate" type="text/html" href="{$folder}index.html"/>
          <link rel="alternate" type="application/tei+xml" href="{$file}.xml"/>
          <xsl:for-each select="tokenize(@forms)[. = ('pdf', 'epub')]">
            <link rel="alternate" type="application/{if (. = 'pdf') then 'pdf' else 'epub+zip'}" href="{$file}.{.}"/>
          </xsl:for-each>
          <xsl:if test="t:summary(teiHeader) ne ''">
            <summary>
              <xsl:value-of select="t:summary(teiHeader)"/>
            </summary>
          </xsl:if>
        </entry>
      </xsl:for-each>
    </feed>
  </xsl:template>

</xsl:stylesheet>
