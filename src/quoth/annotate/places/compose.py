"""A weighed name as the place that it names."""

from __future__ import annotations

from quoth.annotate.places.names import Sense
from quoth.annotate.places.resolve import Group
from quoth.atlas import AreaKind, region_name, region_of
from quoth.model import Place, PlaceCandidate, PlaceType

CLEAR = 0.6
"""The share of the weights from which the likeliest sense is chosen: one half again as likely as
all others together (eval/places, dev: below it, more than one choice in three is wrong)."""

MOST = 5
"""Candidates that a place keeps; the others have next to no weight."""


def place(group: Group) -> tuple[Place, float]:
    """The place that all mentions of a group name, and how sure it is, 0 to 1."""
    order = sorted(range(len(group.senses)), key=lambda i: -group.weights[i])
    best, share = group.senses[order[0]], group.weights[order[0]]
    clear = share >= CLEAR
    candidates = _candidates(group, order[:MOST]) if len(order) > 1 else ()
    country = best.country if clear or len({s.country for s in group.senses}) == 1 else ""
    spot = best.spot if clear else None
    at = spot or (best.area if clear else None)
    value = Place(
        best.type,
        name_of(best) if clear else "",
        spot.id if spot else None,
        country,
        _region(best) if clear else "",
        at.latitude if at else None,
        at.longitude if at else None,
        _why(group, order, clear=clear),
        candidates,
    )
    return value, round(share, 3)


def _region(sense: Sense) -> str:
    if sense.area is not None:
        return sense.area.region
    return sense.region or region_of(sense.country)


def name_of(sense: Sense) -> str:
    """The usual name of what a sense is."""
    if sense.area is not None:
        return sense.area.name
    if sense.region:
        return region_name(sense.region)
    return sense.spot.name if sense.spot else region_name(sense.country)


def _candidates(group: Group, order: list[int]) -> tuple[PlaceCandidate, ...]:
    total = sum(group.weights[i] for i in order)
    return tuple(
        PlaceCandidate(
            sense.spot.id if sense.spot else None,
            name_of(sense),
            sense.country,
            round(group.weights[i] / total, 4),
            _reason(group, i),
        )
        for i in order
        for sense in [group.senses[i]]
    )


def _reason(group: Group, i: int) -> str:
    return "; ".join(group.reasons[i]) or _size(group.senses[i])


def _size(sense: Sense) -> str:
    if sense.area is not None:
        return "a water" if sense.area.kind is AreaKind.WATER else "an area"
    if sense.spot is None:
        return "a region of UN M49" if sense.region else "a country"
    return f"{sense.type.value} of {sense.spot.population} people"


def _why(group: Group, order: list[int], *, clear: bool) -> str:
    best = group.senses[order[0]]
    if len(order) == 1:
        if best.type is PlaceType.DEMONYM:
            return f"a word for what is of {name_of(best)}"
        return "the only place of that name"
    if not clear:
        return f"{len(order)} places of that name, none clearly ahead"
    reasons = "; ".join(group.reasons[order[0]]) or f"the likeliest by size ({_size(best)})"
    return f"{len(order)} places of that name: {reasons}"
