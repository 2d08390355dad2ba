"""What is no XML."""

from __future__ import annotations

from bench.faults.change import one_of
from bench.faults.slip import Kind

KINDS: dict[str, Kind] = {
    # Ill-formed.
    "3-tag-unclosed": one_of(
        (
            r"<(persName|hi|title|quote|emph|role|term|rdg|def|w|seg)( [^<>]*)?>([^<]+)</\1>([^<]*)(</\w+>)",
            r"¦<\1\2>\3\4¦\5",
            "</\\1>",
        )
    ),
    "3-tags-crossed": one_of((r"<(\w+)( [^<>]*)?><(\w+)( [^<>]*)?>([^<]+)</\3></\1>", r"<\1\2><\3\4>\5¦</\1></\3>", "</\\3>")),
    "3-end-case": one_of(
        *(
            (f"</{right}>", f"¦</{wrong}>", f"</{right}>")
            for right, wrong in (
                ("persName", "persname"),
                ("roleDesc", "roledesc"),
                ("biblScope", "biblscope"),
                ("catDesc", "catdesc"),
                ("speaker", "Speaker"),
                ("orth", "Orth"),
                ("head", "Head"),
                ("surface", "surfaces"),
                ("def", "definition"),
            )
        )
    ),
    "3-not-closed-empty": one_of(
        (r"<(lb|pb|caesura|gap|anchor|graphic|zone|handShift|ptr|milestone)( [^<>]*)?/>", r"¦<\1\2>", "/>")
    ),
    "3-ampersand": one_of(
        (r"(>[^<>]*?\w )(and|et|und|of|in) ", r"\1¦& ", "&amp;"),
        (r"target=\"(https://[^\"]*)\"", r'¦target="\1?a=1¦&b=2"', "&amp;"),
    ),
    "3-html-entities": one_of(
        (r"(>[^<>]*?\w)( )(\w)", r"\1¦&nbsp;\3", "&#160;", "&#xA0;", "\u00a0", "&#xa0;"),
        (r"(>[^<>]*?\w)( )(\w)", r"\1¦&eacute;\3", "é"),
        (r"(>[^<>]*?\w)( )(\w)", r"\1¦&longs;\3", "ſ", "&#"),
        (r"(>[^<>]*?\w)( )(\w)", r"\1¦&hellip;\3", "…"),
        (r"(>[^<>]*?\w)( )(\w)", r"\1¦&#x;\3", "&#", "emove", "Write"),
        (r"(>[^<>]*?\w)( )(\w)", r"\1¦&#0;\3", "emove"),
        (r"(>[^<>]*?\w)( )(\w)", r"\1¦&amp \3", "&amp;"),
    ),
    "3-quotes": one_of(
        (r'((?:xml:)?\w+)="(\w+)"(?=[ />])', r"¦\1=\2", '"'),
        (r'((?:xml:)?\w+)="(\w+)"(?=[ />])', r"¦\1=”\2”", '"'),
        (r'((?:xml:)?\w+)="(\w+)"(?=>)', r'¦\1="\2', '"'),
        (r'((?:xml:)?\w+)="(\w+)"(?=[ />])', r'¦\1="\2\'', '"'),
        (r'((?:xml:)?\w+)="(\w+)"(?=[ />])', r'¦\1:"\2"', "="),
    ),
    "3-attribute-twice": one_of((r'<(\w+) (type|when|ref|who|wit|n|unit)="([^"]*)">', r'<\1 \2="\3" ¦\2="x">', "emove", "Keep")),
    "3-bad-tags": one_of(
        (r"<(hi|q|term|emph|rdg|l)([ >])", r"¦<<\1\2", "&lt;", "one"),
        (r"</(hi|q|term|emph|rdg|l|p)>", r"¦<//\1>", "</\\1>"),
        (r"</(hi|q|term|emph|rdg|l|p)>", r"¦<\1/>", "</\\1>"),
        (r"</(hi|q|term|emph|rdg|l|p)>", r"¦</\1", "</\\1>", ">"),
        (r"<(hi|q|term|emph|rdg|l|p)([ >])", r"¦<1\1\2", "&lt;", "<\\1"),
        (r"(>[^<>]*?\w) (\w)", r"\1 ¦< 5 \2", "&lt;"),
        (r"(>[^<>]*?\w) (\w)", r"\1 ¦<- \2", "&lt;"),
    ),
    "3-comments": one_of(
        (r"(<p>)", r"<!-- a ¦-- b -->\1", "-"),
        (r"(<p>|<l>)", r"¦<!- a ->\1", "<!--"),
        (r"(<p>|<l>)", r"<!-- a ¦--->\1", "-"),
        (r"<p>(?!.*<!--)", r"¦<!-- a -- ><p>", "-->"),
        (r"(<p>|<l>)", r"¦<? note ?>\1", "<?", "emove"),
    ),
    "3-prefix": one_of(
        (r"<(persName|title|date|head|p)( [^<>]*)?>([^<]+)</\1>", r"¦<tei:\1\2>\3</tei:\1>", "xmlns:tei", "<\\1>"),
        (r"<(graphic|ptr|ref) ", r'<\1 ¦xlink:href="a" ', "xmlns:xlink", "emove"),
        (r"(<p>[^<]*)", r"\1¦<mml:math/>", "xmlns:mml", "emove"),
        (r"(<persName) ", r'\1 ¦my:x="1" ', "xmlns:my", "emove"),
    ),
    "3-namespace": one_of(
        (r'<TEI xmlns="http://www.tei-c.org/ns/1.0"', r"¦<TEI", "xmlns"),
        (
            r'<TEI xmlns="http://www.tei-c.org/ns/1.0"',
            r'¦<TEI ¦xmlns="http://www.tei-c.org/ns/1.0 "',
            "http://www.tei-c.org/ns/1.0",
        ),
        (
            r'<TEI xmlns="http://www.tei-c.org/ns/1.0"',
            r'¦<TEI ¦xmlns="http://www.tei-c.org/ns/2.0"',
            "http://www.tei-c.org/ns/1.0",
        ),
        (
            r'<TEI xmlns="http://www.tei-c.org/ns/1.0"',
            r'¦<TEI ¦xmlns="http://www.w3.org/1999/xhtml"',
            "http://www.tei-c.org/ns/1.0",
        ),
        (r"<text>", r'¦<text ¦xmlns="http://www.tei-c.org/ns/Examples">', "namespace", "xmlns"),
        (r"<(div|lg|sp|entry|table) ", r'¦<\1 ¦xmlns="" ', "xmlns", "namespace"),
    ),
    "3-math": one_of(
        (
            r"<formula([^<>]*)>[^<]*</formula>",
            r"<formula\1>¦<math><mi>x</mi></math></formula>",
            "http://www.w3.org/1998/Math/MathML",
            "namespace",
            "xmlns",
        )
    ),
}
"""The kinds of faults by their names."""
