"""What nouns say of whom they mean, by the offices of `quoth.lang.offices`."""

from __future__ import annotations

SEATS = frozenset(
    {
        "head-of-state",
        "head-of-government",
        "vice-president",
        "deputy-head-of-government",
        "monarch",
        "royal",
        "regional-head-of-government",
        "governor",
        "mayor",
        "district-head",
        "village-head",
        "minister",
        "foreign-minister",
        "interior-minister",
        "defence-minister",
        "finance-minister",
        "economy-minister",
        "justice-minister",
        "health-minister",
        "education-minister",
        "environment-minister",
        "energy-minister",
        "agriculture-minister",
        "transport-minister",
        "trade-minister",
        "labour-minister",
        "culture-minister",
        "deputy-minister",
        "secretary",
        "speaker-of-parliament",
        "party-leader",
        "faction-leader",
        "opposition-leader",
        "secretary-general",
        "commissioner",
        "chief-of-staff",
        "spokesperson",
        "ambassador",
        "general",
        "commander",
        "police-chief",
        "judge",
        "prosecutor",
        "lawyer",
        "ombudsman",
        "chair",
        "director",
        "ceo",
        "central-banker",
        "editor",
        "rector",
        "headteacher",
        "doctor",
        "coach",
        "referee",
        "pope",
        "bishop",
    }
)
"""Offices that an article may speak of without a name; the other nouns are mostly about somebody
whom it has told of."""

HEADS = frozenset(
    {"chair", "director", "ceo", "party-leader", "faction-leader", "opposition-leader"}
) | {"secretary-general", "spokesperson", "commander", "general"}
"""Offices of which one may hold several, or which a page calls by more than one noun."""

LOCAL = frozenset({"mayor", "governor", "regional-head-of-government", "district-head"})
"""Those who have an executive of their own, besides the country's."""

REALM = LOCAL | {"head-of-state", "head-of-government", "monarch"}
"""Offices of those who rule a place."""

PRESIDENTS = frozenset({"speaker-of-parliament", "chair"})
"""What nouns like “president” may stand for."""

RULING = frozenset({"government", "parliament", "council", "region", "city", "office"})
"""Kinds of bodies whose head may be one of them."""

FIRM = SEATS - HEADS
"""Offices of which one person seldom holds two."""

COURT = frozenset({"defendant", "suspect", "plaintiff"})
"""What somebody is before a court, whatever else they are."""

LAW = frozenset({"judge", "prosecutor", "lawyer", "police-officer", "police-chief", "investigator"})
"""Those who are before a court by their office."""

BAR = frozenset({"judge", "prosecutor", "lawyer"})
"""Those of whom nobody is another one in the same court."""

KIN = frozenset({"relative", "parent", "spouse", "sibling", "offspring", "friend", "colleague"})
"""What somebody is to somebody else."""

ANYBODY = frozenset({"man", "woman", "child", "youth", "politician"})
"""Nouns that say little more of a person than a pronoun does."""

SEXES = frozenset({"man", "woman"})
"""Nouns that tell of a person that it is a man or a woman."""

BESIDE = frozenset({"colleague"})
"""Nouns for one who holds the same office as somebody else."""

OF_SOMEBODY = KIN | {
    "spokesperson",
    "lawyer",
    "adviser",
    "chief-of-staff",
    "representative",
    "predecessor",
    "successor",
    "neighbour",
    "driver",
    "guard",
}
"""What somebody is for somebody else, who stands behind the noun with a title of their own."""

OWNED = frozenset({"man", "woman", "child"})
"""Nouns that a possessive turns into somebody's kin: “her man”, “seine Frau”."""

THEIRS = KIN | OWNED | {"predecessor", "successor"}
"""Nouns that with a possessive mean somebody by what they are to somebody else."""

USUAL = frozenset(
    {
        "government",
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
        "region",
        "city",
        "central-bank",
        "intelligence",
        "fire-service",
        "rescue",
        "international",
        "church",
        "embassy",
        "office",
    }
)
"""Kinds of organisations of which a place has one, so that the noun is a name."""

OFFICIAL = USUAL - {"region", "city", "international", "church"}
"""Kinds of bodies of a state."""
