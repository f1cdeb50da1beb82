"""What a single line looks like, before its place on the page is considered."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from quoth.model import Block, Span
from quoth.read.dateline import dateline
from quoth.read.dates import FoundDate, find_date
from quoth.read.dump.credit import is_credit
from quoth.read.dump.glue import Glued, glued
from quoth.read.dump.inside import Inside, placed_inside
from quoth.read.dump.names import byline, is_bare_name
from quoth.read.dump.topic import stems
from quoth.read.dump.units import Line
from quoth.read.dump.words import Found, Words, phrases, words
from quoth.read.places import is_place

LOOKED_AT = 420  # characters of a line in which phrases are looked for
_SHORT = 160  # characters of a line that may be a label and no prose
_LETTER = re.compile(r"[^\W\d_]")
_TRAILING = re.compile(r"[.!?…؟。][\"'”’»“)\]]*$|[\"”»]$")
_CRUMBS = re.compile(r"\s[>»›/|•·→]\s")
_LINK = re.compile(r"^(?:https?://|www\.)\S+$|^\S+@\S+\.\w+$")
_HASH = re.compile(r"#\w+")
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright)\s?(?:copyright\s)?(?:19|20)\d\d", re.I)
_COUNT = re.compile(r"\d{1,5}")


class Shape(Enum):
    """Kinds of lines."""

    PROSE = auto()
    SENTENCE = auto()
    """One short sentence."""
    TITLE = auto()
    """A line without a final full stop."""
    DATE = auto()
    BYLINE = auto()
    CREDIT = auto()
    SECTION = auto()
    PLACE = auto()
    MENU = auto()
    MORE = auto()
    """A pointer to other stories: a heading, or with a title behind a colon."""
    RULES = auto()
    APPEAL = auto()


@dataclass(frozen=True, slots=True)
class Unit:
    """A line, looked at.

    Attributes:
        tail: of a MORE line, where the title behind the label begins; of a BYLINE, the date.
        published: whether a date line has a label: `published`, `updated` or none.
        hint: how much a line sounds like an appeal (0 to 3).
    """

    span: Span
    shape: Shape
    gap: bool = False
    final: bool = False
    words: int = 0
    stems: frozenset[str] = frozenset()
    date: FoundDate | None = None
    labelled: str | None = None
    name: Span | None = None
    glue: Glued | None = None
    head: Block | None = None
    inner: Inside | None = None
    tail: int | None = None
    hint: float = 0.0
    count: int = 0
    bare_name: bool = False
    month_first: bool = False
    extra: tuple[tuple[str, FoundDate], ...] = field(default=())

    @property
    def size(self) -> int:
        """Characters."""
        return len(self.span)

    @property
    def labelled_story(self) -> bool:
        """Whether a label is glued into the line, as in teasers."""
        return self.glue is not None or self.inner is not None

    @property
    def prose(self) -> bool:
        """Whether it is running text."""
        return self.shape in (Shape.PROSE, Shape.SENTENCE)


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    span: Span
    row: Words
    found: list[Found]
    language: str | None

    @property
    def piece(self) -> str:
        """The first characters of the line."""
        return self.text[self.span.start : min(self.span.end, self.span.start + LOOKED_AT)]

    @property
    def short(self) -> bool:
        return len(self.span) <= _SHORT

    def at_head(self, *kinds: str) -> Found | None:
        """The longest phrase of one of the kinds that opens the line."""
        row = self.row
        lettered = (i for i, key in enumerate(row.keys) if row.is_word[i] and key[0].isalpha())
        first = next(lettered, 0)
        return max(
            (f for f in self.found if f.at == first and f.kind in kinds),
            key=lambda f: f.length,
            default=None,
        )

    def behind(self, found: Found) -> int:
        """Where the text behind a phrase ends."""
        return self.row.ends[found.at + found.length - 1]

    def mark(self, found: Found) -> str:
        """The token right behind a phrase, or nothing at the end of the line."""
        k = found.at + found.length
        return self.row.keys[k] if k < len(self.row.keys) else ""

    def rest(self, found: Found) -> int:
        """How many words follow a phrase."""
        return sum(self.row.is_word[found.at + found.length :])


def look(text: str, line: Line, language: str | None = None) -> Unit:
    """Classify one line by itself."""
    span = line.span
    row = words(text, span.start, min(span.end, span.start + LOOKED_AT))
    seen = _Line(text, span, row, phrases(row), language)
    unit = _special(seen) or _running(seen)
    return _with(unit, gap=line.gap)


def _with(unit: Unit, **changes: object) -> Unit:
    return replace(unit, **changes)  # type: ignore[arg-type]


def _special(seen: _Line) -> Unit | None:
    for test in (_nothing, _menu, _rules, _appeal, _date, _byline, _more, _credit, _label):
        unit = test(seen)
        if unit is not None:
            return unit
    return None


def _nothing(seen: _Line) -> Unit | None:
    piece = seen.piece
    bare = not _LETTER.search(piece) and find_date(piece) is None
    if bare or (seen.short and _LINK.match(piece)):
        return Unit(seen.span, Shape.MENU)
    if seen.short and len(_HASH.findall(piece)) * 2 >= max(seen.row.count, 1):
        return Unit(seen.span, Shape.MENU)
    return None


def _menu(seen: _Line) -> Unit | None:
    """Lines that consist of menu words, crumbs, or a copyright."""
    piece = seen.piece
    signed = "©" in piece and any(f.kind == "menu" for f in seen.found)
    if len(seen.span) <= LOOKED_AT and (signed or _RIGHTS.search(piece)):
        return Unit(seen.span, Shape.MENU)
    if seen.short and len(_CRUMBS.findall(piece)) >= 2 and not _TRAILING.search(piece):
        return Unit(seen.span, Shape.MENU) if find_date(piece) is None else None
    covered = _covered(seen, frozenset({"menu", "section"}))
    menus = any(f.kind == "menu" for f in seen.found)
    several = covered[1] > 1
    if len(seen.span) <= LOOKED_AT and covered[0] and (menus or several):
        other = any(_covered(seen, frozenset({kind}))[0] for kind in ("rules", "more"))
        return None if other else Unit(seen.span, Shape.MENU)
    return None


def _covered(seen: _Line, kinds: frozenset[str]) -> tuple[bool, int]:
    """Whether phrases of the kinds make up the line but for numbers and marks; how many."""
    best: dict[int, int] = {}
    for f in seen.found:
        if f.kind in kinds:
            best[f.at] = max(best.get(f.at, 0), f.length)
    i = count = left = 0
    while i < len(seen.row.keys):
        if i in best:
            i, count = i + best[i], count + 1
            continue
        left += seen.row.is_word[i] and not seen.row.keys[i][0].isdecimal()
        i += 1
    return count > 0 and left * 4 <= count, count


def _outside(seen: _Line, kind: str) -> list[Found]:
    """The phrases of a kind that do not lie inside another, nor inside quotation marks."""
    out: list[Found] = []
    reach = 0
    opened = [i for i, key in enumerate(seen.row.keys) if key in {"“", "”", "«", "»", '"', "„"}]
    for f in seen.found:
        if f.kind != kind or f.at < reach:
            continue
        if sum(1 for i in opened if i < f.at) % 2:
            continue
        out.append(f)
        reach = f.at + f.length
    return out


def _weight(found: list[Found]) -> float:
    distinct = {(f.length, f.at) for f in found}
    return sum((0.5, 1.0, 1.6)[min(length, 3) - 1] for length, _ in distinct)


def _rules(seen: _Line) -> Unit | None:
    found = _outside(seen, "rules")
    if not found:
        return None
    head = seen.at_head("rules")
    whole = head is not None and seen.rest(head) <= 2 and len(seen.span) <= 60
    weight = _weight(found)
    needed = 1.0 if len(seen.span) <= 100 else 1.6 if len(seen.span) <= 300 else 2.0
    if (whole and head is not None and seen.mark(head) in {"", ".", "!", "(", ":", "…"}) or (
        weight >= needed and (head is not None or weight >= 1.6)
    ):
        number = _COUNT.search(seen.text, seen.span.start, min(seen.span.end, seen.span.start + 60))
        return Unit(seen.span, Shape.RULES, count=int(number.group()) if whole and number else 0)
    if whole and head is not None and seen.rest(head) == 0:
        return Unit(seen.span, Shape.RULES)
    return None


def _appeal(seen: _Line) -> Unit | None:
    weight = _weight(_outside(seen, "appeal"))
    size = len(seen.span)
    needed = 1.0 if size <= 120 else 1.6 if size <= 300 else 2.4
    head = seen.at_head("appeal")
    if weight >= needed or (head is not None and size <= 80 and seen.rest(head) <= 6):
        return Unit(seen.span, Shape.APPEAL)
    return None


def _date(seen: _Line) -> Unit | None:
    if len(seen.span) > _SHORT:
        return None
    piece = seen.text[seen.span.start : seen.span.end]
    label = seen.at_head("published", "updated")
    code = label.language if label is not None else seen.language
    found = find_date(piece, code)
    if found is None:
        return _clock_only(seen, piece)
    mostly = len(found.span) * 2 >= len(piece.strip(" |•·-–")) or (
        found.span.start <= 14 and len(piece) - found.span.end <= 40 and not _TRAILING.search(piece)
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
    piece: str, found: FoundDate, code: str | None, seen: _Line
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


_DATED = frozenset({"published", "updated"})
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}")


def _clock_only(seen: _Line, piece: str) -> Unit | None:
    """`09:40`, `2 hours ago`: a time without a day."""
    digits = _CLOCK.search(piece) or (piece[:1].isdecimal() and len(piece) <= 24)
    if len(piece) <= 28 and digits and seen.row.count <= 4 and not _TRAILING.search(piece):
        return Unit(seen.span, Shape.DATE)
    return None


def _byline(seen: _Line) -> Unit | None:
    if len(seen.span) > _SHORT:
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


def _more(seen: _Line) -> Unit | None:
    head = seen.at_head("more")
    if head is None or len(seen.span) > 300:
        return None
    mark, rest = seen.mark(head), seen.rest(head)
    if mark == ":" and rest:
        if _is_list(seen, head):
            return Unit(seen.span, Shape.MENU)
        begin = seen.row.ends[head.at + head.length]
        while begin < seen.span.end and seen.text[begin].isspace():
            begin += 1
        return Unit(seen.span, Shape.MORE, tail=begin)
    heading = rest == 0 or (head.length > 1 and rest <= 3 and len(seen.span) <= 50)
    if heading and mark not in {","}:
        return Unit(seen.span, Shape.MORE)
    return None


def _is_list(seen: _Line, head: Found) -> bool:
    """Tags: harbour, ferry, fire."""
    commas = sum(1 for key in seen.row.keys if key in {",", "،", "|", "#"})
    menu = any(f.kind == "menu" and f.at == head.at for f in seen.found)
    return menu or (commas > 1 and seen.rest(head) <= 4 * commas)


def _credit(seen: _Line) -> Unit | None:
    piece = seen.text[seen.span.start : seen.span.end] if len(seen.span) <= 600 else ""
    head = seen.at_head("credit")
    labelled = head is not None and (
        seen.mark(head) in {":", "/", "|", "©"} or (head.length > 1 and seen.rest(head) <= 6)
    )
    if labelled or (piece and is_credit(piece)):
        return Unit(seen.span, Shape.CREDIT, stems=stems(piece))
    return None


def _label(seen: _Line) -> Unit | None:
    if len(seen.span) > 60:
        return None
    piece = seen.text[seen.span.start : seen.span.end].rstrip(":")
    if is_place(piece):
        return Unit(seen.span, Shape.PLACE)
    covered, count = _covered(seen, frozenset({"section"}))
    if covered and count == 1:
        return Unit(seen.span, Shape.SECTION)
    return None


def _running(seen: _Line) -> Unit:
    text, span = seen.text, seen.span
    piece = text[span.start : span.end]
    final = _TRAILING.search(piece[-4:]) is not None
    quoted = piece[-1] in '"”»' and piece[0] in '"“«„'
    count = seen.row.count
    if len(piece) > LOOKED_AT or (final and (len(piece) >= 70 or count >= 12)) or len(piece) > 240:
        shape = Shape.PROSE
    elif final and not (quoted and piece[-2] not in ".!?…,"):
        shape = Shape.SENTENCE
    else:
        shape = Shape.TITLE
    head = dateline(text, span.start, span.end) if final or len(piece) > 120 else None
    return Unit(
        span,
        shape,
        final=final,
        words=count,
        bare_name=shape is Shape.TITLE and is_bare_name(text, span),
        stems=stems(piece),
        glue=glued(text, span.start, span.end) if head is None else None,
        inner=placed_inside(text, span.start, span.end),
        head=head,
        hint=_weight(_outside(seen, "appeal")) + _weight(_outside(seen, "rules")) / 2,
    )
