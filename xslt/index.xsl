<?xml version="1.0" encoding="UTF-8"?>
<!-- The front page: all documents of the edition by date, with a picture of when they were made. -->
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

  <!-- The forms that the edition has in one file, of `pdf` and `epub`. -->
  <xsl:param name="whole" as="xs:string" select="''"/>

  <xsl:template match="/">
    <xsl:variable name="documents" select="t:edition/t:document"/>
    <xsl:variable name="years" select="sort($documents ! t:year(teiHeader)[. ne ''])"/>
    <xsl:call-template name="t:edition-page">
      <xsl:with-param name="title" select="$edition-title"/>
      <xsl:with-param name="list" select="'index'"/>
      <xsl:with-param name="content">
        <p class="summary">
          <xsl:value-of select="t:counted(count($documents))"/>
          <xsl:if test="exists($years)">
            <xsl:value-of select="', ' || string-join(distinct-values((head($years), $years[last()])), '–')"/>
          </xsl:if>
          <xsl:value-of select="('. ' || t:word('Edited by') || ' ')[$editors ne ''] || $editors || '.'[$editors ne '']"/>
        </p>
        <xsl:if test="$whole ne ''">
          <p class="summary">
            <xsl:value-of select="t:word('The whole edition in one file:') || ' '"/>
            <xsl:for-each select="tokenize($whole)">
              <xsl:value-of select="', '[current() ne tokenize($whole)[1]]"/>
              <a href="edition.{.}">
                <xsl:value-of select="upper-case(.)"/>
              </a>
            </xsl:for-each>
          </p>
        </xsl:if>
        <form class="search" action="search.html" role="search">
          <label for="page-search"><xsl:value-of select="t:word('Search')"/></label>
          <input id="page-search" name="q" type="search"/>
          <button><xsl:value-of select="t:word('Find')"/></button>
        </form>
        <xsl:call-template name="t:time">
          <xsl:with-param name="dates" select="sort($documents/teiHeader/profileDesc/creation/date[1]/string((@when, @notBefore, @from)[1])[matches(., '^\d{4}')])"/>
        </xsl:call-template>
        <div id="documents" tabindex="-1">
          <xsl:for-each-group select="$documents" group-adjacent="t:year(teiHeader)">
            <xsl:call-template name="t:section">
              <xsl:with-param name="heading" select="if (current-grouping-key() eq '') then t:word('Undated') else current-grouping-key()"/>
              <xsl:with-param name="documents" select="current-group()"/>
              <xsl:with-param name="id" select="'year-' || (current-grouping-key()[. ne ''], 'none')[1]"/>
            </xsl:call-template>
          </xsl:for-each-group>
        </div>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- When the documents were made: a column for each month where they lie within five years, else for each year. -->
  <xsl:template name="t:time">
    <xsl:param name="dates" as="xs:string*"/>
    <xsl:variable name="monthly" select="every $date in $dates satisfies matches($date, '^\d{4}-\d\d')"/>
    <xsl:variable name="span" select="if (exists($dates)) then xs:integer(substring($dates[last()], 1, 4)) - xs:integer(substring($dates[1], 1, 4)) else 0"/>
    <xsl:variable name="by-month" select="$monthly and $span le 5"/>
    <xsl:variable name="units" as="xs:integer*" select="$dates ! (if ($by-month)
      then 12 * xs:integer(substring(., 1, 4)) + xs:integer(substring(., 6, 2)) - 1 else xs:integer(substring(., 1, 4)))"/>
    <xsl:if test="count(distinct-values($units)) gt 1">
      <xsl:variable name="first" select="min($units)"/>
      <xsl:variable name="count" select="max($units) - $first + 1"/>
      <xsl:variable name="step" select="720 div $count"/>
      <xsl:variable name="most" select="max(for $unit in distinct-values($units) return count($units[. = $unit]))"/>
      <xsl:variable name="told" as="xs:string*">
        <xsl:for-each select="sort(distinct-values($units))">
          <xsl:sequence select="(if ($by-month) then t:date-in-words(. idiv 12 || '-' || format-integer(. mod 12 + 1, '00')) else string(.))
            || ': ' || count($units[. = current()])"/>
        </xsl:for-each>
      </xsl:variable>
      <figure class="time">
        <svg viewBox="0 0 720 77" preserveAspectRatio="none" role="img" aria-label="{t:word(if ($by-month) then 'Documents by month' else 'Documents by year')}. {string-join($told, '; ')}" xmlns="http://www.w3.org/2000/svg">
          <line x1="0" x2="720" y1="76.5" y2="76.5"/>
          <xsl:for-each-group select="$units" group-by=".">
            <xsl:variable name="height" select="max((3, 68 * count(current-group()) div $most))"/>
            <rect x="{format-number((current-grouping-key() - $first) * $step + 0.15 * $step, '0.##')}" y="{format-number(76 - $height, '0.##')}"
              width="{format-number(max((2, min((0.7 * $step, 40)))), '0.##')}" height="{format-number($height, '0.##')}"/>
          </xsl:for-each-group>
        </svg>
        <p class="ends" aria-hidden="true">
          <span><xsl:value-of select="replace($told[1], ': \d+$', '')"/></span>
          <span><xsl:value-of select="replace($told[last()], ': \d+$', '')"/></span>
        </p>
      </figure>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
