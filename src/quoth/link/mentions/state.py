"""What is known of an article while its sources are gone through in text order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from quoth.lang.actors import POSSESSIVE, PRONOUN, person
from quoth.lang.pack import Word
from quoth.link.mentions.answer import LINES, PARAGRAPHS, Answer, Place
from quoth.link.mentions.cast import Cast
from quoth.link.mentions.crowd import Crowd
from quoth.link.mentions.described import Phrase, Sort
from quoth.link.mentions.names import keys_of
from quoth.link.mentions.scene import Line, Scene
from quoth.link.mentions.states import States
from quoth.link.mentions.titles import Titles
from quoth.link.mentions.units import Units
from quoth.link.mentions.who import KINDS, Who
from quoth.model import Entity, Form, Mark, Span, Spans, Statement

_PERSONAL = (PRONOUN, POSSESSIVE)
_DASHES = ("—", "–", "―")
ASKS, ANSWERS = "k", "r"
"""What a pack says of verbs of asking and of answering."""
_LEAD = 2
"""Paragraphs at the top of an article in which a description may stand before the name."""


class State:
    """Who is known so far.

    Attributes:
        rows: the units of each line.
        cast: the named ones.
        crowd: those found, the named ones first.
        paragraphs: of each line.
        last: who spoke last.
        answers: by the index of the statement.
        nouns: where each noun stands first in the text, headlines apart, by its key.
        open: the last source, where nothing told whom it means.
        asked: whether the last statement is a question.
        asker: who asked something, if that was the last statement.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        ends = {p for m in scene.statements for s in m.value.source for p in (s.start, s.end)}
        cuts = sorted(ends)
        self.rows = [Units(scene, line, names, cuts) for line, names in _named_lines(scene)]
        self.nouns: dict[str, int] = {}
        for units in self.rows:
            for at in () if units.line.head else units.nouns:
                self.nouns.setdefault(units.key(at), units.span(at, at + 1).start)
        self.cast = Cast(scene)
        self.titles = Titles(scene, self.rows, self.cast)
        self.states = States(scene, self.rows, self.cast)
        self.crowd = Crowd(self.cast.everyone)
        self.paragraphs = [line.paragraph for line in scene.lines]
        self.last: Who | None = None
        self.answers: dict[int, Answer] = {}
        self.asked = False
        self.asker: Who | None = None
        self._own_words: dict[int, bool] = {}
        self.open: Phrase | None = None
        self._top = frozenset(sorted(set(self.paragraphs))[:_LEAD])

    @property
    def everyone(self) -> list[Who]:
        """Those found, the named ones first."""
        return self.crowd.everyone

    def top(self, line: Line) -> bool:
        """Whether a description in a line may stand before the name of whom it means."""
        return line.head or line.paragraph in self._top

    def people(self) -> Iterator[Who]:
        """Single persons."""
        return (w for w in self.everyone if w.single)

    def salient(self, at: Place) -> list[Who]:
        """Those whom a pronoun may mean: who were told of near it, and who spoke last."""
        start = bisect_left(self.paragraphs, at.paragraph - PARAGRAPHS)
        near = self.crowd.near(min(start, at.line - LINES))
        if at.last is None or at.last in near:
            return near
        return sorted([*near, at.last], key=lambda w: w.number)

    def new(self, found: Phrase, sort: Sort | None = None) -> Who:
        """Somebody not known before."""
        sort = sort or found.sort
        who = Who(sort, KINDS[sort], plural=found.number == "pl" or sort is Sort.GROUP)
        who.phrases.append(found)
        who.learn(found)
        who.medium = sort is Sort.MEDIA
        self.crowd.add(who)
        return who

    def antecedent(self, who: Who) -> Span | None:
        """The last mention, by which a pronoun or a description is resolved."""
        if who.mentions:
            return who.mentions[-1].span
        return who.names[0] if who.names else None

    def last_name(self, who: Who) -> str:
        """The last word of somebody's fullest name."""
        return self.cast.fullest(who).of(self.scene.text).split()[-1] if who.names else ""

    def heading(self, who: Who) -> bool:
        """Whether headlines alone have told of somebody."""
        return all(self.scene.lines[t.line].head for t in who.touches)

    def words(self, who: Who) -> frozenset[str]:
        """The look-up keys of the words of somebody's fullest name."""
        if not who.names:
            return frozenset()
        span = self.cast.fullest(who)
        return frozenset(keys_of(span.of(self.scene.text), self.scene.lookup.language(span) or ""))

    def label(self, who: Who) -> str:
        """What to call somebody in a reason."""
        spans = who.names or [p.span for p in who.phrases]
        return spans[0].of(self.scene.text) if spans else "somebody"

    def outer(self, index: int) -> list[int]:
        """The statements in whose content a statement stands."""
        value = self.scene.statements[index].value
        span = (value.source or value.cue or value.content)[0]
        return [n for n in self.scene.outer(span) if n != index]

    def place(self, index: int, start: int, line: Line) -> Place:
        """Where the source of a statement stands; its outer statement has its answer already."""
        outer: Who | None = None
        direct, inside = False, -1
        inner = self.innermost(index)
        if inner is not None:
            answer = self.answers.get(inner)
            outer = answer.who if answer else None
            around = self.scene.statements[inner].value
            direct = around.form is Form.DIRECT or self._own_voice(inner)
            inside = around.content[0].start
        value = self.scene.statements[index].value
        begins = self.scene.line(value.content[0].start)
        since = -1 if begins is None or begins.number >= line.number else begins.number
        return Place(
            start,
            line.number,
            line.paragraph,
            self.last,
            outer,
            direct,
            inside,
            value.content if self._spoken(value) else (),
            since,
            replies=self.cued(index, ANSWERS),
        )

    def _spoken(self, value: Statement) -> bool:
        """Whether a content is in quotation marks, or behind the dash of a dialogue."""
        before = self.scene.text[max(value.content[0].start - 2, 0) : value.content[0].start]
        return value.form is Form.DIRECT or before.strip() in _DASHES

    def cued(self, index: int, feature: str = "") -> bool:
        """Whether the cue of a statement has a verb, of that feature: that of asking, of answering
        (docs/packs.md)."""
        for span in self.scene.statements[index].value.cue:
            line = self.scene.line(span.start)
            if line is None:
                continue
            units = self.rows[line.number]
            hits = (units.row[i].tags.get("verb") for i in units.inside(span))
            if any(h and (not feature or feature in h.word.features) for h in hits):
                return True
        return False

    def _own_voice(self, index: int) -> bool:
        """Whether a content without quotation marks is in its speaker's words all the same: behind
        their name and a colon, or in the first person, as the answers of an interview."""
        known = self._own_words.get(index)
        if known is None:
            value, text = self.scene.statements[index].value, self.scene.text
            labelled = bool(value.cue) and all(s.of(text).strip() == ":" for s in value.cue)
            known = self._own_words[index] = labelled or any(self._first_persons(value.content))
        return known

    def one_says(self, spans: Spans) -> bool:
        """Whether one person speaks of themselves in some words: “I lost everything”."""
        return any("sg" in word.features for word in self._first_persons(spans))

    def _first_persons(self, spans: Spans) -> Iterator[Word]:
        """The words for the first person in some spans."""
        for span in spans:
            line = self.scene.line(span.start)
            units = self.rows[line.number] if line is not None else None
            for i in units.inside(span) if units is not None else ():
                tags = units.row[i].tags if units is not None else {}
                words = (tags[k].word for k in _PERSONAL if k in tags)
                yield from (w for w in words if person(w) == 1)

    def innermost(self, index: int) -> int | None:
        """The smallest statement in whose content a statement stands."""
        around = self.outer(index)
        if not around:
            return None
        said = self.scene.statements
        return max(around, key=lambda n: (said[n].value.content[0].start, -said[n].span.end))


def _named_lines(scene: Scene) -> Iterator[tuple[Line, list[Mark[Entity]]]]:
    starts = [m.span.start for m in scene.names]
    for line in scene.lines:
        first = bisect_left(starts, line.span.start)
        stop = bisect_left(starts, line.span.end)
        yield line, scene.names[first:stop]
