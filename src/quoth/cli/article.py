"""quoth article: pages as articles."""

from __future__ import annotations

from typing import Any

import click

from quoth.cli import options
from quoth.cli.batch import Batch
from quoth.cli.console import clean, terminal, write, write_json
from quoth.export.record import article_record
from quoth.model import Article, Block

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
    marked with a ~ elsewhere.
    """
    batch = Batch(targets, options.run_options(targets, chosen, frozenset()), as_json)
    for page, reading in batch:
        if as_json:
            write_json(article_record(reading.article))
        else:
            _print(page, reading.article)
    return batch.exit()


def _print(page: str, found: Article) -> None:
    _line(f"# {clean(page)}", "bold")
    for name in _FIELDS:
        value = getattr(found.meta, name)
        text = ", ".join(value) if isinstance(value, tuple) else value
        if text:
            _line(f"{name}: {clean(text)}", "cyan")
    for block in found.blocks:
        _block(found.text, block)
    _line("", "")


def _block(text: str, block: Block) -> None:
    sign = "~" if block.furniture else " "
    style = "dim" if block.furniture else ""
    _line(f"{sign} {block.kind.value:<13} {clean(block.span.of(text))}", style)


def _line(text: str, style: str) -> None:
    screen = terminal()
    if screen is None:
        write(text)
        return
    from rich.text import Text

    screen.print(Text(text, style=style))
