<?xml version="1.0" encoding="UTF-8"?>
<!-- The search: its form, and the room for what is found. A script does the work, from an index that is a script too, so that it also runs from a folder without a server. -->
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

  <!-- Whether the edition has an index of Pagefind, which a server's readers search. -->
  <xsl:param name="pagefind" as="xs:string" select="''"/>

  <xsl:template match="/">
    <xsl:variable name="headers" select="t:edition/t:document/teiHeader"/>
    <xsl:call-template name="t:edition-page">
      <xsl:with-param name="title" select="t:word('Search')"/>
      <xsl:with-param name="list" select="'search'"/>
      <xsl:with-param name="scripts" select="'search-index.js'[$pagefind = ''], 'search.js'"/>
      <xsl:with-param name="content">
        <noscript>
          <p><xsl:value-of select="t:word('The search needs JavaScript. The lists above lead to every document without it.')"/></p>
        </noscript>
        <form class="search filters" role="search" data-document="{t:word('document')}" data-documents="{t:word('documents')}"
          data-place="{t:word('place')}" data-places="{t:word('places')}" data-shown="{t:word('shown')}">
          <xsl:if test="$pagefind ne ''">
            <xsl:attribute name="data-pagefind" select="'pagefind/pagefind.js'"/>
          </xsl:if>
          <label for="page-search"><xsl:value-of select="t:word('Words, or a “phrase” of whole words')"/></label>
          <input id="page-search" name="q" type="search"/>
          <label for="filter-from"><xsl:value-of select="t:word('Dated from')"/></label>
          <input id="filter-from" name="from" type="date"/>
          <label for="filter-until"><xsl:value-of select="t:word('Dated until')"/></label>
          <input id="filter-until" name="until" type="date"/>
          <xsl:call-template name="t:choice">
            <xsl:with-param name="name" select="'sender'"/>
            <xsl:with-param name="label" select="t:word('Sender')"/>
            <xsl:with-param name="values" select="$headers/profileDesc/correspDesc/correspAction[@type = 'sent']/(persName | orgName | name | rs)/normalize-space(.)"/>
          </xsl:call-template>
          <xsl:call-template name="t:choice">
            <xsl:with-param name="name" select="'recipient'"/>
            <xsl:with-param name="label" select="t:word('Recipient')"/>
            <xsl:with-param name="values" select="$headers/profileDesc/correspDesc/correspAction[@type = 'received']/(persName | orgName | name | rs)/normalize-space(.)"/>
          </xsl:call-template>
          <xsl:call-template name="t:choice">
            <xsl:with-param name="name" select="'classification'"/>
            <xsl:with-param name="label" select="t:word('Classification')"/>
            <xsl:with-param name="values" select="$headers ! tokenize(t:classification(.), '; ')"/>
          </xsl:call-template>
          <button><xsl:value-of select="t:word('Find')"/></button>
        </form>
        <div id="documents" tabindex="-1">
          <p role="status" class="summary"/>
          <ol class="results"/>
        </div>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="t:choice">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:if test="exists($values[. ne ''])">
      <label for="filter-{$name}">
        <xsl:value-of select="$label"/>
      </label>
      <select id="filter-{$name}" name="{$name}">
        <option value=""><xsl:value-of select="t:word('any')"/></option>
        <xsl:for-each select="sort(distinct-values($values[. ne '']))">
          <option>
            <xsl:value-of select="."/>
          </option>
        </xsl:for-each>
      </select>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
