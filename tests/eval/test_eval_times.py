"""The scorers of times, on gold and readings made by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


@pytest.fixture(scope="module")
def timex(evaluation: Callable[[str], ModuleType]) -> ModuleType:
    return evaluation("timex")


@pytest.fixture(scope="module")
def cases(evaluation: Callable[[str], ModuleType]) -> ModuleType:
    return evaluation("recognizers")


@pytest.fixture(scope="module")
def times(evaluation: Callable[[str], ModuleType]) -> ModuleType:
    return evaluation("times")


# gold and read as `start-end TYPE value`, then what is counted
PAIRED = {
    "the same": (["0-6 DATE 2031"], ["0-6 DATE 2031"], "strict relaxed type value"),
    "longer": (["4-6 DATE 2031"], ["0-6 DATE 2031"], "relaxed type value"),
    "other type": (["0-6 DATE 2031"], ["0-6 DURATION P1Y"], "strict relaxed"),
    "other value": (["0-6 DATE 2031"], ["0-6 DATE 2030"], "strict relaxed type"),
    "beside it": (["0-6 DATE 2031"], ["6-9 DATE 2031"], ""),
    "missed": (["0-6 DATE 2031"], [], ""),
    "read for nothing": ([], ["0-6 DATE 2031"], ""),
    "two for one": (["0-6 DATE 2031"], ["0-2 DATE 20", "3-6 DATE 2031"], "relaxed type"),
    "one for two": (["0-2 DATE 20", "3-6 DATE 31"], ["0-6 DATE 31"], "relaxed type"),
    "the same words first": (
        ["0-9 DATE 2031"],
        ["0-4 DATE 2030", "0-9 DATE 2031"],
        "strict relaxed type value",
    ),
}


def timexes(module: ModuleType, told: list[str]) -> list[Any]:
    out = []
    for line in told:
        span, kind, value = line.split()
        start, end = map(int, span.split("-"))
        out.append(module.Timex(start, end, kind, value))
    return out


@pytest.mark.parametrize("name", PAIRED)
def test_what_is_counted(timex: ModuleType, name: str) -> None:
    gold, read, counted = PAIRED[name]
    found = timex.count(timexes(timex, gold), timexes(timex, read))
    assert {m for m in timex.MEASURES if found[m]} == set(counted.split())
    assert (found["gold"], found["read"]) == (len(gold), len(read))


def test_f1_is_over_all_texts(timex: ModuleType) -> None:
    one, none = timexes(timex, ["0-6 DATE 2031"]), timexes(timex, [])
    counts = [timex.count(one, one), timex.count(one, none), timex.count(none, one)]
    assert timex.scores(counts) == dict.fromkeys(timex.MEASURES, 50.0)
    assert timex.scores([timex.count(none, none)])["relaxed"] == 100.0


def test_pairing_is_one_to_one(timex: ModuleType) -> None:
    gold = timexes(timex, ["0-4 DATE 1", "4-8 DATE 2", "8-12 DATE 3"])
    read = timexes(timex, ["2-6 DATE 1", "7-10 DATE 2"])
    found = list(timex.pairs(gold, read))
    assert [(g.value, r.value) for g, r in found] == [("1", "1"), ("2", "2")]


# what was read (TIMEX3 value, first and last day), a reading of the library, whether it is the same
SAME: list[tuple[str, str, dict[str, str], bool]] = [
    ("2031-06-04", "2031-06-04..2031-06-04", {"timex": "2031-06-04"}, True),
    ("2031-06-04", "", {"timex": "XXXX-06-04", "value": "2031-06-04"}, True),
    ("2030-06-04", "", {"timex": "XXXX-06-04", "value": "2031-06-04"}, False),
    ("XXXX-06-04", "", {"timex": "XXXX-06-04", "value": "2031-06-04"}, True),
    ("2031-06-04T08:00", "", {"timex": "2031-06-04T08"}, True),
    ("2031-06-04T08:30", "", {"timex": "XXXX-WXX-3T08:30", "value": "2031-06-04 08:30:00"}, True),
    ("2031-06-04T08:30", "", {"timex": "2031-06-04T08"}, False),
    ("2031-06-04T00:00", "", {"timex": "2031-06-04T00"}, True),
    ("2031-06-04", "", {"timex": "2031-06-04T23:59:59", "value": "2031-06-04 23:59:59"}, True),
    ("PT1H30M", "", {"timex": "PT1.5H", "value": "5400"}, True),
    ("P14D", "", {"timex": "P2W"}, True),
    ("P2M", "", {"timex": "PT2M"}, False),
    ("PXW", "", {"timex": "P3W"}, True),
    ("PXD", "", {"timex": "P3W"}, False),
    ("PXD", "", {"timex": "P30D"}, False),
    ("2031-SU", "", {"timex": "SU"}, True),
    ("2031-SU", "", {"timex": "2030-SU"}, False),
    ("FY2031", "", {"timex": "FYXXXX"}, True),
    (
        "2031-06",
        "2031-06-01..2031-06-30",
        {"timex": "(2031-06-01,2031-07-01,P1M)", "start": "2031-06-01", "end": "2031-07-01"},
        True,
    ),
    (
        "",
        "2031-03-01..2031-05-31",
        {"timex": "(XXXX-03-01,XXXX-05-01,P2M)", "start": "2031-03-01", "end": "2031-05-01"},
        True,
    ),
    (
        "",
        "2031-03-01..2031-05-30",
        {"timex": "(XXXX-03-01,XXXX-05-01,P2M)", "start": "2031-03-01", "end": "2031-05-01"},
        False,
    ),
    (
        "P3D",
        "2031-06-05..2031-06-07",
        {"timex": "(2031-06-05,2031-06-08,P3D)", "start": "2031-06-05", "end": "2031-06-08"},
        True,
    ),
    (
        "P3D",
        "2031-06-01..2031-06-03",
        {"timex": "(2031-06-05,2031-06-08,P3D)", "start": "2031-06-05", "end": "2031-06-08"},
        False,
    ),
    ("2012", "2012-01-01..2012-12-31", {"timex": "X", "end": "2012-01-01"}, True),
    ("2012", "2012-01-01..2012-12-31", {"timex": "X", "start": "2013-01-01"}, True),
    ("2012", "2012-01-01..2012-12-31", {"timex": "X", "start": "2014-01-01"}, False),
    ("9999", "9999-01-01..9999-12-31", {"timex": "9999"}, True),
    ("BC0044", "-0044-03-15..-0044-03-15", {"timex": "X", "start": "2014-01-01"}, False),
    ("", "", {"timex": "", "value": ""}, False),
]


@pytest.mark.parametrize(("value", "days", "reading", "right"), SAME)
def test_the_same_value(
    cases: ModuleType, value: str, days: str, reading: dict[str, str], right: bool
) -> None:
    earliest, _, latest = days.partition("..")
    seen = cases.Seen(0, 1, "DATE", value, earliest or None, latest or None)
    assert cases.same([seen], [cases.Reading(**reading)]) is right


def test_two_ends_of_a_range_have_its_days(cases: ModuleType) -> None:
    ends = [
        cases.Seen(0, 1, "DATE", "2031-03", "2031-03-01", "2031-03-31"),
        cases.Seen(2, 3, "DATE", "2031-05", "2031-05-01", "2031-05-31"),
    ]
    assert cases.same(ends, [cases.Reading("x", start="2031-03-01", end="2031-05-01")])
    assert not cases.same(ends, [cases.Reading("x", start="2031-03-01", end="2031-04-01")])
    assert not cases.same([], [cases.Reading("x")])


def case(module: ModuleType, text: str, *results: tuple[str, str, str]) -> Any:
    """A case with results `(words, kind, timex)`."""
    found, others = [], []
    for words, kind, value in results:
        span = (text.index(words), text.index(words) + len(words))
        if kind in module.KINDS:
            readings = (module.Reading(value),) if value else ()
            found.append(module.Result(*span, kind, readings))
        else:
            others.append(span)
    return module.Case(text, "en", "2031-06-04", tuple(found), tuple(others))


def seen(module: ModuleType, text: str, *told: tuple[str, str]) -> list[Any]:
    return [
        module.Seen(text.index(words), text.index(words) + len(words), "DATE", value)
        for words, value in told
    ]


TEXT = "She sings on 4 June from March to May at noon"
JUNE, SPRING = ("on 4 June", "date", "XXXX-06-04"), ("from March to May", "daterange", "2031")
VERDICTS: dict[str, tuple[Any, Any, str]] = {
    "without the preposition": ([JUNE], [("4 June", "XXXX-06-04")], "spans values"),
    "all of it": ([JUNE], [("on 4 June", "XXXX-06-04")], "spans values exact timex"),
    "a word short": ([JUNE], [("June", "XXXX-06-04")], "values"),
    "a word too long": ([JUNE], [("sings on 4 June", "XXXX-06-04")], "values"),
    "another value": ([JUNE], [("on 4 June", "XXXX-06-05")], "spans exact"),
    "in two": ([JUNE], [("4", "04"), ("June", "XXXX-06")], ""),
    "a range by its ends": ([SPRING], [("March", "XXXX-03"), ("May", "XXXX-05")], "spans"),
    "a range as one": ([SPRING], [("March to May", "2031")], "spans values"),
    "missed": ([JUNE], [], ""),
    "one of two": ([JUNE, SPRING], [("on 4 June", "XXXX-06-04")], ""),
    "one too many": ([JUNE], [("on 4 June", "XXXX-06-04"), ("May", "XXXX-05")], ""),
    "of another kind, read": (
        [JUNE, ("noon", "time", "T12")],
        [("on 4 June", "XXXX-06-04"), ("noon", "T12")],
        "spans values exact timex",
    ),
    "of another kind, not read": (
        [JUNE, ("noon", "time", "T12")],
        [("on 4 June", "XXXX-06-04")],
        "spans values exact timex",
    ),
    "nothing to find": ([], [], "spans values exact timex"),
    "nothing to find, but read": ([], [("May", "XXXX-05")], ""),
    "one for two": ([JUNE, SPRING], [("4 June from March to May", "XXXX-06-04")], ""),
}


@pytest.mark.parametrize("name", VERDICTS)
def test_the_verdict_of_a_case(cases: ModuleType, name: str) -> None:
    results, told, passed = VERDICTS[name]
    verdict = cases.judge(case(cases, TEXT, *results), seen(cases, TEXT, *told))
    assert {m for m in cases.MEASURES if getattr(verdict, m)} == set(passed.split())


def test_a_result_without_readings_has_no_value_to_be_right(cases: ModuleType) -> None:
    verdict = cases.judge(
        case(cases, TEXT, ("on 4 June", "date", "")), seen(cases, TEXT, ("on 4 June", "2031-06-04"))
    )
    assert (verdict.spans, verdict.values, verdict.exact, verdict.timex) == (True, None, True, None)


def test_cases_as_they_are_written(cases: ModuleType, tmp_path: Path) -> None:
    folder = tmp_path / "times" / "recognizers"
    folder.mkdir(parents=True)
    value = {"timex": "2031-06", "type": "daterange", "start": "2031-06-01", "end": "2031-07-01"}
    june = {"Text": "june", "Start": 3, "End": 6, "TypeName": "datetimeV2.daterange"}
    rows = [
        {"Input": "in June", "Results": [june | {"Resolution": {"values": [value]}}]},
        {"Input": "in June", "Results": [june | {"Resolution": "not resolved"}]},
        {"Input": "no", "Results": [], "Context": {"ReferenceDateTime": "2031-06-04T10:00:00"}},
        {"Input": "noon", "Results": [{"Text": "noon", "TypeName": "datetimeV2.time"}]},
    ]
    (folder / "English.json").write_text("\ufeff" + json.dumps(rows), "utf-8")
    first, second, third = cases.cases(tmp_path, "en")
    assert (first.results[0].start, first.results[0].end) == (3, 7)
    assert first.results[0].readings == (
        cases.Reading("2031-06", start="2031-06-01", end="2031-07-01"),
    )
    assert (first.kinds, second.kinds, third.kinds) == ({"daterange"}, {"daterange"}, {"none"})
    assert second.results[0].readings == ()
    assert third.published == "2031-06-04T10:00:00"


def test_a_case_without_its_moment_takes_that_of_its_translation(
    cases: ModuleType, tmp_path: Path
) -> None:
    folder = tmp_path / "times" / "recognizers"
    folder.mkdir(parents=True)
    value = {"timex": "2031-06-03", "value": "2031-06-03"}
    result = {"Start": 0, "End": 3, "TypeName": "datetimeV2.date"}
    result |= {"Resolution": {"values": [value]}}
    there = {"Input": "hier", "Results": [result | {"Text": "hier"}]}
    at = {"Context": {"ReferenceDateTime": "2031-06-04T00:00:00"}}
    (folder / "French.json").write_text(json.dumps([there]), "utf-8")
    (folder / "Spanish.json").write_text(json.dumps([there | at]), "utf-8")
    (found,) = cases.cases(tmp_path, "fr")
    assert found.published == "2031-06-04T00:00:00"
    unknown = cases.Case("hier", "fr", None, found.results, ())
    assert cases.judge(unknown, [cases.Seen(0, 4, "DATE", "2031-06-03")]).values is None


def test_offsets_that_point_elsewhere(cases: ModuleType, tmp_path: Path) -> None:
    folder = tmp_path / "times" / "recognizers"
    folder.mkdir(parents=True)
    at = {"TypeName": "datetimeV2.date", "Resolution": "not resolved"}
    rows = [
        {"Input": "May, or MAY", "Results": [{"Text": "may", "Start": 7, "End": 9} | at]},
        {"Input": "In Mai", "Results": [{"Text": "may", "Start": 3, "End": 5} | at]},
        {"Input": "In June", "Results": [{"Text": "may", "Start": -1, "End": 1} | at]},
        {"Input": "Ok", "Results": [{"Text": "may", "Start": 9, "End": 11} | at]},
    ]
    (folder / "English.json").write_text(json.dumps(rows), "utf-8")
    found = [(c.results[0].start, c.results[0].end) for c in cases.cases(tmp_path, "en")]
    assert found == [(8, 11), (3, 6)]


def test_shares_leave_out_what_cannot_be_right(times: ModuleType, cases: ModuleType) -> None:
    verdicts = [cases.Verdict(True, None, False, None), cases.Verdict(False, True, False, False)]
    assert times.shares(verdicts) == {"spans": 50.0, "values": 100.0, "exact": 0.0, "timex": 0.0}


@pytest.mark.parametrize("name", ["timebank", "timebank-es", "krauts", "wikiwars-uk", "no-such"])
def test_errors_of_evaluation_data_are_not_shown(times: ModuleType, name: str) -> None:
    with pytest.raises(SystemExit, match="evaluation only" if name in times.SETS else "no data"):
        list(times.errors(Path("nowhere"), name, "", "value"))


def test_function_words_cover_every_language(cases: ModuleType) -> None:
    assert set(cases.function_words()) == set(cases.LANGUAGES)
