"""Places on the map: those of the newest articles, or of the statements that a filter chooses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from drawn_support import PLACES, fill, rows

from quoth.store import Ledger, open_ledger
from quoth.store.views import places
from quoth.store.views.filter import Filter

NAMED = (
    "SELECT p.geonames, p.name, a.id, a.day, p.start, p.end FROM placed p"
    " JOIN article a ON a.key = p.article WHERE STILL"
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("places") / "l.quoth"
    fill(made)
    return made


@pytest.fixture(scope="module")
def ledger(path: Path) -> Iterator[Ledger]:
    with open_ledger(path) as opened:
        yield opened


def test_places_are_counted_over_all_articles_that_are_still_there(
    ledger: Ledger, path: Path
) -> None:
    found = ledger.ask(lambda c: places.places(c, Filter()))
    counts = Counter(row["geonames"] for row in rows(path, NAMED))
    told = {s.geonames: s.count for s in (*found.spots, *found.others)}
    assert told == dict(counts)
    assert [s.count for s in found.spots] == sorted((s.count for s in found.spots), reverse=True)
    for spot in found.spots:
        name, kind, country, latitude, longitude = PLACES[spot.geonames]
        assert (spot.name, spot.type.value, spot.country) == (name, kind, country)
        assert (spot.latitude, spot.longitude) == (latitude, longitude)
    assert [s.name for s in found.others] == ["The Sarn Strait"]
    assert not found.capped


@pytest.mark.parametrize(
    ("since", "until"),
    [(date(2031, 5, 1), None), (None, date(2031, 4, 30)), (date(2031, 4, 28), date(2031, 5, 2))],
)
def test_days_of_publication_narrow_the_articles(
    ledger: Ledger, path: Path, since: date | None, until: date | None
) -> None:
    wanted = Filter(since=since, until=until)
    found = ledger.ask(lambda c: places.places(c, wanted))
    low, high = str(since or "0"), str(until or "9")
    inside = [r for r in rows(path, NAMED) if r["day"] and low <= r["day"] <= high]
    assert sum(s.count for s in (*found.spots, *found.others)) == len(inside)


def test_a_filter_has_the_places_that_its_statements_name(ledger: Ledger, path: Path) -> None:
    found = ledger.ask(lambda c: places.places(c, Filter(outlet="The Gull")))
    inside = rows(
        path,
        "SELECT DISTINCT p.article, p.position, p.geonames FROM placed p"
        " JOIN article a ON a.key = p.article JOIN statement s ON s.article_id = a.id"
        " WHERE p.start >= s.start AND p.end <= s.end AND s.outlet = 'The Gull' AND STILL",
    )
    told = {s.geonames: s.count for s in (*found.spots, *found.others)}
    assert told == dict(Counter(row["geonames"] for row in inside))
    of = rows(
        path,
        "SELECT 1 FROM statement s JOIN article a ON a.id = s.article_id"
        " WHERE s.outlet = 'The Gull' AND STILL",
    )
    assert found.looked == len(of)


def test_only_the_newest_articles_are_looked_at(
    ledger: Ledger, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "ARTICLES", 5)
    found = ledger.ask(lambda c: places.places(c, Filter()))
    newest = rows(
        path, "SELECT a.id FROM article a WHERE STILL ORDER BY day DESC, key DESC LIMIT 5"
    )
    inside = [r for r in rows(path, NAMED) if r["id"] in {n["id"] for n in newest}]
    assert (found.looked, found.capped) == (5, True)
    assert sum(s.count for s in (*found.spots, *found.others)) == len(inside)


def test_where_a_place_is_named_the_newest_first(ledger: Ledger, path: Path) -> None:
    found = ledger.ask(lambda c: places.named(c, Filter(), 1, 500))
    inside = [r for r in rows(path, NAMED) if r["geonames"] == 1]
    assert sorted((n.article, n.span.start, n.span.end) for n in found) == sorted(
        (r["id"], r["start"], r["end"]) for r in inside
    )
    days = [n.day or "" for n in found]
    assert days == sorted(days, reverse=True)
    assert len(ledger.ask(lambda c: places.named(c, Filter(), 1, 3))) == 3
    assert ledger.ask(lambda c: places.named(c, Filter(), 99)) == ()
