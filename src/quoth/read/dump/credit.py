"""Photo captions and credits that are known by their form."""

from __future__ import annotations

import re

from quoth.read.dump.words import phrases, words
from quoth.read.row import AGENCIES

_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,70})[)\]]\.?\s*$")
_INITIAL = re.compile(r"[.\s]\s?/\s?(?:[^\W\d_]\.\s?){1,2}[^\W\d_]{2,20}$")  # / J. Merino
_TAIL = re.compile(r"(?:^|[.,;!?…”\"»)]\s|\s[|/—–]\s)([^.:]{3,30}):\s?[^:]{2,60}$")
_SIGN = re.compile(r"©\s?[^©]{2,60}$")
_ENDS = tuple('.!?…"”»؟。')
_CREDIT = frozenset({"credit"})


def is_credit(piece: str) -> bool:
    """Whether a line ends as captions do: (Photo: AP), © dpa, Foto: Jane Doe / AFP."""
    bracket = _BRACKET.search(piece)
    if bracket is not None and (_has_word(bracket.group(1)) or "©" in bracket.group(1)):
        return True
    if bracket is not None and _is_agency(bracket.group(1)):
        # behind a full stop it signs an article: … until Monday. (AP)
        return not piece[: bracket.start()].rstrip().endswith(_ENDS)
    tail = _TAIL.search(piece[-110:])
    if tail is not None and _opens(tail.group(1)):
        return True
    if _INITIAL.search(piece[-40:]) is not None:
        return True
    return len(piece) > 40 and _SIGN.search(piece[-64:]) is not None


def _has_word(piece: str) -> bool:
    """Whether a credit label opens a bracket: (Photo: AP), (Foto AFP)."""
    row = words(piece, 0, len(piece))
    return any(f.at == 0 for f in phrases(row, _CREDIT))


def _is_agency(piece: str) -> bool:
    return words(piece, 0, len(piece)).keys[-1:][0] in AGENCIES


def _opens(piece: str) -> bool:
    row = words(piece, 0, len(piece))
    return any(f.at == 0 and f.length >= row.count - 1 for f in phrases(row, _CREDIT))
