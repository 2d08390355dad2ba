<?xml version="1.0" encoding="UTF-8"?>
<!-- The blocks of a text in HTML: divisions, heads, paragraphs, lists, tables, openers and closers.

     HTML is stricter than TEI about what may stand in what: a paragraph holds no list, a heading no paragraph. So every
     template asks `t:tag` for the element to make. Below an element that holds phrases only (the tunnelled parameter
     `phrases`), all are spans and the style sheet gives them their shape. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Whether something below can only be made by elements that a paragraph may not hold. Most documents have none at all. -->
  <xsl:key name="blocks" use="'all'" match="list | table | figure | floatingText | lg | listBibl | sp | listPerson | listPlace | listOrg | listEvent
    | listRelation | listApp | msDesc | biblStruct | biblFull | castList | entry | eg | quote[p or parent::div or parent::body]"/>

  <xsl:function name="t:holds-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="blocks" select="key('blocks', 'all', root($element))"/>
    <xsl:sequence select="exists($blocks) and exists($element/descendant::* intersect $blocks)"/>
  </xsl:function>

  <xsl:function name="t:is-phrase" as="xs:boolean">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:sequence select="$tag = ('span', 'b', 'i', 'sup', 'sub', 'del', 'ins')"/>
  </xsl:function>

  <!-- The HTML element to make: the wanted one where HTML allows it here, and allows in it what it will hold. -->
  <xsl:function name="t:tag" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="wanted" as="xs:string"/>
    <xsl:param name="phrases" as="xs:boolean"/>
    <xsl:sequence select="
      if ($phrases) then (if (t:is-phrase($wanted)) then $wanted else 'span')
      else if (t:holds-blocks($element) and $wanted ne 'blockquote') then 'div'
      else $wanted"/>
  </xsl:function>

  <!-- The depth of a heading: the document's own head is h1 where it is also the title of the page. -->
  <xsl:function name="t:heading-level" as="xs:integer">
    <xsl:param name="head" as="element(head)"/>
    <xsl:variable name="depth" select="count($head/ancestor::*[head][t:is-of-division(head[1])])"/>
    <xsl:sequence select="min((6, $depth + (if ($t:title-head) then 0 else 1)))"/>
  </xsl:function>

  <!-- class, id, lang and, where a decision is uncertain, why. -->
  <xsl:template name="t:attributes">
    <xsl:param name="inert" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:param name="more" as="xs:string*"/>
    <xsl:variable name="id" select="t:id(.)"/>
    <xsl:variable name="doubt" select="t:doubt(.)"/>
    <xsl:variable name="kinds" as="xs:string*">
      <xsl:for-each select="@type | @rend | @place">
        <xsl:sequence select="for $token in tokenize(.) return local-name() || '-' || replace($token, '[^A-Za-z0-9_-]', '-')"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:attribute name="class" select="string-join(('tei-' || local-name(), $kinds, $more, 'uncertain'[$doubt ne '']), ' ')"/>
    <xsl:if test="$id and not($inert)">
      <xsl:attribute name="id" select="$id"/>
    </xsl:if>
    <xsl:if test="@xml:lang castable as xs:language and @xml:lang ne ''">
      <xsl:attribute name="lang" select="@xml:lang"/>
    </xsl:if>
    <xsl:if test="$doubt ne ''">
      <xsl:attribute name="title" select="upper-case(substring($doubt, 1, 1)) || substring($doubt, 2)"/>
    </xsl:if>
  </xsl:template>

  <!-- An element of HTML for an element of TEI, with the content in it. -->
  <xsl:template name="t:element">
    <xsl:param name="phrases" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:param name="wanted" as="xs:string"/>
    <xsl:param name="content" as="node()*" select="node()"/>
    <xsl:param name="more" as="xs:string*"/>
    <xsl:variable name="tag" select="t:tag(., $wanted, $phrases)"/>
    <xsl:element name="{$tag}">
      <xsl:call-template name="t:attributes">
        <xsl:with-param name="more" select="$more, 'block'[$tag = 'span' and $wanted = ('p', 'div', 'blockquote')]"/>
      </xsl:call-template>
      <xsl:apply-templates select="$content">
        <xsl:with-param name="phrases" select="$phrases or not($tag = ('div', 'blockquote'))" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:element>
    <xsl:if test="not(t:is-phrase($wanted))">
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="body | front | back | group | text">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- One of several documents in a file: a section, its title where its text says none, its notes below it. -->
  <xsl:template match="text[t:is-unit(.)] | div[@type = 'document'][t:is-unit(.)]" priority="45">
    <section class="unit" aria-label="{t:unit-title(.)}">
      <xsl:if test="self::text or not(@xml:id)">
        <xsl:attribute name="id" select="t:unit-id(.)"/>
      </xsl:if>
      <xsl:if test="not(t:is-titled(.))">
        <h2 data-generated="">
          <xsl:value-of select="t:unit-title(.)"/>
        </h2>
      </xsl:if>
      <xsl:next-match/>
      <xsl:call-template name="t:notes-of-unit"/>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- Where a view has its notes below the text, those of each document stand below it. -->
  <xsl:template name="t:notes-of-unit"/>

  <xsl:template match="div | div1 | div2 | div3 | div4 | div5 | div6 | div7 | floatingText | titlePage | postscript | opener | closer
                       | lg | sp | epigraph | argument | listBibl | address[parent::div or parent::opener or parent::closer]">
    <xsl:call-template name="t:element">
      <xsl:with-param name="wanted" select="'div'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- What describes rather than tells: lists of persons and places, manuscripts, books, entries of a dictionary. Each part is a
       block. -->
  <xsl:template match="castList | castGroup | castItem | set | prologue | epilogue | performance | spGrp | listPerson | person | personGrp | listPlace | place | listOrg | org | listEvent | event
                       | listRelation | relation | listApp | msDesc | msPart | msIdentifier | msContents | msItem | summary | physDesc | objectDesc | supportDesc | support | extent | collation
                       | condition | layoutDesc | layout | handDesc | handNote | decoDesc | decoNote | bindingDesc | binding | history | origin | provenance | acquisition | additional
                       | adminInfo | recordHist | source | biblStruct | biblFull | analytic | monogr | series | titleStmt | publicationStmt | entry | sense | form | gramGrp | etym | re | noteGrp | u | eg
                       | listWit | witness | superEntry | entryFree | hom | dictScrap | listObject | object | objectIdentifier | msFrag | msItemStruct | altIdentifier | additions | foliation
                       | accMat | sealDesc | seal | scriptDesc | scriptNote | typeDesc | typeNote | musicNotation | custodialHist | surrogates | listNym | nym | colophon | relatedItem | respStmt">
    <xsl:call-template name="t:element">
      <xsl:with-param name="wanted" select="'div'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p | ab | salute | dateline | signed | trailer | byline | speaker | stage | addrLine | bibl[parent::listBibl]
                       | titlePart | docTitle | docAuthor | docDate | docImprint | imprimatur
                       | opener/seg | closer/seg">
    <xsl:call-template name="t:element">
      <xsl:with-param name="wanted" select="'p'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The heading of a list, a table, a poem, a description: no division of the text begins with it. -->
  <xsl:template match="head[not(t:is-of-division(.))]" priority="1">
    <xsl:call-template name="t:element">
      <xsl:with-param name="wanted" select="'p'"/>
      <xsl:with-param name="more" select="'sub'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="head">
    <xsl:param name="phrases" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="level" select="t:heading-level(.)"/>
    <xsl:choose>
      <xsl:when test="t:holds-blocks(.) and not($phrases)">
        <div role="heading" aria-level="{$level}">
          <xsl:call-template name="t:attributes"/>
          <xsl:apply-templates/>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="t:element">
          <xsl:with-param name="wanted" select="'h' || $level"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="quote[p or parent::div or parent::body] | cit[parent::div or parent::body]">
    <xsl:call-template name="t:element">
      <xsl:with-param name="wanted" select="'blockquote'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="figure">
    <figure>
      <xsl:call-template name="t:attributes"/>
      <xsl:apply-templates/>
    </figure>
  </xsl:template>

  <xsl:template match="figDesc">
    <figcaption>
      <xsl:call-template name="t:attributes"/>
      <xsl:apply-templates/>
    </figcaption>
  </xsl:template>

  <!-- Lists. HTML allows nothing but items in a list: what stands before the first item goes before the list, what stands
       between two items (a page break, furniture) at the end of the one before. -->
  <xsl:template match="list">
    <xsl:variable name="first" select="(item | label)[1]"/>
    <xsl:variable name="tag" select="if (label) then 'dl' else if (tokenize(@rend) = ('ordered', 'numbered') or @type = 'ordered') then 'ol' else 'ul'"/>
    <div>
      <xsl:call-template name="t:attributes"/>
      <xsl:apply-templates select="if ($first) then node()[. &lt;&lt; $first] else node()"/>
      <xsl:if test="$first">
        <xsl:element name="{$tag}">
          <xsl:for-each-group select="node()[not(. &lt;&lt; $first)]" group-starting-with="item | label">
            <xsl:element name="{if ($tag ne 'dl') then 'li' else if (self::label) then 'dt' else 'dd'}">
              <xsl:call-template name="t:attributes"/>
              <xsl:apply-templates select="node(), tail(current-group())"/>
            </xsl:element>
          </xsl:for-each-group>
        </xsl:element>
      </xsl:if>
    </div>
  </xsl:template>

  <!-- Tables. They scroll in a region of their own where the screen is narrow. -->
  <xsl:template match="table">
    <xsl:variable name="first" select="row[1]"/>
    <xsl:variable name="caption" select="head[1]/t:id(.)"/>
    <xsl:variable name="columns" select="max((1, row/sum(cell/(if (@cols castable as xs:positiveInteger) then xs:integer(@cols) else 1))))"/>
    <div role="region" tabindex="0">
      <xsl:call-template name="t:attributes"/>
      <xsl:choose>
        <xsl:when test="$caption">
          <xsl:attribute name="aria-labelledby" select="$caption"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:attribute name="aria-label" select="t:word('Table') || ' ' || count(preceding::table | ancestor::table) + 1"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="node()[. &lt;&lt; $first]"/>
      <table>
        <xsl:for-each-group select="node()[not(. &lt;&lt; $first)]" group-starting-with="row">
          <tr>
            <xsl:call-template name="t:attributes"/>
            <xsl:for-each-group select="node()" group-starting-with="cell">
              <xsl:choose>
                <xsl:when test="self::cell">
                  <xsl:apply-templates select=".">
                    <xsl:with-param name="after" select="tail(current-group())"/>
                  </xsl:apply-templates>
                </xsl:when>
                <xsl:when test="current-group()/self::*">
                  <td class="between">
                    <xsl:apply-templates select="current-group()"/>
                  </td>
                </xsl:when>
              </xsl:choose>
            </xsl:for-each-group>
          </tr>
          <xsl:text>&#10;</xsl:text>
          <xsl:if test="tail(current-group())/self::*">
            <tr>
              <td class="between" colspan="{$columns}">
                <xsl:apply-templates select="tail(current-group())"/>
              </td>
            </tr>
          </xsl:if>
        </xsl:for-each-group>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="cell">
    <xsl:param name="after" as="node()*"/>
    <xsl:element name="{if (@role = 'label' or ../@role = 'label') then 'th' else 'td'}">
      <xsl:call-template name="t:attributes"/>
      <xsl:if test="@cols castable as xs:positiveInteger and @cols ne '1'">
        <xsl:attribute name="colspan" select="xs:integer(@cols)"/>
      </xsl:if>
      <xsl:if test="@rows castable as xs:positiveInteger and @rows ne '1'">
        <xsl:attribute name="rowspan" select="xs:integer(@rows)"/>
      </xsl:if>
      <xsl:apply-templates select="node(), $after"/>
    </xsl:element>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
