"""Actors with their mentions, and the speaker of each statement."""

from __future__ import annotations

from collections.abc import Iterable

from quoth.link.mentions.answer import Answer
from quoth.link.mentions.cast import display
from quoth.link.mentions.described import Phrase, Sort
from quoth.link.mentions.offices import ANYBODY, USUAL
from quoth.link.mentions.resolve import resolved
from quoth.link.mentions.scene import Scene
from quoth.link.mentions.who import Who
from quoth.model import (
    Actor,
    ActorKind,
    Form,
    Maker,
    Mark,
    Mention,
    Reading,
    SourceType,
    Span,
    Speaker,
    mark,
)
from quoth.text import fold

_DIGITS = 3
_LATER = "told of more fully further on"


class MentionAnnotator:
    """Says who speaks: one actor for all mentions, and one speaker for each statement."""

    name = "mentions"
    needs = frozenset({"statement", "place", "language", "sentence", "setting"})
    makes = frozenset({"actor", "speaker"})

    def __call__(self, reading: Reading) -> Iterable[Mark[object]]:
        """The actor and speaker marks of a reading."""
        scene = Scene(reading)
        found = resolved(scene)
        by = _maker(scene)
        marks: dict[int, Mark[Actor]] = {}
        for who in found.everyone:
            made = None if who.into else _actor(scene, who, by)
            if made is not None:
                marks[id(who)] = made
                yield made
        for index, answer in sorted(found.answers.items()):
            yield _speaker(scene, index, answer, marks, by)


def _maker(scene: Scene) -> Maker:
    digests = {line.words.actors.digest for line in scene.lines}
    return Maker("quoth.mentions", "1", "-".join(sorted(d for d in digests if d)))


def _actor(scene: Scene, who: Who, by: Maker) -> Mark[Actor] | None:
    """The mark of one who speaks or is named."""
    if not who.mentions or not (who.spoken or (who.named and who.kind is not ActorKind.OTHER)):
        return None
    text = scene.text
    names = who.names or _words(who, text) or [m.span for m in who.mentions]
    full = display(text, names)
    name = who.label or full.of(text)
    others = dict.fromkeys(n.of(text) for n in sorted(names, key=lambda s: (-len(s), s.start)))
    told = [name, *(n for n in others if n != name)]
    offices = tuple(dict.fromkeys(t.of(text) for t in sorted(who.titles)))
    countries = [c for c in who.countries if len(c) == 2]  # of those that the map knows
    country = countries[0] if len(countries) == 1 else None
    value = Actor(
        name, who.kind, _mentions(who), tuple(told), offices, country, who.wikidata or None
    )
    return mark(scene.article.id, full, value, by, 1.0)


def _words(who: Who, text: str) -> list[Span]:
    """The descriptions of one without a name; of these the ones that say more than an age."""
    telling = [p for p in who.phrases if not p.aged and p.offices.isdisjoint(ANYBODY)]
    return [_short(p, text) for p in telling or who.phrases]


def _short(found: Phrase, text: str) -> Span:
    """A description without what follows its noun behind a comma: “one officer, who asked not to
    be named”."""
    first, comma, _ = found.span.of(text).partition(", ")
    person = found.sort in (Sort.PERSON, Sort.GROUP) and bool(found.noun)
    if not (comma and person) or found.names or found.noun.split()[-1] not in fold(first):
        return found.span
    return Span(found.span.start, found.span.start + len(first))


def _mentions(who: Who) -> tuple[Mention, ...]:
    """In text order, of one type without overlaps."""
    out: list[Mention] = []
    ends: dict[str, int] = {}
    for one in sorted(who.mentions, key=lambda m: (m.span, m.type.value)):
        if one.span.start >= ends.get(one.type.value, 0):
            out.append(one)
            ends[one.type.value] = one.span.end
    return tuple(out)


def _speaker(
    scene: Scene, index: int, answer: Answer, marks: dict[int, Mark[Actor]], by: Maker
) -> Mark[Speaker]:
    said = scene.statements[index]
    who, score, why = _final(answer)
    actor = marks.get(id(who)) if who is not None and not who.doubt else None
    value = Speaker(
        said.id,
        _type(said.value.form, answer),
        actor.id if actor else None,
        actor.value.name if actor else None,
        _antecedent(answer),
        answer.metonym,
        who.reason if who is not None else None,
        why,
    )
    return mark(scene.article.id, said.span, value, by, round(score, _DIGITS))


def _final(answer: Answer) -> tuple[Who | None, float, str]:
    """Whom a source means when the whole page is known, how sure that is, and why."""
    who, score, why = answer.who, answer.score, answer.why
    if who is None:
        return None, score, why
    if who.into is not None:
        who = who.into
        why = why.replace("nowhere named", _LATER)
    return who, (0.0 if who.doubt else score), who.doubt or why


def _antecedent(answer: Answer) -> Span | None:
    return answer.antecedent if answer.antecedent and len(answer.antecedent) else None


_TYPES = {
    ActorKind.GROUP: SourceType.COLLECTIVE,
    ActorKind.DOCUMENT: SourceType.DOCUMENT,
    ActorKind.STATE: SourceType.NAMED,
}


def _type(form: Form, answer: Answer) -> SourceType:
    who = answer.who.into or answer.who if answer.who is not None else None
    if who is not None and who.told is not None:
        return who.told
    if who is None:
        return SourceType.NONE if answer.score == 1.0 else SourceType.NAMED
    if who.medium or who.sort is Sort.MEDIA:
        return SourceType.MEDIA
    if who.named or who.org in USUAL:
        return SourceType.NAMED
    if who.kind is ActorKind.OTHER and who.plural:
        return SourceType.COLLECTIVE
    return _TYPES.get(who.kind, SourceType.OFFICE)
