"""Numbers in figures: decimal and thousands marks, fractions, powers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quoth.lang.numbers import NumberWords

DIGITS = 40
"""Figures longer than this are keys and account numbers; they are read, but never as powers."""
_SPACES = " \u00a0\u202f\u2009"
_VULGAR = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5,
    "⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
FRACTIONS = "".join(_VULGAR)
# the repeats are bounded: a page of marks and digits is looked at once, not once for every digit
_SPACED = re.compile(rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}}){{1,9}}(?!\d)(?:([.,٫])(\d+))?(?![.,]?\d)")
_MARKED = re.compile(r"\d+(?:[.,٫٬'’]\d+){0,40}")
_MIXED = re.compile(rf"(?:(\d{{1,6}})[{_SPACES}]{{1,2}})?(\d{{1,3}}) ?/ ?(\d{{1,4}})(?![\d/])")
_HALVES = re.compile(rf"(\d{{0,9}})[{_SPACES}]?([{FRACTIONS}])")
_POWER = re.compile(r"[eE]([+-]?\d{1,3})(?!\w)|\^([+-]*)(\d{1,3})(?![\w.,]\d)")
_SEPARATOR = re.compile(r"[.,٫٬'’]")
_ANY_DECIMAL = frozenset(".,٫")


class Figure(NamedTuple):
    """A number in figures: text[start:end], and whether it was written as a fraction."""

    start: int
    end: int
    value: float
    plain: bool
    """Whether it is digits alone, without marks."""


def figure(text: str, start: int, words: NumberWords) -> Figure | None:
    """The number whose first digit (or fraction sign) is at `start`."""
    found = _fraction(text, start) or _grouped(text, start) or _marked(text, start, words)
    return found and _raised(text, found)


def digits(text: str, start: int) -> Figure | None:
    """The digits at `start`, up to the first mark."""
    end = start
    while end < len(text) and text[end].isdecimal():
        end += 1
    return Figure(start, end, _number(text[start:end]), True) if end > start else None


def leading(text: str, figure: Figure, words: NumberWords) -> Figure:
    """The figure with the decimal mark (“.08”) or the minus sign before it."""
    start, value = figure.start, figure.value
    if start and text[start - 1] == words.decimal and figure.plain and _free(text, start - 1):
        start, value = start - 1, value / 10 ** (figure.end - figure.start)
    ranged = start > 2 and text[start - 2] == " " and text[start - 3].isdigit()  # “75 -300mm”
    if start and text[start - 1] in "-−–" and _free(text, start - 1) and not ranged:
        start, value = start - 1, -value
    return figure._replace(start=start, value=value)


def _free(text: str, at: int) -> bool:
    """Whether nothing is written onto the sign at `at`."""
    return at == 0 or text[at - 1].isspace() or text[at - 1] in "([“«\"'$€£"


def _fraction(text: str, start: int) -> Figure | None:
    halves = _HALVES.match(text, start)
    if halves:
        value = int(halves[1] or 0) + _VULGAR[halves[2]]
        return Figure(start, halves.end(), value, False)
    match = _MIXED.match(text, start)
    if not match or (start and text[start - 1] == "/"):
        return None
    whole, top, bottom = int(match[1] or 0), int(match[2]), int(match[3])
    if not 0 < top < bottom or (match[1] is None and " " in match[0]):
        return None
    return Figure(start, match.end(), whole + top / bottom, False)


def _grouped(text: str, start: int) -> Figure | None:
    match = _SPACED.match(text, start)
    if not match:
        return None
    whole = match[0] if match[2] is None else match[0][: match.start(1) - start]
    value = float("".join(c for c in whole if c.isdigit()))
    if match[2] is not None:
        value = float("".join(c for c in whole if c.isdigit()) + f".{match[2]}")
    return Figure(start, match.end(), value, False)


def _marked(text: str, start: int, words: NumberWords) -> Figure | None:
    match = _MARKED.match(text, start)
    if not match:
        return None
    for end, value, plain in _readings(match[0], words):
        return Figure(start, start + end, value, plain)
    return None


def _readings(piece: str, words: NumberWords) -> Iterator[tuple[int, float, bool]]:
    """The likeliest reading of digits with marks: length, value, whether there are no marks."""
    groups, marks = _SEPARATOR.split(piece), _SEPARATOR.findall(piece)
    if not marks:
        yield len(piece), _number(piece), True
        return
    value = _whole(groups, marks, words)
    if value is not None:
        yield len(piece), value, False
    elif marks[0] == words.thousands and _in_thousands(groups[:2]):
        yield len(groups[0]) + 1 + len(groups[1]), _number("".join(groups[:2])), False
    else:
        yield len(groups[0]), _number(groups[0]), True


def _whole(groups: list[str], marks: list[str], words: NumberWords) -> float | None:
    """The value of digits with marks as one number; None if they are several."""
    if len(marks) == 1:
        mark, tail = marks[0], groups[1]
        if mark in "٬'’" or (mark == words.thousands and len(tail) == 3 and len(groups[0]) < 4):
            return _number("".join(groups)) if len(tail) == 3 and groups[0] != "0" else None
        return _number(f"{groups[0]}.{tail}") if mark in _ANY_DECIMAL else None
    last_differs = marks[-1] != marks[-2] and marks[-1] in _ANY_DECIMAL
    inner = marks[:-1] if last_differs else marks
    whole = groups[:-1] if last_differs else groups
    if len(set(inner)) > 1 or not _in_thousands(whole):
        return None
    return _number("".join(whole) + (f".{groups[-1]}" if last_differs else ""))


def _in_thousands(groups: list[str]) -> bool:
    """Groups of three; or the Indian way, two by two before the last three."""
    if not 1 <= len(groups[0]) <= 3 or len(groups[-1]) != 3:
        return False
    inner = {len(g) for g in groups[1:-1]}
    return inner <= {3} or (inner <= {2} and len(groups[0]) <= 2)


def _number(digits: str) -> float:
    return float(digits)  # knows the digits of every script


def _raised(text: str, found: Figure) -> Figure:
    power = _POWER.match(text, found.end)
    if not power or found.end - found.start > DIGITS:
        return found
    try:
        if power[1]:
            value = float(f"{found.value!r}e{power[1]}") if "e" not in repr(found.value) else None
        else:
            sign = -1 if "-" in power[2] and power[2] != "--" else 1
            value = found.value ** (sign * int(power[3]))
    except (OverflowError, ZeroDivisionError):
        return found
    if value is None or value in (float("inf"), float("-inf")):
        return found
    return Figure(found.start, power.end(), value, False)
