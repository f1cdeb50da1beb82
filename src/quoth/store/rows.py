"""A reading as rows of the ledger, before any of them is written."""

from __future__ import annotations

from functools import cached_property
from hashlib import sha256
from typing import Any

from quoth.errors import UsageError
from quoth.model import VALUES, Article, Issue, Maker, Mark, Reading, Statement
from quoth.model.lookup import Lookup, words
from quoth.store.codec import (
    blocks_bytes,
    origin_bytes,
    plain_bytes,
    shrink,
    text_bytes,
    value_bytes,
)
from quoth.store.folding import clean, cleaned, search_key
from quoth.store.listing import article_facts, day_of, statement_facts
from quoth.store.sqlite import Row


class Frozen:
    """One reading on its way into the ledger.

    Attributes:
        fingerprint: digest of the article and its marks.  Not of the source and the issues,
            which belong to the page: identical pages share the article.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._parts = _parts(reading.article)
        self.fingerprint = self._digest()

    def _digest(self) -> str:
        digest = sha256()
        for part in self._parts.values():
            digest.update(b"%d\n" % len(part))
            digest.update(part)
        makers: dict[Maker, int] = {}
        # the id of a mark is a digest of its span, kind and value
        marks = [(m.id, m.score, makers.setdefault(m.by, len(makers))) for m in self.reading.marks]
        digest.update(text_bytes(repr((marks, tuple(makers)))))
        return digest.hexdigest()

    def article(self, corrected: Reading) -> Row:
        """The row of the article.

        Args:
            corrected: the reading with its corrections, which it is listed by.
        """
        article, parts = self.reading.article, self._parts
        return {
            "id": article.id,
            "sha256": clean(article.source.sha256),
            "url": cleaned(article.meta.url or article.source.url),
            "headline": cleaned(article.meta.headline),
            "marks": len(self.reading.marks),
            "fingerprint": self.fingerprint,
            "meta": parts["meta"],
            **article_facts(corrected),
            **{name: shrink(parts[name]) for name in ("text", "blocks", "origin")},
        }

    def marks(self, article: int, makers: dict[Maker, int]) -> list[Row]:
        """The rows of the marks, from the keys of the article and of each maker."""
        return [
            {
                "article": article,
                "position": position,
                "id": m.id,
                "kind": m.kind,
                "start": m.span.start,
                "end": m.span.end,
                "value": _value(m),
                "maker": makers[m.by],
                "score": m.score,
            }
            for position, m in enumerate(self.reading.marks)
        ]

    @cached_property
    def positions(self) -> dict[str, int]:
        """The positions of the marks by their ids."""
        return {m.id: i for i, m in enumerate(self.reading.marks)}

    def statements(self, reading: Reading, lookup: Lookup) -> list[Row]:
        """The rows of the statements, as a corrected reading of the same article has them.

        Args:
            lookup: of the corrected reading.
        """
        at, article = self.positions, reading.article
        common = {"article_id": article.id, "day": day_of(article.meta.published)}
        text = clean(article.text)  # one character for one, so that the spans still hold
        return [
            {**common, "position": at[m.id], **_statement(text, m, lookup)}
            for m in reading.of(Statement)
        ]


def issue_rows(issues: tuple[Issue, ...]) -> tuple[Row, ...]:
    """The rows of issues, in order."""
    return tuple(
        {
            "position": i,
            "id": issue.id,
            "code": clean(issue.code),
            "level": issue.level,
            "stage": issue.stage,
            "message": clean(issue.message),
            "exact": plain_bytes(issue),
        }
        for i, issue in enumerate(issues)
    )


def _value(mark: Mark[object]) -> bytes:
    if VALUES.get(mark.kind) is not type(mark.value):
        raise UsageError(f"a mark of kind {mark.kind!r} cannot be stored with its value")
    return value_bytes(mark.value)


def _parts(article: Article) -> dict[str, bytes]:
    return {
        "text": text_bytes(article.text),
        "blocks": blocks_bytes(article.blocks),
        "origin": origin_bytes(article.origin),
        "meta": plain_bytes(article.meta),
    }


def _statement(text: str, mark: Mark[Any], lookup: Lookup) -> Row:
    value: Statement = mark.value
    source = words(text, value.source)
    return {
        "id": mark.id,
        "form": value.form.value,
        "language": cleaned(lookup.language(mark.span)),
        "source_text": source,
        "implicit": value.implicit,
        "source_key": None if source is None else search_key(source),
        "cue_text": words(text, value.cue),
        "content_text": words(text, value.content) or "",
        "hedge_text": words(text, value.hedge),
        "start": mark.span.start,
        "end": mark.span.end,
        "score": mark.score,
        **statement_facts(mark, lookup),
    }
