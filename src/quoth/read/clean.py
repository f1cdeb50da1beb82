"""What no reader sees is left out of the text; the map back to the file keeps every offset."""

from __future__ import annotations

import re

from quoth.model import Origin, OriginKind, Run, identity

# byte-order marks, NUL, zero-width junk and direction marks; the joiners U+200C and U+200D are
# part of the spelling of words and stay
_JUNK = re.compile("[\x00\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+|\r")


def clean(text: str) -> tuple[str, Origin]:
    """Leave out junk characters and fold line ends to a line feed.

    Returns:
        the clean text, and its origin in code points of `text`: every character comes from
        the same character there, a line feed perhaps from a lone carriage return.
    """
    if _JUNK.search(text) is None:
        return text, identity(len(text))
    pieces: list[str] = []
    runs: list[Run] = []
    at = done = 0
    for m in _JUNK.finditer(text):
        lone = m.group() == "\r" and text[m.end() : m.end() + 1] != "\n"
        keep = m.start() + lone
        if keep > done:
            pieces.append(text[done : m.start()] + "\n" * lone)
            runs.append(Run(at, at + keep - done, 0, done, keep - done))
            at += keep - done
        done = m.end()
    if done < len(text):
        pieces.append(text[done:])
        runs.append(Run(at, at + len(text) - done, 0, done, len(text) - done))
    return "".join(pieces), Origin(OriginKind.TEXT, ("",), tuple(runs))
