"""Answers carry an entity tag, errors are problem details."""

import json

import pytest
from fastapi import Request
from fastapi.testclient import TestClient
from starlette.exceptions import HTTPException

from quoth.errors import LedgerBroken, UsageError
from quoth.store import Ledger
from quoth.web.api import problems
from quoth.web.api.answers import answer, list_answer, record_answer


def _request(query: bytes = b"", **headers: str) -> Request:
    told = [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()]
    return Request(
        {
            "type": "http",
            "path": "/api/v1/x",
            "query_string": query,
            "headers": told,
            "method": "GET",
        }
    )


def test_what_the_asker_has_is_not_sent_again():
    tag = answer(_request(), "{}").headers["etag"]
    for header in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        found = answer(_request(if_none_match=header), "{}")
        assert (found.status_code, found.body) == (304, b"")
        assert found.headers["etag"] == tag


def test_another_answer_has_another_tag():
    tag = answer(_request(), "{}").headers["etag"]
    found = answer(_request(if_none_match=f'{tag}x, "{tag}'), "[]")
    assert found.status_code == 200
    assert found.headers["etag"] != tag


def test_texts_that_no_encoding_holds_are_told_all_the_same():
    found = record_answer(_request(), {"text": "a\ud800b\x00\u2028"})
    assert json.loads(found.body) == {"text": "a\ud800b\x00\u2028"}


def test_the_next_page_keeps_the_parameters():
    found = list_answer(_request(b"q=a%26b&cursor=old&limit=2"), ["x"], "new")
    assert json.loads(found.body) == {"items": ["x"], "next": "new"}
    assert found.headers["link"] == '</api/v1/x?q=a%26b&limit=2&cursor=new>; rel="next"'
    assert "link" not in list_answer(_request(), ["x"], None).headers


def test_what_is_no_record_is_refused():
    with pytest.raises(TypeError):
        record_answer(_request(), ["x"])


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (UsageError("m", "no-such-entity"), 404, "no-such-entity"),
        (UsageError("m", "bad-cursor"), 400, "bad-cursor"),
        (LedgerBroken("/secret/path is broken"), 503, "ledger"),
    ],
)
def test_errors_of_quoth_are_problems(error: UsageError, status: int, code: str):
    found = problems.of_quoth(error)
    assert found.media_type == "application/problem+json"
    body = json.loads(found.body)
    assert (found.status_code, body["status"], body["code"]) == (status, status, code)
    assert "secret" not in body["detail"]


def test_errors_of_http_have_their_words_once():
    told = json.loads(problems.of_http(HTTPException(404)).body)
    assert told == {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "code": "not-found",
    }
    assert json.loads(problems.of_http(HTTPException(599, "why")).body)["detail"] == "why"


@pytest.mark.parametrize(
    ("path", "status", "named"),
    [
        ("/api/v1/articles/xyz", 422, "ident"),
        ("/api/v1/articles/0123456789abcdef", 404, ""),
        ("/api/v1/articles/0123456789abcdef/marks?kind=nothing", 422, "kind"),
        ("/api/v1/articles/0123456789abcdef/marks?other=1", 422, "other"),
        ("/api/v1/articles/0123456789abcdef/statements?limit=0", 422, "limit"),
        ("/api/v1/statements/0123456789abcdef", 404, ""),
    ],
)
def test_what_does_not_fit_is_a_problem(client: TestClient, path: str, status: int, named: str):
    found = client.get(path)
    assert found.status_code == status
    assert found.headers["content-type"] == "application/problem+json"
    assert [e["parameter"] for e in found.json().get("errors", ())] == ([named] if named else [])


def test_the_beginning_of_an_id_is_none(client: TestClient, samples: Ledger):
    article = next(samples.articles()).id
    assert client.get(f"/api/v1/articles/{article}").status_code == 200
    longer = f"{article}0"
    assert client.get(f"/api/v1/articles/{longer}").status_code == 404


def test_the_address_of_the_api_leads_to_its_description(client: TestClient):
    answer = client.get("/api/v1")
    assert answer.url.path == "/api/v1/openapi.json"
    assert answer.json()["openapi"].startswith("3.1")


def test_what_only_reads_refuses_the_rest(client: TestClient):
    answer = client.delete("/api/v1/actors")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")
    assert answer.headers["content-type"] == "application/problem+json"
    assert client.head("/api/v1/actors").content == b""
