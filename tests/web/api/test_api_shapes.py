"""Shapes follow the values that they describe."""

from dataclasses import dataclass
from enum import StrEnum

import jsonschema_rs
import pytest

from quoth.model import Span, plain
from quoth.web.api.shapes import listed, shape


class Hue(StrEnum):
    """A colour."""

    RED = "red"
    BLUE = "blue"


MOST = 7


@dataclass(frozen=True, slots=True)
class Inner:
    """A thing inside."""

    name: str


@dataclass(frozen=True, slots=True)
class Outer:
    """A thing, told in
    two lines.

    More of it.

    Attributes:
        hue: its colour;
            in words.
        first, last: its days.
        counts: at most `MOST`, None for none.
    """

    key: int
    hue: Hue | None
    first: str
    last: str
    span: Span
    spans: tuple[Span, ...]
    inner: tuple[Inner, ...]
    pair: tuple[str, int]
    counts: dict[str, int]


VALUE = Outer(1, Hue.RED, "a", "b", Span(1, 2), (Span(3, 4),), (Inner("x"),), ("n", 1), {"c": 2})


def test_a_value_fits_its_shape():
    schema = shape(Outer).model_json_schema()
    jsonschema_rs.validate(schema, plain(VALUE))
    assert schema["required"] == list(schema["properties"])


@pytest.mark.parametrize(
    ("field", "value"),
    [("hue", "green"), ("span", [1]), ("spans", [1, 2]), ("inner", [{}]), ("pair", ["n"])],
)
def test_another_value_does_not(field: str, value: object):
    told = plain(VALUE)
    assert isinstance(told, dict)
    assert not jsonschema_rs.is_valid(shape(Outer).model_json_schema(), {**told, field: value})


def test_its_words_are_those_of_the_docstring():
    schema = shape(Outer).model_json_schema()
    assert schema["description"] == "A thing, told in two lines."
    words = {n: p.get("description") for n, p in schema["properties"].items()}
    assert words["hue"] == "its colour; in words"
    assert words["first"] == words["last"] == "its days"
    assert words["counts"] == "at most 7, null for none"


def test_fields_are_left_out_and_added():
    schema = shape(Outer, "Other", ("key", "inner"), more=int).model_json_schema()
    assert schema["title"] == "Other"
    assert {"key", "inner"} & set(schema["properties"]) == set()
    assert schema["properties"]["more"]["type"] == "integer"
    assert "more" in schema["required"]


def test_a_list_tells_where_it_goes_on():
    schema = listed(shape(Inner)).model_json_schema()
    jsonschema_rs.validate(schema, {"items": [{"name": "x"}], "next": None})
    assert not jsonschema_rs.is_valid(schema, {"items": []})
