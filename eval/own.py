"""Attribution on the project's own corpus, each language by itself.

    python eval/own.py [DATA] [test|dev] [READER]

The measures are those of `attribution`; nested and implicit attributions count like all others.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

from attribution import predict, scorer

ROOT = Path(__file__).resolve().parents[1]


def corpus() -> ModuleType:
    """`train/corpus.py`, which reads the marks."""
    path = ROOT / "train" / "corpus.py"
    spec = importlib.util.spec_from_file_location("corpus", path)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules.setdefault("corpus", importlib.util.module_from_spec(spec))
    spec.loader.exec_module(module)
    return module


def gold(part: str) -> dict[str, list[dict[str, Any]]]:
    """Records like those of the attribution data, by language."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for text in corpus().texts(part):
        attributions = [
            {k: [list(f) for f in getattr(a, k)] or None for k in ("source", "cue", "content")}
            for a in text.attributions
        ]
        record = {"doc": text.id, "text": text.text, "attributions": attributions}
        found[text.lang].append({**record, "language": text.lang})
    return dict(found)


def score(module: ModuleType, records: list[dict[str, Any]], reader: str) -> dict[str, Any]:
    """The result of the scoring script on some records."""
    with tempfile.TemporaryDirectory() as folder:
        truth, found = Path(folder, "gold.jsonl"), Path(folder, "found.jsonl")
        truth.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
        lines = ({"doc": r["doc"], "attributions": predict(r, reader)} for r in records)
        found.write_text("".join(json.dumps(r) + "\n" for r in lines), encoding="utf-8")
        read = module.read_gold_lines(str(truth))
        result: dict[str, Any] = module.score(read, module.read_predictions(str(found), read))
    return result


def run(data: Path, part: str = "test", reader: str = "quality") -> dict[str, float]:
    """Attribution F1 in percent by language, their mean, and the worst language's."""
    module, scores = scorer(data), {}
    for language, records in gold(part).items():
        result = score(module, records, reader)
        scores[language] = 100 * result["attribution"]["f1"]
        shown = {k: round(100 * result[k]["f1"], 1) for k in ("attribution", "content_iou")}
        print(language, shown, file=sys.stderr)
    summary = {"mean": sum(scores.values()) / len(scores), "worst": min(scores.values())}
    return {f"{reader} {k} F1": round(v, 2) for k, v in {**scores, **summary}.items()}


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    print(json.dumps(run(folder, *sys.argv[2:4]), indent=2))
