"""What is known of a statement, put together from the marks of its reading."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quoth.model import (
    Actor,
    ActorKind,
    Article,
    Block,
    BlockKind,
    Chain,
    Form,
    Language,
    Link,
    Maker,
    Mention,
    MentionType,
    Origin,
    OriginKind,
    Place,
    PlaceType,
    Reading,
    Role,
    Run,
    Said,
    Setting,
    Source,
    SourceType,
    Span,
    Speaker,
    Statement,
    Time,
    TimeType,
    Venue,
    VenueType,
    mark,
)
from quoth.model.group import Belonging
from quoth.model.time import Grain
from quoth.web import article as article_module
from quoth.web.article import Passage, shown
from quoth.web.records import LARGE, Records, around, proof, sureness
from quoth.web.statement import MOST, placed

TEXT = (
    "Home News\n\nBridge stays\n\nTold at noon, Ada Quill said the board heard that it falls, "
    "in Sarn on Friday.\n\nMore news"
)
BY = Maker("pack", "1", "aa")


def at(words: str, start: int = 0) -> Span:
    found = TEXT.index(words, start)
    return Span(found, found + len(words))


def made() -> Reading:
    """An article with two statements, one in the other, and all that may be known of them."""
    kinds = (BlockKind.NAVIGATION, BlockKind.HEADLINE, BlockKind.PARAGRAPH, BlockKind.TEASER)
    spans = [at("Home News"), at("Bridge stays"), at(TEXT.split("\n\n")[2]), at("More news")]
    runs = tuple(Run(s.start, s.end, 0, s.start, len(s)) for s in spans)
    article = Article(
        "a" * 16,
        Source("page.html", url="https://news.example/bridge"),
        TEXT,
        tuple(Block(kind, span) for kind, span in zip(kinds, spans, strict=True)),
        Origin(OriginKind.HTML, ("/p",), runs),
    )
    content, nested = at("the board heard that it falls"), at("that it falls")
    outer = Statement((content,), (at("said"),), (at("Ada Quill"),), Form.INDIRECT)
    inner = Statement((nested,), (at("heard"),), (), Form.HEARSAY, inside=content)
    told = [mark(article.id, s.content[0], s, BY, 0.9) for s in (outer, inner)]
    ada = Actor(
        "Ada Quill", ActorKind.PERSON, (Mention(at("Ada Quill"), MentionType.NAME),), ("Ada Quill",)
    )
    actor = mark(article.id, at("Ada Quill"), ada, BY, 1.0)
    day = Time(TimeType.DATE, "2031-05-02", "2031-05-02", "2031-05-02", Grain.DAY, None, "Friday")
    sarn = Place(PlaceType.CITY, "Sarn", None, "", "", 1.0, 2.0, "the only one")
    values = [
        (TEXT, Language("en", "words")),
        ("Friday", day),
        ("Sarn", sarn),
        ("Ada Quill", Belonging(actor.id, "e" * 16, "Ada Quill MP")),
        ("Ada Quill", Speaker(told[0].id, SourceType.NAMED, actor.id, "Ada Quill", why="a name")),
        (
            "said",
            Setting(told[0].id, Said(day, at("Friday")), Venue(VenueType.SPEECH, at("at noon"))),
        ),
        (
            "said",
            Chain(
                told[0].id,
                (
                    Link(Role.SPEAKER, "Ada Quill", at("Ada Quill"), actor.id, 0.9, "a name"),
                    Link(Role.OUTLET, "The News", None, None, 0.5, "site"),
                ),
            ),
        ),
    ]
    marks = [mark(article.id, at(words), value, BY, 1.0) for words, value in values]
    return Reading(article).plus([*told, actor, *marks])


@pytest.fixture
def reading() -> Reading:
    return made()


def test_a_statement_is_told_with_all_that_is_known(reading: Reading) -> None:
    outer, inner = reading.of(Statement)
    told = Records(reading).of(outer)
    assert (told.content, told.cue, told.source) == (
        "the board heard that it falls",
        "said",
        "Ada Quill",
    )
    assert told.name == "Ada Quill MP"
    assert told.entity is not None
    assert told.entity.entity == "e" * 16
    assert (told.said, told.venue, told.language) == ("Friday", "at noon", "en")
    assert told.inner == (inner.id,)
    assert told.page == (
        "https://news.example/bridge#:~:text=the%20board%20heard%20that%20it%20falls"
    )
    speaker, outlet = told.steps
    assert speaker.proof is not None
    assert (speaker.proof.words, speaker.entity, speaker.sure) == ("Ada Quill", "e" * 16, "sure")
    assert (outlet.proof, outlet.entity, outlet.sure) == (None, None, "unsure")


def test_what_is_not_known_is_none(reading: Reading) -> None:
    outer, inner = reading.of(Statement)
    told = Records(reading).of(inner)
    assert told.outer == outer.id
    assert (told.name, told.entity, told.said, told.steps, told.speaker) == (
        None,
        None,
        None,
        (),
        None,
    )


def test_furniture_is_folded_at_its_place(reading: Reading) -> None:
    page = shown(reading)
    assert [(part.furniture, _texts(part.passages)) for part in page.parts] == [
        (True, ["Home News"]),
        (False, ["Bridge stays", TEXT.split("\n\n")[2]]),
        (True, ["More news"]),
    ]
    assert page.titled
    assert page.address == "https://news.example/bridge"


def test_text_that_lies_in_no_block_is_shown_too(reading: Reading) -> None:
    bare = replace(reading, article=replace(reading.article, blocks=reading.article.blocks[:2]))
    texts = [text for part in shown(bare).parts for text in _texts(part.passages)]
    assert " ".join(texts).split() == TEXT.split()


def test_words_that_are_asked_for_are_marked(reading: Reading) -> None:
    page = shown(reading, at("the board"))
    found = [p for part in page.parts for block in part.passages for p in block.pieces]
    here = [p for p in found if "here" in p.kinds.split()]
    assert "".join(p.text for p in here) == "the board"
    assert "here" in here[0].anchors


def test_a_long_text_is_not_searched_for_each_of_its_statements(reading: Reading) -> None:
    long = replace(reading, article=replace(reading.article, text=TEXT + " " * LARGE))
    assert {told.page for told in shown(long).told} == {None}
    assert placed(long, long.of(Statement)[0]).told.page is not None


def test_what_is_too_much_for_records_is_marked_all_the_same(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(article_module, "MOST", 1)
    outer, inner = reading.of(Statement)
    page = shown(reading)
    assert ([t.id for t in page.told], page.untold) == ([outer.id], 1)
    found = [p for part in page.parts for block in part.passages for p in block.pieces]
    (deep,) = [p for p in found if p.depth == 2]
    assert (deep.opens, deep.targets) == (outer.id, outer.id)
    assert f"s-{inner.id}" in deep.anchors


def test_each_record_has_its_place_in_the_text(reading: Reading) -> None:
    page = shown(reading)
    anchors = {
        anchor
        for part in page.parts
        for block in part.passages
        for piece in block.pieces
        for anchor in piece.anchors
    }
    others = (*page.people, *page.places, *page.times, *page.quantities)
    assert anchors == {f"s-{t.id}" for t in page.told} | {f"t-{x.id}" for x in others}
    assert page.people[0].statements == (page.told[0].id,)


def test_words_behind_a_source_that_was_taken_over_are_not_its_own(reading: Reading) -> None:
    outer = reading.of(Statement)[0]
    taken = replace(outer, value=replace(outer.value, implicit=True))
    kinds = {
        piece.kinds
        for part in shown(Reading(reading.article).plus([taken])).parts
        for block in part.passages
        for piece in block.pieces
    }
    assert kinds == {"", "content", "cue"}


def test_a_proof_has_whole_words_around_it() -> None:
    text = "x" * 30 + " " + "word " * 40 + "here" + " word" * 40 + " end"
    article = replace(made().article, text=text)
    start = text.index("here")
    found = proof(article, Span(start, start + 4))
    assert found.words == "here"
    assert set(found.before.strip("… ").split()) == {"word"}
    assert set(found.after.strip("… ").split()) == {"word"}
    assert found.before.startswith("…")
    assert found.after.endswith("…")


def test_a_proof_does_not_leave_its_line(reading: Reading) -> None:
    found = proof(reading.article, at("Bridge"))
    assert (found.before, found.after) == ("", " stays")


def test_a_statement_stands_in_its_paragraph(reading: Reading) -> None:
    outer = reading.of(Statement)[0]
    assert around(reading.article, outer).of(TEXT) == TEXT.split("\n\n")[2]
    found = placed(reading, outer)
    assert "".join(p.text for p in found.pieces) == TEXT.split("\n\n")[2]
    assert {k for p in found.pieces for k in p.kinds.split()} == {
        "content",
        "cue",
        "source",
        "proof",
    }
    assert found.cut == (False, False)
    assert [t.id for t in found.inner] == list(found.told.inner)


def test_of_an_endless_paragraph_what_is_near_is_shown(reading: Reading) -> None:
    outer = reading.of(Statement)[0]
    text = TEXT + "z" * (3 * MOST)
    whole = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    long = replace(reading, article=replace(reading.article, text=text, blocks=(whole,)))
    found = placed(long, outer)
    assert found.cut == (False, True)
    assert sum(len(p.text) for p in found.pieces) == outer.span.end + MOST


@pytest.mark.parametrize(("score", "word"), [(0.85, "sure"), (0.6, "likely"), (0.59, "unsure")])
def test_a_score_has_a_word(score: float, word: str) -> None:
    assert sureness(score) == word


def _texts(passages: tuple[Passage, ...]) -> list[str]:
    return ["".join(piece.text for piece in block.pieces) for block in passages]
