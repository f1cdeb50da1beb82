"""What the records of `quoth.export` hold, for the description of the API.

Nothing makes these values: the records are dictionaries.  Tests compare the fields.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from quoth.model import (
    ActorKind,
    BlockKind,
    Form,
    Grain,
    PlaceType,
    Role,
    SourceType,
    Span,
    TimeType,
    VenueType,
)
from quoth.model.time import TimeCandidate
from quoth.store.decisions import DecisionKind

Origin = Any
"""Where words stand in the page: [begin, end) of a text; of HTML `start` and `end`, each the
`xpath` of a text node and an `offset` in it; null if nowhere."""


@dataclass(frozen=True, slots=True)
class TimeRecord:
    """A time with the words that it stands in.

    Attributes:
        timex: the TIMEX3 value; what is not known of it is X.
        earliest, latest: the first and the last day or moment that it may cover, both included.
        anchor: what it was counted from.
        why: how it was resolved.
        mod: the TIMEX3 modifier; empty if none.
        candidates: all that it may mean, where that is more than one thing.
        span, text: the words; null where it is taken from the date of the page.
    """

    type: TimeType
    timex: str
    earliest: str | None
    latest: str | None
    grain: Grain
    anchor: str | None
    why: str
    mod: str
    candidates: tuple[TimeCandidate, ...]
    span: Span | None
    text: str | None


@dataclass(frozen=True, slots=True)
class VenueRecord:
    """The occasion on which something was said.

    Attributes:
        span, text: the words that name it, or null.
    """

    type: VenueType
    span: Span | None
    text: str | None


@dataclass(frozen=True, slots=True)
class StandsRecord:
    """Where something was said.

    Attributes:
        geonames: its id in GeoNames, or null.
        country: ISO 3166-1 alpha-2; empty where it is not known.
        region: UN M49.
        latitude, longitude: degrees north and east (WGS 84), or null.
        span, text: the words that name it, or null.
    """

    name: str
    type: PlaceType
    geonames: int | None
    country: str
    region: str
    latitude: float | None
    longitude: float | None
    why: str
    span: Span | None
    text: str | None


@dataclass(frozen=True, slots=True)
class SpeakerRecord:
    """Who said it.

    Attributes:
        name: the fullest one; null of hearsay.
        entity: the id of the actor under /api/v1/actors, if the ledger has joined it.
        score: of the resolution, 0 to 1.
        antecedent: the mention that it was resolved by.
        metonym: whether a place or a building stands for who speaks.
        reason: the words that say why the source is not named.
    """

    name: str | None
    kind: SourceType
    entity: str | None
    score: float
    why: str
    actor: ActorKind | None
    antecedent: Span | None
    metonym: bool
    reason: Span | None


@dataclass(frozen=True, slots=True)
class LinkRecord:
    """One link of the chain from the speaker to the page.

    Attributes:
        name: null where it is not known.
        evidence: the words that prove it; null where the page's metadata do.
    """

    role: Role
    name: str | None
    evidence: Span | None
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class RoleTexts:
    """Exact words, fragments joined by a space."""

    source: str | None
    cue: str | None
    content: str | None


@dataclass(frozen=True, slots=True)
class RoleSpans:
    """Where the words are."""

    source: tuple[Span, ...] | None
    cue: tuple[Span, ...] | None
    content: tuple[Span, ...] | None


@dataclass(frozen=True, slots=True)
class RoleOrigins:
    """Where the words are in the page."""

    source: list[Origin] | None
    cue: list[Origin] | None
    content: list[Origin] | None


@dataclass(frozen=True, slots=True)
class StatementRecord:
    """Who said what, when, where, and through whom it reached the page.

    Attributes:
        page: the page as it was named when it was added.
        article: the id of the article, under /api/v1/articles.
        hedge: the page's own word of doubt, or null.
        implicit: whether the source was taken over from an earlier statement.
        inside: the id of the statement that it is nested in, or null.
        language: of the paragraph, BCP 47.
        said: when it was uttered.
        times: the times inside the content, counted from when it was uttered.
        published, headline: of the article, as the page states them.
        score: how sure the reader is, 0 to 1.
        why: the construction that it recognised.
    """

    page: str
    article: str
    id: str
    form: Form
    hedge: str | None
    text: RoleTexts
    spans: RoleSpans
    origin: RoleOrigins
    implicit: bool
    inside: str | None
    language: str | None
    said: TimeRecord | None
    venue: VenueRecord | None
    place: StandsRecord | None
    times: tuple[TimeRecord, ...]
    speaker: SpeakerRecord | None
    chain: tuple[LinkRecord, ...]
    published: str | None
    headline: str | None
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class PartRecord:
    """A named stretch inside a block."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class BlockRecord:
    """One block of a page.

    Attributes:
        furniture: whether it belongs to the page and not to the article.
        origin: where it is in the page.
        parts: named stretches inside, by name.
    """

    kind: BlockKind
    furniture: bool
    span: Span
    origin: Origin
    text: str
    parts: dict[str, PartRecord]


@dataclass(frozen=True, slots=True)
class TeaserRecord:
    """Another story on the page."""

    headline: str | None
    place: str | None
    text: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article with its blocks.

    Attributes:
        page: the page as it was named when it was added.
        article: its id.
        published, modified: ISO 8601, as the page states them.
        url: its address, as the page or the user states it: to be opened only if it is http(s).
        why: for each field the place on the page that it was taken from.
        blocks: in text order.
        teasers: other stories on the page.
    """

    page: str
    article: str
    headline: str | None
    description: str | None
    published: str | None
    modified: str | None
    authors: tuple[str, ...]
    section: str | None
    site: str | None
    language: str | None
    url: str | None
    why: dict[str, str]
    blocks: tuple[BlockRecord, ...]
    teasers: tuple[TeaserRecord, ...]


@dataclass(frozen=True, slots=True)
class MarkRecord:
    """A mark: a value said of a stretch of the text.

    Attributes:
        article: the id of the article.
        value: what is said; its fields depend on the kind.
        origin: where the words are in the page.
        score: how sure its maker is, 0 to 1.
    """

    page: str
    article: str
    id: str
    kind: str
    value: dict[str, Any]
    text: str
    span: Span
    origin: Origin
    score: float


@dataclass(frozen=True, slots=True)
class MendedSpans:
    """The words that a statement has now."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """What somebody decided.

    Attributes:
        decision: its number.
        entity: the id of the actor that it is about; null of a correction of a mark.
        other: the id of the one that was merged into it or split from it, or null.
        name: its new name, or null.
        members: how many members changed places.
        article, mark: what a correction is about, by the ids of that time, or null; of a day of
            publication there is no mark.
        text: the words that it is about, or null; of a day of publication what the page states.
        spans: the words that the statement has now, or null.
        speaker: the name of the actor of the article who is said to speak, or null.
        earliest, latest: when it was said or published, or what day it is, as corrected, or null.
        at: when it was decided, in UTC.
        undone_at, undone_by: when it was taken back and by whom; null while it holds.
        undone_reason: why it was taken back, if that was told, or null.
    """

    decision: int
    kind: DecisionKind
    entity: str | None
    other: str | None
    name: str | None
    members: int
    article: str | None
    mark: str | None
    text: str | None
    spans: MendedSpans | None
    speaker: str | None
    earliest: str | None
    latest: str | None
    author: str
    at: str
    reason: str | None
    undone_at: str | None
    undone_by: str | None
    undone_reason: str | None
