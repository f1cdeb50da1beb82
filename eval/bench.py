"""The quality ratchet: run the evaluations and compare them with eval/floors.json.

    python eval/bench.py [--data FOLDER] [--only NAME] [--json]
    python eval/bench.py --raise                     set the floors just below what was measured
    python eval/bench.py --lower NAME/SCORE=VALUE --why "one sentence"

Each evaluation has its floors and the digest of the data that they were set on; a score below its
floor, or data that changed, makes the exit status 1.  Evaluations whose data are not there are
skipped with a line that says so.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import attribution
import pages
import samples
import speed

ROOT = Path(__file__).resolve().parent
FLOORS = ROOT / "floors.json"
SLACK = 0.5  # points that a raised floor is set below what was measured
EXACT = frozenset({"map"})  # scores that may not fall at all
SPEED_SLACK = 0.4  # share, for scores that depend on the machine


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One evaluation: what it measures, its data (below the data folder or the repository)."""

    run: Callable[[Path], dict[str, float]]
    data: tuple[str, ...]
    ours: bool = False


EVALUATIONS = {
    "attribution": Evaluation(
        attribution.run, ("attribution/polnear-dev.jsonl.gz", "attribution/score_attribution.py")
    ),
    "pages": Evaluation(lambda d: pages.run(d / "pages" / "scrapinghub"), ("pages/scrapinghub",)),
    "samples": Evaluation(lambda _: samples.run(), ("samples/pages", "samples/expected"), True),
    "speed": Evaluation(speed.run, ("attribution/polnear-dev.jsonl.gz",)),
}
"""Every evaluation by its name."""


def digest(root: Path, names: tuple[str, ...]) -> str:
    """SHA-256, 16 digits, over the named files and folders in order."""
    total = sha256()
    for name in names:
        path = root / name
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                total.update(file.relative_to(root).as_posix().encode() + b"\0")
                total.update(sha256(file.read_bytes()).digest())
    return total.hexdigest()[:16]


def measure(name: str, data: Path) -> tuple[dict[str, float], str] | None:
    """The scores of one evaluation and the digest of its data; None where the data are missing."""
    evaluation = EVALUATIONS[name]
    root = ROOT.parent if evaluation.ours else data
    missing = [d for d in evaluation.data if not (root / d).exists()]
    if missing:
        print(f"{name}: skipped, no {root / missing[0]}", file=sys.stderr)
        return None
    return evaluation.run(data), digest(root, evaluation.data)


def verdicts(floors: dict[str, Any], scores: dict[str, float], mark: str) -> list[str]:
    """What is wrong with the scores of one evaluation, in words; empty if nothing is."""
    out = []
    if floors.get("digest") not in (None, mark):
        out.append(f"the data changed: {mark}, the floors were set on {floors['digest']}")
    for key, floor in floors.get("floors", {}).items():
        if key not in scores:
            out.append(f"{key} was not measured")
        elif scores[key] < floor:
            out.append(f"{key} is {scores[key]:.2f}, below its floor {floor}")
    return out


def raised(old: dict[str, Any], scores: dict[str, float], mark: str) -> dict[str, Any]:
    """The floors of an evaluation moved up to just below `scores`; none is moved down."""
    floors = dict(old.get("floors", {}))
    for key, value in scores.items():
        if not _floored(key):
            continue
        slack = SPEED_SLACK * value if "speed" in key else 0.0 if key in EXACT else SLACK
        floors[key] = max(floors.get(key, 0.0), round(value - slack, 1))
    return {**old, "digest": mark, "floors": floors}


def _floored(key: str) -> bool:
    """Whether a score has a floor: not those that depend on the machine, nor those of others."""
    return not any(w in key for w in ("second", "MB", "trafilatura_", "articles per", "pages"))


def _lower(floors: dict[str, Any], what: str, why: str) -> None:
    name, _, rest = what.partition("/")
    key, _, value = rest.rpartition("=")
    entry = floors[name]
    if key not in entry["floors"] or not why:
        raise SystemExit("--lower takes NAME/SCORE=VALUE of a floor that is there, and --why")
    change = {"score": key, "from": entry["floors"][key], "to": float(value), "why": why}
    entry["floors"][key] = float(value)
    entry.setdefault("lowered", []).append(change)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, default=ROOT.parent.parent / "shared" / "data")
    parser.add_argument("--only", choices=sorted(EVALUATIONS), action="append")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--raise", dest="up", action="store_true")
    parser.add_argument("--lower", metavar="NAME/SCORE=VALUE")
    parser.add_argument("--why", default="")
    return parser.parse_args()


def _show(name: str, scores: dict[str, float], floors: dict[str, float]) -> None:
    print(f"\n{name}")
    for key, value in scores.items():
        floor = f"   floor {floors[key]:8.2f}" if key in floors else ""
        print(f"  {key:52} {value:10.2f}{floor}")


def main() -> int:
    """Run what was asked for; 1 if a score is below its floor."""
    given = _arguments()
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    if given.lower:
        _lower(floors, given.lower, given.why)
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", "utf-8")
        return 0
    results, faults = {}, []
    for name in given.only or EVALUATIONS:
        measured = measure(name, given.data)
        if measured is None:
            continue
        scores, mark = measured
        results[name] = scores
        old = floors.get(name, {})
        faults += [f"{name}: {fault}" for fault in verdicts(old, scores, mark)]
        if given.up:
            floors[name] = raised(old, scores, mark)
        if not given.json:
            _show(name, scores, old.get("floors", {}))
    if given.up:
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", "utf-8")
    if given.json:
        print(json.dumps(results, indent=2))
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults and not given.up else 0


if __name__ == "__main__":
    raise SystemExit(main())
