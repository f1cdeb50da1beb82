"""Going through pages for a verb: issues to standard error, an exit code at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import click

from quoth.cli.console import report
from quoth.cli.exits import Exit
from quoth.model import Reading
from quoth.run import Outcome, RunOptions, readings


class Batch:
    """The pages of one call: iterate over `(page, reading)`, then ask for `exit`."""

    def __init__(self, targets: tuple[str, ...], options: RunOptions, as_json: bool) -> None:
        self._targets = targets
        self._options = options
        self._as_json = as_json
        self._read = 0
        self._failed = 0

    def __iter__(self) -> Iterator[tuple[str, Reading]]:
        with closing(readings(self._targets, self._options)) as outcomes:
            for outcome in outcomes:
                self._count(outcome)
                if outcome.reading is not None:
                    yield outcome.page, outcome.reading

    def exit(self) -> Exit:
        """The exit code for what was met."""
        if not self._read and not self._failed:
            click.echo("quoth: there is no page to read in what was named", err=True)
        if not self._read:
            return Exit.NOTHING_READ
        return Exit.SOME_FAILED if self._failed else Exit.OK

    def _count(self, outcome: Outcome) -> None:
        report(outcome.issues, self._as_json)
        self._read += outcome.reading is not None
        self._failed += outcome.failed
