"""Taking a name apart as it stands in a text."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from quoth.link.names.fold import fold_word
from quoth.link.names.name import Name, NameKind, Part, Role
from quoth.link.names.table import words
from quoth.text.scripts import main_script

LONGEST = 200
"""Characters of a name that are looked at; longer ones are no names."""

_TITLE_WORDS = 6  # the longest title in words
_APART = re.compile(r"[^\s,()\[\]«»“”„\"・·‧•/;:!?،、。|]+|,")
_HYPHENS = re.compile(r"[-\u2010-\u2015\u2212\u30fb=＝]+")
_ELIDED = re.compile(r"(d|l|dell|dall|nell|de)['’ʼ](?=\w\w)", re.IGNORECASE)
_ENDING = re.compile(r"(?<=\w\w\w)['’ʼ](\w{1,4})$")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+", re.UNICODE)
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.){2,}[^\W\d_]{0,2}\.?")
_ROMAN = re.compile(r"[IVX]+")
_EAST = frozenset({"Hani", "Hang"})
_ACRONYM = range(2, 7)  # letters of an acronym in capitals


def parse(
    text: str, titles: Collection[str] = frozenset(), kind: NameKind = NameKind.UNKNOWN
) -> Name:
    """The name taken apart.

    Args:
        text: the name as it stands in the text, with or without titles.
        titles: titles and honorifics of the language in lower case, of one or more words
            (“president”, “prime minister”); those before or behind the name are kept apart.
        kind: what it names, if that is known; particles, initials and patronymics are those of
            people, legal forms and minor words those of organisations.
    """
    kept = text.strip()[:LONGEST]
    acronym = "" if kind is NameKind.PERSON else _letters(kept)
    if acronym:
        part = Part(kept, acronym, Role.WORD, main_script(kept))
        return Name(text, kind, (part,), (), part.script, acronym, True)
    tokens = _APART.findall(kept)
    tokens, found = _untitled(tokens, titles)
    parts = _organisation(tokens) if kind is NameKind.ORGANISATION else _person(tokens, kind)
    parts = parts or (Part(kept, fold_word(kept), Role.WORD, main_script(kept)),)
    return Name(text, kind, parts, found, main_script(kept), _first_letters(parts))


def _first_letters(parts: Sequence[Part]) -> str:
    """What an acronym of the words would be; empty for one word."""
    words_of = [p for p in parts if p.role not in (Role.MINOR, Role.SUFFIX)]
    first = "".join(p.fold[:1] for p in words_of if not _minor(p))
    return first if len(first) > 1 else ""


def _minor(part: Part) -> bool:
    """Whether a word is written small and small words leave it out: of, the, für."""
    return part.text[:1].islower() and part.fold in words("minor")


def _letters(text: str) -> str:
    """The letters of an acronym in lower case; empty if the text is none."""
    if _DOTTED.fullmatch(text.replace(" ", "")) and text.upper() == text:
        return fold_word(text.replace(" ", ""))
    bare = text.replace(".", "")
    if bare.isalpha() and len(bare) in _ACRONYM and bare.upper() == bare != bare.lower():
        return fold_word(bare)
    return ""


def _untitled(tokens: list[str], titles: Collection[str]) -> tuple[list[str], tuple[str, ...]]:
    """The words without the titles before and behind them, and those titles."""
    found: list[str] = []
    for front in (True, False):
        while (count := _title(tokens, titles, front)) and count < len(tokens):
            cut = tokens[:count] if front else tokens[-count:]
            tokens = tokens[count:] if front else tokens[:-count]
            found.append(" ".join(cut).strip(" ,"))
            while len(tokens) > 1 and "," in (tokens[0], tokens[-1]):
                tokens = tokens[1:] if tokens[0] == "," else tokens[:-1]
    return tokens, tuple(found)


def _title(tokens: Sequence[str], titles: Collection[str], front: bool) -> int:
    """How many words at one end are a title."""
    for count in range(min(_TITLE_WORDS, len(tokens) - 1), 0, -1):
        piece = tokens[:count] if front else tokens[-count:]
        plain = " ".join(piece).lower()
        if plain in titles or plain.rstrip(".") in titles:
            return count
    return 0


def _organisation(tokens: list[str]) -> tuple[Part, ...]:
    """The words of an organisation's name."""
    parts: list[Part] = []
    for piece in _pieces(tokens):
        fold = fold_word(piece)
        role = Role.WORD
        if fold in words("legal") and (parts or len(tokens) > 1):
            role = Role.SUFFIX
        elif fold in words("minor"):
            role = Role.MINOR
        if fold:
            parts.append(Part(piece, fold, role, main_script(piece)))
    if not any(p.role is Role.WORD for p in parts):
        return tuple(replace(p, role=Role.WORD) for p in parts)
    return tuple(parts)


def _pieces(tokens: list[str]) -> list[str]:
    """The words between spaces and hyphens."""
    return [p for t in tokens if t != "," for p in _HYPHENS.split(_bare(t)) if p]


def _person(tokens: list[str], kind: NameKind) -> tuple[Part, ...]:
    """The words of a person's name with what they do in it."""
    if kind is NameKind.PERSON and len(tokens) == 1 and (east := _eastern(tokens[0])):
        return east
    comma = tokens.index(",") if "," in tokens else 0
    parts: list[Part] = []
    for at, piece in enumerate(tokens):
        if piece != ",":
            given = [_given_by_comma(at, comma)] if comma else []
            parts += _word(piece, *given)
    return _told(_joined(parts))


def _given_by_comma(at: int, comma: int) -> Role:
    return Role.FAMILY if at < comma else Role.GIVEN


def _eastern(token: str) -> tuple[Part, ...]:
    """A Chinese or Korean name written as one word: the family name and the given name."""
    script = main_script(token)
    if script not in _EAST or not 2 <= len(token) <= 4:
        return ()
    cut = 2 if token[:2] in words("surname") and len(token) > 2 else 1
    cut = 2 if len(token) == 4 and script == "Hani" else cut  # of two signs each in Japan
    pairs = ((token[:cut], Role.FAMILY), (token[cut:], Role.GIVEN))
    return tuple(Part(t, fold_word(t), role, script) for t, role in pairs)


def _word(token: str, role: Role = Role.WORD) -> list[Part]:
    """The parts of one token: elided particles, initials, what hyphens join."""
    if _INITIALS.fullmatch(token) and token.upper() == token:
        return [
            Part(f"{letter}.", fold_word(letter), Role.INITIAL, main_script(letter))
            for letter in re.split(r"[.-]+", token)
            if letter
        ]
    token = _bare(token)
    parts: list[Part] = []
    pieces = [p for p in _HYPHENS.split(token) if p]
    for at, piece in enumerate(pieces):
        fold = fold_word(piece)
        if fold:
            hyphen = at + 1 < len(pieces)
            parts.append(Part(piece, fold, _role(piece, fold, role, hyphen), main_script(piece)))
    return parts


def _bare(token: str) -> str:
    """The word without an elided particle before it, and a case ending behind an apostrophe."""
    elided = _ELIDED.match(token)
    if elided:
        token = token[elided.end() :]
    ending = _ENDING.search(token)
    if ending and fold_word(ending.group(1)) in words("clitic"):
        return token[: ending.start()]
    return token


def _role(piece: str, fold: str, role: Role, hyphen: bool) -> Role:
    if fold in words("particle") or (hyphen and fold in words("article")):
        return Role.PARTICLE
    if fold in words("generation") or (_ROMAN.fullmatch(piece) and len(piece) > 1):
        return Role.SUFFIX
    if len(fold) == 1 and piece.isupper():
        return Role.INITIAL
    return role


def _joined(parts: list[Part]) -> list[Part]:
    """“Abd al-Rahman” and “Abu Bakr” as one name each."""
    out: list[Part] = []
    for part in parts:
        core = part.role not in (Role.PARTICLE, Role.SUFFIX)
        if core and out and (at := _head(out)) is not None:
            head = out[at]
            out = out[:at]
            part = replace(part, text=f"{head.text} {part.text}", fold=head.fold + part.fold)
        out.append(part)
    return out


def _head(parts: list[Part]) -> int | None:
    """Where a word that makes one name with the next stands at the end, a particle behind it."""
    for at in (len(parts) - 1, len(parts) - 2):
        if at >= 0 and parts[at].fold in words("joined"):
            return at if all(p.role is Role.PARTICLE for p in parts[at + 1 :]) else None
    return None


def _told(parts: list[Part]) -> tuple[Part, ...]:
    """Given and family names, where patronymics, initials, particles or capitals tell them."""
    core = [i for i, p in enumerate(parts) if p.role is Role.WORD]
    if not core:
        return _worded(parts)
    roles = {i: p.role for i, p in enumerate(parts)}
    middle = [i for i in core if len(core) > 1 and _patronymic(parts[i].fold)]
    if len(middle) == 1 and (len(core) == 3 or core[-1] == middle[0]):
        rest = [i for i in core if i != middle[0]]
        roles[middle[0]] = Role.PATRONYMIC
        roles[rest[0]] = Role.GIVEN if rest[0] + 1 == middle[0] else Role.FAMILY
        for i in rest[1:]:
            roles[i] = Role.FAMILY if roles[rest[0]] is Role.GIVEN else Role.GIVEN
    elif len(core) == 1 and any(p.role is Role.INITIAL for p in parts):
        roles[core[0]] = Role.FAMILY
    elif shouted := [i for i in core if _capitals(parts[i].text)]:
        if len(shouted) < len(core):
            roles |= {i: Role.FAMILY if i in shouted else Role.GIVEN for i in core}
    elif at := _behind_particle(parts, core):
        roles |= {i: Role.FAMILY if i >= at else Role.GIVEN for i in core}
    return tuple(replace(p, role=roles[i]) for i, p in enumerate(parts))


def _behind_particle(parts: list[Part], core: list[int]) -> int:
    """Where the family name begins behind “van der”; 0 if that is not to be seen."""
    at = next((i for i, p in enumerate(parts) if p.role is Role.PARTICLE), 0)
    return at if any(i < at for i in core) and any(i > at for i in core) else 0


def _worded(parts: list[Part]) -> tuple[Part, ...]:
    """A name without a core: its particles are its words."""
    if any(p.role in (Role.GIVEN, Role.FAMILY) for p in parts):
        return tuple(parts)
    return tuple(
        replace(p, role=Role.WORD) if p.role in (Role.PARTICLE, Role.SUFFIX) else p for p in parts
    )


def _capitals(text: str) -> bool:
    return len(text) > 2 and text.isupper()


def _patronymic(fold: str) -> bool:
    return len(fold) > 5 and fold.endswith(tuple(words("patronymic")))
