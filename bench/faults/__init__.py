"""Documents with one known fault each, and what the validator makes of them: `python -m bench.faults`.

A kind of fault is a function that makes one in a valid document and says where it is and what would cure it
(`ill_formed`, `grammar`, `rules`); `documents` makes the valid documents; `__main__` counts what was found, at which line and
column, whether the cure is among the first three suggestions, and what was said too many.
"""
