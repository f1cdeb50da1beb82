"""Names on CoNLL, GermEval, IDNER and NEREL: exact span and type, F1 in percent.

A name counts where its first and last character and its type are right (as in the CoNLL-2003 shared
task). Sentences given as tokens are joined as newspapers print them, twelve to a text, one line
each. Data sets without MISC are scored without it. Of GermEval every other text trains the readers,
and the rest is scored.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import reading

BLOCK = 12
"""Sentences of a text."""

Name = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Set:
    """A data set.

    Attributes:
        misc: whether it has MISC.
        first, step: which of its texts measure, where the others train.
    """

    file: str
    language: str
    misc: bool = True
    first: int = 0
    step: int = 1


SETS = {
    "CoNLL en": Set("conll-en-dev.jsonl.gz", "en"),
    "CoNLL es": Set("conll-es-dev.jsonl.gz", "es"),
    "CoNLL nl": Set("conll-nl-dev.jsonl.gz", "nl"),
    "GermEval de": Set("germeval2014-de-dev.jsonl.gz", "de", first=1, step=2),
    "IDNER id": Set("idner-dev.jsonl", "id", misc=False),
    "NEREL ru": Set("nerel-ru-dev.jsonl.gz", "ru", misc=False),
}


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The JSON lines of a file, compressed or not."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def measured(data: Path, which: Set) -> Iterator[tuple[str, set[Name]]]:
    """The texts of a set that measure, with their gold names."""
    return islice(texts(data / "entities" / which.file), which.first, None, which.step)


def texts(path: Path) -> Iterator[tuple[str, set[Name]]]:
    """Texts with their gold names."""
    text, names, count = "", set[Name](), 0
    for record in records(path):
        if "text" in record:
            yield record["text"], {(b, e, k) for b, e, k in record["entities"]}
            continue
        line, found = joined(record["tokens"], record["tags"])
        names |= {(len(text) + b, len(text) + e, k) for b, e, k in found}
        text, count = text + line + "\n\n", count + 1
        if count % BLOCK == 0:
            yield text, names
            text, names = "", set()
    if text:
        yield text, names


def joined(tokens: list[str], tags: list[str]) -> tuple[str, list[Name]]:
    """A sentence of tokens as printed, and its names."""
    line, found = "", list[Name]()
    for word, tag in zip(tokens, tags, strict=True):
        glued = not line or word in ",.;:!?)]}»”" or line[-1] in "([{«“"
        begin = len(line) + (not glued)
        line += word if glued else " " + word
        if tag.startswith("B-"):
            found.append((begin, len(line), tag[2:]))
        elif tag.startswith("I-") and found:
            found[-1] = (found[-1][0], len(line), found[-1][2])
    return line, found


def predicted(text: str, language: str, reader: str, misc: bool = True) -> set[Name]:
    """The names that Quoth reads in a text, in its code points."""
    names = reading.read(text, language, reader).names
    return {(n.start, n.end, n.type) for n in names if misc or n.type != "MISC"}


def run(data: Path, reader: str = "quality") -> dict[str, float]:
    """F1 in percent by data set."""
    scores = {}
    for name, which in SETS.items():
        count = Counter[str]()
        for text, gold in measured(data, which):
            found = predicted(text, which.language, reader, which.misc)
            count.update(gold=len(gold), found=len(found), right=len(gold & found))
        total = count["gold"] + count["found"]
        scores[f"{name} F1"] = round(200 * count["right"] / max(total, 1), 2)
        print(name, dict(count), scores[f"{name} F1"], file=sys.stderr)
    return scores


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    print(json.dumps(run(folder, *sys.argv[2:3]), indent=2))
