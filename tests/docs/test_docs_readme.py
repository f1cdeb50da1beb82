"""What README.md, reader.md, pages.md and measures.md say is so."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from quoth.annotate import annotate
from quoth.model import (
    FURNITURE,
    SPOKEN,
    Article,
    Block,
    BlockKind,
    Metadata,
    Source,
    Span,
    Spans,
    Statement,
    identity,
)

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    """The fenced blocks of the README in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def table(page: str, heading: str) -> list[list[str]]:
    """The rows of the first table under a heading."""
    text = (DOCS / page).read_text("utf-8").split(f"\n## {heading}\n", 1)[1]
    lines = re.split(r"\n## ", text)[0].splitlines()
    rows = [[c.strip() for c in re.split(r"(?<!\\)\|", r)[1:-1]] for r in lines if r[:1] == "|"]
    return rows[2:]


CONSTRUCTIONS = table("reader.md", "Constructions")


def example(cell: str) -> Article:
    """The article of an example: `en: one paragraph ¶ another`, `#` before a headline."""
    language, _, text = cell.partition(": ")
    head = text.startswith("# ")
    text = text.removeprefix("# ").replace(" ¶ ", "\n\n")
    spans = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    kind = BlockKind.HEADLINE if head else BlockKind.PARAGRAPH
    blocks = tuple(Block(kind, s) for s in spans)
    meta = Metadata(language=language)
    return Article("0" * 16, Source("page"), text, blocks, identity(len(text)), meta)


@pytest.mark.parametrize("row", CONSTRUCTIONS, ids=lambda row: f"{row[0]}-{row[2][:2]}")
def test_every_construction_is_read_as_the_table_says(row: list[str]):
    why, score, text, source, cue, content, form = row
    article = example(text)

    def words(spans: Spans) -> str:
        return " … ".join(s.of(article.text) for s in spans)

    # of an example in two paragraphs the last statement is meant
    mark = annotate(article).of(Statement)[-1]
    value = mark.value
    assert [words(value.source), words(value.cue), words(value.content)] == [source, cue, content]
    assert (f"`{value.why}`", f"{mark.score:.2f}", value.form) == (why, score, form)
    assert value.implicit == (value.why == "implicit")


def test_every_construction_of_the_code_is_in_the_table():
    code = "".join(
        p.read_text("utf-8") for p in (ROOT / "src/quoth/annotate/statements").glob("*.py")
    )
    drafts = re.findall(r'(?:why=|\b_draft\([^"]*?, |\bDraft\([^"]*?, )"([a-z-]+)"', code)
    assert len(drafts) >= 12
    assert set(drafts) == {row[0].strip("`") for row in CONSTRUCTIONS}


def test_every_kind_of_block_is_in_the_table():
    rows = {row[0].strip("`"): row for row in table("pages.md", "Blocks")}
    assert list(rows) == [k.value for k in BlockKind]
    for kind in BlockKind:
        assert rows[kind][1] == ("furniture" if kind in FURNITURE else "article"), kind
        assert rows[kind][2] == ("yes" if kind in SPOKEN else ""), kind
