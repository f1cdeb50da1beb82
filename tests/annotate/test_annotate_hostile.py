"""Any text is survived: no error, spans inside the text, the same answer twice, linear work."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from annotate_support import article, one_block
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from quoth.annotate import annotate
from quoth.lang import available
from quoth.model import Article, BlockKind, Reading, Sentence, Span, Statement, hull
from working import calls

Maker = Callable[[int], str]

PIECES = [
    *"“”„«»‹›‘’‚「」\"'`—–-.,:;!?…؟،()[] \n\t",
    "''",
    "``",
    "...",
    "\n\n",
    "\x00",
    "\ud800",
    "\u202e",
    "\u200f",
    "\u200b",
    "\u0301",
    "\u0640",
    "\ufeff",
    "😀",
    "👩‍👩‍👧",
    "a",
    "Ann Mir",
    "She",
    "the mayor",
    " said ",
    " said that ",
    "according to ",
    "told reporters",
    "reportedly ",
    "sagte er",
    "dit-il",
    "сказала ",
    " قال ",
    "katanya",
    "söyledi",
    "the bridge is closed",
    "3. ",
    "U.S.",
]
TEXT = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.text(alphabet=st.characters(exclude_categories=()), max_size=60),
)
CODES = st.sampled_from([*available(), "xx"])


def check(known: Article, reader: str = "pack") -> Reading:
    """What must hold of any reading."""
    reading = annotate(known, reader)
    inside = Span(0, len(known.text))
    for mark in reading.marks:
        assert inside.covers(mark.span)
        assert 0 <= mark.score <= 1
    for found in reading.of(Statement):
        value = found.value
        spans = (*value.content, *value.cue, *value.source, *value.hedge)
        assert value.content
        assert all(inside.covers(s) and len(s) for s in spans)
        assert found.span.covers(hull(value.content))
        assert value.inside is None or inside.covers(value.inside)
        for parts in (value.content, value.cue, value.source, value.hedge):
            assert list(parts) == sorted(parts)
    for sentence in reading.of(Sentence):
        assert sentence.span.of(known.text).strip() == sentence.span.of(known.text) != ""
    return reading


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT, CODES)
@example("قال الوزير. ـ نعم", "ar")
@example("“", "en")
@example("— ", "es")
@example(": “a b c d e f", "en")
def test_any_text_in_one_block_is_survived(text: str, code: str) -> None:
    assert check(one_block(text, code)) == annotate(one_block(text, code), "pack")


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT, CODES, st.booleans())
def test_any_text_in_many_blocks_is_survived(text: str, code: str, head: bool) -> None:
    check(article(text, code, (BlockKind.HEADLINE,) if head else ()))


HOSTILE: dict[str, tuple[Maker, int]] = {
    "opening marks": (lambda n: "“" * n, 20_000),
    "opening guillemets with words": (lambda n: "«a " * n, 4_000),
    "said": (lambda n: "said " * n, 5_000),
    "words without punctuation": (lambda n: "word " * n, 20_000),
    "one endless word": (lambda n: "a" * n, 1_000_000),
    "one endless word with marks": (lambda n: "a\u0301" * n, 100_000),
    "nested quotations": (lambda n: "“ab " * n + "”" * n, 5_000),
    "two kinds of nested quotations": (lambda n: "“ab ‘cd " * n + "’ ”" * n, 2_000),
    "straight marks": (lambda n: '"a ' * n, 10_000),
    "stops": (lambda n: "." * n + "a", 100_000),
    "stops with closing marks": (lambda n: ".”" * n + "a", 20_000),
    "spaces": (lambda n: "word " * 30 + " " * n + "end", 100_000),
    "line breaks": (lambda n: "a\n \n" * n, 4_000),
    "brackets": (lambda n: "(" * n, 10_000),
    "dashes of speech": (lambda n: "— said a " * n, 1_000),
    "said that": (lambda n: "Ann said that " * n, 500),
    "according to": (lambda n: "according to " * n, 10_000),
    "joiners": (lambda n: "a-" * n, 20_000),
    "numbers": (lambda n: "1." * n, 20_000),
    "control characters": (lambda n: "\x00\u202e\ud800😀" * n, 5_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_survived(name: str) -> None:
    make, size = HOSTILE[name]
    check(one_block(make(size), "en"))


GROWING = [("en", n) for n in HOSTILE if n != "one endless word"]
GROWING += [(c, n) for c in ("tr", "es") for n in ("said", "dashes of speech", "straight marks")]


@pytest.mark.parametrize(("code", "name"), GROWING)
def test_work_grows_no_faster_than_the_text(name: str, code: str) -> None:
    make, _ = HOSTILE[name]
    few, many = (calls(partial(annotate, one_block(make(n), code), "pack")) for n in (150, 600))
    assert many < 10 * max(few, 1_000)


PARAGRAPHS: dict[str, str] = {
    "a quotation that never closes": "“He is a man of many words\n",
    "implicit speakers": "“We will go home now,” said Ann.\n“We will go home again now.”\n",
    "announcements": "Ann Mir said:\n",
    "nested statements": "“My son said that the old mayor said that it was shut,” said Ann.\n",
}


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_work_grows_no_faster_than_the_number_of_paragraphs(name: str) -> None:
    line = PARAGRAPHS[name]
    few, many = (calls(partial(annotate, article(line * n), "pack")) for n in (50, 200))
    assert many < 6 * few


def test_a_quotation_over_thousands_of_paragraphs_is_one_statement() -> None:
    text = "“We will go home now,” said Ann. “It is late.\n" + "“We have many words.\n" * 3_000
    (found,) = check(article(text)).of(Statement)
    assert len(found.value.content) == 3_002
