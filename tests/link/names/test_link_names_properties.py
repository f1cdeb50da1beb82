"""What holds for any two texts, names or not."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.link.names import Index, NameKind, compare, keys, parse

WORDS = st.sampled_from(
    [
        "Orla",
        "Quist",
        "al-Rashdi",
        "van",
        "Вешков",
        "Дмитрия",
        "دميتري",
        "林建国",
        "박",
        "O.",
        "UN",
        "-",
    ]
)
TEXTS = st.one_of(st.text(max_size=40), st.lists(WORDS, max_size=5).map(" ".join))
KINDS = st.sampled_from(NameKind)


@settings(max_examples=150)
@given(TEXTS, TEXTS, KINDS, KINDS)
def test_likeness_is_symmetrical_and_within_bounds(
    a: str, b: str, k: NameKind, m: NameKind
) -> None:
    left, right = parse(a, kind=k), parse(b, kind=m)
    found = compare(left, right)
    assert 0 <= found.score <= 1
    assert found.why
    assert compare(right, left) == found


@settings(max_examples=150)
@given(TEXTS, KINDS)
def test_any_text_is_like_itself_and_has_the_same_keys(text: str, kind: NameKind) -> None:
    name = parse(text, {"general"}, kind)
    assert compare(name, parse(text, {"general"}, kind)).score == 1
    assert keys(name) == keys(parse(text, {"general"}, kind))
    assert len(set(keys(name))) == len(keys(name))


def test_very_long_texts_are_cut_and_end_quickly() -> None:
    name = parse("Orla " * 50_000)
    assert len(name.parts) < 100
    assert compare(name, parse("щ" * 100_000)).score < 0.5


def test_an_index_gives_those_first_that_share_the_rarest_keys() -> None:
    index: Index[str] = Index()
    for text in ("Orla Quist", "Maren Quist", "Dmitri Veshkov", "Brannock"):
        index.add(text, parse(text))
    assert index.near(parse("Orla Quist"))[:2] == ["Orla Quist", "Maren Quist"]
    assert index.near(parse("Дмитрий Вешков"))[0] == "Dmitri Veshkov"
    assert index.near(parse("Halvern Ogudal")) == []
    assert len(index.near(parse("Quist"), most=1)) == 1
