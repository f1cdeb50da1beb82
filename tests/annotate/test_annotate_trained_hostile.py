"""Whatever the network finds in whatever text: no error, spans inside, linear work, one answer."""

from __future__ import annotations

import random
from functools import partial

import pytest
from annotate_support import article, one_block
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_annotate_hostile import CODES, HOSTILE, PIECES
from trained_support import Fake, marked

from quoth.annotate import ReaderOptions, annotate
from quoth.annotate.language import LanguageAnnotator
from quoth.annotate.network import variants
from quoth.annotate.trained import TrainedAnnotator
from quoth.model import Article, Entity, Reading, Span, Statement, hull
from quoth.nets import Attribution, Findings, Name
from working import calls

TEXT = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
with_weights = pytest.mark.skipif(not variants(), reason="there are no weights here")


def findings(size: int, seed: int, count: int) -> Findings:
    """Findings anywhere in a text, also where none can be."""
    chance = random.Random(seed)

    def spans(most: int) -> tuple[Span, ...]:
        starts = sorted(chance.randrange(size + 1) for _ in range(chance.randint(0, most)))
        return tuple(Span(s, min(size, s + chance.choice((0, 1, 5, 20)))) for s in starts)

    def one() -> Attribution:
        score = round(chance.random(), 3)
        return Attribution(spans(2), spans(2), spans(4), chance.random() < 0.3, score)

    names = tuple(Name(s, "PER", chance.random()) for s in spans(5))
    return Findings(tuple(one() for _ in range(count)), names)


def read(known: Article, found: Findings) -> Reading:
    """The reading of an article in which the network finds something."""
    reading = Reading(known).plus(LanguageAnnotator()(Reading(known)))
    return reading.plus(TrainedAnnotator(lambda: Fake(found))(reading))


def check(reading: Reading) -> Reading:
    """What must hold of any reading."""
    inside = Span(0, len(reading.article.text))
    assert all(inside.covers(m.span) and 0 <= m.score <= 1 for m in reading.marks)
    blocks = [b.span for b in reading.article.blocks]
    for found in reading.of(Statement):
        value = found.value
        assert value.content
        assert value.cue or value.source
        for parts in (value.content, value.cue, value.source, value.hedge):
            assert list(parts) == sorted(parts)
            for part in parts:
                assert len(part)
                assert any(b.covers(part) for b in blocks)
        assert found.span.covers(hull(value.content))
    assert all(m.span.of(reading.article.text) for m in reading.of(Entity))
    return reading


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT, CODES, st.integers(0, 10**6), st.integers(0, 8))
def test_any_findings_in_any_text_are_survived(text: str, code: str, seed: int, count: int) -> None:
    known, found = article(text, code), findings(len(text), seed, count)
    assert check(read(known, found)) == read(known, found)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_survived(name: str) -> None:
    make, size = HOSTILE[name]
    text = make(size)
    check(read(one_block(text, "en"), findings(len(text), 1, 50)))


PAGES = {
    "statements": "<c{n}>“We go home now,”</c{n}> <k{n}>said</k{n}> <s{n}>Ann</s{n}>.{end}",
    "quotations without a cue": "“We will go home now, all of us.”{end}",
    "rumours": "The mayor has reportedly sold the old bridge.{end}",
    "questions": "**Why?**\n<c{n}>Because we go home.</c{n}>{end}",
    "answers": "— <c{n}>Yes.</c{n}>\n— <c{n}>No,</c{n}> <k{n}>said</k{n}> <s{n}>Ann</s{n}>.{end}",
    "pieces": "<c1>“We go home.”</c1>{end}",
    "parts": "<s{n}>Ann</s{n}> <k{n}>said</k{n}>: <c{n}>“We go.</c{n}> Now.”{end}",
    "hedged": "<s{n}>Ann</s{n}> allegedly <k{n}>said</k{n}> <c{n}>it was shut</c{n}>.{end}",
}


def test_work_stays_linear_where_one_quotation_is_told_in_many_parts() -> None:
    def page(count: int) -> int:
        parts = "".join(f"<c{n}>We go.</c{n}> " for n in range(1, count + 1))
        cues = "".join(f"<k{n}>said</k{n}> <s{n}>Ann</s{n}>. " for n in range(1, count + 1))
        plain, found = marked(f"“{parts}” {cues}")
        return calls(partial(read, article(plain), found))

    assert page(200) < 6 * page(50)


@pytest.mark.parametrize("end", [" ", "\n"], ids=["sentences", "paragraphs"])
@pytest.mark.parametrize("name", PAGES)
def test_work_grows_no_faster_than_the_text(name: str, end: str) -> None:
    def page(count: int) -> int:
        text = "".join(PAGES[name].format(n=n, end=end) for n in range(1, count + 1))
        plain, found = marked(text + "<k1>said</k1> <s1>Jo</s1>")
        return calls(partial(read, article(plain), found))

    few, many = page(50), page(200)
    assert many < 6 * max(few, 1_000)


LONG = "“The bridge is safe,” said Maria Lund. The mayor denied that it had been sold.\n" * 280


@with_weights
@pytest.mark.parametrize("reader", variants())
@pytest.mark.parametrize(
    "text",
    ["", LONG, "a" * 100_000, "\x00\u202e\ud800😀" * 5_000, "市长说：“大桥很安全。”" * 500],
    ids=["empty", "4,000 words", "one endless token", "odd characters", "no spaces"],
)
def test_any_text_is_read_by_the_network(reader: str, text: str) -> None:
    check(annotate(article(text), reader))


@with_weights
@pytest.mark.parametrize("reader", variants())
def test_a_reading_does_not_depend_on_threads_or_on_what_was_read_before(reader: str) -> None:
    texts = [LONG[:4_000], "Marie: « Non, jamais. »", "«Мост закрыт», — сказала Анна Мир."]
    alone = [annotate(article(t, None), reader) for t in texts]
    assert [annotate(article(t, None), reader) for t in reversed(texts)] == alone[::-1]
    two = ReaderOptions(reader, threads=2)
    assert [annotate(article(t, None), two) for t in texts] == alone
