"""The forms by which an editor corrects a statement, a day or an actor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Annotated

from fastapi import APIRouter, Form, Query, Response
from fastapi.responses import RedirectResponse
from sqlalchemy import Connection

from quoth.errors import UsageError
from quoth.model import Statement
from quoth.model.group import Known
from quoth.run import correcting, deciding
from quoth.run.author import Author
from quoth.run.choosing import Chosen
from quoth.run.correcting import Corrected, Published
from quoth.run.wording import LONGEST, Wording, when
from quoth.store.decisions import Decision, DecisionKind, When
from quoth.store.views import actors
from quoth.store.views import corrections as views
from quoth.web.correction import Asked, asked, asked_day, passages, people
from quoth.web.entry import Editing
from quoth.web.rooms.corrections import done
from quoth.web.visit import Visit, Visiting

router = APIRouter(include_in_schema=False)

Words = Annotated[str, Form(max_length=LONGEST)]
Line = Annotated[str, Form(max_length=1000)]
Number = Annotated[int, Query(ge=0, lt=2**31)]
_STATEMENT, _ARTICLE, _TIME, _ACTOR = (
    "/corrections/statements/",
    "/corrections/articles/",
    "/corrections/times/",
    "/corrections/actors/",
)


@router.get(_STATEMENT + "{ident}")
def of_statement(visit: Visiting, ident: str, done: Number = 0) -> Response:
    """A statement, what was decided about it, and the forms to correct it."""
    try:
        told = correcting.statement(visit.ledger, ident)
    except UsageError:
        # the page is read otherwise now; what was decided is told still
        found = visit.ledger.ask(lambda c: views.about(c, ident))
        if not found:
            raise
        return visit.page("correct_gone.html", 404, told=found)
    return _statement(visit, told, asked(told), done=done)


@router.post(_STATEMENT + "{ident}/wrong")
def wrong(visit: Editing, ident: str, reason: Line = "") -> Response:
    """Decide that a statement is none."""
    told = correcting.statement(visit.ledger, ident)
    filled = replace(asked(told), reason=reason)
    return _decide(
        lambda: correcting.mark_wrong(visit.ledger, ident, _author(visit, reason)),
        _STATEMENT + ident,
        lambda code: _statement(visit, told, filled, "wrong", code),
    )


@router.post(_STATEMENT + "{ident}/spans")
def spans(
    visit: Editing,
    ident: str,
    content: Words = "",
    cue: Words = "",
    source: Words = "",
    speaker: Line = "",
    reason: Line = "",
) -> Response:
    """Decide which words a statement has, and who says them."""
    told = correcting.statement(visit.ledger, ident)
    words = Wording(content, cue, source, speaker)
    filled = replace(asked(told), **asdict(words), reason=reason)
    return _decide(
        lambda: correcting.mend(visit.ledger, ident, words, _author(visit, reason)),
        _STATEMENT + ident,
        lambda code: _statement(visit, told, filled, "spans", code),
    )


@router.post(_STATEMENT + "{ident}/date")
def date(
    visit: Editing,
    ident: str,
    first: Line = "",
    last: Line = "",
    clock: Line = "",
    reason: Line = "",
) -> Response:
    """Decide when a statement was made."""
    told = correcting.statement(visit.ledger, ident)
    filled = replace(asked(told), first=first, last=last, clock=clock, reason=reason)
    at = (told.reading.article.id, ident)
    return _decide(
        lambda: _redate(visit, at, filled),
        _STATEMENT + ident,
        lambda code: _statement(visit, told, filled, "date", code),
    )


@router.get(_TIME + "{article}/{ident}")
def of_time(visit: Visiting, article: str, ident: str, done: Number = 0) -> Response:
    """A time on a page, what was decided about it, and the form to correct it."""
    told = correcting.mark(visit.ledger, article, ident)
    return _time(visit, told, asked(told), done=done)


@router.post(_TIME + "{article}/{ident}")
def time(
    visit: Editing,
    article: str,
    ident: str,
    first: Line = "",
    last: Line = "",
    clock: Line = "",
    reason: Line = "",
) -> Response:
    """Decide which day a time on a page means."""
    told = correcting.mark(visit.ledger, article, ident)
    filled = Asked(first=first, last=last, clock=clock, reason=reason)
    return _decide(
        lambda: _redate(visit, (article, ident), filled),
        f"{_TIME}{article}/{ident}",
        lambda code: _time(visit, told, filled, code),
    )


@router.get(_ARTICLE + "{ident}")
def of_article(visit: Visiting, ident: str, done: Number = 0) -> Response:
    """The day of publication, what was decided about it, and the form to correct it."""
    told = correcting.article(visit.ledger, ident)
    return _article(visit, told, asked_day(told), done=done)


@router.post(_ARTICLE + "{ident}")
def published(
    visit: Editing, ident: str, first: Line = "", clock: Line = "", reason: Line = ""
) -> Response:
    """Decide on which day an article was published."""
    told = correcting.article(visit.ledger, ident)
    filled = Asked(first=first, clock=clock, reason=reason)

    def deed() -> Decision:
        return correcting.republish(visit.ledger, ident, _when(filled), _author(visit, reason))

    return _decide(deed, _ARTICLE + ident, lambda code: _article(visit, told, filled, code))


@router.get(_ACTOR + "{ident}")
def of_actor(
    visit: Visiting,
    ident: str,
    other: Annotated[str, Query(max_length=500)] = "",
    after: Annotated[str, Query(max_length=200)] = "",
    done: Number = 0,
) -> Response:
    """An actor, what was decided about it, and the forms to name it, to merge and to split it."""
    return _actor(visit, _known(visit, ident), other=other, after=after, done=done)


@router.post(_ACTOR + "{ident}/rename")
def rename(visit: Editing, ident: str, name: Line = "", reason: Line = "") -> Response:
    """Decide what an actor is called."""
    known = _known(visit, ident)
    return _decide(
        lambda: deciding.rename(visit.ledger, known, name, _author(visit, reason)),
        _ACTOR + ident,
        lambda code: _actor(visit, known, "rename", code),
    )


@router.post(_ACTOR + "{ident}/merge")
def merge(visit: Editing, ident: str, other: Line = "", reason: Line = "") -> Response:
    """Decide that another actor is this one."""
    known = _known(visit, ident)
    return _decide(
        lambda: deciding.merge(visit.ledger, known, _known(visit, other), _author(visit, reason)),
        _ACTOR + ident,
        lambda code: _actor(visit, known, "merge", code),
    )


@router.post(_ACTOR + "{ident}/split")
def split(
    visit: Editing,
    ident: str,
    article: Annotated[list[str] | None, Form(max_length=200)] = None,
    called: Line = "",
    country: Line = "",
    reason: Line = "",
) -> Response:
    """Decide that some of those who are taken for an actor are another one."""
    known = _known(visit, ident)
    chosen = Chosen(tuple(article or ()), called, country)

    def deed() -> Decision:
        if chosen.none:
            raise UsageError("say which go", "nothing-to-split")
        return deciding.split(visit.ledger, known, chosen, _author(visit, reason))

    return _decide(deed, _ACTOR + ident, lambda code: _actor(visit, known, "split", code))


def _decide(
    deed: Callable[[], Decision], address: str, refused: Callable[[str], Response]
) -> Response:
    """Decide something and go on to where it is told; or tell why that cannot be."""
    try:
        made = deed()
    except UsageError as error:
        return refused(error.code)
    return RedirectResponse(done(address, made.number), 303)


def _redate(visit: Visit, at: tuple[str, str], told: Asked) -> Decision:
    return correcting.redate(visit.ledger, at, _when(told), _author(visit, told.reason))


def _when(told: Asked) -> When:
    first, last = told.first.strip(), told.last.strip()
    if told.clock.strip():
        last = first = f"{first}T{told.clock.strip()}"
    return when(first, last)


def _author(visit: Visit, reason: str) -> Author:
    """Who decides; here, where others read the history, always with a reason.

    Raises:
        UsageError: if there is none (`no-reason`).
    """
    if not reason.strip():
        raise UsageError("a decision has a reason", "no-reason")
    return Author(visit.author, reason.strip())


def _statement(
    visit: Visit, told: Corrected, filled: Asked, form: str = "", code: str = "", done: int = 0
) -> Response:
    if not isinstance(told.read.value, Statement):
        raise UsageError("this is no statement", "no-such-statement")
    return visit.page(
        "correct_statement.html",
        400 if code else 200,
        told=told,
        asked=filled,
        passages=passages(told),
        people=people(told),
        form=form,
        code=code,
        history=_history(visit, told.read.id, told.decisions),
        done=_done(visit, done),
    )


def _time(visit: Visit, told: Corrected, filled: Asked, code: str = "", done: int = 0) -> Response:
    return visit.page(
        "correct_time.html",
        400 if code else 200,
        told=told,
        asked=filled,
        passages=passages(told),
        code=code,
        history=_history(visit, told.read.id, told.decisions),
        done=_done(visit, done),
    )


def _article(
    visit: Visit, told: Published, filled: Asked, code: str = "", done: int = 0
) -> Response:
    history = _history(visit, told.read.id, told.decisions)
    return visit.page(
        "correct_article.html",
        400 if code else 200,
        told=told,
        asked=filled,
        code=code,
        history=[x for x in history if x.decision.kind is DecisionKind.PUBLISHED],
        done=_done(visit, done),
    )


def _actor(
    visit: Visit,
    known: Known,
    form: str = "",
    code: str = "",
    *,
    other: str = "",
    after: str = "",
    done: int = 0,
) -> Response:
    def found(connection: Connection) -> tuple[actors.Listed, ...]:
        return actors.named(connection, other) if other.strip() else ()

    like = visit.ledger.ask(found)
    return visit.page(
        "correct_actor.html",
        400 if code else 200,
        known=known,
        other=other,
        like=[a for a in like if a.id != known.id and a.kind is known.profile.kind],
        members=visit.ledger.ask(lambda c: views.members(c, known.id, after)),
        form=form,
        code=code,
        history=visit.ledger.ask(lambda c: views.about(c, known.id)),
        done=_done(visit, done),
    )


def _known(visit: Visit, ident: str) -> Known:
    with visit.ledger.entities() as entities:
        found = entities.known([ident]).get(ident)
    if found is None:
        raise UsageError(f"the ledger holds no entity {ident!r}", "no-such-entity")
    return found


def _history(visit: Visit, ident: str, holding: tuple[Decision, ...]) -> tuple[views.Told, ...]:
    """What was decided about a mark, also when it had another id."""

    def found(connection: Connection) -> tuple[views.Told, ...]:
        by_id = views.about(connection, ident)
        numbers = {told.decision.number for told in by_id}
        more = {d.number for d in holding} - numbers
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
