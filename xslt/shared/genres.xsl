<?xml version="1.0" encoding="UTF-8"?>
<!-- What the genres ask of a page beyond blocks and phrases: the lines of verse, plays, entries of a dictionary, descriptions of
     manuscripts, witnesses, quotations. What is added (numbers of lines and senses, names of fields, marks) is generated. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- A line of verse. Every fifth number of the source stands beside it; the end of a line that another speaker began, to the right. -->
  <xsl:template match="l">
    <xsl:call-template name="t:element">
      <xsl:with-param name="wanted" select="'p'"/>
      <xsl:with-param name="content" select="t:line-number(.), node()"/>
      <xsl:with-param name="more" select="@part[. = ('M', 'F')] ! ('part-' || .)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="t:line-number" as="attribute()?">
    <xsl:param name="line" as="element(l)"/>
    <xsl:sequence select="$line/@n[. castable as xs:positiveInteger][xs:integer(.) mod 5 = 0][not($line/@part = ('M', 'F'))]"/>
  </xsl:function>

  <xsl:template match="l/@n">
    <span class="line-number" data-generated="">
      <xsl:value-of select="."/>
    </span>
  </xsl:template>

  <!-- The pieces of what describes are parted where the TEI has no white space between them. -->
  <xsl:template priority="40" match="(castItem | person | place | org | event | msItem | dimensions | objectDesc | biblStruct | analytic | monogr | imprint | titleStmt | publicationStmt
                       | entry | entryFree | superEntry | hom | sense | form | gramGrp | respStmt | address | cit)/*[following-sibling::node()[1][self::*]]
                       | (surname | forename | roleName | addName)[following-sibling::node()[1][self::surname or self::forename or self::roleName or self::addName]]">
    <xsl:next-match/>
    <span data-generated="">
      <xsl:text> </xsl:text>
    </span>
  </xsl:template>

  <!-- What a play says within a speech or a line stands in it. -->
  <xsl:template match="(p | ab | l | seg | speaker | head)/stage | byline/docAuthor | docImprint/docDate | p//docAuthor | p//docDate" priority="2">
    <xsl:call-template name="t:element">
      <xsl:with-param name="wanted" select="'span'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A sense of an entry with its number, a witness with its sign. -->
  <xsl:template match="sense[@n][normalize-space()] | witness[@xml:id]" priority="45">
    <xsl:param name="phrases" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:element name="{if ($phrases) then 'span' else 'div'}">
      <xsl:attribute name="class" select="'labelled'"/>
      <span class="label" data-generated="">
        <xsl:value-of select="(self::sense/@n, @n, @xml:id)[1] || ' '"/>
      </span>
      <xsl:next-match/>
    </xsl:element>
  </xsl:template>

  <!-- The fields of a description, with their names. -->
  <xsl:template priority="42" match="msContents | physDesc | history | support | extent[ancestor::msDesc] | foliation | collation | condition[ancestor::msDesc] | layout | handNote
    | decoNote | binding | seal | accMat | additions | origin[ancestor::msDesc] | provenance | acquisition">
    <xsl:param name="phrases" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:element name="{if ($phrases) then 'span' else 'div'}">
      <xsl:attribute name="class" select="if (self::msContents or self::physDesc or self::history) then 'fields' else 'field'"/>
      <span class="field-name" data-generated="">
        <xsl:value-of select="t:word($t:fields(local-name())) || ' '"/>
      </span>
      <xsl:next-match/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="incipit | explicit" priority="2">
    <span class="field-name" data-generated="">
      <xsl:value-of select="t:word($t:fields(local-name())) || ' '"/>
    </span>
    <xsl:next-match/>
  </xsl:template>

  <!-- Where a manuscript lies, from the country to the number. -->
  <xsl:template match="msIdentifier/*[following-sibling::*]" priority="41">
    <xsl:next-match/>
    <span data-generated="">, </span>
  </xsl:template>

  <!-- Dimensions: `312 × 198 mm`. -->
  <xsl:template match="dimensions/*[preceding-sibling::*]" priority="43">
    <span data-generated=""> × </span>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="dimensions[@unit]" priority="43">
    <xsl:next-match/>
    <span data-generated="">
      <xsl:value-of select="' ' || @unit"/>
    </span>
  </xsl:template>

  <!-- What is quoted stands in marks, where the source has none of its own. -->
  <xsl:template match="(q | soCalled | quote | said)[t:wants-marks(.)] | gloss[ancestor::etym]" priority="12">
    <span data-generated="">
      <xsl:value-of select="if (self::soCalled or self::gloss or ancestor::q or ancestor::quote) then '‘' else '“'"/>
    </span>
    <xsl:next-match/>
    <span data-generated="">
      <xsl:value-of select="if (self::soCalled or self::gloss or ancestor::q or ancestor::quote) then '’' else '”'"/>
    </span>
  </xsl:template>

</xsl:stylesheet>
