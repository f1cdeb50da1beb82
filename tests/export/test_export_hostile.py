"""Whatever pages and those who speak are called: every line is JSON, and its library takes it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from export_samples import MAIN, find, sample
from followthemoney import model as ftm

from quoth.export import EXPORTS
from quoth.model import (
    Actor,
    ActorKind,
    Chain,
    Link,
    Maker,
    Mention,
    MentionType,
    Reading,
    Role,
    SourceType,
    Speaker,
    Statement,
    mark,
)

BY = Maker("m", "1")
NAMES = {
    "control characters": "A\x00b\x1b[31m\x07\x85c",
    "line breaks": "A\r\nB\n\u2028C\u2029D",
    "a lone surrogate": "\ud800Ada",
    "right to left": "\u202eAda\u2066 عادة",
    "emoji": "👩‍👩‍👧😀",
    "quotes": "'; DROP TABLE entity; -- \"}]</script>",
    "a million letters": "A" * 1_000_000,
}
FORMS = ("ftm", "gqg", "schema.org", "jsonl")


def hostile(name: str) -> Reading:
    """The sample, in which all who can be called so are called `name`."""
    reading = sample()
    about = replace(reading.article.meta, site=name, headline=name, authors=(name,), section=name)
    source = replace(reading.article.source, page=name)
    reading = replace(reading, article=replace(reading.article, meta=about, source=source))
    said = next(m for m in reading.of(Statement) if m.value == MAIN)
    span = find("Ada Quill")
    mentions = (Mention(span, MentionType.NAME),)
    ada = Actor(name, ActorKind.PERSON, mentions, (name, name + "x"), (name,), "NO", "Q42")
    who = mark("x", span, ada, BY, 1.0)
    speaker = Speaker(said.id, SourceType.NAMED, who.id, name)
    path = Chain(said.id, (Link(Role.SPEAKER, name, span), Link(Role.RELAY, name)))
    return reading.plus([who, *(mark("x", said.span, v, BY, 0.9) for v in (speaker, path))])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", NAMES)
def test_every_line_is_json(form: str, name: str) -> None:
    reading = hostile(NAMES[name])
    lines = list(EXPORTS[form]((reading, m) for m in reading.of(Statement)))
    assert lines
    for line in lines:
        assert "\n" not in line
        line.encode()
        json.loads(line)


@pytest.mark.parametrize("name", NAMES)
def test_followthemoney_takes_every_name(name: str) -> None:
    reading = hostile(NAMES[name])
    for line in EXPORTS["ftm"]((reading, m) for m in reading.of(Statement)):
        entity = json.loads(line)
        proxy = ftm.get_proxy(entity, cleaned=False)
        ftm.get(proxy.schema.name).validate(entity)
        kept = proxy.to_dict()["properties"]
        assert kept.keys() == entity["properties"].keys()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "day", ["0001-01-01", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "2031-02"]
)
def test_any_date_is_survived(form: str, day: str) -> None:
    reading = sample()
    about = replace(reading.article.meta, published=day, modified=day)
    reading = replace(reading, article=replace(reading.article, meta=about))
    for line in EXPORTS[form]((reading, m) for m in reading.of(Statement)):
        json.loads(line)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("url", ["http://[", "javascript:alert(1)", "http://a\x00\nb/ c", "\ud800"])
def test_any_address_is_survived(form: str, url: str) -> None:
    reading = sample()
    about = replace(reading.article.meta, url=url)
    reading = replace(reading, article=replace(reading.article, meta=about))
    for line in EXPORTS[form]((reading, m) for m in reading.of(Statement)):
        found = json.loads(line)
        if form == "ftm":
            ftm.get(found["schema"]).validate(found)
