"""Attribution on the project's own corpus, each language by itself, and names.

    python eval/own.py [DATA] [test|dev|unseen] [READER]

`unseen` are the articles of `eval/unseen`, in languages that the weights were not taught.
The measures are those of `attribution`; nested and implicit attributions count like all others.
Names are those of all languages together, exact span and type; the corpus has no MISC.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from attribution import score, scorer
from entities import predicted
from quoth.annotate import PACK
from training import module

ROOT = Path(__file__).resolve().parents[1]
UNSEEN = "unseen"


def gold(part: str) -> dict[str, list[dict[str, Any]]]:
    """Records like those of the attribution data, by language; `entities` are the names."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for text in _texts(part):
        attributions = [
            {k: [list(f) for f in getattr(a, k)] or None for k in ("source", "cue", "content")}
            for a in text.attributions
        ]
        record = {"doc": text.id, "text": text.text, "attributions": attributions}
        found[text.lang].append({**record, "language": text.lang, "entities": text.entities})
    return dict(found)


def _texts(part: str) -> list[Any]:
    """The articles of a part of the corpus, or those in languages that were not taught."""
    if part == UNSEEN:
        return [module("corpus").parse(path) for path in unseen()]
    found: list[Any] = module("corpus").texts(part)
    return found


def unseen() -> list[Path]:
    """The files of the articles in languages that the weights were not taught."""
    return sorted((ROOT / "eval" / UNSEEN).glob("*/*-*.txt"))


def counts(part: str) -> dict[str, list[int]]:
    """Articles and attributions with a source, which are those that a pair needs, by language."""
    return {
        language: [len(rows), sum(bool(a["source"]) for r in rows for a in r["attributions"])]
        for language, rows in gold(part).items()
    }


def _names(part: str, reader: str) -> float:
    """F1 of names over all languages, in percent."""
    right, total = 0, 0
    for language, records in gold(part).items():
        for record in records:
            wanted = set(record["entities"])
            names = predicted(record["text"], language, reader, misc=False)
            right, total = right + len(names & wanted), total + len(names) + len(wanted)
    return 200 * right / max(total, 1)


def run(data: Path, part: str = "test", reader: str = "quality") -> dict[str, float]:
    """Attribution F1 in percent by language, their mean, and the worst language's."""
    scripts, scores = scorer(data), {}
    for language, records in gold(part).items():
        result = score(scripts, records, reader)
        scores[language] = 100 * result["attribution"]["f1"]
        shown = {k: round(100 * result[k]["f1"], 1) for k in ("attribution", "content_iou")}
        print(language, shown, file=sys.stderr)
    if not scores:
        raise SystemExit(f"the corpus has no articles of the part {part}")
    summary = {"mean": sum(scores.values()) / len(scores), "worst": min(scores.values())}
    if reader != PACK:
        summary["names"] = _names(part, reader)
    return {f"{k} F1": round(v, 2) for k, v in {**scores, **summary}.items()}


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    print(json.dumps(run(folder, *sys.argv[2:4]), indent=2))
