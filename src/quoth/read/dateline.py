"""The prefix that news agencies put before the first sentence: place, date, agency."""

from __future__ import annotations

from quoth.model import Block, BlockKind, Part, Span
from quoth.read.dates import is_weekday, month_of
from quoth.read.places import is_place
from quoth.read.row import DASHES, PARTICLES, Row
from quoth.text import Token, tokenise

_HEAD = 160  # characters in which a dateline must end
_MAX_PLACE_WORDS = 6
_TIME_JOINS = frozenset({"le", "on", "el", "am", "em", "il", "den", "в", "від", "في", "op", "the"})


def dateline(text: str, start: int, end: int) -> Block | None:
    """The dateline at the head of the paragraph [start, end), if it has one.

    Returns:
        a dateline block from the first to the last character of the prefix (its closing dash or
        full stop too), with the parts place, date, agency that it has.  The first sentence
        begins behind the white space that follows it: see `body_start`.
    """
    head = tokenise(text, start, min(end, start + _HEAD))
    if not head:
        return None
    return _Head(text, head).read()


def body_start(text: str, block: Block, end: int) -> int:
    """Where the first sentence begins behind a dateline: over white space, at most at `end`."""
    at = block.span.end
    while at < end and text[at].isspace():
        at += 1
    return at


class _Head(Row):
    """Reads tokens from left to right; every step either moves on or leaves things as they are."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        super().__init__(text, tokens)
        self.parts: list[Part] = []
        self.strong = False  # whether an agency or a date was read

    def read(self) -> Block | None:
        if self._bracketed_agency():
            return self._after_agency()
        if self._outlet_first():
            return self._block() if self._dash() else None
        if not self._places():
            return None
        self._stop()
        self._date()
        self._agency()
        return self._block() if self._closed() else None

    def _after_agency(self) -> Block | None:
        """(ANSA) - ROMA, 03 GIU -   ·   (Reuters) -"""
        if not self._dash():
            return None
        mark, parts = self.i, list(self.parts)
        if self._places():
            self._comma()
            self._date()
            if self._dash():
                return self._block()
        self.i, self.parts = mark, parts
        return self._block()

    # steps

    def _bracketed_agency(self) -> bool:
        """(ANSA), /ТАСС/, (EUROPA PRESS)."""
        at = self.i
        closing = {"(": ")", "/": "/", "[": "]"}.get(self._key())
        if closing is None or not self._tight_behind(at):
            return False
        stop = next((k for k in range(at + 1, at + 9) if self._key(k) == closing), None)
        if stop is None or stop == at + 1 or not self._name_like(at + 1, stop):
            return False
        self._part("agency", at + 1, stop)
        self.i, self.strong = stop + 1, True
        return True

    def _outlet_first(self) -> bool:
        """TEMPO.CO, Jakarta -   ·   Reuters -"""
        at = self.i
        stop = self._outlet(at)
        if stop is None or self._key(stop) not in {",", *DASHES}:
            return False
        self._part("agency", at, stop)
        self.i, self.strong = stop, True
        if self._key() != ",":
            return True
        self.i += 1
        if self._places():
            return True
        self.i, self.strong = at, False
        self.parts.clear()
        return False

    def _places(self) -> bool:
        begin = self.i
        stop = self._place_run(begin)
        if stop == begin:
            return False
        self.i = stop
        while self._more_place():
            pass
        self._part("place", begin, self.i)
        return True

    def _place_run(self, at: int) -> int:
        stop = at
        while stop < min(at + _MAX_PLACE_WORDS, len(self.tokens)) and self._in_place(stop, at):
            stop += 1
        while stop > at and self._key(stop - 1) in PARTICLES:
            stop -= 1
        return stop

    def _in_place(self, k: int, at: int) -> bool:
        if self._name(k):
            return not self._dated(k)
        return self._particle(k) or (self._key(k) == "." and k > at and self._abbreviated(k))

    def _more_place(self) -> bool:
        """LONDON/PARIS · Minneapolis, Minn. · KYIV (Ukraine)"""
        at, mark = self.i, self._key()
        if mark in {"/", ","} and self._name(at + 1) and not self._dated(at + 1):
            stop = self._place_run(at + 1)
            if mark == "/" and (self._key(stop) == "/" or not self._tight_behind(at)):
                return False
            if self._outlet(at + 1) is None and (mark == "/" or self._region(at + 1, stop)):
                self.i = stop
                return True
        if mark == "(":
            stop = self._place_run(at + 1)
            if self._key(stop) == ")" and is_place(self._text(at + 1, stop)):
                self.i = stop + 1
                return True
        return False

    def _region(self, at: int, stop: int) -> bool:
        # what follows a comma belongs to the place where the dateline goes on right behind it
        return stop > at and stop - at <= 3 and self._key(stop) in {"(", "/", ",", *DASHES}

    def _date(self) -> None:
        """Monday, June 3 · le 3 mars 2021 · Senin (14/6) · (14/6/2021)"""
        k = self.i
        while self._key(k) in _TIME_JOINS or self._key(k) in {",", "("}:
            k += 1
        begin = k
        while is_weekday(self._key(k)) or self._key(k) in {",", "("}:
            k += 1
        stop = self._day(k)
        if stop == k:
            stop = next((j for j in range(k, begin, -1) if is_weekday(self._key(j - 1))), begin)
        if stop == begin:
            return
        self._part("date", begin, stop)
        if self._key(stop) == ")":
            stop += 1
            if "(" in self._text(begin, stop):
                self.parts.pop()
                self._part("date", begin, stop)
        self.i, self.strong = stop, True
        if self._key() == "." and self._key(self.i + 1) not in DASHES:
            self.i += 1
        self._comma()

    def _day(self, k: int) -> int:
        """The end of `14 Juni`, `June 14, 2022`, `3 Mar.`, `(14/6)`, `03.06.2021` at token k."""
        if self._number(k) and month_of(self._key(k + 1)) is not None:
            return self._year(k + 2)
        joined = self._key(k + 1) in {".", "de", "º"}
        if self._number(k) and joined and month_of(self._key(k + 2)) is not None:
            return self._year(k + 3)
        if month_of(self._key(k)) is not None and self._number(k + 1):
            return self._year(k + 2)
        if self._number(k) and self._key(k + 1) in {"/", "."} and self._number(k + 2):
            more = self._key(k + 3) == self._key(k + 1) and self._number(k + 4)
            return k + 5 if more else k + 3
        if self._numeric_day(k):
            return k + 1
        return k

    def _year(self, k: int) -> int:
        # the full stop of an abbreviated month (3 Mar.), not of the date
        short = len(self._key(k - 1)) <= 3 or self._number(k + 1)
        if self._key(k) == "." and short and self._key(k + 1) not in DASHES:
            k += 1
        skip = 1 if self._key(k) in {",", "de"} else 0
        year = self._number(k + skip) and len(self._key(k + skip)) == 4
        return k + skip + 1 if year else k

    def _numeric_day(self, k: int) -> bool:
        return self._key(k)[:1].isdecimal() and self._key(k).count(".") in (1, 2)

    def _stop(self) -> None:
        """A full stop or comma between place and date or agency: Москва. 3 июня. · Madrid. (EFE)"""
        behind = self.i + 1
        if self._key() == "." and (
            self._number(behind) or self._key(behind) == "(" or self._outlet(behind) is not None
        ):
            self.i += 1
        self._comma()

    def _slashed(self) -> bool:
        """أنقرة/ اسم الكاتب/ الأناضول: the last name is the agency where nothing follows it."""
        k, last = self.i, self.i
        while self._key(k) == "/" and self._name(k + 1):
            last = k + 1
            k = last
            while self._name(k):
                k += 1
        if k == self.i or self._key(k) not in {"", ":", *DASHES}:
            return False
        self._part("agency", last, k)
        self.i, self.strong = k, True
        return True

    def _agency(self) -> None:
        if self._bracketed_agency() or self._slashed():
            return
        at = self.i
        if self._key() in DASHES:  # الخرطوم - (الضفتان) -
            self.i += 1
            if self._bracketed_agency():
                return
            self.i = at
        if self._key() in {",", ".", "/", *DASHES} or self._key(at - 1) in {",", "."}:
            k = at + 1 if self._key() in {",", ".", "/", *DASHES} else at
            while self._key(k) in DASHES:
                k += 1
            stop = self._outlet(k) or self._new_outlet(k)
            while stop is not None and self._key(stop) == "/" and self._name(stop + 1):
                stop += 2
            if stop is not None and self._key(stop) in {".", ":", "", *DASHES}:
                self._part("agency", k, stop)
                self.i, self.strong = stop, True

    def _new_outlet(self, k: int) -> int | None:
        """An unknown agency behind a date: 3 июня. СЕВЕРИНФОРМ -   ·   3 июня — Дельта."""
        stop = k
        while stop < k + 2 and self._name(stop) and not self._dated(stop):
            stop += 1
        if not self.strong or stop == k:
            return None
        capitals = self._text(k, stop).isupper() and self._key(stop) in DASHES
        behind = self._key(k - 1) in DASHES and self._key(stop) == "." and self._begins(stop + 1)
        return stop if capitals or behind else None

    def _closed(self) -> bool:
        """Whether the dateline ends here as datelines do; the closing mark belongs to it."""
        mark = self._key()
        agency = any(p.name == "agency" for p in self.parts)
        if self._dash():
            return self.strong or self._bare_place()
        if self.strong and mark in {".", ":"}:
            self.i += 1
            self._dash()
            return agency or self._capitals()
        if agency and mark == ",":
            self.i += 1
            return True
        return agency and (not mark or (self._begins(self.i) and not self._any_words()))

    def _any_words(self) -> bool:
        """Whether the place may be just words: a script without capitals, and no place known.

        ראש העירייה, דוד אלמגור, הודיע היום (ראשון) כי …
        """
        place = next(p.span.of(self.text) for p in self.parts if p.name == "place")
        return place.lower() == place.upper() and not is_place(place.split(",")[0].strip())

    def _bare_place(self) -> bool:
        place = next(p.span.of(self.text) for p in self.parts if p.name == "place")
        first = place.split(",")[0].split("/")[0].strip()
        return is_place(first) or (first.isupper() and len(first) > 5)

    def _capitals(self) -> bool:
        place = next(p.span.of(self.text) for p in self.parts if p.name == "place")
        return place.isupper() or is_place(place)

    # small steps

    def _dash(self) -> bool:
        """Over a dash with space behind it, or a row of dashes."""
        k = self.i
        while self._key(k) in DASHES:
            k += 1
        if k == self.i or not self._spaced(k):
            return False
        self.i = k
        return True

    def _spaced(self, k: int) -> bool:
        if k >= len(self.tokens):
            return True
        dash = self.tokens[k - 1]
        wide = self.text[dash.start] in "—―–" or k - self.i > 1 or self.strong
        return wide or self.text[dash.end : dash.end + 1].isspace()

    def _comma(self) -> None:
        if self._key() in {",", "،"}:
            self.i += 1

    def _part(self, name: str, at: int, stop: int) -> None:
        self.parts.append(Part(name, Span(self.tokens[at].start, self.tokens[stop - 1].end)))

    def _block(self) -> Block | None:
        """The block, unless a small letter follows: sentences do not begin so."""
        if self._small(self.i):
            return None
        span = Span(self.tokens[0].start, self.tokens[self.i - 1].end)
        return Block(BlockKind.DATELINE, span, tuple(sorted(self.parts, key=lambda p: p.span)))
