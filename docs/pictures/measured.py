"""The pictures of what was measured, from what eval/ keeps: `make pictures`.

comparison.svg     attribution F1 on PolNeAR, beside other programs
languages.svg      attribution F1 on the own corpus, by language
reliability.svg    the share that is right against the score
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from babel import Locale
from svg import MARKS, bar, dot, line, picture, text

from quoth.lang import available

FOLDER = Path(__file__).resolve().parent
EVAL = FOLDER.parents[1] / "eval"
READERS = ("quality", "fast", "pack")
F1 = "attribution F1"
STEP = 26
"""From one language to the next."""

Measured = dict[str, Any]
Row = tuple[str, str, float, str]


def stored(name: str) -> Measured:
    """What eval/ keeps under that name; nothing where it keeps none."""
    path = EVAL / f"{name}.json"
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def rows(measured: Measured, peers: Measured) -> list[Row]:
    """Name, what it was measured on, F1 and kind of everything compared, the best first."""
    found = [(p["name"], p["part"], p["scores"][F1], "peer") for p in peers.values()]
    for reader in READERS:
        if entry := measured.get(f"attribution {reader}"):
            what = "language packs, no weights" if reader == "pack" else "trained"
            name = f"Quoth, {reader}"
            found.append((name, f"PolNeAR dev; {what}", entry["scores"][F1], reader))
    return sorted(found, key=lambda r: -r[2])


def comparison(measured: Measured, peers: Measured) -> str:
    """Bars, the best on top."""
    found = rows(measured, peers)
    left, width, top, step = 330, 360, 62, 46
    bottom = top + step * len(found)
    parts = [text(20, 32, "Source and content both right: F1 on PolNeAR", "ink head")]
    for tick in range(0, 101, 25):
        x = left + width * tick / 100
        parts += [line(x, top - 8, x, bottom), text(x, bottom + 16, f"{tick}", "soft small middle")]
    for n, (name, part, f1, kind) in enumerate(found):
        y = top + n * step
        long = width * f1 / 100
        drawn = "on-peer" if "annotator" in name else kind
        strong = "ink" if kind == "peer" else "ink bold"
        parts += [text(20, y + 14, name, strong), text(20, y + 30, part, "soft small")]
        parts += [bar(left, y + 4, long, 24, drawn), text(left + long + 8, y + 21, f"{f1:.1f}")]
    told = "; ".join(f"{name} ({part}) {f1:.1f}" for name, part, f1, _ in found)
    title = "Attribution F1 of Quoth's readers and of others on PolNeAR"
    return picture(title, f"Bars from 0 to 100: {told}.", (760, bottom + 34), parts)


def by_language(measured: Measured) -> dict[str, dict[str, float]]:
    """Scores by language and reader, the best languages of the best reader first; the pack reader
    where it has a pack."""
    found: dict[str, dict[str, float]] = {}
    for reader in READERS:
        for key, value in measured.get(f"own {reader}", {}).get("scores", {}).items():
            code = key.removesuffix(" F1")
            if len(code) == 2 and (reader != "pack" or code in available()):
                found.setdefault(code, {})[reader] = value
    return dict(sorted(found.items(), key=lambda f: (-next(iter(f[1].values())), f[0])))


def language_name(code: str) -> str:
    """The English name of a language."""
    return str(Locale("en").languages[code])


def languages(measured: Measured) -> str:
    """Marks on a line for each language, and the scores beside it."""
    found = by_language(measured)
    shown = [r for r in READERS if any(r in s for s in found.values())]
    left, width, top, step = 110, 460, 84, STEP
    bottom = top + step * len(found)
    parts = [text(20, 32, "F1 on the test part of Quoth's own corpus, by language", "ink head")]
    for tick in range(0, 101, 20):
        x = left + width * tick / 100
        parts += [line(x, top - 8, x, bottom), text(x, bottom + 16, f"{tick}", "soft small middle")]
    parts += _columns(shown, found, left + width + 46, top)
    for n, (code, scores) in enumerate(found.items()):
        y = top + n * step + step / 2
        places = {r: left + width * s / 100 for r, s in scores.items()}
        parts.append(text(20, y + 4, language_name(code)))
        parts.append(line(min(places.values()), y, max(places.values()), y, "soft"))
        # the best on top of the others
        parts += [MARKS[r](places[r], y, 5.5, r) for r in reversed(READERS) if r in places]
    told = "; ".join(
        f"{language_name(c)} {', '.join(f'{r} {v:.1f}' for r, v in s.items())}"
        for c, s in found.items()
    )
    title = "Attribution F1 on the own corpus' test part by language and reader"
    return picture(title, f"Marks from 0 to 100: {told}.", (760, bottom + 34), parts)


def _columns(
    shown: Sequence[str], found: dict[str, dict[str, float]], left: float, top: float
) -> Iterator[str]:
    """The scores as numbers, under the mark of each reader."""
    for n, reader in enumerate(shown):
        x = left + 56 * n
        yield MARKS[reader](x, 48, 5.5, reader) + text(x, 70, reader, "ink small middle")
        for row, scores in enumerate(found.values()):
            value = f"{scores[reader]:.0f}" if reader in scores else "–"
            yield text(x, top + row * STEP + 17, value, "soft small middle")


SIDE = 260
"""Of a panel of the reliability picture."""

PANELS = (
    ("statements", "statements, dev", "statements, own test part"),
    ("names", "names, dev", "names, GermEval de"),
)
"""What a panel shows, the bins that it fills, and those that were not fitted to."""


def reliability(measured: Measured) -> str:
    """A panel for each trained reader and kind of mark."""
    shown = [r for r in READERS if f"calibration {r}" in measured]
    high = SIDE + 138
    parts = [text(20, 32, "Of the findings with a score, how many are right", "ink head")]
    parts += [dot(26, 52, 5, "soft"), text(38, 56, "development texts, cross-fitted", "ink small")]
    parts += [
        dot(246, 52, 5, "on-soft"),
        text(258, 56, "texts that no curve was fitted to", "ink small"),
    ]
    told = []
    for n, reader in enumerate(shown):
        bins = measured[f"calibration {reader}"]["bins"]
        for m, (what, fitted, other) in enumerate(PANELS):
            corner = (64 + m * (SIDE + 100), 102 + n * high)
            parts.append(text(corner[0], corner[1] - 12, f"{reader}: {what}", "ink bold"))
            parts += _panel(corner, bins[fitted], bins[other], reader)
            points = ", ".join(f"{100 * a:.0f}: {100 * b:.0f} (of {c})" for c, a, b in bins[fitted])
            told.append(f"{reader}, {what}: {points}")
    title = "Reliability of the scores of statements and names"
    words = f"Score in percent and percent right for each bin. {'; '.join(told)}."
    return picture(title, words, (760, 80 + max(1, len(shown)) * high), parts)


def _panel(
    corner: tuple[float, float],
    fitted: Sequence[Sequence[float]],
    other: Sequence[Sequence[float]],
    kind: str,
) -> Iterator[str]:
    left, top = corner
    bottom = top + SIDE
    for tick in range(0, 101, 20):
        x, y = left + SIDE * tick / 100, bottom - SIDE * tick / 100
        yield line(x, top, x, bottom) + line(left, y, left + SIDE, y)
        yield text(x, bottom + 15, f"{tick / 100:g}", "soft small middle")
        yield text(left - 6, y + 4, f"{tick} %", "soft small end")
    yield line(left, bottom, left + SIDE, top, "soft", ' stroke-dasharray="4 4"')
    for _, mean, share in other:
        yield dot(left + SIDE * mean, bottom - SIDE * share, 5, f"on-{kind}")
    for _, mean, share in fitted:
        yield dot(left + SIDE * mean, bottom - SIDE * share, 5, kind)
    most = max((c for c, _, _ in fitted), default=1)
    wide = SIDE / 10
    for count, mean, _ in fitted:
        x, high = left + wide * min(int(mean * 10), 9), 40 * count / most
        yield bar(x + 2, bottom + 82 - high, wide - 4, max(high, 1), "line")
        yield text(x + wide / 2, bottom + 79 - high, f"{count:.0f}", "soft tiny middle")
    yield text(left + SIDE / 2, bottom + 97, "score, and how many have it", "soft small middle")


def pictures() -> dict[str, str]:
    """Every picture by its file name."""
    found = stored("measured")
    return {
        "comparison.svg": comparison(found, stored("peers")),
        "languages.svg": languages(found),
        "reliability.svg": reliability(found),
    }


if __name__ == "__main__":
    for name, content in pictures().items():
        (FOLDER / name).write_text(content, "utf-8")
