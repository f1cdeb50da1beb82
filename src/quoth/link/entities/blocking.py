"""The keys by which the few entities are found that an actor may be."""

from __future__ import annotations

from functools import lru_cache

from quoth.link.names import Name, NameKind, keys, parse
from quoth.model import ActorKind
from quoth.model.group import Profile

_KINDS = {ActorKind.PERSON: NameKind.PERSON, ActorKind.ORGANISATION: NameKind.ORGANISATION}
_LETTERS = {ActorKind.PERSON: "p", ActorKind.ORGANISATION: "o", ActorKind.STATE: "s"}
_NAMES = 12
"""Names of an actor that keys are made of."""


@lru_cache(maxsize=65536)
def parsed(name: str, kind: ActorKind) -> Name:
    """A name of an actor, taken apart."""
    return parse(name, kind=_KINDS.get(kind, NameKind.UNKNOWN))


def blocking_keys(of: Profile) -> tuple[str, ...]:
    """The keys of an actor, the most selective first: whoever may be it shares one.

    The first letter tells the kind of actor, so that kinds never meet.
    """
    letter = _LETTERS.get(of.kind, "x")
    found = [f"w{of.wikidata}"] if of.wikidata else []
    if of.kind is ActorKind.STATE:
        found += [f"{letter}{code}" for code in of.countries]
    found += [f"{letter}={_folded(c.name, of.kind)}" for c in of.names[:_NAMES]]
    by_name = [keys(parsed(c.name, of.kind)) for c in of.names[:_NAMES]]
    longest = max(map(len, by_name), default=0)
    # the first key of each name, then the second ones
    found += [f"{letter}{k[i]}" for i in range(longest) for k in by_name if i < len(k)]
    return tuple(dict.fromkeys(found))


def _folded(name: str, kind: ActorKind) -> str:
    return " ".join(part.fold for part in parsed(name, kind).parts)
