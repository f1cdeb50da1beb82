"""The keys by which the few entities are found that an actor may be."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from quoth.link.entities.bare import bare
from quoth.link.names import Name, NameKind, keys, parse
from quoth.link.names.keys import ONE
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


@lru_cache(maxsize=65536)
def folded(name: str, kind: ActorKind) -> str:
    """A name of an actor as it is compared first: its words without case and accents."""
    return " ".join(part.fold for part in parsed(name, kind).parts)


def blocking_keys(of: Profile) -> tuple[str, ...]:
    """The keys of an actor, the most selective first: whoever may be it shares one.

    The first letter tells the kind of actor, so that kinds never meet.
    """
    letter = _LETTERS.get(of.kind, "x")
    found = [f"w{of.wikidata}"] if of.wikidata else []
    if of.kind is ActorKind.STATE:
        found += [f"{letter}{code}" for code in of.countries]
    names = [c.name for c in of.names[:_NAMES]]
    found += [f"{letter}={folded(name, of.kind)}" for name in names]
    if of.kind is ActorKind.ORGANISATION:
        without = (bare(c.name, c.language) for c in of.names[:_NAMES])
        found += [f"{letter}={folded(b.name, of.kind)}" for b in without if b is not None]
    by_name = [_keys(name, of.kind) for name in names]
    longest = max(map(len, by_name), default=0)
    # the first key of each name, then the second ones
    found += [f"{letter}{k[i]}" for i in range(longest) for k in by_name if i < len(k)]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=65536)
def _keys(name: str, kind: ActorKind) -> Sequence[str]:
    """Those of a name; of a name of several words none that one of them gives alone.

    Who shares one word of two is somebody else, and of a frequent family name there are thousands.
    """
    told = parsed(name, kind)
    found = keys(told)
    return [k for k in found if not k.startswith(ONE)] if len(told.core) > 1 else found
