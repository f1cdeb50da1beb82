"""The picture of the ways that words go."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quoth.store.views.speaking import Party, Path
from quoth.web.flows import MOST, ROW, flows

QUIET = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])

PRESS, GULL, KEEL = Party("Sarn Press"), Party("The Gull"), Party("Der Kiel", "ab" * 8)


def test_both_sides_count_all_statements_the_most_frequent_first() -> None:
    found = flows([Path(PRESS, GULL, 2), Path(None, GULL, 3), Path(PRESS, KEEL, 4)])
    assert [(n.party, n.count) for n in found.relays] == [(PRESS, 6), (None, 3)]
    assert [(n.party, n.count) for n in found.outlets] == [(GULL, 5), (KEEL, 4)]
    assert sorted(band.count for band in found.bands) == [2, 3, 4]
    assert found.height == 2 * ROW


def test_nothing_was_said() -> None:
    assert flows([]).bands == ()


_PARTIES = st.none() | st.integers(0, 30).map(lambda n: Party(f"Paper {n}"))


@QUIET
@given(st.lists(st.builds(Path, _PARTIES, _PARTIES, st.integers(1, 500)), max_size=60))
def test_whatever_goes_in_comes_out_and_stays_in_the_picture(paths: list[Path]) -> None:
    found = flows(paths)
    total = sum(path.count for path in paths)
    for side in (found.relays, found.outlets):
        assert sum(node.count for node in side) == total
        assert len(side) <= MOST
        told = [node.party for node in side if not node.others]
        assert len(set(told)) == len(told)
    assert sum(band.count for band in found.bands) == total
    for band in found.bands:
        heights = [float(n) for n in re.findall(r"(?:M0|100|V|^0|50) ?([\d.]+)", band.path)]
        assert all(0 <= height <= found.height for height in heights)
