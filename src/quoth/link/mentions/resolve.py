"""Whom each source means, in text order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from quoth.link.mentions.answer import Answer, Place, chosen, ranked
from quoth.link.mentions.cast import Cast
from quoth.link.mentions.phrase import Phrase, Sort, nouns, phrase, spread
from quoth.link.mentions.scene import Line, Scene
from quoth.link.mentions.units import Units
from quoth.link.mentions.who import KINDS, Touch, Who, agree, fitting
from quoth.model import (
    ActorKind,
    Entity,
    Form,
    Mark,
    MentionType,
    Span,
    Spans,
    Statement,
)

_LEAD = 2
"""Paragraphs at the top of an article in which a description may stand before the name."""


class Resolver:
    """Goes through an article once and says whom its sources mean.

    Attributes:
        everyone: those found, the named ones first.
        answers: by the index of the statement.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.rows = [Units(scene, line, names) for line, names in _named_lines(scene)]
        self.cast = Cast(scene, self.rows)
        self.everyone: list[Who] = list(self.cast.everyone)
        self.answers: dict[int, Answer] = {}
        self._known: dict[Spans, Answer] = {}
        self._paragraphs = [line.paragraph for line in scene.lines]
        self._top = sorted(set(self._paragraphs))[:_LEAD]
        self._last: Who | None = None
        self._states: dict[str, Who] = {}
        self._busy: set[int] = set()

    def run(self) -> None:
        """Find them all."""
        taken = sorted({s for m in self.scene.statements for s in m.value.source})
        starts = [s.start for s in taken]
        events: list[tuple[int, int, object]] = []
        for units in self.rows:
            for at, unit in enumerate(units.row):
                span = units.span(at, at + 1)
                if unit.name is not None and not _meets(taken, starts, span):
                    events.append((span.start, 0, unit.name))
            for at in nouns(units):
                span = units.span(at, at + 1)
                if not _meets(taken, starts, span):
                    events.append((span.start, 1, (units, at)))
        for index, said in enumerate(self.scene.statements):
            value = said.value
            start = value.source[0].start if value.source else said.span.start
            if value.implicit:
                start = value.content[0].start
            events.append((start, 2, index))
        for _, kind, what in sorted(events, key=lambda e: (e[0], e[1])):
            if kind == 0:
                self._name(what)  # type: ignore[arg-type]
            elif kind == 1:
                self._noun(*what)  # type: ignore[misc]
            else:
                self._statement(what)  # type: ignore[arg-type]

    # what is no source

    def _touch(self, line: Line, span: Span, *, subject: bool = False) -> Touch:
        return Touch(span.start, line.number, subject, bool(self.scene.outer(span)))

    def _name(self, found: Mark[object]) -> None:
        who = self.cast.of.get(found.id)
        line = self.scene.line(found.span.start)
        if who is None or line is None:
            return
        first = found.span.start - line.span.start < 4
        self._mention(who, found.span, line, subject=first)

    def _mention(self, who: Who, span: Span, line: Line, *, subject: bool) -> None:
        kind = MentionType.NAME if self._full(who, span) else MentionType.SHORT
        who.mention(span, kind, self._touch(line, span, subject=subject))

    def _full(self, who: Who, span: Span) -> bool:
        size = max(len(s.of(self.scene.text).split()) for s in who.names)
        return len(span.of(self.scene.text).split()) >= size

    def _noun(self, units: Units, at: int) -> None:
        """A description that is no source."""
        if (units.line.number, at) in self.cast.titles:
            return
        found = phrase(self.scene, units, spread(units, at))
        if found.sort not in (Sort.PERSON, Sort.GROUP, Sort.ORG):
            return
        answer = self._described(found, units.line)
        who = answer.who
        if who is None:
            return
        subject = found.span.start - units.line.span.start < 4
        touch = self._touch(units.line, found.span, subject=subject)
        who.mention(found.span, MentionType.TITLE, touch, answer.score, answer.why)

    # sources

    def _statement(self, index: int) -> None:
        if index in self.answers or index in self._busy:
            return
        self._busy.add(index)
        value = self.scene.statements[index].value
        if not value.source:
            answer = self._sourceless(index, value)
        elif value.source in self._known:
            answer = self._again(value)
        else:
            answer = self._source(index, value)
            self._known[value.source] = answer
        self.answers[index] = answer
        if answer.who is not None and value.inside is None and not self._outer(index):
            self._last = answer.who
            answer.who.spoke = value.content[0].start

    def _again(self, value: Statement) -> Answer:
        """The source of a statement before, taken over."""
        known = self._known[value.source]
        if not value.implicit:
            return known
        why = f"goes on speaking; {known.why}"
        score = round(known.score * 0.95, 3)
        return Answer(known.who, known.kind, score, why, value.source[0], known.metonym, known.told)

    def _sourceless(self, index: int, value: Statement) -> Answer:
        """Hearsay, or a verb that carries its subject."""
        line = self.scene.line((value.cue or value.content)[0].start)
        if value.form is Form.HEARSAY or line is None or not line.words.drop or not value.cue:
            return Answer(None, MentionType.IMPLIED, 1.0, "the page names nobody")
        place = self._place(index, value.cue[0].start, line)
        found = ranked(self._people(), place, "", self._paragraphs)
        best = chosen(found)
        if best is None:
            return Answer(None, MentionType.PRONOUN, 0.0, "the verb carries its subject")
        who, score = best
        last = who.last()
        span = Span(last.start, last.start) if last else None
        why = "the subject of the verb is left out: the last one speaking"
        return Answer(who, MentionType.PRONOUN, round(score * 0.9, 3), why, span)

    def _source(self, index: int, value: Statement) -> Answer:
        span = value.source[0]
        line = self.scene.line(span.start)
        if line is None:
            return Answer(None, MentionType.TITLE, 0.0, "the source is outside of the running text")
        units = self.rows[line.number]
        reach = units.inside(span)
        if not reach:
            return Answer(None, MentionType.TITLE, 0.0, "the source has no words")
        found = phrase(self.scene, units, reach)
        answer = self._resolved(index, found, line)
        if answer.who is not None:
            touch = Touch(span.start, line.number, True, bool(self._outer(index)))
            answer.who.mention(span, answer.kind, touch, answer.score, answer.why)
            if found.sort not in (Sort.PRONOUN, Sort.OTHER):
                answer.who.learn(found)
            answer.who.spoken += 1
        return answer

    def _resolved(self, index: int, found: Phrase, line: Line) -> Answer:
        if found.sort is Sort.PRONOUN:
            return self._pronoun(index, found, line)
        if found.name is not None and found.sort in (Sort.NAME, Sort.ORG, Sort.MEDIA):
            return self._by_name(found, line)
        titled = self.cast.titles.get((line.number, found.head))
        if titled is not None:
            why = "the name stands beside its office"
            return Answer(titled, MentionType.TITLE, 0.95, why, titled.names[0])
        if found.sort in (Sort.PLACE, Sort.STATE):
            return self._state(found, line)
        return self._described(found, line)

    def _by_name(self, found: Phrase, line: Line) -> Answer:
        name = found.name
        if name is None:
            raise ValueError("a phrase without a name")
        if found.joined:
            return self._joined(found, line)
        who = self.cast.of.get(name.id)
        if who is None:
            return self._doubtful(found, line)
        if self._full(who, name.span):
            return Answer(who, MentionType.NAME, 0.98, "a name")
        why = "a part of a name of the article"
        return Answer(who, MentionType.SHORT, 0.95, why, who.names[0])

    def _doubtful(self, found: Phrase, line: Line) -> Answer:
        """A short name that several bear."""
        name = found.name
        those = self.cast.doubtful.get(name.id, []) if name is not None else []
        fit = [w for w in those if agree(found, w) and (not found.offices or fitting(found, w))]
        if len(fit) == 1:
            return Answer(
                fit[0], MentionType.SHORT, 0.8, "one of several of that name, by its title"
            )
        names = ", ".join(w.names[0].of(self.scene.text) for w in those[:3])
        return Answer(None, MentionType.SHORT, 0.0, f"may be {names}")

    def _joined(self, found: Phrase, line: Line) -> Answer:
        marks = [m for m in (found.name, *found.joined) if m is not None]
        those = [w for m in marks if (w := self.cast.of.get(m.id)) is not None]
        for who in those:
            who.touches.append(self._touch(line, found.span, subject=True))
        group = self._new(found, Sort.GROUP)
        group.named = True
        return Answer(group, MentionType.NAME, 0.9, "several names")

    def _state(self, found: Phrase, line: Line) -> Answer:
        who = self._states.get(found.country) if found.country else None
        if who is None and found.name is not None:
            who = self.cast.of.get(found.name.id)
        if who is None:
            who = next((w for w in self.everyone if w.kind is ActorKind.STATE), None)
            if who is None:
                who = self._new(found, Sort.STATE)
        who.kind = ActorKind.STATE
        if found.country:
            self._states.setdefault(found.country, who)
            who.countries.add(found.country)
        return Answer(
            who, MentionType.METONYM, 0.85, "a place that stands for who speaks there", None, True
        )

    def _described(self, found: Phrase, line: Line) -> Answer:
        """Whom a noun means."""
        top = line.paragraph in self._top or line.head
        same = self._same(found, top=top)
        if same is not None:
            return Answer(
                same, MentionType.TITLE, 0.9, "the same words as before", same.phrases[0].span
            )
        if found.definite is not False and found.offices:
            fit = self._holders(found, line, top=top)
            if len(fit) == 1:
                who, score = fit[0], 0.88 if fit[0].named else 0.85
                why = "the one whose office that is"
                return Answer(who, MentionType.TITLE, score, why, self._antecedent(who))
            if len(fit) > 1:
                return self._nearest(fit, found, line)
        if found.sort is Sort.ORG and found.definite is not False:
            one = self._org(found, top=top)
            if one is not None:
                why = "the organisation of that kind"
                return Answer(one, MentionType.TITLE, 0.8, why, self._antecedent(one))
        return Answer(self._new(found, found.sort), MentionType.TITLE, 0.85, "nowhere named")

    def _same(self, found: Phrase, *, top: bool) -> Who | None:
        if not found.keys or (found.definite is False and not top):
            return None
        for who in reversed(self.everyone):
            for known in who.phrases:
                if known.keys == found.keys and known.sort is found.sort and agree(found, who):
                    return who
        return None

    def _holders(self, found: Phrase, line: Line, *, top: bool) -> list[Who]:
        """Those whose office a description may mean."""
        out = []
        for who in self.everyone:
            if not (who.person or who.kind is ActorKind.GROUP) or not agree(found, who):
                continue
            before = bool(who.touches) and who.touches[0].start < found.span.start
            if not before and not (top and who.named):
                continue
            if not fitting(found, who):
                continue
            if found.owners and who.owners and found.owners.isdisjoint(who.owners):
                continue
            out.append(who)
        return out

    def _nearest(self, fit: list[Who], found: Phrase, line: Line) -> Answer:
        place = Place(found.span.start, line.number, line.paragraph, self._last)
        order = ranked(fit, place, found.gender, self._paragraphs)
        best = chosen(order)
        if best is None:
            names = " and ".join(self._label(w) for w in fit[:3])
            return Answer(None, MentionType.TITLE, 0.0, f"{names} hold that office")
        who, score = best
        why = "the nearest of those who hold that office"
        return Answer(who, MentionType.TITLE, round(score * 0.9, 3), why, self._antecedent(who))

    def _label(self, who: Who) -> str:
        spans = who.names or [p.span for p in who.phrases]
        return spans[0].of(self.scene.text) if spans else "somebody"

    def _org(self, found: Phrase, *, top: bool) -> Who | None:
        fit = []
        for who in self.everyone:
            if who.kind is not ActorKind.ORGANISATION or not agree(found, who):
                continue
            before = bool(who.touches) and who.touches[0].start < found.span.start
            if (before or top) and who.org == found.org and found.org:
                fit.append(who)
        return fit[0] if len(fit) == 1 else None

    def _pronoun(self, index: int, found: Phrase, line: Line) -> Answer:
        place = self._place(index, found.span.start, line)
        if found.person == 1:
            if place.outer is None:
                return Answer(None, MentionType.PRONOUN, 0.0, "nobody is seen to speak")
            why = "first person in the words of its speaker"
            return Answer(
                place.outer, MentionType.PRONOUN, 0.93, why, self._antecedent(place.outer)
            )
        if found.person == 2:
            return Answer(None, MentionType.PRONOUN, 0.0, "somebody who is spoken to")
        order = ranked(self._candidates(found), place, found.gender, self._paragraphs)
        best = chosen(order)
        if best is None:
            names = " and ".join(self._label(w) for _, w, _ in order[:2])
            return Answer(
                None, MentionType.PRONOUN, 0.0, f"{names} may be meant" if names else "nobody fits"
            )
        who, score = best
        if found.gender in ("m", "f"):
            who.genders.add(found.gender)
        why = f"the nearest one whom {found.span.of(self.scene.text)!r} fits"
        return Answer(who, MentionType.PRONOUN, round(score, 3), why, self._antecedent(who))

    def _candidates(self, found: Phrase) -> Iterable[Who]:
        if found.number == "pl":
            return (
                w
                for w in self.everyone
                if w.plural or w.kind in (ActorKind.GROUP, ActorKind.ORGANISATION)
            )
        if found.gender == "n":
            kinds = (ActorKind.ORGANISATION, ActorKind.STATE, ActorKind.DOCUMENT)
            return (w for w in self.everyone if w.kind in kinds)
        return self._people()

    def _people(self) -> Iterator[Who]:
        return (w for w in self.everyone if w.person and not w.plural)

    def _antecedent(self, who: Who) -> Span | None:
        if who.mentions:
            return who.mentions[-1].span
        return who.names[0] if who.names else None

    def _outer(self, index: int) -> list[int]:
        value = self.scene.statements[index].value
        span = (value.source or value.cue or value.content)[0]
        return [n for n in self.scene.outer(span) if n != index]

    def _place(self, index: int, start: int, line: Line) -> Place:
        outer: Who | None = None
        direct = False
        around = self._outer(index)
        if around:
            inner = max(around, key=lambda n: self.scene.statements[n].value.content[0].start)
            self._statement(inner)
            answer = self.answers.get(inner)
            outer = answer.who if answer else None
            direct = self.scene.statements[inner].value.form is Form.DIRECT
        return Place(start, line.number, line.paragraph, self._last, outer, direct)

    def _new(self, found: Phrase, sort: Sort) -> Who:
        who = Who(sort, KINDS[sort], plural=found.number == "pl" or sort is Sort.GROUP)
        who.phrases.append(found)
        who.learn(found)
        self.everyone.append(who)
        return who


def _named_lines(scene: Scene) -> Iterator[tuple[Line, list[Mark[Entity]]]]:
    starts = [m.span.start for m in scene.names]
    for line in scene.lines:
        first = bisect_left(starts, line.span.start)
        stop = bisect_left(starts, line.span.end)
        yield line, scene.names[first:stop]


def _meets(spans: list[Span], starts: list[int], span: Span) -> bool:
    at = bisect_left(starts, span.end)
    return any(s.meets(span) for s in spans[max(at - 3, 0) : at])
