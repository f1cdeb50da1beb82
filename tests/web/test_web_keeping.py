"""What took long to find is kept for a while; one reader at a time finds it anew."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

import pytest

from quoth.web.keeping import LONGEST, MOST, Keeping


@dataclass
class Ledger:
    """A clock that a question moves on, and how often it was asked."""

    now: float = 0.0
    takes: float = 1.0
    asked: list[str] = field(default_factory=list)

    def clock(self) -> float:
        return self.now

    def find(self, what: str) -> str:
        self.asked.append(what)
        self.now += self.takes
        return f"{what} {len(self.asked)}"


def test_a_slow_answer_is_kept_in_proportion_to_what_it_took() -> None:
    ledger = Ledger(takes=0.1)
    keeping = Keeping(ledger.clock, ledger.clock)
    assert keeping.get("q", lambda: ledger.find("q")) == "q 1"
    ledger.now += 19.0
    assert keeping.get("q", lambda: ledger.find("q")) == "q 1"
    ledger.now += 2.0
    assert keeping.get("q", lambda: ledger.find("q")) == "q 2"


def test_no_answer_is_kept_for_ever() -> None:
    ledger = Ledger(takes=1000.0)
    keeping = Keeping(ledger.clock, ledger.clock)
    keeping.get("q", lambda: ledger.find("q"))
    ledger.now += LONGEST + 1
    assert keeping.get("q", lambda: ledger.find("q")) == "q 2"


def test_a_quick_answer_is_found_anew_each_time() -> None:
    ledger = Ledger(takes=0.01)
    keeping = Keeping(ledger.clock, ledger.clock)
    assert [keeping.get("q", lambda: ledger.find("q")) for _ in range(3)] == ["q 1", "q 2", "q 3"]


def test_what_is_forgotten_is_found_anew() -> None:
    ledger = Ledger()
    keeping = Keeping(ledger.clock, ledger.clock)
    keeping.get("q", lambda: ledger.find("q"))
    keeping.forget()
    assert keeping.get("q", lambda: ledger.find("q")) == "q 2"


def test_few_answers_are_kept_and_the_one_unasked_longest_goes_first() -> None:
    ledger = Ledger(takes=4.0)
    keeping = Keeping(ledger.clock, ledger.clock)
    keeping.get("first", lambda: ledger.find("first"))
    keeping.get("second", lambda: ledger.find("second"))
    ledger.takes = 0.03
    for number in range(MOST - 2):
        keeping.get(number, lambda: ledger.find("many"))
    keeping.get("first", lambda: ledger.find("first again"))
    keeping.get("one more", lambda: ledger.find("one more"))
    keeping.get("first", lambda: ledger.find("first again"))
    keeping.get("second", lambda: ledger.find("second again"))
    assert "first again" not in ledger.asked
    assert "second again" in ledger.asked


def test_a_question_that_fails_is_asked_again() -> None:
    keeping = Keeping()

    def fails() -> str:
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        keeping.get("q", fails)
    assert keeping.get("q", lambda: "found") == "found"


def test_one_reader_finds_an_old_answer_anew_and_the_others_have_the_old_one() -> None:
    ledger = Ledger()
    keeping = Keeping(ledger.clock, ledger.clock)
    keeping.get("q", lambda: ledger.find("q"))
    ledger.now += LONGEST + 1
    begun, go_on = threading.Event(), threading.Event()

    def slowly() -> str:
        begun.set()
        assert go_on.wait(10)
        return ledger.find("q")

    found: list[str] = []
    first = threading.Thread(target=lambda: found.append(keeping.get("q", slowly)))
    first.start()
    assert begun.wait(10)
    assert keeping.get("q", lambda: ledger.find("other")) == "q 1"
    go_on.set()
    first.join(10)
    assert found == ["q 2"]
    assert "other" not in ledger.asked


def test_readers_who_come_at_once_have_one_answer_found_for_all() -> None:
    ledger = Ledger()
    keeping = Keeping(ledger.clock, ledger.clock)
    ready = threading.Barrier(8)
    found: list[str] = []

    def read() -> None:
        ready.wait(10)
        found.append(keeping.get("q", lambda: ledger.find("q")))

    readers = [threading.Thread(target=read) for _ in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join(10)
    assert found == ["q 1"] * 8
