"""The words of a clause that name an occasion: “in a speech at Uppsala University”."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from quoth.annotate.setting.clause import Clause, Item, Sort, items_of
from quoth.annotate.setting.words import Words, free
from quoth.lang import Hit
from quoth.lang.venues import OCCASION, VENUE, cased, venue_type
from quoth.model import Span, Spans, Venue, VenueType

BUDGET = 3
"""Other words that may stand between a cue and what brings an occasion behind it (a guess)."""
_BEFORE = 5  # items between what brings an occasion and the word for it
_PHRASES = 3  # “with the editor of the newspaper X”
_LONGEST = 14  # items of a phrase behind its word
_NAME = 6  # items of a name
_HEAD = 4  # items of a source before the word that makes it a piece of writing
_SOURCE = 200  # characters of a source that are looked at
_TOLD = frozenset(
    {VenueType.WRITING, VenueType.INTERVIEW, VenueType.SPEECH, VenueType.PRESS, VenueType.BROADCAST}
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """A phrase that names an occasion.

    Attributes:
        brought: the first item of what brings it (“in”).
        first, stop: its items.
        distance: how far it lies from the cue.
    """

    type: VenueType
    brought: int
    first: int
    stop: int
    distance: int
    span: Span

    @property
    def venue(self) -> Venue:
        """As a statement has it."""
        return Venue(self.type, self.span)


def occasion(clause: Clause) -> Occasion | None:
    """The occasion that lies nearest to the cue; its items let other phrases pass from then on."""
    found = sorted(_occasions(clause), key=lambda o: (o.distance, o.first))
    for one in found:
        clause.venue.update(range(one.brought, one.stop))
    return found[0] if found else None


def written(text: str, source: Spans, words: Words) -> Venue | None:
    """An occasion inside the words of a source: “a report of the ministry” is itself one,
    “the ministry in a statement” names one."""
    kinds = words.venues.sources
    for span in source[:1]:
        items = list(items_of(text, span.start, min(span.end, span.start + _SOURCE), words))
        for i, item in enumerate(items):
            for type_, _, _ in _named_by(item, kinds):
                first = _held(items, i, type_, words.nouns)
                if first is not None:
                    return Venue(type_, Span(items[first].span.start, span.end))
    return None


def _held(items: Sequence[Item], i: int, type_: VenueType, nouns: bool) -> int | None:
    """Where the occasion of item i begins in a source; None if the source is about another."""
    if type_ not in _TOLD or (i and items[i].capital and not nouns):
        return None  # a capital inside is of a name: “Lembaga Kajian Lumbung”
    k = i
    while k and _adjective(items[k - 1]):
        k -= 1
    if k == 0 or (k == 1 and "det" in items[0].tags):
        return 0 if type_ is VenueType.WRITING and i < _HEAD else None
    brings = [j for j in range(k) if (hit := items[j].tags.get("intro")) and j + hit.length == k]
    return k if brings and brings[0] else None


def _adjective(item: Item) -> bool:
    kinds = item.tags.keys()
    return free(item.tags) and kinds.isdisjoint({"link", "prep", "intro"})


def _occasions(clause: Clause) -> Iterator[Occasion]:
    ends = _intros(clause)
    done = 0
    for i, item in enumerate(clause.items):
        if i < done or item.sort is not Sort.WORD:
            continue
        for type_, kind, hit in _named_by(item):
            found = _phrase(clause, i, hit, kind, ends)
            if found is not None:
                yield Occasion(type_, *found)
                done = found[2]
                break


def _named_by(
    item: Item, kinds: Collection[str] = (VENUE, OCCASION)
) -> list[tuple[VenueType, str, Hit]]:
    """The occasions that a form beginning at an item names, the longest form first."""
    found = [
        (type_, kind, hit)
        for kind, hit in item.tags.items()
        if (type_ := venue_type(kind)) is not None
        and kind.partition(" ")[0] in kinds
        and not _small(hit, item.capital)
    ]
    return sorted(found, key=lambda f: -f[2].length)


def _phrase(
    clause: Clause, i: int, hit: Hit, kind: str, ends: dict[int, int]
) -> tuple[int, int, int, int, Span] | None:
    """Where the phrase of a word for an occasion begins and ends; None if it is not the cue's."""
    itself = kind.startswith(OCCASION)
    brought = _itself(clause, i) if itself else _brought(clause, i, ends)
    if brought is None:
        return None
    stop = _stop(clause, i + hit.length)
    away = clause.distance(brought[0], stop, BUDGET)
    if away is None:
        return None
    span = Span(clause.items[brought[1]].span.start, _end(clause, stop))
    return brought[0], brought[1], stop, away, span


def _itself(clause: Clause, i: int) -> tuple[int, int] | None:
    """The first item of an occasion that nothing need bring, with the names before it."""
    first = i
    sourced = i > 0 and clause.items[i - 1].sort is Sort.SOURCE
    if sourced and not clause.words.final and any(a > i for a in clause.cues):
        return None  # a genitive: “адміністратор каналу повідомив”
    while clause.words.final and i - _NAME < first and _named(clause, first - 1):
        first -= 1
    return first, first


def _end(clause: Clause, stop: int) -> int:
    last = clause.items[stop - 1]
    return last.span.end + len(last.tail)


def _intros(clause: Clause) -> dict[int, int]:
    """The item behind each word that brings an occasion, and where that word begins."""
    return {
        i + item.tags["intro"].length: i
        for i, item in enumerate(clause.items)
        if "intro" in item.tags and item.sort is Sort.WORD
    }


def _brought(clause: Clause, i: int, ends: dict[int, int]) -> tuple[int, int] | None:
    """The items of what brings an occasion and of the first word behind it."""
    opened = False  # whether the article of the phrase has been passed
    for k in range(i, max(i - _BEFORE, 0) - 1, -1):
        if k in ends:
            # of “in” and “einem” the first one brings it, and the phrase begins behind that
            first = ends[k]
            return (ends[first], first) if first in ends else _article(clause, first, k)
        item = clause.items[k - 1] if k else None
        if item is None:
            return None
        if item.sort is Sort.CUE:
            verb = item.tags.get("verb")  # one that has whom it addresses behind it: “told”
            addressed = "intro" in item.tags or (verb is not None and "a" in verb.word.features)
            return (k, k) if addressed else None
        word = item.sort is Sort.WORD and free(item.tags)
        if not word and item.sort not in (Sort.TIME, Sort.PLACE):
            return None
        if opened and "det" not in item.tags:
            return None  # “ao deixar o plenário”
        opened = opened or "det" in item.tags
    return None


def _article(clause: Clause, first: int, k: int) -> tuple[int, int] | None:
    """An article that brings an occasion (“dem Sender”), unless it is another word's: “nach der
    Sitzung”."""
    before = _item(clause, first - 1).tags if "det" in clause.items[first].tags else {}
    return None if "prep" in before else (first, k)


def _stop(clause: Clause, i: int) -> int:
    """The item behind the phrase whose word ends before item i."""
    stop = _name(clause, i)
    if stop == i and _plain(clause, i) and (_named(clause, i + 1) or _over(clause, i + 1)):
        stop = _name(clause, i + 1)  # “quotidiano viennese Die Donau”, “message télévisé”
    for _ in range(_PHRASES):
        more = _joined(clause, stop)
        if more is None or more > i + _LONGEST:
            break
        stop = more
    return stop


def _joined(clause: Clause, i: int) -> int | None:
    """The item behind “at Uppsala University”, “with local residents”, “of the council” at i."""
    here = _item(clause, i)
    joins = [here.tags[k].length for k in ("join", "link", "at") if k in here.tags]
    if _named_by(here):  # интервью газете «Маяк»
        return _name(clause, i + _named_by(here)[0][2].length)
    brings = here.tags["intro"].length if "intro" in here.tags else 0
    if not joins or "time" in here.tags or brings > max(joins):
        return None
    k = i + max(joins)
    while "det" in _item(clause, k).tags and not _named(clause, k):
        k += 1
    stop = _name(clause, k)
    if stop > k:
        return stop
    if "join" not in here.tags and "link" not in here.tags:
        return None  # “in the evening”
    if not _plain(clause, k):
        return None
    if _plain(clause, k + 1) and _edge(clause, k + 2):
        return k + 2
    return _name(clause, k + 1)


def _name(clause: Clause, i: int) -> int:
    """The item behind a row of names, quoted ones too, at item i."""
    stop = i
    while stop < i + _NAME and _named(clause, stop):
        stop += 1
    item = _item(clause, stop)
    if stop < i + _NAME and item.sort is Sort.WORD and item.key in _QUOTES:
        close = next((k for k in range(stop + 2, stop + _NAME) if _quote(clause, k)), None)
        if close is not None:
            return close + 1
    return stop


_QUOTES = frozenset("\"“”„«»‘’'‚‹›")


def _quote(clause: Clause, i: int) -> bool:
    return _item(clause, i).key in _QUOTES


def _named(clause: Clause, i: int) -> bool:
    """Whether item i is of a name: a capital, a place, a number behind one; any word of a script
    without capitals that may stand in a noun phrase."""
    item = _item(clause, i)
    if item.sort is Sort.PLACE:
        return True
    if item.sort is not Sort.WORD or not item.key[:1].isalnum() or "time" in item.tags:
        return False
    if item.capital:
        return True
    if item.key[:1].isdigit():
        return i > 0 and clause.items[i - 1].capital
    caseless = item.key.upper() == item.key and free(item.tags)
    return caseless and item.key.startswith(clause.words.articles or "")


def _plain(clause: Clause, i: int) -> bool:
    item = _item(clause, i)
    word = item.sort is Sort.WORD and item.key[:1].isalpha()
    return word and free(item.tags) and "time" not in item.tags


def _over(clause: Clause, i: int) -> bool:
    """Whether a stretch ends before item i."""
    return _item(clause, i).sort not in (Sort.WORD, Sort.TIME)


def _edge(clause: Clause, i: int) -> bool:
    """Whether a phrase ends before item i for certain."""
    item = _item(clause, i)
    brings = not item.tags.keys().isdisjoint({"at", "prep"})
    return item.sort is not Sort.WORD or (brings and _item(clause, i + 1).sort is Sort.TIME)


_NOTHING = Item(Span(0, 0), Sort.MARK)


def _item(clause: Clause, i: int) -> Item:
    return clause.items[i] if 0 <= i < len(clause.items) else _NOTHING


def _small(hit: Hit, capital: bool) -> bool:
    return cased(hit.word) and not capital
