"""Patterns over words of time, and the chart that finds where they stand.

A pattern is a row of elements, `shift:-1|1 unit`, in the format of docs/times.md.  The chart is
filled from the right to the left, so that all that may begin behind a token is known when the
token is reached; what a pattern makes may be an element of another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

from quoth.annotate.times.edges import Edge, Value, kinds_of
from quoth.annotate.times.shapes import Shape

MAX_TOKENS = 24
"""An expression of more tokens is not looked for; the longest in news have about 15."""
MAX_EDGES = 80
"""Edges that may begin at one token, so that hostile text costs no more than its length."""


class Made(NamedTuple):
    """What a formula makes of a match; `kinds` empty: those of the shape."""

    value: Value
    mod: str = ""
    kinds: tuple[str, ...] = ()
    lean: int = 0
    ends: tuple[tuple[int, int], ...] = ()
    weight: int = 0


Formula = Callable[[Sequence[Edge]], Made | None]


class Element(NamedTuple):
    """One element of a pattern: a kind, the values it may have (none: any), and whether it is
    context and no part of the extent."""

    kind: str
    values: frozenset[str]
    context: bool


class Rule(NamedTuple):
    """A pattern without options, its formula, and its place in the table."""

    elements: tuple[Element, ...]
    formula: Formula
    rank: int


@dataclass(slots=True)
class Node:
    """A node of the tree in which the patterns are kept by their elements."""

    rules: list[Rule] = field(default_factory=list)
    below: dict[str, list[tuple[frozenset[str], Node]]] = field(default_factory=dict)

    def add(self, rule: Rule, depth: int = 0) -> None:
        """Put a rule into the tree."""
        if depth == len(rule.elements):
            self.rules.append(rule)
            return
        element = rule.elements[depth]
        options = self.below.setdefault(element.kind, [])
        for values, node in options:
            if values == element.values:
                node.add(rule, depth + 1)
                return
        node = Node()
        options.append((element.values, node))
        node.add(rule, depth + 1)


_LITERAL = re.compile(r"'([^']+)'")


def expand(pattern: str) -> Iterator[tuple[Element, ...]]:
    """A pattern without its options: `a? (b|c)` is b, c, a b and a c.

    Raises:
        ValueError: if it breaks the format.
    """
    options = [_options(part) for part in pattern.replace("[", " [ ").replace("]", " ] ").split()]
    context = False
    rows: list[list[tuple[Element, ...]]] = []
    for option in options:
        if option is None:
            context = not context
            continue
        row = [tuple(e._replace(context=context) for e in found) for found in option]
        rows.append(row)
    if context:
        raise ValueError("a bracket is not closed")
    for chosen in product(*rows):
        elements = tuple(e for part in chosen for e in part)
        if elements and not all(e.context for e in elements):
            yield elements


def _options(part: str) -> list[tuple[Element, ...]] | None:
    if part in ("[", "]"):
        return None
    optional = part.endswith("?")
    bare = part.removesuffix("?")
    names = bare[1:-1].split(",") if bare.startswith("(") and bare.endswith(")") else [bare]
    out: list[tuple[Element, ...]] = [(_element(name),) for name in names]
    return [*out, ()] if optional else out


def _element(name: str) -> Element:
    literal = _LITERAL.fullmatch(name)
    if literal is not None:
        return Element(name, frozenset(), False)
    kind, _, values = name.partition(":")
    if not re.fullmatch("[A-Za-z]+", kind):
        raise ValueError(f"not an element of a pattern: {name!r}")
    return Element(kind, frozenset(values.split("|")) if values else frozenset(), False)


def literals(rules: Iterable[Rule]) -> frozenset[str]:
    """The words that patterns name themselves, as kinds in quotes."""
    return frozenset(e.kind for r in rules for e in r.elements if e.kind.startswith("'"))


Chart = dict[int, dict[str, list[Edge]]]


def fill(root: Node, begun: dict[int, list[Edge]], first: int, stop: int) -> dict[int, list[Edge]]:
    """All edges over tokens [first, stop): those given, and what the patterns make of them."""
    chart: Chart = {}
    out: dict[int, list[Edge]] = {}
    for i in range(stop - 1, first - 1, -1):
        agenda = [e for e in begun.get(i, ()) if e.end <= stop]
        if not agenda:
            continue
        out[i] = _close(root, chart, i, agenda)
    return out


def _close(root: Node, chart: Chart, i: int, agenda: list[Edge]) -> list[Edge]:
    """Enter the edges that begin at i, and those that patterns make of them, into the chart."""
    here: dict[str, list[Edge]] = {}
    chart[i] = here
    known: dict[tuple[int, tuple[str, ...], Value, str], Edge] = {}
    done: list[Edge] = []
    while agenda and len(done) < MAX_EDGES:
        edge = agenda.pop(0)
        key = (edge.end, edge.kinds, edge.value, edge.mod)
        if key in known:
            continue
        known[key] = edge
        done.append(edge)
        for kind in edge.kinds:
            here.setdefault(kind, []).append(edge)
        for kind in edge.kinds:
            for values, node in root.below.get(kind, ()):
                if not values or _matches(values, edge.value):
                    _walk(node, chart, [edge], agenda)
    return done


def _walk(node: Node, chart: Chart, path: list[Edge], agenda: list[Edge]) -> None:
    for rule in node.rules:
        made = _build(rule, path)
        if made is not None:
            agenda.append(made)
    end = path[-1].end
    if end - path[0].start >= MAX_TOKENS or not node.below:
        return
    if path[-1].high < end:  # what has context behind it closes an expression
        return
    following = chart.get(end)
    if not following:
        return
    for kind, options in node.below.items():
        for edge in following.get(kind, ()):
            if edge.low > edge.start:  # what begins with context begins an expression
                continue
            for values, below in options:
                if not values or _matches(values, edge.value):
                    path.append(edge)
                    _walk(below, chart, path, agenda)
                    path.pop()


def _matches(values: frozenset[str], value: Value) -> bool:
    return str(value) in values


def _build(rule: Rule, path: list[Edge]) -> Edge | None:
    made = rule.formula(path)
    if made is None:
        return None
    own = [e for e, element in zip(path, rule.elements, strict=True) if not element.context]
    kinds = made.kinds or kinds_of(made.value)  # type: ignore[arg-type]
    if not kinds or path[-1].end - path[0].start > MAX_TOKENS:
        return None
    return Edge(
        start=path[0].start,
        end=path[-1].end,
        kinds=kinds,
        value=made.value,
        low=own[0].low,
        high=own[-1].high,
        mod=made.mod,
        lean=made.lean,
        weight=made.weight + sum(e.weight for e in path),
        rank=rule.rank,
        ends=made.ends,
    )


__all__ = ["Chart", "Element", "Formula", "Made", "Node", "Rule", "Shape", "expand", "fill"]
