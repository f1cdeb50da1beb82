"""Floors and ceilings: scores that may not get worse, in eval/floors.json.

Most scores have a floor. An error and an amount of memory have a ceiling: less is better there.
Both only move to the better side; to loosen one takes a sentence of why, which is kept.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

SLACK = 0.5  # points that a bound is set on the safe side of what was measured
EXACT = frozenset({"map"})  # scores that may not fall at all
SPEED_SLACK = 0.4  # share, for scores that depend on the machine
MEMORY_SLACK = 0.1  # share
CEILING = ("calibration error", "resident memory")
UNBOUND = ("second", "MB", "trafilatura_", "articles per", "pages")
"""What has neither: what depends on the machine, and what others scored."""


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


def bounds(known: dict[str, Any]) -> dict[str, float]:
    """Every floor and ceiling of an evaluation by its score."""
    return {**known.get("floors", {}), **known.get("ceilings", {})}


def verdicts(known: dict[str, Any], scores: dict[str, float], mark: str) -> list[str]:
    """What is wrong with the scores of one evaluation, in words; empty if nothing is."""
    out = []
    if known.get("digest") not in (None, mark):
        out.append(f"the data changed: {mark}, the floors were set on {known['digest']}")
    for key, bound in bounds(known).items():
        if key not in scores:
            out.append(f"{key} was not measured")
        elif key in known.get("ceilings", {}):
            if scores[key] > bound:
                out.append(f"{key} is {scores[key]:.2f}, above its ceiling {bound}")
        elif scores[key] < bound:
            out.append(f"{key} is {scores[key]:.2f}, below its floor {bound}")
    return out


def raised(old: dict[str, Any], scores: dict[str, float], mark: str) -> dict[str, Any]:
    """The bounds of an evaluation moved close to `scores`; none is loosened."""
    floors, ceilings = dict(old.get("floors", {})), dict(old.get("ceilings", {}))
    for key, value in scores.items():
        if any(word in key for word in CEILING):
            over = MEMORY_SLACK * value if "memory" in key else SLACK
            ceilings[key] = min(ceilings.get(key, float("inf")), round(value + over, 1))
        elif not any(word in key for word in UNBOUND):
            slack = SPEED_SLACK * value if "speed" in key else 0.0 if key in EXACT else SLACK
            # a trained reader is thousands of times slower than splitting words
            floor = round(value - slack, 1 if value >= 1 else 3)
            floors[key] = max(floors.get(key, 0.0), floor)
    new = {**old, "digest": mark, "floors": floors}
    return {**new, "ceilings": ceilings} if ceilings else new


def lower(known: dict[str, Any], what: str, why: str) -> None:
    """Loosens one bound: `NAME/SCORE=VALUE`, and one sentence of why, which is kept beside it.

    Raises:
        SystemExit: if there is no such bound, or no sentence.
    """
    name, _, rest = what.partition("/")
    key, _, value = rest.rpartition("=")
    entry = known.get(name, {})
    kind = next((k for k in ("floors", "ceilings") if key in entry.get(k, {})), "")
    if not kind or not why:
        raise SystemExit("--lower takes NAME/SCORE=VALUE of a bound that is there, and --why")
    change = {"score": key, "from": entry[kind][key], "to": float(value), "why": why}
    entry[kind][key] = float(value)
    entry.setdefault("lowered", []).append(change)
