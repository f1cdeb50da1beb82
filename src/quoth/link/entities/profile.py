"""What one article tells of an actor, as far as it tells who that is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from urllib.parse import urlsplit

from quoth.lang.actors import ORG, actor_words, offices_of
from quoth.lang.load import form_tokens
from quoth.lang.pack import Word
from quoth.link.entities.bare import bare
from quoth.link.entities.states import state_number
from quoth.model import Actor, ActorKind, Article, MentionType
from quoth.model.group import Called, Profile

_NAMED = frozenset({MentionType.NAME, MentionType.SHORT})
_BODIES = frozenset(
    {
        "government",
        "ministry",
        "police",
        "army",
        "court",
        "prosecution",
        "parliament",
        "central-bank",
        "embassy",
        "intelligence",
        "fire-service",
    }
)
"""Bodies that every state has, or every town; their names are much the same everywhere."""
_OTHERS = frozenset({"authority", "agency-of-state", "committee", "council", "office", "rescue"})
"""Bodies that mostly have a name of their own beside (“Sarn Strait Council”)."""


def joins(actor: Actor) -> bool:
    """Whether an actor may be one with actors of other articles.

    People and organisations with a name may, and states.  Who is known by an office alone, who is
    kept unnamed, several at once, and documents may not: nothing tells them from others.
    """
    if actor.kind is ActorKind.STATE:
        return True
    if actor.kind not in (ActorKind.PERSON, ActorKind.ORGANISATION):
        return False
    return any(m.type in _NAMED for m in actor.mentions)


def profile(actor: Actor, article: Article, language: str = "") -> Profile:
    """What `article` tells of `actor`.

    Args:
        language: BCP 47 code of the language that the actor is named in.
    """
    names = dict.fromkeys((actor.name, *actor.names))
    day = _day(article.meta.published)
    body = actor.kind is ActorKind.ORGANISATION and is_body(actor.name, language)
    home = _home(article) if body else ""
    return Profile(
        actor.kind,
        tuple(Called(n, language) for n in names),
        tuple(sorted(classes(actor.offices, language))),
        _countries(actor, language),
        body,
        (home,) if home else (),
        day,
        day,
        actor.wikidata or _number(actor),
    )


def _countries(actor: Actor, language: str) -> tuple[str, ...]:
    """The country that an organisation's name tells, else the one that the article does."""
    told = None
    if actor.kind is ActorKind.ORGANISATION:
        found = bare(actor.name, language)
        told = found.country if found else None
    country = told or actor.country
    return (country,) if country else ()


def _day(published: str | None) -> str | None:
    """The full day of an ISO 8601 date, where there is one."""
    try:
        return date.fromisoformat((published or "")[:10]).isoformat()
    except ValueError:
        return None


def _number(actor: Actor) -> str | None:
    """The Wikidata id of a state; the table has no others."""
    if actor.kind is not ActorKind.STATE or actor.country is None:
        return None
    return state_number(actor.country)


def classes(titles: Iterable[str], language: str) -> frozenset[str]:
    """The classes of offices that the words of titles name.

    A word that may stand for several (“leader”) tells none.
    """
    found: set[str] = set()
    for title in titles:
        for word in _words(title, language):
            told = offices_of(word)
            if len(told) == 1:
                found |= told
    return frozenset(found)


@lru_cache(maxsize=4096)
def is_body(name: str, language: str) -> bool:
    """Whether a name is that of a body of a state, as many states have one of that name."""
    words = _words(name, language)
    if any(w.kind == ORG and w.features & _BODIES for w in words):
        return True
    alone = len(name.split()) <= len(words)
    return alone and any(w.kind == ORG and w.features & _OTHERS for w in words)


def _words(text: str, language: str) -> list[Word]:
    """The words of a text that tell of an office or an organisation."""
    words = actor_words(language) if language else None
    if words is None or not words.digest:
        return []
    found: list[Word] = []
    keys = [t.key for t in form_tokens(text, language, False)]
    at = 0
    while at < len(keys):
        hits = words.at(keys, at)
        longest = max((h.length for h in hits), default=1)
        found += [h.word for h in hits if h.length == longest]
        at += longest
    return found


def _home(article: Article) -> str:
    """The site that an article is of; empty where the page does not tell."""
    address = article.meta.url or article.source.url or ""
    host = urlsplit(address).hostname if "://" in address else None
    return (host or article.meta.site or "").removeprefix("www.").lower()
