"""Pages that are broken or mean harm."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from quoth.errors import InputError, LimitExceeded
from quoth.model import Article, BlockKind
from quoth.read.html import engine, region
from quoth.read.options import ReadOptions
from quoth.run.deadline import limited
from working import calls

Read = Callable[..., Article]
PROSE = "The harbour ferry will sail again on Monday, the minister said to all who were there."
PAGE = f"<html><body><article><h1>Ferry</h1><p>{PROSE}</p><p>{PROSE} X</p></article></body></html>"


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "span", "table><tr><td", "ul><li"])
def test_100_000_nested_tags_are_refused(read: Read, tag: str) -> None:
    with pytest.raises(LimitExceeded) as caught:
        read(f"<{tag}>" * 100_000 + "text")
    assert caught.value.code == "too-deep"


def test_depth_up_to_the_limit_is_read(read: Read) -> None:
    markup = "<div>" * 97 + PROSE + "</div>" * 97
    assert PROSE in read(markup, options=ReadOptions(max_depth=100)).text
    with pytest.raises(LimitExceeded):
        read(markup, options=ReadOptions(max_depth=90))


def test_a_limit_beyond_the_parser_is_no_way_around_it(read: Read) -> None:
    with pytest.raises(LimitExceeded):
        read("<div>" * 100_000 + "x", options=ReadOptions(max_depth=10**9))


@pytest.mark.parametrize("body", [b"", b"   \n", b"<!-- nothing -->", b"<!DOCTYPE html>"])
def test_nothing_at_all_is_an_error_of_ours(read: Read, body: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read(body)
    assert caught.value.code in {"html", "empty"}


def test_control_characters_are_left_out_and_nothing_breaks(read: Read) -> None:
    article = read(PAGE.replace("harbour", "har\x01bo\x00ur\x7f&#2;").encode())
    assert "harbo\ufffdur" in article.text
    assert dict(article.meta.why)["region"] == "trafilatura"


def test_lone_surrogates_are_replaced(read: Read) -> None:
    article = read(PAGE.replace("harbour", "har&#xD800;bour"))
    assert "har\ufffdbour" in article.text


def test_declared_encoding_may_be_wrong(read: Read) -> None:
    page = (
        f'<html><head><meta charset="iso-8859-1"></head><body><p>Fähre — {PROSE}</p></body></html>'
    )
    assert "Fähre — " in read(page.encode("utf-8")).text


def test_declared_encoding_is_used(read: Read) -> None:
    head = '<html><head><meta charset="windows-1251"></head>'
    page = f"{head}<body><p>Паром стоит. {PROSE}</p></body></html>"
    article = read(page.encode("windows-1251"))
    assert "Паром стоит." in article.text


def test_entities_are_not_expanded_from_a_document_type(read: Read) -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    assert "aaaaaaaaaa" * 8 not in read(bomb + f"<html><body><p>&b; {PROSE}</p></body></html>").text


def test_external_entities_are_not_fetched(read: Read, tmp_path) -> None:  # type: ignore[no-untyped-def]
    secret = tmp_path / "secret.txt"
    secret.write_text("open sesame")
    bait = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]>'
    page = f"{bait}<html><body><p>&x; {PROSE}</p></body></html>"
    assert "sesame" not in read(page).text


def test_very_long_attributes_and_text(read: Read) -> None:
    long = "x" * 2_000_000
    first = f'<p class="{long}" id="{"a-" * 500_000}">{PROSE}</p>'
    page = f'<html><body class="{long}">{first}<p>{long}</p></body></html>'
    assert PROSE in limited(lambda: read(page), 60).text


def test_a_page_too_large_for_the_extractor_is_read_by_density(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(region, "_MOST_NODES", 100)
    article = read("<html><body>" + f"<p>{PROSE}</p>" * 200 + "</body></html>")
    assert len(article.of(BlockKind.PARAGRAPH)) == 200
    assert dict(article.meta.why)["region"] == "density"


def test_the_work_grows_with_the_page_and_no_faster(read: Read) -> None:
    def work(count: int) -> object:
        return read("<html><body>" + f"<p>{PROSE}</p>" * count + "</body></html>")

    # the first one loads what is loaded once
    _, small, large = (calls(partial(work, n)) for n in (10, 50, 200))
    assert large < 5 * small


def test_sentinels_on_the_page_itself_are_text_like_any_other(read: Read) -> None:
    article = read(PAGE.replace("</h1>", "</h1><p>\u2840\u2801\u2841\u2802 in Braille.</p>"))
    assert "\u2840\u2801\u2841\u2802 in Braille." in article.text


def test_a_failing_extractor_is_replaced_and_the_page_says_so(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise RuntimeError("broken inside")

    monkeypatch.setattr(engine, "_extractor", lambda: fail)
    article = read(PAGE)
    assert dict(article.meta.why)["region"] == "density"
    assert len(article.of(BlockKind.PARAGRAPH)) == 2


def test_a_page_of_sentinels_needs_three_signs_for_many_nodes() -> None:
    count = 192 * 63 + 1
    width = region._width(count)
    names = {region._sentinel(n, width) for n in range(count)}
    assert len(names) == count
    assert all(region._SENTINEL.fullmatch(name) for name in names)


def test_a_page_of_signs_that_are_not_shown_has_no_article(read: Read) -> None:
    article = read("<html><body><p>" + "\u200b \u2060" * 5000 + "x</p></body></html>")
    assert article.text == "x"
    assert dict(article.meta.why)["region"] == "none"
