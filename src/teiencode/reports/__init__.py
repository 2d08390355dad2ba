"""Reports: one module a format, each turning diagnostics in their places into text."""
