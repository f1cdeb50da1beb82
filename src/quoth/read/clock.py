"""Times of day beside a date, with their zones."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CLOCK = re.compile(
    r"(?<![\d.,:/-])(\d{1,2})(?:\s?(?::|\.|h|H|u|٫)\s?(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?|(?=\s?[ap]\.?\s?m\b))"
    r"(?![\d]|[.:]\d)",
    re.I,
)
_HALF = re.compile(
    r"\s?(?:(a\.?\s?m\b\.?|öö|ص(?:باح[اً]{1,2})?|pagi)|(p\.?\s?m\b\.?|ös|م(?:ساء[ً]?)?|malam))(?!\w)",
    re.I,
)
_OFFSET = re.compile(
    r"\s?\(?\s?(?:(?:utc|gmt)\s?([+-])\s?(\d{1,2})(?::?(\d{2}))?|([+-])(\d{2}):?(\d{2})|(z|utc|gmt)\b)\)?",
    re.I,
)
_APART = re.compile(r"[\d\n]")
_NAMED = re.compile(r"\s?\(?([A-Z]{2,4}|МСК|мск)\b\)?")
# zone names that mean one offset in news; EST and the like are read as in North America
_ZONES = {
    "WIB": "+07:00",
    "WITA": "+08:00",
    "WIT": "+09:00",
    "CET": "+01:00",
    "CEST": "+02:00",
    "MEZ": "+01:00",
    "MESZ": "+02:00",
    "EET": "+02:00",
    "EEST": "+03:00",
    "WET": "+00:00",
    "MSK": "+03:00",
    "МСК": "+03:00",
    "TRT": "+03:00",
    "EST": "-05:00",
    "EDT": "-04:00",
    "CDT": "-05:00",
    "MDT": "-06:00",
    "PST": "-08:00",
    "PDT": "-07:00",
    "BRT": "-03:00",
    "JST": "+09:00",
    "KST": "+09:00",
}


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: `value` as hh:mm, hh:mm:ss and a zone if given; [start, end) in the text."""

    value: str
    start: int
    end: int


def find_clock(text: str, start: int, end: int, reach: int) -> Clock | None:
    """The time of day behind the date [start, end), or else right before it.

    Args:
        reach: how many characters may lie between the two.
    """
    behind = _CLOCK.search(text, end, end + reach)
    # a number between the two belongs to another date
    if behind is not None and not _APART.search(text, end, behind.start()):
        return _clock(text, behind)
    *_, last = [None, *_CLOCK.finditer(text, max(start - reach, 0), start)]
    # before a date only its own time counts: nothing but commas and short words between them
    if last is not None and len(text[last.end() : start].split()) <= 3:
        return _clock(text, last)
    return None


def _clock(text: str, m: re.Match[str]) -> Clock | None:
    hour, end = int(m[1]), m.end()
    half = _HALF.match(text, end)
    if half is not None and hour <= 12:
        hour = hour % 12 + (12 if half[2] else 0)
        end = half.end()
    if hour > 23 or int(m[2] or 0) > 59:
        return None
    zone, end = _zone(text, end)
    seconds = f":{int(m[3]):02d}" if m[3] else ""
    return Clock(f"{hour:02d}:{int(m[2] or 0):02d}{seconds}{zone}", m.start(), end)


def _zone(text: str, end: int) -> tuple[str, int]:
    m = _OFFSET.match(text, end)
    if m is not None:
        sign, hours, minutes = m[1] or m[4], m[2] or m[5], m[3] or m[6]
        if m[7]:
            return "+00:00", m.end()
        if int(hours) <= 14:
            return f"{sign}{int(hours):02d}:{int(minutes or 0):02d}", m.end()
    named = _NAMED.match(text, end)
    zone = _ZONES.get(named[1].upper()) if named is not None else None
    return (zone, named.end()) if zone is not None and named is not None else ("", end)
