"""quoth chain: through whom one statement reached the page."""

from __future__ import annotations

import click

from quoth.cli import options
from quoth.cli.console import clean, terminal, write, write_json
from quoth.cli.fragment import text_link
from quoth.export.record import Record, place
from quoth.export.speakers import link_record
from quoth.model import Article, Link, Mark, Role, Span, Statement
from quoth.model.lookup import Lookup
from quoth.store import open_ledger

_AROUND = 40
"""Code points on each side of the words that prove a link."""
_UNKNOWN = "unknown"


@click.command(short_help="Print through whom a statement reached the page.")
@click.argument("ident", metavar="ID")
@options.ledger_file
@click.option("--json", "as_json", is_flag=True, help="A JSON object a link.")
def chain(ident: str, ledger_file: str, as_json: bool) -> int:
    """Print the path of one statement from its speaker to the page, a line a link.

    ID is the id of a statement or enough of its beginning.  Behind the name stand the words that
    prove the link, in brackets inside what surrounds them, and how it was recognised.  A link
    without such words comes from what the page says of itself.
    """
    with open_ledger(ledger_file, create=False) as ledger:
        reading, mark = ledger.found_by_id(ident)
    path = Lookup(reading).chain(mark.id)
    links = path.links if path is not None else ()
    if as_json:
        for link in links:
            write_json(chain_line(reading.article, mark, link))
        return 0
    if not links:
        write("no chain: the page was read without it; add it again")
    _print(reading.article, links)
    return 0


def chain_line(article: Article, mark: Mark[Statement], link: Link) -> Record:
    """One link with its words, their place in the page, and a link that opens the page at them."""
    words = link.span.of(article.text) if link.span is not None else None
    return {
        "statement": mark.id,
        **link_record(link),
        "text": words,
        "origin": place(article.origin, link.span) if link.span is not None else None,
        "url": text_link(article, (link.span,)) if link.span is not None else None,
    }


def _print(article: Article, links: tuple[Link, ...]) -> None:
    cells = [_cells(article, link) for link in links]
    screen = terminal()
    if screen is None:
        for row in cells:
            write("\t".join(row))
        return
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False)
    for name, ratio, style in (("link", 2, "bold"), ("who", 4, "cyan"), ("words", 8, "")):
        table.add_column(name, ratio=ratio, style=style, overflow="fold")
    table.add_column("why", ratio=5, style="dim", overflow="fold")
    for row in cells:
        table.add_row(*map(Text, row))
    screen.print(table)


def _cells(article: Article, link: Link) -> tuple[str, str, str, str]:
    name = link.name or _UNKNOWN
    if link.role is Role.SPEAKER and link.name is None:
        name = "origin unknown"
    words = _inside(article.text, link.span) if link.span is not None else ""
    return link.role.value, clean(name), words, f"{clean(link.why)} ({link.score:.2f})"


def _inside(text: str, span: Span) -> str:
    """The words of a span in brackets, inside what surrounds them on their line."""
    before = text[max(0, span.start - _AROUND) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _AROUND].partition("\n")[0]
    return f"{clean(before)} [{clean(span.of(text))}] {clean(after)}".strip()
