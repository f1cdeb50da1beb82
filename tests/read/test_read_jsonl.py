"""JSON lines: one bare article a record."""

import json
from pathlib import Path

from quoth.model import BlockKind, Capture, Issue, Span
from quoth.read import As, ReadOptions, article, captures

RECORD = {
    "id": "r1",
    "text": "KYIV (AP) — “Yes,” she said.\r\nHe said no.\ud800",
    "url": "https://example.org/1",
    "title": "A talk",
    "published": "2022-06-14",
    "fetched": "2022-06-15T10:00:00Z",
    "language": "en",
}


def _write(folder: Path, *lines: str) -> str:
    path = folder / "records.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def test_a_record_becomes_an_article(tmp_path: Path) -> None:
    page = _write(tmp_path, "", json.dumps(RECORD))
    (capture,) = captures(page)
    assert isinstance(capture, Capture)
    source = capture.source
    assert (source.page, source.archive, source.offset) == ("r1", page, 1)
    assert (source.url, source.fetched_at) == (RECORD["url"], RECORD["fetched"])
    read = article(capture)
    assert (read.meta.headline, read.meta.published, read.meta.language) == (
        "A talk",
        "2022-06-14",
        "en",
    )
    assert dict(read.meta.why)["headline"] == "record"
    assert "A talk" not in read.text
    assert [b.kind for b in read.blocks] == [
        BlockKind.DATELINE,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
    ]


def test_the_origin_counts_characters_of_the_text_field(tmp_path: Path) -> None:
    (capture,) = captures(_write(tmp_path, json.dumps(RECORD)))
    assert isinstance(capture, Capture)
    read = article(capture)
    given = RECORD["text"].replace("\ud800", "\ufffd")
    for k in range(len(read.text)):
        (place,) = read.origin.positions(Span(k, k + 1))
        assert given[place.start] == read.text[k]


def test_bad_lines_become_issues_and_the_others_are_read(tmp_path: Path) -> None:
    good = json.dumps({"id": 7, "text": "One. Two."})
    bad = ["{", "[1]", '{"text": "x"}', '{"id": "a"}', '{"id": "a", "text": 1}', "[" * 100_000]
    found = list(captures(_write(tmp_path, *bad, good, '{"id":"b","text":"x","url":1}')))
    issues = [f for f in found if isinstance(f, Issue)]
    assert [i.code for i in issues] == ["bad-record"] * 7
    assert [c.source.page for c in found if isinstance(c, Capture)] == ["7"]
    assert len({i.id for i in issues}) == 7


def test_a_line_over_the_limit_is_passed_over(tmp_path: Path) -> None:
    long = json.dumps({"id": "long", "text": "x" * 5000})
    page = _write(tmp_path, long, json.dumps({"id": "a", "text": "Short."}))
    found = list(captures(page, ReadOptions(max_bytes=1000)))
    assert [getattr(f, "code", None) for f in found] == ["too-large", None]
    assert isinstance(found[1], Capture)
    assert found[1].source.offset == len(long) + 1


def test_the_option_makes_any_file_one_of_records(tmp_path: Path) -> None:
    path = tmp_path / "records.txt"
    path.write_text(json.dumps({"id": "a", "text": "Short."}))
    (capture,) = captures(str(path), ReadOptions(taken_as=As.JSONL))
    assert isinstance(capture, Capture)
    assert capture.source.page == "a"
