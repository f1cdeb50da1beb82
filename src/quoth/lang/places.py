"""The words of places of a language, from its `places.tsv`; docs/places.md has the format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.resources.abc import Traversable

from quoth.lang.load import contents, folder, read_lines

FILE = "places.tsv"
_COUNTRY = r"[A-Z]{2}"
_REGION = r"\d{3}"
_GEONAMES = r"[1-9]\d{3,8}"
_AREA = r"[a-z]+(-[a-z]+)*"
_NONE = "-?"

CLASSES: dict[str, tuple[str, str]] = {
    "country": (
        f"{_COUNTRY}( {_COUNTRY})*",
        "a country beside CLDR's name for it: colloquial, short, inflected",
    ),
    "demonym": (f"{_COUNTRY}|{_REGION}", "a people or adjective that stands for its country"),
    "region": (_REGION, "a group of countries beside CLDR's names, by its code of UN M49"),
    "area": (
        f"{_AREA}( {_AREA})*",
        "an area or a water that GeoNames lacks here, by our id, or those it may be",
    ),
    "admin": (_GEONAMES, "a part of a country, by its GeoNames id"),
    "city": (f"{_GEONAMES}( {_GEONAMES})*", "a city, by its GeoNames id, or those it may be"),
    "kind": ("city|admin|country|any", "word beside a name that says what it is (city of, oblast)"),
    "part": (_NONE, "word inside a name run that leaves it a place (northern, downtown)"),
    "in": (_NONE, "preposition before a place; `'da` a case ending behind one"),
    "given": (_NONE, "first name: a place's name beside it is a person's"),
    "surname": (_NONE, "a place's name that is more often a person's"),
    "never": ("always|-?", "a place's name that is mostly another word; `always`: never a place"),
    "ending": (r"\S+( \S+)*", "ending of an inflected name: those that it may stand for, `-` none"),
    "style": ("capital", "`nouns`: the language writes them with a capital"),
    "before": (r"\S+", "letters written onto a name, and what they stand for, `-` nothing"),
}
"""What a line of `places.tsv` may begin with: what its value must be, and what it means."""


@dataclass(frozen=True, slots=True)
class PlaceForm:
    """A form of one or more words, as the file gives it.

    Attributes:
        text: its words, without the asterisk.
        prefix: whether any ending may follow.
        kind: its class.
        value: the value of its line.
    """

    text: str
    prefix: bool
    kind: str
    value: str


@dataclass(frozen=True, slots=True, eq=False)
class PlaceWords:
    """How a language names places; compared and hashed by identity.

    Attributes:
        code: the language.
        forms: all forms, in the file's order.
        endings: endings of inflected names with those that they may stand for, the longest first.
        before: letters written onto a name with what they stand for, the longest first.
        digest: of the file; empty where there is none.
    """

    code: str
    forms: tuple[PlaceForm, ...] = ()
    endings: tuple[tuple[str, tuple[str, ...]], ...] = ()
    before: tuple[tuple[str, str], ...] = ()
    digest: str = ""


@lru_cache(maxsize=64)
def place_words(code: str) -> PlaceWords:
    """The words of places of a language; none where its pack has no `places.tsv`, or no pack is.

    Raises:
        PackError: if the file breaks the format, with its line.
    """
    place = folder(code)
    if place is None or not (place / FILE).is_file():
        return PlaceWords(code)
    return load_places(place / FILE, code)


def load_places(path: Traversable, code: str) -> PlaceWords:
    """Read the words of places of a language from a file.

    Raises:
        PackError: naming the file, the line and what is wrong there.
    """
    body, table = contents(path)
    forms = list(read_lines(path, table, _line))
    endings = [(f.text, _stems(f.value)) for f in forms if f.kind == "ending"]
    before = [(f.text, f.value.replace("-", "")) for f in forms if f.kind == "before"]
    return PlaceWords(
        code,
        tuple(f for f in forms if f.kind not in ("ending", "before")),
        tuple(sorted(endings, key=lambda e: -len(e[0]))),
        tuple(sorted(before, key=lambda b: -len(b[0]))),
        sha256(body).hexdigest()[:16],
    )


def _stems(value: str) -> tuple[str, ...]:
    return tuple("" if v == "-" else v for v in value.split())


def _line(line: str, _: int) -> Iterator[PlaceForm]:
    kind, _tab, rest = line.partition("\t")
    forms, _tab, value = rest.partition("\t")
    value = value.strip()
    if kind not in CLASSES:
        raise ValueError(f"no class {kind!r}; there are: {', '.join(CLASSES)}")
    if not re.fullmatch(CLASSES[kind][0], value):
        raise ValueError(f"{value!r} is no value of {kind}")
    if not forms.strip():
        raise ValueError("class, tab, forms wanted")
    for form in forms.split("|"):
        text = form.strip().removesuffix("*")
        if not any(c.isalnum() for c in text) and kind != "ending":
            raise ValueError("a form has no word")
        yield PlaceForm(text, form.strip().endswith("*"), kind, value)
