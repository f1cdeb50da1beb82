"""Actors, searches, days, places and decisions, as the API tells them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from fastapi.testclient import TestClient

from quoth.model import Form, Statement
from quoth.store import Ledger
from quoth.store.views import actors, search
from quoth.store.views.filter import Filter
from quoth.web.api.answers import LONG, without

Told = Callable[..., Any]
API = "/api/v1"


@pytest.fixture(scope="module")
def known(samples: Ledger) -> actors.Listed:
    """The actor that most articles name."""
    return samples.ask(lambda c: actors.page(c, limit=1)).actors[0]


def all_of(client: TestClient, address: str) -> list[dict[str, Any]]:
    """The items of all pages of a list."""
    found: list[dict[str, Any]] = []
    while True:
        answer = client.get(address)
        assert answer.status_code == 200, answer.text
        found += answer.json()["items"]
        if "next" not in answer.links:
            assert answer.json()["next"] is None
            return found
        address = answer.links["next"]["url"]


def test_the_actors_in_most_articles_come_first(told: Told, client: TestClient):
    told(f"{API}/actors", "limit=3&kind=person")
    found = all_of(client, f"{API}/actors?limit=7")
    members = [a["members"] for a in found]
    assert members == sorted(members, reverse=True)
    assert len({a["id"] for a in found}) == len(found) > 7


def test_actors_are_found_by_a_part_of_their_name(told: Told, known: actors.Listed):
    found = told(f"{API}/actors", f"q={known.name[:4]}")
    assert known.id in [a["id"] for a in found["items"]]
    assert told(f"{API}/actors", "q=qqqq")["items"] == []


def test_an_actor_has_names_and_months(told: Told, known: actors.Listed):
    found = told(f"{API}/actors/{{ident}}", ident=known.id)
    assert found["name"] == known.name
    assert {n["script"] for n in found["names"]} >= {"Latn"}
    assert "key" not in found


def test_what_an_actor_said_comes_page_by_page(
    told: Told, client: TestClient, known: actors.Listed
):
    path = f"{API}/actors/{{ident}}/statements"
    told(path, ident=known.id)
    found = all_of(client, f"{path.format(ident=known.id)}?limit=4")
    assert {line["entity"] for line in found} == {known.id}
    days = [line["said_first"] or line["day"] or "" for line in found]
    assert days == sorted(days, reverse=True)
    assert len(found) > 4


def test_what_is_said_of_an_actor_is_said_by_others(told: Told, known: actors.Listed):
    found = told(f"{API}/actors/{{ident}}/about", ident=known.id)["items"]
    assert found
    assert known.id not in {line["entity"] for line in found}


def test_who_passes_words_on_is_counted(told: Told, known: actors.Listed):
    found = told(f"{API}/actors/{{ident}}/paths", ident=known.id)
    assert sum(path["count"] for path in found["paths"]) == found["looked"] > 0


@pytest.mark.parametrize("part", ["", "/statements", "/about", "/paths"])
def test_an_actor_that_is_none_is_missing(client: TestClient, part: str):
    assert client.get(f"{API}/actors/0123456789abcdef{part}").status_code == 404


def test_a_search_finds_what_the_ledger_has(told: Told, client: TestClient, samples: Ledger):
    told(f"{API}/search", "q=ferry&limit=3")
    wanted = Filter.of({"q": "ferry", "form": "indirect"})
    found = all_of(client, f"{API}/search?q=ferry&form=indirect&limit=3")
    lines = samples.ask(lambda c: search.found(c, wanted)).lines
    assert [line["id"] for line in found] == [line.id for line in lines]
    assert len(lines) > 3


def test_a_search_tells_where_the_words_are(client: TestClient):
    for line in all_of(client, f"{API}/search?q=ferry"):
        words = {line["content"][a:b].casefold() for a, b in line["hits"]}
        named = (line["source"] or "", line["speaker"] or "", line["name"] or "")
        assert words == {"ferry"} or "ferry" in " ".join(named).casefold()
    assert {len(line["hits"]) for line in all_of(client, f"{API}/search?form=mixed")} == {0}


def test_all_statements_come_without_a_word(client: TestClient, samples: Ledger):
    found = all_of(client, f"{API}/search")
    wanted = {m.id for row in samples.articles() for m in samples.reading(row.id).of(Statement)}
    assert {line["id"] for line in found} == wanted
    assert len(found) == len(wanted)


def test_the_counts_of_a_value_are_those_of_its_search(told: Told, client: TestClient):
    found = told(f"{API}/facets", "q=ferry")
    forms = next(f for f in found["facets"] if f["field"] == "form")
    for value in forms["values"]:
        some = all_of(client, f"{API}/search?q=ferry&form={value['filter']['form']}")
        assert len(some) == value["count"]
    assert sum(v["count"] for v in forms["values"]) == found["total"]


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("q=%22%22", 400, "no-words"),
        ("since=2031-02-31", 400, "bad-filter"),
        ("cursor=AAAA", 400, "bad-cursor"),
        ("form=loud", 422, "bad-parameter"),
        ("hedge=maybe", 422, "bad-parameter"),
        ("entity=%27%20OR%201=1", 422, "bad-parameter"),
        ("nothing=1", 422, "bad-parameter"),
        (f"q={'a' * 501}", 422, "bad-parameter"),
        ("limit=51", 422, "bad-parameter"),
    ],
)
def test_what_is_nothing_to_search_by_is_refused(
    client: TestClient, query: str, status: int, code: str
):
    answer = client.get(f"{API}/search?{query}")
    assert (answer.status_code, answer.json()["code"]) == (status, code)


@pytest.mark.parametrize("name", ["q", "place", "outlet", "relay", "language"])
def test_no_parameter_is_part_of_a_question_to_the_database(client: TestClient, name: str):
    told = "x') OR 1=1 --"
    answer = client.get(f"{API}/search", params={name: told})
    assert answer.status_code == 200
    assert answer.json()["items"] == []


def test_articles_are_found_by_their_words(told: Told, client: TestClient):
    found = told(f"{API}/articles", "q=ferry&limit=2")["items"]
    for hit in found:
        words = [hit["excerpt"]["text"][a:b].lower() for a, b in hit["excerpt"]["hits"]]
        assert set(words) == {"ferry"}
    assert len(all_of(client, f"{API}/articles?q=ferry&limit=2")) > 2
    assert client.get(f"{API}/articles").status_code == 422


def test_the_front_tells_what_is_new(told: Told, samples: Ledger):
    found = told(f"{API}/front")
    assert found["statements"] == samples.counts().statements
    assert [day["day"] for day in found["latest"]] == sorted(
        (day["day"] for day in found["latest"]), reverse=True
    )


def test_the_archive_divides_the_ledger(told: Told, client: TestClient, samples: Ledger):
    found = told(f"{API}/archive")
    assert sum(p["articles"] for p in found["periods"]) + found["undated"] == (
        samples.counts().articles
    )
    (year,) = (p["period"] for p in found["periods"])
    months = told(f"{API}/archive/{{year}}", year=year)["periods"]
    assert sum(p["articles"] for p in months) == found["periods"][0]["articles"]
    first = months[0]["period"]
    days = told(f"{API}/archive/{{year}}/{{month}}", year=year, month=first[5:])["periods"]
    assert sum(p["articles"] for p in days) == months[0]["articles"]
    day = days[0]["period"]
    parts = {"year": year, "month": day[5:7], "day": day[8:]}
    items = told(f"{API}/archive/{{year}}/{{month}}/{{day}}", **parts)["items"]
    assert [a["day"] for a in items] == [day] * days[0]["articles"]
    undated = all_of(client, f"{API}/archive/undated?limit=1")
    assert [a["day"] for a in undated] == [None] * found["undated"]


@pytest.mark.parametrize("path", ["2031/02/30", "2031/13", "31", "2031/5/01"])
def test_what_is_no_day_is_none(client: TestClient, path: str):
    assert client.get(f"{API}/archive/{path}").status_code in (404, 422)


def test_the_timeline_counts_what_its_entries_list(told: Told, client: TestClient):
    found = told(f"{API}/timeline", "at=2031-05")
    told(f"{API}/timeline/entries", "at=2031-05")
    listed = all_of(client, f"{API}/timeline/entries?at=2031-05&limit=20")
    whole = [e for e in listed if e["first"][:10] == e["last"][:10]]
    assert sum(b["said"] + b["dated"] for b in found["bars"]) == len(whole) > 20
    assert (found["since"], found["until"]) == ("2031-05-01", "2031-05-31")
    assert (found["before"], found["after"]) == ("2031-04", "2031-06")


def test_the_timeline_is_narrowed_down_as_a_search_is(client: TestClient):
    listed = all_of(client, f"{API}/timeline/entries?at=all&language=de")
    assert {e["said"]["language"] for e in listed} == {"de"}
    only = all_of(client, f"{API}/timeline/entries?at=2031-05&only=dated")
    assert {e["said"] for e in only} == {None}
    assert client.get(f"{API}/timeline?at=2031-13").json()["code"] == "bad-window"


def test_places_are_told_with_where_they_are_named(told: Told):
    found = told(f"{API}/places")
    first = found["spots"][0]
    named = told(f"{API}/places/{{geonames}}", geonames=first["geonames"])["items"]
    assert len(named) == first["count"] > 1
    german = told(f"{API}/places", "language=de")
    assert sum(s["count"] for s in german["spots"]) < sum(s["count"] for s in found["spots"])


def test_where_an_article_stands(told: Told, samples: Ledger):
    ident = next(samples.articles()).id
    found = told(f"{API}/articles/{{ident}}/versions", ident=ident)
    assert found["current"] is True
    assert [v["article"] for v in found["versions"]] == [ident]


def test_a_long_text_is_cut_in_a_list(samples: Ledger):
    line = samples.ask(lambda c: search.found(c, Filter())).lines[0]
    told = without(replace(line, speaker="x" * 10**6, form=Form.DIRECT))
    assert told["speaker"] == "x" * LONG + "…"
    assert "key" not in told
