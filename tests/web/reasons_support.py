"""Reasons: those of a reading, and those that stand in the code that writes them."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from itertools import product

from web_support import ROOT

from quoth.model import Chain, Place, Quantity, Reading, Setting, Speaker, Statement, Time

CODE = ROOT / "src" / "quoth"
WRITERS = (
    *("annotate/times", "annotate/places", "annotate/quantities", "annotate/setting"),
    *("annotate/statements", "annotate/trained", "link/mentions", "link/chains"),
    *("model/time.py", "store/attributing.py", "store/mending.py"),
)
"""Where the reasons are written that the room shows."""
_ARGUMENTS = {
    "append": 0,
    "because": 1,
    "located": 1,
    "noted": 1,
    "Option": 2,
    "_after": 2,
    "_one": 2,
    "Answer": 3,
    "Draft": 3,
    "_on": 3,
    "_passed": 3,
    "_time": 3,
    "TimeCandidate": 4,
    "_draft": 4,
    "nearest": 4,
    "one_of": 4,
    "Link": 5,
}
"""The argument of a call that is a reason."""
_NAMES = frozenset(
    {"why", "alone", "doubt", "_LATER", "_WHY", "WHY", "INTERVIEW", "ANSWER"}
    | {"IN_CLAUSE", "IN_VENUE"}
)
"""What is given a reason."""
_GIVE = frozenset(
    {"_doubt", "_together", "_why", "_reason", "_marks", "_unit", "_share", "_weighed"}
)
"""Functions whose answer is a reason, or has one."""
_WHOSE = "the nearest of those who "

_DAY = "the day of publication, 2031-05-03"
SAMPLES: dict[str, tuple[str, ...]] = {
    "anchor": (_DAY,),
    "c.day": (_DAY, "when it was said, 2031-05-03"),
    "day": (_DAY.partition(", ")[2],),
    "k.what": ("the day the page was fetched", "a date elsewhere on the page"),
    "clue": ("", ", “said” points there"),
    "c.clue": ("said",),
    "_said(c)": ("; no word tells the direction, and news looks back", "; “said” looks back"),
    "told": ("", "; “will” looks ahead"),
    "where": ("on 2031-05-03, named right before it", f"on {_DAY}"),
    "shape.day": ("13",),
    "distance:+d": ("+12", "-3", "+0"),
    "abs(distance)": ("1", "120"),
    "far": ("that of", "the one before", "the one after", "3 weeks before", "2 centurys after"),
    "name": ("dateline", "page's date line"),
    "grain": ("day", "month", "year"),
    "source": ("", " (meta)", " (block, month-day order assumed)", " (corrected, decision 4)"),
    "kind": ("relay-to", "relay-by", "interview"),
    "words": ("told",),
    "names": ("Ina Lund and Per Holm",),
    "what": ("may be meant",),
    "found.span.of(state.scene.text)!r": ("'he'", '"l\'altro"'),
    "venue.type.value": ("interview", "speech", "broadcast", "press", "session", "meeting"),
    "medium.name": ("Sarn",),
    "len(order)": ("3",),
    "name_of(best)": ("Peru",),
    "_size(best)": ("city of 20000 people", "a water", "an area", "a country"),
    "sense.type.value": ("city", "admin", "country", "region", "water", "demonym"),
    "mark": (",", "."),
    "role": ("thousands", "decimal"),
    "row.words.code": ("en", "pt"),
    "word": ("dollars",),
    "name[:-1]": ("USD",),
    "decision.number": ("4",),
    "by.version": ("4",),
    "why": ("the clause of its cue", "the words of its venue"),
    "CORRECTED": ("corrected, decision ",),
    "ASSUMED": ("no time in the clause and none in a dateline: ",),
    "_UNCLEAR": ("no candidate is clearly ahead",),
}
"""What may stand where the code fills in an expression."""
_TIMES = ("", "2031", "2031-05", "2031-05-03", "2031-Q2", "2031-W03-WE", "2031-05-03TEV", "XXXX-06")
_WAYS = {"bare": ("last one before", "next one after"), "away": ("before", "after")}
_WAYS |= {"years": _WAYS["away"], "options": ("up to", "from"), "resolve": ("up to", "from")}


def reasons(reading: Reading) -> Iterator[str]:
    """All reasons that the room shows of a reading."""
    yield from (m.value.why for m in reading.of(Statement))
    yield from (m.value.why for m in reading.of(Speaker))
    yield from (link.why for m in reading.of(Chain) for link in m.value.links)
    for m in reading.of(Setting):
        said, place = m.value.said, m.value.place
        yield from [said.time.why] if said is not None else []
        yield from [place.place.why] if place is not None else []
        yield from (dated.time.why for dated in m.value.times)
    yield from (m.value.why for m in reading.of(Time))
    yield from (m.value.why for m in reading.of(Place))
    yield from (m.value.why for m in reading.of(Quantity))


def written() -> Iterator[tuple[str, str]]:
    """The reasons that stand in the code, with the file and the line of each.

    Raises:
        KeyError: of an expression that is filled into one and of which SAMPLES has no value.
    """
    paths = (CODE / one for one in WRITERS)
    for path in (p for one in paths for p in (sorted(one.rglob("*.py")) or [one])):
        for node in _expressions(ast.parse(path.read_text("utf-8"))):
            for text in _texts(node, path.stem):
                if text:
                    yield f"{path.relative_to(CODE)}:{node.lineno}", text


def _expressions(tree: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _argument(node)
            yield from (k.value for k in node.keywords if k.arg == "why")
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                yield from _given(target, node.value)
        elif isinstance(node, ast.FunctionDef) and node.name in _GIVE:
            found = (n.value for n in ast.walk(node) if isinstance(n, ast.Return))
            yield from (value for value in found if value is not None)


def _given(target: ast.expr, value: ast.expr) -> Iterator[ast.expr]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, other in zip(target.elts, value.elts, strict=True):
            yield from _given(one, other)
    name = getattr(target, "id", getattr(target, "attr", ""))
    if name in _NAMES or (name == "order" and isinstance(value, ast.Constant)):
        yield value


def _argument(call: ast.Call) -> Iterator[ast.expr]:
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    place = _ARGUMENTS.get(name)
    if name == "append" and ast.unparse(call.func) != "reasons.append":
        return
    if place is not None and len(call.args) > place:
        given = call.args[place]
        if name in ("nearest", "one_of") and isinstance(given, ast.Constant):
            whose = ast.Constant(_WHOSE + given.value)
            names = ast.Constant(f"Ina Lund and Per Holm {given.value}")
            yield from (ast.copy_location(node, given) for node in (whose, names))
        else:
            yield given


def _texts(node: ast.expr, module: str) -> Iterable[str]:
    """The texts that an expression may be; none where that is told elsewhere."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.IfExp):
        return [*_texts(node.body, module), *_texts(node.orelse, module)]
    if isinstance(node, ast.BoolOp):
        return [text for value in node.values for text in _texts(value, module)]
    if isinstance(node, ast.Tuple):
        return [text for value in node.elts[1:] for text in _texts(value, module)]
    if isinstance(node, ast.JoinedStr):
        parts = [_part(value, module) for value in node.values]
        return ["".join(found) for found in product(*parts)]
    return []


def _part(value: ast.expr, module: str) -> Iterable[str]:
    if not isinstance(value, ast.FormattedValue):
        return _texts(value, module)
    said = ast.unparse(value.value) + ("!r" if value.conversion == ord("r") else "")
    if value.format_spec is not None:
        said += ":" + "".join(_texts(value.format_spec, module))
    if said == "way":
        return _WAYS[module]
    if said == "reasons":
        return (
            "its country is spoken of; a place nearby is named",
            "the likeliest by size (an area)",
        )
    if said.endswith(".timex"):
        return _TIMES
    if said.endswith((".why", "time.why")):
        return (
            "written out",
            "the last one before when it was said, 2031-05-03; “said” looks back",
        )
    if "state.label(" in said:
        return ("Ina Lund and Per Holm",) if "join" in said else ("Ina Lund",)
    return SAMPLES[said]
