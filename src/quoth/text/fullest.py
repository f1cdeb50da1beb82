"""What an entity is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from quoth.model.group import Called
from quoth.text.scripts import main_script

_RARE = 1 / 3
"""Share of the most frequent name's articles below which a name is too rare to be the one."""


def fullest(names: Iterable[Called], script: str = "") -> str:
    """The name with most words of those that are not rare; empty where there is none.

    Of several the most frequent, then the first in the alphabet, so that the order in which
    pages were read does not matter.

    Args:
        script: ISO 15924 code; names of this script alone are looked at, if there are any.  Else
            those of the script that most articles have.
    """
    counts: Counter[str] = Counter()
    for one in names:
        counts[one.name] += max(one.count, 1)
    if not counts:
        return ""
    scripts: Counter[str] = Counter()
    for name, count in counts.items():
        scripts[main_script(name)] += count
    if script not in scripts:
        script = min(scripts, key=lambda s: (-scripts[s], s != "Latn", s))
    told = {n: c for n, c in counts.items() if main_script(n) == script}
    enough = max(told.values()) * _RARE
    return min(
        (n for n, c in told.items() if c >= enough),
        key=lambda n: (-len(n.split()), -told[n], -len(n), n),
    )
