"""Names across scripts: how often the right Latin word is the likest of a thousand.

    python eval/names.py [DATA] [--part train|test] [--language LANGUAGE] [--wrong]

names/pairs-dev.jsonl.gz has a thousand pairs a language of words of names in a script and in Latin
letters, mined from Wikidata (CC0) by NETransliteration; some are wrong (family name against given
name). The tables of letters were learned from one half of them, chosen by a hash; only the other
half is scored, each against all Latin words of its language. `first` is the share whose right word
is the likest, alone or with others that fold to the same; `keys` the share that has a blocking key
in common with it; `apart` the share of all other words that have none.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import own
from quoth.link.names import Name, compare, keys, parse

FILES = ("names/pairs-dev.jsonl.gz",)
LANGUAGES = ("ar", "he", "ja", "ko", "ru", "zh")


def run(data: Path) -> dict[str, float]:
    """Per cent first and per cent found by keys, of each language and their mean."""
    out: dict[str, float] = {}
    for language in LANGUAGES:
        ranked = list(ranks(data, language, "test"))
        out[f"{language} first"] = _share([rank == 1 for _, _, rank, _ in ranked])
        found, apart = blocked(data, language, "test")
        out[f"{language} keys"] = _share(found)
        out[f"{language} apart"] = apart
    for kind in ("first", "keys", "apart"):
        values = [out[f"{language} {kind}"] for language in LANGUAGES]
        out[f"mean {kind}"] = sum(values) / len(values)
    return {key: round(value, 2) for key, value in out.items()}


def pairs(data: Path, language: str, part: str) -> list[tuple[Name, Name]]:
    """The pairs of a part: the word in its script, and in Latin letters."""
    sounds = own.module("sounds")
    return [
        (parse(r["native"]), parse(r["latin"]))
        for r in sounds.records(data / "names")
        if r["lang"] == language and sounds.part(r) in part
    ]


def ranks(
    data: Path, language: str, part: str
) -> Iterator[tuple[Name, Name, int, tuple[float, Name]]]:
    """Each pair with the rank of the right word and the likest one with its score."""
    words = {_folds(latin): latin for _, latin in pairs(data, language, "train test")}
    for native, latin in pairs(data, language, part):
        scored = [(compare(native, word).score, word) for word in words.values()]
        right = compare(native, latin).score
        before = sum(score > right for score, _ in scored)
        best = max(scored, key=lambda s: s[0])
        ties = sum(score == right and _folds(w) != _folds(latin) for score, w in scored)
        yield native, latin, 1 + before + ties, best


def blocked(data: Path, language: str, part: str) -> tuple[list[bool], float]:
    """Whether the two of each pair share a key; per cent of other words that share none."""
    words: dict[str, set[str]] = defaultdict(set)
    for _, latin in pairs(data, language, "train test"):
        for key in keys(latin):
            words[key].add(_folds(latin))
    found, others, known = [], 0, set().union(*words.values())
    for native, latin in pairs(data, language, part):
        near: set[str] = set().union(*(words[key] for key in keys(native)))
        found.append(_folds(latin) in near)
        others += len(near - {_folds(latin)})
    return found, 100 * (1 - others / len(found) / len(known))


def _folds(name: Name) -> str:
    return " ".join(part.fold for part in name.parts)


def _share(hits: list[bool]) -> float:
    return 100 * sum(hits) / len(hits)


def main(arguments: list[str]) -> None:
    """Print the scores, or what is not first."""
    options = dict(pairwise(arguments))
    data = Path(arguments[0] if arguments and arguments[0][0] != "-" else "../shared/data")
    part, language = options.get("--part", "test"), options.get("--language")
    if not language:
        print(json.dumps(run(data), indent=2))
        return
    ranked = list(ranks(data, language, part))
    found, apart = blocked(data, language, part)
    first = _share([rank == 1 for *_, rank, _ in ranked])
    print(f"{language} first {first:.1f} keys {_share(found):.1f} apart {apart:.1f}")
    for native, latin, rank, (score, best) in ranked if "--wrong" in arguments else ():
        if rank > 1:
            mine = compare(native, latin).score
            print(f"{native.text} {latin.text} {mine:.3f} at {rank}, first {best.text} {score:.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
