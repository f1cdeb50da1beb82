"""Numbers, money and measures on the specifications of Recognizers-Text (MIT).

The score of a language and kind is the percentage of its cases in which exactly the expected spans
are found, each with the expected value. Names of units are not compared: they are words in the
specification and codes here. Left out are cases that the specification marks as not supported by
its own Python version, and names of units or currencies without a number, which are no quantities.
The specification counts an indefinite article as the number one except in English; so does the
scorer.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quoth.annotate.numbers import all_numbers
from quoth.annotate.quantities import measured
from quoth.lang import pack
from quoth.lang.numbers import number_words
from quoth.model import QuantityType
from quoth.text import tokenise

LANGUAGES = {
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "de": "German",
    "pt": "Portuguese",
    "it": "Italian",
    "nl": "Dutch",
    "tr": "Turkish",
}
KINDS = {
    "number": None,
    "currency": QuantityType.MONEY,
    "dimension": QuantityType.MEASURE,
}
CLOSE = 1e-6
"""Values that differ by this share are equal; the specification rounds to 15 digits."""

Found = set[tuple[int, int, float]]


def cases(data: Path, kind: str, code: str) -> Iterator[dict[str, Any]]:
    """The cases of a kind and language that are supported."""
    path = data / "quantities" / "recognizers" / kind / f"{LANGUAGES[code]}.json"
    for case in json.loads(path.read_text("utf-8-sig")):
        if "python" not in case.get("NotSupported", "").lower():
            yield case


def wanted(case: dict[str, Any]) -> Found:
    """The expected spans with their values."""
    out: Found = set()
    at = 0
    text = case["Input"]
    for result in case["Results"]:
        piece = result["Text"]
        start = result.get("Start")
        if start is None:
            start = text.lower().find(piece.lower(), at)
        value = (result.get("Resolution") or {}).get("value")
        if value is not None:
            out.add((start, start + len(piece), number(value)))
        at = start + len(piece)
    return out


def number(value: str) -> float:
    """A value of the specification, which writes decimals with the mark of its language."""
    return float(value.replace(",", "."))


def found(text: str, kind: str, code: str) -> Found:
    """The spans and values that Quoth finds."""
    if kind == "number":
        tokens = tokenise(text, language=code, elision=pack(code).elision)
        numbers = all_numbers(text, tokens, number_words(code))
        return {
            (n.span.start, n.span.end, n.value)
            for n in numbers
            if not (n.ordinal or n.attached or (n.article and code == "en"))
        }
    return {
        (span.start, span.end, value.low if value.low is not None else value.high or 0.0)
        for span, value in measured(text, code)
        if value.type is KINDS[kind]
    }


def same(left: Found, right: Found) -> bool:
    """Whether the spans are the same and the values equal."""
    if len(left) != len(right):
        return False
    pairs = zip(sorted(left), sorted(right), strict=True)
    return all(
        a[:2] == b[:2] and abs(a[2] - b[2]) <= CLOSE * max(abs(a[2]), abs(b[2])) for a, b in pairs
    )


def score(data: Path, kind: str, code: str) -> float:
    """Percentage of cases that are right."""
    results = [same(wanted(c), found(c["Input"], kind, code)) for c in cases(data, kind, code)]
    print(f"{kind}.{code}", sum(results), "of", len(results), file=sys.stderr)
    return round(100 * sum(results) / len(results), 2)


def run(data: Path) -> dict[str, float]:
    """Scores in percent by kind and language (`number.en`)."""
    return {f"{kind}.{code}": score(data, kind, code) for kind in KINDS for code in LANGUAGES}


if __name__ == "__main__":
    default = os.environ.get("QUOTH_DATA", "../shared/data")
    print(json.dumps(run(Path(sys.argv[1] if len(sys.argv) > 1 else default)), indent=2))
