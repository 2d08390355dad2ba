<?xml version="1.0" encoding="UTF-8"?>
<!-- What holds an EPUB together: its package document, its navigation, and, for a whole edition, its title page. It reads one
     small document that the program makes, with the header and the content file of each document:
     <edition><document name="…" file="…"><teiHeader>…</teiHeader><html>…</html></document>…</edition>
     and gives <files><file name="…">…</file>…</files>. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:epub="http://www.idpf.org/2007/ops"
  xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:t="urn:teiencode:publishing"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:import href="shared/identity.xsl"/>
  <xsl:import href="shared/wording.xsl"/>
  <xsl:import href="shared/title.xsl"/>
  <xsl:import href="shared/metadata.xsl"/>
  <xsl:import href="shared/page.xsl"/>
  <xsl:import href="shared/record.xsl"/>

  <xsl:output method="xml" html-version="5.0" encoding="UTF-8" indent="no"/>

  <!-- The identifier of the publication, and the moment of its last change. -->
  <xsl:param name="identifier" as="xs:string" select="''"/>
  <xsl:param name="modified" as="xs:string" select="''"/>
  <!-- Whether this is the whole edition, not one document of it. -->
  <xsl:param name="whole" as="xs:string" select="''"/>

  <xsl:variable name="documents" select="/t:edition/t:document"/>
  <xsl:variable name="is-whole" select="$whole ne ''"/>
  <xsl:variable name="title" select="if ($is-whole) then $edition-title else t:title($documents/teiHeader)"/>
  <!-- The languages of the texts, that of most of them first. -->
  <xsl:variable name="languages" as="xs:string*">
    <xsl:for-each-group select="$documents/h:html//h:article/@lang" group-by="string()">
      <xsl:sort select="count(current-group())" order="descending"/>
      <xsl:sequence select="current-grouping-key()"/>
    </xsl:for-each-group>
  </xsl:variable>
  <xsl:variable name="images" select="distinct-values($documents/h:html//h:img/@src/string())"/>
  <xsl:variable name="page-breaks" select="$documents/h:html//h:span[@role = 'doc-pagebreak'][@id]"/>
  <xsl:variable name="as-xhtml" select="map {'method': 'xhtml', 'html-version': 5.0, 'omit-xml-declaration': false(), 'include-content-type': false(), 'indent': false()}"/>

  <xsl:template match="/">
    <xsl:variable name="package" as="element()">
      <xsl:call-template name="package"/>
    </xsl:variable>
    <xsl:variable name="navigation" as="element()">
      <xsl:call-template name="navigation"/>
    </xsl:variable>
    <t:files>
      <t:file name="package.opf">
        <xsl:value-of select="serialize($package, map {'method': 'xml', 'omit-xml-declaration': false(), 'indent': true()})"/>
      </t:file>
      <t:file name="nav.xhtml">
        <xsl:value-of select="serialize($navigation, $as-xhtml)"/>
      </t:file>
      <xsl:if test="$is-whole">
        <xsl:variable name="title-page" as="element()">
          <xsl:call-template name="title-page"/>
        </xsl:variable>
        <t:file name="title.xhtml">
          <xsl:value-of select="serialize($title-page, $as-xhtml)"/>
        </t:file>
      </xsl:if>
    </t:files>
  </xsl:template>

  <!-- The package document. -->

  <xsl:template name="package">
    <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="publication" xml:lang="{$t:page-language}">
      <metadata>
        <xsl:namespace name="dc" select="'http://purl.org/dc/elements/1.1/'"/>
        <dc:identifier id="publication">
          <xsl:value-of select="$identifier"/>
        </dc:identifier>
        <xsl:if test="not($is-whole)">
          <xsl:for-each select="t:identifiers($documents/teiHeader)">
            <dc:identifier>
              <xsl:value-of select="."/>
            </dc:identifier>
          </xsl:for-each>
        </xsl:if>
        <dc:title id="title">
          <xsl:value-of select="$title"/>
        </dc:title>
        <meta refines="#title" property="title-type">main</meta>
        <xsl:for-each select="$languages">
          <dc:language>
            <xsl:value-of select="."/>
          </dc:language>
        </xsl:for-each>
        <xsl:if test="not($is-whole)">
          <xsl:for-each select="t:creators($documents/teiHeader)">
            <xsl:call-template name="agent">
              <xsl:with-param name="element" select="'dc:creator'"/>
              <xsl:with-param name="role" select="'aut'"/>
              <xsl:with-param name="id" select="'sender-' || position()"/>
            </xsl:call-template>
          </xsl:for-each>
          <xsl:for-each select="t:agents($documents/teiHeader, 'received')">
            <xsl:call-template name="agent">
              <xsl:with-param name="element" select="'dc:contributor'"/>
              <xsl:with-param name="role" select="'rcp'"/>
              <xsl:with-param name="id" select="'recipient-' || position()"/>
            </xsl:call-template>
          </xsl:for-each>
        </xsl:if>
        <xsl:for-each select="tokenize($editor-list, '\n')[normalize-space()]">
          <xsl:call-template name="agent">
            <xsl:with-param name="element" select="if ($is-whole) then 'dc:creator' else 'dc:contributor'"/>
            <xsl:with-param name="role" select="'edt'"/>
            <xsl:with-param name="id" select="'editor-' || position()"/>
          </xsl:call-template>
        </xsl:for-each>
        <xsl:call-template name="term">
          <xsl:with-param name="element" select="'dc:publisher'"/>
          <xsl:with-param name="values" select="$publisher"/>
        </xsl:call-template>
        <xsl:call-template name="term">
          <xsl:with-param name="element" select="'dc:rights'"/>
          <xsl:with-param name="values" select="$licence"/>
        </xsl:call-template>
        <xsl:if test="not($is-whole)">
          <xsl:variable name="header" select="$documents/teiHeader"/>
          <xsl:call-template name="term">
            <xsl:with-param name="element" select="'dc:source'"/>
            <xsl:with-param name="values" select="t:source($header)"/>
          </xsl:call-template>
          <xsl:call-template name="term">
            <xsl:with-param name="element" select="'dc:subject'"/>
            <xsl:with-param name="values" select="t:subjects($header)"/>
          </xsl:call-template>
          <xsl:call-template name="term">
            <xsl:with-param name="element" select="'dc:description'"/>
            <xsl:with-param name="values" select="t:summary($header)"/>
          </xsl:call-template>
          <xsl:for-each select="t:when($header)">
            <meta property="dcterms:created">
              <xsl:value-of select="."/>
            </meta>
          </xsl:for-each>
          <meta property="belongs-to-collection" id="edition">
            <xsl:value-of select="$edition-title"/>
          </meta>
          <meta refines="#edition" property="collection-type">set</meta>
          <xsl:if test="$page-breaks and t:source($header) ne ''">
            <meta property="pageBreakSource">
              <xsl:value-of select="t:source($header)"/>
            </meta>
          </xsl:if>
        </xsl:if>
        <meta property="dcterms:modified">
          <xsl:value-of select="$modified"/>
        </meta>
        <meta property="schema:accessMode">textual</meta>
        <xsl:if test="exists($images)">
          <meta property="schema:accessMode">visual</meta>
        </xsl:if>
        <meta property="schema:accessModeSufficient">textual</meta>
        <xsl:for-each select="'tableOfContents', 'readingOrder', 'structuralNavigation', 'displayTransformability', ('pageBreakMarkers', 'pageNavigation')[exists($page-breaks)], 'alternativeText'[exists($images)]">
          <meta property="schema:accessibilityFeature">
            <xsl:value-of select="."/>
          </meta>
        </xsl:for-each>
        <meta property="schema:accessibilityHazard">none</meta>
        <meta property="schema:accessibilitySummary">
          <xsl:value-of select="t:word(if (exists($images)) then 'Text with images that are described, with headings, notes that are called by links and lead back, and the pages of the source as marks with a list of them.'
            else 'Text only, with headings, notes that are called by links and lead back, and the pages of the source as marks with a list of them.')"/>
        </meta>
      </metadata>
      <manifest>
        <item id="navigation" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
        <item id="style" href="epub.css" media-type="text/css"/>
        <xsl:if test="$is-whole">
          <item id="title-page" href="title.xhtml" media-type="application/xhtml+xml"/>
        </xsl:if>
        <xsl:for-each select="$documents">
          <item id="text-{position()}" href="{@file}" media-type="application/xhtml+xml"/>
        </xsl:for-each>
        <xsl:for-each select="$images">
          <item id="image-{position()}" href="{.}" media-type="image/{replace(., '^.*\.', '')}"/>
        </xsl:for-each>
      </manifest>
      <spine>
        <xsl:if test="$is-whole">
          <itemref idref="title-page"/>
          <itemref idref="navigation"/>
        </xsl:if>
        <xsl:for-each select="$documents">
          <itemref idref="text-{position()}"/>
        </xsl:for-each>
      </spine>
    </package>
  </xsl:template>

  <xsl:template name="term">
    <xsl:param name="element" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:for-each select="$values[normalize-space()]">
      <xsl:element name="{$element}">
        <xsl:value-of select="."/>
      </xsl:element>
    </xsl:for-each>
  </xsl:template>

  <!-- Somebody, with the role by its code among the relators of MARC. -->
  <xsl:template name="agent">
    <xsl:param name="element" as="xs:string"/>
    <xsl:param name="role" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:element name="{$element}">
      <xsl:attribute name="id" select="$id"/>
      <xsl:value-of select="."/>
    </xsl:element>
    <meta xmlns="http://www.idpf.org/2007/opf" refines="#{$id}" property="role" scheme="marc:relators">
      <xsl:value-of select="$role"/>
    </meta>
  </xsl:template>

  <!-- The navigation document: contents, pages of the source, landmarks. -->

  <xsl:template name="navigation">
    <html lang="{$t:page-language}" xml:lang="{$t:page-language}">
      <head>
        <meta charset="utf-8"/>
        <title>
          <xsl:value-of select="$title"/>
        </title>
        <link rel="stylesheet" type="text/css" href="epub.css"/>
      </head>
      <body>
        <nav epub:type="toc" role="doc-toc" aria-labelledby="contents">
          <h1 id="contents"><xsl:value-of select="t:word('Contents')"/></h1>
          <ol>
            <xsl:for-each select="$documents">
              <!-- Headings of the text, and documents in it whose title is none. Notes and lists that we add are led to from the text. -->
              <xsl:variable name="headings" select="h:html/h:body//(h:h1 | h:h2 | h:h3 | h:h4 | h:h5 | h:h6 | h:div[@role = 'heading']
                | h:section[@class = 'unit'][empty(.//(h:h2 | h:h3 | h:div[@role = 'heading'])[@id][not(starts-with(@id, 'page-'))])])[not(starts-with(@id, 'page-'))]"/>
              <!-- The document's own title is the entry above. -->
              <xsl:variable name="below" select="$headings[@id][not(t:level(.) = 1 and . is $headings[1])]"/>
              <li>
                <a href="{@file}">
                  <xsl:value-of select="t:title(teiHeader)"/>
                </a>
                <xsl:sequence select="t:entries($below, @file)"/>
              </li>
              <xsl:text>&#10;</xsl:text>
            </xsl:for-each>
          </ol>
        </nav>
        <xsl:if test="$page-breaks">
          <nav epub:type="page-list" role="doc-pagelist" aria-labelledby="pages" hidden="">
            <h2 id="pages"><xsl:value-of select="t:word('Pages of the source')"/></h2>
            <ol>
              <xsl:for-each select="$page-breaks">
                <li>
                  <a href="{ancestor::t:document/@file}#{@id}">
                    <xsl:value-of select="."/>
                  </a>
                </li>
              </xsl:for-each>
            </ol>
          </nav>
        </xsl:if>
        <nav epub:type="landmarks" aria-labelledby="landmarks" hidden="">
          <h2 id="landmarks"><xsl:value-of select="t:word('Landmarks')"/></h2>
          <ol>
            <xsl:if test="$is-whole">
              <li><a epub:type="titlepage" href="title.xhtml"><xsl:value-of select="t:word('Title page')"/></a></li>
              <li><a epub:type="toc" href="nav.xhtml"><xsl:value-of select="t:word('Contents')"/></a></li>
            </xsl:if>
            <xsl:for-each select="head($documents)">
              <li><a epub:type="bodymatter" href="{@file}"><xsl:value-of select="t:word('Text')"/></a></li>
            </xsl:for-each>
          </ol>
        </nav>
      </body>
    </html>
  </xsl:template>

  <xsl:function name="t:level" as="xs:integer">
    <xsl:param name="heading" as="element()"/>
    <xsl:sequence select="xs:integer(($heading/@aria-level, '2'[$heading/self::h:section], substring(local-name($heading), 2))[1])"/>
  </xsl:function>

  <!-- Headings as a tree of lists. -->
  <xsl:function name="t:entries" as="element()?">
    <xsl:param name="headings" as="element()*"/>
    <xsl:param name="file" as="xs:string"/>
    <xsl:variable name="top" select="min($headings ! t:level(.))"/>
    <xsl:if test="$headings">
      <ol>
        <!-- A deeper heading before the first of the top level opens an entry of its own. -->
        <xsl:for-each-group select="$headings" group-starting-with="*[t:level(.) = $top or . is $headings[1]]">
          <xsl:variable name="words" select="if (self::h:section) then string(@aria-label) else normalize-space(string-join(.//text()[not(ancestor::*[@data-generated])]))"/>
          <li>
            <a href="{$file}#{@id}">
              <xsl:value-of select="($words, normalize-space())[. ne ''][1]"/>
            </a>
            <xsl:sequence select="t:entries(tail(current-group()), $file)"/>
          </li>
        </xsl:for-each-group>
      </ol>
    </xsl:if>
  </xsl:function>

  <!-- The title page of an edition. -->

  <xsl:template name="title-page">
    <html lang="{$t:page-language}" xml:lang="{$t:page-language}">
      <head>
        <meta charset="utf-8"/>
        <title>
          <xsl:value-of select="$title"/>
        </title>
        <link rel="stylesheet" type="text/css" href="epub.css"/>
      </head>
      <body epub:type="frontmatter">
        <section epub:type="titlepage" class="title-page" aria-labelledby="title">
          <h1 id="title">
            <xsl:value-of select="$title"/>
          </h1>
          <xsl:if test="$editors ne ''">
            <p><xsl:value-of select="t:word('Edited by') || ' ' || $editors"/></p>
          </xsl:if>
          <xsl:if test="$publisher ne ''">
            <p>
              <xsl:value-of select="$publisher"/>
            </p>
          </xsl:if>
          <xsl:for-each select="$address, $licence">
            <xsl:if test=". ne ''">
              <p>
                <xsl:value-of select="."/>
              </p>
            </xsl:if>
          </xsl:for-each>
          <p>
            <xsl:value-of select="t:counted(count($documents))"/>
          </p>
        </section>
      </body>
    </html>
  </xsl:template>

</xsl:stylesheet>
