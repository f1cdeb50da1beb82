"""FollowTheMoney entities, one a line: articles, those who speak, statements, those who relay.

https://followthemoney.tech names the schemata.  Its own "statement" is something else; what
somebody said is a `Note` here, whose `entity` is the speaker and whose `proof` is the article, and
`Documentation` ties speakers and relays to articles.  Statements whose speaker is not known are
Notes without an `entity`.  An entity that several articles share by its id is written once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from urllib.parse import urlsplit

from quoth.export.grouped import by_article
from quoth.export.record import Record, line
from quoth.model import Actor, ActorKind, Article, Link, Mark, Reading, Role, Statement
from quoth.model.lookup import Lookup, words

PREFIX = "quoth-"
_SCHEMATA = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.STATE: "PublicBody",
}
"""Schemata of those who speak; all others are legal entities."""

_CODES = """
ar:ara de:deu en:eng es:spa fa:fas fr:fra hi:hin id:ind it:ita ja:jpn ko:kor nl:nld pl:pol pt:por
ru:rus sw:swa tr:tur uk:ukr zh:zho he:heb el:ell ro:ron bg:bul cs:ces sv:swe da:dan fi:fin hu:hun
no:nor
"""
_LANGUAGES = dict(pair.split(":") for pair in _CODES.split())
"""ISO 639-1 to 639-3, which FollowTheMoney uses."""


def export(statements: Iterable[tuple[Reading, Mark[Statement]]]) -> Iterator[str]:
    """One entity a line, without its end."""
    written: set[str] = set()
    for reading, marks in by_article(statements):
        for entity in _entities(reading, marks):
            if str(entity["id"]) not in written:
                written.add(str(entity["id"]))
                yield line(entity)


def _entities(reading: Reading, marks: list[Mark[Statement]]) -> Iterator[Record]:
    article, lookup = reading.article, Lookup(reading)
    document = f"{PREFIX}article-{article.id}"
    yield _entity(document, "Article", _document(article, lookup.language(marks[0].span)))
    for mark in marks:
        yield from _said(article, mark, lookup, document)


def _document(article: Article, language: str | None) -> dict[str, object]:
    meta = article.meta
    return {
        "title": meta.headline or article.source.page,
        "sourceUrl": _web(meta.url or article.source.url),
        "publishedAt": meta.published,
        "retrievedAt": article.source.fetched_at,
        "author": list(meta.authors),
        "publisher": meta.site,
        "summary": meta.description,
        "language": _language(language),
    }


def _said(
    article: Article, mark: Mark[Statement], lookup: Lookup, document: str
) -> Iterator[Record]:
    speaker, path = lookup.speaker(mark.id), lookup.chain(mark.id)
    actor = lookup.actor(speaker.value.actor) if speaker and speaker.value.actor else None
    joined = lookup.entity(speaker.value.actor or "") if speaker is not None else None
    ident = joined.entity if joined else speaker.value.actor if speaker else None
    who = f"{PREFIX}actor-{ident}" if actor is not None else None
    if actor is not None and who is not None:
        told = _actor(actor) | ({"name": joined.name} if joined else {})
        if joined is not None:
            told["wikidataId"] = actor.wikidata or joined.wikidata
        yield _entity(who, _SCHEMATA.get(actor.kind, "LegalEntity"), told)
        yield _tie(document, who, "speaker")
    links = path.links if path is not None else ()
    for link in links:
        if link.role is Role.RELAY and link.name:
            relay = f"{PREFIX}relay-{_digest(link.name)}"
            yield _entity(relay, "LegalEntity", {"name": link.name})
            yield _tie(document, relay, "relay")
    yield _entity(
        f"{PREFIX}statement-{mark.id}",
        "Note",
        _note(article, mark, lookup, links) | {"entity": who, "proof": document},
    )


def _note(
    article: Article, mark: Mark[Statement], lookup: Lookup, links: tuple[Link, ...]
) -> dict[str, object]:
    value, setting = mark.value, lookup.setting(mark.id)
    said = setting.said.time.earliest if setting is not None and setting.said is not None else None
    path = " > ".join(f"{k.role.value}: {k.name or 'unknown'}" for k in links)
    cued = " ".join(w for w in (words(article.text, s) for s in (value.source, value.cue)) if w)
    return {
        "name": cued,
        "description": words(article.text, value.content),
        "keywords": [value.form.value],
        "notes": [n for n in (path, words(article.text, value.hedge)) if n],
        "createdAt": said,
        "sourceUrl": _web(article.meta.url or article.source.url),
        "publisher": article.meta.site,
        "detectedLanguage": _language(lookup.language(mark.span)),
    }


def _actor(actor: Actor) -> dict[str, object]:
    told: dict[str, object] = {
        "name": actor.name,
        "alias": [n for n in actor.names if n != actor.name],
        "country": actor.country.lower() if actor.country else None,
        "wikidataId": actor.wikidata,
    }
    if actor.kind is ActorKind.PERSON:
        told["position"] = list(actor.offices)
    return told


def _language(code: str | None) -> str | None:
    """The ISO 639-3 code of a BCP 47 one."""
    return _LANGUAGES.get((code or "").partition("-")[0])


def _tie(document: str, entity: str, role: str) -> Record:
    ident = f"{PREFIX}tie-{_digest(document, entity, role)}"
    return _entity(ident, "Documentation", {"document": document, "entity": entity, "role": role})


def _entity(ident: str, schema: str, values: dict[str, object]) -> Record:
    listed = {k: v if isinstance(v, list) else [v] for k, v in values.items() if v}
    told = {k: [v for v in some if str(v).strip()] for k, some in listed.items()}
    return {"id": ident, "schema": schema, "properties": {k: v for k, v in told.items() if v}}


def _digest(*of: str) -> str:
    return sha256("\n".join(of).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _web(url: str | None) -> str | None:
    """An address of the web, as its library wants it."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None
