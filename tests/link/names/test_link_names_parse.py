"""Names are taken apart as far as their words tell."""

from __future__ import annotations

from quoth.link.names import Role, compare, keys, parse


def test_a_patronymic_tells_given_and_family_name_in_either_order() -> None:
    for text in ("Мирон Тарасович Белкин", "Белкин Мирон Тарасович"):
        name = parse(text)
        assert name.given == ("Мирон",)
        assert name.patronymic == ("Тарасович",)
        assert name.family == ("Белкин",)


def test_titles_are_kept_apart() -> None:
    name = parse("Prime Minister Orla Quist", {"prime minister"})
    assert name.titles == ("Prime Minister",)
    assert [p.text for p in name.parts] == ["Orla", "Quist"]
    assert all(p.role is Role.WORD for p in name.parts)


def test_a_name_is_like_itself_and_has_keys() -> None:
    name = parse("Orla Quist")
    assert compare(name, name).score == 1
    assert keys(name)
