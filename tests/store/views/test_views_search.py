"""Search of statements: however little is looked at for a page, all that fits is found in order."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from store_samples import reading

from quoth.errors import UsageError
from quoth.model import Form, SourceType, VenueType
from quoth.store import Ledger, open_ledger
from quoth.store.numbering import day_of_key, first_key, last_key
from quoth.store.views import search
from quoth.store.views.filter import Filter, conditions
from quoth.store.views.lines import CURRENT, line, lines
from quoth.store.views.search import counted, found, keys_found, names

WORDS = ("harbour", "lamp", "ferry", "coal")
OUTLETS = ("The Gull", "Der Kiel", None)
COUNTRIES = ("CH", "ID", None)
LANGUAGES = ("en", "pt", "pt-BR", None)
START = date(2031, 5, 1)
ENTITY = "00000000000000e1"


def _fill(path: Path) -> None:
    """Articles of some days with statements of which every column is drawn by lot."""
    lot = random.Random(6)
    with open_ledger(path) as ledger:
        for number in range(60):
            day = None if number % 15 == 0 else START + timedelta(days=lot.randrange(12))
            said = [
                (f"Ada Quill{i}", "said", f"the {' '.join(lot.sample(WORDS, 2))} of {number} {i}")
                for i in range(lot.randrange(1, 5))
            ]
            published = None if day is None else day.isoformat()
            ledger.add(f"page {number % 55}", reading(tuple(said), published=published))
    raw = sqlite3.connect(path)
    raw.execute(
        "INSERT INTO entity (key, id, kind, name, members) VALUES (1, ?, 'person', 'Ada Quill', 0)",
        (ENTITY,),
    )
    for key, article in raw.execute(
        "SELECT s.key, a.key FROM statement s JOIN article a ON a.id = s.article_id"
    ).fetchall():
        _draw(raw, lot, key, article)
    raw.commit()
    raw.close()


def _draw(raw: sqlite3.Connection, lot: random.Random, key: int, article: int) -> None:
    said = START + timedelta(days=lot.randrange(12))
    values = {
        "kind": lot.choice([*SourceType, None]),
        "form": lot.choice(list(Form)),
        "language": lot.choice(LANGUAGES),
        "outlet": lot.choice(OUTLETS),
        "country": lot.choice(COUNTRIES),
        "place": lot.choice(["Halmer", None]),
        "venue": lot.choice([*VenueType, None]),
        "hedge_text": lot.choice(["reportedly", None]),
        "said_first": lot.choice([said.isoformat(), None]),
        "said_last": f"{said + timedelta(days=lot.randrange(3))}T10:00",
        "actor": f"actor {key}",
    }
    columns = ", ".join(f"{name} = ?" for name in values)
    raw.execute(f"UPDATE statement SET {columns} WHERE key = ?", (*values.values(), key))  # noqa: S608
    if lot.random() < 0.3:
        day = day_of_key(key)
        raw.execute(
            "INSERT INTO membership VALUES (?, ?, 1, 'Ada', ?, x'', 1.0, '', '', '')",
            (article, f"actor {key}", day and day.isoformat()),
        )
    if lot.random() < 0.4:
        raw.execute("INSERT INTO relay VALUES (?, 1, 'relay', 'Sarn Press', NULL)", (key,))
    if lot.random() < 0.4:
        raw.execute(
            "INSERT INTO placed SELECT ?, ?, 'city', 77, 'Halmer', NULL, NULL, NULL, start, end"
            " FROM statement WHERE key = ?",
            (article, key, key),
        )


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    path = tmp_path_factory.mktemp("search") / "l.quoth"
    _fill(path)
    with open_ledger(path) as opened:
        yield opened


def days() -> st.SearchStrategy[date]:
    return st.integers(-1, 13).map(lambda n: START + timedelta(days=n))


FILTERS = st.fixed_dictionaries(
    {},
    optional={
        "q": st.sampled_from([*WORDS, "harbour lamp", '"ferry of"', "qui*", "nothing"]),
        "entity": st.sampled_from([ENTITY, "none"]),
        "language": st.sampled_from(["en", "pt", "pt-BR", "de"]),
        "kind": st.sampled_from([x.value for x in SourceType]),
        "form": st.sampled_from([x.value for x in Form]),
        "hedge": st.sampled_from(["yes", "no"]),
        "since": days().map(str),
        "until": days().map(str),
        "said_since": days().map(str),
        "said_until": days().map(str),
        "venue": st.sampled_from([x.value for x in VenueType]),
        "country": st.sampled_from(["CH", "id", "FR"]),
        "place": st.just("Halmer"),
        "outlet": st.sampled_from(["The Gull", "nobody"]),
        "relay": st.sampled_from(["Sarn Press", "nobody"]),
        "names": st.sampled_from(["77", "78"]),
    },
)


def fits(row: dict[str, Any], wanted: dict[str, str]) -> bool:
    """Whether a row of all there is fits a filter, by what the documentation says."""
    plain = ("kind", "form", "venue", "place", "outlet")
    if any(row[name] != wanted[name] for name in plain if name in wanted):
        return False
    language, code = row["language"] or "", wanted.get("language", "")
    if code and language != code and not language.startswith(f"{code}-"):
        return False
    if "country" in wanted and row["country"] != wanted["country"].upper():
        return False
    if "hedge" in wanted and (row["hedge"] is not None) != (wanted["hedge"] == "yes"):
        return False
    return _in_time(row, wanted) and _linked(row, wanted)


def _in_time(row: dict[str, Any], wanted: dict[str, str]) -> bool:
    since, until = wanted.get("since"), wanted.get("until")
    day = row["day"]
    if (since or until) and not (day and (since or day) <= day <= (until or day)):
        return False
    first, last = row["said_first"], row["said_last"]
    if "said_since" in wanted and not (first and first >= wanted["said_since"]):
        return False
    return not ("said_until" in wanted and not (last and last[:10] <= wanted["said_until"]))


def _linked(row: dict[str, Any], wanted: dict[str, str]) -> bool:
    pairs = (("entity", "entity"), ("relay", "relay"), ("names", "named"))
    if any(str(row[column]) != wanted[name] for name, column in pairs if name in wanted):
        return False
    query = wanted.get("q", "")
    text = f"{row['source']} {row['content']}".lower()
    if query.startswith('"'):
        return query.strip('"') in text
    words = text.split()
    return all(
        any(w.startswith(term[:-1]) for w in words) if term.endswith("*") else term in words
        for term in query.split()
    )


class Rows(list[dict[str, Any]]):
    """All that is current, the newest first."""

    def __repr__(self) -> str:
        return f"<{len(self)} rows>"


@pytest.fixture(scope="module")
def everything(ledger: Ledger) -> Rows:
    rows = ledger.ask(
        lambda c: (
            c.exec_driver_sql(
                "SELECT s.key, s.kind, s.form, s.venue, s.place, s.outlet, s.language, s.country,"
                " s.hedge_text AS hedge, s.day, s.said_first, s.said_last, s.source_text AS source,"
                " s.content_text AS content, e.id AS entity, r.name AS relay, p.geonames AS named"
                " FROM statement s JOIN article a ON a.id = s.article_id"
                " JOIN version v ON v.article_id = a.id AND v.current"
                " LEFT JOIN membership m ON m.article = a.key AND m.actor = s.actor"
                " LEFT JOIN entity e ON e.key = m.entity"
                " LEFT JOIN relay r ON r.statement = s.key"
                " LEFT JOIN placed p ON p.position = s.key ORDER BY s.key DESC"
            )
            .mappings()
            .all()
        )
    )
    return Rows(dict(row) for row in rows)


def pages(ledger: Ledger, wanted: Filter, most: int) -> Iterator[search.Found]:
    before = None
    while True:
        page = ledger.ask(lambda c, before=before: found(c, wanted, before, most))
        yield page
        if page.next is None:
            return
        before = page.next


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=FILTERS, most=st.integers(4, 9), few=st.integers(5, 12))
@example(told={"q": "harbour", "names": "77"}, most=4, few=5)
@example(told={"q": "harbour", "entity": ENTITY}, most=4, few=5)
def test_pages_together_give_all_that_fits_the_newest_first(
    ledger: Ledger, everything: Rows, told: dict[str, str], most: int, few: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "FEW", few)
        patch.setattr(search, "LOOKED", few * 3)
        got = [x.key for page in pages(ledger, Filter.of(told), most) for x in page.lines]
    assert got == [row["key"] for row in everything if fits(row, told)]


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=FILTERS)
@example(told={"said_until": "2031-05-01"})
def test_counts_and_conditions_agree_with_what_is_found(
    ledger: Ledger, everything: Rows, told: dict[str, str]
) -> None:
    wanted = Filter.of(told)
    expected = [row for row in everything if fits(row, told)]
    counts = ledger.ask(lambda c: counted(c, wanted))
    assert (counts.total, counts.more) == (len(expected), False)
    query = lines().where(CURRENT, *conditions(wanted))
    got = ledger.ask(lambda c: [line(row).key for row in c.execute(query).mappings()])
    assert sorted(got, reverse=True) == [row["key"] for row in expected]
    for facet in counts.facets:
        for value in facet.values:
            narrower = wanted.having(value.filter)
            if facet.field not in ("published", "said"):
                total = ledger.ask(lambda c, f=narrower: counted(c, f)).total
                # a language fits its varieties too
                assert total >= value.count if facet.field == "language" else total == value.count


def test_a_page_says_where_to_look_further(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "FEW", 5)
    monkeypatch.setattr(search, "LOOKED", 10)
    page = ledger.ask(lambda c: found(c, Filter.of({"form": "hearsay", "hedge": "yes"}), None, 40))
    assert page.short
    assert page.next is not None


def test_counts_are_of_the_newest_where_there_are_more(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "COUNTED", 20)
    counts = ledger.ask(lambda c: counted(c, Filter()))
    assert counts.more
    assert counts.total <= 20
    monkeypatch.setattr(search, "VALUES", 2)
    counts = ledger.ask(lambda c: counted(c, Filter()))
    kinds = next(f for f in counts.facets if f.field == "kind")
    assert len(kinds.values) == 2
    assert kinds.others > 0


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"q": "harbour"},
        {"q": "lamp", "language": "en", "form": "direct"},
        {"language": "en"},
        {"language": "de", "kind": "named", "hedge": "yes"},
        {"outlet": "The Gull", "country": "CH"},
        {"relay": "Sarn Press", "venue": "speech"},
        {"entity": ENTITY, "form": "direct"},
        {"since": "2031-05-03", "until": "2031-05-04"},
    ],
)
def test_no_search_sorts_or_reads_all_statements(ledger: Ledger, told: dict[str, str]) -> None:
    asked: list[tuple[str, Any]] = []

    def keep(*call: Any) -> None:
        asked.append((call[2], call[3]))

    def plans(connection: Any) -> list[str]:
        event.listen(connection, "before_cursor_execute", keep)
        found(connection, Filter.of(told), None, 10)
        event.remove(connection, "before_cursor_execute", keep)
        return [
            row[3]
            for sql, values in asked
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)
        ]

    plan = ledger.ask(plans)
    assert plan
    assert not [step for step in plan if "ORDER BY" in step]
    scans = [step for step in plan if step.startswith("SCAN statement") and "search" not in step]
    # the newest of all, from the end of the table, where nothing else is asked
    assert not [s for s in scans if "VIRTUAL" not in s and told]


def test_no_value_is_offered_that_a_filter_cannot_have(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l") as odd:
        odd.add("a", reading((("Ada", "said", "one"), ("Ada", "said", "two"))))
    raw = sqlite3.connect(tmp_path / "l")
    values = ("x" * 900, "XYZ", " ", "2031-W18-1", "Some where ")
    raw.execute(
        "UPDATE statement SET outlet = ?, country = ?, language = ?, said_first = ?, place = ?",
        values,
    )
    raw.commit()
    raw.close()
    with open_ledger(tmp_path / "l") as odd:
        counts = odd.ask(lambda c: counted(c, Filter()))
    assert {f.field for f in counts.facets} == {"form", "hedge", "published"}
    for facet in counts.facets:
        for value in facet.values:
            assert Filter().having(value.filter)


def test_what_a_filter_names_by_an_id_has_a_name(ledger: Ledger) -> None:
    told = Filter.of({"entity": ENTITY, "names": "77", "article": "none"})
    assert ledger.ask(lambda c: names(c, told)) == {"entity": "Ada Quill", "names": "Halmer"}


def test_a_cursor_that_is_none_is_refused(ledger: Ledger) -> None:
    for cursor in ("x", "AAAA", "MQoy", "w" * 900):
        with pytest.raises(UsageError) as error:
            ledger.ask(lambda c, cursor=cursor: found(c, Filter(), cursor))
        assert error.value.code == "bad-cursor"


def test_keys_of_a_list_are_the_newest(ledger: Ledger, everything: Rows) -> None:
    keys = ledger.ask(lambda c: keys_found(c, Filter(), 7))
    assert keys == [row["key"] for row in everything][:7]


def test_the_order_of_keys_is_that_of_days_and_within_an_article_of_its_text(
    ledger: Ledger,
) -> None:
    query = "SELECT key, day, article_id, position FROM statement ORDER BY key DESC"
    rows = ledger.ask(lambda c: c.exec_driver_sql(query).all())
    told = [row.day or "" for row in rows]
    assert told == sorted(told, reverse=True)
    for before, after in pairwise(rows):
        if before.article_id == after.article_id:
            assert before.position < after.position
        assert first_key(before.day) <= before.key <= last_key(before.day)
