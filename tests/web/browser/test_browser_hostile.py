"""Pages that mean harm, in a browser: no script of theirs runs, nothing of theirs is an element."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from browser_support import NARROW, Comes, Reader, served
from hostile_support import TAG, TURNED, WORDS
from web_support import PACK, address

from quoth.store import Ledger, open_ledger
from quoth.web import Settings

_ARTICLES = "SELECT id FROM article WHERE length(headline) < 1000"

_HARM = """() => [
  ...(window.hurtBy || []),
  ...[...document.querySelectorAll("x-hurt, img, style, script:not([src])")].map(e => e.outerHTML),
  ...[...document.querySelectorAll("*")].flatMap(e => [...e.attributes]
    .filter(a => /^on/.test(a.name) || ["href", "src", "action", "formaction", "xlink:href"]
      .includes(a.name) && !/^([/#?]|https?:)/.test(a.value.trim()))
    .map(a => e.tagName + " " + a.name + "=" + a.value.slice(0, 80))),
]"""


@pytest.fixture(scope="module")
def hostile(hostile_file: Path) -> Iterator[tuple[str, Ledger]]:
    """The room of the pages that mean harm, and their ledger."""
    with (
        open_ledger(hostile_file, create=False) as ledger,
        served(Settings(hostile_file, reader=PACK)) as room,
    ):
        yield room, ledger


def harm(reader: Reader) -> list[str]:
    """What ran or stands in the page; what the policy refused is among the problems."""
    found: list[str] = reader.page.evaluate(_HARM)
    return found + reader.problems


def stay(comes: Comes, room: str, **options: object) -> Reader:
    reader = comes(room, **options)
    reader.page.add_init_script(
        "window.hurtBy = []; window.hurt = () => window.hurtBy.push('ran');"
    )
    return reader


def test_articles_hurt_nobody_when_they_are_clicked_through(
    comes: Comes, hostile: tuple[str, Ledger]
):
    room, ledger = hostile
    reader = stay(comes, room)
    for ident in ledger.ask(lambda c: c.exec_driver_sql(_ARTICLES).scalars().all()):
        page = reader.open(f"/articles/{ident}")
        if page.locator(".text .m.content").count():
            reader.tap(".text .m.content")
        assert harm(reader) == [], ident


LISTS = ("front", "actors", "actor", "statement", "timeline", "map", "archive-day", "corrections")


def test_lists_and_pictures_hurt_nobody(comes: Comes, hostile: tuple[str, Ledger]):
    room, ledger = hostile
    reader = stay(comes, room, **NARROW)
    for name in LISTS:
        reader.open(address(ledger, name))
        assert harm(reader) == [], name
        assert reader.sideways() == [], name
        reader.shot(f"hostile-{name}")


def test_what_is_searched_for_hurts_nobody(comes: Comes, hostile: tuple[str, Ledger]):
    room, _ = hostile
    reader = stay(comes, room)
    reader.expected = {400, 404, 414}
    for words in (w[:400] for w in WORDS.values()):
        told = quote(words)
        reader.open(f"/search?q={told}&place={told}#{told}")
        assert harm(reader) == [], words
    reader.open(f"/no/such/page/{quote(TAG)}")
    assert harm(reader) == []


def test_a_pasted_text_hurts_nobody(comes: Comes, hostile: tuple[str, Ledger]):
    room, _ = hostile
    reader = stay(comes, room)
    page = reader.open("/read")
    details = page.locator("form[action='/read'] details summary")
    if details.count():
        details.first.click()
    page.fill(
        "form[action='/read'] textarea", f"{TAG} closes\n\n“{TAG},” said Maria {TURNED} Lund."
    )
    reader.press("form[action='/read'] button")
    assert harm(reader) == []
