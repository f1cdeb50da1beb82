"""Lines of the GDELT Global Quotation Graph: one article a line with its quotations.

Its fields are `date`, `url`, `title`, `lang` and `quotes`, each with `pre`, `quote` and `post`.
Only verbatim words are quotations there, so statements in the reporter's words are left out, as
are articles without any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from quoth.export.grouped import by_article
from quoth.export.record import Record, line
from quoth.model import Article, Form, Mark, Reading, Span, Statement
from quoth.model.lookup import Lookup

CONTEXT = 100
"""Characters before and behind a quotation that a line holds, at most."""

_QUOTED = re.compile(r"[“„«\"「『»‹‚‘]([^“”„«»\"「」『』‹›]+)[”“»\"」』«›‘’]")
_SPACE = re.compile(r"\s+")


def export(statements: Iterable[tuple[Reading, Mark[Statement]]]) -> Iterator[str]:
    """One line an article that quotes somebody, without its end."""
    for reading, marks in by_article(statements):
        made = _article(reading, marks)
        if made["quotes"]:
            yield line(made)


def _article(reading: Reading, marks: list[Mark[Statement]]) -> Record:
    article = reading.article
    lookup = Lookup(reading)
    spans = dict.fromkeys(span for m in marks for span in _quoted(article, m))
    language = lookup.language(marks[0].span)
    return {
        "date": _moment(article.meta.published or article.source.fetched_at),
        "url": article.meta.url or article.source.url or article.source.page,
        "title": article.meta.headline,
        "lang": language if language != "und" else None,
        "quotes": [_quote(article.text, span) for span in sorted(spans)],
    }


def _quoted(article: Article, mark: Mark[Statement]) -> Iterator[Span]:
    """What stands between quotation marks; a speech without them is quoted whole."""
    if mark.value.form not in (Form.DIRECT, Form.MIXED):
        return
    for span in mark.value.content:
        inside = [
            Span(span.start + m.start(1), span.start + m.end(1))
            for m in _QUOTED.finditer(span.of(article.text))
        ]
        whole = mark.value.form is Form.DIRECT and not inside
        yield from [span] if whole else inside


def _quote(text: str, span: Span) -> Record:
    before = text[max(0, span.start - CONTEXT) : span.start]
    after = text[span.end : span.end + CONTEXT]
    return {"pre": _one_line(before), "quote": _one_line(span.of(text)), "post": _one_line(after)}


def _one_line(words: str) -> str:
    return _SPACE.sub(" ", words).strip()


def _moment(value: str | None) -> str | None:
    """A date as GDELT writes it, in UTC; a day without a time is its first moment."""
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
        known = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
        told = known.astimezone(UTC)
    except (ValueError, OverflowError):  # no date, or none that UTC has
        return None
    return told.replace(tzinfo=None, microsecond=0).isoformat() + "Z"
