"""`teiencode serve`: the edition in a browser while one works on it."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from errno import EADDRINUSE
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import click

from teiencode.commands import options
from teiencode.commands.options import counted
from teiencode.console import Console
from teiencode.reports.placed import Placed

if TYPE_CHECKING:
    from teiencode.build import Built
    from teiencode.diagnostic import Diagnostic
    from teiencode.project import Project
    from teiencode.serving import EditionServer, State, Watch

LOOK_EVERY = 0.4
"""Seconds between two looks at the files."""


@click.command(epilog=options.examples("teiencode serve", "teiencode serve --port 9000 --config edition/teiencode.toml"))
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port; 0 takes any that is free."
)
@options.config
@options.quiet
@options.version
def command(port: int, config: Path | None, quiet: bool) -> int:
    """Build the edition, show it in a browser on this machine, and build again what changes.

    Ctrl-C ends it.
    """
    from teiencode.project import find_project
    from teiencode.serving import NO_PORT, EditionServer, State

    console = Console(quiet=quiet)
    path = config or find_project()
    project, slips = options.load_project(path)
    if slips or path is None:
        return console.give_up(slips or _nothing_to_serve(project))

    state = State()
    try:
        server = EditionServer(project.site, state, port)
    except OSError as error:
        why = "is in use" if error.errno == EADDRINUSE else f"cannot be had: {error.strerror}"
        return console.give_up([NO_PORT.at(None, f"port {port} of this machine {why}")])
    with _serving(server, state):
        try:
            _work(path, project, server, state, console)
        except KeyboardInterrupt:
            console.say("stopped")
    return options.DONE


def _nothing_to_serve(project: Project) -> list[Diagnostic]:
    from teiencode.build import source_inputs

    return source_inputs(project)[1]


@contextmanager
def _serving(server: EditionServer, state: State) -> Iterator[None]:
    """Serve in a thread. This one builds, for a processor of stylesheets stays with the thread that made it."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    earlier = {each: signal.signal(each, interrupt) for each in (signal.SIGINT, signal.SIGTERM)}
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        # A second Ctrl-C finds nothing to interrupt any more.
        for each in earlier:
            signal.signal(each, signal.SIG_IGN)
        state.close()
        server.shutdown()
        server.server_close()
        thread.join()
        for each, handler in earlier.items():
            signal.signal(each, handler)


def _work(path: Path, project: Project, server: EditionServer, state: State, console: Console) -> None:
    """Build, and again after each change, until interrupted."""
    from teiencode.serving import Watch

    watch = Watch(path)
    first = True
    slips: list[Diagnostic] = []
    while True:
        watch.before(project)
        if slips:
            console.fail(slips)
            state.tell((), _report(map(Placed, slips)))
        else:
            # The pages may have a new place.
            server.site = project.site
            _build(project, server, state, console, watch)
        if slips:
            watch.after(project)
        if first:
            console.say(f"serving {server.address}, Ctrl-C ends it")
            first = False
        changed: tuple[str, ...] = ()
        while not changed:
            time.sleep(LOOK_EVERY)
            changed = watch.changes(project)
        console.say(f"changed: {changed[0]}" + (f" and {len(changed) - 1} more" if len(changed) > 1 else ""))
        later, slips = options.load_project(path)
        # With a slip in the project file the edition stands as it was, and is watched as it was.
        project = project if slips else later


def _build(project: Project, server: EditionServer, state: State, console: Console, watch: Watch) -> None:
    """Build, and tell the pages twice: when they are made, and when the book and its like are, which take longer.

    Where something is changed before the second, that waits until nothing is.
    """
    from teiencode.build import Built, build
    from teiencode.serving import FAILED

    started = time.perf_counter()
    pages: Built | None = None

    def halfway(built: Built) -> bool:
        nonlocal pages
        watch.after(project)
        pages = replace(built, failures=[*built.failures], diagnostics=[*built.diagnostics])
        _tell(pages, Built(), server, state, console, started)
        return not watch.changes(project)

    try:
        built = build(project, progress=console.progress, halfway=halfway)
    except Exception as error:
        # A fault of the program ends no session of work: the server goes on with what there is.
        built = Built(failures=[FAILED.at(None, f"the build broke off: {type(error).__name__}: {error}")])
    if pages is None:
        watch.after(project)
    if pages is None or built.written != pages.written or built.failures != pages.failures:
        _tell(built, pages or Built(), server, state, console, started)


def _tell(built: Built, earlier: Built, server: EditionServer, state: State, console: Console, started: float) -> None:
    """Tell the terminal and the open pages what a build did, beyond what was told of it `earlier`."""
    told = [each for each in (*built.diagnostics, *built.findings) if each.diagnostic.severity != "info"]
    errors = [*map(Placed, built.failures), *(each for each in told if each.diagnostic.severity == "error")]
    console.fail([each for each in built.failures if each not in earlier.failures])
    console.report([each for each in told if each not in (*earlier.diagnostics, *earlier.findings)])
    written = [each.relative_to(server.site).as_posix() for each in built.written if each not in earlier.written]
    state.tell(written, _report(errors))
    console.say(f"{_summary(built)} ({time.perf_counter() - started:.1f} s)")


def _summary(built: Built) -> str:
    if built.unchanged:
        return f"{counted(built.documents, 'document')}, nothing to do"
    return f"{counted(built.encoded, 'TEI file')} and {counted(built.pages, 'page')} written"


def _report(placed: Iterable[Placed]) -> str:
    from teiencode.reports import text

    return text.render(placed)
