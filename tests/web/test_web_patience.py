"""How often something may be tried."""

from __future__ import annotations

from quoth.web.patience import Limit, Patience


class Clock:
    """A clock that goes when it is told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_so_many_tries_are_allowed_in_a_time_and_then_again():
    clock = Clock()
    patience = Patience(clock)
    limit = Limit(("a",), 2, 10)
    assert [patience.allows([limit]) for _ in range(3)] == [True, True, False]
    clock.now = 10.5
    assert patience.allows([limit])


def test_a_try_that_one_limit_refuses_counts_for_none():
    patience = Patience(Clock())
    narrow, wide = Limit(("a",), 1, 10), Limit(("b",), 2, 10)
    patience.allows([narrow, wide])
    for _ in range(5):
        assert not patience.allows([narrow, wide])
    assert patience.allows([wide])


def test_what_was_right_is_forgiven():
    patience = Patience(Clock())
    limit = Limit(("a",), 1, 10)
    patience.allows([limit])
    patience.forgive(limit)
    assert patience.allows([limit])


def test_it_remembers_no_more_than_so_many(monkeypatch):
    monkeypatch.setattr("quoth.web.patience._MOST", 100)
    patience = Patience(Clock())
    for number in range(1000):
        patience.allows([Limit((str(number),), 1, 10)])
    assert len(patience._tries) == 100
