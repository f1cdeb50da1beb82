"""The words for those who speak: the format, what its values say, and what breaks it."""

from __future__ import annotations

from pathlib import Path

import pytest

from quoth.errors import PackError
from quoth.lang.actors import (
    actor_words,
    gender,
    load_actors,
    number,
    offices_of,
    person,
)
from quoth.lang.offices import fits, load_offices, offices

GOOD = """# a comment

pronoun\tshe\tsg f 3
pronoun\twe\tpl - 1
possessive\t-nya\tsg - 3 clitic
pronoun\t--il\tsg m 3 clitic
drop\t\tyes
office\tminister|cabinet minister\tminister
office\tspokeswoman\tspokesperson f
office\tSprecher\tspokesperson m any
plural\tministers\tminister
leader\tleader|chief*\thead-of-state governor
group\tpeople
org\tministry\tministry
media\tnews agency\tagency
definite\tthe|al-
former\tformer|ex--
relay-to\tin an interview with
"""


def written(tmp_path: Path, text: str | bytes, name: str = "actors.tsv") -> Path:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_forms_are_found_with_the_words_of_their_value(tmp_path: Path) -> None:
    known = load_actors(written(tmp_path, GOOD), "en")
    hits = {" ".join(w.keys): w for w in known.words}
    assert known.lexicon.best(["cabinet", "minister"], 0)["office"].length == 2
    assert offices_of(hits["minister"]) == {"minister"}
    assert offices_of(hits["ministers"]) == {"minister"}
    assert offices_of(hits["leader"]) == {"head-of-state", "governor"}
    assert offices_of(hits["ministry"]) == frozenset()
    assert hits["ministry"].features == {"ministry"}
    assert hits["chief"].prefix
    assert known.drop
    assert known.digest


def test_gender_number_and_person_are_told_where_the_form_tells(tmp_path: Path) -> None:
    known = load_actors(written(tmp_path, GOOD), "en")
    hits = {" ".join(w.keys): w for w in known.words}
    assert [gender(hits[k]) for k in ("she", "spokeswoman", "minister")] == ["f", "f", ""]
    numbers = {k: number(hits[k]) for k in ("minister", "ministers", "people", "sprecher", "we")}
    wanted = {"minister": "sg", "ministers": "pl", "people": "pl", "sprecher": "", "we": "pl"}
    assert numbers == wanted
    assert (person(hits["we"]), person(hits["she"]), person(hits["minister"])) == (1, 3, 3)
    assert "C" in hits["sprecher"].features
    assert "C" not in hits["minister"].features


def test_what_is_written_onto_a_word_is_kept_apart(tmp_path: Path) -> None:
    known = load_actors(written(tmp_path, GOOD), "en")
    assert [(c.keys, c.kind) for c in known.clitics] == [
        (("nya",), "possessive"),
        (("-il",), "pronoun"),
    ]
    assert known.prefixes == (("ex-", "former"), ("al", "definite"))
    assert known.written_on("ex-minister") == {"former"}
    assert known.written_on("minister") == frozenset()
    assert known.written_on("ex-libris") == frozenset()
    assert known.written_on("alharbour") == {"definite"}
    assert known.lexicon.best(["ex-minister"], 0)["office"].length == 1
    assert known.definite("alminister")
    assert known.definite("the")
    assert not known.definite("minister")


def test_a_longer_word_counts_as_the_form_that_ends_it(tmp_path: Path) -> None:
    table = "office\t*sprecher|Sprecher\tspokesperson m any\norg\t*ministerium\tministry\n"
    known = load_actors(written(tmp_path, table), "de")
    assert [h.word.kind for h in known.at(["hafensprecher"], 0)] == ["office"]
    assert [h.word.kind for h in known.at(["der", "umweltministerium"], 1)] == ["org"]
    assert len(known.at(["sprecher"], 0)) == 1
    assert known.at(["asprecher"], 0) == ()
    assert known.at(["der"], 0) == ()
    assert all("ministerium" not in w.keys for w in known.words)


def test_a_language_of_compounds_reads_any_long_form_at_their_end(tmp_path: Path) -> None:
    table = "compound\t\tyes\noffice\tSprecher|Wirt\tspokesperson m\ngroup\tLeute aus\n"
    known = load_actors(written(tmp_path, table), "de")
    assert known.compound
    assert not known.last
    assert [h.word.keys for h in known.at(["hafensprecher"], 0)] == [("sprecher",)]
    assert known.at(["landwirt"], 0) == ()


def test_a_language_without_the_file_has_no_words() -> None:
    known = actor_words("cs")
    assert (known.words, known.drop, known.digest) == ((), False, "")
    assert known.lexicon.best(["minister"], 0) == {}


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("pronuon\the\tsg m 3", "line 2: unknown class 'pronuon'"),
        ("pronoun\the\tsg x 3", "'x' is no value of pronoun"),
        ("pronoun\the\tsg m", "pronoun takes a person"),
        ("pronoun\t-nya\tsg - 3", "a clitic is an ending"),
        ("pronoun\tnya\tsg - 3 clitic", "a clitic is an ending"),
        ("drop\tx\tyes", "drop takes no forms"),
        ("drop\t\t", "drop takes no forms"),
        ("office\tminister", "office takes one kind"),
        ("office\tminister\tminister governor", "office takes one kind"),
        ("office\tminister\tministre", "'ministre' is no value of office"),
        ("leader\tleader\t-", "leader takes offices"),
        ("org\tministry\t-", "org takes one kind"),
        ("media\tpaper\tpaper", "'paper' is no value of media"),
        ("document\treport\tpl", "'pl' is no value of document"),
        ("group\tpeople||crowd", "a form has no word"),
        ("group\t!", "a form has no word"),
        ("group\tpeople-", "group is never written onto the next word"),
        ("group\t*two words", "what ends a word is one word"),
        ("group\t*ab", "what ends a word is one word"),
        ("definite\t.-", "a form has no word"),
    ],
)
def test_a_broken_line_is_named_with_its_fault(tmp_path: Path, line: str, fault: str) -> None:
    path = written(tmp_path, f"group\tpeople\n{line}\n")
    with pytest.raises(PackError) as error:
        load_actors(path, "en")
    assert f"{path}, line 2: " in str(error.value)
    assert fault in str(error.value)


def test_a_file_that_is_no_text_is_a_broken_pack(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"actors\.tsv"):
        load_actors(written(tmp_path, b"group\t\xff"), "en")


def test_a_noun_fits_its_own_office_and_the_wider_and_narrower_ones() -> None:
    assert fits("minister", "foreign-minister")
    assert fits("foreign-minister", "minister")
    assert fits("mayor", "mayor")
    assert not fits("foreign-minister", "interior-minister")
    assert not fits("mayor", "governor")
    assert offices()["foreign-minister"] == "minister"


@pytest.mark.parametrize(
    "table",
    [
        "mayor\t-\n",
        "mayor\t-\thead\nmayor\t-\thead\n",
        "mayor\tboss\thead\n",
        "a\tb\tx\nb\tc\tx\nc\t-\tx\n",
    ],
    ids=["short", "double", "unknown", "nested"],
)
def test_a_broken_table_of_offices_is_refused(tmp_path: Path, table: str) -> None:
    with pytest.raises(PackError, match=r"offices\.tsv"):
        load_offices(written(tmp_path, table, "offices.tsv"))
