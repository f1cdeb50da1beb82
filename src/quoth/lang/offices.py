"""What somebody may be who speaks: the offices that packs name, from `offices.tsv`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from quoth.errors import PackError
from quoth.lang.load import contents

FILE = "offices.tsv"


@lru_cache(maxsize=1)
def offices() -> Mapping[str, str]:
    """Every office, with the wider one that a noun may stand for; empty where there is none.

    Raises:
        PackError: if the table is missing or breaks its format, with its line.
    """
    return load_offices(files("quoth.lang") / "data" / FILE)


def load_offices(path: Traversable) -> Mapping[str, str]:
    """Read the offices of a file: office, tab, wider office or `-`, tab, meaning.

    Raises:
        PackError: naming the file, the line and what is wrong there.
    """
    _, table = contents(path)
    found: dict[str, str] = {}
    for line in table.splitlines():
        if line.strip() and not line.startswith("#"):
            parts = line.split("\t")
            if len(parts) != 3 or not all(parts) or parts[0] in found:
                raise PackError(f"{path}: office, tab, wider office, tab, meaning: {line[:60]!r}")
            found[parts[0]] = "" if parts[1] == "-" else parts[1]
    for office, wider in found.items():
        if wider and (wider not in found or found[wider]):
            raise PackError(f"{path}: {wider!r}, wider than {office!r}, is no office of its own")
    return MappingProxyType(found)


def fits(noun: str, office: str) -> bool:
    """Whether a noun of one office may stand for one who holds another.

    “The minister” may be the foreign minister, and the other way round the same person may be
    called more exactly later on.
    """
    return office in _akin(noun)


@lru_cache(maxsize=4096)
def akin(nouns: frozenset[str]) -> frozenset[str]:
    """The offices that nouns of some offices may stand for, one by one as `fits` says."""
    return frozenset(office for noun in nouns for office in _akin(noun))


@lru_cache(maxsize=4096)
def _akin(noun: str) -> frozenset[str]:
    wider = offices()
    return frozenset({noun, wider.get(noun) or noun, *(o for o, w in wider.items() if w == noun)})
