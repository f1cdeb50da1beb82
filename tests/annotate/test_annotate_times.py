"""Times: what is counted from where, and what is said where nothing can be."""

from __future__ import annotations

from pathlib import Path

import pytest
from annotate_support import article

from quoth.annotate.language import LanguageAnnotator
from quoth.annotate.times import Anchor, Lean, Page, TimeAnnotator, apart, resolve, tag
from quoth.annotate.times.formulas import FORMULAS, formula
from quoth.annotate.times.patterns import expand
from quoth.errors import PackError, UsageError
from quoth.lang.times import CLASSES, load_times
from quoth.model import Block, BlockKind, Metadata, Part, Reading, Span, Time

DOCS = Path(__file__).parents[2] / "docs" / "times.md"


def times(text: str, anchor: str | None = "2031-06-04", page: Page | None = None) -> list[Time]:
    found = tag(text, 0, len(text), "en")
    return list(resolve(found, Anchor(anchor) if anchor else None, page or Page("en")))


def test_the_same_words_are_counted_from_another_day():
    text = "The mayor said the bridge would open tomorrow."
    found = tag(text, 0, len(text), "en")
    (here,) = resolve(found, Anchor("2031-06-04"))
    (there,) = resolve(found, Anchor("2030-12-31", "when it was said"))
    assert (here.timex, there.timex) == ("2031-06-05", "2031-01-01")
    assert "when it was said, 2030-12-31" in there.why


def test_a_moment_is_counted_from_to_the_minute():
    (time,) = times("The train left three hours ago.", "2031-06-04T17:30:00+02:00")
    assert (time.timex, time.earliest) == ("2031-06-04T14:30", "2031-06-04T14:30")


def test_without_an_anchor_nothing_is_guessed():
    time, length = times("The council will meet on Friday for two days.", None)
    assert (time.timex, time.earliest, time.latest, time.anchor) == (
        *("XXXX-WXX-5", None, None),
        None,
    )
    assert time.why == "nothing to count from"
    assert (length.timex, length.earliest) == ("P2D", None)


def test_an_anchor_must_be_a_date():
    with pytest.raises(UsageError):
        resolve(tag("today", 0, 5, "en"), Anchor("last Tuesday"))


@pytest.mark.parametrize(
    ("text", "timex", "word"),
    [
        ("The ferry sank on Friday.", "2031-05-30", "sank"),
        ("The ferry will sail on Friday.", "2031-06-06", "will"),
        ("The hall will be closed on Friday.", "2031-06-06", "looks ahead"),
        ("Friday: rain.", "2031-05-30", "no word tells the direction"),
    ],
)
def test_the_words_of_the_sentence_tell_the_direction(text: str, timex: str, word: str):
    (time,) = times(text)
    assert time.timex == timex
    assert word in time.why
    assert len(time.candidates) == 2
    assert sum(c.weight for c in time.candidates) == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("The mayor said Thursday that the mill was shut.", "2031-05-29"),
        ("The mill had been ready, with all its new looms in place, for Thursday.", "2031-06-05"),
        ("Thursday: rain.", "2031-05-29"),
    ],
)
def test_a_weekday_of_six_days_ago_needs_a_word_of_past_beside_it(text: str, timex: str):
    (time,) = times(text)
    assert time.timex == timex


def test_a_zone_stands_in_earliest_and_latest_and_only_universal_time_in_the_value():
    (east,) = times("The siren sounded at 10:30 a.m. EST.")
    (world,) = times("The siren sounded at 10:30 GMT.")
    assert (east.timex, east.earliest) == ("2031-06-04T10:30", "2031-06-04T10:30-05:00")
    assert (world.timex, world.earliest) == ("2031-06-04T10:30Z", "2031-06-04T10:30Z")


def test_a_length_without_a_number_is_open_at_its_far_end():
    past, ahead = times("Rents rose in recent years and will fall in the coming months.")
    assert (past.timex, past.earliest, past.latest) == ("PXY", None, "2031-06-04")
    assert (ahead.timex, ahead.earliest, ahead.latest) == ("PXM", "2031-06-04", None)


@pytest.mark.parametrize(
    ("text", "anchor", "timex"),
    [
        ("Profit for the quarter fell.", "2031-10-23", "2031-Q3"),
        ("Profit for the quarter fell.", "2031-12-20", "2031-Q4"),
        ("Profit for the quarter will fall.", "2031-10-23", "2031-Q4"),
    ],
)
def test_a_quarter_that_is_reported_on_early_is_the_one_before(text: str, anchor: str, timex: str):
    (time,) = times(text, anchor)
    assert time.timex == timex


def test_nine_months_are_not_compared_with_a_quarter():
    text = (
        "Profit rose in the third quarter from a year earlier. "
        "Over nine months it fell from a year earlier."
    )
    values = [t.timex for t in times(text, "2031-10-23")]
    assert values == ["2031-Q3", "2030-Q3", "P9M", "2030"]


def test_each_expression_has_the_nearest_clue():
    text = "The mayor said on Monday the vote will be held on 3 September."
    said, held = tag(text, 0, len(text), "en")
    assert (said.lean, held.lean) == (Lean.PAST, Lean.FUTURE)


def test_day_and_month_in_figures_follow_the_language_and_are_flagged():
    text = "03/04/2031"
    for language, timex in (("en", "2031-03-04"), ("es", "2031-04-03")):
        (time,) = resolve(tag(text, 0, len(text), language), None, Page(language))
        assert time.timex == timex
        assert {c.timex for c in time.candidates} == {"2031-03-04", "2031-04-03"}
        assert "usual order" in time.why


def test_a_later_time_counts_from_an_earlier_one():
    _, later = times("On 12 May 2030 the bank failed. Two days later the mayor resigned.")
    assert (later.timex, later.anchor) == ("2030-05-14", "2030-05-12")


def test_a_range_has_both_ends():
    text = "The festival runs from 4 to 22 April 2031."
    (whole,) = found = tag(text, 0, len(text), "en")
    (time,) = resolve(found, None)
    assert (time.timex, time.earliest, time.latest) == ("P18D", "2031-04-04", "2031-04-22")
    assert [s.of(text) for s in whole.ends] == ["4", "22 April 2031"]
    assert [t.timex for t in resolve(tuple(apart(found)), None)] == ["2031-04-04", "2031-04-22"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("In the January-September period it fell.", ["1989-01", "1989-09"]),
        ("In the January-to-September period it fell.", ["1989-01", "1989-09"]),
        ("It fell from December to January.", ["1988-12", "1989-01"]),
        ("It will be closed from December to March.", ["1989-12", "1990-03"]),
    ],
)
def test_the_ends_of_a_range_that_stand_apart_fit_together(text: str, ends: list[str]) -> None:
    found = tag(text, 0, len(text), "en")
    times = resolve(tuple(apart(found)), Anchor("1989-10-27"))
    assert [t.timex for t in times] == ends


def test_a_year_is_left_open_where_nothing_tells_it():
    (time,) = times("The road was closed on 14 June.", None)
    assert (time.timex, time.earliest) == ("XXXX-06-14", None)


def test_the_annotator_counts_from_the_day_of_publication():
    page = article("The ferry sank yesterday, police said.\nIt was raised last week.")
    dated = page.__class__(
        *(page.id, page.source, page.text, page.blocks, page.origin),
        Metadata(language="en", published="2031-06-04T10:00:00+02:00"),
    )
    reading = Reading(dated)
    reading = reading.plus(LanguageAnnotator()(reading))
    marks = reading.plus(TimeAnnotator()(reading)).of(Time)
    assert [m.value.timex for m in marks] == ["2031-06-03", "2031-W22"]
    assert marks[0].by.name == "quoth.times"
    assert marks[0].by.digest


def lined(text: str, kind: BlockKind, part: str, words: str) -> list[Time]:
    """The times of a page without a day of publication, whose first line is a block with a part."""
    page = article(text, "en", (kind,))
    start = text.index(words)
    first = Block(kind, page.blocks[0].span, (Part(part, Span(start, start + len(words))),))
    fields = (page.id, page.source, page.text, (first, *page.blocks[1:]), page.origin, page.meta)
    reading = Reading(page.__class__(*fields))
    reading = reading.plus(LanguageAnnotator()(reading))
    return [m.value for m in reading.plus(TimeAnnotator()(reading)).of(Time)]


def test_a_page_without_a_date_counts_from_its_dateline():
    text = "HARBOURTON, 4 June 2031 (News)\nThe ferry sank yesterday, the police said on Monday."
    times = lined(text, BlockKind.DATELINE, "date", "4 June 2031")
    assert [t.timex for t in times] == ["2031-06-04", "2031-06-03", "2031-06-02"]
    assert all("the date of the dateline, 2031-06-04" in t.why for t in times[1:])
    text = "Published 4 June 2031\nThe ferry sank yesterday, the police said on Monday."
    times = lined(text, BlockKind.DATE, "published", "4 June 2031")
    assert times[0].timex == "2031-06-03"
    assert "the page's date line" in times[0].why


def test_a_dateline_without_a_year_gives_no_day():
    text = "HARBOURTON, 4 June (News)\nThe ferry sank yesterday, the police of the town said."
    times = lined(text, BlockKind.DATELINE, "date", "4 June")
    assert [t.timex for t in times] == ["XXXX-06-04", "XXXX-XX-XX"]


# --- words and rules ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "moon\tluna\t1",
        "month\tjune\t13",
        "unit\tday\tdays",
        "month\t\t1",
        "day\t*\t1",
        "rule\tmonth calendar",
        "part\t*ing\tMO",
    ],
)
def test_a_faulty_line_is_named(tmp_path: Path, line: str):
    path = tmp_path / "times.tsv"
    path.write_text(f"# words\n\n{line}\n", "utf-8")
    with pytest.raises(PackError, match=r"line 3"):
        load_times(path, "en")


@pytest.mark.parametrize("pattern", ["[month", "mon-th", "mo(nth"])
def test_a_faulty_pattern_is_refused(pattern: str):
    with pytest.raises(ValueError, match=r"bracket|not an element"):
        list(expand(pattern))


def test_a_formula_must_exist():
    with pytest.raises(ValueError, match="no formula"):
        formula("moonrise")


def test_options_of_a_pattern():
    rows = {tuple(e.kind for e in row) for row in expand("dd join? (month,season)")}
    assert rows == {
        *{("dd", "month"), ("dd", "season")},
        *{("dd", "join", "month"), ("dd", "join", "season")},
    }


def test_classes_and_formulas_are_documented():
    text = DOCS.read_text("utf-8")
    assert [n for n in CLASSES if f"| `{n}` |" not in text] == []
    names = {part.split()[0] for part in text.split("`") if part.strip()}
    assert sorted(set(FORMULAS) - names) == []
