<?xml version="1.0" encoding="UTF-8"?>
<!-- Elements that no template knows. Their text is shown, and the run is told: nothing is ever dropped in silence. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  exclude-result-prefixes="#all">

  <!-- One message an element: its name, a space, its path. The program makes a diagnostic of it. -->
  <xsl:template name="report-unknown">
    <xsl:message select="local-name() || ' ' || t:path(.)"/>
  </xsl:template>

</xsl:stylesheet>
