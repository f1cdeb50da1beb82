"""The click group that imports a verb when it is called, and ends as docs/cli.md says."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any, cast

import click

from quoth.cli.exits import exit_for
from quoth.errors import QuothError


class Verbs(click.Group):
    """A group whose verbs are modules, one each, with the click command under the verb's name.

    `table` has each verb with its one line of help: `quoth --help` prints these and imports no
    verb.
    """

    def __init__(self, *args: Any, table: Mapping[str, str], **more: Any) -> None:
        super().__init__(*args, **more)
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs, in the order of the table."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a verb, imported now."""
        if cmd_name not in self.table:
            return None
        module = import_module(f"quoth.cli.{cmd_name}")
        return cast(click.Command, getattr(module, cmd_name))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The verbs in the help."""
        with formatter.section("Verbs"):
            formatter.write_dl(list(self.table.items()))

    def invoke(self, ctx: click.Context) -> None:
        """Run the verb and end with its exit code."""
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _drop_output()
            code = 0
        except OSError as err:
            _drop_output()
            code = _refuse(QuothError(f"cannot write: {err}", "output"))
        except QuothError as err:
            code = _refuse(err)
        ctx.exit(int(code or 0))


def _refuse(error: QuothError) -> int:
    # here and not above: the console brings the model along, which `--help` can do without
    from quoth.cli.console import clean

    click.echo(f"quoth: {error.code}: {clean(error.message)}", err=True)
    return exit_for(error)


def _drop_output() -> None:
    # what is still buffered has no reader: Python would complain of it at its end
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # not a file: nothing to complain of
        return
