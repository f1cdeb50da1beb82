"""An HTML page becomes an Article."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quoth.model import Article, Block, BlockKind, Capture, Metadata, article_id
from quoth.read.dates import find_date
from quoth.read.html.assemble import Assembled, assemble
from quoth.read.html.classify import Page as Judged
from quoth.read.html.classify import classify
from quoth.read.html.density import densest
from quoth.read.html.facts import Facts, page_facts, page_title
from quoth.read.html.headline import headline_box, site_name
from quoth.read.html.page import Page, parse
from quoth.read.html.region import chosen
from quoth.read.html.scene import Scene, scene
from quoth.read.html.stamps import iso
from quoth.read.html.walk import Walk, walk
from quoth.read.html.words import PageWords, page_words
from quoth.read.options import ReadOptions


@dataclass(frozen=True, slots=True)
class _Layout:
    """What was made of the body of a page."""

    scene: Scene
    kinds: tuple[BlockKind, ...]
    made: Assembled


def read_html(capture: Capture, options: ReadOptions | None = None) -> Article:
    """Read an HTML page.

    Returns:
        an article whose text holds the whole visible page.  `meta.why` also has a line `region`:
        `trafilatura`, or `density` where that found nothing, or `none` for a page without an
        article.  Such a page has blocks of furniture alone.

    Raises:
        InputError: code `html`, if no page can be made of the bytes.
        LimitExceeded: code `too-deep`.
        NotReadable: the bytes are no text.
    """
    options = options or ReadOptions()
    source = capture.source
    page = parse(capture.body, source.charset or None, options.max_depth)
    facts = page_facts(page.root, source.url, options.language)
    words = page_words(facts.one("language"))
    walked = walk(page.root)
    region, why = _region(page, walked)
    layout = _layout(scene(walked, region), walked, facts, words, page_title(page.root))
    if layout.scene.first < 0:
        why = "none"
    _complete(facts, layout, words, page_title(page.root))
    facts.why["region"] = why
    url = facts.one("url")
    return Article(
        id=article_id(source.sha256, source.url or url),
        source=replace(source, media_type="text/html", charset=page.charset, url=source.url or url),
        text=layout.made.text,
        blocks=layout.made.blocks,
        origin=layout.made.origin,
        meta=_metadata(facts),
    )


def _region(page: Page, walked: Walk) -> tuple[frozenset[int], str]:
    found = chosen(page.root, walked.nodes)
    if found:
        return found, "trafilatura"
    return densest(walked), "density"


def _layout(
    whole: Scene, walked: Walk, facts: Facts, words: PageWords, title: str | None
) -> _Layout:
    titles = [t for t in (facts.one("headline"), title) if t]
    head = headline_box(whole, titles)
    judged = Judged(whole, head, words, facts.one("description") or "")
    kinds = tuple(classify(judged))
    return _Layout(whole, kinds, assemble(whole.boxes, kinds, walked.nodes, words))


def _complete(facts: Facts, layout: _Layout, words: PageWords, title: str | None) -> None:
    """Fill what the head of the page leaves open from the blocks of the article."""
    made, language = layout.made, words.language or None
    for box, kind in zip(layout.scene.boxes, layout.kinds, strict=True):
        if kind in {BlockKind.DATE, BlockKind.BYLINE} and box.stamps:
            name = "modified" if words.opening("updated", box.text) else "published"
            facts.give(name, [iso(box.stamps[0], language)], "time")
    for block in made.blocks:
        if block.kind is BlockKind.HEADLINE:
            facts.give("headline", [block.span.of(made.text).replace("\n", " ")], "block")
        elif block.kind is BlockKind.SECTION:
            facts.give("section", [block.span.of(made.text)], "block")
        elif block.kind in {BlockKind.BYLINE, BlockKind.DATE}:
            _from_parts(facts, block, made.text, language)
    facts.give("site", [site_name(title, facts.one("headline"))], "title")
    facts.give("headline", [title], "html")


def _from_parts(facts: Facts, block: Block, text: str, language: str | None) -> None:
    facts.give("authors", [p.span.of(text) for p in block.parts if p.name == "author"], "block")
    for part in block.parts:
        if part.name in {"published", "modified"}:
            date = find_date(part.span.of(text), language)
            facts.give(part.name, [date.value if date else None], "block")


def _metadata(facts: Facts) -> Metadata:
    return Metadata(
        headline=facts.one("headline"),
        description=facts.one("description"),
        published=facts.one("published"),
        modified=facts.one("modified"),
        authors=facts.values.get("authors", ()),
        section=facts.one("section"),
        site=facts.one("site"),
        language=facts.one("language"),
        url=facts.one("url"),
        why=tuple(sorted(facts.why.items())),
    )
