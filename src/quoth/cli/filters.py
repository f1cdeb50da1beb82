"""The options that choose statements of a ledger."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from quoth.model import Form
from quoth.store import StatementFilter

F = TypeVar("F", bound=Callable[..., Any])


def day(_ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """The callback of an option that takes a day."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as err:
        raise click.BadParameter(f"{value!r} is not a day (YYYY-MM-DD)", param=param) from err


_SPEAKER = click.option(
    "--speaker", metavar="WORDS", help="Part of the words that name the source."
)
_FORM = click.option("--form", type=click.Choice([f.value for f in Form]), help="Of this form.")
_LANGUAGE = click.option("--language", metavar="CODE", help="In this language; pt fits pt-BR too.")
_TEXT = click.option(
    "--text",
    metavar="WORDS",
    help='With all these words; "..." is a phrase, word* any word that begins so.',
)
_FILTERS = (
    _SPEAKER,
    click.option("--since", metavar="DAY", callback=day, help="Published on this day or later."),
    click.option("--until", metavar="DAY", callback=day, help="Published on this day or before."),
    _FORM,
    _LANGUAGE,
    _TEXT,
    click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many."),
)


def filters(function: F) -> F:
    """The options of choosing.  The verb takes them as `**chosen` for `statement_filter`."""
    for option in reversed(_FILTERS):
        function = option(function)
    return function


def words_filters(function: F) -> F:
    """Those of `filters` that ask for no day and no number."""
    for option in reversed([_SPEAKER, _FORM, _LANGUAGE, _TEXT]):
        function = option(function)
    return function


def statement_filter(chosen: dict[str, Any]) -> StatementFilter:
    """The options of `filters`, or of `words_filters`, as one object."""
    form = Form(chosen["form"]) if chosen["form"] else None
    return StatementFilter(
        speaker=chosen["speaker"],
        since=chosen.get("since"),
        until=chosen.get("until"),
        form=form,
        language=chosen["language"],
        text=chosen["text"],
        limit=chosen.get("limit"),
    )
