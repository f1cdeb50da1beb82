"""The words of occasions (interviews, speeches, letters) of a language, from its `venues.tsv`.

docs/packs.md has the format.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from importlib.resources.abc import Traversable

from quoth.lang.lexicon import Lexicon
from quoth.lang.load import contents, folder, pack, read_lines
from quoth.lang.pack import Word
from quoth.model.setting import VenueType
from quoth.text import fold, tokenise

FILE = "venues.tsv"
VENUE, OCCASION, SOURCE = "venue", "occasion", "source"
INTRO, JOIN, AT = "intro", "join", "at"
CLASSES: dict[str, str] = {
    VENUE: "names an occasion if an intro stands before it (speech, press conference)",
    OCCASION: "names an occasion by itself (konuşmasında, телеканалу, للصحفيين)",
    SOURCE: "names a source that is a piece of writing, where `venue` has other cases of it",
    INTRO: "brings an occasion (in, during, told, di, auf)",
    JOIN: "goes on with the name of an occasion (at, with, to)",
    AT: "stands before the place or the time of an utterance (in, on, em, pada)",
}
"""What a line of `venues.tsv` may begin with."""
_TYPED = (VENUE, OCCASION, SOURCE)
_CASED = "C"  # of a form with a capital letter: the word in the text must have one too


@dataclass(frozen=True, slots=True, eq=False)
class VenueWords:
    """What a language says of occasions; compared and hashed by identity.

    Attributes:
        code: the language.
        lexicon: forms of a kind each: `intro`, `join`, `at`, and `venue` or `occasion` with the
            type behind a space (`venue speech`).
        endings: endings of a place or time that say the same as `at` before it (`'da`), folded.
        kinds: those that have a form.
        sources: the classes whose forms name a source that is a piece of writing.
        capitals: whether most of its occasions have a capital letter, as nouns have in German.
        digest: of the file; empty where there is none.
    """

    code: str
    lexicon: Lexicon = field(default_factory=lambda: Lexicon(()))
    endings: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    sources: tuple[str, ...] = (VENUE,)
    capitals: bool = False
    digest: str = ""


def venue_type(kind: str) -> VenueType | None:
    """The type of an occasion that a kind of the lexicon names; None of the other kinds."""
    name, _, value = kind.partition(" ")
    return VenueType(value) if name in _TYPED else None


def cased(word: Word) -> bool:
    """Whether a form is one only with a capital letter (`X`, `Telegram`)."""
    return _CASED in word.features


@lru_cache(maxsize=64)
def venue_words(code: str) -> VenueWords:
    """The words of a language; none where its pack has no `venues.tsv`, or it has no pack.

    Raises:
        PackError: if the file breaks the format, with its line.
    """
    place = folder(code)
    if place is None or not (place / FILE).is_file():
        return VenueWords(code)
    known = pack(code)
    return load_venues(place / FILE, code, known.proclitics, known.elision)


def load_venues(
    path: Traversable, code: str, proclitics: tuple[str, ...] = (), elision: bool = False
) -> VenueWords:
    """Read the words of a language from a file.

    Args:
        proclitics, elision: as in the pack.

    Raises:
        PackError: naming the file, the line and what is wrong there.
    """
    body, table = contents(path)
    endings: list[str] = []

    def read(line: str, _: int) -> Iterator[Word]:
        for form, kind in _forms(line):
            if form.startswith("-"):
                endings.append(fold(_ending(form, kind), code))
            else:
                yield _word(form, kind, code, elision)

    words = list(read_lines(path, table, read))
    digest = sha256(body).hexdigest()[:16]
    named = any(w.kind.startswith(SOURCE) for w in words)
    sources = (SOURCE,) if named else (VENUE,)
    lexicon, kinds = Lexicon(words, proclitics), frozenset(w.kind for w in words)
    return VenueWords(code, lexicon, tuple(endings), kinds, sources, _capitals(words), digest)


def _capitals(words: list[Word]) -> bool:
    venues = [w for w in words if w.kind.startswith(VENUE)]
    return 2 * sum(map(cased, venues)) > len(venues)


def _forms(line: str) -> Iterator[tuple[str, str]]:
    kind, *rest = line.split("\t")
    if kind not in CLASSES:
        raise ValueError(f"unknown class {kind!r}")
    if len(rest) != (2 if kind in _TYPED else 1):
        raise ValueError(f"{kind} takes forms{' and a type' if kind in _TYPED else ''}")
    if kind in _TYPED:
        kind = f"{kind} {_type(rest[1].strip())}"
    for form in rest[0].split("|"):
        yield form.strip(), kind


def _type(value: str) -> str:
    if value not in set(VenueType):
        raise ValueError(f"unknown type {value!r}; there are: {', '.join(VenueType)}")
    return value


def _ending(form: str, kind: str) -> str:
    if kind != AT or len(form) == 1:
        raise ValueError("only the class at has endings")
    return form[1:]


def _word(form: str, kind: str, code: str, elision: bool) -> Word:
    prefix = form.endswith("*")
    bare = form.removesuffix("*")
    if elision and bare.endswith(("'", "’")):
        # l', d' are words of their own only where another word follows
        tokens = tokenise(bare + "a", language=code, elision=True)[:-1]
    else:
        tokens = tokenise(bare, language=code, elision=elision)
    keys = tuple(t.key for t in tokens)
    if not keys or not any(t.word for t in tokens):
        raise ValueError("a form has no word")
    features = frozenset({_CASED}) if tokens[0].capital else frozenset[str]()
    return Word(keys, prefix, kind, features)
