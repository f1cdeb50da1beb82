"""The words for those who speak, and for those who pass it on, from a pack's `actors.tsv`.

docs/packs.md has the format.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from importlib.resources.abc import Traversable

from quoth.errors import PackError
from quoth.lang.bodies import DOCUMENT_KINDS, MEDIA_KINDS, ORGS
from quoth.lang.lexicon import Hit, Lexicon
from quoth.lang.load import contents, folder, form_tokens, pack
from quoth.lang.offices import offices
from quoth.lang.pack import Word
from quoth.text import fold

FILE = "actors.tsv"
PRONOUN, POSSESSIVE, TITLE = "pronoun", "possessive", "title"
DROP, LAST, COMPOUND, ARTICLES = "drop", "last", "compound", "articles"
_FLAGS = (DROP, LAST, COMPOUND, ARTICLES)
OFFICE, PLURAL, LEADER, GROUP = "office", "plural", "leader", "group"
ORG, DOCUMENT, MEDIA, GOVERNMENT = "org", "document", "media", "government"
SEAT = "capital"
ANONYMOUS, REASON = "anonymous", "reason"
RELAY_TO, RELAY_BY, TRANSLATED = "relay-to", "relay-by", "translated"
CITING, INTERVIEW = "citing", "interview"
POST = "post"
"""Value of a form that stands behind the name, not before it."""
DEFINITE, INDEFINITE, SEVERAL, BOTH = "definite", "indefinite", "several", "both"
FORMER, DEPUTY, ACTING = "former", "deputy", "acting"
AGE, CALLED = "age", "called"

_GENDERS, _NUMBERS = frozenset("mfn"), frozenset({"sg", "pl", "any"})
IMPERSONAL = "impersonal"
"""Of a pronoun, in place of its person: it means nobody in particular (on, man)."""
_PERSONS, CLITIC = frozenset({"1", "2", "3", IMPERSONAL}), "clitic"
NEAR = "near"
"""Of a pronoun: it means the one who was mentioned last (this one, ce dernier)."""
CAPITAL = "C"
_LONG = 5
"""Letters of the shortest form that ends a compound without being marked so."""
_BEFORE = 2
"""Letters that a longer word has at least before the form that ends it; such forms have more."""
_FORM = _GENDERS | _NUMBERS
_PERSONAL = _FORM | _PERSONS | {CLITIC, NEAR}

CLASSES: dict[str, str] = {
    PRONOUN: "personal pronoun that can be a source: number, gender, person (`sg m 3`)",
    POSSESSIVE: "possessive pronoun, the same way",
    DROP: "`yes` without forms: the language leaves subject pronouns out",
    LAST: "`yes` without forms: of two nouns side by side the last is the head",
    COMPOUND: "`yes` without forms: nouns are written together, the head last",
    TITLE: "style before or behind a name that is no office: Mr, Dr, Sayın",
    OFFICE: "noun for one who speaks: an office of offices.tsv, then gender, number",
    PLURAL: "plural of such a noun: the same office",
    LEADER: "noun that may stand for several offices: these",
    GROUP: "noun for several who are not named: residents, people",
    ORG: "common noun of an organisation that speaks, and what it is",
    DOCUMENT: "report, study, verdict, letter as a source; what it is, where that matters",
    MEDIA: "common noun of a medium, and what it is",
    ANONYMOUS: "mark of one who is kept unnamed on purpose",
    REASON: "opens the reason why somebody is not named",
    RELAY_TO: "by which a speaker tells one who passes it on (told, in an interview with)",
    RELAY_BY: "before or behind one who passes it on (quoted by, as reported by)",
    CITING: "before the origin that a relay names (citing, quoting, со ссылкой на)",
    INTERVIEW: "before a relay of any name (in an interview with)",
    TRANSLATED: "names the original of a translated page",
    GOVERNMENT: "word for a government, beside the name of its country",
    ARTICLES: "`yes` without forms: a noun that describes somebody has an article",
    SEAT: "word for the capital of a country, beside its name",
    DEFINITE: "points to somebody known (the, this); written onto its noun `ال-`; gender, number",
    INDEFINITE: "brings somebody new (a, another); gender, number",
    BOTH: "stands for two who were named (both, keduanya)",
    SEVERAL: "number or amount of several (two, several)",
    FORMER: "holds the office no more (former; `ex--` is written onto it with a hyphen)",
    DEPUTY: "makes another office of the noun beside it (deputy, vice)",
    ACTING: "holds the office for a time (acting, interim)",
    AGE: "says that the number before it is an age (yaşındaki, Jahre alte)",
    CALLED: "stands between a name and the noun of what bears it (adlı)",
}
"""What a line of `actors.tsv` may begin with."""
_VALUES: dict[str, frozenset[str]] = {
    PRONOUN: _PERSONAL,
    POSSESSIVE: _PERSONAL,
    TITLE: _FORM,
    DEFINITE: _FORM,
    INDEFINITE: _FORM,
    GROUP: frozenset(),
    ORG: ORGS | _FORM,
    MEDIA: MEDIA_KINDS | _FORM | {"name"},
    DOCUMENT: DOCUMENT_KINDS,
    **dict.fromkeys((RELAY_TO, RELAY_BY, CITING, INTERVIEW), frozenset({POST})),
}
"""The words that a value may have; of classes that are not here it is empty, or holds offices."""
_WITH_OFFICE = frozenset({OFFICE, PLURAL, LEADER, GROUP})
_COMPOUNDED = frozenset({OFFICE, LEADER, GROUP, ORG, DOCUMENT, MEDIA})
_TYPED = {ORG: ORGS, MEDIA: MEDIA_KINDS}


@dataclass(frozen=True, slots=True, eq=False)
class ActorWords:
    """How a language names those who speak; compared and hashed by identity.

    Attributes:
        code: the language.
        lexicon: all forms but endings; the kind of a word is its class (plurals have that of
            offices), its features are the words of its value, and `C` of a form with a capital
            letter.
        words: the same, in the file's order.
        clitics: pronouns and possessives written behind a word (`nya`), their key without it.
        tails: forms that may end a longer word (`*sprecher`).
        prefixes: letters written onto a noun (`ال`, `ex-`) with their class, the longest first.
        drop: whether the language leaves subject pronouns out.
        last: whether of two nouns side by side the last is the head (“ministry spokesman”).
        articles: whether a noun that describes somebody has an article.
        compound: whether nouns are written together, the head last (Hafensprecherin).
        digest: of the file; empty where there is none.
    """

    code: str
    lexicon: Lexicon = field(default_factory=lambda: Lexicon(()))
    words: tuple[Word, ...] = ()
    clitics: tuple[Word, ...] = ()
    tails: Mapping[str, tuple[Word, ...]] = field(default_factory=dict)
    prefixes: tuple[tuple[str, str], ...] = ()
    drop: bool = False
    last: bool = False
    compound: bool = False
    articles: bool = False
    digest: str = ""

    def at(self, keys: Sequence[str], i: int) -> tuple[Hit, ...]:
        """All forms that begin at keys[i], the longest first.

        A word that is no form itself counts as the form that it ends with (Hafensprecherin), where
        the language makes compounds or the file has the form with an asterisk before it.
        """
        hits = self.lexicon.at(keys, i)
        if not self.tails or any(h.length == 1 for h in hits):
            return hits
        return hits + tuple(Hit(1, w) for w in self._tail(keys[i]))

    def _tail(self, key: str) -> tuple[Word, ...]:
        for begin in range(_BEFORE, len(key) - _BEFORE):
            found = self.tails.get(key[begin:])
            if found:
                return found
        return ()

    def written_on(self, key: str) -> frozenset[str]:
        """The classes of what is written onto a token's key: `definite` of الوزير.

        All but articles count only where the rest is a form (Vizekanzler, but not Vizepokal).
        """
        begun = [(p, k) for p, k in self.prefixes if key.startswith(p) and len(key) > len(p) + 1]
        return frozenset(k for p, k in begun if k == DEFINITE or self.at([key[len(p) :]], 0))

    def definite(self, key: str) -> bool:
        """Whether a token's key has an article written onto it, or is a definite word."""
        if DEFINITE in self.written_on(key):
            return True
        return any(h.word.kind == DEFINITE for h in self.lexicon.at([key], 0))


def offices_of(word: Word) -> frozenset[str]:
    """The offices that a form may stand for; none of words of other classes."""
    return _among(word.features) if word.kind in _WITH_OFFICE else frozenset()


@lru_cache(maxsize=4096)
def _among(features: frozenset[str]) -> frozenset[str]:
    return features.intersection(offices())


def gender(word: Word) -> str:
    """`m`, `f` or `n`; empty where the form does not tell."""
    return "".join(sorted(word.features & _GENDERS))


def number(word: Word) -> str:
    """`sg` or `pl`; empty where the form may be both (`any`). Nouns are singular if not marked."""
    told = word.features & _NUMBERS
    if word.kind in (DEFINITE, INDEFINITE):
        return "".join(sorted(told - {"any"}))
    if "any" in told or word.kind not in (*_WITH_OFFICE, PRONOUN, POSSESSIVE, TITLE, ORG):
        return ""
    return "pl" if "pl" in told or word.kind == GROUP else "sg"


def person(word: Word) -> int:
    """The grammatical person of a pronoun, 1 to 3, 0 of an impersonal one; 3 of everything else."""
    told = next(iter(word.features & _PERSONS), "3")
    return 0 if told == IMPERSONAL else int(told)


@lru_cache(maxsize=64)
def actor_words(code: str) -> ActorWords:
    """The words of a language; none where its pack has no `actors.tsv`, or it has no pack.

    Raises:
        PackError: if the file breaks the format, with its line.
    """
    place = folder(code)
    if place is None or not (place / FILE).is_file():
        return ActorWords(code)
    known = pack(code)
    return load_actors(place / FILE, code, known.proclitics, known.elision)


def load_actors(
    path: Traversable, code: str, proclitics: tuple[str, ...] = (), elision: bool = False
) -> ActorWords:
    """Read the words of a language from a file.

    Args:
        proclitics, elision: as in the pack.

    Raises:
        PackError: naming the file, the line and what is wrong there.
    """
    body, table = contents(path)
    made = _Made(code, elision)
    for number_, line in enumerate(table.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            made.line(line)
        except ValueError as err:
            raise PackError(f"{path}, line {number_}: {err}: {line[:60]!r}") from err
    before = sorted({*made.prefixes, *proclitics}, key=lambda p: (-len(p), p))
    return ActorWords(
        code,
        Lexicon(made.words, before),
        tuple(made.words),
        tuple(made.clitics),
        made.ends(),
        tuple((p, made.prefixes[p]) for p in before if p in made.prefixes),
        DROP in made.flags,
        LAST in made.flags,
        COMPOUND in made.flags,
        ARTICLES in made.flags,
        sha256(body).hexdigest()[:16],
    )


class _Made:
    """What the lines of a file give."""

    def __init__(self, code: str, elision: bool) -> None:
        self._code, self._elision = code, elision
        self.words: list[Word] = []
        self.clitics: list[Word] = []
        self.tails: dict[str, tuple[Word, ...]] = {}
        self.prefixes: dict[str, str] = {}
        self.flags: set[str] = set()

    def line(self, line: str) -> None:
        """Take up one line.

        Raises:
            ValueError: saying what is wrong with it.
        """
        kind, _, rest = line.partition("\t")
        forms, _, value = rest.partition("\t")
        if kind not in CLASSES:
            raise ValueError(f"unknown class {kind!r}")
        if kind in _FLAGS:
            self._flag(kind, forms, value)
            return
        features = frozenset(_value(kind, value.split()))
        kind = OFFICE if kind == PLURAL else kind
        for form in forms.split("|"):
            self._form(form.strip(), kind, features)

    def _flag(self, kind: str, forms: str, value: str) -> None:
        if forms.strip() not in ("", "-") or value.strip() != "yes":
            raise ValueError(f"{kind} takes no forms and the value yes")
        self.flags.add(kind)

    def ends(self) -> dict[str, tuple[Word, ...]]:
        """The forms that may end a longer word: those so marked, and of compounds any long one."""
        found = dict(self.tails)
        if COMPOUND in self.flags:
            for word in self.words:
                key = word.keys[0]
                long = len(word.keys) == 1 and len(key) >= _LONG and not word.prefix
                if long and word.kind in _COMPOUNDED and key not in self.tails:
                    found[key] = (*found.get(key, ()), word)
        return found

    def _form(self, form: str, kind: str, features: frozenset[str]) -> None:
        if form.startswith("-") != (CLITIC in features):
            raise ValueError("a clitic is an ending of a pronoun, written with a hyphen before it")
        if form.endswith("-") != form.startswith("-"):
            self._part(form, kind, features)
        else:
            keys, capital = self._keys(form.strip("*"))
            marks = features | {CAPITAL} if capital else features
            word = Word(keys, form.endswith("*"), kind, marks)
            self._add(word, form.startswith("*"))

    def _add(self, word: Word, tail: bool) -> None:
        if not tail:
            self.words.append(word)
            return
        key = word.keys[0]
        if len(word.keys) > 1 or word.prefix or len(key) <= _BEFORE:
            raise ValueError(f"what ends a word is one word of more than {_BEFORE} letters")
        self.tails[key] = (*self.tails.get(key, ()), word)

    def _part(self, form: str, kind: str, features: frozenset[str]) -> None:
        """A form that is written onto a word; its own hyphen (dit-il) stands twice (`--il`)."""
        behind = form.startswith("-")
        if not behind and kind not in (DEFINITE, FORMER, DEPUTY, ACTING):
            raise ValueError(f"{kind} is never written onto the next word")
        text = fold(form[1:] if behind else form[:-1], self._code)
        if not any(c.isalpha() for c in text):
            raise ValueError("a form has no word")
        if behind:
            self.clitics.append(Word((text,), False, kind, features))
        else:
            self.prefixes[text] = kind

    def _keys(self, form: str) -> tuple[tuple[str, ...], bool]:
        parts = form.split(" ")
        if all(p.isalpha() for p in parts):  # as most are: no need to look for other words
            return tuple(fold(p, self._code) for p in parts), form[0].isupper()
        tokens = form_tokens(form, self._code, self._elision)
        if not any(t.word for t in tokens):
            raise ValueError("a form has no word")
        return tuple(t.key for t in tokens), tokens[0].capital


def _value(kind: str, words: list[str]) -> Iterator[str]:
    """The words of a line's value, checked."""
    told = [w for w in words if w != "-"]
    allowed = _VALUES.get(kind, frozenset())
    if kind in _WITH_OFFICE:
        allowed = allowed | _FORM | offices().keys()
    for word in told:
        if word not in allowed:
            raise ValueError(f"{word!r} is no value of {kind}")
    of_kind = _TYPED.get(kind, offices().keys() if kind in _WITH_OFFICE else frozenset())
    count = sum(w in of_kind for w in told)
    if (kind in (OFFICE, PLURAL, *_TYPED) and count != 1) or (kind == LEADER and not count):
        raise ValueError(f"{kind} takes {'offices' if kind == LEADER else 'one kind'}")
    if kind in (PRONOUN, POSSESSIVE) and not _PERSONS & set(told):
        raise ValueError(f"{kind} takes a person")
    yield from told
    if kind == PLURAL:
        yield "pl"
