<?xml version="1.0" encoding="UTF-8"?>
<!-- A document in the fifteen elements of Dublin Core, as OAI-PMH has them (`oai_dc`). -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:t="urn:teiencode:publishing"
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="xsl xs map t">

  <xsl:template name="t:dublin-core">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:param name="document-name" as="xs:string"/>
    <oai_dc:dc xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">
      <xsl:variable name="entries" as="map(xs:string, xs:string*)*" select="
        map {'title': t:title($header)},
        map {'creator': distinct-values(t:creators($header) ! normalize-space(.))},
        map {'subject': t:subjects($header)},
        map {'description': t:summary($header)},
        map {'publisher': $publisher},
        map {'contributor': distinct-values((t:agents($header, 'received') ! normalize-space(.), tokenize($editor-list, '\n')))},
        map {'date': string-join(t:when($header))},
        map {'type': 'Text'},
        map {'format': ('text/html', 'application/tei+xml')},
        map {'identifier': (t:page-of($document-name), distinct-values(($document-name, t:identifiers($header))))},
        map {'source': t:source($header)},
        map {'language': t:languages($header)},
        map {'relation': $edition-title},
        map {'coverage': distinct-values($header/profileDesc/correspDesc/correspAction/(placeName | settlement) ! normalize-space(.))},
        map {'rights': $licence}"/>
      <xsl:for-each select="$entries">
        <xsl:variable name="key" select="map:keys(.)"/>
        <xsl:for-each select=".($key)[normalize-space()]">
          <xsl:element name="dc:{$key}">
            <xsl:value-of select="."/>
          </xsl:element>
        </xsl:for-each>
      </xsl:for-each>
    </oai_dc:dc>
  </xsl:template>

</xsl:stylesheet>
