"""How a page says days, moments, measures and countries to its reader."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.model import Quantity
from quoth.web import moments
from quoth.web.days import day_of
from quoth.web.words import locale, number


@dataclass(frozen=True, slots=True)
class Say:
    """The words of one language of the interface.

    Attributes:
        language: one of `quoth.web.words.LANGUAGES`.
    """

    language: str

    def day(self, value: str | None) -> str:
        """A day, a month or a year; see `quoth.web.days.day_of`."""
        return day_of(value, self.language)

    def moment(self, value: str | None) -> str:
        """A day with the time of day, where the value has it."""
        return moments.moment_of(value, self.language)

    def clock(self, value: str) -> str:
        """The time of day of a moment; empty where it has none."""
        return moments.clock_of(value, self.language)

    def length(self, timex: str) -> str | None:
        """How long a TIMEX3 duration is; None of what is none of one unit."""
        return moments.length_of(timex, self.language)

    def measure(self, value: float, quantity: Quantity) -> str:
        """A number with the unit of a quantity."""
        return moments.measure_of(value, quantity, self.language)

    def number(self, value: float) -> str:
        """A number."""
        return number(value, self.language)

    def country(self, code: str) -> str:
        """A country (ISO 3166-1 alpha-2); a code that is none as it is."""
        return str(locale(self.language).territories.get(code, code))

    def tongue(self, code: str) -> str:
        """A language (BCP 47); a code that is none as it is."""
        known = locale(self.language).languages
        return str(known.get(code.replace("-", "_"), known.get(code.partition("-")[0], code)))
