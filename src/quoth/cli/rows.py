"""Statements as rows for people: who · cue · what · form · hedge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quoth.cli.console import clean, terminal, write
from quoth.model import Mark, Spans, Statement

if TYPE_CHECKING:
    from rich.console import Console

    from quoth.store import StatementRow

GAP = " … "
"""Between the fragments of a discontinuous source, cue or content."""


@dataclass(frozen=True, slots=True)
class Row:
    """One statement as a reader sees it; empty strings where the page has nothing."""

    who: str
    cue: str
    what: str
    form: str
    hedge: str


def of_mark(text: str, mark: Mark[Statement]) -> Row:
    """The row of a statement of `text`."""
    value = mark.value
    places = (value.source, value.cue, value.content, value.hedge)
    source, cue, content, hedge = (_words(text, spans) for spans in places)
    return Row(_who(source, value.implicit), cue, content, value.form.value, hedge)


def of_stored(found: StatementRow) -> Row:
    """The row of a statement as a ledger lists it."""
    pieces = (found.source, found.cue, found.content, found.hedge)
    source, cue, content, hedge = (clean(piece or "") for piece in pieces)
    return Row(_who(source, found.implicit), cue, content, found.form.value, hedge)


def _words(text: str, spans: Spans) -> str:
    return GAP.join(clean(s.of(text)) for s in spans)


def _who(source: str, implicit: bool) -> str:
    # in brackets where the page does not name the source again
    return f"({source})" if implicit and source else source


def show(heading: Sequence[str], rows: Sequence[Row], ids: Sequence[str] = ()) -> None:
    """Rows under a heading: a table on a terminal, lines with tabs in a pipe or a file.

    Args:
        ids: of the statements, where there is a ledger to look them up in.
    """
    title = " · ".join(clean(h) for h in heading if h)
    columns = _COLUMNS if ids else _COLUMNS[1:]
    cells = [(*ids[i : i + 1], r.who, r.cue, r.what, r.form, r.hedge) for i, r in enumerate(rows)]
    screen = terminal()
    if screen is not None:
        _table(screen, title, columns, cells)
        return
    write(f"# {title}")
    for line in cells:
        write("\t".join(line))


def _table(
    screen: Console, title: str, columns: Sequence[Column], cells: Sequence[tuple[str, ...]]
) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    screen.print(Text(title, style="bold"))
    if not cells:
        screen.print(Text("  nobody is quoted on this page\n", style="dim"))
        return
    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False)
    for name, width, ratio, style in columns:
        table.add_column(name, width=width, ratio=ratio, style=style, overflow="fold")
    for line in cells:
        table.add_row(*map(Text, line))
    screen.print(table)


Column = tuple[str, int | None, int | None, str]

_COLUMNS: tuple[Column, ...] = (
    ("id", 16, None, "dim"),
    ("who", None, 5, "cyan"),
    ("cue", None, 3, "yellow"),
    ("what", None, 11, ""),
    ("form", 8, None, "dim"),
    ("hedge", None, 3, "magenta"),
)
