"""Times of any text: spans in it, in order, apart; time that grows with its length."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.annotate.times import Anchor, resolve, tag
from quoth.lang import available
from working import calls

_WORDS = (
    "on in the of Monday Friday May march 14 3rd 2031 1998 June next last week month year two "
    "days ago after before from to between and every morning at 5 p.m. 17:30 12/05/2031 , - ( ) "
    "quarter first third early mid late said will Q1 1990s a half hours since until noon '90s XIX"
)
WORDS = _WORDS.split()
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))


@settings(max_examples=60)
@given(
    TEXTS, st.sampled_from(available()), st.sampled_from([None, "2031-06-04", "2031-06-04T23:59"])
)
def test_what_holds_of_every_text(text: str, language: str, anchor: str | None):
    found = tag(text, 0, len(text), language)
    times = resolve(found, Anchor(anchor) if anchor else None)
    assert len(times) == len(found)
    last = 0
    for e in found:
        assert last <= e.span.start < e.span.end <= len(text)
        last = e.span.end
    for time in times:
        assert time.timex
        assert time.why
        assert not (time.earliest and time.latest) or time.earliest <= time.latest
        weights = [c.weight for c in time.candidates]
        assert weights == sorted(weights, reverse=True)


@settings(max_examples=30)
@given(TEXTS, TEXTS)
def test_other_blocks_change_nothing(text: str, other: str):
    alone = tag(text, 0, len(text), "en")
    whole = f"{other}\n{text}\n{other}"
    start = len(other) + 1
    within = tag(whole, start, start + len(text), "en")
    assert [(e.span.start + start, e.span.end + start, e.shape, e.mod) for e in alone] == [
        (e.span.start, e.span.end, e.shape, e.mod) for e in within
    ]


HOSTILE = [
    *("1 ", "Monday ", "Monday of ", "14 June ", "two years and ", "12.05.", "1998-", "17:30 "),
    *("last last ", "the first week of ", "every ", "from May to ", "XIX ", "in ", "-", "12/", "'"),
    *("one hundred ", "quarter ", "a half ", "early mid late ", "(", "1990s ", "May "),
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_work_grows_with_the_length_and_no_faster(piece: str):
    def work(n: int) -> object:
        text = piece * (n // len(piece))
        return resolve(tag(text, 0, len(text), "en"), Anchor("2031-06-04"))

    # the first one loads the words
    _, short, long = (calls(partial(work, n)) for n in (500, 750, 3_000))
    assert long < 5 * short
