"""Which published files are still what the inputs call for, so that a second run writes only what changed.

The folder of the edition holds one small file: for each published file a digest of all that went into it (the TEI, the
stylesheets, the edition, the neighbours, the version) and the digest of the bytes that were written.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from teiencode.files import write_changed

FILE_NAME = ".teiencode-site.json"


@dataclass(frozen=True, slots=True)
class Stamp:
    """One published file: the digest of its inputs, and of its bytes."""

    inputs: str
    output: str


@dataclass(slots=True)
class Stamps:
    """The stamps of an edition's folder. `earlier` is what the last run left, `present` what this run knows to stand there."""

    folder: Path
    earlier: dict[str, Stamp] = field(default_factory=dict)
    present: dict[str, Stamp] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> Stamps:
        """The stamps in `folder`; none where there is no such file, or one that cannot be understood."""
        try:
            entries = json.loads((folder / FILE_NAME).read_bytes())
            earlier = {str(name): Stamp(str(inputs), str(output)) for name, (inputs, output) in entries.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            earlier = {}
        return cls(folder, earlier)

    def is_current(self, name: str, inputs: str) -> bool:
        """Whether the file `name` (a path below the folder, with `/`) was made of these inputs and stands unchanged."""
        stamp = self.earlier.get(name)
        if stamp is None or stamp.inputs != inputs:
            return False
        try:
            standing = (self.folder / name).read_bytes()
        except OSError:
            return False
        return sha256(standing).hexdigest() == stamp.output

    def keep(self, name: str) -> None:
        """The file stands as the last run left it."""
        if name in self.earlier:
            self.present[name] = self.earlier[name]

    def left_over(self) -> tuple[str, ...]:
        """The files that an earlier run published, that this one did not, and that are still there."""
        return tuple(sorted(name for name in self.earlier.keys() - self.present.keys() if (self.folder / name).exists()))

    def write(self) -> None:
        """Keep the stamps for the next run; those of left-over files stay too. Raises `OSError`."""
        stamps = {name: self.earlier[name] for name in self.left_over()} | self.present
        entries = {name: [stamps[name].inputs, stamps[name].output] for name in sorted(stamps)}
        write_changed(self.folder / FILE_NAME, (json.dumps(entries, indent=0) + "\n").encode())


def digest_of(*parts: str) -> str:
    """One digest of several texts."""
    return sha256(json.dumps(parts).encode()).hexdigest()
