<?xml version="1.0" encoding="UTF-8"?>
<!-- What the genres add to their words, on pages and in print: the names of fields, and where a quotation wants marks. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The names of the fields of a description. -->
  <xsl:variable name="t:fields" as="map(xs:string, xs:string)" select="map {
    'msContents': 'Contents', 'physDesc': 'Physical description', 'history': 'History', 'support': 'Support', 'extent': 'Extent', 'foliation': 'Foliation',
    'collation': 'Collation', 'condition': 'Condition', 'layout': 'Layout', 'handNote': 'Hand', 'decoNote': 'Decoration', 'binding': 'Binding', 'seal': 'Seal',
    'accMat': 'Accompanying material', 'additions': 'Additions', 'origin': 'Origin', 'provenance': 'Provenance', 'acquisition': 'Acquisition',
    'incipit': 'Incipit:', 'explicit': 'Explicit:'}"/>

  <!-- Whether a quotation has no marks of its own in the text, and stands in a line. -->
  <xsl:function name="t:wants-marks" as="xs:boolean">
    <xsl:param name="quoted" as="element()"/>
    <xsl:variable name="before" select="string($quoted/preceding-sibling::node()[1][self::text()])"/>
    <xsl:sequence select="
      empty($quoted/(parent::div | parent::body | parent::sp | parent::epigraph | p | l | lg | list | table))
      and not($quoted/@rend = ('block', 'display', 'inline', 'none'))
      and empty($quoted/parent::cit/(parent::div | parent::body))
      and not(matches($quoted, '^\s*[&quot;“”„‟«»‹›‘’‚‛''「『]')) and not(matches($before, '[&quot;“„«‹‘‚「『]\s*$'))"/>
  </xsl:function>

</xsl:stylesheet>
