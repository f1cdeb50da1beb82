"""Finding the names of a paragraph: the longest ones, where a capital or the script allows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quoth.annotate.places.line import Line
from quoth.annotate.places.mention import Mention
from quoth.annotate.places.names import SHORT, Names, Sense
from quoth.atlas import place_key
from quoth.model import PlaceType, Span
from quoth.text import Token

LONGEST = 7  # words of a name (Republic of the Congo and the like)
WIDE = 24  # keys that are followed at once: each word of a name may stand for several
KNOWN = 50_000  # people of a place whose name needs no endings taken off


class Match(NamedTuple):
    """A name from token `first` to before `stop`, ending at character `end`; without senses, one
    that is no place's."""

    first: int
    stop: int
    end: int
    key: str
    senses: tuple[Sense, ...]


def matches(text: str, line: Line) -> Iterator[Mention]:
    """The names of a line, none overlapping, from left to right."""
    begins, uncased, stop = line.names.begins, not line.cased, 0
    for i, token in enumerate(line.tokens):
        if i < stop or not token.word or not begins(token.key, token.capital or uncased):
            continue
        found = _match(text, line, i)
        if found is None or _cuts(text, line, found):
            continue
        stop = found.stop
        if found.senses:
            yield _mention(text, line, found)


def _cuts(text: str, line: Line, found: Match) -> bool:
    """Whether a name that is no place's begins inside the match and goes on behind it.

    La Unión is a city, but la Unión Europea is none.
    """
    inner = (_match(text, line, k) for k in range(found.first + 1, found.stop))
    return any(m is not None and not m.senses and m.stop > found.stop for m in inner)


def _mention(text: str, line: Line, found: Match) -> Mention:
    tokens = line.tokens[found.first : found.stop]
    return Mention(
        Span(tokens[0].start, found.end),
        found.key,
        found.senses,
        sentence=line.sentences[found.first],
        first=found.first,
        stop=found.stop,
        capitals=tokens[0].capital or not line.cased,
        written=text[tokens[0].start : found.end],
    )


def _match(text: str, line: Line, i: int) -> Match | None:
    """The longest name that begins at token i."""
    names, tokens = line.names, line.tokens
    named = tokens[i].capital or not line.cased
    best: Match | None = None
    open_keys: list[str] = [""]
    cut = ""  # what lost its vowel before the next word
    j = i
    while j < len(tokens) and j - i < 2 * LONGEST and open_keys:
        token = tokens[j]
        if not token.word:
            if token.key == "." and token.start == tokens[j - 1].end:
                j += 1  # St. Petersburg
                continue
            break
        if j > i and token.key[-1] == "'" and _elided(tokens, j):
            cut, j = place_key(token.key), j + 1
            continue
        forms = _forms(text, token, names)
        keys = [(f"{k} {cut}{f}" if k else f, end) for k in open_keys for f, end in forms][:WIDE]
        capital = token.capital or not line.cased
        senses = _senses(text[tokens[i].start : token.end], keys, names, named, capital)
        if senses is not None and not (cut and _rare(senses[2])):
            key, end, found = senses
            best = Match(i, j + 1, _stopped(tokens, i, j, end), key, found)
        cut = ""
        # a name goes on only behind a whole word
        open_keys = [k for k, end in keys if end == token.end and names.leads(k)]
        j += 1
    return best


def _elided(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word with an apostrophe at its end lost its vowel to the next one: Côte d'Ivoire,
    whose key has both as one word."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    return after is not None and after.word and after.start == tokens[i].end


def _rare(senses: Sequence[Sense]) -> bool:
    """Whether no place is usually called so: Alessandria d'Egitto tells the city's country."""
    return bool(senses) and not any(s.usual or s.told for s in senses)


def _stopped(tokens: Sequence[Token], first: int, last: int, end: int) -> int:
    """The end of a name; of an abbreviation (EE. UU.) behind its last full stop."""
    short = any(t.key == "." for t in tokens[first:last]) and last + 1 < len(tokens)
    after = tokens[last + 1] if short else None
    return after.end if after is not None and after.key == "." and after.start == end else end


def _forms(text: str, token: Token, names: Names) -> list[tuple[str, int]]:
    """The keys that a word may stand for, each with the end of the name in it."""
    out: list[tuple[str, int]] = []
    cut = max(token.key.rfind("'"), 0)
    at = token.start + cut
    if cut > 1 and len(token.key) == token.end - token.start and not text[at + 1].isupper():
        # Peru's, Ankara'da; but not L'Aquila
        out += [(k, at) for k in names.variants(token.key[:cut])]
    return out + [(k, token.end) for k in names.variants(token.key)]


def _senses(
    written: str, keys: Sequence[tuple[str, int]], names: Names, named: bool, capital: bool
) -> tuple[str, int, tuple[Sense, ...]] | None:
    """What the keys mean: the first that is well known, else all of them together.

    A name that is never a place means nothing: it only keeps its words from naming one.
    """
    found: list[tuple[str, int, list[Sense]]] = []
    for key, end in keys:
        if key in names.flags["always"]:
            return key, end, ()
        senses = names.find(key) if len(key) > SHORT or written.isupper() else ()
        kept = _apart([s for s in senses if _fits(s, named, capital)])
        if kept:
            found.append((key, end, kept))
    if not found:
        return None
    key, end, best = next((f for good in (_told, _peopled) for f in found if good(f[2])), found[0])
    if _told(best) or _peopled(best):
        return key, end, tuple(best)
    return key, end, tuple(dict.fromkeys(s for f in found if f[1] == end for s in f[2]))


def _told(senses: list[Sense]) -> bool:
    return any(s.told for s in senses)


def _peopled(senses: list[Sense]) -> bool:
    return any(s.spot and s.spot.population >= KNOWN for s in senses)


def _apart(senses: list[Sense]) -> list[Sense]:
    """Without the peoples of countries that the name names as well: la Argentina."""
    named = {s.country for s in senses if s.type is PlaceType.COUNTRY}
    return [s for s in senses if s.type is not PlaceType.DEMONYM or s.country not in named]


def _fits(sense: Sense, named: bool, capital: bool) -> bool:
    """Whether the capitals of a name allow the sense: the first word's, and the last one's."""
    return sense.small or (named and (capital or sense.told))
