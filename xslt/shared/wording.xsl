<?xml version="1.0" encoding="UTF-8"?>
<!-- The few words that the stylesheets add, in English where no edition says otherwise: fixed words, dates, pages, omissions, doubt. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The language of what the stylesheets add to a page. -->
  <xsl:variable name="t:page-language" as="xs:string" select="'en'"/>

  <!-- A fixed word of the pages. An edition in another language overrides this function, and `t:page-language`. -->
  <xsl:function name="t:word" as="xs:string">
    <xsl:param name="english" as="xs:string"/>
    <xsl:sequence select="$english"/>
  </xsl:function>

  <!-- An ISO date as people write it: `28 November 1962`. What is not understood is given as it is. -->
  <xsl:function name="t:date-in-words" as="xs:string">
    <xsl:param name="iso" as="xs:string?"/>
    <xsl:variable name="day" select="replace($iso, '[T ].*$', '')"/>
    <xsl:sequence select="
      if ($day castable as xs:date) then t:day-in-words(xs:date($day)) || ' ' || year-from-date(xs:date($day))
      else if ($day castable as xs:gYearMonth) then t:month(xs:date($day || '-01')) || ' ' || year-from-date(xs:date($day || '-01'))
      else if ($day castable as xs:gMonthDay) then t:day-in-words(xs:date('2000' || substring($day, 2)))
      else string($iso)"/>
  </xsl:function>

  <xsl:function name="t:month" as="xs:string">
    <xsl:param name="day" as="xs:date"/>
    <xsl:sequence select="t:word(('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December')[month-from-date($day)])"/>
  </xsl:function>

  <!-- The day and the month of a date, as they are written in a line: another language may have its own order and signs. -->
  <xsl:function name="t:day-in-words" as="xs:string">
    <xsl:param name="day" as="xs:date"/>
    <xsl:sequence select="day-from-date($day) || ' ' || t:month($day)"/>
  </xsl:function>

  <!-- Who wrote to whom, in a line: `from A to B`. Empty where nobody is known. -->
  <xsl:function name="t:from-to" as="xs:string">
    <xsl:param name="from" as="xs:string"/>
    <xsl:param name="to" as="xs:string"/>
    <xsl:sequence select="string-join(($from[. ne ''] ! (t:word('from') || ' ' || .), $to[. ne ''] ! (t:word('to') || ' ' || .)), ' ')"/>
  </xsl:function>

  <!-- How many documents: `1 document`, `5 documents`. -->
  <xsl:function name="t:counted" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="$number || ' ' || (if ($number = 1) then t:word('document') else t:word('documents'))"/>
  </xsl:function>

  <!-- When a document was made, from its header. -->
  <xsl:function name="t:document-date" as="xs:string">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="date" select="$header/profileDesc/creation/date[1]"/>
    <xsl:variable name="iso" select="($date/@when, $date/@notBefore, $date/@from)[1]"/>
    <xsl:sequence select="if ($iso) then t:date-in-words($iso) else normalize-space($date)"/>
  </xsl:function>

  <xsl:function name="t:title" as="xs:string">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="title" select="normalize-space($header/fileDesc/titleStmt/title[1])"/>
    <xsl:sequence select="if ($title) then $title else t:word('Untitled document')"/>
  </xsl:function>

  <!-- A page of the source: `272`, `facsimile 3`. A break without a number is a page all the same. -->
  <xsl:function name="t:page-label" as="xs:string">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="
      let $number := if ($break/@n) then string($break/@n) else '–'
      return if ($break/@ed) then $break/@ed || ' ' || $number else $number"/>
  </xsl:function>

  <!-- How much is left out: `2 lines`, `less than 1 line`. Empty where the text does not say. -->
  <xsl:function name="t:extent" as="xs:string">
    <xsl:param name="gap" as="element()"/>
    <xsl:variable name="unit" select="translate(string($gap/@unit), '-', ' ')"/>
    <xsl:variable name="amount" select="($gap/@quantity, $gap/@atMost, $gap/@atLeast)[1]"/>
    <xsl:variable name="limit" select="if ($gap/@quantity) then () else if ($gap/@atMost) then t:word('at most') else if ($gap/@atLeast) then t:word('at least') else ()"/>
    <xsl:sequence select="
      if ($gap/@extent) then string($gap/@extent)
      else if ($amount and $unit) then string-join(($limit, $amount, t:word($unit || 's'[string($amount) != '1'])), ' ')
      else ''"/>
  </xsl:function>

  <!-- What an omission is, in a few words: `2 lines withheld`, `illegible`. -->
  <xsl:function name="t:omission" as="xs:string">
    <xsl:param name="gap" as="element()"/>
    <xsl:variable name="cause" select="
      if ($gap/@reason = 'redacted') then t:word('withheld')
      else if ($gap/@reason) then t:word(string($gap/@reason))
      else t:word('left out')"/>
    <xsl:sequence select="string-join((t:extent($gap)[. ne ''], $cause), ' ')"/>
  </xsl:function>

  <!-- What is to be seen in an image: as its description or its heading says. -->
  <xsl:function name="t:image-in-words" as="xs:string">
    <xsl:param name="graphic" as="element()"/>
    <xsl:variable name="said" select="($graphic/desc, $graphic/parent::figure/figDesc, $graphic/parent::figure/head)
      ! normalize-space(string-join(.//text()[not(ancestor::note)]))"/>
    <xsl:sequence select="($said[. ne ''], t:word('image'))[1]"/>
  </xsl:function>

  <!-- Whether an image stands by itself, and not in a line of words. -->
  <xsl:function name="t:is-alone" as="xs:boolean">
    <xsl:param name="graphic" as="element()"/>
    <xsl:sequence select="exists($graphic/parent::figure) or normalize-space($graphic/..) = ''"/>
  </xsl:function>

  <!-- The categories of the header's taxonomies that an element points to with `ana`. -->
  <xsl:function name="t:categories" as="element(category)*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="root" select="root($element)"/>
    <xsl:sequence select="for $pointer in tokenize($element/@ana) return key('by-id', substring-after($pointer, '#'), $root)[1][self::category]"/>
  </xsl:function>

  <!-- A category's short name, as the page writes it: `(b)(1)` of the Freedom of Information Act, `(a)(3)` of the Executive Order. -->
  <xsl:function name="t:category-name" as="xs:string">
    <xsl:param name="category" as="element(category)"/>
    <xsl:variable name="id" select="string($category/@xml:id)"/>
    <xsl:sequence select="
      if (matches($id, '^foia-b\d+[A-F]?$')) then replace($id, '^foia-b(\d+)([A-F]?)$', '(b)($1)') || replace($id, '^foia-b\d+([A-F]?)$', '$1')[. ne ''] ! ('(' || . || ')')
      else if (matches($id, '^eo12356-a\d+$')) then '(a)(' || substring-after($id, '-a') || ')'
      else $id"/>
  </xsl:function>

  <!-- Why a decision is uncertain, for a title or a list; empty where there is no doubt. -->
  <xsl:function name="t:doubt" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      if (not($element/@cert)) then ''
      else if ($element/@resp = '#teiencode') then t:word('inferred by the encoder, certainty') || ' ' || t:word($element/@cert)
      else t:word('certainty') || ' ' || t:word($element/@cert)"/>
  </xsl:function>

  <!-- A note that is called by a number or a sign, and not one that stands between the blocks. -->
  <xsl:function name="t:is-footnote" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="not($note/@rend = 'inline' or $note/@place = 'inline')"/>
  </xsl:function>

  <!-- A note at the end of a division that no sign in the text calls. -->
  <xsl:function name="t:is-uncalled" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="t:is-footnote($note) and exists($note/(parent::div | parent::body))"/>
  </xsl:function>

</xsl:stylesheet>
