"""How many: numbers with their units and what they count."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quoth.model.span import Span


class QuantityType(StrEnum):
    """What a quantity measures."""

    COUNT = "count"
    """Things that are counted, or a bare number."""
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"
    """A physical measure: length, weight, area, temperature, …"""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something, as the page gives it.

    Attributes:
        type: count, money, percent or measure.
        low, high: the least and the greatest value; equal where it is exact, None where one side
            is open (“more than 40” has no high).
        unit: an ISO 4217 code (`USD`; `XXX` where the country of a currency is not known, `cent`,
            `penny`, `kopek` of hundredths alone), a CLDR unit (`kilogram`, `kilometer-per-hour`),
            `percent`; empty of counts.
        of: where the words stand that say what is counted (“rescuers”, “equipment”).
        mod: the comparator: `about`, `more`, `at-least`, `less`, `at-most`, `range`; empty of an
            exact number.
        why: what was read, and what was assumed (“comma read as the decimal mark of Spanish”).
    """

    type: QuantityType
    low: float | None
    high: float | None
    unit: str = ""
    of: Span | None = None
    mod: str = ""
    why: str = ""
