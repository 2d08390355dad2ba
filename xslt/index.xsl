<?xml version="1.0" encoding="UTF-8"?>
<!-- The front page: all documents of the edition by date. It reads one small document that the program makes, with the
     header of each TEI file:  <edition><document name="…" forms="pdf txt"><teiHeader>…</teiHeader></document>…</edition>
     in the order in which they are to stand. -->
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

  <xsl:template match="/">
    <xsl:variable name="documents" select="t:edition/t:document"/>
    <xsl:variable name="years" select="sort($documents ! t:year(teiHeader)[. ne ''])"/>
    <html lang="en" class="front">
      <xsl:call-template name="t:head">
        <xsl:with-param name="title" select="$edition-title"/>
        <xsl:with-param name="root" select="''"/>
      </xsl:call-template>
      <body>
        <a class="skip" href="#documents">Skip to the documents</a>
        <main>
          <h1>
            <xsl:value-of select="$edition-title"/>
          </h1>
          <p class="summary">
            <xsl:value-of select="count($documents), if (count($documents) = 1) then 'document' else 'documents'"/>
            <xsl:if test="exists($years)">
              <xsl:value-of select="', ' || string-join(distinct-values((head($years), $years[last()])), '–')"/>
            </xsl:if>
            <xsl:value-of select="'. Edited by '[$editors ne ''] || $editors || '.'[$editors ne '']"/>
          </p>
          <div id="documents" tabindex="-1">
            <xsl:for-each-group select="$documents" group-adjacent="t:year(teiHeader)">
              <section class="year">
                <h2>
                  <xsl:value-of select="if (current-grouping-key() eq '') then 'Undated' else current-grouping-key()"/>
                </h2>
                <ol>
                  <xsl:apply-templates select="current-group()"/>
                </ol>
              </section>
            </xsl:for-each-group>
          </div>
        </main>
        <footer>
          <xsl:call-template name="t:imprint"/>
        </footer>
      </body>
    </html>
  </xsl:template>

  <xsl:function name="t:year" as="xs:string">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="iso" select="string($header/profileDesc/creation/date[1]/(@when, @notBefore, @from)[1])"/>
    <xsl:sequence select="if (matches($iso, '^\d{4}')) then substring($iso, 1, 4) else ''"/>
  </xsl:function>

  <xsl:template match="t:document">
    <xsl:variable name="folder" select="encode-for-uri(@name)"/>
    <xsl:variable name="from" select="t:correspondents(teiHeader, 'sent')"/>
    <xsl:variable name="to" select="t:correspondents(teiHeader, 'received')"/>
    <li>
      <a class="document" href="{$folder}/index.html">
        <xsl:value-of select="t:title(teiHeader)"/>
      </a>
      <span class="details">
        <xsl:value-of select="string-join((
          t:document-date(teiHeader)[. ne ''],
          (if ($from ne '' and $to ne '') then 'from ' || $from || ' to ' || $to else if ($from ne '') then 'from ' || $from else if ($to ne '') then 'to ' || $to else ()),
          t:classification(teiHeader)[. ne '']), ' · ')"/>
      </span>
      <span class="details">
        <a href="{$folder}/diplomatic.html">Diplomatic<span class="hidden"> view of <xsl:value-of select="t:title(teiHeader)"/></span></a>
        <xsl:text> · </xsl:text>
        <xsl:if test="tokenize(@forms) = 'pdf'">
          <a href="{$folder}/{$folder}.pdf" type="application/pdf">PDF<span class="hidden"> of <xsl:value-of select="t:title(teiHeader)"/></span></a>
          <xsl:text> · </xsl:text>
        </xsl:if>
        <a href="{$folder}/{$folder}.xml" type="application/xml">TEI<span class="hidden"> of <xsl:value-of select="t:title(teiHeader)"/></span></a>
      </span>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
