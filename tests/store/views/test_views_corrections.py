"""The history of decisions and the members of actors, in pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from store_samples import reading

from quoth.errors import UsageError
from quoth.model import ActorKind, Span
from quoth.store import Ledger, open_ledger
from quoth.store.decisions import Anchor, Decision, DecisionKind, Decisions, Payload, Spot, When
from quoth.store.mending import article_spot
from quoth.store.views import corrections
from quoth.store.views.corrections import SHOWN

AT = Spot("a1", "m1", "statement", (Span(0, 4),), "said", "Ina")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l") as opened:
        yield opened


def decide(ledger: Ledger, kind: DecisionKind, payload: Payload) -> Decision:
    return ledger.change(lambda c: Decisions(c).add(kind, "ada", "why", payload))


def numbers(told: tuple[corrections.Told, ...]) -> list[int]:
    return [one.decision.number for one in told]


def test_the_history_goes_back_page_by_page(ledger: Ledger) -> None:
    for day in range(1, 8):
        kind = DecisionKind.DATE if day % 2 else DecisionKind.WRONG
        when = When(f"2031-05-0{day}", f"2031-05-0{day}")
        decide(ledger, kind, Payload("", spot=AT, when=when))
    first = ledger.ask(lambda c: corrections.history(c, limit=3))
    second = ledger.ask(lambda c: corrections.history(c, after=first.next, limit=3))
    last = ledger.ask(lambda c: corrections.history(c, after=second.next, limit=3))
    assert [numbers(page.told) for page in (first, second, last)] == [[7, 6, 5], [4, 3, 2], [1]]
    assert last.next is None
    dates = ledger.ask(lambda c: corrections.history(c, [DecisionKind.DATE], limit=3))
    assert numbers(dates.told) == [7, 5, 3]


def test_a_decision_is_found_by_all_that_it_is_about(ledger: Ledger) -> None:
    decide(ledger, DecisionKind.WRONG, Payload("", spot=AT))
    decide(ledger, DecisionKind.MERGE, Payload("e1", "e2"))
    for subject, found in (("a1", [1]), ("m1", [1]), ("e1", [2]), ("e2", [2]), ("", [])):
        told = ledger.ask(lambda c, subject=subject: corrections.about(c, subject))
        assert numbers(told) == found
    assert ledger.ask(lambda c: corrections.one(c, 1)).decision.payload.spot == AT
    with pytest.raises(UsageError) as error:
        ledger.ask(lambda c: corrections.one(c, 3))
    assert error.value.code == "no-such-decision"


def test_a_day_of_publication_is_told_with_the_headline(ledger: Ledger) -> None:
    given = reading()
    ledger.add("a", given)
    of = article_spot(given.article)
    when = When("2031-05-04", "2031-05-04")
    decide(ledger, DecisionKind.PUBLISHED, Payload("", spot=of, when=when))
    decide(ledger, DecisionKind.PUBLISHED, Payload("", spot=replace(of, article="b"), when=when))
    told = ledger.ask(lambda c: corrections.history(c, [DecisionKind.PUBLISHED])).told
    assert [one.headline for one in told] == [None, given.article.meta.headline]
    assert told[1].headline


def test_of_very_many_members_a_few_are_told_and_all_are_counted(ledger: Ledger) -> None:
    moved = tuple(Anchor(f"a{i}", "m", ActorKind.PERSON, "Ina") for i in range(SHOWN + 7))
    decide(ledger, DecisionKind.MERGE, Payload("e1", "e2", moved=moved))
    told = ledger.ask(lambda c: corrections.one(c, 1))
    assert told.decision.payload.moved == moved[:SHOWN]
    assert told.moved == SHOWN + 7


def test_actors_that_are_no_more_have_no_name(ledger: Ledger) -> None:
    decide(ledger, DecisionKind.MERGE, Payload("e1", "e2"))
    told = ledger.ask(lambda c: corrections.one(c, 1))
    assert (told.name, told.other) == (None, None)


@pytest.mark.parametrize("after", ["x", "MQ", "YQpiCmM"])
def test_what_is_no_place_in_the_list_is_refused(ledger: Ledger, after: str) -> None:
    with pytest.raises(UsageError) as error:
        ledger.ask(lambda c: corrections.members(c, "e1", after))
    assert error.value.code == "bad-cursor"
