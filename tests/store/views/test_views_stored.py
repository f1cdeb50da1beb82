"""When the ledger read an article."""

from pathlib import Path

from quoth.model import Article, Metadata, Origin, OriginKind, Reading, Source
from quoth.store import open_ledger
from quoth.store.views.stored import stored_at


def _reading(name: str) -> Reading:
    source = Source(name, sha256=name * 8)
    return Reading(Article(name, source, name, (), Origin(OriginKind.TEXT, ("",), ()), Metadata()))


def test_each_article_has_its_moment_and_others_none(tmp_path: Path):
    with open_ledger(tmp_path / "l.quoth") as ledger:
        for name in ("a", "b", "c"):
            ledger.add(name, _reading(name))
        found = ledger.ask(lambda c: stored_at(c, ("a", "c", "c", "none")))
        nothing = ledger.ask(lambda c: stored_at(c, ()))
    assert set(found) == {"a", "c"}
    assert all(moment.endswith("+00:00") for moment in found.values())
    assert nothing == {}
