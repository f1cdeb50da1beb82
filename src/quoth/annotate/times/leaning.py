"""Which way the words around an expression point: past or future."""

from __future__ import annotations

from quoth.annotate.times.expression import Lean
from quoth.annotate.times.lexicon import TimeIndex
from quoth.text import Token

REACH = 30
"""Tokens on each side in which a clue counts."""
COMMA_COSTS = 5
"""A clue behind a comma, or behind a word that opens a clause, is as far as one that stands so many
tokens further away."""
AUXILIARY = 3
"""Tokens between an auxiliary of the future and its participle."""
_ENDS = frozenset(".!?…؟۔;")
_COMMAS = frozenset(",،:—–")


class Leaning:
    """The clues of past and future in a row of tokens, found once where they are asked for."""

    def __init__(self, text: str, tokens: list[Token], index: TimeIndex) -> None:
        self._text = text
        self._tokens = tokens
        self._index = index
        self._known: dict[int, int] = {}

    def at(self, low: int, high: int, told: int) -> tuple[Lean, str, int]:
        """The direction of the tokens around [low, high), the word that tells it, and how many
        tokens away it stands.

        Args:
            told: what a word of the expression itself says (since, until).
        """
        if told:
            return Lean(told), "since" if told < 0 else "until", 1
        left, right = self._left(low), self._right(high)
        best = min((c for c in (left, right) if c is not None), default=None)
        if best is None:
            return Lean.NONE, "", 0
        token = self._tokens[best[1]]
        return Lean(self._clue(best[1])), self._text[token.start : token.end], best[0]

    def _left(self, low: int) -> tuple[int, int] | None:
        cost = 0
        for i in range(low - 1, max(low - REACH, 0) - 1, -1):
            if self._ends(i):
                return None
            cost += self._cost(i)
            if self._clue(i):
                return cost, i
        return None

    def _right(self, high: int) -> tuple[int, int] | None:
        cost = 0
        for i in range(high, min(high + REACH, len(self._tokens))):
            if self._ends(i):
                return None
            cost += self._cost(i)
            if self._clue(i):
                return cost, i
        return None

    def _cost(self, i: int) -> int:
        """How much further away a clue is behind token i: more behind a comma or “that”."""
        token = self._tokens[i]
        if token.key in _COMMAS:
            return COMMA_COSTS
        opens = token.word and any(h.word.kind == "clause" for h in self._index.at(self._tokens, i))
        return COMMA_COSTS if opens else 1

    def _ends(self, i: int) -> bool:
        """Whether a sentence ends at token i: a stop, and no small letter or figure behind it."""
        if self._tokens[i].key not in _ENDS:
            return False
        following = self._tokens[i + 1] if i + 1 < len(self._tokens) else None
        return following is None or following.capital or not following.word

    def _clue(self, i: int) -> int:
        known = self._known.get(i)
        if known is None:
            known = self._known[i] = self._look(i)
        return known

    def _look(self, i: int) -> int:
        told = self._told(i)
        # “will be held”, “wird eröffnet”: a participle behind a future auxiliary
        if told < 0 and any(self._told(k) > 0 for k in range(max(i - AUXILIARY, 0), i)):
            return 1
        return told

    def _told(self, i: int) -> int:
        token = self._tokens[i]
        if not token.word:
            return 0
        kinds = {hit.word.kind for hit in self._index.at(self._tokens, i)}
        name = token.capital and i > 0 and self._tokens[i - 1].word
        ending = None if name else self._index.ending(token.key)
        if ending is not None and not kinds & {"past", "future"}:
            kinds.add(ending.kind)
        return ("future" in kinds) - ("past" in kinds)
