"""Every pack's own cases of numbers and quantities: all of them are found, and no others."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest

from quoth.annotate.numbers import read_numbers
from quoth.annotate.quantities import measured
from quoth.lang import available, pack
from quoth.lang.measures import measures
from quoth.lang.numbers import number_words
from quoth.model import QuantityType
from quoth.text import tokenise


def cases(code: str) -> list[dict[str, Any]]:
    path = files("quoth.lang") / "data" / code / "number_cases.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


ALL = [(code, n, case) for code in available() for n, case in enumerate(cases(code), 1)]


def numbers(text: str, code: str) -> list[list[Any]]:
    tokens = tokenise(text, language=code, elision=pack(code).elision)
    found = read_numbers(text, tokens, number_words(code))
    return [[n.span.of(text), pytest.approx(n.value), n.ordinal] for n in found]


def quantities(text: str, code: str) -> list[list[Any]]:
    return [
        [
            span.of(text),
            value.type.value,
            None if value.low is None else pytest.approx(value.low),
            None if value.high is None else pytest.approx(value.high),
            value.unit,
            value.mod,
            value.of.of(text) if value.of else None,
        ]
        for span, value in measured(text, code)
    ]


@pytest.mark.parametrize(("code", "number", "case"), ALL, ids=[f"{c}-{n}" for c, n, _ in ALL])
def test_the_numbers_of_a_case_are_found(code: str, number: int, case: dict[str, Any]) -> None:
    text = case["text"]
    if "numbers" in case:
        assert case["numbers"] == numbers(text, code)
    else:
        assert case["quantities"] == quantities(text, code)


@pytest.mark.parametrize("code", available())
def test_a_pack_has_cases_of_every_kind(code: str) -> None:
    found = [q for case in cases(code) for q in case.get("quantities", ())]
    assert {q[1] for q in found} == {t.value for t in QuantityType}
    assert {q[5] for q in found} >= {"", "about", "at-least", "at-most", "more", "range"}
    assert any(q[6] for q in found)
    assert sum(case.get("quantities") == [] for case in cases(code)) >= 5
    assert sum("numbers" in case for case in cases(code)) >= 8


@pytest.mark.parametrize("code", available())
def test_a_pack_has_its_number_words(code: str) -> None:
    words = number_words(code)
    kinds = {f.kind for forms in words.numbers.values() for f in forms}
    assert {"number", "times", "ordinal", "part"} <= kinds
    assert words.digest
    known = {f.kind for forms in measures(code).before.values() for f in forms}
    known |= {f.kind for forms in measures(code).forms.values() for f in forms}
    assert {"compare", "range", "percent", "label", "currency", "unit"} <= known


@pytest.mark.parametrize("code", available())
def test_one_to_a_hundred_have_their_words(code: str) -> None:
    forms = [f for group in number_words(code).numbers.values() for f in group]
    values = {f.value for f in forms if f.kind in ("number", "times")}
    assert values >= {float(n) for n in range(2, 11)}
    assert values >= {100.0, 1000.0, 1000000.0}
