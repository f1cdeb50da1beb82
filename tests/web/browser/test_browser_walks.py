"""A reader walks through the room: finds, reads, goes from words to records and back."""

from __future__ import annotations

import json
import re

import pytest
from browser_support import NARROW, Comes, Reader
from playwright.sync_api import expect
from web_support import address

from quoth.store import Ledger


def count(text: str | None) -> int:
    """The number in a text of a page."""
    found = re.search(r"\d[\d,.]*", text or "")
    assert found is not None
    return int(re.sub(r"\D", "", found[0]))


def scrolled(reader: Reader) -> float:
    return float(reader.page.evaluate("scrollY"))


def test_from_the_box_on_every_page_to_the_words_on_theirs(comes: Comes, room: str):
    reader = comes(room)
    page = reader.open("/actors")
    page.fill("#find", "ferry")
    page.press("#find", "Enter")
    page.wait_for_url("**/search?q=ferry*")
    assert page.locator(".card mark").first.inner_text().lower() == "ferry"
    words = page.locator(".card .words").first.inner_text()
    page.locator(".card .from a").first.click()
    page.wait_for_url("**/articles/*#s-*")
    anchor = page.url[page.url.index("#") :]
    assert reader.in_sight(anchor)
    around = page.locator(anchor).evaluate("e => e.parentElement.innerText")
    assert words.strip("… ")[:30] in " ".join(around.split())


def test_a_filter_gives_as_many_as_it_says_and_they_can_be_taken_along(comes: Comes, room: str):
    reader = comes(room)
    page = reader.open("/search?q=ferry")
    facet = page.locator('.facets a[href*="form=indirect"]').first
    promised = count(facet.locator("xpath=..").locator(".count").inner_text())
    facet.click()
    page.wait_for_url("**form=indirect*")
    assert page.locator(".card").count() == promised
    export = page.locator('a[href*="/export/jsonl"]').first
    page.locator("details").filter(has=export).locator("summary").first.click()
    with page.expect_download() as download:
        export.click()
    lines = download.value.path().read_text("utf-8").splitlines()
    assert len(lines) == promised
    assert {json.loads(line)["form"] for line in lines} == {"indirect"}


def test_a_click_in_the_text_opens_the_record_beside_it(comes: Comes, room: str, samples: Ledger):
    reader = comes(room)
    page = reader.open(address(samples, "article"))
    page.locator(".text .m.content").last.scroll_into_view_if_needed()
    place, at = scrolled(reader), page.url
    reader.tap(".text p:last-of-type .m.content")
    opened = page.locator("#opened")
    expect(opened).to_be_visible()
    assert opened.locator(".record").count() >= 1
    assert (scrolled(reader), page.url) == (place, at)
    reader.shot("walk-record-beside-the-text")
    page.keyboard.press("Escape")
    expect(opened).to_be_hidden()
    assert scrolled(reader) == place


def test_each_kind_of_mark_can_be_switched_off(comes: Comes, room: str, samples: Ledger):
    reader = comes(room)
    page = reader.open(address(samples, "article"))
    ground = "e => getComputedStyle(e).backgroundColor"
    mark = page.locator(".text .m.content").first
    before = mark.evaluate(ground)
    page.locator("#show-statement").uncheck()
    assert mark.evaluate(ground) != before
    page.reload()
    assert not page.locator("#show-statement").is_checked()
    page.locator("#show-statement").check()
    assert page.locator(".text .m.content").first.evaluate(ground) == before


def test_without_scripts_a_mark_leads_to_its_record_and_back(
    comes: Comes, room: str, samples: Ledger
):
    reader = comes(room, scripts=False, **NARROW)
    page = reader.open(address(samples, "article"))
    furniture = page.locator("details.furniture").first
    assert not furniture.evaluate("e => e.open")
    furniture.locator("summary").click()
    assert furniture.evaluate("e => e.open")
    anchor = page.locator(".text a.m.content").first.get_attribute("href") or ""
    reader.tap(".text a.m.content")
    page.wait_for_url(f"**{anchor}")
    assert reader.in_sight(anchor)
    back = page.locator(f"{anchor} a.in-text").first
    words = back.get_attribute("href") or ""
    back.click()
    page.wait_for_url(f"**{words}")
    assert reader.in_sight(words)


def test_each_link_of_a_chain_opens_the_words_that_prove_it(
    comes: Comes, room: str, samples: Ledger
):
    reader = comes(room)
    page = reader.open(address(samples, "statement"))
    links = page.locator(".chain details")
    assert links.count() >= 3
    links.first.locator("summary").click()
    proof = links.first.locator("a[href*='show=']").first
    assert proof.is_visible()
    proof.click()
    page.wait_for_url("**/articles/*")
    assert reader.in_sight("#here")


def test_from_the_front_to_an_actor_and_what_is_said_about_them(comes: Comes, room: str):
    reader = comes(room)
    page = reader.open("/")
    first = page.locator(".ranking a[href^='/actors/']").first
    name = first.inner_text()
    first.click()
    page.wait_for_url("**/actors/*")
    assert page.locator("h1").inner_text() == name
    assert page.locator(".card").count() >= 5
    page.locator(".tabs a[href*='part=about']").click()
    page.wait_for_url("**part=about*")
    assert page.locator("h1").inner_text() == name


def test_the_timeline_goes_from_all_time_to_a_day(comes: Comes, room: str):
    reader = comes(room)
    page = reader.open("/timeline?at=all")
    for at in ("203", "2031", "2031-05", "2031-05-03"):
        page.locator(f"svg.bars a[href$='at={at}']").click()
        page.wait_for_url(f"**at={at}")
    assert page.locator(".card").count() >= 5
    reader.shot("walk-timeline-day")


def test_the_archive_leads_from_a_year_to_an_article(comes: Comes, room: str):
    page = comes(room).open("/archive")
    for way in ("/archive/2031", "/archive/2031/05", "/archive/2031/05/"):
        page.locator(f"main a[href^='{way}']").first.click()
        page.wait_for_url(f"**{way}*")
    page.locator("main a[href^='/articles/']").first.click()
    page.wait_for_url("**/articles/*")


def test_the_map_comes_closer_and_its_places_lead_to_statements(comes: Comes, room: str):
    reader = comes(room)
    page = reader.open("/map")
    drawing = page.locator("svg[viewBox]").first
    before = drawing.get_attribute("viewBox")
    page.locator("button[data-by='2']").click()
    page.wait_for_timeout(400)
    after = page.locator("svg[viewBox]").first
    moved = (after.get_attribute("viewBox"), after.locator("[transform]").count())
    assert moved != (before, 0)
    reader.shot("walk-map-closer")


def test_the_keyboard_reaches_the_text_first(comes: Comes, room: str):
    page = comes(room).open("/search?q=ferry")
    page.keyboard.press("Tab")
    focused = "document.activeElement.className"
    assert page.evaluate(focused) == "skip"
    assert page.locator(".skip").bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_a_chosen_language_stays(comes: Comes, room: str):
    page = comes(room).open("/archive?x=1")
    page.locator(".languages button[value='es']").click()
    expect(page.locator("html")).to_have_attribute("lang", "es")
    assert page.url.endswith("/archive?x=1")
    page.goto(f"{room}/actors")
    assert page.locator("html").get_attribute("lang") == "es"


@pytest.mark.parametrize(
    ("language", "words"), [("es", "la fecha de publicación ("), ("id", "tanggal terbit (")]
)
def test_reasons_are_told_in_the_language_of_the_reader(
    comes: Comes, room: str, samples: Ledger, language: str, words: str
):
    reader = comes(room, locale=language)
    page = reader.open(address(samples, "statement"))
    told = page.locator(".why > span:not(.unseen)")
    assert any(words in text for text in told.all_text_contents())
    assert page.locator(".why > [lang]").count() == 0
    for proof in page.locator("details.proof > summary").all():
        proof.click()
    reader.shot(f"walk-reasons-{language}")
    assert reader.faults() == []


def test_on_paper_there_is_the_text_and_no_furniture(comes: Comes, room: str, samples: Ledger):
    reader = comes(room)
    page = reader.open(address(samples, "article"))
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert not page.locator(".top nav").is_visible()
    assert not page.locator(".languages").is_visible()
    assert page.locator("details.furniture").first.is_hidden()
