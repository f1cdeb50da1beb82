"""A ledger of which actors, chains, times and places are drawn by lot, and all that is in it."""

from __future__ import annotations

import random
import sqlite3
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from store_samples import reading

from quoth.store import open_ledger

ACTORS = tuple(f"{number:016x}" for number in range(1, 6))
"""Ids of entities: the first ones are named most."""
START = date(2031, 4, 24)
RELAYS = ("Sarn Press", "SARN PRESS", "ОТА")
PLACES = {
    1: ("Halmer", "city", "MV", 10.0, 20.0),
    2: ("Lisenda", "admin", "KL", -5.0, 100.5),
    3: ("Marvenia", "country", "MV", 11.0, 21.0),
    None: ("The Sarn Strait", "region", None, None, None),
}
ARTICLES = 50


def fill(path: Path, seed: int = 6) -> None:
    """Make it: every tenth article has been superseded by another version of its page."""
    lot = random.Random(seed)
    with open_ledger(path) as ledger:
        for number in range(ARTICLES):
            day = None if number % 12 == 0 else START + timedelta(days=lot.randrange(14))
            said = [
                ("Ada Quill", "said", f"the harbour lamp {number} {i}")
                for i in range(lot.randrange(1, 6))
            ]
            page = f"page {number - 1 if number % 10 == 9 else number}"
            published = day.isoformat() if day else None
            ledger.add(page, reading(tuple(said), published=published))
    raw = sqlite3.connect(path)
    _actors(raw)
    for article, day in raw.execute("SELECT key, day FROM article").fetchall():
        _draw(raw, lot, article, day)
    raw.execute(
        "UPDATE entity SET members = (SELECT count(*) FROM membership WHERE entity = entity.key)"
    )
    raw.commit()
    raw.close()


def _actors(raw: sqlite3.Connection) -> None:
    for key, ident in enumerate(ACTORS, 1):
        kind = "person" if key % 2 else "organisation"
        name = "Sarn Press" if key == 2 else f"Núria Bølge {key}"
        raw.execute(
            "INSERT INTO entity (key, id, kind, name, members) VALUES (?, ?, ?, ?, 0)",
            (key, ident, kind, name),
        )
        raw.execute(
            "INSERT INTO entity_name VALUES (?, ?, 'en', 'Latn', ?, ?, 0)",
            (key, name, name.lower().replace("ú", "u"), key),
        )


def _moment(lot: random.Random) -> tuple[str | None, str | None]:
    day = START + timedelta(days=lot.randrange(14))
    long = day + timedelta(days=lot.choice([0, 0, 0, 1, 6, 40]))
    whole = (day.isoformat(), long.isoformat())
    part = (f"{day}T06:00", f"{day}T11:59")
    minute = (f"{day}T09:1{lot.randrange(9)}",) * 2
    return lot.choice([whole, whole, part, minute, (None, None)])


def _draw(raw: sqlite3.Connection, lot: random.Random, article: int, day: str | None) -> None:
    present = {n for n in range(1, 6) if lot.random() < 1.1 / n}
    for entity in present:
        raw.execute(
            "INSERT INTO membership VALUES (?, ?, ?, 'Ada', ?, x'', 1.0, '', '', 'joiner')",
            (article, f"a{entity}", entity, day),
        )
    keys = raw.execute(
        "SELECT s.key, s.start, s.end FROM statement s JOIN article a ON a.id = s.article_id"
        " WHERE a.key = ?",
        (article,),
    ).fetchall()
    for position, (key, start, end) in enumerate(keys):
        first, last = _moment(lot)
        last = None if lot.random() < 0.2 else last  # open: from that day on
        actor = f"a{lot.choice([*present, 9])}"
        raw.execute(
            "UPDATE statement SET actor = ?, speaker = 'Ada', said_first = ?, said_last = ?,"
            " outlet = ? WHERE key = ?",
            (actor, first, last, lot.choice(["The Gull", None]), key),
        )
        if lot.random() < 0.5:
            relay = lot.choice(RELAYS)
            raw.execute("INSERT INTO relay VALUES (?, 1, 'relay', ?, NULL)", (key, relay))
        for entity in present:
            if lot.random() < 0.3:
                raw.execute("INSERT INTO about VALUES (?, ?, ?)", (article, f"a{entity}", key))
        _times_and_places(raw, lot, article, position, (start, end))


def _times_and_places(
    raw: sqlite3.Connection,
    lot: random.Random,
    article: int,
    position: int,
    span: tuple[int, int],
) -> None:
    first, last = _moment(lot)
    if first is not None:
        raw.execute(
            "INSERT INTO dated VALUES (?, ?, ?, ?, 'day', ?, ?, 'It was then.')",
            (article, position, first, last, *span),
        )
    place = lot.choice([1, 1, 1, 2, 3, None])
    name, kind, country, latitude, longitude = PLACES[place]
    start, end = span if lot.random() < 0.6 else (0, 10_000)
    raw.execute(
        "INSERT INTO placed VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (article, position, kind, place, name, country, latitude, longitude, start, end),
    )


def rows(path: Path, query: str, *values: Any) -> list[dict[str, Any]]:
    """What a query of the file finds, asked without any of the code that is tried.

    Args:
        query: STILL in it stands for whether some page still says what article `a` does.
    """
    raw = sqlite3.connect(path)
    raw.row_factory = sqlite3.Row
    found = [dict(row) for row in raw.execute(query.replace("STILL", _STILL), values)]
    raw.close()
    return found


_STILL = "EXISTS (SELECT 1 FROM version v WHERE v.article_id = a.id AND v.current)"
