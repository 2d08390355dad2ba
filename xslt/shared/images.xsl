<?xml version="1.0" encoding="UTF-8"?>
<!-- Images of the source's pages beside the text, where `pb/@facs` names them: an image, an image of a IIIF server (a small one is
     asked for, and the whole one linked), or a surface of the file's own facsimile. Nothing is fetched before a reader comes near. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- How many pixels the small image of a IIIF server is wide. -->
  <xsl:variable name="t:image-width" as="xs:integer" select="600"/>

  <!-- The parts of an address of the IIIF Image API: its base, then region, size, rotation, quality and format. -->
  <xsl:variable name="t:iiif" as="xs:string" select="'^(https?://.+)/(full|square|(pct:)?[\d.,]+)/[^/]+/!?[\d.]+/(default|native|color|gray|bitonal)\.(jpg|png|webp|gif|tif)$'"/>

  <!-- The address of a page's image: the one that is published with the document, else on the web what `facs` names, or the graphic
       of the surface that it points to. -->
  <xsl:function name="t:image" as="xs:string?">
    <xsl:param name="break" as="element(pb)"/>
    <xsl:variable name="surface" select="t:target($break/@facs)"/>
    <xsl:variable name="named" select="if ($surface) then string($surface/(. | graphic | zone/graphic)/@url => head()) else string(tokenize($break/@facs)[1])"/>
    <xsl:sequence select="($break/@t:image/string(), iri-to-uri($named)[matches(., '^https?://', 'i')])[1]"/>
  </xsl:function>

  <xsl:template name="t:page-image">
    <xsl:param name="inert" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="image" select="t:image(.)"/>
    <xsl:if test="$image and not($inert) and not(ancestor::ref)">
      <xsl:variable name="base" select="if (ends-with($image, '/info.json')) then substring-before($image, '/info.json')
        else if (matches($image, $t:iiif)) then replace($image, $t:iiif, '$1') else ''"/>
      <xsl:variable name="small" select="if ($base ne '') then $base || '/full/' || $t:image-width || ',/0/default.jpg' else $image"/>
      <xsl:variable name="large" select="if ($base ne '' and ends-with($image, '/info.json')) then $base || '/full/max/0/default.jpg' else $image"/>
      <a class="page-image" href="{$large}" data-generated="">
        <img src="{$small}" loading="lazy" decoding="async" alt="{t:word('Image of page')} {t:page-label(.)}"/>
      </a>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
