"""What has changed since the last build, found by looking at the times and sizes of the files it was made of.

Looking, and no notice of the system: it needs no library, and sees changes on network drives and in containers too. A look at a
thousand files takes some milliseconds.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from teiencode.build import source_inputs
from teiencode.files import TEI_SUFFIXES
from teiencode.project import Project
from teiencode.publishing.images import SUFFIXES

Snapshot = Mapping[str, tuple[int, int]]
"""For each file its time (nanoseconds) and its size."""


def snapshot(files: Iterable[Path]) -> Snapshot:
    """The time and size of each file that is there."""
    seen: dict[str, tuple[int, int]] = {}
    for path in files:
        try:
            status = path.stat()
        except OSError:
            continue
        seen[os.fspath(path)] = (status.st_mtime_ns, status.st_size)
    return seen


class Watch:
    """The files that an edition is made of, and how they stood at the last build."""

    def __init__(self, path: Path) -> None:
        """Watch the project file at `path`, and what the project names."""
        self._path = path
        self._inputs: Snapshot = {}
        self._tei: Snapshot = {}

    def before(self, project: Project) -> None:
        """A build begins: what is changed from now on is for the next."""
        self._inputs = snapshot(self._files(project))

    def after(self, project: Project) -> None:
        """The build is over. It wrote the TEI itself, so that is looked at now."""
        self._tei = snapshot(_tei(project))

    def changes(self, project: Project) -> tuple[str, ...]:
        """The files that are new, gone, or otherwise than at the last build, sorted."""
        now = (snapshot(self._files(project)), snapshot(_tei(project)))
        changed = [
            name
            for earlier, later in zip((self._inputs, self._tei), now, strict=True)
            for name in earlier.keys() | later.keys()
            if earlier.get(name) != later.get(name)
        ]
        return tuple(sorted(changed))

    def _files(self, project: Project) -> Iterable[Path]:
        yield self._path
        inputs, _ = source_inputs(project)
        for each in inputs:
            if each.path is not None:
                yield each.path
            if each.sidecar is not None:
                yield each.sidecar
        look, validate = project.publish.look, project.validate
        yield from filter(None, (look.logo, validate.schema, *(file for _, file in validate.catalogue)))
        if look.stylesheets is not None:
            yield from look.stylesheets.rglob("*.xsl")
        for folder in filter(None, (project.tei, look.images)):
            yield from (each for each in folder.rglob("*") if each.suffix.lower() in SUFFIXES)


def _tei(project: Project) -> Iterable[Path]:
    return (each for each in project.tei.rglob("*") if each.suffix.lower() in TEI_SUFFIXES)
