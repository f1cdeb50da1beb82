"""From which language, or from whose original, a page was translated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quoth.lang.actors import TRANSLATED
from quoth.lang.tongues import language_named
from quoth.link.chains.media import media, same
from quoth.link.chains.window import ChainWords, chain_words
from quoth.model import Article, Block, Link, Role, Span
from quoth.model.row import Row
from quoth.text import Token, tokenise

_LONGEST = 400  # characters of a block that may say so
_LINE = 160  # characters of one beside it that may name the paper
_AFTER = 10  # tokens behind the word “translated” among which the original is named
_BEFORE = 6
_BACK = 2000  # characters before a block in which a statement that reaches into it begins
_WHY = "the page says that it is a translation"
_TOLD = 0.9
_VAGUE = 0.6
_PAPER = 0.8
"""Scores of a named and of an unnamed original, and of its paper (guesses, not measured)."""


@dataclass(frozen=True, slots=True)
class Original:
    """What a page says of its original: the translation itself, and who published the original."""

    translation: Link
    paper: Link | None = None


def original(article: Article, language: str, names: Row[None], said: Row[None]) -> Original | None:
    """The original of a page that says it is a translation.

    Args:
        language: the code of most of its text, in whose words it says so.
        names: where the page names organisations and other things.
        said: where somebody says something: what is told there is no word of the page itself.
    """
    for number, block in enumerate(article.blocks):
        if len(block.span) <= _LONGEST and not list(said.meeting(block.span, _BACK)):
            found = _told(article.text, block, language)
            if found is not None:
                near = _near(article.blocks, number)
                papers = (_paper(article, b, names) for b in near)
                paper = next((p for p in papers if p is not None), None)
                return Original(_by_paper(found, paper), paper)
    return None


def _near(blocks: Sequence[Block], number: int) -> Iterator[Block]:
    """A block, and the short ones behind and before it, which may name the paper."""
    yield blocks[number]
    for other in (number + 1, number - 1):
        if 0 <= other < len(blocks) and len(blocks[other].span) <= _LINE:
            yield blocks[other]


def _by_paper(found: Link, paper: Link | None) -> Link:
    """A translation whose language is not told goes by that of its paper, else by its name."""
    if found.name is not None or paper is None:
        return found
    medium = media().named(paper.name or "")
    written = sorted(medium.languages) if medium is not None else []
    return replace(found, name=written[0] if len(written) == 1 else paper.name)


def _told(text: str, block: Block, language: str) -> Link | None:
    """What a block says; one word for it (“translation”) wants the name of a language beside it."""
    words = chain_words(language)
    span, elision = block.span, words.elision
    tokens = tokenise(text, span.start, span.end, language=language, elision=elision)
    keys = [t.key for t in tokens]
    for i in range(len(keys)):
        hit = next((h for h in words.actors.at(keys, i) if h.word.kind == TRANSLATED), None)
        if hit is None:
            continue
        told = (i, i + hit.length)
        link = _named(tokens, told, words)
        if link is not None:
            return link
        if any(_word_for_it(words, key) for key in keys[i : told[1]]) and hit.length > 1:
            span = Span(tokens[i].start, tokens[told[1] - 1].end)
            return Link(Role.TRANSLATION, None, span, None, _VAGUE, _WHY)
    return None


def _named(tokens: Sequence[Token], told: tuple[int, int], words: ChainWords) -> Link | None:
    """The link of an original whose language is named beside the words `told`."""
    first, stop = told
    behind, before = (
        range(first, min(stop + _AFTER, len(tokens))),
        range(max(0, first - _BEFORE), first),
    )
    for i in (*behind, *reversed(before)):
        code = _language(tokens[i].key, words)
        if code is not None and code != words.code:
            span = Span(tokens[min(first, i)].start, tokens[max(stop, i + 1) - 1].end)
            return Link(Role.TRANSLATION, code, span, None, _TOLD, _WHY)
    return None


def _word_for_it(words: ChainWords, key: str) -> bool:
    """Whether a word says by itself that something is a translation, or an original."""
    return any(h.word.kind == TRANSLATED for h in words.actors.at([key], 0))


def _language(key: str, words: ChainWords) -> str | None:
    """The language that a word names, with or without letters written onto it (بالإنجليزية)."""
    bare = [key[len(p) :] for p in words.proclitics if key.startswith(p)]
    bare += [key[1:] for p, _ in words.actors.prefixes if key[1:].startswith(p)]
    found = (language_named(k, words.code) for k in (key, *bare))
    return next((code for code in found if code is not None), None)


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
