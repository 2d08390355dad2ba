"""What teiencode does on hand-encoded data: quality, calibration, speed beside pandoc, and growth with the size of a text.

`make bench` runs the programs. `quality`, `variants`, `speed` and `growth` only call the command `teiencode`, as a user would;
`calibration` and `fit` look at the margins and the evidence of single decisions. The data lies outside the repository
(`TEIENCODE_BENCH`, else `../shared/bench`).
"""
