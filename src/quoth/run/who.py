"""One actor across a ledger: names, offices, and all that was said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from quoth.errors import UsageError
from quoth.link.entities import blocking_keys, likeness
from quoth.model import Actor, ActorKind, Chain, Form, Reading, Role, Speaker, Statement
from quoth.model.group import Called, Known, Profile
from quoth.model.lookup import Lookup, words
from quoth.store import Ledger
from quoth.store.members import Member

_ENOUGH = 0.7
"""From this likeness on a name is listed for another one: a family name for a whole name."""
_PREFIX = 6
"""Digits of an id that are taken for one."""


@dataclass(frozen=True, slots=True)
class Office:
    """What pages call somebody, with the days of the first and the last that do."""

    title: str
    language: str
    first: str | None
    last: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of an actor.

    Attributes:
        day: of its page.
        through: by whom it came: relays, nearest the speaker first, then the outlet.
        score: of the resolution of its source.
    """

    id: str
    article: str
    page: str
    day: str | None
    language: str | None
    form: Form
    content: str
    through: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Dossier:
    """One actor across a ledger; offices by their first day, statements by day."""

    known: Known
    offices: tuple[Office, ...]
    said: tuple[Said, ...]


def find(ledger: Ledger, called: str) -> tuple[Known, ...]:
    """The entities that `called` may mean: an id or its beginning, a name in any script.

    Those that have this very name, if there are any; else those that have a like one, or have it
    as a part of theirs.  The best known first.
    """
    with ledger.entities(blocking_keys) as entities:
        for found in (_by_id(entities.like, called), entities.named(called, whole=True)):
            if found:
                return _sorted(found)
        wanted = [Profile(kind, (Called(called),)) for kind in _KINDS]
        blocked = [k for some in entities.candidates(wanted) for k in some]
        like = [k for k in blocked if likeness(called, k.profile) >= _ENOUGH]
        return _sorted({k.id: k for k in (*entities.named(called, whole=False), *like)}.values())


_KINDS = (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.STATE)


def _by_id(like: Callable[[str], tuple[Known, ...]], called: str) -> tuple[Known, ...]:
    digits = called.lower()
    return like(digits) if len(digits) >= _PREFIX and set(digits) <= _HEX else ()


_HEX = frozenset("0123456789abcdef")


def _sorted(found: Iterable[Known]) -> tuple[Known, ...]:
    return tuple(sorted(found, key=lambda k: (-k.members, k.name, k.id)))


def one(ledger: Ledger, called: str) -> Known:
    """The one entity that `called` means.

    Raises:
        UsageError: if there is none, or more than one; the message has their ids.
    """
    found = find(ledger, called)
    if not found:
        raise UsageError(f"the ledger knows nobody called {called!r}", "no-such-entity")
    if len(found) > 1:
        listed = ", ".join(f"{k.id} ({k.name})" for k in found[:_TOLD])
        raise UsageError(
            f"{called!r} may be one of {len(found)}: {listed}: give the id", "ambiguous-entity"
        )
    return found[0]


_TOLD = 5
"""Entities that a message lists."""


def dossier(ledger: Ledger, known: Known) -> Dossier:
    """All that the current pages of a ledger have of an entity."""
    with ledger.entities() as entities:
        members = entities.members(known.id, current=True)
    offices: dict[tuple[str, str], list[str | None]] = {}
    said: list[Said] = []
    for member in members:
        reading = ledger.reading(member.ref.article)
        for title, language in _titles(reading, member):
            offices.setdefault((title, language), []).append(member.profile.last)
        said += _said(reading, member)
    return Dossier(known, tuple(sorted(_offices(offices), key=_when)), tuple(said))


def _offices(days: dict[tuple[str, str], list[str | None]]) -> Iterator[Office]:
    for (title, language), told in days.items():
        known = [d for d in told if d is not None]
        first, last = (min(known), max(known)) if known else (None, None)
        yield Office(title, language, first, last, len(told))


def _when(office: Office) -> tuple[str, int, str]:
    return office.first or "", -office.count, office.title


def _titles(reading: Reading, member: Member) -> Iterator[tuple[str, str]]:
    mark = next((m for m in reading.of(Actor) if m.id == member.ref.mark), None)
    if mark is not None:
        language = Lookup(reading).language(mark.span) or ""
        yield from ((title, language) for title in mark.value.offices)


def _said(reading: Reading, member: Member) -> Iterator[Said]:
    lookup, article = Lookup(reading), reading.article
    statements = {m.id: m for m in reading.of(Statement)}
    for speaker in reading.of(Speaker):
        mark = statements.get(speaker.value.statement)
        if mark is not None and speaker.value.actor == member.ref.mark:
            yield Said(
                mark.id,
                article.id,
                article.source.page,
                member.profile.last,
                lookup.language(mark.span),
                mark.value.form,
                words(article.text, mark.value.content) or "",
                _through(lookup.chain(mark.id)),
                speaker.score,
            )


_CARRY = (Role.RELAY, Role.OUTLET)


def _through(chain: Chain | None) -> tuple[str, ...]:
    links = chain.links if chain is not None else ()
    return tuple(link.name for link in links if link.role in _CARRY and link.name is not None)
