"""Groups of actors across articles, languages and scripts: B³ against lists of who is named.

    python eval/groups.py meantime|samples [--data FOLDER] [--errors]

What is grouped is the reader's own: each page is read, its actors are put into a ledger as
`quoth add` does it, and an actor counts whose name is one of an entity of the gold (people and
organisations, states on the sample pages).  Precision and recall of each such actor are those of
B³ (Bagga and Baldwin 1998).  `named` is the share of gold names on a page that some actor has: what
is missing there is the reader's and not the grouping's.

The gold of MEANTIME is a proxy: the corpus comes without its entities here.  A story's versions are
translations of each other, so that the same people and organisations are in all;
eval/groups_gold.tsv lists them with their names in the four languages for thirty stories, made by
reading.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import samples
from quoth.annotate import ReaderOptions
from quoth.link.names import parse
from quoth.model import Actor, ActorKind, Capture, Reading, Source
from quoth.read import ReadOptions, article
from quoth.read.options import As
from quoth.run.joining import Joiner
from quoth.run.page import annotated, plan
from quoth.store import open_ledger
from quoth.store.folding import search_key

ROOT = Path(__file__).resolve().parent
MEANTIME = "stories/meantime.jsonl.gz"
GOLD = {"meantime": ROOT / "groups_gold.tsv", "samples": ROOT / "groups_samples.tsv"}
STORIES = slice(2, None, 4)
"""The stories of the gold: every fourth one by id."""
LANGUAGES = ("en", "es", "it", "nl")
READER = "fast"
"""Quick enough for a hundred texts; the groups depend on it little."""


@dataclass(frozen=True, slots=True)
class Item:
    """An actor of a page that is one of the gold's entities.

    Attributes:
        group: the entity of the ledger that it was put into; its own where it was put into none.
    """

    page: str
    language: str
    name: str
    kind: ActorKind
    gold: str
    group: str


@dataclass(frozen=True, slots=True)
class Found:
    """The items, and how many pairs of page and entity the gold has and the actors have."""

    items: tuple[Item, ...]
    gold: int
    named: int


def names(set_: str) -> dict[str, tuple[str, frozenset[str]]]:
    """Each entity of a gold list with its kind and all its names."""
    out = {}
    for line in GOLD[set_].read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            entity, kind, *columns = line.split("\t")
            told = {n for c in columns for n in c.split("|") if n != "="}
            out[entity] = kind, frozenset(told)
    return out


def stories(data: Path) -> Iterator[tuple[str, str, str]]:
    """The texts of the gold's stories: page, language, text."""
    with gzip.open(data / MEANTIME, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    texts = {(r["story"], r["lang"]): f"{r['title']}\n\n{r['text']}" for r in rows}
    for story in sorted({s for s, _ in texts})[STORIES]:
        for language in LANGUAGES:
            yield f"{story}.{language}", language, texts[story, language]


@lru_cache(maxsize=2)
def readings(set_: str, data: Path) -> tuple[tuple[str, Reading], ...]:
    """The pages of a set with their language, read."""
    steps = plan(ReaderOptions(READER))
    if set_ == "samples":
        pages = [str(gold["page"]) for gold in samples.expected()]
        return tuple((p.split(".")[-2], annotated(samples.page(p), steps)) for p in pages)
    out = []
    for page, language, text in stories(data):
        source = Source(page, f"https://meantime.example/{page}", media_type="text/plain")
        capture = Capture(source, text.encode())
        options = ReadOptions(taken_as=As.ARTICLE, language=language)
        out.append((language, annotated(article(capture, options), steps)))
    return tuple(out)


def groups(read: Iterable[tuple[str, Reading]]) -> dict[tuple[str, str], str]:
    """The entity of each actor, by the ids of its article and its mark, as a ledger joins them."""
    found = {}
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "l") as ledger:
        for _, reading in read:
            ledger.add(reading.article.source.page, reading, "", Joiner())
        with ledger.entities() as entities:
            for ref, entity in entities.addresses().items():
                found[ref.article, ref.mark] = entity
    return found


def find(set_: str, read: Sequence[tuple[str, Reading]]) -> Found:
    """The actors that are in the gold, with their groups."""
    joined, gold = groups(read), names(set_)
    items: list[Item] = []
    present = named = 0
    for language, reading in read:
        text = reading.article.text
        here = {e for e, (_, told) in gold.items() if any(_in(n, text) for n in told)}
        met = list(_items(reading, language, here, gold, joined))
        items += met
        present += len(here)
        named += len({i.gold for i in met})
    return Found(tuple(items), present, named)


def _items(
    reading: Reading,
    language: str,
    here: Iterable[str],
    gold: dict[str, tuple[str, frozenset[str]]],
    joined: dict[tuple[str, str], str],
) -> Iterator[Item]:
    keys = {search_key(n): e for e in sorted(here) for n in gold[e][1]}
    for mark in reading.of(Actor):
        told = (mark.value.name, *mark.value.names)
        entity = next((keys[search_key(n)] for n in told if search_key(n) in keys), None)
        if entity is not None:
            group = joined.get((reading.article.id, mark.id), f"none {mark.id}")
            page = reading.article.source.page
            yield Item(page, language, mark.value.name, mark.value.kind, entity, group)


def _in(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def scores(found: Found) -> dict[str, float]:
    """B³ over the items, and the share of the gold's names that actors have."""
    by_group: dict[str, Counter[str]] = defaultdict(Counter)
    by_gold: dict[str, Counter[str]] = defaultdict(Counter)
    for item in found.items:
        by_group[item.group][item.gold] += 1
        by_gold[item.gold][item.group] += 1
    count = max(len(found.items), 1)
    shares = [(by_group[i.group][i.gold], i) for i in found.items]
    precision = sum(n / by_group[i.group].total() for n, i in shares) / count
    recall = sum(n / by_gold[i.gold].total() for n, i in shares) / count
    both = 2 * precision * recall / max(precision + recall, 1e-9)
    return {
        "B³ precision": round(100 * precision, 1),
        "B³ recall": round(100 * recall, 1),
        "B³ F1": round(100 * both, 1),
        "named": round(100 * found.named / max(found.gold, 1), 1),
    }


def run(set_: str, data: Path) -> dict[str, float]:
    """The scores of a set."""
    return scores(find(set_, readings(set_, data)))


def errors(found: Found) -> Iterator[tuple[str, str]]:
    """What is wrong with the groups: its kind, and an example."""
    by_gold: dict[str, dict[str, list[Item]]] = defaultdict(lambda: defaultdict(list))
    by_group: dict[str, dict[str, list[Item]]] = defaultdict(lambda: defaultdict(list))
    for item in found.items:
        by_gold[item.gold][item.group].append(item)
        by_group[item.group][item.gold].append(item)
    for parts in by_gold.values():
        largest = max(parts, key=lambda g: (len(parts[g]), g))
        for group, some in parts.items():
            if group != largest:
                yield _kind(some[0], parts[largest][0]), _told(some[0], parts[largest])
    for wholes in by_group.values():
        largest = max(wholes, key=lambda g: (len(wholes[g]), g))
        for gold, some in wholes.items():
            if gold != largest:
                yield "joined, but two", _told(some[0], wholes[largest])


def _kind(item: Item, other: Item) -> str:
    """Why an actor may be apart from its entity."""
    if item.group.startswith("none "):
        return "apart: not joined at all (no name of its own, or read as a group)"
    if item.kind is not other.kind:
        return "apart: read as another kind of actor"
    name, main = parse(item.name), parse(other.name)
    if name.script != main.script:
        return "apart: another script"
    if name.is_acronym != main.is_acronym:
        return "apart: acronym and name"
    if len(name.core) != len(main.core) and item.kind is ActorKind.PERSON:
        return "apart: one word of a name"
    if search_key(item.name) == search_key(other.name):
        return "apart: the same name, with something against it or with rivals"
    return "apart: another name, or another language's"


def _told(item: Item, others: Sequence[Item]) -> str:
    other = others[0]
    return f"{item.name} ({item.page}) | {other.name} ({other.page}), {len(others)} in all"


def main() -> None:
    """Print the scores of a set, or its errors by kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", choices=sorted(GOLD))
    parser.add_argument("--data", type=Path, default=ROOT.parent.parent / "shared" / "data")
    parser.add_argument("--errors", action="store_true")
    chosen = parser.parse_args()
    found = find(chosen.set, readings(chosen.set, chosen.data))
    for name, value in scores(found).items():
        print(f"{name:16} {value}")
    print(f"{len(found.items)} actors of {len({i.gold for i in found.items})} entities")
    if chosen.errors:
        listed = list(errors(found))
        for kind, count in Counter(k for k, _ in listed).most_common():
            print(f"\n{kind}: {count}")
            for told in [t for k, t in listed if k == kind][:40]:
                print(f"    {told}")


if __name__ == "__main__":
    sys.exit(main())
