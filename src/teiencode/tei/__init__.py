"""The only place that knows TEI's names, and the only writer of TEI."""
