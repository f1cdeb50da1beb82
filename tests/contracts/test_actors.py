"""Every pack's words for those who speak keep the format, name the core, and do not contradict."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import lru_cache
from importlib.resources import files
from itertools import combinations
from typing import Any

import pytest

from quoth.lang import available
from quoth.lang.actors import CLASSES, POST, actor_words, gender, number, offices_of
from quoth.lang.pack import Word

WANTED = ("ar", "de", "en", "es", "fr", "id", "it", "nl", "pt", "ru", "tr", "uk")
OWN = {"plural", "possessive", "age", "called"}
CORE = frozenset(CLASSES) - {"drop", "last", "compound", "articles"} - OWN
"""Classes that every language has a form of; possessives are endings in some, flags have none, and
few have words of their own for ages and names."""
OFFICES = (
    "head-of-state head-of-government minister foreign-minister lawmaker governor mayor official"
    " spokesperson general police-chief judge prosecutor lawyer ceo doctor professor coach"
    " ambassador analyst activist monarch pope director expert researcher resident witness worker"
)
ORGS = ("government", "ministry", "police", "army", "court", "parliament", "party", "company")
APART = [
    *combinations(("pronoun", "office", "org", "document", "media", "title"), 2),
    *combinations(("relay-by", "citing", "interview", "anonymous"), 2),
    ("leader", "org"),
    ("leader", "document"),
    ("definite", "indefinite"),
    ("former", "acting"),
]
"""Classes of which a form has one at most."""
ALLOWED = {("office", "title")}  # “Doctor”, “General” are both


@lru_cache(maxsize=16)
def by_key(code: str) -> dict[tuple[tuple[str, ...], bool], list[Word]]:
    found = defaultdict(list)
    for word in actor_words(code).words:
        found[(word.keys, word.prefix)].append(word)
    return found


def named(key: tuple[str, ...], words: list[Word]) -> str:
    return f"{' '.join(key)}: {', '.join(sorted(w.kind for w in words))}"


def test_all_wanted_languages_have_words_for_those_who_speak() -> None:
    assert set(available()) >= set(WANTED)
    assert all(actor_words(code).digest for code in WANTED)


@pytest.mark.parametrize("code", WANTED)
def test_a_pack_has_every_core_class_and_office(code: str) -> None:
    known = actor_words(code)
    kinds = {w.kind for w in (*known.words, *known.clitics)} | {k for _, k in known.prefixes}
    assert sorted(CORE - kinds) == []
    told = {o for w in known.words for o in offices_of(w)}
    assert sorted(set(OFFICES.split()) - told) == []
    assert len(told) >= 100
    orgs = {f for w in known.words if w.kind == "org" for f in w.features}
    assert sorted(set(ORGS) - orgs) == []
    assert any(number(w) == "pl" for w in known.words if w.kind in ("office", "group"))


@pytest.mark.parametrize("code", WANTED)
def test_no_form_is_of_two_classes_that_exclude_each_other(code: str) -> None:
    wrong = []
    for (key, _), words in by_key(code).items():
        kinds = {w.kind for w in words}
        pairs = (p for p in APART if tuple(sorted(p)) not in ALLOWED)
        if any(a in kinds and b in kinds for a, b in pairs):
            wrong.append(named(key, words))
    assert wrong == []


@pytest.mark.parametrize("code", WANTED)
def test_an_office_has_one_form_once_and_one_gender(code: str) -> None:
    wrong = []
    for (key, _), words in by_key(code).items():
        offices = [w for w in words if w.kind == "office"]
        if len(offices) > 1 or any(len(gender(w)) > 1 for w in words):
            wrong.append(named(key, words))
    assert wrong == []


@pytest.mark.parametrize("code", WANTED)
def test_a_relay_stands_before_its_form_or_behind_it_as_the_language_has_it(code: str) -> None:
    told = [w for w in actor_words(code).words if w.kind in ("relay-to", "relay-by", "citing")]
    behind = sum(POST in w.features for w in told)
    assert behind > len(told) / 2 if code == "tr" else behind < len(told) / 2


TYPES = {"named", "office", "anonymous", "collective", "document", "media", "none"}


def cases(code: str) -> list[dict[str, Any]]:
    path = files("quoth.lang") / "data" / code / "actor_cases.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


@pytest.mark.parametrize("code", WANTED)
def test_cases_name_pieces_of_their_text_and_every_type_of_source(code: str) -> None:
    told = cases(code)
    assert len({c["text"] for c in told}) >= 20
    statements = [(c["text"], s) for c in told for s in c["statements"]]
    for text, one in statements:
        assert one["type"] in TYPES
        for piece in (one["source"], one["cue"], one["content"]):
            words, nth = piece if isinstance(piece, list) else (piece, 1)
            assert words is None or text.count(words) >= nth, (text, words)
        assert one["speaker"] is None or isinstance(one["speaker"], str)
        assert (one["type"] == "none") <= (one["speaker"] is None)
    assert {s["type"] for _, s in statements} == TYPES
    unresolved = [s for _, s in statements if s["speaker"] is None and s["type"] != "none"]
    assert len(unresolved) >= 2
