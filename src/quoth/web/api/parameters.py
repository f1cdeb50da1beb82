"""Parameters that several addresses of the API share."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path, Query
from pydantic import BaseModel, ConfigDict, Field

Ident = Annotated[str, Path(pattern="^[0-9a-f]{16,64}$", description="a whole id")]
"""The id of an article, a statement or an actor."""

PAGE = 50
"""Items of a page, at most."""
CURSOR = 200
"""Characters of a cursor, at most."""


class Paging(BaseModel):
    """Which page of a list.

    Attributes:
        cursor: the `next` of the page before.
        limit: how many items at most.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    cursor: str | None = Field(
        None,
        max_length=CURSOR,
        pattern="^[A-Za-z0-9._~=-]+$",
        description="`next` of the page before",
    )
    limit: int = Field(PAGE, ge=1, le=PAGE, description="how many items at most")


Page = Annotated[Paging, Query()]
"""The parameters of a list."""
