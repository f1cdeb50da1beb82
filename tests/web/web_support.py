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

PAGES: dict[str, Callable[[Ledger], str]] = {
    "front": lambda ledger: "/",
    "article": lambda ledger: f"/articles/{ledger.article_ids()[1]}?show=482-520#here",
    "article-arabic": lambda ledger: f"/articles/{_of(ledger, '.ar.')}",
    "statement": lambda ledger: f"/statements/{next(ledger.statements()).id}",
}
"""The pages of the room: a name for each kind, and the address of one on a ledger."""


def _of(ledger: Ledger, page: str) -> str:
    """The id of the first article whose page has this in its name."""
    ids = ledger.article_ids()
    return next(a for a in ids if page in Path(ledger.article(a).source.page).name)


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


def walk(client: TestClient, each: int) -> Iterator[Step]:
    """Follow all links from the front page, to as many pages as `each` says of every kind."""
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
            if path not in seen:
                seen.add(path)
                ways.append((path, address))
