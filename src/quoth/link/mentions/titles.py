"""What titles, appositions and simple sentences say of those who are named."""

from __future__ import annotations

from dataclasses import replace

from quoth.lang.actors import (
    ACTING,
    DEFINITE,
    DEPUTY,
    FORMER,
    INDEFINITE,
    LEADER,
    OFFICE,
    POSSESSIVE,
    PRONOUN,
    TITLE,
    gender,
    number,
    offices_of,
)
from quoth.lang.offices import akin
from quoth.lang.pack import Word
from quoth.lang.places import place_words
from quoth.link.mentions.body import kind, medium, press
from quoth.link.mentions.cast import Cast
from quoth.link.mentions.described import Sort
from quoth.link.mentions.given import oblique
from quoth.link.mentions.offices import ANYBODY, KIN, OF_SOMEBODY
from quoth.link.mentions.phrase import phrase
from quoth.link.mentions.scene import Scene
from quoth.link.mentions.units import Unit, Units
from quoth.link.mentions.who import Who
from quoth.link.mentions.whose import construct, follows, whose
from quoth.model import ActorKind, EntityType
from quoth.model.row import Row

_STOPS = ("verb", "aux", "conj", "comp", "relative", "sub", PRONOUN)
_TITLED = 5
"""Units behind a comma within which the name of an apposition stands."""
_BACK = 10
"""Units before a name in which its title begins."""
_AHEAD = 12
"""Units behind a name in which an apposition ends."""
_NOUN_LIKE = frozenset({OFFICE, LEADER})
_GIVEN = (DEFINITE, FORMER, DEPUTY, ACTING)
_COPULA = "p"
"""The feature of forms of “to be” among the auxiliaries of a pack."""
_CLOSERS = frozenset(",.()–—;:!?")


class Titles:
    """Learns what is said of the named ones beside their names.

    Attributes:
        of: whose title or apposition a unit is: by line and unit.
    """

    def __init__(self, scene: Scene, rows: list[Units], cast: Cast) -> None:
        self.scene, self.cast = scene, cast
        self.of: dict[tuple[int, int], Who] = {}
        self._late: list[tuple[Units, int, range, Who]] = []
        self.sources: Row[int] = Row(
            (s, n) for n, m in enumerate(scene.statements) for s in m.value.source
        )
        for units in rows:
            for at in units.named:
                self._title(units, at)
        self._late.sort(key=lambda one: self._short(one[0], one[1], one[3]))
        for units, at, told, who in self._late:
            self._relation(units, at, told, who)

    def _title(self, units: Units, at: int) -> None:
        """Give a name what the words before and behind it say."""
        mark = units.row[at].name
        who = self.cast.of.get(mark.id) if mark is not None else None
        if who is None or mark is None:
            return
        if who.kind is ActorKind.ORGANISATION:
            who.medium = who.medium or medium(units, at) or press(units, at)
            who.org = who.org or kind(units, at)
        if mark.value.type is EntityType.PER and who.person:
            for told in (self._before(units, at), self._behind(units, at), _predicate(units, at)):
                if told is not None and self._parted(units, at, told):
                    continue
                if told is not None and _relative(units, at, told):
                    self._late.append((units, at, told, who))
                elif told is not None:
                    self._learn(units, told, who)
            self._plain_words(units, at, who)
            if self._alone(units, at):
                who.learn(phrase(self.scene, units, range(at - 1, at)))

    def _parted(self, units: Units, at: int, told: range) -> bool:
        """Whether a name and a noun beside it are the sources of two statements: “According to
        Lund, the mayor knew”."""
        if not told:
            return False
        name, noun = units.span(at, at + 1), units.span(told.start, told.stop)
        one = {s for s, _ in self.sources.meeting(name) if s.covers(name)}
        other = {s for s, _ in self.sources.meeting(noun)}
        return bool(one) and bool(other) and one.isdisjoint(other)

    def _relation(self, units: Units, at: int, told: range, who: Who) -> None:
        """Tell “lawyer Lund” from “Lund's lawyer” in a language that puts no word between."""
        mark, noun = units.row[at].name, units.row[at - 1].tags[OFFICE].word
        if mark is not None and self._belongs(units, at, noun, who):
            self.scene.owned.add(mark.id)
            who.words.discard(units.key(at - 1))
        else:
            self._learn(units, told, who)

    def _belongs(self, units: Units, at: int, noun: Word, who: Who) -> bool:
        """Whether a noun means not the one named behind it, but somebody of theirs."""
        if construct(units, at - 1) or {gender(noun), who.given} == {"m", "f"}:
            return True
        if follows(units, at + 1):
            return True
        if self._oblique(units, at):
            return True
        kin, short = bool(offices_of(noun) & KIN), self._short(units, at, who)
        code = units.line.words.code
        plain = not (units.line.words.articles or place_words(code).endings)  # “istri Ina Lund”
        if kin and (plain or short or who.offices - ANYBODY):
            return True
        if not short or _holds(noun, who.offices):
            return False
        return bool(who.offices - ANYBODY) or any(
            _holds(noun, w.offices) for w in self.cast.everyone
        )

    def _oblique(self, units: Units, at: int) -> bool:
        """Whether a name behind the subject of a verb is in another case than a subject's: “the
        lawyer of Ivan Lund said” without an “of”."""
        mark = units.row[at].name
        if mark is None or not oblique(units.key(at).split()[0], units.line.words.code):
            return False
        said = (n for s, n in self.sources.meeting(mark.span) if s.start < mark.span.start)
        cues = (s for n in said for s in self.scene.statements[n].value.cue)
        return any(units.row[i].has("verb") for s in cues for i in units.inside(s))

    def _short(self, units: Units, at: int, who: Who) -> bool:
        mark = units.row[at].name
        return mark is not None and len(mark.span) < len(self.cast.fullest(who))

    def apposed(self, units: Units, reach: range) -> None:
        """Give the name behind a description and a comma, or right behind “his accountant”, what
        the description says."""
        row, at = units.row, reach.stop
        if at + 1 >= len(row):
            return
        comma = units.line.keys[row[at].first] in (",", "(")
        name = self._apposed_name(units, at + 1) if comma else at
        mark = row[name].name
        who = self.cast.of.get(mark.id) if mark is not None else None
        if who is None or not (self._closed(units, name + 1) if comma else self._bare(units, at)):
            return
        found = phrase(self.scene, units, reach)
        if not comma and not found.owned:
            return
        fit = (Sort.PERSON, Sort.OTHER) if who.person else (Sort.ORG, Sort.MEDIA, Sort.OTHER)
        if found.sort in fit and found.name is None and who.kind is not ActorKind.OTHER:
            who.learn(found)
            who.titles.append(found.span)
            if found.owned:
                who.tied.add(found.noun)
            who.describe(found)
            for i in reach:
                self.of[units.line.number, i] = who

    def _bare(self, units: Units, at: int) -> bool:
        """Whether a person's name that nothing is written onto, and that nobody says and that says
        nothing, is at unit `at`."""
        mark, first = units.row[at].name, units.line.tokens[units.row[at].first]
        if mark is None or mark.value.type is not EntityType.PER:
            return False
        plain = first.start == mark.span.start and not units.row[at].tail
        used = any(True for _ in self.sources.meeting(mark.span))
        return plain and not used and not self.scene.outer(mark.span)

    def _apposed_name(self, units: Units, at: int) -> int:
        """The name behind a comma, perhaps with a title (“its head, the biologist Ina Lund,”)."""
        for i in range(at, min(at + _TITLED, len(units.row))):
            unit = units.row[i]
            if unit.name is not None:
                return i
            if not units.word(i) or (unit.has(*_STOPS, "prep") and not unit.has(DEFINITE)):
                break
            if i == at and not _opens(units, i):
                break
        return at

    def _alone(self, units: Units, at: int) -> bool:
        return at > 0 and units.row[at - 1].has(TITLE)

    def _plain_words(self, units: Units, at: int, who: Who) -> None:
        """The noun beside a name that no pack knows (“bekçi Dursun Keleş”)."""
        if at and units.word(at - 1):
            unit = units.row[at - 1]
            if unit.name is None and unit.tags.keys() <= _NOUN_LIKE:
                who.words.add(units.key(at - 1))
                former = at > 1 and units.row[at - 2].has(FORMER)
                former |= FORMER in units.line.words.actors.written_on(units.key(at - 1))
                who.others.add(FORMER if former else "")

    def _learn(self, units: Units, told: range, who: Who) -> None:
        found = phrase(self.scene, units, told)
        if found.sort is not Sort.PERSON:
            return
        who.learn(replace(found, loose=False))
        who.words.add(found.noun)
        before = units.row[told.start - 1] if told.start else None
        if found.owned or (before is not None and (before.has(POSSESSIVE) or before.tail)):
            who.tied.add(found.noun)
        who.titles.append(found.span)
        for i in told:
            self.of[units.line.number, i] = who

    def _before(self, units: Units, at: int) -> range | None:
        """The title before a name."""
        office = -1
        unknown = capital = 0
        comma = at > 0 and units.line.keys[units.row[at - 1].first] == ","
        if comma and not self._closed(units, at + 1):
            return None
        first = at - 2 if comma else at - 1
        for i in range(first, max(at - _BACK, -1), -1):
            unit = units.row[i]
            if _bracket(units, i):
                continue
            if not units.word(i) or unit.has(*_STOPS):
                break
            if unit.name is not None and unit.name.value.type is EntityType.PER:
                break
            if unit.has(OFFICE, LEADER):
                if office >= 0 and not comma and whose(units, i, office):
                    break  # “spokesman of the minister Ina Lund”
                office = i
                unknown = 0
            elif unit.has("prep") and not unit.has("link"):
                break
            elif unit.name is None and not unit.has("link", "det", DEFINITE, FORMER):
                unknown += 1
                capital += units.line.tokens[unit.first].capital
                if unknown > 2:
                    break
            if office >= 0 and unit.has(DEFINITE, INDEFINITE, "det"):
                several = comma and _plural(units.row[office])
                if not (several and i and units.row[i - 1].has("link")):
                    break  # but “the widow of one of the victims, Ina Lund”
        if office < 0:
            return None
        between = [units.row[i] for i in range(office + 1, first + 1)]
        if comma and units.row[office].has(INDEFINITE):
            return None
        words = [u for u in between if units.line.tokens[u.first].word]
        plain = [u for u in words if u.name is None and not u.has("link", "det", *_GIVEN)]
        linked = any(u.has("link") for u in between) or _constructed(units, office, plain)
        if plain and not (capital or linked):
            return None
        words = [u for u in words if not u.has(TITLE)]
        if words and words[-1].has("link") and not comma:
            return None  # “spokesman for Ina Lund”
        start = office
        while start > 0 and units.word(start - 1) and _joins(units, start - 1):
            start -= 1
        return range(start, first + 1)

    def _behind(self, units: Units, at: int) -> range | None:
        """The apposition behind a name: “Ina Lund, the mayor of Aarnes,”."""
        row = units.row
        if at + 2 >= len(row) or units.line.keys[row[at + 1].first] not in (",", "(", "–", "-"):
            return None
        office = -1
        plain = 0
        stop = at + 2
        for i in range(at + 2, min(at + _AHEAD, len(row))):
            unit = row[i]
            if not units.word(i) or unit.has("relative"):
                break
            stop = i + 1
            if unit.has(*_STOPS) and not unit.has(POSSESSIVE):
                return None
            if unit.noun and office < 0:
                if not unit.has(OFFICE, LEADER):
                    return None
                office = i
            elif unit.name is not None and unit.name.value.type is EntityType.PER:
                return None
            elif (
                not unit.has("link", "det", DEFINITE, POSSESSIVE, "prep", FORMER)
                and unit.name is None
            ):
                plain += 1
        if office < 0 or plain > 3 or not self._closed(units, stop):
            return None
        if office > at + 2 and units.line.words.prefixed:
            return None  # “، وكيل صاحب المطعم،”: not the owner, but somebody of his
        if follows(units, stop):
            return None  # “…, the mayor of Aarnes, Ina Lund, …” behind somebody else's name
        return range(at + 2, stop)

    def _closed(self, units: Units, at: int) -> bool:
        """Whether a stop or a comma stands at unit `at`."""
        if at >= len(units.row):
            return True
        unit = units.row[at]
        return units.line.keys[unit.first] in _CLOSERS or unit.has("relative")


def _opens(units: Units, i: int) -> bool:
    """Whether a word may open an apposition: in a language that writes its article onto the noun,
    one with it (“، الإيطالي ماركو فيرانتي،”), or a noun that the pack knows."""
    known, unit = units.line.words.actors, units.row[i]
    if not units.line.words.prefixed:
        return True
    return unit.noun or unit.has(TITLE) or known.definite(units.line.keys[unit.first])


def _constructed(units: Units, office: int, plain: list[Unit]) -> bool:
    """Whether words with an article written onto them say whose the noun is (“minister
    the-water”)."""
    line, known = units.line, units.line.words.actors
    return construct(units, office) and all(known.definite(line.keys[u.first]) for u in plain)


def _joins(units: Units, i: int) -> bool:
    unit = units.row[i]
    if unit.has(*_STOPS, "prep", "link"):
        return False
    return unit.name is not None or unit.has(FORMER, DEPUTY, ACTING, DEFINITE, INDEFINITE, TITLE)


def _predicate(units: Units, at: int) -> range | None:
    """What a name is said to be: “Coyle was the last witness”."""
    row = units.row
    first = at + 1
    if first < len(row) and units.line.keys[row[first].first] == ",":
        first += 1
    if first + 1 >= len(row) or not _copula(units, first):
        return None
    for i in range(first + 1, min(first + 7, len(row))):
        unit = row[i]
        if not units.word(i) or unit.has(*_STOPS, "prep", "link"):
            return None
        if unit.has(OFFICE):
            following = row[i + 1] if i + 1 < len(row) else None
            if following is not None and following.noun:
                continue
            return range(first + 1, i + 1)
    return None


def _copula(units: Units, i: int) -> bool:
    hit = units.row[i].tags.get("aux")
    return hit is not None and _COPULA in hit.word.features


def _plural(unit: Unit) -> bool:
    """Whether a noun means several."""
    return any(number(unit.tags[k].word) == "pl" for k in _NOUN_LIKE if k in unit.tags)


def _bracket(units: Units, i: int) -> bool:
    """Whether unit i is a bracket around a lone name, an acronym."""
    row, keys = units.row, units.line.keys
    key = keys[row[i].first]
    if key == ")":
        return i >= 2 and row[i - 1].name is not None and keys[row[i - 2].first] == "("
    return key == "(" and i + 2 < len(row) and row[i + 1].name is not None


def _relative(units: Units, at: int, told: range) -> bool:
    """Whether a noun for what somebody is for somebody else stands bare before the name at `at`."""
    known = units.line.words
    word = units.row[at - 1].tags.get(OFFICE) if told.stop == at else None
    if word is None or known.last or any(units.row[i].has(POSSESSIVE) for i in told):
        return False
    if number(word.word) == "pl" or OF_SOMEBODY.isdisjoint(offices_of(word.word)):
        return False
    return not known.articles or construct(units, at - 1)


def _holds(noun: Word, known: set[str]) -> bool:
    return not akin(offices_of(noun)).isdisjoint(known)
