"""quoth serve: the reading room."""

from __future__ import annotations

from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import click

from quoth.annotate import reader_name
from quoth.cli import options
from quoth.cli.console import clean
from quoth.cli.listing import list_older
from quoth.run.accounts import everybody
from quoth.store import open_ledger

_WILD = ("", "0.0.0.0", "::")  # noqa: S104
_IN_CLEAR = (
    "Passwords travel in clear: put https before the room and say --address https://… "
    "(docs/accounts.md)"
)
_NOBODY = "Nobody has an account yet: quoth user add NAME --role administrator"


@click.command(short_help="Open the reading room of a ledger in a browser.")
@options.ledger_file
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8765,
    show_default=True,
    help="Port to listen at; 0 for one that is free.",
)
@click.option("--address", metavar="URL", default="", help="Where readers reach it, if elsewhere.")
@click.option("--accounts", is_flag=True, help="Changing anything takes an account.")
@click.option("--private", is_flag=True, help="Reading takes an account too.")
@options.reader
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Processes that answer.",
)
def serve(ledger_file: str, host: str, port: int, workers: int, **chosen: Any) -> int:
    """Open the reading room of a ledger until it is interrupted: http://127.0.0.1:8765.

    A ledger on one's own machine needs no account.  With --address, or where --host can be reached
    from other machines, changing anything takes one; make them with `quoth user add`.  Pages may
    be added meanwhile.
    """
    reader_name(chosen["reader"])  # says at once what is wrong with it
    with open_ledger(ledger_file, create=False) as ledger:
        list_older(ledger)
        nobody = not everybody(ledger)
    # loads the web libraries, which no other verb needs
    from quoth.web import Settings
    from quoth.web.process import listen, run
    from quoth.web.settings import is_own_machine

    address, private = _address(chosen["address"]), chosen["private"]
    settings = Settings(
        Path(ledger_file),
        address,
        accounts=chosen["accounts"] or private or bool(address) or not is_own_machine(host),
        private=private,
        hosts=() if host in _WILD else (host,),
        reader=chosen["reader"] or "",
    )
    with closing(listen(host, port)) as at, suppress(KeyboardInterrupt):
        name = f"[{host}]" if ":" in host else host
        found = f"http://{name}:{at.getsockname()[1]}"
        click.echo(f"Reading room of {clean(ledger_file)}: {address or found}", err=True)
        if settings.accounts and not settings.secure and not is_own_machine(host):
            click.echo(_IN_CLEAR, err=True)
        if settings.accounts and nobody:
            click.echo(_NOBODY, err=True)
        run(settings, at, workers)
    return 0


def _address(told: str) -> str:
    if told and not told.lower().startswith(("http://", "https://")):
        raise click.BadParameter(f"{told!r} is no http or https address", param_hint="--address")
    return told.rstrip("/")
