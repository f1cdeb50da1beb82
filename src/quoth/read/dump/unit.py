"""A line of a dump, looked at by itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from quoth.model import Block, Span
from quoth.read.dates import FoundDate
from quoth.read.dump.glue import Glued
from quoth.read.dump.inside import Inside
from quoth.read.dump.words import Found, Words

LOOKED_AT = 420  # characters of a line in which phrases are looked for
SHORT = 160  # characters of a line that may be a label and no prose


class Shape(Enum):
    """Kinds of lines."""

    PROSE = auto()
    SENTENCE = auto()
    """One short sentence."""
    TITLE = auto()
    """A line without a final full stop."""
    DATE = auto()
    DATELINE = auto()
    """A dateline on a line of its own."""
    BYLINE = auto()
    CREDIT = auto()
    SECTION = auto()
    PLACE = auto()
    MENU = auto()
    MORE = auto()
    """A pointer to other stories: a heading, or with a title behind a colon."""
    RULES = auto()
    APPEAL = auto()


@dataclass(frozen=True, slots=True)
class Unit:
    """A line, looked at.

    Attributes:
        tail: of a MORE line, where the title behind the label begins; of a BYLINE, the date.
        published: whether a date line has a label: `published`, `updated` or none.
        repeated: whether the page has the same line again, which is not its headline.
        listed: whether it begins with the mark of a list.
        opens: whether it ends with a colon, as the line above a list or an answer does.
        ruled: whether it has a word of comment rules.
        hint: how much a line sounds like an appeal (0 to 3).
    """

    span: Span
    shape: Shape
    final: bool = False
    listed: bool = False
    opens: bool = False
    words: int = 0
    stems: frozenset[str] = frozenset()
    date: FoundDate | None = None
    labelled: str | None = None
    name: Span | None = None
    glue: Glued | None = None
    head: Block | None = None
    inner: Inside | None = None
    tail: int | None = None
    hint: float = 0.0
    ruled: bool = False
    count: int = 0
    bare_name: bool = False
    repeated: bool = False
    month_first: bool = False
    extra: tuple[tuple[str, FoundDate], ...] = field(default=())

    @property
    def size(self) -> int:
        """Characters."""
        return len(self.span)

    @property
    def labelled_story(self) -> bool:
        """Whether a label is glued into the line, as in teasers."""
        return self.glue is not None or self.inner is not None

    @property
    def prose(self) -> bool:
        """Whether it is running text."""
        return self.shape in (Shape.PROSE, Shape.SENTENCE)


@dataclass(frozen=True, slots=True)
class Seen:
    """A line with its words and the furniture phrases in it."""

    text: str
    span: Span
    row: Words
    found: list[Found]
    language: str | None
    first: int

    @property
    def piece(self) -> str:
        """The first characters of the line."""
        return self.text[self.span.start : min(self.span.end, self.span.start + LOOKED_AT)]

    @property
    def short(self) -> bool:
        return len(self.span) <= SHORT

    def at_head(self, *kinds: str) -> Found | None:
        """The longest phrase of one of the kinds that opens the line."""
        best: Found | None = None
        for found in self.found:
            if found.at > self.first:
                break
            if found.at == self.first and found.kind in kinds:
                best = found if best is None or found.length > best.length else best
        return best

    def behind(self, found: Found) -> int:
        """Where the text behind a phrase ends."""
        return self.row.ends[found.at + found.length - 1]

    def mark(self, found: Found) -> str:
        """The token right behind a phrase, or nothing at the end of the line."""
        k = found.at + found.length
        return self.row.keys[k] if k < len(self.row.keys) else ""

    def rest(self, found: Found) -> int:
        """How many words follow a phrase."""
        return sum(self.row.is_word[found.at + found.length :])
