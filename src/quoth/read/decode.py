"""Bytes to text: marks, declared encodings that may be wrong, UTF-16 without a mark, guesses."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from quoth.errors import NotReadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    b"PK\x03\x04",
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"\x1f\x8b",
    *(b"BZh%d1AY&SY" % level for level in range(1, 10)),
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"\x28\xb5\x2f\xfd",
    b"Rar!\x1a",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
    b"SQLite format 3\x00",
    b"OggS\x00",
    b"ID3\x02",
    b"ID3\x03",
    b"ID3\x04",
    b"\x00\x00\x01\x00",
)
_SAMPLE = 65536
_META = re.compile(rb"""charset\s{0,8}=\s{0,8}["']?\s{0,8}([A-Za-z0-9_.:-]{2,30})""", re.I)
# what the web means by these names (WHATWG Encoding Standard)
_WEB = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}
# encodings that news in the languages of the packs and their neighbours is found in
_GUESSES = [
    *("cp1252", "cp1251", "cp1256", "cp1254", "cp1250", "cp1253", "cp1255", "cp1257"),
    *("koi8_r", "koi8_u", "cp866", "iso8859_5", "iso8859_6", "iso8859_2"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
]
# more accented than plain letters: no language in a Latin script is written so
_MOSTLY = 0.5
_TORN = 3  # bytes of a UTF-8 character that a cut may leave
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b\x00"))


@dataclass(frozen=True, slots=True)
class Decoded:
    """Decoded bytes.

    Attributes:
        text: equal to `body.decode(charset, "replace")`; a UTF-8 byte-order mark is kept.
        charset: name of a Python codec.
        trusted: False where the encoding was guessed or did not fit everywhere.
    """

    text: str
    charset: str
    trusted: bool


def decode(body: bytes, *, declared: str | None = None, html: bool = False) -> Decoded:
    """Decode the bytes of a page.

    Args:
        declared: the encoding that a header names; tried, and survived where it is wrong.
        html: whether a `<meta charset>` may name the encoding.

    Raises:
        NotReadable: `empty` without any bytes, `binary` for what is not text.
    """
    if not body:
        raise NotReadable("the input is empty", "empty")
    for mark, charset in _MARKS:
        if body.startswith(mark):
            return Decoded(body.decode(charset, "replace"), charset, True)
    _refuse_magic(body)
    wide = _utf16(body)
    if wide is not None:
        return Decoded(body.decode(wide, "replace"), wide, True)
    _refuse_binary(body)
    return _marked(body, declared, html)


def _marked(body: bytes, declared: str | None, html: bool) -> Decoded:
    names = [declared, _meta(body)] if html else [declared]
    known = [name for name in map(_codec, names) if name is not None]
    if b"\x1b" in body[:_SAMPLE]:
        # shift sequences are ASCII bytes: they would pass for UTF-8
        for name in [n for n in known if n.startswith(("iso2022", "hz"))]:
            return Decoded(body.decode(name, "replace"), name, True)
    utf8 = _utf8(body)
    if utf8 is not None:
        return utf8
    for name in known:
        text = _fits(body, name)
        if text is not None:
            return Decoded(text, name, True)
    return _guess(body)


def _refuse_magic(body: bytes) -> None:
    riff = body.startswith(b"RIFF") and body[8:12] in (b"WAVE", b"WEBP", b"AVI ")
    if riff or body.startswith(_MAGIC):
        raise NotReadable("not a text: the input is a binary file", "binary")


def _refuse_binary(body: bytes) -> None:
    sample = body[:_SAMPLE]
    nuls = sample.count(0)
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if nuls * 10 > len(sample) or controls * 20 > len(sample) or (nuls and controls > nuls + 8):
        raise NotReadable("not a text: the input is full of control bytes", "binary")


def _utf16(body: bytes) -> str | None:
    """UTF-16 without a mark shows by its NUL bytes on one side of each pair."""
    sample = body[: _SAMPLE - _SAMPLE % 2]
    if 0 not in sample or len(sample) < 4:
        return None
    best = max(("utf-16-le", "utf-16-be"), key=lambda c: _spaces(sample, c))
    text = sample.decode(best, "replace")
    common = sum(1 for c in text if _common(c))
    return best if common >= 0.7 * len(text) else None


def _spaces(sample: bytes, charset: str) -> int:
    zeros = sample[1::2] if charset == "utf-16-le" else sample[0::2]
    return zeros.count(0)


def _common(char: str) -> bool:
    code = ord(char)
    return 32 <= code < 0x700 or code in (9, 10, 13) or 0x2010 <= code < 0x2070


def _utf8(body: bytes) -> Decoded | None:
    try:
        return Decoded(body.decode("utf-8"), "utf-8", True)
    except UnicodeDecodeError as err:
        torn = err.reason == "unexpected end of data" and err.start >= len(body) - _TORN
        if torn:
            return Decoded(body.decode("utf-8", "replace"), "utf-8", True)
    text = body.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", "ignore")) - broken
    return Decoded(text, "utf-8", False) if whole > 4 * broken else None


def _meta(body: bytes) -> str | None:
    found = _META.search(body, 0, 4096)
    return found.group(1).decode("ascii") if found else None


def _codec(name: str | None) -> str | None:
    if not name:
        return None
    try:
        known = codecs.lookup(name.strip()).name
        "".encode(known)
    except (LookupError, ValueError):
        return None
    return _WEB.get(known, known)


def _fits(body: bytes, charset: str) -> str | None:
    try:
        text = body.decode(charset)
    except UnicodeDecodeError:
        return None
    return text if _plausible(text[:_SAMPLE], charset) else None


def _plausible(text: str, charset: str) -> bool:
    """Cyrillic or Arabic taken for Latin shows as words of accented letters only."""
    if charset not in ("cp1252", "cp1254", "cp1250", "iso8859-2", "iso8859-15"):
        return True
    letters = [c for c in text if c.isalpha()]
    accented = sum(1 for c in letters if c > "\x7f")
    return accented <= _MOSTLY * len(letters)


def _guess(body: bytes) -> Decoded:
    sample = body[:_SAMPLE]
    best = from_bytes(sample, cp_isolation=_GUESSES, threshold=0.4).best()
    charset = best.encoding if best is not None else "cp1252"
    return Decoded(body.decode(charset, "replace"), charset, False)
