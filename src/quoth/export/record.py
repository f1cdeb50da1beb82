"""The records that Quoth prints and exports: one flat, documented shape per kind of thing.

The same record comes from a fresh reading and from one out of the ledger.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from quoth.export.settings import Record as Record
from quoth.export.settings import setting_fields
from quoth.export.speakers import speaker_fields
from quoth.model import (
    Article,
    Block,
    BlockKind,
    Mark,
    Origin,
    OriginKind,
    Position,
    Reading,
    Span,
    Spans,
    Statement,
    plain,
)
from quoth.model.lookup import Lookup, words

# what some readers of lines take for the end of a line
_BREAKS = re.compile("[\x85\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def record(reading: Reading, mark: Mark[Statement]) -> Record:
    """The record of one statement, as `quoth read --json` prints it.

    Spans are [begin, end) code points of `Article.text`; `origin` gives the same places in the
    page: see `place`.
    """
    return _record(reading, mark, Lookup(reading))


def records(reading: Reading) -> Iterator[Record]:
    """The records of all statements of a reading, in text order."""
    return exported((reading, mark) for mark in reading.of(Statement))


def exported(statements: Iterable[tuple[Reading, Mark[Statement]]]) -> Iterator[Record]:
    """The records of statements that come with their readings."""
    seen: Reading | None = None
    for reading, mark in statements:
        if reading is not seen:  # statements of one reading follow each other
            seen, lookup = reading, Lookup(reading)
        yield _record(reading, mark, lookup)


def _record(reading: Reading, mark: Mark[Statement], lookup: Lookup) -> Record:
    article, value = reading.article, mark.value
    roles = {"source": value.source, "cue": value.cue, "content": value.content}
    return {
        "page": article.source.page,
        "article": article.id,
        "id": mark.id,
        "form": value.form.value,
        "hedge": words(article.text, value.hedge),
        "text": {name: words(article.text, spans) for name, spans in roles.items()},
        "spans": {name: plain(spans) if spans else None for name, spans in roles.items()},
        "origin": {name: _places(article, spans) for name, spans in roles.items()},
        "implicit": value.implicit,
        "inside": lookup.outer(value),
        "language": lookup.language(mark.span),
        **setting_fields(article, lookup.setting(mark.id)),
        **speaker_fields(lookup, mark.id),
        "published": article.meta.published,
        "headline": article.meta.headline,
        "score": mark.score,
        "why": value.why,
    }


def article_record(read: Reading | Article) -> Record:
    """The record of one article with its blocks, as `quoth article --json` prints it."""
    article = read.article if isinstance(read, Reading) else read
    meta = article.meta
    return {
        "page": article.source.page,
        "article": article.id,
        "headline": meta.headline,
        "description": meta.description,
        "published": meta.published,
        "modified": meta.modified,
        "authors": list(meta.authors),
        "section": meta.section,
        "site": meta.site,
        "language": meta.language,
        "url": meta.url,
        "why": dict(meta.why),
        "blocks": [_block(article, b) for b in article.blocks],
        "teasers": [_teaser(article, b) for b in article.of(BlockKind.TEASER)],
    }


def mark_record(article: Article, mark: Mark[object]) -> Record:
    """The record of one mark of any kind, as `quoth marks --json` prints it."""
    return {
        "page": article.source.page,
        "article": article.id,
        "id": mark.id,
        "kind": mark.kind,
        "value": plain(mark.value),
        "text": mark.span.of(article.text),
        "span": plain(mark.span),
        "origin": place(article.origin, mark.span),
        "score": mark.score,
    }


def place(origin: Origin, span: Span) -> object:
    """Where a span lies in the page; None where none of its characters comes from there.

    Of text: [begin, end) code points of the decoded file, or of the record's `text`.  Of HTML:
    `start` and `end`, each with the `xpath` of a text node and an `offset` in it.
    """
    places = origin.positions(span)
    if not places:
        return None
    if origin.kind is OriginKind.TEXT:
        return [min(p.start for p in places), max(p.end for p in places)]
    return {"start": _point(places[0], 0), "end": _point(places[-1], 1)}


def line(of: Record) -> str:
    """A record as one line of JSON that any reader of lines can take, without its end.

    Lone surrogates, which no encoding holds, are escaped, and so are the line ends of Unicode.
    """
    dumped = json.dumps(of, ensure_ascii=False)
    if _SURROGATE.search(dumped):
        return json.dumps(of)
    return _BREAKS.sub(lambda found: f"\\u{ord(found.group()):04x}", dumped)


def _point(at: Position, end: int) -> Record:
    return {"xpath": at.node, "offset": at.end if end else at.start}


def _places(article: Article, spans: Spans) -> list[object] | None:
    return [place(article.origin, s) for s in spans] if spans else None


def _block(article: Article, block: Block) -> Record:
    return {
        "kind": block.kind.value,
        "furniture": block.furniture,
        "span": plain(block.span),
        "origin": place(article.origin, block.span),
        "text": block.span.of(article.text),
        "parts": _parts(article, block),
    }


def _parts(article: Article, block: Block) -> Record:
    """Parts by name; a second part of the same name is `name-2`, and so on."""
    found: Record = {}
    for part in block.parts:
        name, number = part.name, 1
        while name in found:
            number += 1
            name = f"{part.name}-{number}"
        found[name] = {"span": plain(part.span), "text": part.span.of(article.text)}
    return found


def _teaser(article: Article, block: Block) -> Record:
    """A teaser's parts; `text` is the whole block where it was not split."""

    def part(name: str) -> str | None:
        span = block.part(name)
        return None if span is None else span.of(article.text)

    return {
        "headline": part("headline"),
        "place": part("place"),
        "text": part("text") if block.parts else block.span.of(article.text),
        "span": plain(block.span),
    }
