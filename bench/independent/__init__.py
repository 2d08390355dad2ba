"""Faults whose authors did not know the program: `python -m bench.independent [KIND …]`.

Four suites by four authors, who had the goal, the interface and TEI's own schema, and neither the program nor its messages. Each
made faults of 70 to 89 kinds, one in a document; those in the authors' own hand-encoded documents are kept here, and need no
other data than tei_all.rng.

A case names the document, what is changed in it, the places at any of which a finding is right (a line and a column), and words
of which the message or one of the first three suggestions must have one. With the names of kinds, what is said of each of their
cases that is not right is printed.
"""
