"""What is in a page cannot reach the terminal."""

from pathlib import Path

from cli_support import Quoth, lines

from quoth.cli.console import clean, clean_lines

WILD = (
    "Title \x1b[2J\x1b]0;gone\x07 here\n\n"
    '"We \x1b[31mwill\x9b31m\x00 rebuild \u202eit\u2066 all," said Maria Lund.\n'
)


def test_clean_gives_one_line_without_control_characters():
    assert clean("a\x1b[2Jb") == "a\ufffd[2Jb"
    assert clean("a\r\n\tb\x85c\u2028d\x0be") == "a b c d e"
    assert clean("a\u202eb\u2066c\u200f") == "abc"
    assert clean("a\x7f\x00\x9bb") == "a\ufffd\ufffd\ufffdb"
    assert clean("\udc80") == "\ufffd"
    assert clean("Zürich – “Łódź” שלום") == "Zürich – “Łódź” שלום"


def test_clean_lines_keeps_the_breaks_and_the_ends():
    assert clean_lines(" a\r\n\n b\x1b ") == " a\nb\ufffd "


def test_no_table_holds_an_escape_sequence(quoth: Quoth, tmp_path: Path):
    page = tmp_path / "wild.txt"
    page.write_text(WILD, "utf-8")
    ledger = tmp_path / "wild.quoth"
    quoth("add", page, "--as", "article", "--ledger", ledger)
    (record,) = lines(quoth("statements", "--ledger", ledger, "--json").stdout)
    for call in (
        ("read", page, "--as", "article"),
        ("article", page, "--as", "article"),
        ("marks", page, "--as", "article"),
        ("statements", "--ledger", ledger),
        ("show", record["id"], "--ledger", ledger),
    ):
        result = quoth(*call)
        assert result.exit_code == 0
        assert "rebuild" in result.stdout
        assert not set("\x1b\x07\x9b\x00\u202e\u2066") & set(result.stdout + result.stderr)


def test_json_holds_the_exact_words_escaped(quoth: Quoth, tmp_path: Path):
    page = tmp_path / "wild.txt"
    page.write_text(WILD, "utf-8")
    result = quoth("marks", page, "--as", "article", "--json", "--kind", "statement")
    assert "\x1b" not in result.stdout
    assert "\x1b[31m" in str(lines(result.stdout)[0]["text"])


def test_the_name_of_a_page_is_cleaned_too(quoth: Quoth, tmp_path: Path):
    name = tmp_path / "bad\x1b[31mname.txt"
    result = quoth("read", name)
    assert result.exit_code == 3
    assert "\x1b" not in result.stderr
    name.write_text(WILD, "utf-8")
    assert "\x1b" not in quoth("read", name, "--as", "article").stdout


def test_a_name_that_is_no_utf_8_is_escaped_in_json(quoth: Quoth, tmp_path: Path):
    page = tmp_path / "caf\udce9.txt"
    page.write_text(WILD, "utf-8")
    for verb in ("read", "article", "marks"):
        result = quoth(verb, page, "--as", "article", "--json")
        assert result.exit_code == 0
        assert "caf\\udce9.txt" in result.stdout
        assert lines(result.stdout)[0]["page"] == str(page)
    assert quoth("read", page, "--as", "article").exit_code == 0
