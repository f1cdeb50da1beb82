"""One statement inside its paragraph; tables on a terminal."""

from pathlib import Path

import pytest
from cli_support import BRIDGE, Quoth, lines
from rich.console import Console

from quoth.cli import console, rows, show
from quoth.cli.fragment import text_link
from quoth.cli.show import pieces
from quoth.model import Article, Form, Origin, OriginKind, Run, Source, Span, Statement


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_pieces_cover_the_paragraph_in_order_each_with_its_role():
    text = "“Yes”, the mayor reportedly said, “and soon”."
    statement = Statement(
        content=(span(text, "“Yes”"), span(text, "“and soon”")),
        cue=(span(text, "said"),),
        source=(span(text, "the mayor"),),
        form=Form.DIRECT,
        hedge=(span(text, "reportedly"),),
    )
    parts = list(pieces(text, Span(0, len(text)), statement))
    assert "".join(words for words, _ in parts) == text
    assert [(w, r) for w, r in parts if r] == [
        ("“Yes”", "content"),
        ("the mayor", "source"),
        ("reportedly", "hedge"),
        ("said", "cue"),
        ("“and soon”", "content"),
    ]


def test_where_roles_overlap_the_narrower_one_is_shown():
    text = "It has reportedly ended"
    statement = Statement((Span(0, len(text)),), (), (), Form.HEARSAY, (span(text, "reportedly"),))
    assert list(pieces(text, Span(0, len(text)), statement)) == [
        ("It has ", "content"),
        ("reportedly", "hedge"),
        (" ended", "content"),
    ]


def test_what_lies_outside_the_paragraph_is_left_out():
    text = "Ana Lund said. “Yes.”"
    statement = Statement((span(text, "“Yes.”"),), (), (span(text, "Ana Lund"),), Form.DIRECT)
    around = Span(15, len(text))
    assert list(pieces(text, around, statement)) == [("“Yes.”", "content")]


def first_id(quoth: Quoth, ledger: Path) -> str:
    output = quoth("statements", "--ledger", ledger, "--speaker", "lund", "--json").stdout
    return str(lines(output)[0]["id"])


def test_show_has_brackets_where_there_is_no_terminal(quoth: Quoth, bridge: Path, ledger: Path):
    output = quoth("show", first_id(quoth, ledger)[:8], "--ledger", ledger).stdout
    assert str(bridge) in output
    assert (
        '[content: "We will rebuild the bridge before winter,"] [cue: said] [source: Maria Lund], '
        "the mayor of Aarnes."
    ) in output
    assert "The council" not in output
    start = BRIDGE.index('"We will')
    assert f"characters {start}-" in output


def test_show_of_a_web_page_names_its_place_there(quoth: Quoth, tmp_path: Path):
    page, ledger = tmp_path / "page.html", tmp_path / "web.quoth"
    body = "".join(f"<p>{p}</p>" for p in BRIDGE.strip().split("\n\n"))
    head = '<link rel="canonical" href="https://aarnes.example/bridge">'
    page.write_text(f"<html><head>{head}</head><body><article>{body}</article></body></html>")
    assert quoth("add", page, "--ledger", ledger).exit_code == 0
    output = quoth("show", first_id(quoth, ledger), "--ledger", ledger).stdout
    assert "origin:   /html" in output
    assert (
        "https://aarnes.example/bridge#:~:text=We%20will%20rebuild%20the%20bridge%20before%20winter\n"
    ) in output


def web_article(text: str, url: str | None, page: str = "page.html") -> Article:
    origin = Origin(
        OriginKind.HTML, ("/html/body/p[1]/text()[1]",), (Run(0, len(text), 0, 0, len(text)),)
    )
    return Article("a", Source(page, url=url), text, (), origin)


def test_a_link_escapes_what_has_a_meaning_in_fragments():
    text = "“Well-known, cheap & new”"
    link = text_link(web_article(text, "https://a.example/"), [Span(0, len(text))])
    assert link == "https://a.example/#:~:text=Well%2Dknown%2C%20cheap%20%26%20new"


def test_a_long_quotation_is_named_by_its_ends_and_fragments_by_each_other():
    text = " ".join(f"word{i}" for i in range(30))
    article = web_article(text, "https://a.example/#top")
    link = text_link(article, [Span(0, len(text)), span(text, "word3 word4")])
    ends = "word0%20word1%20word2%20word3%20word4,word25%20word26%20word27%20word28%20word29"
    assert link == f"https://a.example/#top:~:text={ends}&text=word3%20word4"


def test_a_page_without_address_is_linked_as_a_file_if_it_is_there(tmp_path: Path):
    file = tmp_path / "page.html"
    assert text_link(web_article("Yes", None, str(file)), [Span(0, 3)]) is None
    file.touch()
    assert text_link(web_article("Yes", None, str(file)), [Span(0, 3)]) == (
        f"{file.as_uri()}#:~:text=Yes"
    )


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Console:
    """A terminal of 100 columns that keeps what is printed."""
    made = Console(force_terminal=True, color_system="standard", width=100, record=True)
    for module in (console, rows, show):
        monkeypatch.setattr(module, "terminal", lambda: made)
    return made


def test_show_highlights_on_a_terminal(quoth: Quoth, ledger: Path, screen: Console):
    quoth("show", first_id(quoth, ledger), "--ledger", ledger)
    output = screen.export_text(styles=True)
    assert "[source:" not in output
    assert "\x1b[1;36mMaria Lund" in output
    assert "\x1b[1;33msaid" in output


def test_a_table_wraps_to_the_terminal(quoth: Quoth, bridge: Path, screen: Console):
    quoth("read", bridge, "--as", "article")
    output = screen.export_text()
    assert all(len(line) <= 100 for line in output.splitlines())
    for words in ("who", "cue", "what", "form", "hedge", "Maria Lund", "indirect"):
        assert words in output


def test_a_page_that_quotes_nobody_says_so(quoth: Quoth, tmp_path: Path, screen: Console):
    page = tmp_path / "weather.txt"
    page.write_text("Rain is likely in the evening.\n")
    quoth("read", page, "--as", "article")
    assert "nobody is quoted" in screen.export_text()
