"""Text into units to label and the pieces of a SentencePiece unigram vocabulary, offsets exact.

A unit is what gets a label: a word, a number, a punctuation mark, and a piece in scripts that have
no spaces, or whose words carry their particles with them. Units are cut first, each is then
segmented by itself, so no piece crosses a unit's end and every offset is that of the text as it
stands: nothing is searched again.

Unigram segmentation after Kudo, "Subword Regularization" (ACL 2018): the most probable row of
pieces, found by dynamic programming.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

START, PAD, END, UNKNOWN = 0, 1, 2, 3
"""Rows of the special pieces `<s>`, `<pad>`, `</s>` and `<unk>`."""

LONGEST = 64
"""Code points of a unit: a longer run of letters is cut, since no word is as long."""

REMEMBERED = 100_000
"""Words whose pieces are kept, behind a space and else: memory stays bounded whatever is read."""

_SPACE = "\u2581"
_SOLID = (  # scripts written without spaces: Thai, Lao, Myanmar, Khmer, Japanese, Chinese; Hangul,
    # where a name, a source and what is said end in the middle of a word, before its particle
    "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_LETTER = rf"[^\W\d_{_SOLID}]"
_MARK = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0963\u0966-\u0dff"
)
# most words are letters alone; the rest of the pattern is for those that are not
_SIMPLE = rf"{_LETTER}{{2,{LONGEST}}}(?!{_LETTER}|[{_MARK}])"
_UNIT = re.compile(
    rf"{_SIMPLE}|(?P<solid>[{_SOLID}]{{1,{LONGEST}}})|\d{{1,{LONGEST}}}(?:[.,:]\d{{1,{LONGEST}}}){{0,4}}"
    rf"|(?:{_LETTER}\.){{2,8}}|(?:{_LETTER}|[{_MARK}]){{1,{LONGEST}}}|[^\s]"
)


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a stretch of text and their pieces.

    `spans` are half-open code points of the text; `firsts[i]` is the index in `pieces` of the
    first piece of unit i, which has at least one.
    """

    spans: tuple[tuple[int, int], ...]
    firsts: tuple[int, ...]
    pieces: tuple[int, ...]


class Vocabulary:
    """Pieces with their log probabilities, and the normal form of single code points.

    Args:
        pieces: the piece of each row; the first four are special.
        scores: the log probability of each.
        normal: replacement of code points before segmentation.
    """

    def __init__(self, pieces: list[str], scores: list[float], normal: Mapping[str, str]) -> None:
        self._rows = {
            p: (i, s) for i, (p, s) in enumerate(zip(pieces, scores, strict=True)) if i > 3
        }
        self._longest = max(map(len, pieces))
        self._unknown = min(scores) - 10.0
        self._normal = {ord(k): v for k, v in normal.items()}
        self._seen: tuple[dict[str, tuple[int, ...]], ...] = ({}, {})  # glued, behind a space
        self.size = len(pieces)

    @classmethod
    def read(cls, path: Path) -> Vocabulary:
        """From a gzip-compressed JSON file with the keys pieces, scores and normal."""
        with gzip.open(path, "rt", encoding="utf-8") as file:
            data = json.load(file)
        return cls(data["pieces"], data["scores"], data["normal"])

    def units(self, text: str, start: int = 0, end: int | None = None) -> Units:
        """The units of text[start:end]."""
        spans: list[tuple[int, int]] = []
        firsts: list[int] = []
        pieces: list[int] = []
        behind = -1
        for match in _UNIT.finditer(text, start, len(text) if end is None else end):
            begin, finish = span = match.span()
            spaced = begin != behind  # all that is no white space is of a unit
            behind = finish
            if match.lastindex:  # a run of `solid`
                for a, b, row in self._solid(match.group(), spaced):
                    spans.append((begin + a, begin + b))
                    firsts.append(len(pieces))
                    pieces.append(row)
                continue
            spans.append(span)
            firsts.append(len(pieces))
            word = match.group()
            pieces += self._seen[spaced].get(word) or self._word(word, spaced)
        return Units(tuple(spans), tuple(firsts), tuple(pieces))

    def _word(self, word: str, spaced: bool) -> tuple[int, ...]:
        normal = "".join(word.translate(self._normal).split())
        rows = tuple(row for _, row in self._segment(_SPACE * spaced + normal))
        found = rows[:LONGEST] or (UNKNOWN,)  # one code point may have a long normal form
        if len(self._seen[spaced]) < REMEMBERED:
            self._seen[spaced][word] = found
        return found

    def _solid(self, run: str, spaced: bool) -> list[tuple[int, int, int]]:
        """Pieces of a run without spaces, each with its place; the mark of a space has none."""
        normal, origin = [_SPACE] * spaced, [0] * spaced
        for i, char in enumerate(run):
            for c in char.translate(self._normal):
                normal.append(c)
                origin.append(i)
        found: list[tuple[int, int, int]] = []
        for end, row in self._segment("".join(normal)):
            finish = origin[end] if end < len(origin) else len(run)
            begin = found[-1][1] if found else 0
            if finish > begin:
                found.append((begin, finish, row))
        return found

    def _segment(self, word: str) -> list[tuple[int, int]]:
        """The most probable pieces as (end in word, row)."""
        best = [0.0] + [-1e30] * len(word)
        back = [(0, UNKNOWN)] * (len(word) + 1)
        rows, longest = self._rows, self._longest
        for i in range(len(word)):
            here = best[i]
            if here + self._unknown > best[i + 1]:
                best[i + 1], back[i + 1] = here + self._unknown, (i, UNKNOWN)
            for j in range(i + 1, min(len(word), i + longest) + 1):
                found = rows.get(word[i:j])
                if found is not None and here + found[1] > best[j]:
                    best[j], back[j] = here + found[1], (i, found[0])
        path, at = [], len(word)
        while at:
            before, row = back[at]
            path.append((at, row))
            at = before
        return path[::-1]
