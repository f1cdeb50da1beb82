"""Which way the words around an expression point: past or future."""

from __future__ import annotations

from typing import NamedTuple

from quoth.annotate.times.expression import Lean
from quoth.annotate.times.lexicon import Language
from quoth.text import Token

REACH = 30
"""Tokens on each side in which a clue counts."""
COMMA_COSTS = 5
"""A clue behind a comma, or behind a word that opens a clause, is as far as one that stands so many
tokens further away."""
AUXILIARY = 3
"""Tokens between an auxiliary of the future and its participle."""
LOOSE = 2
"""What a time behind “by” or “through” says of its direction."""
CERTAIN = -2
"""What a word says of it that only looks back: since, which is not from then on; ended."""
BEFORE, BEHIND = 4, 2
"""Tokens before or behind a date in which a clue tells its year: took office in January.  What has
been so until May may have ended in May, so that “until” tells none."""
RANKED = 8
"""Tokens between a superlative and the length that it is told of."""
OWNED = 6
"""Tokens behind a time that opens its sentence that may be called its: Friday's final hour."""
OPENED = 8
"""Tokens behind a time that opens its sentence in which the verb of the clause is looked for."""
_ENDS = frozenset(".!?…؟۔;")
_DIRECTED = frozenset({"past", "future"})
_COMMAS = frozenset(",،:—–")
_OWNS = frozenset("'’")


class Told(NamedTuple):
    """What the words around an expression say of its direction.

    Attributes:
        lean: past or future.
        clue: the word that says so, as it stands in the text; empty if none.
        far: how many tokens away it stands; 0 if there is none.
        beside: whether it stands so near that it tells the year of a date without one.
        sure: whether a word that belongs to the time says so for certain (since).
    """

    lean: Lean = Lean.NONE
    clue: str = ""
    far: int = 0
    beside: bool = False
    sure: bool = False


class Leaning:
    """The clues of past and future in a row of tokens, found once where they are asked for."""

    def __init__(self, text: str, tokens: list[Token], known: Language) -> None:
        self._text = text
        self._tokens = tokens
        self._index = known.lexicon
        self._short = known.abbreviations
        self._known: dict[int, int] = {}

    def at(self, low: int, high: int, told: int) -> Told:
        """The direction of the tokens around [low, high).

        Args:
            told: what a word of the expression itself says (since, until); `LOOSE` of a word
                that looks ahead only where the sentence does not look back (by, through),
                `CERTAIN` of one that looks back alone.
        """
        opened = self._opened(low, high)
        past = opened is not None and self._clue(opened) < 0
        if told and told != LOOSE and not (past and self._bounds(low)):
            back = Told(Lean.PAST, "since", 1, True, told == CERTAIN)
            return back if told < 0 else Told(Lean.FUTURE, "until", 1)
        if opened is not None and told != LOOSE:
            token = self._tokens[opened]
            clue = self._text[token.start : token.end]
            return Told(Lean(self._clue(opened)), clue, opened - high + 1, True)
        left, right = self._left(low), self._right(high)
        best = min((c for c in (left, right) if c is not None), default=None)
        if best is None:
            return Told(Lean.FUTURE, "until", 1) if told else Told()
        far, i = best
        token = self._tokens[i]
        near = far <= (BEFORE if i < low else BEHIND)
        return Told(Lean(self._clue(i)), self._text[token.start : token.end], far, near)

    def _opened(self, low: int, high: int) -> int | None:
        """The clue of the clause that a time opens: In April, the company said it would close.

        It is the verb of that clause where it stands near, with no other comma or clause before
        it; one with a comma right behind it tells who says so (In April, officials said, …).
        """
        if not self._begins(low):
            return None
        tokens = self._tokens
        first = self._behind_comma(high)
        for i in range(first, min(first + OPENED, len(tokens) - 1)):
            if self._ends(i) or (self._cost(i) > 1 and not self._clue(i)):
                return None
            if self._clue(i):
                return None if tokens[i + 1].key in _COMMAS else i
        return None

    def _behind_comma(self, high: int) -> int:
        """The token behind the comma right behind a time, or behind what is its: In Friday's final
        hour, shares fell."""
        tokens = self._tokens
        owns = high < len(tokens) and tokens[high].key in _OWNS
        for i in range(high, min(high + (OWNED if owns else 1), len(tokens))):
            if tokens[i].key in _COMMAS:
                return i + 1
        return high

    def _bounds(self, low: int) -> bool:
        """Whether “until” stands before tokens[low]: until March, it had been open."""
        at = low - 1 if low else 0
        return any(h.word.kind == "until" for h in self._index.at(self._tokens, at))

    def _begins(self, low: int) -> bool:
        """Whether a sentence begins with tokens[low], or with a preposition before it."""
        for i in range(low - 1, low - 3, -1):
            if i < 0 or self._ends(i):
                return True
            if self._clue(i) or self._tokens[i].key in _COMMAS:
                return False  # effective Jan. 1, the name was changed
        return not self._tokens[low - 2].word

    def ranked(self, low: int) -> bool:
        """Whether a superlative stands before tokens[low], with no direction between them: the
        lowest level in six years."""
        for i in range(low - 1, max(low - RANKED, 0) - 1, -1):
            if self._ends(i) or self._clue(i):
                return False
            if any(h.word.kind == "most" for h in self._index.at(self._tokens, i)):
                return True
        return False

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
        if self._tokens[i].key not in _ENDS or self._abbreviates(i):
            return False
        following = self._tokens[i + 1] if i + 1 < len(self._tokens) else None
        return following is None or following.capital or not following.word

    def _abbreviates(self, i: int) -> bool:
        """Whether the stop at token i is that of an abbreviation or an initial: Mr., J."""
        if i == 0 or self._tokens[i].key != ".":
            return False
        before = self._tokens[i - 1]
        if before.end != self._tokens[i].start or not before.word:
            return False
        initial = before.capital and before.end - before.start == 1
        return initial or before.key in self._short

    def _clue(self, i: int) -> int:
        known = self._known.get(i)
        if known is None:
            known = self._known[i] = self._look(i)
        return known

    def _look(self, i: int) -> int:
        told = self._told(i)
        # “will be held”, “wird eröffnet”: a participle behind a future auxiliary
        if told < 0 and any(self._auxiliary(k) for k in range(max(i - AUXILIARY, 0), i)):
            return 1
        return told

    def _auxiliary(self, i: int) -> bool:
        """Whether a participle behind token i looks ahead: “will be held”, not “plans drawn up”."""
        if self._told(i) <= 0:
            return False
        hits = self._index.at(self._tokens, i)
        return not any(h.word.kind == "future" and h.word.value == "noun" for h in hits)

    def _told(self, i: int) -> int:
        token = self._tokens[i]
        if not token.word:
            return 0
        found = self._index.at(self._tokens, i)
        kinds = set[str]()
        if found:
            hits = [h for h in found if h.word.kind in _DIRECTED]
            longest = max((h.length for h in hits), default=0)  # “was due” is not “was”
            kinds = {h.word.kind for h in hits if h.length == longest}
        name = token.capital and i > 0 and self._tokens[i - 1].word
        ending = None if name else self._index.ending(token.key)
        if ending is not None and not kinds:
            kinds.add(ending.kind)
        return ("future" in kinds) - ("past" in kinds)
