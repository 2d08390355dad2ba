"""`teiencode serve` over real HTTP: what is served and what is refused, what a change makes anew, how it ends."""

from __future__ import annotations

import http.client
import json
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from command_line import Command, environment

from teiencode.serving import EditionServer, State
from teiencode.serving.server import located

PROJECT = """\
[edition]
title = "Two letters"
[encode]
sources = "texts"
[publish]
formats = ["html"]
"""
PNG = b"\x89PNG\r\n\x1a\n"
FIGURES = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Figures</title></titleStmt>
<publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader>
<text><body><pb facs="../scans/1.png"/><figure><graphic url="mill.png"/></figure></body></text></TEI>"""
STYLESHEET = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:t="urn:teiencode:publishing"><xsl:import href="teiencode:reading.xsl"/>
  <xsl:template name="t:colophon"><p>A colophon</p></xsl:template></xsl:stylesheet>"""


def ask(port: int, path: str, *, host: str | None = None, method: str = "GET") -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.putrequest(method, path, skip_host=host is not None)
        if host is not None:
            connection.putheader("Host", host)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        connection.close()


# The server alone, over a folder.


@pytest.fixture
def served(tmp_path: Path) -> Iterator[EditionServer]:
    site = tmp_path / "site"
    (site / "letter one").mkdir(parents=True)
    (site / "index.html").write_text("<!DOCTYPE html><html><body><p>Front</p></body></html>")
    (site / "letter one" / "index.html").write_text("<html><body>One</body></html>")
    (site / "letter one" / "one.pdf").write_bytes(b"%PDF")
    (site / ".hidden.json").write_text("{}")
    (tmp_path / "secret.txt").write_text("secret")
    (site / "way-out.txt").symlink_to(tmp_path / "secret.txt")
    server = EditionServer(site, State(), 0)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield server
    server.state.close()
    server.shutdown()
    thread.join()
    server.server_close()


def test_pages_are_served_with_the_script_and_files_as_they_are(served: EditionServer, tmp_path: Path) -> None:
    status, headers, page = ask(served.server_port, "/")
    assert (status, headers["content-type"], headers["cache-control"]) == (200, "text/html; charset=utf-8", "no-store")
    assert re.search(rb'<p>Front</p><script src="/-/reload\.js" data-build="0"></script></body>', page)
    assert b"script" not in (tmp_path / "site" / "index.html").read_bytes()
    assert ask(served.server_port, "/letter%20one/one.pdf")[2] == b"%PDF"
    status, headers, body = ask(served.server_port, "/letter%20one/", method="HEAD")
    assert (status, body) == (200, b"")
    assert int(headers["content-length"]) > 20
    status, headers, script = ask(served.server_port, "/-/reload.js")
    assert headers["content-type"].startswith("text/javascript")
    assert b"EventSource" in script


def test_a_folder_without_its_stroke_leads_to_the_folder(served: EditionServer) -> None:
    status, headers, _ = ask(served.server_port, "/letter%20one")
    assert (status, headers["location"]) == (301, "/letter%20one/")
    # An address that a browser would take for another machine's leads nowhere else.
    status, headers, _ = ask(served.server_port, "//letter%20one")
    assert headers["location"] == "/letter%20one/"


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt", "/%2e%2e/secret.txt", "/letter%20one/../../secret.txt", "/letter%20one/%2e%2e%2f%2e%2e%2fsecret.txt",
        "/..%5csecret.txt", "/.hidden.json", "/way-out.txt", "/%00", "/letter%20one//one.pdf", "/c:/windows", "/nowhere.html",
        "/%ff",
    ],
)  # fmt: skip
def test_what_is_not_of_the_edition_is_not_there(served: EditionServer, path: str) -> None:
    status, _, body = ask(served.server_port, path)
    assert status == 404
    assert b"There is no such page" in body
    assert b"secret</" not in body


def test_only_paths_below_the_folder_are_located(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("x")
    assert located(tmp_path, "/page.html") == (tmp_path / "page.html").resolve()
    assert located(tmp_path, "page.html") is None
    assert located(tmp_path, str(Path("/etc/passwd"))) is None


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST:1"])
def test_names_of_this_machine_are_answered(served: EditionServer, host: str) -> None:
    assert ask(served.server_port, "/", host=host)[0] == 200


@pytest.mark.parametrize("host", ["example.org", "example.org:8000", "127.0.0.1.example.org", "", "localhost.evil"])
def test_other_names_are_refused(served: EditionServer, host: str) -> None:
    for path in ("/", "/-/events", "/-/reload.js"):
        status, _, body = ask(served.server_port, path, host=host)
        assert status == 403
        assert b"Front" not in body


def test_nothing_can_be_sent_to_the_server(served: EditionServer) -> None:
    assert ask(served.server_port, "/", method="POST")[0] == 501


def test_the_server_listens_on_the_loopback_address_alone(served: EditionServer) -> None:
    assert served.socket.getsockname()[0] == "127.0.0.1"


class Events:
    """The stream of builds, read event by event."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.connection.request("GET", "/-/events")
        self.answer = self.connection.getresponse()

    def next(self) -> dict[str, object]:
        while True:
            line = self.answer.readline()
            assert line, "the stream ended"
            if line.startswith(b"data: "):
                event: dict[str, object] = json.loads(line[6:])
                return event

    def close(self) -> None:
        self.answer.close()
        self.connection.close()


def test_each_build_is_told_to_every_page(served: EditionServer) -> None:
    events = [Events(served.server_port), Events(served.server_port)]
    assert [each.next()["build"] for each in events] == [0, 0]
    served.state.tell(["index.html"], "letter.txt: error")
    for each in events:
        assert each.next() == {"build": 1, "written": ["index.html"], "trouble": "letter.txt: error"}
        each.close()


# The command, in a process of its own.


class Serving:
    """A running `teiencode serve`."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        # An interrupt between the opening of a file and the start of its block is worth a warning to developers only.
        self.process = subprocess.Popen(
            [sys.executable, "-m", "teiencode", "serve", "--port", "0", *arguments],
            cwd=folder, env=environment(PYTHONWARNINGS=""), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.lines: list[str] = []
        self.reader = Thread(target=self._read)
        self.reader.start()
        self.port = int(self.wait_for(r"serving http://127\.0\.0\.1:(\d+)/"))

    def _read(self) -> None:
        assert self.process.stderr
        self.lines.extend(self.process.stderr)

    def wait_for(self, pattern: str, times: int = 1) -> str:
        end = time.monotonic() + 60
        while time.monotonic() < end:
            found = re.findall(pattern, "".join(list(self.lines)))
            if len(found) >= times:
                return str(found[times - 1])
            time.sleep(0.05)
        pytest.fail(f"{pattern} was not told:\n{''.join(self.lines)}")

    def end(self, number: int = signal.SIGINT) -> int:
        self.process.send_signal(number)
        status = self.process.wait(30)
        self.reader.join()
        for stream in (self.process.stdout, self.process.stderr):
            assert stream
            stream.close()
        return status


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    (tmp_path / "teiencode.toml").write_text(PROJECT)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "one.txt").write_text("A letter.\n\nThe text of it.\n")
    (tmp_path / "texts" / "two.txt").write_text("Another letter.\n\nIts text.\n")
    return tmp_path


def test_a_change_is_built_told_and_served(edition: Path) -> None:
    running = Serving(edition)
    try:
        events = Events(running.port)
        assert events.next()["build"] == 1
        times = {path: path.stat().st_mtime_ns for path in (edition / "site" / "two").iterdir()}
        (edition / "texts" / "one.txt").write_text("A letter.\n\nThe words of it.\n")
        told = events.next()
        assert told["trouble"] == ""
        written = told["written"]
        assert isinstance(written, list)
        assert "one/index.html" in written
        assert not [name for name in written if name.startswith("two/")]
        assert {path: path.stat().st_mtime_ns for path in times} == times
        assert b"The words of it." in ask(running.port, "/one/")[2]
        # A sidecar, and a new source.
        (edition / "texts" / "two.toml").write_text('[header]\ntitle = "By another name"\n')
        assert "two/index.html" in str(events.next()["written"])
        assert b"By another name" in ask(running.port, "/")[2]
        (edition / "texts" / "three.txt").write_text("A third.\n")
        assert "three/index.html" in str(events.next()["written"])
        # The project file.
        (edition / "teiencode.toml").write_text(PROJECT.replace("Two letters", "Three letters"))
        assert "index.html" in str(events.next()["written"])
        assert b"Three letters" in ask(running.port, "/")[2]
        events.close()
        for page in (edition / "site").rglob("*.html"):
            assert b"/-/reload.js" not in page.read_bytes()
    finally:
        assert running.end() == 0
    assert running.lines[-1] == "stopped\n"
    assert "Traceback" not in "".join(running.lines)


def test_images_and_the_editions_own_stylesheets_are_watched(edition: Path) -> None:
    (edition / "xslt").mkdir()
    (edition / "scans").mkdir()
    (edition / "tei").mkdir()
    (edition / "scans" / "1.png").write_bytes(PNG)
    (edition / "tei" / "mill.png").write_bytes(PNG)
    (edition / "tei" / "figures.xml").write_text(FIGURES)
    own = '[publish]\nstylesheets = "xslt"\nimages = "scans"\n'
    (edition / "teiencode.toml").write_text(PROJECT.replace("[publish]\n", own))
    running = Serving(edition)
    try:
        events = Events(running.port)
        events.next()
        for name, place in (("tei/mill.png", "figures/mill.png"), ("scans/1.png", "figures/edition-images/1.png")):
            assert ask(running.port, f"/{place}")[2] == PNG
            (edition / name).write_bytes(PNG + b"changed")
            assert place in str(events.next()["written"])
            assert ask(running.port, f"/{place}")[2] == PNG + b"changed"
        (edition / "xslt" / "reading.xsl").write_text(STYLESHEET)
        assert "figures/index.html" in str(events.next()["written"])
        assert b"A colophon" in ask(running.port, "/figures/")[2]
        events.close()
    finally:
        assert running.end() == 0


def test_the_pages_are_told_before_the_book_is_set(edition: Path) -> None:
    (edition / "teiencode.toml").write_text(PROJECT.replace('["html"]', '["html", "pdf"]'))
    running = Serving(edition)
    try:
        events = Events(running.port)
        assert events.next()["build"] == 2
        (edition / "texts" / "one.txt").write_text("A letter.\n\nThe words of it.\n")
        pages, book = (str(events.next()["written"]) for _ in range(2))
        assert ("one/index.html" in pages, "edition.pdf" in pages) == (True, False)
        assert ("one/index.html" in book, "edition.pdf" in book) == (False, True)
        events.close()
    finally:
        assert running.end() == 0


def test_errors_are_told_in_the_terminal_and_in_the_page_and_end_nothing(edition: Path) -> None:
    running = Serving(edition)
    try:
        events = Events(running.port)
        events.next()
        (edition / "texts" / "two.toml").write_text("[heder]\n")
        told = events.next()
        assert "unknown key heder" in str(told["trouble"])
        assert "two.toml:1:2" in str(told["trouble"])
        running.wait_for("unknown key heder")
        (edition / "teiencode.toml").write_text("[edition\n")
        assert "no TOML" in str(events.next()["trouble"])
        assert b"Another letter" in ask(running.port, "/two/")[2], "the page stands as it was"
        (edition / "teiencode.toml").write_text(PROJECT)
        assert "unknown key heder" in str(events.next()["trouble"])
        (edition / "texts" / "two.toml").unlink()
        assert events.next()["trouble"] == ""
        events.close()
    finally:
        assert running.end(signal.SIGTERM) == 0
    assert "Traceback" not in "".join(running.lines)


def test_a_page_that_is_open_does_not_keep_the_server_from_ending(edition: Path) -> None:
    running = Serving(edition)
    events = Events(running.port)
    events.next()
    started = time.monotonic()
    assert running.end() == 0
    assert time.monotonic() - started < 5
    events.close()


def test_a_port_in_use_is_one_clear_message(edition: Path, teiencode: Command) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = teiencode("serve", "--port", str(taken.getsockname()[1]))
    assert done.status == 2
    assert "is in use" in done.err
    assert "--port 0" in done.err
    assert not (edition / "site").exists()


def test_without_a_project_there_is_nothing_to_serve(teiencode: Command, tmp_path: Path) -> None:
    done = teiencode("serve", "--port", "0")
    assert done.status == 2
    assert "teiencode.toml" in done.err
    assert list(tmp_path.iterdir()) == []
