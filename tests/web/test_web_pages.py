"""Every page of the room: what its HTML holds to, and where its links lead."""

from __future__ import annotations

import re
from collections import Counter, deque
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from fastapi.testclient import TestClient
from lxml import html
from web_support import PAGES

from quoth.store import Ledger

EACH = 4
"""How many pages of a kind the walk through the links opens."""
_NUMBER = re.compile(r"[0-9a-f]{16}|\d+")


def faults(page: str) -> list[str]:
    """What is wrong with the HTML of a page."""
    tree = html.document_fromstring(page)
    ids = Counter(tree.xpath("//@id"))
    found = [f"id {name} stands {n} times" for name, n in ids.items() if n > 1]
    found += [f"{len(tree.xpath('//h1'))} h1"] * (len(tree.xpath("//h1")) != 1)
    found += ["no title"] * (not tree.findtext(".//title", "").replace("· Quoth", "").strip())
    found += [f"attribute {name}" for name in tree.xpath("//@style/.. | //@onclick/..")]
    found += ["script in the page"] * bool(tree.xpath("//script[not(@src)] | //style"))
    for name in ("for", "aria-labelledby", "aria-controls", "aria-describedby"):
        told = " ".join(tree.xpath(f"//@{name}")).split()
        found += [f"{name} without its id: {one}" for one in told if one not in ids]
    shown = tree.xpath("string(//body)")
    found += [
        f"left of a template: {m}" for m in re.findall(r"%\(\w+\)s|\{\{|\}\}|\bNone\b", shown)
    ]
    return found


def links(page: str, at: str) -> set[str]:
    """The addresses of the room that a page leads to."""
    tree = html.document_fromstring(page)
    found = {urljoin(at, href) for href in tree.xpath("//a/@href | //link/@href | //script/@src")}
    return {address for address in found if urlsplit(address).netloc == urlsplit(at).netloc}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_well_made(client: TestClient, samples: Ledger, name: str):
    answer = client.get(PAGES[name](samples))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert faults(answer.text) == []


@pytest.mark.parametrize("language", ["es", "id"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_there_in_each_language(
    client: TestClient, samples: Ledger, name: str, language: str
):
    answer = client.get(PAGES[name](samples), headers={"accept-language": language})
    assert answer.status_code == 200
    assert faults(answer.text) == []


def test_every_link_leads_somewhere(client: TestClient):
    start = str(client.base_url.join("/"))
    ways: deque[tuple[str, str]] = deque([(start, "")])
    seen, opened, wrong = {start}, Counter[str](), []
    while ways:
        address, origin = ways.popleft()
        kind = _NUMBER.sub("#", urlsplit(address).path) + ("?" if "?" in address else "")
        opened[kind] += 1
        if opened[kind] > EACH:
            continue
        answer = client.get(address)
        if answer.status_code != 200:
            wrong.append(f"{answer.status_code}: {address} from {origin}")
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        here = set(html.document_fromstring(answer.text).xpath("//@id"))
        for link in sorted(links(answer.text, address)):
            path, fragment = urldefrag(link)
            if fragment and path == address and fragment not in here:
                wrong.append(f"no #{fragment} on {address}")
            if path not in seen:
                seen.add(path)
                ways.append((path, address))
    assert wrong == []
    assert len(seen) > 10
