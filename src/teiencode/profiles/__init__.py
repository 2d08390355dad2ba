"""The profiles that come with teiencode, as data."""
