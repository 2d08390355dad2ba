<?xml version="1.0" encoding="UTF-8"?>
<!-- ISO Schematron (queryBinding xslt2 or xslt3) to XSLT 3.0 that reports in SVRL.

     Each pattern becomes a mode that walks the whole document: so a node is taken by the first rule of each pattern whose
     context it matches, as the standard has it. Abstract patterns are written out with their parameters first; an abstract
     rule's content is read where a rule extends it. That every name it refers to exists has been seen to before. -->
<xsl:stylesheet version="3.0" expand-text="no"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="urn:teiencode:written-stylesheet"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiencode:functions"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:sqf="http://www.schematron-quickfix.com/validator/process"
    xmlns:svrl="http://purl.oclc.org/dsdl/svrl"
    exclude-result-prefixes="xs f sqf">

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:output method="xml" indent="no"/>

  <xsl:key name="diagnostic" match="sch:diagnostic" use="@id"/>
  <xsl:key name="fix" match="sqf:fix" use="@id"/>

  <xsl:template match="/sch:schema">
    <xsl:variable name="patterns" as="element(sch:pattern)*">
      <xsl:apply-templates select="sch:pattern[not(@abstract = 'true')][f:is-active(.)]" mode="instance"/>
    </xsl:variable>
    <xsl:variable name="schema" select="."/>
    <out:stylesheet version="3.0" exclude-result-prefixes="#all">
      <xsl:for-each select="sch:ns">
        <xsl:namespace name="{@prefix}" select="string(@uri)"/>
      </xsl:for-each>
      <out:output method="xml" indent="no"/>
      <!-- Keys and functions of the query language may stand in the schema as they are. -->
      <xsl:copy-of select="xsl:key | xsl:function"/>
      <xsl:for-each select="sch:let | sch:phase[@id = ../@defaultPhase]/sch:let | $patterns/sch:let">
        <out:variable>
          <xsl:call-template name="let"/>
        </out:variable>
      </xsl:for-each>
      <!-- The place of a node: the number of its element in document order, and an attribute's name. A path would have the elements
           before each one counted again and again. -->
      <out:mode use-accumulators="#all"/>
      <out:accumulator name="Q{{urn:teiencode:functions}}number" initial-value="0">
        <out:accumulator-rule match="*" select="$value + 1"/>
      </out:accumulator>
      <out:function name="Q{{urn:teiencode:functions}}place">
        <out:param name="node" as="node()"/>
        <out:variable name="element" select="($node/ancestor-or-self::*[1], $node/descendant::*[1])[1]"/>
        <out:sequence select="string($element/accumulator-before('Q{{urn:teiencode:functions}}number')) 
          || ($node/self::attribute() ! (' ' || (namespace-uri()[. ne ''] ! ('{{' || . || '}}')) || local-name()))"/>
      </out:function>
      <out:template match="/">
        <svrl:schematron-output>
          <out:for-each select="descendant-or-self::node()">
            <out:apply-templates select="., @*" mode="rules"/>
          </out:for-each>
        </svrl:schematron-output>
      </out:template>
      <out:template match="/ | node() | @*" mode="rules" priority="0"/>
      <xsl:for-each select="$patterns">
        <xsl:variable name="number" select="position()"/>
        <xsl:variable name="pattern" select="."/>
        <xsl:variable name="left" select="count($patterns[position() ge $number]/sch:rule[not(@abstract = 'true')])"/>
        <xsl:for-each select="sch:rule[not(@abstract = 'true')]">
          <out:template match="{@context}" mode="rules" priority="{$left - position() + 1}">
            <out:param name="Q{{urn:teiencode:functions}}taken" select="0"/>
            <out:if test="$Q{{urn:teiencode:functions}}taken ne {$number}">
              <xsl:apply-templates select="*" mode="rule">
                <xsl:with-param name="schema" select="$schema" tunnel="yes"/>
                <xsl:with-param name="pattern" select="$pattern" tunnel="yes"/>
              </xsl:apply-templates>
            </out:if>
            <out:next-match>
              <out:with-param name="Q{{urn:teiencode:functions}}taken" select="{$number}"/>
            </out:next-match>
          </out:template>
        </xsl:for-each>
      </xsl:for-each>
    </out:stylesheet>
  </xsl:template>

  <!-- ============================================================ patterns -->

  <!-- A schema with a default phase has the patterns of that phase; #ALL and none are all. -->
  <xsl:function name="f:is-active" as="xs:boolean">
    <xsl:param name="pattern" as="element(sch:pattern)"/>
    <xsl:variable name="phase" select="$pattern/../sch:phase[@id = $pattern/../@defaultPhase]"/>
    <xsl:sequence select="empty($phase) or $phase/sch:active/@pattern = $pattern/@id"/>
  </xsl:function>

  <xsl:template match="sch:pattern" mode="instance">
    <xsl:copy-of select="."/>
  </xsl:template>

  <xsl:template match="sch:pattern[@is-a]" mode="instance">
    <xsl:variable name="name" select="string(@is-a)"/>
    <xsl:variable name="abstract" select="/sch:schema/sch:pattern[@abstract = 'true'][@id = $name]"/>
    <xsl:apply-templates select="$abstract" mode="written-out">
      <xsl:with-param name="parameters" select="sch:param" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="sch:pattern" mode="written-out">
    <sch:pattern>
      <xsl:apply-templates mode="written-out"/>
    </sch:pattern>
  </xsl:template>

  <xsl:template match="*" mode="written-out">
    <xsl:copy>
      <xsl:apply-templates select="@*, node()" mode="written-out"/>
    </xsl:copy>
  </xsl:template>

  <!-- Longer names first, so that $row is not read in $rows. -->
  <xsl:template match="@context | @test | @select | @value | @path | @subject" mode="written-out">
    <xsl:param name="parameters" as="element(sch:param)*" tunnel="yes"/>
    <xsl:attribute name="{name()}" select="f:replaced(string(.), sort($parameters, (), function($p) { -string-length($p/@name) }))"/>
  </xsl:template>

  <xsl:template match="@*" mode="written-out">
    <xsl:copy/>
  </xsl:template>

  <xsl:function name="f:replaced" as="xs:string">
    <xsl:param name="expression" as="xs:string"/>
    <xsl:param name="parameters" as="element(sch:param)*"/>
    <xsl:sequence select="if (empty($parameters)) then $expression
        else f:replaced(string-join(tokenize($expression, '\$' || $parameters[1]/@name || '(?![\w.\-])', ';j'), $parameters[1]/@value),
                        tail($parameters))"/>
  </xsl:function>

  <!-- ============================================================ what stands in a rule -->

  <xsl:template match="sch:let" mode="rule">
    <out:variable>
      <xsl:call-template name="let"/>
    </out:variable>
  </xsl:template>

  <xsl:template name="let">
    <xsl:attribute name="name" select="@name"/>
    <xsl:copy-of select="@as"/>
    <xsl:choose>
      <xsl:when test="@value"><xsl:attribute name="select" select="@value"/></xsl:when>
      <xsl:otherwise><xsl:copy-of select="node()"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="sch:extends" mode="rule">
    <xsl:param name="schema" tunnel="yes"/>
    <xsl:param name="pattern" tunnel="yes"/>
    <xsl:variable name="name" select="string(@rule)"/>
    <xsl:variable name="rule"
        select="($pattern/sch:rule[@abstract = 'true'][@id = $name], $schema//sch:rule[@abstract = 'true'][@id = $name])[1]"/>
    <xsl:apply-templates select="$rule/*" mode="rule"/>
  </xsl:template>

  <xsl:template match="sch:assert" mode="rule">
    <out:if test="not({@test})">
      <svrl:failed-assert>
        <xsl:call-template name="said"/>
      </svrl:failed-assert>
    </out:if>
  </xsl:template>

  <xsl:template match="sch:report" mode="rule">
    <out:if test="{@test}">
      <svrl:successful-report>
        <xsl:call-template name="said"/>
      </svrl:successful-report>
    </out:if>
  </xsl:template>

  <xsl:template match="*" mode="rule"/>

  <!-- ============================================================ what a broken rule says -->

  <xsl:template name="said">
    <xsl:param name="schema" tunnel="yes"/>
    <xsl:copy-of select="@id, @role, ../@role[not(current()/@role)]"/>
    <xsl:attribute name="test" select="@test"/>
    <xsl:variable name="subject" select="(@subject, ../@subject, '.')[1]"/>
    <out:attribute name="location" select="({$subject})[1] ! Q{{urn:teiencode:functions}}place(.)"/>
    <svrl:text>
      <xsl:apply-templates mode="words"/>
    </svrl:text>
    <xsl:for-each select="tokenize(@diagnostics)">
      <svrl:diagnostic-reference diagnostic="{.}">
        <xsl:apply-templates select="key('diagnostic', ., root($schema))/node()" mode="words"/>
      </svrl:diagnostic-reference>
    </xsl:for-each>
    <!-- Quick fixes are told by their titles, as what may be done. -->
    <xsl:for-each select="tokenize(@sqf:fix)">
      <svrl:diagnostic-reference diagnostic="{.}">
        <xsl:apply-templates select="key('fix', ., root($schema))/sqf:description/sqf:title/node()" mode="words"/>
      </svrl:diagnostic-reference>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="sch:emph | sch:dir | sch:span" mode="words">
    <xsl:apply-templates mode="words"/>
  </xsl:template>

  <xsl:template match="text()" mode="words">
    <out:text><xsl:value-of select="."/></out:text>
  </xsl:template>

  <xsl:template match="sch:value-of" mode="words">
    <out:value-of select="{@select}"/>
  </xsl:template>

  <xsl:template match="sch:name" mode="words">
    <out:value-of select="{(@path, 'name(.)')[1]}"/>
  </xsl:template>

  <xsl:template match="*" mode="words">
    <xsl:apply-templates mode="words"/>
  </xsl:template>

</xsl:stylesheet>
