<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands inside a block, in HTML: emphasis, names, changes, omissions, pointers, page breaks, stamps, boxes. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="persName | placeName | orgName | name | rs | roleName | forename | surname | addName | genName | nameLink
                       | settlement | country | region | district | geogName | affiliation | gloss | term | foreign | abbr | expan | ex | am
                       | title | q | said | soCalled | mentioned | quote | cit | bibl | idno | num | measure | label | desc | seg | s | w | pc
                       | unclear | supplied | surplus | damage | restore | retrace | orig | reg | sic | corr | choice | subst | stamp | metamark
                       | address | distinct | formula | code | ident | email | caption | biblScope | publisher | pubPlace | author | editor
                       | objectType | origDate | origPlace | phr | cl | hi | rhyme | caesura | role | roleDesc | actor | app | lem | mod | secl | c | g | unit | locus | incipit | explicit | finalRubric | rubric | textLang | repository | institution
                       | collection | material | dimensions | height | width | depth | imprint | orth | pron | pos | gram | gen | number | def | lang | street | postCode | postBox | birth | death
                       | occupation | residence | education | nationality | faith | geo | location | objectName | eventName | att | gi | val | tag | vocal | kinesic | incident | writing | pause
                       | notatedMusic | interp | certainty | listRef | headLabel | headItem
                       | usg | xr | lbl | hyph | syll | oRef | pRef | per | mood | tns | case | subc | iType | colloc | stress | m | wit | witDetail | rdgGrp | ellipsis | geogFeat
                       | citedRange | edition | resp | sex | age | floruit | state | trait | langKnowledge | langKnown | persPronouns | offset | measureGrp | watermark | catchwords
                       | signatures | secFol | heraldry | msName | filiation | locusGrp | shift | sound | camera | tech | view | move | gender | listTranspose">
    <xsl:call-template name="t:element">
      <xsl:with-param name="wanted" select="'span'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Of two forms of one word the second stands in brackets. -->
  <xsl:template match="choice/*[preceding-sibling::*]" priority="12">
    <span data-generated=""> [</span>
    <xsl:next-match/>
    <span data-generated="">]</span>
  </xsl:template>

  <!-- What another witness reads stands behind, with the name of the witness. -->
  <xsl:template match="rdg">
    <span class="rdg" data-generated="">
      <xsl:value-of select="' ⟨'[current()/preceding-sibling::*] || '⟨'[empty(current()/preceding-sibling::*)] || tokenize(@wit) ! replace(., '^#', '') => string-join(' ')
        || ': '[current()/@wit]"/>
    </span>
    <xsl:call-template name="t:element">
      <xsl:with-param name="wanted" select="'span'"/>
    </xsl:call-template>
    <span class="rdg" data-generated="">⟩</span>
  </xsl:template>

  <xsl:template match="hi[tokenize(@rend) = ('bold', 'strong')]">
    <xsl:call-template name="t:element">
      <xsl:with-param name="wanted" select="'b'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="hi[tokenize(@rend) = 'italic'] | emph">
    <xsl:call-template name="t:element">
      <xsl:with-param name="wanted" select="'i'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="hi[tokenize(@rend) = ('superscript', 'sup')]">
    <xsl:call-template name="t:element">
      <xsl:with-param name="wanted" select="'sup'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="hi[tokenize(@rend) = ('subscript', 'sub')]">
    <xsl:call-template name="t:element">
      <xsl:with-param name="wanted" select="'sub'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A word with its reading above it. -->
  <xsl:template match="ruby[rb and rt and not(t:holds-blocks(.))] | ruby/rt">
    <xsl:element name="{local-name()}">
      <xsl:call-template name="t:attributes"/>
      <xsl:apply-templates>
        <xsl:with-param name="phrases" select="true()" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:element>
  </xsl:template>

  <xsl:template match="rb | ruby">
    <xsl:call-template name="t:element">
      <xsl:with-param name="wanted" select="'span'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="date | time">
    <xsl:variable name="machine" select="replace(@when, '^(-?\d{4}-\d\d-\d\d)T24:00:00', '$1')"/>
    <xsl:choose>
      <xsl:when test="not(t:holds-blocks(.)) and ($machine castable as xs:date or $machine castable as xs:dateTime or $machine castable as xs:time
                      or $machine castable as xs:gYearMonth or $machine castable as xs:gMonthDay)">
        <time datetime="{$machine}">
          <xsl:call-template name="t:attributes"/>
          <xsl:apply-templates>
            <xsl:with-param name="phrases" select="true()" tunnel="yes"/>
          </xsl:apply-templates>
        </time>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="t:element">
          <xsl:with-param name="wanted" select="'span'"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- An omission: the words of the source, in brackets where they bring none of their own. It leads to what its codes mean. -->
  <xsl:template match="gap">
    <xsl:param name="phrases" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:param name="inert" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="alone" select="not($phrases) and exists(parent::div | parent::body)"/>
    <xsl:variable name="bare" select="not(matches(., '^\s*[\[(]'))"/>
    <xsl:variable name="meanings" select="for $category in t:categories(.) return normalize-space($category/catDesc[1])"/>
    <xsl:variable name="content">
      <xsl:if test="$bare">
        <span data-generated="">[</span>
      </xsl:if>
      <xsl:apply-templates>
        <xsl:with-param name="phrases" select="true()" tunnel="yes"/>
      </xsl:apply-templates>
      <xsl:if test="normalize-space(.) = ''">
        <span data-generated="">
          <xsl:value-of select="if (@reason = 'redacted') then t:word('redacted') else t:omission(.)"/>
        </span>
      </xsl:if>
      <xsl:if test="$bare">
        <span data-generated="">]</span>
      </xsl:if>
    </xsl:variable>
    <xsl:element name="{if ($alone) then 'p' else 'span'}">
      <xsl:call-template name="t:attributes">
        <xsl:with-param name="more" select="'reason-' || replace(@reason, '[^A-Za-z0-9_-]', '-')"/>
      </xsl:call-template>
      <xsl:attribute name="title" select="string-join((t:omission(.), $meanings), '. ')"/>
      <xsl:choose>
        <xsl:when test="exists($meanings) and not($inert) and not(ancestor::ref)">
          <a href="#page-omissions">
            <xsl:sequence select="$content"/>
          </a>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="$content"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:element>
    <xsl:if test="$alone">
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="ref">
    <xsl:param name="inert" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="address" select="t:address(@target)"/>
    <xsl:choose>
      <xsl:when test="$address and not($inert) and not(ancestor::ref) and not(t:holds-blocks(.)) and not(.//note | .//pb | .//ptr)">
        <a href="{$address}">
          <xsl:call-template name="t:attributes"/>
          <xsl:apply-templates>
            <xsl:with-param name="phrases" select="true()" tunnel="yes"/>
          </xsl:apply-templates>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="t:element">
          <xsl:with-param name="wanted" select="'span'"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A pointer has no text of its own: a second call of a note shows the note's sign, any other where it leads. -->
  <xsl:template match="ptr">
    <xsl:param name="inert" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="address" select="t:address(@target)"/>
    <xsl:variable name="label" select="t:pointer-label(.)"/>
    <xsl:element name="{if (@type = 'note') then 'sup' else 'span'}">
      <xsl:call-template name="t:attributes"/>
      <xsl:attribute name="data-generated"/>
      <xsl:choose>
        <xsl:when test="$address and not($inert) and not(ancestor::ref)">
          <a href="{$address}">
            <xsl:if test="@type = 'note'">
              <xsl:attribute name="aria-label" select="t:word('Note') || ' ' || $label"/>
            </xsl:if>
            <xsl:value-of select="$label"/>
          </a>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="$label"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:element>
  </xsl:template>

  <!-- An image that is published with the document; any other leads to where it is on the web. -->
  <xsl:template match="graphic[@t:image]" priority="1">
    <xsl:param name="inert" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="image" as="element()">
      <img src="{@t:image}" alt="{t:image-in-words(.)}" loading="lazy" decoding="async"/>
    </xsl:variable>
    <xsl:element name="{if ($inert or ancestor::ref) then 'span' else 'a'}">
      <xsl:call-template name="t:attributes">
        <xsl:with-param name="more" select="'alone'[t:is-alone(current())]"/>
      </xsl:call-template>
      <xsl:attribute name="data-generated"/>
      <xsl:if test="not($inert or ancestor::ref)">
        <xsl:attribute name="href" select="@t:image"/>
      </xsl:if>
      <xsl:sequence select="$image"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="graphic | media">
    <span data-generated="">
      <xsl:call-template name="t:attributes"/>
      <xsl:variable name="address" select="t:address(@url)"/>
      <xsl:choose>
        <xsl:when test="$address and not(ancestor::ref)">
          <a href="{$address}">
            <xsl:value-of select="t:image-in-words(.)"/>
          </a>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="'[' || t:word('image') || ': ' || @url || ']'"/>
        </xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>

  <!-- A page of the source begins. Its number leads to itself, so that a reader can copy the address. -->
  <xsl:template match="pb">
    <xsl:param name="inert" as="xs:boolean" select="false()" tunnel="yes"/>
    <span data-generated="" data-page="{@n}">
      <xsl:call-template name="t:attributes">
        <!-- Two pages that begin at one place: the style sheet parts their numbers. -->
        <xsl:with-param name="more" select="'second'[current()/preceding-sibling::node()[normalize-space()
          or self::*][1][self::pb]]"/>
      </xsl:call-template>
      <xsl:choose>
        <xsl:when test="t:id(.) and not($inert) and not(ancestor::ref)">
          <a href="#{t:id(.)}">
            <span class="hidden"><xsl:value-of select="t:word('Page') || ' '"/></span>
            <xsl:value-of select="t:page-label(.)"/>
          </a>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="t:page-label(.)"/>
        </xsl:otherwise>
      </xsl:choose>
    </span>
    <xsl:call-template name="t:page-image"/>
  </xsl:template>

  <!-- The image of a page: only the views on the web have one. -->
  <xsl:template name="t:page-image"/>

  <!-- Places with no text: they can be linked to. -->
  <xsl:template match="anchor | milestone | cb | gb | addSpan | delSpan | handShift | space">
    <span>
      <xsl:call-template name="t:attributes"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()"/>

  <!-- Whatever else may come: its text is shown, and the run is told. -->
  <xsl:template match="*" priority="-1">
    <xsl:call-template name="report-unknown"/>
    <xsl:call-template name="t:element">
      <xsl:with-param name="wanted" select="if (parent::div or parent::body or .//p) then 'div' else 'span'"/>
      <xsl:with-param name="more" select="'unknown'"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
