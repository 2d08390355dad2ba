"""teiencode: raw transcriptions to TEI P5 XML that an editor would sign."""

from teiencode.version import __version__

__all__ = ["__version__"]
