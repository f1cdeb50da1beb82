"""Every pack's occasions keep the format, and what its cases tell is found: when, on what occasion,
where, and nothing where nothing is told."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any

import pytest

from quoth.annotate import annotate
from quoth.lang import available
from quoth.lang.venues import AT, INTRO, venue_type, venue_words
from quoth.model import (
    Article,
    Block,
    BlockKind,
    Metadata,
    Setting,
    Source,
    Span,
    Statement,
    VenueType,
    identity,
)

WANTED = frozenset(["en", "id", "es", "pt", "fr", "de", "it", "nl", "ru", "uk", "ar", "tr"])
PUBLISHED = "2031-06-04"  # a Wednesday
Told = dict[str, Any]


def cases(code: str) -> list[Told]:
    path = files("quoth.lang") / "data" / code / "venue_cases.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


ALL = [(code, n, case) for code in sorted(WANTED) for n, case in enumerate(cases(code), 1)]


def setting(code: str, text: str) -> Setting:
    """The setting of the first statement of a text."""
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, Span(m.start(), m.end())) for m in re.finditer(r"[^\n]+", text)
    )
    meta = Metadata(language=code, published=PUBLISHED)
    article = Article("case", Source("case"), text, blocks, identity(len(text)), meta)
    reading = annotate(article, "pack")
    first = reading.of(Statement)[0]
    return next(m.value for m in reading.of(Setting) if m.value.statement == first.id)


def told(text: str, found: Setting) -> Told:
    """What the words of the text tell, without what is taken from the page's own date."""
    said, venue, place = found.said, found.venue, found.place
    own = said is not None and said.span is not None
    return {
        "said": [said.span.of(text), said.time.timex[:10]] if own else None,  # type: ignore[union-attr]
        "venue": [venue.type.value, venue.span.of(text)] if venue else None,
        "place": place.span.of(text) if place else None,
    }


def test_all_wanted_languages_have_words_of_occasions() -> None:
    assert set(available()) >= WANTED


@pytest.mark.parametrize("code", sorted(WANTED))
def test_a_pack_has_occasions_of_every_type_and_enough_cases(code: str) -> None:
    known = venue_words(code)
    assert {venue_type(k) for k in known.kinds} >= set(VenueType)
    assert {INTRO, AT} <= known.kinds
    assert known.digest
    found = cases(code)
    assert len({c["text"] for c in found}) >= 10
    for field in ("said", "venue", "place"):
        assert sum(c[field] is not None for c in found) >= 1
    assert sum(c["said"] is c["venue"] is c["place"] is None for c in found) >= 2


@pytest.mark.parametrize(("code", "number", "case"), ALL, ids=[f"{c}-{n}" for c, n, _ in ALL])
def test_what_a_case_tells_is_found(code: str, number: int, case: Told) -> None:
    text = case["text"]
    wanted = {k: case[k] for k in ("said", "venue", "place")}
    assert told(text, setting(code, text)) == wanted, text


@pytest.mark.parametrize("code", sorted(WANTED))
def test_without_a_word_of_when_it_is_the_day_of_publication_and_says_so(code: str) -> None:
    for case in cases(code):
        said = setting(code, case["text"]).said
        assert said is not None
        if case["said"] is None:
            assert (said.span, said.time.timex) == (None, PUBLISHED)
            assert "publication" in said.time.why
