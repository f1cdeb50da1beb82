"""The trained reader in a batch: threads, deadlines, workers."""

from __future__ import annotations

from pathlib import Path

import pytest

from quoth.annotate.network import variants
from quoth.errors import UsageError
from quoth.model import Entity, Statement
from quoth.read.options import As, ReadOptions
from quoth.run import RunOptions, readings
from quoth.run import options as run_options
from quoth.run.options import PACE

READ = ReadOptions(taken_as=As.ARTICLE)
TEXT = "“The bridge is safe,” said Maria Lund. The mayor denied that it had been sold.\n"
with_weights = pytest.mark.skipif(not variants(), reason="there are no weights here")


def test_threads_are_one_a_core_in_one_process_and_one_in_each_of_several(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(run_options, "cores", lambda: 3)
    assert RunOptions(reader="quality").how.threads == 3
    assert RunOptions(reader="quality", jobs=2).how.threads == 1
    assert RunOptions(reader="quality", jobs=2, threads=4).how.threads == 4


def test_a_longer_text_has_more_time_with_a_network_alone():
    size, read = int(5 * PACE), ReadOptions(max_seconds=1.0)
    assert RunOptions(read, "quality").extra_seconds(size) == 5
    assert RunOptions(read, "pack").extra_seconds(size) == 0
    more = RunOptions(read, "quality").kill_seconds(size)
    assert more == pytest.approx(RunOptions(read, "pack").kill_seconds(size) + 20)


@pytest.mark.parametrize("bad", [RunOptions(threshold=1.5), RunOptions(threads=-1)])
def test_options_out_of_their_range_are_refused(bad: RunOptions):
    with pytest.raises(UsageError):
        readings(["x"], bad)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for n in range(4):
        (folder / f"{n}.txt").write_text(TEXT * (n + 1), "utf-8")
    return folder


@with_weights
@pytest.mark.parametrize("reader", variants())
def test_workers_give_what_this_process_gives(pages: Path, reader: str):
    here = list(readings([str(pages)], RunOptions(READ, reader)))
    assert list(readings([str(pages)], RunOptions(READ, reader, jobs=2))) == here
    assert not [o for o in here if o.issues]


@with_weights
@pytest.mark.parametrize("reader", variants()[-1:])
def test_a_hundred_thousand_words_are_read_within_the_usual_deadline(tmp_path: Path, reader: str):
    (tmp_path / "long.txt").write_text(TEXT * 7_000, "utf-8")
    (outcome,) = readings([str(tmp_path)], RunOptions(READ, reader))
    assert outcome.issues == ()
    assert outcome.reading is not None
    assert outcome.reading.of(Statement)
    assert outcome.reading.of(Entity)
