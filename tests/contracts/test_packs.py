"""Every language pack keeps the format, and the reader finds its cases: all of them, no others."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any

import pytest

from quoth.annotate import annotate
from quoth.lang import KINDS, available, pack
from quoth.model import (
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

WANTED = frozenset(["en", "id", "es", "pt", "fr", "de", "it", "nl", "ru", "uk", "ar", "tr"])
Found = dict[str, Any]


def cases(code: str) -> list[dict[str, Any]]:
    lines = (files("quoth.lang") / "data" / code / "cases.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


ALL = [(code, n, case) for code in available() for n, case in enumerate(cases(code), 1)]


def paragraphs(text: str, headline: bool) -> tuple[Block, ...]:
    spans = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    kinds = [BlockKind.PARAGRAPH] * len(spans)
    if headline:
        kinds[0] = BlockKind.HEADLINE
    return tuple(Block(k, s) for k, s in zip(kinds, spans, strict=True))


def find(text: str, piece: str) -> tuple[int, int]:
    """The place of a piece; `#2:piece` is its second occurrence."""
    count, piece = (int(piece[1]), piece[3:]) if re.match(r"#\d:", piece) else (1, piece)
    start = -1
    for _ in range(count):
        start = text.index(piece, start + 1)
    return start, start + len(piece)


def places(text: str, value: str | list[str] | None) -> list[tuple[int, int]]:
    pieces = [] if value is None else [value] if isinstance(value, str) else value
    return [find(text, p) for p in pieces]


def expected(case: dict[str, Any]) -> list[Found]:
    text, out = case["text"], []
    for gold in case["attributions"]:
        found: Found = {k: places(text, gold.get(k)) for k in ("source", "cue", "content", "hedge")}
        if gold.get("implicit"):
            # an implicit source is named where it stood last
            found["source"] = places(text, gold["implicit"])
        found |= {"form": gold["form"], "implicit": bool(gold.get("implicit"))}
        found["inside"] = bool(gold.get("inside"))
        out.append(found)
    return sorted(out, key=str)


def read(code: str, case: dict[str, Any]) -> list[Found]:
    text = case["text"]
    blocks = paragraphs(text, bool(case.get("headline")))
    article = Article(
        "case", Source("case"), text, blocks, identity(len(text)), Metadata(language=code)
    )

    def plain(spans: Spans) -> list[tuple[int, int]]:
        return [(s.start, s.end) for s in spans]

    out = []
    for mark in annotate(article, "pack").of(Statement):
        value = mark.value
        found: Found = {k: plain(getattr(value, k)) for k in ("source", "cue", "content", "hedge")}
        found |= {"form": value.form.value, "implicit": value.implicit}
        found["inside"] = value.inside is not None
        out.append(found)
    return sorted(out, key=str)


def words(text: str, found: list[Found]) -> list[str]:
    """The attributions in words, for a failing test's message."""
    return [
        str({k: [text[b:e] for b, e in v] if isinstance(v, list) else v for k, v in f.items()})
        for f in found
    ]


def test_all_wanted_languages_have_a_pack() -> None:
    assert set(available()) >= WANTED


@pytest.mark.parametrize("code", available())
def test_a_pack_has_its_words_and_enough_cases(code: str) -> None:
    known = pack(code)
    kinds = {w.kind for w in known.words}
    assert {"verb", "marker", "hedge", "pronoun", "title", "role", "prep", "published"} <= kinds
    assert kinds <= set(KINDS)
    assert len({c["text"] for c in cases(code)}) >= 20
    assert any(not c["attributions"] for c in cases(code))


@pytest.mark.parametrize("code", available())
def test_no_word_of_a_pack_stands_twice_in_a_kind(code: str) -> None:
    seen: dict[tuple[str, tuple[str, ...], bool], frozenset[str]] = {}
    for word in pack(code).words:
        key = (word.kind, word.keys, word.prefix)
        assert seen.setdefault(key, word.features) == word.features, (key, "two sets of features")


@pytest.mark.parametrize(("code", "number", "case"), ALL, ids=[f"{c}-{n}" for c, n, _ in ALL])
def test_the_reader_finds_what_a_case_expects(code: str, number: int, case: dict[str, Any]) -> None:
    want, got = expected(case), read(code, case)
    assert words(case["text"], got) == words(case["text"], want)
