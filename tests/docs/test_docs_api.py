"""What docs/api-v1.md says of the API and the feeds is so."""

import re
from pathlib import Path

import pytest

from quoth.run.codes import CODES
from quoth.web import Settings, create_app
from quoth.web.app import ROOMS

PAGE = (Path(__file__).parents[2] / "docs" / "api-v1.md").read_text("utf-8")
TOLD = create_app(Settings(Path("none.quoth"))).openapi()


def rows(head: str) -> list[list[str]]:
    """The cells of the table with this head."""
    table = PAGE.split(f"\n{head}\n", 1)[1].split("\n\n")[0]
    return [line.strip("| ").split(" | ") for line in table.splitlines()[1:]]


def test_every_status_of_an_error_is_told():
    statuses = {s for p in TOLD["paths"].values() for s in p["get"]["responses"]}
    told = {row[0] for row in rows("| status | code | when |")}
    assert told == statuses - {"200", "304"}


def test_every_code_of_a_refused_question_is_told():
    told = {
        code for row in rows("| status | code | when |") for code in re.findall(r"`(.+?)`", row[1])
    }
    assert {c.code for c in CODES if c.code.startswith(("bad-cursor", "bad-f", "bad-w"))} <= told


def test_every_feed_is_told():
    feeds = {
        re.sub(r"\{\w+\}", "{id}", getattr(route, "path", ""))
        for room in ROOMS
        for route in room.routes
        if getattr(route, "path", "").startswith("/feeds/")
    }
    assert {re.findall(r"`([^`?…]+)", row[0])[0] for row in rows("| feed | of |")} == feeds
    assert len(feeds) == 3


@pytest.mark.parametrize("path", sorted(TOLD["paths"]))
def test_every_address_is_described_in_words(path: str):
    operation = TOLD["paths"][path]["get"]
    assert operation["description"].endswith(".")
    assert f"### {path}\n" in PAGE
    for parameter in operation.get("parameters", ()):
        assert parameter.get("description"), parameter["name"]
    assert "ETag" in operation["responses"]["200"]["headers"]


def test_no_two_things_have_one_name():
    # FastAPI writes the module before names that are there twice
    assert [name for name in TOLD["components"]["schemas"] if "__" in name] == []
