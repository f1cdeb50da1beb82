"""Looking names up among many: how long, and whether it grows with their number.

    python eval/names_speed.py

Invented people are put into a table from blocking keys to entities, a thousand, ten thousand and a
hundred thousand of them. A page is twenty names, ten of people of the table (some in Cyrillic,
some with an initial or the family name alone) and ten of others. Each is looked up by its keys,
and those that share most are compared. `found` is the share of known people who come first (an
initial for a given name may be another's as well), `speed kept` the time of a page among a thousand
in per cent of that among a hundred thousand.
"""

from __future__ import annotations

import json
import random
import time
from collections import defaultdict

from quoth.link.names import Index, Name, NameKind, compare, parse

SIZES = (1_000, 10_000, 100_000)
PAGES = 10
NAMES = 20
SEED = 5
_STARTS = ("b", "br", "ch", "d", "dr", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "r", "s")
_STARTS += ("sh", "st", "t", "tr", "v", "z")
_VOWELS = ("a", "e", "i", "o", "u")
_ENDS = ("n", "r", "l", "s", "t", "m", "k", "v", "sh", "nd", "rt", "sk", "lin", "mar", "dov", "tas")
_CYRILLIC = {
    **dict(zip("abdefghiklmnoprstuvz", "абдефгхиклмнопрстувз", strict=True)),
    "sh": "ш",
    "ch": "ч",
}


def run(_: object = None) -> dict[str, float]:
    """Milliseconds a page at each size, how much of the speed stays, and the share found."""
    out: dict[str, float] = {}
    pace: dict[int, float] = {}
    for size in SIZES:
        spent, found = _measured(size)
        pace[size] = spent
        out[f"{size} entities, milliseconds a page"] = 1000 * spent
        out[f"{size} entities, found"] = 100 * found
        print(f"{size}: {1000 * spent:.1f} ms a page, {100 * found:.1f} % found")
    out["speed kept among a hundred thousand"] = 100 * pace[SIZES[0]] / pace[SIZES[-1]]
    return {key: round(value, 2) for key, value in out.items()}


def people(count: int) -> list[tuple[str, str]]:
    """Given and family names, all different, always the same ones."""
    chance = random.Random(SEED)  # noqa: S311 - no secret
    found: dict[tuple[str, str], None] = {}
    givens = [_word(chance, 2) for _ in range(2_000)]
    while len(found) < count:
        found[chance.choice(givens), _word(chance, chance.choice((2, 2, 3)))] = None
    return list(found)


def _word(chance: random.Random, syllables: int) -> str:
    parts = [chance.choice(_STARTS) + chance.choice(_VOWELS) for _ in range(syllables)]
    return ("".join(parts) + chance.choice(_ENDS)).capitalize()


def written(given: str, family: str, way: int) -> str:
    """A name as a page may write it."""
    if way == 0:
        return f"{given[0]}. {family}"
    if way in (1, 2):
        return f"{cyrillic(given)} {cyrillic(family)}"
    return f"{given} {family}"


def cyrillic(word: str) -> str:
    """A word of these names in Cyrillic letters."""
    low = word.lower()
    for latin in ("sh", "ch"):
        low = low.replace(latin, _CYRILLIC[latin])
    return "".join(_CYRILLIC.get(letter, letter) for letter in low).capitalize()


def _measured(size: int) -> tuple[float, float]:
    """CPU-seconds a page and the share of known names whose entity comes first."""
    everyone = people(max(SIZES) + PAGES * NAMES)
    known, others = everyone[:size], everyone[max(SIZES) :]
    index: Index[int] = Index()
    names: dict[int, Name] = {}
    for number, (given, family) in enumerate(known):
        names[number] = parse(f"{given} {family}", kind=NameKind.PERSON)
        index.add(number, names[number])
    chance = random.Random(SEED)  # noqa: S311 - no secret
    asked: list[tuple[int, str]] = []
    for at in range(PAGES * NAMES // 2):
        number = chance.randrange(size)
        asked += [(number, written(*known[number], at % 5)), (-1, " ".join(others[at]))]
    right: dict[bool, int] = defaultdict(int)
    begin = time.process_time()
    for number, text in asked:
        name = parse(text, kind=NameKind.PERSON)
        near = [(compare(name, names[n]).score, -n) for n in index.near(name)]
        if number >= 0:
            right[bool(near) and -max(near)[1] == number] += 1
    spent = time.process_time() - begin
    return spent / PAGES, right[True] / (right[True] + right[False])


if __name__ == "__main__":
    print(json.dumps(run(), indent=2))
