"""The quantities of an article: marks, bounds, units, and what is left out."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.annotate.quantities import QuantityAnnotator, measured
from quoth.lang import available
from quoth.model import (
    Article,
    Block,
    BlockKind,
    Language,
    Maker,
    Metadata,
    Quantity,
    QuantityType,
    Reading,
    Source,
    Span,
    identity,
    mark,
)
from working import calls

_SOUP = (
    "0 1 7 12 2014 1,234 1.5 -3 ½ 5km $4.4bn $ € % US$ Rp12.000 USD - – . , ' ( ) \n one a million"
    " half dollars dollar cents per cent between and to from about more than boats people of the"
    " tons km June Monday page Boeing year or entre y bis hingga до و"
)
SOUP = _SOUP.split(" ")
soups = st.lists(st.sampled_from(SOUP), max_size=30).map(" ".join) | st.lists(
    st.sampled_from(SOUP), max_size=12
).map("".join)


def quantities(text: str, code: str = "en") -> list[tuple[str, Quantity]]:
    return [(span.of(text), value) for span, value in measured(text, code)]


def one(text: str, code: str = "en") -> Quantity:
    ((_, value),) = quantities(text, code)
    return value


@given(soups | st.text(max_size=60), st.sampled_from(available()))
def test_quantities_lie_in_order_and_their_bounds_too(text: str, code: str) -> None:
    end = 0
    for span, value in measured(text, code):
        assert end <= span.start < span.end <= len(text)
        assert value.low is not None or value.high is not None
        if value.low is not None and value.high is not None:
            assert value.low <= value.high
        if value.of is not None:
            assert span.end <= value.of.start < value.of.end <= len(text)
        assert (value.unit == "") == (value.type is QuantityType.COUNT)
        end = span.end


def test_only_the_wanted_stretch_is_read() -> None:
    text = "12 boats, 13 boats, 14 boats"
    assert [s.of(text) for s, _ in measured(text, "en", 9, 18)] == ["13"]


def test_what_was_assumed_is_said() -> None:
    assert one("It cost 5 dollars.").why == "“dollars” without a country read as USD"
    assert one("It cost US$5.").why == ""
    pesos = one("It cost 5 pesos.")
    assert (pesos.unit, "several countries" in pesos.why) == ("XXX", True)
    assert "thousands mark" in one("Vinieron 12.000 vecinos.", "es").why
    assert "decimal mark" in one("It weighs 1.250 kg.").why


def test_bounds_of_comparators() -> None:
    def bounds(text: str) -> tuple[float | None, float | None, str]:
        value = one(text)
        return value.low, value.high, value.mod

    assert bounds("about 40 boats") == (40, 40, "about")
    assert bounds("more than 40 boats") == (40, None, "more")
    assert bounds("at least 40 boats") == (40, None, "at-least")
    assert bounds("fewer than 40 boats") == (None, 40, "less")
    assert bounds("up to 40 boats") == (None, 40, "at-most")
    assert bounds("40 boats or more") == (40, 40, "")
    assert bounds("40 or more boats") == (40, None, "at-least")
    assert bounds("40 to 50 boats") == (40, 50, "range")


def test_a_change_is_no_range() -> None:
    assert [w for w, _ in quantities("It rose from 20% to 30%.")] == ["20%", "30%"]


def test_a_range_shares_its_sign_and_its_million() -> None:
    value = one("The fund holds €2-3 million.")
    assert (value.low, value.high, value.unit) == (2e6, 3e6, "EUR")


@pytest.mark.parametrize(
    "text",
    [
        "He won 3-1 and 2:0.",
        "Boeing 737 and the G20 fought COVID-19.",
        "Version 1.2.3 of page 12.",
        "on 5/17/2018 and 14 June",
        "in 2014, since 1998",
        "Call +1-222-2222.",
        "the third of May",
        "three weeks and 12 hours",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert quantities(text) == []


def test_the_annotator_marks_running_text() -> None:
    text = "Two boats sank\nSome 140 rescuers came with 12 tons of tar."
    line = text.index("\n")
    blocks = (
        Block(BlockKind.HEADLINE, Span(0, line)),
        Block(BlockKind.PARAGRAPH, Span(line + 1, len(text))),
    )
    article = Article("a", Source("a"), text, blocks, identity(len(text)), Metadata())
    by = Maker("test", "1", "")
    languages = [mark("a", b.span, Language("en", ""), by, 1.0) for b in blocks]
    reading = Reading(article).plus(languages)
    annotator = QuantityAnnotator()
    found = list(annotator(reading))
    assert [m.span.of(text) for m in found] == ["Two", "140", "12 tons"]
    assert [m.value.of.of(text) for m in found if isinstance(m.value, Quantity) and m.value.of] == [
        "boats", "rescuers", "tar",
    ]  # fmt: skip
    assert found == list(annotator(reading))
    assert list(annotator(Reading(article))) == []


@pytest.mark.parametrize(
    "piece", ["1 ", "$", "20 to ", "5 km ", "USD 5 ", "- 1 ", "more than ", "1 - 2 boats ", "a $"]
)
def test_the_work_grows_with_the_text_and_no_faster(piece: str) -> None:
    def work(length: int) -> object:
        return list(measured((piece * (length // len(piece) + 1))[:length], "en"))

    # the first one loads the words
    _, short, long = (calls(partial(work, n)) for n in (500, 1000, 4000))
    assert long < 5 * short
