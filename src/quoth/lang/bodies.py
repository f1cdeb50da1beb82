"""What an organisation, a medium or a writing that speaks may be, as packs say it."""

from __future__ import annotations

ORGS = frozenset(
    [
        "government",
        "administration",
        "ministry",
        "authority",
        "agency-of-state",
        "police",
        "army",
        "court",
        "prosecution",
        "parliament",
        "committee",
        "council",
        "party",
        "company",
        "trade",
        "insurer",
        "bank",
        "central-bank",
        "union",
        "association",
        "university",
        "school",
        "hospital",
        "research",
        "church",
        "club",
        "city",
        "region",
        "embassy",
        "intelligence",
        "fire-service",
        "rescue",
        "international",
        "armed-group",
        "office",
        "museum",
        "organisation",
    ]
)
"""What an organisation may be."""
MEDIA_KINDS = frozenset(["agency", "newspaper", "magazine", "broadcaster", "site", "any"])
"""What a medium may be; `any` of words like “media” and “press”."""
DOCUMENT_KINDS = frozenset({"text", "study", "letter"})
"""What a writing may be: `text` of words like that, `study` of reports and their like, `letter` of
letters, of which one noun stands for another's; writings of other nouns are told apart by them."""
