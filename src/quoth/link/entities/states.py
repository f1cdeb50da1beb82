"""The ids of states on Wikidata."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from quoth.errors import QuothError

_FILE = files("quoth.link") / "data" / "states.tsv"


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    try:
        lines = _FILE.read_text("utf-8").splitlines()
        pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
        return {line[0]: line[1] for line in pairs}
    except (OSError, IndexError) as error:
        raise QuothError(f"{_FILE} is damaged: {error}; install Quoth again") from error


def state_number(country: str) -> str | None:
    """The Wikidata id of a state by its ISO 3166-1 code; None for a code that has none."""
    return _table().get(country)
