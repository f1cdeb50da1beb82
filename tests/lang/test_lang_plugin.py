"""A language that comes from outside: a folder, an entry point, no change of code."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

from quoth.annotate import annotate
from quoth.annotate.statements.grammar import grammar
from quoth.lang import available, load, pack
from quoth.model import (
    Article,
    Block,
    BlockKind,
    Language,
    Metadata,
    Sentence,
    Source,
    Span,
    Statement,
    identity,
)

SETTINGS = """
code = "eo"
name = "Esperanto"
direction = "ltr"
quotes = [["“", "”"]]
dash_speech = false
elision = false
proclitics = []
clitics = []
verb_final = false
drop_subject = false
comma_clause = "always"
verb_second = false
"""
WORDS = "verb\tdiris|diras\tqczv\ncomp\tke\ntitle\tS-ro\nabbr\td-ro\ndet\tla\nrole\tministr*\n"


def _forget() -> None:
    load._folders.cache_clear()
    pack.cache_clear()
    grammar.cache_clear()


@pytest.fixture
def esperanto(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package with one pack, which an entry point names."""
    folder = tmp_path / "esperanto_packs" / "eo"
    folder.mkdir(parents=True)
    (folder.parent / "__init__.py").touch()
    (folder / "pack.toml").write_text(SETTINGS, "utf-8")
    (folder / "words.tsv").write_text(WORDS, "utf-8")
    point = metadata.EntryPoint("eo", "esperanto_packs", load.ENTRY_POINT)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(
        metadata, "entry_points", lambda *, group: [point] if group == load.ENTRY_POINT else []
    )
    _forget()
    yield folder.parent
    monkeypatch.undo()
    sys.modules.pop("esperanto_packs", None)
    _forget()


@pytest.mark.usefixtures("esperanto")
def test_an_entry_points_pack_is_one_of_the_available() -> None:
    assert "eo" in available()
    assert {"en", "tr"} <= set(available())
    assert pack("eo").name == "Esperanto"


@pytest.mark.usefixtures("esperanto")
def test_an_attribution_is_read_in_a_language_that_came_from_outside() -> None:
    text = "La ministro diris, ke la ponto restos fermita ĝis marto. D-ro Mir dormas."
    article = Article(
        "a",
        Source("a"),
        text,
        (Block(BlockKind.PARAGRAPH, Span(0, len(text))),),
        identity(len(text)),
        Metadata(language="eo"),
    )
    reading = annotate(article, "pack")
    assert [m.value.code for m in reading.of(Language)] == ["eo"]
    assert [m.span.of(text) for m in reading.of(Sentence)] == [
        "La ministro diris, ke la ponto restos fermita ĝis marto.",
        "D-ro Mir dormas.",
    ]
    (found,) = reading.of(Statement)
    assert [s.of(text) for s in found.value.source] == ["La ministro"]
    assert [s.of(text) for s in found.value.cue] == ["diris"]
    assert [s.of(text) for s in found.value.content] == ["ke la ponto restos fermita ĝis marto"]
    assert pack("eo").digest in found.by.digest


def test_a_pack_from_outside_does_not_replace_one_of_ours(esperanto: Path) -> None:
    (esperanto / "eo").rename(esperanto / "en")
    _forget()
    assert pack("en").name == "English"
    assert "eo" not in available()


def test_a_folder_without_settings_is_no_pack(esperanto: Path) -> None:
    (esperanto / "xx").mkdir()
    (esperanto / "xx" / "words.tsv").touch()
    _forget()
    assert "xx" not in available()


def test_without_the_entry_point_the_language_is_gone() -> None:
    assert "eo" not in available()
