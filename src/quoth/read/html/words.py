"""The packs' words for the parts of a page, as questions about a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from quoth.lang import Lexicon, available, pack
from quoth.model import Span
from quoth.text import Token, tokenise

KINDS = (
    "published",
    "updated",
    "by",
    "credit",
    "appeal",
    "rules",
    "more",
    "menu",
    "section",
    "conj",
)
_LABEL_ENDS = ([":"], ["/"], ["|"], ["©"])
_HEAD = 100
"""Characters at the head of a line that are looked at; the phrases are short."""


class PageWords:
    """The words of some languages for the parts of a page."""

    def __init__(self, codes: Sequence[str], language: str) -> None:
        words = [word for code in codes for word in pack(code).words if word.kind in KINDS]
        self._lexicons = {k: Lexicon([w for w in words if w.kind == k]) for k in KINDS}
        self.language = language
        self._line: tuple[str, list[Token]] = ("", [])

    def opening(self, kind: str, text: str) -> int:
        """Characters from the first letter of a line to the end of the phrase opening it, or 0."""
        tokens = self._tokens(text[:_HEAD])
        start = next((i for i, t in enumerate(tokens) if t.word), None)
        if start is None or start > 2:
            return 0
        hits = self._lexicons[kind].at([t.key for t in tokens], start)
        return tokens[start + hits[0].length - 1].end if hits else 0

    def whole(self, kind: str, text: str) -> bool:
        """Whether the line holds phrases of the kind and nothing else but signs and figures."""
        if len(text) > _HEAD:
            return False
        tokens = self._tokens(text)
        keys = [t.key for t in tokens]
        at, found = 0, False
        while at < len(keys):
            hits = self._lexicons[kind].at(keys, at)
            if not hits and tokens[at].word and not keys[at].isdecimal():
                return False
            at += hits[0].length if hits else 1
            found = found or bool(hits)
        return found

    def holds(self, kind: str, text: str) -> bool:
        """Whether a phrase occurs anywhere in the text (in its first 1,000 characters)."""
        keys = [t.key for t in self._tokens(text[:1000])]
        lexicon = self._lexicons[kind]
        return any(lexicon.at(keys, i) for i in range(len(keys)))

    def labelled(self, kind: str, text: str) -> int:
        """The number of the token that begins the first phrase with a colon behind it, or -1.

        A slash, a bar or a copyright sign does as well.
        """
        tokens = self._tokens(text[:1000])
        keys = [t.key for t in tokens]
        for i in range(len(keys)):
            hits = self._lexicons[kind].at(keys, i)
            if hits and keys[i + hits[0].length : i + hits[0].length + 1] in _LABEL_ENDS:
                return i
        return -1

    def _tokens(self, text: str) -> list[Token]:
        """The tokens of a line; the same line is asked about several kinds in a row."""
        known, tokens = self._line
        if known != text:
            tokens = tokenise(text, language=self.language)
            self._line = (text, tokens)
        return tokens

    def parted(self, kind: str, text: str, span: Span) -> Iterator[Span]:
        """The stretches of `span` between the words of a kind, without those words."""
        at = span.start
        last = span.start
        for token in tokenise(text, span.start, span.end, language=self.language):
            if self._lexicons[kind].has(token.key):
                if last > at:
                    yield Span(at, last)
                at = last = token.end
            elif at == last:
                at, last = token.start, token.end
            else:
                last = token.end
        if last > at:
            yield Span(at, last)


@lru_cache(maxsize=32)
def page_words(language: str | None) -> PageWords:
    """The words for a page: those of its language and of English, or of all packs.

    English goes with every language, for share bars and forms that nobody translated.
    """
    code = (language or "").partition("-")[0].lower()
    known = available()
    chosen = [c for c in dict.fromkeys((code, "en")) if c in known] if code in known else known
    return PageWords(tuple(chosen), code)
