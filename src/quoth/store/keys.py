"""Which page a source is: the same page read again has the same key."""

from __future__ import annotations

from pathlib import Path

from quoth.model import Source


def page_key(source: Source) -> str:
    """The key of the page: archive and record id; else its address; else its resolved path.

    What comes from standard input has no place, so that each content is a page of its own.
    """
    if source.archive is not None:
        archive = source.archive if source.archive == "-" else str(Path(source.archive).resolve())
        return f"{archive}#{source.page}"
    if source.url is not None:
        return source.url
    if source.page == "-":
        return f"-#{source.sha256}"
    return source.page if "://" in source.page else str(Path(source.page).resolve())
