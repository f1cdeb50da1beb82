"""The options that choose statements of a ledger."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from quoth.model import Form
from quoth.store import StatementFilter

F = TypeVar("F", bound=Callable[..., Any])


def _day(_ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as err:
        raise click.BadParameter(f"{value!r} is not a day (YYYY-MM-DD)", param=param) from err


_FILTERS = (
    click.option("--speaker", metavar="WORDS", help="Part of the words that name the source."),
    click.option("--since", metavar="DAY", callback=_day, help="Published on this day or later."),
    click.option("--until", metavar="DAY", callback=_day, help="Published on this day or before."),
    click.option("--form", type=click.Choice([f.value for f in Form]), help="Of this form."),
    click.option("--language", metavar="CODE", help="In this language; pt fits pt-BR too."),
    click.option(
        "--text",
        metavar="WORDS",
        help='With all these words; "..." is a phrase, word* any word that begins so.',
    ),
    click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many."),
)


def filters(function: F) -> F:
    """The options of choosing.  The verb takes them as `**chosen` for `statement_filter`."""
    for option in reversed(_FILTERS):
        function = option(function)
    return function


def statement_filter(chosen: dict[str, Any]) -> StatementFilter:
    """The options of `filters` as one object."""
    form = Form(chosen["form"]) if chosen["form"] else None
    return StatementFilter(
        speaker=chosen["speaker"],
        since=chosen["since"],
        until=chosen["until"],
        form=form,
        language=chosen["language"],
        text=chosen["text"],
        limit=chosen["limit"],
    )
