"""A noun phrase taken apart: whom it may mean."""

from __future__ import annotations

from dataclasses import replace

from quoth.lang.actors import (
    AGE,
    ANONYMOUS,
    BOTH,
    CALLED,
    CLITIC,
    DEFINITE,
    DOCUMENT,
    FORMER,
    GOVERNMENT,
    GROUP,
    INDEFINITE,
    LEADER,
    MEDIA,
    NEAR,
    OFFICE,
    ORG,
    POSSESSIVE,
    PRONOUN,
    TITLE,
    gender,
    number,
    person,
)
from quoth.lang.pack import Word
from quoth.link.mentions.described import Phrase, Sort
from quoth.link.mentions.offices import ANYBODY
from quoth.link.mentions.parts import Parts, what
from quoth.link.mentions.scene import Scene
from quoth.link.mentions.units import Unit, Units
from quoth.link.mentions.whose import doubled
from quoth.model import Entity, EntityType, Mark, Span

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
_APPOSED = frozenset(
    {"company", "trade", "insurer", "club", "party", "bank", "union", "association"}
    | {"organisation"}
)
"""Kinds of organisations whose noun stands before their own name in every language."""
_ENDS = frozenset({"prep", "relative", "comp", "sub"})
_APOSTROPHES = ("'", "’")
_LIST = 60
"""Units between the first and the last name of a list."""


def phrase(scene: Scene, units: Units, reach: range, span: Span | None = None) -> Phrase:
    """Take the units `reach` of a line apart.

    Args:
        span: its words, where they are less than the units (a pronoun written onto a word).
    """
    return _Parts(scene, units, reach).phrase(span)


class _Parts(Parts):
    """A phrase while it is taken apart."""

    def phrase(self, given: Span | None) -> Phrase:
        found = self._phrase(given)
        if not self.names and any(u.has(BOTH) for u in self.row):
            return replace(found, both=True, number="pl")
        if found.sort is Sort.ORG and found.head >= 0 and found.name is None:
            return replace(found, noun=self.units.key(found.head))
        if found.sort not in (Sort.OTHER, Sort.PERSON):
            return found
        aged = any(k[:1].isdigit() and any(c.isalpha() for c in k) for k in found.keys)
        aged = aged or any(u.has(AGE) for u in self.row)
        noun = self._noun(found)
        if aged and found.sort is Sort.OTHER and noun[:1].isdigit():
            return replace(found, sort=Sort.PERSON, offices=ANYBODY, aged=True, definite=True)
        definite = True if aged and found.definite is None else found.definite
        return replace(found, noun=noun, aged=aged, definite=definite)

    def _noun(self, found: Phrase) -> str:
        """The key of the noun; of one that no pack knows the first or last word before a link."""
        if found.sort is not Sort.OTHER:
            return self.units.key(found.head)
        stop = next(
            (n for n, u in enumerate(self.row) if n and u.has("link", *_ENDS)), len(self.row)
        )
        plain = [n for n in range(stop) if self._plain(n) and not self.row[n].has(FORMER)]
        if not plain:
            return ""
        return self.units.key(self.reach[plain[-1] if self.units.line.words.last else plain[0]])

    def _phrase(self, given: Span | None) -> Phrase:
        span = given or self._span()
        name = self._person()
        if name is not None:
            return self._named(span, name)
        pronoun = self._pronoun(span)
        if pronoun is not None:
            return pronoun
        head = self._head()
        if head is None:
            return self._sir(span) or self._nameless(span)
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
        people = (n for n, m in self.names if m.value.type is EntityType.PER)
        return next((n for n in people if not self._owned(n)), None)

    def _named(self, span: Span, n: int) -> Phrase:
        offices, told = self._titled(n)
        own = self.row[n].name
        joined = tuple(m for k, m in self.names if k > n and self._joins(n, k))
        return Phrase(
            span,
            Sort.NAME,
            self.units.line.number,
            self.reach[n],
            offices,
            gender=told,
            number="pl" if joined else "sg",
            definite=True,
            names=tuple(m for _, m in self.names),
            name=own,
            joined=joined,
            beside=range(0) if joined else self._noun_beside(n),
            country=self._country(),
            owners=self._owners(own),
            other=self._other(),
        )

    def _titled(self, n: int) -> tuple[frozenset[str], str]:
        """The office that the words before the name at n give its bearer, and the gender."""
        nouns = [u for u in self.row[:n] if u.has(OFFICE, LEADER)]
        link = next((k for k, u in enumerate(self.row[:n]) if k and u.has("link")), n)
        before = [u for u in self.row[:link] if u.has(OFFICE, LEADER)] or nouns
        chosen = before[-1:] if self.units.line.words.last else before[:1]
        offices: set[str] = set()
        told = next(
            (g for u in self.row[:n] if u.has(TITLE) and (g := gender(u.tags[TITLE].word))), ""
        )
        for unit in chosen:
            word = unit.tags[OFFICE if unit.has(OFFICE) else LEADER].word
            offices |= self._held(word)
            told = gender(word) or told
        return frozenset(offices), told

    def _joins(self, n: int, k: int) -> bool:
        """Whether the name at k stands beside the one at n in a list; not where it says whose
        lawyer that one is (“Adam Roe, Ina Lund's lawyer”)."""
        between = self.row[n + 1 : k]
        first, own = self.row[n].name, self.row[k].name
        if len(between) > _LIST or own is None or own.value.type is not EntityType.PER:
            return False
        if self._owned(k) or (between and self._for(k - 1) and not self._conj(between)):
            return False
        written = self.scene.text[first.span.end : own.span.start].strip() if first else ""
        if not between:  # “سلمى خليل وسامي حداد”
            return "conj" in self.units.line.words.tags([written], 0)
        return (self._conj(between) or any(self._is(u, ",&") for u in between)) and not any(
            u.has("prep", "relative") for u in between
        )

    def _conj(self, between: list[Unit]) -> bool:
        return any(u.has("conj") for u in between)

    def _noun_beside(self, n: int) -> range:
        """The units behind “and” right after the name at n, where a noun of one person follows."""
        after = self.row[n + 1 :]
        if not after or not after[0].has("conj"):
            return range(0)
        for unit in after[1:]:
            if unit.has(OFFICE):
                return range(self.reach[n] + 2, self.reach.stop)
            if not unit.has("det", DEFINITE, INDEFINITE, POSSESSIVE):
                break
        return range(0)

    def _pronoun(self, span: Span) -> Phrase | None:
        words = [u for u in self.row if self.units.line.tokens[u.first].word]
        if len(words) != 1 or words[0].name is not None:
            return self._clitic(span)
        unit = words[0]
        keys = self.units.line.keys[unit.first : unit.stop]
        found = [h.word for h in self.units.line.words.actors.at(keys, 0) if h.length == len(keys)]
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
        known = self.units.line.words.actors
        told = [w for w in known.clitics if w.keys[0].lstrip("-") == key]
        if self.scene.text[span.end : span.end + 1] in _APOSTROPHES:  # “I'd”
            told += [h.word for h in known.at([key], 0) if h.word.kind == PRONOUN]
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
            near=all(NEAR in w.features for w in told),
            clitic=clitic or any(CLITIC in w.features for w in told),
        )

    def _head(self) -> int | None:
        """The noun that says what the phrase means."""
        nouns = [n for n, u in enumerate(self.row) if u.noun or u.has(ANONYMOUS)]
        if self.units.line.words.last and not self.units.line.words.articles:
            # “öğretmen Ina Lund'un defteri”, the notebook of a teacher
            owners = [n for n, _ in self.names if self.row[n].tail]
            after = [n for n in range(max(owners, default=-1) + 1, len(self.row)) if owners]
            if any(self._plain(n) for n in after):
                nouns = [n for n in nouns if n in after]
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
            anonymous=anonymous, other=self._other(),
        )  # fmt: skip

    def _sir(self, span: Span) -> Phrase | None:
        """A title that stands for a man or a woman: “the lady”, “die Frau”."""
        titles = [n for n, u in enumerate(self.row) if u.has(TITLE)]
        told = gender(self.row[titles[0]].tags[TITLE].word) if len(titles) == 1 else ""
        if told not in ("m", "f") or self.names or not self._lone(titles[0]):
            return None
        definite = self._definite(titles[0])
        if definite is None:
            return None
        at, offices = self.reach[titles[0]], frozenset({"man" if told == "m" else "woman"})
        return Phrase(
            span, Sort.PERSON, self.units.line.number, at, offices, gender=told, number="sg",
            definite=definite, keys=self._keys(), lone=True,
            owned=any(u.has(POSSESSIVE) or u.tail for u in self.row),
        )  # fmt: skip

    def _leads(self, unknown: list[int]) -> bool:
        """Whether a name is the head and the unknown words belong to it (“company Sarn”)."""
        first = next((n for n, _ in self.names if not self.row[n].tail), 0)
        return all(n < first for n in unknown) and not any(
            u.has("link", "prep") for u in self.row[unknown[0] : first]
        )

    def _described(self, span: Span, head: int) -> Phrase:
        unit = self.row[head]
        kind = next((k for k in _SORTS if k in unit.tags), ANONYMOUS)
        word = unit.tags[kind].word
        sort = _SORTS[kind]
        if what(word) == GOVERNMENT or (unit.has(GOVERNMENT) and self._country()):
            sort = Sort.STATE
        one = self._one_of(head)
        told = "sg" if one else self._number(number(word), head)
        pointing = self._pointing(head)
        grown = self.units.line.words.actors.compound  # where a noun of men may be its own plural
        if (not told or grown) and gender(word) == "m" and pointing == {"f"}:
            told = "pl"  # “die Fischer”
        if doubled(self.row, head):
            told = "pl"
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
            self._held(word),
            loose=kind == LEADER,
            org=what(word),
            gender=self._gender(word, head, told),
            number=told,
            definite=False if one else self._definite(head),
            names=tuple(m for _, m in self.names),
            name=own,
            owners=self._owners(own),
            country=self._country(),
            keys=self._keys(),
            other=self._other(),
            linked=any(u.has("link") for u in self.row[head + 1 :]),
            belongs=self._belongs(word, head),
            owned=any(u.has(POSSESSIVE) or u.tail for u in self.row),
            lone=self._lone(head),
            anonymous=any(u.has(ANONYMOUS) for u in self.row),
        )

    def _beside(self, head: int, sort: Sort) -> Mark[Entity] | None:
        """The name of an organisation beside its noun (“the shipping company Sarn”)."""
        if sort not in (Sort.ORG, Sort.MEDIA):
            return None
        known = self.units.line.words
        own = known.articles or known.last or sort is Sort.MEDIA
        if not own and what(self.row[head].tags[ORG].word) not in _APPOSED:
            return None  # “управление МЧС” is no ministry
        for n, found in self.names:
            beside = n > head and self._adjectives(head, n)
            beside = (
                beside
                or self._apposed(head, n)
                or (n == head - 1 and sort is Sort.MEDIA and self._definite(head) is not False)
            )
            beside = beside or (n == head - 2 and self.row[n + 1].has(CALLED))
            beside = beside or self._first(n, head)
            if found.value.type is EntityType.ORG and beside and not self.row[n].tail:
                return found
        return None

    def _maker(self, head: int, sort: Sort) -> Mark[Entity] | None:
        """The organisation that ends a phrase whose noun says what it does (“the dealer Velto”,
        “the operator, the company Gomma”)."""
        line, last = self.units.line, self.row[-1]
        beside = line.words.last or (line.words.articles and not self.units.line.words.prefixed)
        if sort is not Sort.PERSON or not beside:  # “مدرب النخيل” is Nakheel's coach
            return None
        for n, found in self.names[:1]:  # “the investor, the Sarn of Aarnes”
            near = self._near(n, len(self.row)) and not self._conj(self.row[head:])
            if found.value.type is EntityType.ORG and near and self._directly(head, n):
                return found
        if last.name is None or last.name.value.type is not EntityType.ORG:
            return None
        if any(self._is(u, ",") for u in self.row[head + 1 :]) and self.row[-2].has(ORG):
            return last.name
        return last.name if not last.tail and self._adjectives(head, len(self.row) - 1) else None
