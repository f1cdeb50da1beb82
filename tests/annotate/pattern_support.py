"""Regular expressions found by introspection, and texts that make a bad one run for ever."""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from typing import Any

parser: Any = re._parser  # type: ignore[attr-defined]
REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}
CONTAINERS = (dict, list, tuple, set, frozenset, _lru_cache_wrapper)
TABLE = 2_000
"""Entries of a container that is looked into."""

CATEGORIES = {
    "CATEGORY_DIGIT": "7",
    "CATEGORY_NOT_DIGIT": "x",
    "CATEGORY_SPACE": " ",
    "CATEGORY_NOT_SPACE": "x",
    "CATEGORY_WORD": "x",
    "CATEGORY_NOT_WORD": "-",
}


def patterns(*rooms: str) -> dict[str, re.Pattern[str]]:
    """Every compiled pattern of strings that the loaded modules below these packages hold, in
    constants, tables, objects and caches, by module and pattern."""
    below = tuple(f"{room}." for room in rooms)
    modules = [m for n, m in sorted(sys.modules.items()) if n in rooms or n.startswith(below)]
    reached = _reached([vars(module) for module in modules])
    return {p.pattern: p for p in reached if isinstance(p.pattern, str)}


def _reached(left: list[object]) -> Iterator[re.Pattern[Any]]:
    """The patterns below objects, through containers, caches and objects of ours."""
    seen = {id(root) for root in left}
    while left:
        for thing in gc.get_referents(left.pop()):
            if isinstance(thing, re.Pattern):
                yield thing
            elif id(thing) not in seen and _ours(thing):
                seen.add(id(thing))
                left.append(thing)


def _ours(thing: object) -> bool:
    """Whether patterns may lie below a thing: ours, and no large table of words or places."""
    if isinstance(thing, (dict, list, tuple, set, frozenset)) and len(thing) > TABLE:
        return False
    if isinstance(thing, CONTAINERS) or type(thing).__name__ in {"mappingproxy", "method"}:
        return True
    kind = thing if isinstance(thing, type) else type(thing)
    return kind.__module__.startswith("quoth")


def pumped(pattern: str, flags: int, times: int) -> Iterator[str]:
    """For each repetition of a pattern, texts that begin as the pattern does, repeat what it
    repeats many times, and end so that it cannot match."""
    for before, body in _repeats(parser.parse(pattern, flags), ""):
        for ending in ("", "\x00", "!", " x"):
            yield before + body * times + ending


def _repeats(parsed: Any, before: str) -> Iterator[tuple[str, str]]:
    """What stands before each repetition, and what it repeats, one example of each."""
    for op, value in parsed:
        name = str(op)
        if name in REPEATS and value[1] > 1:
            for body in _examples(value[2]):
                yield before, body
        for part in _parts(name, value):
            yield from _repeats(part, before)
        before += next(_examples([(op, value)]))


def _parts(name: str, value: Any) -> list[Any]:
    if name in REPEATS:
        return [value[2]]
    if name == "SUBPATTERN":
        return [value[3]]
    if name == "BRANCH":
        return list(value[1])
    if name in {"ASSERT", "ASSERT_NOT"}:
        return [value[1]]
    if name == "ATOMIC_GROUP":
        return [value]
    return []


def _examples(parsed: Any) -> Iterator[str]:
    """Some texts that a parsed pattern matches, lookarounds aside: one for each alternative."""
    made = [""]
    for op, value in parsed:
        options = _one(str(op), value)
        made = [m + o for o in options[:3] for m in made[:6]]
    yield from made


def _one(name: str, value: Any) -> list[str]:
    if name == "LITERAL":
        return [chr(value)]
    if name == "NOT_LITERAL":
        return ["x" if value != ord("x") else "y"]
    if name == "ANY":
        return ["x"]
    if name == "IN":
        return [_member(value)]
    if name == "CATEGORY":
        return [CATEGORIES.get(str(value), "x")]
    if name in REPEATS:
        return [text * max(value[0], 1) for text in _examples(value[2])]
    if name == "BRANCH":
        return [text for part in value[1] for text in _examples(part)]
    if name in {"SUBPATTERN", "ATOMIC_GROUP"}:
        return list(_examples(value[3] if name == "SUBPATTERN" else value))
    return [""]


def _member(options: Any) -> str:
    """A character of a set."""
    if str(options[0][0]) == "NEGATE":
        refused = re.compile("|".join(re.escape(_member([o])) for o in options[1:]))
        return next((c for c in "x7 -.,/:'" if not refused.fullmatch(c)), "\u00e6")
    name, value = str(options[0][0]), options[0][1]
    if name == "RANGE":
        return chr(value[0])
    return _one(name, value)[0]
