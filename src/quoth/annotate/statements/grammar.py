"""A pack, made ready for reading: one lexicon over all its words and the calendar's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from quoth.lang import Lexicon, Pack, Word, pack
from quoth.text import fold, tokenise
from quoth.text.cldr import locale_of

_READING = frozenset(
    [
        "verb",
        "noun",
        "marker",
        "postmarker",
        "hearsay",
        "hedge",
        "recall",
        "mood",
        "pronoun",
        "relative",
        "title",
        "role",
        "comp",
        "wh",
        "object",
        "prep",
        "link",
        "det",
        "conj",
        "sub",
        "aux",
        "time",
        "never",
        "block",
        "abbr",
    ]
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the statement reader knows of one language.

    `bare_infinitive`: whether an infinitive stands without a mark of its own (“to”, “zu”).
    `articles`: the definite articles that are written onto their nouns (“ال”).
    """

    pack: Pack
    lexicon: Lexicon
    bare_infinitive: bool
    articles: tuple[str, ...]

    @property
    def code(self) -> str:
        """The language's BCP 47 code."""
        return self.pack.code


@lru_cache(maxsize=64)
def grammar(code: str) -> Grammar:
    """The grammar of a language that has a pack.

    Raises:
        PackError: if there is no pack, or it breaks the format.
    """
    known = pack(code)
    words = [w for w in known.words if w.kind in _READING] + _calendar(known)
    marked = any(w.kind == "comp" and "i" in w.features for w in words)
    articles = tuple(w.keys[0] for w in known.words if w.kind == "article")
    return Grammar(known, Lexicon(words, known.proclitics), not marked, articles)


def _calendar(known: Pack) -> list[Word]:
    locale = locale_of(known.code)
    if locale is None:
        return []
    names: set[str] = set()
    for table in (locale.months, locale.days):
        for context in table.values():
            for width in ("wide", "abbreviated"):
                names.update(str(n) for n in context.get(width, {}).values())
    out = []
    for name in sorted(names):
        tokens = tokenise(name, language=known.code, elision=known.elision)
        keys = tuple(fold(t.key, known.code) for t in tokens)
        if keys and any(c.isalpha() for c in name):
            out.append(Word(keys, False, "time", frozenset("k")))
    return out
