"""Everything that a name may mean in a language: the pack's words, CLDR's names, the gazetteer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from quoth.atlas import (
    Area,
    AreaKind,
    Gazetteer,
    Spot,
    SpotKind,
    areas,
    calendar_names,
    countries_in,
    gazetteer,
    place_key,
    territory_names,
)
from quoth.lang import Word, available, pack
from quoth.lang.places import PlaceForm, PlaceWords, place_words
from quoth.model import PlaceType

MEMORY = 20_000
"""Keys that are remembered, so that hostile text cannot fill the memory."""

ALIKE = 3  # first letters that the names of a place in different languages mostly share
SHORT = 2  # letters of a key that is a name in capitals alone (US, UK), and else a word
_TYPES = {
    SpotKind.COUNTRY: PlaceType.COUNTRY,
    SpotKind.ADMIN: PlaceType.ADMIN,
    SpotKind.CAPITAL: PlaceType.CITY,
    SpotKind.CITY: PlaceType.CITY,
}
_NAMES = frozenset({"country", "demonym", "region", "admin", "city"})
_FLAGS = frozenset({"in", "given", "surname", "never", "part"})


class Sense(NamedTuple):
    """One thing that a name may mean.

    Attributes:
        type: what it is.
        country: ISO 3166-1 alpha-2; empty of regions.
        region: UN M49; empty of all but regions.
        spot: its row of the gazetteer; None of regions, areas and countries that are not in it.
        usual: whether the name is the place's usual one.
        told: whether a pack or CLDR has the name, rather than the gazetteer alone.
        small: whether it may be written without a capital: what the pack writes so.
        area: its row of the table of areas and waters; None of all else.
    """

    type: PlaceType
    country: str
    region: str
    spot: Spot | None
    usual: bool
    told: bool
    small: bool = False
    area: Area | None = None

    @property
    def countries(self) -> frozenset[str]:
        """The countries that it is, holds or lies in."""
        if self.area is not None:
            return self.area.countries
        return countries_in(self.region) if self.region else frozenset((self.country,))


def called(sense: Sense, key: str) -> bool:
    """Whether a place is really called so: Lisbon is Lisboa, but Belém hardly ever Pará.

    In other scripts than Latin no name is the usual one, which GeoNames has in Latin.
    """
    if sense.usual or sense.told or sense.spot is None or not key.isascii():
        return True
    return place_key(sense.spot.name)[:ALIKE] == key[:ALIKE]


class Names:
    """The names of one language.

    Args:
        code: BCP 47 code of a pack.
    """

    def __init__(self, code: str) -> None:
        self.words: PlaceWords = place_words(code)
        self._atlas: Gazetteer = gazetteer()
        self._own: dict[str, list[Sense]] = {}
        self._stems: dict[str, list[Sense]] = {}
        self._leads: set[str] = set()
        self._small: set[str] = set()  # first words of names that may be written small
        self.flags: dict[str, set[str]] = {f: set() for f in (*_FLAGS, "always", "tail")}
        self.kinds: dict[str, str] = {}
        self.nouns = False  # whether the language writes its nouns with capitals
        self.flags["always"] |= calendar_names(code)
        self._read()
        self.kind_words = frozenset(w for key in self.kinds for w in key.split(" "))
        self._lengths = sorted({len(s) for s in self._stems}, reverse=True)
        self.find = lru_cache(MEMORY)(self._find)
        self.variants = lru_cache(MEMORY)(self._variants)
        self.begins = lru_cache(MEMORY)(self._begins)
        self.vocabulary = _vocabulary(code)

    def leads(self, key: str) -> bool:
        """Whether a name of several words begins with these."""
        return key in self._leads or self._atlas.leads(key)

    def _find(self, key: str) -> tuple[Sense, ...]:
        """All that a key (`place_key`) may mean."""
        found = list(self._own.get(key, ()))
        if not found:  # a whole form goes before beginnings of words
            found += self._begun(key)
        known = {s.spot.id for s in found if s.spot and s.type is not PlaceType.DEMONYM}
        area = key.isascii() and any(s.area for s in found)
        for spot, usual in self._atlas.find(key):
            # Kashmir is an area of three countries, and a second name of one's division
            if spot.id not in known and (usual or not area):
                found.append(_sense(spot, usual=usual, told=False))
        return tuple(found)

    def _begins(self, word: str, named: bool) -> bool:
        """Whether a name may begin with a folded word, which has the capital that names want."""
        forms = self.variants(word)
        if "'" in word:
            forms += self.variants(word[: word.rfind("'")])
        if named:
            return any(self.find(key) or self.leads(key) for key in forms)
        return any(key in self._small or any(s.small for s in self.find(key)) for key in forms)

    def _begun(self, key: str) -> tuple[Sense, ...]:
        """What a word means by its beginning; the words of a name before it stand in full."""
        word = key.rfind(" ") + 1
        fitting = (key[:n] for n in self._lengths if word < n <= len(key))
        return next((tuple(self._stems[k]) for k in fitting if k in self._stems), ())

    def _variants(self, word: str) -> tuple[str, ...]:
        """The keys under which a folded word may stand: as it is, without endings and clitics."""
        out = [place_key(word)]
        for ending, stems in self.words.endings:
            stem = word.removesuffix(ending)
            if stem != word and len(stem) >= SHORT:
                out += [place_key(stem + s) for s in stems]
        for letters, full in self.words.before:
            rest = word.removeprefix(letters)
            if rest != word and len(rest) > SHORT:
                out.append(place_key(full + rest))
        return tuple(dict.fromkeys(out))

    def _read(self) -> None:
        for form in self.words.forms:
            key = place_key(form.text)
            if form.kind in _FLAGS:
                self.flags[_flag(form)].add(key)
            elif form.kind == "kind":
                self.kinds[key] = form.value
            elif form.kind == "style":
                self.nouns = True
            else:
                self._add(key, form)
        for key, code in territory_names(self.words.code).items():
            told = self._territory(code)
            if told not in self._own.setdefault(key, []):
                self._own[key].append(told)
        for key in (*self._own, *self.flags["always"]):
            words = key.split(" ")
            self._leads.update(" ".join(words[:n]) for n in range(1, len(words)))
            if len(words) > 1 and any(s.small for s in self._own.get(key, ())):
                self._small.add(words[0])

    def _add(self, key: str, form: PlaceForm) -> None:
        index = self._stems if form.prefix else self._own
        known = index.setdefault(key, [])
        for sense in self._senses(form):
            twin = sense._replace(small=not sense.small)  # mer Noire, Mer Noire
            if twin in known:
                known[known.index(twin)] = sense._replace(small=True)
            elif sense not in known:
                known.append(sense)

    def _senses(self, form: PlaceForm) -> Iterator[Sense]:
        if form.kind == "demonym":
            people = self._territory(form.value)
            yield people._replace(type=PlaceType.DEMONYM, small=not form.text[0].isupper())
        elif form.kind in ("country", "region"):
            yield from (self._territory(code) for code in form.value.split())
        elif form.kind == "area":
            small = form.text[0].islower()  # mer Noire
            yield from (_area(areas()[name], small=small) for name in form.value.split())
        else:
            spots = (self._atlas.spot(int(number)) for number in form.value.split())
            small = form.kind == "admin" and form.text[0].islower()  # bande de Gaza
            found = (_sense(s, usual=True, told=True) for s in spots if s)
            yield from (s._replace(small=small) for s in found)

    def _territory(self, code: str) -> Sense:
        if code.isdigit():
            return Sense(PlaceType.REGION, "", code, None, True, True)
        return Sense(PlaceType.COUNTRY, code, "", self._atlas.country(code), True, True)


def _flag(form: PlaceForm) -> str:
    """The flag of a form: its class, but for what is never a place, and for case endings."""
    if form.value == "always":
        return "always"
    return "tail" if form.text.startswith("'") else form.kind


def _sense(spot: Spot, *, usual: bool, told: bool) -> Sense:
    return Sense(_TYPES[spot.kind], spot.country, "", spot, usual, told)


def _area(area: Area, *, small: bool) -> Sense:
    """An area is a part of its country, or a region where it lies in several; a water is one."""
    kind = PlaceType.ADMIN if area.country else PlaceType.REGION
    if area.kind is AreaKind.WATER:
        kind = PlaceType.WATER
    return Sense(kind, area.country, "", None, True, True, small, area)


class Vocabulary:
    """Words of a pack by their keys.

    Args:
        words: those whose last words may have any ending are there by their beginnings.
    """

    def __init__(self, words: Iterable[Word]) -> None:
        single = [w for w in words if len(w.keys) == 1]
        self._exact = frozenset(place_key(w.keys[0]) for w in single if not w.prefix)
        self._stems = frozenset(place_key(w.keys[0]) for w in single if w.prefix)
        self._lengths = sorted({len(s) for s in self._stems})
        self.has = lru_cache(MEMORY)(self._has)

    def _has(self, key: str) -> bool:
        return key in self._exact or any(key[:n] in self._stems for n in self._lengths)


def _vocabulary(code: str) -> dict[str, Vocabulary]:
    """The kinds of words of the language's pack that matter beside places."""
    words = pack(code).words if code in available() else ()
    return {
        "title": Vocabulary(w for w in words if w.kind == "title"),
        "role": Vocabulary(w for w in words if w.kind == "role"),
        "verb": Vocabulary(w for w in words if w.kind == "verb"),
        "det": Vocabulary(w for w in words if w.kind == "det"),
        "conj": Vocabulary(w for w in words if w.kind == "conj"),
        "link": Vocabulary(w for w in words if w.kind in ("link", "prep")),
        # names of sections may be places
        "all": Vocabulary(w for w in words if w.kind != "section"),
    }


@lru_cache(maxsize=64)
def names(code: str) -> Names:
    """The names of a language, loaded once.

    Raises:
        PackError: if its `places.tsv` breaks the format.
        AtlasError: if the gazetteer is missing or damaged.
    """
    return Names(code)
