"""The setting of a statement as the records have it: when, on what occasion, where."""

from __future__ import annotations

from quoth.model import Article, Place, Setting, Span, Time, plain

Record = dict[str, object]


def setting_fields(article: Article, setting: Setting | None) -> Record:
    """The fields `said`, `venue`, `place` and `times` of a statement's record.

    Args:
        setting: None of a reading that was made without it: nothing is known then.
    """
    if setting is None:
        return {"said": None, "venue": None, "place": None, "times": []}
    said, venue, place = setting.said, setting.venue, setting.place
    return {
        "said": {**time_record(said.time), **_where(article, said.span)} if said else None,
        "venue": {"type": venue.type.value, **_where(article, venue.span)} if venue else None,
        "place": {**place_record(place.place), **_where(article, place.span)} if place else None,
        "times": [{**time_record(d.time), **_where(article, d.span)} for d in setting.times],
    }


def time_record(time: Time) -> Record:
    """A time, without the words that it stands in."""
    return {
        "type": time.type.value,
        "timex": time.timex,
        "earliest": time.earliest,
        "latest": time.latest,
        "grain": time.grain.value,
        "anchor": time.anchor,
        "why": time.why,
        "mod": time.mod,
        "candidates": plain(time.candidates),
    }


def place_record(place: Place) -> Record:
    """A place, without the words that name it."""
    return {
        "name": place.name,
        "type": place.type.value,
        "geonames": place.geonames,
        "country": place.country,
        "region": place.region,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "why": place.why,
    }


def _where(article: Article, span: Span | None) -> Record:
    if span is None:
        return {"span": None, "text": None}
    return {"span": plain(span), "text": span.of(article.text)}
