<?xml version="1.0" encoding="UTF-8"?>
<!-- The diplomatic view: every character of the text, in the order of the TEI, with its lines and pages; deletions struck out,
     additions above the line, stamps as stamps, furniture where it stood. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
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
  <xsl:import href="shared/images.xsl"/>

  <xsl:variable name="t:page-file" as="xs:string" select="'diplomatic.html'"/>

  <xsl:template match="/">
    <xsl:variable name="about" as="element()*">
      <xsl:call-template name="t:contents"/>
    </xsl:variable>
    <xsl:variable name="after" as="element()*">
      <xsl:call-template name="t:omissions"/>
    </xsl:variable>
    <xsl:call-template name="t:page">
      <xsl:with-param name="view" select="'diplomatic'"/>
      <xsl:with-param name="title" select="$t:document-title || ', ' || t:word('diplomatic')"/>
      <xsl:with-param name="scripts" select="'edition.js'"/>
      <xsl:with-param name="about" select="$about"/>
      <xsl:with-param name="after" select="$after"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="fw" priority="10">
    <xsl:call-template name="t:element">
      <xsl:with-param name="wanted" select="'div'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="del" priority="10">
    <xsl:call-template name="t:element">
      <xsl:with-param name="wanted" select="'del'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="add" priority="10">
    <xsl:call-template name="t:element">
      <xsl:with-param name="wanted" select="'ins'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="lb" priority="10">
    <br/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- A line end within a word: nothing but the break stands between its parts. -->
  <xsl:template match="lb[@break = 'no']" priority="11">
    <br class="within-word"/>
  </xsl:template>

  <!-- A note stands at its call, as in the TEI. -->
  <xsl:template match="note[t:is-footnote(.)]" priority="10">
    <xsl:param name="phrases" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="blocks" select="not($phrases) and t:holds-blocks(.)"/>
    <xsl:if test="not(t:is-uncalled(.))">
      <sup data-generated="">
        <xsl:value-of select="t:note-label(.)"/>
      </sup>
    </xsl:if>
    <xsl:element name="{if ($blocks) then 'div' else 'span'}">
      <xsl:call-template name="t:attributes">
        <xsl:with-param name="more" select="'margin'"/>
      </xsl:call-template>
      <span class="label" data-generated="">
        <xsl:value-of select="t:note-label(.) || ' '"/>
      </span>
      <xsl:apply-templates>
        <xsl:with-param name="phrases" select="not($blocks)" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:element>
  </xsl:template>

  <xsl:template match="note">
    <xsl:call-template name="t:element">
      <xsl:with-param name="wanted" select="if (p) then 'div' else 'p'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- White space of the source that HTML would fold: blank lines, tabs, runs of spaces. -->
  <xsl:template match="text()[$t:own][contains(., '&#10;') or contains(., '  ') or contains(., '&#9;')]
                       [not(parent::div | parent::body | parent::list | parent::table | parent::row | parent::opener | parent::closer
                        | parent::postscript | parent::subst | parent::choice | parent::text | parent::lg | parent::address)]">
    <xsl:analyze-string select="." regex="\n|\t+|  +">
      <xsl:matching-substring>
        <xsl:choose>
          <xsl:when test=". = '&#10;'">
            <span class="blank-line">
              <xsl:value-of select="."/>
            </span>
          </xsl:when>
          <xsl:otherwise>
            <span class="space">
              <xsl:value-of select="."/>
            </span>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:matching-substring>
      <xsl:non-matching-substring>
        <xsl:value-of select="."/>
      </xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:template>

  <!-- In a description of an omission a line feed is a line end, for no element of its own may stand there. -->
  <xsl:template match="desc/text()[$t:own][contains(., '&#10;')]" priority="5">
    <xsl:analyze-string select="." regex="\n">
      <xsl:matching-substring>
        <br/>
        <xsl:text>&#10;</xsl:text>
      </xsl:matching-substring>
      <xsl:non-matching-substring>
        <xsl:value-of select="."/>
      </xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:template>

</xsl:stylesheet>
