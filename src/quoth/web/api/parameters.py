"""Parameters that several addresses of the API share."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any, Literal

from fastapi import Path, Query
from pydantic import BaseModel, ConfigDict, Field

from quoth.model import Form, SourceType, VenueType
from quoth.store.views.filter import LONGEST, Filter

ID = "^[0-9a-f]{16,64}$"
Ident = Annotated[str, Path(pattern=ID, description="a whole id")]
"""The id of an article, a statement or an actor."""

PAGE = 50
"""Items of a page, at most."""
CURSOR = 200
"""Characters of a cursor, at most."""


def given(words: str, **rules: Any) -> Any:
    """A parameter that may be left out, and is empty then.

    Args:
        words: what it says, for the description.
        rules: what a value must fit.
    """
    return Field("", description=words, json_schema_extra=_no_default, **rules)


def day(words: str) -> Any:
    """A parameter that is a day and may be left out."""
    return Field(
        "",
        pattern=r"^\d{4}-\d\d-\d\d$",
        description=words,
        json_schema_extra=_date,
    )


def text(words: str) -> Any:
    """A parameter that is any text and may be left out."""
    return given(words, max_length=LONGEST)


def one_of(kind: type[Enum]) -> Any:
    """The type of a parameter that has one of the values of an enumeration."""
    return Literal[tuple(one.value for one in kind)]


def _no_default(schema: dict[str, Any]) -> None:
    # "" is none of the values that it may be given
    schema.pop("default", None)


def _date(schema: dict[str, Any]) -> None:
    schema.pop("default", None)
    schema.pop("pattern", None)
    schema["format"] = "date"


class Paging(BaseModel):
    """Which page of a list.

    Attributes:
        cursor: the `next` of the page before.
        limit: how many items at most.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    cursor: str = given("`next` of the page before", max_length=CURSOR, pattern="^[A-Za-z0-9_-]+$")
    limit: int = Field(PAGE, ge=1, le=PAGE, description="how many items at most")


Page = Annotated[Paging, Query()]
"""The parameters of a list."""


class Choosing(BaseModel):
    """Which statements: those that fit every parameter that is given."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    q: str = text("words of the content, the source or the speaker")
    entity: str = given("id of the actor that speaks", pattern=ID)
    language: str = text("of the statement, BCP 47; pt fits pt-BR too")
    kind: one_of(SourceType) = given("of the source")  # type: ignore[valid-type]
    form: one_of(Form) = given("how the words are rendered")  # type: ignore[valid-type]
    hedge: Literal["yes", "no"] = given("whether the page has a word of doubt")
    since: str = day("published on this day or later")
    until: str = day("published on this day or before")
    said_since: str = day("said on this day or later")
    said_until: str = day("said on this day or before")
    venue: one_of(VenueType) = given("the occasion")  # type: ignore[valid-type]
    country: str = given("where it was said, ISO 3166-1 alpha-2", pattern="^[A-Za-z]{2}$")
    place: str = text("where it was said, by its usual name")
    outlet: str = text("who published it")
    relay: str = text("who passed it on")
    names: str = given("GeoNames id of a place that it mentions", pattern="^[0-9]{1,15}$")
    article: str = given("id of the article that has it", pattern=ID)

    @property
    def filter(self) -> Filter:
        """The filter.

        Raises:
            UsageError: if a value is none that its field can have (`bad-filter`, `no-words`).
        """
        return Filter.of({name: getattr(self, name) for name in Choosing.model_fields})


class Wanted(Choosing, Paging):
    """Which page of the statements that fit every parameter that is given."""
