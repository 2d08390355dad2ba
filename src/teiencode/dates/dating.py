"""What TEI's dating attributes (class att.datable.w3c, with `@cert`) say of a date or a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Cert = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Dating:
    """A dating: `when` alone, or bounds (`from`/`to` of a stated range, `notBefore`/`notAfter` of a doubtful one)."""

    when: str | None = None
    from_: str | None = None
    to: str | None = None
    not_before: str | None = None
    not_after: str | None = None
    cert: Cert | None = None

    @property
    def attributes(self) -> tuple[tuple[str, str], ...]:
        """The TEI attributes and their values, in a fixed order; what is not known is left out."""
        pairs = (
            ("when", self.when),
            ("from", self.from_),
            ("to", self.to),
            ("notBefore", self.not_before),
            ("notAfter", self.not_after),
            ("cert", self.cert),
        )
        return tuple((name, value) for name, value in pairs if value is not None)

    @property
    def stated(self) -> bool:
        """Whether anything about the time is known."""
        return any((self.when, self.from_, self.to, self.not_before, self.not_after))

    def to_the_day(self) -> Dating:
        """The same dating without its times, as correspondence metadata (CMIF) wants it."""

        def day(value: str | None) -> str | None:
            return value and value.partition("T")[0]

        return Dating(day(self.when), day(self.from_), day(self.to), day(self.not_before), day(self.not_after), self.cert)


UNDATED = Dating()
"""A dating that says nothing: no attributes."""
