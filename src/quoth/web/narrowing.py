"""What there is to narrow a search down by, each value with the address of the narrower one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from quoth.store.views.filter import Filter
from quoth.store.views.search import Counted, Facet, counted
from quoth.web.visit import Visit

_OPEN = ("entity", "kind", "form", "language")
"""Fields whose values are seen at once; those of the others when somebody opens them."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a field.

    Attributes:
        name: see `quoth.store.views.search.Value`.
        href: the address with this value, or without it where it is chosen.
    """

    name: str
    count: int
    href: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Narrower:
    """The values of a field; `others` have none of them, `open` where they are seen at once."""

    field: str
    choices: tuple[Choice, ...]
    others: int
    open: bool


def narrowed(visit: Visit, wanted: Filter, address: str) -> tuple[Counted, tuple[Narrower, ...]]:
    """How many statements a search finds, kept for those who ask next, and its narrower ones."""
    counts = visit.kept(("search", wanted), lambda c: counted(c, wanted))
    return counts, narrowers(counts, wanted, address)


def narrowers(counts: Counted, wanted: Filter, address: str) -> tuple[Narrower, ...]:
    """The fields with more than one value, and those that are chosen.

    Args:
        address: the beginning of each address; the query of a filter follows.
    """
    given = wanted.values()
    return tuple(
        Narrower(facet.field, tuple(_choices(facet, given, address)), facet.others, at_once)
        for facet in counts.facets
        if _divides(facet, given)
        for at_once in (facet.field in _OPEN,)
    )


def _divides(facet: Facet, given: dict[str, str]) -> bool:
    return len(facet.values) > 1 or facet.others > 0 or facet.values[0].filter[0][0] in given


def _choices(facet: Facet, given: dict[str, str], address: str) -> Iterator[Choice]:
    own = {name for name, _ in facet.values[0].filter}
    rest = address + urlencode({k: v for k, v in given.items() if k not in own})
    joint = "&" if len(rest) > len(address) else ""
    for value in facet.values:
        chosen = _all(given, value.filter)
        href = rest if chosen else f"{rest}{joint}{urlencode(value.filter)}"
        yield Choice(value.name, value.count, href, chosen)


def _all(given: dict[str, str], values: Iterable[tuple[str, str]]) -> bool:
    return all(given.get(name) == value for name, value in values)
