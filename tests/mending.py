"""An editor who knows nothing of TEI, and does word for word what the first suggestion of a finding says."""

from __future__ import annotations

import re
from collections.abc import Callable

from teiencode.diagnostic import Finding

TAG = re.compile(r"<!--.*?-->|<\?.*?\?>|<(/?)([^\s/>!?]+)((?:[^\"'>]|\"[^\"]*\"|'[^']*')*?)(/?)>", re.DOTALL)


class CannotMendError(Exception):
    """A suggestion that says nothing that could be done."""


def mend(text: str, finding: Finding) -> str:
    """The text after the first suggestion of a finding has been followed."""
    suggestion = finding.suggestions[0]
    assert finding.span is not None
    for pattern, follow in _WAYS:
        said = re.fullmatch(pattern, suggestion)
        if said:
            return follow(text, finding.span, said)
    raise CannotMendError(suggestion)


def _element(text: str, at: int) -> tuple[int, int, int, int]:
    """Where the element at `at` begins, where its start tag ends, where its end tag begins, and where that ends."""
    depth = 0
    start_end = -1
    for tag in TAG.finditer(text, at):
        if tag[2] is None:
            continue
        if tag[1]:
            depth -= 1
        elif not tag[4]:
            depth += 1
        if start_end < 0:
            start_end = tag.end()
        if depth == 0:
            return at, start_end, tag.start() if tag[1] else tag.end(), tag.end()
    raise CannotMendError("no end tag")


def _in_line(text: str, number: int, tag: str) -> int:
    """Where the tag of a name begins in a line."""
    line = sum(map(len, text.splitlines(keepends=True)[: number - 1]))
    found = re.compile(rf"<{re.escape(tag)}(?=[\s/>])").search(text, line)
    assert found is not None, (tag, number)
    return found.start()


def _renamed(text: str, span: tuple[int, int], said: re.Match[str]) -> str:
    name, _, more = said["name"].partition(" ")
    begin, start_end, end_begin, end = _element(text, span[0])
    start = text[begin:start_end]
    is_whole = more and set(re.findall(r"([\w:]+)=", start)) - set(re.findall(r"([\w:]+)=", more))
    if is_whole:  # the attributes are told too
        start = f"<{said['name']}{'/' if start.endswith('/>') else ''}>"
    else:
        start = re.sub(r"^<[^\s/>]+", f"<{said['name']}", start)
    closing = f"</{name}>" if end_begin < end else ""
    inner = text[start_end:end_begin]
    if said[0].startswith(f"Did you mean <{said['name']}/>"):
        return text[:begin] + f"<{said['name']}/>" + text[end:] if more and inner else text[:begin] + start + text[start_end:]
    for new, old in re.findall(r"<([^>]+)> for <([^>]+)>", said["inner"] or ""):
        inner = re.sub(rf"(</?){re.escape(old)}(?=[\s/>])", rf"\g<1>{new}", inner)
    around = (f"<{said['holder']}>", f"</{said['holder'].split()[0]}>") if said["holder"] else ("", "")
    return text[:begin] + around[0] + start + inner + closing + around[1] + text[end:]


def _value(text: str, span: tuple[int, int], said: re.Match[str]) -> str:
    old = text[slice(*span)]
    new = (
        re.sub(r"=\s*(?:\"[^\"]*\"?|'[^']*'|[^\s>]+)", lambda _: f'="{said["value"]}"', old, count=1)
        if "=" in old
        else said["value"]
    )
    return text[: span[0]] + new + text[span[1] :]


def _attribute(text: str, span: tuple[int, int], said: re.Match[str]) -> str:
    return text[: span[0]] + re.sub(r"^[^\s=]+", said["name"], text[slice(*span)]) + text[span[1] :]


def _replaced(text: str, span: tuple[int, int], said: re.Match[str]) -> str:
    return text[: span[0]] + said["new"] + text[span[1] :]


def _pointer(text: str, span: tuple[int, int], said: re.Match[str]) -> str:
    return text[: span[0]] + re.sub(r"#[\w.-]+", said["new"], text[slice(*span)], count=1) + text[span[1] :]


def _taken(text: str, span: tuple[int, int]) -> tuple[str, str, int]:
    """The text without the element or the words at a place, these, and where they stood."""
    begin, end = span
    if text[begin] == "<":
        begin, _, _, end = _element(text, begin)
    return text[:begin] + text[end:], text[begin:end], begin


def _wrapped(text: str, span: tuple[int, int], said: re.Match[str]) -> str:
    rest, what, at = _taken(text, span)
    return f"{rest[:at]}<{said['name']}>{what}</{said['name']}>{rest[at:]}"


def _nested(text: str, span: tuple[int, int], said: re.Match[str]) -> str:
    rest, what, at = _taken(text, span)
    return rest[:at] + said["whole"].replace("…", what) + rest[at:]


def _other_before(text: str, span: tuple[int, int], said: re.Match[str]) -> str:
    begin, _, _, end = _element(text, _in_line(text, int(said["line"]), said["name"]))
    rest = text[:begin] + text[end:]
    return rest[: span[0]] + text[begin:end] + rest[span[0] :]


def _behind(text: str, span: tuple[int, int], said: re.Match[str]) -> str:
    other = _element(text, _in_line(text, int(said["line"]), said["name"]))[3]
    rest, what, begin = _taken(text, span)
    holder = said.groupdict().get("holder")
    what = f"<{holder}>{what}</{holder}>" if holder else what
    other -= len(text) - len(rest) if other > begin else 0
    return rest[:other] + what + rest[other:]


def _before(text: str, span: tuple[int, int], said: re.Match[str]) -> str:
    other = _in_line(text, int(said["line"]), said["name"])
    rest, what, begin = _taken(text, span)
    other -= len(text) - len(rest) if other > begin else 0
    return rest[:other] + what + rest[other:]


def _into(text: str, span: tuple[int, int], said: re.Match[str]) -> str:
    home = _in_line(text, int(said["line"]), said["name"])
    _, start_end, end_begin, _ = _element(text, home)
    rest, what, begin = _taken(text, span)
    at = end_begin
    if said["child"]:
        at = next(tag.start() for tag in TAG.finditer(text, start_end) if tag[2] == said["child"] and not tag[1])
    at -= len(text) - len(rest) if at > begin else 0
    return rest[:at] + what + rest[at:]


def _both(text: str, span: tuple[int, int], said: re.Match[str]) -> str:
    begin, _, _, end = _element(text, span[0])
    end = _element(text, text.index(f"<{said['second']}", end))[3]
    return f"{text[:begin]}<{said['name']}>{text[begin:end]}</{said['name']}>{text[end:]}"


def _other_behind(text: str, _: tuple[int, int], said: re.Match[str]) -> str:
    """Another element than that of the place, moved."""
    at = _in_line(text, int(said["other_line"]), said["other"])
    return _behind(text, (at, at), said)


def _bare(text: str, span: tuple[int, int], _: re.Match[str]) -> str:
    begin, start_end, end_begin, end = _element(text, span[0])
    return text[:begin] + text[start_end:end_begin] + text[end:]


def _removed(text: str, span: tuple[int, int], _: re.Match[str]) -> str:
    return _taken(text, span)[0] if text[span[0]] == "<" else text[: span[0]].rstrip() + text[span[1] :]


def _chosen(text: str, span: tuple[int, int], said: re.Match[str]) -> str:
    """An attribute written as an element beside its own."""
    begin, start_end, _, end = _element(text, text.rindex("<", 0, span[0]))
    start = text[begin : span[0]].rstrip() + text[span[1] : start_end]
    return f"{text[:begin]}<choice>{start}{text[start_end:end]}{said['other']}</choice>{text[end:]}"


def _preceded(text: str, span: tuple[int, int], said: re.Match[str]) -> str:
    return f"{text[: span[0]]}<{said['name']}>x</{said['name']}>{text[span[0] :]}"


def _closed(text: str, span: tuple[int, int], said: re.Match[str]) -> str:
    """End tags that are missing, before one that is there."""
    at = text.index(said["before"], span[0])
    return text[:at] + said["new"] + text[at:]


def _tag(text: str, span: tuple[int, int], said: re.Match[str]) -> str:
    """Another tag in place of the one that begins at the place."""
    return text[: span[0]] + said["new"] + text[text.index(">", span[0]) + 1 :]


def _parted(text: str, span: tuple[int, int], said: re.Match[str]) -> str:
    """An element ended before another of its name that stands in it."""
    begin, _, _, end = _element(text, span[0])
    name, tail = said["name"], text[_element(text, span[0])[3] :]
    if said["more"]:
        return f"{text[:begin]}</{name}>{text[begin:end]}<{name}>{tail}"
    return f"{text[:begin]}</{name}>{text[begin:end]}" + tail.replace(f"</{name}>", "", 1)


def _added(text: str, span: tuple[int, int], said: re.Match[str]) -> str:
    """An element that is missing, before the end tag at the place."""
    begin = span[0]
    new = said["whole"].replace("…", "x") if said["whole"] else f"<{said['name']}>x</{said['name']}>"
    if text.startswith("</", begin):
        return text[:begin] + new + text[begin:]
    tag = text[slice(*span)].rstrip("/> ")
    return f"{text[:begin]}{tag}>{new}</{tag[1:].split()[0]}>{text[span[1] :]}"


def _with_attribute(text: str, span: tuple[int, int], said: re.Match[str]) -> str:
    end = span[0] + len(re.sub(r"[\s/>].*", "", text[slice(*span)], flags=re.DOTALL))
    return f'{text[:end]} {said["name"]}="{said["value"] or "x"}"{text[end:]}'


def _start_tag(text: str, span: tuple[int, int], said: re.Match[str]) -> str:
    line = sum(map(len, text.splitlines(keepends=True)[: int(said["line"]) - 1]))
    end = re.compile(r"</([^\s>]+)").match(text, span[0])
    assert end is not None
    open_tags: list[re.Match[str]] = []
    for tag in TAG.finditer(text, line, span[0]):
        if tag[1]:
            open_tags.pop()
        elif tag[2] and not tag[4]:
            open_tags.append(tag)
    return text[: open_tags[-1].start(2)] + said["name"] + text[open_tags[-1].end(2) :]


def _other_id(text: str, _: tuple[int, int], said: re.Match[str]) -> str:
    return re.sub(rf'xml:id="{re.escape(said["old"])}"', f'xml:id="{said["new"]}"', text, count=1)


_TAGS = r"<(?P<name>[^<>]+?)(?:/>|>…</[^>]+>)"
_ONE = r"(?:, <\S+>)*(?: or <\S+>)?"
_WAYS: tuple[tuple[str, Callable[[str, tuple[int, int], re.Match[str]], str]], ...] = (
    (rf"Did you mean {_TAGS}(?: \([^)]*\))?(?:, with (?P<inner>.*?))?(?:, in an? <(?P<holder>[^>]+)>)?\?", _renamed),
    (r'Did you mean "(?P<value>[^"]*)"\?', _value),
    (r"Did you mean (?P<new>#\S+)\?", _pointer),
    (r"Did you mean (?P<name>[\w:]+)\?", _attribute),
    (r"Use (?P<name>[\w:]+) in its place\.", _attribute),
    (rf"Use <(?P<name>[^>]+)>{_ONE}(?P<inner>)(?P<holder>)\.", _renamed),
    (rf"Put it in <(?P<name>[^>]+)>{_ONE}\.", _wrapped),
    (r"Put it in (?P<whole><[^…]+>…</[^…]+>)\.", _nested),
    (r"Move it behind the <(?P<name>[^>]+)> of line (?P<line>\d+)(?:, into an? <(?P<holder>[^>]+)>)?\.", _behind),
    (r"Move it before the <(?P<name>[^>]+)> of line (?P<line>\d+)\.", _before),
    (r"Move it into the <(?P<name>[^>]+)> of line (?P<line>\d+), (?:at its end|before its <(?P<child>[^>]+)>)\.", _into),
    (r"(?:Remove it(?:[:,] .*)?|It belongs on .*: remove it here)\.", _removed),
    (r"Remove its (?:two )?tags(?:, .*)?\.", _bare),
    (r"Put it in <(?P<name>[^>]+)>, with the <(?P<second>[^>]+)> behind it\.", _both),
    (r"Move the <(?P<name>[^>]+)> of line (?P<line>\d+) before this <[^>]+>\.", _other_before),
    (
        r"Move the <(?P<other>[^>]+)> of line (?P<other_line>\d+) behind the <(?P<name>[^>]+)> of line (?P<line>\d+)\.",
        _other_behind,
    ),
    (rf"Add (?:<(?P<name>[^>]+)>|(?P<whole><[^…]+>…</[^…, ]+>)){_ONE}\.", _added),
    (r"Remove one of the two\.", _removed),
    (r"Write <choice><(?P<name>\w+)>…</\w+>(?P<other><.*>)</choice>\.", _chosen),
    (r"Write <(?P<name>\w+)> in place of <\w+>\.(?P<inner>)(?P<holder>)", _renamed),
    (rf"Put <(?P<name>[^>]+)>{_ONE} before it\.", _preceded),
    (r'Write "(?P<value>[^"]*)"(?:, "[^"]*")* or "[^"]*"\.', _value),
    (r"Write (?P<new></[^ ]+>) before (?P<before></[^>]+>)\.", _closed),
    (r"End the <\w+> before it: write </(?P<name>\w+)> first, and (?:remove .*|(?P<more>begin) .*)\.", _parted),
    (r'Write xml:id="(?P<value>[^"]+)" here, .*\.', _value),
    (r"Write (?P<new><[^>]+/>)(?::.*)?\.", _tag),
    (r'Add (?P<name>[\w:]+)(?:="…"| with "(?P<value>[^"]*)".*|: .*)\.', _with_attribute),
    (r"Write <(?P<name>[^>]+)> in line (?P<line>\d+), at the beginning of the element\.", _start_tag),
    (r'Write xml:id="(?P<new>[^"]+)" in line \d+: .*, none to "(?P<old>[^"]+)"\.', _other_id),
    (r'Give this element an id of its own, such as "(?P<value>[^"]+)"\.', _value),
    (r"Write (?P<new>\S) itself \(or .*\)\.", _replaced),
    (r"Write (?P<new>&\S+;)\.", _replaced),
    (r"Write (?P<new></[^>]+>|<[^>]+>)(?::.*)?\.", _replaced),
    (r'Write (?P<name>[\w:]+)="(?P<value>[^"]*)"[^"]*\.', _value),
)
