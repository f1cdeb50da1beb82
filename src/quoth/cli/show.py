"""quoth show: one statement inside its paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import click

from quoth.cli import options
from quoth.cli.console import clean, clean_lines, terminal, write, write_json
from quoth.cli.fragment import text_link
from quoth.cli.moments import setting_facts
from quoth.export.record import record
from quoth.model import Article, Mark, Reading, Setting, Span, Spans, Statement, hull
from quoth.model.lookup import Lookup
from quoth.store import open_ledger

Piece = tuple[str, str]
"""Words, and the role that they have in the statement (empty: none)."""

_STYLES = {
    "": "",
    "source": "bold cyan",
    "cue": "bold yellow",
    "content": "green",
    "hedge": "magenta",
}
_AROUND = 400
"""Code points on each side of a statement that lies in no block."""


@click.command(short_help="Show one statement inside its paragraph.")
@click.argument("ident", metavar="ID")
@options.ledger_file
@click.option("--json", "as_json", is_flag=True, help="The record as a JSON object.")
def show(ident: str, ledger_file: str, as_json: bool) -> int:
    """Show one statement inside its paragraph, with source, cue and content highlighted.

    ID is the id of a statement or enough of its beginning.  Without a terminal the words stand
    in brackets: [source: ...].  For a web page the XPath of the words is given, and a link that
    opens the page at them.
    """
    with open_ledger(ledger_file, create=False) as ledger:
        reading, mark = ledger.found_by_id(ident)
    if as_json:
        write_json(record(reading, mark))
    else:
        _print(reading, mark)
    return 0


def _print(reading: Reading, mark: Mark[Statement]) -> None:
    article = reading.article
    _text([(clean(article.source.page), "")], "bold")
    for value in (article.meta.headline, article.meta.published):
        if value:
            _text([(clean(value), "")], "")
    write()
    _text(list(pieces(article.text, _around(article, mark), mark.value)), "")
    write()
    setting = Lookup(reading).setting(mark.id)
    for name, value in _facts(article, mark, setting):
        write(f"{name + ':':<10}{clean(value)}")


def pieces(text: str, around: Span, statement: Statement) -> Iterator[Piece]:
    """The words of `around` in order, each with its role in the statement."""
    # where two overlap (a hedge inside the content) the narrower role is shown
    roles = ("content", "cue", "source", "hedge")
    spans = [statement.content, statement.cue, statement.source, statement.hedge]
    here = [(role, s) for role, of in zip(roles, spans, strict=True) for s in of if s.meets(around)]
    ends = {around.start, around.end} | {e for _, s in here for e in (s.start, s.end)}
    edges = sorted(e for e in ends if around.start <= e <= around.end)
    for start, end in pairwise(edges):
        part = Span(start, end)
        yield part.of(text), next((role for role, s in reversed(here) if s.covers(part)), "")


def _around(article: Article, mark: Mark[Statement]) -> Span:
    """The blocks that the statement lies in."""
    value = mark.value
    whole = hull((mark.span, *value.content, *value.cue, *_near(mark.span, value.source)))
    blocks = [b.span for b in article.blocks if b.span.meets(whole)]
    if blocks:
        return hull(tuple(blocks))
    return Span(max(0, whole.start - _AROUND), min(len(article.text), whole.end + _AROUND))


def _near(span: Span, source: Spans) -> Spans:
    # a source taken over from far above would bring half the page along
    return tuple(s for s in source if abs(s.start - span.start) < _AROUND)


def _text(parts: list[Piece], style: str) -> None:
    screen = terminal()
    if screen is None:
        write("".join(_bracketed(words, role) for words, role in parts))
        return
    from rich.text import Text

    line = Text(style=style)
    for words, role in parts:
        line.append(clean_lines(words), _STYLES[role])
    screen.print(line)


def _bracketed(words: str, role: str) -> str:
    return f"[{role}: {clean_lines(words)}]" if role else clean_lines(words)


def _facts(
    article: Article, mark: Mark[Statement], setting: Setting | None
) -> Iterator[tuple[str, str]]:
    value, source = mark.value, article.source
    yield "id", mark.id
    yield "form", value.form.value
    if value.hedge:
        yield "hedge", " ".join(s.of(article.text) for s in value.hedge)
    if value.implicit:
        yield "source", "taken over from an earlier statement"
    yield from setting_facts(article, setting)
    yield "score", f"{mark.score:.2f}"
    if source.fetched_at:
        yield "fetched", source.fetched_at
    yield from _places(article, mark)


def _places(article: Article, mark: Mark[Statement]) -> Iterator[tuple[str, str]]:
    for span in mark.value.content:
        for place in article.origin.positions(span):
            where = f"{place.start}-{place.end}"
            yield "origin", f"{place.node} {where}" if place.node else f"characters {where}"
    link = text_link(article, mark.value.content)
    if link is not None:
        yield "link", link
