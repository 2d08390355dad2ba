"""Facts: headings, source notes, marks, stamps, forms, and what a whole tree says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teiencode.facts import (
    Facts,
    facts_of,
    read_classification,
    read_fields,
    read_form,
    read_heading,
    read_language,
    read_release,
    read_roles,
    read_shelf_line,
    read_source_note,
    sentences,
)
from teiencode.facts.filing import filed_date
from teiencode.tree import Leaf, Node, Tree

HEADINGS = [
    (
        "127. Telegram From the Department of State to the U.S. Interests Section in Cuba1",
        "127",
        "Department of State",
        "U.S. Interests Section in Cuba",
    ),
    (
        "The Ambassador in France ( Caffery ) to the Secretary of State",
        None,
        "Ambassador in France (Caffery)",
        "Secretary of State",
    ),
    (
        "40. Telegram 605 From the Mission to the United Nations to the Department of State",
        "40",
        "Mission to the United Nations",
        None,
    ),
    (
        "129. Telegram From the Department of State to the Mission to the United Nations",
        "129",
        None,
        "Mission to the United Nations",
    ),
    (
        "96. Letter From the Permanent Representative to the North Atlantic Treaty Organization (Finletter) to Secretary "
        "of State Rusk",
        "96",
        "Permanent Representative to the North Atlantic Treaty Organization (Finletter)",
        "Secretary of State Rusk",
    ),
    (
        "293. Memorandum From the Special Assistant to the Secretary of State for Population Matters (Claxton) to the "
        "President's Special Assistant (Cater)",
        "293",
        "Special Assistant to the Secretary of State for Population Matters (Claxton)",
        "President's Special Assistant (Cater)",
    ),
    (
        "197. Letter From Secretary of State Rusk to the Ambassador to Vietnam (Lodge)",
        "197",
        None,
        "Ambassador to Vietnam (Lodge)",
    ),
    ("Letter From Robert W. Komer to John Doe, Jr.", None, "Robert W. Komer", "John Doe, Jr."),
    ("11. Memorandum for Director of Central Intelligence Helms", "11", None, "Director of Central Intelligence Helms"),
    ("126. Report by the Department of State to the Council on Foreign Economic Policy", "126", "Department of State", None),
    ("Circular Telegram From the Department of State to Certain Posts", None, "Department of State", "Certain Posts"),
]


@pytest.mark.parametrize(("text", "number", "sender", "receiver"), HEADINGS, ids=[row[0][:50] for row in HEADINGS])
def test_a_heading_names_its_two_sides(text: str, number: str | None, sender: str | None, receiver: str | None) -> None:
    heading = read_heading(text)
    assert heading is not None
    assert heading.number == number
    if sender:
        assert heading.sent.names == (sender,)
    if receiver:
        assert heading.received.names == (receiver,)


@pytest.mark.parametrize(
    "text",
    [
        "52. Memorandum of Conversation",
        "11. Editorial Note",
        "Memorandum of Conversation Between the Secretary of State and the Ambassador to Japan",
        "24. Memorandum for the Record",
        "Notes on the Approach to Peace",
        "Paper Prepared in the Department of State",
    ],
)
def test_a_heading_without_two_sides_has_none(text: str) -> None:
    heading = read_heading(text)
    assert heading is not None
    assert heading.sent.empty
    assert heading.received.empty


def test_a_heading_tells_place_and_date() -> None:
    heading = read_heading(
        "124. Memorandum From the Coordinator for Population Affairs (Green) to Secretary of State Kissinger, Washington, "
        "April 13, 1976.12"
    )
    assert heading is not None
    assert heading.received.names == ("Secretary of State Kissinger",)
    assert (heading.place, heading.dating.when, heading.date_text) == ("Washington", "1976-04-13", "April 13, 1976")
    minutes = read_heading("Minutes of a Meeting, Paris, September 23, 1948, 9:15 a. m.")
    assert minutes is not None
    assert (minutes.place, minutes.dating.when) == ("Paris", "1948-09-23T09:15:00")


def test_a_list_of_addressees_is_not_taken_for_a_place() -> None:
    heading = read_heading(
        "68. Telegram 230020 From the Department of State to the Embassies in Australia, Peru, and Austria, "
        "October 18, 1974, 2127Z."
    )
    assert heading is not None
    assert heading.place is None
    assert heading.received.names == ("Embassies in Australia, Peru, and Austria",)
    assert heading.message == "230020"
    assert heading.dating.when == "1974-10-18T21:27:00Z"


def test_a_place_beside_a_name() -> None:
    heading = read_heading("The Secretary of State, in Paris, to the Acting Secretary of State")
    assert heading is not None
    assert (heading.sent.names, heading.sent.place) == (("Secretary of State",), "Paris")
    author = read_heading("Memorandum of Conversation, by the Director of the Office (Butterworth)")
    assert author is not None
    assert author.authors == ("Director of the Office (Butterworth)",)


def test_a_source_note_tells_place_marks_and_history() -> None:
    note = read_source_note(
        "1. Source: Department of State, Central Files, 886B.2321/4–259. Secret; Priority; Limit Distribution. Drafted by Brewer "
        "on April 1; cleared by Rountree, Murphy, E, and the Department of the Navy; and approved and signed for Herter by "
        "Dillon. "
        "Repeated to Paris."
    )
    assert note is not None
    assert (note.repository, note.collection, note.shelfmark) == ("Department of State", "Central Files", "886B.2321/4–259")
    assert note.classification.levels == ("secret",)
    assert note.classification.handling == ("Priority", "Limit Distribution")
    assert len(note.history) == 1
    assert [(role.role, role.name) for role in note.roles] == [
        ("Drafted by", "Brewer"),
        ("Cleared by", "Rountree"),
        ("Cleared by", "Murphy"),
        ("Approved and signed by", "Dillon"),
    ]


@pytest.mark.parametrize(
    ("text", "repository", "collection", "shelfmark"),
    [
        (
            "Source: National Archives, RG 59, Central Files 1964–66, POL INDON–US. Secret.",
            "National Archives",
            "RG 59, Central Files 1964–66",
            "POL INDON–US",
        ),
        (
            "Source: Central Intelligence Agency, Job 79-01025A, Box 46. Secret.",
            "Central Intelligence Agency",
            None,
            "Job 79-01025A, Box 46",
        ),
        (
            "Source: Department of State, Conference Files: Lot 62 D 181, CF 648. Top Secret.",
            "Department of State",
            "Conference Files",
            "Lot 62 D 181, CF 648",
        ),
        (
            "Source: Johnson Library, National Security File, Country File, Vietnam, Vol. III [1 of 2]. No classification "
            "marking.",
            "Johnson Library",
            "National Security File, Country File, Vietnam, Vol. III [1 of 2]",
            None,
        ),
        ("U.S. meeting re draft. Top Secret. 6 pp. DOS, CF, 737.56361/11–2862.", "DOS", "CF", "737.56361/11–2862"),
        (
            "Source: Department of State, Central Files, SOC 14-1 S VIET Secret; Priority.",
            "Department of State",
            "Central Files",
            "SOC 14-1 S VIET",
        ),
    ],
)
def test_where_a_paper_lies(text: str, repository: str, collection: str | None, shelfmark: str | None) -> None:
    note = read_source_note(text)
    assert note is not None
    assert (note.repository, note.collection, note.shelfmark) == (repository, collection, shelfmark)


def test_a_printed_source_is_no_repository() -> None:
    note = read_source_note("Source: Department of State Bulletin, March 10, 1975, pp. 305–306.")
    assert note is not None
    assert (note.repository, note.collection, note.shelfmark) == (None, None, None)


def test_a_note_of_other_words_locates_nothing() -> None:
    note = read_source_note("Paul-Henri Spaak, Belgian Prime Minister.")
    assert note is not None
    assert note.repository is None
    assert note.text == "Paul-Henri Spaak, Belgian Prime Minister."
    assert read_source_note("   ") is None


def test_the_history_of_another_paper_is_not_this_ones() -> None:
    note = read_source_note(
        "Source: Department of State, Central Files, 1.2/3. Secret. An attached report was drafted by Smith and approved by King."
    )
    assert note is not None
    assert note.history == ()
    assert note.roles == ()


def test_offices_are_no_people() -> None:
    assert [r.name for r in read_roles("Drafted by Douglas Henderson, Assistant Chief, Economic Defense Division.")] == [
        "Douglas Henderson"
    ]
    assert [r.name for r in read_roles("Cleared in draft with Robert Carr, Director, Office of Resources.")] == ["Robert Carr"]
    assert [r.name for r in read_roles("Drafted by B.E.L. Timmons, III, and L. Minnich, Jr.")] == [
        "B.E.L. Timmons, III",
        "L. Minnich, Jr.",
    ]
    assert read_roles("Approved in S on May 6.") == ()


@pytest.mark.parametrize(
    ("line", "repository", "shelfmark"),
    [
        ("501.BB Interim/1–348: Telegram", None, "501.BB Interim/1–348"),
        ("740.00119 Control (Japan)/5–949: Airgram", None, "740.00119 Control (Japan)/5–949"),
        ("Department of State Atomic Energy Files", "Department of State", None),
    ],
)
def test_the_line_of_an_archive(line: str, repository: str | None, shelfmark: str | None) -> None:
    read = read_shelf_line(line)
    assert read is not None
    assert (read.repository, read.shelfmark) == (repository, shelfmark)
    assert read_shelf_line("The Secretary of State to the Embassy in France") is None


def test_a_file_number_holds_a_date() -> None:
    assert dict(filed_date("611.93/8–855").attributes) == {"when": "1955-08-08", "cert": "medium"}
    assert not filed_date("611.93/13–4055").stated
    assert not filed_date("Lot 62 D 181").stated


@pytest.mark.parametrize(
    ("line", "levels", "handling"),
    [
        ("TOP SECRET - SENSITIVE", ("top-secret",), ("SENSITIVE",)),
        ("~~TOP SECRET~~", ("top-secret",), ()),
        ("secret", ("secret",), ()),
        ("us urgent", (), ("us urgent",)),
        ("NIACT", (), ("NIACT",)),
        ("Secret; Immediate; Nodis/Harvan Double Plus", ("secret",), ("Immediate", "Nodis", "Harvan Double Plus")),
        ("Top Secret; Emergency; Restricted Distribution", ("top-secret",), ("Emergency", "Restricted Distribution")),
        ("No classification marking", (), ()),
        ("Personal and Secret", ("secret",), ("Personal",)),
    ],
)
def test_marks(line: str, levels: tuple[str, ...], handling: tuple[str, ...]) -> None:
    read = read_classification(line)
    assert read is not None
    assert (read.levels, read.handling) == (levels, handling)


@pytest.mark.parametrize("line", ["The secret was kept", "He is in charge of confidential matters, and so on", "CUBA.", ""])
def test_a_sentence_classifies_nothing(line: str) -> None:
    assert read_classification(line) is None


def test_stamps_are_acts_with_dates() -> None:
    release, doubts = read_release("DECLASSIFIED\nAuthority NND 383319\nBy JW NARA Date 10/19/79", written=1962)
    assert release is not None
    assert release.text == "DECLASSIFIED Authority NND 383319 By JW NARA Date 10/19/79"
    assert dict(release.dating.attributes) == {"when": "1979-10-19", "cert": "medium"}
    assert doubts == ()
    labelled, _ = read_release("DECLASSIFIED\nAuthority 2025 9-25-57\nBy [Signature] NARA Date 5/16/97", written=1962)
    assert labelled is not None
    assert labelled.dating.when == "1997-05-16"
    impossible, told = read_release("DECLASSIFIED Date 13/45/79", written=1962)
    assert impossible is not None
    assert not impossible.dating.stated
    assert [each.code for each in told] == ["TE701"]
    assert read_release("BEST COPY AVAILABLE") == (None, ())


def test_a_form_gives_sides_number_and_the_year_of_its_receipt() -> None:
    form = read_form(
        [
            "Control: 11009",
            "Rec'd: January 2, 1963\n\n4:32 p.m.",
            "FROM: New York",
            "TO: Secretary of State",
            "NO: 1991, December 31, 4 p.m.",
        ]
    )
    assert form.sent.place == "New York"
    assert form.received.names == ("Secretary of State",)
    assert form.message == "1991"
    assert dict(form.created.attributes) == {"when": "1962-12-31T16:00:00", "cert": "high"}
    assert form.received.dating.when == "1963-01-02T16:32:00"


def test_officers_of_a_form() -> None:
    form = read_form(
        ["Telegraphic transmission and\nclassification approved by:\n\n10 - Harlan Cleveland", "Classified by: 10:UNF:JJS1900"]
    )
    assert [(role.role, role.name) for role in form.roles] == [("Approved by", "Harlan Cleveland")]
    assert read_fields("ACTION: USUN, NEW YORK") == [("to", "USUN, NEW YORK")]
    assert read_form(["ACTION: USUN, NEW YORK"]).received.place == "NEW YORK"


def test_sentences_end_at_stops_and_not_at_abbreviations() -> None:
    assert list(sentences("Drafted by L. Arthur Minnich, Jr. See Vol. IV. He left.")) == [
        "Drafted by L. Arthur Minnich, Jr. See Vol. IV.",
        "He left.",
    ]


def test_language() -> None:
    assert read_language("The Secretary of State said that the talks with the Soviets were in progress.") == "en"
    assert (
        read_language("Le ministre a dit que les négociations avec la délégation sont dans une impasse pour le moment.") == "fr"
    )
    assert read_language("12345 67890") == "und"


def tree_of(
    *parts: tuple[str, dict[str, str], str] | tuple[str, dict[str, str], str, list[tuple[str, dict[str, str]]]],
) -> tuple[Tree, str]:
    """A document whose blocks are the parts: kind, attributes, words; and, fourth, nodes around the words from outside in."""
    root, text = Node("document"), ""
    for part in parts:
        kind, attributes, words = part[:3]
        leaf: Node | Leaf = Leaf(len(text), len(text) + len(words), "text")
        for inner_kind, inner_attributes in reversed(part[3] if len(part) == 4 else []):
            leaf = Node(inner_kind, inner_attributes, [leaf])
        root.children.append(Node(kind, attributes, [leaf]))
        text += words
        root.children.append(Leaf(len(text), len(text) + 2, "space"))
        text += "\n\n"
    return Tree(root, len(text)), text


def test_a_letter_of_an_edition() -> None:
    tree, text = tree_of(
        ("head", {}, "96. Letter From the Ambassador in China (Rankin) to the Minister (Hsu)"),
        ("dateline", {}, "Taipei, November 8, 1955."),
        ("paragraph", {}, "The matter of the funds is with the Department for the time being."),
        (
            "note",
            {"type": "source", "n": "1"},
            "Source: Department of State, Central Files, 893.00/11–1755. Confidential. Drafted by Jones.",
        ),
    )
    facts, doubts = facts_of(tree, text)
    assert facts.title == "Letter From the Ambassador in China (Rankin) to the Minister (Hsu)"
    assert (facts.created.when, facts.created_text) == ("1955-11-08", "November 8, 1955")
    assert (facts.sent.names, facts.sent.place) == (("Ambassador in China (Rankin)",), "Taipei")
    assert facts.sent.dating.when == "1955-11-08"
    assert facts.repository == "Department of State"
    assert facts.classification.levels == ("confidential",)
    assert facts.language == "en"
    assert doubts == ()


def test_a_telegram_on_a_form() -> None:
    tree, text = tree_of(
        ("furniture", {"type": "stamp"}, "01278"),
        ("furniture", {"type": "stamp"}, "1962/11/28"),
        ("furniture", {"type": "stamp"}, "DECLASSIFIED\nAuthority NND 1\nBy JW NARA Date 13/45/79", [("stamp", {})]),
        ("head", {}, "INC MING TELGRAM Department of State"),
        ("furniture", {"type": "header"}, "TOP SECRET"),
        (
            "furniture",
            {"type": "footer"},
            'REPRODUCTION IS PROHIBITED\nUNLESS "UNCLASSIFIED"\nEYES ONLY\tNOV 28 1962\tFILE NUMBER',
        ),
        ("field", {}, "FROM: New York"),
        ("field", {}, "TO: Secretary of State"),
        ("field", {}, "NO: 1991, November 28, 4 p.m."),
        ("handling", {}, "NIACT"),
        ("handling", {}, "PRIORITY 1135"),
        ("handling", {}, "DEPT PASS TO WHITE HOUSE"),
        ("gap", {"ana": "#foia-b1 #eo12356-a3"}, "(b)(1) (a)(3)", [("description", {})]),
        ("furniture", {"type": "pageNum"}, "CU III 15/3"),
        ("furniture", {"type": "pageNum"}, "CU III 15/4"),
        ("signature", {}, "STEVENSON"),
    )
    facts, doubts = facts_of(tree, text)
    assert facts.title == "Telegram 1991 from New York to Secretary of State"
    assert facts.created.when == "1962-11-28T16:00:00"
    assert (facts.sent.names, facts.sent.place) == (("STEVENSON",), "New York")
    assert facts.classification.levels == ("top-secret",)
    assert facts.classification.handling == ("NIACT", "PRIORITY", "DEPT PASS TO WHITE HOUSE", "EYES ONLY")
    assert facts.archive_marks == ("01278", "CU III 15")
    assert facts.categories == ("foia-b1", "eo12356-a3")
    assert [release.text for release in facts.releases] == ["DECLASSIFIED Authority NND 1 By JW NARA Date 13/45/79"]
    assert [doubt.code for doubt in doubts] == ["TE701"]
    assert doubts[0].span is not None
    assert text[slice(*doubts[0].span)].startswith("DECLASSIFIED")


def test_a_signature_that_nobody_could_read_stays_in_the_act() -> None:
    text = "DECLASSIFIED By [Signature] NARA"
    gap = Node("gap", {}, [Leaf(16, 17, "sign"), Node("description", {}, [Leaf(17, 26, "text")]), Leaf(26, 27, "sign")])
    stamp = Node("furniture", {"type": "stamp"}, [Leaf(0, 16, "text"), gap, Leaf(27, 32, "text")])
    facts, _ = facts_of(Tree(Node("document", {}, [stamp]), 32), text)
    assert [release.text for release in facts.releases] == [text]


def test_the_drafting_date_stands_in_for_the_documents() -> None:
    tree, text = tree_of(
        ("handling", {}, "PRIORITY 1135"), ("field", {}, "Classified by:\n\n11/21/62"), ("field", {}, "ACTION: USUN")
    )
    facts, _ = facts_of(tree, text)
    assert dict(facts.created.attributes) == {"when": "1962-11-21", "cert": "low"}
    assert facts.message == "1135"
    assert facts.received.names == ("USUN",)


def test_the_date_of_a_review_is_not_the_documents() -> None:
    tree, text = tree_of(
        ("furniture", {"type": "stamp"}, "1962/10/27"),
        ("field", {}, "Date: 3/13/93 19"),
        ("field", {}, "SUBJECT: Implications of the Soviet Initiative\non Cuba"),
        ("field", {}, "☒ RELEASE ☒ DECLASSIFIED\n☐ EXCISE ☐ DELETED"),
    )
    facts, _ = facts_of(tree, text)
    assert facts.title == "Implications of the Soviet Initiative on Cuba"
    assert dict(facts.created.attributes) == {"when": "1962-10-27", "cert": "medium"}
    assert [(r.dating.when, r.text) for r in facts.releases] == [
        ("1993-03-13", "☒ RELEASE ☒ DECLASSIFIED ☐ EXCISE ☐ DELETED Date: 3/13/93 19")
    ]


def test_the_year_of_a_file_number_completes_a_date() -> None:
    tree, text = tree_of(
        ("head", {}, "557. Telegram 1991 from USUN, November 28"),
        ("note", {"type": "source"}, "U.S.-Soviet meeting. Top Secret. 6 pp. DOS, CF, 737.56361/11–2862."),
    )
    facts, _ = facts_of(tree, text)
    assert dict(facts.created.attributes) == {"when": "1962-11-28", "cert": "medium"}
    assert facts.created_text == "November 28"
    assert facts.sent.names == ("USUN",)
    assert facts.classification.levels == ("top-secret",)


def test_impossible_dates_of_head_and_dateline_are_told() -> None:
    tree, text = tree_of(("head", {}, "1. Memorandum, February 30, 1962"), ("dateline", {}, "Washington, April 31, 1962."))
    facts, doubts = facts_of(tree, text)
    assert [(each.code, text[slice(*(each.span or (0, 0)))]) for each in doubts] == [
        ("TE701", "1. Memorandum, February 30, 1962"),
        ("TE701", "Washington, April 31, 1962."),
    ]
    assert (facts.created.when, facts.created_text) == (None, "April 31, 1962")


def test_an_empty_document_says_nothing() -> None:
    assert facts_of(Tree(Node("document"), 0), "") == (Facts(), ())


def test_names_listed_under_to() -> None:
    text = "TO\n  * Secretary of State\n  * Secretary of Defense\n"
    items = [
        Node("item", {}, [Leaf(2, 7, "sign"), Leaf(7, 25, "text")]),
        Node("item", {}, [Leaf(25, 30, "sign"), Leaf(30, 50, "text")]),
    ]
    listed = Node("list", {}, [Node("list head", {}, [Leaf(0, 2, "text")]), *items])
    facts, _ = facts_of(Tree(Node("document", {}, [listed, Leaf(50, 51, "space")]), 51), text)
    assert facts.received.names == ("Secretary of State", "Secretary of Defense")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                ["head", "dateline", "field", "note", "furniture", "handling", "signature", "archive note", "paragraph"]
            ),
            st.sampled_from([{}, {"type": "source"}, {"type": "stamp"}, {"type": "header"}, {"type": "pageNum"}]),
            st.text(min_size=1, max_size=80),
        ),
        max_size=6,
    )
)
def test_any_tree_is_read(parts: list[tuple[str, dict[str, str], str]]) -> None:
    tree, text = tree_of(*parts)
    facts, _ = facts_of(tree, text)
    assert facts.created.cert in (None, "high", "medium", "low")


@pytest.mark.parametrize(
    "piece", ["Drafted by A", "to the ", "(", "Source: ", ". A", "SECRET; ", "FROM: a\n", "Date 1/", ", Washington, May 1, 1960"]
)
def test_a_very_long_text_is_read_to_its_end(piece: str) -> None:
    text = piece * 100_000
    read_heading(text)
    read_source_note(text)
    read_source_note("Source: " + text)
    read_classification(text)
    read_release("DECLASSIFIED" + text)
    read_form([text])
    read_shelf_line(text)
    assert read_language(text) in ("en", "und")


def test_the_head_of_a_message_as_a_network_carried_it() -> None:
    form = read_form(["R 141630Z JAN 75\nFM AMEMBASSY ANKARA\nTO SECSTATE WASHDC 7421\nINFO AMEMBASSY ATHENS", "SUBJECT: OIL"])
    assert (form.sent.names, form.received.names, form.subject) == (("AMEMBASSY ANKARA",), ("SECSTATE WASHDC",), "OIL")
    assert dict(form.created.attributes) == {"when": "1975-01-14T16:30:00Z", "cert": "high"}
    assert read_form(["R 321630Z JAN 75\nFM AMEMBASSY ANKARA"]).created.stated is False
    assert read_form(["TO SPEAK OF OIL\nFM 7"]).sent.empty


def test_misread_printed_names_and_the_end_of_a_value() -> None:
    form = read_form(["FR0M: CINCEUR", "T0: DEPTAR", "TO: PRESIDENT\nFROM: LYNN, J\nS/S: 7521190"])
    assert (form.sent.names, form.received.names) == (("CINCEUR",), ("DEPTAR",))
    assert read_fields("FROM: LYNN, J\nS/S: 7521190") == [("from", "LYNN, J")]
    assert read_form(["MEMORANDUM FOR: The Secretary"]).received.names == ("The Secretary",)


def test_the_two_sides_of_a_letter() -> None:
    tree, text = tree_of(
        ("address", {}, "The Honorable\nRoger Hill\nDepartment of State"),
        ("salute", {}, "Dear Roger:"),
        ("signature", {}, "[signature]\n(David Lind)"),
    )
    facts, _ = facts_of(tree, text)
    assert (facts.sent.names, facts.received.names) == (("David Lind",), ("Roger Hill",))
    tree, text = tree_of(("paragraph", {}, "Dear old Oslo."), ("signature", {}, "David Lind"))
    assert facts_of(tree, text)[0].sent.empty


def test_officers_in_a_box_among_the_furniture_of_a_foot() -> None:
    tree, text = tree_of(("furniture", {"type": "footer"}, "Drafted by: John Walters\nCleared by: Ann Lee"))
    assert [(role.role, role.name) for role in facts_of(tree, text)[0].roles] == [
        ("Drafted by", "John Walters"),
        ("Cleared by", "Ann Lee"),
    ]


def test_a_section_of_a_message_is_no_mark_of_its_handling() -> None:
    tree, text = tree_of(("handling", {}, "C O N F I D E N T I A L SECTION 01 OF 02 ANKARA 0388"))
    marks = facts_of(tree, text)[0].classification
    assert (marks.levels, marks.handling) == (("confidential",), ())


@pytest.mark.parametrize(
    ("line", "levels", "handling"),
    [("S-E-C-R-E-T", ("secret",), ()), ("SECRET AND PERSONAL", ("secret",), ("PERSONAL",))],
)
def test_marks_spelled_and_joined(line: str, levels: tuple[str, ...], handling: tuple[str, ...]) -> None:
    read = read_classification(line)
    assert read is not None
    assert (read.levels, read.handling) == (levels, handling)


def test_a_line_that_goes_on_is_no_mark() -> None:
    assert read_classification("No Distribution Without") is None


def test_what_is_to_happen_after_years_is_no_act() -> None:
    assert read_release("GROUP 3\nDowngraded at 12-year intervals; not automatically declassified") == (None, ())
    assert read_release("GROUP 1\nExcluded from automatic downgrading and declassification") == (None, ())
