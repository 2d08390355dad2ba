"""ODD, TEI's language for schemas: a customisation read with its sources, and written as RELAX NG, XSD, Schematron and HTML.

An ODD names parts of a source (TEI itself, or another ODD) and changes them (TEI Guidelines, chapters 23, *Documentation
Elements*, and 24, *Using the TEI*). The way: `reading` → `specifications` (what a file declares) → `customisation` (modules
chosen, changes made) → `Schema`, of which the writers in `outputs` each make one kind of file.
"""
