"""What patterns make of their elements: the formulas of docs/times.md.

A formula finds its elements by their kinds, so that one serves every order of them.  It gives None
where the elements contradict each other (31 June), and the pattern does not match.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from quoth.annotate.times.clocks import clock, clock_on, hours_to
from quoth.annotate.times.composed import (
    inside,
    leaning,
    modified,
    never,
    nth,
    nth_weekday,
    overnight,
    part_then,
    same_as,
    unit_modified,
    week_of,
    weekday_then,
)
from quoth.annotate.times.counted import (
    ahead,
    away,
    day,
    every,
    length,
    listed,
    longer,
    other,
    other_unit,
    placed,
    ref,
    same,
    same_year,
    shifted,
    shifted_part,
    shifted_word,
    span,
    step,
    that_year,
    the_next,
    the_same,
)
from quoth.annotate.times.dates import (
    bare_year,
    calendar,
    century,
    day_listed,
    day_month,
    day_of_month,
    dayless,
    decade,
    hijri,
    numbered,
    part,
    shared_year,
    weekday_part,
    year,
)
from quoth.annotate.times.joined import between, days_to, range_in_year, range_on
from quoth.annotate.times.matched import Path
from quoth.annotate.times.patterns import Formula, Made

FORMULAS: Mapping[str, Callable[..., Made | None]] = {
    "calendar": calendar,
    "daymonth": day_month,
    "daylisted": day_listed,
    "dayless": dayless,
    "sharedyear": shared_year,
    "dayofmonth": day_of_month,
    "weekdaypart": weekday_part,
    "bareyear": bare_year,
    "year": year,
    "decade": decade,
    "century": century,
    "numbered": numbered,
    "day": day,
    "other": other,
    "otherunit": other_unit,
    "sameyear": same_year,
    "shiftedword": shifted_word,
    "step": step,
    "shifted": shifted,
    "shiftedpart": shifted_part,
    "same": same,
    "thesame": the_same,
    "thenext": the_next,
    "thatyear": that_year,
    "never": never,
    "ref": ref,
    "length": length,
    "longer": longer,
    "placed": placed,
    "span": span,
    "ahead": ahead,
    "away": away,
    "inside": inside,
    "nth": nth,
    "nthweekday": nth_weekday,
    "mod": modified,
    "weekof": week_of,
    "overnight": overnight,
    "clockon": clock_on,
    "hoursto": hours_to,
    "unitmod": unit_modified,
    "leaning": leaning,
    "partthen": part_then,
    "weekdaythen": weekday_then,
    "as": same_as,
    "between": between,
    "daysto": days_to,
    "rangeyear": range_in_year,
    "rangeon": range_on,
    "every": every,
    "listed": listed,
    "clock": clock,
    "part": part,
    "hijri": hijri,
}
"""Every formula by the name that patterns call it."""


def formula(text: str) -> Formula:
    """The formula of a rule: its name and its words.

    Raises:
        ValueError: if there is none of that name.
    """
    name, *words = text.split()
    if name not in FORMULAS:
        raise ValueError(f"no formula {name!r}")
    return partial(_call, FORMULAS[name], tuple(words)) if words else FORMULAS[name]


def _call(made: Callable[..., Made | None], words: tuple[str, ...], path: Path) -> Made | None:
    return made(path, *words)
