"""Dates that leave out their year: what narrows it, and when it is chosen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quoth.annotate.times import Anchor, Page, resolve, tag
from quoth.model.time import Time

CASES = [
    json.loads(line)
    for line in Path(__file__).with_name("missing_years.jsonl").read_text("utf-8").splitlines()
]


def _time(case: dict[str, Any]) -> Time:
    text = case["text"]
    found = tag(text, 0, len(text), case["language"])
    anchor = Anchor(case["published"]) if case["published"] else None
    page = Page(case["language"], case["fetched"], tuple(case["dates"]))
    times = resolve(found, anchor, page)
    named = [t for e, t in zip(found, times, strict=True) if e.span.of(text) == case["words"]]
    assert named, [e.span.of(text) for e in found]
    return named[0]


@pytest.mark.parametrize("case", CASES, ids=[c["name"] for c in CASES])
def test_a_year_is_chosen_only_for_good_reason(case: dict[str, Any]) -> None:
    time = _time(case)
    among = [c.timex for c in time.candidates] or [time.timex]
    if "likeliest" in case:
        assert among[0] == case["likeliest"], time
    assert set(case.get("among", ())) <= set(among), time
    assert case.get("why", "") in time.why, time
    if "chosen" in case:
        assert (not time.timex.startswith("XXXX")) == case["chosen"], time


@pytest.mark.parametrize("case", CASES, ids=[c["name"] for c in CASES])
def test_every_candidate_has_its_weight_and_its_reason(case: dict[str, Any]) -> None:
    time = _time(case)
    assert time.why
    weights = [c.weight for c in time.candidates]
    assert weights == sorted(weights, reverse=True)
    assert not weights or sum(weights) == pytest.approx(1, abs=0.02)
    assert all(c.why for c in time.candidates)
    assert len({c.timex for c in time.candidates}) == len(time.candidates)
