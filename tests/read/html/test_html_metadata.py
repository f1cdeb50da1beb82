"""What a page says of itself, where it says it, and what is made of nonsense."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quoth.model import Article
from quoth.read.html.stamps import iso
from quoth.read.options import ReadOptions

Read = Callable[..., Article]

PROSE = "<p>The harbour ferry will sail again on Monday, the minister said to all who asked.</p>"


def page(head: str, body: str = "", lang: str = "") -> str:
    return (
        f"<html{lang}><head>{head}</head><body><article>{body}{PROSE * 2}</article></body></html>"
    )


def linked(json: str) -> str:
    return page(f'<script type="application/ld+json">{json}</script>')


def test_json_ld_gives_every_field(read: Read) -> None:
    meta = read(
        linked(
            """{"@type": "NewsArticle", "headline": "Ferry &amp; harbour", "description": "Again.",
            "datePublished": "2031-05-04T09:30:00+02:00", "dateModified": "2031-05-05T10:00:00Z",
            "author": [{"@type": "Person", "name": "Ada Brink"}, "Tom Oyelaran"],
            "articleSection": ["Transport", "Town"], "publisher": {"name": "The Quay"},
            "inLanguage": "en_gb", "mainEntityOfPage": {"@id": "https://quay.example/ferry"}}"""
        )
    ).meta
    assert meta.headline == "Ferry & harbour"
    assert meta.description == "Again."
    assert meta.published == "2031-05-04T09:30:00+02:00"
    assert meta.modified == "2031-05-05T10:00:00+00:00"
    assert meta.authors == ("Ada Brink", "Tom Oyelaran")
    assert meta.section == "Transport"
    assert meta.site == "The Quay"
    assert meta.language == "en-GB"
    assert meta.url == "https://quay.example/ferry"
    assert {why for name, why in meta.why if name != "region"} == {"json-ld"}


def test_json_ld_graph_with_references(read: Read) -> None:
    meta = read(
        linked(
            """{"@graph": [{"@type": "WebSite", "name": "The Quay"},
            {"@type": ["Article", "NewsArticle"], "headline": "Ferry", "author": {"@id": "#ada"}},
            {"@type": "Person", "@id": "#ada", "name": "Ada Brink"}]}"""
        )
    ).meta
    assert (meta.headline, meta.authors) == ("Ferry", ("Ada Brink",))


@pytest.mark.parametrize(
    "json",
    [
        '{"@type": "NewsArticle", "headline": "Ferry",}',
        '<!-- {"@type": "NewsArticle", "headline": "Ferry"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Ferry"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "Ferry", "description": "two\nlines"}',
        '[[{"@type": "http://schema.org/NewsArticle", "headline": "Ferry"}]]',
        '{"@type": "NewsArticle", "headline": "Ferry"} {"@type": "Person"}',
    ],
)
def test_broken_json_ld_is_survived(read: Read, json: str) -> None:
    meta = read(linked(json)).meta
    assert (meta.headline, dict(meta.why)["headline"]) == ("Ferry", "json-ld")


@pytest.mark.parametrize(
    "json",
    ["", "{", "null", "3", '{"@type": {}}', "[" * 50_000, '{"@type":"NewsArticle"', "[[],{}]"],
)
def test_hopeless_json_ld_is_left_alone(read: Read, json: str) -> None:
    assert read(linked(json)).meta.headline is None


def test_stories_listed_in_json_ld_are_not_the_page(read: Read) -> None:
    meta = read(
        linked(
            """{"@type": "ItemList", "itemListElement": [
            {"@type": "NewsArticle", "headline": "Another story"}]}"""
        )
    ).meta
    assert meta.headline is None


def test_opengraph_comes_before_meta_names(read: Read) -> None:
    meta = read(
        page(
            """<meta property="og:title" content="Ferry"><meta name="title" content="Old boat">
            <meta property="article:published_time" content="2031-05-04T09:30:00.000Z">
            <meta name="date" content="1999-01-01"><meta property="og:site_name" content="Quay">
            <meta property="article:section" content="Town">
            <meta property="og:locale" content="id_ID">
            <meta property="article:author" content="https://social.example/ada">
            <meta name="author" content="Ada Brink"><meta name="description" content="Again.">"""
        )
    ).meta
    assert (meta.headline, meta.published) == ("Ferry", "2031-05-04T09:30:00+00:00")
    assert (meta.site, meta.section, meta.language) == ("Quay", "Town", "id-ID")
    assert meta.authors == ("Ada Brink",)
    why = dict(meta.why)
    assert (why["headline"], why["authors"], why["description"]) == ("opengraph", "meta", "meta")


@pytest.mark.parametrize(
    ("title", "site"),
    [
        ("Ferry sails again - The Quay", "The Quay"),
        ("Ferry sails again | The Quay", "The Quay"),
        ("Ferry sails again", None),
        ("The Quay: news of the day - all of it", None),
        ("Ferry sails again - Transport - The Quay", None),
    ],
)
def test_the_site_is_what_the_title_has_behind_the_headline(
    read: Read, title: str, site: str | None
) -> None:
    meta = read(page(f"<title>{title}</title>", "<h1>Ferry sails again</h1>")).meta
    assert meta.site == site
    assert dict(meta.why).get("site") == ("title" if site else None)


def test_time_element_gives_the_date_if_nothing_else_does(read: Read) -> None:
    body = '<h1>Ferry</h1><p><time datetime="2031-05-04T09:30+02:00">Sunday</time></p>'
    meta = read(page("<title>Ferry</title>", body)).meta
    assert (meta.published, dict(meta.why)["published"]) == ("2031-05-04T09:30+02:00", "time")


def test_date_line_gives_both_dates_as_a_last_resort(read: Read) -> None:
    body = "<h1>Ferry</h1><p>Published: 4 May 2031</p><p>Updated: 5 May 2031</p>"
    meta = read(page("<title>Ferry</title>", body, ' lang="en"')).meta
    assert (meta.published, meta.modified) == ("2031-05-04", "2031-05-05")
    assert dict(meta.why)["modified"] == "block"


def test_no_date_is_invented(read: Read) -> None:
    meta = read(page("<title>Ferry</title>", "<h1>Ferry</h1>")).meta
    assert (meta.published, meta.modified) == (None, None)
    assert "published" not in dict(meta.why)


def test_an_impossible_date_leaves_its_place_to_the_next(read: Read) -> None:
    meta = read(
        page(
            """<meta property="article:published_time" content="2031-02-30T09:00:00Z">
            <meta name="date" content="2031-02-28">"""
        )
    ).meta
    assert (meta.published, dict(meta.why)["published"]) == ("2031-02-28", "meta")


def test_language_of_the_page_comes_before_the_option(read: Read) -> None:
    options = ReadOptions(language="fr")
    given = read(page("", lang=' lang="de"'), options=options).meta
    missing = read(page(""), options=options).meta
    assert (given.language, dict(given.why)["language"]) == ("de", "html")
    assert (missing.language, dict(missing.why)["language"]) == ("fr", "option")


def test_canonical_address_is_made_absolute(read: Read) -> None:
    head = '<link rel="canonical" href="/ferry">'
    assert read(page(head), "https://quay.example/x?y").meta.url == "https://quay.example/ferry"
    assert read(page(head)).meta.url is None
    assert read(page('<link rel="canonical" href="javascript:alert(1)">')).meta.url is None


def test_address_of_the_source_is_kept_and_fills_a_gap(read: Read) -> None:
    article = read(page(""), "https://quay.example/x")
    assert (article.source.url, article.meta.url) == ("https://quay.example/x",) * 2
    named = read(page('<link rel="canonical" href="https://quay.example/ferry">'))
    assert named.source.url == "https://quay.example/ferry"


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("2031-05-04", "2031-05-04"),
        ("2031-05-04T09:30:00+0200", "2031-05-04T09:30:00+02:00"),
        ("2031-05-04T09:30:00.123Z", "2031-05-04T09:30:00+00:00"),
        ("2031-05-04 09:30", "2031-05-04T09:30"),
        ("20310504T093000Z", "2031-05-04T09:30:00+00:00"),
        ("2031-05-04T09:30:00+02", "2031-05-04T09:30:00+02:00"),
        ("Sun, 04 May 2031 09:30:00 +0200", "2031-05-04T09:30:00+02:00"),
        ("4 May 2031", "2031-05-04"),
        ("2031-13-04", None),
        ("2031-02-29", None),
        ("2031-05-04T25:00:00Z", None),
        ("2031-05-04T09:30:00+99:00", None),
        ("0001-01-01T00:00:00", None),
        ("yesterday", None),
        ("", None),
        ("9" * 5000, None),
    ],
)
def test_dates_for_machines(value: str, wanted: str | None) -> None:
    assert iso(value) == wanted
