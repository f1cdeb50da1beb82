"""Pages that mean harm, and a ledger of them.

What is hostile calls `hurt()` where a browser runs it, or adds an element `<x-hurt>`.
"""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from web_support import made_ledger

TAG = "\"'><script>hurt()</script><x-hurt onmouseover=hurt()></x-hurt><img src=x onerror=hurt()>"
CLOSING = "</title></style></textarea></script></svg><script>hurt()</script>"
TEMPLATE = "{{ 7 * 191 }}{% raw %}${7*191}%(num)s %s \\u003cscript\\u003e"
TURNED = "\u202eeli\u2066 drow\u202b"
"""Turns the text around it where it is not isolated; never closed."""
MARKS = "Zal\u0317\u030d\u0334\u0489go" + "\u0301" * 60
LONG = "Anna" * 250_000
"""A name of a megabyte."""
WORDS = {
    "tag": TAG,
    "closing": CLOSING,
    "template": TEMPLATE,
    "turned": TURNED,
    "marks": MARKS,
    "long": LONG,
    "nul": "A\x00B\ufffe\U000e0041",
    "address": "javascript:hurt()",
    "query": "' OR 1=1 --; DROP TABLE statement; \" ) NEAR * ^ : AND OR NOT (",
}


def record(name: str, words: str) -> dict[str, str]:
    """A page in which everything that can be hostile is."""
    text = _text(words) if len(words) < 10_000 else f"“We rebuild,” said Maria {words} in London."
    return {
        "id": f"{words[:200]}/../../{name}",
        "text": text,
        "title": f"{words} — a title",
        "url": "javascript:hurt()//" + name,
        "site": words,
        "author": words,
        "published": "2031-05-03",
        "language": "en",
    }


def _text(words: str) -> str:
    return (
        f"{words} closes the bridge\n\n"
        f"“We will rebuild {words} before winter,” said Maria {words} Lund, the mayor of Paris.\n\n"
        f"Tomas Vik told the Daily {words} News in London that 20 ships {words} had left. "
        f"“{words},” said Minister Ada Quill. According to {words}, it begins on 3 May 2031.\n\n"
        f"Ada Quill is said to have {words}."
    )


def hostile_ledger(path: Path) -> Path:
    """A ledger of a page for each of WORDS, whose lists are hostile too."""
    pages = path.with_suffix(".jsonl")
    lines = (json.dumps(record(name, words)) for name, words in WORDS.items())
    pages.write_text("\n".join(lines), "utf-8")
    made_ledger(path, pages)
    _turn(path)
    return path


def _turn(path: Path) -> None:
    """Make hostile whatever of the lists a reader of pages would not have written so."""
    columns = {
        "statement": ("source_text", "cue_text", "hedge_text", "speaker", "place", "outlet"),
        "relay": ("name",),
        "placed": ("name",),
        "entity": ("name", "wikidata"),
        "entity_name": ("script",),
        "article": ("site",),
    }
    with sqlite3.connect(path) as connection:
        for table, names in columns.items():
            for name in names:
                # table and name are those above
                change = f"UPDATE {table} SET {name} = {name} || ? WHERE {name} IS NOT NULL"  # noqa: S608
                connection.execute(change, (TAG + TURNED,))
    connection.close()
