"""One request of a reader, as the rooms see it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from babel.numbers import format_decimal
from fastapi import Depends, Request
from fastapi.responses import HTMLResponse
from sqlalchemy import Connection

from quoth.store import Ledger
from quoth.web import words
from quoth.web.days import day_of
from quoth.web.keeping import Keeping
from quoth.web.pages import environment
from quoth.web.settings import Settings

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Visit:
    """Who asks, and in which language.

    Attributes:
        language: of the interface, one of `quoth.web.words.LANGUAGES`.
    """

    request: Request
    ledger: Ledger
    settings: Settings
    language: str

    def page(self, template: str, status: int = 200, **context: Any) -> HTMLResponse:
        """A page of HTML from a template of `templates/`, in the language of the reader."""
        made = environment(self.language).get_template(template)
        body = made.render(
            visit=self, day=self.day, number=self.number, path=self.request.url.path, **context
        )
        return HTMLResponse(body, status, {"content-language": self.language})

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
        return str(format_decimal(value, locale=words.locale(self.language)))

    def day(self, value: str | None, form: str = "long") -> str:
        """A day (`YYYY-MM-DD`, what follows does not count), month or year as people write it."""
        return day_of(value, self.language, form)


def _visit(request: Request) -> Visit:
    wanted = request.cookies.get("language", "")
    named = (wanted,) if wanted in words.LANGUAGES else ()
    told = words.accepted(request.headers.get("accept-language", ""))
    state = request.app.state
    return Visit(request, state.ledger, state.settings, words.chosen((*named, *told)))


Visiting = Annotated[Visit, Depends(_visit)]
"""The parameter by which a room takes a visit."""
