"""Names of training texts in each other's places: what was marked stays marked."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

TEXT = "Ana Ruiz of Norvia said: “Bo Lind left Sarn.” Ruiz hopes so, wrote Sarn."


def _at(words: str, start: int = 0) -> tuple[int, int]:
    begin = TEXT.index(words, start)
    return begin, begin + len(words)


@pytest.fixture(scope="module")
def train(evaluation: Callable[[str], ModuleType]) -> Callable[[str], ModuleType]:
    module: Callable[[str], ModuleType] = evaluation("training").module
    for name in ("corpus", "sources"):
        module(name)  # which augment imports
    return module


@pytest.fixture
def augment(train: Callable[[str], ModuleType]) -> ModuleType:
    return train("augment")


@pytest.fixture
def document(train: Callable[[str], ModuleType]) -> Any:
    corpus, sources = train("corpus"), train("sources")
    quoted = corpus.Attribution(
        (_at("Ana Ruiz of Norvia"),), (_at("said"),), (_at("“Bo Lind left Sarn.”"),)
    )
    hoped = corpus.Attribution((_at("Ruiz", 20),), (_at("hopes"),), (_at("so"),), implicit=True)
    named = [("Ana Ruiz", 0, "PER"), ("Norvia", 0, "ORG"), ("Bo Lind", 0, "PER")]
    named += [("Sarn", 0, "LOC"), ("Ruiz", 20, "PER"), ("Sarn", 50, "LOC")]
    names = tuple((*_at(words, start), kind) for words, start, kind in named)
    return sources.Document("en-1", "own corpus", "en", TEXT, (quoted, hoped), names)


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    rows = ["PER\tMaria-Luise von der Ostrau", "PER\tIt", "LOC\tGreater Keltara", "ORG\tX"]
    (tmp_path / "en.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("seed", range(20))
def test_attributions_and_names_move_with_the_text(
    augment: ModuleType, document: Any, lists: Path, seed: int
) -> None:
    made = augment.Names([document], lists).renamed(document, random.Random(seed), 1.0)
    old = [TEXT[a:b] for a, b, _ in document.entities]
    new = [made.text[a:b] for a, b, _ in made.entities]
    assert [kind for *_, kind in made.entities] == [kind for *_, kind in document.entities]
    for before, after in zip(document.attributions, made.attributions, strict=True):
        assert before.implicit == after.implicit
        for part in ("source", "cue", "content"):
            was = TEXT[slice(*getattr(before, part)[0])]
            now = made.text[slice(*getattr(after, part)[0])]
            inside = [i for i, name in enumerate(old) if name in was]
            for i in inside:
                was = was.replace(old[i], f"<{i}>", 1)
            for i in inside:
                was = was.replace(f"<{i}>", new[i], 1)
            assert now == was
    assert new[3] == new[5], "a name is the same other one throughout"


def test_a_name_in_which_an_attribution_begins_stays(
    augment: ModuleType, document: Any, lists: Path
) -> None:
    cut = replace(document.attributions[0], source=(_at("Ruiz of Norvia"),))
    names = augment.Names([document], lists)
    odd = replace(document, attributions=(cut,))
    made = names.renamed(odd, random.Random(3), 1.0)
    assert made.text.startswith("Ana Ruiz of ")


def test_no_share_changes_nothing(augment: ModuleType, document: Any, lists: Path) -> None:
    names = augment.Names([document], lists)
    assert names.renamed(document, random.Random(1), 0.0) == document
