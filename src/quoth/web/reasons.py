"""Why something was read as it was, told in the language of the reader.

What annotators write into `why` is English, made of patterns with values filled in.  The patterns
stand in `locale/reasons.tsv`, with what is said instead of them, which is a message as any other of
the interface.  A reason is one or several of them, each behind a semicolon.

A hole of a pattern is a section of the table, or one of `HOLES`: a number, a day, words of the
page.  Words of the page stay as they are.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import accumulate
from typing import Literal, NamedTuple

from babel.dates import format_skeleton
from babel.lists import format_list
from babel.numbers import get_currency_name
from markupsafe import Markup, escape

from quoth.atlas import tables
from quoth.web.days import day_of
from quoth.web.say import Say
from quoth.web.shorten import short
from quoth.web.words import catalogue, locale, number

REASON, CONSTRUCTION = "reason", "construction"
LONGEST = 1000
"""Characters of a reason that is translated; hostile names may make it longer."""
SHOWN = 300
"""Characters of a reason, as it is stored, from which the rest of it is left out."""
WORDS = 120
"""Characters of words of the page inside a reason."""
_DEEP = 6
"""Reasons inside reasons."""
_AND, _COMMA, _SEMICOLON = " and ", ", ", "; "
"""What joins names, what was added to a construction, and reasons."""
_MOST = 8
"""Pieces between such words that are tried as names."""
_DATE = r"\d{4}-\d\d-\d\d"
_WORDS = ".+"
HOLES: Mapping[str, str] = {
    "words": _WORDS,
    "names": _WORDS,
    "either": _WORDS,
    "repr": _WORDS,
    "num": r"\d{1,12}",
    "number": r"\d{1,12}",
    "year": r"\d{4}",
    "date": _DATE,
    "day": rf"{_DATE}|\d{{4}}-\d\d|\d{{4}}",
    "quarter": r"\d{4}-Q[1-4]",
    "timex": r"[0-9A-Z:+-]{1,40}",
    "mark": "[.,]",
    "language": "[A-Za-z-]{2,20}",
    "currency": "[A-Z]{3}",
}
"""What a value looks like. A pattern has one of those at most that are as long as one likes."""
_HOLE = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True, slots=True)
class Row:
    """A pattern of the table.

    Attributes:
        one, many: what is said, of one and of several; `many` is empty where nothing is counted.
        told: whether that is a message, which has a translation; a value alone has none.
    """

    section: str
    pattern: str
    one: str
    many: str

    @property
    def told(self) -> bool:
        return _HOLE.fullmatch(self.one) is None

    @property
    def holes(self) -> list[str]:
        """The names of the holes of the pattern."""
        return _HOLE.findall(self.pattern)


@cache
def rows() -> tuple[Row, ...]:
    """The table."""
    path = files("quoth.web") / "locale" / "reasons.tsv"
    return tuple(_row(*cells) for _, cells in tables.rows(path, "reasons"))


def _row(section: str, pattern: str, one: str = "", many: str = "") -> Row:
    return Row(section, pattern, one or pattern, many)


def messages() -> Iterator[str | tuple[str, str]]:
    """What the catalogues have of the table: one form, or the forms for one and for several."""
    for row in filter(lambda r: r.told, rows()):
        yield (row.one, row.many) if row.many else row.one


def explained(language: str, text: str, names: Collection[str] = frozenset()) -> Markup | None:
    """A reason as a reader of a language is told it; None of one that the table does not know.

    Args:
        names: of those whom the article names; by them the names in a reason are told apart.
    """
    known = frozenset(names) if _AND in text else frozenset()
    return _explained(text, language, known) if len(text) <= LONGEST else None


@lru_cache(maxsize=4096)  # a page has hundreds, and they are of few kinds
def _explained(text: str, language: str, names: frozenset[str]) -> Markup | None:
    return _Teller(language, names).reason(text)


# ---------------------------------------------------------------- patterns


class _Open(NamedTuple):
    """A row with holes: how it begins, and what it looks like."""

    begin: str
    look: re.Pattern[str]
    row: Row


@dataclass(frozen=True)
class _Section:
    """The rows of a section: those that are always the same, and those with holes."""

    rows: tuple[Row, ...]

    @cached_property
    def fixed(self) -> Mapping[str, Row]:
        return {row.pattern: row for row in self.rows if not row.holes}

    @cached_property
    def _open(self) -> tuple[_Open, ...]:
        found = (
            _Open(row.pattern.partition("%(")[0], re.compile(_regex(row.pattern), re.DOTALL), row)
            for row in self.rows
            if row.holes
        )
        # what says more comes first
        return tuple(sorted(found, key=lambda o: (-len(o.begin), -len(o.row.pattern))))

    @cached_property
    def _by_letter(self) -> Mapping[str, tuple[_Open, ...]]:
        letters = {o.begin[:1] for o in self._open}
        return {x: tuple(o for o in self._open if o.begin[:1] in ("", x)) for x in letters | {""}}

    def open(self, text: str) -> tuple[_Open, ...]:
        """Those with holes that a text may be of, in the order in which they are tried."""
        return self._by_letter.get(text[:1], self._by_letter[""])

    @cached_property
    def regex(self) -> str:
        """What any of them looks like."""
        looks = (_HOLE.sub(_look, _literal(row.pattern)) for row in self.rows)
        return "|".join(looks)


@cache
def _sections() -> Mapping[str, _Section]:
    names = dict.fromkeys(row.section for row in rows())
    return {n: _Section(tuple(row for row in rows() if row.section == n)) for n in names}


def _regex(pattern: str) -> str:
    return _HOLE.sub(lambda m: f"(?P<{m[1]}>{_look(m)})", _literal(pattern))


def _literal(pattern: str) -> str:
    """A pattern whose words are escaped, and whose holes are not."""
    parts = _HOLE.split(pattern)
    return "".join(f"%({p})s" if n % 2 else re.escape(p) for n, p in enumerate(parts))


def _look(hole: re.Match[str]) -> str:
    name = hole[1]
    look = HOLES.get(name) or (_WORDS if name == REASON else _sections()[name].regex)
    return f"(?:{look})"


# ---------------------------------------------------------------- telling


class _Teller:
    """Tells reasons in a language.

    Args:
        names: of those whom the article names.
    """

    def __init__(self, language: str, names: frozenset[str]) -> None:
        self._language, self._names = language, names
        self._locale, self._catalogue = locale(language), catalogue(language)
        self._values: Mapping[str, Callable[[str], Markup | str]] = {
            "words": _words,
            "names": lambda text: self._list(text, "standard"),
            "either": lambda text: self._list(text, "or"),
            "repr": _unquoted,
            "num": lambda text: number(int(text), language),
            "number": lambda text: str(int(text)),
            "date": lambda text: day_of(text, language),
            "day": lambda text: day_of(text, language),
            "quarter": self._quarter,
            "language": Say(language).tongue,
            "currency": lambda text: get_currency_name(text, locale=self._locale),
        }

    def reason(self, text: str, deep: int = 0) -> Markup | None:
        """A reason of one or several pieces; None where one of them is not known."""
        pieces = text.split(_SEMICOLON)
        ends = accumulate(len(piece) + len(_SEMICOLON) for piece in pieces)
        few = [piece for piece, end in zip(pieces, ends, strict=True) if end <= SHOWN]
        told = [self._piece(piece, deep) for piece in few or pieces[:1]]
        if len(told) < len(pieces):
            told.append(Markup("…"))
        return _joined(_SEMICOLON, told)

    def _piece(self, text: str, deep: int) -> Markup | None:
        found = self._told(REASON, text, deep)
        if found is not None:
            return found
        return _joined(_COMMA, (self._told(CONSTRUCTION, t, deep) for t in text.split(_COMMA)))

    def _told(self, section: str, text: str, deep: int) -> Markup | None:
        of = _sections()[section]
        row = of.fixed.get(text)
        if row is not None:
            return self._message(row, {})
        if deep > _DEEP:
            return None
        for begin, look, row in of.open(text):
            if text.startswith(begin) and (match := look.fullmatch(text)):
                values = {name: self._value(name, match[name], deep) for name in row.holes}
                if None not in values.values():
                    count = int(match["num"]) if "num" in values else 0
                    return self._message(row, values, count)
        return None

    def _value(self, hole: str, text: str, deep: int) -> Markup | str | None:
        if hole == REASON:
            return self.reason(text, deep + 1)
        if hole in _sections():
            return self._told(hole, text, deep + 1)
        known = self._values.get(hole)
        return known(text) if known is not None else text

    def _message(
        self, row: Row, values: Mapping[str, Markup | str | None], count: int = 0
    ) -> Markup:
        if not row.told:
            said = row.one
        elif row.many:
            said = self._catalogue.ngettext(row.one, row.many, count)
        else:
            said = self._catalogue.gettext(row.one)
        return Markup(said) % values  # noqa: S704 - a message; the values are escaped

    def _list(self, text: str, style: Literal["standard", "or"]) -> Markup:
        names = [_words(name) for name in _apart(text.split(_AND), self._names) or [text]]
        return Markup(format_list(names, style, locale=self._locale))  # noqa: S704 - escaped

    def _quarter(self, text: str) -> str:
        first = date(int(text[:4]), 3 * int(text[-1]) - 2, 1)
        return str(format_skeleton("yQQQQ", first, locale=self._locale))


def _joined(between: str, pieces: Iterable[Markup | None]) -> Markup | None:
    known = list(pieces)
    if None in known:
        return None
    return Markup(between).join(piece for piece in known if piece is not None)  # noqa: S704


def _words(text: str) -> Markup:
    return Markup(f"<bdi>{escape(short(text, WORDS))}</bdi>")  # noqa: S704 - escaped


def _unquoted(text: str) -> Markup:
    """Words that are written as Python writes them."""
    try:
        said = ast.literal_eval(text)
    except (ValueError, SyntaxError):
        said = text
    return _words(said if isinstance(said, str) else text)


def _apart(pieces: list[str], names: frozenset[str]) -> list[str]:
    """The names that pieces are of, the longest first; empty where they are not all known."""
    if len(pieces) > _MOST:
        return []
    for end in range(len(pieces), 0, -1):
        name = _AND.join(pieces[:end])
        rest = _apart(pieces[end:], names) if end < len(pieces) else []
        if name in names and (rest or end == len(pieces)):
            return [name, *rest]
    return []
