"""From which language, or from whose original, a page was translated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quoth.lang.actors import TRANSLATED, actor_words
from quoth.lang.tongues import language_named
from quoth.link.chains.media import media, same
from quoth.model import Article, Block, Link, Role, Span
from quoth.model.row import Row
from quoth.text import Token, tokenise

_LONGEST = 400  # characters of a block that may say so
_AFTER = 8  # tokens behind the word “translated” among which the original is named
_BEFORE = 4
_TOLD = 0.9
_VAGUE = 0.6
_PAPER = 0.8
"""Scores of a named and of an unnamed original, and of its paper (guesses, not measured)."""


@dataclass(frozen=True, slots=True)
class Original:
    """What a page says of its original: the translation itself, and who published the original."""

    translation: Link
    paper: Link | None = None


def original(article: Article, language: str, names: Row[None]) -> Original | None:
    """The original of a page that says it is a translation.

    Args:
        language: the code of most of its text, in whose words it says so.
        names: where the page names organisations and other things.
    """
    for block in article.blocks:
        found = _told(article.text, block, language) if len(block.span) <= _LONGEST else None
        if found is not None:
            return Original(found, _paper(article, block, names))
    return None


def _told(text: str, block: Block, language: str) -> Link | None:
    words = actor_words(language)
    tokens = tokenise(text, block.span.start, block.span.end, language=language)
    keys = [t.key for t in tokens]
    for i in range(len(keys)):
        hit = next((h for h in words.at(keys, i) if h.word.kind == TRANSLATED), None)
        if hit is None:
            continue
        stop = i + hit.length
        near = (*range(stop, min(stop + _AFTER, len(keys))), *range(max(0, i - _BEFORE), i))
        return _named(tokens, near, (i, stop), language)
    return None


def _named(
    tokens: Sequence[Token], near: Sequence[int], told: tuple[int, int], language: str
) -> Link:
    """The link of an original: of the language that one of the tokens `near` names, if any does."""
    why = "the page says that it is a translation"
    for i in near:
        code = language_named(tokens[i].key, language)
        if code is not None and code != language:
            span = Span(tokens[min(told[0], i)].start, tokens[max(told[1], i + 1) - 1].end)
            return Link(Role.TRANSLATION, code, span, None, _TOLD, why)
    span = Span(tokens[told[0]].start, tokens[told[1] - 1].end)
    return Link(Role.TRANSLATION, None, span, None, _VAGUE, why)


def _paper(article: Article, block: Block, names: Row[None]) -> Link | None:
    """Who published the original: the first name in the block that is not the page's own."""
    spans = [span for span, _ in names.meeting(block.span)]
    tokens = tokenise(article.text, block.span.start, block.span.end)
    for i in range(len(tokens)):
        found = media().at(article.text, tokens, i)
        if found is not None:
            spans.append(Span(tokens[i].start, tokens[i + found[1] - 1].end))
    for span in sorted(spans):
        name = span.of(article.text)
        if not same(name, article.meta.site):
            return Link(Role.RELAY, name, span, None, _PAPER, "published the original")
    return None
