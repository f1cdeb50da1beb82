"""Looking up the forms of a pack in a row of keys."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

import quoth.lang.lexicon
from quoth.lang import Lexicon, Word


def word(form: str, kind: str = "verb", features: str = "q") -> Word:
    prefix = form.endswith("*")
    return Word(tuple(form.removesuffix("*").split()), prefix, kind, frozenset(features))


def forms(lexicon: Lexicon, keys: str | Sequence[str], i: int = 0) -> list[tuple[int, str]]:
    keys = keys.split() if isinstance(keys, str) else keys
    return [(h.length, " ".join(h.word.keys)) for h in lexicon.at(keys, i)]


def test_a_form_is_found_where_it_begins() -> None:
    lexicon = Lexicon([word("said")])
    assert forms(lexicon, "he said so", 1) == [(1, "said")]
    assert forms(lexicon, "he said so", 0) == []
    assert forms(lexicon, "saids") == []


def test_a_form_of_several_words_needs_all_of_them() -> None:
    lexicon = Lexicon([word("made it clear")])
    assert forms(lexicon, "made it clear that") == [(3, "made it clear")]
    assert forms(lexicon, "made it plain") == []
    assert forms(lexicon, "made it") == []


def test_an_open_ending_matches_the_last_word_only() -> None:
    lexicon = Lexicon([word("сообщ*"), word("дал* понять*")])
    assert forms(lexicon, "сообщили") == [(1, "сообщ")]
    assert forms(lexicon, "сообщ") == [(1, "сообщ")]
    assert forms(lexicon, "сооб") == []
    assert forms(lexicon, ["дал*", "понятьте"]) == [(2, "дал* понять")]


def test_the_longest_form_comes_first() -> None:
    lexicon = Lexicon([word("made"), word("made clear"), word("made clear that"), word("mad*")])
    assert [n for n, _ in forms(lexicon, "made clear that")] == [3, 2, 1, 1]


def test_longer_stems_come_before_shorter_ones_and_whole_words_before_both() -> None:
    lexicon = Lexicon([word("sa*"), word("sai*"), word("said")])
    assert [f for _, f in forms(lexicon, "said")] == ["said", "sai", "sa"]


def test_the_best_form_of_each_kind_is_its_longest() -> None:
    lexicon = Lexicon(
        [word("according", "noun"), word("according to", "marker"), word("according", "marker")]
    )
    best = lexicon.best(("according", "to", "him"), 0)
    assert {k: h.length for k, h in best.items()} == {"marker": 2, "noun": 1}
    # the same word elsewhere is not answered from memory
    assert lexicon.best(("according", "as"), 0)["marker"].length == 1
    assert lexicon.best(("according", "to"), 0)["marker"].length == 2


def test_a_word_is_found_behind_letters_written_onto_it() -> None:
    lexicon = Lexicon([word("قال"), word("وصل")], ("و", "ف"))
    assert forms(lexicon, "وقال") == [(1, "قال")]
    assert forms(lexicon, "فقال") == [(1, "قال")]
    assert forms(lexicon, "وصل") == [(1, "وصل")]
    assert forms(lexicon, "بقال") == []
    assert lexicon.has("وقال")
    assert not lexicon.has("لا")


def test_several_words_are_found_behind_letters_written_onto_the_first() -> None:
    lexicon = Lexicon([word("قال ان"), word("قال")], ("و",))
    assert {k: h.length for k, h in lexicon.best(("وقال", "ان"), 0).items()} == {"verb": 2}
    assert {k: h.length for k, h in lexicon.best(("وقال", "لا"), 0).items()} == {"verb": 1}


def test_one_letter_words_are_no_word_behind_a_letter() -> None:
    assert forms(Lexicon([word("ق")], ("و",)), "وق") == []


def test_has_asks_for_single_words() -> None:
    lexicon = Lexicon([word("made clear"), word("rule*")])
    assert not lexicon.has("made")
    assert lexicon.has("ruled")


def test_a_lexicon_forgets_before_its_memory_grows_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(quoth.lang.lexicon, "MEMORY", 50)
    lexicon = Lexicon([word("said"), word("sai*")])
    for n in range(500):
        assert not lexicon.best((f"w{n}",), 0)
        assert all(len(kept) <= 52 for kept in vars(lexicon).values() if isinstance(kept, dict))
    assert any(len(kept) > 20 for kept in vars(lexicon).values() if isinstance(kept, dict))
    assert lexicon.best(("said",), 0)["verb"].word.keys == ("said",)


def test_an_empty_lexicon_finds_nothing() -> None:
    assert forms(Lexicon([]), "said") == []
    assert Lexicon([]).best(("said",), 0) == {}


def test_whether_a_row_holds_a_kind() -> None:
    lexicon = Lexicon([word("said", "verb"), word("it is said", "hearsay")])
    for row in ("they said so", "it is so", "", "it is said", "so it is said ."):
        keys = row.split()
        found = any("hearsay" in lexicon.best(keys, i) for i in range(len(keys)))
        assert lexicon.holds(keys, {"hearsay", "hedge"}) == found
