"""From TEI files to an edition: HTML in a reading and a diplomatic view, PDF, the TEI and the source text."""

from teiencode.publishing.site import FORMATS, Published, processes_for, publish

__all__ = ["FORMATS", "Published", "processes_for", "publish"]
