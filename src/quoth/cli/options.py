"""The options that several verbs share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

import click

from quoth.read.options import As, ReadOptions
from quoth.run.options import RunOptions

F = TypeVar("F", bound=Callable[..., Any])

_DEFAULT = ReadOptions()

as_json = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")

ledger_file = click.option(
    "--ledger",
    "ledger_file",
    metavar="FILE",
    envvar="QUOTH_LEDGER",
    default="ledger.quoth",
    show_default=True,
    show_envvar=True,
    help="The ledger.",
)


def decided(function: F) -> F:
    """Who decides something, and why.  The verb takes them as `author` and `reason`."""
    return author(_REASON(function))


author = click.option(
    "--author", metavar="NAME", envvar="QUOTH_AUTHOR", show_envvar=True,
    help="Who decides.  [default: the name of the system's user]",
)  # fmt: skip
_REASON = click.option("--reason", metavar="WORDS", help="Why, to be kept with the decision.")


known = click.option(
    "--known",
    metavar="FILE",
    help="A table of actors with Wikidata ids: id, kind, country and names (between |), with tabs.",
)


def targets(function: F) -> F:
    """The pages that a verb reads."""
    return click.argument("targets", metavar="PATH|URL|-...", nargs=-1, required=True)(function)


def maybe_targets(function: F) -> F:
    """The pages that a verb reads, if any are named."""
    return click.argument("targets", metavar="[PATH|URL|-...]", nargs=-1)(function)


def _moment(_ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    try:
        datetime.fromisoformat(value)
    except ValueError as err:
        raise click.BadParameter(f"{value!r} is not an ISO 8601 date or time", param=param) from err
    return value


_LANGUAGE = click.option("--language", metavar="CODE", help="The language of the pages (BCP 47).")
reader = click.option(
    "--reader",
    metavar="NAME",
    envvar="QUOTH_READER",
    default="",
    show_envvar=True,
    help="The statement reader: quality, fast or pack.  "
    "[default: the first of these whose weights are there]",
)
_READING = (
    click.option(
        "--as",
        "taken_as",
        type=click.Choice([a.value for a in As]),
        default=_DEFAULT.taken_as.value,
        show_default=True,
        help="What the input is taken for; article is bare article text with no furniture.",
    ),
    reader,
    click.option(
        "--threshold",
        metavar="P",
        type=click.FloatRange(0, 1),
        default=0.25,
        show_default=True,
        help="Leave out statements and entities with a lower score.",
    ),
    click.option(
        "--threads",
        metavar="N",
        type=click.IntRange(min=1),
        help="Threads of the trained reader in a process.  [default: one a core if one process "
        "reads, else 1]",
    ),
    _LANGUAGE,
    click.option("--fetched", metavar="TIME", callback=_moment, help="When they were fetched."),
    click.option(
        "--jobs",
        metavar="N",
        type=click.IntRange(min=1),
        help="Processes that read.  [default: one a core for many pages, else 1]",
    ),
    click.option(
        "--max-bytes",
        metavar="N",
        type=click.IntRange(min=1),
        default=_DEFAULT.max_bytes,
        show_default=True,
        help="Largest page, in bytes.",
    ),
    click.option(
        "--max-depth",
        metavar="N",
        type=click.IntRange(min=1),
        default=_DEFAULT.max_depth,
        show_default=True,
        help="Deepest nesting of elements.",
    ),
    click.option(
        "--max-seconds",
        metavar="S",
        type=click.FloatRange(min=0, min_open=True),
        default=_DEFAULT.max_seconds,
        show_default=True,
        help="Processor time for one page, in seconds.",
    ),
)


def reading(function: F) -> F:
    """The options of reading.  The verb takes them as `**chosen` for `run_options`."""
    for option in reversed(_READING):
        function = option(function)
    return function


def reading_any(function: F) -> F:
    """The options of `reading` without `--language`, which such a verb has for something else."""
    for option in reversed([o for o in _READING if o is not _LANGUAGE]):
        function = option(function)
    return function


def run_options(
    targets: tuple[str, ...], chosen: dict[str, Any], kinds: frozenset[str] | None = None
) -> RunOptions:
    """The options of `reading` as one object; `kinds` of marks are wanted, None for all."""
    # standard input may be live: one process prints each page as it comes
    jobs = chosen["jobs"] or (1 if "-" in targets else 0)
    read = ReadOptions(
        taken_as=As(chosen["taken_as"]),
        max_bytes=chosen["max_bytes"],
        max_depth=chosen["max_depth"],
        max_seconds=chosen["max_seconds"],
        language=chosen["language"],
        fetched_at=chosen["fetched"],
    )
    return RunOptions(
        read, chosen["reader"], jobs, kinds, chosen["threshold"], chosen["threads"] or 0
    )
