"""The pages of accounts on a telephone, and what stands on pages elsewhere."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser_support import NARROW, Comes, Reader, served

from quoth.annotate import PACK
from quoth.run import accounts
from quoth.store import open_ledger
from quoth.store.accounts import Role
from quoth.web import Settings

WORDS = "four quiet blue lamps"
FORGED = """<form id="f" method="post" action="{}/logout"></form><script>f.submit()</script>"""


@pytest.fixture(scope="module")
def guarded(ledger_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A reading room in which changing anything takes an account."""
    path = Path(shutil.copy(ledger_file, tmp_path_factory.mktemp("room") / "own.quoth"))
    with open_ledger(path) as ledger:
        for name, role in (("Ana Lund", Role.ADMINISTRATOR), ("Tomas Vik", Role.READER)):
            accounts.make(ledger, name, role, WORDS)
    with served(Settings(path, accounts=True, reader=PACK)) as address:
        yield address


def log_in(reader: Reader, name: str, password: str = WORDS) -> None:
    page = reader.page
    page.fill("#name", name)
    page.fill("#password", password)
    reader.press("main form button")


@pytest.mark.parametrize("path", ["/account", "/accounts", "/nothing"])
def test_the_pages_fit_a_telephone_and_work_without_scripts(comes: Comes, guarded: str, path: str):
    reader = comes(guarded, scripts=False, **NARROW)
    reader.expected.add(404)
    reader.open("/login?to=" + path)
    assert reader.sideways() == []
    log_in(reader, "Ana Lund")
    assert reader.page.url == guarded + path
    for summary in reader.page.locator("main summary").all():
        summary.click()
    assert reader.sideways() == []
    assert reader.faults() == []
    reader.shot(f"accounts-narrow-{path[1:]}")


def test_a_form_that_stands_elsewhere_changes_nothing(comes: Comes, guarded: str):
    reader = comes(guarded)
    page = reader.open("/login")
    log_in(reader, "Tomas Vik")
    reader.expected.add(403)
    page.goto("about:blank")
    with page.expect_navigation():
        page.set_content(FORGED.format(guarded))
    page.wait_for_url(f"{guarded}/logout")
    assert "out of date" in page.inner_text("h1")
    reader.open("/account")
    assert page.url == f"{guarded}/account"


def test_no_other_page_can_frame_the_room(comes: Comes, guarded: str):
    reader = comes(guarded)
    page = reader.page
    page.set_content(f'<iframe src="{guarded}/login"></iframe>')
    page.wait_for_timeout(500)
    assert not any("Log in" in frame.content() for frame in page.frames[1:])
    # the browser says that it refused, which is what is wanted
    reader.problems.clear()


def test_who_waits_for_a_page_to_be_read_is_told(comes: Comes, room: str):
    reader = comes(room)
    page = reader.open("/read")
    # an answer that leaves the page as it is, as while it is waited for
    page.route("**/read", lambda route: route.fulfill(status=204))
    page.fill("textarea", "The bridge is closed.")
    page.locator("main form button").click(no_wait_after=True)
    page.locator("main form button:disabled").wait_for()
    assert "few seconds" in page.inner_text("main form [role=status]")
