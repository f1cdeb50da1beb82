"""Times: TempEval-3's measures on TIMEX3 data, and the DateTime cases of Recognizers-Text.

    python eval/times.py [DATA] [--set NAME] [--language CODE] [--kinds]
    python eval/times.py [DATA] --errors NAME_OR_CODE [--kind KIND] [--measure MEASURE]

`--set` takes names of `SETS` or `recognizers`, `--language` those of one language; `--kinds` shows
the cases of each kind. `--errors` prints what is wrong in a data set that is free for tuning, and
refuses those that are for evaluation only. Measures: eval/timex.py, eval/recognizers.py. The day of
publication is the `dct` of TIMEX3 data, and the moment of reference of the cases.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import recognizers
import scene
import timex
from timex import Timex

ROOT = Path(__file__).resolve().parents[1]
Scores = dict[str, float]


@dataclass(frozen=True, slots=True)
class Set:
    """Texts with TIMEX3 annotations; `free`: whether its errors may be looked at."""

    files: tuple[str, ...]
    language: str
    free: bool = False


SETS = {
    "timebank": Set(("timebank-en.jsonl.gz", "aquaint-en.jsonl.gz"), "en"),
    "timebank-es": Set(("timebank-es-dev.jsonl.gz",), "es"),
    "krauts": Set(("krauts-de-dev.jsonl.gz",), "de"),
    "wikiwars-uk": Set(("wikiwars-uk-dev.jsonl",), "uk"),
    "meantime-en": Set(("meantime-en.jsonl",), "en", free=True),
    "meantime-es": Set(("meantime-es.jsonl",), "es", free=True),
}
RECOGNIZERS = "recognizers"
FILES = tuple(f"times/{file}" for s in SETS.values() for file in s.files) + tuple(
    f"times/recognizers/{name}.json" for name in recognizers.LANGUAGES.values()
)
"""All the data, below the folder of data."""


def texts(data: Path, name: str) -> Iterator[dict[str, Any]]:
    """The records of a TIMEX3 set."""
    for file in SETS[name].files:
        path = data / "times" / file
        opened = gzip.open if path.suffix == ".gz" else open
        with opened(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def gold(record: dict[str, Any]) -> list[Timex]:
    """The time expressions of a record."""
    return [Timex(t["begin"], t["end"], t["type"], t["value"]) for t in record["timex"]]


def read(record: dict[str, Any]) -> list[Timex]:
    """Those that Quoth reads in its text; of a range its two ends, as TIMEX3 marks them."""
    seen = scene.times(record["text"], record["lang"], record["dct"], ranges=False)
    return [Timex(s.start, s.end, s.type, s.timex) for s in seen]


def timex3(data: Path, name: str) -> Scores:
    """F1 in percent of each measure on a TIMEX3 set."""
    return timex.scores(timex.count(gold(r), read(r)) for r in texts(data, name))


def judged(data: Path, language: str) -> Iterator[tuple[Any, list[scene.Seen], Any]]:
    """The cases of a language with what was read in them and the verdict."""
    for case in recognizers.cases(data, language):
        seen = scene.times(case.text, language, case.published)
        yield case, seen, recognizers.judge(case, seen)


def shares(verdicts: list[Any]) -> Scores:
    """The share in percent of cases that pass each measure, of those that can."""
    out = Scores()
    for measure in recognizers.MEASURES:
        known = [getattr(v, measure) for v in verdicts if getattr(v, measure) is not None]
        out[measure] = round(100 * sum(known) / len(known), 2) if known else 100.0
    return out


def cases(data: Path, language: str, kinds: bool = False) -> Scores:
    """The scores of a language's cases; `none` is the share of texts without times that are read
    so, and each kind has its own scores if `kinds`."""
    found = [(case.kinds, verdict) for case, _, verdict in judged(data, language)]
    scores = shares([v for k, v in found if "none" not in k])
    empty = [v for k, v in found if "none" in k]
    if empty:
        scores["none"] = shares(empty)["spans"]
    for kind in recognizers.KINDS if kinds else ():
        of_kind = [v for k, v in found if kind in k]
        scores |= {f"{kind} {m}": s for m, s in shares(of_kind).items()}
        scores[f"{kind} cases"] = len(of_kind)
    return scores


def run(data: Path, sets: tuple[str, ...] = (), language: str = "", kinds: bool = False) -> Scores:
    """All scores by `set.measure` and `recognizers.language.measure`; all sets if none is named."""
    out = Scores()
    wanted = sets or (*SETS, RECOGNIZERS)
    for name in (s for s in SETS if s in wanted and language in ("", SETS[s].language)):
        out |= {f"{name}.{m}": score for m, score in timex3(data, name).items()}
    for code in recognizers.LANGUAGES if RECOGNIZERS in wanted else ():
        if language in ("", code):
            scores = cases(data, code, kinds)
            out |= {f"{RECOGNIZERS}.{code}.{m}": score for m, score in scores.items()}
    return out


def errors(data: Path, what: str, kind: str, measure: str) -> Iterator[str]:
    """What is wrong, a line each.

    Raises:
        SystemExit: if the data are for evaluation only, or there are none of that name.
    """
    if what in SETS and SETS[what].free:
        yield from _timex3_errors(data, what, measure)
    elif what in recognizers.LANGUAGES:
        yield from _case_errors(data, what, kind, measure)
    elif what in SETS:
        raise SystemExit(f"{what} is for evaluation only: its errors are not shown")
    else:
        raise SystemExit(f"no data {what!r} whose errors may be shown")


def _timex3_errors(data: Path, name: str, measure: str) -> Iterator[str]:
    wrong: dict[str, Callable[[Timex, Timex], bool]] = {
        "strict": lambda g, r: g[:2] != r[:2],
        "type": lambda g, r: g.type != r.type,
        "value": lambda g, r: g.value != r.value,
    }
    for record in texts(data, name):
        left, right = gold(record), read(record)
        both = list(timex.pairs(left, right))
        missed = [(g, None) for g in left if g not in [p[0] for p in both]]
        extra = [(None, r) for r in right if r not in [p[1] for p in both]]
        for g, r in [*both, *missed, *extra]:
            if g is None or r is None or (measure in wrong and wrong[measure](g, r)):
                shown = [_shown(record["text"], t) if t else "-" for t in (g, r)]
                around = record["text"][max((g or r).start - 30, 0) : (g or r).end + 30]  # type: ignore[union-attr]
                yield "\t".join((record["dct"], *shown, around.replace("\n", " ")))


def _case_errors(data: Path, language: str, kind: str, measure: str) -> Iterator[str]:
    for case, seen, verdict in judged(data, language):
        if getattr(verdict, measure) is not False or (kind and kind not in case.kinds):
            continue
        wanted = [_result(case.text, r) for r in case.results]
        got = [f"{_shown(case.text, s)} {s.earliest}..{s.latest}" for s in seen]
        kinds = ",".join(sorted(case.kinds))
        yield "\t".join(
            (kinds, case.text, str(case.published), "; ".join(wanted) or "-", "; ".join(got) or "-")
        )


def _shown(text: str, one: Timex | scene.Seen) -> str:
    return f"[{text[one.start : one.end]}] {one[2]} {one[3]}"


def _result(text: str, one: Any) -> str:
    readings = " | ".join(
        f"{r.timex} {r.value}{r.start}..{r.end}".removesuffix("..") for r in one.readings
    )
    return f"[{text[one.start : one.end]}] {one.kind} {readings}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("data", type=Path, nargs="?", default=ROOT.parent / "shared" / "data")
    parser.add_argument("--set", action="append", choices=[*SETS, RECOGNIZERS], default=[])
    parser.add_argument("--language", default="")
    parser.add_argument("--kinds", action="store_true")
    parser.add_argument("--errors", metavar="NAME_OR_CODE")
    parser.add_argument("--kind", default="", choices=["", *recognizers.KINDS, "none"])
    parser.add_argument("--measure", default="")
    return parser.parse_args()


def main() -> None:
    """Print scores as JSON, or errors."""
    given = _arguments()
    if not given.errors:
        print(json.dumps(run(given.data, tuple(given.set), given.language, given.kinds), indent=2))
        return
    measure = given.measure or ("value" if given.errors in SETS else "values")
    lines = list(errors(given.data, given.errors, given.kind, measure))
    print("\n".join(lines))
    first = Counter(line.split("\t")[0] for line in lines)
    print(len(lines), "wrong", "" if given.errors in SETS else dict(first), file=sys.stderr)


if __name__ == "__main__":
    main()
