"""What a single line looks like, before its place on the page is considered."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from quoth.model import Span
from quoth.read.dateline import dateline
from quoth.read.dates import FoundDate, find_date
from quoth.read.dump.credit import is_credit
from quoth.read.dump.furniture import (
    TRAILING,
    appeal,
    covered,
    menu,
    more,
    nothing,
    outside,
    rules,
    weight,
)
from quoth.read.dump.glue import glued
from quoth.read.dump.inside import placed_inside
from quoth.read.dump.names import byline, is_bare_name
from quoth.read.dump.topic import stems
from quoth.read.dump.unit import LOOKED_AT, SHORT, Seen, Shape, Unit
from quoth.read.dump.units import Line
from quoth.read.dump.words import Words, phrases, words
from quoth.read.places import is_place

__all__ = ["Shape", "Unit", "look", "mark_repeated"]

# a full stop and the sign of an agency: … until Monday. EFE
_SIGNED = re.compile(
    r"[.!?…][\"'”’»“)]*\s+(?:[(\[/][^()\[\]]{2,30}[)\]/]|[A-ZА-ЯЁІЇЄ]{2,8}(?:/\w{2,8})?)\.?$"
)
_DATED = frozenset({"published", "updated"})
BULLETS = frozenset("-–—•*·▪►●")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}")


def look(text: str, line: Line, language: str | None = None) -> Unit:
    """Classify one line by itself."""
    span = line.span
    row = words(text, span.start, min(span.end, span.start + LOOKED_AT))
    seen = Seen(text, span, row, phrases(row), language, _first(row))
    return _special(seen) or _running(seen)


def _first(row: Words) -> int:
    """The first token that begins with a letter."""
    lettered = (i for i, key in enumerate(row.keys) if row.is_word[i] and key[0].isalpha())
    return next(lettered, 0)


def _special(seen: Seen) -> Unit | None:
    for test in (nothing, menu, rules, appeal, _date, _byline, more, _credit, _label, _alone):
        unit = test(seen)
        if unit is not None:
            return unit
    return None


def _date(seen: Seen) -> Unit | None:
    if len(seen.span) > SHORT:
        return None
    piece = seen.text[seen.span.start : seen.span.end]
    label = seen.at_head("published", "updated")
    code = label.language if label is not None else seen.language
    found = find_date(piece, code)
    if found and label and seen.row.starts[label.at] > seen.span.start + found.span.start:
        label = None  # 3 June 2021 (updated 4 June): of the second date
    if found is None and label is not None and seen.mark(label) == ":" and _CLOCK.search(piece):
        return Unit(seen.span, Shape.DATE, labelled=label.kind)
    if found is None:
        return _clock_only(seen, piece)
    mostly = len(found.span) * 2 >= len(piece.strip(" |•·-–")) or (
        found.span.start <= 14 and len(piece) - found.span.end <= 40 and not TRAILING.search(piece)
    )
    if label is None and not mostly:
        return None
    if label is None and seen.at_head("by") is not None:
        return None
    kind = label.kind if label is not None else None
    extra = _further(piece, found, code, seen)
    english = code == "en"
    return Unit(seen.span, Shape.DATE, date=found, labelled=kind, extra=extra, month_first=english)


def _further(
    piece: str, found: FoundDate, code: str | None, seen: Seen
) -> tuple[tuple[str, FoundDate], ...]:
    """A second date in the line: `Published 3 June 2021, updated 4 June 2021`."""
    more = find_date(piece[found.span.end :], code)
    if more is None:
        return ()
    base = found.span.end
    second = FoundDate(more.value, Span(base + more.span.start, base + more.span.end), more.note)
    begin, stop = seen.span.start + base, seen.span.start + second.span.start
    kinds = [
        f.kind for f in seen.found if begin <= seen.row.starts[f.at] < stop and f.kind in _DATED
    ]
    return ((kinds[0] if kinds else "updated", second),)


def _clock_only(seen: Seen, piece: str) -> Unit | None:
    """`09:40`, `2 hours ago`: a time without a day."""
    digits = _CLOCK.search(piece) or (piece[:1].isdecimal() and len(piece) <= 24)
    if len(piece) <= 28 and digits and seen.row.count <= 4 and not TRAILING.search(piece):
        return Unit(seen.span, Shape.DATE)
    return None


def _byline(seen: Seen) -> Unit | None:
    if len(seen.span) > SHORT:
        return None
    found = byline(seen.text, seen.span, seen.row, seen.at_head("by"))
    if found is None:
        return None
    piece = seen.text[seen.span.start : seen.span.end]
    date = find_date(piece, seen.language)
    tail = None
    if date is not None and seen.span.start + date.span.start > found.end:
        tail = seen.span.start + date.span.start
    return Unit(seen.span, Shape.BYLINE, name=found, date=date, tail=tail)


def _credit(seen: Seen) -> Unit | None:
    piece = seen.text[seen.span.start : seen.span.end] if len(seen.span) <= 600 else ""
    head = seen.at_head("credit")
    labelled = head is not None and (
        seen.mark(head) in {":", "/", "|", "©"}
        or (head.length > 1 and seen.rest(head) <= 6)
        or (seen.rest(head) <= 2 and len(seen.span) <= 40)
    )
    if labelled or (piece and is_credit(piece)):
        return Unit(seen.span, Shape.CREDIT, stems=stems(piece))
    return None


def _label(seen: Seen) -> Unit | None:
    if len(seen.span) > 60:
        return None
    piece = seen.text[seen.span.start : seen.span.end].rstrip(":")
    if is_place(piece):
        return Unit(seen.span, Shape.PLACE)
    full, count = covered(seen, frozenset({"section"}))
    if full and count == 1:
        return Unit(seen.span, Shape.SECTION)
    return None


def _alone(seen: Seen) -> Unit | None:
    """WASHINGTON — · أنقرة/ الأناضول"""
    span = seen.span
    if len(span) > 80:
        return None
    head = dateline(seen.text, span.start, span.end)
    whole = head is not None and head.span.end >= span.end
    return Unit(span, Shape.DATELINE, head=head) if whole else None


def _running(seen: Seen) -> Unit:
    text, span = seen.text, seen.span
    piece = text[span.start : span.end]
    final = (TRAILING.search(piece[-4:]) or _SIGNED.search(piece[-48:])) is not None
    ruled = outside(seen, "rules")
    # a title may end with a quotation; a sentence has its full stop inside or behind it
    quoted = piece[-1] in '"”»' and (piece[0] in '"“«„' or len(piece) < SHORT)
    quoted = quoted and piece[-2:-1] not in {".", "!", "?", "…", ","}
    count = seen.row.count
    sentence = final and not quoted
    if len(piece) > 240 or (sentence and (len(piece) >= 70 or count >= 12)):
        shape = Shape.PROSE
    elif sentence:
        shape = Shape.SENTENCE
    else:
        shape = Shape.TITLE
    head = dateline(text, span.start, span.end) if final or len(piece) > 120 else None
    return Unit(
        span,
        shape,
        final=final and shape is not Shape.TITLE,
        listed=piece[0] in BULLETS and piece[1:2].isspace(),
        opens=piece[-1] == ":" and count > 3,
        words=count,
        bare_name=shape is Shape.TITLE and is_bare_name(text, span),
        stems=stems(piece),
        glue=glued(text, span.start, span.end) if head is None else None,
        inner=placed_inside(text, span.start, span.end),
        head=head,
        hint=weight(outside(seen, "appeal")) + weight(ruled) / 2,
        ruled=bool(ruled),
    )


def mark_repeated(text: str, units: list[Unit]) -> list[Unit]:
    """Mark titles that stand more than once on the page and share no word with its prose."""
    seen = Counter(u.span.of(text) for u in units if u.shape is Shape.TITLE)
    often = {piece for piece, count in seen.items() if count > 1}
    if not often:
        return units
    prose = [u.stems for u in units if u.shape is Shape.PROSE]
    topic: frozenset[str] = frozenset().union(*prose)
    return [
        replace(u, repeated=True)
        if u.shape is Shape.TITLE and u.span.of(text) in often and len(u.stems & topic) < 2
        else u
        for u in units
    ]
