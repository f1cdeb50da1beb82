"""The steps from what the network found to statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from quoth.annotate.blocks import Paragraph
from quoth.annotate.statements.finish import finish
from quoth.annotate.trained.clitics import split
from quoth.annotate.trained.dialogues import answers
from quoth.annotate.trained.drafts import drafts
from quoth.annotate.trained.edges import mend
from quoth.annotate.trained.interviews import interviews
from quoth.annotate.trained.lone import lone
from quoth.annotate.trained.packed import doubts, forms, rumours
from quoth.annotate.trained.runs import parted
from quoth.annotate.trained.scene import Layout
from quoth.annotate.trained.speakers import name_speakers
from quoth.annotate.trained.subjects import subjects
from quoth.annotate.trained.whole import whole
from quoth.model import Statement

if TYPE_CHECKING:
    from quoth.nets import Attribution


def read_findings(
    text: str,
    paragraphs: Sequence[Paragraph],
    found: Iterable[Attribution],
    threshold: float = 0.0,
) -> Iterator[tuple[Statement, float]]:
    """The statements of an article with their scores, in text order.

    Args:
        text: the article's text.
        paragraphs: what the network read, in order.
        found: what it found there.
        threshold: statements with a score below it are left out.
    """
    layout = Layout(text, paragraphs)
    told = drafts(layout, found)
    mend(layout, told)
    told = whole(layout, told)
    split(layout, told)
    subjects(layout, told)
    told = interviews(layout, parted(layout, told))
    name_speakers(layout, told)
    answers(layout, told)
    forms(layout, told)
    told = lone(layout, told)
    doubts(layout, told)
    told += rumours(layout, told)
    return finish(text, [d for d in told if d.score >= threshold])
