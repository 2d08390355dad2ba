<?xml version="1.0" encoding="UTF-8"?>
<!-- What the header tells of a document, as a list of terms and values; a term without a value is left out. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Who sent or received, and where. -->
  <xsl:function name="t:correspondents" as="xs:string">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:variable name="action" select="$header/profileDesc/correspDesc/correspAction[@type = $type][1]"/>
    <xsl:variable name="names" select="$action/(persName | orgName | name | rs) ! normalize-space(.)"/>
    <xsl:variable name="places" select="$action/(placeName | settlement) ! normalize-space(.)"/>
    <xsl:sequence select="string-join((string-join($names, '; ')[. ne ''], $places[not(. = $names)]), ', ')"/>
  </xsl:function>

  <!-- Who made a document: who sent it, or the authors that the header names. -->
  <xsl:function name="t:creators" as="element()*">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="senders" select="$header/profileDesc/correspDesc/correspAction[@type = 'sent']/(persName | orgName | name | rs)[normalize-space()]"/>
    <xsl:sequence select="if (exists($senders)) then $senders else $header/fileDesc/titleStmt/author[normalize-space()]"/>
  </xsl:function>

  <!-- Classification and handling: the categories that the header points to, and its keywords. -->
  <xsl:function name="t:classification" as="xs:string">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="categories" as="xs:string*">
      <xsl:for-each select="$header/profileDesc/textClass/catRef/tokenize(@target)">
        <xsl:variable name="id" select="substring-after(., '#')"/>
        <!-- A description may say what the level means: its name stands before the colon. -->
        <xsl:sequence select="($header//category[@xml:id = $id])[1]/normalize-space(replace((catDesc, .)[1], '^([^:]{1,40}):.*$', '$1', 's'))"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="string-join(distinct-values(($categories, $header/profileDesc/textClass/keywords/term ! normalize-space(.))), '; ')"/>
  </xsl:function>

  <xsl:function name="t:source" as="xs:string">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="identifier" select="$header/fileDesc/sourceDesc/msDesc[1]/msIdentifier"/>
    <xsl:variable name="bibl" select="$header/fileDesc/sourceDesc/bibl[1]"/>
    <!-- A title that only repeats the document's tells nothing of its source. -->
    <xsl:variable name="parts" select="
      if ($identifier) then $identifier/*[not(self::msName)]
      else if ($bibl/*) then $bibl/*[normalize-space() ne t:title($header)]
      else $bibl[normalize-space() ne t:title($header)]"/>
    <xsl:sequence select="string-join($parts[normalize-space()] ! normalize-space(.), ', ')"/>
  </xsl:function>

  <xsl:template name="t:entry">
    <xsl:param name="term" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:if test="$value ne ''">
      <div>
        <dt>
          <xsl:value-of select="$term"/>
        </dt>
        <dd>
          <xsl:value-of select="$value"/>
        </dd>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template name="t:about">
    <xsl:variable name="header" select="$t:header"/>
    <xsl:variable name="main" as="element()*">
      <xsl:call-template name="t:entry">
        <xsl:with-param name="term" select="t:word('Author')"/>
        <xsl:with-param name="value" select="string-join(t:creators($header)/self::author ! normalize-space(.), '; ')"/>
      </xsl:call-template>
      <xsl:call-template name="t:entry">
        <xsl:with-param name="term" select="t:word('Date')"/>
        <xsl:with-param name="value" select="t:document-date($header)"/>
      </xsl:call-template>
      <xsl:call-template name="t:entry">
        <xsl:with-param name="term" select="t:word('From')"/>
        <xsl:with-param name="value" select="t:correspondents($header, 'sent')"/>
      </xsl:call-template>
      <xsl:call-template name="t:entry">
        <xsl:with-param name="term" select="t:word('To')"/>
        <xsl:with-param name="value" select="t:correspondents($header, 'received')"/>
      </xsl:call-template>
      <xsl:call-template name="t:entry">
        <xsl:with-param name="term" select="t:word('Classification')"/>
        <xsl:with-param name="value" select="t:classification($header)"/>
      </xsl:call-template>
      <xsl:call-template name="t:entry">
        <xsl:with-param name="term" select="t:word('Source')"/>
        <xsl:with-param name="value" select="t:source($header)"/>
      </xsl:call-template>
    </xsl:variable>
    <section class="about" aria-label="{t:word('About this document')}" data-generated="" lang="{$t:page-language}">
      <xsl:if test="$main">
        <dl>
          <xsl:sequence select="$main"/>
        </dl>
      </xsl:if>
      <xsl:variable name="more" as="element()*">
        <xsl:call-template name="t:entry">
          <xsl:with-param name="term" select="t:word('Persons')"/>
          <xsl:with-param name="value" select="string-join($header/fileDesc/titleStmt/respStmt !
            string-join((resp[1] ! normalize-space(.), string-join((* except resp) ! normalize-space(.), ', ')), ' '), '; ')"/>
        </xsl:call-template>
        <xsl:for-each select="$header/revisionDesc/(. | listChange)/change">
          <xsl:call-template name="t:entry">
            <xsl:with-param name="term" select="string-join((t:date-in-words(@when)[. ne ''], t:word('History')[not(current()/@when)]))"/>
            <xsl:with-param name="value" select="normalize-space(.)"/>
          </xsl:call-template>
        </xsl:for-each>
        <xsl:call-template name="t:entry">
          <xsl:with-param name="term" select="t:word('Identifiers')"/>
          <xsl:with-param name="value" select="string-join($header/fileDesc/publicationStmt/idno ! normalize-space(.), ', ')"/>
        </xsl:call-template>
        <xsl:for-each select="$header/encodingDesc/appInfo/application[1]">
          <xsl:call-template name="t:entry">
            <xsl:with-param name="term" select="t:word('Encoded with')"/>
            <xsl:with-param name="value" select="string-join((label[1] || ' ' || @version, desc[@type = 'profile'] ! (t:word('profile') || ' ' || .)), ', ')"/>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:variable>
      <xsl:if test="$more">
        <details>
          <summary><xsl:value-of select="t:word('More about this document')"/></summary>
          <dl>
            <xsl:sequence select="$more"/>
          </dl>
        </details>
      </xsl:if>
    </section>
  </xsl:template>

</xsl:stylesheet>
