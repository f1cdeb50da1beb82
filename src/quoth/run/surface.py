"""The functions of the public surface.  They raise where `readings` would give issues."""

from __future__ import annotations

from collections.abc import Iterator

from quoth.annotate import ReaderOptions
from quoth.errors import FetchFailed, InputError, LimitExceeded, NotReadable
from quoth.model import Article, Issue, Reading
from quoth.read import ReadOptions, captures, pages
from quoth.read import article as article_of
from quoth.run.page import plan

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


def reading(article: Article, how: ReaderOptions) -> Reading:
    """An article with the marks of every annotator; the first fault is raised."""
    found = Reading(article)
    for annotator in plan(how):
        found = found.plus(annotator(found))
    return found


def _error(problem: Issue) -> InputError:
    kind = _CLASSES.get(problem.code, NotReadable)
    return kind(f"{problem.source.page}: {problem.message}", problem.code)
