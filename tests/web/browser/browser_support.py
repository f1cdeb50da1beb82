"""A reader with a browser: opens pages, and notes whatever a page does that it must not."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from socket import socket
from typing import Any

import uvicorn
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page
from web_support import ROOT

from quoth.web import Settings, create_app

SHOTS = ROOT / "out" / "browser"
"""Where screenshots are kept."""

WIDE: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"}
NARROW: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark"}
PATIENCE = 60_000
"""Milliseconds after which a browser gives up; the machine may be busy."""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

Comes = Callable[..., "Reader"]
"""The fixture `comes`: a reader with a browser of their own."""


@contextmanager
def served(settings: Settings) -> Iterator[str]:
    """The address of a reading room that is open while this lasts."""
    with socket() as listening:
        listening.bind(("127.0.0.1", 0))
        config = uvicorn.Config(create_app(settings), log_level="error", lifespan="on")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        until = time.monotonic() + 30
        while not server.started and thread.is_alive() and time.monotonic() < until:
            time.sleep(0.02)
        assert server.started
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(30)


@dataclass
class Reader:
    """One tab of a browser on a reading room.

    Attributes:
        problems: what pages did wrong: errors of scripts, what the policy refused, requests to
            other hosts, answers that are failures.
    """

    page: Page
    address: str
    problems: list[str] = field(default_factory=list)
    expected: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, browser: Browser, address: str, *, scripts: bool = True, **options: Any) -> Reader:
        """A reader with a browser of their own: its size, colours and language are options."""
        calm = {"locale": "en", "reduced_motion": "reduce"}
        context = browser.new_context(**{**WIDE, **calm, **options})
        context.set_default_timeout(PATIENCE)
        if not scripts:
            # axe is a script too, so that scripts cannot be forbidden altogether
            nothing = {"status": 200, "content_type": "text/javascript", "body": ""}
            context.route("**/*.js", lambda route: route.fulfill(**nothing))
        return cls(context.new_page(), address)

    def __post_init__(self) -> None:
        self.page.on("pageerror", lambda error: self.problems.append(f"script: {error}"))
        self.page.on("console", self._said)
        self.page.on("request", self._asked)
        self.page.on("response", self._answered)
        self.page.on("dialog", self._spoke)

    def _said(self, message: Any) -> None:
        # a failed answer is noted as such, with its address
        if message.type in {"error", "warning"} and "Failed to load resource" not in message.text:
            self.problems.append(f"console: {message.text}")

    def _asked(self, request: Any) -> None:
        if not request.url.startswith((f"{self.address}/", "data:")):
            self.problems.append(f"asked another host: {request.url}")

    def _answered(self, response: Any) -> None:
        if response.status >= 400 and response.status not in self.expected:
            self.problems.append(f"{response.status}: {response.url}")

    def _spoke(self, dialog: Any) -> None:
        self.problems.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def open(self, path: str) -> Page:
        """The page at a path of the room, loaded."""
        self.page.goto(f"{self.address}{path}", wait_until="load")
        return self.page

    def press(self, selector: str) -> None:
        """Press a button or follow a link, and wait for the page that it leads to."""
        with self.page.expect_navigation(timeout=60_000):
            self.page.locator(selector).first.click()

    def tap(self, selector: str) -> None:
        """Click into the first line of an element, which may be broken into several."""
        mark = self.page.locator(selector).first
        x, y = mark.evaluate(
            "e => { const r = e.getClientRects()[0], b = e.getBoundingClientRect();"
            " return [r.x - b.x + 4, r.y - b.y + r.height / 2]; }"
        )
        mark.click(position={"x": x, "y": y})

    def in_sight(self, selector: str) -> bool:
        """Whether some of an element comes to be seen without scrolling."""
        end = time.monotonic() + PATIENCE / 1000
        while not self._in_sight(selector):
            if time.monotonic() > end:
                return False
            self.page.wait_for_timeout(50)
        return True

    def _in_sight(self, selector: str) -> bool:
        box = self.page.locator(selector).first.bounding_box()
        height = self.page.viewport_size["height"] if self.page.viewport_size else 0
        return box is not None and box["y"] + box["height"] > 0 and box["y"] < height

    def faults(self) -> list[str]:
        """What axe finds wrong with the page: rule, what is meant by it, and where."""
        self.page.evaluate(AXE_SCRIPT)
        only = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
        found = self.page.evaluate("only => axe.run(document, only)", only)
        return [
            f"{rule['id']}: {rule['help']}: {node['html'][:200]} {node['failureSummary'][:300]}"
            for rule in found["violations"]
            for node in rule["nodes"][:3]
        ]

    def sideways(self) -> list[str]:
        """The elements for which the whole page has to be scrolled sideways."""
        found: list[str] = self.page.evaluate(_SIDEWAYS)
        return found

    def small(self) -> list[str]:
        """What is too small to be hit: below 24 pixels with another target near (WCAG 2.5.8).

        Links in lines of text are excepted.
        """
        found: list[str] = self.page.evaluate(_SMALL)
        return found

    def shot(self, name: str) -> Path:
        """A picture of what is to be seen, kept as `out/browser/NAME.png`."""
        path = SHOTS / f"{name}.png"
        self.page.screenshot(path=path)
        return path


_SIDEWAYS = """() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  const out = [...document.body.querySelectorAll("*")].filter(
    e => e.getBoundingClientRect().right > wide + 1 || e.getBoundingClientRect().left < -1);
  return [`page: ${document.documentElement.scrollWidth} of ${wide}`,
    ...out.slice(0, 8).map(e => e.outerHTML.slice(0, 150))];
}"""
_SMALL = """() => {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")];
  const shown = all.filter(
    e => e.checkVisibility() && e.type !== "hidden" && !e.closest(".skip, svg"));
  const boxes = shown.map(e => e.getBoundingClientRect());
  const near = (one, other) => {
    const x = one.x + one.width / 2, y = one.y + one.height / 2;
    const dx = Math.max(other.left - x, 0, x - other.right);
    const dy = Math.max(other.top - y, 0, y - other.bottom);
    return Math.hypot(dx, dy) < 12;
  };
  return shown.filter((e, i) => getComputedStyle(e).display !== "inline"
      && Math.min(boxes[i].width, boxes[i].height) < 23.5
      && boxes.some((b, j) => i !== j && near(boxes[i], b)
        && !e.contains(shown[j]) && !shown[j].contains(e)))
    .map(e => e.outerHTML.slice(0, 150));
}"""
