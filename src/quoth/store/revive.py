"""Plain values back to the frozen types: the inverse of `quoth.model.plain`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from quoth.model import Span

T = TypeVar("T")
_Reviver = Callable[[object], object]
_SCALARS = (str, int, float, bool, NoneType)


def revive(kind: type[T], plain: object) -> T:
    """The value of type `kind` that `quoth.model.plain` made `plain` of.

    Fields that were added since with a default may be missing.

    Raises:
        TypeError: if `plain` does not fit `kind`, or `kind` has a field of a type that cannot be
            told from its plain form.
        ValueError: if an enum has no such member, or a span is out of order.
    """
    hint: Any = kind
    return cast("T", _reviver(hint)(plain))


@cache
def _reviver(hint: Any) -> _Reviver:
    origin = get_origin(hint)
    if hint is Span:
        return _span
    if hint in _SCALARS:
        return _scalar(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return cast("_Reviver", hint)
    if is_dataclass(hint):
        return _record(cast("type", hint))
    if origin in (Union, UnionType):
        return _union(get_args(hint))
    if origin is tuple:
        return _tuple(get_args(hint))
    if origin is frozenset:
        return _set(get_args(hint)[0])
    raise TypeError(f"a value of type {hint} cannot be told from its plain form")


def _span(plain: object) -> Span:
    start, end = _items(plain)
    if type(start) is not int or type(end) is not int:
        raise TypeError(f"not a span: {plain!r}")
    return Span(start, end)


def _scalar(hint: type) -> _Reviver:
    # an int is a good float, but True is no int
    fit = (float, int) if hint is float else (hint,)

    def check(plain: object) -> object:
        if type(plain) not in fit:
            raise TypeError(f"expected {hint.__name__}, found {plain!r}")
        return plain

    return check


def _union(hints: tuple[Any, ...]) -> _Reviver:
    """One type or nothing; or several scalars, which keep their type in the plain form."""
    rest = tuple(h for h in hints if h is not NoneType)
    if all(h in _SCALARS for h in rest):
        fit = (*rest, int) if float in rest else rest

        def scalar(plain: object) -> object:
            if type(plain) not in fit and not (plain is None and NoneType in hints):
                raise TypeError(f"expected one of {hints}, found {plain!r}")
            return plain

        return scalar
    if len(rest) != 1 or NoneType not in hints:
        raise TypeError(f"a value of type {hints} cannot be told from its plain form")
    inner = _reviver(rest[0])
    return lambda plain: None if plain is None else inner(plain)


def _tuple(hints: tuple[Any, ...]) -> _Reviver:
    if len(hints) == 2 and hints[1] is Ellipsis:
        each = _reviver(hints[0])
        return lambda plain: tuple(each(p) for p in _items(plain))
    parts = tuple(_reviver(h) for h in hints)
    return lambda plain: tuple(r(p) for r, p in zip(parts, _items(plain), strict=True))


def _set(hint: Any) -> _Reviver:
    each = _reviver(hint)
    return lambda plain: frozenset(each(p) for p in _items(plain))


def _items(plain: object) -> list[object]:
    if not isinstance(plain, list | tuple):
        raise TypeError(f"expected a list, found {plain!r}")
    return list(plain)


def _record(kind: type) -> _Reviver:
    hints = get_type_hints(kind)
    revivers = {f.name: _reviver(hints[f.name]) for f in fields(kind)}
    needed = {f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING}

    def build(plain: object) -> object:
        if not isinstance(plain, dict):
            raise TypeError(f"expected the fields of {kind.__name__}, found {plain!r}")
        if not needed <= plain.keys() <= revivers.keys():
            raise TypeError(f"not the fields of {kind.__name__}: {', '.join(map(str, plain))}")
        return kind(**{name: revivers[name](value) for name, value in plain.items()})

    return build
