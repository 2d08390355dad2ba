<?xml version="1.0" encoding="UTF-8"?>
<!-- The correspondence of an edition in the Correspondence Metadata Interchange Format, for correspSearch: a TEI file with a
     `correspDesc` for each document that says who sent or who received it. It reads one
     small document that the program makes, with the header of each TEI file:
     <edition identifier="urn:…" day="…" published="…"><document name="…" forms="pdf txt" identifier="urn:…" day="…" published="…"><teiHeader>…</teiHeader></document>…</edition> -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="xsl xs t">

  <xsl:import href="shared/identity.xsl"/>
  <xsl:import href="shared/wording.xsl"/>
  <xsl:import href="shared/title.xsl"/>
  <xsl:import href="shared/metadata.xsl"/>
  <xsl:import href="shared/page.xsl"/>
  <xsl:import href="shared/record.xsl"/>

  <!-- The address of a person who answers for the edition. -->
  <xsl:param name="contact" as="xs:string" select="''"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <xsl:template match="/t:edition">
    <TEI>
      <teiHeader>
        <fileDesc>
          <titleStmt>
            <title>Correspondence in: <xsl:value-of select="$edition-title"/></title>
            <xsl:for-each select="let $editors := tokenize($editor-list, '\n')[normalize-space()]
              return if (exists($editors)) then $editors else ($publisher, $edition-title)[normalize-space()][1]">
              <editor>
                <xsl:value-of select="."/>
                <xsl:if test="$contact ne '' and position() = 1">
                  <xsl:text> </xsl:text>
                  <email>
                    <xsl:value-of select="$contact"/>
                  </email>
                </xsl:if>
              </editor>
            </xsl:for-each>
          </titleStmt>
          <publicationStmt>
            <publisher>
              <ref target="{$address}">
                <xsl:value-of select="($publisher, $edition-title)[normalize-space()][1]"/>
              </ref>
            </publisher>
            <idno type="url">
              <xsl:value-of select="$address || 'cmif.xml'"/>
            </idno>
            <date when="{@day}"/>
            <availability>
              <licence target="{$licence}">
                <xsl:value-of select="$licence"/>
              </licence>
            </availability>
          </publicationStmt>
          <sourceDesc>
            <bibl type="online" xml:id="{t:source-id(.)}">
              <xsl:value-of select="$edition-title"/>
              <xsl:text> </xsl:text>
              <ref target="{$address}">
                <xsl:value-of select="$address"/>
              </ref>
            </bibl>
          </sourceDesc>
        </fileDesc>
        <profileDesc>
          <xsl:apply-templates select="t:document[t:agents(teiHeader, 'sent') or t:agents(teiHeader, 'received')]"/>
        </profileDesc>
      </teiHeader>
      <text>
        <body>
          <p/>
        </body>
      </text>
    </TEI>
  </xsl:template>

  <!-- The format asks for both actions; of one that nothing is known of it wants the word `Unknown`. -->
  <xsl:template match="t:document">
    <correspDesc key="{@name}" ref="{t:page-of(@name)}" source="#{t:source-id(..)}">
      <xsl:variable name="header" select="teiHeader"/>
      <xsl:for-each select="'sent', 'received'">
        <xsl:variable name="action" select="$header/profileDesc/correspDesc/correspAction[@type = current()]"/>
        <xsl:variable name="names" select="t:agents($header, .)"/>
        <correspAction type="{.}">
          <xsl:apply-templates select="$names"/>
          <xsl:if test="empty($names)">
            <persName>Unknown</persName>
          </xsl:if>
          <xsl:apply-templates select="$action/(placeName | settlement)[normalize-space()]"/>
          <xsl:for-each select="($action/date[1], $header/profileDesc/creation/date[1][current() = 'sent'])[t:date-attributes(.)][1]">
            <date>
              <xsl:sequence select="t:date-attributes(.), @cert[. = ('high', 'medium', 'low', 'unknown')]"/>
            </date>
          </xsl:for-each>
        </correspAction>
      </xsl:for-each>
    </correspDesc>
  </xsl:template>

  <!-- The name of the edition in the file: a letter, and the identifier that stays. -->
  <xsl:function name="t:source-id" as="xs:string">
    <xsl:param name="edition" as="element(t:edition)"/>
    <xsl:sequence select="'edition-' || substring-after($edition/@identifier, 'urn:uuid:')"/>
  </xsl:function>

  <!-- The format knows persons and bodies alone: what is neither by its element is a body, unless it says that it is a person. -->
  <xsl:template match="persName | orgName | name | rs | placeName | settlement">
    <xsl:element name="{if (self::persName or @type = 'person') then 'persName' else if (self::placeName or self::settlement) then 'placeName' else 'orgName'}">
      <xsl:for-each select="t:authority(.)">
        <xsl:attribute name="ref" select="."/>
      </xsl:for-each>
      <xsl:value-of select="normalize-space(.)"/>
    </xsl:element>
  </xsl:template>

  <!-- The attributes of a date that machines read. -->
  <xsl:function name="t:date-attributes" as="attribute()*">
    <xsl:param name="date" as="element(date)"/>
    <xsl:for-each select="$date/(@when | @from | @to | @notBefore | @notAfter)">
      <xsl:variable name="name" select="local-name()"/>
      <xsl:for-each select="t:machine-date(.)">
        <xsl:attribute name="{$name}" select="."/>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
