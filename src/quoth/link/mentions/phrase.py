"""A noun phrase taken apart: whom it may mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quoth.lang.actors import (
    ACTING,
    ANONYMOUS,
    CLITIC,
    DEFINITE,
    DEPUTY,
    DOCUMENT,
    FORMER,
    GOVERNMENT,
    GROUP,
    INDEFINITE,
    LEADER,
    MEDIA,
    OFFICE,
    ORG,
    POSSESSIVE,
    PRONOUN,
    SEVERAL,
    TITLE,
    gender,
    number,
    offices_of,
    person,
)
from quoth.lang.pack import Word
from quoth.link.mentions.scene import LAND, Scene
from quoth.link.mentions.units import Unit, Units
from quoth.model import Entity, EntityType, Mark, Place, Span


class Sort(StrEnum):
    """What a phrase means."""

    NAME = "name"
    """A person by name."""
    PERSON = "person"
    """One person by office or description."""
    GROUP = "group"
    ORG = "org"
    STATE = "state"
    PLACE = "place"
    DOCUMENT = "document"
    MEDIA = "media"
    PRONOUN = "pronoun"
    OTHER = "other"
    """A noun that no pack knows."""


_SORTS = {
    OFFICE: Sort.PERSON,
    LEADER: Sort.PERSON,
    GROUP: Sort.GROUP,
    ORG: Sort.ORG,
    DOCUMENT: Sort.DOCUMENT,
    MEDIA: Sort.MEDIA,
    GOVERNMENT: Sort.STATE,
    ANONYMOUS: Sort.PERSON,
}
_ENDS = frozenset({"prep", "relative", "comp", "sub"})
_SMALL = frozenset(
    {"det", "link", "prep", "aux", "conj", DEFINITE, INDEFINITE, SEVERAL, POSSESSIVE}
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a noun phrase says of whom it means.

    Attributes:
        span: its words.
        head: the unit of its line that names what it is; -1 where there is none.
        offices: what the person may be; `loose` where the noun stands for several offices.
        org: what kind of organisation, document or medium.
        gender, number: as `quoth.lang.actors` has them; empty where they cannot be told.
        person: 1 to 3.
        definite: whether it points to somebody known; None where nothing tells.
        names: names inside, in order.
        name: the name of the one who is meant.
        joined: names of others who are meant too (“Lund and Berg”).
        owners: names that it belongs to (an organisation, a person), as `Scene.canon` has them.
        country: ISO 3166 code that a place or people inside gives, or what `Scene.lands` has.
        keys: the words that describe, small ones left out.
        other: whether it is a former or deputy holder of its office.
        anonymous: whether it is a word for one who is kept unnamed (“source”).
        clitic: whether it is written onto another word.
        linked: whether its noun has a complement (“of the port”).
        owned: whether a possessive stands in it (“his lawyer”).
        lone: whether its noun stands alone but for small words.
    """

    span: Span
    sort: Sort
    line: int
    head: int = -1
    offices: frozenset[str] = frozenset()
    loose: bool = False
    org: str = ""
    gender: str = ""
    number: str = ""
    person: int = 3
    definite: bool | None = None
    names: tuple[Mark[Entity], ...] = ()
    name: Mark[Entity] | None = None
    joined: tuple[Mark[Entity], ...] = ()
    owners: frozenset[str] = frozenset()
    country: str = ""
    keys: frozenset[str] = frozenset()
    other: str = ""
    anonymous: bool = False
    clitic: bool = False
    linked: bool = False
    owned: bool = False
    lone: bool = False


def phrase(scene: Scene, units: Units, reach: range, span: Span | None = None) -> Phrase:
    """Take the units `reach` of a line apart.

    Args:
        span: its words, where they are less than the units (a pronoun written onto a word).
    """
    return _Parts(scene, units, reach).phrase(span)


class _Parts:
    """A phrase while it is taken apart."""

    def __init__(self, scene: Scene, units: Units, reach: range) -> None:
        self.scene, self.units, self.reach = scene, units, reach
        self.row = [units.row[i] for i in reach]
        self.names = [(n, u.name) for n, u in enumerate(self.row) if u.name is not None]

    def phrase(self, given: Span | None) -> Phrase:
        span = given or self._span()
        name = self._person()
        if name is not None:
            return self._named(span, name)
        pronoun = self._pronoun(span)
        if pronoun is not None:
            return pronoun
        head = self._head()
        if head is None:
            return self._nameless(span)
        return self._described(span, head)

    def _span(self) -> Span:
        """The words without a clause that follows them."""
        row = self.row
        ends = (
            n for n, u in enumerate(row) if n and (u.has("relative", "comp") or self._is(u, ","))
        )
        stop = next(ends, len(row))
        noun = any(u.noun for u in row[:stop])
        return self.units.span(self.reach.start, self.reach.start + (stop if noun else len(row)))

    def _person(self) -> int | None:
        """The name of the person who is meant, by its place in the row."""
        people = [n for n, m in self.names if m.value.type is EntityType.PER]
        free = [n for n in people if not self._owned(n)]
        return free[0] if free else None

    def _owned(self, n: int) -> bool:
        """Whether the name at n only says to whom the one who is meant belongs."""
        if self.row[n].tail and any(u.noun for u in self.row[n + 1 :]):
            return True
        after = self.row[n + 1 :]
        if after and after[0].has(OFFICE) and self.units.line.words.last:
            return True
        heads = [k for k, u in enumerate(self.row[:n]) if u.noun or u.has(ANONYMOUS)]
        if not heads:
            return False
        between = self.row[heads[-1] + 1 : n]
        # “spokesman for Ina Lund”; but “minister of defence Ina Lund”
        links = [u for u in between if u.has("link", "prep") and not u.has(TITLE)]
        return bool(links) and between[-1] is links[-1]

    def _named(self, span: Span, n: int) -> Phrase:
        offices: set[str] = set()
        told = ""
        for unit in self.row[:n]:
            for kind in (OFFICE, LEADER, TITLE):
                hit = unit.tags.get(kind)
                if hit is not None:
                    offices |= offices_of(hit.word)
                    told = gender(hit.word) or told
        own = self.row[n].name
        joined = tuple(m for k, m in self.names if k > n and self._joins(n, k))
        return Phrase(
            span,
            Sort.NAME,
            self.units.line.number,
            self.reach[n],
            frozenset(offices),
            gender=told,
            number="pl" if joined else "sg",
            definite=True,
            names=tuple(m for _, m in self.names),
            name=own,
            joined=joined,
            country=self._country(),
            owners=self._owners(own),
            other=self._other(),
        )

    def _joins(self, n: int, k: int) -> bool:
        """Whether the name at k stands beside the one at n in a list."""
        between = self.row[n + 1 : k]
        own = self.row[k].name
        if own is None or own.value.type is not EntityType.PER:
            return False
        return any(u.has("conj") or self._is(u, ",&") for u in between) and not any(
            u.has("prep", "relative") for u in between
        )

    def _is(self, unit: Unit, marks: str) -> bool:
        return self.units.line.keys[unit.first] in marks

    def _pronoun(self, span: Span) -> Phrase | None:
        words = [u for u in self.row if self.units.line.tokens[u.first].word]
        if len(words) != 1 or words[0].name is not None:
            return self._clitic(span)
        unit = words[0]
        key = self.units.line.keys[unit.first]
        found = [h.word for h in self.units.line.words.actors.at([key], 0)]
        told = [w for w in found if w.kind in (PRONOUN, POSSESSIVE)]
        if not told:
            return self._clitic(span)
        return self._of_pronoun(span, told)

    def _clitic(self, span: Span) -> Phrase | None:
        """A pronoun written onto a word before it (katanya)."""
        if len(self.row) != 1 or self.row[0].name is not None:
            return None
        token = self.units.line.tokens[self.row[0].first]
        if not token.start < span.start and not token.end > span.end and self.row[0].noun:
            return None
        key = self.scene.text[span.start : span.end].lower()
        told = [w for w in self.units.line.words.actors.clitics if w.keys[0].lstrip("-") == key]
        return self._of_pronoun(span, told, clitic=True) if told else None

    def _of_pronoun(self, span: Span, told: list[Word], *, clitic: bool = False) -> Phrase:
        genders = {gender(w) for w in told}
        numbers = {number(w) for w in told}
        return Phrase(
            span,
            Sort.PRONOUN,
            self.units.line.number,
            self.reach.start,
            gender=genders.pop() if len(genders) == 1 else "",
            number=numbers.pop() if len(numbers) == 1 else "",
            person=person(told[0]),
            definite=True,
            clitic=clitic or any(CLITIC in w.features for w in told),
        )

    def _head(self) -> int | None:
        """The noun that says what the phrase means."""
        nouns = [n for n, u in enumerate(self.row) if u.noun or u.has(ANONYMOUS)]
        if not nouns:
            return None
        links = [
            n
            for n, u in enumerate(self.row)
            if n and u.has("link", *_ENDS) and not u.noun and not u.name and n > nouns[0]
        ]
        stop = min(links, default=len(self.row))
        left = [n for n in nouns if n < stop]
        before = next((n for n, u in enumerate(self.row) if u.has("link", *_ENDS)), stop)
        if not left or (left[0] > before and any(self._plain(n) for n in range(before))):
            return None
        return left[-1] if self.units.line.words.last else left[0]

    def _nameless(self, span: Span) -> Phrase:
        """A phrase without a noun that packs know: an organisation, a place, anything."""
        orgs = [n for n, m in self.names if m.value.type is EntityType.ORG]
        spots = [n for n, m in self.names if m.value.type is EntityType.LOC]
        unknown = [n for n in range(len(self.row)) if self._plain(n)]
        line = self.units.line.number
        anonymous = any(u.has(ANONYMOUS) for u in self.row)
        names = tuple(m for _, m in self.names)
        lone = self.names and (not unknown or self._leads(unknown))
        if lone and (orgs or spots):
            n = (orgs or spots)[0]
            sort = Sort.ORG if orgs else Sort.PLACE
            head = self.reach[n]
            own = self.row[n].name
            return Phrase(
                span, sort, line, head, definite=True, names=names, name=own,
                country=self._country(), org=self._kind(n), number="sg",
            )  # fmt: skip
        return Phrase(
            span, Sort.OTHER, line, self.reach.start,
            definite=self._definite(len(self.row)), names=names, number=self._number(""),
            owners=self._owners(None), country=self._country(), keys=self._keys(),
            anonymous=anonymous,
        )  # fmt: skip

    def _leads(self, unknown: list[int]) -> bool:
        """Whether a name is the head and the unknown words belong to it (“company Sarn”)."""
        first = self.names[0][0]
        return all(n < first for n in unknown) and not any(
            u.has("link", "prep") for u in self.row[unknown[0] : first]
        )

    def _plain(self, n: int) -> bool:
        unit = self.row[n]
        token = self.units.line.tokens[unit.first]
        return token.word and unit.name is None and _SMALL.isdisjoint(unit.tags)

    def _kind(self, n: int) -> str:
        """What kind of organisation the words of a name say it is."""
        unit = self.row[n]
        line = self.units.line
        for i in range(unit.first, unit.stop):
            hit = line.tags[i].get(ORG)
            if hit is not None:
                return what(hit.word)
        return ""

    def _described(self, span: Span, head: int) -> Phrase:
        unit = self.row[head]
        kind = next((k for k in _SORTS if k in unit.tags), ANONYMOUS)
        word = unit.tags[kind].word
        sort = _SORTS[kind]
        if what(word) == GOVERNMENT:
            sort = Sort.STATE
        told = self._number(number(word))
        pointing = self._pointing(head)
        own = self._beside(head, sort) or self._maker(head, sort)
        if own is not None and sort is Sort.PERSON:
            sort = Sort.ORG
        if sort is Sort.PERSON and told == "pl":
            sort = Sort.GROUP
        return Phrase(
            span,
            sort,
            self.units.line.number,
            self.reach[head],
            offices_of(word),
            loose=kind == LEADER,
            org=what(word),
            gender=gender(word) or next((g for g in "mf" if pointing == {g}), ""),
            number=told,
            definite=self._definite(head),
            names=tuple(m for _, m in self.names),
            name=own,
            owners=self._owners(own),
            country=self._country(),
            keys=self._keys(),
            other=self._other(),
            linked=any(u.has("link") for u in self.row[head + 1 :]),
            owned=any(u.has(POSSESSIVE) or u.tail for u in self.row),
            lone=self._lone(head),
            anonymous=any(u.has(ANONYMOUS) for u in self.row),
        )

    def _pointing(self, head: int) -> set[str]:
        """The genders that the articles before a noun tell of a person (“el dirigente”)."""
        found: set[str] = set()
        for unit in self.row[:head]:
            for kind in (DEFINITE, INDEFINITE):
                if kind in unit.tags:
                    found |= unit.tags[kind].word.features & {"m", "f"}
        return found

    def _lone(self, head: int) -> bool:
        return not any(
            self._plain(n) or self.row[n].name for n in range(len(self.row)) if n != head
        )

    def _beside(self, head: int, sort: Sort) -> Mark[Entity] | None:
        """The name of an organisation beside its noun (“the shipping company Sarn”)."""
        if sort not in (Sort.ORG, Sort.MEDIA):
            return None
        for n, found in self.names:
            beside = n == head + 1 or (n == head - 1 and sort is Sort.MEDIA)
            if found.value.type is EntityType.ORG and beside and not self.row[n].tail:
                return found
        return None

    def _maker(self, head: int, sort: Sort) -> Mark[Entity] | None:
        """The organisation that ends a phrase whose noun says what it does (“the dealer Velto”)."""
        line = self.units.line
        if sort is not Sort.PERSON or not (line.words.articles or line.words.last):
            return None
        last = self.row[-1]
        bare = last.name is not None and not last.tail and head == len(self.row) - 2
        return last.name if bare and last.name and last.name.value.type is EntityType.ORG else None

    def _definite(self, head: int) -> bool | None:
        """Whether the phrase points to somebody known."""
        line = self.units.line
        last = len(self.row) - 1
        pointed = False
        for n, unit in enumerate(self.row):
            if n > head and not (n == last and not line.words.articles):
                continue
            if unit.has(DEFINITE, POSSESSIVE):
                pointed = True
            elif unit.has(INDEFINITE, SEVERAL):
                return pointed or False
            elif unit.name is None and line.words.actors.definite(line.keys[unit.first]):
                return True
        return pointed or None

    def _number(self, told: str) -> str:
        if any(u.has(SEVERAL) for u in self.row):
            return "pl"
        for unit in self.row:
            for kind in (DEFINITE, INDEFINITE):
                if kind in unit.tags and not told:
                    told = "".join(unit.tags[kind].word.features & {"sg", "pl"})
        small = any(u.has("det", DEFINITE, INDEFINITE, POSSESSIVE) for u in self.row)
        if not told and self.units.line.words.articles and not (small or self.names):
            return "pl"  # a bare noun of a language with articles
        return told

    def _other(self) -> str:
        for unit in self.row:
            for kind in (FORMER, DEPUTY, ACTING):
                if unit.has(kind) and not unit.noun:
                    return "" if kind == ACTING else kind
        return ""

    def _owners(self, own: Mark[Entity] | None) -> frozenset[str]:
        """The keys of the names that the phrase belongs to."""
        canon = self.scene.canon
        return frozenset(
            canon.get(m.id, m.id)
            for _, m in self.names
            if m is not own and m.value.type is not EntityType.LOC
        )

    def _country(self) -> str:
        """The country of the first place or people inside."""
        span = self.units.span(self.reach.start, self.reach.stop)
        for _, found in self.scene.place_row.meeting(span):
            place: Place = found.value
            if place.country:
                return place.country
        return self._land()

    def _land(self) -> str:
        """The same for a country that no map knows, by its name or an adjective of it."""
        lands = self.scene.lands
        if not lands:
            return ""
        line = self.units.line
        keys = (line.keys[i] for u in self.row for i in range(u.first, u.stop))
        return next((lands[k[:LAND]] for k in keys if k[:LAND] in lands), "")

    def _keys(self) -> frozenset[str]:
        line = self.units.line
        return frozenset(
            line.keys[i]
            for u in self.row
            for i in range(u.first, u.stop)
            if line.tokens[i].word and _SMALL.isdisjoint(u.tags)
        )


def what(word: Word) -> str:
    """What kind of organisation or medium a noun means."""
    if word.kind not in (ORG, MEDIA):
        return ""
    return next((f for f in sorted(word.features) if len(f) > 2 and f != "any"), "")


def spread(units: Units, at: int) -> range:
    """The noun phrase around the noun at unit `at`, as far as small words show it."""
    first = at
    for i in range(at - 1, max(at - 5, -1), -1):
        unit = units.row[i]
        if not units.word(i) or unit.has(
            "prep", "verb", "aux", "conj", "comp", "relative", PRONOUN
        ):
            break
        if unit.has(DEFINITE, INDEFINITE, SEVERAL, POSSESSIVE, "det"):
            first = i
            break
        if unit.has("link"):
            break
        if unit.name is not None or unit.has(FORMER, DEPUTY, ACTING, ANONYMOUS, TITLE) or unit.noun:
            first = i
    stop = at + 1
    while stop < len(units.row) and _goes_on(units, stop):
        stop += 1
    while stop > at + 1 and units.row[stop - 1].has("link", "det") and not units.row[stop - 1].name:
        stop -= 1
    return range(first, stop)


def _goes_on(units: Units, i: int) -> bool:
    """Whether a phrase goes on at unit i: a link, or what a link brings."""
    unit = units.row[i]
    if not units.word(i) or unit.has("verb", "aux", "conj", "comp", "relative", PRONOUN):
        return False
    if unit.name is not None or unit.has(DEFINITE, FORMER):
        return True
    if unit.has("link"):
        return True
    before = units.row[i - 1]
    return before.has("link", "det") and not unit.has("prep")
