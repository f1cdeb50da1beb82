"""Attribution on PolNeAR dev: content characters, contents, pairs, recall by form.

    python eval/attribution.py [DATA] [NAME] [READER]

The measures are those of `score_attribution.py` beside the data: characters without white space; a
content is found at an overlap (intersection over union) of at least 0.5; a pair also needs its
sources to share a character; matching is one to one and maximum.

PolNeAR marks nothing inside a content, so a statement within another one counts as wrong there,
right or not; the F1 without those is told beside the other.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import reading


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


def predict(
    record: dict[str, Any], reader: str = "pack", *, nested: bool = True
) -> list[dict[str, Any]]:
    """The attributions that Quoth reads in a gold record's text, as spans; without `nested` those
    alone that stand inside no other one."""
    found = reading.read(record["text"], record.get("language", "en"), reader)
    return [told.record() for told in found.told if nested or not told.inside]


def score(
    module: ModuleType, gold: Iterable[dict[str, Any]], reader: str, *, nested: bool = True
) -> dict[str, Any]:
    """The result of the scoring script on some records."""
    with tempfile.TemporaryDirectory() as folder:
        truth, found = Path(folder, "gold.jsonl"), Path(folder, "found.jsonl")
        with truth.open("w", encoding="utf-8") as left, found.open("w", encoding="utf-8") as right:
            for record in gold:
                left.write(json.dumps(record) + "\n")
                line = {
                    "doc": record["doc"],
                    "attributions": predict(record, reader, nested=nested),
                }
                right.write(json.dumps(line) + "\n")
        read = module.read_gold_lines(str(truth))
        result: dict[str, Any] = module.score(read, module.read_predictions(str(found), read))
    return result


def run(data: Path, name: str = "polnear-dev", reader: str = "pack") -> dict[str, float]:
    """Scores in percent."""
    module = scorer(data)
    result = score(module, records(data, name), reader)
    outer = score(module, records(data, name), reader, nested=False)
    print(module.show(result), file=sys.stderr)
    forms = result["recall_by_type"]
    scores = {
        "content characters F1": result["chars"]["content"]["f1"],
        "content F1": result["content_iou"]["f1"],
        "attribution precision": result["attribution"]["p"],
        "attribution recall": result["attribution"]["r"],
        "attribution F1": result["attribution"]["f1"],
        "attribution F1 of those inside no other": outer["attribution"]["f1"],
        **{f"{form} content recall": forms[form]["content_iou"]["r"] for form in forms},
        **{f"{form} content characters recall": forms[form]["chars"]["r"] for form in forms},
    }
    return {key: round(100 * value, 2) for key, value in scores.items()}


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    print(json.dumps(run(folder, *sys.argv[2:4]), indent=2))
