"""When, where and on what occasion the gold statements of the sample pages were made.

The statements are those of the gold, so that what a statement reader misses does not count.
"""

from __future__ import annotations

import importlib.util
import sys
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from quoth.annotate import ANNOTATORS
from quoth.model import Article, Form, Maker, Reading, Setting, Span, Spans, Statement, hull, mark

ROOT = Path(__file__).resolve().parents[2]
SAID_FLOOR, VENUE_FLOOR = 80.0, 65.0
"""Least shares of what the gold tells, in percent, that are found."""
WRONG_CEILING = 3
"""Most times and occasions that are found where the gold tells none."""


@lru_cache(maxsize=1)
def scoring() -> ModuleType:
    """eval/samples.py, which is no package."""
    spec = importlib.util.spec_from_file_location("eval_samples", ROOT / "eval" / "samples.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules.setdefault(spec.name, module)
    spec.loader.exec_module(module)
    return module


GOLD: list[dict[str, Any]] = [g for g in scoring().expected() if "settings" in g]


def spans(rows: list[list[int | None]], pieces: list[list[int]]) -> Spans:
    out = []
    for block, begin, end in pieces:
        at = [i for i in rows[block][begin:end] if i is not None]
        if at:
            out.append(Span(at[0], at[-1] + 1))
    return tuple(sorted(out))


def statement(
    rows: list[list[int | None]], told: dict[str, Any], contents: dict[int, Spans]
) -> Statement:
    """A statement of the gold as a reader would give it."""
    places = told["places"]
    content, cue = contents[told["id"]], spans(rows, places.get("cue", []))
    source = spans(rows, places.get("source", []) or places.get("implicit", []))
    inside = contents.get(told.get("inside", -1))
    return Statement(
        content,
        cue,
        source,
        Form(told["form"]),
        implicit="implicit" in told,
        inside=hull(inside) if inside else None,
    )


@lru_cache(maxsize=32)
def found(page: str) -> tuple[Article, dict[int, Setting]]:
    """The settings of the gold statements of a page, by the statement's number."""
    gold = next(g for g in GOLD if g["page"] == page)
    article: Article = scoring().page(page)
    rows = scoring().locate(gold, article)
    contents = {t["id"]: spans(rows, t["places"]["content"]) for t in gold["attributions"]}
    ids: dict[str, int] = {}
    marks = []
    for told in gold["attributions"]:
        value = statement(rows, told, contents)
        own = value.content + value.cue + (() if value.implicit else value.source)
        made = mark(article.id, hull(own), value, Maker("gold", "1"), 1.0)
        marks.append(made)
        ids[made.id] = told["id"]
    reading = Reading(article)
    for annotator in ANNOTATORS:
        if annotator.name == "setting":
            reading = reading.plus(marks)
        if "statement" not in annotator.makes:
            reading = reading.plus(annotator(reading))
    return article, {ids[m.value.statement]: m.value for m in reading.of(Setting)}


def told_of(article: Article, setting: Setting) -> dict[str, list[str]]:
    """What the text itself tells, as the gold has it."""
    out: dict[str, list[str]] = {}
    if setting.said is not None and setting.said.span is not None:
        out["said"] = [setting.said.span.of(article.text), setting.said.time.timex[:10]]
    if setting.venue is not None:
        out["venue"] = [setting.venue.type.value, setting.venue.span.of(article.text)]
    return out


def same(kind: str, gold: list[str], read: list[str] | None) -> bool:
    """Whether a time has its value, and an occasion its type and some of its words."""
    if read is None:
        return False
    if kind == "said":
        return gold[1] == read[1]
    return gold[0] == read[0] and bool(set(gold[1].split()) & set(read[1].split()))


def score(kind: str) -> tuple[int, int, list[str]]:
    """How many the gold has, how many of them are found, and what else is found."""
    wanted = right = 0
    wrong = []
    for gold in GOLD:
        article, settings = found(gold["page"])
        truth = {t["id"]: t for t in gold["settings"]}
        for number, setting in settings.items():
            read = told_of(article, setting).get(kind)
            known = truth.get(number, {}).get(kind)
            wanted += known is not None
            if known is not None and same(kind, known, read):
                right += 1
            elif read is not None:
                wrong.append(f"{gold['page']} {number}: {read}, not {known}")
    return wanted, right, wrong


@pytest.mark.parametrize(("kind", "floor"), [("said", SAID_FLOOR), ("venue", VENUE_FLOOR)])
def test_what_the_pages_tell_is_found(kind: str, floor: float) -> None:
    wanted, right, wrong = score(kind)
    assert wanted >= 9
    assert 100 * right >= floor * wanted, (right, wanted)
    assert len(wrong) <= WRONG_CEILING, wrong


def test_every_statement_of_a_dated_page_has_a_day() -> None:
    for gold in GOLD:
        _, settings = found(gold["page"])
        assert len(settings) == len(gold["attributions"])
        assert all(s.said is not None for s in settings.values()), gold["page"]
