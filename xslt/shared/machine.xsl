<?xml version="1.0" encoding="UTF-8"?>
<!-- What a page tells machines of its document: Dublin Core, Open Graph, the citation tags that Zotero reads, JSON-LD. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:t="urn:teiencode:publishing"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The address of the page, where the edition has one. -->
  <xsl:variable name="t:page-address" as="xs:string" select="if ($address ne '') then $address || encode-for-uri($name) || '/index.html' else ''"/>

  <!-- The machine date of the document: a year, a month or a day. -->
  <xsl:variable name="t:iso-date" as="xs:string" select="
    replace(string(($t:header/profileDesc/creation/date[1]/(@when, @notBefore, @from))[1]), 'T.*$', '')[matches(., '^\d{4}(-\d\d(-\d\d)?)?$')] => string-join()"/>

  <xsl:function name="t:names" as="xs:string*">
    <xsl:param name="type" as="xs:string"/>
    <xsl:sequence select="$t:header/profileDesc/correspDesc/correspAction[@type = $type]/(persName | orgName | name | rs) ! normalize-space(.)[. ne '']"/>
  </xsl:function>

  <!-- One sentence on the document, for lists of results and previews. -->
  <xsl:variable name="t:description" as="xs:string" select="
    string-join((t:document-date($t:header)[. ne ''], t:correspondents($t:header, 'sent')[. ne ''] ! (t:word('from') || ' ' || .),
      t:correspondents($t:header, 'received')[. ne ''] ! (t:word('to') || ' ' || .), t:classification($t:header)[. ne ''], $edition-title), '; ')"/>

  <!-- The pages of the print, `271–273`. Where words stand before the first break, the text begins on the page before it. -->
  <xsl:variable name="t:pages" as="xs:string">
    <xsl:variable name="all" select="/*/descendant::text//pb[@n]"/>
    <xsl:variable name="print" select="$all[not(@ed) or @ed = ('typeset', 'print')]"/>
    <xsl:variable name="used" select="if ($print) then $print else $all"/>
    <xsl:variable name="first" select="$used[1]"/>
    <xsl:variable name="begun" select="exists($first/preceding::text()[normalize-space()][ancestor::body])"/>
    <xsl:variable name="from" select="if ($begun and $first/@n castable as xs:positiveInteger and xs:integer($first/@n) gt 1)
      then string(xs:integer($first/@n) - 1) else string($first/@n)"/>
    <xsl:sequence select="string-join(distinct-values(($from, string($used[last()]/@n))[. ne '']), '–')"/>
  </xsl:variable>

  <xsl:template name="t:machine">
    <xsl:variable name="senders" select="t:names('sent')"/>
    <xsl:variable name="creators" select="t:creators($t:header) ! normalize-space(.)"/>
    <xsl:variable name="receivers" select="t:names('received')"/>
    <xsl:variable name="pages" select="tokenize($t:pages, '–')"/>
    <xsl:if test="$t:page-address ne ''">
      <link rel="canonical" href="{$t:page-address}"/>
    </xsl:if>
    <xsl:variable name="file" select="encode-for-uri($name)"/>
    <link rel="alternate" type="application/tei+xml" title="TEI" href="{$file}.xml"/>
    <xsl:if test="tokenize($forms) = 'pdf'">
      <link rel="alternate" type="application/pdf" title="PDF" href="{$file}.pdf"/>
    </xsl:if>
    <xsl:if test="tokenize($forms) = 'epub'">
      <link rel="alternate" type="application/epub+zip" title="EPUB" href="{$file}.epub"/>
    </xsl:if>
    <xsl:if test="tokenize($forms) = 'reading'">
      <link rel="alternate" type="text/plain" title="{t:word('Plain text')}" href="{$file}.reading.txt"/>
    </xsl:if>
    <link rel="alternate" type="application/mods+xml" title="MODS" href="{$file}.mods.xml"/>
    <link rel="alternate" type="application/xml" title="Dublin Core" href="{$file}.dc.xml"/>
    <link rel="alternate" type="application/atom+xml" title="{$edition-title}" href="../atom.xml"/>
    <xsl:variable name="entries" as="map(xs:string, xs:string*)*" select="(
      map {'description': $t:description},
      map {'DC.title': $t:document-title}, map {'DC.creator': $creators}, map {'DC.date': $t:iso-date}, map {'DC.publisher': $publisher},
      map {'DC.language': $t:language}, map {'DC.rights': $licence}, map {'DC.source': t:source($t:header)},
      map {'DC.identifier': ($t:page-address[. ne ''], $name)[1]}, map {'DC.type': 'Text'},
      map {'citation_title': $t:document-title}, map {'citation_author': $creators}, map {'citation_publication_date': translate($t:iso-date, '-', '/')},
      map {'citation_inbook_title': $edition-title}, map {'citation_editor': tokenize($editor-list, '\n')}, map {'citation_publisher': $publisher},
      map {'citation_language': $t:language}, map {'citation_firstpage': string($pages[1])}, map {'citation_lastpage': string($pages[last()])},
      map {'citation_fulltext_html_url': $t:page-address},
      map {'citation_pdf_url': if ($address ne '' and tokenize($forms) = 'pdf') then $address || encode-for-uri($name) || '/' || encode-for-uri($name) || '.pdf' else ''})"/>
    <xsl:for-each select="$entries">
      <xsl:variable name="key" select="map:keys(.)"/>
      <xsl:for-each select=".($key)[. ne '']">
        <meta name="{$key}" content="{.}"/>
      </xsl:for-each>
    </xsl:for-each>
    <meta property="og:type" content="article"/>
    <meta property="og:title" content="{$t:document-title}"/>
    <meta property="og:description" content="{$t:description}"/>
    <meta property="og:site_name" content="{$edition-title}"/>
    <xsl:if test="$t:page-address ne ''">
      <meta property="og:url" content="{$t:page-address}"/>
    </xsl:if>
    <script type="application/ld+json">
      <!-- No `<` may stand in a script: it could end it. -->
      <xsl:value-of select="replace(serialize(t:linked-data($senders, $receivers), map {'method': 'json'}), '&lt;', '\\u003c')"/>
    </script>
  </xsl:template>

  <!-- Those who sent or received a document, as persons or bodies. -->
  <xsl:function name="t:in-linked-data" as="map(*)*">
    <xsl:param name="type" as="xs:string"/>
    <xsl:sequence select="$t:header/profileDesc/correspDesc/correspAction[@type = $type]/(persName | orgName | name | rs)[normalize-space()] !
      map {'@type': if (self::persName or @type = 'person') then 'Person' else 'Organization', 'name': normalize-space(.)}"/>
  </xsl:function>

  <xsl:function name="t:linked-data" as="map(*)">
    <xsl:param name="senders" as="xs:string*"/>
    <xsl:param name="receivers" as="xs:string*"/>
    <xsl:variable name="archive" select="$t:header/fileDesc/sourceDesc/msDesc[1]/msIdentifier/repository[1] ! normalize-space(.)[. ne '']"/>
    <xsl:sequence select="map:merge((
      map {'@context': 'https://schema.org', '@type': if (exists(($senders, $receivers))) then 'Message' else 'CreativeWork',
        'name': $t:document-title, 'inLanguage': $t:language, 'isPartOf': map {'@type': 'Collection', 'name': $edition-title}},
      $t:page-address[. ne ''] ! map {'url': .},
      $t:iso-date[. ne ''] ! map {'dateCreated': .},
      $edition-date[. ne ''] ! map {'datePublished': .},
      $t:header/fileDesc/titleStmt[empty($senders)] ! author[normalize-space()][1] ! map {'author': map {'@type': 'Person', 'name': normalize-space(.)}},
      if (exists($senders)) then map {'sender': array {t:in-linked-data('sent')}} else (),
      if (exists($receivers)) then map {'recipient': array {t:in-linked-data('received')}} else (),
      $publisher[. ne ''] ! map {'publisher': map {'@type': 'Organization', 'name': .}},
      $licence[. ne ''] ! map {'license': .},
      $t:pages[. ne ''] ! map {'pagination': .},
      $archive ! map {'provider': map {'@type': 'ArchiveOrganization', 'name': .}}))"/>
  </xsl:function>

</xsl:stylesheet>
