"""Names that pages give to their parts: class and id words, tags and roles.  Data, no code.

A class or id is cut into words at hyphens, underscores, blanks and inner capitals and lower-cased
(`relatedArticles` is `related`, `articles`); a table row is a set of words that must all occur.
The rows come from what the markup of news sites has in common, not from single sites.
"""

from __future__ import annotations

from enum import StrEnum


class Zone(StrEnum):
    """What a part of a page is by its markup."""

    NAVIGATION = "navigation"
    TEASER = "teaser"
    APPEAL = "appeal"
    COMMENTS = "comments"
    BYLINE = "byline"
    DATE = "date"
    CAPTION = "caption"
    LEAD = "lead"
    SECTION = "section"


_BLOCKS = """
    address article aside blockquote body caption center dd details dialog dir div dl dt
    fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend
    li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul
"""
BLOCK_TAGS = frozenset(_BLOCKS.split())
"""Elements that begin and end a block of text."""

_SKIPPED = """
    script style noscript template head svg title meta link base iframe object embed canvas
    audio video map select datalist textarea noframes noembed math
"""
SKIPPED_TAGS = frozenset(_SKIPPED.split())
"""Elements without text that a reader of the page sees as running text."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

TAG_ZONES: dict[str, Zone] = {
    "nav": Zone.NAVIGATION,
    "footer": Zone.NAVIGATION,
    "menu": Zone.NAVIGATION,
    "button": Zone.NAVIGATION,
    "form": Zone.NAVIGATION,
    "dialog": Zone.NAVIGATION,
    "figcaption": Zone.CAPTION,
    "time": Zone.DATE,
}

ROLE_ZONES: dict[str, Zone] = {
    "navigation": Zone.NAVIGATION,
    "banner": Zone.NAVIGATION,
    "contentinfo": Zone.NAVIGATION,
    "search": Zone.NAVIGATION,
    "menu": Zone.NAVIGATION,
    "menubar": Zone.NAVIGATION,
    "toolbar": Zone.NAVIGATION,
    "dialog": Zone.NAVIGATION,
    "alertdialog": Zone.NAVIGATION,
    "button": Zone.NAVIGATION,
    "complementary": Zone.TEASER,
}

ITEMPROP_ZONES: dict[str, Zone] = {
    "author": Zone.BYLINE,
    "creator": Zone.BYLINE,
    "datepublished": Zone.DATE,
    "datemodified": Zone.DATE,
    "caption": Zone.CAPTION,
    "copyrightholder": Zone.CAPTION,
    "articlesection": Zone.SECTION,
    "comment": Zone.COMMENTS,
}

_ROWS: dict[Zone, str] = {
    Zone.COMMENTS: "comments disqus comentarios kommentare commentaires reacties commentlist"
    " comment+form comment+list comment+respond comment+body comment+content discussion+thread",
    Zone.APPEAL: "newsletter subscribe subscription donate donation paywall membership signup"
    " sign+up spenden abonnement support+us mailchimp",
    Zone.TEASER: "related recommended recommendations recirc recirculation teaser teasers"
    " taboola outbrain trending popular most+read more+stories more+news more+from read+more"
    " read+also also+read read+next up+next you+may+like latest+news sidebar lire+aussi",
    Zone.CAPTION: "caption figcaption wp+caption credit photo+credit image+credit legend legende",
    Zone.BYLINE: "byline by author authors contributor contributors writer autor auteur",
    Zone.DATE: "date dateline timestamp published pubdate datetime updated publish+date",
    Zone.LEAD: "lead standfirst subtitle subheadline subhead deck dek summary intro abstract"
    " chapo entradilla bajada vorspann sommario occhiello excerpt",
    Zone.SECTION: "kicker eyebrow rubric overline section+name category+name supertitle topline",
    Zone.NAVIGATION: "nav navigation navbar menu submenu breadcrumb breadcrumbs share sharing"
    " social sharebar sharedaddy addthis footer copyright cookie cookies consent gdpr masthead"
    " toolbar pagination pager skip tags taglist tag+list toc login advertisement advert ads"
    " sponsor search modal popup overlay print tools",
}


def _table() -> dict[str, tuple[tuple[frozenset[str], Zone], ...]]:
    table: dict[str, list[tuple[frozenset[str], Zone]]] = {}
    for zone, rows in _ROWS.items():
        for row in rows.split():
            words = row.split("+")
            table.setdefault(words[0], []).append((frozenset(words), zone))
    return {key: tuple(rows) for key, rows in table.items()}


NAME_ZONES = _table()
"""By the first word of a row: the words that must all occur, and the zone that they name."""
