"""JSON-LD of schema.org: one NewsArticle a line, its statements as Quotations.

https://schema.org/NewsArticle and https://schema.org/Quotation.  `spokenByCharacter` is who said
it; what schema.org has no word for (hedge, form, chain) is in `additionalProperty`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quoth.export.grouped import by_article
from quoth.export.record import Record, line
from quoth.export.speakers import chain_record
from quoth.model import Actor, ActorKind, Article, Mark, Reading, Statement
from quoth.model.lookup import Lookup, words

CONTEXT = "https://schema.org"
_TYPES = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.STATE: "GovernmentOrganization",
    ActorKind.DOCUMENT: "CreativeWork",
}
"""Types of those who speak; all others are Things."""


def export(statements: Iterable[tuple[Reading, Mark[Statement]]]) -> Iterator[str]:
    """One article a line, without its end."""
    for reading, marks in by_article(statements):
        yield line(_article(reading, marks))


def _article(reading: Reading, marks: list[Mark[Statement]]) -> Record:
    article, lookup = reading.article, Lookup(reading)
    meta = article.meta
    publisher = {"@type": "Organization", "name": meta.site} if meta.site else None
    return _known(
        {
            "@context": CONTEXT,
            "@type": "NewsArticle",
            "@id": f"urn:quoth:article:{article.id}",
            "url": meta.url or article.source.url,
            "headline": meta.headline,
            "description": meta.description,
            "datePublished": meta.published,
            "dateModified": meta.modified,
            "inLanguage": _language(lookup.language(marks[0].span)),
            "articleSection": meta.section,
            "author": [{"@type": "Person", "name": name} for name in meta.authors] or None,
            "publisher": publisher,
            "hasPart": [_quotation(article, mark, lookup) for mark in marks],
        }
    )


def _quotation(article: Article, mark: Mark[Statement], lookup: Lookup) -> Record:
    speaker, setting = lookup.speaker(mark.id), lookup.setting(mark.id)
    actor = lookup.actor(speaker.value.actor) if speaker and speaker.value.actor else None
    said = setting.said.time if setting is not None and setting.said is not None else None
    dated = said is not None and said.earliest is not None and said.earliest == said.latest
    return _known(
        {
            "@type": "Quotation",
            "@id": f"urn:quoth:statement:{mark.id}",
            "text": words(article.text, mark.value.content),
            "inLanguage": _language(lookup.language(mark.span)),
            "spokenByCharacter": _who(speaker.value.actor or "", actor, lookup)
            if speaker and actor
            else None,
            "dateCreated": said.earliest if said is not None and dated else None,
            "isPartOf": {"@id": f"urn:quoth:article:{article.id}"},
            "additionalProperty": list(_more(article, mark, lookup)),
        }
    )


def _who(ident: str, actor: Actor, lookup: Lookup) -> Record:
    joined = lookup.entity(ident)
    name = joined.name if joined else actor.name
    names = [n for n in dict.fromkeys((actor.name, *actor.names)) if n != name]
    number = actor.wikidata or (joined.wikidata if joined else None)
    wikidata = f"http://www.wikidata.org/entity/{number}" if number else None
    office = actor.offices[0] if actor.kind is ActorKind.PERSON and actor.offices else None
    return _known(
        {
            "@type": _TYPES.get(actor.kind, "Thing"),
            "@id": f"urn:quoth:actor:{joined.entity if joined else ident}",
            "name": name,
            "alternateName": names or None,
            "jobTitle": office,
            "sameAs": wikidata,
        }
    )


def _more(article: Article, mark: Mark[Statement], lookup: Lookup) -> Iterator[Record]:
    value, path = mark.value, lookup.chain(mark.id)
    told: list[tuple[str, object]] = [
        ("source", words(article.text, value.source)),
        ("cue", words(article.text, value.cue)),
        ("form", value.form.value),
        ("hedge", words(article.text, value.hedge)),
        ("score", mark.score),
    ]
    told += [(f"chain:{k['role']}", k["name"]) for k in (chain_record(path) if path else [])]
    for name, given in told:
        if given is not None:
            yield {"@type": "PropertyValue", "name": name, "value": given}


def _language(code: str | None) -> str | None:
    return code if code not in (None, "und") else None


def _known(of: Record) -> Record:
    """The fields that have a value."""
    return {name: value for name, value in of.items() if value is not None}
