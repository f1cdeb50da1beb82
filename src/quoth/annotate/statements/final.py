"""Clauses of languages whose reporting verb stands last: “Bakan, yolun açılacağını söyledi.”"""

from __future__ import annotations

from quoth.annotate.statements.cues import behind_used
from quoth.annotate.statements.draft import Draft
from quoth.annotate.statements.frame import BREAKS, COMMAS, Frame
from quoth.annotate.statements.sources import Range, left_of, scare
from quoth.model import Span

MAX_SUBJECT = 14  # items of a subject that a comma ends


def final_clause(frame: Frame, j: int, drafts: list[Draft], used: set[int]) -> Draft | None:
    """The statement whose cue is the verb at item j: source, content and cue in this order."""
    hit = frame.items[j].verb("czni")
    if hit is None:
        return None
    begin = _begin(frame, j, used)
    if "g" in hit.word.features:
        found = _participle(frame, j, begin)
        beside = frame.key(j + hit.length) in COMMAS or frame.quoted(j + hit.length)
        if found is not None or not beside:
            return found
    joined = begin > frame.lo and bool(drafts)
    source = None if joined else _subject(frame, begin, j)
    spans: list[Span] = list(drafts[-1].source) if joined else []
    if source is not None:
        spans, begin = [frame.span(*source)], source[1]
    while begin < j - 1 and frame.tagged(begin, "aux"):
        begin += 1
    stop = j
    while stop > begin and (frame.tagged(stop - 1, "aux") or frame.key(stop - 1) in COMMAS):
        stop -= 1
    if not spans or not any(frame.items[k].word or frame.quoted(k) for k in range(begin, stop)):
        return None
    content = [frame.trimmed(begin, stop)]
    cue = [frame.span(j, j + hit.length)]
    return Draft(content, cue, spans, "clause-cue", 0.75, reach=j + hit.length)


def _begin(frame: Frame, j: int, used: set[int]) -> int:
    """Where the clause of the cue begins: behind the cue before it and its conjunction."""
    begin = behind_used(frame, j, used)
    while begin < j and (frame.key(begin) in BREAKS or frame.tagged(begin, "conj")):
        begin += 1
    return begin


def _subject(frame: Frame, begin: int, j: int) -> Range | None:
    """The phrase before the first comma; without a comma, the names and offices that open it."""
    for k in range(begin + 1, min(begin + MAX_SUBJECT, j - 1)):
        if frame.key(k) in COMMAS:
            return left_of(frame, k, begin)
        if frame.key(k) in BREAKS:
            return None
    k = begin
    while k < j - 1 and (
        frame.items[k].capital
        or frame.tagged(k, "title", "role", "det")
        or (k > begin and _firm(frame, k))
    ):
        k += 1
    named = any(frame.items[m].capital or frame.tagged(m, "role") for m in range(begin, k))
    return (begin, k) if named else None


def _firm(frame: Frame, k: int) -> bool:
    """Whether item k is a name between quotation marks: Yüklenici firma "Anka Yapı" …"""
    return frame.quoted(k) and scare(frame, k) and frame.text[frame.items[k].start + 1].isupper()


def _participle(frame: Frame, j: int, begin: int) -> Draft | None:
    """“… savunan Adalı”: a participle, its source behind it."""
    k = j + 1
    while k < frame.hi and (frame.items[k].capital or frame.tagged(k, "role", "title")):
        k += 1
    if k == j + 1 or begin >= j:
        return None
    content = [frame.trimmed(begin, j)]
    spans = [frame.span(j + 1, k)]
    return Draft(content, [frame.span(j, j + 1)], spans, "participle", 0.65, reach=k)
