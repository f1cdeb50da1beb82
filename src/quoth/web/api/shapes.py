"""Shapes of the answers, for the OpenAPI description: made of the frozen values that are told.

A value is told as `quoth.model.plain` says it: spans as [start, end], enums as their values.  The
words for its fields are those of its docstring.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import fields
from enum import Enum
from functools import cache
from inspect import cleandoc
from types import ModuleType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, Field, create_model

from quoth.model import Span

KEY = "key"
"""The field of a value that is its place in the tables, which nobody outside is told."""
Pair = Annotated[
    list[int],
    Field(min_length=2, max_length=2, description="[start, end) in code points of the text"),
]
_FIELD = re.compile(r"^    (\w+(?:, \w+)*): (.*(?:\n        .*)*)", re.MULTILINE)


def shape(
    kind: type,
    name: str = "",
    without: tuple[str, ...] = (),
    base: type[BaseModel] | None = None,
    **more: Any,
) -> type[BaseModel]:
    """The shape of a frozen dataclass, without its key.

    One that has a name of its own, and lacks and adds no field, is the shape of that class wherever
    it stands inside another.

    Args:
        name: of the shape in the description; that of the class where none is given.
        without: fields that are not told.
        base: a shape whose fields it has too.
        more: other fields, each with its type.
    """
    told, words = _told(kind)
    hints = get_type_hints(kind)
    given: dict[str, Any] = {
        f.name: (_type(hints[f.name]), Field(description=words.get(f.name)))
        for f in fields(kind)
        if f.name not in (*without, KEY)
    }
    given |= {field: (of, ...) for field, of in more.items()}
    made = create_model(name or kind.__name__, __doc__=told, __base__=base, **given)
    if not (without or base or more):
        _SHAPES.setdefault(kind, made)
    return made


@cache
def listed(item: type[BaseModel]) -> type[BaseModel]:
    """The shape of a page of a list."""
    after = Annotated[str | None, Field(description="the cursor of the next page, or null")]
    return create_model(
        f"{item.__name__}List",
        __doc__="A page of a list.",
        items=(list[item], ...),  # type: ignore[valid-type]
        next=(after, ...),
    )


_SHAPES: dict[type, type[BaseModel]] = {}


def _type(hint: Any) -> Any:
    """What JSON says of a value of some type."""
    origin, inside = get_origin(hint), get_args(hint)
    if hint is Span:
        return Pair
    if isinstance(hint, type) and issubclass(hint, Enum):
        return Literal[tuple(one.value for one in hint)]
    if isinstance(hint, type) and hasattr(hint, "__dataclass_fields__"):
        return _SHAPES.get(hint) or shape(hint)
    if origin in (Union, UnionType):
        return Union[tuple(_type(one) for one in inside)]  # noqa: UP007
    if origin is tuple and inside[-1] is not Ellipsis:
        several: Any = Union[tuple(_type(one) for one in inside)]  # noqa: UP007
        many: Any = list[several]
        return Annotated[many, Field(min_length=len(inside), max_length=len(inside))]
    if origin in (tuple, list, frozenset):
        return list[_type(inside[0])]  # type: ignore[misc]
    if origin in (dict, Mapping):
        return dict[str, _type(inside[1])]  # type: ignore[misc]
    return hint


def _told(kind: type) -> tuple[str, dict[str, str]]:
    """The first paragraph of a docstring, and what it says of each field."""
    doc = _outside(cleandoc(kind.__doc__ or ""), sys.modules[kind.__module__])
    first = re.sub(r"\s+", " ", doc.partition("\n\n")[0])
    attributes = doc.partition("Attributes:\n")[2]
    words = {
        name: re.sub(r"\s+", " ", found[2]).rstrip(".;")
        for found in _FIELD.finditer(attributes)
        for name in found[1].split(", ")
    }
    return first, words


def _outside(doc: str, home: ModuleType) -> str:
    """The words of a docstring for those who do not see the code: null, and numbers by value."""
    told = re.sub(r"\bNone\b", "null", doc)
    return re.sub("`([A-Z_]+)`", lambda found: str(getattr(home, found[1], found[0])), told)
