"""An editor corrects a statement, with the mouse and without scripts, and undoes it."""

from __future__ import annotations

from pathlib import Path

from browser_support import NARROW, Comes
from playwright.sync_api import Page

from quoth.store import open_ledger

_SELECT = """words => {
  const text = document.getElementById("passages");
  const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    const chosen = getSelection();
    chosen.removeAllRanges();
    chosen.addRange(range);
    return true;
  }
  return false;
}"""
_LONG = (
    "SELECT id FROM statement WHERE language = 'en' AND form = 'indirect'"
    " AND length(content_text) > 60 ORDER BY length(content_text), id LIMIT 1"
)


def statement(file: Path) -> tuple[str, str]:
    """The id and the words of a statement."""
    with open_ledger(file, create=False) as ledger:
        ident = ledger.ask(lambda c: c.exec_driver_sql(_LONG).scalar_one())
        return ident, " ".join(ledger.statement(ident).content.split())


def content(page: Page) -> str:
    return page.locator("textarea[name=content]").input_value()


def test_words_that_are_selected_become_those_of_the_statement(
    comes: Comes, own_room: str, own_ledger: Path
):
    ident, said = statement(own_ledger)
    words = " ".join(said.split()[:3])
    reader = comes(own_room)
    page = reader.open(f"/statements/{ident}")
    page.get_by_role("link", name="Correct this statement").click()
    assert content(page) == said
    assert page.evaluate(_SELECT, words)
    page.get_by_role("button", name="Said", exact=True).click()
    assert content(page) == words
    last = said.split()[-1]
    assert page.evaluate(_SELECT, last)
    page.get_by_label("add to what is there").check()
    page.get_by_role("button", name="Said", exact=True).click()
    assert content(page) == f"{words}\n{last}"
    page.locator("#spans-reason").fill("too much of it")
    reader.press("form[action$='/spans'] button:not([type])")
    assert page.get_by_role("status").inner_text().startswith("Kept as decision 1")
    reader.shot("walk-correct-mended")
    page.get_by_role("link", name="The statement").click()
    assert words in page.locator("main").inner_text()
    assert "too much of it" in page.locator("main").inner_text()


def test_a_wrong_statement_goes_and_comes_back_without_scripts_on_a_telephone(
    comes: Comes, own_room: str, own_ledger: Path
):
    ident, said = statement(own_ledger)
    reader = comes(own_room, scripts=False, **NARROW)
    page = reader.open(f"/corrections/statements/{ident}")
    page.locator("#wrong-reason").fill("nobody said so")
    reader.press("form[action$='/wrong'] button")
    assert reader.sideways() == []
    assert reader.faults() == []
    page = reader.open(f"/statements/{ident}")
    assert page.url.endswith(f"/corrections/statements/{ident}")
    page = reader.open("/corrections")
    assert said[:40] in " ".join(page.locator(".decision").first.inner_text().split())
    reader.shot("walk-correct-history")
    reader.press("form[action$='/undo'] button")
    assert "undone" in page.locator(".decision").first.inner_text()
    assert page.get_by_role("button", name="Undo decision 1").count() == 0
    assert reader.faults() == []
    page = reader.open(f"/statements/{ident}")
    assert page.url.endswith(f"/statements/{ident}")
