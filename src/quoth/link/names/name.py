"""A name taken apart: what travels between parsing and comparing."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class NameKind(StrEnum):
    """What kind of thing a name names, as far as comparing goes."""

    PERSON = "person"
    ORGANISATION = "organisation"
    """An office, a company, a party, a state: whatever is no person."""
    UNKNOWN = "unknown"


class Role(StrEnum):
    """What a word does in a name."""

    GIVEN = "given"
    FAMILY = "family"
    PATRONYMIC = "patronymic"
    INITIAL = "initial"
    """A letter or two with or without a dot: “V.”, “Ю.”."""
    PARTICLE = "particle"
    """“van”, “der”, “al-”, “bin”: written or left out, apart or joined."""
    SUFFIX = "suffix"
    """“Jr.”, “III” behind a person's name; “Ltd”, “GmbH”, “ООО” with an organisation's."""
    MINOR = "minor"
    """A word of an organisation's name that acronyms leave out: “of”, “the”, “de”."""
    WORD = "word"
    """A word of which cannot be told whether it is a given or a family name."""


_CORE = frozenset({Role.GIVEN, Role.FAMILY, Role.PATRONYMIC, Role.INITIAL, Role.WORD})


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name.

    Attributes:
        text: the word as it stands.
        fold: its form for comparing: lower case, without accents, in its own script.
        role: what it does in the name.
        script: ISO 15924 code of its letters.
    """

    text: str
    fold: str
    role: Role
    script: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in a text, taken apart.

    Attributes:
        text: as it was given.
        kind: what kind of thing it names, as given or as its words tell.
        parts: its words in their order, titles apart.
        titles: titles and honorifics that stood before or behind it, as they stand in the text.
        script: ISO 15924 code of most of its letters.
        acronym: the first letters of its words in lower case, if it has at least two that count;
            of a name that is an acronym itself (“USA”, “EE. UU.”) its letters.
        is_acronym: whether it is an acronym itself.
        core: the words that a comparison rests on: neither particles, suffixes nor minor words.
    """

    text: str
    kind: NameKind
    parts: tuple[Part, ...]
    titles: tuple[str, ...]
    script: str
    acronym: str = ""
    is_acronym: bool = False
    core: tuple[Part, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # asked for at every comparison
        object.__setattr__(self, "core", tuple(p for p in self.parts if p.role in _CORE))

    def of(self, *roles: Role) -> tuple[Part, ...]:
        """The parts with one of some roles, in their order."""
        return tuple(part for part in self.parts if part.role in roles)

    @property
    def given(self) -> tuple[str, ...]:
        """The given names, as they stand; empty where they cannot be told."""
        return tuple(part.text for part in self.of(Role.GIVEN))

    @property
    def family(self) -> tuple[str, ...]:
        """The family names, as they stand; empty where they cannot be told."""
        return tuple(part.text for part in self.of(Role.FAMILY))

    @property
    def patronymic(self) -> tuple[str, ...]:
        """The patronymics, as they stand."""
        return tuple(part.text for part in self.of(Role.PATRONYMIC))

    @property
    def initials(self) -> tuple[str, ...]:
        """The initials, as they stand."""
        return tuple(part.text for part in self.of(Role.INITIAL))

    @property
    def letters(self) -> str:
        """The first letters of all words, also of those that acronyms mostly leave out."""
        return "".join(part.fold[:1] for part in self.parts if part.role is not Role.SUFFIX)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two names are.

    Attributes:
        score: 0 to 1; from `SAME` on the names may well be one's, below `DIFFERENT` they are not.
            It says nothing of whether two bearers of one name are one.
        why: what decided, in words.
    """

    score: float
    why: str


SAME = 0.8
"""From this score on, names may well belong to one."""

DIFFERENT = 0.5
"""Below this score, names do not belong to one."""
