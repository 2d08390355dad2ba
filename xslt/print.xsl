<?xml version="1.0" encoding="UTF-8"?>
<!-- The printed page: Typst markup, to be set with `edition.typ`. All words of the text are there: deletions struck out,
     furniture in small type where it stood, notes at the foot, the source's page numbers in the margin.

     Text is never written as markup, where a character might mean something: each text node is a string, `#"…";`. White space at
     its ends is written as a space of the markup, which Typst leaves out at the ends of a paragraph. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:import href="shared/identity.xsl"/>
  <xsl:import href="shared/wording.xsl"/>
  <xsl:import href="shared/unknown.xsl"/>
  <xsl:import href="shared/typst.xsl"/>
  <xsl:import href="shared/title.xsl"/>
  <xsl:import href="shared/units.xsl"/>
  <xsl:import href="shared/fields.xsl"/>
  <xsl:include href="shared/print-genres.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:param name="edition-title" as="xs:string" select="''"/>
  <xsl:param name="editors" as="xs:string" select="''"/>
  <xsl:param name="publisher" as="xs:string" select="''"/>
  <xsl:param name="licence" as="xs:string" select="''"/>
  <!-- The name of the TEI file in the PDF; its text is handed to the typesetter. -->
  <xsl:param name="attached" as="xs:string" select="''"/>
  <!-- The date that the file bears, as `2026-11-24`; empty where none is known. -->
  <xsl:param name="date" as="xs:string" select="''"/>

  <!-- The document's place in a book (1, 2, …); empty where it stands alone. -->
  <xsl:param name="place" as="xs:string" select="''"/>
  <!-- The names of all documents of a book in their order, one a line. -->
  <xsl:param name="places" as="xs:string" select="''"/>
  <!-- Where the edition stands on the web, and images that the typesetter refuses, one a line. -->
  <xsl:param name="address" as="xs:string" select="''"/>
  <xsl:param name="refused" as="xs:string" select="''"/>

  <!-- Whether a text begins, or ends, with white space. (A regular expression would look at all of it.) -->
  <xsl:function name="t:begins-blank" as="xs:boolean">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="$text ne '' and normalize-space(substring($text, 1, 1)) = ''"/>
  </xsl:function>

  <xsl:function name="t:ends-blank" as="xs:boolean">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="$text ne '' and normalize-space(substring($text, string-length($text))) = ''"/>
  </xsl:function>

  <xsl:function name="t:language-of-print" as="xs:string">
    <xsl:sequence select="t:string(tokenize($t:language, '-')[matches(., '^[A-Za-z]{2,3}$')] => head() => lower-case() => string())"/>
  </xsl:function>

  <xsl:template match="/">
    <xsl:variable name="common" select="'title: ' || t:string($t:document-title) || ', language: ' || t:language-of-print() || ', headed: ' || exists($t:title-head)"/>
    <xsl:choose>
      <xsl:when test="$place ne ''">
        <xsl:value-of select="'#book-document(place: ' || t:string($place) || ', ' || $common || ')[&#10;'"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="'#import &quot;/edition.typ&quot;: *&#10;#show: edition-document.with(' || $common || ', edition: ' || t:string($edition-title)"/>
        <xsl:if test="$editors ne ''">
          <xsl:value-of select="', authors: (' || t:string($editors) || ',)'"/>
        </xsl:if>
        <xsl:value-of select="t:date-of-print($date) || ')&#10;'"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$attached ne ''">
      <xsl:value-of select="'#tei-attached(' || t:string($attached) || ', sys.inputs.at(' || t:string('tei' || $place) || '))&#10;'"/>
    </xsl:if>
    <xsl:apply-templates select="/*/(. | descendant::TEI)/text"/>
    <xsl:if test="$place ne ''">
      <xsl:text>]&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="text()">
    <!-- A page number in the margin has no width: white space on both its sides would be seen as a double space. -->
    <xsl:variable name="before" select="preceding-sibling::node()[1][self::pb]/preceding-sibling::node()[1][self::text()]"/>
    <xsl:if test="t:begins-blank(.) and not(t:ends-blank(string($before)))">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:if test="normalize-space(.) ne ''">
      <xsl:value-of select="'#' || t:string(.) || ';'"/>
      <xsl:if test="t:ends-blank(.)">
        <xsl:text> </xsl:text>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- In furniture and forms the blank lines of the source part what belongs apart. -->
  <xsl:template match="text()[$t:own][contains(., '&#10;')][ancestor::fw or ancestor::ab]" priority="1">
    <xsl:for-each select="tokenize(., '\n')">
      <xsl:if test="position() gt 1">#linebreak();</xsl:if>
      <xsl:if test="normalize-space(.) ne ''">
        <xsl:value-of select="' '[t:begins-blank(current())] || '#' || t:string(.) || ';' || ' '[t:ends-blank(current())]"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- White space between blocks is the file's own layout. -->
  <xsl:template priority="2" match="text()[normalize-space() = ''][parent::div or parent::body or parent::front or parent::back or parent::text or parent::list
    or parent::table or parent::row or parent::opener or parent::closer or parent::postscript or parent::group or parent::lg]"/>

  <xsl:template match="comment() | processing-instruction()"/>

  <!-- A call of a function of edition.typ, with the content in it. -->
  <xsl:template name="t:call">
    <xsl:param name="function" as="xs:string"/>
    <xsl:value-of select="'#' || $function || '['"/>
    <xsl:apply-templates/>
    <xsl:text>];</xsl:text>
  </xsl:template>

  <!-- The same for a block, on a line of its own. -->
  <xsl:template name="t:block">
    <xsl:param name="function" as="xs:string"/>
    <xsl:value-of select="'&#10;#' || $function || '['"/>
    <xsl:call-template name="t:pages"/>
    <xsl:apply-templates/>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="text | body | front | back | group | div | div1 | div2 | div3 | div4 | div5 | div6 | div7 | closer | postscript
                       | floatingText | sp | listBibl | epigraph | argument | figure | address[parent::div or parent::opener or parent::closer]">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- One of several documents in a file: its title, where its text says none. -->
  <xsl:template match="text[t:is-unit(.)]" priority="2">
    <xsl:if test="not(t:is-titled(.))">
      <xsl:value-of select="'&#10;#heading(depth: 2)[#' || t:string(t:unit-title(.)) || ';];&#10;'"/>
    </xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <!-- Levels follow one another without a gap, as a tagged file demands: only divisions that have a head count. The title of the
       document is the first level, whether a head of the text says it or not. -->
  <xsl:template match="head">
    <xsl:variable name="depth" select="max((1, count(ancestor::*[head][t:is-of-division(head[1])])))"/>
    <xsl:variable name="level" select="if (. is $t:title-head) then 1 else if ($t:title-head) then max((2, $depth)) else $depth + 1"/>
    <xsl:call-template name="t:block">
      <xsl:with-param name="function" select="'heading(depth: ' || $level || ')'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="head[not(t:is-of-division(.))]" priority="1">
    <xsl:call-template name="t:block">
      <xsl:with-param name="function" select="'sub-head'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p | ab | bibl[parent::listBibl] | figDesc">
    <xsl:text>&#10;#parbreak();</xsl:text>
    <xsl:call-template name="t:pages"/>
    <xsl:apply-templates/>
    <xsl:text>#parbreak();&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="byline | titlePart | docTitle | docAuthor | docDate | docImprint | castItem | set | prologue | epilogue | performance | spGrp | listPerson | person | personGrp | listPlace | place | listOrg | org | listEvent | event
                       | listRelation | relation | listApp | msDesc | msPart | msIdentifier | msContents | msItem | summary | physDesc | objectDesc | supportDesc | support | extent | collation
                       | condition | layoutDesc | layout | handDesc | handNote | decoDesc | decoNote | bindingDesc | binding | history | origin | provenance | acquisition | additional
                       | adminInfo | recordHist | source | biblStruct | biblFull | analytic | monogr | series | titleStmt | publicationStmt | entry | sense | form | gramGrp | etym | re | noteGrp | u | eg
                       | listWit | witness | superEntry | entryFree | hom | dictScrap | listObject | object | objectIdentifier | msFrag | msItemStruct | altIdentifier | additions | foliation
                       | accMat | sealDesc | seal | scriptDesc | scriptNote | typeDesc | typeNote | musicNotation | custodialHist | surrogates | listNym | nym | colophon | relatedItem | respStmt">
    <xsl:call-template name="t:block">
      <xsl:with-param name="function" select="'piece'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="byline/docAuthor | docImprint/docDate | p//docAuthor | p//docDate" priority="2">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- The end of a page does not part a signature from the paragraph before it. A short paragraph goes with it to the next page; a
       long one has it as its last line, for at least two lines of a paragraph always stand together. -->
  <xsl:function name="t:is-kept" as="xs:boolean">
    <xsl:param name="paragraph" as="element(p)"/>
    <xsl:variable name="closer" select="$paragraph/following-sibling::*[1]/self::closer"/>
    <xsl:sequence select="exists($closer) and empty($paragraph/(.//fw | .//list | .//table)) and string-length($closer) lt 400 and t:is-short($paragraph)"/>
  </xsl:function>

  <xsl:function name="t:is-signed-below" as="xs:boolean">
    <xsl:param name="paragraph" as="element(p)"/>
    <xsl:variable name="closer" select="$paragraph/following-sibling::*[1]/self::closer"/>
    <xsl:sequence select="exists($closer) and empty($paragraph/(.//fw | .//list | .//table)) and not(t:is-short($paragraph))
      and count($closer/*) = 1 and exists($closer/signed[empty(.//lb | .//note | .//fw | .//pb)]) and string-length($closer) lt 60"/>
  </xsl:function>

  <xsl:template match="p[t:is-kept(.)]" priority="1">
    <xsl:value-of select="'&#10;#kept(indent: ' || exists(preceding-sibling::*[1][self::p]) || ', ['"/>
    <xsl:call-template name="t:pages"/>
    <xsl:apply-templates/>
    <xsl:text>], [</xsl:text>
    <xsl:apply-templates select="following-sibling::*[1]/node()"/>
    <xsl:text>]);&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="p[t:is-signed-below(.)]" priority="1">
    <xsl:text>&#10;#parbreak();</xsl:text>
    <xsl:call-template name="t:pages"/>
    <xsl:apply-templates/>
    <xsl:text>#signed-below[</xsl:text>
    <xsl:apply-templates select="following-sibling::*[1]/signed/node()"/>
    <xsl:text>];#parbreak();&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="closer[preceding-sibling::*[1]/self::p[t:is-kept(.) or t:is-signed-below(.)]]" priority="1"/>

  <!-- Any other short closing stands together on one page. -->
  <xsl:template match="closer[string-length() lt 400][empty(.//fw | .//list | .//table | .//pb | ancestor::floatingText | ancestor::quote | ancestor::cell | ancestor::item)]">
    <xsl:text>&#10;#together[</xsl:text>
    <xsl:apply-templates/>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>

  <xsl:function name="t:is-short" as="xs:boolean">
    <xsl:param name="paragraph" as="element(p)"/>
    <xsl:sequence select="sum($paragraph//text()[not(ancestor::note)] ! string-length(.)) lt 600"/>
  </xsl:function>

  <xsl:template match="ab[@type = 'field']">
    <xsl:call-template name="t:block">
      <xsl:with-param name="function" select="'field'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="ab[@type = 'handling'] | opener/seg | closer/seg">
    <xsl:call-template name="t:block">
      <xsl:with-param name="function" select="'handling'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="ab[@type = 'annotation']">
    <xsl:call-template name="t:block">
      <xsl:with-param name="function" select="'annotation'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="opener | dateline | salute | signed | trailer">
    <xsl:call-template name="t:block">
      <xsl:with-param name="function" select="local-name()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="addrLine">
    <xsl:call-template name="t:block">
      <xsl:with-param name="function" select="'address-line'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="speaker">
    <xsl:call-template name="t:block">
      <xsl:with-param name="function" select="'speaker'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="stage">
    <xsl:call-template name="t:block">
      <xsl:with-param name="function" select="'stage'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="quote[p or parent::div or parent::body] | cit[parent::div or parent::body]">
    <xsl:call-template name="t:block">
      <xsl:with-param name="function" select="'quotation'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="list">
    <xsl:variable name="first" select="(item | label)[1]"/>
    <xsl:apply-templates select="if ($first) then node()[. &lt;&lt; $first] else node()"/>
    <xsl:if test="$first">
      <xsl:value-of select="
        if (tokenize(@rend) = ('ordered', 'numbered') or @type = 'ordered') then '&#10;#enum('
        else '&#10;#list(marker: [' || (if (tokenize(@rend) = 'dash') then '–' else '•') || '], '"/>
      <xsl:for-each-group select="node()[not(. &lt;&lt; $first)]" group-starting-with="item | label">
        <xsl:text>[</xsl:text>
        <xsl:apply-templates select="node(), tail(current-group())"/>
        <xsl:text>], </xsl:text>
      </xsl:for-each-group>
      <xsl:text>);&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- A list of words with what is said of each. -->
  <xsl:template match="list[label]" priority="1">
    <xsl:variable name="first" select="(item | label)[1]"/>
    <xsl:apply-templates select="node()[. &lt;&lt; $first]"/>
    <xsl:for-each-group select="node()[not(. &lt;&lt; $first)]" group-starting-with="item | label">
      <xsl:value-of select="'&#10;#' || (if (self::label) then 'listed-word' else 'said-of-it') || '['"/>
      <xsl:apply-templates select="node(), tail(current-group())"/>
      <xsl:text>];&#10;</xsl:text>
    </xsl:for-each-group>
  </xsl:template>

  <!-- What stands between the rows or cells of a table goes into the cell before it, or the first. Short rows are filled up. -->
  <xsl:template match="table">
    <xsl:variable name="columns" as="xs:integer" select="max((1, row/sum(cell/t:span(@cols)))) => xs:integer()"/>
    <xsl:variable name="whole" select="empty(row/cell[t:span(@rows) gt 1])"/>
    <!-- The rows of labels at its top are its header, where none of their cells reaches below them. -->
    <xsl:variable name="labels" select="row[@role = 'label'][empty(preceding-sibling::row[not(@role = 'label')])]"/>
    <xsl:variable name="headers" as="xs:integer" select="
      if (some $cell in $labels/cell satisfies count($cell/../preceding-sibling::row) + t:span($cell/@rows) gt count($labels)) then 0 else count($labels)"/>
    <xsl:apply-templates select="node()[. &lt;&lt; current()/row[1]]"/>
    <xsl:value-of select="'&#10;#table(columns: ' || $columns || ', '"/>
    <xsl:for-each-group select="node()[not(. &lt;&lt; current()/row[1])]" group-starting-with="row">
      <xsl:variable name="row" select="."/>
      <xsl:variable name="after" select="tail(current-group())"/>
      <xsl:if test="position() = 1 and $headers gt 0">table.header(</xsl:if>
      <xsl:for-each select="cell">
        <xsl:value-of select="'table.cell(colspan: ' || t:span(@cols) || ', rowspan: ' || t:span(@rows) || ')['"/>
        <xsl:apply-templates select="if (position() = 1) then $row/node()[. &lt;&lt; current()] else ()"/>
        <xsl:apply-templates select="node()"/>
        <xsl:variable name="next" select="following-sibling::cell[1]"/>
        <xsl:apply-templates select="following-sibling::node()[not(self::cell)][empty($next) or . &lt;&lt; $next]"/>
        <xsl:if test="position() = last()">
          <xsl:apply-templates select="$after"/>
        </xsl:if>
        <xsl:text>], </xsl:text>
      </xsl:for-each>
      <xsl:if test="$whole">
        <xsl:value-of select="string-join((1 to $columns - xs:integer(sum(cell/t:span(@cols)))) ! '[], ')"/>
      </xsl:if>
      <xsl:if test="position() = $headers">), </xsl:if>
    </xsl:for-each-group>
    <xsl:text>);&#10;</xsl:text>
  </xsl:template>

  <xsl:function name="t:span" as="xs:integer">
    <xsl:param name="number" as="attribute()?"/>
    <xsl:sequence select="if ($number castable as xs:positiveInteger) then xs:integer($number) else 1"/>
  </xsl:function>

  <xsl:template match="row | cell">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- Inside a block -->

  <xsl:template match="hi[tokenize(@rend) = ('bold', 'strong')]">
    <xsl:call-template name="t:call">
      <xsl:with-param name="function" select="'strong'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="hi[tokenize(@rend) = 'italic'] | emph | title | foreign">
    <xsl:call-template name="t:call">
      <xsl:with-param name="function" select="'emph'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="hi[tokenize(@rend) = 'smallcaps']">
    <xsl:call-template name="t:call">
      <xsl:with-param name="function" select="'smallcaps'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="hi[tokenize(@rend) = 'underline']">
    <xsl:call-template name="t:call">
      <xsl:with-param name="function" select="'underline'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="hi[tokenize(@rend) = ('superscript', 'sup')]">
    <xsl:call-template name="t:call">
      <xsl:with-param name="function" select="'super'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="hi[tokenize(@rend) = ('subscript', 'sub')]">
    <xsl:call-template name="t:call">
      <xsl:with-param name="function" select="'sub'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="hi | persName | placeName | orgName | name | rs | roleName | forename | surname | addName | genName | nameLink
                       | settlement | country | region | district | geogName | affiliation | gloss | term | abbr | expan | ex | am
                       | q | said | soCalled | mentioned | quote | cit | bibl | idno | num | measure | desc | seg | s | w | pc | date | time
                       | unclear | supplied | surplus | damage | restore | retrace | orig | reg | sic | corr | choice | subst | stamp | metamark
                       | address | distinct | formula | code | ident | email | caption | biblScope | publisher | pubPlace | author | editor
                       | objectType | origDate | origPlace | phr | cl | ref | anchor | milestone | cb | gb | addSpan | delSpan | handShift | space | imprimatur
                       | rhyme | caesura | role | roleDesc | actor | app | lem | mod | secl | c | g | unit | locus | incipit | explicit | finalRubric | rubric | textLang | repository | institution
                       | collection | material | dimensions | height | width | depth | imprint | orth | pron | pos | gram | gen | number | def | lang | street | postCode | postBox | birth | death
                       | occupation | residence | education | nationality | faith | geo | location | objectName | eventName | att | gi | val | tag | vocal | kinesic | incident | writing | pause
                       | notatedMusic | interp | certainty | listRef | headLabel | headItem
                       | usg | xr | lbl | hyph | syll | oRef | pRef | per | mood | tns | case | subc | iType | colloc | stress | m | wit | witDetail | rdgGrp | ellipsis | geogFeat
                       | citedRange | edition | resp | sex | age | floruit | state | trait | langKnowledge | langKnown | persPronouns | offset | measureGrp | watermark | catchwords
                       | signatures | secFol | heraldry | msName | filiation | locusGrp | shift | sound | camera | tech | view | move | gender | listTranspose">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template priority="40" match="(castItem | person | place | org | event | msItem | objectDesc | biblStruct | analytic | monogr | imprint | titleStmt | publicationStmt
                       | entry | entryFree | superEntry | hom | sense | form | gramGrp | respStmt | address | cit)/*[following-sibling::node()[1][self::*]]
                       | (surname | forename | roleName | addName)[following-sibling::node()[1][self::surname or self::forename or self::roleName or self::addName]]">
    <xsl:next-match/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- Of two forms of one word the second stands in brackets; what another witness reads, with its name. -->
  <xsl:template match="choice/*[preceding-sibling::*]" priority="12">
    <xsl:text> #"[";#joint;</xsl:text>
    <xsl:next-match/>
    <xsl:text>#joint;#"]";</xsl:text>
  </xsl:template>

  <xsl:template match="choice/text()[normalize-space() = '']" priority="3"/>

  <xsl:template match="rdg">
    <xsl:value-of select="' #other-reading(' || t:string((tokenize(@wit) ! replace(., '^#', '') => string-join(' ')) || ':'[current()/@wit]) || ')['"/>
    <xsl:apply-templates/>
    <xsl:text>];</xsl:text>
  </xsl:template>

  <!-- A passage in another language is said and set as such: screen readers need it, and scripts that run from right to left. -->
  <xsl:template match="text//*[@xml:lang]" priority="50">
    <xsl:variable name="tongue" select="lower-case(tokenize(@xml:lang, '-')[1])"/>
    <xsl:choose>
      <xsl:when test="matches($tongue, '^[a-z]{2,3}$')">
        <xsl:value-of select="'#tongue(' || t:string($tongue) || ')['"/>
        <xsl:next-match/>
        <xsl:text>];</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <xsl:next-match/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Links: to the web, and to places that are marked because something points to them. -->
  <xsl:key name="pointers" match="ref | ptr" use="tokenize(@target)[1]"/>

  <xsl:function name="t:mark" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="t:string('place' || $place || '-' || $id)"/>
  </xsl:function>

  <!-- A place in another document: of the same book, else a page of the edition. -->
  <xsl:function name="t:way" as="xs:string">
    <xsl:param name="pointer" as="element()"/>
    <xsl:variable name="document" select="if ($place ne '') then index-of(tokenize($places, '\n'), $pointer/@t:document)[1] else ()"/>
    <xsl:sequence select="
      if (exists($document)) then '#leads-to(' || t:string('place' || $document || '-' || $pointer/@t:place) || ', other: ' || t:string('document' || $document) || ')['
      else '#link(' || t:string(if ($address ne '') then $address || substring(t:elsewhere($pointer), 4) else t:elsewhere($pointer)) || ')['"/>
  </xsl:function>

  <xsl:template match="text//*[@xml:id][@t:pointed or key('pointers', '#' || @xml:id)]" priority="60">
    <xsl:value-of select="'#place-mark(' || t:mark(string(@xml:id)) || ');'"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="ref[@target][not(ancestor::ref or ancestor::head)][empty(.//note | .//pb | .//ptr | .//p | .//list | .//lg | .//table)]" priority="1">
    <xsl:variable name="first" select="tokenize(@target)[1]"/>
    <xsl:choose>
      <xsl:when test="@t:document and normalize-space(.) ne ''">
        <xsl:value-of select="t:way(.)"/>
        <xsl:apply-templates/>
        <xsl:text>];</xsl:text>
      </xsl:when>
      <xsl:when test="t:target(@target)">
        <xsl:value-of select="'#leads-to(' || t:mark(substring($first, 2)) || ')['"/>
        <xsl:apply-templates/>
        <xsl:text>];</xsl:text>
      </xsl:when>
      <xsl:when test="matches($first, '^(https?://|mailto:)', 'i') and normalize-space(.) ne ''">
        <xsl:value-of select="'#link(' || t:string(iri-to-uri($first)) || ')['"/>
        <xsl:apply-templates/>
        <xsl:text>];</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="ruby | rb">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="rt">
    <xsl:call-template name="t:call">
      <xsl:with-param name="function" select="'super'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="label">
    <xsl:call-template name="t:call">
      <xsl:with-param name="function" select="'label-of'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="del">
    <xsl:call-template name="t:call">
      <xsl:with-param name="function" select="'deleted'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="add">
    <xsl:call-template name="t:call">
      <xsl:with-param name="function" select="'added' || '(uncertain: true)'[current()/@cert]"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="gap" name="t:omission">
    <xsl:choose>
      <xsl:when test="matches(., '^\s*[\[(]')">
        <xsl:call-template name="t:call">
          <xsl:with-param name="function" select="'omission'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="normalize-space(.) ne ''">
        <xsl:call-template name="t:call">
          <xsl:with-param name="function" select="'omission-bare'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="'#omission-bare(' || t:string(if (@reason = 'redacted') then t:word('redacted') else t:omission(.)) || ');'"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Omissions, and pieces of furniture, that follow one another are set together, with the page breaks between them. -->
  <xsl:function name="t:run" as="node()*">
    <xsl:param name="first" as="element()"/>
    <xsl:variable name="name" select="local-name($first)"/>
    <xsl:variable name="end" select="$first/following-sibling::node()[not(self::pb or self::*[local-name() = $name] or self::text()[normalize-space() = ''])][1]"/>
    <xsl:variable name="nodes" select="$first, $first/following-sibling::*[if ($end) then . &lt;&lt; $end else true()]"/>
    <xsl:variable name="last" select="$nodes[local-name() = $name][last()]"/>
    <xsl:sequence select="$nodes[not(. &gt;&gt; $last)]"/>
  </xsl:function>

  <xsl:function name="t:goes-on" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="name" select="local-name($element)"/>
    <xsl:sequence select="exists(t:beside($element, 'preceding')[self::*[local-name() = $name]])"/>
  </xsl:function>

  <xsl:template match="div/gap | body/gap">
    <xsl:if test="not(t:goes-on(.))">
      <xsl:text>&#10;#omission-block[</xsl:text>
      <xsl:for-each select="t:run(.)">
        <xsl:choose>
          <xsl:when test="self::gap">
            <xsl:call-template name="t:pages"/>
            <xsl:call-template name="t:omission"/>
            <xsl:text> </xsl:text>
          </xsl:when>
          <xsl:when test="not(t:is-taken(.))">
            <xsl:value-of select="t:page-mark(., false())"/>
          </xsl:when>
        </xsl:choose>
      </xsl:for-each>
      <xsl:text>];&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="fw">
    <xsl:if test="not(t:goes-on(.))">
      <xsl:value-of select="'&#10;#' || 'beside(() => '[current()/ancestor::head] || 'furniture['"/>
      <xsl:for-each select="t:run(.)">
        <xsl:choose>
          <xsl:when test="self::fw">
            <xsl:call-template name="t:pages"/>
            <xsl:call-template name="t:call">
              <xsl:with-param name="function" select="'furniture-piece(' || t:string(@type) || ')'"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:when test="not(t:is-taken(.))">
            <xsl:value-of select="t:page-mark(., false())"/>
          </xsl:when>
        </xsl:choose>
      </xsl:for-each>
      <xsl:value-of select="']' || ')'[current()/ancestor::head] || ';&#10;'"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="pb">
    <xsl:variable name="first" select="empty(preceding-sibling::node()[self::text()[normalize-space()] or self::*[not(self::pb)]])"/>
    <xsl:value-of select="t:page-mark(., $first)"/>
  </xsl:template>

  <xsl:function name="t:page-mark" as="xs:string">
    <xsl:param name="break" as="element(pb)"/>
    <xsl:param name="first" as="xs:boolean"/>
    <xsl:sequence select="'#source-page' || '-first'[$first] || '(' || t:string(t:page-label($break)) || (if ($place ne '') then ', place: ' || t:string($place) else '') || ');'"/>
  </xsl:function>

  <!-- Between two pieces of a run the run itself takes it. -->
  <xsl:template match="pb[t:beside(., 'preceding')/(self::fw or self::gap[parent::div or parent::body])]
                         [local-name(t:beside(., 'preceding')) = local-name(t:beside(., 'following'))]" priority="3"/>

  <!-- What stands before or after an element, other page breaks and white space left aside. -->
  <xsl:function name="t:beside" as="node()?">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="side" as="xs:string"/>
    <xsl:sequence select="
      if ($side = 'preceding') then $element/preceding-sibling::node()[not(self::pb or self::text()[normalize-space() = ''])][1]
      else $element/following-sibling::node()[not(self::pb or self::text()[normalize-space() = ''])][1]"/>
  </xsl:function>

  <!-- Between two blocks a page break would make a line of its own: the block that follows takes it to its first line. -->
  <xsl:template match="pb[t:is-taken(.)]" priority="2"/>

  <xsl:function name="t:is-taken" as="xs:boolean">
    <xsl:param name="break" as="element(pb)"/>
    <xsl:sequence select="exists($break/(parent::div | parent::body | parent::opener | parent::closer | parent::postscript))
      and exists($break/following-sibling::*[not(self::pb)][1][t:takes-pages(.)])"/>
  </xsl:function>

  <xsl:function name="t:takes-pages" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::p or self::ab or self::head or self::fw or self::dateline or self::salute or self::signed
      or self::trailer or self::gap or self::seg or self::note])
      or exists($element[self::div or self::opener or self::closer or self::postscript]/*[not(self::pb)][1][t:takes-pages(.)])"/>
  </xsl:function>

  <!-- The page breaks that a block takes: those right before it, and before the divisions that begin with it. -->
  <xsl:function name="t:pages-taken" as="element(pb)*">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="previous" select="$block/preceding-sibling::*[not(self::pb)][1]"/>
    <xsl:variable name="parent" select="$block/parent::*[self::div or self::opener or self::closer or self::postscript or self::body]"/>
    <xsl:if test="$parent">
      <xsl:sequence select="
        if ($previous) then $block/preceding-sibling::pb[. &gt;&gt; $previous]
        else (t:pages-taken($parent), $block/preceding-sibling::pb)"/>
    </xsl:if>
  </xsl:function>

  <xsl:template name="t:pages">
    <xsl:for-each select="self::*[preceding-sibling::*[1][self::pb] or empty(preceding-sibling::*)]/t:pages-taken(.)">
      <xsl:value-of select="t:page-mark(., true())"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="lb">
    <xsl:text>#linebreak();</xsl:text>
  </xsl:template>

  <!-- A line end within a word, where no hyphen tells of it: the parts are one word. -->
  <xsl:template match="lb[@break = 'no'][not(matches(string(preceding-sibling::node()[1][self::text()]), '[-‐¬]\s*$'))]" priority="1"/>

  <!-- Furniture stands on lines of its own. -->
  <xsl:template match="lb[t:beside(., 'preceding')/self::fw or t:beside(., 'following')/self::fw]">
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- For a book: names and abbreviations are noted where they stand, and listed in it. -->
  <xsl:template match="text//persName[$place ne ''] | text//placeName[$place ne '']" priority="2">
    <xsl:if test="not(ancestor::persName or ancestor::placeName or ancestor::del or ancestor::fw or ancestor::listPerson or ancestor::listPlace)">
      <xsl:value-of select="'#named(' || t:string(local-name()) || ', ' || t:string(t:key-of-name(.)) || ', ' || t:string(t:name-in-index(.)) || ');'"/>
    </xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="choice[abbr and expan][$place ne '']" priority="2">
    <xsl:value-of select="'#abbreviated(' || t:string(abbr[1]) || ', ' || t:string(expan[1]) || ');'"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="label[$place ne ''][parent::list[@type = 'abbreviations'] or ancestor::div[1]/@type = 'abbreviations']" priority="2">
    <xsl:value-of select="'#abbreviated(' || t:string(.) || ', ' || t:string(string(following-sibling::item[1])) || ');'"/>
    <xsl:next-match/>
  </xsl:template>

  <!-- Who or what is named: what `ref` or `key` points to, else the words themselves. -->
  <xsl:function name="t:key-of-name" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="(tokenize($name/@ref)[1], $name/@key/string(), lower-case(t:words-of-name($name)))[. ne ''][1] => string()"/>
  </xsl:function>

  <xsl:function name="t:words-of-name" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="normalize-space(string-join($name/descendant::node()[self::text()[not(ancestor::note or ancestor::fw or ancestor::del)] or self::lb[not(@break = 'no')]]
      ! (if (self::lb) then ' ' else string())))"/>
  </xsl:function>

  <!-- A name as an index has it: as the list of persons or places of the document gives it, a surname first. -->
  <xsl:function name="t:name-in-index" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="given" select="(t:target($name/@ref)/(persName | placeName)[1], $name)[1]"/>
    <xsl:variable name="surname" select="$given/surname[1]"/>
    <xsl:sequence select="
      if ($surname) then normalize-space($surname) || ', ' || string-join($given/*[not(. is $surname)] ! normalize-space(.), ' ')
      else t:words-of-name($given)"/>
  </xsl:function>

  <xsl:template match="note[t:is-uncalled(.)]" priority="3">
    <xsl:call-template name="t:block">
      <xsl:with-param name="function" select="'note-uncalled(' || t:string(t:note-label(.)) || ')'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="note[t:is-footnote(.)]" priority="2">
    <xsl:value-of select="'#' || 'beside(() => '[current()/ancestor::head] || 'footnote-called(' || t:string(t:note-label(.)) || ')['"/>
    <xsl:apply-templates/>
    <xsl:value-of select="']' || ')'[current()/ancestor::head] || ';'"/>
    <xsl:call-template name="t:part-from-next"/>
  </xsl:template>

  <!-- A sign stands between words of the text: one that goes on right behind it is parted from it too. -->
  <xsl:template name="t:part-from-next">
    <xsl:variable name="next" select="string(following-sibling::node()[1][self::text()])"/>
    <xsl:if test="$next ne '' and not(t:begins-blank($next))">#joint;</xsl:if>
  </xsl:template>

  <xsl:template match="note">
    <xsl:call-template name="t:block">
      <xsl:with-param name="function" select="'note-inline'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="ptr">
    <xsl:variable name="shown" select="(if (@type = 'note') then '#footnote-again(' else '#emph(') || t:string(t:pointer-label(.)) || ');'"/>
    <xsl:value-of select="
      if (@t:document and not(ancestor::head or ancestor::ref)) then t:way(.) || $shown || '];'
      else if (t:target(@target) and not(ancestor::head or ancestor::ref)) then '#leads-to(' || t:mark(substring(tokenize(@target)[1], 2)) || ')[' || $shown || '];'
      else $shown"/>
    <xsl:call-template name="t:part-from-next"/>
  </xsl:template>

  <xsl:template match="graphic[@t:packed][not(@t:packed = tokenize($refused, '\n'))]" priority="1">
    <xsl:value-of select="'#' || 'beside(() => '[current()/ancestor::head] || 'picture(' || t:string('/' || @t:packed) || ', ' || t:string(t:image-in-words(.))
      || ', alone: ' || t:is-alone(.) || ')' || ')'[current()/ancestor::head] || ';'"/>
  </xsl:template>

  <xsl:template match="graphic | media">
    <xsl:variable name="shown" select="'#emph(' || t:string('[' || t:word('image') || ': ' || @url || ']') || ');'"/>
    <xsl:value-of select="if (matches(@url, '^https?://', 'i') and not(ancestor::head or ancestor::ref)) then '#link(' || t:string(iri-to-uri(normalize-space(@url))) || ')[' || $shown || '];' else $shown"/>
  </xsl:template>

  <xsl:template match="*" priority="-1">
    <xsl:call-template name="report-unknown"/>
    <xsl:choose>
      <xsl:when test="parent::div or parent::body">
        <xsl:text>&#10;#parbreak();</xsl:text>
        <xsl:apply-templates/>
        <xsl:text>#parbreak();&#10;</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
