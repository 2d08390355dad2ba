"""Publishing beside other programs, in one run: `python -m bench.publishing_speed`.

- Both views of each document in HTML, as `publish` makes them, beside pandoc's time for a page each from the same texts.
- The PDF of each document beside the bare typesetter on the same markup.
- The edition as one book; the index of the search; a second run with nothing to do, and with one document changed.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pypandoc

from bench.data import OUTPUT, Collection, data_or_exit
from bench.process import Run, run
from bench.quality import encode, fresh
from teiencode.project import Edition
from teiencode.publishing.document import read_document
from teiencode.publishing.pages import Setting
from teiencode.publishing.pdf import attachment_of, document_pdf, pdf_day, typeset, with_standards
from teiencode.publishing.render import Task, render
from teiencode.publishing.search import Indexed, index_script
from teiencode.publishing.site import processes_for
from teiencode.publishing.stylesheets import stylesheets

VIEWS = ("index.html", "diplomatic.html")
PDFS = 100
"""How many documents are set for the comparison with the bare typesetter: every sixth."""
HTML_GOAL, PDF_GOAL = 0.1, 1.5
CHANGED = b"<!-- changed -->"


def main() -> int:
    """Measure, print the tables, and return the exit status: 1 when a command failed."""
    collection = Collection("frus", data_or_exit() / "frus")
    tei = encode(collection, OUTPUT / "frus")
    faults = html(collection, tei)
    pdf(tei)
    index(tei)
    faults += again(tei)
    return 1 if faults else 0


def html(collection: Collection, tei: Path) -> int:
    """Pages by us and by pandoc; returns how many runs failed."""
    output = fresh(OUTPUT / "views")
    ours = run([sys.executable, "-m", "bench.publishing_speed", str(tei), str(output)])
    pandoc = pypandoc.get_pandoc_path()
    page = OUTPUT / "pandoc.html"
    command = [pandoc, "--from", "markdown", "--to", "html", "--standalone", "--metadata", "title=Page", "--output", str(page)]
    calls = [run([*command, str(text)]) for text in collection.texts]
    theirs = sum(call.seconds for call in calls)
    count = len(collection.texts)
    print(f"\npublishing: {count} documents, process start included")
    print(f"{'':46}{'seconds':>9}{'ms a document':>15}{'of pandoc':>11}{'goal':>7}")
    row("both views of each", ours.seconds, count, theirs, HTML_GOAL)
    row("pandoc, a page of each", theirs, count, theirs)
    work = sum(call.processor for call in calls)
    row("both views of each, processor time", ours.processor, count, work)
    row("pandoc, processor time", work, count, work)
    made = sum(1 for view in VIEWS for _ in output.glob(f"*/{view}"))
    return (made != 2 * count) + (ours.status != 0) + sum(call.status != 0 for call in calls)


def row(name: str, seconds: float, count: int, other: float, goal: float | None = None) -> None:
    """Print one line of a table, with the time as a share of another's."""
    print(f"{name:46}{seconds:9.2f}{seconds / count * 1000:15.2f}{seconds / other:11.3f}" + (f"{goal:7.1f}" if goal else ""))


def views(tei: Path, output: Path) -> None:
    """Both views of each file, by as many processes as `publish` would start."""
    paths = sorted(tei.glob("*.xml"))
    edition = Edition(title="Bench")
    tasks = [
        Task(
            path=path,
            folder=output / path.stem,
            wanted=dict.fromkeys(VIEWS, ""),
            setting=Setting(name=path.stem, edition=edition),
        )
        for path in paths
    ]
    output.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(processes_for(len(tasks)), mp_context=get_context("spawn")) as pool:
        for _ in pool.map(render, tasks, chunksize=16):
            pass


def pdf(tei: Path) -> None:
    """The PDF of documents as we make it, and by the typesetter alone from the markup that we made of them."""
    paths = sorted(tei.glob("*.xml"))
    paths = paths[:: max(1, len(paths) // PDFS)]
    sheets, edition = stylesheets(), Edition(title="Bench")
    documents = [(path, path.read_bytes()) for path in paths]
    markup = []
    for path, data in documents:
        read = read_document(data)
        attached = attachment_of(path.stem, data, read)
        parameters = {"attached": attached.name, "date": "2000-01-01"}
        markup.append((sheets.run("print", sheets.parse(read.xml), parameters)[0], {"tei": attached.text}))
    typeset(*markup[0])

    def whole() -> None:
        for path, data in documents:
            read = read_document(data)
            attached = attachment_of(path.stem, data, read)
            document_pdf(sheets.parse(read.xml), sheets, edition=edition, day=pdf_day(read, edition), attached=attached)

    def bare() -> None:
        for text, inputs in markup:
            with_standards(text, inputs, "")

    ours, theirs = seconds_of(whole), seconds_of(bare)
    print(f"\n{len(paths)} PDFs{'':38}{'seconds':>9}{'ms a document':>15}{'of typst':>11}{'goal':>7}")
    row("from TEI to PDF", ours, len(paths), theirs, PDF_GOAL)
    row("typst alone on the same markup", theirs, len(paths), theirs)


def index(tei: Path) -> None:
    """The index of the edition's own search."""
    documents = [Indexed(name=path.stem, path=path, title=path.stem, date="") for path in sorted(tei.glob("*.xml"))]
    size = len(index_script(documents))
    print(
        f"\nsearch index of {len(documents)} documents: {seconds_of(lambda: index_script(documents)):.2f} s, {size / 1e6:.1f} MB"
    )


def again(tei: Path) -> int:
    """A whole edition with its book, then with nothing to do, then with one document changed; returns how many runs failed."""
    copy = fresh(OUTPUT / "changed")
    shutil.copytree(tei, copy)
    site = fresh(OUTPUT / "site")
    command = [sys.executable, "-m", "teiencode", "publish", str(copy), "--output", str(site), "--quiet"]
    runs: list[tuple[str, Run, int]] = []
    for name in ("first run, all forms", "second run", "one document changed"):
        if name.startswith("one"):
            path = sorted(copy.glob("*.xml"))[0]
            path.write_bytes(path.read_bytes().replace(b"</body>", CHANGED + b"</body>"))
        start = time.time_ns()
        measured = run(command)
        runs.append((name, measured, sum(path.stat().st_mtime_ns >= start for path in site.rglob("*") if path.is_file())))
    print(f"\n{'the whole edition':46}{'seconds':>9}{'peak MB':>9}{'files':>8}")
    for name, measured, files in runs:
        print(f"{name:46}{measured.seconds:9.2f}{measured.peak:9.0f}{files:8d}")
    return sum(measured.status not in (0, 1) for _, measured, _ in runs)


def seconds_of(work: Callable[[], object]) -> float:
    """How long it takes by the clock, the better of two times."""
    best = float("inf")
    for _ in range(2):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


if __name__ == "__main__":
    if len(sys.argv) == 3:
        views(Path(sys.argv[1]), Path(sys.argv[2]))
    else:
        sys.exit(main())
