"""Those whom an article names, each with all its names, and what titles say of them."""

from __future__ import annotations

from collections import defaultdict

from quoth.link.chains.media import media
from quoth.link.mentions.described import Sort
from quoth.link.mentions.given import given_gender
from quoth.link.mentions.names import Keys, begun, clusters, initials, keys_of, letters, within
from quoth.link.mentions.scene import LAND, Scene
from quoth.link.mentions.who import Who
from quoth.model import ActorKind, Entity, EntityType, Mark, Span
from quoth.text import fold

_KINDS = {
    EntityType.PER: (Sort.NAME, ActorKind.PERSON),
    EntityType.ORG: (Sort.ORG, ActorKind.ORGANISATION),
    EntityType.LOC: (Sort.PLACE, ActorKind.OTHER),
}

_INITIAL = 2  # characters of an initial with its stop
_BRACKET = 40
"""Characters of an acronym in brackets at most, with the closing one."""


class Cast:
    """The named ones of an article.

    Attributes:
        of: whom each mark of a name means, by the mark's id.
        doubtful: those whom a short name may mean, where there are several.
        everyone: in the order of their first names.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.of: dict[str, Who] = {}
        self.doubtful: dict[str, list[Who]] = {}
        self.everyone: list[Who] = []
        self._fullest: dict[int, Span] = {}
        self._bearers: dict[str, dict[Keys, Who]] = {}
        self._join()
        for key, who in self.of.items():
            scene.canon[key] = str(id(who))
        self._lands()
        for who in self.everyone:
            if who.kind is ActorKind.ORGANISATION:
                who.medium = any(self._press(n) for n in who.names)
                self._wires(who)
        for who in self.everyone:
            if who.person:
                who.given = self._given(who)

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
            kept: list[tuple[Mark[Entity], Keys, str]] = []
            for one in group:
                told = counts[one[1]]
                best = max(told, key=lambda k: told[k])
                (by_type[best] if told[best] > told[kind] else kept).append(one)
            by_type[kind] = kept
        for kind in [k for k, g in by_type.items() if not g]:
            del by_type[kind]

    def _wires(self, who: Who) -> None:
        """Take the name in a dateline for an agency's (“ALMARZA, 8 July (Agencia Levante) –”)."""
        told = (b.part("agency") for b in self.scene.article.blocks)
        if any(span.covers(n) for span in told if span is not None for n in who.names):
            who.medium, who.org = True, who.org or "agency"

    def _press(self, name: Span) -> bool:
        """Whether a name is that of a medium: one that is known, or the page's own."""
        if media().named(name.of(self.scene.text)):
            return True
        language, site = self.scene.lookup.language(name) or "", self.scene.article.meta.site
        own = keys_of(name.of(self.scene.text), language)
        full = keys_of(site or "", language)
        if not (within(own, full, language) or within(full, own, language)):
            return False
        # a paper is called by its town, and so is the town's club
        places = (w for w in self.everyone if w.sort is Sort.PLACE)
        towns = {
            k for w in places for n in w.names for k in keys_of(n.of(self.scene.text), language)
        }
        return not towns.issuperset(own)

    def _given(self, who: Who) -> str:
        """Whether its given name is a man's or a woman's."""
        for span in sorted(who.names, key=lambda s: -len(s)):
            language = self.scene.lookup.language(span) or ""
            told = given_gender(keys_of(span.of(self.scene.text), language))
            if told:
                return told
        return ""

    def _lands(self) -> None:
        """Places that no map knows may be countries."""
        for who in self.everyone:
            if who.sort is not Sort.PLACE or any(n in self.scene.places for n in who.names):
                continue  # the map knows it
            for span in who.names:
                key = fold(span.of(self.scene.text))
                if len(key) > LAND and " " not in key:
                    self.scene.lands[key[:LAND]] = str(id(who))

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
        shorts = {id(w): w.names[0].of(text) for w in orgs}
        full: dict[str, dict[int, Who]] = defaultdict(dict)
        for who in orgs:
            if " " in shorts[id(who)]:
                for short in (*initials(shorts[id(who)]), *_bracketed(text, who)):
                    full[short][id(who)] = who
        parts: dict[str, dict[int, Who]] = defaultdict(dict)
        for who in orgs:
            for short in begun(shorts[id(who)]):
                parts[short][id(who)] = who
        into: dict[int, Who] = {}
        for who in orgs:
            short = shorts[id(who)]
            fit = {**full.get(short, {}), **full.get(letters(short), {})}
            fit = fit or parts.get(letters(short), {}).copy()
            fit.pop(id(who), None)
            if len(fit) == 1 and into.keys().isdisjoint(fit):
                (into[id(who)],) = fit.values()
        self._merge(orgs, into)

    def _merge(self, orgs: list[Who], into: dict[int, Who]) -> None:
        ends = {id(w) for w in into.values()}  # what others are joined with stays
        into = {one: w for one, w in into.items() if one not in ends}
        for who in orgs:
            if id(who) in into:
                into[id(who)].names.extend(who.names)
                into[id(who)].names.sort()
        self.everyone = [w for w in self.everyone if id(w) not in into]
        self.of = {key: into.get(id(w), w) for key, w in self.of.items()}

    def bearer(self, keys: Keys, language: str) -> Who | None:
        """The first one who has a name of these words."""
        known = self._bearers.get(language)
        if known is None:
            known = self._bearers[language] = {}
            for who in self.everyone:
                for name in who.names:
                    known.setdefault(keys_of(name.of(self.scene.text), language), who)
        return known.get(keys)

    def fullest(self, who: Who) -> Span:
        """Its fullest name; looked for once, all names being known."""
        found = self._fullest.get(id(who))
        if found is None:
            found = self._fullest[id(who)] = display(self.scene.text, who.names)
        return found


def _bracketed(text: str, full: Who) -> set[str]:
    """What stands in brackets behind a name, without a space."""
    out: set[str] = set()
    for name in full.names:
        if text.startswith(" (", name.end):
            inside, closed, _ = text[name.end + 2 : name.end + 2 + _BRACKET].partition(")")
            if closed and inside and " " not in inside:
                out.add(inside)
    return out


def display(text: str, names: list[Span]) -> Span:
    """The fullest name, initials counted last; of several of one length the one that is most
    frequent, then first."""
    forms: dict[str, int] = defaultdict(int)
    for span in names:
        forms[span.of(text)] += 1
    return max(
        names,
        key=lambda s: (*_words(s.of(text)), forms[s.of(text)], -len(s), -s.start),
    )


def _words(name: str) -> tuple[int, int]:
    """How many words of a name are no initials, and how many there are."""
    parts = name.split()
    return sum(not (len(p) == _INITIAL and p[-1] == ".") for p in parts), len(parts)
