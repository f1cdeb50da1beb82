"""How well a word of another script fits a word in Latin letters, by learned correspondences.

Each script has a table in data/sounds/ that `train/sounds.py` learned: which letters of the script
go with which Latin letters, and how often. A pair of words is cut into such pieces in the most
probable way; what counts is how much more probable the pair is than the two words by themselves.
"""

from __future__ import annotations

import math
import unicodedata
from functools import lru_cache

from quoth.errors import QuothError
from quoth.link.names.table import DATA

EDGES = ("^", "$")
"""Units for the beginning and the end of a word."""

LATIN_WIDTH = 4
"""Latin letters of the longest piece."""

# Nats for what the table does not have, such as letters that are not sounded: less than would
# end the matter, as the tables were learned from a few thousand words.
_UNKNOWN = 7.0
_VOWEL = 4.5
_VOWELS = frozenset("aeiouyh")
_FLOOR = math.exp(-12.0)
_BEAM = 7.0  # nats behind the best at which a way of cutting is given up
_AHEAD = 8.0  # nats by which the beginning of a pair may cost more than its share
_OFTEN = 2.0  # nats behind the likeliest Latin letters of a piece: a seventh as often
_NOTHING = [(0.0, "")]
_SMALL_KANA = frozenset("ァィゥェォャュョヮ")


class Sounds:
    """The correspondences of one script with Latin letters.

    Args:
        joint: probability of each piece: units of the script joined by spaces, Latin letters;
            either may be empty, not both.
    """

    def __init__(self, joint: dict[tuple[str, str], float]) -> None:
        self._arcs: dict[str, dict[str, float]] = {}
        self._native: dict[str, float] = {}
        self._latin: dict[str, float] = {}
        for (native, latin), p in joint.items():
            self._arcs.setdefault(native, {})[latin] = -math.log(p)
            self._native[native] = self._native.get(native, 0.0) + p
            self._latin[latin] = self._latin.get(latin, 0.0) + p
        self._added = dict.fromkeys(_VOWELS, _VOWEL) | {
            latin: min(cost, _VOWEL if latin in _VOWELS else _UNKNOWN)
            for latin, cost in self._arcs.get("", {}).items()
        }
        self._usual = {n: _usual(arcs) for n, arcs in self._arcs.items() if n}
        self._ways = lru_cache(4096)(self._ways_of)
        self.surprise = lru_cache(8192)(self._surprise)
        self.latins = lru_cache(8192)(self._latins_of)

    def likelihood(self, native: tuple[str, ...], latin: str) -> float:
        """Nats by which a pair is more probable than its words apart, as a share of theirs.

        1 is the most; below 0 the pair is less probable than chance, and how much is not found out.
        """
        apart = self.surprise(native) + self.surprise(tuple(latin), True)
        return 2 - 2 * self.cost(native, latin, apart) / apart

    def cost(self, native: tuple[str, ...], latin: str, limit: float = math.inf) -> float:
        """Nats of the cheapest way to cut a pair into pieces: less is better.

        Args:
            limit: nats of a whole pair beyond which the search is given up; infinite then.
        """
        pieces = _pieces(latin)
        width = len(pieces) - 1
        size = len(native) + 2
        rows = [[math.inf] * (width + 1) for _ in range(size + 1)]
        rows[0][0] = 0.0
        for i, ways in enumerate(self._ways(native)):
            row = rows[i]
            self._insert(row, pieces)
            least = min(row)
            if least > _AHEAD + limit * i / size:
                return math.inf
            for step, arcs in ways:
                _advance(row, rows[i + step], pieces, arcs, least + _BEAM)
        self._insert(rows[size], pieces)
        return rows[size][width]

    def _latins_of(self, native: tuple[str, ...]) -> tuple[str, ...]:
        """The word in Latin letters, the likeliest first; others differ from it in one piece."""
        word = (EDGES[0], *native, EDGES[1])
        best: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
        for end in range(1, len(word) + 1):
            ways = []
            for n in (1, 2):
                if n <= end:
                    cost, cut = best[end - n]
                    piece = " ".join(word[end - n : end])
                    more = self._usual[piece][0][0] if piece in self._usual else _UNKNOWN * n
                    ways.append((cost + more, (*cut, piece)))
            best.append(min(ways))
        pieces = [self._usual.get(piece, _NOTHING) for piece in best[-1][1]]
        first = [options[0][1] for options in pieces]
        found = [(0.0, "".join(first))]
        for at, options in enumerate(pieces):
            for cost, latin in options[1:]:
                text = "".join((*first[:at], latin, *first[at + 1 :]))
                found.append((cost - options[0][0], text))
        found.sort()
        return tuple(dict.fromkeys(text.strip("".join(EDGES)) for _, text in found))

    def _insert(self, row: list[float], pieces: tuple[tuple[str, ...], ...]) -> None:
        """Latin letters that nothing in the script stands for, such as vowels in Arabic."""
        added = self._added
        for j in range(len(row) - 1):
            cost = row[j] + added.get(pieces[j][1], _UNKNOWN)
            if cost < row[j + 1]:
                row[j + 1] = cost

    def _ways_of(self, native: tuple[str, ...]) -> list[list[tuple[int, dict[str, float]]]]:
        """At each unit the pieces that begin there: how many units, their Latin letters."""
        units = (EDGES[0], *native, EDGES[1])
        out = []
        for i, unit in enumerate(units):
            single = self._arcs.get(unit, {})
            ways = [(1, {**single, "": min(single.get("", _UNKNOWN), _UNKNOWN)})]
            if i + 1 < len(units) and (double := self._arcs.get(f"{unit} {units[i + 1]}")):
                ways.append((2, double))
            out.append(ways)
        return out

    def _surprise(self, units: tuple[str, ...], latin: bool = False) -> float:
        """Nats of a word by itself, by how frequent its pieces are in the table."""
        table, width = (self._latin, LATIN_WIDTH) if latin else (self._native, 2)
        join = "" if latin else " "
        word = (EDGES[0], *units, EDGES[1])
        sums = [1.0, *[0.0] * len(word)]
        shift = 0.0
        for i in range(len(word)):
            for n in range(1, min(width, len(word) - i) + 1):
                p = table.get(join.join(word[i : i + n]), 0.0) + (_FLOOR if n == 1 else 0.0)
                sums[i + n] += sums[i] * p
            if sums[i + 1] < 1e-200:  # a very long word
                sums = [s * 1e200 for s in sums]
                shift += 200 * math.log(10)
        return shift - math.log(sums[-1])


def _usual(arcs: dict[str, float]) -> list[tuple[float, str]]:
    """The Latin letters of a piece that are often, with their nats, the likeliest first."""
    ranked = sorted((cost, latin) for latin, cost in arcs.items())
    return [option for option in ranked if option[0] <= ranked[0][0] + _OFTEN]


def _advance(
    row: list[float],
    target: list[float],
    pieces: tuple[tuple[str, ...], ...],
    arcs: dict[str, float],
    bound: float,
) -> None:
    """Carries the costs of one row over to another by some units' Latin letters."""
    get = arcs.get
    for j, base in enumerate(row):
        if base <= bound:
            for b, piece in enumerate(pieces[j]):
                cost = get(piece)
                if cost is not None and base + cost < target[j + b]:
                    target[j + b] = base + cost


@lru_cache(maxsize=8192)
def _pieces(latin: str) -> tuple[tuple[str, ...], ...]:
    """At each letter the pieces of up to four letters that begin there, the empty one first."""
    word = f"{EDGES[0]}{latin}{EDGES[1]}"
    size = len(word)
    return tuple(
        tuple(word[j : j + b] for b in range(min(LATIN_WIDTH, size - j) + 1))
        for j in range(size + 1)
    )


@lru_cache(maxsize=32768)
def units(word: str, script: str) -> tuple[str, ...]:
    """The units of a folded word that its script's table knows.

    Letters; kana with the small ones behind them; the letters that a Korean syllable is made of;
    of a Chinese sign the beginning and the rest of its reading in Mandarin.
    """
    if script == "Hang":
        return tuple(unicodedata.normalize("NFD", word))
    if script == "Hani":
        return tuple(part for sign in word for part in _reading(sign))
    out: list[str] = []
    for sign in word:
        if sign in _SMALL_KANA and out:
            out[-1] += sign
        else:
            out.append(sign)
    return tuple(out)


@lru_cache(maxsize=8192)
def _reading(sign: str) -> tuple[str, ...]:
    """The most frequent reading of a Chinese sign in two parts; other signs as they are."""
    from pypinyin import Style, lazy_pinyin  # a second to load, for Chinese alone

    whole = lazy_pinyin(sign)[0]
    initial = lazy_pinyin(sign, style=Style.INITIALS)[0]
    if initial and whole.startswith(initial) and whole != initial:
        return initial, whole[len(initial) :]
    return (whole,)


@lru_cache(maxsize=32)
def sounds(script: str) -> Sounds | None:
    """The correspondences of a script; None if it has no table.

    Raises:
        QuothError: if the table that ships is damaged.
    """
    file = DATA / "sounds" / f"{script}.tsv"
    if not file.is_file():
        return None
    joint = {}
    try:
        for line in file.read_text("utf-8").splitlines():
            if not line.startswith("#"):
                native, latin, cost = line.split("\t")
                joint[native, latin] = math.exp(-float(cost))
    except ValueError as error:
        raise QuothError(f"{file} is damaged: {error}; install Quoth again") from error
    return Sounds(joint)
