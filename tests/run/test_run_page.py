"""One page: whatever goes wrong becomes an issue, and the rest is kept."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

import pytest

from quoth.errors import LimitExceeded, PackError
from quoth.model import (
    Article,
    Block,
    BlockKind,
    Capture,
    Language,
    Maker,
    Mark,
    Reading,
    Source,
    Span,
    Statement,
    identity,
    mark,
)
from quoth.read.options import As, ReadOptions
from quoth.run import page
from quoth.run.options import RunOptions
from quoth.run.page import annotated, outcome

TEXT = b'"The bridge is closed," said Maria Lund.\n'
OPTIONS = RunOptions(ReadOptions(taken_as=As.ARTICLE), "pack")


def capture(body: bytes = TEXT) -> Capture:
    return Capture(Source("page.txt", sha256=sha256(body).hexdigest()), body)


@dataclass(frozen=True)
class Step:
    name: str
    needs: frozenset[str] = frozenset()
    makes: frozenset[str] = frozenset()
    error: Exception | None = None

    def __call__(self, reading: Reading) -> Iterable[Mark[object]]:
        if self.error is not None:
            raise self.error
        by = Maker("test", "1")
        value = Language("en", self.name)
        yield mark(reading.article.id, Span(0, 1), value, by, 1.0)


BLOCKS = (Block(BlockKind.PARAGRAPH, Span(0, 4)),)
ARTICLE = Article("a", Source("page.txt"), "text", BLOCKS, identity(4))


def test_a_page_is_read_and_annotated():
    found = outcome(capture(), OPTIONS)
    assert found.page == "page.txt"
    assert found.issues == ()
    assert not found.failed
    assert found.reading is not None
    assert len(found.reading.of(Statement)) == 1


def test_a_page_that_cannot_be_read_is_an_issue_with_its_code():
    found = outcome(capture(b" \n"), OPTIONS)
    assert found.reading is None
    assert found.failed
    (problem,) = found.issues
    assert (problem.code, problem.level, problem.stage) == ("empty", "error", "read")


def test_an_unexpected_exception_is_an_internal_issue_with_type_and_text(
    monkeypatch: pytest.MonkeyPatch,
):
    def broken(*_: object) -> Article:
        raise ZeroDivisionError("by a page" + "!" * 1000)

    monkeypatch.setattr(page, "article", broken)
    found = outcome(capture(), OPTIONS)
    (problem,) = found.issues
    assert (problem.code, problem.level, problem.stage) == ("internal", "error", "read")
    assert problem.message.startswith("ZeroDivisionError: by a page!")
    assert len(problem.message) == 300


@pytest.mark.parametrize("stage", ["read", "annotate"])
def test_a_page_that_takes_too_long_is_an_issue_of_its_stage(
    stage: str, monkeypatch: pytest.MonkeyPatch
):
    def slow(*_: object) -> Article:
        while True:
            time.process_time()

    monkeypatch.setattr(page, "warm", lambda *_: None)
    monkeypatch.setattr(page, "article" if stage == "read" else "annotated", slow)
    options = RunOptions(ReadOptions(taken_as=As.ARTICLE, max_seconds=0.1), "pack")
    found = outcome(capture(), options)
    assert found.reading is None
    (problem,) = found.issues
    assert (problem.code, problem.level, problem.stage) == ("too-slow", "error", stage)


def test_an_annotator_that_fails_leaves_the_marks_of_the_others():
    bad = Step("bad", makes=frozenset({"time"}), error=KeyError("when"))
    reading = annotated(ARTICLE, [Step("first"), bad, Step("last")])
    assert {m.value.why for m in reading.of(Language)} == {"first", "last"}
    (problem,) = reading.issues
    assert (problem.code, problem.level, problem.stage) == ("internal", "error", "annotate")
    assert problem.message == "KeyError: 'when'"


def test_an_annotator_that_fails_halfway_leaves_none_of_its_marks():
    @dataclass(frozen=True)
    class Halfway(Step):
        def __call__(self, reading: Reading) -> Iterable[Mark[object]]:
            yield from Step.__call__(self, reading)
            raise ValueError("halfway")

    reading = annotated(ARTICLE, [Halfway("half")])
    assert reading.marks == ()
    assert len(reading.issues) == 1


def test_an_error_of_ours_keeps_its_code():
    reading = annotated(ARTICLE, [Step("bad", error=LimitExceeded("line 3", "too-deep"))])
    assert [(i.code, i.message) for i in reading.issues] == [("too-deep", "line 3")]


def test_a_broken_pack_is_no_fault_of_the_page(monkeypatch: pytest.MonkeyPatch):
    broken = Step("bad", error=PackError("words.tsv, line 3"))
    with pytest.raises(PackError):
        annotated(ARTICLE, [broken])
    monkeypatch.setattr(page, "plan", lambda *_: (broken,))
    with pytest.raises(PackError):
        outcome(capture(), OPTIONS)


def test_annotators_that_need_one_that_failed_are_left_out_and_named():
    bad = Step("sentences", makes=frozenset({"sentence"}), error=ValueError("no"))
    user = Step("statements", frozenset({"sentence"}), frozenset({"statement"}))
    last = Step("events", frozenset({"statement"}), frozenset({"event"}))
    reading = annotated(ARTICLE, [bad, user, last, Step("languages")])
    assert len(reading.marks) == 1
    assert [i.code for i in reading.issues] == ["internal", *["annotator-skipped"] * 2]
    assert "statements was left out: it needs sentence" in reading.issues[1].message


def test_only_wanted_kinds_are_made():
    nothing = outcome(capture(), RunOptions(OPTIONS.read, kinds=frozenset())).reading
    languages = outcome(capture(), RunOptions(OPTIONS.read, kinds=frozenset({"language"}))).reading
    assert nothing is not None
    assert nothing.marks == ()
    assert languages is not None
    assert {m.kind for m in languages.marks} == {"language"}


@pytest.mark.parametrize(("kind", "body"), page.SAMPLES.items(), ids=list(page.SAMPLES))
def test_the_samples_that_load_what_is_needed_can_be_read(kind: str, body: bytes):
    options = RunOptions()
    reading = page.outcome(Capture(Source("sample", media_type=kind), body), options).reading
    assert reading is not None
    assert {"language", "statement"} <= {m.kind for m in reading.marks}


def test_loading_does_not_count_against_the_deadline(monkeypatch: pytest.MonkeyPatch):
    loaded: list[bool] = []
    real = page.article

    def slow_at_first(*args: object) -> Article:
        end = time.process_time() + (0 if loaded else 0.5)
        loaded.append(True)
        while time.process_time() < end:
            pass
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(page, "article", slow_at_first)
    options = RunOptions(ReadOptions(taken_as=As.ARTICLE, max_seconds=0.4), "pack")
    page.warm.cache_clear()
    assert outcome(capture(), options).issues == ()
    assert len(loaded) == 2
