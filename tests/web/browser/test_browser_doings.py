"""What readers and editors do in a browser: paste, correct, take back, log in and out."""

from __future__ import annotations

from pathlib import Path

from browser_support import Comes, served
from web_support import PACK, address

from quoth.run import accounts
from quoth.store import open_ledger
from quoth.store.accounts import Role
from quoth.web import Settings

BRIDGE = """Council closes the old bridge of Aarnes

“We will rebuild the bridge before winter,” said Maria Lund, the mayor of Aarnes.

The council said it would pay for the work. The work begins in May.
"""
PASSWORD = "a lamp, a ferry, a tide"  # noqa: S105


def of_own(path: Path, name: str) -> str:
    """The address of one of PAGES on a ledger of the test's own."""
    with open_ledger(path, create=False) as ledger:
        return address(ledger, name)


def test_a_text_is_pasted_read_and_added(comes: Comes, own_room: str):
    reader = comes(own_room)
    page = reader.open("/")
    page.locator("form[action='/read'] details summary").click()
    page.fill("form[action='/read'] textarea", BRIDGE)
    reader.press("form[action='/read'] button")
    assert page.locator(".text .m.content").first.is_visible()
    assert "Maria Lund" in page.locator(".record").first.inner_text()
    assert reader.faults() == []
    reader.shot("walk-read-at-once")
    reader.press("form[action$='/add'] button")
    assert "/articles/" in page.url
    page.goto(f"{own_room}/search?q=rebuild+bridge")
    assert page.locator(".card").count() == 1


def test_an_address_of_the_machine_itself_is_refused(comes: Comes, own_room: str):
    reader = comes(own_room)
    reader.expected = {400, 403, 422}
    page = reader.open("/read")
    page.fill("form[action='/read'] input[name=url]", f"{own_room}/actors")
    reader.press("form[action='/read'] button")
    assert page.locator(".field .wrong, .note.warn, [role=alert]").first.is_visible()
    assert page.locator(".text .m").count() == 0
    assert reader.faults() == []


def test_a_name_is_given_and_taken_back(comes: Comes, own_room: str, own_ledger: Path):
    reader = comes(own_room)
    page = reader.open(of_own(own_ledger, "correct-actor"))
    old = page.input_value("form[action$='/rename'] [name=name]")
    page.fill("form[action$='/rename'] [name=name]", "Ada of the Lamps")
    page.fill("form[action$='/rename'] [name=reason]", "that is what she is called")
    reader.press("form[action$='/rename'] button")
    page.goto(own_room + of_own(own_ledger, "actor"))
    assert page.locator("h1").inner_text() == "Ada of the Lamps"
    page.goto(f"{own_room}/corrections")
    assert "that is what she is called" in page.locator("main").inner_text()
    assert reader.faults() == []
    reader.shot("walk-history")
    page.get_by_text("Say why").click()
    page.fill("form[action$='/undo'] [name=reason]", "she never liked it")
    reader.press("form[action$='/undo'] button")
    assert "she never liked it" in page.locator("main").inner_text()
    page.goto(own_room + of_own(own_ledger, "actor"))
    assert page.locator("h1").inner_text() == old


def test_a_statement_is_marked_wrong_and_comes_back(comes: Comes, own_room: str, own_ledger: Path):
    reader = comes(own_room)
    page = reader.open(of_own(own_ledger, "correct-statement"))
    reader.expected = {404, 410}
    ident = page.url.rsplit("/", 1)[1]
    page.fill("form[action$='/wrong'] [name=reason]", "nobody said so")
    reader.press("form[action$='/wrong'] button")
    assert ident not in of_own(own_ledger, "statement")
    page.goto(f"{own_room}/corrections")
    reader.press("form[action$='/undo'] button")
    page.goto(f"{own_room}/statements/{ident}")
    assert page.locator(".chain").first.is_visible()


def test_whoever_may_correct_has_to_log_in(comes: Comes, own_ledger: Path):
    with open_ledger(own_ledger, create=False) as ledger:
        accounts.make(ledger, "edda", Role.ADMINISTRATOR, PASSWORD)
        statement = address(ledger, "statement")
    with served(Settings(own_ledger, accounts=True, reader=PACK)) as room:
        reader = comes(room)
        page = reader.open(statement)
        assert page.locator("a[href^='/corrections/statements']").count() == 0
        page.goto(f"{room}/login")
        assert reader.faults() == []
        reader.expected = {401, 403, 422}
        for password in ("a wrong one", PASSWORD):
            page.fill("main input[name=name]", "edda")
            page.fill("main input[name=password]", password)
            reader.press("form[action='/login'] button")
        (session,) = (c for c in page.context.cookies() if c["name"] == "quoth-session")
        assert session["httpOnly"]
        assert session["sameSite"] in {"Lax", "Strict"}
        for path in ("/account", "/accounts"):
            reader.open(path)
            assert reader.faults() == []
            reader.shot("walk" + path.replace("/", "-"))
        reader.open(statement)
        assert page.locator("a[href^='/corrections/statements']").count() == 1
        page.goto(f"{room}/account")
        reader.press("form[action='/logout'] button")
        reader.open(statement)
        assert page.locator("a[href^='/corrections/statements']").count() == 0
