<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands below a text: its notes, what its omissions mean, and which decisions are uncertain. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Further calls of a note, by the note's id. -->
  <xsl:key name="calls-again" match="ptr[@type = 'note']" use="substring-after(tokenize(@target)[1], '#')"/>

  <!-- The notes as a list, each with the way back to its call. -->
  <xsl:template name="t:notes">
    <xsl:param name="unit" as="element()" select="/*"/>
    <xsl:variable name="notes" select="t:notes-of($unit)"/>
    <xsl:if test="$notes">
      <section class="notes" data-generated="" lang="{$t:page-language}">
        <xsl:choose>
          <xsl:when test="t:is-unit($unit)">
            <xsl:attribute name="aria-label" select="t:word('Notes') || ', ' || t:unit-title($unit)"/>
            <p class="heading">
              <xsl:value-of select="t:word('Notes')"/>
            </p>
          </xsl:when>
          <xsl:otherwise>
            <xsl:attribute name="aria-labelledby" select="'page-notes'"/>
            <h2 id="page-notes"><xsl:value-of select="t:word('Notes')"/></h2>
          </xsl:otherwise>
        </xsl:choose>
        <ol>
          <xsl:for-each select="$notes">
            <xsl:variable name="id" select="t:id(.)"/>
            <xsl:variable name="label" select="t:note-label(.)"/>
            <li>
              <xsl:if test="$id">
                <xsl:attribute name="id" select="$id"/>
              </xsl:if>
              <xsl:choose>
                <xsl:when test="t:is-uncalled(.)">
                  <span class="label" title="{t:word('No place in the text was found for this note')}">
                    <xsl:value-of select="$label"/>
                  </span>
                </xsl:when>
                <xsl:otherwise>
                  <a class="label" href="#{$id}-call" aria-label="{t:word('Note')} {$label}, {t:word('back to the text')}">
                    <xsl:value-of select="$label"/>
                  </a>
                </xsl:otherwise>
              </xsl:choose>
              <div class="note-text" lang="{$t:language}">
                <xsl:apply-templates>
                  <xsl:with-param name="listed" select="true()" tunnel="yes"/>
                </xsl:apply-templates>
                <xsl:for-each select="key('calls-again', string(@xml:id))">
                  <xsl:text> </xsl:text>
                  <a class="again" href="#{t:id(.)}"><xsl:value-of select="t:word('called again')"/></a>
                </xsl:for-each>
              </div>
            </li>
            <xsl:text>&#10;</xsl:text>
          </xsl:for-each>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The exemptions under which words were withheld, each with its meaning and the places it applies to. -->
  <xsl:template name="t:omissions">
    <xsl:variable name="gaps" select="/*/descendant::text//gap"/>
    <xsl:variable name="meant" select="$gaps[exists(t:categories(.))]"/>
    <xsl:if test="$meant">
      <section class="omissions" aria-labelledby="page-omissions" data-generated="">
        <h2 id="page-omissions"><xsl:value-of select="t:word('Why words are withheld')"/></h2>
        <dl>
          <xsl:for-each-group select="$meant" group-by="t:categories(.) ! string(@xml:id)">
            <xsl:variable name="category" select="key('by-id', current-grouping-key())[1]"/>
            <div>
              <dt>
                <xsl:value-of select="t:category-name($category)"/>
              </dt>
              <dd>
                <xsl:value-of select="normalize-space($category/catDesc[1])"/>
                <span class="places">
                  <xsl:text> </xsl:text>
                  <xsl:for-each select="current-group()">
                    <xsl:variable name="place" select="position()"/>
                    <xsl:for-each select="t:id(.)">
                      <a href="#{.}" aria-label="{t:word('Applies at place')} {$place}">
                        <xsl:value-of select="$place"/>
                      </a>
                      <xsl:text> </xsl:text>
                    </xsl:for-each>
                  </xsl:for-each>
                </span>
              </dd>
            </div>
          </xsl:for-each-group>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The decisions that the encoding marks as uncertain, each with its place. -->
  <xsl:template name="t:doubts">
    <xsl:variable name="doubts" select="/*/descendant::text//*[t:doubt(.) ne ''][t:id(.)][not(self::del)][not(ancestor::fw)]"/>
    <xsl:if test="$doubts">
      <section class="doubts" aria-labelledby="page-doubts" data-generated="">
        <h2 id="page-doubts"><xsl:value-of select="t:word('Uncertain decisions')"/></h2>
        <ul>
          <xsl:for-each select="$doubts">
            <li>
              <a href="#{t:id(.)}">
                <xsl:choose>
                  <xsl:when test="self::pb"><xsl:value-of select="t:word('Page begins:') || ' ' || t:page-label(.)"/></xsl:when>
                  <xsl:when test="self::add"><xsl:value-of select="t:word('Addition') || ' “' || normalize-space(.) || '”'"/></xsl:when>
                  <xsl:when test="self::note"><xsl:value-of select="t:word('Place of note') || ' ' || t:note-label(.)"/></xsl:when>
                  <xsl:when test="self::gap"><xsl:value-of select="t:word('Omission')"/></xsl:when>
                  <xsl:otherwise>
                    <xsl:value-of select="local-name()"/>
                  </xsl:otherwise>
                </xsl:choose>
              </a>
              <xsl:text>: </xsl:text>
              <xsl:value-of select="t:doubt(.)"/>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
