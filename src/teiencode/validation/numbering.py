"""The numbers of a tree's elements in document order, both ways, without holding every element of a large file.

lxml keeps an object for each element that somebody holds, and that is a tenth of what the tree takes. So a walk goes along, from
where it stood; who asks in the order of the file, as most checks do, has the file walked once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_FEW = 20_000
"""A tree of so many elements is held as a whole from the first question on."""

_MOST_PASSED = 1_000
"""So many elements that a walk has found are known, beside those that were to be held."""

_MOST_WALKS = 30
"""Who has made so many walks begin anew asks in no order: then the whole tree is held, for a walk takes long."""


class Numbering:
    """The numbers of elements, from 0."""

    def __init__(self, root: etree._Element, size: int) -> None:
        """Take the root of the tree, and how many elements it has."""
        self._root = root
        self._size = size
        self._numbers: dict[etree._Element, int] = {}
        self._elements: dict[int, etree._Element] = {}
        self._passed: dict[etree._Element, int] = {}
        self._walk: Iterator[tuple[int, etree._Element]] = iter(())
        self._stands_at = -1
        self._walks = 0
        self._is_complete = False

    @classmethod
    def of_some(cls, root: etree._Element, numbers: Mapping[etree._Element, int], size: int) -> Numbering:
        """The numbering of a tree from which elements were left out: the others with the numbers that they had."""
        made = cls(root, size)
        made._numbers = dict(numbers)
        made._elements = {number: element for element, number in numbers.items()}
        made._is_complete = True
        return made

    def number(self, element: etree._Element) -> int:
        """The number of an element. Raises `KeyError` where it is none of the tree's."""
        known = self._numbers.get(element, self._passed.get(element))
        if known is not None:
            return known
        found = self._find(lambda _, each: each is element)
        # The walk may just have been the last one: then all are held.
        return found[0] if found else self._numbers[element]

    def get(self, number: int) -> etree._Element | None:
        """The element of a number, or None where there is none, or where it was left out."""
        if number in self._elements or number >= self._size:
            return self._elements.get(number)
        if number <= self._stands_at:
            self._walk = iter(())
        found = self._find(lambda place, _: place == number)
        return found[1] if found else self._elements.get(number)

    def hold(self, numbers: Iterable[int]) -> None:
        """Find the elements of many numbers in one walk, and know them from then on."""
        wanted = frozenset(numbers).difference(self._elements)
        if wanted and not self._is_complete:
            for number, element in enumerate(self._root.iter("*")):
                if number in wanted:
                    self._numbers[element] = number
                    self._elements[number] = element

    def _find(self, is_it: Callable[[int, etree._Element], bool]) -> tuple[int, etree._Element] | None:
        """An element that is not held, by walking on from the last one, then from the beginning."""
        found = next((each for each in self._walk if is_it(*each)), None)
        if found is None and not self._is_complete:
            self._begin_anew()
            found = next((each for each in self._walk if is_it(*each)), None)
        if found is not None:
            self._stands_at = found[0]
            if len(self._passed) >= _MOST_PASSED:
                self._passed.clear()
            self._passed[found[1]] = found[0]
        return found

    def _begin_anew(self) -> None:
        self._walks += 1
        if self._size <= _FEW or self._walks > _MOST_WALKS:
            self.hold(range(self._size))
            self._is_complete = True
        self._walk = iter(()) if self._is_complete else iter(enumerate(self._root.iter("*")))
