"""Templates: everything is escaped, and what is missing is an error."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from quoth.web import words


@cache
def environment(language: str) -> Environment:
    """The templates in a language of the interface."""
    made = Environment(
        loader=PackageLoader("quoth.web"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.install_gettext_translations(words.catalogue(language), newstyle=True)  # type: ignore[attr-defined]
    return made
