"""Listing the rest of a ledger, and saying how far it is."""

from __future__ import annotations

import sys

import click

from quoth.run.listing import list_rest
from quoth.store import Ledger


def list_older(ledger: Ledger) -> int:
    """List for the reading room what an older Quoth stored; how many articles that were.

    A terminal is shown how far it is; where standard error is none, nothing is said.
    """
    done = 0
    if not sys.stderr.isatty():
        return sum(1 for _ in list_rest(ledger))
    for done, total in list_rest(ledger):
        click.echo(
            f"\rListing what is in the ledger already: {done} of {total}", nl=False, err=True
        )
    if done:
        click.echo(err=True)
    return done
