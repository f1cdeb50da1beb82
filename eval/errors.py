"""A hundred wrong attributions with their context, for a person to sort, and counts by kind.

    python eval/errors.py [--data FOLDER] [--reader NAME] [--out FILE] [--save]
    python eval/errors.py --tally FILE [--save]      what a person wrote behind `kind by hand:`

Reads PolNeAR's and the own corpus' development texts, never a test part. The counts are of all
wrong attributions; fifty of each collection are drawn with a fixed seed, those of the own corpus
in turn from each language, and written as Markdown (default: out/errors.md, which is not kept:
PolNeAR's text is not ours to print). A file that a person has begun to sort is not written over.
`--save` keeps the counts in eval/errors.json for the docs.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

import own
import reading
from attribution import records
from mistakes import KINDS, Item, Mistake, mistakes
from quoth.annotate import PACK, network, reader_name

ROOT = Path(__file__).resolve().parent
SAVED = ROOT / "errors.json"
SEED = 20
DRAWN = 50
"""Of each collection."""
AROUND = 160
"""Characters of context before and behind."""
POLNEAR, OWN = "PolNeAR dev", "own corpus dev"

HAND = re.compile(r"^- kind by hand: *(\S.*?) *$", re.MULTILINE)

Words = dict[str, list[list[int]] | None]


@dataclass(frozen=True, slots=True)
class Case:
    """A mistake where it stands: what the gold has, and what was read (`note`: score and why)."""

    collection: str
    doc: str
    language: str
    text: str
    kind: str
    gold: tuple[Words, ...]
    read: tuple[tuple[Words, str], ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """Attributions of a collection, and its mistakes."""

    gold: int
    read: int
    cases: tuple[Case, ...]


def _places(spans: Sequence[Sequence[int]] | None, text: str) -> frozenset[int]:
    return frozenset(i for a, b in spans or () for i in range(a, b) if not text[i].isspace())


def gold_items(attributions: Sequence[Words], text: str) -> list[Item]:
    """The gold of a text; nested is what lies within a longer content."""
    held = [_places(a["content"], text) for a in attributions]
    return [
        Item(
            _places(a["source"], text), own_words, bool(a["cue"]), any(own_words < h for h in held)
        )
        for a, own_words in zip(attributions, held, strict=True)
    ]


def read_items(told: Sequence[reading.Told], text: str) -> list[Item]:
    """What was read in a text."""
    return [
        Item(_places(t.source, text), _places(t.content, text), bool(t.cue), t.inside) for t in told
    ]


def cases(collection: str, record: dict[str, Any], reader: str) -> tuple[int, int, list[Case]]:
    """Gold attributions of a text, read ones, and the mistakes."""
    text, language = record["text"], record.get("language", "en")
    gold = [{k: a.get(k) for k in ("source", "cue", "content")} for a in record["attributions"]]
    gold = [a for a in gold if a["content"]]
    told = reading.read(text, language, reader).told

    def case(mistake: Mistake) -> Case:
        read = tuple((told[r].record(), f"{told[r].score:.2f} {told[r].why}") for r in mistake.read)
        wanted = tuple(gold[g] for g in mistake.gold)
        return Case(collection, record["doc"], language, text, mistake.kind, wanted, read)

    found = mistakes(gold_items(gold, text), read_items(told, text))
    return len(gold), len(told), [case(m) for m in found]


def counted(collection: str, gold: Iterator[dict[str, Any]], reader: str) -> Counts:
    """All mistakes of a collection."""
    rows = [cases(collection, record, reader) for record in gold]
    every = tuple(c for _, _, found in rows for c in found)
    return Counts(sum(r[0] for r in rows), sum(r[1] for r in rows), every)


def drawn(found: Sequence[Case], chance: random.Random) -> list[Case]:
    """`DRAWN` cases, in turn from each language, in the order of the texts."""
    rows: dict[str, list[Case]] = {}
    for case in found:
        rows.setdefault(case.language, []).append(case)
    mixed = [chance.sample(row, len(row)) for _, row in sorted(rows.items())]
    turns = [case for turn in zip_longest(*mixed) for case in turn if case]
    return sorted(turns[:DRAWN], key=lambda c: (c.language, c.doc))


def written(number: int, case: Case) -> str:
    """A case as Markdown."""
    lines = [
        f"## {number}. {case.kind}",
        "",
        f"{case.collection}, {case.doc} ({case.language})",
        "",
    ]
    lines += [f"- gold: {_said(words, case.text)}" for words in case.gold]
    lines += [f"- read: {_said(words, case.text)} `{note}`" for words, note in case.read]
    lines += ["- kind by hand:", "", f"> {_context(case)}", ""]
    return "\n".join(lines)


def _said(words: Words, text: str) -> str:
    def of(role: str) -> str:
        spans = words[role] or []
        return " … ".join(" ".join(text[a:b].split()) for a, b in spans) or "–"

    return f"**{of('source')}** / *{of('cue')}* / {of('content')}"


def _context(case: Case) -> str:
    every = [*case.gold, *(words for words, _ in case.read)]
    spans = [s for words in every for role in words.values() for s in role or ()]
    begin, end = min(a for a, _ in spans), max(b for _, b in spans)
    around = case.text[max(0, begin - AROUND) : end + AROUND]
    return " ¶ ".join(" ".join(line.split()) for line in around.split("\n") if line.strip())


def table(found: dict[str, Counts], picked: Sequence[Case]) -> dict[str, Any]:
    """Counts by kind, of all mistakes and of those drawn."""
    every = {name: Counter(c.kind for c in counts.cases) for name, counts in found.items()}
    few = Counter(c.kind for c in picked)
    return {
        "seed": SEED,
        "attributions": {n: {"gold": c.gold, "read": c.read} for n, c in found.items()},
        "kinds": {
            kind: {**{name: every[name][kind] for name in found}, "drawn": few[kind]}
            for kind in KINDS
        },
    }


def page(reader: str, counts: dict[str, Any], picked: Sequence[Case]) -> str:
    """The whole as Markdown."""
    lines = [f"# Wrong attributions of the reader `{reader}`", ""]
    lines += ["| kind | " + " | ".join([*counts["attributions"], "drawn"]) + " |"]
    lines += ["| --- |" + " --- |" * (len(counts["attributions"]) + 1)]
    for kind, row in counts["kinds"].items():
        lines.append(f"| {kind} | " + " | ".join(map(str, row.values())) + " |")
    lines += ["", "Below: **source** / *cue* / content; of what was read, its score and why.", ""]
    return "\n".join([*lines, *(written(n, c) for n, c in enumerate(picked, 1))])


def tally(path: Path) -> dict[str, int]:
    """How often each kind was written by hand, the most frequent first."""
    found = Counter(HAND.findall(path.read_text("utf-8")))
    return dict(sorted(found.items(), key=lambda k: (-k[1], k[0])))


def save(entry: dict[str, Any]) -> None:
    """Adds to what is kept for the docs; new counts put an end to what was sorted by hand."""
    known = json.loads(SAVED.read_text("utf-8")) if SAVED.exists() and "by hand" in entry else {}
    SAVED.write_text(json.dumps({**known, **entry}, indent=2, ensure_ascii=False) + "\n", "utf-8")


def sort(data: Path, reader: str, out: Path) -> dict[str, Any]:
    """Reads, draws and writes; gives what is kept.

    Raises:
        SystemExit: if a person has begun to sort what lies at `out`.
    """
    if out.exists() and HAND.search(out.read_text("utf-8")):
        raise SystemExit(f"{out} was sorted by hand: give --out another name, or move it away")
    articles = (r for rows in own.gold("dev").values() for r in rows)
    found = {
        POLNEAR: counted(POLNEAR, records(data, "polnear-dev"), reader),
        OWN: counted(OWN, articles, reader),
    }
    chance = random.Random(SEED)  # noqa: S311
    picked = [case for counts in found.values() for case in drawn(counts.cases, chance)]
    counts = table(found, picked)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(page(reader, counts, picked), "utf-8")
    print(f"{len(picked)} cases in {out}", file=sys.stderr)
    weights = {} if reader == PACK else {"weights": network.digest(reader)}
    return {"reader": reader, **weights, **counts}


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, default=ROOT.parent.parent / "shared" / "data")
    parser.add_argument("--reader", default="")
    parser.add_argument("--out", type=Path, default=ROOT.parent / "out" / "errors.md")
    parser.add_argument("--tally", metavar="FILE", type=Path)
    parser.add_argument("--save", action="store_true")
    given = parser.parse_args()
    if given.tally:
        entry: dict[str, Any] = {"by hand": tally(given.tally)}
        print(json.dumps(entry, indent=2, ensure_ascii=False))
    else:
        entry = sort(given.data, reader_name(given.reader), given.out)
    if given.save:
        save(entry)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
