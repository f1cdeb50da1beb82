"""The units of a noun phrase, and what its small words and names add to its noun."""

from __future__ import annotations

from quoth.lang.actors import (
    ACTING,
    ANONYMOUS,
    DEFINITE,
    DEPUTY,
    DOCUMENT,
    FORMER,
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
)
from quoth.lang.pack import Word
from quoth.link.mentions.given import base_form, given_gender
from quoth.link.mentions.names import endings, keys_of
from quoth.link.mentions.offices import OF_SOMEBODY, REALM, RULING, SEXES
from quoth.link.mentions.scene import LAND, Scene
from quoth.link.mentions.units import NOUNS, Unit, Units
from quoth.link.mentions.whose import follows, person, whose
from quoth.model import Entity, EntityType, Mark, Place

_SMALL = frozenset(
    {"det", "link", "prep", "aux", "conj", DEFINITE, INDEFINITE, SEVERAL, POSSESSIVE}
)

_SITTING = {"parliament": "lawmaker", "council": "councillor"}
"""What a member of such a body is."""
_QUOTES = "«»„“”\"'‘’"


class Parts:
    """The units of a phrase, and what each of them adds."""

    def __init__(self, scene: Scene, units: Units, reach: range) -> None:
        self.scene, self.units, self.reach = scene, units, reach
        self.row = [units.row[i] for i in reach]
        self.names = [(n, u.name) for n, u in enumerate(self.row) if u.name is not None]

    def _is(self, unit: Unit, marks: str) -> bool:
        return self.units.line.keys[unit.first] in marks

    def _key(self, unit: Unit) -> str:
        return self.units.line.keys[unit.first]

    def _plain(self, n: int) -> bool:
        unit = self.row[n]
        token = self.units.line.tokens[unit.first]
        return token.word and unit.name is None and _SMALL.isdisjoint(unit.tags)

    def _pointing(self, head: int) -> set[str]:
        """The genders that the articles before a noun tell of a person (“el dirigente”)."""
        found: set[str] = set()
        for unit in self.row[:head]:
            for kind in (DEFINITE, INDEFINITE):
                if kind in unit.tags:
                    found |= unit.tags[kind].word.features & {"m", "f"}
        return found

    def _sex(self, head: int) -> str:
        """The gender that “woman” or “man” beside a noun tells (“menteri perempuan”)."""
        word = self.row[head].tags.get(OFFICE)
        if self.units.line.words.articles or word is None or self._for(head):
            return ""
        n = head - 1 if self.units.line.words.last else head + 1
        if not 0 <= n < len(self.row) or OFFICE not in self.row[n].tags:
            return ""
        beside = self.row[n].tags[OFFICE].word
        return gender(beside) if offices_of(beside) <= SEXES else ""

    def _gender(self, word: Word, head: int, told: str) -> str:
        """The gender that a noun tells, or the article before it (“la edil”)."""
        pointing = self._pointing(head) | self._self(head)
        if gender(word) == "m" and pointing == {"f"} and told == "sg":
            return "f"
        return gender(word) or next((g for g in "mf" if pointing == {g}), self._sex(head))

    def _self(self, head: int) -> set[str]:
        """The gender that “himself” before a noun tells (“сам чиновник”)."""
        told = [u for u in self.row[:head][:1] if u.has(PRONOUN) and not u.has(POSSESSIVE)]
        told = [u for u in told if number(u.tags[PRONOUN].word) == "sg"]
        return {gender(u.tags[PRONOUN].word) for u in told} & {"m", "f"}

    def _lone(self, head: int) -> bool:
        return not any(
            self._plain(n) or self.row[n].name for n in range(len(self.row)) if n != head
        )

    def _definite(self, head: int) -> bool | None:
        """Whether the phrase points to somebody known."""
        line = self.units.line
        last = len(self.row) - 1
        pointed = False
        for n, unit in enumerate(self.row):
            if n == head + 1 and unit.has(INDEFINITE) and self.units.line.words.prefixed:
                return pointed or self._written(self.row[head])  # “another” stands behind its noun
            if n > head and not (n == last and not line.words.articles):
                continue
            if unit.has(DEFINITE, POSSESSIVE):
                pointed = True
            elif unit.has(INDEFINITE, SEVERAL):
                return pointed or False
            elif unit.name is None and line.words.actors.definite(line.keys[unit.first]):
                return True
        return pointed or None

    def _written(self, unit: Unit) -> bool:
        """Whether an article is written onto a word."""
        return self.units.line.words.actors.definite(self._key(unit))

    def _number(self, told: str, head: int | None = None) -> str:
        # a number behind the noun counts something else (“student of semester seven”)
        if any(u.has(SEVERAL) for u in self.row[:head]):
            return "pl"
        for unit in self.row:
            for kind in (DEFINITE, INDEFINITE):
                if kind in unit.tags and not told:
                    told = "".join(unit.tags[kind].word.features & {"sg", "pl"})
        start = self.reach.start
        brought = start > 0 and self.units.row[start - 1].has(
            "prep", "link", "marker", "det", DEFINITE
        )
        stop = self.reach.stop
        title = stop < len(self.units.row) and person(self.units.row[stop])
        small = brought or title or self._written(self.row[0])
        small = small or any(u.has("det", DEFINITE, INDEFINITE, POSSESSIVE) for u in self.row)
        known = self.units.line.words
        bare = small or self.names or self.units.line.words.prefixed  # “source” is one
        if not told and known.articles and not bare:
            return "pl"  # a bare noun of a language with articles
        return told

    def _one_of(self, head: int) -> bool:
        """Whether one of several is meant: “one of the workers”."""
        first, known = self.row[0], self.units.line.words
        if known.last and not known.articles and head == len(self.row) - 2:
            return self.row[-1].has(INDEFINITE) and not self.row[-1].has(SEVERAL)
        if not first.has(INDEFINITE) or first.has(SEVERAL):
            return False
        if "pl" in first.tags[INDEFINITE].word.features:
            return False
        if head == 1 and self._plural(head) and self.units.line.words.prefixed:
            return "sg" in first.tags[INDEFINITE].word.features
        return any(u.has("link") and not u.noun for u in self.row[1 : min(head, 2)])

    def _plural(self, n: int) -> bool:
        hit = self.row[n].tags.get(OFFICE)
        return hit is not None and number(hit.word) == "pl"

    def _owner(self, n: int, heads: list[int]) -> bool:
        """Whether the name at n, with its title, says whose spokesman or brother is meant."""
        known = self.units.line.words
        if not heads or (known.last and not known.articles):
            return False
        near = heads[-1]
        if not all(u.name is not None or self._plain(k) for k, u in self._between(near, n)):
            return False
        if any(person(u) for _, u in self._between(near, n)):
            return False  # “press officer of governor A. Belov Oleg Zimin”: the second is meant
        if len(heads) == 1:
            return follows(self.units, self.reach.start + n + 1) and self._for(near)
        if not known.articles and self._in_base_form(n):
            return False  # “lawyer of-the-defendant Tigran Oganov”: he is the lawyer
        word = self.row[near].tags.get(OFFICE)
        if word is not None and {gender(word.word), self._given(n)} == {"m", "f"}:
            return False
        return whose(self.units, self.reach[heads[-2]], self.reach[near])

    def _owned(self, n: int) -> bool:
        """Whether the name at n only says to whom the one who is meant belongs."""
        own = self.row[n].name
        if own is not None and own.id in self.scene.owned:
            return True
        behind = range(n + 1, len(self.row))
        if self.row[n].tail and any(self.row[k].noun or self._plain(k) for k in behind):
            return True  # “Ina Lund'un ekibi”
        later = [m for k, m in self.names if k > n and m.value.type is EntityType.PER]
        if self.row[n].tail and later and not any(u.has("conj") for u in self.row[n + 1 :]):
            return True  # “Tıknaz'ın çırağı Behçet Sönmez”
        if self._leading(n):
            return True
        known = [k for k, u in enumerate(self.row[:n]) if u.noun or u.has(ANONYMOUS)]
        if known and self._bodily(n, known):
            return True
        heads = known or [k for k in range(n) if self._plain(k)]
        if not heads:
            return False
        between = self.row[heads[-1] + 1 : n]
        token = self.units.line.tokens
        while between and (between[-1].has(TITLE) or not token[between[-1].first].word):
            between.pop()  # “adviser to Mr Lund”
        article = between[-1].tags.get(DEFINITE) if between else None
        if article is not None and number(article.word) == "pl":
            between = between[:-1]  # “el menor de los Lund”
        # “spokesman for Ina Lund”; but “minister of defence Ina Lund”
        # nor “dokter penyakit dalam Ina Lund”, a doctor of “the inside”
        words = self.units.line.words
        kinds = ("link", "comp", "prep") if words.articles or words.gendered else ("link", "comp")
        links = [u for u in between if u.has(*kinds) and not u.has(TITLE)]
        linked = bool(links) and between[-1] is links[-1]
        return linked or (bool(known) and self._owner(n, known))

    def _leading(self, n: int) -> bool:
        """Whether a noun follows the name at n in a language that puts the head last (“the Lund
        family”, “the Lund camp”)."""
        after = self.row[n + 1 : n + 2]
        if not after or not self.units.line.words.last:
            return False
        brought = n > 0 and self.row[n - 1].has("det", DEFINITE)
        return after[0].has(OFFICE, GROUP, ORG) or (brought and self._plain(n + 1))

    def _bodily(self, n: int, heads: list[int]) -> bool:
        """Whether the nouns before the name at n are a group's, a body's or a writing's, of which
        it says whose they are: “la famille Lund”, “a team around the zoologist Ina Lund”."""
        at, near = heads[0], heads[-1]
        first, words = self.row[at], self.units.line.words
        people = sum(m.value.type is EntityType.PER for _, m in self.names)
        early = any(map(self._plain, range(at))) or (words.last and not words.articles)
        if not early and at == near == n - 1 and people == 1 and self._plural(near):
            return True  # “сторонники Ивана Лунда”
        if self._unknown_of(at, n) or (first.has(ANONYMOUS) and self._near(at, n)):
            return True
        if first.has(OFFICE, LEADER, ANONYMOUS) or not first.has(GROUP, ORG, DOCUMENT):
            return False
        if self.row[near].has(OFFICE, LEADER):
            linked = any(u.has("link", "prep") for u in self.row[at + 1 : near])
            return linked and self._near(at, near)
        if first.has(ORG) or early:
            return False
        return all(self.row[k].has(TITLE) for k in range(at + 1, n))

    def _near(self, first: int, stop: int) -> bool:
        """Whether no comma stands between two units."""
        return not any(self._is(u, ",") for u in self.row[first:stop])

    def _unknown_of(self, at: int, n: int) -> bool:
        """Whether a noun that no pack knows stands with a link before the title of the name at n
        (“the introduction of deputy director Ina Lund”)."""
        before = at - 1
        while before > 0 and self.row[before].has("det", DEFINITE, DEPUTY, FORMER, ACTING):
            before -= 1
        plain = any(map(self._plain, range(before))) and self.units.line.words.articles
        linked = before > 0 and self.row[before].has("link") and not self._plural(at)
        titled = self.row[at].has(OFFICE) and all(self._plain(k) for k in range(at + 1, n))
        return plain and linked and titled

    def _in_base_form(self, n: int) -> bool:
        """Whether the given name at n, in a language of cases, is in none but the first."""
        found, language = self.row[n].name, self.units.line.words.code
        keys = keys_of(found.span.of(self.scene.text), language) if found else ()
        return len(keys) > 1 and bool(endings(language)) and base_form(keys[0])

    def _given(self, n: int) -> str:
        """The gender that the given name at n tells."""
        found, language = self.row[n].name, self.units.line.words.code
        return given_gender(keys_of(found.span.of(self.scene.text), language)) if found else ""

    def _between(self, first: int, stop: int) -> list[tuple[int, Unit]]:
        return list(enumerate(self.row[:stop]))[first + 1 :]

    def _adjectives(self, head: int, n: int) -> bool:
        """Whether nothing but words that say more of the noun at `head`, and quotation marks,
        stand between it and the name at `n` (“l'agence grecque « Pelagos »”, “le fabricant de
        chaudières Vaubert”)."""
        between = self._between(head, n)
        words = [k for k, u in between if not self._is(u, _QUOTES)]
        first = self.row[words[0]] if len(words) > 1 else None
        if first is not None and first.has("link") and not first.has(DEFINITE):
            words = words[1:]
        return all(self._plain(k) and not self.row[k].noun for k in words)

    def _first(self, n: int, head: int) -> bool:
        """Whether the name at n begins a phrase, and a comma and its noun come behind it (“Sarn,
        the firm that runs it”)."""
        before = self.row[:n]
        comma = n + 1 < head and self._is(self.row[n + 1], ",")
        return comma and all(u.has("det", DEFINITE) for u in before)

    def _apposed(self, head: int, n: int) -> bool:
        """Whether the name at n follows its noun behind a comma (“his union, the Sailors' League”),
        at the end where more than that noun comes first (“the firm that runs it, Sarn”)."""
        earlier = any(k < n for k, _ in self.names)
        behind = self._comma(n)
        last = n == len(self.row) - 1 and not earlier
        return behind > head and (last or behind == head + 1)

    def _directly(self, head: int, n: int) -> bool:
        """Whether nothing but a comma and an article stands between a noun and the name at n."""
        return self._comma(n) == head + 1

    def _comma(self, n: int) -> int:
        """The unit of the comma before the name at n and its article; -1 where there is none."""
        at = n - 1
        while at > 0 and self.row[at].has("det", DEFINITE):
            at -= 1
        return at if at > 0 and self._is(self.row[at], ",") else -1

    def _belongs(self, word: Word, head: int) -> bool:
        """Whether another noun says whose lawyer or what union is meant, without a link."""
        of_somebody = not OF_SOMEBODY.isdisjoint(offices_of(word))
        if word.kind != ORG and not of_somebody:
            return False
        beside = self.row[:head] if self.units.line.words.last else self.row[head + 1 :]
        told = [u.tags[k].word for u in beside for k in (OFFICE, GROUP, ORG) if k in u.tags]
        if any(of_somebody or number(w) == "pl" for w in told):
            return True
        stems = (self._key(u).partition("'")[0] for u in beside if "'" in self._key(u))
        known = self.units.line.words
        return of_somebody and any(not known.tags([s], 0).keys().isdisjoint(NOUNS) for s in stems)

    def _for(self, n: int) -> bool:
        """Whether the noun at n says what somebody is for somebody else."""
        word = self.row[n].tags.get(OFFICE)
        return word is not None and not OF_SOMEBODY.isdisjoint(offices_of(word.word))

    def _other(self) -> str:
        ends = (n for n, u in enumerate(self.row) if n and u.has("link"))
        for unit in self.row[: next(ends, None)]:  # “the lawyer of the former mayor” is no former
            for kind in (FORMER, DEPUTY, ACTING):
                if unit.has(kind) and not unit.noun:
                    return "" if kind == ACTING else kind
            if unit.noun and FORMER in self.units.line.words.actors.written_on(self._key(unit)):
                return FORMER
        return ""

    def _owners(self, own: Mark[Entity] | None) -> frozenset[str]:
        """The keys of the names that the phrase belongs to."""
        canon = self.scene.canon
        return frozenset(
            canon.get(m.id, m.id)
            for _, m in self.names
            if m is not own and m.value.type is not EntityType.LOC
        )

    def _kind(self, n: int) -> str:
        """What kind of organisation the words of a name say it is."""
        unit = self.row[n]
        line = self.units.line
        for i in range(unit.first, unit.stop):
            hit = line.tags[i].get(ORG)
            if hit is not None:
                return what(hit.word)
        return ""

    def _held(self, word: Word) -> frozenset[str]:
        """The offices of a noun; one of many offices beside the name of a body that rules no place
        is none of those who do: “the leader of the Workers' Union” is no prime minister."""
        bodies = {self._kind(n) for n, m in self.names if m.value.type is EntityType.ORG}
        held = offices_of(word)
        if held == {"member"} and bodies & _SITTING.keys():  # “Anggota DPRD”
            return frozenset(_SITTING[kind] for kind in bodies & _SITTING.keys())
        loose = word.kind == LEADER and bodies and RULING.isdisjoint(bodies)
        return held - REALM if loose else held

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
    """What kind of organisation, medium or writing a noun means."""
    if word.kind not in (ORG, MEDIA, DOCUMENT):
        return ""
    return next((f for f in sorted(word.features) if len(f) > 2 and f != "any"), "")
