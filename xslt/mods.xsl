<?xml version="1.0" encoding="UTF-8"?>
<!-- The record of a document in MODS 3.8 (Metadata Object Description Schema, Library of Congress). -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:xlink="http://www.w3.org/1999/xlink"
  xmlns="http://www.loc.gov/mods/v3"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="xsl xs t">

  <xsl:import href="shared/identity.xsl"/>
  <xsl:import href="shared/wording.xsl"/>
  <xsl:import href="shared/title.xsl"/>
  <xsl:import href="shared/metadata.xsl"/>
  <xsl:import href="shared/page.xsl"/>
  <xsl:import href="shared/machine.xsl"/>
  <xsl:import href="shared/record.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <xsl:template match="/">
    <xsl:variable name="page" select="t:page-of($name)"/>
    <mods version="3.8" xsi:schemaLocation="http://www.loc.gov/mods/v3 http://www.loc.gov/standards/mods/v3/mods-3-8.xsd">
      <titleInfo>
        <title>
          <xsl:value-of select="$t:document-title"/>
        </title>
      </titleInfo>
      <xsl:for-each select="t:creators($t:header)">
        <xsl:call-template name="agent">
          <xsl:with-param name="code" select="'aut'"/>
          <xsl:with-param name="role" select="'author'"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:for-each select="t:agents($t:header, 'received')">
        <xsl:call-template name="agent">
          <xsl:with-param name="code" select="'rcp'"/>
          <xsl:with-param name="role" select="'addressee'"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:for-each select="$t:header/fileDesc/titleStmt/respStmt/(persName | orgName | name)[normalize-space()]">
        <xsl:call-template name="agent">
          <xsl:with-param name="role" select="normalize-space(../resp[1])"/>
        </xsl:call-template>
      </xsl:for-each>
      <typeOfResource>text</typeOfResource>
      <xsl:call-template name="origin"/>
      <xsl:for-each select="t:languages($t:header)">
        <language>
          <languageTerm type="code" authority="rfc4646">
            <xsl:value-of select="."/>
          </languageTerm>
        </language>
      </xsl:for-each>
      <physicalDescription>
        <form authority="marcform">electronic</form>
        <internetMediaType>text/html</internetMediaType>
        <internetMediaType>application/tei+xml</internetMediaType>
      </physicalDescription>
      <xsl:for-each select="$t:header/profileDesc/abstract[normalize-space()]">
        <abstract>
          <xsl:value-of select="normalize-space(.)"/>
        </abstract>
      </xsl:for-each>
      <xsl:for-each select="$t:header/fileDesc/sourceDesc/msDesc[1]/additional/adminInfo/note[@type = 'source'][normalize-space()]">
        <note type="source note">
          <xsl:value-of select="normalize-space(.)"/>
        </note>
      </xsl:for-each>
      <xsl:if test="t:classification($t:header) ne ''">
        <note type="classification">
          <xsl:value-of select="t:classification($t:header)"/>
        </note>
      </xsl:if>
      <xsl:for-each select="t:subjects($t:header)">
        <subject>
          <topic>
            <xsl:value-of select="."/>
          </topic>
        </subject>
      </xsl:for-each>
      <xsl:call-template name="host"/>
      <xsl:call-template name="original"/>
      <identifier type="local">
        <xsl:value-of select="$name"/>
      </identifier>
      <xsl:for-each select="$t:header/fileDesc/publicationStmt/idno[normalize-space()][normalize-space() ne $name]">
        <identifier type="{(lower-case(@type)[. = ('doi', 'hdl', 'uri', 'isbn', 'issn')], 'local')[1]}">
          <xsl:if test="@type">
            <xsl:attribute name="displayLabel" select="@type"/>
          </xsl:if>
          <xsl:value-of select="normalize-space(.)"/>
        </identifier>
      </xsl:for-each>
      <xsl:if test="$page ne ''">
        <location>
          <url usage="primary" access="object in context">
            <xsl:value-of select="$page"/>
          </url>
        </location>
      </xsl:if>
      <xsl:if test="$licence ne ''">
        <accessCondition type="use and reproduction">
          <xsl:if test="matches($licence, '^https?://\S+$')">
            <xsl:attribute name="xlink:href" select="$licence"/>
          </xsl:if>
          <xsl:value-of select="$licence"/>
        </accessCondition>
      </xsl:if>
      <recordInfo>
        <xsl:if test="$publisher ne ''">
          <recordContentSource>
            <xsl:value-of select="$publisher"/>
          </recordContentSource>
        </xsl:if>
        <recordIdentifier>
          <xsl:value-of select="$name"/>
        </recordIdentifier>
        <recordOrigin>Made by teiencode from the header of the TEI file.</recordOrigin>
      </recordInfo>
    </mods>
  </xsl:template>

  <!-- Somebody, as a person or a body where the header knows which, with an authority's entry where it names one. -->
  <xsl:template name="agent">
    <xsl:param name="code" as="xs:string" select="''"/>
    <xsl:param name="role" as="xs:string"/>
    <name>
      <xsl:choose>
        <xsl:when test="self::persName">
          <xsl:attribute name="type" select="'personal'"/>
        </xsl:when>
        <xsl:when test="self::orgName">
          <xsl:attribute name="type" select="'corporate'"/>
        </xsl:when>
      </xsl:choose>
      <xsl:for-each select="t:authority(.)">
        <xsl:attribute name="valueURI" select="."/>
      </xsl:for-each>
      <namePart>
        <xsl:value-of select="normalize-space(.)"/>
      </namePart>
      <xsl:if test="$code ne '' or $role ne ''">
        <role>
          <xsl:if test="$code ne ''">
            <roleTerm type="code" authority="marcrelator">
              <xsl:value-of select="$code"/>
            </roleTerm>
          </xsl:if>
          <xsl:if test="$role ne ''">
            <roleTerm type="text">
              <xsl:if test="$code ne ''">
                <xsl:attribute name="authority" select="'marcrelator'"/>
              </xsl:if>
              <xsl:value-of select="$role"/>
            </roleTerm>
          </xsl:if>
        </role>
      </xsl:if>
    </name>
  </xsl:template>

  <!-- When and where the document was made. A date that is not certain says so; one that no machine reads stands as its words. -->
  <xsl:template name="origin">
    <xsl:variable name="places" select="distinct-values($t:header/profileDesc/correspDesc/correspAction[@type = 'sent']/(placeName | settlement) ! normalize-space(.)[. ne ''])"/>
    <xsl:variable name="when" select="tokenize(t:when($t:header), '/')"/>
    <xsl:variable name="words" select="t:document-date($t:header)"/>
    <xsl:if test="exists(($places, $when)) or $words ne ''">
      <originInfo>
        <xsl:for-each select="$places">
          <place>
            <placeTerm type="text">
              <xsl:value-of select="."/>
            </placeTerm>
          </place>
        </xsl:for-each>
        <xsl:for-each select="$when">
          <dateCreated encoding="w3cdtf">
            <xsl:if test="position() = 1">
              <xsl:attribute name="keyDate" select="'yes'"/>
            </xsl:if>
            <xsl:if test="count($when) = 2">
              <xsl:attribute name="point" select="if (position() = 1) then 'start' else 'end'"/>
            </xsl:if>
            <xsl:if test="t:sureness($t:header) ne 'yes'">
              <xsl:attribute name="qualifier" select="t:sureness($t:header)"/>
            </xsl:if>
            <xsl:value-of select="."/>
          </dateCreated>
        </xsl:for-each>
        <xsl:if test="empty($when) and $words ne ''">
          <dateCreated>
            <xsl:value-of select="$words"/>
          </dateCreated>
        </xsl:if>
      </originInfo>
    </xsl:if>
  </xsl:template>

  <!-- The edition that the document stands in, with the pages of the print. -->
  <xsl:template name="host">
    <xsl:variable name="pages" select="tokenize($t:pages, '–')"/>
    <xsl:variable name="published" select="t:machine-date($t:header/fileDesc/publicationStmt/date/@when)"/>
    <relatedItem type="host">
      <titleInfo>
        <title>
          <xsl:value-of select="$edition-title"/>
        </title>
      </titleInfo>
      <xsl:for-each select="tokenize($editor-list, '\n')[normalize-space()]">
        <name>
          <namePart>
            <xsl:value-of select="."/>
          </namePart>
          <role>
            <roleTerm type="code" authority="marcrelator">edt</roleTerm>
          </role>
        </name>
      </xsl:for-each>
      <xsl:if test="$publisher ne '' or exists($published)">
        <originInfo>
          <xsl:if test="$publisher ne ''">
            <publisher>
              <xsl:value-of select="$publisher"/>
            </publisher>
          </xsl:if>
          <xsl:for-each select="$published">
            <dateIssued encoding="w3cdtf">
              <xsl:value-of select="."/>
            </dateIssued>
          </xsl:for-each>
        </originInfo>
      </xsl:if>
      <xsl:if test="$address ne ''">
        <location>
          <url>
            <xsl:value-of select="$address"/>
          </url>
        </location>
      </xsl:if>
      <xsl:if test="exists($pages)">
        <part>
          <extent unit="pages">
            <start>
              <xsl:value-of select="$pages[1]"/>
            </start>
            <end>
              <xsl:value-of select="$pages[last()]"/>
            </end>
          </extent>
        </part>
      </xsl:if>
    </relatedItem>
  </xsl:template>

  <!-- The paper that the text was taken from, and the archive that holds it. -->
  <xsl:template name="original">
    <xsl:variable name="held" select="$t:header/fileDesc/sourceDesc/msDesc[1]/msIdentifier"/>
    <xsl:variable name="archive" select="string-join($held/(settlement | institution | repository) ! normalize-space(.)[. ne ''], ', ')"/>
    <xsl:variable name="shelf" select="string-join($held/(collection | idno) ! normalize-space(.)[. ne ''], ', ')"/>
    <xsl:if test="$archive ne '' or $shelf ne ''">
      <relatedItem type="original">
        <location>
          <xsl:if test="$archive ne ''">
            <physicalLocation>
              <xsl:value-of select="$archive"/>
            </physicalLocation>
          </xsl:if>
          <xsl:if test="$shelf ne ''">
            <shelfLocator>
              <xsl:value-of select="$shelf"/>
            </shelfLocator>
          </xsl:if>
        </location>
      </relatedItem>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
