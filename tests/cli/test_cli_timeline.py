"""What was said and what is dated by day; when and where in `show` and `read`."""

import re
from pathlib import Path

import pytest
from cli_support import BRIDGE, Quoth, lines
from rich.console import Console

import quoth as package
from quoth.annotate import ANNOTATORS
from quoth.cli import console, rows, show, timeline
from quoth.model import Reading, Setting
from quoth.store import open_ledger, page_key

FLOOD = """<html><head><title>Flood on the river</title>
<meta property="article:published_time" content="2031-06-04T10:00:00Z"></head><body><article>
<h1>Flood on the river</h1>
<p>The river rose on 28 May after a week of rain.</p>
<p>“The bridge is safe,” Maria Lund told a news conference in Oslo on Monday.</p>
<p>“It is not,” said Tomas Vik, who runs the port.</p>
<p>Last week the council said the work would begin in two days.</p>
<p>The bridge was built in 1998.</p>
</article></body></html>"""


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    path = tmp_path / "flood.html"
    path.write_text(FLOOD, "utf-8")
    return path


@pytest.fixture
def kept(quoth: Quoth, flood: Path, tmp_path: Path) -> Path:
    """A ledger that holds the flood."""
    path = tmp_path / "kept.quoth"
    assert quoth("add", flood, "--ledger", path).exit_code == 0
    return path


def entries(quoth: Quoth, *call: str | Path) -> list[dict[str, object]]:
    result = quoth("timeline", *call, "--json")
    assert result.exit_code == 0
    return lines(result.stdout)


def test_the_timeline_of_a_page_is_by_day(quoth: Quoth, flood: Path):
    found = entries(quoth, flood)
    assert [(e["kind"], e["first"], e["last"], e["certain"], e["assumed"]) for e in found] == [
        ("dated", "1998-01-01", "1998-12-31", False, False),
        ("said", "2031-05-26", "2031-06-01", False, False),
        ("dated", "2031-05-28", "2031-05-28", True, False),
        ("said", "2031-06-02", "2031-06-02", True, False),
        ("said", "2031-06-04", "2031-06-04", True, True),
    ]
    assert found[3]["who"] == "Maria Lund"
    assert found[3]["text"] == "“The bridge is safe,”"
    assert found[2]["text"] == "The river rose on 28 May after a week of rain."
    assert {e["page"] for e in found} == {str(flood)}
    for entry in found:
        assert re.fullmatch("[0-9a-f]{16}", str(entry["id"]))


def test_a_ledger_gives_the_same(quoth: Quoth, flood: Path, kept: Path):
    assert entries(quoth, "--ledger", kept) == entries(quoth, flood)
    both = entries(quoth, flood, "--ledger", kept)
    assert both == entries(quoth, flood)  # what stands in both stands there once


def test_lines_for_people_mark_ranges_and_what_is_only_the_pages_date(quoth: Quoth, flood: Path):
    result = quoth("timeline", flood)
    cells = [line.split("\t") for line in result.stdout.splitlines()]
    assert [c[0] for c in cells] == [
        "1998-01-01..1998-12-31 ~",
        "2031-05-26..2031-06-01 ~",
        "2031-05-28",
        "2031-06-02",
        "2031-06-04 ?",
    ]
    assert cells[1][1:3] == ["said", "council"]
    assert all(c[4] == str(flood) for c in cells)


def test_days_and_kinds_can_be_chosen(quoth: Quoth, flood: Path):
    call = ("--since", "2031-05-27", "--until", "2031-06-02")
    days = [e["first"] for e in entries(quoth, flood, *call)]
    assert days == ["2031-05-26", "2031-05-28", "2031-06-02"]
    assert {e["kind"] for e in entries(quoth, flood, "--only", "said")} == {"said"}
    assert {e["kind"] for e in entries(quoth, flood, "--only", "dated")} == {"dated"}
    assert len(entries(quoth, flood, "--limit", "2")) == 2


def test_statements_are_chosen_as_from_a_ledger(quoth: Quoth, flood: Path, kept: Path):
    for call in ((flood,), ("--ledger", kept)):
        assert [e["who"] for e in entries(quoth, *call, "--speaker", "lund")] == ["Maria Lund"]
        assert [e["who"] for e in entries(quoth, *call, "--text", "work")] == ["council"]
        assert len(entries(quoth, *call, "--form", "direct")) == 2
        assert not entries(quoth, *call, "--language", "de")


def test_what_has_no_day_is_counted_at_the_end(quoth: Quoth, tmp_path: Path):
    page = tmp_path / "page.txt"
    page.write_text("The work begins on Friday. The council said it would pay.\n“Yes,” said Ana.")
    *rest, last = entries(quoth, page, "--as", "article")
    assert rest == []
    assert last == {"kind": "undated", "said": 2, "dated": 1}
    shown = quoth("timeline", page, "--as", "article").stdout
    assert shown == "# without a day: 2 said, 1 dated\n"


def test_exit_codes(quoth: Quoth, flood: Path, tmp_path: Path):
    gone = tmp_path / "gone.html"
    assert quoth("timeline", gone).exit_code == 3
    assert quoth("timeline", flood, gone).exit_code == 1
    assert quoth("timeline", "--ledger", tmp_path / "gone.quoth").exit_code == 4
    assert quoth("timeline", flood, "--since", "soon").exit_code == 2
    assert not (tmp_path / "gone.quoth").exists()


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Console:
    """A terminal of 100 columns that keeps what is printed."""
    made = Console(force_terminal=True, color_system="standard", width=100, record=True)
    for module in (console, rows, show, timeline):
        monkeypatch.setattr(module, "terminal", lambda: made)
    return made


def test_a_terminal_has_a_table_with_each_day_once(quoth: Quoth, flood: Path, screen: Console):
    quoth("timeline", flood)
    output = screen.export_text()
    assert all(len(line) <= 100 for line in output.splitlines())
    assert output.count("2031-06-02") == 1
    assert "2031-05-26..2031-06-01 ~" in output
    assert "Maria Lund" in output


def test_hostile_words_do_not_reach_the_terminal(quoth: Quoth, tmp_path: Path):
    page = tmp_path / "bad.txt"
    page.write_text('"It is\x1b[31m safe," said Ana \u202eLund on 2 May 2031.\n', "utf-8")
    shown = quoth("timeline", page, "--as", "article").stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert shown.startswith("2031-05-02\tsaid\t")


def test_read_carries_when_where_and_on_what_occasion(quoth: Quoth, flood: Path):
    lund, vik, council = lines(quoth("read", flood, "--json").stdout)
    said, venue, place = lund["said"], lund["venue"], lund["place"]
    assert isinstance(said, dict)
    assert (said["timex"], said["text"], said["grain"]) == ("2031-06-02", "Monday", "day")
    assert venue == {"type": "press", "span": venue["span"], "text": "a news conference in Oslo"}
    assert isinstance(place, dict)
    assert (place["name"], place["country"], place["text"]) == ("Oslo", "NO", "Oslo")
    assert vik["said"]["timex"] == "2031-06-04"
    assert vik["said"]["span"] is None
    assert vik["venue"] is vik["place"] is None
    assert council["said"]["timex"] == "2031-W22"
    assert [t["text"] for t in council["times"]] == ["two days"]


def test_show_says_so_in_words(quoth: Quoth, kept: Path):
    records = lines(quoth("statements", "--ledger", kept, "--json").stdout)
    lund = next(r for r in records if r["text"]["source"] == "Maria Lund")
    output = quoth("show", lund["id"], "--ledger", kept).stdout
    assert "said:     “Monday”: 2031-06-02 (the clause of its cue; " in output
    assert "venue:    a news conference in Oslo (press)\n" in output
    assert "place:    Oslo, NO (" in output
    council = next(r for r in records if r["text"]["source"] == "council")
    output = quoth("show", council["id"], "--ledger", kept).stdout
    assert "2031-05-26..2031-06-01 ~" in output
    assert "time:     “two days”: " in output


def test_a_ledger_of_an_earlier_quoth_is_read_and_says_nothing_of_when(
    quoth: Quoth, flood: Path, tmp_path: Path
):
    (article,) = package.read(str(flood))
    reading = Reading(article)
    for annotator in ANNOTATORS:
        if annotator.makes <= {"language", "sentence", "statement"}:
            reading = reading.plus(annotator(reading))
    assert not reading.of(Setting)
    path = tmp_path / "old.quoth"
    with open_ledger(path) as ledger:
        ledger.add(page_key(article.source), reading)
    records = lines(quoth("statements", "--ledger", path, "--json").stdout)
    assert len(records) == 3
    for record in records:
        assert record["said"] is record["venue"] is record["place"] is None
        assert record["times"] == []
        assert quoth("show", record["id"], "--ledger", path).exit_code == 0
    assert entries(quoth, "--ledger", path) == [{"kind": "undated", "said": 3, "dated": 0}]
    assert (
        quoth("add", flood, "--ledger", path).exit_code == 0
    )  # read anew, since no stamp was kept
    assert len(entries(quoth, "--ledger", path)) == 5


def test_times_quantities_and_places_need_no_statement_reader(
    quoth: Quoth, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    from quoth.annotate.statement import StatementAnnotator

    def refuse(self: object, reading: object) -> None:
        raise AssertionError("the statement reader ran")

    monkeypatch.setattr(StatementAnnotator, "__call__", refuse)
    page = tmp_path / "page.txt"
    page.write_text("Some 40 people came to Oslo on 2 May 2031.\n" + BRIDGE, "utf-8")
    call = ("marks", page, "--as", "article", "--json", "--kind", "time,quantity,place")
    found = lines(quoth(*call).stdout)
    assert {r["kind"] for r in found} == {"time", "quantity", "place"}
    (day,) = (r["value"] for r in found if r["text"] == "2 May 2031")
    wanted = {"type", "timex", "earliest", "latest", "grain", "anchor", "why"}
    assert isinstance(day, dict)
    assert wanted <= set(day)
    assert day["timex"] == "2031-05-02"
