"""The fields of the JSON lines and the examples are those of the docs."""

import dataclasses
import re
from pathlib import Path

import pytest

import quoth
from quoth.cli.user import account_record
from quoth.cli.who import dossier_record
from quoth.export.record import article_record, mark_record, record
from quoth.export.timeline import entry_record
from quoth.model import (
    VALUES,
    ActorKind,
    Called,
    Form,
    Known,
    Place,
    Profile,
    Reading,
    Statement,
    Time,
)
from quoth.model.days import entries
from quoth.run.add import Status
from quoth.run.decided import decision_record
from quoth.run.who import Dossier, Office, Said
from quoth.store.accounts import Account, Role
from quoth.store.decisions import Decision, DecisionKind, Payload

DOCS = Path(__file__).parents[2] / "docs"
PAGE = """<html><head><title>Bridge closes</title></head><body><article>
<h1>Bridge closes after the flood</h1>
<p>The old bridge over the river has been closed to all traffic since Monday morning.</p>
<p>"It will stay closed for a month," said Maria Lund, the mayor of the town.</p>
</article></body></html>"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(PAGE)
    return path


@pytest.fixture
def reading(page: Path) -> Reading:
    (article,) = quoth.read(str(page))
    return quoth.annotate(article)


def fields(heading: str) -> set[str]:
    """The names in the first column of the table under a line that begins with `heading`."""
    text = (DOCS / "cli.md").read_text("utf-8")
    table = text.split(f"\n`quoth {heading} --json`", 1)[1].split("\n\n", 2)[1]
    cells = [line.split("|")[1] for line in table.splitlines()[2:]]
    return {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}


def test_the_fields_of_a_statement(reading: Reading):
    assert fields("read") == set(record(reading, reading.of(Statement)[0]))


def test_the_fields_of_an_article_and_its_blocks(reading: Reading):
    found = article_record(reading.article)
    assert fields("article") == set(found)
    text = (DOCS / "cli.md").read_text("utf-8")
    (line,) = re.findall(r"\| `blocks` \|(.*)\|", text)
    assert set(re.findall(r"`(\w+)`", line)) == set(found["blocks"][0])  # type: ignore[index]


def test_the_fields_of_a_mark(reading: Reading):
    assert fields("marks") == set(mark_record(reading.article, reading.marks[0]))


def test_the_fields_of_an_actor_and_of_a_decision():
    called = Called("Ina Torvald", "en")
    known = Known("a", called.name, Profile(ActorKind.PERSON, (called,)), 1)
    office = Office("mayor", "en", None, None, 1)
    said = Said("b", "c", "d", None, "en", Form.DIRECT, "no", (), 1.0)
    found = dossier_record(Dossier(known, (office,), (said,)))
    assert fields("who") == set(found)
    text = (DOCS / "cli.md").read_text("utf-8")
    for name in ("names", "offices", "statements"):
        (line,) = re.findall(rf"\| `{name}` \|(.*)\|", text)
        (inner,) = found[name]  # type: ignore[misc]
        assert set(inner) - set(re.findall(r"`(\w+)`", line)) <= {"name"}
    made = Decision(1, DecisionKind.RENAME, "ada", "2031-05-04", None, Payload("a"))
    assert fields("decisions") - {"content", "cue", "source"} == set(decision_record(made))


def test_the_fields_of_an_account():
    account = Account(1, "ana", Role.EDITOR, "2031-05-03T10:00:00+00:00")
    assert fields("user list") == set(account_record(account))


def test_the_fields_of_an_entry_of_the_timeline(reading: Reading):
    assert fields("timeline") == set(entry_record(next(entries(reading))))


def kinds() -> dict[str, set[str]]:
    """The names in the table of the kinds of marks, by kind."""
    text = (DOCS / "cli.md").read_text("utf-8")
    table = text.split("\n| kind | `value` |\n", 1)[1].split("\n\n")[0]
    rows = [line.split("|")[1:3] for line in table.splitlines()[1:]]
    return {
        kind: set(re.findall(r"`(\w+)`", cell))
        for names, cell in rows
        for kind in re.findall(r"`(\w+)`", names)
    }


def test_every_kind_of_mark_is_documented_with_its_fields():
    told = kinds()
    assert set(told) == set(VALUES)
    for kind in ("quantity", "statement", "setting", "actor", "speaker", "chain"):
        assert {f.name for f in dataclasses.fields(VALUES[kind])} <= told[kind], kind


def test_the_fields_of_a_time_and_a_place():
    text = (DOCS / "cli.md").read_text("utf-8")
    time = set(re.findall(r"`(\w+)`", text.split("\nA time is ", 1)[1].split("\n\n")[0]))
    assert {f.name for f in dataclasses.fields(Time)} | {"span", "text"} <= time
    (place,) = re.findall(r"\| `place` \| where: (.*)\|", text)
    wanted = {f.name for f in dataclasses.fields(Place)} - {"candidates"} | {"span", "text"}
    assert set(re.findall(r"`(\w+)`", place)) == wanted


def test_the_fields_of_the_summary_of_add():
    text = (DOCS / "cli.md").read_text("utf-8").split("`quoth add --json`")[1].split("\n\n")[0]
    wanted = {s.value.replace("-", "_") for s in Status} | {"ledger", "faulty", "statements"}
    assert set(re.findall(r"`(\w+)`", text)) == wanted


def test_the_example_runs(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    text = (DOCS / "api.md").read_text("utf-8")
    code = "\n".join(line[4:] for line in text.splitlines() if line.startswith("    "))
    monkeypatch.chdir(page.parent)
    exec(compile(code, "api.md", "exec"), {})  # noqa: S102
    assert capsys.readouterr().out == "direct ['\"It will stay closed for a month,\"']\n"
