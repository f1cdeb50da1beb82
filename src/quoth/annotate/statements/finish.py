"""From drafts to statements: form, order, nesting, doubles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quoth.annotate.statements.draft import Draft
from quoth.model import Form, Span, Statement, hull

NEAR = 40  # statements before and after that are looked at for one that holds another
_MARKS = frozenset('"“”„«»‟「」『』‘‚')
# in Cyrillic text a quoted piece with a capital is a name (ООО «Волна»); in Latin text, where nouns
# may have capitals, only one whose words all have them (PT "Subur Jaya")
_CYRILLIC = r"[А-ЯЁЄІЇҐ][^\W\d_]*(?:[ -][\w-]+){0,3}"
_LATIN = r"[A-ZÇĞİÖŞÜ][\w-]+(?: [A-ZÇĞİÖŞÜ][\w-]+){1,3}"
_NAME = re.compile(f'["“„«](?:{_CYRILLIC}|{_LATIN})["”“»]')


def finish(text: str, drafts: list[Draft]) -> Iterator[tuple[Statement, float]]:
    """The statements of all drafts with their scores, in text order, each one once."""
    ordered = sorted(_distinct(drafts), key=lambda d: (hull(tuple(d.content)).start, d.starts()))
    extents = [hull(tuple(d.content)) for d in ordered]
    for n, draft in enumerate(ordered):
        yield _statement(text, draft, _inside(n, ordered, extents)), draft.score


def _distinct(drafts: list[Draft]) -> list[Draft]:
    seen: set[tuple[object, ...]] = set()
    out = []
    # a quotation that runs on stands in the list once for each of its paragraphs
    for draft in {id(d): d for d in drafts}.values():
        key = (tuple(sorted(draft.content)), tuple(sorted(draft.cue)))
        # a quotation without a cue whose speaker never became known is no attribution
        known = draft.cue or draft.source
        if key not in seen and known and draft.content:
            seen.add(key)
            out.append(draft)
    return out


def _inside(n: int, drafts: list[Draft], extents: list[Span]) -> Span | None:
    """The smallest content that holds all of draft n: its content and its cue or source."""
    own = hull((*drafts[n].content, *drafts[n].cue))
    best: Span | None = None
    for m in range(max(0, n - NEAR), min(len(drafts), n + NEAR)):
        if extents[m].start > own.start:
            break  # in text order: what begins later cannot hold it
        if m == n or extents[m].end < own.end or len(extents[m]) <= len(extents[n]):
            continue
        holding = any(c.covers(own) for c in drafts[m].content)
        if holding and (best is None or len(extents[m]) < len(best)):
            best = extents[m]
    return best


def _statement(text: str, draft: Draft, inside: Span | None) -> Statement:
    content = tuple(sorted(draft.content))
    return Statement(
        content=content,
        cue=tuple(sorted(draft.cue)),
        source=tuple(sorted(draft.source)),
        form=_form(text, draft),
        hedge=tuple(sorted(draft.hedge)),
        implicit=draft.implicit,
        inside=inside,
        why=draft.why,
    )


def _form(text: str, draft: Draft) -> Form:
    if draft.hearsay:
        return Form.HEARSAY
    if draft.quotes and draft.quotes == len(draft.content):
        return Form.DIRECT
    if any(_MARKS & set(_NAME.sub("", c.of(text))) for c in draft.content):
        return Form.MIXED
    return Form.INDIRECT
