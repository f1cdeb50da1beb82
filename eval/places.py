"""Places on the project's own set: the share that is resolved to the right GeoNames id.

    python eval/places.py [test|dev|all] [--wrong]

eval/places/<language>.jsonl holds short texts about invented affairs in real places: the words that
name a place, where they begin, its GeoNames id, and whether several places of that name are
plausible in the news. An area or a water has no id: its usual name stands there instead. A place
counts as right where a mark overlaps its words and has its id or that name. Texts are by turns of
the part dev, on which the annotator was tuned, and test; those of areas are all of dev.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quoth.annotate.language import LanguageAnnotator
from quoth.annotate.places import PlaceAnnotator
from quoth.model import Mark, Place, Reading, Span
from reading import page

SET = Path(__file__).parent / "places"


def texts(part: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The texts of a part (`dev`, `test`, `all`) with their languages."""
    for path in sorted(SET.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            record = json.loads(line)
            if part in ("all", record["part"]):
                yield path.stem, record


def places(text: str, language: str) -> tuple[Mark[Place], ...]:
    """The places of a text."""
    reading = Reading(page(text, language))
    for annotator in (LanguageAnnotator(), PlaceAnnotator()):
        reading = reading.plus(annotator(reading))
    return reading.of(Place)


def judged(part: str) -> Iterator[tuple[str, dict[str, Any], dict[str, Any], Mark[Place] | None]]:
    """Each place of the set with its language, its record, and the mark on its words."""
    for language, record in texts(part):
        found = places(record["text"], language)
        for place in record["places"]:
            span = Span(place["start"], place["start"] + len(place["words"]))
            hits = [m for m in found if m.span.meets(span)]
            right = [m for m in hits if is_right(place, m)]
            yield language, record, place, (right or hits or [None])[0]


def is_right(place: dict[str, Any], mark: Mark[Place] | None) -> bool:
    """Whether a mark is the place of a record: by its id; of an area by its usual name."""
    if mark is None or mark.value.geonames != place["geonames"]:
        return False
    return place["geonames"] is not None or mark.value.name == place["name"]


def run(part: str = "test") -> dict[str, float]:
    """Percent right: of `all`, of those that are `ambiguous`, and of each language."""
    right: dict[str, list[bool]] = defaultdict(list)
    for language, _, place, mark in judged(part):
        good = is_right(place, mark)
        for group in ("all", language, *(["ambiguous"] if place["ambiguous"] else [])):
            right[group].append(good)
    return {group: 100 * sum(r) / len(r) for group, r in right.items()}


def wrong(part: str) -> Iterator[str]:
    """A line for each place that is not resolved as it should be."""
    for language, record, place, mark in judged(part):
        if not is_right(place, mark):
            got = (
                f"{mark.value.name or '?'} {mark.value.geonames}: {mark.value.why}" if mark else "-"
            )
            wanted = place["geonames"] or place["name"]
            yield f"{language} {record['id']} {place['words']!r} {wanted} got {got}"


def main(arguments: list[str]) -> None:
    """Print the scores, and what is wrong."""
    part = next((a for a in arguments if not a.startswith("-")), "test")
    for group, score in run(part).items():
        print(f"{group}\t{score:.1f}")
    if "--wrong" in arguments:
        print("\n".join(wrong(part)))


if __name__ == "__main__":
    main(sys.argv[1:])
