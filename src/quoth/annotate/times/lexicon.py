"""Looking up the words of time of one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from quoth.annotate.times.patterns import Node, Rule, literals
from quoth.annotate.times.table import general, rules
from quoth.errors import PackError
from quoth.lang import abbreviations, available, pack
from quoth.lang.calendar import calendar_names
from quoth.lang.times import ENDING_LETTERS, TimeWord, TimeWords, time_words
from quoth.text import Token, fold, tokenise

MEMORY = 50_000
"""Keys that an index remembers, so that hostile text cannot fill the memory."""
LEANING = frozenset({"past", "future", "clause", "most"})
"""Classes that tell the direction and are no part of an expression."""


class TimeHit(NamedTuple):
    """`length` tokens that are a form of `word`."""

    length: int
    word: TimeWord


class _Entry(NamedTuple):
    """What may begin with one key: single words, and longer forms by their second key."""

    any: bool
    single: tuple[TimeHit, ...]
    flagged: bool
    """Whether capitals decide about a single word."""
    longer: Mapping[str, tuple[TimeWord, ...]]
    loose: tuple[TimeWord, ...]
    """Forms of two words whose second is only a beginning."""


class TimeIndex:
    """An index over forms by their first key.

    Args:
        words: the forms.
        proclitics: letters that may be written onto a word; a key that begins no form is looked
            up without them.
    """

    def __init__(self, words: Iterable[TimeWord], proclitics: Sequence[str] = ()) -> None:
        self._exact: dict[str, list[TimeWord]] = {}
        self._stems: dict[str, list[TimeWord]] = {}
        self._endings: dict[str, TimeWord] = {}
        self._proclitics = tuple(proclitics)
        self._known: dict[str, _Entry] = {}
        for word in words:
            if word.ending:
                self._endings.setdefault(word.keys[0], word)
            else:
                index = self._stems if word.prefix and len(word.keys) == 1 else self._exact
                index.setdefault(word.keys[0], []).append(word)
        self._lengths = sorted({len(k) for k in self._stems})
        self._ending_lengths = sorted({len(k) for k in self._endings}, reverse=True)

    def at(self, tokens: Sequence[Token], i: int) -> tuple[TimeHit, ...]:
        """All forms that begin at tokens[i]."""
        entry = self._known.get(tokens[i].key) or self._look_up(tokens[i].key)
        hits = entry.single
        if entry.flagged:
            hits = tuple(h for h in hits if _there(h.word, tokens, i))
        if i + 1 < len(tokens) and (entry.longer or entry.loose):
            words = entry.longer.get(tokens[i + 1].key, ()) + entry.loose
            hits += tuple(TimeHit(len(w.keys), w) for w in words if _there(w, tokens, i))
        return hits

    def ending(self, key: str) -> TimeWord | None:
        """What the ending of a word tells, the longest that is known."""
        for length in self._ending_lengths:
            if len(key) >= max(ENDING_LETTERS, length + 1):
                word = self._endings.get(key[-length:])
                if word is not None:
                    return word
        return None

    def knows(self, key: str) -> bool:
        """Whether any form begins with this key."""
        return (self._known.get(key) or self._look_up(key)).any

    def proclitic(self, key: str) -> str:
        """The letters written onto a form that begins with the rest of the key; empty if none."""
        if not self._proclitics or self._begun(key):
            return ""
        for letters in self._proclitics:
            rest = key[len(letters) :]
            if key.startswith(letters) and len(rest) > 1 and self._begun(rest):
                return letters
        return ""

    def _look_up(self, key: str) -> _Entry:
        words = self._begun(key) or self._behind_proclitic(key)
        single = tuple(TimeHit(1, w) for w in words if len(w.keys) == 1)
        longer: dict[str, tuple[TimeWord, ...]] = {}
        for word in words:
            if len(word.keys) > 1 and not (len(word.keys) == 2 and word.prefix):
                longer[word.keys[1]] = (*longer.get(word.keys[1], ()), word)
        entry = _Entry(
            any=bool(words),
            single=single,
            flagged=any(h.word.capital or h.word.small for h in single),
            longer=longer,
            loose=tuple(w for w in words if len(w.keys) == 2 and w.prefix),
        )
        if len(self._known) > MEMORY:
            self._known.clear()
        self._known[key] = entry
        return entry

    def _begun(self, key: str) -> list[TimeWord]:
        words = list(self._exact.get(key, ()))
        for length in self._lengths:
            if length <= len(key):
                words += self._stems.get(key[:length], ())
        return words

    def _behind_proclitic(self, key: str) -> list[TimeWord]:
        for letters in self._proclitics:
            if key.startswith(letters) and len(key) > len(letters) + 1:
                words = self._begun(key[len(letters) :])
                if words:
                    return words
        return []


def _inner(before: Token) -> bool:
    """Whether a word behind this token does not open a sentence: der 41-Jährige."""
    return before.word or before.key in "-\u2010\u2011"


def _there(word: TimeWord, tokens: Sequence[Token], i: int) -> bool:
    keys = word.keys
    if word.capital and not tokens[i].capital:
        return False
    if word.small and tokens[i].capital and i > 0 and _inner(tokens[i - 1]):
        return False
    if len(keys) == 1:
        return True
    if i + len(keys) > len(tokens):
        return False
    last = len(keys) - 1
    if any(tokens[i + k].key != keys[k] for k in range(1, last)):
        return False
    final = tokens[i + last].key
    return final.startswith(keys[last]) if word.prefix else final == keys[last]


class Language(NamedTuple):
    """The words of time of a language, indexed; `literals` are words that its patterns name.

    `capitals` tells whether nouns are written with a capital letter, `grouped` whether four figures
    that count something are written with a mark (1,988), so that those without one are a year;
    `abbreviations` are words whose full stop ends no sentence.
    """

    code: str
    words: TimeWords
    lexicon: TimeIndex
    elision: bool
    root: Node
    literals: frozenset[str]
    capitals: bool
    grouped: bool
    abbreviations: frozenset[str] = frozenset()


@lru_cache(maxsize=64)
def language(code: str) -> Language:
    """The index of a language: its `times.tsv`, and the names of CLDR.

    Raises:
        PackError: if the file breaks its format.
    """
    words = time_words(code)
    known = pack(code) if code in available() else None
    proclitics = known.proclitics if known else ()
    own = {(w.kind, w.keys) for w in words.words}
    names = [w for w in _names(code) if (w.kind, w.keys) not in own]
    index = TimeIndex((*words.words, *names), proclitics)
    found = _rules(words)
    root = Node()
    for rule in found:
        root.add(rule)
    named = frozenset(kind.strip("'") for kind in literals(found))
    told = {w.value for w in words.words if w.kind == "noun"}
    flags = "capital" in told, "grouped" in told
    short = abbreviations(code) if known else frozenset()
    return Language(code, words, index, bool(known and known.elision), root, named, *flags, short)


def _rules(words: TimeWords) -> list[Rule]:
    """The language's own patterns, then the general ones."""
    out: list[Rule] = []
    for rule in words.rules:
        try:
            out += rules([(rule.pattern, rule.formula)], len(out))
        except ValueError as err:
            raise PackError(f"{words.code}/times.tsv, line {rule.line}: {err}") from err
    return out + list(rules(general(), 1000))


def _names(code: str) -> Iterable[TimeWord]:
    """CLDR's names; abbreviations are weak, since many are words of another meaning."""
    for what, kind in (("months", "month"), ("days", "weekday")):
        for name, number, short in calendar_names(code, what):
            keys = tuple(fold(t.key, code) for t in tokenise(name, language=code))
            if not keys or (keys[0].isdecimal()):
                continue
            yield TimeWord(kind, keys, str(number))
            if short:
                yield TimeWord("weak", keys)
