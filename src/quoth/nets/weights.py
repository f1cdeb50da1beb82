"""The files of the trained models, and the card that tells what they are."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from quoth.errors import WeightsError
from quoth.nets.calibration import Knots
from quoth.nets.links import Tables

DATA = Path(__file__).parent / "data"
CARD, LANGUAGES = "card.json", "languages.txt"
PIECES, PLACES, SENTENCE = "pieces.json.gz", "places.npy", "sentence.onnx"
TABLE, CODES, BOOKS = "words.npy", "codes.npy", "books.npy"
"""Embeddings of frequent pieces, those of the others as numbers of centroids, the centroids."""
SHARED = (PIECES, TABLE, CODES, BOOKS, PLACES)

_MEND = "build them with `make weights`, or install Quoth again, whose package holds them"


@dataclass(frozen=True)
class Card:
    """What lies in a folder of weights.

    Attributes:
        folder: where.
        data: the card: `version`, `files` (name: sha256), `variants` (name: `links`,
            `calibration`) and what else the builder noted.
    """

    folder: Path
    data: dict[str, Any] = field(repr=False)

    @classmethod
    def read(cls, folder: Path) -> Card:
        """The card of a folder.

        Raises:
            WeightsError: if there is none, or not one of this version.
        """
        path = folder / CARD
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            if not isinstance(data["files"], dict) or not isinstance(data["variants"], dict):
                raise TypeError("files and variants must be tables")
        except FileNotFoundError as error:
            raise WeightsError(f"no trained weights: {path} is missing; {_MEND}") from error
        except (ValueError, KeyError, TypeError, OSError) as error:
            raise WeightsError(f"{path} cannot be used ({error}); {_MEND}") from error
        return cls(folder, data)

    @property
    def version(self) -> str:
        """The version of the weights."""
        return str(self.data.get("version", ""))

    @property
    def variants(self) -> tuple[str, ...]:
        """The readers whose weights lie here."""
        return tuple(v for v in self.data["variants"] if (self.folder / f"{v}.onnx").is_file())

    @cached_property
    def _checked(self) -> dict[str, Path]:
        return {}

    def file(self, name: str) -> Path:
        """A file of the folder, whole and as the card tells.

        Raises:
            WeightsError: if it is missing or damaged.
        """
        if name in self._checked:
            return self._checked[name]
        path = self.folder / name
        try:
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise WeightsError(f"weights cannot be read: {path} ({error}); {_MEND}") from error
        if digest != self.data["files"].get(name):
            raise WeightsError(
                f"{path} is damaged: its digest is not that of {CARD}; {_MEND}", "weights-damaged"
            )
        self._checked[name] = path
        return path

    def digest(self, *names: str) -> str:
        """One digest of several files, 16 hexadecimal digits."""
        parts = "".join(str(self.data["files"].get(n, "")) for n in names)
        return hashlib.sha256(parts.encode()).hexdigest()[:16]

    def tables(self, variant: str) -> Tables:
        """The link tables of a reader.

        Raises:
            WeightsError: if the card has none that fit.
        """
        try:
            return Tables.of(self.data["variants"][variant]["links"])
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise WeightsError(f"{CARD} has no links for {variant} ({error}); {_MEND}") from error

    def knots(self, variant: str, kind: str) -> Knots:
        """The calibration of `attributions` or `names`; empty where none was fitted."""
        found = self.data["variants"][variant].get("calibration", {}).get(kind, ())
        return tuple((float(a), float(b)) for a, b in found)


def taught() -> frozenset[str]:
    """The languages that the readers were taught, as a list beside the weights has them, and `und`:
    what is unknown is mostly a page of one of them.

    Raises:
        WeightsError: if the list cannot be read.
    """
    path = DATA / LANGUAGES
    try:
        return frozenset((*path.read_text(encoding="utf-8").split(), "und"))
    except (OSError, UnicodeDecodeError) as error:
        raise WeightsError(f"{path} cannot be read ({error}); {_MEND}") from error


def variants(folder: Path = DATA) -> tuple[str, ...]:
    """The readers whose weights lie in a folder; none where it holds no card."""
    try:
        return Card.read(folder).variants
    except WeightsError:
        return ()
