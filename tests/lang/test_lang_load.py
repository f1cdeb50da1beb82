"""Loading packs: faults are named with their file and line; new languages need no code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quoth.errors import PackError
from quoth.lang import available, data_digest, load_pack, pack

SETTINGS = {
    "code": '"eo"',
    "name": '"Esperanto"',
    "direction": '"ltr"',
    "quotes": '[["“", "”"]]',
    "dash_speech": "true",
    "elision": "false",
    "proclitics": "[]",
    "clitics": "[]",
    "verb_final": "false",
    "drop_subject": "false",
    "comma_clause": '"always"',
    "verb_second": "false",
}
WORDS = "# words\nverb\tdiris|diras\tqczv\n\nabbr\td-ro\ncomp\tke\nverb\tkonfirm*\tqc\n"
Writer = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Writer:
    def writer(words: str | bytes = WORDS, **changes: str | None) -> Path:
        known = {k: v for k, v in {**SETTINGS, **changes}.items() if v is not None}
        lines = "\n".join(f"{k} = {v}" for k, v in known.items())
        (tmp_path / "pack.toml").write_text(lines, "utf-8")
        body = words if isinstance(words, bytes) else words.encode()
        (tmp_path / "words.tsv").write_bytes(body)
        return tmp_path

    return writer


def fault(folder: Path) -> str:
    with pytest.raises(PackError) as caught:
        load_pack(folder)
    return caught.value.message


def test_a_pack_is_read_from_its_two_files(write: Writer) -> None:
    known = load_pack(write())
    assert (known.code, known.name, known.quotes) == ("eo", "Esperanto", (("“", "”"),))
    assert [(w.kind, w.keys, w.prefix, "".join(sorted(w.features))) for w in known.words] == [
        ("verb", ("diris",), False, "cqvz"),
        ("verb", ("diras",), False, "cqvz"),
        ("abbr", ("d-ro",), False, ""),
        ("comp", ("ke",), False, ""),
        ("verb", ("konfirm",), True, "cq"),
    ]


def test_a_digest_changes_with_either_file(write: Writer) -> None:
    digests = [
        load_pack(write()).digest,
        load_pack(write(words=WORDS + "# more\n")).digest,
        load_pack(write(name='"Other"')).digest,
        load_pack(write()).digest,
    ]
    assert digests[0] == digests[3]
    assert len(set(digests)) == 3


@pytest.mark.parametrize("line", ["verbs\tdiris\tq", "verb", "verb\t", "verb\t \tq", "diris"])
def test_a_bad_line_is_named_with_file_and_number(write: Writer, line: str) -> None:
    message = fault(write(words=f"# one\n\nverb\tdiris\n{line}\n"))
    assert "words.tsv, line 4" in message
    assert repr(line) in message


def test_a_form_without_a_word_is_named(write: Writer) -> None:
    assert "words.tsv, line 2: a form has no word" in fault(write(words="verb\tdiris\nabbr\t*\n"))


@pytest.mark.parametrize("key", SETTINGS)
def test_a_missing_key_is_named(write: Writer, key: str) -> None:
    message = fault(write(**{key: None}))
    assert "pack.toml" in message
    assert key in message


def test_an_unknown_key_is_named(write: Writer) -> None:
    assert "verb_fnal" in fault(write(verb_fnal="true"))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("code", "1"),
        ("code", '""'),
        ("direction", '"down"'),
        ("quotes", '["“", "”"]'),
        ("quotes", '[["“"]]'),
        ("quotes", '[["“", 1]]'),
        ("proclitics", '"w"'),
        ("clitics", "[1]"),
        ("clitics", '[""]'),
        ("dash_speech", '"false"'),
        ("verb_final", "0"),
        ("comma_clause", '"sometimes"'),
    ],
)
def test_a_wrong_value_is_named_with_its_key(write: Writer, key: str, value: str) -> None:
    message = fault(write(**{key: value}))
    assert f"pack.toml: {key} is wrong" in message


def test_settings_that_are_no_toml_are_named_with_their_line(write: Writer) -> None:
    folder = write()
    (folder / "pack.toml").write_text('code = "eo"\nname = \n', "utf-8")
    message = fault(folder)
    assert "pack.toml" in message
    assert "line 2" in message


@pytest.mark.parametrize("name", ["pack.toml", "words.tsv"])
def test_a_file_that_is_missing_or_no_utf_8_is_named(write: Writer, name: str) -> None:
    folder = write()
    (folder / name).write_bytes(b"\xff\xfe")
    assert name in fault(folder)
    (folder / name).unlink()
    assert name in fault(folder)


def test_an_unknown_language_is_an_error_that_lists_the_known_ones() -> None:
    with pytest.raises(PackError, match=r"no language pack for 'tlh'.*de, en, ") as caught:
        pack("tlh")
    assert caught.value.code == "pack-missing"


def test_available_lists_codes_in_order_and_each_is_its_packs_own() -> None:
    assert list(available()) == sorted(available())
    assert [pack(code).code for code in available()] == list(available())


def test_the_forms_of_an_entry_may_have_several_words_and_endings(write: Writer) -> None:
    known = load_pack(write(words="verb\tfaris konata*|L’afero diris\n", elision="true"))
    assert [(w.keys, w.prefix) for w in known.words] == [
        (("faris", "konata"), True),
        (("l'", "afero", "diris"), False),
    ]


def test_an_elided_word_alone_keeps_its_apostrophe(write: Writer) -> None:
    known = load_pack(write(words="det\tl’|qu'\n", elision="true"))
    assert [w.keys for w in known.words] == [("l'",), ("qu'",)]


def test_the_digest_of_a_pack_is_of_all_its_words() -> None:
    assert data_digest("en") == data_digest("en") != data_digest("de")
    assert data_digest("en") != pack("en").digest
    with pytest.raises(PackError):
        data_digest("tlh")
