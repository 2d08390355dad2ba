<?xml version="1.0" encoding="UTF-8"?>
<!-- The genres in print: verse, plays, entries of a dictionary, descriptions of manuscripts, quotations, as Typst markup. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="lg | titlePage | castList | castGroup | witness[@xml:id] | entry | entryFree" priority="1">
    <xsl:call-template name="t:block">
      <xsl:with-param name="function" select="
        if (self::lg) then (if (parent::lg) then 'inner-stanza' else 'stanza')
        else if (self::witness) then 'labelled(' || t:string(string((@n, @xml:id)[1])) || ')'
        else map {'titlePage': 'title-block', 'castList': 'cast', 'castGroup': 'cast-group', 'entry': 'entry', 'entryFree': 'entry'}(local-name())"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A line of verse; one that is set in, or is the end of a line that another speaker began, stands to the right. -->
  <xsl:template match="l">
    <xsl:call-template name="t:block">
      <xsl:with-param name="function" select="'verse-line(inset: ' || (if (@part = 'F') then '8em' else if (@part = 'M') then '5em' else if (contains(@rend, 'indent')) then '2.4em' else '1.2em') || ')'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="titlePart[@type = 'main']" priority="1">
    <xsl:call-template name="t:block">
      <xsl:with-param name="function" select="'main-title'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="role" priority="1">
    <xsl:call-template name="t:call">
      <xsl:with-param name="function" select="'smallcaps'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="(p | ab | l | seg | speaker | head)/stage | roleDesc | mentioned | incipit | explicit | pos | gen | usg | subc | entry//lang" priority="1">
    <xsl:if test="self::incipit or self::explicit">
      <xsl:value-of select="'#field-name(' || t:string(t:word($t:fields(local-name()))) || '); '"/>
    </xsl:if>
    <xsl:call-template name="t:call">
      <xsl:with-param name="function" select="'emph'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- An entry runs on: its word, what kind of word it is, its senses with their numbers. -->
  <xsl:template match="(entry | entryFree)/descendant::*[self::form or self::gramGrp or self::sense or self::etym or self::re or self::xr or self::hom]" priority="42">
    <xsl:if test="self::sense/@n">
      <xsl:value-of select="'#strong(' || t:string(@n) || '); '"/>
    </xsl:if>
    <xsl:apply-templates/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="orth" priority="1">
    <xsl:call-template name="t:call">
      <xsl:with-param name="function" select="'strong'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A description: its parts with a heading, its fields with their names. -->
  <xsl:template match="msContents | physDesc | history[ancestor::msDesc]" priority="42">
    <xsl:value-of select="'&#10;#sub-head(' || t:string(t:word($t:fields(local-name()))) || ');&#10;'"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template priority="42" match="support | extent[ancestor::msDesc] | foliation | collation | condition[ancestor::msDesc] | layout | handNote | decoNote | binding | seal
    | accMat | additions | origin[ancestor::msDesc] | provenance | acquisition">
    <xsl:call-template name="t:block">
      <xsl:with-param name="function" select="'labelled(' || t:string(t:word($t:fields(local-name()))) || ', width: 8em, named: true)'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="msIdentifier/*[following-sibling::*]" priority="41">
    <xsl:next-match/>
    <xsl:text> #"·"; </xsl:text>
  </xsl:template>

  <xsl:template match="dimensions/*[preceding-sibling::*]" priority="43">
    <xsl:text> #"×"; </xsl:text>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="dimensions[@unit]" priority="43">
    <xsl:next-match/>
    <xsl:value-of select="' #' || t:string(@unit) || ';'"/>
  </xsl:template>

  <!-- What is quoted stands in marks, where the source has none of its own. -->
  <xsl:template match="(q | soCalled | quote | said)[t:wants-marks(.)] | gloss[ancestor::etym]" priority="12">
    <xsl:variable name="inner" select="self::soCalled or self::gloss or ancestor::q or ancestor::quote"/>
    <xsl:value-of select="'#' || t:string(if ($inner) then '‘' else '“') || ';'"/>
    <xsl:next-match/>
    <xsl:value-of select="'#' || t:string(if ($inner) then '’' else '”') || ';'"/>
  </xsl:template>

</xsl:stylesheet>
