"""The subject of a cue for which the network found no source."""

from __future__ import annotations

import re

from quoth.annotate.statements.cues import cue_features, cue_length, source_spans
from quoth.annotate.statements.draft import Draft
from quoth.annotate.statements.frame import Frame, make_items, sentences
from quoth.annotate.statements.quotes import find_quotations
from quoth.annotate.statements.sources import Range, left_of, right_of
from quoth.annotate.trained.drafts import noted
from quoth.annotate.trained.scene import Layout, Scene
from quoth.model import Span
from quoth.text import tokenise

SURE = 0.9
"""By this the score of a statement falls whose source its language pack found.  Set by hand."""
_LEAST = 0.5
"""The score of a statement for which a source is looked for; others are seldom statements."""
_LABEL = 4
"""Words of a headline's speaker before a colon at most."""
_BREAK = re.compile(r"[,.;!?–—]\s|^[#*\s]+")
_NOT = ("hearsay", "marker", "noun", "never", "sub")
"""Kinds of words with which a cue is no plain verb."""


def subjects(layout: Layout, drafts: list[Draft]) -> None:
    """Give those drafts a source whose cue has a subject beside it, or a headline's label."""
    for draft in drafts:
        if draft.source or not draft.cue or draft.implicit or draft.score < _LEAST:
            continue
        scene = layout.scene(draft.cue[0].start)
        if not scene.known.pack.words:
            continue
        found = _label(layout.text, scene, draft) or _subject(layout.text, scene, draft)
        if len(draft.content) > 1 and found == draft.content[:1]:
            draft.content = draft.content[1:]  # the network took the subject for what is said
        if found and not any(f.meets(s) for f in found for s in [*draft.content, *draft.cue]):
            draft.source = found
            draft.score *= SURE
            noted(draft, "subject")


def _label(text: str, scene: Scene, draft: Draft) -> list[Span]:
    """What stands before the colon of a headline (“Floods, minister: no new taxes”)."""
    end = draft.cue[-1].end
    colon = end - 1 if text[end - 1] == ":" else end
    if not scene.head or text[colon : colon + 1] != ":" or draft.content[0].start <= colon:
        return []
    before = text[scene.span.start : colon].rstrip()
    label = _BREAK.split(before)[-1].strip()
    if not label or len(label.split()) > _LABEL:
        return []
    draft.cue = [Span(colon, colon + 1)]
    last = scene.span.start + len(before)
    return [Span(last - len(label), last)]


def _subject(text: str, scene: Scene, draft: Draft) -> list[Span]:
    """The noun phrase before the cue, or behind it where the content stands before."""
    frame, j = _verb(text, scene, draft.cue)
    if frame is None or frame.grammar.pack.verb_final or "g" in cue_features(frame, j):
        return []
    own = source_spans(frame, j, None)
    if own:
        return own
    after = j + cue_length(frame, j)
    behind = draft.content[-1].start > frame.items[j].start
    found = left_of(frame, j, frame.lo) if behind else right_of(frame, after, frame.hi)
    return [frame.span(*found)] if found is not None and _whole(frame, found, j) else []


def _whole(frame: Frame, found: Range, j: int) -> bool:
    """Whether a noun phrase follows the verb at once, or opens its sentence and is no object of a
    passive (“he has been harshly criticised”)."""
    if found[0] > j:
        return True
    between = (frame.items[k].tags.get("aux") for k in range(found[1], j))
    return found[0] == frame.lo and not any(t and "p" in t.word.features for t in between)


def _verb(text: str, scene: Scene, cue: list[Span]) -> tuple[Frame | None, int]:
    """The sentence in which the verb of a cue stands outside of quotations, and its place."""
    pack, span = scene.known.pack, scene.span
    if scene.dash:
        return None, 0
    tokens = tokenise(text, span.start, span.end, language=pack.code, elision=pack.elision)
    items = make_items(tokens, find_quotations(text, tokens, pack), scene.known)
    for frame in sentences(text, items, scene.known):
        for j in frame.having("verb"):
            if any(s.covers(frame.span(j, j + 1)) for s in cue) and not frame.tagged(j, *_NOT):
                return frame, j
    return None, 0
