"""The timeline: what stands on each part of a window, and the list in the order of time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from drawn_support import fill, rows

from quoth.errors import UsageError
from quoth.store import Ledger, open_ledger
from quoth.store.views import periods, timeline
from quoth.store.views.filter import Filter
from quoth.store.views.timeline import Entry, Window

WINDOWS = {
    "month": Window(
        "2031-05", "2031-05~", "2031-04", tuple(f"2031-05-{n:02}" for n in range(1, 32))
    ),
    "year": Window("2031", "2031~", "2030", tuple(f"2031-{n:02}" for n in range(1, 13))),
    "day": Window(
        "2031-04-28", "2031-04-28~", "2031-04-27", tuple(f"2031-04-28T{n:02}" for n in range(24))
    ),
    "all": Window("0", "~", "0", ("2030", "2031")),
    "empty": Window("2029", "2029~", "2028", tuple(f"2029-{n:02}" for n in range(1, 13))),
}
SAID = (
    "SELECT s.id, s.said_first AS first, s.said_last AS last, 'said' AS kind FROM statement s"
    " JOIN article a ON a.id = s.article_id WHERE s.said_first IS NOT NULL"
)
DATED = (
    "SELECT a.id || ' ' || d.start AS id, d.first, d.last, 'dated' AS kind FROM dated d"
    " JOIN article a ON a.key = d.article WHERE 1"
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("timeline") / "l.quoth"
    fill(made)
    return made


@pytest.fixture(scope="module")
def ledger(path: Path) -> Iterator[Ledger]:
    with open_ledger(path) as opened:
        yield opened


def _of(only: str | None, wanted: Filter, path: Path, now: bool) -> list[dict[str, Any]]:
    queries = {"said": SAID, "dated": DATED}
    if wanted:
        queries = {"said": SAID}
    found = []
    for kind, query in queries.items():
        if only in (None, kind):
            found += rows(path, f"{query} AND STILL" if now else query)
    return found


@pytest.mark.parametrize("only", [None, "said", "dated"])
@pytest.mark.parametrize("name", WINDOWS)
@pytest.mark.parametrize("wanted", [Filter(), Filter(q="harbour"), Filter(language="en")])
def test_bars_and_stretches_count_what_stands_in_the_window(
    ledger: Ledger, path: Path, name: str, only: str | None, wanted: Filter
) -> None:
    window = WINDOWS[name]
    size = len(window.parts[0])
    found = ledger.ask(lambda c: timeline.picture(c, window, wanted, only))
    bars: Counter[tuple[str, str]] = Counter()
    ranges: Counter[tuple[str, str, str]] = Counter()
    for row in _of(only, wanted, path, now=bool(wanted)):
        first, last = row["first"], row["last"]
        if last is None:
            continue  # an open end has no length
        if first[:size] == last[:size]:
            if window.low <= first < window.high:
                bars[first[:size], row["kind"]] += 1
        elif window.before <= first < window.high and last >= window.low:
            end = 10 if size <= 10 else 16
            ranges[first[:end], last[:end], row["kind"]] += 1
    told = {(b.period, "said"): b.said for b in found.bars} | {
        (b.period, "dated"): b.dated for b in found.bars
    }
    assert {k: n for k, n in told.items() if n} == dict(bars)
    stretches = {(r.first, r.last, "said"): r.said for r in found.ranges} | {
        (r.first, r.last, "dated"): r.dated for r in found.ranges
    }
    assert {k: n for k, n in stretches.items() if n} == dict(ranges)
    assert not found.capped


def _ident(entry: Entry) -> str:
    if entry.said is not None:
        return entry.said.id
    assert entry.dated is not None
    return f"{entry.dated.article} {entry.dated.span.start}"


@pytest.mark.parametrize(
    ("name", "limit"),
    [("month", 1), *((name, limit) for name in WINDOWS for limit in (5, 1000))],
)
@pytest.mark.parametrize(
    ("only", "wanted"),
    [(None, Filter()), ("said", Filter()), ("dated", Filter()), (None, Filter(q="lamp"))],
)
def test_the_list_has_all_that_begins_in_the_window_once_and_in_order(
    ledger: Ledger, path: Path, name: str, only: str | None, wanted: Filter, limit: int
) -> None:
    window = WINDOWS[name]
    seen: list[Entry] = []
    after = None
    while True:
        page = ledger.ask(
            lambda c, after=after: timeline.entries(c, window, wanted, only, after, limit)
        )
        assert len(page.entries) <= limit
        seen += page.entries
        if (after := page.next) is None:
            break
    inside = [
        row for row in _of(only, wanted, path, now=True) if window.low <= row["first"] < window.high
    ]
    assert sorted(map(_ident, seen)) == sorted(row["id"] for row in inside)
    firsts = [e.first for e in seen]
    assert firsts == sorted(firsts)


def test_the_ends_of_all_that_is_dated(ledger: Ledger, path: Path) -> None:
    firsts = [row["first"] for row in _of(None, Filter(), path, now=False)]
    assert ledger.ask(timeline.extent) == (min(firsts), max(firsts))
    assert ledger.ask(timeline.latest) == rows(path, "SELECT max(day) AS d FROM article")[0]["d"]


def test_a_ledger_without_pages_has_no_ends(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "none.quoth") as ledger:
        assert ledger.ask(timeline.extent) is None
        assert ledger.ask(timeline.latest) is None


def test_a_filter_that_fits_many_counts_the_newest(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(periods, "LOOKED", 4)
    window = WINDOWS["all"]
    found = ledger.ask(lambda c: timeline.picture(c, window, Filter(q="harbour")))
    assert found.capped
    assert sum(b.said for b in found.bars) <= 4


@pytest.mark.parametrize("after", ["x", "YQpiCmMKZAplCmY", "YQpiCnNhaWQKeAow"])
def test_a_cursor_that_is_none_is_refused(ledger: Ledger, after: str) -> None:
    with pytest.raises(UsageError) as told:
        ledger.ask(lambda c: timeline.entries(c, WINDOWS["all"], Filter(), None, after))
    assert told.value.code == "bad-cursor"
