"""The fields `speaker` and `chain` of a statement's record."""

from export_samples import IDENT, MAIN, find, sample

from quoth.export import record
from quoth.model import (
    Actor,
    ActorKind,
    Chain,
    Link,
    Maker,
    Mark,
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
NAME = find("Ada Quill")


def main(reading: Reading) -> Mark[Statement]:
    return next(m for m in reading.of(Statement) if m.value == MAIN)


def spoken(kind: SourceType, *, actor: bool) -> Reading:
    reading = sample()
    said = main(reading)
    ada = Actor("Ada Quill", ActorKind.PERSON, (Mention(NAME, MentionType.NAME),))
    who = mark(reading.article.id, NAME, ada, BY, 1.0)
    name, entity = ("Ada Quill", who.id) if actor else (None, None)
    value = Speaker(said.id, kind, entity, name, why="a name")
    return reading.plus([who, mark(reading.article.id, said.span, value, BY, 0.9)])


def test_a_speaker_is_the_actor_with_its_kind_and_score() -> None:
    reading = spoken(SourceType.NAMED, actor=True)
    found = record(reading, main(reading))["speaker"]
    (actor,) = reading.of(Actor)
    assert found == {
        "name": "Ada Quill",
        "kind": "named",
        "entity": actor.id,
        "score": 0.9,
        "why": "a name",
        "actor": "person",
        "antecedent": None,
        "metonym": False,
        "reason": None,
    }


def test_a_speaker_who_is_not_known_is_null_and_hearsay_is_not() -> None:
    unknown = spoken(SourceType.NAMED, actor=False)
    assert record(unknown, main(unknown))["speaker"] is None
    nobody = spoken(SourceType.NONE, actor=False)
    told = record(nobody, main(nobody))["speaker"]
    assert isinstance(told, dict)
    assert (told["name"], told["kind"], told["entity"]) == (None, "none", None)


def test_a_chain_is_a_list_from_the_speaker_to_the_page() -> None:
    reading = sample()
    said = main(reading)
    links = (Link(Role.SPEAKER, None), Link(Role.OUTLET, "Sarn", NAME, IDENT, 0.5, "the site"))
    path = mark(reading.article.id, said.span, Chain(said.id, links), BY, 1.0)
    found = record(reading.plus([path]), said)["chain"]
    assert found == [
        {"role": "speaker", "name": None, "evidence": None, "score": 1.0, "why": ""},
        {
            "role": "outlet",
            "name": "Sarn",
            "evidence": [NAME.start, NAME.end],
            "score": 0.5,
            "why": "the site",
        },
    ]


def test_a_reading_without_speakers_has_neither() -> None:
    reading = sample()
    found = record(reading, main(reading))
    assert (found["speaker"], found["chain"]) == (None, [])
