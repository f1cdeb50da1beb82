import json
from dataclasses import dataclass
from enum import Enum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.model import VALUES, Form, Issue, Language, Metadata, Source, Span, Statement, plain
from quoth.store import revive
from quoth.store.codec import json_bytes, plain_bytes, read_plain, value_bytes

SPANS = st.tuples(st.integers(0, 10**7), st.integers(0, 10**4)).map(lambda p: Span(p[0], sum(p)))
ANY_TEXT = st.text(st.characters(), max_size=20)  # with surrogates and NUL
st.register_type_strategy(Span, SPANS)
st.register_type_strategy(str, ANY_TEXT)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))

KINDS = [*VALUES.values(), Metadata, Source, Issue]


@given(st.sampled_from(KINDS).flatmap(st.from_type))
def test_every_value_comes_back_equal_from_its_plain_form(value: Any) -> None:
    assert revive(type(value), plain(value)) == value


@given(st.sampled_from(list(VALUES.values())).flatmap(st.from_type))
def test_a_value_comes_back_with_its_own_types(value: Any) -> None:
    through_json = json.loads(json.dumps(plain(value)))
    back = revive(type(value), through_json)
    assert repr(back).count("Form.") == repr(value).count("Form.")
    assert hash(back) is not None  # lists inside would make it unhashable


@given(st.sampled_from(KINDS).flatmap(st.from_type))
def test_the_bytes_of_a_value_are_those_of_its_plain_form(value: Any) -> None:
    assert value_bytes(value) == plain_bytes(value) == json_bytes(plain(value))
    assert read_plain(type(value), plain_bytes(value)) == value


@dataclass(frozen=True, slots=True)
class Grown:
    sets: frozenset[Form]
    pair: tuple[int, str]
    number: float | None = None
    mixed: int | str = 3


def test_sets_pairs_and_defaults_come_back() -> None:
    value = Grown(frozenset({Form.MIXED, Form.DIRECT}), (1, "a"), 2.5, "x")
    assert revive(Grown, plain(value)) == value
    assert revive(Grown, {"sets": [], "pair": [1, "a"]}) == Grown(frozenset(), (1, "a"))


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        (Language, {"code": "en"}),
        (Language, {"code": "en", "why": "x", "else": 1}),
        (Language, {"code": None, "why": "x"}),
        (Language, ["en", "x"]),
        (Span, [1.0, 2.0]),
        (Statement, {"content": [[0, 1]], "cue": [], "source": [], "form": 7}),
        (Grown, {"sets": [], "pair": [1, "a", 2]}),
        (Grown, {"sets": [], "pair": [True, "a"]}),
    ],
)
def test_what_does_not_fit_is_refused(kind: type, wrong: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        revive(kind, wrong)


def test_a_type_that_cannot_be_told_is_refused() -> None:
    @dataclass
    class Open:
        other: Span | Language

    Open.__annotations__["other"] = Span | Language
    with pytest.raises(TypeError, match="cannot be told"):
        revive(Open, {"other": [1, 2]})


class _Colour(Enum):
    RED = "red"


def test_an_unknown_member_is_refused() -> None:
    with pytest.raises(ValueError, match="blue"):
        revive(_Colour, "blue")
