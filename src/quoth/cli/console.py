"""What verbs print with.  Nothing of a page reaches a terminal as it is."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from quoth.export.record import Record, line
from quoth.model import Issue

if TYPE_CHECKING:
    from rich.console import Console

_SPACE = re.compile(r"\s+")
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str) -> str:
    """`text` on one line and safe for a terminal.

    White space becomes single spaces; control characters (escape sequences begin with one) and
    lone surrogates become U+FFFD; marks that turn the direction of writing are left out, since
    an open one would turn the rest of the table.
    """
    return "".join(map(_safe, " ".join(text.split())))


def clean_lines(text: str) -> str:
    """As `clean`, but line breaks stay, and white space at the ends."""
    folded = _SPACE.sub(lambda found: "\n" if "\n" in found.group() else " ", text)
    return "".join(c if c == "\n" else _safe(c) for c in folded)


def _safe(char: str) -> str:
    if char in _BIDI:
        return ""
    return "\ufffd" if unicodedata.category(char) in ("Cc", "Cs") else char


def write_json(record: Record) -> None:
    """One JSON object on a line of standard output, in UTF-8 whatever the locale; flushed."""
    write_line(line(record))


def write_line(dumped: str) -> None:
    """A line for machines on standard output, in UTF-8 whatever the locale; flushed."""
    sys.stdout.flush()
    # the escape of a lone surrogate is that of JSON
    sys.stdout.buffer.write(dumped.encode("utf-8", "backslashreplace") + b"\n")
    sys.stdout.buffer.flush()


def write(text: str = "") -> None:
    """A line of plain text on standard output, flushed."""
    click.echo(text)


def report(issues: Iterable[Issue], as_json: bool) -> None:
    """Issues on standard error: `page: code: message`, or one JSON object a line."""
    for problem in issues:
        if as_json:
            sys.stderr.flush()
            sys.stderr.buffer.write(line(issue_record(problem)).encode() + b"\n")
            sys.stderr.buffer.flush()
        else:
            page, message = clean(problem.source.page), clean(problem.message)
            message = message.removeprefix(f"{page}: ")
            click.echo(f"{page}: {problem.code}: {message}", err=True)


def issue_record(problem: Issue) -> Record:
    """An issue as it is printed with `--json`."""
    return {
        "page": problem.source.page,
        "code": problem.code,
        "level": problem.level,
        "stage": problem.stage,
        "message": problem.message,
    }


def terminal() -> Console | None:
    """The terminal that standard output is; None where it is a file or a pipe."""
    if not sys.stdout.isatty():
        return None
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False)
