"""Whom each source means, in text order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from quoth.link.mentions.anonymity import unnamed
from quoth.link.mentions.answer import Answer, Place, chosen, ranked
from quoth.link.mentions.describe import described, unknown
from quoth.link.mentions.described import Phrase, Sort
from quoth.link.mentions.later import introduced, joined_later
from quoth.link.mentions.names import keys_of
from quoth.link.mentions.offices import BESIDE, THEIRS
from quoth.link.mentions.phrase import phrase
from quoth.link.mentions.pronoun import dropped, pronoun
from quoth.link.mentions.relative import meant
from quoth.link.mentions.scene import Line, Scene
from quoth.link.mentions.spread import goes_on, spread
from quoth.link.mentions.state import ASKS, State
from quoth.link.mentions.units import Units
from quoth.link.mentions.who import Touch, Who, agree, fitting
from quoth.model import (
    Entity,
    Form,
    Mark,
    MentionType,
    SourceType,
    Span,
    Spans,
    Statement,
)
from quoth.text import Token

_NAMED = (Sort.NAME, Sort.ORG, Sort.MEDIA)
_STATES = (Sort.PLACE, Sort.STATE, Sort.ORG)
_UNNAMED = (Sort.PERSON, Sort.GROUP, Sort.OTHER)
_SURE = 1.5
"""By how much one of several of one name must be ahead."""
_LOOKS = 2
"""Words with a capital that look like a name where a sentence begins."""
_PAIR = 4
"""How many sentences back two are looked for who are “both”."""
_TWO = 2
_NOUNS = (Sort.PERSON, Sort.GROUP, Sort.ORG, Sort.DOCUMENT)


def resolved(scene: Scene) -> State:
    """Go through an article once and say whom its sources mean."""
    run = _Run(State(scene))
    run.all()
    return run.state


class _Run:
    def __init__(self, state: State) -> None:
        self.state, self.scene = state, state.scene
        self._known: dict[Spans, Answer] = {}
        self._busy: set[int] = set()
        self._cues: dict[Spans, Spans] = {}  # the first one behind each source
        for said in sorted(self.scene.statements, key=lambda m: m.value.cue[:1], reverse=True):
            if said.value.cue and said.value.cue > said.value.source:
                self._cues[said.value.source] = said.value.cue

    def all(self) -> None:
        """In text order: names, descriptions, sources."""
        taken = sorted({s for m in self.scene.statements for s in m.value.source})
        for span in taken:
            self._apposed(span)
        events = self._outside(taken)
        for index, said in enumerate(self.scene.statements):
            value = said.value
            start = value.source[0].start if value.source else said.span.start
            if value.implicit:
                start = max(start, value.content[0].start)  # a headline's words wait for it
            events.append((start, 1 + value.implicit, index, partial(self._statement, index)))
        for *_, act in sorted(events, key=lambda e: e[:3]):
            act()
        joined_later(self.state)

    def _outside(self, taken: list[Span]) -> list[tuple[int, int, int, Callable[[], None]]]:
        """What is no source: names and descriptions."""
        events: list[tuple[int, int, int, Callable[[], None]]] = []
        starts = [s.start for s in taken]
        for units in self.state.rows:
            for at in units.named:
                name = units.row[at].name
                if name is not None and not _meets(taken, starts, name.span):
                    act = partial(self._name, units, at, name)
                    events.append((name.span.start, 0, at, act))
            for at in units.nouns:
                span = units.span(at, at + 1)
                if not _meets(taken, starts, span):
                    events.append((span.start, 0, at, partial(self._noun, units, at)))
        return events

    def _apposed(self, span: Span) -> None:
        """Give the name behind a source and a comma what the source says."""
        line = self.scene.line(span.start)
        if line is None:
            return
        units = self.state.rows[line.number]
        reach = units.inside(span)
        if reach:
            self.state.titles.apposed(units, reach)

    def _touch(self, line: Line, span: Span, *, subject: bool) -> Touch:
        return Touch(span.start, line.number, subject, bool(self.scene.outer(span)))

    def _name(self, units: Units, at: int, found: Mark[Entity]) -> None:
        who = self.state.cast.of.get(found.id)
        touch = self._touch(units.line, found.span, subject=units.subject(at))
        if who is None:
            who = self._short(found, touch, units.line)
        if who is not None:
            kind = MentionType.NAME if self._full(who, found.span) else MentionType.SHORT
            who.mention(found.span, kind, touch)

    def _short(self, found: Mark[Entity], touch: Touch, line: Line) -> Who | None:
        """Whom a short name means that several bear."""
        those = self.state.cast.doubtful.get(found.id, [])
        before = [w for w in those if w.touches]
        if len(before) == 1:
            return before[0]
        if not before:
            first = min(those, key=lambda w: w.names[0], default=None)
            return first if line.head else None
        place = Place(touch.start, line.number, line.paragraph, self.state.last)
        best = chosen(ranked(before, place, "", self.state.paragraphs), strict=True, near=_SURE)
        # some papers call the nearest one so, others the one whom the page is about
        main = max(before, key=lambda w: (len(w.touches), -w.touches[0].start))
        return best[0] if best is not None and best[0] is main else None

    def _pair(self, found: Phrase, line: Line) -> Answer | None:
        """“Both”: the two who were mentioned last."""
        state = self.state
        place = Place(found.span.start, line.number, line.paragraph, state.last)
        for group in reversed(state.crowd.pairs):
            lines = [m.touches[-1].line for m in (*group.members, group) if m.touches]
            if lines and line.number - max(lines) <= _PAIR:
                why = "the two who spoke together"
                return Answer(group, MentionType.PRONOUN, 0.85, why, state.antecedent(group))
        people = (w for w in state.salient(place) if w.single and w.named)
        order = ranked(people, place, found.gender, state.paragraphs)
        near = [w for _, w, t in order if line.number - t.line <= _PAIR and not t.quoted]
        if len(near) != 2:
            return None
        near.sort(key=lambda w: w.touches[0])
        group = self._group(found, near)
        group.label = f" {line.words.both} ".join(self._fullest(w) for w in near)
        return Answer(group, MentionType.PRONOUN, 0.8, "the two who were told of last")

    def _group(self, found: Phrase, members: list[Who]) -> Who:
        """Named ones who speak together."""
        group = self.state.new(found, Sort.GROUP)
        group.named, group.members = True, tuple(members)
        if len(members) == _TWO:
            self.state.crowd.pairs.append(group)
        return group

    def _fullest(self, who: Who) -> str:
        return self.state.cast.fullest(who).of(self.scene.text)

    def _full(self, who: Who, span: Span) -> bool:
        return len(span.of(self.scene.text).split()) >= len(self._fullest(who).split())

    def _noun(self, units: Units, at: int) -> None:
        """A description that is no source."""
        if (units.line.number, at) in self.state.titles.of:
            return
        found = phrase(self.scene, units, spread(units, at))
        if found.sort not in _NOUNS or found.name is not None:
            return  # or a noun beside the name of an organisation, which is told of by that
        if found.definite is None and found.number != "pl" and units.line.words.articles:
            return
        answer = described(self.state, found, units.line)
        around = self.scene.outer(found.span)
        if answer.who is None and found.owned and found.offices & THEIRS and not around:
            answer = unknown(self.state, found)
        said = (self.state.answers.get(n) for n in around)
        if answer.who is not None and any(s and s.who is answer.who for s in said):
            answer.who.unlearn(found)
        elif answer.who is not None:
            touch = self._touch(units.line, found.span, subject=units.subject(at))
            answer.who.mention(found.span, MentionType.TITLE, touch, answer.score, answer.why)
            if answer.who.named and (found.sort is not Sort.ORG or answer.who.org):
                answer.who.learn(found)
                answer.who.describe(found)

    def _statement(self, index: int) -> None:
        state = self.state
        if index in state.answers or index in self._busy:
            return
        self._busy.add(index)
        inner = state.innermost(index)
        if inner is not None:
            self._statement(inner)
        value = self.scene.statements[index].value
        if not value.source:
            answer = self._sourceless(index, value)
        elif value.source in self._known:
            answer = self._again(value)
        else:
            answer = self._source(index, value, nested=inner is not None)
            self._known[value.source] = answer
        state.answers[index] = answer
        if inner is None:
            state.asked = any(_asks(s.of(self.scene.text)) for s in value.content)
            state.asker = answer.who if state.asked or state.cued(index, ASKS) else None
        if answer.who is not None and inner is None:
            state.last = answer.who
            answer.who.spoke = value.content[0].start

    def _again(self, value: Statement) -> Answer:
        """The source of a statement before, taken over."""
        known = self._known[value.source]
        if not value.implicit:
            return known
        why = f"goes on speaking; {known.why}"
        score = round(known.score * 0.95, 3)
        return Answer(known.who, known.kind, score, why, value.source[0], known.metonym)

    def _sourceless(self, index: int, value: Statement) -> Answer:
        """Hearsay, or a verb that carries its subject."""
        line = self.scene.line((value.cue or value.content)[0].start)
        told = value.form is not Form.HEARSAY and self.state.cued(index)
        if told and line is not None and line.words.drop:
            return dropped(self.state, index, line)
        return Answer(None, MentionType.IMPLIED, 1.0, "the page names nobody")

    def _source(self, index: int, value: Statement, *, nested: bool) -> Answer:
        span = value.source[0]
        line = self.scene.line(span.start)
        reach = self.state.rows[line.number].inside(span) if line is not None else range(0)
        if line is None or not reach:
            return Answer(None, MentionType.TITLE, 0.0, "the source is outside of the running text")
        found = meant(self.state, self.state.rows[line.number], reach, span)
        if goes_on(self.state.rows[line.number], reach, self._cues.get(value.source, value.cue)):
            found = replace(found, linked=True, belongs=True, lone=False)
        answer = self._answer(index, found, line)
        who = answer.who
        if not nested:
            self.state.open = found if who is None else None
        if who is not None and not who.named and who.sort in _UNNAMED:
            kept, reason = unnamed(self.scene, self.state.rows[line.number], reach)
            if kept:
                self.state.crowd.unname(who)
                who.told, who.reason = SourceType.ANONYMOUS, who.reason or reason
        if who is not None:
            touch = Touch(span.start, line.number, True, nested)
            who.mention(span, answer.kind, touch, answer.score, answer.why)
            if found.sort not in (Sort.PRONOUN, Sort.OTHER):
                who.learn(found)
                who.describe(found)
            if who.offices & BESIDE and not who.spoken and self.state.last is not None:
                self.state.crowd.join(who, self.state.last)
            who.spoken += 1
            who.spoke_line = line.number
        self._inside(found, who, line)
        return answer

    def _inside(self, found: Phrase, who: Who | None, line: Line) -> None:
        """Note those whom a source names and who do not speak (“a spokesman for Ina Lund”)."""
        for name in found.names:
            other = self.state.cast.of.get(name.id)
            if other is not None and other is not who and name not in found.joined:
                kind = MentionType.NAME if self._full(other, name.span) else MentionType.SHORT
                touch = self._touch(line, name.span, subject=False)
                other.mention(name.span, kind, touch)

    def _answer(self, index: int, found: Phrase, line: Line) -> Answer:
        if found.both:
            pair = self._pair(found, line)
            if pair is not None:
                return pair
            if found.sort in (Sort.PRONOUN, Sort.GROUP, Sort.OTHER) and not found.linked:
                return Answer(None, MentionType.PRONOUN, 0.0, "two who cannot be told")
        if found.sort is Sort.PRONOUN:
            return pronoun(self.state, found, self.state.place(index, found.span.start, line))
        if found.sort in _STATES:
            told = self.state.states.answer(found, line, self.state.crowd)
            if told is not None:
                return told
        if found.name is not None and found.sort in _NAMED:
            return self._by_name(found, line)
        if found.sort is Sort.OTHER:
            same = self._unmarked(found, line)
            if same is not None:
                return same
        titled = self.state.titles.of.get((line.number, found.head))
        if titled is not None and str(id(titled)) not in found.owners:
            why = "the name stands beside its office"
            return Answer(titled, MentionType.TITLE, 0.95, why, titled.names[0])
        place = self.state.place(index, found.span.start, line)
        return described(self.state, found, line, place.outer, source=True)

    def _unmarked(self, found: Phrase, line: Line) -> Answer | None:
        """Somebody whose name nobody marked here."""
        text, language = self.scene.text, line.words.code
        keys = keys_of(found.span.of(text), language)
        known = self.state.cast.bearer(keys, language)
        if known is not None:
            return Answer(known, MentionType.NAME, 0.9, "a name that stands elsewhere too")
        tokens = [line.tokens[i] for i in line.inside(found.span)]
        capital = all(t.capital for t in tokens if t.word) and not line.words.actors.compound
        if not capital or line.head or (len(tokens) < _LOOKS and _opens(line, tokens[0])):
            return None
        who = self.state.new(found, Sort.ORG)
        who.named, who.names = True, [found.span]
        return Answer(who, MentionType.NAME, 0.6, "words that look like a name")

    def _by_name(self, found: Phrase, line: Line) -> Answer:
        name = found.name
        if name is None:
            raise ValueError("a phrase without a name")
        if found.joined:
            return self._joined(found, line)
        if found.beside:
            return self._beside(found, name, line)
        who = self.state.cast.of.get(name.id)
        if who is None:
            return self._doubtful(found, name, line)
        if self._full(who, name.span):
            introduced(self.state, who, line)
            return Answer(who, MentionType.NAME, 0.98, "a name")
        why = "a part of a name of the article"
        return Answer(who, MentionType.SHORT, 0.95, why, who.names[0])

    def _doubtful(self, found: Phrase, name: Mark[Entity], line: Line) -> Answer:
        """A short name that several bear."""
        those = self.state.cast.doubtful.get(name.id, [])
        fit = [w for w in those if agree(found, w) and fitting(found, w)]
        if len(fit) == 1:
            why = "one of several of that name, by its title"
            return Answer(fit[0], MentionType.SHORT, 0.85, why, fit[0].names[0])
        touch = self._touch(line, name.span, subject=True)
        who = self._short(name, touch, line)
        if who is not None:
            why = "the nearest of several of that name"
            return Answer(who, MentionType.SHORT, 0.75, why, who.names[0])
        names = ", ".join(self.state.label(w) for w in those[:3])
        return Answer(None, MentionType.SHORT, 0.0, f"may be {names}")

    def _beside(self, found: Phrase, name: Mark[Entity], line: Line) -> Answer:
        """A name and a noun (“Lund and the mayor”), where both can be told."""
        noun = phrase(self.scene, self.state.rows[line.number], found.beside)
        first = self.state.cast.of.get(name.id)
        other = described(self.state, noun, line, source=True).who if first else None
        if first is None or other is None or other is first:
            return Answer(None, MentionType.NAME, 0.0, "two of whom one cannot be told")
        for who in (first, other):
            who.touch(self._touch(line, found.span, subject=True))
        words = self._fullest(other) if other.named else noun.span.of(self.scene.text)
        between = self.scene.text[name.span.end : noun.span.start]
        group = self._group(found, [first, other])
        group.label = f"{self._fullest(first)}{between}{words}"
        return Answer(group, MentionType.NAME, 0.85, "a name and a noun side by side")

    def _joined(self, found: Phrase, line: Line) -> Answer:
        marks = [m for m in (found.name, *found.joined) if m is not None]
        text, label, end = self.scene.text, "", 0
        members: list[Who] = []
        for mark in marks:
            who = self.state.cast.of.get(mark.id) or self._short(
                mark, self._touch(line, mark.span, subject=True), line
            )
            label += text[end : mark.span.start] if end else ""
            label += self._fullest(who) if who is not None else mark.span.of(text)
            end = mark.span.end
            if who is not None:
                members.append(who)
                who.touch(self._touch(line, mark.span, subject=True))
        group = self._group(found, members)
        group.label = label
        return Answer(group, MentionType.NAME, 0.9, "several names")


def _opens(line: Line, token: Token) -> bool:
    """Whether a sentence or a quotation begins with a token, whose capital tells nothing then."""
    at = line.at(token.start)
    return at == 0 or not (line.tokens[at - 1].word or line.keys[at - 1] == ",")


def _asks(content: str) -> bool:
    """Whether somebody's words end as a question."""
    return content.rstrip('"»”’“‘ \u00a0').endswith(("?", "؟"))


def _meets(spans: list[Span], starts: list[int], span: Span) -> bool:
    at = bisect_left(starts, span.end)
    return any(s.meets(span) for s in spans[max(at - 3, 0) : at])
