"""Those whom an article mentions, while their mentions are gathered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from quoth.lang.actors import DEPUTY, FORMER
from quoth.lang.offices import akin
from quoth.link.mentions.described import Phrase, Sort
from quoth.link.mentions.offices import SEATS
from quoth.model import ActorKind, Mention, MentionType, SourceType, Span

if TYPE_CHECKING:
    from quoth.link.mentions.crowd import Crowd

KINDS = {
    Sort.NAME: ActorKind.PERSON,
    Sort.PERSON: ActorKind.PERSON,
    Sort.GROUP: ActorKind.GROUP,
    Sort.ORG: ActorKind.ORGANISATION,
    Sort.MEDIA: ActorKind.ORGANISATION,
    Sort.STATE: ActorKind.STATE,
    Sort.PLACE: ActorKind.OTHER,
    Sort.DOCUMENT: ActorKind.DOCUMENT,
    Sort.PRONOUN: ActorKind.OTHER,
    Sort.OTHER: ActorKind.OTHER,
}


class Touch(NamedTuple):
    """A mention as a later pronoun sees it.

    Attributes:
        subject: whether it stands where a subject does.
        quoted: whether it is inside what somebody said.
    """

    start: int
    line: int
    subject: bool
    quoted: bool


@dataclass(slots=True, eq=False)
class Who:
    """Somebody or something; compared by identity.

    Attributes:
        sort: what the mention that made it means.
        named: whether the article has a name for it.
        names: spans of its names, in text order.
        offices: what its mentions say that it is; `loose` what they say that it may be.
        titles: the words of its offices.
        given: the gender that its given name tells.
        genders: what its mentions say of its gender.
        phrases: its descriptions; added to by `describe`.
        touches: its mentions so far, in text order; added to by `touch`.
        told_at: where the page itself, and no quotation in it, last told of it; -1 if nowhere.
        doubt: why it may be another one whom the article names.
        peers: the offices of those whose colleague it is.
        tied: the nouns by which a possessive makes it somebody's.
        words: those that describe it beside its name.
        members: those who speak together, of a group of named ones.
        into: who it was found to be, later on.
        org: what kind of organisation it is; `medium` where that is an agency, a paper or the like.
        spoke, spoke_line: where it last spoke; -1 if it did not.
        crowd: those of the article, which hear what is learned of it; `number` among them.
    """

    sort: Sort
    kind: ActorKind
    named: bool = False
    plural: bool = False
    names: list[Span] = field(default_factory=list)
    offices: set[str] = field(default_factory=set)
    loose: set[str] = field(default_factory=set)
    titles: list[Span] = field(default_factory=list)
    given: str = ""
    genders: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    owners: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)
    phrases: list[Phrase] = field(default_factory=list)
    touches: list[Touch] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    org: str = ""
    medium: bool = False
    members: tuple[Who, ...] = ()
    into: Who | None = None
    tied: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    doubt: str = ""
    label: str = ""
    wikidata: str = ""
    peers: set[str] = field(default_factory=set)
    told: SourceType | None = None
    reason: Span | None = None
    spoke: int = -1
    spoken: int = 0
    spoke_line: int = -1
    told_at: int = -1
    number: int = -1
    crowd: Crowd | None = field(default=None, repr=False)

    @property
    def person(self) -> bool:
        """Whether it is one person."""
        return self.kind is ActorKind.PERSON

    @property
    def single(self) -> bool:
        """Whether it is one person, and its words do not say that they are several."""
        return self.person and not self.plural

    @property
    def gender(self) -> str:
        """`m` or `f`: what its given name tells, else what its mentions agree in; else empty."""
        told = next(iter(self.genders)) if len(self.genders) == 1 else ""
        return self.given or told

    def learn(self, found: Phrase) -> None:
        """Take up what a phrase says of it."""
        if not found.aged:  # an age says nothing of an office
            (self.loose if found.loose else self.offices).update(found.offices)
        self.owners |= found.owners
        if found.gender in ("m", "f"):
            self.genders.add(found.gender)
        if found.country:
            self.countries.add(found.country)
        bare = found.sort is Sort.NAME and not (found.offices or found.other)
        if found.sort is not Sort.PRONOUN and not bare:  # a bare name says nothing of an office
            self.others.add(found.other)
        self.org = self.org or found.org
        if self.crowd is not None:
            self.crowd.told(self)

    def unlearn(self, found: Phrase) -> None:
        """Drop an office of several that it may hold, which its own words give to another one."""
        if len(self.offices) > len(found.offices):
            self.offices -= found.offices

    def describe(self, found: Phrase) -> None:
        """Note one more phrase that describes it."""
        self.phrases.append(found)
        if self.crowd is not None:
            self.crowd.described(self, found)

    def touch(self, touch: Touch) -> None:
        """Note where it is mentioned once more."""
        self.touches.append(touch)
        if not touch.quoted:
            self.told_at = touch.start
        if self.crowd is not None:
            self.crowd.touched(self, touch)

    def take(self, other: Who) -> None:
        """Take up what was found of another one, who is the same."""
        other.into = self
        self.offices |= other.offices
        self.mentions += other.mentions
        for found in other.phrases:
            self.describe(found)
        if self.crowd is not None:
            self.crowd.told(self)

    def mention(
        self, span: Span, kind: MentionType, touch: Touch, score: float = 1.0, why: str = ""
    ) -> None:
        """Note one more mention by name."""
        self.mentions.append(Mention(span, kind, None, score, why))
        self.touch(touch)

    def last(self) -> Touch | None:
        """Its last mention so far."""
        return self.touches[-1] if self.touches else None


def agree(found: Phrase, who: Who) -> bool:
    """Whether nothing that a description says speaks against somebody."""
    body = who.kind is ActorKind.ORGANISATION  # “le constructeur”, “la société”
    if found.gender in ("m", "f") and who.gender and found.gender != who.gender and not body:
        return False
    if found.country and who.countries and found.country not in who.countries:
        return False
    if (found.number == "pl") != who.plural and found.number:
        return False
    if found.other:
        return not who.others or found.other in who.others
    gone = who.others == {FORMER} and not found.offices.isdisjoint(SEATS)
    # “the mayor” is no former mayor, and no deputy mayor either; “the official” may be
    second = who.others == {DEPUTY} and (not found.offices or fitting(found, who))
    return not second and not gone


def fitting(found: Phrase, who: Who) -> bool:
    """Whether somebody holds an office that a description may mean."""
    if not akin(found.offices).isdisjoint(who.offices):
        return True
    return not who.offices and not found.offices.isdisjoint(who.loose)
