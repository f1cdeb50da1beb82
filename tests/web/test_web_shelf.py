"""What was read at once is kept for a while, for whoever has its key."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from quoth.model import Capture, Reading, Source
from quoth.read import article
from quoth.web.shelf import Shelf


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    return place


def reading(text: str = "The bridge is closed, said Ana Lund.") -> Reading:
    body = text.encode()
    return Reading(article(Capture(Source("-", sha256="0" * 64), body)))


def text_of(shelf: Shelf, key: str) -> str | None:
    with shelf.take(key) as found:
        return None if found is None else found[0].reading(found[1]).article.text


def test_what_is_put_is_found_by_its_key_also_by_another_process(tmp_path: Path):
    key = Shelf(tmp_path / "a.quoth").put(reading(), "")
    assert text_of(Shelf(tmp_path / "a.quoth"), key) == reading().article.text


def test_another_ledgers_room_does_not_find_it(tmp_path: Path):
    key = Shelf(tmp_path / "a.quoth").put(reading(), "")
    assert text_of(Shelf(tmp_path / "b.quoth"), key) is None


@pytest.mark.parametrize(
    "key", ["", "0" * 32, "../../etc/passwd", "a" * 31 + "/", "A" * 32, "0" * 33]
)
def test_what_is_no_key_finds_nothing(tmp_path: Path, key: str):
    shelf = Shelf(tmp_path / "a.quoth")
    shelf.put(reading(), "")
    assert text_of(shelf, key) is None


def test_it_is_dropped_after_an_hour(tmp_path: Path, temporary: Path):
    shelf = Shelf(tmp_path / "a.quoth")
    old = shelf.put(reading(), "")
    (file,) = temporary.rglob(f"{old}.quoth")
    os.utime(file, (time.time() - 4000, time.time() - 4000))
    new = shelf.put(reading(), "")
    assert text_of(shelf, old) is None
    assert text_of(shelf, new) is not None


def test_the_oldest_is_dropped_where_there_are_too_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, temporary: Path
):
    monkeypatch.setattr("quoth.web.shelf._MOST", 2)
    shelf = Shelf(tmp_path / "a.quoth")
    keys = []
    for age in (400, 300, 200, 0):
        keys.append(shelf.put(reading(), ""))
        (file,) = temporary.rglob(f"{keys[-1]}.quoth")
        os.utime(file, (time.time() - age, time.time() - age))
    assert [text_of(shelf, key) is not None for key in keys] == [False, True, True, True]


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="the system knows no owners")
def test_its_folder_is_its_users_alone(tmp_path: Path, temporary: Path):
    Shelf(tmp_path / "a.quoth").put(reading(), "")
    (folder,) = temporary.iterdir()
    assert folder.stat().st_mode & 0o077 == 0


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="the system knows no owners")
def test_a_folder_that_others_may_write_is_not_used(tmp_path: Path, temporary: Path):
    Shelf(tmp_path / "a.quoth").put(reading(), "")
    (folder,) = temporary.iterdir()
    folder.chmod(0o777)
    before = set(folder.iterdir())
    shelf = Shelf(tmp_path / "a.quoth")
    key = shelf.put(reading(), "")
    assert set(folder.iterdir()) == before
    assert text_of(shelf, key) is not None
