"""Those whom an article names, each with all its names, and what titles say of them."""

from __future__ import annotations

from collections import defaultdict

from quoth.lang.actors import DEFINITE, FORMER, INDEFINITE, LEADER, OFFICE, PRONOUN, TITLE
from quoth.link.mentions.names import Keys, acronym, clusters, keys_of
from quoth.link.mentions.phrase import Sort, phrase
from quoth.link.mentions.scene import Scene
from quoth.link.mentions.units import Units
from quoth.link.mentions.who import Who
from quoth.model import ActorKind, Entity, EntityType, Mark, Span

_KINDS = {
    EntityType.PER: (Sort.NAME, ActorKind.PERSON),
    EntityType.ORG: (Sort.ORG, ActorKind.ORGANISATION),
    EntityType.LOC: (Sort.PLACE, ActorKind.OTHER),
}
_STOPS = ("verb", "aux", "conj", "comp", "relative", "sub", PRONOUN)
_BACK = 8
"""Units before a name in which its title begins."""
_AHEAD = 12
"""Units behind a name in which an apposition ends."""
_CLOSERS = frozenset(",.)–—;:!?")


class Cast:
    """The named ones of an article.

    Attributes:
        of: whom each mark of a name means, by the mark's id.
        doubtful: those whom a short name may mean, where there are several.
        titles: units that are a title or an apposition of a name: (line, unit).
        everyone: in the order of their first names.
    """

    def __init__(self, scene: Scene, rows: list[Units]) -> None:
        self.scene, self.rows = scene, rows
        self.of: dict[str, Who] = {}
        self.doubtful: dict[str, list[Who]] = {}
        self.titles: dict[tuple[int, int], Who] = {}
        self.everyone: list[Who] = []
        self._join()
        for units in rows:
            for at in units.named:
                self._title(units, at)

    def _join(self) -> None:
        by_type: dict[EntityType, list[tuple[Mark[Entity], Keys, str]]] = defaultdict(list)
        for found in self.scene.names:
            language = self.scene.lookup.language(found.span) or ""
            keys = keys_of(found.span.of(self.scene.text), language)
            by_type[found.value.type].append((found, keys, language))
        self._settle(by_type)
        for kind, group in by_type.items():
            language = group[0][2]
            joined, doubtful = clusters((k for _, k, _ in group), language)
            made: dict[Keys, Who] = {}
            for found, keys, _ in group:
                head = joined.get(keys)
                if head is not None:
                    self._add(made, head, kind, found)
            for found, keys, _ in group:
                if keys in doubtful:
                    self.doubtful[found.id] = [made[h] for h in doubtful[keys] if h in made]
        self._acronyms()

    def _settle(self, by_type: dict[EntityType, list[tuple[Mark[Entity], Keys, str]]]) -> None:
        """A name that is marked in two ways is what it mostly is."""
        counts: dict[Keys, dict[EntityType, int]] = defaultdict(lambda: defaultdict(int))
        for kind, group in by_type.items():
            for _, keys, _ in group:
                counts[keys][kind] += 1
        for kind, group in list(by_type.items()):
            for one in list(group):
                told = counts[one[1]]
                best = max(told, key=lambda k: told[k])
                if best is not kind and told[best] > told[kind]:
                    group.remove(one)
                    by_type[best].append(one)
        for kind in [k for k, g in by_type.items() if not g]:
            del by_type[kind]

    def _add(
        self, made: dict[Keys, Who], head: Keys, kind: EntityType, found: Mark[Entity]
    ) -> None:
        who = made.get(head)
        if who is None:
            sort, actor = _KINDS[kind]
            who = made[head] = Who(sort, actor, named=True)
            self.everyone.append(who)
        who.names.append(found.span)
        self.of[found.id] = who

    def _acronyms(self) -> None:
        """Join an acronym with the name that it is short for."""
        text = self.scene.text
        orgs = [w for w in self.everyone if w.kind is ActorKind.ORGANISATION]
        long = [w for w in orgs if " " in w.names[0].of(text)]
        for who in orgs:
            short = who.names[0].of(text)
            full = [w for w in long if w is not who and _short_for(text, who, w, short)]
            if len(full) == 1:
                self._merge(who, full[0])

    def _merge(self, who: Who, into: Who) -> None:
        into.names.extend(who.names)
        into.names.sort()
        self.everyone.remove(who)
        for key, value in self.of.items():
            if value is who:
                self.of[key] = into

    def _title(self, units: Units, at: int) -> None:
        """Give a name what the words before and behind it say."""
        mark = units.row[at].name
        who = self.of.get(mark.id) if mark is not None else None
        if who is None or mark is None:
            return
        if mark.value.type is EntityType.PER and who.person:
            for told in (self._before(units, at), self._behind(units, at)):
                if told is not None:
                    self._learn(units, told, who)
            if self._alone(units, at):
                who.learn(phrase(self.scene, units, range(at - 1, at)))

    def apposed(self, units: Units, reach: range) -> None:
        """Give the name behind a description and a comma what the description says."""
        row, at = units.row, reach.stop
        if at + 1 >= len(row) or units.line.keys[row[at].first] not in (",", "("):
            return
        mark = row[at + 1].name
        who = self.of.get(mark.id) if mark is not None else None
        if who is None or not who.person or not self._closed(units, at + 2):
            return
        found = phrase(self.scene, units, reach)
        if found.sort in (Sort.PERSON, Sort.OTHER) and found.name is None:
            who.learn(found)
            who.titles.append(found.span)
            who.phrases.append(found)
            for i in reach:
                self.titles[units.line.number, i] = who

    def _alone(self, units: Units, at: int) -> bool:
        return at > 0 and units.row[at - 1].has(TITLE)

    def _learn(self, units: Units, told: range, who: Who) -> None:
        found = phrase(self.scene, units, told)
        if found.sort is not Sort.PERSON:
            return
        who.learn(found)
        who.titles.append(found.span)
        for i in told:
            self.titles[units.line.number, i] = who

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
            if not units.word(i) or unit.has(*_STOPS):
                break
            if unit.name is not None and unit.name.value.type is EntityType.PER:
                break
            if unit.has(OFFICE, LEADER):
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
                break
        if office < 0:
            return None
        between = [units.row[i] for i in range(office + 1, first + 1)]
        if comma and units.row[office].has(INDEFINITE):
            return None
        plain = [u for u in between if u.name is None and not u.has("link", "det", DEFINITE)]
        if plain and not (capital or any(u.has("link") for u in between)):
            return None
        if between and between[-1].has("link") and not comma:
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
            if not units.word(i):
                break
            stop = i + 1
            if unit.has(*_STOPS):
                return None
            if unit.noun and office < 0:
                if not unit.has(OFFICE, LEADER):
                    return None
                office = i
            elif unit.name is not None and unit.name.value.type is EntityType.PER:
                return None
            elif not unit.has("link", "det", DEFINITE, "prep", FORMER) and unit.name is None:
                plain += 1
        if office < 0 or plain > 3 or not self._closed(units, stop):
            return None
        return range(at + 2, stop)

    def _closed(self, units: Units, at: int) -> bool:
        """Whether a stop or a comma stands at unit `at`."""
        if at >= len(units.row):
            return True
        return units.line.keys[units.row[at].first] in _CLOSERS


def _joins(units: Units, i: int) -> bool:
    unit = units.row[i]
    if unit.has(*_STOPS, "prep", "link"):
        return False
    return unit.name is not None or unit.has(
        FORMER, "deputy", "acting", DEFINITE, INDEFINITE, TITLE
    )


def _short_for(text: str, who: Who, full: Who, short: str) -> bool:
    """Whether a name is the acronym of a longer one, by its letters or by brackets."""
    if acronym(short, full.names[0].of(text)):
        return True
    if not short.isupper() or " " in short:
        return False
    return any(
        text[name.end : name.end + 2 + len(short) + 1] == f" ({short})" for name in full.names
    )


def display(text: str, names: list[Span]) -> Span:
    """The fullest name; of several of one length the one that is most frequent, then first."""
    forms: dict[str, int] = defaultdict(int)
    for span in names:
        forms[span.of(text)] += 1
    return max(
        names,
        key=lambda s: (len(s.of(text).split()), forms[s.of(text)], -len(s), -s.start),
    )
