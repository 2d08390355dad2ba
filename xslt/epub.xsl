<?xml version="1.0" encoding="UTF-8"?>
<!-- A document as the content of an EPUB: the text as one reads it, its notes, what its omissions mean, what is uncertain.
     The shared modules make HTML; a second pass makes XHTML of it, and takes out each link that would lead nowhere. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:epub="http://www.idpf.org/2007/ops"
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
  <xsl:import href="shared/reading-text.xsl"/>

  <xsl:output method="xhtml" html-version="5.0" encoding="UTF-8" indent="no" omit-xml-declaration="no" include-content-type="no"/>

  <xsl:key name="place" match="*[@id]" use="string(@id)"/>
  <xsl:mode name="xhtml" on-no-match="shallow-copy"/>

  <xsl:template match="/">
    <xsl:variable name="told" as="element()*">
      <xsl:call-template name="t:about"/>
    </xsl:variable>
    <xsl:variable name="about" select="$told[normalize-space()]"/>
    <xsl:variable name="page">
      <html lang="{$t:page-language}">
        <head>
          <meta charset="utf-8"/>
          <title>
            <xsl:value-of select="$t:document-title"/>
          </title>
          <link rel="stylesheet" type="text/css" href="epub.css"/>
        </head>
        <body epub:type="bodymatter">
          <main>
            <xsl:if test="not($t:title-head)">
              <h1 class="title" data-generated="">
                <xsl:value-of select="$t:document-title"/>
              </h1>
              <xsl:sequence select="$about"/>
            </xsl:if>
            <xsl:call-template name="t:text">
              <xsl:with-param name="about" select="$about" tunnel="yes"/>
            </xsl:call-template>
            <xsl:call-template name="t:footnotes"/>
            <xsl:call-template name="t:omissions"/>
            <xsl:call-template name="t:doubts"/>
          </main>
        </body>
      </html>
    </xsl:variable>
    <xsl:apply-templates select="$page" mode="xhtml"/>
  </xsl:template>

  <!-- A note: its call leads to its text below, which a reading system shows where it is called. -->
  <xsl:template match="note[t:is-footnote(.)]" priority="10">
    <xsl:variable name="label" select="t:note-label(.)"/>
    <xsl:variable name="id" select="t:id(.)"/>
    <xsl:choose>
      <xsl:when test="t:is-uncalled(.)"/>
      <xsl:when test="not($id) or ancestor::ref">
        <sup data-generated="">
          <xsl:value-of select="$label"/>
        </sup>
      </xsl:when>
      <xsl:otherwise>
        <sup data-generated="">
          <a epub:type="noteref" role="doc-noteref" id="{$id}-call" href="#{$id}" aria-label="{t:word('Note')} {$label}">
            <xsl:value-of select="$label"/>
          </a>
        </sup>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A place in another document: on the web, where the edition stands there. The edition's own EPUB has all documents, and makes
       links of its own of these. -->
  <xsl:template match="(ref | ptr)[@t:document][not(ancestor::ref or .//note or .//pb or .//ptr or t:holds-blocks(.))]" priority="5">
    <a data-document="{@t:document}" data-place="{@t:place}">
      <xsl:if test="$address ne ''">
        <xsl:attribute name="href" select="$address || substring(t:elsewhere(.), 4)"/>
      </xsl:if>
      <xsl:call-template name="t:attributes"/>
      <xsl:if test="self::ptr">
        <xsl:attribute name="data-generated"/>
        <xsl:value-of select="t:pointer-label(.)"/>
      </xsl:if>
      <xsl:apply-templates>
        <xsl:with-param name="phrases" select="true()" tunnel="yes"/>
      </xsl:apply-templates>
    </a>
  </xsl:template>

  <xsl:template match="graphic[@t:image]" priority="2">
    <span data-generated="">
      <xsl:call-template name="t:attributes"/>
      <xsl:choose>
        <xsl:when test="@t:packed">
          <img src="{@t:packed}" alt="{t:image-in-words(.)}"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="'[' || t:word('image') || ': ' || @url || ']'"/>
        </xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>

  <!-- The notes below the text, each with the way back to its call. -->
  <xsl:template name="t:footnotes">
    <xsl:variable name="notes" select="(($t:units, /*) ! t:notes-of(.))/.[not(ancestor::fw or ancestor::del)]"/>
    <xsl:if test="$notes">
      <section class="notes" epub:type="footnotes" aria-labelledby="page-notes" data-tei="">
        <h2 id="page-notes" data-generated=""><xsl:value-of select="t:word('Notes')"/></h2>
        <xsl:for-each select="$notes">
          <xsl:variable name="unit" select="t:unit(.)[t:is-unit(.)]"/>
          <xsl:if test="$unit and . is t:notes-of($unit)[not(ancestor::fw or ancestor::del)][1]">
            <h3 data-generated="">
              <xsl:value-of select="t:unit-title($unit)"/>
            </h3>
          </xsl:if>
          <xsl:variable name="id" select="t:id(.)"/>
          <xsl:variable name="label" select="t:note-label(.)"/>
          <aside epub:type="footnote" role="doc-footnote" class="note">
            <xsl:if test="$id">
              <xsl:attribute name="id" select="$id"/>
            </xsl:if>
            <xsl:choose>
              <xsl:when test="t:is-uncalled(.)">
                <span class="label" data-generated="" title="{t:word('No place in the text was found for this note')}">
                  <xsl:value-of select="$label"/>
                </span>
              </xsl:when>
              <xsl:otherwise>
                <a class="label" role="doc-backlink" href="#{$id}-call" aria-label="{t:word('Note')} {$label}, {t:word('back to the text')}" data-generated="">
                  <xsl:value-of select="$label"/>
                </a>
              </xsl:otherwise>
            </xsl:choose>
            <xsl:text> </xsl:text>
            <div class="note-text" lang="{$t:language}">
              <xsl:apply-templates/>
              <xsl:for-each select="key('calls-again', string(@xml:id))">
                <xsl:text> </xsl:text>
                <a href="#{t:id(.)}" role="doc-backlink" data-generated=""><xsl:value-of select="t:word('called again')"/></a>
              </xsl:for-each>
            </div>
          </aside>
          <xsl:text>&#10;</xsl:text>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- A page of the source begins: the list of pages leads here. -->
  <xsl:template match="pb">
    <span data-generated="" epub:type="pagebreak" role="doc-pagebreak" aria-label="{t:word('Page')} {t:page-label(.)}">
      <xsl:call-template name="t:attributes"/>
      <xsl:value-of select="t:page-label(.)"/>
    </span>
  </xsl:template>

  <!-- The second pass. -->

  <xsl:template match="*" mode="xhtml">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:apply-templates select="@*, node()" mode="xhtml"/>
    </xsl:element>
  </xsl:template>

  <!-- The first element declares the namespace of `epub:type` for all. -->
  <xsl:template match="/*" mode="xhtml">
    <xsl:element name="html" namespace="http://www.w3.org/1999/xhtml">
      <xsl:namespace name="epub" select="'http://www.idpf.org/2007/ops'"/>
      <xsl:apply-templates select="@*, node()" mode="xhtml"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="@lang" mode="xhtml">
    <xsl:attribute name="lang" select="."/>
    <xsl:attribute name="xml:lang" select="."/>
  </xsl:template>

  <!-- What the pages of the web need alone. -->
  <xsl:template match="@data-page | @tabindex" mode="xhtml"/>

  <xsl:template match="*:a[not(t:leads-somewhere(.))]" mode="xhtml">
    <span xmlns="http://www.w3.org/1999/xhtml">
      <xsl:apply-templates select="@* except (@href, @role, @epub:type, @rel, @aria-label), node()" mode="xhtml"/>
    </span>
  </xsl:template>

  <!-- A second call of a note. -->
  <xsl:template match="*:sup[contains-token(@class, 'tei-ptr')]/*:a[t:leads-somewhere(.)]" mode="xhtml" priority="1">
    <a xmlns="http://www.w3.org/1999/xhtml" epub:type="noteref" role="doc-noteref">
      <xsl:apply-templates select="@*, node()" mode="xhtml"/>
    </a>
  </xsl:template>

  <xsl:variable name="t:sign" select="'([A-Za-z0-9\-._~:/@!$&amp;''()*+,;=]|%[0-9A-Fa-f]{2})'"/>

  <!-- Whether a link is to a place of this file that exists, or an address as the web's grammar has it. -->
  <xsl:function name="t:leads-somewhere" as="xs:boolean">
    <xsl:param name="link" as="element()"/>
    <xsl:variable name="address" select="string($link/@href)"/>
    <xsl:sequence select="
      if (starts-with($address, '#')) then exists(key('place', substring($address, 2), root($link)))
      else matches($address, '^(https?://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\d{1,5})?(/' || $t:sign || '*)?(\?(' || $t:sign || '|\?)*)?(#(' || $t:sign || '|\?)*)?'
        || '|mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+)$', 'i')"/>
  </xsl:function>

</xsl:stylesheet>
