"""The sentence encoder: the same story's headline in another language, ranked first among all.

MEANTIME has each of its Wikinews articles in English, Spanish, Italian and Dutch. For each headline
and each other language, all headlines of that language are ranked by cosine; the score is how often
the right one comes first, in percent.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from itertools import permutations
from pathlib import Path

import numpy as np

from quoth.nets import SentenceEncoder


def run(data: Path) -> dict[str, float]:
    """Accuracy at rank one over all ordered pairs of languages, and of the worst pair."""
    titles: dict[str, dict[str, str]] = defaultdict(dict)
    with gzip.open(data / "stories" / "meantime.jsonl.gz", "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            titles[record["lang"]][record["story"]] = record["title"]
    encoder = SentenceEncoder()
    stories = {lang: sorted(found) for lang, found in titles.items()}
    vectors = {
        lang: encoder.encode([titles[lang][s] for s in stories[lang]]) for lang in sorted(titles)
    }
    shares = {}
    for a, b in permutations(sorted(vectors), 2):
        best = np.argmax(vectors[a] @ vectors[b].T, axis=1)
        right = [stories[b][j] == s for s, j in zip(stories[a], best, strict=True)]
        shares[a, b] = 100 * float(np.mean(right))
    print({f"{a}-{b}": round(v, 1) for (a, b), v in shares.items()}, file=sys.stderr)
    return {
        "same story first, all pairs": round(float(np.mean(list(shares.values()))), 2),
        "same story first, worst pair": round(min(shares.values()), 2),
    }


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")), indent=2))
