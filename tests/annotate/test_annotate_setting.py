"""When, on what occasion and where each statement was made; and what says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest
from annotate_support import article
from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.annotate import ANNOTATORS, annotate
from quoth.annotate.setting import SettingAnnotator
from quoth.model import (
    Article,
    Block,
    BlockKind,
    Form,
    Maker,
    Mark,
    Metadata,
    Part,
    Reading,
    Setting,
    Span,
    Spans,
    Statement,
    Time,
    hull,
    mark,
)
from quoth.model.time import published
from working import calls

PUBLISHED = "2031-06-04"  # a Wednesday


def dated(text: str, language: str = "en", day: str | None = PUBLISHED) -> Article:
    """An article with a block a line, published on a day."""
    made = article(text, language)
    return replace(made, meta=Metadata(language=language, published=day))


def with_dateline(line: str, rest: str, day: str | None = PUBLISHED, **parts: str) -> Article:
    """An article that begins with a dateline with the given parts."""
    text = f"{line}\n{rest}"
    found = tuple(
        Part(name, Span(text.index(words), text.index(words) + len(words)))
        for name, words in parts.items()
    )
    head = Block(BlockKind.DATELINE, Span(0, len(line)), found)
    made = dated(text, "en", day)
    return replace(made, blocks=(head, *made.blocks[1:]))


def told(found: Article) -> list[tuple[Mark[Statement], Setting]]:
    """The statements of an article with their settings, in text order."""
    reading = annotate(found, "pack")
    by_id = {m.value.statement: m.value for m in reading.of(Setting)}
    return [(m, by_id[m.id]) for m in reading.of(Statement)]


def day(setting: Setting) -> str | None:
    return setting.said.time.timex if setting.said else None


def why(setting: Setting) -> str:
    assert setting.said is not None
    return setting.said.time.why


def test_every_statement_has_one_setting_on_its_own_span() -> None:
    reading = annotate(dated("Lund said on Monday that it was safe. “Yes,” said Ann Mir."), "pack")
    statements, settings_ = reading.of(Statement), reading.of(Setting)
    assert len(statements) == 2
    assert [m.value.statement for m in settings_] == [m.id for m in statements]
    assert [m.span for m in settings_] == [m.span for m in statements]
    assert {m.by.name for m in settings_} == {"quoth.setting"}


def test_what_the_clause_tells_has_its_words_and_a_better_score() -> None:
    reading = annotate(dated("Lund said on Monday that it was safe.\n“Yes,” said Mir."), "pack")
    first, second = reading.of(Setting)
    text = reading.article.text
    assert first.value.said is not None
    assert first.value.said.span is not None
    assert first.value.said.span.of(text) == "Monday"
    assert first.value.said.time.timex == "2031-06-02"
    assert "the clause of its cue" in why(first.value)
    assert first.score > second.score


def test_the_day_of_publication_is_taken_with_its_reason_and_without_words() -> None:
    ((_, setting),) = told(dated("“The bridge is safe,” said Ann Mir."))
    assert setting.said is not None
    assert setting.said.span is None
    assert day(setting) == PUBLISHED
    assert "the day of publication" in why(setting)


def test_the_dateline_goes_before_the_day_of_publication() -> None:
    made = with_dateline(
        "OSLO, 2 June 2031 -", "“It is safe,” said Ann Mir.", place="OSLO", date="2 June 2031"
    )
    ((_, setting),) = told(made)
    assert day(setting) == "2031-06-02"
    assert "the dateline" in why(setting)
    assert setting.said is not None
    assert setting.said.span is None
    assert setting.place is not None
    assert setting.place.span.of(made.text) == "OSLO"
    assert "dateline" in setting.place.place.why


def test_a_dateline_without_a_year_has_its_candidates() -> None:
    made = with_dateline("OSLO, 2 June -", "“It is safe,” said Ann Mir.", None, date="2 June")
    made = replace(made, source=replace(made.source, fetched_at="2031-09-01T10:00:00Z"))
    ((_, setting),) = told(made)
    assert setting.said is not None
    years = [c.timex[:4] for c in setting.said.time.candidates]
    assert "2031" in years
    assert len(years) > 1
    assert sum(c.weight for c in setting.said.time.candidates) == pytest.approx(1, abs=0.01)


def test_without_any_date_nothing_is_guessed() -> None:
    ((_, setting),) = told(dated("“The bridge is safe,” said Ann Mir.", day=None))
    assert setting.said is None
    assert setting.place is None
    assert setting.venue is None


def test_an_occasion_and_its_place() -> None:
    text = "“It is safe,” Ann Mir told a news conference in Oslo on Monday."
    ((_, setting),) = told(dated(text))
    assert setting.venue is not None
    assert setting.venue.type == "press"
    assert setting.venue.span.of(text) == "a news conference in Oslo"
    assert setting.place is not None
    assert setting.place.place.name == "Oslo"
    assert setting.place.place.country == "NO"
    assert day(setting) == "2031-06-02"


def test_who_goes_on_speaking_does_so_at_the_same_time_and_place() -> None:
    text = "Ann Mir said on Monday in Oslo that it was safe and added that it was old."
    (_, first), (_, second) = told(dated(text))
    assert day(first) == day(second) == "2031-06-02"
    assert second.place is not None
    quoted = "“It is safe,” Ann Mir told reporters on Monday.\n“It is very old and we look at it.”"
    *_, (last, setting) = told(dated(quoted))
    assert last.value.implicit
    assert day(setting) == "2031-06-02"
    assert setting.venue is not None
    assert "the same source" in why(setting)


def test_a_nested_statement_takes_the_clause_around_it() -> None:
    text = "“The engineers told us that the bridge was safe,” Ann Mir told a rally on Monday."
    found = told(dated(text))
    inner = next(s for m, s in found if m.value.inside is not None)
    assert day(inner) == "2031-06-02"
    assert "the statement that this one is in" in why(inner)


def test_a_nested_statement_with_a_time_of_its_own_keeps_it() -> None:
    text = "“The engineers told us last year that it was safe,” Ann Mir told a rally on Monday."
    days = {bool(m.value.inside): day(s) for m, s in told(dated(text))}
    assert days == {False: "2031-06-02", True: "2030"}


def test_the_time_of_a_nested_statement_is_counted_from_when_the_outer_one_was_made() -> None:
    text = "“The engineers told us yesterday that it was safe,” Ann Mir told a rally on Monday."
    days = {bool(m.value.inside): day(s) for m, s in told(dated(text))}
    assert days == {False: "2031-06-02", True: "2031-06-01"}


def test_times_inside_the_content_are_counted_from_when_it_was_said() -> None:
    text = "Ann Mir said on Monday: “We will close the bridge tomorrow.”"
    ((_, setting),) = told(dated(text))
    (inside,) = setting.times
    assert inside.span.of(text) == "tomorrow"
    assert inside.time.timex == "2031-06-03"
    assert inside.time.anchor is not None
    assert inside.time.anchor.startswith("2031-06-02")
    times = [m.value.timex for m in annotate(dated(text), "pack").of(Time)]
    assert "2031-06-05" in times  # a time mark of its own counts from the day of publication


def test_times_inside_what_was_said_on_an_unknown_day_are_not_placed() -> None:
    text = "Ann Mir said last year: “We will close the bridge tomorrow.”"
    ((_, setting),) = told(dated(text))
    (inside,) = setting.times
    assert (inside.time.earliest, inside.time.latest) == (None, None)


def test_the_time_of_another_clause_is_not_taken() -> None:
    for text in (
        "The bridge fell on Friday, and Ann Mir said it was safe.",
        "After the bridge fell on Friday, Ann Mir said it was safe.",
        "Ann Mir, who came on Friday, said it was safe.",
        "Ann Mir said it would be closed on Friday.",
        "Ann Mir said the bridge had been safe since Friday.",
    ):
        *_, (_, setting) = told(dated(text))
        assert day(setting) == PUBLISHED, text


def statements_as(text: str, *roles: tuple[str, str, str]) -> Reading:
    """A reading with given statements (source, cue, content), as any reader may have made it."""

    def spans(words: str) -> Spans:
        return (Span(text.index(words), text.index(words) + len(words)),) if words else ()

    reading = Reading(dated(text))
    for annotator in ANNOTATORS:
        if annotator.makes.isdisjoint({"statement", "setting"}):
            reading = reading.plus(annotator(reading))
    made = []
    for source, cue, content in roles:
        value = Statement(spans(content), spans(cue), spans(source), Form.DIRECT, why="trained")
        own = hull(value.content + value.cue + value.source)
        made.append(mark("a", own, value, Maker("network", "1"), 0.9))
    return reading.plus(made)


def test_the_setting_does_not_depend_on_the_reader() -> None:
    text = "“It is safe,” Ann Mir told a rally in Oslo on Monday."
    reading = statements_as(text, ("Ann Mir", "told", "“It is safe,”"))
    (given,) = (m.value for m in SettingAnnotator()(reading))
    ((_, own),) = told(dated(text))
    assert isinstance(given, Setting)
    assert replace(given, statement="") == replace(own, statement="")


def test_a_statement_without_cue_and_source_has_the_pages_date() -> None:
    reading = statements_as("“It is safe,” on Monday.", ("", "", "“It is safe,”"))
    (setting,) = (m.value for m in SettingAnnotator()(reading))
    assert isinstance(setting, Setting)
    assert day(setting) == PUBLISHED


@pytest.mark.parametrize(
    ("stated", "timex", "first", "last"),
    [
        ("2031-06-04", "2031-06-04", "2031-06-04", "2031-06-04"),
        ("2031-06-04T23:10:00+02:00", "2031-06-04", "2031-06-04", "2031-06-04"),
        ("2031-02", "2031-02", "2031-02-01", "2031-02-28"),
        ("2031", "2031", "2031-01-01", "2031-12-31"),
    ],
)
def test_the_day_of_publication(stated: str, timex: str, first: str, last: str) -> None:
    found = published(stated, "json-ld")
    assert found is not None
    assert (found.timex, found.earliest, found.latest) == (timex, first, last)
    assert "(json-ld)" in found.why


@pytest.mark.parametrize("stated", [None, "", "soon", "2031-13-01", "2031-02-30", "20310604"])
def test_what_is_no_date_is_no_day_of_publication(stated: str | None) -> None:
    assert published(stated) is None


PIECES = st.sampled_from(
    [
        *(
            "said",
            "told reporters",
            "Ann Mir",
            "on Monday",
            "in Oslo",
            "in a speech",
            "“",
            "”",
            ",",
        ),
        *("the bridge", "at", "of", "last year", "\n", ".", ":", "according to", "a report", "X"),
        *("—", "(", ")", "who", "that", "\ud83d", "وقال", "في", "2031", "'s", "dedi", "сказал"),
    ]
)


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=40), st.sampled_from(["en", "ar", "tr", "ru", "und"]))
def test_any_text_gives_settings_with_spans_inside_it(words: list[str], language: str) -> None:
    found = dated(" ".join(words), language)
    for statement, setting in told(found):
        for span in spans_of(setting):
            assert 0 <= span.start < span.end <= len(found.text)
        assert setting.statement == statement.id


def spans_of(setting: Setting) -> Iterator[Span]:
    for held in (setting.said, setting.venue, setting.place):
        if held is not None and held.span is not None:
            yield held.span
    yield from (d.span for d in setting.times)


def many(count: int) -> Reading:
    """A reading whose one sentence holds many statements, times and places."""
    one = "“it is safe” Ann Mir said in a speech in Oslo on Monday and "
    text = one * count
    reading = statements_as(text, ("", "", one))
    made = []
    for match in re.finditer("“it is safe” (Ann Mir) (said)", text):
        content = (Span(match.start(), match.start() + 12),)
        cue, source = (Span(*match.span(2)),), (Span(*match.span(1)),)
        value = Statement(content, cue, source, Form.DIRECT)
        made.append(mark("a", hull(content + cue), value, Maker("network", "1"), 0.9))
    return reading.plus(made)


def test_the_work_grows_with_the_text_and_no_faster() -> None:
    def work(count: int) -> None:
        assert len(list(SettingAnnotator()(many(count)))) > count

    # the first one loads the words
    _, small, large = (calls(partial(work, n)) for n in (20, 50, 200))
    assert large < 5 * small
