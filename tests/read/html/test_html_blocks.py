"""Pages of invented affairs in several languages: every block gets its kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quoth.model import Article, BlockKind, Source, Span

Read = Callable[..., Article]
Texts = Callable[..., list[str]]
K = BlockKind

ENGLISH = """<!DOCTYPE html>
<html lang="en-GB"><head><title>Harbour ferry to sail again - The Quay Courier</title></head><body>
<a class="skip" href="#main">Skip to content</a>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav></header>
<main><article>
<p class="kicker">Transport</p>
<h1>Harbour ferry to sail again</h1>
<p class="standfirst">The old boat was in dock for nine weeks, and nobody knew why.</p>
<div class="byline">By <a rel="author" href="/ada">Ada Brink</a> and Tom Oyelaran</div>
<div class="meta">Published: 4 May 2031, 9:30 am</div>
<div class="share-bar"><a href="#">Facebook</a> <a href="#">Twitter</a></div>
<figure><img src="x.jpg"><figcaption>The ferry in dock. Photo: Lena Roth</figcaption></figure>
<div class="article-body">
<p>PORT ARDEN (QNA) — The harbour ferry will sail again on Monday, the minister Joan Pell said.</p>
<p>“It was the engine,” she told reporters. “It was the engine, and <b>nothing</b> else.”</p>
<p>Read also: <a href="/a">Why the harbour bridge is closed on Sundays</a></p>
<h2>Nine weeks in dock</h2>
<p>The boat had lain in dock since March.<br><br>The town paid for the repairs, in full.</p>
<blockquote><p>We never lost hope that she would sail again.</p></blockquote>
<p>The fare stays as it is, the ministry added in a statement on Friday evening.</p>
</div>
<div class="newsletter-signup"><p>Get the news of the harbour every morning.</p></div>
</article>
<aside class="related"><h3>More stories</h3><ul>
<li><span class="place">Ardenmouth</span>
 <h4><a href="/b">Lighthouse keeper retires after forty years</a></h4><p>He lit it in 1991.</p></li>
<li><h4><a href="/c">Fish market to open on Sundays from next summer</a></h4></li></ul></aside>
<section id="comments"><h3>Comments</h3><p>No comments.</p></section>
</main>
<footer><p>© 2031 The Quay Courier</p><a href="/imprint">Imprint</a></footer>
<p hidden>You should not see this.</p>
<script>var a = "not text";</script>
</body></html>"""


@pytest.fixture
def english(read: Read) -> Article:
    return read(ENGLISH, "https://quay.example/ferry")


def test_article_parts_get_their_kinds(english: Article, texts: Texts) -> None:
    assert texts(english, K.SECTION) == ["Transport"]
    assert texts(english, K.HEADLINE) == ["Harbour ferry to sail again"]
    assert texts(english, K.LEAD) == [
        "The old boat was in dock for nine weeks, and nobody knew why."
    ]
    assert texts(english, K.BYLINE) == ["By Ada Brink and Tom Oyelaran"]
    assert texts(english, K.DATE) == ["Published: 4 May 2031, 9:30 am"]
    assert texts(english, K.CAPTION) == ["The ferry in dock. Photo: Lena Roth"]
    assert texts(english, K.SUBHEADING) == ["Nine weeks in dock"]


def test_paragraphs_are_split_at_double_line_breaks_and_hold_quotations(
    english: Article, texts: Texts
) -> None:
    assert texts(english, K.PARAGRAPH) == [
        "The harbour ferry will sail again on Monday, the minister Joan Pell said.",
        "“It was the engine,” she told reporters. “It was the engine, and nothing else.”",
        "The boat had lain in dock since March.",
        "The town paid for the repairs, in full.",
        "We never lost hope that she would sail again.",
        "The fare stays as it is, the ministry added in a statement on Friday evening.",
    ]


def test_dateline_is_a_block_of_its_own(english: Article) -> None:
    (block,) = english.of(K.DATELINE)
    assert block.span.of(english.text) == "PORT ARDEN (QNA) —"
    place = block.part("place")
    assert place is not None
    assert place.of(english.text) == "PORT ARDEN"


def test_byline_names_its_authors_and_date_line_its_date(english: Article) -> None:
    (byline,) = english.of(K.BYLINE)
    (date,) = english.of(K.DATE)
    assert [p.span.of(english.text) for p in byline.parts] == ["Ada Brink", "Tom Oyelaran"]
    assert [(p.name, p.span.of(english.text)) for p in date.parts] == [
        ("published", "4 May 2031, 9:30 am")
    ]


def test_furniture_is_kept_and_told_apart(english: Article, texts: Texts) -> None:
    assert texts(english, K.APPEAL) == ["Get the news of the harbour every morning."]
    assert texts(english, K.COMMENT_RULES) == ["Comments", "No comments."]
    assert "Home\nSport" in texts(english, K.NAVIGATION)
    assert "Facebook Twitter" in texts(english, K.NAVIGATION)
    assert "© 2031 The Quay Courier\nImprint" in texts(english, K.NAVIGATION)


def test_teasers_have_headline_place_and_text(english: Article) -> None:
    teasers = [
        {p.name: p.span.of(english.text) for p in block.parts} for block in english.of(K.TEASER)
    ]
    assert teasers == [
        {"headline": "Why the harbour bridge is closed on Sundays"},
        {
            "place": "Ardenmouth",
            "headline": "Lighthouse keeper retires after forty years",
            "text": "He lit it in 1991.",
        },
        {"headline": "Fish market to open on Sundays from next summer"},
    ]


def test_hidden_text_and_scripts_are_no_text(english: Article) -> None:
    assert "should not see" not in english.text
    assert "not text" not in english.text


def test_blocks_follow_each_other_and_cover_all_words(english: Article) -> None:
    ends = [b.span.end for b in english.blocks]
    starts = [b.span.start for b in english.blocks]
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    covered = "".join(b.span.of(english.text) for b in english.blocks)
    assert "".join(covered.split()) == "".join(english.text.split())


GERMAN = """<html lang="de"><head><title>Fähre fährt wieder | Hafenbote</title></head><body>
<nav><a href="/">Startseite</a> <a href="/politik">Politik</a></nav>
<article><h1>Fähre fährt wieder</h1>
<p class="autor">Von Grete Holm</p><p>Veröffentlicht am 4. Mai 2031, 9:30 Uhr</p>
<p>Die Hafenfähre soll am Montag wieder fahren, sagte die Verkehrsministerin Johanna Pell.</p>
<p>„Es war der Motor“, sagte sie vor Journalisten. „Es war der Motor und sonst gar nichts.“</p>
<p>Lesen Sie auch: <a href="/b">Warum die Hafenbrücke sonntags gesperrt bleibt</a></p>
<p>Die Stadt hat die Reparatur bezahlt, wie das Ministerium am Freitag mitteilte.</p>
</article>
<div class="kommentare"><p>Noch keine Kommentare</p></div>
<footer><a href="/impressum">Impressum</a></footer></body></html>"""

INDONESIAN = """<html lang="id"><head><title>Feri berlayar lagi - Kabar Dermaga</title></head><body>
<nav><a href="/">Beranda</a> <a href="/n">Nasional</a></nav>
<div class="detail"><h1>Feri pelabuhan berlayar lagi</h1>
<div>Oleh: Sari Melati</div><div>Diterbitkan: 4 Mei 2031, 09.30 WIB</div>
<div class="isi"><p>Feri pelabuhan akan berlayar lagi pada Senin, kata Menteri Joan Pell.</p>
<p>"Masalahnya ada pada mesin, tidak ada yang lain," katanya kepada wartawan di dermaga.</p>
<p>Baca juga: <a href="/b">Mengapa jembatan pelabuhan ditutup setiap hari Minggu</a></p>
<p>Pemerintah kota membayar seluruh biaya perbaikan itu, menurut kementerian.</p></div></div>
<footer>Tentang Kami</footer></body></html>"""

ARABIC = """<html lang="ar" dir="rtl"><head><title>العبارة تبحر من جديد</title></head><body>
<nav><a href="/">الرئيسية</a></nav>
<article><h1>العبارة تبحر من جديد</h1>
<p>ستبحر عبارة الميناء من جديد يوم الاثنين، كما قالت وزيرة النقل جوان بيل للصحفيين في الميناء.</p>
<p>
وقالت الوزيرة: &#x202B;«كان العطل في المحرك، ولا شيء غير المحرك»&#x202C;،
وشكرت أهل المدينة على صبرهم.</p>
<p>ودفعت المدينة تكاليف الإصلاح كلها، بحسب بيان صدر عن الوزارة مساء يوم الجمعة الماضي.</p>
</article><footer>© ٢٠٣١ بريد الميناء</footer></body></html>"""


def test_german_page(read: Read, texts: Texts) -> None:
    article = read(GERMAN)
    assert texts(article, K.HEADLINE) == ["Fähre fährt wieder"]
    assert texts(article, K.BYLINE) == ["Von Grete Holm"]
    assert texts(article, K.DATE) == ["Veröffentlicht am 4. Mai 2031, 9:30 Uhr"]
    assert len(article.of(K.PARAGRAPH)) == 3
    assert [b.part("headline") for b in article.of(K.TEASER)] != [None]
    assert texts(article, K.COMMENT_RULES) == ["Noch keine Kommentare"]
    assert article.meta.authors == ("Grete Holm",)
    assert article.meta.published == "2031-05-04T09:30"
    assert dict(article.meta.why)["published"] == "block"


def test_indonesian_page(read: Read, texts: Texts) -> None:
    article = read(INDONESIAN)
    assert texts(article, K.HEADLINE) == ["Feri pelabuhan berlayar lagi"]
    assert texts(article, K.BYLINE) == ["Oleh: Sari Melati"]
    assert texts(article, K.DATE) == ["Diterbitkan: 4 Mei 2031, 09.30 WIB"]
    assert len(article.of(K.PARAGRAPH)) == 3
    (teaser,) = article.of(K.TEASER)
    headline = teaser.part("headline")
    assert headline is not None
    assert headline.of(article.text) == "Mengapa jembatan pelabuhan ditutup setiap hari Minggu"
    assert (article.meta.published or "").startswith("2031-05-04T09:30")


def test_arabic_page_loses_direction_marks_but_not_its_places(read: Read, texts: Texts) -> None:
    article = read(ARABIC)
    paragraphs = texts(article, K.PARAGRAPH)
    assert len(paragraphs) == 3
    assert "\u202b" not in article.text
    at = article.text.index("«كان")
    (place,) = article.origin.positions(Span(at, at + 4))
    assert place.node == "/html/body/article[1]/p[2]/text()[1]"
    # the line break at the head and the mark of direction are counted, though they are not shown
    assert place.start == len("\nوقالت الوزيرة: ") + 1


def test_a_page_without_an_article_is_furniture(read: Read) -> None:
    links = "".join(f'<li><a href="/{i}">Pier {i} news</a></li>' for i in range(30))
    article = read(
        f"<html><head><title>The Quay</title></head><body><ul>{links}</ul></body></html>"
    )
    assert article.blocks
    assert all(b.furniture for b in article.blocks)
    assert article.meta.headline == "The Quay"
    assert dict(article.meta.why)["region"] == "none"


def test_headline_outside_the_region_is_found_by_the_title(read: Read, texts: Texts) -> None:
    page = ENGLISH.replace("<h1>Harbour ferry to sail again</h1>", "").replace(
        "<main>", "<div class=top><h2>Harbour ferry to sail again</h2></div><main>"
    )
    assert texts(read(page), K.HEADLINE) == ["Harbour ferry to sail again"]


def test_source_is_filled_and_the_id_follows_the_bytes(read: Read) -> None:
    first, same, other = read(ENGLISH), read(ENGLISH), read(ENGLISH + " ")
    assert isinstance(first.source, Source)
    assert (first.source.media_type, first.source.charset) == ("text/html", "utf-8")
    assert first == same
    assert first.id != other.id


def parts_of(article: Article, kind: BlockKind) -> list[dict[str, str]]:
    return [{p.name: p.span.of(article.text) for p in b.parts} for b in article.of(kind)]


STORY = """<article><h1>Ferry sails again</h1>{}<p>The harbour ferry will sail again on Monday, the
minister said to all who had come to the quay.</p><p>She thanked the town for its patience, and she
thanked the pilots as well.</p></article>"""


def test_place_glued_to_a_teaser_is_split_off(read: Read) -> None:
    stories = ["BerlinThe chancellor was late", "ParisThe baker was early", "In pictures: a vigil"]
    items = "".join(f"<li><a href='/{i}'>{s}</a></li>" for i, s in enumerate(stories))
    below = f"<div><p>Read also</p><ul>{items}</ul></div>"
    article = read(f"<html lang=en><body>{STORY.format('')}{below}</body></html>")
    assert parts_of(article, K.TEASER) == [
        {"place": "Berlin", "headline": "The chancellor was late"},
        {"place": "Paris", "headline": "The baker was early"},
        {"headline": "In pictures: a vigil"},
    ]


def test_stories_without_links_under_a_label_are_teasers(read: Read) -> None:
    below = "<h4>Most read</h4><ul><li>This cat has learned to row a boat</li></ul>"
    article = read(f"<html lang=en><body>{STORY.format('')}<div>{below}</div></body></html>")
    assert parts_of(article, K.TEASER) == [{"headline": "This cat has learned to row a boat"}]


def test_byline_with_a_date_gives_both(read: Read) -> None:
    line = "<p>By Marek Toll Thursday 22 May 2031, 8.00am</p>"
    article = read(f"<html lang=en><body>{STORY.format(line)}</body></html>")
    assert parts_of(article, K.BYLINE) == [
        {"author": "Marek Toll", "published": "22 May 2031, 8.00am"}
    ]
    assert (article.meta.authors, article.meta.published) == (("Marek Toll",), "2031-05-22T08:00")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("<p>Share Tweet Print</p>", K.NAVIGATION),
        ("<p><a href='/a'>Why the bridge is closed</a></p>", K.TEASER),
        ("<p>Photo: Lena Roth</p>", K.CAPTION),
        ("<p class='author-name'>Ada Brink</p>", K.BYLINE),
        ("<div class='kicker'>Town</div>", K.SECTION),
        ("<div class='newsletter'>Every morning at six.</div>", K.APPEAL),
        ("<div id='comments'>Be nice.</div>", K.COMMENT_RULES),
    ],
)
def test_lines_between_headline_and_story(read: Read, line: str, kind: BlockKind) -> None:
    article = read(f"<html lang=en><body>{STORY.format(line)}</body></html>")
    assert article.blocks[1].kind is kind
    assert len(article.of(K.PARAGRAPH)) == 2


def test_a_word_in_the_name_of_what_holds_the_article_does_not_count(read: Read) -> None:
    page = f"<html lang=en><body><div class='share-wrapper newsletter'>{STORY}</div></body></html>"
    assert len(read(page.replace("{}", "")).of(K.PARAGRAPH)) == 2


def test_posts_quoted_between_paragraphs_stay_in_the_article(read: Read, texts: Texts) -> None:
    post = "<blockquote class='social-post'><p>We sail at dawn, all of us.</p></blockquote>"
    page = STORY.format("").replace("</p><p>", f"</p>{post}<p>", 1)
    article = read(f"<html lang=en><body>{page}</body></html>")
    assert "We sail at dawn, all of us." in texts(article, K.PARAGRAPH)


def test_hidden_text_that_is_the_article_is_kept(read: Read) -> None:
    page = f"<html lang=en><body><div hidden>{STORY.format('')}</div></body></html>"
    assert len(read(page).of(K.PARAGRAPH)) == 2
