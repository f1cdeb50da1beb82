"""Speakers that are written onto their cue: katanya, قولها."""

from __future__ import annotations

from functools import lru_cache

from quoth.annotate.statements.draft import Draft
from quoth.annotate.statements.frame import make_items
from quoth.annotate.statements.grammar import Grammar
from quoth.annotate.trained.drafts import noted
from quoth.annotate.trained.scene import Layout
from quoth.lang import available, pack
from quoth.model import Span
from quoth.text import fold, tokenise


def split(layout: Layout, drafts: list[Draft]) -> None:
    """Part a cue from the speaker that is written onto it, whoever was linked to it."""
    for draft in drafts:
        if not draft.cue:
            continue
        cue = draft.cue[-1]
        known = layout.scene(cue.start).known
        speaker = _subject(layout.text, cue, known)
        if speaker is None and not draft.source:
            speaker = _possessor(layout.text, cue, known)
        if speaker is not None:
            stem = layout.text[cue.start : speaker.start].removesuffix("-").removesuffix("-t")
            draft.cue[-1] = Span(cue.start, cue.start + len(stem))
            draft.source = [speaker]
            noted(draft, "clitic")


def _subject(text: str, cue: Span, known: Grammar) -> Span | None:
    """The end of a verb that stands for who speaks, if it has one: no other can be its subject."""
    if not known.pack.clitics and "-" not in cue.of(text):
        return None
    tokens = tokenise(text, cue.start, cue.end, language=known.code, elision=known.pack.elision)
    items = make_items(tokens, (), known)
    if not items or items[-1].speaker is None or items[-1].end != cue.end:
        return None
    speaker = items[-1].speaker
    return speaker if speaker.start > cue.start else None


def _possessor(text: str, cue: Span, known: Grammar) -> Span | None:
    """The pronoun at the end of a reporting noun or preposition, if it has one."""
    words = cue.of(text)
    for ending in _endings(known.code):
        stem = words.removesuffix(ending)
        if stem != words and _takes_speaker(stem, known):
            return Span(cue.end - len(ending), cue.end)
    return None


@lru_cache(maxsize=64)
def _endings(code: str) -> tuple[str, ...]:
    """The pronouns that are written onto a reporting noun or preposition, the longest first."""
    words = pack(code).words if code in available() else ()
    found = {w.keys[0] for w in words if w.kind == "pronoun" and "n" in w.features}
    return tuple(sorted(found, key=lambda e: (-len(e), e)))


def _takes_speaker(stem: str, known: Grammar) -> bool:
    keys = [fold(t.key, known.code) for t in tokenise(stem, language=known.code)]
    hits = known.lexicon.at(keys, 0) if keys else ()
    return any(h.word.kind in ("noun", "marker") and h.length == len(keys) for h in hits)
