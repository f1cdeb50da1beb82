"""What took long to find is kept for a while; what is old is found anew behind readers' backs."""

from __future__ import annotations

import threading
from collections.abc import Callable
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


@dataclass
class Later:
    """What is to be done soon, done when a test says so."""

    tasks: list[Callable[[], None]] = field(default_factory=list)

    def __call__(self, task: Callable[[], None]) -> None:
        self.tasks.append(task)

    def do(self) -> int:
        """Do all there is; how much that was."""
        done, self.tasks = self.tasks, []
        for task in done:
            task()
        return len(done)


def test_a_slow_answer_is_kept_in_proportion_to_what_it_took() -> None:
    ledger = Ledger(takes=0.1)
    keeping = Keeping(ledger.clock, ledger.clock)
    assert keeping.get("q", lambda: ledger.find("q")) == "q 1"
    ledger.now += 19.0
    assert keeping.get("q", lambda: ledger.find("q")) == "q 1"
    ledger.now += 22.0
    assert keeping.get("q", lambda: ledger.find("q")) == "q 2"


def test_an_old_answer_is_given_once_more_and_found_anew_behind_the_readers_back() -> None:
    ledger, later = Ledger(takes=0.1), Later()
    keeping = Keeping(ledger.clock, ledger.clock, later)
    keeping.get("q", lambda: ledger.find("q"))
    ledger.now += 21.0
    asked = [keeping.get("q", lambda: ledger.find("q")) for _ in range(3)]
    assert asked == ["q 1"] * 3
    assert later.do() == 1
    assert keeping.get("q", lambda: ledger.find("q")) == "q 2"
    assert later.do() == 0


def test_what_fails_behind_the_readers_back_is_told_to_the_one_who_asks_when_the_old_one_is_gone(
    caplog: pytest.LogCaptureFixture,
) -> None:
    ledger, later = Ledger(takes=0.1), Later()
    keeping = Keeping(ledger.clock, ledger.clock, later)

    def fails() -> str:
        raise ValueError("broken")

    keeping.get("q", lambda: ledger.find("q"))
    ledger.now += 21.0
    assert keeping.get("q", fails) == "q 1"
    later.do()
    assert "an answer was not found anew" in caplog.text
    assert keeping.get("q", fails) == "q 1"
    ledger.now += 21.0
    with pytest.raises(ValueError, match="broken"):
        keeping.get("q", fails)


def test_an_answer_of_the_time_before_a_change_is_not_kept() -> None:
    ledger = Ledger()
    keeping = Keeping(ledger.clock, ledger.clock)

    def changed() -> str:
        keeping.forget()
        return ledger.find("q")

    assert keeping.get("q", changed) == "q 1"
    assert keeping.get("q", lambda: ledger.find("q")) == "q 2"


def test_a_thread_of_its_own_finds_anew_and_is_waited_for_at_the_end() -> None:
    ledger = Ledger(takes=0.1)
    keeping = Keeping(ledger.clock, ledger.clock)
    keeping.get("q", lambda: ledger.find("q"))
    ledger.now += 21.0
    threads: list[str] = []

    def find() -> str:
        threads.append(threading.current_thread().name)
        return ledger.find("q")

    assert keeping.get("q", find) == "q 1"
    keeping.close()
    assert threads
    assert threads[0] != threading.current_thread().name
    assert keeping.get("q", find) == "q 2"


def test_no_answer_is_kept_for_ever() -> None:
    ledger = Ledger(takes=1000.0)
    keeping = Keeping(ledger.clock, ledger.clock)
    keeping.get("q", lambda: ledger.find("q"))
    ledger.now += 2 * LONGEST + 1
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
