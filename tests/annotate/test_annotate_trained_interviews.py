"""Interviews in what the network found: whose answers are whose, and what is none."""

from __future__ import annotations

import pytest
from annotate_support import HEAD, pieces
from trained_support import read

from quoth.annotate.trained.interviews import INTERVIEW, SCORE
from quoth.annotate.trained.speakers import IMPLICIT
from quoth.model import BlockKind, Reading, Statement

TITLE = "<s1>Ann Mir</s1><k1>:</k1> <c1>Bridges are patient</c1>"
BODY = BlockKind.PARAGRAPH

ASKED = ("**Why bridges?**", "**Who pays?**", "**And then?**")
ANSWERS = (
    "Because they wait. <s2>My aunt</s2> <k2>said</k2> <c2>that they hum</c2>.",
    "<c3>The town pays</c3>. It always has.",
    "Nobody knows.",
)


def page(asked: tuple[str, ...] = ASKED, answers: tuple[str, ...] = ANSWERS) -> str:
    """A headline, then each question with its answer."""
    pairs = zip(asked, answers, strict=True)
    return "\n\n".join([TITLE, *(line for pair in pairs for line in pair)])


def heard(page: str, blocks: int) -> list[tuple[str, str, str]]:
    """Source, content and why of what is read."""
    reading = read(page, "en", (HEAD, *[BODY] * (blocks - 1)))
    return [row(reading, m.value) for m in reading.of(Statement)]


def row(reading: Reading, value: Statement) -> tuple[str, str, str]:
    text = reading.article.text
    return "…".join(pieces(text, value.source)), "…".join(pieces(text, value.content)), value.why


@pytest.mark.parametrize(
    "asked",
    [
        ASKED,
        ("――Why bridges", "――Who pays", "――And then"),
        ("Why bridges?", "Who pays?", "And then?"),
    ],
)
def test_the_paragraph_behind_each_question_is_an_answer(asked: tuple[str, ...]) -> None:
    assert heard(page(asked), 7) == [
        ("Ann Mir", "Bridges are patient", "trained"),
        ("Ann Mir", "Because they wait. My aunt said that they hum.", INTERVIEW),
        ("My aunt", "that they hum", "trained"),
        ("Ann Mir", "The town pays. It always has.", f"trained, {INTERVIEW}"),
        ("Ann Mir", "Nobody knows.", INTERVIEW),
    ]


def test_a_statement_with_a_cue_is_inside_the_answer() -> None:
    reading = read(page(), "en", (HEAD, *[BODY] * 6))
    inside = [m.value for m in reading.of(Statement) if m.value.inside is not None]
    assert [row(reading, v)[0] for v in inside] == ["My aunt"]


def test_an_answer_is_as_sure_as_what_the_network_found_of_it() -> None:
    reading = read(page(), "en", (HEAD, *[BODY] * 6))
    scores = {m.value.why: m.score for m in reading.of(Statement) if m.value.implicit}
    assert scores == {INTERVIEW: SCORE, f"trained, {INTERVIEW}": pytest.approx(0.9 * IMPLICIT)}


def test_an_answer_that_says_who_speaks_names_the_speaker_of_the_next() -> None:
    named = "<c2>“Because they wait,”</c2> <k2>laughed</k2> <s2>Mir</s2>."
    found = heard(page(answers=(named, *ANSWERS[1:])), 7)
    assert found[1:] == [
        ("Mir", "“Because they wait,”", "trained"),
        ("Mir", "The town pays. It always has.", f"trained, {INTERVIEW}"),
        ("Mir", "Nobody knows.", INTERVIEW),
    ]


def test_two_questions_are_no_interview() -> None:
    found = heard(page(ASKED[:2], ANSWERS[:2]), 5)
    assert not any(INTERVIEW in why for _, _, why in found)


def test_questions_one_after_another_have_no_answers() -> None:
    text = "\n\n".join([TITLE, *ASKED, "The bridge was built in 1931."])
    assert [why for _, _, why in heard(text, 5)] == ["trained"]


def test_without_anybody_named_no_answer_is_given() -> None:
    body = page().partition("\n\n")[2]
    reading = read(f"A bridge\n\n{body}", "en", (HEAD, *[BODY] * 6))
    assert not any(INTERVIEW in m.value.why for m in reading.of(Statement))


def test_questions_and_answers_in_which_nobody_speaks_are_no_interview() -> None:
    found = heard(page(answers=("It is old.", "The town does.", "It opens in May.")), 7)
    assert [why for _, _, why in found] == ["trained"]
