"""States that speak: by their names, their capitals, their governments."""

from __future__ import annotations

from functools import lru_cache

from quoth.atlas import SpotKind, gazetteer, place_key, region_name, territory_names
from quoth.atlas.seats import Seat, seat
from quoth.lang.actors import GOVERNMENT, SEAT
from quoth.link.mentions.answer import Answer
from quoth.link.mentions.cast import Cast
from quoth.link.mentions.crowd import Crowd
from quoth.link.mentions.described import Phrase, Sort
from quoth.link.mentions.names import keys_of, same
from quoth.link.mentions.scene import Line, Scene
from quoth.link.mentions.units import Units
from quoth.link.mentions.who import Who
from quoth.model import ActorKind, BlockKind, EntityType, MentionType, Place, PlaceType, Span
from quoth.model.row import Row

_ISO = 2  # letters of a country's code; longer ones stand for countries that no map knows
_GOVERNING = frozenset({"head-of-state", "head-of-government", "government", "monarch"})
"""What speaks at a seat for the whole state; ministries and parliaments are of their own."""
_WINDOW = 7
"""Units between a capital, the word for one, and its country."""


class States:
    """The states of an article.

    Attributes:
        known: by ISO 3166 code, or by what `Scene.canon` has.
    """

    def __init__(self, scene: Scene, rows: list[Units], cast: Cast) -> None:
        self.scene, self.cast, self._rows = scene, cast, rows
        self.known: dict[str, Who] = {}
        self._people: Row[None] = Row(
            (n.span, None) for n in scene.names if n.value.type is EntityType.PER
        )
        self._capitals: dict[int, Who] = {}
        self._spots: dict[int, tuple[str, SpotKind | None]] = {}
        self._bodies: dict[tuple[int, str], Who] = {}
        self._labels: dict[tuple[int, str, str], str] = {}
        for who in cast.everyone:
            if who.sort is Sort.PLACE:
                self._settle(who)
        for units in rows:
            for at, unit in enumerate(units.row):
                if unit.has(SEAT):
                    self._capital(units, at)

    def _settle(self, who: Who) -> None:
        code, kind = self._spot(who.names)
        if kind is None and not any(
            seat(n.of(self.scene.text), self.scene.lookup.language(n) or "") for n in who.names
        ):
            self.known[str(id(who))] = who
        elif kind is SpotKind.COUNTRY:
            who.countries.add(code)
            self.known.setdefault(code, who)

    def _spot(self, names: list[Span]) -> tuple[str, SpotKind | None]:
        """The country that names lie in, and what they are there: by the marks, else by the map."""
        for span in names:
            for other, found in self.scene.place_row.meeting(span):
                if other.start == span.start and found.value.country:
                    return found.value.country, _kind(found.value)
        for span in names:
            language = self.scene.lookup.language(span) or ""
            told = _on_map(span.of(self.scene.text), language)
            if told is not None:
                return told
        return "", None

    def _capital(self, units: Units, at: int) -> None:
        """Join a capital with its country: “Port Anselm, the capital of Kaldovia”."""
        spots = [
            i for i in units.named if abs(i - at) <= _WINDOW and _type(units, i) is EntityType.LOC
        ]
        if len(spots) != 2:
            return
        before, after = spots[0] < at, spots[1] > at
        if not after:
            return
        # “Port Anselm, the capital of Kaldovia”, and “Kaldovia's capital, Port Anselm”
        city, land = (
            (spots[0], spots[1]) if before and not units.row[spots[0]].tail else spots[::-1]
        )
        if not before:
            city, land = spots[1], spots[0]
        one, other = self._who(units, city), self._who(units, land)
        if one is not None and other is not None and one is not other:
            self._capitals[id(one)] = other

    def _who(self, units: Units, at: int) -> Who | None:
        mark = units.row[at].name
        return self.cast.of.get(mark.id) if mark is not None else None

    def answer(self, found: Phrase, line: Line, crowd: Crowd) -> Answer | None:
        """The state that a source means; None where it is no state's."""
        if found.sort is Sort.STATE:
            return self._government(found, line, crowd)
        if found.name is None:
            return None
        own = self.cast.of.get(found.name.id)
        if own is None:
            return None
        told = self._seated(found, own, line, crowd)
        if told is not None or found.sort is not Sort.PLACE:
            return told
        if self.known.get(found.country) is own or str(id(own)) in self.known:
            state = self._capitals.get(id(own), own)
            return self._told(state, state is not own, line)
        if id(own) not in self._spots:
            self._spots[id(own)] = self._spot(own.names)
        code, kind = self._spots[id(own)]
        if kind in (SpotKind.CAPITAL, SpotKind.COUNTRY):
            return self._told(self._state(code, line, crowd), kind is SpotKind.CAPITAL, line)
        own.kind = ActorKind.ORGANISATION
        return Answer(own, MentionType.NAME, 0.7, "a place by its name", None, True)

    def _seated(self, found: Phrase, own: Who, line: Line, crowd: Crowd) -> Answer | None:
        """What speaks from a seat of power, or a body of several states."""
        if found.name is None:
            return None
        known = seat(found.name.span.of(self.scene.text), line.words.code)
        if known is None:
            return None
        if known.body:
            told = id(own), line.words.code
            if told not in self._bodies:
                self._bodies[told] = self._body(known, own, line, crowd)
            who = self._bodies[told]
            if who is own:
                return None
            if not who.names and self._native(found.name.span):
                names = f"{found.name.span.of(self.scene.text)} or {who.label}"
                return Answer(None, MentionType.METONYM, 0.0, f"{names} may be meant", None, True)
            why = "a seat that stands for the body that sits there"
            return Answer(who, MentionType.METONYM, 0.85, why, None, True)
        if known.speaks not in _GOVERNING:
            own.countries.add(known.country)
            own.kind = ActorKind.ORGANISATION
            return Answer(own, MentionType.NAME, 0.9, "an office of state by its seat", None, True)
        return self._told(self._state(known.country, line, crowd), True, line)

    def _native(self, span: Span) -> bool:
        """Whether the page tells of the country in which the seat of a body lies."""
        own = {m.value.country for _, m in self.scene.place_row.meeting(span)}
        lands = (PlaceType.COUNTRY, PlaceType.DEMONYM)
        told = (m for m in self.scene.places.values() if m.value.type in lands)
        return any(m.value.country in own and self._tells(m.span) for m in told)

    def _body(self, known: Seat, own: Who, line: Line, crowd: Crowd) -> Who:
        """The body of several states; the one of the article where that names it."""
        language = line.words.code
        wanted = keys_of(known.name(language), language)
        if wanted in self._keys(own, language):
            return own
        for who in crowd.everyone:
            if who.kind is ActorKind.ORGANISATION and wanted in self._keys(who, language):
                return who
        if known.country in self.known:
            return self.known[known.country]
        who = self.known[known.country] = Who(Sort.ORG, ActorKind.ORGANISATION, named=True)
        who.label, who.wikidata = known.name(language), known.wikidata
        who.org = "international"
        crowd.add(who)
        return who

    def _keys(self, who: Who, language: str) -> list[tuple[str, ...]]:
        names = (n.of(self.scene.text) for n in who.names)
        return [keys_of(n, language) for n in (*names, who.label) if n]

    def _told(self, state: Who, metonym: bool, line: Line) -> Answer:
        state.kind = ActorKind.STATE
        codes = [c for c in state.countries if len(c) == _ISO]
        if len(codes) == 1:
            state.label = self._label(state, codes[0], line.words.code)
        if not metonym:
            return Answer(state, MentionType.NAME, 0.95, "a state's name")
        why = "a capital that stands for its government"
        antecedent = state.names[0] if state.names else None
        return Answer(state, MentionType.METONYM, 0.85, why, antecedent, True)

    def _state(self, code: str, line: Line, crowd: Crowd) -> Who:
        """The state of a code; a new one where the article does not name it."""
        who = self.known.get(code)
        if who is None:
            who = self.known[code] = Who(Sort.STATE, ActorKind.STATE, named=True)
            who.countries.add(code)
            crowd.add(who)
        if len(code) == _ISO:
            who.label = self._label(who, code, line.words.code)
        return who

    def _label(self, who: Who, code: str, language: str) -> str:
        """The page's own name of a country; the map's where the page's has a case ending."""
        key = id(who), code, language
        if key not in self._labels:
            self._labels[key] = self._named(who, code, language)
        return self._labels[key]

    def _named(self, who: Who, code: str, language: str) -> str:
        """The same, looked for."""
        usual = region_name(code, language)
        wanted = keys_of(usual, language)
        shown = (s for s, m in self.scene.places.items() if m.value.type is PlaceType.COUNTRY)
        own = [
            n.of(self.scene.text)
            for n in (*who.names, *shown)
            if territory_names(language).get(place_key(n.of(self.scene.text))) == code
        ]
        keys = self._keys(who, language)
        if not keys or own or any(same(k, wanted, language) for k in keys):
            return own[0] if own else usual
        return who.label

    def _government(self, found: Phrase, line: Line, crowd: Crowd) -> Answer | None:
        """“The French government”; “the government” where one country only is told of."""
        whole = found.org == GOVERNMENT and found.lone
        code = found.country or (self._home() if whole else "")
        if not code or (len(code) != _ISO and code not in self.known):
            return None
        if found.country and self._town(found.span):
            return None  # “the administration of Sysert”
        state = self._state(code, line, crowd)
        state.kind = ActorKind.STATE
        why = "the government of its country"
        score = 0.9 if found.country else 0.75
        antecedent = state.names[0] if state.names else None
        return Answer(state, MentionType.TITLE, score, why, antecedent, False)

    def _town(self, span: Span) -> bool:
        """Whether a town or a division, and no country nor its capital, is named in a span."""
        told = [m.value for _, m in self.scene.place_row.meeting(span)]
        small = (PlaceType.CITY, PlaceType.ADMIN)
        towns = [p for p in told if p.type in small and _kind(p) is not SpotKind.CAPITAL]
        return bool(towns) and len(towns) == len(told)

    def _tells(self, span: Span) -> bool:
        """Whether the page itself names a country there: not somebody whom it has cite one, nor
        a person who is called like one."""
        return not self.scene.outer(span) and next(self._people.meeting(span), None) is None

    def _leading(self, span: Span) -> bool:
        """Whether a sentence is about the country whose name is at `span`."""
        line = self.scene.line(span.start)
        if line is None:
            return False
        units = self._rows[line.number]
        names = ((i, units.row[i].name) for i in units.named)
        at = next((i for i, m in names if m is not None and m.span.meets(span)), -1)
        brought = any(u.has("link", "prep") for u in units.row[max(at - 2, 0) : at])
        return at >= 0 and units.subject(at) and not brought

    def _home(self) -> str:
        """The country that alone is named, more than once or as what a sentence is about; where a
        page has towns only, nothing tells whose government it means."""
        lands = (PlaceType.COUNTRY, PlaceType.DEMONYM)
        told = (m for m in self.scene.places.values() if m.value.type in lands)
        named = [m for m in told if m.value.country and self._tells(m.span)]
        countries = {m.value.country for m in named if m.value.country}
        if len(countries) != 1 or (len(named) == 1 and not self._leading(named[0].span)):
            return ""  # “a ship from Greece”
        for block in self.scene.article.of(BlockKind.DATELINE):
            for _, found in self.scene.place_row.meeting(block.span):
                if found.value.country:
                    countries.add(found.value.country)
        return countries.pop() if len(countries) == 1 else ""


def _type(units: Units, at: int) -> EntityType | None:
    mark = units.row[at].name
    return mark.value.type if mark is not None else None


def _kind(place: Place) -> SpotKind:
    if place.type is PlaceType.COUNTRY:
        return SpotKind.COUNTRY
    spot = gazetteer().spot(place.geonames) if place.geonames else None
    return spot.kind if spot is not None else SpotKind.CITY


@lru_cache(maxsize=4096)
def _on_map(name: str, language: str) -> tuple[str, SpotKind] | None:
    """A country or a capital of that name, whatever else is called so."""
    code = territory_names(language).get(place_key(name), "")
    if len(code) == _ISO:
        return code, SpotKind.COUNTRY
    spots = [n.spot for n in gazetteer().named(name)]
    for kind in (SpotKind.COUNTRY, SpotKind.CAPITAL):
        codes = {s.country for s in spots if s.kind is kind}
        if len(codes) == 1:
            return codes.pop(), kind
    if spots:
        return max(spots, key=lambda s: s.population).country, SpotKind.CITY
    return None
