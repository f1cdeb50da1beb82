"""Feeds of statements keep the rules of Atom (RFC 4287)."""

from datetime import datetime

import pytest
from atom_rules import ATOM, broken
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from quoth.model import Form, Span
from quoth.store.views.lines import Line
from quoth.web.atom import Entry, Feed, written

ROOM = "https://room.example"
_A = {"a": ATOM, "h": "http://www.w3.org/1999/xhtml"}


def _line(**told: object) -> Line:
    found: dict[str, object] = dict.fromkeys(Line.__dataclass_fields__)
    found |= {"key": 1, "id": "0" * 16, "article": "1" * 16, "form": Form.DIRECT}
    found |= {"implicit": False, "content": "“No,” she said.", "span": Span(0, 3), "score": 1.0}
    return Line(**{**found, **told})  # type: ignore[arg-type]


def _feed(*entries: Entry, **told: object) -> Feed:
    found: dict[str, object] = {
        "name": "search?q=no",
        "title": "no",
        "room": ROOM,
        "here": "/feeds/search.atom?q=no",
        "page": "/search?q=no",
        "entries": entries,
        "after": None,
    }
    return Feed(**{**found, **told})  # type: ignore[arg-type]


def _entry(stored: str = "2031-05-04T10:00:00+00:00", **told: object) -> Entry:
    return Entry(_line(**told), stored)


def _root(feed: Feed) -> etree._Element:
    return etree.fromstring(written(feed).encode())


def _all(feed: Feed, path: str) -> list[str]:
    found = _root(feed).xpath(path, namespaces=_A)
    assert isinstance(found, list)
    return [str(one) for one in found]


def test_a_feed_without_entries_is_one():
    feed = _feed()
    assert broken(written(feed)) == []
    assert _all(feed, "a:updated/text()") == ["1970-01-01T00:00:00+00:00"]


def test_a_feed_links_itself_its_page_and_its_next_part():
    feed = _feed(_entry(), after="/feeds/search.atom?q=no&cursor=x")
    assert broken(written(feed)) == []
    links = {e.get("rel"): e.get("href") for e in _root(feed).findall("a:link", _A)}
    assert links == {
        "self": f"{ROOM}/feeds/search.atom?q=no",
        "alternate": f"{ROOM}/search?q=no",
        "next": f"{ROOM}/feeds/search.atom?q=no&cursor=x",
    }


def test_an_entry_says_who_and_what_and_where():
    entry = _entry(speaker="Ina Torvald", headline="Ferry", site="Post", language="en-GB")
    feed = _feed(entry)
    assert _all(feed, "a:entry/a:title/text()") == ["Ina Torvald: “No,” she said."]
    assert _all(feed, "a:entry/a:author/a:name/text()") == ["Ina Torvald"]
    assert _all(feed, "a:entry/@xml:lang") == ["en-GB"]
    assert _all(feed, "//h:blockquote/text()") == ["“No,” she said."]
    assert _all(feed, "//h:p/text()") == ["Ina Torvald", "Ferry", "Post"]
    assert _all(feed, "a:entry/a:link/@href") == [f"{ROOM}/statements/{'0' * 16}"]


def test_ids_do_not_depend_on_the_host_and_differ_between_feeds():
    one, other = _feed(_entry()), _feed(_entry(), room="https://other.example")
    assert _all(one, "//a:id/text()") == _all(other, "//a:id/text()")
    assert _all(one, "a:id/text()") != _all(_feed(name="search?q=yes"), "a:id/text()")


def test_a_feed_is_as_new_as_its_newest_entry():
    feed = _feed(_entry("2031-05-04T10:00:00+02:00"), _entry("2031-05-04T09:00:00+00:00", id="f"))
    assert _all(feed, "a:updated/text()") == ["2031-05-04T09:00:00+00:00"]


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("2031-05-04T10:00+02:00", ["2031-05-04T10:00:00+02:00"]),
        ("2031-05-04T10:00:00Z", ["2031-05-04T10:00:00+00:00"]),
        ("0900-05-04T10:00:00+00:19:32", ["0900-05-04T09:40:28+00:00"]),
        ("2031-05-04T10:00", []),
        ("2031-05-04", []),
        ("soon", []),
        (None, []),
    ],
)
def test_publication_is_told_where_the_page_tells_the_moment(published: str, told: list[str]):
    feed = _feed(_entry(published=published))
    assert broken(written(feed)) == []
    assert _all(feed, "a:entry/a:published/text()") == told


HOSTILE = "</title><script>alert(1)</script>]]>&#0;\x00\x0b\ud800\ufffe\u202e\"'<!--"


def test_what_a_page_says_is_text_and_nothing_else():
    names = ("content", "speaker", "headline", "site", "language", "published", "name", "source")
    feed = _feed(_entry(**dict.fromkeys(names, HOSTILE)), title=HOSTILE)
    text = written(feed)
    assert broken(text) == []
    assert "<script" not in text
    assert _all(feed, "a:entry/@xml:lang") == []


def test_a_long_text_has_a_short_title():
    feed = _feed(_entry(content="word \n" * 100_000))
    (title,) = _all(feed, "a:entry/a:title/text()")
    assert len(title) <= 120
    assert title.endswith("word…")


@settings(max_examples=60)
@given(st.text(), st.text(), st.none() | st.datetimes().map(datetime.isoformat))
def test_whatever_a_page_says_the_feed_is_valid(content: str, who: str, published: str | None):
    feed = _feed(_entry(content=content, speaker=who, published=published), title=content)
    assert broken(written(feed)) == []
