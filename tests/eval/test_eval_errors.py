"""Wrong attributions are drawn in the same way each time, and written for a person."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

TEXT = "Ann Lund said that the bridge was safe.\nShe added that it was old."


@pytest.fixture(scope="module")
def errors(evaluation: Callable[[str], ModuleType]) -> ModuleType:
    return evaluation("errors")


def span(words: str) -> list[list[int]]:
    return [[TEXT.index(words), TEXT.index(words) + len(words)]]


def case(errors: ModuleType, language: str, n: int) -> Any:
    gold = {"source": span("Ann Lund"), "cue": span("said"), "content": span("that the bridge")}
    read = {**gold, "source": None}
    notes = ((read, "0.81 trained"),)
    return errors.Case(
        "own corpus dev", f"{language}-{n}", language, TEXT, "source missing", (gold,), notes
    )


def test_languages_take_turns_and_a_seed_draws_the_same(errors: ModuleType) -> None:
    found = [
        case(errors, lang, n)
        for lang, many in (("de", 90), ("en", 90), ("zh", 5))
        for n in range(many)
    ]
    first = errors.drawn(found, random.Random(1))
    assert first == errors.drawn(found, random.Random(1))
    assert Counter(c.language for c in first) == {"de": 23, "en": 22, "zh": 5}


def test_a_case_shows_what_was_wanted_and_read(errors: ModuleType) -> None:
    text = errors.written(3, case(errors, "en", 7))
    assert "## 3. source missing" in text
    assert "- gold: **Ann Lund** / *said* / that the bridge\n" in text
    assert "- read: **–** / *said* / that the bridge `0.81 trained`\n" in text
    assert "> Ann Lund said that the bridge was safe. ¶ She added that it was old." in text


def test_what_a_person_sorted_is_counted_and_not_written_over(
    errors: ModuleType, tmp_path: Path
) -> None:
    path = tmp_path / "errors.md"
    cases = [errors.written(n, case(errors, "en", n)) for n in range(4)]
    kinds = ["pronoun", "far source", "pronoun", ""]
    lines = zip(cases, kinds, strict=True)
    path.write_text("".join(c.replace("by hand:", f"by hand: {k}") for c, k in lines))
    assert errors.tally(path) == {"pronoun": 2, "far source": 1}
    with pytest.raises(SystemExit, match="sorted by hand"):
        errors.sort(tmp_path, "pack", path)


def test_new_counts_put_an_end_to_those_by_hand(
    errors: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(errors, "SAVED", tmp_path / "errors.json")
    errors.save({"reader": "pack", "kinds": {}})
    errors.save({"by hand": {"pronoun": 2}})
    assert '"pronoun": 2' in errors.SAVED.read_text()
    assert '"reader": "pack"' in errors.SAVED.read_text()
    errors.save({"reader": "fast", "kinds": {}})
    assert "pronoun" not in errors.SAVED.read_text()
