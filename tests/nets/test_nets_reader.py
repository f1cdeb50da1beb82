"""The whole reader, with small random weights."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from test_nets_pieces import TEXTS

from quoth.errors import UsageError, WeightsError
from quoth.model import Span
from quoth.nets import SentenceEncoder, TrainedReader, trained, variants
from quoth.nets.reader import LEAN, STRANGE
from quoth.nets.weights import Card, taught
from quoth.nets.windows import paragraphs_of, windows

TEXT = "“The dam ended,” said the mayor.\nThe query said that 3.14 was asked; Ana, too.\n" * 30


def spans(text: str) -> list[Span]:
    return [Span(*p) for p in paragraphs_of(text)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_any_text_is_read_and_offsets_are_its_own(weights: Path, text: str) -> None:
    found = trained(folder=weights).read(text, spans(text))
    for a in found.attributions:
        for span in (*a.source, *a.cue, *a.content):
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text).strip() == span.of(text)
        assert a.content
        assert 0 <= a.score <= 1
    for name in found.names:
        assert name.span.of(text).strip()
        assert name.type in {"PER", "ORG", "LOC", "MISC"}


def test_the_number_of_threads_changes_nothing(weights: Path) -> None:
    one, two = (trained(folder=weights, threads=n) for n in (1, 2))
    for window in windows(TEXT, paragraphs_of(TEXT), one.vocabulary):
        a, b = one.scores(window), two.scores(window)
        assert all((getattr(a, k) == getattr(b, k)).all() for k in ("tags", "names", "vectors"))
    assert one.read(TEXT, spans(TEXT)) == two.read(TEXT, spans(TEXT))


def test_what_was_read_before_changes_nothing(weights: Path) -> None:
    reader = trained(folder=weights)
    first = reader.read(TEXT, spans(TEXT))
    reader.read("x" * 3000, [Span(0, 3000)])
    assert reader.read(TEXT, spans(TEXT)) == first


def test_more_is_held_likely_in_a_language_that_was_not_taught(
    weights: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[float]] = []
    monkeypatch.setattr(
        "quoth.nets.reader.drafts", lambda *given: seen.append(given[4].tolist()) or []
    )
    reader = trained(folder=weights)
    reader.read("The dam.\nLa diga.", spans("The dam.\nLa diga."), ["sv", "it"])
    known, strange = LEAN["quality"], LEAN["quality"] + STRANGE
    assert seen == [[strange] * 3 + [known] * 3]
    assert strange > known
    reader.read("The dam.", spans("The dam."))
    assert seen[1] == [known] * 3


def test_what_was_taught_are_languages_of_the_corpus_and_all_that_are_measured() -> None:
    corpus = Path(__file__).parents[2] / "train" / "corpus"
    known = {p.name for p in corpus.iterdir() if p.is_dir()}
    measured = {p.parent.name for p in corpus.glob("*/*-27.txt")}
    assert len(measured) == 18
    # articles in a language that these weights have not read may wait for the next ones
    assert measured | {"und"} <= taught() <= known | {"und"}


def test_a_missing_list_of_languages_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quoth.nets.weights.DATA", tmp_path)
    with pytest.raises(WeightsError, match=r"languages\.txt cannot be read"):
        taught()


def test_only_the_paragraphs_are_read(weights: Path) -> None:
    found = trained(folder=weights).read(TEXT, spans(TEXT)[2:4])
    ends = spans(TEXT)[2].start, spans(TEXT)[3].end
    assert all(ends[0] <= n.span.start and n.span.end <= ends[1] for n in found.names)


def test_nothing_is_found_in_nothing(weights: Path) -> None:
    reader = trained(folder=weights)
    for found in (reader.read("", []), reader.read(" \n ", [Span(0, 3)])):
        assert (found.attributions, found.names) == ((), ())


def test_a_reader_is_made_once(weights: Path) -> None:
    assert trained(folder=weights) is trained(folder=weights)
    maker = trained(folder=weights).maker
    assert (maker.name, maker.version, len(maker.digest)) == ("quoth.quality", "test", 16)
    assert variants(weights) == ("quality",)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_reader_goes_on_in_a_forked_process(weights: Path) -> None:
    reader = trained(folder=weights, threads=2)
    expected = reader.read(TEXT, spans(TEXT))
    child = os.fork()
    if child == 0:
        os._exit(0 if reader.read(TEXT, spans(TEXT)) == expected else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_missing_weights_say_what_to_do(tmp_path: Path) -> None:
    assert variants(tmp_path) == ()
    with pytest.raises(WeightsError, match="make weights"):
        trained(folder=tmp_path)
    with pytest.raises(WeightsError, match="make weights"):
        SentenceEncoder(folder=tmp_path)


@pytest.mark.parametrize(
    "name", ["quality.onnx", "words.npy", "codes.npy", "books.npy", "pieces.json.gz", "places.npy"]
)
def test_damaged_weights_are_refused(broken: Path, name: str) -> None:
    with (broken / name).open("r+b") as file:
        file.seek(-3, os.SEEK_END)
        file.write(b"xyz")
    with pytest.raises(WeightsError) as caught:
        TrainedReader(Card.read(broken), "quality")
    assert caught.value.code == "weights-damaged"


def test_a_graph_that_cannot_run_is_refused(broken: Path) -> None:
    import nets_support

    (broken / "quality.onnx").write_bytes(b"no graph")
    nets_support.seal(broken)
    with pytest.raises(WeightsError, match="no graph"):
        trained(folder=broken).read("the dam", [Span(0, 7)])


@pytest.mark.parametrize("card", ["", "[]", "{}", '{"files": [], "variants": {}}'])
def test_a_broken_card_is_refused(tmp_path: Path, card: str) -> None:
    (tmp_path / "card.json").write_text(card)
    with pytest.raises(WeightsError):
        trained(folder=tmp_path)


def test_an_unknown_variant_is_refused(weights: Path) -> None:
    with pytest.raises(UsageError, match="quality"):
        trained("fastest", folder=weights)


def test_sentences_have_unit_length_and_know_no_neighbours(weights: Path) -> None:
    encoder = SentenceEncoder(folder=weights)
    texts = ["the dam", "", "\ud800 \0 🧑‍🚀", "the mayor said that " * 500]
    found = encoder.encode(texts)
    assert found.shape == (4, 384)
    assert np.linalg.norm(found, axis=1) == pytest.approx(1, abs=1e-4)
    assert (encoder.encode(texts[::-1])[::-1] == found).all()
    assert encoder.encode([]).shape == (0, 384)
