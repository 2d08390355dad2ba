"""The version of teiencode, as it stands in the header of every file that it writes."""

__version__ = "0.1.0"
