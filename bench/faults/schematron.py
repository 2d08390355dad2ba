"""Breaches of the rules that TEI has beside its grammar, one a kind: each in what the grammar lets pass."""

from __future__ import annotations

from bench.faults.change import Change, one_of, theirs
from bench.faults.slip import Kind


def _in_words(new: str, *cures: str) -> Change:
    """Something between two words of a paragraph."""
    return (r"(<p>[^<>]*?[a-z]) ([a-z])", rf"\1 {new} \2", *cures)


_ANYWHERE: dict[str, Kind] = {
    "7-from-and-not-before": one_of(
        _in_words('¦<date ¦from="1962" ¦notBefore="1961">x</date>', "emove"),
        _in_words('¦<date ¦to="1962" ¦notAfter="1963">x</date>', "emove"),
    ),
    "7-when-and-others": one_of(
        _in_words('¦<date ¦when="1962" ¦to="1963">x</date>', "emove"),
        _in_words('¦<orgName ¦notAfter="1963" ¦when="1962">x</orgName>', "emove"),
    ),
    "7-subtype": one_of(_in_words('¦<seg ¦subtype="x">y</seg>', "type"), _in_words('¦<idno ¦subtype="x">y</idno>', "type")),
    "7-target-language": one_of(_in_words('¦<ref ¦targetLang="en">y</ref>', "target")),
    "7-span-to-nothing": one_of(
        _in_words("¦<addSpan/>", "spanTo"), _in_words("¦<delSpan/>", "spanTo"), _in_words("¦<damageSpan/>", "spanTo")
    ),
    "7-span-to-before": one_of(
        (
            r'(<TEI [^<>]*xml:id="([^"]+)".*?<p>[^<>]*?[a-z]) ([a-z])',
            r'\1 ¦<addSpan ¦spanTo="#\2"/> \3',
            "after",
            "follow",
            "spanTo",
        )
    ),
    "7-scheme-version": one_of((r"<rendition (?![^<>]*scheme)", r'¦<rendition ¦schemeVersion="2" ', "scheme")),
    "7-calendar": one_of(
        _in_words('¦<date ¦calendar="https://example.org/old" when="1962"/>', "calendar", "words", "text", "emove")
    ),
    "7-pointer-of-two-kinds": one_of(
        _in_words('¦<ptr ¦target="https://example.org/" ¦cRef="Gen 1"/>', "emove"),
        _in_words('¦<ref ¦cRef="Gen 1" ¦target="https://example.org/">x</ref>', "emove"),
    ),
    "7-gloss-list": one_of(
        (r"(</p>)(\s*<p>)", r'\1¦<list ¦type="gloss"><item>x</item></list>\2', "label"),
        (r"(</p>)(\s*<p>)", r'\1¦<list ¦type="gloss"><head>x</head><item>x</item><item>y</item></list>\2', "label"),
    ),
    "7-related-item": one_of(
        _in_words("<bibl>x¦<relatedItem/></bibl>", "target", "bibl"),
        _in_words('<bibl>x¦<relatedItem ¦target="https://example.org/"><bibl>y</bibl></relatedItem></bibl>', "emove", "mpty"),
    ),
    "7-line-in-line": one_of(
        (r"(<l(?: [^<>]*)?>[^<>]*)(</l>)", r"\1¦<seg>x</seg>¦<l>y</l>\2", "out of", "emove", "before", "lg"),
        (r"(<l(?: [^<>]*)?>[^<>]*)(</l>)", r"\1¦<lg><l>y</l></lg>\2", "out of", "emove", "before"),
    ),
    "7-stanza-without-lines": one_of(
        (r"(</p>)(\s*<p>)", r"\1¦<lg><head>x</head>¦</lg>\2", "<l>", "lg"),
    ),
    "7-quotation": one_of((r"(<encodingDesc>\s*)", r"\1<editorialDecl>¦<quotation/></editorialDecl>", "marks", "<p>")),
    "7-shift": one_of((r"<shift (feature=\"[^\"]*\") new=\"[^\"]*\"/>", r"¦<shift \1/>", "new")),
    "7-sentence-in-sentence": one_of(_in_words("¦<s>x ¦<s>y</s></s>", "seg", "out of", "emove")),
    "7-span": one_of(
        (r'<span (from="[^"]*") to="[^"]*"', r'¦<span ¦\1 ¦target="#w1"', "emove"),
        (r'<span from="[^"]*" (to="[^"]*")', r"¦<span ¦\1", "from"),
        (r'<span from="([^"]*)"', r'¦<span ¦from="\1 #w2"', "one", "single", "emove"),
    ),
    "7-outside-a-description": one_of(
        _in_words("¦<catchwords>x</catchwords>", "msDesc", "out of", "emove"),
        _in_words("¦<secFol>x</secFol>", "msDesc", "out of", "emove"),
        _in_words("¦<signatures>x</signatures>", "msDesc", "out of", "emove"),
    ),
    "7-dimensions": one_of(
        _in_words("¦<dimensions><width>1</width>¦<width>2</width></dimensions>", "emove", "one", "width"),
        _in_words("¦<dimensions><height>1</height>¦<height>2</height></dimensions>", "emove", "one", "height"),
    ),
    "7-words-in-facsimile": one_of(
        (r"(<facsimile>.*?)<zone ([^<>]*)/>", r"\1¦<zone \2>¦words</zone>", "sourceDoc", "emove", "out of")
    ),
    "7-closed-path": one_of((r"(<surface [^<>]*>)", r'\1¦<path ¦points="1,1 2,2 1,1"/>', "zone", "points", "last", "emove")),
    "7-substitution": one_of(
        _in_words("¦<subst><add>x</add><add>y</add>¦</subst>", "del"),
        _in_words("¦<subst><del>x</del><del>y</del>¦</subst>", "add"),
    ),
    "7-two-lemmata": one_of(
        (r"(<rdgGrp[^<>]*>)", r'¦\1<lem wit="#B">x</lem>¦<lem wit="#C">y</lem>', "one", "emove", "lem"),
    ),
    "7-relation": one_of(
        (r'<relation name="spouse" ', r"¦<relation ", "name"),
        (r'<relation name="parent" (active="[^"]*") passive="([^"]*)"', r'¦<relation name="parent" ¦\1 ¦mutual="\2"', "emove"),
        (r'<relation name="parent" active="[^"]*" (passive="[^"]*")', r'¦<relation name="parent" ¦\1', "active"),
    ),
    "7-links": one_of(
        (r'(<TEI [^<>]*xml:id="([^"]+)".*?<p>[^<>]*?[a-z]) ([a-z])', r'\1 ¦<link ¦target="#\2"/> \3', "two"),
        (r'(<TEI [^<>]*xml:id="([^"]+)".*?<p>[^<>]*?[a-z]) ([a-z])', r'\1 ¦<join ¦target="#\2"/> \3', "two"),
    ),
    "7-stand-off-in-itself": one_of((r"(<standOff>)(\s*<listPerson.*?</listPerson>)", r"\1¦<standOff>\2</standOff>", "type")),
    "7-units": one_of(
        _in_words('¦<measure quantity="2" ¦unit="m" ¦unitRef="https://example.org/m">x</measure>', "unit", "emove")
    ),
    "7-encoding-of-variants": one_of(
        (
            r"(<encodingDesc>\s*)",
            r'\1¦<variantEncoding ¦method="parallel-segmentation" ¦location="external"/>',
            "internal",
            "emove",
        )
    ),
    "7-generated-by": one_of((r"<(p|seg|head)>", r'¦<\1 ¦generatedBy="human">', "post", "emove")),
}

KINDS: dict[str, Kind] = {name: theirs(kind) for name, kind in _ANYWHERE.items()}
"""The kinds of faults by their names."""
