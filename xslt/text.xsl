<?xml version="1.0" encoding="UTF-8"?>
<!-- The reading text as plain text: a blank line between blocks, no furniture of the page, no deletions. A note is called by `[^1]`
     and stands below the text. Line ends of the source are kept in forms, addresses and signatures alone. -->
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

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/">
    <xsl:variable name="text" as="xs:string*">
      <xsl:apply-templates select="/*/descendant-or-self::TEI/text"/>
    </xsl:variable>
    <xsl:variable name="notes" as="xs:string*">
      <xsl:call-template name="notes">
        <xsl:with-param name="unit" select="/*"/>
      </xsl:call-template>
    </xsl:variable>
    <!-- Lines without white space at their ends, one empty line at most between two. (Regular expressions would cost far more.) -->
    <xsl:variable name="lines" select="tokenize(string-join(($text, $notes)), '\n') ! (if (contains(., '&#9;')) then string-join(tokenize(., '\t') ! normalize-space(.), '&#9;') else normalize-space(.))"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:for-each-group select="$lines" group-adjacent=". eq ''">
        <xsl:choose>
          <xsl:when test="not(current-grouping-key())">
            <xsl:sequence select="current-group()"/>
          </xsl:when>
          <xsl:when test="position() ne 1 and position() ne last()">
            <xsl:sequence select="''"/>
          </xsl:when>
        </xsl:choose>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:value-of select="string-join(($parts, ''), '&#10;')"/>
  </xsl:template>

  <xsl:template name="notes" as="xs:string*">
    <xsl:param name="unit" as="element()"/>
    <xsl:for-each select="t:notes-of($unit)[not(ancestor::fw or ancestor::del)]">
      <xsl:sequence select="'&#10;&#10;[^' || t:note-label(.) || ']: '"/>
      <xsl:apply-templates/>
    </xsl:for-each>
  </xsl:template>

  <!-- One of several documents in a file, with its notes below it. -->
  <xsl:template priority="2" as="xs:string*" match="text[t:is-unit(.)] | div[@type = 'document'][t:is-unit(.)]">
    <xsl:sequence select="'&#10;&#10;', (t:unit-title(.) || '&#10;&#10;')[not(t:is-titled(current()))]"/>
    <xsl:next-match/>
    <xsl:call-template name="notes">
      <xsl:with-param name="unit" select="."/>
    </xsl:call-template>
    <xsl:sequence select="'&#10;&#10;'"/>
  </xsl:template>

  <!-- White space is folded, and kept at the ends. -->
  <xsl:template match="text()" as="xs:string">
    <xsl:variable name="words" select="normalize-space(.)"/>
    <xsl:sequence select="
      if ($words eq '') then ' '
      else if (string-length($words) eq string-length(.)) then $words
      else ' '[normalize-space(substring(current(), 1, 1)) eq ''] || $words || ' '[normalize-space(substring(current(), string-length(current()))) eq '']"/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction() | fw | del"/>

  <xsl:template match="choice">
    <xsl:apply-templates select="if (corr | reg | expan) then (corr | reg | expan) else node()"/>
  </xsl:template>

  <xsl:template match="*" as="xs:string*">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template priority="1" as="xs:string*" match="p | ab | head | list | table | figure | figDesc | div | opener | closer | postscript | lg | sp | quote[p] | dateline
                       | salute | trailer | byline | titlePart | floatingText | listBibl | note[not(t:is-footnote(.))] | div/gap | body/gap">
    <xsl:sequence select="'&#10;&#10;'"/>
    <xsl:next-match/>
    <xsl:sequence select="'&#10;&#10;'"/>
  </xsl:template>

  <xsl:template priority="1" as="xs:string*" match="signed | addrLine | l | row | speaker | stage | bibl[parent::listBibl] | opener/seg | closer/seg">
    <xsl:sequence select="'&#10;'"/>
    <xsl:next-match/>
    <xsl:sequence select="'&#10;'"/>
  </xsl:template>

  <xsl:template priority="1" as="xs:string*" match="castList | castGroup | castItem | set | prologue | epilogue | performance | spGrp | listPerson | person | personGrp | listPlace | place | listOrg | org | listEvent | event
                       | listRelation | relation | listApp | msDesc | msPart | msIdentifier | msContents | msItem | summary | physDesc | objectDesc | supportDesc | support | extent | collation
                       | condition | layoutDesc | layout | handDesc | handNote | decoDesc | decoNote | bindingDesc | binding | history | origin | provenance | acquisition | additional
                       | adminInfo | recordHist | source | biblStruct | biblFull | analytic | monogr | series | titleStmt | publicationStmt | entry | sense | form | gramGrp | etym | re | noteGrp | u | eg
                       | listWit | witness | superEntry | entryFree | hom | dictScrap | listObject | object | objectIdentifier | msFrag | msItemStruct | altIdentifier | additions | foliation
                       | accMat | sealDesc | seal | scriptDesc | scriptNote | typeDesc | typeNote | musicNotation | custodialHist | surrogates | listNym | nym | colophon | relatedItem | respStmt">
    <xsl:sequence select="'&#10;'"/>
    <xsl:next-match/>
    <xsl:sequence select="'&#10;'"/>
  </xsl:template>

  <xsl:template priority="0.9" as="xs:string*" match="(castItem | person | place | org | event | msIdentifier | msItem | dimensions | biblStruct | analytic | monogr | imprint | entry | entryFree | superEntry | hom | sense | form | respStmt | address | cit)/*">
    <xsl:next-match/>
    <xsl:sequence select="' '"/>
  </xsl:template>

  <xsl:template priority="1" match="rdg" as="xs:string*">
    <xsl:sequence select="'⟨' || (tokenize(@wit) ! replace(., '^#', '') => string-join(' ')) || ': '[current()/@wit]"/>
    <xsl:next-match/>
    <xsl:sequence select="'⟩'"/>
  </xsl:template>

  <xsl:template match="item" as="xs:string*">
    <xsl:sequence select="'&#10;- '"/>
    <xsl:apply-templates/>
    <xsl:sequence select="'&#10;'"/>
  </xsl:template>

  <xsl:template match="list/label" as="xs:string*">
    <xsl:sequence select="'&#10;'"/>
    <xsl:apply-templates/>
    <xsl:sequence select="'&#10;'"/>
  </xsl:template>

  <xsl:template match="cell" as="xs:string*">
    <xsl:sequence select="'&#9;'[current()/preceding-sibling::cell]"/>
    <xsl:apply-templates/>
    <xsl:sequence select="' '"/>
  </xsl:template>

  <xsl:template match="lb" as="xs:string?">
    <xsl:sequence select="
      if (@break = 'no') then ()
      else if (ancestor::*[self::p or self::item or self::note or self::quote or self::cell or self::head][1][not(ancestor::closer)]) then ' '
      else '&#10;'"/>
  </xsl:template>

  <xsl:template match="gap" as="xs:string*" priority="0.9">
    <xsl:variable name="bare" select="not(matches(., '^\s*[\[(]'))"/>
    <xsl:sequence select="'['[$bare]"/>
    <xsl:apply-templates/>
    <xsl:if test="normalize-space(.) = ''">
      <xsl:sequence select="if (@reason = 'redacted') then t:word('redacted') else t:omission(.)"/>
    </xsl:if>
    <xsl:sequence select="']'[$bare]"/>
  </xsl:template>

  <xsl:template match="note[t:is-footnote(.)]" as="xs:string?">
    <xsl:if test="not(t:is-uncalled(.))">
      <xsl:sequence select="'[^' || t:note-label(.) || ']'"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="ptr[@type = 'note']" as="xs:string">
    <xsl:sequence select="'[^' || t:pointer-label(.) || ']'"/>
  </xsl:template>

</xsl:stylesheet>
