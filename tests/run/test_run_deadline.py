"""The deadline of a page."""

import re
import signal
import threading
import time

import pytest

from quoth.errors import LimitExceeded
from quoth.run.deadline import limited


def burn(seconds: float) -> str:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass
    return "done"


def swallow_one_alarm() -> str:
    try:
        burn(30)
    except BaseException:
        burn(30)
    return "done"


def test_a_call_within_the_limit_gives_its_value():
    assert limited(lambda: burn(0.01), 5) == "done"


def test_a_call_over_the_limit_is_broken_off():
    with pytest.raises(LimitExceeded, match=r"0\.1 s") as caught:
        limited(lambda: burn(30), 0.1)
    assert caught.value.code == "too-slow"


def test_library_code_that_swallows_exceptions_is_broken_off_too():
    def stubborn() -> None:
        while True:
            try:
                burn(30)
            except Exception:  # noqa: S112
                continue

    with pytest.raises(LimitExceeded):
        limited(stubborn, 0.1)


def test_the_alarm_rings_again_for_code_that_swallows_everything():
    with pytest.raises(LimitExceeded):
        limited(swallow_one_alarm, 0.1)


def test_a_regular_expression_that_explodes_is_broken_off():
    with pytest.raises(LimitExceeded):
        limited(lambda: re.match(r"(a+)+$", "a" * 40 + "b"), 0.1)


def test_other_errors_pass_and_the_alarm_is_off_afterwards():
    with pytest.raises(ZeroDivisionError):
        limited(lambda: 1 // 0, 0.1)
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
    burn(0.2)


def test_waiting_does_not_count_as_processor_time():
    assert limited(lambda: time.sleep(0.3) or "awake", 0.1) == "awake"


def test_outside_the_main_thread_the_call_runs_without_a_limit():
    out: list[str] = []
    thread = threading.Thread(target=lambda: out.append(limited(lambda: burn(0.1), 0.01)))
    thread.start()
    thread.join()
    assert out == ["done"]
