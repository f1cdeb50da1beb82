"""Every character of the text names the character of the page that it comes from."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from quoth.model import Article, Capture, Origin, OriginKind, Source, Span
from quoth.read.html import read_html
from quoth.read.options import ReadOptions

Read = Callable[..., Article]


def nodes_of(article: Article, markup: str) -> list[str]:
    """The text nodes that the origin names, found by a general XPath engine in a fresh tree."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    tree = etree.fromstring(markup.encode("utf-8", "replace"), parser).getroottree()
    found = [tree.xpath(path) for path in article.origin.nodes]
    assert all(len(nodes) == 1 for nodes in found)
    return [str(nodes[0]) for nodes in found]


def assert_map_holds(article: Article, markup: str) -> None:
    """Each run stands for the same characters, white space folded; gaps are line breaks of ours."""
    assert article.origin.kind is OriginKind.HTML
    nodes = nodes_of(article, markup)
    at = 0
    for run in article.origin.runs:
        assert article.text[at : run.start].strip("\n") == ""
        there = nodes[run.node][run.offset : run.offset + run.length]
        here = article.text[run.start : run.end]
        assert len(there) == run.length
        if run.folded:
            assert here == " "
            assert there.isspace()
        else:
            assert all(
                a == b or (a.isspace() and b.isspace()) for a, b in zip(here, there, strict=True)
            )
        at = run.end
    assert article.text[at:].strip("\n") == ""


_PLAIN = [
    "harbour",
    "ferry",
    "don’t",
    "5",
    "“No”, she said. ",
    "Ä",
    "نُقِلَ",
    "می\u200cروم",
    "e\u0301",
]
_JUNK = ["\u200b", "\ufeff", "\u00ad", "\u202b", "\u2067", "\x01", "\x85", "⡀⠁", "👩\u200d👧"]
_SPACE = [" ", "  ", "\n", "\t \r\n", "\u00a0", "\u2028"]
_REFERENCES = ["&amp;", "&nbsp;", "&#x200B;", "&#1;", "&#0;", "&lt;"]
WORDS = st.sampled_from([*_PLAIN, *_JUNK, *_SPACE, *_REFERENCES])
TEXT = st.lists(WORDS, max_size=8).map("".join)
_BLOCKS = "p div li ul h1 h2 blockquote pre td table tr figure figcaption nav article aside"
_INLINE = ["span", "b", "i", "a href='/x'", "time datetime='2031-05-04'", "fb:like", "custom-tag"]
_MARKED = ["div class='byline'", "script", "div hidden", "section id='comments'"]
TAGS = st.sampled_from([*_BLOCKS.split(), *_INLINE, *_MARKED])


def element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    def build(tag: str, parts: list[str], closed: bool) -> str:
        return f"<{tag}>{''.join(parts)}" + (f"</{tag.split()[0]}>" if closed else "")

    return st.builds(build, TAGS, st.lists(inner, max_size=5), st.integers(0, 9).map(bool))


LEAF = st.one_of(
    TEXT, st.sampled_from(["<br>", "<br/><br>", "<!-- note -->", "<hr>", "<wbr>", "<?x?>"])
)
MARKUP = st.recursive(LEAF, element, max_leaves=25)


@settings(max_examples=150)
@given(st.lists(MARKUP, max_size=5).map("".join))
def test_map_holds_for_any_markup(markup: str) -> None:
    page = f"<html><head><title>t</title></head><body>{markup}</body></html>"
    article = read_html(Capture(Source("p"), page.encode()), ReadOptions())
    assert_map_holds(article, page)


@settings(max_examples=60)
@given(st.lists(TEXT.filter(str.strip), min_size=3, max_size=8))
def test_map_holds_for_articles(paragraphs: list[str]) -> None:
    filler = "The harbour ferry will sail again on Monday, said the minister, and nobody wept. "
    body = "".join(f"<p>{filler}{p}<b>{p}</b> {p}</p>\n" for p in paragraphs)
    page = f"<html><body><nav>Home</nav><article><h1>Ferry</h1>{body}</article></body></html>"
    article = read_html(Capture(Source("p"), page.encode()), ReadOptions())
    assert filler.strip() in article.text
    assert_map_holds(article, page)


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        ("  harbour \n\t ferry  ", "harbour ferry"),
        ("harbour <b> ferry</b>", "harbour ferry"),
        ("har<b>bour</b>", "harbour"),
        ("har\u00adbour\u200b ferry", "harbour ferry"),
        ("harbour \u200b ferry", "harbour ferry"),
        ("Tom &amp; Ann&nbsp;B.", "Tom & Ann\u00a0B."),
        ("one <br> two", "one\ntwo"),
        ("می\u200cروم", "می\u200cروم"),
        ("a<!-- note -->b", "ab"),
        ("<pre>a  b\n c</pre>", "a  b\n c"),
    ],
)
def test_white_space_is_folded_as_a_browser_does(read: Read, inner: str, shown: str) -> None:
    markup = f"<html><body><div>{inner}</div></body></html>"
    article = read(markup)
    assert article.text == shown
    assert_map_holds(article, markup)


def test_places_of_a_span_over_several_nodes(read: Read) -> None:
    markup = "<html><body><div>one <b>two</b> three</div></body></html>"
    article = read(markup)
    places = article.origin.positions(Span(2, 9))
    assert [(p.node, p.start, p.end) for p in places] == [
        ("/html/body/div[1]/text()[1]", 2, 4),
        ("/html/body/div[1]/b[1]/text()[1]", 0, 3),
        ("/html/body/div[1]/text()[2]", 0, 2),
    ]


def test_names_that_are_no_xpath_names_are_counted(read: Read) -> None:
    markup = "<html><body><i>x</i><fb:like>harbour</fb:like></body></html>"
    article = read(markup)
    assert article.origin.nodes == ("/html/body/i[1]/text()[1]", "/html/body/*[2]/text()[1]")
    assert_map_holds(article, markup)


def test_text_nodes_are_counted_past_comments_and_skipped_elements(read: Read) -> None:
    markup = "<html><body><div>a<!-- x -->b<script>s</script>c</div></body></html>"
    article = read(markup)
    assert article.text == "abc"
    assert [n.rpartition("/")[2] for n in article.origin.nodes] == [
        "text()[1]",
        "text()[2]",
        "text()[3]",
    ]


def test_origin_is_of_the_html_kind_even_without_text(read: Read) -> None:
    article = read("<html><body><img src=x></body></html>")
    assert article.text == ""
    assert article.origin == Origin(OriginKind.HTML, (), ())


@pytest.mark.parametrize("body", ["", "<tbody>"])
def test_rows_of_a_table_are_found_with_and_without_its_body(read: Read, body: str) -> None:
    inner = "<tr><td><table><tr><td>Inner cell.</td></tr></table></td></tr>"
    rows = f"{inner}<tr><td>Outer cell.</td></tr>"
    article = read(f"<html><body><table>{rows}</table></body></html>")
    start = article.text.index("Outer")
    (place,) = article.origin.positions(Span(start, start + 5))
    shown = html.fromstring(f"<html><body><table>{body}{rows}</table></body></html>")
    assert [str(node) for node in shown.xpath(place.node)] == ["Outer cell."]
