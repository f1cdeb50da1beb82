"""Photo captions and credits that are known by their form."""

from __future__ import annotations

import re

from quoth.read.dump.words import phrases, words
from quoth.read.row import AGENCIES

_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,70})[)\]]\.?\s*$")
_SLASH = re.compile(r"(?:\s|\.)(?:©|/|\||–|-)\s?([^/|©]{2,50})$")
_TAIL = re.compile(r"(?:^|[.,;!?…”\"»)]\s|\s\|\s|\s/\s)([^.:]{3,30}):\s?[^:]{2,60}$")
_SIGN = re.compile(r"©\s?[^©]{2,60}$")
_CREDIT = frozenset({"credit"})


def is_credit(piece: str) -> bool:
    """Whether a line ends as captions do: (Photo: AP), © dpa, Foto: Jane Doe / AFP."""
    bracket = _BRACKET.search(piece)
    if bracket is not None and (_has_word(bracket.group(1)) or "©" in bracket.group(1)):
        return True
    tail = _TAIL.search(piece[-110:])
    if tail is not None and _opens(tail.group(1)):
        return True
    return len(piece) > 40 and _SIGN.search(piece[-64:]) is not None


def _has_word(piece: str) -> bool:
    """Whether a credit label opens a bracket or an agency ends it: (Foto AFP), (Reuters)."""
    row = words(piece, 0, len(piece))
    return row.keys[-1] in AGENCIES or any(f.at == 0 for f in phrases(row, _CREDIT))


def _opens(piece: str) -> bool:
    row = words(piece, 0, len(piece))
    return any(f.at == 0 and f.length >= row.count - 1 for f in phrases(row, _CREDIT))
