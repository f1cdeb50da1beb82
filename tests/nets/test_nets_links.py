from __future__ import annotations

import numpy as np
import pytest

from quoth.nets.links import (
    BUCKETS,
    CUE,
    PARAGRAPHS,
    RANKS,
    SOURCE,
    Tables,
    chances,
    distance,
    layout,
)


def tables(**changed: object) -> Tables:
    rows: dict[str, object] = {
        "distance": [[0.0] * BUCKETS] * 2,
        "paragraph": [[0.0] * PARAGRAPHS] * 2,
        "rank": [[0.0] * RANKS] * 2,
        "none": [0.0, 0.0],
    }
    return Tables.of(rows | changed)  # type: ignore[arg-type]


def test_distances_have_signs() -> None:
    assert distance((3, 5), (4, 8)) == 8
    assert distance((3, 5), (6, 6)) == 9
    assert distance((3, 5), (2, 2)) == 7
    assert distance((0, 0), (500, 500)) == BUCKETS - 1
    assert distance((500, 500), (0, 0)) == 0


def test_layout_stays_within_the_tables() -> None:
    ends = [(i, i) for i in range(0, 100, 7)]
    found = layout(ends, ends, [i // 10 for i in range(100)])
    assert found.min() >= 0
    assert (found.max((0, 1)) < [BUCKETS, PARAGRAPHS, RANKS]).all()


def test_layout_counts_candidates_and_paragraphs_between() -> None:
    cues, where = [(0, 0), (4, 5), (8, 8), (12, 12)], [unit // 6 for unit in range(13)]
    found = layout([(6, 7)], cues, where)[0]
    assert found[:, 0].tolist() == [distance((6, 7), cue) for cue in cues]
    assert (found[:, 1] - 2).tolist() == [-1, -1, 0, 1]
    assert found[:, 2].tolist() == [1, 0, 0, 1]
    assert layout([], cues, where).shape == (0, 4, 3)


def test_the_product_of_vectors_decides() -> None:
    vectors = np.zeros((4, 8, 48), np.float32)
    vectors[0, 4 * SOURCE] = 2.0  # the first unit of the cue
    vectors[3, 4 * SOURCE + 3] = 2.0  # the last unit of the second source
    found = chances(vectors.reshape(4, -1), ([(0, 0)], [(1, 1), (2, 3)]), [0] * 4, tables(), SOURCE)
    assert found.shape == (1, 3)
    assert found[0].argmax() == 2
    assert found.sum() == pytest.approx(1)


def test_none_has_a_bias_of_its_own() -> None:
    vectors = np.zeros((4, 8 * 48), np.float32)
    found = chances(vectors, ([(0, 0)], [(1, 1)]), [0] * 4, tables(none=[5.0, 0.0]), CUE)
    assert found[0].argmax() == 0


def test_without_candidates_there_is_none() -> None:
    vectors = np.zeros((4, 8 * 48), np.float32)
    assert chances(vectors, ([(0, 0)], []), [0] * 4, tables(), CUE).tolist() == [[1.0]]
    assert chances(vectors, ([], [(0, 0)]), [0] * 4, tables(), CUE).shape == (0, 2)


def test_tables_of_a_wrong_shape_are_refused() -> None:
    with pytest.raises(ValueError, match="rank"):
        tables(rank=[[0.0]])
