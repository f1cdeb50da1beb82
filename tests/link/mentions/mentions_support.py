"""Articles in the marks of the corpus, with statements and names given."""

from __future__ import annotations

import re
from dataclasses import replace

from quoth.annotate.language import LanguageAnnotator
from quoth.annotate.places import PlaceAnnotator
from quoth.annotate.sentences import SentenceAnnotator
from quoth.link.mentions import MentionAnnotator
from quoth.model import (
    Actor,
    BlockKind,
    Capture,
    Entity,
    EntityType,
    Form,
    Maker,
    Mark,
    Reading,
    Source,
    Span,
    Speaker,
    Statement,
    hull,
    mark,
)
from quoth.read import As, ReadOptions, article

BY = Maker("test", "1")
_TAG = re.compile(r"<(/?)(?:([skc])(\d+)|(PER|ORG|LOC))>")
_ROLES = {"s": "source", "k": "cue", "c": "content"}


def reading(marked: str, language: str) -> Reading:
    """An article with its marks: `<s1>` source, `<k1>` cue, `<c1>` content, names; `# ` begins a
    headline."""
    out, at, length = [], 0, 0
    opened: dict[str, int] = {}
    parts: dict[int, dict[str, list[Span]]] = {}
    names: list[tuple[Span, str]] = []
    for tag in _TAG.finditer(marked):
        out.append(marked[at : tag.start()])
        length += len(out[-1])
        at = tag.end()
        key = tag.group().strip("</>")
        if not tag.group(1):
            opened[key] = length
        elif tag.group(4):
            names.append((Span(opened[key], length), tag.group(4)))
        else:
            spans = parts.setdefault(int(tag.group(3)), {}).setdefault(_ROLES[tag.group(2)], [])
            spans.append(Span(opened[key], length))
    text = "".join([*out, marked[at:]])
    body = Capture(Source("text"), text.encode())
    page = article(body, ReadOptions(taken_as=As.ARTICLE, language=language))
    blocks = (
        replace(b, kind=BlockKind.HEADLINE) if text[b.span.start :].startswith("# ") else b
        for b in page.blocks
    )
    found = Reading(replace(page, blocks=tuple(blocks)))
    for annotator in (LanguageAnnotator(), SentenceAnnotator(), PlaceAnnotator()):
        found = found.plus(annotator(found))
    entities = [mark(page.id, span, Entity(EntityType(kind)), BY, 1.0) for span, kind in names]
    return found.plus(entities).plus(_statements(page.id, text, parts))


def _statements(
    page: str, text: str, parts: dict[int, dict[str, list[Span]]]
) -> list[Mark[Statement]]:
    found = []
    for number in sorted(parts):
        own = {k: tuple(v) for k, v in parts[number].items()}
        content, cue = own["content"], own.get("cue", ())
        quoted = text[content[0].start] in '“"„«'
        form = Form.DIRECT if quoted else Form.INDIRECT
        form = Form.HEARSAY if "source" not in own and language_free(text, cue) else form
        found.append(Statement(content, cue, own.get("source", ()), form))
    contents = [hull(s.content) for s in found]
    for n, one in enumerate(found):
        own_span = hull((*one.content, *one.cue))
        outer = [
            c for m, c in enumerate(contents) if m != n and c.covers(own_span) and c != contents[n]
        ]
        if outer:
            found[n] = replace(one, inside=min(outer, key=len))
    return [mark(page, hull(s.content + s.cue + s.source), s, BY, 1.0) for s in found]


def language_free(text: str, cue: tuple[Span, ...]) -> bool:
    """Whether a statement without source is hearsay: its cue is an adverb."""
    return any(s.of(text).lower() in ("reportedly", "angeblich") for s in cue)


def linked(marked: str, language: str) -> Reading:
    """The same with its actors and speakers."""
    found = reading(marked, language)
    return found.plus(MentionAnnotator()(found))


def speakers(marked: str, language: str) -> list[str | None]:
    """The names of the speakers of an article, in the order of the statements' numbers."""
    found = linked(marked, language)
    told = {m.value.statement: m.value.name for m in found.of(Speaker)}
    order = sorted(found.of(Statement), key=lambda m: m.value.content[0].start)
    return [told[m.id] for m in order]


def actor(found: Reading, name: str) -> Actor:
    """The actor of that name."""
    return next(m.value for m in found.of(Actor) if m.value.name == name)
