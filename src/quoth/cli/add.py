"""quoth add: pages into a ledger."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from typing import Any, Protocol

import click

from quoth.cli import options
from quoth.cli.console import clean, report, write, write_json
from quoth.cli.exits import Exit
from quoth.cli.listing import list_older
from quoth.read import pages
from quoth.run import RunOptions
from quoth.run.add import Status, Stored
from quoth.run.add import add as add_pages
from quoth.run.known import know
from quoth.store import Ledger, open_ledger


@click.command(short_help="Read pages into a ledger.")
@options.targets
@options.ledger_file
@options.known
@click.option("--json", "as_json", is_flag=True, help="The summary as a JSON object.")
@options.reading
def add(
    targets: tuple[str, ...], ledger_file: str, known: str | None, as_json: bool, **chosen: Any
) -> int:
    """Read pages into a ledger, over all cores.

    Pages that are there already are not read again: after an interruption the same command goes
    on where it was.  A changed page becomes a new version and the old one is kept.  The people,
    organisations and states that pages name are joined across them: see `quoth who`.
    """
    run = options.run_options(targets, chosen)
    with open_ledger(ledger_file) as ledger:
        if known is not None:
            know(ledger, known)
        list_older(ledger)
        tally = _added(targets, ledger, run, as_json)
    if as_json:
        write_json({"ledger": ledger_file, **tally.counts()})
    else:
        write(tally.summary(ledger_file))
    return tally.exit()


def _added(targets: tuple[str, ...], ledger: Ledger, run: RunOptions, as_json: bool) -> _Tally:
    tally = _Tally()
    stored: Generator[Stored, None, None] = add_pages(targets, ledger, run)
    with closing(stored), _progress(targets) as advance:
        for one in stored:
            tally.count(one)
            advance(one)
            report(one.issues, as_json)
    return tally


class _Tally:
    """What became of the pages of one call."""

    def __init__(self) -> None:
        self._of: Counter[Status] = Counter()
        self._statements = 0
        self._faulty = 0

    def count(self, one: Stored) -> None:
        self._of[one.status] += 1
        self._statements += one.statements
        self._faulty += one.faulty

    def counts(self) -> dict[str, object]:
        names = {s.value.replace("-", "_"): self._of[s] for s in Status}
        return {**names, "faulty": self._faulty, "statements": self._statements}

    def summary(self, ledger_file: str) -> str:
        parts = [f"{self._of[s]} {_WORDS[s]}" for s in Status if self._of[s] or s is Status.ADDED]
        return f"{clean(ledger_file)}: {', '.join(parts)}; {self._statements} statements"

    def exit(self) -> Exit:
        if self._of.total() == self._of[Status.FAILED]:
            if not self._of:
                click.echo("quoth: there is no page to read in what was named", err=True)
            return Exit.NOTHING_READ
        return Exit.SOME_FAILED if self._faulty else Exit.OK


_WORDS = {
    Status.ADDED: "added",
    Status.VERSION: "new versions",
    Status.REREAD: "read anew",
    Status.UNCHANGED: "unchanged",
    Status.FAILED: "failed",
}


class _Advance(Protocol):
    def __call__(self, one: Stored) -> None: ...


@contextmanager
def _progress(targets: tuple[str, ...]) -> Iterator[_Advance]:
    """A bar on standard error; nothing at all where that is no terminal."""
    if not sys.stderr.isatty():
        yield lambda one: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as Remaining

    columns = (BarColumn(), MofNCompleteColumn(), Remaining(), TextColumn("{task.fields[said]}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=_total(targets), said="")
        seen: str | None = None
        count = 0

        def advance(one: Stored) -> None:
            nonlocal seen, count
            count += one.statements
            file = one.archive or one.page  # records of one file follow each other
            bar.update(task, advance=file != seen, said=f"{count} statements")
            seen = file

        yield advance


def _total(targets: tuple[str, ...]) -> int:
    return sum(1 for _ in pages(targets))
