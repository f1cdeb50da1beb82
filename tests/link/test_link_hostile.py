"""Whoever speaks in whatever text: no error, spans inside, one speaker and chain a statement."""

from __future__ import annotations

import random
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from link_support import BY, Anything, bare, check, filled, linked, marked

from quoth.lang import available
from quoth.link.mentions import names
from quoth.model import (
    BlockKind,
    Entity,
    EntityType,
    Form,
    Reading,
    Span,
    Speaker,
    Statement,
    hull,
    mark,
)
from working import calls

PIECES = [
    *' \n\t.,:;–-()“”"«»’@/',
    *("\x00", "\ud800", "\u202e", "\u200f", "\u0301", "\u0640", "\ufeff", "\u00a0", "😀", "👩‍👧"),
    *("Ina Torvald", "Torvald", "I. Torvald", "Dr", "Mrs", "mayor", "the mayor", "the general"),
    *("he", "She", "they", "it", "who", "both", "his", "a", "the", "two", "of", "and", "said"),
    *("Paris", "the Kremlin", "France", "Kaldovia", "capital", "the government", "the ministry"),
    *("told Reuters", "citing", "quoted by", "the agency", "local media", "in an interview with"),
    *("translated from", "officials", "on condition of anonymity", "report", "was", "former"),
    *("министр", "он", "агентство", "сказал", "Кремль", "el ministro", "según", "Bürgermeisterin"),
    *("der", "sie", "dia", "menteri itu", "kepada", "bakan", "ajansına", "الوزير", "وقال", "هو"),
]
TEXT = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
    st.text(alphabet=st.characters(exclude_categories=()), max_size=60),
)
CODES = st.sampled_from([*available(), "xx", ""])
QUIET = [HealthCheck.too_slow, HealthCheck.filter_too_much]


@settings(max_examples=200, suppress_health_check=QUIET)
@given(TEXT, CODES, st.integers(0, 10**6), st.integers(0, 12), st.sampled_from(list(BlockKind)))
def test_any_marks_in_any_text_are_survived(
    text: str, code: str, seed: int, count: int, first: BlockKind
) -> None:
    reading = bare(text, code, first).plus(Anything(text, seed).marks(count))
    assert check(reading) == linked(reading)


SAID = " <k>said</k> <c>no</c>.\n"
HOSTILE: dict[str, tuple[str, int]] = {
    "one name": ("<PER>Ina Lund</PER> came.\n", 2_000),
    "one source": ("<s><PER>Ina Lund</PER></s>~", 1_000),
    "one surname": ("<s><PER>{name} Lund</PER></s>~", 1_000),
    "one surname and its short form": ("<PER>{name} Lund</PER> came. <s><PER>Lund</PER></s>~", 500),
    "names": ("<PER>{name} {other}</PER> came.\n", 2_000),
    "names that speak": ("<s><PER>{name} {other}</PER></s>~", 1_000),
    "organisations": ("<s><ORG>{name} {other}</ORG></s>~", 1_000),
    "acronyms": ("<ORG>{name} {other}</ORG> and <ORG>{short}</ORG> came.\n", 1_000),
    "acronyms in brackets": ("<ORG>{name} {other}</ORG> (<ORG>{short}X</ORG>) came.\n", 1_000),
    "places": ("<s><LOC>{name}</LOC></s>~", 1_000),
    "one state": ("<s><LOC>France</LOC></s>~", 1_000),
    "seats": ("<s>The <LOC>Kremlin</LOC></s>~", 1_000),
    "capitals": ("<LOC>Port {name}</LOC>, the capital of <LOC>{other}</LOC>.\n", 500),
    "governments": ("<s>The <LOC>{name}</LOC> government</s>~", 500),
    "pronouns": ("<PER>Ina Lund</PER> came.\n|<s>She</s>~", 1_000),
    "pronouns after names": ("<PER>{name} {other}</PER> came. <s>She</s>~", 500),
    "they": ("Two {other} officials came. <s>They</s>~", 500),
    "both": ("<PER>{name} Ro</PER> and <PER>{other} Ma</PER> came. <s>Both</s>~", 300),
    "pairs": ("<s><PER>{name} Ro</PER> and <PER>{other} Ma</PER></s>~", 300),
    "titles": ("The minister, <PER>{name} {other}</PER>, came. <s>The minister</s>~", 500),
    "the mayor": ("<s>The mayor</s>~", 1_000),
    "descriptions": ("<s>The {name} mayor</s>~", 500),
    "somebody of each kind": (
        "A lawyer, a teacher and the report of a company came with two {name} officials.\n"
        "<s>The report</s>~<s>She</s>~<s>A company</s>~<s>The company</s>~<s>They</s>~",
        50,
    ),
    "descriptions that speak later": ("A {name} mayor met the {other} minister.\n", 500),
    "companies": ("<ORG>{name} {other}</ORG> fell. <s>The company</s>~", 500),
    "titles in a row": ("|the former minister |<PER>Ina Lund</PER>", 2_000),
    "nouns in a row": ("minister of the ", 2_000),
    "names in a row": ("<PER>Ina</PER> <PER>Lund</PER>, ", 2_000),
    "names with and between": ("<PER>Ina Lund</PER> and ", 1_500),
    "joint names": ("<s>|<PER>Ina Lund</PER> and |</s>~", 1_000),
    "a long name": ("<s><PER>|Ina |</PER></s>~", 20_000),
    "an endless word": ("<s><PER>|A|</PER></s>~", 200_000),
    "a long source": ("<s>|the mayor of |</s>~", 2_000),
    "a long cue": ("<s>Ina</s> <k>|told Reuters |</k> <c>no</c>.", 2_000),
    "pieces of a content": ("<s>Ina</s> <k>said</k> |<c>no</c>, |", 1_000),
    "agencies": ("<s>Ina</s> <k>told</k> the agency <ORG>{name}</ORG> <c>no</c>.\n", 500),
    "the agency": ("<s>Ina</s> <k>told</k> the agency Sarn, the agency, <c>no</c>.\n", 500),
    "citing": ("<s><ORG>{name}</ORG></s> <k>said</k>, citing {other}, <c>no</c>.\n", 500),
    "translated": ("Translated from the article by the {name} Post.\n", 1_000),
    "bylines": ("Reuters, dpa ", 2_000),
    "brackets": ("<PER>Ina</PER> (", 1_000),
    "control characters": ("<s>\x00\u202e\ud800😀</s>~", 500),
}
STEPS = 60
"""Times that a piece is repeated for the growth of work, and four times as many."""


def many(name: str, count: int) -> Reading:
    """A page on which a piece of text stands `count` times."""
    before, piece, after = pieces(HOSTILE[name][0].replace("~", SAID))
    kind = BlockKind.BYLINE if name == "bylines" else BlockKind.PARAGRAPH
    return marked(before + "".join(filled(piece, n) for n in range(count)) + after, kind)


def pieces(template: str) -> list[str]:
    """What stands before, the piece, and what stands behind."""
    parts = template.split("|")
    return ["", *parts, ""] if len(parts) == 1 else [*parts, ""][:3]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_survived(name: str) -> None:
    check(many(name, HOSTILE[name][1]))


@pytest.mark.parametrize("name", HOSTILE)
def test_work_grows_no_faster_than_the_text(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "MOST", STEPS // 2)  # up to so many, each is compared with each
    linked(many(name, 1))  # words and tables are loaded
    few, more = (calls(partial(linked, many(name, n))) for n in (STEPS, 4 * STEPS))
    assert more < 5 * max(few, 1_000)


DEEP = 2_000


def test_statements_that_lie_in_each_other_are_survived() -> None:
    text = "Ina said that " * DEEP + "it is shut"
    size, step = len(text), len("Ina said that ")
    begins = [n * step for n in range(DEEP)]
    said = [
        Statement(
            (Span(at + step, size),),
            (Span(at + 4, at + 8),),
            (Span(at, at + 3),),
            Form.INDIRECT,
            inside=Span(at, size) if at else None,
        )
        for at in begins
    ]
    reading = bare(text)
    check(reading.plus(mark("a", hull((*v.source, *v.content)), v, BY, 1.0) for v in said))


def test_statements_that_are_each_inside_the_other_are_survived() -> None:
    text = "Ina said Bo said no."
    one, other = Span(9, 19), Span(0, 19)
    said = [
        Statement((one,), (Span(4, 8),), (Span(0, 3),), Form.INDIRECT, inside=other),
        Statement((other,), (Span(12, 16),), (Span(9, 11),), Form.INDIRECT, inside=one),
        Statement((one,), (Span(4, 8),), (Span(9, 11),), Form.INDIRECT, inside=one),
    ]
    reading = bare(text)
    check(reading.plus(mark("a", hull((*v.source, *v.content)), v, BY, 1.0) for v in said))


def test_a_page_of_many_statements_and_names_is_survived() -> None:
    text = ("Ina Lund told Reuters that the mayor of Paris had left. " * 8 + "\n") * 250
    chance = random.Random(1)
    starts = sorted(chance.sample(range(len(text)), 5_000))
    kinds = list(EntityType)
    names = [
        mark("a", Span(s, min(len(text), s + 9)), Entity(chance.choice(kinds)), BY, 1.0)
        for s in starts
    ]
    said = [m for m in Anything(text, 2).marks(2_000) if m.kind == "statement"]
    found = check(bare(text).plus([*names, *said]))
    assert len(found.of(Speaker)) == 2_000
