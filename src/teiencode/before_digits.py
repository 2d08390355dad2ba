"""What stands before a run of digits: a month, a day, a word that a year follows, a kind of numbered paper, a designation.

Each is looked for only where the last character lets it be there, and in as few characters as can hold it.
"""

from __future__ import annotations

import re

LOOK_BACK = 40
"""Characters before the digits that are looked at."""

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
MONTH = re.compile(
    rf"(?:{MONTHS}"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s$"
)
YEAR_PLACE = re.compile(
    rf"(?:(?:{MONTHS})(?:\s\d{{1,2}})?,?"
    r"|in|of|since|by|from|through|until|during|to|early|late|mid|before|after)[\s-]$",
    re.IGNORECASE,
)
DAY_AND_COMMA = re.compile(r"(?:[A-Z][a-z]{2,8})\.?\s\d{1,2}(?:[–-]\d{1,2})?,\s?$")
NUMBERED_PAPER = re.compile(
    r"(?:[A-Z][\w’']*tels?|[Tt]elegrams?|tels?|[Aa]irgrams?|[Dd]espatch(?:es)?|CA|Todep|Dulte|Tedul|Polto|Tosec|Secto"
    r"|[Nn]os?\.|NSC|NIE|NSAM|numbered|[Dd]ocuments?|[Ff]ootnotes?|[Pp]aras?|[Pp]aragraphs?|[Pp]ages?|pp?\.|[Ll]ot|[Bb]ox"
    r"|Resolution|Article)\s?(?:No\.\s)?(?:\d+(?:, | and ))*$"
)
DESIGNATION = re.compile(r"(?:^|[\s(“\"/–-])(?:[A-Z]|[A-Z]{2}|MIG|Mig|IL|TU|KC|SA|PL|MC)[–-]?$")
NUMERAL = re.compile(r"\b[IVXLC]+:$")


MONTH_REACH, YEAR_REACH, DAY_REACH, PAPER_REACH, DESIGNATION_REACH = 11, 16, 18, 28, 6
"""Characters that can hold each of them."""


class BeforeDigits:
    """The characters before a run of digits that begins at `start`, and what they end with."""

    __slots__ = ("mark", "words")

    def __init__(self, text: str, start: int) -> None:
        """Look at `text` before offset `start`."""
        self.words = text[max(0, start - LOOK_BACK) : start]
        self.mark = self.words[-1:]
        """The character just before; empty at the text's start."""

    @property
    def opens_line(self) -> bool:
        """Whether the digits are the first on their line, perhaps after one blank."""
        return self.mark in ("", "\n") or (self.mark.isspace() and self.words[-2:-1] == "\n")

    @property
    def month(self) -> bool:
        """The name of a month: a day follows."""
        return self.mark.isspace() and MONTH.search(self.words[-MONTH_REACH:]) is not None

    @property
    def day_and_comma(self) -> bool:
        """A month and a day with a comma: a year follows."""
        return (self.mark == "," or self.words[-2:-1] == ",") and DAY_AND_COMMA.search(self.words[-DAY_REACH:]) is not None

    @property
    def year_place(self) -> bool:
        """A word that a year may follow."""
        return (self.mark == "-" or self.mark.isspace()) and YEAR_PLACE.search(self.words[-YEAR_REACH:]) is not None

    @property
    def numbered_paper(self) -> bool:
        """A kind of paper that has a number."""
        return NUMBERED_PAPER.search(self.words[-PAPER_REACH:]) is not None

    @property
    def designation(self) -> bool:
        """Letters that have a number of their own: `F-86`, `MIG21`, `C5`."""
        return DESIGNATION.search(self.words[-DESIGNATION_REACH:]) is not None

    @property
    def numeral(self) -> bool:
        """A Roman numeral and a colon."""
        return self.mark == ":" and NUMERAL.search(self.words) is not None

    @property
    def digit_and_mark(self) -> bool:
        """A figure and one mark."""
        return self.words[-2:-1].isdigit()
