"""Statements with all that is known of each, as the pages of articles and statements tell it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from quoth.model import (
    Actor,
    Article,
    Chain,
    Mark,
    Reading,
    Role,
    Setting,
    Span,
    Speaker,
    Statement,
    hull,
)
from quoth.model.group import Belonging
from quoth.model.lookup import Lookup, words
from quoth.text.selectors import page_link

AROUND = 80
"""Code points on each side of words that prove something."""
LARGE = 200_000
"""Code points of a text from which statements that are told together are not linked to their words
on the page: to find them takes a search through the text for each."""
SURE, LIKELY = 0.85, 0.6
"""From these scores on something is sure, or likely."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Words of the page that prove something, with what stands around them on their line."""

    span: Span
    words: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a chain.

    Attributes:
        entity: the id of the entity that it is, if the ledger knows.
        proof: None where the page's own metadata say so.
    """

    role: Role
    name: str | None
    entity: str | None
    score: float
    why: str
    proof: Proof | None

    @property
    def sure(self) -> str:
        """`sure`, `likely` or `unsure`."""
        return sureness(self.score)


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with all that is known of it.

    Attributes:
        content, cue, source, hedge: the words of the page, fragments joined by a space.
        sources: how sure the resolution of the source is, 0 to 1; None where there is none.
        entity: which the speaker belongs to, where the reading is of a ledger.
        outer: the id of the statement that it is nested in, if any.
        inner: the ids of those nested in it.
        page: a link that opens the original page at its words, if there is one.
        names: of all actors of the article.
    """

    id: str
    span: Span
    value: Statement
    score: float
    language: str | None
    content: str
    cue: str | None
    source: str | None
    hedge: str | None
    speaker: Speaker | None
    sources: float | None
    actor: Actor | None
    entity: Belonging | None
    reason: str | None
    setting: Setting | None
    said: str | None
    venue: str | None
    steps: tuple[Step, ...]
    outer: str | None
    inner: tuple[str, ...]
    page: str | None
    names: frozenset[str]

    @property
    def name(self) -> str | None:
        """What to call the one who speaks; None where the page names nobody."""
        if self.entity is not None:
            return self.entity.name
        known = self.speaker.name if self.speaker is not None else None
        return known or self.source


def sureness(score: float) -> str:
    """A score in a word: `sure`, `likely` or `unsure`."""
    return "sure" if score >= SURE else "likely" if score >= LIKELY else "unsure"


class Records:
    """The statements of a reading, told one by one.

    Args:
        pages: whether each is linked to its words on the page.
    """

    def __init__(self, reading: Reading, pages: bool = True) -> None:
        self._pages = pages
        self._article = reading.article
        self._lookup = Lookup(reading)
        self._names = frozenset(name for m in reading.of(Actor) for name in m.value.names)
        self._outer = {m.id: self._lookup.outer(m.value) for m in reading.of(Statement)}
        self._inner: dict[str, list[str]] = defaultdict(list)
        for inner, outer in self._outer.items():
            if outer is not None:
                self._inner[outer].append(inner)

    def of(self, mark: Mark[Statement]) -> Told:
        """All that is known of a statement."""
        text, value, lookup = self._article.text, mark.value, self._lookup
        said, setting = lookup.speaker(mark.id), lookup.setting(mark.id)
        speaker = said.value if said is not None else None
        actor = speaker.actor if speaker is not None else None
        reason = speaker.reason if speaker is not None else None
        return Told(
            id=mark.id,
            span=mark.span,
            value=value,
            score=mark.score,
            language=tongue(lookup, mark.span),
            content=words(text, value.content) or "",
            cue=words(text, value.cue),
            source=words(text, value.source),
            hedge=words(text, value.hedge),
            speaker=speaker,
            sources=said.score if said is not None else None,
            actor=lookup.actor(actor) if actor else None,
            entity=lookup.entity(actor) if actor else None,
            reason=reason.of(text) if reason is not None else None,
            setting=setting,
            said=_said(text, setting),
            venue=setting.venue.span.of(text) if setting and setting.venue else None,
            steps=self._steps(lookup.chain(mark.id)),
            outer=self._outer[mark.id],
            inner=tuple(self._inner[mark.id]),
            page=page_link(self._article, value.content) if self._pages else None,
            names=self._names,
        )

    def _steps(self, chain: Chain | None) -> tuple[Step, ...]:
        steps = []
        for link in chain.links if chain is not None else ():
            entity = self._lookup.entity(link.actor) if link.actor else None
            found = proof(self._article, link.span) if link.span is not None else None
            known = entity.entity if entity is not None else None
            steps.append(Step(link.role, link.name, known, link.score, link.why, found))
        return tuple(steps)


def proof(article: Article, span: Span) -> Proof:
    """The words of a span with what stands around them on their line."""
    text = article.text
    start, end = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    before, after = text[start : span.start], text[span.end : end]
    if start and "\n" not in before:
        before = f"…{before.partition(' ')[2] or before}"
    if end < len(text) and "\n" not in after:
        after = f"{after.rpartition(' ')[0] or after}…"
    return Proof(span, span.of(text), before.rpartition("\n")[2], after.partition("\n")[0])


def tongue(lookup: Lookup, span: Span) -> str | None:
    """The language of a stretch, None where it cannot be told."""
    code = lookup.language(span)
    return None if code == "und" else code


def around(article: Article, mark: Mark[Statement]) -> Span:
    """The blocks that a statement lies in, from its first words to its last."""
    value = mark.value
    near = () if value.implicit else tuple(s for s in value.source if _near(s, mark.span))
    whole = hull((mark.span, *value.content, *value.cue, *near))
    blocks = tuple(b.span for b in article.blocks if b.span.meets(whole))
    return hull((whole, *blocks))


_FAR = 400


def _near(span: Span, other: Span) -> bool:
    # a source taken over from far above would bring half the page along
    return abs(span.start - other.start) < _FAR


def _said(text: str, setting: Setting | None) -> str | None:
    said = setting.said if setting is not None else None
    return said.span.of(text) if said is not None and said.span is not None else None
