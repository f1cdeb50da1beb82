"""Attribution on PolNeAR dev: content characters, contents, pairs, recall by form.

The measures are those of `score_attribution.py` beside the data: characters without white space; a
content is found at an overlap (intersection over union) of at least 0.5; a pair also needs its
sources to share a character; matching is one to one and maximum.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from quoth.annotate import annotate
from quoth.model import Capture, Source, Statement
from quoth.read import As, ReadOptions, article


def records(data: Path, name: str) -> Iterator[dict[str, Any]]:
    """The gold records of `attribution/<name>.jsonl.gz`."""
    with gzip.open(data / "attribution" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def scorer(data: Path) -> ModuleType:
    """The scoring script that comes with the data, as a module."""
    spec = importlib.util.spec_from_file_location(
        "score_attribution", data / "attribution" / "score_attribution.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predict(record: dict[str, Any], reader: str = "pack") -> list[dict[str, Any]]:
    """The attributions that Quoth reads in a gold record's text, as spans."""
    body = record["text"].encode("utf-8", "surrogatepass")
    options = ReadOptions(taken_as=As.ARTICLE, language=record.get("language", "en"))
    page = article(Capture(Source(record["doc"]), body), options)
    found = []
    for mark in annotate(page, reader).of(Statement):
        value = mark.value
        spans = {"source": value.source, "cue": value.cue, "content": value.content}
        found.append({k: [_place(page, s) for s in v] or None for k, v in spans.items()})
    return found


def _place(page: Any, span: Any) -> list[int]:
    places = page.origin.places(span)
    return [places[0].start, places[-1].end]


def run(data: Path, name: str = "polnear-dev", reader: str = "pack") -> dict[str, float]:
    """Scores in percent."""
    gold = list(records(data, name))
    found = [(r["doc"], predict(r, reader)) for r in gold]
    module = scorer(data)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for doc, attributions in found:
            out.write(json.dumps({"doc": doc, "attributions": attributions}) + "\n")
        out.flush()
        truth = module.read_gold_lines(str(data / "attribution" / f"{name}.jsonl.gz"))
        result = module.score(truth, module.read_predictions(out.name, truth))
    print(module.show(result), file=sys.stderr)
    forms = result["recall_by_type"]
    scores = {
        "content characters F1": result["chars"]["content"]["f1"],
        "content F1": result["content_iou"]["f1"],
        "attribution precision": result["attribution"]["p"],
        "attribution recall": result["attribution"]["r"],
        "attribution F1": result["attribution"]["f1"],
        **{f"{form} content recall": forms[form]["content_iou"]["r"] for form in forms},
        **{f"{form} content characters recall": forms[form]["chars"]["r"] for form in forms},
    }
    return {key: round(100 * value, 2) for key, value in scores.items()}


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    print(json.dumps(run(folder, *sys.argv[2:3]), indent=2))
