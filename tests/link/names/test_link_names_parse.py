"""Names are taken apart as far as their words tell."""

from __future__ import annotations

import pytest

from quoth.link.names import NameKind, Role, parse


def _roles(text: str, kind: NameKind = NameKind.PERSON) -> list[tuple[str, str]]:
    return [(part.text, part.role.value) for part in parse(text, kind=kind).parts]


def test_a_patronymic_tells_given_and_family_name_in_either_order() -> None:
    for text in ("Мирон Тарасович Белкин", "Белкин Мирон Тарасович"):
        name = parse(text)
        assert name.given == ("Мирон",)
        assert name.patronymic == ("Тарасович",)
        assert name.family == ("Белкин",)


def test_a_comma_capitals_particles_and_initials_tell_the_family_name() -> None:
    for text in ("Kovetta, Ilmari", "KOVETTA Ilmari", "Ilmari van Kovetta"):
        name = parse(text)
        assert [f.lower() for f in name.family] == ["kovetta"]
        assert name.given == ("Ilmari",)
    assert parse("O. M. Quist").family == ("Quist",)
    assert parse("О.М. Белкин").initials == ("О.", "М.")


def test_where_nothing_tells_words_are_just_words() -> None:
    assert _roles("Orla Quist") == [("Orla", "word"), ("Quist", "word")]


def test_titles_before_and_behind_are_kept_apart() -> None:
    name = parse("Prime Minister Dr. Orla Quist, general", {"prime minister", "dr", "general"})
    assert name.titles == ("Prime Minister", "Dr.", "general")
    assert [p.text for p in name.parts if p.role is Role.WORD] == ["Orla", "Quist"]
    assert parse("General", {"general"}).titles == ()


@pytest.mark.parametrize(
    ("text", "family"), [("林建国", "林"), ("欧阳建国", "欧阳"), ("박민준", "박")]
)
def test_eastern_names_of_one_word_are_parted(text: str, family: str) -> None:
    assert parse(text, kind=NameKind.PERSON).family == (family,)
    assert parse(text).family == ()


def test_what_is_elided_or_behind_an_apostrophe_is_no_part_of_the_name() -> None:
    assert _roles("d'Aubrac") == [("Aubrac", "word")]
    assert _roles("Karaoğlan'ın") == [("Karaoğlan", "word")]
    assert _roles("O'Hara") == [("O'Hara", "word")]


def test_acronyms_are_known_with_dots_and_doubled() -> None:
    for text, letters in (("UN", "un"), ("U.N.", "un"), ("EE. UU.", "eeuu"), ("ООН", "оон")):
        name = parse(text)
        assert name.is_acronym
        assert name.acronym == letters
    assert not parse("UN", kind=NameKind.PERSON).is_acronym
    assert parse("Office of the Shore", kind=NameKind.ORGANISATION).acronym == "os"


def test_legal_forms_and_small_words_are_no_core() -> None:
    name = parse("Halvern & Sons Ltd", kind=NameKind.ORGANISATION)
    assert [part.text for part in name.core] == ["Halvern", "Sons"]


def test_a_name_without_letters_still_has_a_part() -> None:
    assert [p.text for p in parse(" ?! ").parts] == ["?!"]
    assert len(parse("").parts) == 1
