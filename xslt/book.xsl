<?xml version="1.0" encoding="UTF-8"?>
<!-- The edition as a book: what stands before and after the documents, as Typst markup. It reads the small document that the
     program makes of all headers (see shared/listing.xsl). The documents are written by print.xsl, and stand where the line
     `//documents` is. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:import href="shared/identity.xsl"/>
  <xsl:import href="shared/wording.xsl"/>
  <xsl:import href="shared/metadata.xsl"/>
  <xsl:import href="shared/typst.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:param name="edition-title" as="xs:string" select="'Edition'"/>
  <xsl:param name="editors" as="xs:string" select="''"/>
  <xsl:param name="publisher" as="xs:string" select="''"/>
  <xsl:param name="licence" as="xs:string" select="''"/>
  <xsl:param name="address" as="xs:string" select="''"/>
  <xsl:param name="date" as="xs:string" select="''"/>
  <!-- The day or year that the title page shows; empty where nobody has said when the edition was published. -->
  <xsl:param name="published" as="xs:string" select="''"/>

  <xsl:variable name="documents" select="/t:edition/t:document"/>
  <!-- No document's own: what the shared modules ask of one is asked here of each. -->
  <xsl:variable name="t:header" as="element(teiHeader)?" select="()"/>

  <xsl:template match="/">
    <xsl:value-of select="'#import &quot;/edition.typ&quot;: *&#10;#show: edition-book.with(language: ' || t:string($t:page-language) || ', title: ' || t:string($edition-title)"/>
    <xsl:if test="$editors ne ''">
      <xsl:value-of select="', authors: (' || t:string($editors) || ',)'"/>
    </xsl:if>
    <xsl:value-of select="t:date-of-print($date) || ')&#10;'"/>
    <xsl:value-of select="'#title-page(' || t:string($edition-title) || ', authors: ' || t:string($editors[. ne ''] ! (t:word('Edited by') || ' ' || .) => string()) || ', told: ' || t:string(t:told())
      || ', publisher: ' || t:string($publisher) || ', year: ' || t:string(replace($published, '^(\d{4}).*$', '$1')) || ')&#10;'"/>
    <xsl:call-template name="imprint"/>
    <xsl:value-of select="'#book-contents(' || t:string(t:word('Contents')) || ')&#10;'"/>
    <xsl:call-template name="principles"/>
    <xsl:call-template name="list-of-documents"/>
    <xsl:value-of select="'#abbreviations(' || t:string(t:word('Abbreviations')) || ')&#10;#documents-begin(' || t:string(t:word('Documents')) || ')&#10;'"/>
    <xsl:text>//documents&#10;</xsl:text>
    <xsl:value-of select="'#index-of(&quot;persName&quot;, ' || t:string(t:word('Index of persons')) || ')&#10;#index-of(&quot;placeName&quot;, ' || t:string(t:word('Index of places')) || ')&#10;'"/>
  </xsl:template>

  <!-- How many documents, and of which time: `Five documents, 27 October 1962 to 28 November 1962`. -->
  <xsl:function name="t:told" as="xs:string">
    <xsl:variable name="dates" select="sort($documents/teiHeader/profileDesc/creation/date[1]/string((@when, @notBefore, @from)[1])[matches(., '^\d{4}')] ! substring(., 1, 10))"/>
    <xsl:variable name="ends" select="distinct-values(($dates[1], $dates[last()]) ! t:date-in-words(.))"/>
    <xsl:sequence select="string-join((t:counted(count($documents)), string-join($ends, ' ' || t:word('to') || ' ')[. ne '']), ', ')"/>
  </xsl:function>

  <xsl:template name="imprint">
    <!-- Who did something for the edition is named in most headers; who did it for one document is told there. -->
    <xsl:variable name="who" as="xs:string*">
      <xsl:for-each-group select="$documents/teiHeader/fileDesc/titleStmt/respStmt" group-by="string-join(resp ! normalize-space(.), ', ') || ': ' || string-join((* except resp) ! normalize-space(.), ', ')">
        <xsl:sequence select="current-grouping-key()[2 * count(current-group()/ancestor::t:document) gt count($documents)]"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="programs" select="distinct-values($documents/teiHeader/encodingDesc/appInfo/application ! normalize-space((label, @ident)[1] || ' ' || @version))"/>
    <xsl:text>#imprint[</xsl:text>
    <xsl:value-of select="($edition-title || $editors[. ne ''] ! (', ' || t:word('edited by') || ' ' || .), $publisher[. ne ''],
      t:date-in-words($published[. ne ''])[. ne ''], $address[. ne '']) ! ('#' || t:string(.) || ';#parbreak();')" separator=""/>
    <xsl:if test="$licence ne ''">
      <xsl:variable name="words" select="t:string(t:word('Licence:') || ' ' || t:licence-in-words($licence))"/>
      <xsl:value-of select="(if (matches($licence, '^https?://')) then '#link(' || t:string($licence) || ', ' || $words || ');' else '#' || $words || ';') || '#parbreak();'"/>
    </xsl:if>
    <xsl:value-of select="(subsequence($who, 1, 12), $programs ! (t:word('Encoded with') || ' ' || . || '.')) ! ('#' || t:string(.) || ';#parbreak();')" separator=""/>
    <xsl:value-of select="'#' || t:string(t:word('Each document is attached to this file as TEI P5 XML.')) || ';&#10;]&#10;'"/>
  </xsl:template>

  <xsl:function name="t:licence-in-words" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="
      if (contains($address, 'publicdomain/zero')) then 'CC0 1.0, ' || $address
      else if (contains($address, 'publicdomain/mark')) then t:word('Public domain') || ', ' || $address
      else if (matches($address, 'creativecommons\.org/licenses/[a-z-]+/[0-9.]+'))
        then 'CC ' || upper-case(replace($address, '^.*creativecommons\.org/licenses/([a-z-]+)/([0-9.]+).*$', '$1 $2')) || ', ' || $address
      else $address"/>
  </xsl:function>

  <!-- Numbers as they are cited: `1–3, 7`. -->
  <xsl:function name="t:numbers" as="xs:string">
    <xsl:param name="numbers" as="xs:integer*"/>
    <xsl:variable name="runs" as="xs:string*">
      <xsl:for-each-group select="$numbers" group-adjacent=". - position()">
        <xsl:sequence select="string-join(distinct-values((current-group()[1], current-group()[last()])), '–')"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="string-join($runs, ', ')"/>
  </xsl:function>

  <!-- What the headers say of how the texts were encoded, each thing once; where it is not said of all documents, of which. -->
  <xsl:template name="principles">
    <xsl:value-of select="'#book-part(' || t:string(t:word('Editorial principles')) || ', [&#10;'"/>
    <xsl:for-each-group select="$documents/teiHeader/encodingDesc/(projectDesc | samplingDecl | editorialDecl | editorialDecl/*[not(self::p)] | p)"
      group-by="if (self::p) then 'encodingDesc' else local-name()">
      <xsl:variable name="said">
        <xsl:for-each-group select="current-group()/(self::p | p | ab)" group-by="normalize-space(.)">
          <xsl:variable name="of" select="distinct-values(current-group()/ancestor::t:document/(count(preceding-sibling::t:document) + 1))"/>
          <xsl:value-of select="'#' || t:string(current-grouping-key()) || ';'"/>
          <xsl:if test="count($of) lt count($documents)">
            <xsl:value-of select="' #for-documents(' || t:string(t:word(if (count($of) = 1) then 'Document' else 'Documents') || ' ' || t:numbers(sort($of)) || '.') || ');'"/>
          </xsl:if>
          <xsl:text>#parbreak();</xsl:text>
        </xsl:for-each-group>
      </xsl:variable>
      <xsl:if test="string($said) ne ''">
        <xsl:value-of select="'#principle(' || t:string(t:heading(current-grouping-key())) || ')[' || $said || ']&#10;'"/>
      </xsl:if>
    </xsl:for-each-group>
    <xsl:value-of select="'#principle(' || t:string(t:word('Signs in this book')) || ')[#signs(' || string-join((
      'word', 'struck out in the source', 'added in the source, above the line or in the margin; dots below it: its place is not certain',
      'redacted', 'withheld when the document was released, in the words of the source, or in brackets where it has none', 'STAMP', 'a stamp', 'SECRET',
      'in small type: headings, footings and catchwords of the source’s pages, where they stood', 'in the margin: here begins that page of the source')
      ! t:string(t:word(.)), ', ') || ')]&#10;'"/>
    <xsl:call-template name="exemptions"/>
    <xsl:text>])&#10;</xsl:text>
  </xsl:template>

  <xsl:function name="t:heading" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="
      map { 'editorialDecl': 'The encoding', 'encodingDesc': 'Encoding', 'projectDesc': 'The project', 'samplingDecl': 'Selection', 'correction': 'Corrections',
            'normalization': 'Normalization', 'interpretation': 'Interpretation', 'segmentation': 'Segmentation', 'hyphenation': 'Hyphenation',
            'quotation': 'Quotation', 'punctuation': 'Punctuation', 'stdVals': 'Standard values' }($name)
      => (function($found, $other) { t:word(($found, $other)[1]) })($name)"/>
  </xsl:function>

  <!-- The categories of omissions and classification that the headers explain. -->
  <xsl:template name="exemptions">
    <xsl:for-each-group select="$documents/teiHeader/encodingDesc/classDecl/taxonomy[.//catDesc]" group-by="(normalize-space(string-join((desc, bibl, head)[1]))[. ne ''], string(@xml:id))[1]">
      <xsl:value-of select="'#principle(' || t:string(current-grouping-key()) || ')['"/>
      <xsl:for-each-group select="current-group()//category[catDesc]" group-by="normalize-space(catDesc[1])">
        <xsl:sort select="string(@xml:id)"/>
        <!-- A description often begins with what it describes: `Confidential: disclosure could …`. -->
        <xsl:variable name="named" select="matches(current-grouping-key(), '^[^:]{1,40}: ')"/>
        <xsl:value-of select="'#meaning(' || t:string(if ($named) then substring-before(current-grouping-key(), ': ') else t:category-name(.)) || ', '
          || t:string(if ($named) then substring-after(current-grouping-key(), ': ') else current-grouping-key()) || ');&#10;'"/>
      </xsl:for-each-group>
      <xsl:text>]&#10;</xsl:text>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template name="list-of-documents">
    <xsl:value-of select="'#book-part(' || t:string(t:word('List of documents')) || ', [&#10;'"/>
    <xsl:for-each select="$documents">
      <xsl:variable name="from" select="t:correspondents(teiHeader, 'sent')"/>
      <xsl:variable name="to" select="t:correspondents(teiHeader, 'received')"/>
      <xsl:variable name="details" select="string-join((
        t:document-date(teiHeader)[. ne ''],
        t:from-to($from, $to)[. ne ''],
        t:classification(teiHeader)[. ne ''],
        t:source(teiHeader)[. ne '']), ' · ')"/>
      <xsl:value-of select="'#listed-document(' || t:string(string(position())) || ', ' || t:string(t:title(teiHeader)) || ', ' || t:string($details)
        || ', ' || t:string('document' || position()) || ');&#10;'"/>
    </xsl:for-each>
    <xsl:text>])&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
