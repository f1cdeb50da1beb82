"""Through whom it reached the page, on the project's own articles: origins and whole paths right.

    python eval/chains.py [tune|hold|all] [--end READER] [--wrong] [--language CODE]

The articles are those of eval/speakers; statements and names of the gold are given; with `--end` a
reader finds them. An origin is right where the first link names the speaker of the gold, or nobody
where the gold has nobody. A path is right where the origin is and all other links follow in the
gold's order with the same roles and names: of a venue, words of the page in common; of a medium,
the name or an alias; of a translation, the language or the name of the original.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quoth.link.chains.media import same
from quoth.model import Chain, Link, Reading, Role, Statement
from speakers import Gold, folded, match, readings, statements

_STEP = re.compile(r'(relay|outlet|venue|translation)\s+(?:"([^"]*)"|(\S+))')


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one chain of the gold."""

    gold: Gold
    number: int
    origin: bool
    path: bool
    told: bool
    links: tuple[Link, ...]
    wanted: tuple[tuple[str, str], ...]


def wanted(gold: Gold) -> dict[int, tuple[tuple[str, str], ...]]:
    """Role and name (or the key of an entity) of each link behind the speaker, by statement."""
    lines: dict[str, tuple[tuple[str, str], ...]] = {}
    for line in gold.chains:
        numbers, _, rest = line.strip().partition(" ")
        steps = tuple((m.group(1), m.group(2) or m.group(3)) for m in _STEP.finditer(rest))
        lines.update(dict.fromkeys(numbers.split(","), steps))
    return {n: lines.get(str(n), lines.get("*", ())) for n in gold.numbers}


def verdicts(gold: Gold, reading: Reading) -> Iterator[Verdict]:
    """A verdict on the chain of each statement of the gold."""
    chains = {m.value.statement: m.value.links for m in reading.of(Chain)}
    marks, paths = reading.of(Statement), wanted(gold)
    for number, one in zip(gold.numbers, statements(gold), strict=True):
        found = match(one, marks)
        links = chains.get(found.id, ()) if found else ()
        origin = bool(links) and _origin(gold, number, links[0])
        rest = [k for k in links if k.role is not Role.SPEAKER]
        told = [k for k in rest if k.role is not Role.VENUE]
        path = _path(gold, rest, paths[number])
        short = _path(gold, told, tuple(s for s in paths[number] if s[0] != "venue"))
        yield Verdict(gold, number, origin, origin and path, short, links, paths[number])


def _origin(gold: Gold, number: int, link: Link) -> bool:
    who = gold.speakers[number][0]
    if who in ("-", "?"):
        return link.name is None
    names = {folded(n, gold.language) for n in gold.names[who]}
    return link.name is not None and folded(link.name, gold.language) in names


def _path(gold: Gold, links: Sequence[Link], steps: tuple[tuple[str, str], ...]) -> bool:
    if len(links) != len(steps):
        return False
    return all(_fits(gold, k, *step) for k, step in zip(links, steps, strict=True))


def _fits(gold: Gold, link: Link, role: str, name: str) -> bool:
    if link.role.value != role:
        return False
    if role == "translation" and link.name is None:
        return False
    names = gold.names.get(name, (name,))
    if role == "venue":
        mine = set(folded(link.name or "", gold.language).split())
        return any(mine & set(folded(n, gold.language).split()) for n in names)
    return any(same(link.name, n) for n in names)


def judged(half: str, reader: str = "", languages: frozenset[str] = frozenset()) -> list[Verdict]:
    """The verdicts on all chains of a half; with a reader, end to end."""
    found = readings(half, reader, languages)
    return [one for gold, reading in found for one in verdicts(gold, reading)]


def table(found: Sequence[Verdict]) -> dict[str, dict[str, float]]:
    """Percent of origins, paths, and paths without venue and origin: of all and by language."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        for group in ("all", one.gold.language):
            right = {"origin": one.origin, "path": one.path, "relays": one.told}
            counts[group].update({"of": 1, **{k: int(v) for k, v in right.items()}})
    return {
        group: {k: round(100 * c[k] / c["of"], 1) for k in ("origin", "path", "relays")}
        | {"of": c["of"]}
        for group, c in counts.items()
    }


def run(_: Path, reader: str = "") -> dict[str, float]:
    """Percent of origins and of whole paths, of both halves."""
    scores: dict[str, float] = {}
    for half in ("tune", "hold"):
        told = table(judged(half, reader)).get("all")
        if told is not None:
            scores[f"{half} origin"], scores[f"{half} path"] = told["origin"], told["path"]
    return scores


def line_of(one: Verdict) -> str:
    """A line for one verdict."""
    path = " > ".join(f"{k.role.value} {k.name!r} [{k.why[:30]}]" for k in one.links)
    gold = " > ".join(f"{role} {name!r}" for role, name in one.wanted)
    who = one.gold.speakers[one.number][0]
    content = one.gold.text.attributions[one.gold.numbers.index(one.number)].content[0]
    words = one.gold.text.text[content[0] : content[1]][:40]
    return f"{one.gold.id} {one.number} ({words!r})\n   wanted {who} > {gold}\n   got {path}"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("half", nargs="?", default="tune", choices=("tune", "hold", "all"))
    parser.add_argument("--end", default="", metavar="READER")
    parser.add_argument("--language", action="append", default=[])
    parser.add_argument("--wrong", action="store_true", help="chains whose relays are wrong")
    chosen = parser.parse_args()
    found = judged(chosen.half, chosen.end, frozenset(chosen.language))
    if chosen.wrong:
        for one in found:
            if not (one.told and one.path) and (one.origin or not one.told):
                print(line_of(one), file=sys.stderr)
    print(json.dumps(table(found), indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
