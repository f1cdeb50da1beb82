"""Names of places are found and resolved by their company; what is unclear stays open."""

from __future__ import annotations

from functools import partial

import pytest
from annotate_support import article

from quoth.annotate.language import LanguageAnnotator
from quoth.annotate.places import PlaceAnnotator
from quoth.model import Article, Block, BlockKind, Mark, Part, Place, PlaceType, Reading, Span
from working import calls


def read(page: Article) -> tuple[Mark[Place], ...]:
    reading = Reading(page)
    for annotator in (LanguageAnnotator(), PlaceAnnotator()):
        reading = reading.plus(annotator(reading))
    return reading.of(Place)


def places(text: str, language: str = "en") -> dict[str, Place]:
    return {m.span.of(text): m.value for m in read(article(text, language))}


PARIS = {"FR": 2988507, "TX": 4717560}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The mayor of Paris, Texas, closed the bridge.", PARIS["TX"]),
        ("The mayor of Paris (Texas) closed the bridge.", PARIS["TX"]),
        ("The mayor of Paris closed the bridge.", PARIS["FR"]),
        ("The French mayor of Paris closed the bridge.", PARIS["FR"]),
    ],
)
def test_the_words_behind_a_name_say_which_it_is(text: str, number: int) -> None:
    assert places(text)["Paris"].geonames == number


def test_one_name_may_mean_two_places_that_the_text_tells_apart() -> None:
    text = "A train left Birmingham, Alabama, and a ship left Birmingham, England."
    found = [m.value.country for m in read(article(text)) if m.span.of(text) == "Birmingham"]
    assert found == ["US", "GB"]


def test_company_decides_and_says_so() -> None:
    georgia = places("A judge in Georgia ruled. The firm from Atlanta agreed.")["Georgia"]
    assert (georgia.type, georgia.country) == (PlaceType.ADMIN, "US")
    assert "division" in georgia.why
    georgia = places("The army of Georgia left. A spokesman in Tbilisi agreed.")["Georgia"]
    assert (georgia.type, georgia.country) == (PlaceType.COUNTRY, "GE")


def test_what_is_not_clear_stays_open_with_its_candidates() -> None:
    found = places("Residents of Springfield will vote on a reservoir.")["Springfield"]
    assert (found.name, found.geonames, found.latitude) == ("", None, None)
    assert len(found.candidates) > 2
    assert sum(c.weight for c in found.candidates) == pytest.approx(1, abs=0.01)
    assert "none clearly ahead" in found.why


def test_regions_and_peoples_have_their_codes() -> None:
    found = places("Peruvian boats left Southeast Asia for the Middle East.")
    assert (found["Peruvian"].country, found["Peruvian"].region) == ("PE", "005")
    assert found["Peruvian"].type is PlaceType.DEMONYM
    assert (found["Southeast Asia"].region, found["Southeast Asia"].geonames) == ("035", None)
    assert found["Middle East"].region == "145"


def test_areas_and_waters_have_their_type_and_no_id() -> None:
    found = places("Ships from the Red Sea and the Suez Canal sailed; the Donbas and Kashmir wait.")
    types = {words: (p.type, p.country, p.region) for words, p in found.items()}
    assert types == {
        "Red Sea": (PlaceType.WATER, "", ""),
        "Suez Canal": (PlaceType.WATER, "EG", "015"),
        "Donbas": (PlaceType.ADMIN, "UA", "151"),
        "Kashmir": (PlaceType.REGION, "", "142"),
    }
    assert all(p.geonames is None and p.latitude is not None for p in found.values())


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Police in the Sahel region of Burkina Faso closed a road.", 6930713),
        ("Police in the Sahel closed a road.", None),
        ("In Sudan, the governor of Red Sea state spoke.", 408646),
        ("In Sudan, a ship in the Red Sea burned.", None),
    ],
)
def test_a_division_that_is_called_as_an_area_is_told_by_its_words(
    text: str, number: int | None
) -> None:
    found = next(p for w, p in places(text).items() if w.startswith(("Sahel", "Red Sea")))
    assert (found.name, found.geonames) == (found.name or "a name", number)


def test_an_area_of_several_countries_speaks_for_them() -> None:
    texts = ("A firm from Tripoli built the road.", "A firm from Tripoli knows the Levant.")
    found = [places(text)["Tripoli"].candidates for text in texts]
    alone, beside = (next(c.weight for c in f if c.country == "LB") for f in found)
    assert beside > 3 * alone
    inside = places("Police in Tripoli, in the Levant, closed a road.")["Tripoli"]
    assert inside.country == "LB"


def test_which_area_is_meant_is_told_by_its_countries() -> None:
    text = "In the Great Lakes region, {} and {} signed a treaty."
    names = [("Rwanda", "Burundi"), ("Michigan", "Ontario")]
    found = [places(text.format(*pair))["Great Lakes region"].name for pair in names]
    assert found == ["African Great Lakes", "Great Lakes"]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Le navire a quitté la mer Noire lundi.", "fr", "mer Noire"),
        ("Les ministres de la Côte d'Ivoire partent.", "fr", "Côte d'Ivoire"),
        ("I pescatori del Corno d'Africa aspettano.", "it", "Corno d'Africa"),
        ("На Африканском Роге открылись школы.", "ru", "Африканском Роге"),
    ],
)
def test_names_with_small_words_and_lost_vowels_are_whole(
    text: str, language: str, name: str
) -> None:
    assert list(places(text, language)) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The Black Sea Fleet band played.",
        "A Mount Sinai Hospital nurse agreed.",
        "Java developers met on Monday.",
        "Paris Hilton met Jack London in May.",
        "Mr London agreed.",
        "Nice weather, and reading is fun.",
        "He told us that it may rain in March.",
        "the turkey was in a bath with some china",
        "The European Union and the Bank of America agreed.",
    ],
)
def test_persons_words_and_organisations_are_no_places(text: str) -> None:
    assert places(text) == {}


def test_a_person_named_in_full_stays_a_person() -> None:
    assert "Houston" not in places("Mary Houston sang. Later, fans cheered as Houston left.")


def test_spans_leave_out_endings_behind_an_apostrophe() -> None:
    assert set(places("Peru's president flew to Moscow-based firms.")) == {"Peru", "Moscow"}
    assert set(places("Bakan dün Ankara'da konuştu.", "tr")) == {"Ankara"}


def test_the_place_of_a_dateline_is_one() -> None:
    text = "LIMA\nThe bridge was closed on Monday because of the rain."
    page = article(text)
    first = Block(BlockKind.DATELINE, Span(0, 4), (Part("place", Span(0, 4)),))
    blocks = (first, *page.blocks[1:])
    found = read(Article(page.id, page.source, text, blocks, page.origin, page.meta))
    assert [m.value.geonames for m in found] == [3936456]


def test_the_same_page_gives_the_same_marks() -> None:
    page = article("Officials in Birmingham met Peruvian guests from Lima.")
    assert read(page) == read(page)
    assert read(article("")) == ()


@pytest.mark.parametrize(
    "piece", ["Santa Rosa, ", "San Jose in Paris ", "Peru-", "Rio de ", "U.S. "]
)
def test_the_work_grows_with_the_text_and_no_faster(piece: str) -> None:
    # the first one loads the words
    _, small, large = (calls(partial(read, article(piece * n))) for n in (50, 100, 400))
    assert large < 5 * small
