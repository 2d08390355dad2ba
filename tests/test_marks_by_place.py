"""What a mark says of a page turn, by its place among the others of the stretch between two texts."""

from __future__ import annotations

from lxml import etree

from teiencode.encode import encode

FIRST = "The Board has looked at the figures of the last three years with some care, and it has come to the view that the"
SECOND = "price of the heavy metal must go up in the spring, whatever the other buyers may say about it in the meantime."
THIRD = "Nothing in this paper is to be shown to the buyers before the Board has seen it once more and has agreed to it."


def words(element: etree._Element) -> str:
    """The words of an element, with a stroke for each line end."""
    return "".join("/" if part is None else part for part in _parts(element))


def _parts(element: etree._Element) -> list[str | None]:
    parts: list[str | None] = [element.text or ""]
    for child in element:
        parts += [None] if child.tag == "{http://www.tei-c.org/ns/1.0}lb" else _parts(child)
        parts.append(child.tail or "")
    return parts


def marks(text: str) -> list[str]:
    """The page breaks and the marks of a text in their order, with their types and words."""
    root = etree.fromstring(encode(text, profile="scan").xml)
    return [
        f"pb {each.get('n')}" if each.tag.endswith("}pb") else f"{each.get('type')} {words(each)}"
        for each in root.iter("{*}pb", "{*}fw")
    ]


def test_a_stamp_that_comes_once_in_a_sentence_turns_no_page() -> None:
    made = marks(f"{FIRST}\n\nRECEIVED\nAPR 11 1957\nJOINT COMMITTEE\n\n{SECOND}\n\n{THIRD}\n")
    assert made == ["pb 1", "stamp RECEIVED/APR 11 1957/JOINT COMMITTEE"]


def test_a_stamp_beside_other_marks_stands_on_its_side_of_the_turn() -> None:
    made = marks(f"{FIRST}\n\nRECEIVED\nAPR 11 1957\nJOINT COMMITTEE\n\n- 2 -\n\n{SECOND}\n\n{THIRD}\n")
    assert made == ["pb 1", "stamp RECEIVED/APR 11 1957/JOINT COMMITTEE", "pb 2", "pageNum - 2 -"]


def test_marks_behind_a_form_feed_stand_at_the_top_of_one_page() -> None:
    top = "\f\nSECRET\n\nPRICES - 3D DRAFT\n\n"
    text = f"SECRET\n\n{FIRST}\n{top}- 2 -\n\n{SECOND}\n{top}- 3 -\n\n{THIRD}\n"
    made = marks(text)
    assert [mark for mark in made if mark.startswith("pb")] == ["pb 1", "pb 2", "pb 3"]
    assert not any(mark.startswith("footer") for mark in made)


def test_where_form_feeds_end_pages_nothing_else_does() -> None:
    made = marks(f"{FIRST}\n\nSECRET\n\n{SECOND}\n\f\n{THIRD}\n")
    assert [mark.split()[0] for mark in made] == ["pb", "footer", "pb"]


def test_stamps_before_the_text_are_on_the_first_page() -> None:
    made = marks(f"COPY\nLBJ LIBRARY\n\n~~SECRET~~\n\n## ROUTING SHEET\n\n{FIRST} {SECOND}\n\n{THIRD}\n")
    assert [mark for mark in made if mark.startswith("pb")] == ["pb 1"]


def test_a_marking_that_comes_twice_in_a_form_turns_its_page() -> None:
    form = "## ROUTING SHEET\n\nFROM: Office of the Comptroller\n\nDATE: March 7, 1967\n\nPOD Form 1206\nJan. 1964"
    made = marks(f"SECRET\n\n{form}\n\nSECRET\n\nSECRET\n\n## Note\n\n1. {FIRST} {SECOND}\n\n2. {THIRD}\n")
    assert made == ["pb 1", "header SECRET", "footer POD Form 1206/Jan. 1964", "footer SECRET", "pb 2", "header SECRET"]


def test_two_markings_under_one_another_are_of_two_pages_however_they_were_read() -> None:
    text = f"{FIRST}\n\n~~SECRET~~\n~~SECRFT~~\nC-84 from LEOPOLDVILLE          Page 3 of 4\n\n{SECOND}\n\n{THIRD}\n"
    made = marks(text)
    assert [mark.split()[0] for mark in made] == ["pb", "footer", "pb", "header", "header"]


def test_a_catchword_may_end_a_sentence() -> None:
    made = marks(f"{FIRST}\n\nthe others.\n\nSECRET\n\nSECRET\n\nthe others. {SECOND}\n\n{THIRD}\n")
    assert made == ["pb 1", "catch the others.", "footer SECRET", "pb 2", "header SECRET"]


def test_what_comes_again_at_the_top_of_pages_is_what_it_is_alone() -> None:
    top = "~~SECRET~~\n\nApproved For Release 2006/03/17 : CIA-RDP80B016\n\n-{}-\n\n"
    made = marks(f"{FIRST}\n\n~~SECRET~~\n\n{top.format(2)}{SECOND}\n\n{THIRD[:-1]}\n\n~~SECRET~~\n\n{top.format(3)}{SECOND}\n")
    assert [mark for mark in made if mark.startswith(("pageNum", "stamp"))] == [
        "stamp Approved For Release 2006/03/17 : CIA-RDP80B016",
        "pageNum -2-",
        "stamp Approved For Release 2006/03/17 : CIA-RDP80B016",
        "pageNum -3-",
    ]
