"""What the tests of the reading room share."""

from __future__ import annotations

import fcntl
import re
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

from fastapi.testclient import TestClient
from httpx import Response
from lxml import html

from quoth.annotate import PACK
from quoth.run import RunOptions
from quoth.run.add import add
from quoth.store import Ledger, open_ledger

ROOT = Path(__file__).parents[2]
AT = "http://127.0.0.1:8765"
ENGLISH = {"accept-language": "en"}
HOUR = 3600
SAMPLES = ROOT / "samples" / "pages"

_ARTICLE = "SELECT id FROM article WHERE language = '{}' ORDER BY length(text) DESC LIMIT 1"
_CHAINED = (
    "SELECT s.id FROM statement s JOIN relay r ON r.statement = s.key WHERE s.said_first > ''"
    " GROUP BY s.key ORDER BY count(*) DESC, s.id LIMIT 1"
)
_ACTOR = "SELECT id FROM entity WHERE kind = '{}' ORDER BY members DESC, id LIMIT 1"
_PLACE = "SELECT geonames FROM placed GROUP BY geonames ORDER BY count(*) DESC, geonames LIMIT 1"
_TIME = (
    "SELECT a.id || '/' || m.id FROM mark m JOIN article a ON a.key = m.article"
    " WHERE m.kind = 'time' ORDER BY m.id LIMIT 1"
)
PAGES: dict[str, tuple[str, str]] = {
    "front": ("/", ""),
    "article": ("/articles/{}", _ARTICLE.format("en")),
    "article-shown": ("/articles/{}?show=482-520#here", _ARTICLE.format("en")),
    "article-arabic": ("/articles/{}", _ARTICLE.format("ar")),
    "statement": ("/statements/{}", _CHAINED),
    "actors": ("/actors", ""),
    "actors-states": ("/actors?kind=state", ""),
    "actor": ("/actors/{}", _ACTOR.format("person")),
    "actor-about": ("/actors/{}?part=about", _ACTOR.format("state")),
    "timeline": ("/timeline", ""),
    "timeline-all": ("/timeline?at=all", ""),
    "timeline-month": ("/timeline?at=2031-05", ""),
    "timeline-day": ("/timeline?at=2031-05-03", ""),
    "timeline-filtered": ("/timeline?at=2031&q=ferry&language=en", ""),
    "map": ("/map", ""),
    "map-place": ("/map?part=002&at={}", _PLACE),
    "search": ("/search?q=ferry", ""),
    "search-filtered": ("/search?q=&form=direct&language=en", ""),
    "search-nothing": ("/search?q=xylophone", ""),
    "search-empty": ("/search", ""),
    "archive": ("/archive", ""),
    "archive-year": ("/archive/2031", ""),
    "archive-month": ("/archive/2031/05", ""),
    "archive-day": ("/archive/2031/05/23", ""),
    "read": ("/read", ""),
    "corrections": ("/corrections", ""),
    "correct-statement": ("/corrections/statements/{}", _CHAINED),
    "correct-actor": ("/corrections/actors/{}", _ACTOR.format("person")),
    "correct-article": ("/corrections/articles/{}", _ARTICLE.format("en")),
    "correct-time": ("/corrections/times/{}", _TIME),
}
"""The pages of the room by a name for each: its address, and what to ask a ledger for the id in it;
`address` puts the two together."""


def address(ledger: Ledger, name: str) -> str:
    """The address of one of PAGES on a ledger."""
    told, asked = PAGES[name]
    return told.format(ledger.ask(lambda c: c.exec_driver_sql(asked).scalar())) if asked else told


def made_ledger(path: Path, *pages: Path) -> Path:
    """A ledger of some pages, or of all sample pages, read with the packs."""
    options = RunOptions(reader=PACK, jobs=1)
    with open_ledger(path) as ledger:
        for _ in add([str(p) for p in pages or (SAMPLES,)], ledger, options):
            pass
    return path


def made_of() -> str:
    """A name for the files that a ledger of the sample pages is made of and with."""
    names = sha256()
    code, tests = ROOT / "src" / "quoth", ROOT / "tests" / "web"
    files = [*code.rglob("*.py"), *code.rglob("data/**/*"), *SAMPLES.iterdir(), *tests.glob("*.py")]
    for path in sorted(files):
        if path.is_file() and path.relative_to(ROOT).parts[2] not in {"web", "cli", "export"}:
            facts = path.stat()
            names.update(f"{path}\0{facts.st_size}\0{facts.st_mtime_ns}\0".encode())
    return names.hexdigest()[:16]


def kept(folder: Path, name: str, make: Callable[[Path], object]) -> Path:
    """A file that `make` writes; it is kept in a folder until what it is made of changes.

    However many processes want it, it is made once.
    """
    path = folder / f"{name}-{made_of()}.quoth"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            # another run may still be reading the one before
            for old in folder.glob(f"{name}-*"):
                if old.stat().st_mtime < time.time() - HOUR:
                    old.unlink()
            draft = path.with_suffix(".new")
            draft.unlink(missing_ok=True)
            make(draft)
            draft.rename(path)
    return path


def post(client: TestClient, address: str, **form: str | list[str]) -> Response:
    """A form as the room's own pages send it."""
    token = re.search(r'name="token" value="([0-9a-f]{64})"', client.get("/read").text)
    assert token
    return client.post(address, data={"reason": "seen twice", "token": token[1], **form})


@dataclass(frozen=True)
class Step:
    """One page on a walk through the room.

    Attributes:
        origin: the page that led there.
        html: None where the answer is no page of HTML.
    """

    address: str
    origin: str
    answer: Response
    html: Any


def links(tree: Any, at: str) -> set[str]:
    """The addresses of the room that a page leads to, its styles and scripts too."""
    found = {urljoin(at, href) for href in tree.xpath("//a/@href | //link/@href | //script/@src")}
    return {address for address in found if urlsplit(address).netloc == urlsplit(at).netloc}


def walk(client: TestClient, each: int, past: tuple[str, ...] = ()) -> Iterator[Step]:
    """Follow all links from the front page, to as many pages as `each` says of every kind.

    Addresses whose path begins with one of `past` are passed by.
    """
    start = str(client.base_url.join("/"))
    ways: deque[tuple[str, str]] = deque([(start, "")])
    seen, opened = {start}, Counter[str]()
    while ways:
        address, origin = ways.popleft()
        kind = re.sub(r"[0-9a-f]{16}|\d+", "#", urlsplit(address).path)
        opened[kind] += 1
        if opened[kind] > each:
            continue
        answer = client.get(address)
        is_html = answer.headers["content-type"].startswith("text/html")
        tree = html.document_fromstring(answer.text) if is_html else None
        yield Step(address, origin, answer, tree)
        for link in sorted(links(tree, address)) if tree is not None else ():
            path = urldefrag(link).url
            if path not in seen and not urlsplit(path).path.startswith(past):
                seen.add(path)
                ways.append((path, address))
