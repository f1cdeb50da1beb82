"""Where a span stands, as the W3C Web Annotation selectors and as a link to a text fragment.

Selectors are plain dictionaries, ready for JSON.  Offsets count Unicode code points; a browser
counts UTF-16 units, so that a script in a page has to convert them.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, urlsplit

from quoth.model import Article, OriginKind, Position, Span

CONTEXT = 32
"""Characters of `prefix` and `suffix` around a quotation."""

_LONG = 120
"""Characters from which a fragment names the ends of a quotation alone."""
_EDGE_WORDS = 5
"""Words at each end of such a quotation."""
_NEIGHBOURS = 3
"""Words of context that tell a short quotation from its doubles."""

Selector = dict[str, object]


def position_selector(span: Span) -> Selector:
    """TextPositionSelector of a span of a text."""
    return {"type": "TextPositionSelector", "start": span.start, "end": span.end}


def quote_selector(text: str, span: Span) -> Selector:
    """TextQuoteSelector of a span of a text: the exact words with up to 32 characters around."""
    return {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - CONTEXT) : span.start],
        "suffix": text[span.end : span.end + CONTEXT],
    }


def range_selector(article: Article, span: Span) -> Selector | None:
    """RangeSelector of a span in the page that the article was read from.

    Its ends are XPathSelectors of text nodes, each refined by a TextPositionSelector in that
    node.  None for an article that is not from HTML, or for a span of block breaks alone.
    """
    if article.origin.kind is not OriginKind.HTML:
        return None
    places = article.origin.positions(span)
    if not places:
        return None
    first, last = places[0], places[-1]
    return {
        "type": "RangeSelector",
        "startSelector": _point(first, first.start),
        "endSelector": _point(last, last.end),
    }


def _point(place: Position, offset: int) -> Selector:
    at = {"type": "TextPositionSelector", "start": offset, "end": offset}
    return {"type": "XPathSelector", "value": place.node, "refinedBy": at}


def web_address(article: Article) -> str | None:
    """The address of the page on the web (http or https), if it is known.

    What a page says of its own address may be anything: no other scheme is taken.
    """
    for known in (article.source.url, article.meta.url):
        try:
            parts = urlsplit(known or "")
        except ValueError:  # brackets without an address between them
            continue
        if known and parts.scheme in ("http", "https") and parts.netloc:
            return known
    return None


def page_link(article: Article, spans: Iterable[Span]) -> str | None:
    """A link that opens the page of `article` on the web at the words of `spans`.

    None where it is no HTML, or its address is not known.
    """
    address = web_address(article) if article.origin.kind is OriginKind.HTML else None
    return None if address is None else fragment_link(address, article.text, *spans)


def fragment_link(url: str, text: str, *spans: Span) -> str:
    """A link that opens the page at the spans: `url#:~:text=…`, one directive for each.

    A long span, or one that runs over a line break, is named by its first and last words; words of
    context are added to a span that occurs more than once.  Without any words: the bare URL.
    """
    bare = [_bare(text, span) for span in spans]
    found = [_directive(text, span, span.of(text).split()) for span in bare if len(span)]
    if not found:
        return url
    base, mark, old = url.partition("#")
    return f"{base}#{old if mark else ''}:~:" + "&".join(f"text={target}" for target in found)


def _bare(text: str, span: Span) -> Span:
    """The span without the marks at its ends: a browser matches whole words."""
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end)


def _directive(text: str, span: Span, words: list[str]) -> str:
    exact = span.of(text)
    if len(exact) > _LONG or "\n" in exact.strip():
        return f"{_encoded(_first(exact, words))},{_encoded(_last(exact, words))}"
    target = _encoded(" ".join(words))
    if text.count(exact) == 1:
        return target
    before, after = _line_before(text, span).split(), _line_after(text, span).split()
    prefix = _encoded(" ".join(before[-_NEIGHBOURS:])) + "-," if before else ""
    suffix = ",-" + _encoded(" ".join(after[:_NEIGHBOURS])) if after else ""
    return prefix + target + suffix


def _first(exact: str, words: list[str]) -> str:
    line = exact.strip().partition("\n")[0].split()
    return " ".join(line[: min(_EDGE_WORDS, max(1, len(words) // 2))])


def _last(exact: str, words: list[str]) -> str:
    line = exact.strip().rpartition("\n")[2].split()
    return " ".join(line[-min(_EDGE_WORDS, max(1, len(words) // 2)) :])


def _line_before(text: str, span: Span) -> str:
    return text[text.rfind("\n", 0, span.start) + 1 : span.start]


def _line_after(text: str, span: Span) -> str:
    end = text.find("\n", span.end)
    return text[span.end : len(text) if end < 0 else end]


def _encoded(words: str) -> str:
    # a hyphen, a comma and an ampersand are part of the syntax of a directive
    return quote(words, safe="", errors="replace").replace("-", "%2D")
