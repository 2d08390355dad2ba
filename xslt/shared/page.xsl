<?xml version="1.0" encoding="UTF-8"?>
<!-- The page around a text: its head, the way to its neighbours and other forms, its foot. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no" include-content-type="no" use-character-maps="controls"/>

  <!-- HTML reads a numeric reference to U+0080 to U+009F as another character: those stand as themselves. -->
  <xsl:character-map name="controls">
    <xsl:output-character character="&#x80;" string="&#x80;"/>
    <xsl:output-character character="&#x81;" string="&#x81;"/>
    <xsl:output-character character="&#x82;" string="&#x82;"/>
    <xsl:output-character character="&#x83;" string="&#x83;"/>
    <xsl:output-character character="&#x84;" string="&#x84;"/>
    <xsl:output-character character="&#x85;" string="&#x85;"/>
    <xsl:output-character character="&#x86;" string="&#x86;"/>
    <xsl:output-character character="&#x87;" string="&#x87;"/>
    <xsl:output-character character="&#x88;" string="&#x88;"/>
    <xsl:output-character character="&#x89;" string="&#x89;"/>
    <xsl:output-character character="&#x8A;" string="&#x8A;"/>
    <xsl:output-character character="&#x8B;" string="&#x8B;"/>
    <xsl:output-character character="&#x8C;" string="&#x8C;"/>
    <xsl:output-character character="&#x8D;" string="&#x8D;"/>
    <xsl:output-character character="&#x8E;" string="&#x8E;"/>
    <xsl:output-character character="&#x8F;" string="&#x8F;"/>
    <xsl:output-character character="&#x90;" string="&#x90;"/>
    <xsl:output-character character="&#x91;" string="&#x91;"/>
    <xsl:output-character character="&#x92;" string="&#x92;"/>
    <xsl:output-character character="&#x93;" string="&#x93;"/>
    <xsl:output-character character="&#x94;" string="&#x94;"/>
    <xsl:output-character character="&#x95;" string="&#x95;"/>
    <xsl:output-character character="&#x96;" string="&#x96;"/>
    <xsl:output-character character="&#x97;" string="&#x97;"/>
    <xsl:output-character character="&#x98;" string="&#x98;"/>
    <xsl:output-character character="&#x99;" string="&#x99;"/>
    <xsl:output-character character="&#x9A;" string="&#x9A;"/>
    <xsl:output-character character="&#x9B;" string="&#x9B;"/>
    <xsl:output-character character="&#x9C;" string="&#x9C;"/>
    <xsl:output-character character="&#x9D;" string="&#x9D;"/>
    <xsl:output-character character="&#x9E;" string="&#x9E;"/>
    <xsl:output-character character="&#x9F;" string="&#x9F;"/>
  </xsl:character-map>

  <!-- The edition, as teiencode.toml tells of it. -->
  <xsl:param name="edition-title" as="xs:string" select="'Edition'"/>
  <xsl:param name="publisher" as="xs:string" select="''"/>
  <xsl:param name="licence" as="xs:string" select="''"/>
  <!-- Where the edition stands on the web, with a stroke at the end; empty where nobody has said. -->
  <xsl:param name="address" as="xs:string" select="''"/>
  <xsl:param name="editors" as="xs:string" select="''"/>
  <!-- The editors, one a line, and the day or year of the edition's publication. -->
  <xsl:param name="editor-list" as="xs:string" select="''"/>
  <xsl:param name="edition-date" as="xs:string" select="''"/>

  <!-- The name of the edition's logo in the published folder; empty where it has none. -->
  <xsl:param name="logo" as="xs:string" select="''"/>

  <!-- The document's name in addresses, its neighbours, and the forms it is also published in: `pdf`, `epub`, `reading`, `txt`. -->
  <xsl:param name="name" as="xs:string" select="'document'"/>
  <!-- The corpus that the document is a part of, where it is one. -->
  <xsl:param name="whole-name" as="xs:string" select="''"/>
  <xsl:param name="previous-name" as="xs:string" select="''"/>
  <xsl:param name="previous-title" as="xs:string" select="''"/>
  <xsl:param name="next-name" as="xs:string" select="''"/>
  <xsl:param name="next-title" as="xs:string" select="''"/>
  <xsl:param name="forms" as="xs:string" select="''"/>

  <xsl:template name="t:head">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="root" as="xs:string" select="'../'"/>
    <xsl:param name="scripts" as="xs:string*"/>
    <xsl:param name="machine" as="element()*"/>
    <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <title>
        <xsl:value-of select="$title"/>
      </title>
      <link rel="stylesheet" href="{$root}edition.css"/>
      <xsl:sequence select="$machine"/>
      <xsl:for-each select="$scripts">
        <script src="{$root}{.}" defer=""/>
      </xsl:for-each>
      <xsl:if test="$previous-name ne ''">
        <link rel="prev" href="../{encode-for-uri($previous-name)}/index.html"/>
      </xsl:if>
      <xsl:if test="$next-name ne ''">
        <link rel="next" href="../{encode-for-uri($next-name)}/index.html"/>
      </xsl:if>
    </head>
  </xsl:template>

  <xsl:template name="t:neighbours">
    <xsl:param name="label" as="xs:string"/>
    <xsl:if test="$previous-name ne '' or $next-name ne ''">
      <nav class="neighbours" aria-label="{$label}">
        <xsl:if test="$previous-name ne ''">
          <a class="previous" rel="prev" href="../{encode-for-uri($previous-name)}/index.html">
            <span class="direction"><xsl:value-of select="t:word('Previous')"/></span>
            <span class="neighbour">
              <xsl:value-of select="$previous-title"/>
            </span>
          </a>
        </xsl:if>
        <xsl:if test="$next-name ne ''">
          <a class="next" rel="next" href="../{encode-for-uri($next-name)}/index.html">
            <span class="direction"><xsl:value-of select="t:word('Next')"/></span>
            <span class="neighbour">
              <xsl:value-of select="$next-title"/>
            </span>
          </a>
        </xsl:if>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- The way to the front page: the logo, where the edition has one, and its title. -->
  <xsl:template name="t:home">
    <xsl:param name="root" as="xs:string"/>
    <a class="home" href="{$root}index.html">
      <xsl:if test="$logo ne ''">
        <img class="logo" src="{$root}{$logo}" alt=""/>
      </xsl:if>
      <xsl:value-of select="$edition-title"/>
    </a>
  </xsl:template>

  <!-- The pages of the edition as a whole. -->
  <xsl:template name="t:lists">
    <xsl:param name="root" as="xs:string"/>
    <xsl:param name="current" as="xs:string" select="''"/>
    <nav class="lists" aria-label="{t:word('The edition')}">
      <ul>
        <xsl:for-each select="$t:lists">
          <xsl:variable name="page" select="substring-before(., ' ')"/>
          <li>
            <a href="{$root}{$page}.html">
              <xsl:if test="$page = $current">
                <xsl:attribute name="aria-current" select="'page'"/>
              </xsl:if>
              <xsl:value-of select="t:word(substring-after(., ' '))"/>
            </a>
          </li>
        </xsl:for-each>
      </ul>
    </nav>
  </xsl:template>

  <!-- The lists of the edition: the name of each page, a space, its label. -->
  <xsl:variable name="t:lists" as="xs:string*" select="'index By date', 'correspondents Correspondents', 'classification Classification',
    'collections Archives', 'search Search'"/>

  <!-- The other forms of the document. -->
  <xsl:template name="t:forms">
    <xsl:param name="view" as="xs:string"/>
    <xsl:variable name="file" select="encode-for-uri($name)"/>
    <nav class="forms" aria-label="{t:word('Forms of this document')}">
      <ul>
        <li>
          <a href="index.html" data-view="reading">
            <xsl:if test="$view = 'reading'">
              <xsl:attribute name="aria-current" select="'page'"/>
            </xsl:if>
            <xsl:value-of select="t:word('Reading')"/>
          </a>
        </li>
        <li>
          <a href="diplomatic.html" data-view="diplomatic">
            <xsl:if test="$view = 'diplomatic'">
              <xsl:attribute name="aria-current" select="'page'"/>
            </xsl:if>
            <xsl:value-of select="t:word('Diplomatic')"/>
          </a>
        </li>
        <li>
          <a href="tei.html" data-view="tei">
            <xsl:if test="$view = 'tei'">
              <xsl:attribute name="aria-current" select="'page'"/>
            </xsl:if>
            <xsl:value-of select="t:word('TEI')"/>
          </a>
        </li>
        <li><a href="print.html"><xsl:value-of select="t:word('Print')"/></a></li>
        <xsl:if test="tokenize($forms) = 'pdf'">
          <li><a href="{$file}.pdf" type="application/pdf">PDF</a></li>
        </xsl:if>
        <xsl:if test="tokenize($forms) = 'epub'">
          <li><a href="{$file}.epub" type="application/epub+zip">EPUB</a></li>
        </xsl:if>
        <xsl:if test="$whole-name ne ''">
          <li><a href="../{encode-for-uri($whole-name)}/{$view[. ne 'reading'] ! (. || '.html')}{'index.html'[$view = 'reading']}"><xsl:value-of select="t:word('Whole text')"/></a></li>
        </xsl:if>
        <li><a href="{$file}.xml" type="application/xml">XML</a></li>
        <xsl:if test="tokenize($forms) = 'reading'">
          <li><a href="{$file}.reading.txt" type="text/plain"><xsl:value-of select="t:word('Plain text')"/></a></li>
        </xsl:if>
        <xsl:if test="tokenize($forms) = 'txt'">
          <li><a href="{$file}.txt" type="text/plain"><xsl:value-of select="t:word('Source text')"/></a></li>
        </xsl:if>
      </ul>
    </nav>
  </xsl:template>

  <!-- A whole page. `before` stands above the text, `after` below it; both are the stylesheet's own. -->
  <xsl:template name="t:page">
    <xsl:param name="view" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="about" as="node()*"/>
    <xsl:param name="after" as="node()*"/>
    <xsl:param name="scripts" as="xs:string*"/>
    <xsl:param name="machine" as="element()*"/>
    <html lang="{$t:page-language}" class="{$view}">
      <xsl:call-template name="t:head">
        <xsl:with-param name="title" select="$title || ' – ' || $edition-title"/>
        <xsl:with-param name="scripts" select="$scripts"/>
        <xsl:with-param name="machine" select="$machine"/>
      </xsl:call-template>
      <body data-close="{t:word('Close')}" data-note="{t:word('Note')}">
        <a class="skip" href="#page-text"><xsl:value-of select="t:word('Skip to the text')"/></a>
        <header class="edition">
          <xsl:call-template name="t:home">
            <xsl:with-param name="root" select="'../'"/>
          </xsl:call-template>
          <xsl:call-template name="t:lists">
            <xsl:with-param name="root" select="'../'"/>
          </xsl:call-template>
        </header>
        <xsl:call-template name="t:forms">
          <xsl:with-param name="view" select="$view"/>
        </xsl:call-template>
        <main id="page-text" tabindex="-1">
          <xsl:if test="not($t:title-head)">
            <h1 class="title" data-generated="">
              <xsl:value-of select="$t:document-title"/>
            </h1>
            <xsl:sequence select="$about"/>
          </xsl:if>
          <xsl:call-template name="t:text">
            <xsl:with-param name="about" select="$about" tunnel="yes"/>
          </xsl:call-template>
          <xsl:sequence select="$after"/>
        </main>
        <footer>
          <xsl:call-template name="t:neighbours">
            <xsl:with-param name="label" select="t:word('Previous and next document')"/>
          </xsl:call-template>
          <xsl:call-template name="t:imprint"/>
          <xsl:call-template name="t:colophon"/>
        </footer>
      </body>
    </html>
  </xsl:template>

  <!-- The text of the document, in a view that is made of its own elements. -->
  <xsl:template name="t:text">
    <article data-tei="" lang="{$t:language}">
      <xsl:apply-templates select="/*/(. | descendant::TEI)/text"/>
    </article>
  </xsl:template>

  <!-- What stands at the foot of every page: who publishes, under which licence. -->
  <xsl:template name="t:imprint">
    <p class="imprint">
      <xsl:value-of select="string-join(($edition-title, $editors[. ne ''] ! (t:word('edited by') || ' ' || .), $publisher[. ne '']), ', ')"/>
      <xsl:text>.</xsl:text>
      <xsl:if test="$licence ne ''">
        <xsl:text> </xsl:text>
        <xsl:call-template name="t:licence">
          <xsl:with-param name="address" select="$licence"/>
        </xsl:call-template>
      </xsl:if>
    </p>
  </xsl:template>

  <!-- What an edition adds below the imprint: its own stylesheet fills it. -->
  <xsl:template name="t:colophon"/>

  <xsl:template name="t:licence">
    <xsl:param name="address" as="xs:string"/>
    <xsl:variable name="label" select="
      if (contains($address, 'publicdomain/zero')) then 'CC0 1.0'
      else if (contains($address, 'publicdomain/mark')) then t:word('Public domain')
      else if (matches($address, 'creativecommons\.org/licenses/[a-z-]+/[0-9.]+'))
        then 'CC ' || upper-case(replace($address, '^.*creativecommons\.org/licenses/([a-z-]+)/([0-9.]+).*$', '$1 $2'))
      else $address"/>
    <xsl:choose>
      <xsl:when test="matches($address, '^https?://')">
        <a rel="license" href="{iri-to-uri($address)}">
          <xsl:value-of select="$label"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$label"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The head that is the page's heading is followed by what the header tells of the document. -->
  <xsl:template match="head[. is $t:title-head]" priority="20">
    <xsl:param name="about" as="node()*" tunnel="yes"/>
    <xsl:next-match/>
    <xsl:sequence select="$about"/>
  </xsl:template>

</xsl:stylesheet>
