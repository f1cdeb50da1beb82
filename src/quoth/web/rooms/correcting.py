"""The forms by which an editor corrects a statement, a day or an actor.

A page has several forms, each with a name; all are sent and refused in one way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Query, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, Field
from sqlalchemy import Connection

from quoth.errors import UsageError
from quoth.model import Statement
from quoth.model.group import Known
from quoth.run import correcting, deciding
from quoth.run.author import Author
from quoth.run.choosing import Chosen
from quoth.run.wording import LONGEST, Wording, when
from quoth.store.decisions import Decision, DecisionKind, When
from quoth.store.views import actors
from quoth.store.views import corrections as views
from quoth.web.correction import Asked, asked, asked_day, passages, people
from quoth.web.entry import Editing
from quoth.web.rooms.corrections import done as told_at
from quoth.web.visit import Visit, Visiting

router = APIRouter(include_in_schema=False)

Words = Annotated[str, Field(max_length=LONGEST)]
Line = Annotated[str, Field(max_length=1000)]
Number = Annotated[int, Query(ge=0, lt=2**31)]
_STATEMENT, _ARTICLE, _TIME, _ACTOR = (
    "/corrections/statements/",
    "/corrections/articles/",
    "/corrections/times/",
    "/corrections/actors/",
)
_DATE = "date"
_FIELDS = {"spans": ("content", "cue", "source", "speaker"), _DATE: ("first", "last", "clock")}
"""What somebody filled in stands in its form again, where it is refused."""


class Sent(BaseModel):
    """What a form sends: each has some of it, and a reason."""

    content: Words = ""
    cue: Words = ""
    source: Words = ""
    speaker: Line = ""
    first: Line = ""
    last: Line = ""
    clock: Line = ""
    name: Line = ""
    other: Line = ""
    article: Annotated[list[str], Field(max_length=200)] = []
    called: Line = ""
    country: Line = ""
    reason: Line = ""

    @property
    def when(self) -> When:
        """The days, or the minute.

        Raises:
            UsageError: if it is none (`no-day`).
        """
        first, last, clock = self.first.strip(), self.last.strip(), self.clock.strip()
        return when(f"{first}T{clock}") if clock else when(first, last)


Sending = Annotated[Sent, Form()]
Deed = Callable[[Sent, Author], Decision]
_ALL = frozenset(DecisionKind)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of something that is corrected.

    Attributes:
        address: of the page.
        template: its file; it shows what is in `shown`.
        about: the id of what is decided about.
        deeds: what each form does, by its name.
        asked: what the forms hold.
        holding: decisions that hold of it, also those about an earlier id.
        kinds: the decisions that its history tells.
    """

    address: str
    template: str
    about: str
    shown: Mapping[str, object]
    deeds: Mapping[str, Deed]
    asked: Asked = field(default_factory=Asked)
    holding: tuple[Decision, ...] = ()
    kinds: frozenset[DecisionKind] = _ALL


@router.get(_STATEMENT + "{ident}")
def of_statement(visit: Visiting, ident: str, done: Number = 0) -> Response:
    """A statement, what was decided about it, and the forms to correct it."""
    try:
        page = _statement(visit, ident)
    except UsageError:
        # the page is read otherwise now; what was decided is told still
        found = visit.ledger.ask(lambda c: views.about(c, ident))
        if not found:
            raise
        return visit.page("correct_gone.html", 404, told=found)
    return _page(visit, page, done=done)


@router.post(_STATEMENT + "{ident}/{form}")
def statement(visit: Editing, ident: str, form: str, sent: Sending) -> Response:
    """Decide that a statement is none, which words it has, or when it was made."""
    return _decide(visit, _statement(visit, ident), form, sent)


@router.get(_ARTICLE + "{ident}")
def of_article(visit: Visiting, ident: str, done: Number = 0) -> Response:
    """The day of publication, what was decided about it, and the form to correct it."""
    return _page(visit, _article(visit, ident), done=done)


@router.post(_ARTICLE + "{ident}")
def article(visit: Editing, ident: str, sent: Sending) -> Response:
    """Decide on which day an article was published."""
    return _decide(visit, _article(visit, ident), _DATE, sent)


@router.get(_TIME + "{article}/{ident}")
def of_time(visit: Visiting, article: str, ident: str, done: Number = 0) -> Response:
    """A time on a page, what was decided about it, and the form to correct it."""
    return _page(visit, _time(visit, article, ident), done=done)


@router.post(_TIME + "{article}/{ident}")
def time(visit: Editing, article: str, ident: str, sent: Sending) -> Response:
    """Decide which day a time on a page means."""
    return _decide(visit, _time(visit, article, ident), _DATE, sent)


@router.get(_ACTOR + "{ident}")
def of_actor(
    visit: Visiting,
    ident: str,
    other: Annotated[str, Query(max_length=500)] = "",
    after: Annotated[str, Query(max_length=200)] = "",
    done: Number = 0,
) -> Response:
    """An actor, what was decided about it, and the forms to name it, to merge and to split it."""
    return _page(visit, _actor(visit, ident, other, after), done=done)


@router.post(_ACTOR + "{ident}/{form}")
def actor(visit: Editing, ident: str, form: str, sent: Sending) -> Response:
    """Decide what an actor is called, that another one is this one, or that some are another."""
    return _decide(visit, _actor(visit, ident), form, sent)


def _statement(visit: Visit, ident: str) -> Page:
    ledger, told = visit.ledger, correcting.statement(visit.ledger, ident)
    if not isinstance(told.read.value, Statement):
        raise UsageError("this is no statement", "no-such-statement")

    def mend(sent: Sent, by: Author) -> Decision:
        words = Wording(sent.content, sent.cue, sent.source, sent.speaker)
        return correcting.mend(ledger, ident, words, by)

    at = (told.reading.article.id, ident)
    return Page(
        _STATEMENT + ident,
        "correct_statement.html",
        told.read.id,
        {"told": told, "passages": passages(told), "people": people(told)},
        {
            "wrong": lambda _, by: correcting.mark_wrong(ledger, ident, by),
            "spans": mend,
            _DATE: lambda sent, by: correcting.redate(ledger, at, sent.when, by),
        },
        asked(told),
        told.decisions,
    )


def _article(visit: Visit, ident: str) -> Page:
    told = correcting.article(visit.ledger, ident)
    return Page(
        _ARTICLE + ident,
        "correct_article.html",
        ident,
        {"told": told},
        {_DATE: lambda sent, by: correcting.republish(visit.ledger, ident, sent.when, by)},
        asked_day(told),
        told.decisions,
        frozenset({DecisionKind.PUBLISHED}),
    )


def _time(visit: Visit, article: str, ident: str) -> Page:
    told, at = correcting.mark(visit.ledger, article, ident), (article, ident)
    return Page(
        f"{_TIME}{article}/{ident}",
        "correct_time.html",
        told.read.id,
        {"told": told, "passages": passages(told)},
        {_DATE: lambda sent, by: correcting.redate(visit.ledger, at, sent.when, by)},
        asked(told),
        told.decisions,
    )


def _actor(visit: Visit, ident: str, other: str = "", after: str = "") -> Page:
    ledger, known = visit.ledger, _known(visit, ident)

    def found(connection: Connection) -> tuple[actors.Listed, ...]:
        return actors.named(connection, other) if other.strip() else ()

    def merge(sent: Sent, by: Author) -> Decision:
        return deciding.merge(ledger, known, _known(visit, sent.other), by)

    def split(sent: Sent, by: Author) -> Decision:
        chosen = Chosen(tuple(sent.article), sent.called, sent.country)
        if chosen.none:
            raise UsageError("say which go", "nothing-to-split")
        return deciding.split(ledger, known, chosen, by)

    like = [a for a in ledger.ask(found) if a.id != known.id and a.kind is known.profile.kind]
    members = ledger.ask(lambda c: views.members(c, known.id, after))
    return Page(
        _ACTOR + ident,
        "correct_actor.html",
        known.id,
        {"known": known, "other": other, "like": like, "members": members},
        {
            "rename": lambda sent, by: deciding.rename(ledger, known, sent.name, by),
            "merge": merge,
            "split": split,
        },
    )


def _known(visit: Visit, ident: str) -> Known:
    with visit.ledger.entities() as entities:
        found = entities.known([ident]).get(ident)
    if found is None:
        raise UsageError(f"the ledger holds no entity {ident!r}", "no-such-entity")
    return found


def _page(visit: Visit, page: Page, form: str = "", code: str = "", *, done: int = 0) -> Response:
    """A page; `code` tells why what a form asked was refused."""
    return visit.page(
        page.template,
        400 if code else 200,
        asked=page.asked,
        form=form,
        code=code,
        history=[x for x in _history(visit, page) if x.decision.kind in page.kinds],
        done=_done(visit, done),
        **page.shown,
    )


def _decide(visit: Visit, page: Page, form: str, sent: Sent) -> Response:
    """Decide what a form asks and go on to where it is told; or tell why that cannot be."""
    if form not in page.deeds:
        raise HTTPException(404)
    try:
        made = page.deeds[form](sent, _author(visit, sent.reason))
    except UsageError as error:
        filled = {name: getattr(sent, name) for name in _FIELDS.get(form, ())}
        again = replace(page, asked=replace(page.asked, **filled, reason=sent.reason))
        return _page(visit, again, form, error.code)
    return RedirectResponse(told_at(page.address, made.number), 303)


def _author(visit: Visit, reason: str) -> Author:
    """Who decides; here, where others read the history, always with a reason.

    Raises:
        UsageError: if there is none (`no-reason`).
    """
    if not reason.strip():
        raise UsageError("a decision has a reason", "no-reason")
    return Author(visit.author, reason.strip())


def _history(visit: Visit, page: Page) -> tuple[views.Told, ...]:
    """What was decided about something, also when it had another id."""

    def found(connection: Connection) -> tuple[views.Told, ...]:
        by_id = views.about(connection, page.about)
        numbers = {told.decision.number for told in by_id}
        more = {d.number for d in page.holding} - numbers
        earlier = views.of_numbers(connection, more) if more else ()
        return tuple(sorted((*by_id, *earlier), key=lambda t: -t.decision.number))

    return visit.ledger.ask(found)


def _done(visit: Visit, number: int) -> views.Told | None:
    """What was just decided, to be told above the forms."""
    if not number:
        return None
    try:
        return visit.ledger.ask(lambda c: views.one(c, number))
    except UsageError:  # an address that somebody changed
        return None
