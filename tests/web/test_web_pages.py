"""Every page of the room: what its HTML holds to, and where its links lead."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urldefrag

import pytest
from fastapi.testclient import TestClient
from lxml import html
from web_support import PAGES, address, links, walk

from quoth.store import Ledger


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


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_well_made(client: TestClient, samples: Ledger, name: str):
    answer = client.get(address(samples, name))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert faults(answer.text) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_there_in_another_language(client: TestClient, samples: Ledger, name: str):
    answer = client.get(address(samples, name), headers={"accept-language": "es"})
    assert answer.status_code == 200
    assert answer.headers["content-language"] == "es"
    assert faults(answer.text) == []


def test_every_link_leads_somewhere(client: TestClient):
    wrong, known = [], dict[str, set[str]]()
    for step in walk(client, 4):
        if step.answer.status_code != 200:
            wrong.append(f"{step.answer.status_code}: {step.address} from {step.origin}")
        if step.html is not None:
            known[step.address] = set(step.html.xpath("//@id"))
            wrong += [
                f"no #{fragment} on {path}, from {step.address}"
                for path, fragment in map(urldefrag, links(step.html, step.address))
                if fragment and path in known and fragment not in known[path]
            ]
    assert wrong == []
    assert len(known) > 10
