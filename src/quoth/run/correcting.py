"""Correcting what was read: statements that are none, other words, other days of what is said, of
what a text means, and of publication.

What was read stays as it is; a correction lies over it, and holds when the page is read again.
"""

from __future__ import annotations

from dataclasses import dataclass

from quoth.errors import UsageError
from quoth.model import Article, Mark, Reading, Statement, Time, hull
from quoth.model.lookup import Lookup
from quoth.run.author import Author
from quoth.run.wording import Wording, lines, places
from quoth.store import Ledger
from quoth.store.attributing import named_actor
from quoth.store.corrected import Corrections, article_of
from quoth.store.decisions import Decision, DecisionKind, Payload, Roles, When
from quoth.store.mending import article_spot, spot


@dataclass(frozen=True, slots=True)
class Corrected:
    """A mark as it was read, with its corrections.

    Attributes:
        read: the mark as it was read.
        now: the mark with its corrections; None of a statement that is wrong.
        reading: with the corrections of all its marks.
        decisions: those that hold of the mark, the first one first.
    """

    read: Mark[object]
    now: Mark[object] | None
    reading: Reading
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """An article with the day of its publication.

    Attributes:
        read: the article as it was read.
        now: the article with its corrected day, if that was corrected.
        decisions: those that hold of the day, the first one first.
    """

    read: Article
    now: Article
    decisions: tuple[Decision, ...]


def statement(ledger: Ledger, ident: str) -> Corrected:
    """A statement with its corrections, also one that is wrong.

    Raises:
        UsageError: if there is none with this id.
    """
    return mark(ledger, ledger.ask(lambda c: article_of(c, ident)), ident)


def mark(ledger: Ledger, article: str, ident: str) -> Corrected:
    """A mark of an article with its corrections.

    Raises:
        UsageError: if there is none with this id.
    """
    return ledger.ask(lambda c: _mark(Corrections(c), article, ident))


def article(ledger: Ledger, ident: str) -> Published:
    """An article with the day of its publication, as it was read and as it was corrected.

    Raises:
        UsageError: if there is none with this id.
    """
    return ledger.ask(lambda c: _article(Corrections(c), ident))


def mark_wrong(ledger: Ledger, ident: str, by: Author) -> Decision:
    """Decide that nobody said so: the statement is in no list, no export and no record.

    Raises:
        UsageError: if there is no such statement, or somebody decided so before.
    """
    article = ledger.ask(lambda c: article_of(c, ident))
    return ledger.change(lambda c: _wrong(Corrections(c), article, ident, by))


def mend(ledger: Ledger, ident: str, words: Wording, by: Author) -> Decision:
    """Decide which words of its page a statement has.

    The source tells who speaks: where it mentions an actor of the article, that one; unless
    another one is named.

    Raises:
        UsageError: if there is no such statement, it is wrong, the page does not say the words
            or has no such speaker, there is no content, or nothing is changed.
    """
    article = ledger.ask(lambda c: article_of(c, ident))
    return ledger.change(lambda c: _mend(Corrections(c), article, ident, words, by))


def wording(ledger: Ledger, ident: str, **new: str) -> Wording:
    """The words of a statement, with other ones for some of its roles.

    Args:
        new: for `content`, `cue` and `source`, a line for each stretch; for `speaker` a name.

    Raises:
        UsageError: if there is no such statement.
    """
    told = statement(ledger, ident)
    value, text = (told.now or told.read).value, told.reading.article.text
    if not isinstance(value, Statement):
        raise UsageError(f"{ident!r} is no statement", "no-such-statement")
    old = {role: lines(text, getattr(value, role)) for role in ("content", "cue", "source")}
    return Wording(**{"speaker": speaker_of(told) or "", **old, **new})


def redate(ledger: Ledger, at: tuple[str, str], when: When, by: Author) -> Decision:
    """Decide when a statement was made, or which day a time of a page means.

    Args:
        at: the ids of the article and of the mark, which is a statement or a time.

    Raises:
        UsageError: if there is no such mark, it is wrong, or nothing is changed.
    """
    return ledger.change(lambda c: _redate(Corrections(c), at, when, by))


def republish(ledger: Ledger, ident: str, when: When, by: Author) -> Decision:
    """Decide on which day an article was published.

    Statements of which nothing but that day tells when they were made move with it.  Times that
    were counted from it stay as they were read.

    Args:
        when: one day, or one minute.

    Raises:
        UsageError: if there is no such article, it is more than one day, or nothing is changed.
    """
    return ledger.change(lambda c: _republish(Corrections(c), ident, when, by))


def take_back(ledger: Ledger, number: int, by: Author) -> Decision:
    """Undo a correction.

    Raises:
        UsageError: if there is no such decision, or it was undone.
    """
    return ledger.change(lambda c: _take_back(Corrections(c), number, by))


def _mark(corrections: Corrections, article: str, ident: str) -> Corrected:
    raw = corrections.read(article)
    mended = corrections.over(raw)
    found = next((m for m in raw.marks if m.id == ident), None)
    if found is None or not isinstance(found.value, Statement | Time):
        raise UsageError(f"the ledger holds no statement {ident!r}", "no-such-statement")
    now = next((m for m in mended.reading.marks if m.id == ident), None)
    return Corrected(found, now, mended.reading, mended.by.get(ident, ()))


def _article(corrections: Corrections, ident: str) -> Published:
    raw = corrections.read(ident)
    mended = corrections.over(raw)
    return Published(raw.article, mended.reading.article, mended.by.get(ident, ()))


def _wrong(corrections: Corrections, article: str, ident: str, by: Author) -> Decision:
    told = _mark(corrections, article, ident)
    _right(told)
    payload = Payload("", spot=spot(corrections.read(article), told.read))
    return corrections.add(DecisionKind.WRONG, by.name, by.reason, payload)


def _mend(
    corrections: Corrections, article: str, ident: str, words: Wording, by: Author
) -> Decision:
    told = _mark(corrections, article, ident)
    value = _right(told).value
    if not isinstance(value, Statement):
        raise UsageError(f"{ident!r} is no statement", "no-such-statement")
    text = told.reading.article.text
    near = hull(value.content).start
    content, cue = places(text, words.content, near), places(text, words.cue, near)
    source = places(text, words.source, value.source[0].start if value.source else near)
    if not content:
        raise UsageError("a statement has a content", "no-content")
    speaker, speaks = _speaker(told, words.speaker)
    if speaks and (content, cue, source) == (value.content, value.cue, value.source):
        raise UsageError("these are the words that it has", "nothing-changed")
    said = tuple(s.of(text) for s in (*content, *cue, *source))
    payload = Payload(
        "",
        spot=spot(corrections.read(article), told.read),
        roles=Roles(content, cue, source, said, speaker),
    )
    return corrections.add(DecisionKind.SPANS, by.name, by.reason, payload)


def _speaker(told: Corrected, name: str) -> tuple[str | None, bool]:
    """The name of the actor who is said to speak, if one is, and whether that is so already."""
    if not name.strip():
        return None, speaker_of(told) is None
    actor = named_actor(told.reading, name.strip())
    if actor is None:
        raise UsageError(f"the page has nobody called {name!r}", "no-such-entity")
    speaker = Lookup(told.reading).speaker(told.read.id)
    return actor.value.name, speaker is not None and speaker.value.actor == actor.id


def speaker_of(told: Corrected) -> str | None:
    """The name of the actor of whom somebody decided that it speaks."""
    mended = [d.payload.roles for d in told.decisions if d.payload.roles is not None]
    return mended[-1].speaker if mended else None


def _redate(corrections: Corrections, at: tuple[str, str], when: When, by: Author) -> Decision:
    told = _mark(corrections, *at)
    before = time_of(told.reading, _right(told))
    if before is not None and (before.earliest, before.latest) == (when.first, when.last):
        raise UsageError("this is the day that it has", "nothing-changed")
    payload = Payload("", spot=spot(corrections.read(at[0]), told.read), when=when)
    return corrections.add(DecisionKind.DATE, by.name, by.reason, payload)


def _republish(corrections: Corrections, ident: str, when: When, by: Author) -> Decision:
    told = _article(corrections, ident)
    if when.first != when.last:
        raise UsageError("an article is published on one day", "no-day")
    if when.first == told.now.meta.published:
        raise UsageError("this is the day that it has", "nothing-changed")
    payload = Payload("", spot=article_spot(told.read), when=when)
    return corrections.add(DecisionKind.PUBLISHED, by.name, by.reason, payload)


def _take_back(corrections: Corrections, number: int, by: Author) -> Decision:
    decision = corrections.decisions.one(number)
    if decision.undone_at is not None:
        raise UsageError(f"decision {number} was undone already", "undone-already")
    return corrections.undo(number, by.name, by.reason)


def time_of(reading: Reading, of: Mark[object]) -> Time | None:
    """When a statement was made, or what a time means."""
    if isinstance(of.value, Time):
        return of.value
    setting = Lookup(reading).setting(of.id)
    return setting.said.time if setting is not None and setting.said is not None else None


def _right(told: Corrected) -> Mark[object]:
    if told.now is None:
        raise UsageError(f"the statement {told.read.id} is wrong: undo that first", "wrong-already")
    return told.now
