"""quoth user: the accounts of a reading room."""

from __future__ import annotations

import sys

import click

from quoth.cli import options
from quoth.cli.console import clean, write, write_json
from quoth.errors import UsageError
from quoth.export.record import Record
from quoth.run import accounts
from quoth.store import open_ledger
from quoth.store.accounts import Account, Role, Session

_NAME = click.argument("name", metavar="NAME")
_ROLE = click.Choice([role.value for role in Role])


@click.group(short_help="Keep the accounts of a reading room.")
def user() -> None:
    """Keep the accounts of a reading room: who may read, correct, and keep accounts.

    A reader may read and have texts read at once; an editor may correct and add pages; an
    administrator may keep the accounts in the browser.  A password is asked for, or taken from
    the first line of standard input where that is no terminal.
    """


@user.command(short_help="Make an account.")
@_NAME
@options.ledger_file
@click.option("--role", type=_ROLE, default=Role.EDITOR.value, show_default=True)
def add(name: str, ledger_file: str, role: str) -> int:
    """Make an account."""
    with open_ledger(ledger_file, create=False) as ledger:
        made = accounts.make(ledger, name, Role(role), _password())
    write(f"{clean(made.name)}\t{made.role.value}")
    return 0


@user.command("list", short_help="List the accounts.")
@options.ledger_file
@options.as_json
def listed(ledger_file: str, as_json: bool) -> int:
    """List the accounts: name, role, when it was made, sessions, and whether it is closed."""
    with open_ledger(ledger_file, create=False) as ledger:
        for account in accounts.everybody(ledger):
            _show(account, as_json)
    return 0


@user.command(short_help="Give an account another role.")
@_NAME
@click.argument("role", type=_ROLE)
@options.ledger_file
def role(name: str, role: str, ledger_file: str) -> int:
    """Give an account another role; it holds from the next request on."""
    with open_ledger(ledger_file, create=False) as ledger:
        accounts.set_role(ledger, accounts.find(ledger, name), Role(role))
    return 0


@user.command(short_help="Give an account another password.")
@_NAME
@options.ledger_file
def password(name: str, ledger_file: str) -> int:
    """Give an account another password, which ends its sessions."""
    with open_ledger(ledger_file, create=False) as ledger:
        account = accounts.find(ledger, name)
        accounts.set_password(ledger, account, _password())
    return 0


@user.command(short_help="Close an account, or open it again.")
@_NAME
@options.ledger_file
@click.option("--undo", is_flag=True, help="Open it again, with the role and password that it had.")
def close(name: str, ledger_file: str, undo: bool) -> int:
    """Close an account, which ends its sessions; what it decided stays."""
    with open_ledger(ledger_file, create=False) as ledger:
        account = accounts.find(ledger, name)
        if undo:
            accounts.open_again(ledger, account)
        else:
            accounts.close(ledger, account)
    return 0


@user.command(short_help="List the sessions of an account, or end them.")
@_NAME
@options.ledger_file
@options.as_json
@click.option("--end", is_flag=True, help="End them all.")
def sessions(name: str, ledger_file: str, as_json: bool, end: bool) -> int:
    """List where an account is logged in: since when, last seen, until when; or end it all."""
    with open_ledger(ledger_file, create=False) as ledger:
        account = accounts.find(ledger, name)
        for one in accounts.sessions(ledger, account):
            if as_json:
                write_json(session_record(one))
            else:
                write("\t".join((one.made_at, one.seen_at, one.ends_at)))
        if end:
            accounts.end_all(ledger, account)
    return 0


def account_record(account: Account) -> Record:
    """An account as it is printed with `--json`."""
    return {
        "name": account.name,
        "role": account.role.value,
        "made_at": account.made_at,
        "sessions": account.sessions,
        "closed_at": account.closed_at,
    }


def session_record(session: Session) -> Record:
    """A session as it is printed with `--json`: nothing of what a browser sends."""
    return {"made_at": session.made_at, "seen_at": session.seen_at, "ends_at": session.ends_at}


def _show(account: Account, as_json: bool) -> None:
    if as_json:
        write_json(account_record(account))
        return
    closed = f"closed {account.closed_at}" if account.closed_at else ""
    cells = (account.name, account.role.value, account.made_at, str(account.sessions), closed)
    write("\t".join(map(clean, cells)).rstrip())


def _password() -> str:
    """What the user types, twice, without an echo; or the first line of standard input.

    Raises:
        UsageError: where there is no such line.
    """
    if sys.stdin.isatty():
        return str(click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
    told = sys.stdin.readline().rstrip("\r\n")
    if not told:
        raise UsageError("give the password as the first line of standard input", "no-password")
    return told
