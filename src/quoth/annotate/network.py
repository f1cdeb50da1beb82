"""The trained reader of `quoth.nets`, as annotators see it; loaded when it is first asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from quoth.model import Maker, Span

if TYPE_CHECKING:
    from quoth.nets import Findings


class Network(Protocol):
    """A trained reader."""

    @property
    def maker(self) -> Maker:
        """Which weights they are."""

    def read(
        self, text: str, paragraphs: Sequence[Span], languages: Sequence[str] = ()
    ) -> Findings:
        """What it finds in the paragraphs of a text, each in its language if that is told."""


# `quoth.nets` is imported inside: a verb that reads no page is spared its libraries


def variants() -> tuple[str, ...]:
    """The trained readers whose weights are there."""
    from quoth import nets

    return nets.variants()


def network(variant: str, threads: int) -> Network:
    """A trained reader, made once in a process.

    Raises:
        WeightsError: if its weights are missing or damaged.
    """
    from quoth import nets

    return nets.trained(variant, threads=threads)


def digest(variant: str) -> str:
    """What changes with the weights of a trained reader; they are not loaded for it.

    Raises:
        WeightsError: if there are none.
    """
    from quoth.nets.weights import DATA, SHARED, Card

    return Card.read(DATA).digest(*SHARED, f"{variant}.onnx")
