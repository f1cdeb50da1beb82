"""The annotator that makes both kinds of marks, so that the network runs once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from quoth.annotate.blocks import Paragraph, paragraphs, running
from quoth.annotate.entities import DIGITS, entities
from quoth.annotate.network import Network
from quoth.annotate.statement import extent, pack_maker
from quoth.annotate.trained.reader import read_findings
from quoth.lang import available
from quoth.model import Maker, Mark, Reading, mark

if TYPE_CHECKING:
    from quoth.nets import Findings


class TrainedAnnotator:
    """Reads attributions and names with a network, whatever the language.

    Args:
        load: gives the network; asked when the first article comes.
        threshold: marks with a score below it are left out.
    """

    name = "trained reader"
    needs = frozenset({"language"})
    makes = frozenset({"statement", "entity"})

    def __init__(self, load: Callable[[], Network], threshold: float = 0.0) -> None:
        self._load = cache(load)
        self._threshold = threshold

    def __call__(self, reading: Reading) -> Iterable[Mark[object]]:
        """The statement and entity marks of a reading."""
        article = reading.article
        read = list(paragraphs(article.text, running(reading)))
        if not read:
            return ()
        network = self._load()
        spans, languages = [p.span for p in read], [p.language for p in read]
        findings = network.read(article.text, spans, languages)
        names = entities(article, spans, findings.names, network.maker)
        found = [*names, *self._statements(reading, read, findings)]
        return [m for m in found if m.score >= self._threshold]

    def _statements(
        self, reading: Reading, read: list[Paragraph], findings: Findings
    ) -> Iterator[Mark[object]]:
        article, maker = reading.article, self._load().maker
        packs = pack_maker({p.language for p in read}.intersection(available()))
        digest = "-".join(filter(None, (maker.digest, packs.digest)))
        trained = Maker(maker.name, maker.version, digest)
        found = read_findings(article.text, read, findings.attributions, self._threshold)
        for statement, score in found:
            # what a pack found alone has the pack's own word for why
            by = trained if statement.why.startswith("trained") else packs
            own = extent(statement)
            yield mark(article.id, own, statement, by, round(score, DIGITS))
