<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages of the edition as a whole: the way between them, and a document as a list shows it. They read one small document
     that the program makes, with the header of each TEI file in the order in which they are to stand:
     <edition><document name="…" forms="pdf txt"><teiHeader>…</teiHeader></document>…</edition> -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The records that the edition has: `atom`, `cmif` and others. -->
  <xsl:param name="records" as="xs:string" select="''"/>

  <xsl:function name="t:year" as="xs:string">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="iso" select="string($header/profileDesc/creation/date[1]/(@when, @notBefore, @from)[1])"/>
    <xsl:sequence select="if (matches($iso, '^\d{4}')) then substring($iso, 1, 4) else ''"/>
  </xsl:function>

  <xsl:template name="t:edition-page">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="list" as="xs:string"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:param name="scripts" as="xs:string*"/>
    <html lang="{$t:page-language}" class="front list-{$list}">
      <xsl:call-template name="t:head">
        <xsl:with-param name="title" select="string-join(distinct-values(($title, $edition-title)), ' – ')"/>
        <xsl:with-param name="root" select="''"/>
        <xsl:with-param name="scripts" select="$scripts"/>
        <xsl:with-param name="machine" as="element()">
          <link rel="alternate" type="application/atom+xml" title="{$edition-title}" href="atom.xml"/>
        </xsl:with-param>
      </xsl:call-template>
      <body>
        <a class="skip" href="#documents"><xsl:value-of select="t:word('Skip to the documents')"/></a>
        <header class="edition">
          <xsl:call-template name="t:home">
            <xsl:with-param name="root" select="''"/>
          </xsl:call-template>
          <xsl:call-template name="t:lists">
            <xsl:with-param name="root" select="''"/>
            <xsl:with-param name="current" select="$list"/>
          </xsl:call-template>
        </header>
        <main>
          <h1>
            <xsl:value-of select="$title"/>
          </h1>
          <xsl:sequence select="$content"/>
        </main>
        <footer>
          <p class="imprint">
            <a href="atom.xml" type="application/atom+xml"><xsl:value-of select="t:word('Feed')"/></a>
            <xsl:if test="tokenize($records) = 'cmif'">
              <xsl:text> · </xsl:text>
              <a href="cmif.xml" type="application/tei+xml"><xsl:value-of select="t:word('Correspondence')"/> (CMIF)</a>
            </xsl:if>
          </p>
          <xsl:call-template name="t:imprint"/>
          <xsl:call-template name="t:colophon"/>
        </footer>
      </body>
    </html>
  </xsl:template>

  <!-- The documents under one heading. -->
  <xsl:template name="t:section">
    <xsl:param name="heading" as="xs:string"/>
    <xsl:param name="documents" as="element(t:document)*"/>
    <xsl:param name="id" as="xs:string"/>
    <section class="year" id="{$id}">
      <h2>
        <xsl:value-of select="$heading"/>
      </h2>
      <ol>
        <xsl:apply-templates select="$documents">
          <xsl:with-param name="heading" select="$heading" tunnel="yes"/>
        </xsl:apply-templates>
      </ol>
    </section>
  </xsl:template>

  <xsl:template match="t:document">
    <xsl:param name="heading" as="xs:string" select="''" tunnel="yes"/>
    <xsl:variable name="folder" select="encode-for-uri(@name)"/>
    <xsl:variable name="from" select="t:correspondents(teiHeader, 'sent')"/>
    <xsl:variable name="to" select="t:correspondents(teiHeader, 'received')"/>
    <xsl:variable name="of" select="': ' || t:title(teiHeader)"/>
    <li>
      <a class="document" href="{$folder}/index.html">
        <xsl:value-of select="t:title(teiHeader)"/>
      </a>
      <span class="details">
        <xsl:value-of select="string-join((
          t:document-date(teiHeader)[not(. = ('', $heading))],
          t:from-to($from, $to)[. ne ''],
          t:classification(teiHeader)[. ne '']), ' · ')"/>
      </span>
      <span class="details">
        <a href="{$folder}/diplomatic.html"><xsl:value-of select="t:word('Diplomatic')"/><span class="hidden"><xsl:value-of select="$of"/></span></a>
        <xsl:text> · </xsl:text>
        <xsl:if test="tokenize(@forms) = 'pdf'">
          <a href="{$folder}/{$folder}.pdf" type="application/pdf">PDF<span class="hidden"><xsl:value-of select="$of"/></span></a>
          <xsl:text> · </xsl:text>
        </xsl:if>
        <xsl:if test="tokenize(@forms) = 'epub'">
          <a href="{$folder}/{$folder}.epub" type="application/epub+zip">EPUB<span class="hidden"><xsl:value-of select="$of"/></span></a>
          <xsl:text> · </xsl:text>
        </xsl:if>
        <a href="{$folder}/{$folder}.xml" type="application/xml">TEI<span class="hidden"><xsl:value-of select="$of"/></span></a>
      </span>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
