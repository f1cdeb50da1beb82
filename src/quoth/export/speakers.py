"""Who said it and how it reached the page, as the records have it."""

from __future__ import annotations

from quoth.model import Actor, Chain, Link, Mark, SourceType, Speaker, plain
from quoth.model.lookup import Lookup

Record = dict[str, object]


def speaker_fields(lookup: Lookup, statement: str) -> Record:
    """The fields `speaker` and `chain` of a statement's record.

    Args:
        statement: the id of the statement's mark.
    """
    said, path = lookup.speaker(statement), lookup.chain(statement)
    return {
        "speaker": _speaker(said, lookup) if said else None,
        "chain": chain_record(path) if path else [],
    }


def _speaker(mark: Mark[Speaker], lookup: Lookup) -> Record | None:
    """None where the source was not resolved; of hearsay the kind alone."""
    value = mark.value
    actor: Actor | None = lookup.actor(value.actor) if value.actor else None
    if value.actor is None and value.type is not SourceType.NONE:
        return None
    joined = lookup.entity(value.actor) if value.actor else None
    return {
        "name": joined.name if joined else value.name,
        "kind": value.type.value,
        "entity": joined.entity if joined else value.actor,
        "score": mark.score,
        "why": value.why,
        "actor": actor.kind.value if actor else None,
        "antecedent": plain(value.antecedent),
        "metonym": value.metonym,
        "reason": plain(value.reason),
    }


def link_record(link: Link) -> Record:
    """One link of a chain."""
    return {
        "role": link.role.value,
        "name": link.name,
        "evidence": plain(link.span),
        "score": link.score,
        "why": link.why,
    }


def chain_record(chain: Chain) -> list[Record]:
    """A chain from the speaker to the page."""
    return [link_record(link) for link in chain.links]
