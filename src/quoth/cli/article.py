"""quoth article: pages as articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from quoth.cli import options
from quoth.cli.batch import Batch
from quoth.cli.console import clean, terminal, write, write_json
from quoth.export.record import article_record
from quoth.model import Article, Block

if TYPE_CHECKING:
    from rich.console import Console

Line = tuple[str, str, str]
"""A label, a text and a style."""

_FIELDS = (
    "headline",
    "description",
    "published",
    "modified",
    "authors",
    "section",
    "site",
    "language",
    "url",
)


@click.command(short_help="Print pages as articles: metadata and blocks.")
@options.targets
@options.as_json
@options.reading
def article(targets: tuple[str, ...], as_json: bool, **chosen: Any) -> int:
    """Print pages as articles: metadata, and every block with its kind.

    Furniture (what belongs to the page and not to the article) is dimmed on a terminal and
    marked with a ~.
    """
    batch = Batch(targets, options.run_options(targets, chosen, frozenset()), as_json)
    for page, reading in batch:
        if as_json:
            write_json(article_record(reading.article))
        else:
            _print(page, reading.article)
    return batch.exit()


def _print(page: str, found: Article) -> None:
    facts = [(name, _text(getattr(found.meta, name)), "cyan") for name in _FIELDS]
    lines = [line for line in facts if line[1]] + [_block(found.text, b) for b in found.blocks]
    screen = terminal()
    if screen is None:
        write(f"# {clean(page)}")
        for label, text, _ in lines:
            write(f"{label}\t{text}")
        return
    _grid(screen, page, lines)


def _block(text: str, block: Block) -> Line:
    sign, style = ("~", "dim") if block.furniture else ("", "")
    return sign + block.kind.value, clean(block.span.of(text)), style


def _text(value: str | tuple[str, ...] | None) -> str:
    return clean(", ".join(value) if isinstance(value, tuple) else value or "")


def _grid(screen: Console, page: str, lines: list[Line]) -> None:
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=13)
    grid.add_column(overflow="fold")
    for label, text, style in lines:
        grid.add_row(Text(label, style=style or "bold"), Text(text, style=style))
    screen.print(Text(clean(page), style="bold"), grid, "", sep="\n")
