"""What is found of a source, and how salient those are whom it may mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quoth.link.mentions.who import Touch, Who
from quoth.model import MentionType, Span, Spans

NEAR = 0.8
"""By how much the best of several must be ahead of the next one."""
_ALONE = 0.5
LINES, PARAGRAPHS = 8, 3
"""How far back a pronoun looks: sentences, and paragraphs."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Whom a source means.

    Attributes:
        who: None where it was not resolved.
        kind: by what words the source names it.
        antecedent: the mention that it was resolved by.
    """

    who: Who | None
    kind: MentionType
    score: float
    why: str
    antecedent: Span | None = None
    metonym: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pronoun stands.

    Attributes:
        last: who spoke last.
        outer: who says the content that it stands in.
        direct: whether that content is in their own words.
        inside: where that content begins; -1 where there is none.
        own: what the one who is meant says.
        since: the sentence in which those words begin, if before the pronoun.
        replies: whether the cue says that somebody answers.
    """

    start: int
    line: int
    paragraph: int
    last: Who | None = None
    outer: Who | None = None
    direct: bool = False
    inside: int = -1
    own: Spans = ()
    since: int = -1
    replies: bool = False


def ranked(
    candidates: Iterable[Who], at: Place, gender: str, paragraph_of: list[int]
) -> list[tuple[float, Who, Touch]]:
    """Those whom a pronoun may mean with their salience, the best first."""
    out: list[tuple[float, Who, Touch]] = []
    for who in candidates:
        if gender in ("m", "f") and who.gender and who.gender != gender:
            continue
        if at.direct and who is at.outer:
            continue
        touch = _touch(who, at)
        if touch is None:
            continue
        here = max(at.line if at.since < 0 else at.since, touch.line)
        lines = here - touch.line
        paragraphs = paragraph_of[here] - paragraph_of[touch.line]
        if lines > LINES and paragraphs > PARAGRAPHS and who is not at.last:
            continue
        score = -1.0 * min(lines, 5) - 0.3 * min(paragraphs, 4)
        score += 1.0 * touch.subject + 0.6 * (who is at.last) - 1.0 * touch.quoted
        score += 0.15 * min(len(who.touches), 4)
        if gender in ("m", "f"):
            score += 0.3 if who.gender == gender else -0.2
        score += 1.5 * (who is at.outer) - 0.7 * (not who.person and gender != "n")
        out.append((score, who, touch))
    out = _lonely(out)
    return sorted(out, key=lambda f: -f[0])


def _lonely(found: list[tuple[float, Who, Touch]]) -> list[tuple[float, Who, Touch]]:
    """The same, with more for the only one whom the last sentence mentions."""
    if not found:
        return found
    line = max(t.line for *_, t in found)
    latest = [n for n, (*_, t) in enumerate(found) if t.line == line and not t.quoted]
    if len(latest) == 1:
        score, who, touch = found[latest[0]]
        found[latest[0]] = score + _ALONE, who, touch
    return found


def _touch(who: Who, at: Place) -> Touch | None:
    """The last mention before a place, one outside of quotations if it is near."""
    best: Touch | None = None
    for touch in reversed(who.touches):
        if touch.start >= at.start:
            continue
        if 0 <= at.inside <= touch.start:  # in the words that the pronoun itself stands in
            return touch._replace(quoted=False)
        if best is None:
            best = touch
        if not touch.quoted:
            if best.line - touch.line <= 1:
                best = touch
            break
    return best


LEAST = 0.7
"""Answers by salience that are less sure are left open: in articles that the rules had not seen
about half of those for verbs without a subject looked wrong, and a quarter for pronouns."""


def chosen(
    found: list[tuple[float, Who, Touch]], *, strict: bool = False, near: float = NEAR
) -> tuple[Who, float] | None:
    """The one who is clearly ahead, and how sure that is.

    Args:
        near: by how much the first must be ahead.
        strict: nobody is where the last sentence tells of two side by side, unless the first of
            them spoke there.
    """
    if not found:
        return None
    line = found[0][2].line
    beside = [w for _, w, t in found if t.line == line and not t.quoted]
    if strict and len(beside) > 1 and found[0][1].spoke_line != line:
        return None
    if len(found) == 1:
        return found[0][1], 0.85
    ahead = found[0][0] - found[1][0]
    if ahead < near:
        return None
    return found[0][1], min(0.6 + 0.1 * ahead, 0.9)
