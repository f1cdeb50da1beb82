"""Sentences whose content is the sentence before: “Об этом сообщил X” · “Hal itu disampaikan X”"""

from __future__ import annotations

from quoth.annotate.statements.draft import Draft
from quoth.annotate.statements.frame import BREAKS, Frame
from quoth.annotate.statements.sources import Range, left_of, right_of

MAX_BETWEEN = 8  # items between the phrase and its cue


def recalled(
    frame: Frame, before: Frame | None, drafts: list[Draft], used: set[int]
) -> Draft | None:
    """The statement that a sentence makes of the one before it; `used` collects its cue.

    A quotation without a cue of its own there is given the cue and the source found here.
    """
    first = frame.lo
    while frame.tagged(first, "conj", "aux") and not frame.tagged(first, "recall"):
        first += 1
    if before is None or not frame.tagged(first, "recall"):
        return None
    found = _cue(frame, first)
    if found is None:
        return None
    cue, source = found
    used.update(range(first, cue[1]))
    content = before.trimmed(before.lo, before.end)
    last = drafts[-1] if drafts else None
    if last is not None and last.implicit and content in last.content:
        last.cue, last.source, last.implicit = [frame.span(*cue)], [frame.span(*source)], False
        return None
    quotes = int(before.end - before.lo == 1 and before.quoted(before.lo))
    spans = [frame.span(*source)]
    return Draft([content], [frame.span(*cue)], spans, "recalled", 0.7, quotes, reach=cue[1])


def _cue(frame: Frame, first: int) -> tuple[Range, Range] | None:
    """The cue and the source of the sentence that the phrase at item `first` opens."""
    hit = frame.items[first].tags["recall"]
    after = first + hit.length
    if "c" in hit.word.features:
        source = _source(frame, after)
        return None if source is None else ((first, after), source)
    if "v" in hit.word.features and not _at_once(frame, after):
        return None
    for j in range(after, min(after + MAX_BETWEEN, frame.end)):
        if frame.key(j) in BREAKS or frame.quoted(j):
            return None
        verb = frame.items[j].verb("qcn")
        if verb is None:
            continue
        subject = left_of(frame, j, after) or _source(frame, j + verb.length)
        return None if subject is None else ((j, j + verb.length), subject)
    return None


def _at_once(frame: Frame, i: int) -> bool:
    """Whether the verb follows, or its auxiliary and its subject: “Das teilte X mit”."""
    k = i
    while frame.tagged(k, "aux") and not frame.tagged(k, "det"):
        k += 1
    if frame.items[k].verb("qcn") if k < frame.end else False:
        return True
    return k == i + 1 and right_of(frame, k, frame.end) is not None


def _source(frame: Frame, i: int) -> Range | None:
    """The source behind a cue, also behind a preposition: “сообщили в пресс-службе”."""
    found = right_of(frame, i, frame.end)
    if found is None and frame.tagged(i, "prep"):
        found = right_of(frame, i + frame.items[i].tags["prep"].length, frame.end)
    return found
