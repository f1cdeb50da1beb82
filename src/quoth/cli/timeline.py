"""quoth timeline: what was said and what is dated, by day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from quoth.cli import options
from quoth.cli.batch import Batch
from quoth.cli.console import clean, terminal, write, write_json
from quoth.cli.exits import Exit
from quoth.cli.filters import day, statement_filter, words_filters
from quoth.export.timeline import entry_record
from quoth.model.days import DATED, SAID, Entry, entries
from quoth.store import Ledger, StatementFilter, open_ledger, page_key

if TYPE_CHECKING:
    from rich.console import Console

_HEADS = (
    ("day", 24, None, "bold"),
    ("", 5, None, "dim"),
    ("who", None, 4, "cyan"),
    ("what", None, 11, ""),
)


@click.command(short_help="Print by day what was said and what is dated.")
@options.maybe_targets
@options.ledger_file
@options.as_json
@click.option("--only", type=click.Choice([SAID, DATED]), help="Only what was said, or dated.")
@click.option("--since", metavar="DAY", callback=day, help="Of this day or later.")
@click.option("--until", metavar="DAY", callback=day, help="Of this day or before.")
@words_filters
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many.")
@options.reading_any
@click.pass_context
def timeline(
    context: click.Context,
    /,
    targets: tuple[str, ...],
    ledger_file: str,
    as_json: bool,
    **chosen: Any,
) -> int:
    """Print by day what was said and what is dated, of a ledger or of pages.

    What is said stands on the day when it was said; a ? behind it says that the day is only that
    of the dateline or of publication.  What is dated is a sentence that names a day and is not
    what somebody said.  Two days with a ~ say that it is of one of them or between.  What has no
    day is counted at the end.

    Without pages the ledger is read; with pages only they are, unless a ledger is named too.
    What chooses statements (speaker, form, language, text) leaves dated sentences out.
    """
    named = context.get_parameter_source("ledger_file") is ParameterSource.COMMANDLINE
    found: dict[tuple[str, str], Entry] = {}
    status = Exit.OK
    if named or not targets:
        with open_ledger(ledger_file, create=False) as ledger:
            found.update(_entries(ledger, chosen))
    if targets:
        status = _read(targets, chosen, found, as_json)
    _print(_wanted(list(found.values()), chosen), as_json)
    return status


def _read(
    targets: tuple[str, ...],
    chosen: dict[str, Any],
    found: dict[tuple[str, str], Entry],
    as_json: bool,
) -> Exit:
    """The entries of pages, by way of a ledger that is thrown away: it chooses as any does."""
    run = options.run_options(targets, {**chosen, "language": None})
    batch = Batch(targets, run, as_json)
    with (
        TemporaryDirectory(prefix="quoth-") as folder,
        open_ledger(Path(folder) / "pages.quoth") as ledger,
    ):
        for _, reading in batch:
            ledger.add(page_key(reading.article.source), reading)
        found.update(_entries(ledger, chosen))
    return batch.exit()


def _entries(ledger: Ledger, chosen: dict[str, Any]) -> Iterator[tuple[tuple[str, str], Entry]]:
    for article, ids in _articles(ledger, chosen):
        for entry in entries(ledger.reading(article), ids):
            if chosen["only"] in (None, entry.kind):
                yield (entry.article, entry.id), entry


def _articles(ledger: Ledger, chosen: dict[str, Any]) -> Iterator[tuple[str, set[str] | None]]:
    """The articles, with the statements that are wanted of each; None for all."""
    wanted = statement_filter({k: chosen[k] for k in ("speaker", "form", "language", "text")})
    if wanted == StatementFilter():
        yield from ((row.id, None) for row in ledger.articles())
        return
    for article, rows in groupby(ledger.statements(wanted), key=lambda r: r.article):
        yield article, {row.id for row in rows}


def _wanted(found: Sequence[Entry], chosen: dict[str, Any]) -> tuple[list[Entry], Counter[str]]:
    """The entries to print, in order, and how many have no day, by kind."""
    since, until = _iso(chosen["since"]), _iso(chosen["until"])
    dated = [e for e in found if e.dated and e.meets(since, until)]
    undated = Counter(e.kind for e in found if not e.dated)
    return sorted(dated, key=Entry.sort_key)[: chosen["limit"]], undated


def _iso(of: date | None) -> str | None:
    return of.isoformat() if of is not None else None


def _print(told: tuple[list[Entry], Counter[str]], as_json: bool) -> None:
    found, undated = told
    if as_json:
        for entry in found:
            write_json(entry_record(entry))
        if undated:
            write_json({"kind": "undated", SAID: undated[SAID], DATED: undated[DATED]})
        return
    screen = terminal()
    if screen is None:
        for entry in found:
            write("\t".join((*_cells(entry), clean(entry.page), entry.id)))
    else:
        _table(screen, found)
    if undated:
        write(f"# without a day: {undated[SAID]} {SAID}, {undated[DATED]} {DATED}")


def _cells(entry: Entry) -> tuple[str, str, str, str]:
    label = f"{entry.label} ?" if entry.assumed else entry.label
    return label, entry.kind, clean(entry.who or ""), clean(entry.text)


def _table(screen: Console, found: Sequence[Entry]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False)
    for name, width, ratio, style in _HEADS:
        table.add_column(name, width=width, ratio=ratio, style=style, overflow="fold")
    last = ""
    for entry in found:
        label, *rest = _cells(entry)
        table.add_row(*map(Text, (label if label != last else "", *rest)))
        last = label
    screen.print(table)
