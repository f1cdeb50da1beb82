"""The names of one article: which of them are one's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from quoth.lang.places import place_words
from quoth.text import fold, tokenise

Keys = tuple[str, ...]
_STEM = 3
"""Letters that two forms of a name must share at least."""
_TAILS = frozenset({"", "s", "'s", "'"})
"""What any language may write behind a name."""
_PART = 8  # words of a name that are compared
_LETTERS = 8  # of an acronym
_SMALL = 3  # letters of “de”, “for”, “dan”
MOST = 400
"""Different names of an article that are compared with each other."""


@lru_cache(maxsize=4096)
def keys_of(name: str, language: str) -> Keys:
    """The look-up keys of a name's words, what follows an apostrophe left out in Turkish."""
    keys = [t.key for t in tokenise(name, language=language) if t.word]
    if language in ("tr", "az"):
        keys = [k.partition("'")[0] or k for k in keys]
    return tuple(keys[:_PART]) or (fold(name, language),)


@lru_cache(maxsize=64)
def endings(language: str) -> frozenset[str]:
    """The case endings of names in a language, and what they stand for."""
    known = place_words(language).endings
    told = {fold(form, language) for ending, stems in known for form in (ending, *stems) if form}
    return _TAILS | told


@lru_cache(maxsize=16384)
def alike(one: str, other: str, language: str) -> bool:
    """Whether two words of names are the same but for a case ending."""
    if one == other:
        return True
    short = min(len(one), len(other))
    shared = next((i for i in range(short) if one[i] != other[i]), short)
    if shared < _STEM or shared < short - 3:
        return False
    known = endings(language)
    return any(
        one[at:] in known and other[at:] in known
        for at in range(max(_STEM, shared - 2), shared + 1)
    )


def _initial(one: str, other: str) -> bool:
    return (len(one) == 1 and other.startswith(one)) or (len(other) == 1 and one.startswith(other))


def within(short: Keys, full: Keys, language: str) -> bool:
    """Whether the words of a shorter name are those of a longer one, in their order."""
    at = 0
    matched = 0
    for word in short:
        while at < len(full) and not (alike(word, full[at], language) or _initial(word, full[at])):
            at += 1
        if at == len(full):
            return False
        matched += len(word) > 1 and len(full[at]) > 1
        at += 1
    return matched > 0


def same(one: Keys, other: Keys, language: str) -> bool:
    """Whether two names of as many words are one's."""
    pairs = list(zip(one, other, strict=False))
    return (
        len(one) == len(other)
        and all(alike(a, b, language) or _initial(a, b) for a, b in pairs)
        and any(len(a) > 1 and len(b) > 1 for a, b in pairs)
    )


def letters(short: str) -> str:
    """The letters of what may be an acronym, all in capitals; empty where it is none."""
    found = "".join(c for c in short[: 2 * _LETTERS] if c.isalnum())
    whole = len(short) <= 2 * _LETTERS and 2 <= len(found) <= _LETTERS
    return found if whole and all(c.isupper() or c.isdigit() for c in found) else ""


def initials(full: str) -> set[str]:
    """The first letters of a longer name's words: of all, and of those with a capital."""
    words = [w for w in full.replace("-", " ").split() if w[:1].isalnum()]
    if len(words) < 2:
        return set()
    told = (words, [w for w in words if w[0].isupper()])
    return {"".join(w[0].upper() for w in some) for some in told if len(some) > 1}


def begun(full: str) -> set[str]:
    """The same of a name's first words, where up to three more say where it is: “BPBD” of the
    “Badan Penanggulangan Bencana Daerah Teluk Jati”."""
    words = [w for w in full.replace("-", " ").split() if w[:1].isalnum()]
    told = (words, [w for w in words if w[0].isupper() or len(w) > _SMALL])
    short = {"".join(w[0].upper() for w in some[:-cut]) for some in told for cut in (1, 2, 3)}
    return {s for s in short if len(s) >= _STEM}


def clusters(
    found: Iterable[Keys], language: str
) -> tuple[dict[Keys, Keys], dict[Keys, list[Keys]]]:
    """Join names.

    Returns:
        the fullest name of each; and for each name that may be short for several, those.
    """
    counts: dict[Keys, int] = defaultdict(int)
    for keys in found:
        counts[keys] += 1
    ordered = sorted(counts, key=lambda k: (-len(k), _bare(k), -counts[k]))[:MOST]
    heads: dict[str, set[Keys]] = defaultdict(set)  # by the first letters of their words
    order: dict[Keys, int] = {}
    joined: dict[Keys, Keys] = {}
    doubtful: dict[Keys, list[Keys]] = {}
    for keys in ordered:
        parts = [" ".join(keys)] if _bare(keys) else [word[:_STEM] for word in keys]
        near = {h for part in parts for h in heads.get(part, ())}
        fit = _heads(keys, sorted(near, key=order.__getitem__), language)
        if not fit:
            joined[keys] = keys
            order[keys] = len(order)
            for part in (" ".join(_firsts(keys)), *(word[:_STEM] for word in keys)):
                heads[part].add(keys)
        elif len(fit) == 1:
            joined[keys] = fit[0]
        else:
            doubtful[keys] = fit
    return joined, doubtful


def _bare(keys: Keys) -> bool:
    """Whether a name is nothing but initials, two or more."""
    return len(keys) > 1 and all(len(word) == 1 for word in keys)


def _firsts(keys: Keys) -> Keys:
    return tuple(word[:1] for word in keys)


def _heads(keys: Keys, heads: Sequence[Keys], language: str) -> list[Keys]:
    equal = [h for h in heads if same(keys, h, language)]
    if equal:
        return equal[:1]
    if _bare(keys):  # “M. G.”, as interviews have it
        return [h for h in heads if keys == _firsts(h)]
    if len(keys) == len(keys[0]) == 1:  # “K.”, who is Thomas K. to the courts
        return [h for h in heads if len(h) > 1 and h[-1] == keys[0]]
    return [h for h in heads if len(h) > len(keys) and within(keys, h, language)]
