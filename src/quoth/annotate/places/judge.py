"""Which names name places: what stands beside them, and what their capitals tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quoth.annotate.places.line import Line, key_of
from quoth.annotate.places.mention import CERTAIN, Mention
from quoth.annotate.places.names import SHORT, Sense, called
from quoth.atlas import AreaKind, place_key
from quoth.model import PlaceType
from quoth.text import Token

# People that a city needs to be believed, by what speaks for it. Set on eval/places dev and on the
# names of places in CoNLL-2003 (dev): smaller ones are mostly surnames and other words there.
TOLD = 0  # its capital tells that it is a name, and a word beside it that it is a place
NAMED = 30_000  # its capital alone
BESIDE = 15_000  # a word beside it, where capitals tell nothing
BARE = 100_000  # nothing; or a word beside it, in a script without capitals
FAMOUS = 500_000  # beside a role and other names (the governor of such a city, then his name)
OTHER = 1_000_000  # its capital alone, where it is not the city's usual name
UNCASED = 300_000  # nothing in such a script

_REACH = 3  # words of a phrase such as “city of”
_NATION = "country"
_FAR = 5  # tokens between a place and what it lies in
_OPENERS = frozenset({",", "(", "،", "["})


def judge(line: Line, found: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions of a line that may name places, with their cues; those of persons are weak,
    and those of places too small for the signs are doubted."""
    starts = {m.first: m for m in found}
    ends = {m.stop: m for m in found}
    for mention in found:
        mention.kind = _kind(line, mention)
        mention.cue = "kind" if mention.kind else _cue(line, mention, ends)
        mention.inside = _container(line, mention, starts)
        if mention.inside is not None:
            mention.cue = "inside"
        if _person(line, mention, starts, ends):
            mention.weak = True
    for mention in found:
        if not mention.weak:
            believed = tuple(_believed(line, mention))
            mention.doubted = not believed
            mention.senses = believed or mention.senses
        if not _other_word(line, mention):
            yield mention


def _before(line: Line, i: int) -> Iterator[str]:
    """The keys of the one, two, three words that end before token i."""
    for length in range(1, _REACH + 1):
        tokens = line.tokens[max(i - length, 0) : i]
        if len(tokens) == length and all(t.word for t in tokens):
            yield key_of(tokens)


def _after(line: Line, i: int) -> Iterator[str]:
    for length in range(1, _REACH + 1):
        tokens = line.tokens[i : i + length]
        if len(tokens) == length and all(t.word for t in tokens):
            yield " ".join((key_of(tokens[:-1]), _stem(tokens[-1]))).strip()


def _stem(token: Token) -> str:
    """The key of a word without what is written behind an apostrophe (Limanı'nda)."""
    return place_key(token.key.partition("'")[0] or token.key)


def _kind(line: Line, mention: Mention) -> str:
    """What a word beside the mention says that it is; `any` only that it is a place."""
    for key in (*_before(line, mention.first), *_after(line, mention.stop)):
        kind = line.names.kinds.get(key, "")
        if kind and (kind != _NATION or mention.certain):  # a company has a president as well
            return kind
    return ""


def _cue(line: Line, mention: Mention, ends: dict[int, Mention]) -> str:
    """Whether a preposition says that the mention is a place, or before the list that it is in."""
    if _behind_in(line, mention):
        return "in"
    between = line.tokens[mention.first - 1] if mention.first else None
    other = ends.get(mention.first - 1)
    if between is None or other is None or other.weak or not other.cue:
        return ""
    joins = between.key == "," or line.names.vocabulary["conj"].has(place_key(between.key))
    return "list" if joins and other.cue in ("in", "list") else ""


def _behind_in(line: Line, mention: Mention) -> bool:
    flags = line.names.flags
    i = mention.first
    while (word := line.word(i - 1)) and place_key(word.key) in flags["part"]:
        i -= 1
    if any(key in flags["in"] for key in _before(line, i)):
        return True
    last = line.tokens[mention.stop - 1]
    tail = last.key[mention.span.end - last.start :]
    if tail.startswith("'") and place_key(tail) in flags["tail"]:
        return True
    written = place_key(line.tokens[mention.first].key)
    shared = _shared_end(written, mention.key.split(" ")[0])
    return written[: len(written) - shared] in flags["in"]  # a preposition written onto it


def _shared_end(one: str, other: str) -> int:
    """How many last letters two words share."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _container(line: Line, mention: Mention, starts: dict[int, Mention]) -> Mention | None:
    """The place behind the mention in which some of its senses lie: Paris, Texas."""
    at = mention.stop
    names = line.names
    for i in range(at, min(at + _FAR, len(line.tokens))):
        other = starts.get(i)
        people = other is not None and all(s.type is PlaceType.DEMONYM for s in other.senses)
        if other is not None and not people:
            return other if _holds(other, mention) else None
        token = line.tokens[i]
        key = _stem(token) if token.word else token.key
        linked = names.vocabulary["link"].has(key) or key in names.flags["in"]
        told = key in names.kind_words or key in names.flags["part"]
        linked = linked or names.vocabulary["det"].has(key)
        if not (key in _OPENERS or linked or told or people):
            return None
    return None


def _holds(other: Mention, mention: Mention) -> bool:
    return any(lies_in(s, o) for s in mention.senses for o in other.senses)


def lies_in(sense: Sense, other: Sense) -> bool:
    """Whether a city or division lies in the country, division or area that the other sense is."""
    if sense.spot is None or sense.type not in (PlaceType.CITY, PlaceType.ADMIN):
        return False
    if other.area is not None:
        return other.area.kind is AreaKind.AREA and sense.country in other.area.countries
    if other.type is PlaceType.ADMIN and other.spot is not None:
        return sense.spot.admin == other.spot.id
    return other.type is PlaceType.COUNTRY and other.country == sense.country


def _person(
    line: Line, mention: Mention, starts: dict[int, Mention], ends: dict[int, Mention]
) -> bool:
    """Whether the words beside a name make it one of a person or an organisation."""
    mention.person = _named_before(line, mention, ends)
    return mention.person or _named_after(line, mention, starts)


def _named_before(line: Line, mention: Mention, ends: dict[int, Mention]) -> bool:
    """Whether a first name, a title or another part of a name stands before the mention."""
    before = line.word(mention.first - 1)
    if before is None or mention.first - 1 in _covered(ends, mention.first):
        return False
    key, vocabulary = place_key(before.key), line.names.vocabulary
    if (before.capital or not line.cased) and key in line.names.flags["given"]:
        return True
    if mention.certain or before.key.endswith("'"):  # an article that lost its vowel: l'Aia
        return False
    if vocabulary["title"].has(key) and (_often(line, mention) or not vocabulary["role"].has(key)):
        return True
    opens = line.opens(mention.first - 1) and (vocabulary["all"].has(key) or _known(mention))
    return line.plain and before.capital and not opens and _foreign(line, key)


def _named_after(line: Line, mention: Mention, starts: dict[int, Mention]) -> bool:
    """Whether the name goes on behind the mention, or the mention speaks as a person does."""
    after = line.word(mention.stop)
    if after is None or (mention.stop in starts and not _given(line, mention)):
        return False
    key, vocabulary = _stem(after), line.names.vocabulary
    name = after.capital and _foreign(line, key)
    if name and _given(line, mention):
        return True
    name = name and line.plain
    if mention.certain or mention.cue == "inside":
        return False
    if _often(line, mention) and not mention.cue and vocabulary["verb"].has(key):
        return True
    before = line.word(mention.first - 1)
    role = before is not None and vocabulary["role"].has(place_key(before.key))
    if role or mention.cue:
        return name and not _known(mention)
    return name


def _given(line: Line, mention: Mention) -> bool:
    return mention.key in line.names.flags["given"]


def _often(line: Line, mention: Mention) -> bool:
    """Whether the name is more often a person's."""
    return mention.key in line.names.flags["surname"] or _given(line, mention)


def _people(mention: Mention) -> int:
    return max((s.spot.population for s in mention.senses if s.spot), default=0)


def _known(mention: Mention) -> bool:
    """Whether the name is that of a division or a city that all know."""
    return any(
        s.told or s.type is PlaceType.ADMIN or (s.spot and s.spot.population >= FAMOUS)
        for s in mention.senses
    )


def _covered(ends: dict[int, Mention], stop: int) -> range:
    """The tokens of the place that ends where another name begins, if one does."""
    other = ends.get(stop)
    return range(other.first, other.stop) if other and not other.weak else range(0)


def _foreign(line: Line, key: str) -> bool:
    """Whether a word with a capital is none that stands beside places: role, kind, direction."""
    names = line.names
    if key in names.kinds or key in names.flags["part"] or key in names.flags["in"]:
        return False
    return not (names.vocabulary["role"].has(key) or names.vocabulary["title"].has(key))


def _believed(line: Line, mention: Mention) -> Iterable[Sense]:
    """The senses that the signs suffice for."""
    least = _least(line, mention)
    for sense in mention.senses:
        known = sense.told or sense.type in CERTAIN
        peopled = sense.spot is not None and sense.spot.population >= _more(mention, sense, least)
        holder = mention.inside.senses if mention.inside and called(sense, mention.key) else ()
        inside = any(lies_in(sense, o) for o in holder)
        if known or peopled or inside:
            yield sense


def _least(line: Line, mention: Mention) -> int:
    """People that a city of this name needs."""
    if line.telling(mention.first):
        return TOLD if mention.cue else NAMED
    if mention.cue:
        return BESIDE if line.cased else BARE
    return BARE if line.cased else UNCASED


def _more(mention: Mention, sense: Sense, least: int) -> int:
    """People needed of a place that is hardly ever called so: many such names are none at all."""
    if called(sense, mention.key):
        return least
    return max(least, {TOLD: BESIDE, BESIDE: BARE}.get(least, OTHER))


def _other_word(line: Line, mention: Mention) -> bool:
    """Whether the name is rather another word of the language."""
    flags = line.names.flags
    if mention.key in flags["part"]:
        return True
    if mention.cue:
        return False
    if mention.key in flags["surname"] and not (mention.certain or _known(mention)):
        return True
    if mention.key in flags["never"]:
        known = _people(mention) >= BARE or any(s.area for s in mention.senses)
        return not (known and line.telling(mention.first))
    if mention.certain:
        return False
    if all(s.told for s in mention.senses):
        return False
    if mention.stop - mention.first == 1 and not line.telling(mention.first):
        return line.names.vocabulary["all"].has(mention.key) or len(mention.key) <= SHORT
    return False
