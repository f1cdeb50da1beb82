"""What belongs together across articles: groups of marks, and what is known of an actor."""

from __future__ import annotations

from dataclasses import dataclass

from quoth.model.actor import ActorKind
from quoth.model.mark import Maker


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A mark of some article, by the ids of both."""

    article: str
    mark: str


@dataclass(frozen=True, slots=True)
class Group:
    """Marks of several articles that belong together.

    Attributes:
        id: 16 hexadecimal digits, from the first member.
        kind: what the group is; `entity`: its members are actors that are one and the same.
        members: in the order of their articles' ids.
        name: what it is called; of an entity its fullest name.
        by: what made it.
    """

    id: str
    kind: str
    members: tuple[Ref, ...]
    name: str
    by: Maker


@dataclass(frozen=True, slots=True)
class Called:
    """A name as pages have it.

    Attributes:
        language: BCP 47 code of the page; empty where it is not known.
        count: in how many articles.
    """

    name: str
    language: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Profile:
    """What one article, or a whole ledger, tells of an actor, as far as it tells who that is.

    Attributes:
        kind: what it is.
        names: the fullest first; no name twice in one language.
        offices: classes of quoth.lang.offices, sorted.
        countries: ISO 3166 codes that it belongs to, sorted.
        body: whether it is a body of a state by its name, as many states have one (a ministry).
        homes: sites whose pages name it; of such bodies alone, sorted.
        first, last: the days (YYYY-MM-DD) of the earliest and the latest page; None where no page
            has a day.
        wikidata: its id there, where a table has it.
    """

    kind: ActorKind
    names: tuple[Called, ...]
    offices: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    body: bool = False
    homes: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """An entity of a ledger: an actor across articles.

    Attributes:
        id: 16 hexadecimal digits.
        name: what it is called: the name that somebody gave it, else its fullest one.
        profile: what all its members tell together.
        members: how many actors of articles it is.
        renamed: whether somebody gave it its name.
    """

    id: str
    name: str
    profile: Profile
    members: int
    renamed: bool = False


@dataclass(frozen=True, slots=True)
class Belonging:
    """Which entity of a ledger an actor of one article is.

    A mark that a reading has when it comes out of a ledger to be exported; never stored as one.

    Attributes:
        actor: the id of the actor's mark.
        entity: the entity's id.
        name: the entity's fullest name in the script of the page, or the one that somebody gave it.
    """

    actor: str
    entity: str
    name: str
    wikidata: str | None = None
