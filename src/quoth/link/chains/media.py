"""Agencies, papers and broadcasters by their names, from `link/data/media.tsv`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from quoth.errors import PackError
from quoth.lang.lexicon import Lexicon
from quoth.lang.pack import Word
from quoth.text import Token, fold, tokenise

_FILE = files("quoth.link") / "data" / "media.tsv"
_KINDS = frozenset({"agency", "paper", "broadcaster"})
_ANY = "*"
_SHORT = 3  # letters up to which a name must stand in capitals (Time, AD, ANP)
_LONG = 300  # characters of a name that are compared
_MEMORY = 8192  # names whose words are remembered


@dataclass(frozen=True, slots=True)
class Medium:
    """An agency, a paper or a broadcaster.

    Attributes:
        kind: `agency`, `paper` or `broadcaster`.
        name: the usual one.
        country: ISO 3166 code.
        languages: BCP 47 codes of those that it writes in; `*` for many.
    """

    kind: str
    name: str
    country: str
    languages: frozenset[str]

    def writes(self, language: str) -> bool:
        """Whether it may have written in a language."""
        return _ANY in self.languages or language.partition("-")[0] in self.languages


class Media:
    """The table, to be looked up in a row of tokens."""

    def __init__(self, rows: Sequence[tuple[Medium, str]]) -> None:
        self._by_key: dict[tuple[str, ...], Medium] = {}
        self._cased: set[tuple[str, ...]] = set()
        self._lower: set[tuple[str, ...]] = set()
        for medium, name in rows:
            keys = keys_of(name)
            self._by_key.setdefault(keys, medium)
            if len(keys) == 1 and len(name) <= _SHORT and name.isupper():
                self._cased.add(keys)
            if name[0].islower():
                self._lower.add(keys)
        self._firsts = frozenset(keys[0] for keys in self._by_key)
        self._lexicon = Lexicon([Word(k, False, "medium", frozenset()) for k in self._by_key])

    def at(self, text: str, tokens: Sequence[Token], i: int) -> tuple[Medium, int] | None:
        """The medium whose longest name begins at token i, and how many tokens that is.

        A name that the table has with a capital must begin with one, and a name of up to three
        capital letters must be written so: `ad` and `time` are words.
        """
        if tokens[i].key not in self._firsts:  # as most words of every page
            return None
        keys = [t.key for t in tokens[i : i + 8]]
        for hit in self._lexicon.at(keys, 0):
            words = text[tokens[i].start : tokens[i + hit.length - 1].end]
            lower = words[:1].islower() and hit.word.keys not in self._lower
            small = hit.word.keys in self._cased and not words.isupper()
            if not lower and not small:
                return self._by_key[hit.word.keys], hit.length
        return None

    def named(self, name: str) -> Medium | None:
        """The medium of that name, whatever its case."""
        return self._by_key.get(keys_of(name))


def keys_of(name: str) -> tuple[str, ...]:
    """The look-up keys of a name's words, without punctuation and a leading article."""
    return _keys(name[:_LONG])


@lru_cache(maxsize=_MEMORY)
def _keys(name: str) -> tuple[str, ...]:
    keys = tuple(t.key for t in tokenise(name) if t.word)
    return keys or (fold(name),)


@lru_cache(maxsize=1)
def media() -> Media:
    """The table that ships.

    Raises:
        PackError: if the file breaks its format, with its line.
    """
    rows: list[tuple[Medium, str]] = []
    for number, line in enumerate(_FILE.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != 4 or cells[0] not in _KINDS or not cells[3].strip():
            raise PackError(f"media.tsv, line {number}: wants kind, country, languages, names")
        kind, country, languages, names = cells
        forms = [n.strip() for n in names.split("|")]
        medium = Medium(kind, forms[0], country, frozenset(languages.split()))
        rows += ((medium, form) for form in forms)
    return Media(rows)


def same(left: str | None, right: str | None) -> bool:
    """Whether two names of media are of one: the words of one are among those of the other."""
    if left is None or right is None:
        return False
    one, other = _name(left), _name(right)
    return bool(one) and bool(other) and (one <= other or other <= one)


def alike(left: str, right: str) -> bool:
    """Whether two names are of the same words, or of the same medium."""
    return _name(left) == _name(right)


def _name(name: str) -> frozenset[str]:
    return _words(name[:_LONG])


@lru_cache(maxsize=_MEMORY)
def _words(name: str) -> frozenset[str]:
    medium = media().named(name)
    words = keys_of(medium.name if medium else name)
    return frozenset(k for word in words for k in word.split(".") if k not in _ENDINGS)


_ENDINGS = frozenset({"the", "www", "com", "co", "org", "net", "news", "agency"})
