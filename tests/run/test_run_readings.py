"""Many pages: order, faults, processes."""

import json
import sys
from pathlib import Path

import pytest

from quoth.errors import UsageError
from quoth.model import Capture
from quoth.read.options import As, ReadOptions
from quoth.run import RunOptions, readings
from quoth.run.add import stamp_of
from quoth.run.readings import ENOUGH

READ = ReadOptions(taken_as=As.ARTICLE)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(6):
        text = f'"Bridge {number} is closed," said Maria Lund.\n'
        (folder / f"{number}.txt").write_text(text)
    (folder / "2.txt").write_bytes(b"")
    (folder / "4.txt").write_bytes(b"\x00\x01\x02\xff" * 100)
    return folder


def test_pages_come_in_order_and_bad_ones_do_not_stop_the_others(pages: Path):
    found = list(readings([str(pages)], RunOptions(READ, "pack")))
    assert [Path(o.page).name for o in found] == [f"{n}.txt" for n in range(6)]
    assert [o.failed for o in found] == [False, False, True, False, True, False]
    assert [len(o.issues) for o in found] == [0, 0, 1, 0, 1, 0]


def test_processes_give_what_this_process_gives(pages: Path):
    targets = [str(pages), str(pages / "gone.txt"), str(pages / "0.txt")]
    here = list(readings(targets, RunOptions(READ, "pack", jobs=1)))
    there = list(readings(targets, RunOptions(READ, "pack", jobs=2)))
    assert there == here
    assert here[-2].issues[0].code == "not-found"


def test_records_of_a_file_are_pages(tmp_path: Path):
    file = tmp_path / "records.jsonl"
    lines = [json.dumps({"id": f"r{n}", "text": f"Text {n}."}) for n in range(3)]
    file.write_text("\n".join([lines[0], "{broken", lines[1], lines[2]]))
    found = list(readings([str(file)], RunOptions(reader="pack", jobs=2)))
    assert [o.page for o in found if o.reading] == ["r0", "r1", "r2"]
    assert found[1].issues[0].code == "bad-record"
    assert len({o.page_key for o in found}) == 4


def test_pages_are_taken_up_as_they_are_needed(pages: Path):
    asked: list[str] = []

    def known(capture: Capture) -> bool:
        asked.append(capture.source.page)
        return False

    found = readings([str(pages)], RunOptions(READ, "pack"), known)
    next(found)
    found.close()
    assert len(asked) == 1


def test_what_is_known_is_passed_over(pages: Path):
    def known(capture: Capture) -> bool:
        return capture.source.page.endswith("0.txt")

    first, second, *_ = readings([str(pages)], RunOptions(READ, "pack"), known)
    assert (first.known, first.reading, first.failed) == (True, None, False)
    assert second.reading is not None


def test_an_unknown_reader_is_refused_before_anything_is_read(pages: Path):
    with pytest.raises(UsageError, match="oracle"):
        readings([str(pages)], RunOptions(READ, reader="oracle"))


def test_an_exception_while_a_page_is_opened_ends_that_page_only(
    pages: Path, monkeypatch: pytest.MonkeyPatch
):
    module = sys.modules[readings.__module__]
    real = module.captures

    def broken(page: str, options: ReadOptions):
        if page.endswith("1.txt"):
            raise RuntimeError("no such luck")
        return real(page, options)

    monkeypatch.setattr(module, "captures", broken)
    found = list(readings([str(pages)], RunOptions(READ, "pack")))
    assert len(found) == 6
    assert found[1].issues[0].code == "internal"
    assert "RuntimeError: no such luck" in found[1].issues[0].message


@pytest.mark.parametrize(
    ("jobs", "count", "wanted"),
    [(1, 20, False), (2, 1, False), (2, 2, True), (0, ENOUGH - 1, False), (0, ENOUGH, True)],
)
def test_processes_are_started_when_there_are_pages_enough(
    jobs: int, count: int, wanted: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    module = sys.modules[readings.__module__]
    pooled: list[int] = []
    monkeypatch.setattr(module, "cores", lambda: 3)
    monkeypatch.setattr(module, "pooled", lambda items, work, how: pooled.append(how.jobs) or items)
    for number in range(count):
        (tmp_path / f"{number}.txt").write_text("It rains.\n")
    assert len(list(readings([str(tmp_path)], RunOptions(READ, "pack", jobs=jobs)))) == count
    assert pooled == ([jobs or 3] if wanted else [])


def test_the_stamp_follows_what_a_reading_depends_on():
    same = RunOptions(READ, "pack", jobs=4)
    assert stamp_of(RunOptions(READ, "pack")) == stamp_of(same)
    others = [
        RunOptions(ReadOptions(taken_as=As.DUMP), "pack"),
        RunOptions(ReadOptions(taken_as=As.ARTICLE, language="en"), "pack"),
        RunOptions(ReadOptions(taken_as=As.ARTICLE, fetched_at="2031-05-01"), "pack"),
        RunOptions(READ, "pack", threshold=0.5),
    ]
    assert len({stamp_of(o) for o in [same, *others]}) == 5
