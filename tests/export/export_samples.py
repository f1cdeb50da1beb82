"""One page with every turn that a record has to show, as text and as HTML."""

from __future__ import annotations

from dataclasses import replace

from quoth.model import (
    Article,
    Block,
    BlockKind,
    Form,
    Language,
    Maker,
    Metadata,
    Origin,
    OriginKind,
    Part,
    Reading,
    Run,
    Source,
    Span,
    Statement,
    mark,
)

HEAD = "Port to close"
SAID = "«We close», Ada Quill told Bo that it \ud83d is «over»."
MORE = "«And that is all.»"
TEASER = "BerlinRain again It rains."
TEXT = "\n\n".join((HEAD, SAID, MORE, TEASER))
MAKER = Maker("pack reader", "1.2", "cafe")
IDENT = "00112233aabbccdd"
META = Metadata(
    headline=HEAD,
    published="2031-05-04",
    authors=("A", "B"),
    url="https://news.test/a",
    why=(("headline", "html"), ("published", "meta")),
)


def find(words: str) -> Span:
    """The span of words that the text holds once."""
    assert TEXT.count(words) == 1, words
    start = TEXT.index(words)
    return Span(start, start + len(words))


BLOCKS = (
    Block(BlockKind.HEADLINE, find(HEAD)),
    Block(BlockKind.PARAGRAPH, find(SAID)),
    Block(BlockKind.PARAGRAPH, find(MORE)),
    Block(
        BlockKind.TEASER,
        find(TEASER),
        (
            Part("place", find("Berlin")),
            Part("headline", find("Rain again")),
            Part("text", find("It rains.")),
        ),
    ),
)
MAIN = Statement(
    content=(find("We close"), find("that it \ud83d is «over»")),
    cue=(find("told"),),
    source=(find("Ada Quill"),),
    form=Form.MIXED,
    why="verb",
)
INNER = Statement(
    content=(find("over"),),
    cue=(find("told Bo"),),
    source=(find("Bo"),),
    form=Form.DIRECT,
    hedge=(find("it \ud83d"),),
    inside=Span(find("We close").start, find("that it \ud83d is «over»").end),
)
AFTER = Statement(
    content=(find("And that is all."),),
    cue=(),
    source=(find("Ada Quill"),),
    form=Form.DIRECT,
    implicit=True,
    why="runs on",
)


def text_origin() -> Origin:
    """The text begins 5 code points into the file; a soft hyphen was dropped inside `Quill`."""
    cut = find("Quill").start + 2
    runs = (Run(0, cut, 0, 5, cut), Run(cut, len(TEXT), 0, 6 + cut, len(TEXT) - cut))
    return Origin(OriginKind.TEXT, ("",), runs)


def html_origin() -> Origin:
    """A text node per block; block breaks are ours."""
    nodes = tuple(f"/html/body/p[{i}]/text()" for i, _ in enumerate(BLOCKS, 1))
    runs = tuple(Run(b.span.start, b.span.end, i, 2, len(b.span)) for i, b in enumerate(BLOCKS))
    return Origin(OriginKind.HTML, nodes, runs)


def sample(origin: Origin | None = None) -> Reading:
    """The page as read."""
    source = Source("pages/a.html", fetched_at="2031-05-05T08:00:00Z", sha256="ab" * 32)
    article = Article(IDENT, source, TEXT, BLOCKS, origin or text_origin(), META)
    said = [
        mark(IDENT, find(SAID), MAIN, MAKER, 0.5),
        mark(IDENT, find("Bo that it \ud83d is «over»"), INNER, MAKER, 0.25),
        mark(IDENT, find(MORE), AFTER, MAKER, 0.75),
    ]
    spoken = [
        mark(IDENT, find(SAID), Language("en", "lib"), MAKER, 0.9),
        mark(IDENT, find(MORE), Language("und", "lib"), MAKER, 0.1),
    ]
    return Reading(article).plus([*said, *spoken])


def without_parts(reading: Reading) -> Reading:
    """The same page with its teaser in one piece."""
    blocks = (*BLOCKS[:3], replace(BLOCKS[3], parts=()))
    return replace(reading, article=replace(reading.article, blocks=blocks))
