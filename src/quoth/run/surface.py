"""The functions of the public surface.  They raise where `readings` would give issues."""

from __future__ import annotations

from collections.abc import Iterator

from quoth.errors import FetchFailed, InputError, LimitExceeded, NotReadable
from quoth.model import Article, Issue
from quoth.read import ReadOptions, captures, pages
from quoth.read import article as article_of

_CLASSES: dict[str, type[InputError]] = {
    "too-large": LimitExceeded,
    "too-deep": LimitExceeded,
    "too-slow": LimitExceeded,
    "fetch-failed": FetchFailed,
}


def articles(target: str, options: ReadOptions | None = None) -> Iterator[Article]:
    """The articles of one target, as they are read; the first fault is raised."""
    chosen = options or ReadOptions()
    for page in pages((target,)):
        if isinstance(page, Issue):
            raise _error(page)
        for found in captures(page, chosen):
            if isinstance(found, Issue):
                raise _error(found)
            yield article_of(found, chosen)


def _error(problem: Issue) -> InputError:
    kind = _CLASSES.get(problem.code, NotReadable)
    return kind(f"{problem.source.page}: {problem.message}", problem.code)
