"""Those whom an article names, each with all its names, and what titles say of them."""

from __future__ import annotations

from collections import defaultdict

from quoth.link.chains.media import media
from quoth.link.mentions.described import Sort
from quoth.link.mentions.given import given_gender
from quoth.link.mentions.names import Keys, acronym, clusters, keys_of
from quoth.link.mentions.scene import LAND, Scene
from quoth.link.mentions.who import Who
from quoth.model import ActorKind, Entity, EntityType, Mark, Span
from quoth.text import fold

_KINDS = {
    EntityType.PER: (Sort.NAME, ActorKind.PERSON),
    EntityType.ORG: (Sort.ORG, ActorKind.ORGANISATION),
    EntityType.LOC: (Sort.PLACE, ActorKind.OTHER),
}


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
        self._join()
        for key, who in self.of.items():
            scene.canon[key] = str(id(who))
        self._lands()
        for who in self.everyone:
            if who.kind is ActorKind.ORGANISATION:
                who.medium = any(media().named(n.of(scene.text)) for n in who.names)
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
            for one in list(group):
                told = counts[one[1]]
                best = max(told, key=lambda k: told[k])
                if best is not kind and told[best] > told[kind]:
                    group.remove(one)
                    by_type[best].append(one)
        for kind in [k for k, g in by_type.items() if not g]:
            del by_type[kind]

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


def _short_for(text: str, who: Who, full: Who, short: str) -> bool:
    """Whether a name is the acronym of a longer one, by its letters or by brackets."""
    if acronym(short, full.names[0].of(text)):
        return True
    if " " in short:
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
