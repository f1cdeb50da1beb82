"""Lines of furniture, known by their words: menus, comment rules, appeals, pointers."""

from __future__ import annotations

import re

from quoth.read.dates import find_date
from quoth.read.dump.unit import LOOKED_AT, Seen, Shape, Unit
from quoth.read.dump.words import Found

_LETTER = re.compile(r"[^\W\d_]")
_CRUMBS = re.compile(r"\s[>»›/|•·→]\s")
_LINK = re.compile(r"^(?:https?://|www\.)\S+$|^\S+@\S+\.\w+$")
_HASH = re.compile(r"#\w+")
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright)\s?(?:copyright\s)?(?:19|20)\d\d", re.I)
_MINUTES = re.compile(  # Lecture : 3 min. · 4 minutes read · Время чтения: 5 мин.
    r"^(?!.*\d[:.h]\d)(?:\D{0,20}\s)?\d{1,2}[\s'’-]?(?:min|мин|хв|дк|dk|dakika|menit|دقائق|دقيقة)"
    r"(?:\w{0,5}\b)[^\d]{0,16}$",
    re.I,
)
_COUNT = re.compile(r"\d{1,5}")
TRAILING = re.compile(r"[.!?…؟。][\"'”’»“)\]]*$|[\"”»]$")


def nothing(seen: Seen) -> Unit | None:
    """A line without letters, a bare link, a row of hashtags."""
    piece = seen.piece
    if len(seen.span) <= 32 and seen.row.count <= 6 and _MINUTES.search(piece):
        return Unit(seen.span, Shape.MENU)
    bare = not _LETTER.search(piece) and find_date(piece) is None
    if bare or (seen.short and _LINK.match(piece)):
        return Unit(seen.span, Shape.MENU)
    if seen.short and len(_HASH.findall(piece)) * 2 >= max(seen.row.count, 1):
        return Unit(seen.span, Shape.MENU)
    return None


def menu(seen: Seen) -> Unit | None:
    """Lines that consist of menu words, crumbs, or a copyright."""
    piece = seen.piece
    signed = "©" in piece and any(f.kind == "menu" for f in seen.found)
    if len(seen.span) <= LOOKED_AT and (signed or _RIGHTS.search(piece)):
        return Unit(seen.span, Shape.MENU)
    if seen.short and len(_CRUMBS.findall(piece)) >= 2 and not TRAILING.search(piece):
        return Unit(seen.span, Shape.MENU) if find_date(piece) is None else None
    opening = seen.at_head("menu")
    if opening is not None and opening.length > 1 and len(seen.span) <= LOOKED_AT:
        return Unit(seen.span, Shape.MENU)
    if opening is not None and seen.mark(opening) == ":" and _is_row(seen, opening):
        return Unit(seen.span, Shape.MENU)
    filled = covered(seen, frozenset({"menu", "section", "more"}))
    menus = any(f.kind == "menu" for f in seen.found)
    several = filled[1] > 1
    if len(seen.span) <= LOOKED_AT and filled[0] and (menus or several):
        other = any(covered(seen, frozenset({kind}))[0] for kind in ("rules", "more"))
        return None if other else Unit(seen.span, Shape.MENU)
    return None


def _is_row(seen: Seen, head: Found) -> bool:
    """Tags behind a label: two words or so between the commas."""
    commas = sum(1 for key in seen.row.keys if key in {",", "،", "|", "#"})
    return commas > 0 and seen.rest(head) <= 3 * (commas + 1) and not TRAILING.search(seen.piece)


def covered(seen: Seen, kinds: frozenset[str]) -> tuple[bool, int]:
    """Whether phrases of the kinds make up the line but for numbers and marks; how many."""
    if not any(f.kind in kinds for f in seen.found):
        return False, 0
    best: dict[int, int] = {}
    for f in seen.found:
        if f.kind in kinds:
            best[f.at] = max(best.get(f.at, 0), f.length)
    i = count = left = 0
    while i < len(seen.row.keys):
        if i in best:
            i, count = i + best[i], count + 1
            continue
        key = seen.row.keys[i]
        # Partilhar no Facebook: the small word between two does not count
        left += seen.row.is_word[i] and not key[0].isdecimal() and (len(key) > 2 or not count)
        i += 1
    return count > 0 and left * 4 <= count, count


def outside(seen: Seen, kind: str) -> list[Found]:
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


def weight(found: list[Found]) -> float:
    """How much the phrases weigh together: longer ones are surer signs."""
    distinct = {(f.length, f.at) for f in found}
    return sum((0.5, 1.0, 1.6)[min(length, 3) - 1] for length, _ in distinct)


def rules(seen: Seen) -> Unit | None:
    """Comment rules, empty comment sections, comment forms."""
    found = outside(seen, "rules")
    if not found:
        return None
    head = seen.at_head("rules")
    whole = head is not None and seen.rest(head) <= 2 and len(seen.span) <= 60
    sure = weight(found)
    needed = 1.0 if len(seen.span) <= 100 else 1.6 if len(seen.span) <= 300 else 2.0
    if (whole and head is not None and seen.mark(head) in {"", ".", "!", "(", ":", "…"}) or (
        sure >= needed and (head is not None or sure >= 1.6)
    ):
        number = _COUNT.search(seen.text, seen.span.start, min(seen.span.end, seen.span.start + 60))
        return Unit(seen.span, Shape.RULES, count=int(number.group()) if whole and number else 0)
    if whole and head is not None and seen.rest(head) == 0:
        return Unit(seen.span, Shape.RULES)
    return None


def appeal(seen: Seen) -> Unit | None:
    """An appeal for donations or subscriptions."""
    sure = weight(outside(seen, "appeal"))
    size = len(seen.span)
    needed = 1.0 if size <= 120 else 1.6 if size <= 300 else 2.4
    head = seen.at_head("appeal")
    if sure >= needed or (head is not None and size <= 80 and seen.rest(head) <= 6):
        return Unit(seen.span, Shape.APPEAL)
    return None


def more(seen: Seen) -> Unit | None:
    """A pointer to other stories: a heading, or with a title behind a colon."""
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


def _is_list(seen: Seen, head: Found) -> bool:
    """Tags: harbour, ferry, fire."""
    commas = sum(1 for key in seen.row.keys if key in {",", "،", "|", "#"})
    menu = any(f.kind == "menu" and f.at == head.at for f in seen.found)
    return menu or (commas > 1 and seen.rest(head) <= 4 * commas)
