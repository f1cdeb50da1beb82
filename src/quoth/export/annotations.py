"""W3C Web Annotations (JSON-LD), one annotation a line.

The target of an annotation is what was said, one target per stretch where the content is
discontinuous; the bodies are the source, the cue, the form and the hedge.  Positions count code
points of the article's text, whose SHA-256 (of its UTF-8) is given as the state of the target.
Terms of our own begin with `quoth:`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from quoth.export.record import Record, line
from quoth.model import Article, Mark, Reading, Span, Statement
from quoth.model.lookup import Lookup, words
from quoth.text.selectors import Selector, position_selector, quote_selector, range_selector

CONTEXT: list[object] = ["http://www.w3.org/ns/anno.jsonld", {"quoth": "urn:quoth:"}]


def export(statements: Iterable[tuple[Reading, Mark[Statement]]]) -> Iterator[str]:
    """One annotation per statement and line, without its end."""
    seen: Reading | None = None
    for reading, mark in statements:
        if reading is not seen:  # statements of one reading follow each other
            seen, lookup, digest = reading, Lookup(reading), text_digest(reading.article)
        yield line(_annotation(reading.article, mark, lookup, digest))


def text_digest(article: Article) -> str:
    """SHA-256 of the text in UTF-8, hexadecimal; lone surrogates are encoded as they are."""
    return sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()


def _annotation(article: Article, mark: Mark[Statement], lookup: Lookup, digest: str) -> Record:
    targets = [_target(article, span, digest) for span in mark.value.content]
    return {
        "@context": CONTEXT,
        "id": f"urn:quoth:statement:{mark.id}",
        "type": "Annotation",
        "motivation": "describing",
        "generator": {
            "type": "Software",
            "name": mark.by.name,
            "quoth:version": mark.by.version,
            "quoth:digest": mark.by.digest,
        },
        "body": _bodies(article, mark, lookup),
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _bodies(article: Article, mark: Mark[Statement], lookup: Lookup) -> list[Record]:
    value, language = mark.value, lookup.language(mark.span)
    spoken = (("source", value.source), ("cue", value.cue), ("hedge", value.hedge))
    bodies = [
        _body(name, words(article.text, spans), "describing", language) for name, spans in spoken
    ]
    bodies.append(_body("form", value.form.value, "classifying", None))
    return [b for b in bodies if b["value"] is not None]


def _body(name: str, value: str | None, purpose: str, language: str | None) -> Record:
    body: Record = {
        "type": "TextualBody",
        "purpose": purpose,
        "quoth:role": name,
        "format": "text/plain",
        "value": value,
    }
    # BCP 47's "und" says that it is not known; leaving the key out says the same in JSON-LD
    return body if language in (None, "und") else {**body, "language": language}


def _target(article: Article, span: Span, digest: str) -> Record:
    source = article.source
    state: list[Record] = [{"type": "quoth:TextState", "quoth:sha256": digest}]
    if source.fetched_at is not None:
        state.append({"type": "TimeState", "sourceDate": source.fetched_at})
    return {
        "type": "SpecificResource",
        "source": source.url or article.meta.url or source.page,
        "selector": list(_selectors(article, span)),
        "state": state,
    }


def _selectors(article: Article, span: Span) -> Iterator[Selector]:
    yield position_selector(span)
    yield quote_selector(article.text, span)
    within = range_selector(article, span)
    if within is not None:
        yield within
