"""The language of the interface: asked for by the browser, chosen by the reader."""

import pytest
from fastapi.testclient import TestClient

from quoth.web.rooms.language import here


@pytest.mark.parametrize(
    ("wanted", "given"),
    [("es-MX, en;q=0.5", "es"), ("id", "id"), ("fi", "en"), ("", "en"), ("en;q=0.2, id", "id")],
)
def test_the_browser_says_which_language(client: TestClient, wanted: str, given: str):
    answer = client.get("/", headers={"accept-language": wanted})
    assert answer.headers["content-language"] == given
    assert f'<html lang="{given}"' in answer.text


def test_a_chosen_language_is_kept_and_leads_back_to_the_page(client: TestClient):
    answer = client.get("/language?code=id&to=/%3Fa%3Db", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/?a=b"
    assert client.get("/").headers["content-language"] == "id"
    client.cookies.clear()


def test_what_is_no_language_changes_nothing(client: TestClient):
    answer = client.get("/language?code=xx", follow_redirects=False)
    assert answer.status_code == 303
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "address",
    ["https://other.example/", "//other.example", "/\\other.example", "/\t/other.example", "", "x"],
)
def test_it_leads_to_no_other_host(address: str):
    assert here(address) == "/"
