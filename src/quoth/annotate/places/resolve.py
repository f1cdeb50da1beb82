"""Which of the places of a name is meant: by its size, and by the company that it keeps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt
from typing import TypeVar

from quoth.annotate.places.judge import lies_in
from quoth.annotate.places.mention import Mention
from quoth.annotate.places.names import Sense
from quoth.atlas import SpotKind, countries_in, official_in
from quoth.model import PlaceType

K = TypeVar("K", str, int)

# How many times likelier a sense becomes. Set by hand on eval/places, part dev.
SOVEREIGN = 4.0  # a country, for each of its people; the smallest count as a million
SMALLEST = 1_000_000
CAPITAL = 3.0
DIVISION = 0.3  # a division beside the city of its name
NAMESAKE = 0.3  # ... which lies in it
UNUSUAL = 0.3  # a name that is not the usual one
TOLD = 5.0  # a city that the pack names
ACCENTS = 2.0  # written with the accents of its usual name
HOME = 2.0  # in a country where the text's language is official
COUNTRY = 30.0  # its country is named
SENTENCE = 3.0  # ... in the same sentence
REGION = 5.0  # a region that holds its country is named
DIVIDED = 30.0  # its division, or another place there, is named
NEAR = 4.0  # another place within `KILOMETRES` is named
WITHIN = 100_000.0  # the words behind it say what it lies in
SAID = 50.0  # the word beside it says what it is
KILOMETRES = 150.0
FLOOR = 500  # people of places whose people are not known
ROUNDS = 2  # places are weighed by the weights of the others, which were weighed before


@dataclass(slots=True)
class Group:
    """The mentions of one name in one article that must mean the same place.

    Attributes:
        mentions: in text order.
        senses: all that they may mean.
        weights: the share of each sense.
        reasons: what spoke for each sense.
    """

    mentions: list[Mention]
    senses: tuple[Sense, ...]
    language: str
    weights: list[float] = field(default_factory=list)
    reasons: list[list[str]] = field(default_factory=list)


@dataclass(slots=True)
class Company:
    """What the other names of the article speak for, each 0 to 1."""

    countries: Mapping[str, float]
    divisions: Mapping[int, float]
    regions: Sequence[str]
    points: Sequence[tuple[float, float]]
    nearby: frozenset[str]


def resolve(groups: Sequence[Group]) -> None:
    """Weigh the senses of every group."""
    for group in groups:
        _weigh(group, None)
    for _ in range(ROUNDS):
        shares = [list(g.weights) for g in groups]
        sums = _Sums(groups)
        for group in groups:
            _weigh(group, sums.without(group))
        if shares == [g.weights for g in groups]:
            break


def _weigh(group: Group, company: Company | None) -> None:
    weights, group.reasons = [], []
    for sense in group.senses:
        reasons: list[str] = []
        weight = _prior(sense, group) * _own(sense, group, reasons)
        if company is not None:
            weight *= _others(sense, company, reasons)
        weights.append(weight)
        group.reasons.append(reasons)
    total = sum(weights)
    group.weights = [w / total for w in weights]


def _prior(sense: Sense, group: Group) -> float:
    """How likely a sense is by itself: by its people."""
    if sense.spot is None:
        return SOVEREIGN * 1e9
    people = max(sense.spot.population, FLOOR)
    if sense.type in (PlaceType.COUNTRY, PlaceType.DEMONYM):
        return SOVEREIGN * max(people, SMALLEST)
    weight = people * (1.0 if sense.usual else UNUSUAL) * (TOLD if sense.told else 1.0)
    if sense.spot.kind is SpotKind.ADMIN:
        weight *= DIVISION
        if any(s.spot and s.spot.admin == sense.spot.id for s in group.senses):
            weight *= NAMESAKE
    if sense.spot.kind is SpotKind.CAPITAL:
        weight *= CAPITAL
    if any(m.written == sense.spot.name for m in group.mentions):
        weight *= ACCENTS
    return weight * (HOME if sense.country in official_in(group.language) else 1.0)


def _own(sense: Sense, group: Group, reasons: list[str]) -> float:
    """What the words beside the name say."""
    factor = 1.0
    insides = [m.inside for m in group.mentions if m.inside is not None]
    if any(lies_in(sense, o) for m in insides for o in m.senses):
        factor *= WITHIN
        reasons.append("the words behind it say what it lies in")
    kinds = {m.kind for m in group.mentions} - {"", "any"}
    if sense.type.value in kinds:
        factor *= SAID
        reasons.append(f"the word beside it says that it is a {sense.type.value}")
    return factor


def _others(sense: Sense, company: Company, reasons: list[str]) -> float:
    factor = 1.0
    support = min(company.countries.get(sense.country, 0.0), 1.0)
    if sense.country and support > 0:
        factor *= 1 + COUNTRY * support
        reasons.append("its country is spoken of")
        if sense.country in company.nearby:
            factor *= SENTENCE
    if any(sense.country in countries_in(r) for r in company.regions):
        factor *= REGION
    spot = sense.spot
    if spot is None or spot.kind is SpotKind.COUNTRY:
        return factor
    division = spot.id if spot.kind is SpotKind.ADMIN else spot.admin
    support = min(company.divisions.get(division, 0.0), 1.0)
    if support > 0:
        factor *= 1 + DIVIDED * support
        reasons.append("another place of its division is named")
    if any(kilometres(p, (spot.latitude, spot.longitude)) < KILOMETRES for p in company.points):
        factor *= NEAR
        reasons.append("a place nearby is named")
    return factor


class _Sums:
    """What all groups speak for together, so that each can be asked without itself."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._own = {id(g): _spoken(g) for g in groups}
        self._countries: dict[str, float] = defaultdict(float)
        self._divisions: dict[int, float] = defaultdict(float)
        for countries, divisions in self._own.values():
            for country, share in countries.items():
                self._countries[country] += share
            for division, share in divisions.items():
                self._divisions[division] += share
        self._groups = groups
        self._sentences: dict[int, set[int]] = defaultdict(set)
        for n, group in enumerate(groups):
            for mention in group.mentions:
                self._sentences[mention.sentence].add(n)
        self._clear = [_clear(g) for g in groups]

    def without(self, group: Group) -> Company:
        """The company that a group keeps."""
        countries, divisions = self._own[id(group)]
        beside = {n for m in group.mentions for n in self._sentences[m.sentence]}
        others = [
            (n, s)
            for n, s in enumerate(self._clear)
            if s is not None and self._groups[n] is not group
        ]
        return Company(
            _less(self._countries, countries),
            _less(self._divisions, divisions),
            [s.region for _, s in others if s.region],
            [
                (s.spot.latitude, s.spot.longitude)
                for _, s in others[:_POINTS]
                if s.spot is not None and s.type is PlaceType.CITY
            ],
            frozenset(s.country for n, s in others if n in beside),
        )


_POINTS = 40  # other places that a place's distance is taken to


def _less(sums: Mapping[K, float], own: Mapping[K, float]) -> dict[K, float]:
    return {k: v - own.get(k, 0.0) for k, v in sums.items()}


def _spoken(group: Group) -> tuple[dict[str, float], dict[int, float]]:
    """The countries and divisions that a group speaks for."""
    countries: dict[str, float] = defaultdict(float)
    divisions: dict[int, float] = defaultdict(float)
    for sense, weight in zip(group.senses, group.weights, strict=True):
        if sense.country:
            countries[sense.country] += weight
        if sense.spot is not None and sense.type in (PlaceType.CITY, PlaceType.ADMIN):
            of = sense.spot.admin if sense.spot.admin else sense.spot.id
            divisions[of] += weight
    return countries, divisions


def _clear(group: Group) -> Sense | None:
    top = max(range(len(group.senses)), key=group.weights.__getitem__)
    return group.senses[top] if group.weights[top] > 0.5 else None


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The distance of two points on the earth, given in degrees north and east."""
    (north, east), (other, further) = (map(radians, p) for p in (a, b))
    half = sin((other - north) / 2) ** 2 + cos(north) * cos(other) * sin((further - east) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(min(half, 1.0)))
