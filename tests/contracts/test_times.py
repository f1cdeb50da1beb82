"""The words of time of every pack keep their format, and the tagger finds its cases."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest

from quoth.annotate.times import Anchor, Page, resolve, tag
from quoth.lang import available
from quoth.lang.times import CLASSES, time_words
from quoth.model import Time

ENOUGH, NEGATIVE = 60, 15


def cases(code: str) -> list[dict[str, Any]]:
    path = files("quoth.lang") / "data" / code / "time_cases.jsonl"
    if not path.is_file():
        return []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


ALL = [(code, n, case) for code in available() for n, case in enumerate(cases(code), 1)]


def found(code: str, case: dict[str, Any]) -> list[tuple[str, Time]]:
    text = case["text"]
    anchor = Anchor(case["published"]) if case["published"] else None
    expressions = tag(text, 0, len(text), code)
    times = resolve(expressions, anchor, Page(code))
    return [(e.span.of(text), t) for e, t in zip(expressions, times, strict=True)]


def row(words: str, time: Time, like: list[str | None] | None) -> list[str | None]:
    """A time as a case gives it, as wide as the case's own row."""
    full = [words, time.type.value, time.timex, time.earliest, time.latest]
    return full[: len(like) if like is not None else 3]


@pytest.mark.parametrize("code", [c for c in available() if time_words(c).digest])
def test_a_language_has_its_words_and_enough_cases(code: str) -> None:
    assert {w.kind for w in time_words(code).words} <= set(CLASSES)
    own = {c["text"]: c for c in cases(code)}
    assert len(own) >= ENOUGH
    assert sum(not c["times"] for c in own.values()) >= NEGATIVE


@pytest.mark.parametrize(("code", "number", "case"), ALL, ids=[f"{c}-{n}" for c, n, _ in ALL])
def test_the_tagger_finds_what_a_case_expects(code: str, number: int, case: dict[str, Any]) -> None:
    wanted = case["times"]
    got = found(code, case)
    like = [*wanted, *[None] * len(got)]
    assert [row(w, t, like[i]) for i, (w, t) in enumerate(got)] == wanted
