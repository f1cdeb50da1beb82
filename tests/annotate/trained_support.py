"""A stand-in for the network: it finds what its test says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from annotate_support import article

from quoth.annotate.language import LanguageAnnotator
from quoth.annotate.trained import TrainedAnnotator
from quoth.model import BlockKind, Maker, Reading, Span
from quoth.nets import Attribution, Findings, Name

MAKER = Maker("quoth.quality", "1", "cafe")
_TAG = re.compile(r"<(/?)([skcn])(\d+)>")


@dataclass
class Fake:
    """Gives its findings whatever it reads, and keeps what it was given."""

    findings: Findings
    maker: Maker = MAKER
    asked: list[tuple[str, tuple[Span, ...]]] = field(default_factory=list)

    def read(
        self, text: str, paragraphs: Sequence[Span], languages: Sequence[str] = ()
    ) -> Findings:
        self.asked.append((text, tuple(paragraphs)))
        return self.findings


def marked(page: str, score: float = 0.9) -> tuple[str, Findings]:
    """A text and its findings: `<c1>…</c1> <k1>said</k1> <s1>Ann</s1>`; `<n1>` nests the first."""
    spans: dict[tuple[str, int], list[Span]] = {}
    begun: dict[tuple[str, int], int] = {}
    text, at = "", 0
    for tag in _TAG.finditer(page):
        text += page[at : tag.start()]
        at, key = tag.end(), (tag[2], int(tag[3]))
        if tag[1]:
            spans.setdefault(key, []).append(Span(begun.pop(key), len(text)))
        else:
            begun[key] = len(text)
    text += page[at:]
    nested = {n for role, n in begun if role == "n"}
    found = [
        Attribution(
            *(tuple(spans.get((role, n), ())) for role in "skc"), nested=n in nested, score=score
        )
        for n in sorted({n for role, n in spans})
    ]
    return text, Findings(tuple(found), ())


def read(
    page: str,
    language: str | None = "en",
    kinds: tuple[BlockKind, ...] = (),
    threshold: float = 0.0,
    names: tuple[Name, ...] = (),
) -> Reading:
    """The reading of a page whose findings are marked in it."""
    text, findings = marked(page)
    fake = Fake(Findings(findings.attributions, names))
    reading = Reading(article(text, language, kinds))
    reading = reading.plus(LanguageAnnotator()(reading))
    return reading.plus(TrainedAnnotator(lambda: fake, threshold)(reading))
