"""The table of word pieces."""

import numpy as np
import pytest

from quoth.nets.words import WIDTH, Words, packed

OFTEN, SELDOM, PARTS = 5, 3, 64


def table() -> tuple[np.ndarray, ...]:
    chance = np.random.default_rng(1)
    blocks = chance.integers(0, 256, (OFTEN, 12, 16)).astype(np.uint8)
    scales = chance.random((OFTEN, 12)).astype(np.float16)
    codes = chance.integers(0, 256, (SELDOM, PARTS)).astype(np.uint8)
    books = chance.standard_normal((PARTS, 256, WIDTH // PARTS)).astype(np.float16)
    return blocks, scales, codes, books


def words(places: np.ndarray) -> Words:
    blocks, scales, codes, books = table()
    return Words(packed(blocks, scales), codes, books, places)


def test_a_frequent_row_is_its_nibbles_times_their_scales():
    blocks, scales, *_ = table()
    row = words(np.zeros((4, WIDTH), np.float16)).rows(np.array([3]))[0]
    low, high = (blocks[3].astype(float) % 16) - 8, (blocks[3] // 16).astype(float) - 8
    wanted = np.concatenate([low, high], axis=1) * scales[3][:, None].astype(float)
    assert np.allclose(row, wanted.reshape(-1), atol=1e-5)


def test_a_rare_row_is_a_centroid_for_each_of_its_parts():
    *_, codes, books = table()
    row = words(np.zeros((4, WIDTH), np.float16)).rows(np.array([OFTEN + 2]))[0]
    wanted = [books[part, codes[2, part]] for part in range(PARTS)]
    assert np.array_equal(row, np.concatenate(wanted).astype(np.float32))


def test_rows_of_both_kinds_come_in_the_order_asked_for_and_get_their_places():
    places = np.arange(8 * WIDTH, dtype=np.float16).reshape(8, WIDTH) / 1000
    found = words(places)
    asked = np.array([6, 0, 7, 4, 5])
    alone = [found.rows(np.array([i]))[0] - places[0].astype(np.float32) for i in asked]
    together = found.rows(asked) - places[:5].astype(np.float32)
    assert np.allclose(together, alone, atol=1e-4)
    assert found.count == OFTEN + SELDOM


def test_centroids_that_do_not_make_a_row_are_refused():
    blocks, scales, codes, books = table()
    places = np.zeros((4, WIDTH), np.float16)
    with pytest.raises(ValueError, match="do not fit"):
        Words(packed(blocks, scales), codes, books[:32], places)
