"""Take the screenshots of the docs: `make screenshots`.

Reads the sample pages into a ledger, opens its reading room and looks at it with the Chromium of
the system, so that a picture shows nothing but real pages.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parents[1]
QUOTH = str(Path(sys.executable).with_name("quoth"))
WIDE, TELEPHONE = (1200, 800), (390, 800)


def _beside(page: Page) -> None:
    """A statement opened beside the text."""
    page.locator(".text p .m.content").nth(3).click(position={"x": 20, "y": 10})
    page.mouse.move(5, 5)


def _nothing(page: Page) -> None:
    """As the page opens."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One screenshot: what is looked at, how, and what is done before."""

    name: str
    path: str
    size: tuple[int, int] = WIDE
    scheme: str = "light"
    before: Callable[[Page], None] = _nothing


@contextmanager
def room(ledger: Path) -> Iterator[str]:
    """The address of the reading room of a ledger."""
    call = [QUOTH, "serve", "--ledger", str(ledger), "--port", "0"]
    with subprocess.Popen(call, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603
        told = process.stderr.readline() if process.stderr is not None else ""
        found = re.search(r"http://[\d.]+:\d+", told)
        try:
            if found is None:
                raise SystemExit(f"quoth serve: {told}")
            yield found[0]
        finally:
            process.terminate()


def pictures(page: Page, address: str) -> list[Picture]:
    """What is to be seen; the ids of the pages are taken from the room itself."""

    def first(path: str, link: str) -> str:
        page.goto(address + path, wait_until="load")
        return str(page.locator(link).first.get_attribute("href"))

    article = first("/archive/2031/06/07", "main a[href^='/articles/']").split("?")[0].split("#")[0]
    statement = first("/search?q=pointed+lamp", ".card .words a")
    actor = first("/actors", "main td a[href^='/actors/'], main th a[href^='/actors/']")
    return [
        Picture("room-article", article, before=_beside),
        Picture("room-statement", statement),
        Picture("room-front", "/"),
        Picture("room-actor", actor),
        Picture("room-timeline", "/timeline?at=2031-05"),
        Picture("room-map", "/map"),
        Picture("room-search-dark", "/search?q=ferry", scheme="dark"),
        Picture("room-article-telephone", article, TELEPHONE, "dark"),
    ]


def take(browser: Browser, address: str) -> None:
    """Take them all."""
    with browser.new_context(locale="en") as context:
        wanted = pictures(context.new_page(), address)
    for one in wanted:
        width, height = one.size
        with browser.new_context(
            locale="en",
            viewport={"width": width, "height": height},
            color_scheme="dark" if one.scheme == "dark" else "light",
            reduced_motion="reduce",
        ) as context:
            page = context.new_page()
            page.goto(address + one.path, wait_until="networkidle")
            one.before(page)
            page.wait_for_timeout(300)
            page.screenshot(path=FOLDER / f"{one.name}.png")


def main() -> None:
    """Make the ledger, open the room, look."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        raise SystemExit("there is no Chromium on this machine: apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "samples.quoth"
        add = [QUOTH, "add", "samples/pages", "--ledger", str(ledger)]
        subprocess.run(add, cwd=ROOT, env=os.environ, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
        with room(ledger) as address, sync_playwright() as playwright:
            args = ["--no-sandbox", "--font-render-hinting=none"]
            browser = playwright.chromium.launch(executable_path=chromium, args=args)
            take(browser, address)
            browser.close()


if __name__ == "__main__":
    main()
