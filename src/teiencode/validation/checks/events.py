"""Events that follow on each other: a birth and a death, a letter that is sent and received.

Example:  <birth when="1901-03-02"/> <death when="1899"/>
Cure:     correct one of the two dates

Where a time is not known to the day, the first event is taken as early and the second as late as it may have been.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from teiencode.diagnostic import Diagnostic
from teiencode.validation import moments
from teiencode.validation.checks.dates import is_before
from teiencode.validation.checks.index import TEI, Index
from teiencode.validation.codes_of_checks import DATE_ORDER

if TYPE_CHECKING:
    from lxml import etree

_DATED_AHEAD = timedelta(days=31)
"""Letters are dated ahead, or by the calendar of the place that they come from."""

_BEGINNINGS = ("when", "notBefore", "from")
_ENDS = ("when", "notAfter", "to")

_Moment = tuple["etree._Element", str, str]
"""The element that has a date, the attribute, and its value."""


def check_events(index: Index) -> Iterator[Diagnostic]:
    """A finding at each date of an event that lies before the date of the one that it followed."""
    for person in index.named("person"):
        yield from _order(index, person.findall(f"{TEI}birth"), person.findall(f"{TEI}death"), "death", "birth", timedelta(0))
    for description in index.named("correspDesc"):
        actions = description.findall(f"{TEI}correspAction")
        sent, received = ([each for each in actions if each.get("type") == name] for name in ("sent", "received"))
        yield from _order(index, sent, received, "receipt", "sending", _DATED_AHEAD)


def _order(
    index: Index, first: list[etree._Element], second: list[etree._Element], what: str, other: str, room: timedelta
) -> Iterator[Diagnostic]:
    """A finding where the second event, called `what`, is before the first, called `other`, by more than there is `room` for.

    Of either event there may be but one.
    """
    if len(first) != 1 or len(second) != 1:
        return
    begin, end = _moment(first[0], _BEGINNINGS), _moment(second[0], _ENDS)
    if begin is None or end is None or not is_before(end[2], begin[2]) or _is_near(end[2], begin[2], room):
        return
    element, attribute, value = end
    line = index.document.lines.place(index.document.start_tag(begin[0])[0])[0]
    message = f"The {what} ({value}) is before the {other} ({begin[2]}, in line {line})."
    cures = ("Correct one of the two dates.", "Exchange the two, if each stands in the place of the other.")
    yield index.document.finding(DATE_ORDER, element, index.document.attribute(element, attribute), message, cures)


def _is_near(one: str, other: str, room: timedelta) -> bool:
    """Whether two days are no further from each other than there is room for."""
    try:
        return abs(date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])) <= room
    except ValueError:
        return False


def _moment(event: etree._Element, names: tuple[str, ...]) -> _Moment | None:
    """The date of an event, in an attribute of its own or of its one date; None where there is none, or there are several."""
    dates = [event, *event.iter(f"{TEI}date")]
    found = [(each, name, str(each.get(name))) for each in dates for name in names if name in each.attrib]
    # Of a day that no calendar has something is said already.
    return found[0] if len(found) == 1 and any(read(found[0][2]) for read in moments.READERS.values()) else None
