"""The JSON lines that scripts rely on: fields, exact words, places."""

import json
from pathlib import Path
from typing import Any

import pytest
from cli_support import BRIDGE, HARBOUR, Quoth, lines

from quoth.model import VALUES

STATEMENT = {
    "page",
    "article",
    "id",
    "form",
    "hedge",
    "text",
    "spans",
    "origin",
    "implicit",
    "inside",
    "language",
    "said",
    "speaker",
    "chain",
    "venue",
    "place",
    "times",
    "published",
    "headline",
    "score",
    "why",
}


def test_read_gives_a_line_a_statement(quoth: Quoth, bridge: Path):
    first, second = lines(quoth("read", bridge, "--as", "article", "--json").stdout)
    assert set(first) == STATEMENT
    assert first["page"] == str(bridge)
    assert first["form"] == "direct"
    assert first["hedge"] is None
    assert first["text"] == {
        "source": "Maria Lund",
        "cue": "said",
        "content": '"We will rebuild the bridge before winter,"',
    }
    assert second["text"]["source"] == "The council"
    assert second["form"] == "indirect"


def test_spans_and_origins_are_lists_that_give_the_words(quoth: Quoth, bridge: Path):
    for record in lines(quoth("read", bridge, "--as", "article", "--json").stdout):
        for role in ("source", "cue", "content"):
            words = " ".join(BRIDGE[a:b] for a, b in record["spans"][role])
            assert words == record["text"][role]
            assert record["origin"][role] == record["spans"][role]


def test_what_is_not_there_is_null(quoth: Quoth):
    text = "The minister has reportedly cancelled the visit to the northern harbour.\n"
    out = quoth("read", "-", "--as", "article", "--json", stdin=text.encode()).stdout
    (record,) = lines(out)
    assert record["form"] == "hearsay"
    assert record["hedge"] == "reportedly"
    assert record["text"]["source"] is None
    assert record["spans"]["source"] is None
    assert record["origin"]["source"] is None


def test_html_origins_are_xpaths_and_offsets(quoth: Quoth, tmp_path: Path):
    page = tmp_path / "page.html"
    body = "".join(f"<p>{p}</p>" for p in BRIDGE.strip().split("\n\n"))
    page.write_text(f"<html><body><article><h1>Bridge</h1>{body}</article></body></html>")
    records = lines(quoth("read", page, "--as", "html", "--json").stdout)
    assert records
    (place,) = records[0]["origin"]["source"]
    assert set(place) == {"start", "end"}
    assert place["start"]["xpath"].startswith("/html")
    assert place["end"]["offset"] - place["start"]["offset"] == len("Maria Lund")


def test_the_page_of_a_file_in_a_folder_is_the_folder_as_given_and_its_name(
    quoth: Quoth, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(folder.parent)
    records = lines(quoth("article", "pages", "--as", "article", "--json", "--jobs", "1").stdout)
    assert [r["page"] for r in records] == ["pages/bridge.txt", "pages/harbour.txt"]


def test_the_page_of_a_record_is_its_id(quoth: Quoth, tmp_path: Path):
    records = [{"id": "r1", "text": BRIDGE}, {"id": "r2", "text": HARBOUR, "title": "Port"}]
    file = tmp_path / "records.jsonl"
    file.write_text("".join(json.dumps(r) + "\n" for r in records))
    found = lines(quoth("read", file, "--json", "--jobs", "1").stdout)
    assert {r["page"] for r in found} == {"r1", "r2"}
    assert found[0]["origin"] == found[0]["spans"]


def test_article_has_its_metadata_at_the_top_and_every_block(quoth: Quoth, bridge: Path):
    (record,) = lines(quoth("article", bridge, "--as", "article", "--json").stdout)
    meta = ["headline", "description", "published", "modified", "authors"]
    meta += ["section", "site", "language", "url"]
    assert set(record) == {"page", "article", *meta, "why", "blocks", "teasers"}
    text = BRIDGE.strip()
    for block in record["blocks"]:
        assert set(block) == {"kind", "furniture", "span", "origin", "text", "parts"}
        assert block["furniture"] is False
        assert BRIDGE[slice(*block["span"])] == block["text"]
        assert block["origin"] == block["span"]
        text = text.replace(block["text"], "", 1)
    assert not text.strip()


def test_marks_has_every_kind_and_its_place(quoth: Quoth, bridge: Path):
    found = lines(quoth("marks", bridge, "--as", "article", "--json").stdout)
    kinds = {"language", "sentence", "statement", "setting", "time", "actor", "speaker", "chain"}
    assert {r["kind"] for r in found} == kinds
    for record in found:
        assert {"page", "kind", "value", "text", "span", "origin", "score"} <= set(record)
        assert BRIDGE[slice(*record["span"])] == record["text"]
        assert record["origin"] == record["span"]
        assert 0 <= record["score"] <= 1


def test_marks_can_be_chosen_by_kind(quoth: Quoth, bridge: Path):
    call = ("marks", bridge, "--as", "article", "--json", "--kind")
    assert {r["kind"] for r in lines(quoth(*call, "sentence").stdout)} == {"sentence"}
    both = lines(quoth(*call, "language,statement").stdout)
    assert {r["kind"] for r in both} == {"language", "statement"}


def test_a_kind_that_is_not_known_is_refused_with_those_that_are(quoth: Quoth, bridge: Path):
    result = quoth("marks", bridge, "--json", "--kind", "sentence,verdict")
    assert result.exit_code == 2
    assert "verdict" in result.stderr
    assert ", ".join(sorted(VALUES)) in result.stderr
    assert result.stdout == ""


def unjoined(record: dict[str, Any]) -> dict[str, Any]:
    """A record without the entity of its speaker, which a ledger joins across pages."""
    speaker = record["speaker"]
    return {**record, "speaker": {**speaker, "entity": None} if speaker else None}


def test_statements_show_and_export_give_the_record_of_read(
    quoth: Quoth, folder: Path, ledger: Path
):
    fresh = lines(quoth("read", folder, "--as", "article", "--json", "--jobs", "1").stdout)
    stored = lines(quoth("statements", "--ledger", ledger, "--json").stdout)
    exported = lines(quoth("export", "--ledger", ledger, "--format", "jsonl").stdout)
    assert sorted(map(unjoined, stored), key=str) == sorted(map(unjoined, fresh), key=str)
    assert exported == stored
    for record in stored:
        assert lines(quoth("show", record["id"], "--ledger", ledger, "--json").stdout) == [record]


def test_add_gives_one_summary(quoth: Quoth, folder: Path, tmp_path: Path):
    call = ("add", folder, "--as", "article", "--json", "--jobs", "1")
    (summary,) = lines(quoth(*call, "--ledger", tmp_path / "new.quoth").stdout)
    assert summary == {
        "ledger": str(tmp_path / "new.quoth"),
        "added": 2,
        "new_version": 0,
        "reread": 0,
        "unchanged": 0,
        "failed": 0,
        "faulty": 0,
        "statements": 3,
    }


def test_issues_are_json_objects_on_standard_error(quoth: Quoth, bridge: Path, tmp_path: Path):
    result = quoth("read", bridge, tmp_path / "gone", "--as", "article", "--json", "--jobs", "1")
    (problem,) = lines(result.stderr)
    assert set(problem) == {"page", "code", "level", "stage", "message"}
    assert problem["page"] == str(tmp_path / "gone")
    assert (problem["code"], problem["level"], problem["stage"]) == ("not-found", "error", "read")
    assert len(lines(result.stdout)) == 2


def test_issues_are_lines_with_page_code_and_message(quoth: Quoth, tmp_path: Path):
    gone = tmp_path / "gone"
    assert quoth("read", gone).stderr == f"{gone}: not-found: there is no such file\n"


def test_doctor_gives_a_line_a_check(quoth: Quoth, ledger: Path):
    result = quoth("doctor", "--ledger", ledger, "--json")
    checks = {str(c["name"]): c for c in lines(result.stdout)}
    assert result.exit_code == 0
    assert {"python", "packs", "sqlite", "full-text search", "ledger", "disk"} <= set(checks)
    assert all(set(c) == {"name", "sound", "found"} and c["sound"] for c in checks.values())
