"""Corrections in the browser: who may make them, what they change, and what is told of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html
from web_support import AT, ENGLISH, post

from quoth.model import Time
from quoth.run.deciding import decisions
from quoth.store import Ledger, StatementRow, open_ledger
from quoth.web import Settings, create_app


@pytest.fixture
def ledger(own_ledger: Path) -> Iterator[Ledger]:
    with open_ledger(own_ledger, create=False) as opened:
        yield opened
        assert opened.check() == ()


@pytest.fixture
def row(ledger: Ledger) -> StatementRow:
    """A statement in English with a source of its own."""
    rows = ledger.statements()
    return next(r for r in rows if r.language == "en" and r.source and len(r.content) > 40)


def of(row: StatementRow) -> str:
    return f"/corrections/statements/{row.id}"


def test_the_words_of_a_statement_stand_in_the_form_as_the_page_has_them(
    own_client: TestClient, row: StatementRow
) -> None:
    page = own_client.get(of(row)).text
    for words in (row.content, row.source or ""):
        assert " ".join(words.split()) in page


def test_an_editor_marks_a_statement_as_wrong_and_takes_that_back(
    own_client: TestClient, ledger: Ledger, row: StatementRow
) -> None:
    answer = post(own_client, f"{of(row)}/wrong")
    assert answer.url.path == of(row)
    assert answer.url.params["done"] == "1"
    assert "marked as wrong" in answer.text
    assert row.id not in {r.id for r in ledger.statements()}
    shown = own_client.get("/corrections").text
    assert "seen twice" in shown
    assert row.content[:30] in shown
    answer = post(own_client, "/corrections/1/undo", to=of(row), reason=" said so <b>twice</b> ")
    assert answer.url.path == of(row)
    assert row.id in {r.id for r in ledger.statements()}
    shown = own_client.get("/corrections").text
    assert "undone by" in shown
    assert "said so &lt;b&gt;twice&lt;/b&gt;" in shown
    told = own_client.get("/api/v1/corrections/1").json()
    assert told["undone_reason"] == "said so <b>twice</b>"


def test_an_undo_needs_no_reason(own_client: TestClient, ledger: Ledger, row: StatementRow) -> None:
    post(own_client, f"{of(row)}/wrong")
    assert post(own_client, "/corrections/1/undo", reason="  ").status_code == 200
    (undone,) = decisions(ledger)
    assert undone.undone_at
    assert undone.undone_reason is None


def test_an_editor_mends_words(own_client: TestClient, ledger: Ledger, row: StatementRow) -> None:
    words = " ".join(row.content.split()[:4])
    post(own_client, f"{of(row)}/spans", content=words, cue=row.cue or "", source=row.source or "")
    assert " ".join(ledger.statement(row.id).content.split()) == words
    assert words in own_client.get(of(row)).text


def test_words_that_are_not_there_stay_in_the_form(
    own_client: TestClient, ledger: Ledger, row: StatementRow
) -> None:
    answer = post(own_client, f"{of(row)}/spans", content="<i>the moon & the sea</i>")
    assert answer.status_code == 400
    assert "&lt;i&gt;the moon &amp; the sea&lt;/i&gt;" in answer.text
    assert 'role="alert"' in answer.text
    assert decisions(ledger) == ()


def test_what_was_filled_in_and_emptied_stays_so_in_a_form_that_is_refused(
    own_client: TestClient, row: StatementRow
) -> None:
    told = {"content": row.content, "source": "", "cue": "the moon", "reason": "so it was"}
    answer = post(own_client, f"{of(row)}/spans", **told)
    form = html.document_fromstring(answer.text).get_element_by_id("spans")
    fields = dict(form.form_values())
    assert {name: " ".join(fields[name].split()) for name in told} == {
        **told,
        "content": " ".join(row.content.split()),
    }
    others = [f for f in html.document_fromstring(answer.text).forms if f.get("id") == "wrong"]
    assert dict(others[0].form_values())["reason"] == ""


def test_there_is_no_other_form(own_client: TestClient, ledger: Ledger, row: StatementRow) -> None:
    for address in (of(row), f"/corrections/actors/{actors(ledger)[0]}"):
        assert post(own_client, f"{address}/nothing").status_code == 404
    assert post(own_client, f"{of(row)}/wrong", reason="x" * 1001).status_code >= 400
    assert decisions(ledger) == ()


def test_an_editor_corrects_a_day_and_a_minute(
    own_client: TestClient, ledger: Ledger, row: StatementRow
) -> None:
    post(own_client, f"{of(row)}/date", first="2030-02-03", last="2030-02-05")
    assert 'value="2030-02-05"' in own_client.get(of(row)).text
    post(own_client, f"{of(row)}/date", first="2030-02-03", last="2030-02-05", clock="10:30")
    page = own_client.get(of(row)).text
    assert 'value="10:30"' in page
    assert 'value="2030-02-05"' not in page
    assert post(own_client, f"{of(row)}/date", first="soon").status_code == 400
    assert post(own_client, f"{of(row)}/date", first="2030-02-03", clock="25:00").status_code == 400
    assert len(decisions(ledger)) == 2


def test_an_editor_corrects_the_day_that_a_sentence_means(
    own_client: TestClient, ledger: Ledger
) -> None:
    find = "SELECT a.id FROM dated d JOIN article a ON a.key = d.article ORDER BY d.first LIMIT 1"
    article = ledger.ask(lambda c: c.exec_driver_sql(find).scalar_one())
    position = "SELECT position FROM dated d JOIN article a ON a.key = d.article WHERE a.id = ?"
    at = ledger.ask(lambda c: c.exec_driver_sql(position, (article,)).scalar_one())
    mark = ledger.reading(article).marks[at]
    assert isinstance(mark.value, Time)
    post(own_client, f"/corrections/times/{article}/{mark.id}", first="2030-02-03")
    days = "SELECT d.first FROM dated d JOIN article a ON a.key = d.article WHERE a.id = ?"
    first = ledger.ask(lambda c: c.exec_driver_sql(days, (article,)).scalars().all())
    assert "2030-02-03" in first


def test_an_editor_corrects_the_day_of_publication(
    own_client: TestClient, ledger: Ledger, row: StatementRow
) -> None:
    at = f"/corrections/articles/{row.article}"
    stated = ledger.article(row.article).meta.published or ""
    page = own_client.get(f"/articles/{row.article}").text
    assert f'href="{at}"' in page
    assert f'value="{stated[:10]}"' in own_client.get(at).text
    answer = post(own_client, at, first="2033-01-02")
    assert (answer.url.path, answer.url.params["done"]) == (at, "1")
    assert "January 2, 2033" in own_client.get(f"/articles/{row.article}").text
    for listed in ("/archive/2033/01/02", "/", "/search?q=&since=2033-01-01"):
        assert row.article in own_client.get(listed).text, listed
    told = own_client.get("/corrections?about=statements").text
    assert at in told
    assert (ledger.article(row.article).meta.headline or "")[:20] in told
    post(own_client, at, first="2033-01-02", clock="10:30")
    assert 'value="10:30"' in own_client.get(at).text
    for first in ("", "soon", "2033-01"):
        assert post(own_client, at, first=first).status_code == 400
    for number in ("2", "1"):
        assert post(own_client, f"/corrections/{number}/undo").status_code == 200
    assert ledger.article(row.article).meta.published == stated


def actors(ledger: Ledger) -> list[str]:
    """People that several articles name, those in most articles first."""
    find = "SELECT id FROM entity WHERE kind = 'person' AND members > 3 ORDER BY members DESC, id"
    return list(ledger.ask(lambda c: c.exec_driver_sql(find).scalars().all()))


def test_an_editor_renames_merges_and_splits(own_client: TestClient, ledger: Ledger) -> None:
    one, other, *_ = actors(ledger)
    at = f"/corrections/actors/{one}"
    with ledger.entities() as entities:
        known = entities.known([one, other])
        members = entities.members(other)
    assert "Rosa Quint" in post(own_client, f"{at}/rename", name="Rosa Quint").text
    found = own_client.get(at, params={"other": known[other].name}).text
    assert f'value="{other}"' in found
    post(own_client, f"{at}/merge", other=other)
    with ledger.entities() as entities:
        assert entities.known([one])[one].members == known[one].members + known[other].members
    chosen = [members[0].ref.article, members[1].ref.article]
    assert (
        post(own_client, f"{at}/split", article=chosen, called=members[0].name).status_code == 200
    )
    for number in (3, 2, 1):
        assert post(own_client, f"/corrections/{number}/undo").status_code == 200
    with ledger.entities() as entities:
        now = entities.known([one, other])
    assert {i: (k.name, k.members) for i, k in now.items()} == {
        i: (k.name, k.members) for i, k in known.items()
    }


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("rename", {"name": " "}),
        ("merge", {"other": "nobody"}),
        ("merge", {"other": ""}),
        ("split", {}),
        ("split", {"called": "Nobody at all"}),
        ("rename", {"name": "Rosa", "reason": "  "}),
    ],
)
def test_what_cannot_be_decided_is_told_and_not_kept(
    own_client: TestClient, ledger: Ledger, form: str, told: dict[str, str]
) -> None:
    answer = post(own_client, f"/corrections/actors/{actors(ledger)[0]}/{form}", **told)
    assert answer.status_code == 400
    assert answer.text.count('role="alert"') == 1
    assert decisions(ledger) == ()


def test_a_decision_is_taken_back_once(own_client: TestClient, row: StatementRow) -> None:
    post(own_client, f"{of(row)}/wrong")
    post(own_client, "/corrections/1/undo")
    answer = post(own_client, "/corrections/1/undo")
    assert answer.status_code == 409
    assert "undone before" in answer.text


def test_who_undoes_something_comes_back_to_this_room_only(
    own_client: TestClient, row: StatementRow
) -> None:
    post(own_client, f"{of(row)}/wrong")
    answer = post(own_client, "/corrections/1/undo", to="https://elsewhere.example/corrections")
    assert str(answer.url) == f"{AT}/?done=1"


@pytest.mark.parametrize(
    "address",
    [
        "/corrections/7",
        "/corrections/x",
        "/corrections/0",
        "/corrections/99999999999999999999",
        "/corrections/statements/x",
        "/corrections/actors/x",
        "/corrections/times/x/y",
        "/corrections/articles/x",
    ],
)
def test_what_is_not_there_is_not_found(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_foreign_place_in_the_history_is_refused(client: TestClient) -> None:
    assert client.get("/corrections?after=x").status_code == 400


def test_the_history_is_read_in_pages(
    own_client: TestClient, ledger: Ledger, row: StatementRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quoth.store.views.corrections.history.__defaults__", ((), None, 2))
    for day in ("2030-01-01", "2030-01-02", "2030-01-03"):
        post(own_client, f"{of(row)}/date", first=day)
    first = own_client.get("/corrections?about=statements").text
    assert re.findall(r'id="d-(\d+)"', first) == ["3", "2"]
    (link,) = re.findall(r'rel="next" href="([^"]+)"', first)
    second = own_client.get(f"/corrections{link.replace('&amp;', '&')}").text
    assert re.findall(r'id="d-(\d+)"', second) == ["1"]
    assert re.findall(r'id="d-(\d+)"', own_client.get("/corrections?about=actors").text) == []


def test_who_may_not_edit_reads_the_history_and_no_form(
    own_ledger: Path, ledger: Ledger, row: StatementRow
) -> None:
    app = create_app(Settings(own_ledger, accounts=True))
    with TestClient(app, AT, headers=ENGLISH) as reader:
        article = f"/corrections/articles/{row.article}"
        actor = f"/corrections/actors/{actors(ledger)[0]}"
        for address in (of(row), article, actor, "/corrections"):
            page = reader.get(address)
            assert page.status_code == 200
            assert 'method="post"' not in page.text
        token = re.search(r'value="([0-9a-f]{64})"', reader.get("/login").text)
        assert token
        form = {"token": token[1], "reason": "x"}
        assert reader.post(f"{of(row)}/wrong", data=form).status_code == 401
    assert decisions(ledger) == ()


def test_a_form_without_its_token_changes_nothing(
    own_client: TestClient, ledger: Ledger, row: StatementRow
) -> None:
    assert own_client.post(f"{of(row)}/wrong", data={"reason": "x"}).status_code == 403
    assert decisions(ledger) == ()


def test_a_statement_that_is_gone_keeps_its_history(
    own_client: TestClient, own_ledger: Path, row: StatementRow
) -> None:
    post(own_client, f"{of(row)}/wrong")
    with open_ledger(own_ledger) as ledger:
        known = ledger.reading(row.article)
        other = replace(known, marks=tuple(m for m in known.marks if m.kind != "statement"))
        ledger.add(key_of(ledger, row), other)
    answer = own_client.get(of(row))
    assert answer.status_code == 404
    assert "seen twice" in answer.text


def key_of(ledger: Ledger, row: StatementRow) -> str:
    """The key of the page of a statement."""
    find = "SELECT p.name FROM page p JOIN version v ON v.page_id = p.id WHERE v.article_id = ?"
    return str(ledger.ask(lambda c: c.exec_driver_sql(find, (row.article,)).scalar_one()))
