"""One request of a reader, as the rooms see it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from getpass import getuser
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse
from markupsafe import Markup
from sqlalchemy import Connection

from quoth.run.accounts import digest, logged_in
from quoth.run.rights import Right, rights
from quoth.store import Ledger
from quoth.store.accounts import Account
from quoth.store.folding import clean
from quoth.store.views.lines import Line
from quoth.web import cookies, words
from quoth.web.cards import card
from quoth.web.days import day_of, stretch_of
from quoth.web.finding import Piece
from quoth.web.keeping import Keeping
from quoth.web.moments import moment_of
from quoth.web.pages import environment
from quoth.web.settings import Settings

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Visit:
    """Who asks, and in which language.

    Attributes:
        language: of the interface, one of `quoth.web.words.LANGUAGES`.
        account: that is logged in; None where nobody is.
    """

    request: Request
    ledger: Ledger
    settings: Settings
    language: str
    account: Account | None = None

    def page(self, template: str, status: int = 200, **context: Any) -> HTMLResponse:
        """A page of HTML from a template of `templates/`, in the language of the reader."""
        made = environment(self.language).get_template(template)
        body = made.render(
            visit=self, day=self.day, number=self.number, path=self.request.url.path, **context
        )
        # a lone surrogate, which a text may hold, has no encoding
        body = clean(body)
        # what a page shows depends on who asks; nothing that an account saw stays behind
        kept = "no-cache" if self.account is None else "no-store"
        headers = {"content-language": self.language, "cache-control": f"private, {kept}"}
        answer = HTMLResponse(body, status, headers)
        cookies.keep_form(self.request, answer, self.settings)
        return answer

    def may(self, right: str) -> bool:
        """Whether who asks may do something: one of `quoth.run.rights.Right`.

        Raises:
            ValueError: if there is no such right.
        """
        role = self.account.role if self.account else None
        return Right(right) in rights(role, self.settings.accounts, self.settings.private)

    @property
    def token(self) -> str:
        """What every form that is sent by POST has in a hidden field `token`."""
        return cookies.form_token(self.request, self.settings)

    @property
    def author(self) -> str:
        """The name under which is kept what the one who asks decides."""
        if self.account is not None:
            return self.account.name
        try:
            return getuser()
        except (OSError, KeyError):  # the system has no name for its user
            return "owner"

    @property
    def here(self) -> str:
        """The address of the page in this room, with what was asked."""
        url = self.request.url
        return f"{url.path}?{url.query}" if url.query else url.path

    @property
    def languages(self) -> dict[str, str]:
        """The languages of the interface, each with its own name."""
        return words.NAMES

    def kept(self, question: Hashable, find: Callable[[Connection], T]) -> T:
        """What the ledger answers; see `quoth.web.keeping`.

        Args:
            question: what is asked; equal ones have one answer, whoever asks.
        """
        keeping: Keeping = self.request.app.state.keeping
        return keeping.get(question, lambda: self.ledger.ask(find))

    def number(self, value: float) -> str:
        """A number as the reader's language writes it."""
        return words.number(value, self.language)

    def territory(self, code: str) -> str:
        """The name of a country (ISO 3166-1) or region (UN M49); the code where it has none."""
        return str(words.locale(self.language).territories.get(code, code))

    def day(self, value: str | None, form: str = "long") -> str:
        """A day (`YYYY-MM-DD`, what follows does not count), month or year as people write it."""
        return day_of(value, self.language, form)

    def moment(self, value: str) -> str:
        """A day with its time of day and zone, where the value (ISO 8601) has them."""
        return moment_of(value, self.language)

    def card(
        self, line: Line, heading: str = "h3", pieces: Sequence[Piece] | None = None
    ) -> Markup:
        """A statement as lists show it; see `quoth.web.cards`."""
        return card(self.language, line, heading, pieces)

    def stretch(self, first: str, last: str) -> str:
        """Two days, moments, months or years and all between them, as people write it."""
        return stretch_of(first, last, self.language)


def visit_of(request: Request) -> Visit:
    """The visit of a request; see `Visiting`.  It may ask the ledger."""
    settings: Settings = request.app.state.settings
    token = cookies.session(request, settings) if settings.accounts else None
    ledger: Ledger = request.app.state.ledger
    account = None if token is None else logged_in(ledger, digest(token))
    return Visit(request, ledger, settings, language_of(request), account)


async def _visit(request: Request) -> Visit:
    settings: Settings = request.app.state.settings
    if settings.accounts and cookies.session(request, settings) is not None:
        return await run_in_threadpool(visit_of, request)
    # nothing to ask the ledger: handing it to a thread would take longer than doing it
    return visit_of(request)


def language_of(request: Request) -> str:
    """The language of the interface for a request."""
    wanted = request.cookies.get("language", "")
    named = (wanted,) if wanted in words.LANGUAGES else ()
    told = words.accepted(request.headers.get("accept-language", ""))
    return words.chosen((*named, *told))


Visiting = Annotated[Visit, Depends(_visit)]
"""The parameter by which a room takes a visit."""
