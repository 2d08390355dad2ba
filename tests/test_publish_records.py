"""Records for libraries and other machines: valid by their schemas, true to the header, whole whatever the header says."""

from __future__ import annotations

import io
import os
import zipfile
from functools import cache
from hashlib import sha256
from pathlib import Path

import bagit
import pytest
import xmlschema
from bench.published_words import page_tree
from lxml import etree

from teiencode import validate
from teiencode.project import Edition
from teiencode.publishing import Published, publish
from teiencode.publishing.bag import bag, is_kept
from teiencode.publishing.epub import identifier_of
from teiencode.publishing.records import MAIL_ADDRESS, WEB_ADDRESS

TESTS = Path(__file__).parent
SCHEMAS = TESTS / "schemas"
FILES = sorted((TESTS / "publishing").glob("*.xml")) + sorted((TESTS.parent / "tei").glob("*.xml"))
TEI_ALL = Path(os.environ.get("TEIENCODE_TEI") or TESTS.parents[1] / "shared" / "tei")
TEI_ALL = TEI_ALL / "tei_all.rng" if TEI_ALL.is_dir() else TEI_ALL
FREE = "https://creativecommons.org/publicdomain/zero/1.0/"
EDITION = Edition(
    title="An <edition> & more",
    editors=("Ada B.", "Carl D."),
    publisher="A press",
    licence=FREE,
    address="https://example.org/e",
    contact="edition@example.org",
    date="2026-11-24",
)
NAMES = {
    "a": "http://www.w3.org/2005/Atom",
    "dc": "http://purl.org/dc/elements/1.1/",
    "m": "http://www.loc.gov/mods/v3",
    "o": "http://www.openarchives.org/OAI/2.0/",
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "r": "http://www.openarchives.org/OAI/2.0/static-repository",
    "t": "http://www.tei-c.org/ns/1.0",
}

HOSTILE_HEADER = """<fileDesc><titleStmt><title>T &lt;/title&gt; &amp; ]]&gt; &#x80;</title>
  <respStmt><resp/><persName>&lt;b&gt;</persName></respStmt></titleStmt>
  <publicationStmt><idno type="DOI">10.1/&lt;x&gt;</idno><idno type="odd &quot;&gt;">  </idno><date when="last year">x</date>
  </publicationStmt>
  <sourceDesc><msDesc><msIdentifier><repository>A &amp; B</repository></msIdentifier></msDesc></sourceDesc></fileDesc>
  <profileDesc><creation><date notBefore="1962-13-45" notAfter="1963">some day &lt;</date></creation>
  <langUsage><language ident="no language!"/></langUsage>
  <correspDesc><correspAction type="sent"><name ref="javascript:alert(1) https://example.org/p?a=1&amp;b=2">N &lt; M</name>
  <rs> </rs><date when="1962-02-30"/></correspAction><correspAction type="received"><persName>P</persName></correspAction>
  </correspDesc></profileDesc>"""


def document(header: str) -> bytes:
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{header}</teiHeader><text><body><p>Words.</p></body></text></TEI>'.encode()


def published(
    folder: Path, documents: dict[str, bytes], edition: Edition = EDITION, formats: tuple[str, ...] = ("html",)
) -> Published:
    tei = folder / "tei"
    tei.mkdir(exist_ok=True)
    for name, data in documents.items():
        (tei / f"{name}.xml").write_bytes(data)
    return publish([tei], folder / "site", edition=edition, formats=formats)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("records")
    documents = {path.stem: path.read_bytes() for path in FILES}
    documents |= {'n "%" & é': document(HOSTILE_HEADER), "bare": document("")}
    done = published(folder, documents, formats=("html", "pdf", "epub", "text", "bag"))
    assert not [each for each in done.diagnostics if each.severity != "warning"]
    return folder / "site"


def tree(path: Path) -> etree._Element:
    return etree.fromstring(path.read_bytes())


def found(root: etree._Element, path: str) -> list[str]:
    values = root.xpath(path, namespaces=NAMES)
    assert isinstance(values, list)
    return [str(each) for each in values]


@cache
def xsd(*names: str) -> xmlschema.XMLSchema:
    places = {"http://www.loc.gov/standards/xlink/xlink.xsd": str(SCHEMAS / "mods-xlink.xsd")}
    return xmlschema.XMLSchema([str(SCHEMAS / name) for name in names], uri_mapper=places, allow="local")


def faults(schema: xmlschema.XMLSchema, text: bytes) -> list[str]:
    return [str(each.reason) for each in schema.iter_errors(text.decode())]


def folders(site: Path) -> list[Path]:
    return sorted(path for path in site.iterdir() if path.is_dir())


def test_mods_is_valid(site: Path) -> None:
    # The schema at hand is of version 3.4. A record of 3.8 is one of 3.4 as long as it has no later element, but for its number.
    schema = xsd("mods-3-4.xsd")
    for folder in folders(site):
        record = (folder / f"{folder.name}.mods.xml").read_bytes()
        assert record.count(b'version="3.8"') == 1
        assert faults(schema, record.replace(b'version="3.8"', b'version="3.4"')) == [], folder.name
    assert faults(schema, b'<mods xmlns="http://www.loc.gov/mods/v3"><titel/></mods>')


def test_mods_tells_what_the_header_tells(site: Path) -> None:
    record = tree(site / "telegram" / "telegram.mods.xml")
    assert found(record, "/m:mods/m:titleInfo/m:title/text()")[0].endswith("Interests Section in Cuba")
    assert found(record, "//m:name[m:role/m:roleTerm='aut']/m:namePart/text()") == ["Department of State"]
    assert found(record, "//m:name[m:role/m:roleTerm='rcp']/m:namePart/text()") == ["U.S. Interests Section in Cuba"]
    assert found(record, "//m:dateCreated/text()") == ["1980-12-11"]
    assert found(record, "//m:dateCreated/@qualifier") == []
    assert found(record, "//m:extent/m:start/text() | //m:extent/m:end/text()") == ["271", "273"]
    assert found(record, "//m:url/text()")[-1] == "https://example.org/e/telegram/index.html"
    assert found(record, "//m:relatedItem[@type='host']/m:titleInfo/m:title/text()") == ["An <edition> & more"]


def test_a_date_that_is_not_certain_says_so(tmp_path: Path) -> None:
    dates = {
        "certain": '<date when="1962-11-28"/>',
        "inferred": '<date when="1962-11-28" cert="medium"/>',
        "questionable": '<date when="1962" cert="low"/>',
        "between": '<date notBefore="1962-10" notAfter="1962-11-28"/>',
        "words": "<date>in the autumn</date>",
        "moment": '<date when="1962-11-28T16:00:00"/>',
    }
    header = "<fileDesc><titleStmt><title>T</title></titleStmt></fileDesc><profileDesc><creation>{}</creation></profileDesc>"
    published(tmp_path, {name: document(header.format(date)) for name, date in dates.items()})
    records = {name: tree(tmp_path / "site" / name / f"{name}.mods.xml") for name in dates}
    told = {
        name: [(each.text, each.get("point"), each.get("qualifier")) for each in record.iter(f"{{{NAMES['m']}}}dateCreated")]
        for name, record in records.items()
    }
    assert told == {
        "certain": [("1962-11-28", None, None)],
        "inferred": [("1962-11-28", None, "inferred")],
        "questionable": [("1962", None, "questionable")],
        "between": [("1962-10", "start", "approximate"), ("1962-11-28", "end", "approximate")],
        "words": [("in the autumn", None, None)],
        "moment": [("1962-11-28", None, None)],
    }
    dublin = {name: found(tree(tmp_path / "site" / name / f"{name}.dc.xml"), "//dc:date/text()") for name in dates}
    assert dublin["between"] == ["1962-10/1962-11-28"]
    assert dublin["words"] == []


def test_dublin_core_is_valid_and_tells_what_the_header_tells(site: Path) -> None:
    schema = xsd("oai-dublin-core.xsd")
    for folder in folders(site):
        assert faults(schema, (folder / f"{folder.name}.dc.xml").read_bytes()) == [], folder.name
    record = tree(site / "telegram" / "telegram.dc.xml")
    told = {key: found(record, f"//dc:{key}/text()") for key in ("creator", "contributor", "date", "publisher", "rights")}
    assert told == {
        "creator": ["Department of State"],
        "contributor": ["U.S. Interests Section in Cuba", "Ada B.", "Carl D."],
        "date": ["1980-12-11"],
        "publisher": ["A press"],
        "rights": [FREE],
    }
    assert found(tree(site / "bare" / "bare.dc.xml"), "//dc:title/text()") == ["Untitled document"]
    assert found(tree(site / "bare" / "bare.dc.xml"), "//dc:creator | //dc:date | //dc:source | //dc:language") == []


def test_what_a_header_says_amiss_is_left_out_and_the_rest_is_told(site: Path) -> None:
    folder = site / 'n "%" & é'
    record = tree(folder / f"{folder.name}.mods.xml")
    assert found(record, "/m:mods/m:titleInfo/m:title/text()") == ["T </title> & ]]> \x80"]
    assert found(record, "//m:identifier[@type='doi']/text()") == ["10.1/<x>"]
    assert found(record, "//m:name/@valueURI") == ["https://example.org/p?a=1&b=2"]
    assert found(record, "//m:dateCreated/text()") == ["1963"], "one limit is no date"
    assert found(record, "//m:language | //m:dateIssued") == []
    (entry,) = [each for each in tree(site / "cmif.xml").iter(f"{{{NAMES['t']}}}correspDesc") if each.get("key") == folder.name]
    assert found(entry, ".//t:orgName/text()") == ["N < M"]
    assert found(entry, ".//t:date/@*") == ["1963"]
    assert entry.get("ref") == "https://example.org/e/n%20%22%25%22%20%26%20%C3%A9/index.html"


def test_the_feed_is_valid(site: Path) -> None:
    assert [each.message for each in validate(site / "atom.xml", schema=SCHEMAS / "atom.rng", select=("relaxng",))] == []
    feed = tree(site / "atom.xml")
    entries = found(feed, "//a:entry/a:id/text()")
    assert len(entries) == len(set(entries)) == len(folders(site))
    assert identifier_of(EDITION, "telegram") in entries
    days = found(feed, "//a:entry/a:updated/text()")
    assert days == sorted(days, reverse=True)
    assert found(feed, "/a:feed/a:link[@rel='self']/@href") == ["https://example.org/e/atom.xml"]
    # At most one `alternate` of a type and language (RFC 4287, 4.1.2).
    for entry in feed.iter(f"{{{NAMES['a']}}}entry"):
        types = found(entry, "a:link[@rel='alternate']/@type")
        assert len(types) == len(set(types))


def test_the_correspondence_is_tei_and_has_every_letter(site: Path) -> None:
    correspondence = tree(site / "cmif.xml")
    keys = found(correspondence, "//t:correspDesc/@key")
    assert {"telegram", "scan"} <= set(keys)
    assert "bare" not in keys
    assert found(correspondence, "//t:correspDesc[@key='telegram']/@ref") == ["https://example.org/e/telegram/index.html"]
    assert found(correspondence, "//t:correspDesc[@key='telegram']/t:correspAction/@type") == ["sent", "received"]
    assert found(correspondence, "//t:correspDesc[@key='telegram']//t:date/@when") == ["1980-12-11"]
    assert found(correspondence, "//t:publicationStmt/t:idno[@type='url']/text()") == ["https://example.org/e/cmif.xml"]


def test_the_correspondence_keeps_the_rules_of_its_format(site: Path) -> None:
    assert [each.message for each in validate(site / "cmif.xml", schema=SCHEMAS / "cmif.rng", select=("relaxng",))] == []
    telegram = tree(site / "cmif.xml").find(".//t:correspDesc[@key='telegram']", NAMES)
    assert telegram is not None
    assert telegram.get("source") == "#" + found(tree(site / "cmif.xml"), "//t:bibl/@*[local-name()='id']")[0]


@pytest.mark.skipif(not TEI_ALL.is_file(), reason="no tei_all.rng: set TEIENCODE_TEI to it or its folder")
def test_the_correspondence_is_valid_tei(site: Path) -> None:
    findings = validate(site / "cmif.xml", schema=TEI_ALL)
    # The format itself asks for an empty paragraph.
    assert [each.message for each in findings if each.severity == "error"] == []


def test_the_sitemap_names_pages_that_are_there(site: Path) -> None:
    places = found(tree(site / "sitemap.xml"), "//s:loc/text()")
    assert len(places) == len(set(places)) == len(folders(site)) + 4
    for place in places:
        assert place.startswith("https://example.org/e/")
    assert set(found(tree(site / "sitemap.xml"), "//s:lastmod/text()")) >= {"2026-11-24"}


def test_a_gateway_can_answer_from_the_static_repository(site: Path) -> None:
    repository = tree(site / "oai.xml")
    assert found(repository, "/r:Repository/r:ListRecords/@metadataPrefix") == ["oai_dc"]
    schema = xsd("OAI-PMH.xsd", "oai-dublin-core.xsd")
    answered = 0
    for part in repository:
        verb = etree.QName(part).localname
        answer = etree.fromstring(
            f'<OAI-PMH xmlns="{NAMES["o"]}"><responseDate>2026-11-24T00:00:00Z</responseDate>'
            f'<request verb="{verb}">https://example.org/</request><{verb}/></OAI-PMH>'.encode()
        )
        answer[-1].extend(list(part))
        assert faults(schema, etree.tostring(answer)) == [], verb
        answered += 1
    assert answered == 3
    stamps = found(tree(site / "oai.xml"), "//o:datestamp/text()")
    assert len(stamps) == len(folders(site))
    assert found(tree(site / "oai.xml"), "//o:earliestDatestamp/text()") == [min(stamps)]


def test_the_address_of_a_repository_is_its_gateways(tmp_path: Path) -> None:
    edition = Edition(address="https://example.org/e", contact="a@example.org", gateway="https://gate.example.net/oai/")
    published(tmp_path, {"a": document("")}, edition)
    assert found(tree(tmp_path / "site" / "oai.xml"), "//o:baseURL/text()") == [
        "https://gate.example.net/oai/example.org/e/oai.xml"
    ]


@pytest.mark.parametrize(
    ("edition", "lacking"),
    [
        (Edition(), {"cmif.xml", "sitemap.xml", "oai.xml"}),
        (Edition(address="https://example.org/"), {"cmif.xml", "oai.xml"}),
        (Edition(address="https://example.org/", licence="free"), {"cmif.xml", "oai.xml"}),
        (Edition(address="here", contact="a@example.org", licence=FREE), {"cmif.xml", "sitemap.xml", "oai.xml"}),
        (Edition(address="https://example.org/", contact="nobody", licence=FREE), {"oai.xml"}),
        (Edition(address="https://example.org/", contact="a@example.org", licence=FREE), set()),
    ],
)
def test_what_needs_an_address_is_told_and_the_rest_is_made(tmp_path: Path, edition: Edition, lacking: set[str]) -> None:
    done = published(tmp_path, {"a": document("")}, edition)
    told = [each for each in done.diagnostics if each.code == "TE959"]
    assert {each.message.split()[0] for each in told} == lacking
    assert {each.severity for each in told} <= {"info"}
    made = {name for name in ("atom.xml", "cmif.xml", "sitemap.xml", "oai.xml") if (tmp_path / "site" / name).exists()}
    assert made == {"atom.xml", "cmif.xml", "sitemap.xml", "oai.xml"} - lacking
    # The pages lead to no file that is not there.
    assert ("cmif.xml" in lacking) == (b"cmif.xml" not in (tmp_path / "site" / "index.html").read_bytes())


def test_links_of_a_feed_without_address_are_relative(tmp_path: Path) -> None:
    published(tmp_path, {"a b": document("")}, Edition())
    feed = tmp_path / "site" / "atom.xml"
    assert found(tree(feed), "//a:link/@href") == ["index.html", "a%20b/index.html", "a%20b/a%20b.xml"]
    assert [each.message for each in validate(feed, schema=SCHEMAS / "atom.rng", select=("relaxng",))] == []


def test_addresses_are_told_from_other_words() -> None:
    for good in ("https://example.org", "http://example.org:8080/a/b?c"):
        assert WEB_ADDRESS.fullmatch(good)
    for bad in ("", "example.org", "ftp://example.org", "https://", "https://a b/", 'https://example.org/"'):
        assert not WEB_ADDRESS.fullmatch(bad)
    assert MAIL_ADDRESS.fullmatch("a.b@example.co.uk")
    for bad in ("", "a", "a@b", "a @example.org", "a@example.", "@example.org"):
        assert not MAIL_ADDRESS.fullmatch(bad)


def test_pages_lead_to_the_records(site: Path) -> None:
    links = {
        (each.get("type"), each.get("href"))
        for each in page_tree((site / "scan" / "index.html").read_bytes()).iter("link")
        if each.get("rel") == "alternate"
    }
    assert links == {
        ("application/tei+xml", "scan.xml"),
        ("application/pdf", "scan.pdf"),
        ("application/epub+zip", "scan.epub"),
        ("text/plain", "scan.reading.txt"),
        ("application/mods+xml", "scan.mods.xml"),
        ("application/xml", "scan.dc.xml"),
        ("application/atom+xml", "../atom.xml"),
    }
    assert all((site / "scan" / str(href)).is_file() for _, href in links)


def test_the_bag_is_one(site: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(site / "edition-bag.zip") as archive:
        archive.extractall(tmp_path)
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    # The reference implementation does not read back an escaped sign of escape; the test below looks at that.
    folder = tmp_path / "edition-bag"
    names = {path.relative_to(folder / "data").as_posix() for path in (folder / "data").rglob("*") if path.is_file()}
    assert {"telegram/telegram.xml", "telegram/telegram.pdf", "telegram/telegram.mods.xml", "edition.epub", "cmif.xml"} <= names
    assert not [name for name in names if name.endswith((".html", ".js", ".css"))]
    for name in names:
        assert (folder / "data" / name).read_bytes() == (site / name).read_bytes()


@pytest.mark.filterwarnings("ignore:.* passed as positional argument:DeprecationWarning:bagit")  # its own, in Python 3.13
def test_the_bag_is_valid_by_its_reference_implementation(tmp_path: Path) -> None:
    documents = {path.stem: path.read_bytes() for path in FILES[:2]}
    published(tmp_path, documents, formats=("html", "bag"))
    with zipfile.ZipFile(tmp_path / "site" / "edition-bag.zip") as archive:
        archive.extractall(tmp_path)
    read = bagit.Bag(str(tmp_path / "edition-bag"))
    assert read.validate()
    assert read.info["Bagging-Date"] == "2026-11-24"
    assert read.info["External-Description"] == "An <edition> & more"
    (tmp_path / "edition-bag" / "data" / "cmif.xml").write_bytes(b"changed")
    assert not read.is_valid()


def test_names_in_a_bag_are_escaped() -> None:
    made = bag({"a%b\nc/d": b"1"}, Edition(title="Two\nlines"))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        manifest = archive.read("edition-bag/manifest-sha256.txt").decode()
        information = archive.read("edition-bag/bag-info.txt").decode()
    assert manifest == f"{sha256(b'1').hexdigest()}  data/a%25b%0Ac/d\n"
    assert "External-Description: Two lines\n" in information
    assert "Payload-Oxum: 1.1\n" in information
    assert "Bagging-Date" not in information


def test_the_bag_does_not_hold_itself() -> None:
    assert not is_kept("edition-bag.zip")
    assert is_kept("a/a.xml")


def test_records_are_the_same_each_time_and_made_again_only_where_needed(tmp_path: Path) -> None:
    documents = {path.stem: path.read_bytes() for path in FILES}
    formats = ("html", "bag")
    published(tmp_path, documents, formats=formats)
    assert published(tmp_path, documents, formats=formats).written == ()
    changed = {"telegram": documents["telegram"].replace(b"</body>", b"<p>More.</p></body>")}
    again = {path.relative_to(tmp_path / "site").as_posix() for path in published(tmp_path, changed, formats=formats).written}
    assert "telegram/telegram.xml" in again
    assert "edition-bag.zip" in again
    assert not {"scan/scan.mods.xml", "atom.xml", "cmif.xml", "sitemap.xml", "oai.xml"} & again, "the header is as it was"
    (tmp_path / "other").mkdir()
    published(tmp_path / "other", documents | changed, formats=formats)
    for name in ("edition-bag.zip", "atom.xml", "cmif.xml", "oai.xml", "scan/scan.mods.xml"):
        assert (tmp_path / "other" / "site" / name).read_bytes() == (tmp_path / "site" / name).read_bytes()
