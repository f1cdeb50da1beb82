"""Templates: everything is escaped, and what is missing is an error."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any

from babel.support import NullTranslations
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from quoth.web import words
from quoth.web.moments import hundredths
from quoth.web.reasons import explained
from quoth.web.shorten import short


@cache
def environment(language: str) -> Environment:
    """The templates in a language of the interface."""
    made = Environment(
        loader=PackageLoader("quoth.web"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,  # what runs keeps its templates where Quoth is updated under it
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["short"] = short
    made.filters["hundredths"] = partial(hundredths, language)
    made.filters["explained"] = partial(explained, language)
    made.install_gettext_translations(words.catalogue(language), newstyle=True)  # type: ignore[attr-defined]
    made.globals["gettext"] = made.globals["_"] = _messages(words.catalogue(language))
    return made


def _messages(catalogue: NullTranslations) -> Callable[..., Markup]:
    """Gives messages as the extension does, those without a variable from a table.

    A page of a list has a thousand of them; to look each up and to fill nothing into it takes a
    third of the time of the page.
    """
    known: dict[str, Markup] = {}

    def message(text: str, /, **variables: Any) -> Markup:
        if variables:
            return Markup(catalogue.gettext(text)) % variables  # noqa: S704
        found = known.get(text)
        if found is None:
            found = known[text] = Markup(catalogue.gettext(text)) % {}  # noqa: S704
        return found

    return message
