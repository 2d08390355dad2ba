"""Elements and their numbers in document order, both ways, in whatever order they are asked about."""

from __future__ import annotations

from random import Random

import pytest
from lxml import etree

from teiencode.validation import numbering
from teiencode.validation.numbering import Numbering

TREE = etree.fromstring("<a>" + "<b><!-- no element --><c/>text<c><d/></c></b><?none?>" * 60 + "</a>")
ELEMENTS = list(TREE.iter("*"))
ORDERS = {
    "forward": list(range(len(ELEMENTS))),
    "backward": list(reversed(range(len(ELEMENTS)))),
    "twice": [*range(len(ELEMENTS)), *range(len(ELEMENTS))],
    "to and fro": [number for pair in zip(range(120), reversed(range(121, 241)), strict=True) for number in pair],
    "by chance": Random(1).choices(range(len(ELEMENTS)), k=300),
}


@pytest.fixture(params=[0, 100_000], ids=["walked", "held"])
def numbers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Numbering:
    monkeypatch.setattr(numbering, "_FEW", request.param)
    monkeypatch.setattr(numbering, "_MOST_PASSED", 7)
    return Numbering(TREE, len(ELEMENTS))


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_each_element_has_its_number(numbers: Numbering, order: list[int]) -> None:
    assert [numbers.number(ELEMENTS[number]) for number in order] == order


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_each_number_has_its_element(numbers: Numbering, order: list[int]) -> None:
    assert [numbers.get(number) for number in order] == [ELEMENTS[number] for number in order]


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_both_ways_by_turns(numbers: Numbering, order: list[int]) -> None:
    numbers.hold(order[::3])
    for number in order:
        assert numbers.get(number) is ELEMENTS[number]
        assert numbers.number(ELEMENTS[-1 - number]) == len(ELEMENTS) - 1 - number


def test_what_is_not_there(numbers: Numbering) -> None:
    assert numbers.get(len(ELEMENTS)) is None
    for _ in range(100):
        with pytest.raises(KeyError):
            numbers.number(etree.Element("a"))


def test_who_asks_in_no_order_has_the_tree_walked_few_times(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(numbering, "_FEW", 0)
    monkeypatch.setattr(numbering, "_MOST_PASSED", 1)
    numbers = Numbering(TREE, len(ELEMENTS))
    walks = 0

    class Counted:
        def iter(self, tag: str) -> object:
            nonlocal walks
            walks += 1
            return TREE.iter(tag)

    monkeypatch.setattr(numbers, "_root", Counted())
    for number in reversed(range(len(ELEMENTS))):
        assert numbers.number(ELEMENTS[number]) == number
    assert 1 < walks < 50


def test_some_elements_keep_their_numbers() -> None:
    numbers = Numbering.of_some(TREE, {ELEMENTS[5]: 7}, 20)
    assert numbers.get(7) is ELEMENTS[5]
    assert numbers.number(ELEMENTS[5]) == 7
    assert numbers.get(5) is None
    with pytest.raises(KeyError):
        numbers.number(ELEMENTS[4])
