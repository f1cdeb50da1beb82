"""Finding and reading language packs: three files a language, no code."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from functools import lru_cache
from hashlib import sha256
from importlib import metadata
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from quoth.errors import PackError
from quoth.lang.pack import KINDS, Pack, Word
from quoth.text import Token, fold, tokenise

T = TypeVar("T")

ENTRY_POINT = "quoth.packs"
"""Entry points in this group name a package whose folder holds further packs, one folder each."""

_SETTINGS = frozenset({f.name for f in fields(Pack)} - {"words", "digest"})


def _strings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(v, str) and v for v in value)


_CHECKS: dict[str, Callable[[Any], bool]] = {
    "code": lambda v: isinstance(v, str) and bool(v),
    "name": lambda v: isinstance(v, str),
    "direction": lambda v: v in ("ltr", "rtl"),
    "quotes": lambda v: isinstance(v, list) and all(_strings(p) and len(p) == 2 for p in v),
    "proclitics": _strings,
    "clitics": _strings,
    "comma_clause": lambda v: v in ("always", "may", "never"),
    **dict.fromkeys(
        ("dash_speech", "elision", "verb_final", "drop_subject", "verb_second"),
        lambda v: isinstance(v, bool),
    ),
}
"""What the value of each key must be."""


@lru_cache(maxsize=1)
def _folders() -> dict[str, Traversable]:
    roots = [files("quoth.lang") / "data"]
    roots += [files(point.value) for point in metadata.entry_points(group=ENTRY_POINT)]
    found: dict[str, Traversable] = {}
    for root in roots:
        for folder in root.iterdir():
            if (folder / "pack.toml").is_file():
                found.setdefault(folder.name, folder)
    return found


def folder(code: str) -> Traversable | None:
    """The folder of a language's pack; None where there is none."""
    return _folders().get(code)


def available() -> tuple[str, ...]:
    """The codes of all packs, in order."""
    return tuple(sorted(_folders()))


@lru_cache(maxsize=64)
def pack(code: str) -> Pack:
    """The pack of a language.

    Raises:
        PackError: if there is none, or if it breaks the format.
    """
    place = folder(code)
    if place is None:
        known = ", ".join(available())
        raise PackError(f"no language pack for {code!r}; there are: {known}", "pack-missing")
    return load_pack(place)


@lru_cache(maxsize=64)
def abbreviations(code: str) -> frozenset[str]:
    """Words whose full stop ends no sentence: look-up keys without their last full stop.

    Raises:
        PackError: if there is no pack, or if it breaks the format.
    """
    words = (w for w in pack(code).words if w.kind == "abbr")
    return frozenset("".join(w.keys).rstrip(".") for w in words)


@lru_cache(maxsize=64)
def data_digest(code: str) -> str:
    """A digest of all that a language's pack says, its further files too; not of its cases.

    Raises:
        PackError: if there is no pack, or a file cannot be read.
    """
    pack(code)  # refuses what is no pack
    place = folder(code)
    parts = sorted(place.iterdir(), key=lambda f: f.name) if place is not None else []
    found = sha256()
    for file in parts:
        if file.is_file() and file.name.endswith((".toml", ".tsv")):
            body, _ = contents(file)
            found.update(f"{file.name} {len(body)}\n".encode() + body)
    return found.hexdigest()[:16]


def load_pack(folder: Traversable) -> Pack:
    """Read a pack from its folder (`pack.toml`, `words.tsv`).

    Raises:
        PackError: naming the file, the line and what is wrong there.
    """
    settings, known_text = contents(folder / "pack.toml")
    table, words_text = contents(folder / "words.tsv")
    try:
        known = tomllib.loads(known_text)
    except tomllib.TOMLDecodeError as err:
        raise PackError(f"{folder / 'pack.toml'}: {err}") from err
    return _pack(known, words_text, folder, sha256(settings + table).hexdigest()[:16])


def contents(path: Traversable) -> tuple[bytes, str]:
    """The bytes of a file of a pack, and their text.

    Raises:
        PackError: if it cannot be read, or is not UTF-8.
    """
    try:
        body = path.read_bytes()
        return body, body.decode("utf-8")
    except (OSError, UnicodeDecodeError) as err:
        raise PackError(f"{path}: {err}") from err


def read_lines(
    path: Traversable, table: str, read: Callable[[str, int], Iterable[T]]
) -> Iterator[T]:
    """What the lines of a table mean, without empty ones and comments.

    Args:
        path: the file, for errors.
        read: what it makes of a line and its number; a ValueError tells what is wrong there.

    Raises:
        PackError: naming the file, the line and what is wrong there.
    """
    for number, line in enumerate(table.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            yield from read(line, number)
        except ValueError as err:
            raise PackError(f"{path}, line {number}: {err}: {line[:60]!r}") from err


def _pack(known: dict[str, Any], table: str, folder: Traversable, digest: str) -> Pack:
    odd = set(known) ^ _SETTINGS
    if odd:
        raise PackError(
            f"{folder / 'pack.toml'}: missing or unknown keys: {', '.join(sorted(odd))}"
        )
    for key, right in _CHECKS.items():
        if not right(known[key]):
            raise PackError(f"{folder / 'pack.toml'}: {key} is wrong: {known[key]!r}")
    code, elision = str(known["code"]), bool(known["elision"])
    return Pack(
        code=code,
        name=str(known["name"]),
        direction=str(known["direction"]),
        quotes=tuple((str(a), str(b)) for a, b in known["quotes"]),
        words=_words(table, code, elision, folder),
        digest=digest,
        dash_speech=bool(known["dash_speech"]),
        elision=elision,
        proclitics=tuple(known["proclitics"]),
        clitics=tuple(known["clitics"]),
        verb_final=bool(known["verb_final"]),
        drop_subject=bool(known["drop_subject"]),
        comma_clause=str(known["comma_clause"]),
        verb_second=bool(known["verb_second"]),
    )


def _words(table: str, code: str, elision: bool, folder: Traversable) -> tuple[Word, ...]:
    def read(line: str, _: int) -> Iterator[Word]:
        kind, _tab, rest = line.partition("\t")
        forms, _tab, features = rest.partition("\t")
        if kind not in KINDS or not forms.strip():
            raise ValueError("kind, tab, forms wanted")
        marks = frozenset(features.strip())
        for form in forms.split("|"):
            if form.strip():
                yield _word(form, kind, marks, code, elision)

    return tuple(read_lines(folder / "words.tsv", table, read))


def _word(form: str, kind: str, features: frozenset[str], code: str, elision: bool) -> Word:
    form = form.strip()
    prefix = form.endswith("*")
    bare = form.removesuffix("*")
    if bare.isalpha():  # one word, as most are: no need to look for others
        return Word((fold(bare, code),), prefix, kind, features)
    tokens = form_tokens(bare, code, elision)
    keys = tuple(fold(t.key, code) for t in tokens)
    if not keys:
        raise ValueError("a form has no word")
    return Word(keys, prefix, kind, features)


def form_tokens(form: str, code: str, elision: bool) -> list[Token]:
    """The words of a form of a pack."""
    if elision and form.endswith(("'", "’")):
        # l', qu' are words of their own only where another word follows
        return tokenise(form + "a", language=code, elision=True)[:-1]
    return tokenise(form, language=code, elision=elision)
