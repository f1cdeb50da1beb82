"""quoth doctor: whether this installation and a ledger are sound."""

from __future__ import annotations

import re
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path
from time import perf_counter

import click
from click.core import ParameterSource

from quoth import __version__
from quoth.annotate import network
from quoth.cli import options
from quoth.cli.console import clean, write, write_json
from quoth.cli.exits import Exit
from quoth.errors import LedgerError, PackError, QuothError
from quoth.lang import available, pack
from quoth.model import Span
from quoth.store import open_ledger

ROOM = 100_000_000
"""Free bytes below which the disk of a ledger is said to be nearly full: some thousand pages."""

_WORDS = "“The bridge is safe,” said Maria Lund."


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    sound: bool
    found: str


@click.command(short_help="Check this installation and a ledger.")
@options.ledger_file
@click.option("--json", "as_json", is_flag=True, help="One JSON object a check.")
@click.pass_context
def doctor(context: click.Context, ledger_file: str, as_json: bool) -> int:
    """Check this installation and a ledger.

    Looks at Python, the libraries, the language packs, the weights of the trained readers (which
    it loads), SQLite, the ledger (all of it) and the room on its disk.  A default ledger that is
    not there is no fault; a named one is.
    """
    named = context.get_parameter_source("ledger_file") is not ParameterSource.DEFAULT
    sound = True
    for check in _checks(Path(ledger_file), named):
        sound = sound and check.sound
        if as_json:
            write_json(asdict(check))
        else:
            write(f"{'ok   ' if check.sound else 'FAULT'} {check.name}: {clean(check.found)}")
    return Exit.OK if sound else Exit.SOME_FAILED


def _checks(ledger: Path, named: bool) -> Iterator[Check]:
    yield Check("quoth", True, __version__)
    yield Check("python", sys.version_info >= (3, 11), sys.version.split()[0])
    yield from _libraries()
    yield from _packs()
    yield from _weights()
    yield Check("sqlite", True, sqlite3.sqlite_version)
    yield _search()
    yield _ledger(ledger, named)
    yield _room(ledger)


def _libraries() -> Iterator[Check]:
    try:
        wanted = metadata.requires("quoth") or []
    except metadata.PackageNotFoundError:
        yield Check("libraries", False, "quoth itself is not installed, only on the path")
        return
    for requirement in wanted:
        name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
        try:
            yield Check(name, True, metadata.version(name))
        except metadata.PackageNotFoundError:
            yield Check(name, False, f"missing; wanted: {requirement}")


def _packs() -> Iterator[Check]:
    codes = available()
    broken = []
    for code in codes:
        try:
            pack(code)
        except PackError as err:
            broken.append(err.message)
    found = "; ".join(broken) or ", ".join(codes) or "none is installed"
    yield Check("packs", bool(codes) and not broken, found)


def _weights() -> Iterator[Check]:
    there = network.variants()
    if not there:
        found = "none are here, so the reader is pack; `make weights` builds them"
        yield Check("weights", True, found)
    for variant in there:
        began = perf_counter()
        try:
            reader = network.network(variant, 1)
            # what the first page has to wait for
            reader.read(_WORDS, (Span(0, len(_WORDS)),))
        except Exception as err:
            message = err.message if isinstance(err, QuothError) else f"{type(err).__name__}: {err}"
            yield Check(f"weights {variant}", False, message)
            continue
        maker, seconds = reader.maker, perf_counter() - began
        found = f"version {maker.version}, digest {maker.digest}, loaded in {seconds:.1f} s"
        yield Check(f"weights {variant}", True, found)


def _search() -> Check:
    try:
        with closing(sqlite3.connect(":memory:")) as database:
            database.execute("CREATE VIRTUAL TABLE t USING fts5(c)")
    except sqlite3.Error as err:
        return Check("full-text search", False, f"this SQLite has no FTS5: {err}")
    return Check("full-text search", True, "FTS5")


def _ledger(path: Path, named: bool) -> Check:
    if not named and not path.exists():
        return Check("ledger", True, f"none at {path} yet")
    try:
        with open_ledger(path, create=False) as ledger:
            faults, counts = ledger.check(), ledger.counts()
            left = len(ledger.not_listed())
    except LedgerError as err:
        return Check("ledger", False, f"{err.code}: {err.message}")
    if faults:
        return Check("ledger", False, "; ".join(faults))
    told = ", ".join(f"{number} {name}" for name, number in asdict(counts).items())
    rest = f"; {left} articles are still to be listed: `quoth link` does it" if left else ""
    return Check("ledger", True, f"{path}: {told}{rest}")


def _room(ledger: Path) -> Check:
    folder = ledger.absolute().parent
    try:
        free = shutil.disk_usage(folder).free
    except OSError as err:
        return Check("disk", False, f"{folder}: {err.strerror}")
    return Check("disk", free >= ROOM, f"{free / 1e9:.1f} GB free in {folder}")
