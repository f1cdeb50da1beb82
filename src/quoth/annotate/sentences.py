"""The sentences of each block."""

from __future__ import annotations

from collections.abc import Iterable

from quoth.annotate.blocks import spoken
from quoth.lang import abbreviations, pack
from quoth.model import Maker, Mark, Reading, Sentence, mark
from quoth.text.sentences import sentence_spans


class SentenceAnnotator:
    """Cuts the running blocks into sentences by their language's pack."""

    name = "sentences"
    needs = frozenset({"language"})
    makes = frozenset({"sentence"})

    def __call__(self, reading: Reading) -> Iterable[Mark[object]]:
        """The sentence marks of a reading."""
        article = reading.article
        for block, code in spoken(reading):
            by = Maker("quoth.sentences", "1", pack(code).digest)
            spans = sentence_spans(article.text, block.span, code, abbreviations(code))
            for index, span in enumerate(spans):
                yield mark(article.id, span, Sentence(index), by, 0.95)
