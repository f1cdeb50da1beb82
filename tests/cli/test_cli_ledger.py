"""Verbs on a ledger: adding, filters, exports, taking up again."""

import json
import time
from pathlib import Path

import pytest
from cli_support import BRIDGE, Quoth, lines, start

from quoth.store import open_ledger

PAGES = 150


def add(quoth: Quoth, target: Path, ledger: Path) -> dict[str, object]:
    call = ("add", target, "--as", "article", "--jobs", "1", "--json", "--ledger", ledger)
    return lines(quoth(*call).stdout)[0]


def test_adding_twice_changes_nothing_and_reads_nothing(quoth: Quoth, folder: Path, ledger: Path):
    before = quoth("statements", "--ledger", ledger, "--json").stdout
    again = add(quoth, folder, ledger)
    assert (again["added"], again["unchanged"], again["statements"]) == (0, 2, 0)
    assert quoth("statements", "--ledger", ledger, "--json").stdout == before


def test_a_changed_page_is_a_new_version(quoth: Quoth, bridge: Path, folder: Path, ledger: Path):
    bridge.write_text(BRIDGE.replace("before winter", "before spring"), "utf-8")
    again = add(quoth, folder, ledger)
    assert (again["new_version"], again["unchanged"]) == (1, 1)
    texts = quoth("statements", "--ledger", ledger, "--json").stdout
    assert "before spring" in texts
    assert "before winter" not in texts


def test_pages_read_in_another_way_are_read_anew(quoth: Quoth, folder: Path, ledger: Path):
    call = ("add", folder, "--as", "article", "--language", "en", "--jobs", "1", "--json")
    (again,) = lines(quoth(*call, "--ledger", ledger).stdout)
    assert again["unchanged"] == 0 or again["statements"] > 0


def test_a_page_that_fails_is_kept_with_its_reason(quoth: Quoth, folder: Path, tmp_path: Path):
    (folder / "void.txt").write_bytes(b"")
    ledger = tmp_path / "l.quoth"
    summary = add(quoth, folder, ledger)
    assert (summary["added"], summary["failed"], summary["faulty"]) == (2, 1, 1)
    with open_ledger(ledger) as opened:
        assert [i.code for i in opened.issues()] == ["empty"]


def test_the_summary_for_people(quoth: Quoth, folder: Path, tmp_path: Path):
    ledger = tmp_path / "l.quoth"
    result = quoth("add", folder, "--as", "article", "--jobs", "1", "--ledger", ledger)
    assert result.stdout == f"{ledger}: 2 added; 3 statements\n"
    assert result.stderr == ""


def test_the_ledger_is_the_option_or_the_variable_or_the_default(
    quoth: Quoth, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    call = ("add", folder, "--as", "article", "--jobs", "1")
    quoth(*call)
    assert (tmp_path / "ledger.quoth").exists()
    monkeypatch.setenv("QUOTH_LEDGER", "other.quoth")
    quoth(*call)
    assert (tmp_path / "other.quoth").exists()
    quoth(*call, "--ledger", "named.quoth")
    assert (tmp_path / "named.quoth").exists()


def found(quoth: Quoth, ledger: Path, *filters: str) -> set[object]:
    output = quoth("statements", "--ledger", ledger, "--json", *filters).stdout
    return {r["text"]["source"] for r in lines(output)}  # type: ignore[index]


def test_statements_are_chosen_by_speaker_form_language_and_text(quoth: Quoth, ledger: Path):
    everybody = {"Maria Lund", "The council", "Tomas Vik"}
    assert found(quoth, ledger) == everybody
    assert found(quoth, ledger, "--speaker", "lund") == {"Maria Lund"}
    assert found(quoth, ledger, "--form", "indirect") == {"The council"}
    assert found(quoth, ledger, "--language", "en") == everybody
    assert found(quoth, ledger, "--language", "ru") == set()
    assert found(quoth, ledger, "--text", "harbour monday") == {"Tomas Vik"}
    assert len(found(quoth, ledger, "--limit", "2")) == 2


def test_statements_are_chosen_by_the_day_of_publication(quoth: Quoth, tmp_path: Path):
    days = ("2031-05-01", "2031-05-02", "2031-05-03")
    file = tmp_path / "days.jsonl"
    texts = (f'"The water rises," said Ana Day{d[-1]}.' for d in days)
    records = ({"id": d, "text": t, "published": d} for d, t in zip(days, texts, strict=True))
    file.write_text("".join(json.dumps(r) + "\n" for r in records))
    ledger = tmp_path / "days.quoth"
    assert quoth("add", file, "--jobs", "1", "--ledger", ledger).exit_code == 0
    assert found(quoth, ledger, "--since", days[1]) == {"Ana Day2", "Ana Day3"}
    assert found(quoth, ledger, "--until", days[1]) == {"Ana Day1", "Ana Day2"}
    assert found(quoth, ledger, "--since", days[1], "--until", days[1]) == {"Ana Day2"}


def test_statements_for_people_are_lines_with_tabs_under_their_page(
    quoth: Quoth, bridge: Path, ledger: Path
):
    output = quoth("statements", "--ledger", ledger, "--speaker", "lund").stdout.splitlines()
    assert output[0].startswith(f"# {bridge}")
    ident, *rest = output[1].split("\t")
    assert rest == [
        "Maria Lund",
        "said",
        '"We will rebuild the bridge before winter,"',
        "direct",
        "",
    ]
    assert quoth("show", ident, "--ledger", ledger).exit_code == 0


def test_an_export_appears_when_it_is_complete(quoth: Quoth, ledger: Path, tmp_path: Path):
    file = tmp_path / "out.jsonl"
    assert quoth("export", "--ledger", ledger, "--output", file).exit_code == 0
    assert file.read_text("utf-8") == quoth("export", "--ledger", ledger).stdout
    assert not list(tmp_path.glob(".*part"))


def test_an_export_that_fails_leaves_what_was_there(
    quoth: Quoth, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = tmp_path / "out.jsonl"
    file.write_text("before")
    # nothing is written for a filter that is refused while it is read
    result = quoth("export", "--ledger", ledger, "--text", "!!!", "--output", file)
    assert result.exit_code == 2
    assert file.read_text() == "before"
    assert not list(tmp_path.glob(".*part"))


def test_adding_goes_on_after_it_was_killed(quoth: Quoth, tmp_path: Path):
    pages = tmp_path / "many"
    pages.mkdir()
    for number in range(PAGES):
        text = f'"The water is at {number} centimetres," said Ana Lund.\n\n' * 20
        (pages / f"{number:03}.txt").write_text(text)
    ledger = tmp_path / "killed.quoth"
    process = start("add", pages, "--as", "article", "--jobs", "2", "--ledger", ledger)
    _wait_for_pages(ledger, 5)
    process.kill()
    process.communicate(timeout=30)
    with open_ledger(ledger) as opened:
        assert opened.check() == ()
        kept = opened.counts().pages
    assert 5 <= kept < PAGES
    summary = add(quoth, pages, ledger)
    assert (summary["unchanged"], summary["added"]) == (kept, PAGES - kept)
    with open_ledger(ledger) as opened:
        assert opened.check() == ()
        assert opened.counts().pages == PAGES


def _wait_for_pages(ledger: Path, count: int) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if ledger.exists() and ledger.stat().st_size:
            with open_ledger(ledger) as opened:
                if opened.counts().pages >= count:
                    return
        time.sleep(0.01)
    raise AssertionError("nothing was added")
