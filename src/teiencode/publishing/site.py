"""An edition as a folder: a front page, and a folder for each document with its pages, its PDF, its TEI and its source.

    DIR/edition.pdf  edition.epub          all documents as one book, where there are several
    DIR/index.html  correspondents.html  classification.html  collections.html  search.html  search-index.js
    DIR/edition.css  print.css  edition.js  proofreading.js  search.js
    DIR/atom.xml  cmif.xml  sitemap.xml  oai.xml    what other machines read; edition-bag.zip for an archive
    DIR/NAME/index.html  diplomatic.html  tei.html  print.html  NAME.pdf  NAME.epub  NAME.xml  NAME.txt
    DIR/NAME/NAME.mods.xml  NAME.dc.xml    and images of the pages, where they lie beside the TEI

Only what its inputs call for anew is made again. Every file is written beside its place and renamed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass, field, replace
from functools import cache, partial
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

from teiencode import resources
from teiencode.diagnostic import Diagnostic
from teiencode.files import MISSING, TEI_SUFFIXES, UNWRITABLE, about, collect, make_folder, sweep, write_changed
from teiencode.project import Edition, Look
from teiencode.publishing import pagefind
from teiencode.publishing.bag import BAG, bag, is_kept
from teiencode.publishing.book import Chapter, book_pdf
from teiencode.publishing.codes import LEFT_OVER, NO_PAGEFIND, NO_TYPESETTER, NOT_SET, UNKNOWN_FORMAT, WRONG_STYLESHEET
from teiencode.publishing.document import NotPublishableError
from teiencode.publishing.entries import Entry, links_of, read_entries
from teiencode.publishing.epub import EDITION_EPUB, content_of, edition_day, edition_epub
from teiencode.publishing.links import Links
from teiencode.publishing.look import asset, logo_name
from teiencode.publishing.outputs import OUTPUTS, Output
from teiencode.publishing.overrides import Overrides, read_overrides
from teiencode.publishing.pages import Listed, Neighbour, Setting, edition_page
from teiencode.publishing.pdf import TypesettingError, is_available
from teiencode.publishing.records import Recorded, edition_record, possible_records
from teiencode.publishing.render import Rendered, Task, render
from teiencode.publishing.search import Indexed, index_script
from teiencode.publishing.stamps import Stamp, Stamps, digest_of
from teiencode.publishing.stylesheets import EDITION_NAMES, OVERRIDABLE, StylesheetError, edition_stylesheets, faults_of
from teiencode.version import __version__

FORMATS = ("html", "pdf", "epub", "text", "bag")
PAGEFIND = "pagefind"
"""A format that is made where it is asked for by name."""

ASSETS = ("edition.css", "print.css", "edition.js", "proofreading.js", "search.js")
"""Files that the pages share, as they lie beside the stylesheets."""

FRONT_PAGE = "index.html"
SEARCH_INDEX = "search-index.js"
BOOK = "edition.pdf"
TOGETHER = (BOOK, EDITION_EPUB, BAG)
"""What is made of all documents in one file."""


MANY_DOCUMENTS = 200
MOST_PROCESSES = 8


def processes_for(documents: int) -> int:
    """How many processes pay for so many documents: one, up to some hundreds, for each process compiles the stylesheets."""
    return min(os.cpu_count() or 1, MOST_PROCESSES) if documents > MANY_DOCUMENTS else 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What `publish` did. Paths are those of files below `output`; a file is `unchanged` where its bytes are as they were.

    `documents` are the names in the order of the edition. `diagnostics` tell what could not be published or shown.
    """

    output: Path
    documents: tuple[str, ...] = ()
    written: tuple[Path, ...] = ()
    unchanged: tuple[Path, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def front_page(self) -> Path:
        """The page to open."""
        return self.output / FRONT_PAGE


@dataclass(slots=True)
class _Run:
    """What a run has done so far."""

    stamps: Stamps
    look: Look
    overrides: Overrides
    written: list[Path] = field(default_factory=list)
    unchanged: list[Path] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def kept(self, name: str) -> None:
        """The file is as its inputs call for; nothing was made."""
        self.stamps.keep(name)
        self.unchanged.append(self.stamps.folder / name)

    def made(self, name: str, stamp: Stamp, changed: bool) -> None:
        """The file was made, and differs from what stood there or not."""
        self.stamps.present[name] = stamp
        (self.written if changed else self.unchanged).append(self.stamps.folder / name)

    def put(self, name: str, inputs: str, make: Callable[[], bytes]) -> None:
        """Make a file of the edition as a whole, where its inputs call for it."""
        if self.stamps.is_current(name, inputs):
            self.kept(name)
            return
        path = self.stamps.folder / name
        try:
            data = make()
            self.made(name, Stamp(inputs, sha256(data).hexdigest()), write_changed(path, data))
        except StylesheetError as error:
            self.diagnostics += error.faults or [about(str(path), NOT_SET, f"the file could not be made: {error}")]
        except (TypesettingError, NotPublishableError) as error:
            self.diagnostics.append(about(str(path), NOT_SET, f"the file could not be made: {error}"))
        except OSError as error:
            self.diagnostics.append(about(str(path), UNWRITABLE, f"cannot be written: {error.strerror or error}"))


def publish(
    paths: Iterable[str | os.PathLike[str]],
    output: str | os.PathLike[str],
    *,
    edition: Edition | None = None,
    formats: Collection[str] = FORMATS,
    look: Look | None = None,
    jobs: int = 1,
    together: bool = True,
    progress: Callable[[str], None] | None = None,
) -> Published:
    """Publish TEI files, and those in folders, as an edition in the folder `output`.

    `formats` are of `FORMATS`; the TEI and, where teiencode wrote it, its source text are always published.
    `look` is the edition's own: colours, logo, stylesheets; where one of these is wrong nothing is published. `jobs`
    processes share the work (more than one pays from some hundred documents on); `progress` is called with the
    name of each document that is done. Without `together` what is made of all documents in one file (book, EPUB, bag) stands as
    it was, for it takes the longest. Raises nothing for a document's sake: what failed is among the diagnostics.
    """
    edition = edition or Edition()
    folder = Path(output)
    inputs, failures = collect([os.fspath(path) for path in paths], TEI_SUFFIXES, besides=(folder,))
    if failure := make_folder(folder):
        return Published(output=folder, diagnostics=(*failures, failure))
    look = look or Look()
    overrides, wrong = read_overrides(look.stylesheets, resources.folder("xslt"), OVERRIDABLE)
    if not any(each.severity == "error" for each in wrong):
        wrong += faults_of(overrides)
    wrong += _missing_logo(look)
    if any(each.severity == "error" for each in wrong):
        return Published(output=folder, diagnostics=(*failures, *wrong))
    sweep(folder)
    run = _Run(Stamps.read(folder), look, overrides, diagnostics=[*failures, *wrong])
    formats = _possible(formats, run)
    named = [(each.name, each.path) for each in inputs if each.path is not None]
    with TemporaryDirectory(prefix="teiencode-") as alone:
        return _published(named, Path(alone), formats, edition, jobs, together, progress, run)


def _published(
    named: Sequence[tuple[str, Path]],
    alone: Path,
    formats: Collection[str],
    edition: Edition,
    jobs: int,
    together: bool,
    progress: Callable[[str], None] | None,
    run: _Run,
) -> Published:
    """All of it; the documents of corpora lie in the folder `alone` meanwhile, each as a file."""
    folder = run.stamps.folder
    read = sorted(read_entries(named, alone, edition, run.diagnostics), key=lambda entry: entry.order)
    entries = [entry for entry in read if not entry.parted]
    styles = _digest_of_styles(run.overrides)
    _put_shared(entries, formats, edition, styles, run)
    links = links_of(read, run.look.images, run.diagnostics)
    if "html" in formats:
        for name, each in links.items():
            _put_images(name, each, run)
    tasks = list(_tasks(entries, links, formats, edition, styles, run))
    for corpus in read:
        if corpus.parted:
            tasks += _tasks([corpus], links, formats, edition, styles, run)
    with _rendered(tasks, jobs) as results:
        # Other processes are at work on the documents meanwhile.
        if together and _has_book(entries, formats):
            inputs = _inputs_of_book(entries, links, edition, styles)
            run.put(BOOK, inputs, partial(_book, entries, links, edition, run.overrides))
        for result in results:
            run.diagnostics += result.diagnostics
            for file_name, stamp in result.stamps.items():
                run.made(f"{result.name}/{file_name}", stamp, file_name in result.changed)
            if progress:
                progress(result.name)
    if together and _is_one_epub(entries, formats):
        _put_epub(entries, edition, styles, run)
    if together and "bag" in formats:
        _put_bag(edition, run)
    if not together:
        for name in TOGETHER:
            run.stamps.keep(name)
    sources = dict(named)
    files = {str(entry.path): str(sources[entry.whole.name]) for entry in entries if entry.whole.name}
    run.diagnostics = list(dict.fromkeys(replace(each, file=files.get(each.file or "", each.file)) for each in run.diagnostics))
    wrong_styles = any(each.code == WRONG_STYLESHEET.code for each in run.diagnostics)
    troubled = [Path(each.file) for each in run.diagnostics if each.severity == "error" and each.file]
    failed = {name for path in troubled for name in (path.stem, *TOGETHER)}
    for name in run.stamps.left_over():
        if wrong_styles or name.split("/")[0] in failed:
            run.stamps.keep(name)
        else:
            message = "was published earlier, and is no longer part of the edition"
            run.diagnostics.append(about(str(folder / name), LEFT_OVER, message))
    try:
        run.stamps.write()
    except OSError as error:
        run.diagnostics.append(about(str(folder), UNWRITABLE, f"cannot be written: {error.strerror or error}"))
    return Published(
        output=folder,
        documents=tuple(entry.name for entry in entries),
        written=tuple(run.written),
        unchanged=tuple(run.unchanged),
        diagnostics=tuple(run.diagnostics),
    )


def _possible(formats: Collection[str], run: _Run) -> tuple[str, ...]:
    """The formats that can be made, with a diagnostic for each that cannot."""
    possible = []
    for each in dict.fromkeys(formats):
        if each not in (*FORMATS, PAGEFIND):
            run.diagnostics.append(UNKNOWN_FORMAT.at(None, f"the format {each} is not made by this version"))
        elif each == "pdf" and not is_available():
            run.diagnostics.append(NO_TYPESETTER.at(None, "PDF needs the package typst, which is not installed"))
        elif each == PAGEFIND and not pagefind.is_available():
            run.diagnostics.append(
                NO_PAGEFIND.at(None, "the search by Pagefind needs the package pagefind, which is not installed")
            )
        else:
            possible.append(each)
    return tuple(possible)


def _missing_logo(look: Look) -> list[Diagnostic]:
    if look.logo is None or look.logo.is_file():
        return []
    cure = "check the name; it is taken from the folder of teiencode.toml"
    return [about(str(look.logo), MISSING, "no such file; publish.logo names it", cure)]


def _digest_of_styles(overrides: Overrides) -> str:
    """A digest of all that is the same for every document: the stylesheets and the programs that run them."""
    folder = resources.folder("xslt")
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    parts = [f"{path.relative_to(folder).as_posix()} {sha256(path.read_bytes()).hexdigest()}" for path in files]
    parts += [f"edition {name} {digest}" for name, digest in overrides.files]
    return digest_of(__version__, _version_of("saxonche"), _version_of("typst"), *parts)


def _version_of(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _forms(entry: Entry, formats: Collection[str]) -> tuple[str, ...]:
    """The forms that the pages of a document link to."""
    forms = [form for asked, form in (("pdf", "pdf"), ("epub", "epub"), ("text", "reading")) if asked in formats]
    return (*forms, *(("txt",) if entry.own else ()))


def _put_shared(entries: Sequence[Entry], formats: Collection[str], edition: Edition, styles: str, run: _Run) -> None:
    """The pages of the edition as a whole, and what all pages share."""
    if "html" not in formats:
        return
    colours = digest_of(styles, repr((run.look.colours, run.look.dark_colours)))
    for name in ASSETS:
        run.put(name, colours, partial(asset, name, run.look))
    logo = run.look.logo
    if logo is not None:
        run.put(logo_name(run.look), digest_of(sha256(logo.read_bytes()).hexdigest()), logo.read_bytes)
    listed = [Listed(name=entry.name, header=entry.header, forms=_forms(entry, formats)) for entry in entries]
    whole = (*(("pdf",) if _has_book(entries, formats) else ()), *(("epub",) if _is_one_epub(entries, formats) else ()))
    searched = PAGEFIND in formats and bool(entries)
    inputs = digest_of(
        styles,
        repr(astuple(edition)),
        repr(whole),
        logo_name(run.look),
        repr(searched),
        *(repr(astuple(each)) for each in listed),
    )
    for name in EDITION_NAMES:
        run.put(f"{name}.html", inputs, partial(_edition_page, name, listed, edition, whole, searched, run))
    indexed = [Indexed(name=entry.name, path=entry.path, title=entry.title, date=entry.date) for entry in entries]
    run.put(
        SEARCH_INDEX,
        digest_of(__version__, *(f"{entry.name} {entry.digest}" for entry in entries)),
        partial(index_script, indexed),
    )
    if searched:
        _put_pagefind(indexed, entries, run)
    _put_records(entries, formats, edition, styles, run)


def _put_images(name: str, links: Links, run: _Run) -> None:
    """The images of a document, where its pages and its TEI look for them."""
    for _, image in links.images:
        place = f"{name}/{image.path}"
        if failure := make_folder((run.stamps.folder / place).parent):
            run.diagnostics.append(failure)
            return
        run.put(place, image.digest, image.file.read_bytes)


def _put_pagefind(indexed: Sequence[Indexed], entries: Sequence[Entry], run: _Run) -> None:
    """The index of Pagefind, whole or not at all; the pieces of an earlier one, which nothing refers to any more, are removed."""
    inputs = digest_of(_version_of("pagefind"), *(f"{entry.name} {entry.digest}" for entry in entries))
    earlier = [name for name in run.stamps.earlier if name.startswith(f"{pagefind.FOLDER}/")]
    if pagefind.NAME in earlier and all(run.stamps.is_current(name, inputs) for name in earlier):
        for name in earlier:
            run.kept(name)
        return
    files = pagefind.pagefind_files(indexed)
    for name in sorted(files):
        if failure := make_folder((run.stamps.folder / name).parent):
            run.diagnostics.append(failure)
            return
        run.put(name, inputs, partial(files.__getitem__, name))
    for name in earlier:
        if name not in files:
            (run.stamps.folder / name).unlink(missing_ok=True)


def _put_records(entries: Sequence[Entry], formats: Collection[str], edition: Edition, styles: str, run: _Run) -> None:
    """What the edition as a whole tells other machines."""
    documents = [
        Recorded(name=entry.name, header=entry.header, forms=_forms(entry, formats), day=entry.day, published=entry.published)
        for entry in entries
    ]
    names, lacking = possible_records(edition)
    run.diagnostics += lacking
    day = edition_day((entry.day for entry in entries), edition)
    inputs = digest_of(styles, repr(astuple(edition)), day, *(repr(astuple(each)) for each in documents))
    for name in names if documents else ():
        run.put(f"{name}.xml", inputs, partial(_edition_record, name, documents, edition, day, run))


def _edition_record(name: str, documents: Sequence[Recorded], edition: Edition, day: str, run: _Run) -> bytes:
    return edition_record(name, documents, edition_stylesheets(run.overrides), edition=edition, day=day)


def _edition_page(
    name: str, listed: Sequence[Listed], edition: Edition, whole: Collection[str], searched: bool, run: _Run
) -> bytes:
    records, _ = possible_records(edition)
    return edition_page(name, listed, edition_stylesheets(run.overrides), edition, whole, logo_name(run.look), records, searched)


def _has_book(entries: Sequence[Entry], formats: Collection[str]) -> bool:
    """One document alone is its own book."""
    return "pdf" in formats and len(entries) > 1


def _inputs_of_book(entries: Sequence[Entry], links: Mapping[str, Links], edition: Edition, styles: str) -> str:
    documents = (f"{entry.name} {entry.digest} {entry.day} {links[entry.name].told}" for entry in entries)
    return digest_of(styles, repr(astuple(edition)), *documents)


def _book(entries: Sequence[Entry], links: Mapping[str, Links], edition: Edition, overrides: Overrides) -> bytes:
    chapters = [Chapter(name=entry.name, path=entry.path, header=entry.header, links=links[entry.name]) for entry in entries]
    return book_pdf(chapters, edition=edition, day=max(entry.day for entry in entries), overrides=overrides)


def _is_one_epub(entries: Sequence[Entry], formats: Collection[str]) -> bool:
    """One document alone is its own book here too."""
    return "epub" in formats and len(entries) > 1


def _put_epub(entries: Sequence[Entry], edition: Edition, styles: str, run: _Run) -> None:
    """The EPUB of the whole edition, of those of the documents; one that could not be made is not in it."""
    made = {entry: stamp for entry in entries if (stamp := run.stamps.present.get(_epub_of(entry)))}
    day = edition_day((entry.day for entry in made), edition)

    def make() -> bytes:
        contents = [content_of(run.stamps.folder / _epub_of(entry), entry.name, entry.header) for entry in made]
        return edition_epub(contents, edition_stylesheets(run.overrides), edition=edition, day=day)

    if made:
        parts = [f"{entry.name} {stamp.output} {digest_of(entry.header)}" for entry, stamp in made.items()]
        run.put(EDITION_EPUB, digest_of(styles, repr(astuple(edition)), day, *parts), make)


def _put_bag(edition: Edition, run: _Run) -> None:
    """The bag of all that is to be kept; whatever could not be made is not in it."""
    kept = {name: stamp.output for name, stamp in sorted(run.stamps.present.items()) if is_kept(name)}

    def make() -> bytes:
        return bag({name: (run.stamps.folder / name).read_bytes() for name in kept}, edition)

    if kept:
        parts = [f"{name} {output}" for name, output in kept.items()]
        run.put(BAG, digest_of(__version__, repr(astuple(edition)), *parts), make)


def _epub_of(entry: Entry) -> str:
    return f"{entry.name}/{entry.name}.epub"


def _tasks(
    entries: Sequence[Entry], links: Mapping[str, Links], formats: Collection[str], edition: Edition, styles: str, run: _Run
) -> Iterator[Task]:
    """What is to be done for each document. Files that are as they should be are kept, and asked of nobody."""
    outputs = [output for output in OUTPUTS if output.format is None or output.format in formats]
    for at, entry in enumerate(entries):
        setting = Setting(
            name=entry.name,
            edition=edition,
            forms=_forms(entry, formats),
            previous=_neighbour(entries, at - 1),
            following=_neighbour(entries, at + 1),
            logo=logo_name(run.look),
            whole=entry.whole,
            links=links[entry.name],
        )
        wanted = {}
        for output in outputs:
            if output.own and not entry.own:
                continue
            file_name = output.called(entry.name)
            inputs = _inputs(output, entry, setting, styles)
            if run.stamps.is_current(f"{entry.name}/{file_name}", inputs):
                run.kept(f"{entry.name}/{file_name}")
            else:
                wanted[file_name] = inputs
        if wanted:
            yield Task(
                path=entry.path, folder=run.stamps.folder / entry.name, wanted=wanted, setting=setting, overrides=run.overrides
            )


def _inputs(output: Output, entry: Entry, setting: Setting, styles: str) -> str:
    """A digest of all that a file is made of."""
    parts = [entry.digest, __version__ if output.own else ""]
    if output.styled:
        parts += [styles, _told_of(setting.edition), entry.name, setting.links.told]
    if output.around:
        parts.append(
            repr((setting.logo, setting.whole.name, setting.forms, astuple(setting.previous), astuple(setting.following)))
        )
    if output.dated:
        parts.append(entry.day)
    return digest_of(*parts)


@cache
def _told_of(edition: Edition) -> str:
    """All that is known of an edition, for a digest; asked for each file of each document."""
    return repr(astuple(edition))


def _neighbour(entries: Sequence[Entry], at: int) -> Neighbour:
    return Neighbour(entries[at].name, entries[at].title) if 0 <= at < len(entries) else Neighbour()


@contextmanager
def _rendered(tasks: Sequence[Task], jobs: int) -> Iterator[Iterator[Rendered]]:
    """The documents, each as it is done; several processes begin at once."""
    for task in tasks:
        sweep(task.folder)
    if jobs == 1 or len(tasks) < 2:
        yield map(render, tasks)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Fresh processes: a processor of stylesheets does not outlive a fork or the thread that made it.
    with ProcessPoolExecutor(min(jobs, len(tasks)), mp_context=get_context("spawn")) as pool:
        try:
            yield pool.map(render, tasks, chunksize=max(1, min(32, len(tasks) // (jobs * 4))))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
