"""Golden dumps: every page in golden/ must come out as the blocks in the file beside it."""

import json
from pathlib import Path
from typing import Any

import pytest

from quoth.read.dates import LANGUAGES
from quoth.read.dump import read_dump

PAGES = sorted((Path(__file__).parent / "golden").glob("*.txt"))


def _plain(text: str) -> list[dict[str, Any]]:
    blocks, _ = read_dump(text)
    return [
        {
            "kind": block.kind.value,
            "span": [block.span.start, block.span.end],
            "text": block.span.of(text),
            "parts": [[part.name, part.span.of(text)] for part in block.parts],
        }
        for block in blocks
    ]


def _expected(page: Path) -> dict[str, Any]:
    return json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def test_there_are_pages_in_every_language() -> None:
    languages = {page.name.split("-")[0] for page in PAGES}
    assert languages >= set(LANGUAGES)
    assert len(PAGES) >= 25


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_blocks_of_a_page(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert _plain(text) == _expected(page)["blocks"]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_metadata_of_a_page(page: Path) -> None:
    _, meta = read_dump(page.read_text(encoding="utf-8"))
    expected = _expected(page)
    headline = expected["headline"]
    assert meta.headline == headline
    assert (meta.published, meta.modified) == (expected["published"], expected["modified"])
    assert list(meta.authors) == expected["authors"]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_every_letter_lies_in_a_block_and_blocks_do_not_overlap(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    blocks, _ = read_dump(text)
    at = 0
    for block in blocks:
        assert block.span.start >= at
        assert not any(c.isalnum() for c in text[at : block.span.start])
        at = block.span.end
        assert all(block.span.covers(part.span) for part in block.parts)
    assert not any(c.isalnum() for c in text[at:])
