"""The words of occasions: the format, and what breaks it."""

from __future__ import annotations

from pathlib import Path

import pytest

from quoth.errors import PackError
from quoth.lang.venues import cased, load_venues, venue_type, venue_words
from quoth.model import VenueType

GOOD = """# a comment

venue\tspeech|keynote speech\tspeech
venue\tX\twriting
occasion\tkonuşma*\tspeech
source\treport\twriting
intro\tin|in the course of
join\tat
at\tin|-'da
"""


def written(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "venues.tsv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_forms_are_found_by_the_longest_of_each_kind(tmp_path: Path) -> None:
    known = load_venues(written(tmp_path, GOOD), "en")
    assert known.kinds >= {"venue speech", "venue writing", "occasion speech", "intro", "at"}
    best = known.lexicon.best(["in", "the", "course", "of"], 0)
    assert best["intro"].length == 4
    assert best["at"].length == 1
    assert known.lexicon.best(["keynote", "speech"], 0)["venue speech"].length == 2
    assert known.lexicon.best(["konuşmasında"], 0)["occasion speech"].word.prefix
    assert known.endings == ("'da",)
    assert known.sources == ("source",)
    assert known.digest


def test_a_form_with_a_capital_asks_for_one(tmp_path: Path) -> None:
    known = load_venues(written(tmp_path, GOOD), "en")
    assert cased(known.lexicon.best(["x"], 0)["venue writing"].word)
    assert not cased(known.lexicon.best(["speech"], 0)["venue speech"].word)
    assert not known.capitals
    assert venue_words("de").capitals


def test_the_type_of_a_kind() -> None:
    assert venue_type("venue speech") is VenueType.SPEECH
    assert venue_type("occasion press") is VenueType.PRESS
    assert venue_type("intro") is None


def test_a_language_without_the_file_has_no_words() -> None:
    known = venue_words("cs")
    assert not known.kinds
    assert known.digest == ""
    assert known.lexicon.best(["speech"], 0) == {}


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("vanue\tspeech\tspeech", "line 2: unknown class 'vanue'"),
        ("venue\tspeech", "line 2: venue takes forms and a type"),
        ("intro\tin\tspeech", "line 2: intro takes forms"),
        ("intro", "line 2: intro takes forms"),
        ("venue\tspeech\tparty", "line 2: unknown type 'party'; there are: interview, speech"),
        ("venue\tspeech||talk\tspeech", "line 2: a form has no word"),
        ("intro\t*", "line 2: a form has no word"),
        ("intro\t!", "line 2: a form has no word"),
        ("venue\t-'da\tspeech", "line 2: only the class at has endings"),
        ("at\t-", "line 2: only the class at has endings"),
    ],
)
def test_a_broken_line_is_named_with_its_fault(tmp_path: Path, line: str, fault: str) -> None:
    path = written(tmp_path, f"intro\tin\n{line}\n")
    with pytest.raises(PackError) as error:
        load_venues(path, "en")
    assert str(path) in str(error.value)
    assert fault in str(error.value)


def test_a_file_that_is_no_text_is_a_broken_pack(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"venues\.tsv"):
        load_venues(written(tmp_path, b"intro\t\xff"), "en")
    with pytest.raises(PackError, match=r"nothing\.tsv"):
        load_venues(tmp_path / "nothing.tsv", "en")
