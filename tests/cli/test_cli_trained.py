"""The trained reader on the command line, with a stand-in for the network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from cli_support import Quoth, lines

from quoth.annotate import network
from quoth.errors import WeightsError
from quoth.model import Entity, EntityType, Maker, Span
from quoth.nets import Attribution, Findings, Name
from quoth.run import page
from quoth.store import open_ledger


class Fake:
    """Takes the first word of each paragraph for a person who says the rest."""

    maker = Maker("quoth.fake", "7", "cafe")
    reads = 0

    def read(
        self, text: str, paragraphs: Sequence[Span], languages: Sequence[str] = ()
    ) -> Findings:
        Fake.reads += 1
        told, names = [], []
        for span in paragraphs:
            first = Span(span.start, span.start + len(span.of(text).split()[0]))
            rest = Span(first.end, span.end)
            told.append(Attribution((first,), (), (rest,), False, 0.7))
            names.append(Name(first, "PER", 0.6))
        return Findings(tuple(told), tuple(names))


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(network, "variants", lambda: ("quality", "fast"))
    monkeypatch.setattr(network, "network", lambda variant, threads: Fake())
    monkeypatch.setattr(network, "digest", lambda variant: "cafe")
    page.plan.cache_clear()
    page.warm.cache_clear()
    yield
    page.plan.cache_clear()
    page.warm.cache_clear()


@pytest.fixture
def none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "variants", tuple)
    page.plan.cache_clear()


def test_names_are_printed_with_their_type(quoth: Quoth, bridge: Path, fake: None):
    call = ("marks", bridge, "--as", "article", "--kind", "entity", "--json")
    done = quoth(*call, "--reader", "quality")
    assert done.exit_code == 0
    first = lines(done.stdout)[0]
    assert (first["kind"], first["value"]) == ("entity", {"type": "PER"})
    assert (first["text"], first["score"]) == ("Council", 0.6)
    assert {m["kind"] for m in lines(done.stdout)} == {"entity"}


def test_the_network_runs_once_for_both_kinds(quoth: Quoth, bridge: Path, fake: None):
    Fake.reads = 0
    call = ("marks", bridge, "--as", "article", "--jobs", "1", "--kind", "entity,statement")
    done = quoth(*call, "--reader", "fast")
    assert {line.split("\t")[1] for line in done.stdout.splitlines()} == {"entity", "statement"}
    assert Fake.reads == 2  # once to load it, once for the page


def test_without_a_name_the_reader_is_the_best_that_is_there(
    quoth: Quoth, bridge: Path, fake: None, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("QUOTH_READER")
    done = quoth("read", bridge, "--as", "article", "--json")
    assert {r["why"] for r in lines(done.stdout)} == {"trained"}
    monkeypatch.setattr(network, "variants", tuple)
    done = quoth("read", bridge, "--as", "article", "--json")
    assert not [r for r in lines(done.stdout) if str(r["why"]).startswith("trained")]


def test_a_threshold_leaves_out_what_is_less_sure(quoth: Quoth, bridge: Path, fake: None):
    call = ("marks", bridge, "--as", "article", "--kind", "entity,statement", "--json")
    done = quoth(*call, "--reader", "quality", "--threshold", "0.65")
    assert {m["kind"] for m in lines(done.stdout)} == {"statement"}
    done = quoth(*call, "--reader", "pack", "--threshold", "0.85")
    assert [m["score"] for m in lines(done.stdout)] == [0.9]
    assert quoth(*call, "--threshold", "2").exit_code == 2


def test_the_pack_reader_says_that_it_marks_no_names(quoth: Quoth, bridge: Path):
    done = quoth("marks", bridge, "--as", "article", "--kind", "entity", "--reader", "pack")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "'pack' marks no entities; --reader quality" in done.stderr
    assert not quoth("marks", bridge, "--as", "article").stderr


def test_a_reader_without_its_weights_says_what_to_do(quoth: Quoth, bridge: Path, none: None):
    done = quoth("read", bridge, "--reader", "quality")
    assert done.exit_code == 2
    assert "quoth: weights: the weights of the reader 'quality' are not here" in done.stderr
    assert "make weights" in done.stderr


def test_damaged_weights_end_the_command(
    quoth: Quoth, bridge: Path, fake: None, monkeypatch: pytest.MonkeyPatch
):
    def broken(variant: str, threads: int) -> Fake:
        raise WeightsError("quality.onnx is damaged", "weights-damaged")

    monkeypatch.setattr(network, "network", broken)
    done = quoth("read", bridge, "--as", "article", "--reader", "quality")
    assert done.exit_code == 2
    assert "quoth: weights-damaged: quality.onnx is damaged" in done.stderr
    assert not done.stdout
    checks = {c["name"]: c for c in lines(quoth("doctor", "--json").stdout)}
    assert not checks["weights quality"]["sound"]


def test_doctor_says_which_weights_are_there(quoth: Quoth, fake: None, tmp_path: Path):
    checks = {c["name"]: c for c in lines(quoth("doctor", "--json").stdout)}
    for variant in ("quality", "fast"):
        assert checks[f"weights {variant}"]["sound"]
        found = str(checks[f"weights {variant}"]["found"])
        assert found.startswith("version 7, digest cafe, loaded in ")


def test_doctor_says_that_there_are_none(quoth: Quoth, none: None):
    checks = {c["name"]: c for c in lines(quoth("doctor", "--json").stdout)}
    assert checks["weights"]["sound"]
    assert "make weights" in str(checks["weights"]["found"])


def test_a_ledger_keeps_what_the_trained_reader_found(
    quoth: Quoth, bridge: Path, fake: None, tmp_path: Path
):
    path = tmp_path / "names.quoth"
    call = ("add", bridge, "--as", "article", "--ledger", path, "--jobs", "1", "--json")
    first = quoth(*call, "--reader", "quality")
    assert first.exit_code == 0, first.stderr
    assert lines(first.stdout)[0]["added"] == 1
    assert lines(quoth(*call, "--reader", "quality").stdout)[0]["unchanged"] == 1
    with open_ledger(path) as kept:
        (row,) = kept.articles()
        reading = kept.reading(row.id)
    assert {m.value.type for m in reading.of(Entity)} == {EntityType.PER}
    sure = (*call, "--reader", "quality", "--threshold", "0.65")
    assert lines(quoth(*sure).stdout)[0]["reread"] == 1
    stored = quoth("statements", "--ledger", path, "--json").stdout
    assert {r["why"] for r in lines(stored)} == {"trained"}


def test_a_language_without_a_pack_is_read_without_a_warning(
    quoth: Quoth, tmp_path: Path, fake: None
):
    silta = tmp_path / "silta.txt"
    silta.write_text(
        "Kaupunginjohtaja sanoi maanantaina, että vanha silta pysyy suljettuna kevääseen asti, "
        "koska korjaustyöt ovat viivästyneet eikä uusia varaosia ole vielä saatu.\n",
        "utf-8",
    )
    done = quoth("read", silta, "--as", "article", "--reader", "quality", "--json")
    assert (len(lines(done.stdout)), done.stderr) == (1, "")
    assert "no-pack" in quoth("read", silta, "--as", "article", "--reader", "pack").stderr
