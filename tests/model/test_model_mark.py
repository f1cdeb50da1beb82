"""Marks and readings: ids that stay, an order that stays."""

from __future__ import annotations

import copy
import dataclasses
import json
import pickle
import random

import pytest

import quoth.model
from quoth.model import (
    VALUES,
    Actor,
    ActorKind,
    Article,
    Belonging,
    Block,
    BlockKind,
    Called,
    Capture,
    Chain,
    Dated,
    Entity,
    EntityType,
    Form,
    Grain,
    Group,
    Known,
    Language,
    Link,
    Maker,
    Mark,
    Mention,
    MentionType,
    Metadata,
    Part,
    Place,
    PlaceCandidate,
    PlaceType,
    Position,
    Profile,
    Quantity,
    QuantityType,
    Reading,
    Ref,
    Role,
    Run,
    Said,
    Sentence,
    Setting,
    Source,
    SourceType,
    Span,
    Speaker,
    Stands,
    Statement,
    Time,
    TimeCandidate,
    TimeType,
    Venue,
    VenueType,
    identity,
    issue,
    mark,
    plain,
)

BY = Maker("pack", "1", "aa")
SAID = Statement(
    (Span(0, 4), Span(8, 9)), (Span(5, 7),), (), Form.MIXED, (Span(5, 6),), True, Span(0, 9), "why"
)
ARTICLE = Article(
    "a1",
    Source("p", offset=3),
    "x" * 20,
    (Block(BlockKind.TEASER, Span(0, 20), (Part("place", Span(0, 2)),)),),
    identity(20),
    Metadata(authors=("Ann",), why=(("authors", "meta"),)),
)


def sentence(start: int, end: int, index: int = 0) -> Mark[object]:
    return mark("a1", Span(start, end), Sentence(index), BY, 1.0)


MARKS = [sentence(9, 12), sentence(0, 3), sentence(0, 8), sentence(4, 8, 2), sentence(4, 8, 1)]


def test_a_mark_keeps_its_id_whoever_made_it_and_however_sure() -> None:
    one = mark("a1", Span(0, 9), SAID, BY, 0.9)
    other = mark("a1", Span(0, 9), SAID, Maker("net", "7", "bb"), 0.1)
    assert one.id == other.id
    assert (one.by, one.score) != (other.by, other.score)


@pytest.mark.parametrize(
    "other",
    [
        mark("a2", Span(0, 9), SAID, BY, 0.9),
        mark("a1", Span(0, 8), SAID, BY, 0.9),
        mark("a1", Span(1, 9), SAID, BY, 0.9),
        mark("a1", Span(0, 9), dataclasses.replace(SAID, form=Form.DIRECT), BY, 0.9),
        mark("a1", Span(0, 9), dataclasses.replace(SAID, implicit=False), BY, 0.9),
        mark("a1", Span(0, 9), dataclasses.replace(SAID, source=(Span(0, 1),)), BY, 0.9),
        mark("a1", Span(0, 9), Sentence(1), BY, 0.9),
    ],
)
def test_an_id_changes_with_article_span_and_value(other: Mark[object]) -> None:
    assert mark("a1", Span(0, 9), SAID, BY, 0.9).id != other.id


def test_an_id_is_the_same_on_every_machine() -> None:
    # a ledger made yesterday must be found again today
    assert mark("a1", Span(0, 9), Sentence(3), BY, 1.0).id == "f2bea314ae0c0f8a"


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("language", Language("en", "")),
        ("entity", Entity(EntityType.LOC)),
        ("time", Time(TimeType.DURATION, "P3D", None, None, Grain.DAY, None, "")),
        ("quantity", Quantity(QuantityType.PERCENT, 12, 12, "percent")),
        ("place", Place(PlaceType.REGION, "Asia", None, "", "142", None, None, "")),
        ("statement", SAID),
        ("setting", Setting("0123456789abcdef")),
        ("actor", Actor("Ada Quill", ActorKind.PERSON, (Mention(Span(0, 1), MentionType.NAME),))),
        ("speaker", Speaker("0123456789abcdef", SourceType.NONE, None, None)),
        ("chain", Chain("0123456789abcdef", (Link(Role.SPEAKER, None),))),
    ],
)
def test_a_mark_takes_its_kind_from_its_value(kind: str, value: object) -> None:
    assert mark("a", Span(0, 1), value, BY, 1.0).kind == kind
    assert VALUES[kind] is type(value)


def test_plain_says_a_statement_in_json() -> None:
    assert json.loads(json.dumps(plain(SAID))) == {
        "content": [[0, 4], [8, 9]],
        "cue": [[5, 7]],
        "source": [],
        "form": "mixed",
        "hedge": [[5, 6]],
        "implicit": True,
        "inside": [0, 9],
        "why": "why",
    }


def test_plain_puts_sets_in_order_and_leaves_plain_values() -> None:
    assert plain(frozenset({"b", "a", "c"})) == ["a", "b", "c"]
    assert [plain(v) for v in (None, 1, 0.5, "x", True)] == [None, 1, 0.5, "x", True]


def test_a_reading_keeps_marks_in_text_order_however_they_come() -> None:
    wanted = Reading(ARTICLE).plus(MARKS)
    assert [(m.span.start, m.span.end) for m in wanted.marks] == [
        (0, 8),  # the longer one first
        (0, 3),
        (4, 8),
        (4, 8),
        (9, 12),
    ]
    for seed in range(10):
        mixed = random.Random(seed).sample(MARKS, len(MARKS))
        assert Reading(ARTICLE).plus(mixed[:2]).plus(mixed[2:]) == wanted


def test_adding_marks_twice_changes_nothing() -> None:
    once = Reading(ARTICLE).plus(MARKS)
    assert once.plus(MARKS) == once
    assert once.plus([]) == once


def test_a_mark_that_is_there_keeps_its_first_maker() -> None:
    again = mark("a1", Span(0, 3), Sentence(0), Maker("other", "2"), 0.1)
    reading = Reading(ARTICLE).plus([sentence(0, 3)]).plus([again])
    assert [m.by for m in reading.marks] == [BY]


def test_adding_marks_leaves_the_old_reading_as_it_was() -> None:
    empty = Reading(ARTICLE)
    empty.plus(MARKS)
    assert empty.marks == ()


def test_a_reading_gives_the_marks_of_one_kind() -> None:
    said = mark("a1", Span(0, 9), SAID, BY, 1.0)
    reading = Reading(ARTICLE).plus([*MARKS, said])
    assert reading.of(Statement) == (said,)
    assert len(reading.of(Sentence)) == len(MARKS)
    assert reading.of(Language) == ()


def test_within_gives_only_marks_that_lie_wholly_inside() -> None:
    reading = Reading(ARTICLE).plus(MARKS)
    assert [m.span for m in reading.within(Span(0, 8))] == [
        Span(0, 8),
        Span(0, 3),
        Span(4, 8),
        Span(4, 8),
    ]
    assert reading.within(Span(1, 3)) == ()


def test_failing_adds_issues_behind_those_that_are_there() -> None:
    first = issue("a", "error", "read", Source("p"), "one")
    second = issue("b", "warning", "read", Source("p"), "two")
    assert Reading(ARTICLE).failing([first]).failing([second]).issues == (first, second)


MONDAY = Time(TimeType.DATE, "2031-06-02", "2031-06-02", "2031-06-02", Grain.DAY, None, "whole")
HALMER = Place(PlaceType.CITY, "Halmer", 7, "NL", "155", 52.5, 5.25, "the only one")
HALL = Venue(VenueType.SPEECH, Span(1, 2))
SETTING = Setting(
    "0123456789abcdef",
    Said(MONDAY, None),
    HALL,
    Stands(HALMER, Span(0, 1)),
    (Dated(MONDAY, Span(2, 3)),),
)
ADA = Actor("Ada Quill", ActorKind.PERSON, (Mention(Span(0, 1), MentionType.NAME),), ("Quill",))
PATH = Chain("0123456789abcdef", (Link(Role.SPEAKER, "Ada Quill", Span(0, 1)),))
GROUP = Group("0123456789abcdef", "entity", (Ref("a", "00112233aabbccdd"),), "Ada Quill", BY)
PROFILE = Profile(ActorKind.PERSON, (Called("Ada Quill", "en"),))
EVERY = [
    ADA,
    ADA.mentions[0],
    Speaker("0123456789abcdef", SourceType.NAMED, "00112233aabbccdd", "Ada Quill"),
    PATH,
    PATH.links[0],
    MONDAY,
    TimeCandidate("2031", "2031-01-01", "2031-12-31", 0.5, "the page's year"),
    Quantity(QuantityType.COUNT, 140, None, of=Span(4, 12), mod="more"),
    HALMER,
    PlaceCandidate(7, "Halmer", "NL", 1.0, "the only one"),
    HALL,
    SETTING,
    SETTING.said,
    SETTING.place,
    SETTING.times[0],
    Span(0, 1),
    Part("place", Span(0, 1)),
    Position("n", 0, 1),
    Run(0, 1, 0, 0, 1),
    BY,
    SAID,
    Sentence(0),
    Entity(EntityType.PER),
    Language("en", "its letters"),
    Source("p"),
    Capture(Source("p"), b"x"),
    ARTICLE,
    ARTICLE.meta,
    ARTICLE.origin,
    ARTICLE.blocks[0],
    MARKS[0],
    Reading(ARTICLE).plus(MARKS),
    issue("a", "error", "read", Source("p"), "one"),
    GROUP,
    GROUP.members[0],
    PROFILE,
    PROFILE.names[0],
    Known("0123456789abcdef", "Ada Quill", PROFILE, 2),
    Belonging("00112233aabbccdd", "0123456789abcdef", "Ada Quill"),
]


def test_the_list_of_nouns_here_is_whole() -> None:
    nouns = {
        v
        for name in quoth.model.__all__
        if isinstance(v := getattr(quoth.model, name), type) and dataclasses.is_dataclass(v)
    }
    assert {type(v) for v in EVERY} == nouns


@pytest.mark.parametrize("value", EVERY, ids=lambda v: type(v).__name__)
def test_a_noun_travels_between_processes(value: object) -> None:
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301
    assert copy.deepcopy(value) == value


@pytest.mark.parametrize("value", EVERY, ids=lambda v: type(v).__name__)
def test_a_noun_is_frozen_and_slotted(value: object) -> None:
    name = dataclasses.fields(value)[0].name  # type: ignore[arg-type]
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, name, None)
    assert not hasattr(value, "__dict__")
    assert hash(value) == hash(copy.deepcopy(value))
