"""The quality ratchet: run the evaluations and compare them with eval/floors.json.

    python eval/bench.py [--data FOLDER] [--only NAME] [--json] [--save]
    python eval/bench.py --raise                     set the floors just below what was measured
    python eval/bench.py --lower NAME/SCORE=VALUE --why "one sentence"

Each evaluation has its floors and the digest of the data that they were set on; a score below its
floor, or data that changed, makes the exit status 1.  `--only` takes the beginning of names.
`--save` keeps what was measured in eval/measured.json, from which the docs are made.  Evaluations
whose data or weights are not there are skipped with a line that says so.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import attribution
import calibration
import chains
import entities
import groups
import joining_speed
import link_speed
import names as names_across
import names_speed
import own
import pages
import places
import quantities
import samples
import scene_speed
import sentences
import speakers
import speed
import times
from quoth.annotate import network
from quoth.annotate.table import PACK, READERS
from ratchet import bounds, digest, lower, raised, verdicts

ROOT = Path(__file__).resolve().parent
FLOORS = ROOT / "floors.json"
MEASURED = ROOT / "measured.json"
POLNEAR = ("attribution/polnear-dev.jsonl.gz",)
SCORER = "attribution/score_attribution.py"
NAMES = tuple(f"entities/{s.file}" for s in entities.SETS.values())

Scores = dict[str, float]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One evaluation.

    Attributes:
        run: measures, given the folder of data.
        data: below that folder.
        ours: data in the repository.
        weights: the trained reader that it needs, if any.
        more: gives what the docs need beside scores.
    """

    run: Callable[[Path], Scores]
    data: tuple[str, ...] = ()
    ours: tuple[str, ...] = ()
    weights: str = ""
    more: Callable[[Path], dict[str, Any]] | None = None


def _corpus(part: str) -> tuple[str, ...]:
    """The files of a part of the own corpus."""
    corpus = own.module("corpus")
    files = sorted((own.ROOT / "train" / "corpus").glob("*/*-*.txt"))
    return tuple(
        f.relative_to(own.ROOT).as_posix() for f in files if corpus.part_of(f.stem) == part
    )


def _read(reader: str) -> dict[str, Evaluation]:
    """The evaluations of any reader of statements."""
    needs = "" if reader == PACK else reader
    return {
        f"attribution {reader}": Evaluation(
            lambda d: attribution.run(d, reader=reader), (*POLNEAR, SCORER), weights=needs
        ),
        f"own {reader}": Evaluation(
            lambda d: own.run(d, "test", reader),
            (SCORER,),
            _corpus("test"),
            needs,
            lambda _: {"counts": own.counts("test")},
        ),
        f"samples {reader}": Evaluation(
            lambda _: samples.run(reader), ours=("samples/pages", "samples/expected"), weights=needs
        ),
    }


def _trained(reader: str) -> dict[str, Evaluation]:
    """The evaluations of what only trained readers have."""
    return {
        f"names {reader}": Evaluation(lambda d: entities.run(d, reader), NAMES, weights=reader),
        f"calibration {reader}": Evaluation(
            lambda d: calibration.run(d, reader),
            (*POLNEAR, *NAMES),
            (*_corpus("dev"), *_corpus("test")),
            reader,
            lambda d: {"bins": calibration.tables(d, reader)},
        ),
        f"unseen {reader}": Evaluation(
            lambda d: own.run(d, own.UNSEEN, reader),
            (SCORER,),
            tuple(f.relative_to(own.ROOT).as_posix() for f in own.unseen()),
            reader,
            lambda _: {"counts": own.counts(own.UNSEEN)},
        ),
        f"speed {reader}": Evaluation(lambda d: speed.trained(d, reader), POLNEAR, weights=reader),
    }


def _places(_: Path) -> Scores:
    return {name: round(score, 2) for name, score in places.run().items()}


def _scene() -> dict[str, Evaluation]:
    """The evaluations of when, how many and where, for which no reader is needed."""
    corpus = (*_corpus("dev"), *_corpus("test"))
    return {
        "times": Evaluation(times.run, times.FILES),
        "quantities": Evaluation(quantities.run, ("quantities/recognizers",)),
        "places": Evaluation(_places, ours=("eval/places",)),
        "scene speed": Evaluation(scene_speed.run, POLNEAR, corpus),
        "scripts": Evaluation(names_across.run, names_across.FILES),
        "looking names up": Evaluation(names_speed.run),
    }


def _across() -> dict[str, Evaluation]:
    """The evaluations of actors across articles."""
    pages = {"meantime": (), "samples": ("samples/pages",)}
    return {
        **{
            f"groups {name}": Evaluation(
                partial(groups.run, name),
                (groups.MEANTIME,) if name == "meantime" else (),
                (gold.relative_to(ROOT.parent).as_posix(), *pages[name]),
                groups.READER,
            )
            for name, gold in groups.GOLD.items()
        },
        "joining speed": Evaluation(joining_speed.run),
    }


TRAINED = tuple(name for name in READERS if name != PACK)
EVALUATIONS: dict[str, Evaluation] = {
    **{name: one for reader in READERS for name, one in _read(reader).items()},
    "pages": Evaluation(lambda d: pages.run(d / "pages" / "scrapinghub"), ("pages/scrapinghub",)),
    "sentences": Evaluation(sentences.run, ("stories/meantime.jsonl.gz",), weights=TRAINED[0]),
    f"speed {PACK}": Evaluation(speed.run, POLNEAR),
    **_scene(),
    "speakers": Evaluation(speakers.run, ours=("eval/speakers",)),
    "speakers end to end": Evaluation(
        lambda d: speakers.run(d, TRAINED[0]), ours=("eval/speakers",), weights=TRAINED[0]
    ),
    "chains": Evaluation(chains.run, ours=("eval/speakers",)),
    "chains end to end": Evaluation(
        lambda d: chains.run(d, TRAINED[0]), ours=("eval/speakers",), weights=TRAINED[0]
    ),
    "linking speed": Evaluation(link_speed.run, ours=("eval/speakers",)),
    **_across(),
    **{name: one for reader in TRAINED for name, one in _trained(reader).items()},
}
"""Every evaluation by its name."""


def measure(name: str, data: Path) -> tuple[Scores, str] | None:
    """The scores of one evaluation and the digest of its data; None where those or the weights are
    missing."""
    evaluation = EVALUATIONS[name]
    needed = [*(data / d for d in evaluation.data), *(ROOT.parent / d for d in evaluation.ours)]
    missing = next((str(path) for path in needed if not path.exists()), "")
    if not missing and evaluation.weights and evaluation.weights not in network.variants():
        missing = f"weights of the reader {evaluation.weights}"
    if missing:
        print(f"{name}: skipped, no {missing}", file=sys.stderr)
        return None
    print(f"{name} …", file=sys.stderr)
    began = time.monotonic()
    scores = evaluation.run(data)
    print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr)
    return scores, mark(evaluation, data)


def mark(evaluation: Evaluation, data: Path) -> str:
    """The digest of an evaluation's data."""
    parts = [(data, evaluation.data), (ROOT.parent, evaluation.ours)]
    return "-".join(digest(root, names) for root, names in parts if names)


def chosen(only: list[str] | None) -> list[str]:
    """The evaluations whose names begin with one of those; all if there are none."""
    found = [n for n in EVALUATIONS if not only or any(n.startswith(o) for o in only)]
    if not found:
        raise SystemExit(f"no such evaluation; there are: {', '.join(EVALUATIONS)}")
    return found


def save(name: str, scores: Scores, mark: str, data: Path) -> None:
    """Keeps what was measured, and with which weights."""
    known = json.loads(MEASURED.read_text("utf-8")) if MEASURED.exists() else {}
    evaluation = EVALUATIONS[name]
    entry: dict[str, Any] = {"digest": mark, "scores": scores}
    if evaluation.weights:
        entry["weights"] = network.digest(evaluation.weights)
    if evaluation.more:
        entry |= evaluation.more(data)
    known[name] = entry
    kept = {n: known[n] for n in EVALUATIONS if n in known}
    write(MEASURED, kept)


def write(path: Path, content: dict[str, Any]) -> None:
    """JSON with one score a line, and one line a row of numbers."""
    text = json.dumps(content, indent=2, ensure_ascii=False)
    path.write_text(_flat(text) + "\n", "utf-8")


def _flat(text: str) -> str:
    """Innermost lists on one line each."""
    out, row = [], list[str]()
    for line in text.splitlines():
        if row or (line.endswith("[") and not line.strip().startswith('"')):
            row.append(line if not row else line.strip())
            if line.strip().startswith("]"):
                out.append("".join(row[:1]) + " ".join(row[1:-1]) + row[-1])
                row = []
        else:
            out.append(line)
    return "\n".join(out)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, default=ROOT.parent.parent / "shared" / "data")
    parser.add_argument("--only", metavar="NAME", action="append")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--save", action="store_true")
    parser.add_argument("--raise", dest="up", action="store_true")
    parser.add_argument("--lower", metavar="NAME/SCORE=VALUE")
    parser.add_argument("--why", default="")
    return parser.parse_args()


def _show(name: str, scores: Scores, known: dict[str, Any]) -> None:
    print(f"\n{name}")
    for key, value in scores.items():
        kind = "ceiling" if key in known.get("ceilings", {}) else "floor"
        bound = f"   {kind:7} {bounds(known)[key]:8.2f}" if key in bounds(known) else ""
        print(f"  {key:62} {value:10.2f}{bound}", flush=True)


def main() -> int:
    """Run what was asked for; 1 if a score is below its floor."""
    given = _arguments()
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    if given.lower:
        lower(floors, given.lower, given.why)
        write(FLOORS, floors)
        return 0
    results, faults = {}, []
    for name in chosen(given.only):
        measured = measure(name, given.data)
        if measured is None:
            continue
        scores, data = measured
        results[name] = scores
        old = floors.get(name, {})
        faults += [f"{name}: {fault}" for fault in verdicts(old, scores, data)]
        if given.save:
            save(name, scores, data, given.data)
        if given.up:
            floors[name] = raised(old, scores, data)
            write(FLOORS, {n: floors[n] for n in EVALUATIONS if n in floors})
        if not given.json:
            _show(name, scores, old)
    if given.json:
        print(json.dumps(results, indent=2))
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults and not given.up else 0


if __name__ == "__main__":
    raise SystemExit(main())
