"""From which language, or from whose original, a page was translated."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.lang.actors import TRANSLATED, actor_words
from quoth.lang.tongues import language_named
from quoth.link.chains.media import media
from quoth.model import Article, Block, Link, Role, Span
from quoth.text import Token, tokenise

_LONGEST = 400  # characters of a block that may say so
_AFTER = 8  # tokens behind the word “translated” among which the original is named
_BEFORE = 4
_TOLD = 0.9
_VAGUE = 0.6
"""Scores of a named and of an unnamed original (guesses, not measured)."""


def translation(article: Article, language: str) -> Link | None:
    """The link of a page that says it is a translation.

    Args:
        language: the code of most of its text, in whose words it says so.
    """
    for block in article.blocks:
        found = _told(article.text, block, language) if len(block.span) <= _LONGEST else None
        if found is not None:
            return found
    return None


def _told(text: str, block: Block, language: str) -> Link | None:
    lexicon = actor_words(language).lexicon
    tokens = tokenise(text, block.span.start, block.span.end, language=language)
    keys = [t.key for t in tokens]
    for i in range(len(keys)):
        hit = lexicon.best(keys, i).get(TRANSLATED)
        if hit is None:
            continue
        stop = i + hit.length
        near = (*range(stop, min(stop + _AFTER, len(keys))), *range(max(0, i - _BEFORE), i))
        return _original(text, tokens, near, (i, stop), language)
    return None


def _original(
    text: str, tokens: Sequence[Token], near: Sequence[int], told: tuple[int, int], language: str
) -> Link:
    """The link of an original that is named at one of the tokens `near`, or of an unnamed one."""

    def span(first: int, stop: int) -> Span:
        return Span(tokens[min(told[0], first)].start, tokens[max(told[1], stop) - 1].end)

    why = "the page says that it is a translation"
    for i in near:
        code = language_named(tokens[i].key, language)
        if code is not None and code != language:
            return Link(Role.TRANSLATION, code, span(i, i + 1), None, _TOLD, why)
    for i in near:
        found = media().at(text, tokens, i)
        if found is not None:
            name = Span(tokens[i].start, tokens[i + found[1] - 1].end).of(text)
            return Link(Role.TRANSLATION, name, span(i, i + found[1]), None, _TOLD, why)
    return Link(Role.TRANSLATION, None, span(*told), None, _VAGUE, why)
