<?xml version="1.0" encoding="UTF-8"?>
<!-- The print view: one page to be printed by a browser, with print.css beside it. It has what the PDF has: all words of the text, with
     deletions struck out and furniture in small type; lines run on; notes stand below the text. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:import href="diplomatic.xsl"/>

  <xsl:variable name="t:page-file" as="xs:string" select="'print.html'"/>

  <!-- As in the PDF, the text alone: an image would hang into the margin of the paper. -->
  <xsl:template name="t:page-image"/>

  <xsl:template match="/">
    <html lang="{$t:page-language}" class="print">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>
          <xsl:value-of select="$t:document-title || ', ' || t:word('for print') || ' – ' || $edition-title"/>
        </title>
        <link rel="stylesheet" href="../edition.css"/>
        <link rel="stylesheet" href="../print.css"/>
        <style>
          <xsl:value-of select="'@page { @top-left { content: ' || t:style-string($edition-title) || ' } @top-right { content: ' || t:style-string($t:document-title) || ' } }'"/>
        </style>
      </head>
      <body>
        <nav class="forms" aria-label="{t:word('Forms of this document')}">
          <a href="index.html"><xsl:value-of select="t:word('Back to the reading view')"/></a>
        </nav>
        <main id="page-text">
          <xsl:if test="not($t:title-head)">
            <h1 class="title" data-generated="">
              <xsl:value-of select="$t:document-title"/>
            </h1>
          </xsl:if>
          <xsl:call-template name="t:text"/>
          <xsl:call-template name="t:notes"/>
          <xsl:call-template name="t:omissions"/>
        </main>
        <footer>
          <xsl:call-template name="t:imprint"/>
        </footer>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="t:notes-of-unit">
    <xsl:call-template name="t:notes">
      <xsl:with-param name="unit" select="."/>
    </xsl:call-template>
  </xsl:template>

  <!-- A string of a style sheet; nothing in it can end it, or the element that it stands in. -->
  <xsl:function name="t:style-string" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="'&quot;' || replace(replace(replace(replace(normalize-space($text), '\\', '\\5c '), '&quot;', '\\22 '), '&lt;', '\\3c '), '&amp;', '\\26 ') || '&quot;'"/>
  </xsl:function>

  <!-- A line end of the source is one in forms, addresses and signatures alone. -->
  <xsl:template match="lb[not(@break = 'no')][ancestor::*[self::p or self::item or self::note or self::quote or self::cell or self::head][1][not(ancestor::closer)]]" priority="12">
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- A note is called here, and stands below the text. -->
  <xsl:template match="note[t:is-footnote(.)]" priority="12">
    <xsl:variable name="label" select="t:note-label(.)"/>
    <xsl:if test="not(t:is-uncalled(.))">
      <sup data-generated="">
        <xsl:choose>
          <xsl:when test="t:id(.) and not(ancestor::ref)">
            <a class="call" id="{t:id(.)}-call" href="#{t:id(.)}" aria-label="{t:word('Note')} {$label}">
              <xsl:value-of select="$label"/>
            </a>
          </xsl:when>
          <xsl:otherwise>
            <xsl:value-of select="$label"/>
          </xsl:otherwise>
        </xsl:choose>
      </sup>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
