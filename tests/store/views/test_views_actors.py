"""Actors of a ledger: the list, names, days, and what each said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from drawn_support import ACTORS, fill, rows

from quoth.errors import UsageError
from quoth.model import ActorKind
from quoth.store import Ledger, open_ledger
from quoth.store.views import actors, speaking
from quoth.store.views.speaking import Lines


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("actors") / "l.quoth"
    fill(made)
    return made


@pytest.fixture(scope="module")
def ledger(path: Path) -> Iterator[Ledger]:
    with open_ledger(path) as opened:
        yield opened


def _head(ledger: Ledger, entity: str) -> actors.Head:
    found = ledger.ask(lambda c: actors.head(c, entity))
    assert found is not None
    return found


@pytest.mark.parametrize("kind", [None, ActorKind.PERSON, ActorKind.DOCUMENT])
@pytest.mark.parametrize("limit", [1, 2, 50])
def test_pages_of_the_list_have_every_actor_once_the_most_named_first(
    ledger: Ledger, path: Path, kind: ActorKind | None, limit: int
) -> None:
    seen: list[str] = []
    after = None
    while True:
        page = ledger.ask(lambda c, after=after: actors.page(c, kind, after, limit))
        assert len(page.actors) <= limit
        seen += [a.id for a in page.actors]
        if (after := page.next) is None:
            break
    wanted = rows(
        path,
        "SELECT id FROM entity WHERE members > 0 AND (?1 IS NULL OR kind = ?1)"
        " ORDER BY members DESC, key DESC",
        kind.value if kind else None,
    )
    assert seen == [row["id"] for row in wanted]


@pytest.mark.parametrize("words", ["nuria", "NÚRIA BØ", "bølge 3", "Bølge", "  núria  "])
def test_a_name_or_a_part_of_it_finds_the_actor_without_case_and_accents(
    ledger: Ledger, words: str
) -> None:
    found = ledger.ask(lambda c: actors.named(c, words))
    assert ACTORS[2] in {a.id for a in found}


@pytest.mark.parametrize("words", ["", " ", "xyz", "%", "_"])
def test_what_nobody_is_called_finds_nobody(ledger: Ledger, words: str) -> None:
    assert ledger.ask(lambda c: actors.named(c, words)) == ()


def test_an_actor_who_is_not_there_has_no_page(ledger: Ledger) -> None:
    assert ledger.ask(lambda c: actors.head(c, "f" * 16)) is None
    assert ledger.ask(lambda c: actors.head(c, "\ud800' OR 1=1")) is None


def test_the_days_that_name_an_actor_are_counted(ledger: Ledger, path: Path) -> None:
    head = _head(ledger, ACTORS[0])
    days = rows(
        path,
        "SELECT day, count(*) AS n FROM membership WHERE entity = 1 AND day IS NOT NULL"
        " GROUP BY day ORDER BY day",
    )
    assert [(b.period, b.count) for b in head.busy] == [(r["day"], r["n"]) for r in days]
    assert (head.first, head.last) == (days[0]["day"], days[-1]["day"])


def test_far_apart_days_are_counted_by_month(
    ledger: Ledger, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actors, "SHORT", 1)
    busy = _head(ledger, ACTORS[0]).busy
    assert [b.period for b in busy] == ["2031-04", "2031-05"]
    days = rows(path, "SELECT 1 FROM membership WHERE entity = 1 AND day IS NOT NULL")
    assert sum(b.count for b in busy) == len(days)


def _all(ledger: Ledger, entity: str, ask: object, limit: int) -> list[speaking.Line]:
    of = _head(ledger, entity).listed
    seen: list[speaking.Line] = []
    after = None
    while True:
        page: Lines = ledger.ask(lambda c, after=after: ask(c, of, after, limit))  # type: ignore[operator]
        assert len(page.lines) <= limit
        seen += page.lines
        if (after := page.next) is None:
            return seen


SAID = """
    SELECT s.id, s.said_first, s.day FROM statement s JOIN article a ON a.id = s.article_id
    JOIN membership m ON m.article = a.key AND m.actor = s.actor
    JOIN entity e ON e.key = m.entity WHERE e.id = ? AND STILL
"""
ABOUT = """
    SELECT DISTINCT s.id, s.said_first, s.day FROM statement s
    JOIN article a ON a.id = s.article_id
    JOIN about b ON b.statement = s.key
    JOIN membership m ON m.article = b.article AND m.actor = b.actor
    JOIN entity e ON e.key = m.entity
    WHERE e.id = ? AND STILL AND NOT EXISTS (
        SELECT 1 FROM membership o WHERE o.article = a.key AND o.actor = s.actor
        AND o.entity = e.key)
"""


@pytest.mark.parametrize("exact", [0, 1000])
@pytest.mark.parametrize("limit", [3, 7, 500])
@pytest.mark.parametrize("entity", ACTORS)
def test_everything_said_by_an_actor_and_about_it_is_listed_once_in_order(
    ledger: Ledger,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    entity: str,
    limit: int,
    exact: int,
) -> None:
    monkeypatch.setattr(speaking, "EXACT", exact)
    for ask, query in ((speaking.said, SAID), (speaking.about, ABOUT)):
        seen = _all(ledger, entity, ask, limit)
        wanted = rows(path, query, entity)
        assert sorted(x.id for x in seen) == sorted(row["id"] for row in wanted)
        days = [(x.said_first or x.day or "") if exact else (x.day or "") for x in seen]
        assert days == sorted(days, reverse=True)


@pytest.mark.parametrize("after", ["!", "x", "MQ", "YQpi"])
def test_a_cursor_that_is_none_is_refused(ledger: Ledger, after: str) -> None:
    of = _head(ledger, ACTORS[0]).listed
    for ask in (
        lambda c: actors.page(c, after=after),
        lambda c: speaking.said(c, of, after),
        lambda c: speaking.about(c, of, after),
    ):
        with pytest.raises(UsageError) as told:
            ledger.ask(ask)
        assert told.value.code == "bad-cursor"


def test_every_statement_went_one_way_and_names_in_capitals_are_one(
    ledger: Ledger, path: Path
) -> None:
    of = _head(ledger, ACTORS[0]).listed
    found = ledger.ask(lambda c: speaking.passed(c, of))
    total = len(rows(path, SAID, ACTORS[0]))
    assert (sum(p.count for p in found.paths), found.looked, found.capped) == (total, total, False)
    names = {p.relay.name for p in found.paths if p.relay is not None}
    assert len({name.casefold() for name in names}) == len(names) == 2
    assert any(p.relay is None for p in found.paths)


def test_only_the_latest_chains_of_a_busy_actor_are_counted(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speaking, "COUNTED", 5)
    of = _head(ledger, ACTORS[0]).listed
    found = ledger.ask(lambda c: speaking.passed(c, of))
    assert (sum(p.count for p in found.paths), found.looked, found.capped) == (5, 5, True)


def test_an_agency_passes_on_the_words_of_others(ledger: Ledger, path: Path) -> None:
    agency = _head(ledger, ACTORS[1]).listed
    found = ledger.ask(lambda c: speaking.passed(c, agency))
    named = rows(
        path,
        "SELECT coalesce(e.name, s.speaker) AS name, count(*) AS n FROM relay r"
        " JOIN statement s ON s.key = r.statement JOIN article a ON a.id = s.article_id"
        " LEFT JOIN membership m ON m.article = a.key AND m.actor = s.actor"
        " LEFT JOIN entity e ON e.key = m.entity"
        " WHERE lower(r.name) = 'sarn press' AND STILL AND e.key IS NOT 2"
        " GROUP BY 1 ORDER BY 1",
    )
    assert sorted((p.name, n) for p, n in found.sources) == [(r["name"], r["n"]) for r in named]
    assert list(found.sources) == sorted(found.sources, key=lambda s: -s[1])
