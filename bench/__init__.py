"""What teiencode does on hand-encoded data: quality, speed beside pandoc, and growth with the size of a text.

`make bench` runs the three programs. They only call the command `teiencode`, as a user would; the data lies outside
the repository (`TEIENCODE_BENCH`, else `../shared/bench`).
"""
