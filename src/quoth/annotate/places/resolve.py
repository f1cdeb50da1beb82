"""Which of the places of a name is meant: by its size, and by the company that it keeps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import asin, cos, pow, radians, sin, sqrt
from typing import Generic, NamedTuple, TypeVar

from quoth.annotate.places.judge import lies_in
from quoth.annotate.places.mention import Mention
from quoth.annotate.places.names import Sense, called
from quoth.atlas import SpotKind, gazetteer, official_in
from quoth.model import PlaceType

K = TypeVar("K", str, int)

# How many times likelier a sense becomes. Set by hand on eval/places, part dev.
SOVEREIGN = 4.0  # a country, for each of its people; the smallest count as a million
AREA = 5_000_000  # an area or a water counts as a country of as many people
SMALLEST, LARGEST = 1_000_000, 1_500_000_000  # people of a country
STEEP = 1.1  # the news names a city of twice the people more than twice as often
CAPITAL = 4.0
DIVISION = 0.3  # a division beside the city of its name
NAMESAKE = 0.1  # ... which lies in it
UNUSUAL = 0.3  # a name that is not the usual one
TOLD = 8.0  # a city that the pack names
ACCENTS = 2.0  # written with the accents of its usual name
HOME = 1.5  # in a country where the text's language is official
COUNTRY = 25.0  # its country is named
LOUD = 100_000_000  # people of a country that is so often spoken of that it tells half as much
OF_CITY = 0.6  # how much a city speaks for its country: Washington and Paris talk to each other
SENTENCE = 2.0  # ... in the same sentence
REGION = 5.0  # a region that holds its country is named
DIVIDED = 50.0  # its division, or another place there, is named
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
        language: of the first mention.
        mentions: in text order.
        senses: all that they may mean.
        weights: the share of each sense.
        reasons: what spoke for each sense.
        spelled: the ways in which it is written.
        kinds: what the words beside it say that it is.
        holders: what the words behind it say that it lies in, each name once.
    """

    language: str
    mentions: list[Mention] = field(default_factory=list)
    senses: tuple[Sense, ...] = ()
    weights: list[float] = field(default_factory=list)
    reasons: list[list[str]] = field(default_factory=list)
    spelled: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    holders: dict[str, Mention] = field(default_factory=dict)

    def add(self, mention: Mention) -> None:
        """Take up a mention with its senses."""
        self.mentions.append(mention)
        self.senses += tuple(s for s in mention.senses if s not in self.senses)
        self.spelled.add(mention.written)
        self.kinds.add(mention.kind)
        if mention.inside is not None:
            self.holders[mention.inside.key] = mention.inside


class _Others(NamedTuple, Generic[K]):
    """What all names speak for, and what of it is a name's own."""

    all: Mapping[K, float]
    own: Mapping[K, float]

    def support(self, key: K) -> float:
        """How much the other names speak for something, 0 to 1."""
        return min(self.all.get(key, 0.0) - self.own.get(key, 0.0), 1.0)


class Company(NamedTuple):
    """What the other names of the article speak for.

    Attributes:
        countries: by ISO 3166-1 code.
        divisions: by GeoNames id.
        regions: the countries of regions, areas and waters of several countries that are named.
        points: where other cities lie.
        nearby: the countries of names in the same sentences.
    """

    countries: _Others[str]
    divisions: _Others[int]
    regions: Sequence[frozenset[str]]
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
            if len(group.senses) > 1:
                _weigh(group, sums.without(group))
        if shares == [g.weights for g in groups]:
            break


def _weigh(group: Group, company: Company | None) -> None:
    if len(group.senses) == 1:
        group.weights, group.reasons = [1.0], [[]]
        return
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
        return SOVEREIGN * pow(AREA if sense.area else LARGEST, STEEP)
    people = max(sense.spot.population, FLOOR)
    if sense.type in (PlaceType.COUNTRY, PlaceType.DEMONYM):
        return SOVEREIGN * pow(max(people, SMALLEST), STEEP)
    weight = pow(people, STEEP) * (1.0 if sense.usual else UNUSUAL) * (TOLD if sense.told else 1.0)
    if sense.spot.kind is SpotKind.ADMIN:
        weight *= DIVISION
        key = group.mentions[0].key
        if any(s.spot and s.spot.admin == sense.spot.id and called(s, key) for s in group.senses):
            weight *= NAMESAKE
    if sense.spot.kind is SpotKind.CAPITAL:
        weight *= CAPITAL
    if sense.spot.name in group.spelled and not sense.spot.name.isascii():
        weight *= ACCENTS
    return weight * (HOME if sense.country in official_in(group.language) else 1.0)


def _own(sense: Sense, group: Group, reasons: list[str]) -> float:
    """What the words beside the name say."""
    factor = 1.0
    if any(lies_in(sense, o) for m in group.holders.values() for o in m.senses):
        factor *= WITHIN
        reasons.append("the words behind it say what it lies in")
    if sense.type.value in group.kinds:
        factor *= SAID
        reasons.append(f"the word beside it says that it is a {sense.type.value}")
    return factor


@lru_cache(maxsize=512)
def _people(country: str) -> int:
    spot = gazetteer().country(country)
    return spot.population if spot else 0


def _others(sense: Sense, company: Company, reasons: list[str]) -> float:
    lands: tuple[str, ...] = (sense.country,)
    land = sense.country
    if sense.area is not None:
        lands = tuple(sorted(sense.area.countries))
        land = max(lands, key=company.countries.support, default="")
    factor = 1.0
    support = company.countries.support(land)
    if land and support > 0:
        factor *= 1 + COUNTRY * support / (1 + _people(land) / LOUD)
        reasons.append("its country is spoken of")
        if not company.nearby.isdisjoint(lands):
            factor *= SENTENCE
    if any(not held.isdisjoint(lands) for held in company.regions):
        factor *= REGION
    spot = sense.spot
    if spot is None or spot.kind is SpotKind.COUNTRY:
        return factor
    division = spot.id if spot.kind is SpotKind.ADMIN else spot.admin
    support = company.divisions.support(division)
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
        clear = [(g, s) for g in groups if (s := _clear(g)) is not None]
        self._regions = [(g, s.countries) for g, s in clear if not s.country]
        cities = [(g, s.spot) for g, s in clear if s.type is PlaceType.CITY and s.spot]
        self._points = [(g, (spot.latitude, spot.longitude)) for g, spot in cities[:_POINTS]]
        self._sentences: dict[int, list[tuple[Group, str]]] = defaultdict(list)
        for group, sense in clear:
            for number in {m.sentence for m in group.mentions}:
                if len(self._sentences[number]) < _BESIDE:
                    self._sentences[number].append((group, sense.country))

    def without(self, group: Group) -> Company:
        """The company that a group keeps."""
        countries, divisions = self._own[id(group)]
        numbers = {m.sentence for m in group.mentions[:_BESIDE]}
        beside = (pair for n in numbers for pair in self._sentences[n])
        return Company(
            _Others(self._countries, countries),
            _Others(self._divisions, divisions),
            [held for other, held in self._regions[:_POINTS] if other is not group],
            [point for other, point in self._points if other is not group],
            frozenset(country for other, country in beside if other is not group),
        )


# What is compared is limited, so that the work grows with the length of the text and no faster.
_POINTS = 40  # other places that a place's distance is taken to, and regions that may hold it
_BESIDE = 20  # names of one sentence, and sentences of one name


def _spoken(group: Group) -> tuple[dict[str, float], dict[int, float]]:
    """The countries and divisions that a group speaks for."""
    countries: dict[str, float] = defaultdict(float)
    divisions: dict[int, float] = defaultdict(float)
    for sense, weight in zip(group.senses, group.weights, strict=True):
        if sense.country:
            city = sense.type is PlaceType.CITY
            countries[sense.country] += weight * (OF_CITY if city else 1.0)
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
