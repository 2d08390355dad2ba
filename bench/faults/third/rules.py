"""Schematron of TEI, and other rules that no grammar has."""

from __future__ import annotations

from bench.faults.change import one_of
from bench.faults.slip import Kind

KINDS: dict[str, Kind] = {
    # Schematron of TEI, and other rules.
    "3-s-in-s": one_of((r"<s>(.*?)</s>", r"¦<s>¦<s>\1</s></s>", "seg", "out of")),
    "3-l-in-l": one_of((r"<l>([^<]+)</l>", r"<l>¦<l>\1</l></l>", "l", "out of", "lg")),
    "3-lg-with-p": one_of((r"<lg type=\"couplet\">.*?</lg>", r'¦<lg type="couplet"><head>x</head>¦</lg>', "<l>", "lg")),
    "3-p-with-p": one_of((r"<p>([^<]*)<q>([^<]*)</q>", r"<p>\1<q>\2</q>¦<div><p>x</p></div>", "out of", "before", "after")),
    "3-ref-target-and-cref": one_of(
        (r"<ref target=", r'¦<ref ¦cRef="Gen 1" target=', "one", "cRef"),
        (r"<term ref=", r'¦<term ¦cRef="Gen 1" ref=', "one", "cRef", "emove"),
    ),
    "3-subtype-alone": one_of((r"<(div|lg|rdg|stage|idno|title) type=", r"¦<\1 ¦subtype=", "type")),
    "3-span": one_of(
        (r"<delSpan spanTo=\"[^\"]*\"/>", r"¦<delSpan/>", "spanTo"),
        (
            r"<delSpan (spanTo=\"[^\"]*\")/>(.{1,30})(<anchor [^<>]*/>)",
            r"\3\2¦<delSpan ¦\1/>",
            "follow",
            "before",
            "after",
            "spanTo",
        ),
    ),
    "3-target-case": one_of((r"<catRef target=\"[^\"]*\"", r'¦<catRef ¦Target="#sea"', "target")),
    "3-when-and-from": one_of(
        (r"(<date |<provenance |<event )([^<>]*?)(when=\"[^\"]*\")", r'¦\1\2¦\3 notBefore="1500"', "when", "notBefore", "from")
    ),
    "3-dates-swapped": one_of(
        (r'(<\w+ )(notBefore|from)="([\d-]+)" (notAfter|to)="([\d-]+)"', r'¦\1¦\2="\5" ¦\4="\3"', "xchange")
    ),
    "3-table": one_of(
        (r'(<table )rows="3"', r'\1¦rows="4"', "3"),
        (r'(<table [^<>]*)cols="2"', r'\1¦cols="3"', "2"),
        (r"(<row>)<cell role=\"label\">1</cell>", r"¦\1", "cell"),
    ),
    "3-empty-elements": one_of(
        (
            r"<(persName|title|hi|role|term|def|orth|head|quote|l|item|placeName)( [^<>]*)?>[^<]{2,}</\1>(?=.*</body>)",
            r"¦<\1\2></\1>",
            "emove",
            "ill",
            "Write",
        )
    ),
    "3-closer-first": one_of(
        (
            r"(<div type=\"letter\">\s*)(<opener>)",
            r"\1¦<closer><signed>x</signed></closer>\2",
            "after",
            "out of",
            "opener",
            "behind",
        ),
        (r"(<postscript>.*?</postscript>)", r"\1¦<p>After all.</p>", "before", "postscript", "out of"),
    ),
    "3-linkgrp": one_of(
        (r'<link target="(#\w+) #\w+"/>', r'¦<link ¦target="\1"/>', "two"),
        (r'(<relation [^<>]*)mutual="[^"]*"', r'¦\1¦mutual="#nobody #pers1"', "xml:id", "#"),
        (r'(<relation [^<>]*?)(?: active="[^"]*"| mutual="[^"]*")', r"¦\1", "mutual", "active"),
    ),
    "3-choice-doubled": one_of(
        (r"<choice><sic>([^<]*)</sic><corr>[^<]*</corr></choice>", r"¦<choice><sic>\1</sic>¦</choice>", "corr", "two"),
        (r"<choice><orig>([^<]*)</orig><reg>[^<]*</reg></choice>", r"¦<choice><orig>\1</orig>¦</choice>", "reg", "two"),
    ),
}
"""The kinds of faults by their names."""
