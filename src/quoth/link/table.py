"""The annotators of this room, in one table; `quoth.run` puts them behind those of annotate."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from quoth.link.chains import ChainAnnotator
from quoth.link.mentions import MentionAnnotator
from quoth.model import Mark, Reading


class Linker(Protocol):
    """Joins marks of one reading; an annotator as `quoth.annotate` has them."""

    @property
    def name(self) -> str:
        """Its name, for issues and makers."""

    @property
    def needs(self) -> frozenset[str]:
        """The kinds of marks that must be there before."""

    @property
    def makes(self) -> frozenset[str]:
        """The kinds of marks that it gives."""

    def __call__(self, reading: Reading) -> Iterable[Mark[object]]:
        """The new marks of a reading."""


LINKERS: tuple[Linker, ...] = (MentionAnnotator(), ChainAnnotator())
"""The annotators that say who is meant."""
