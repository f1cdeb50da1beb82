"""The address of the API itself."""

from __future__ import annotations

from fastapi import Response
from fastapi.responses import RedirectResponse

from quoth.web.api.routes import ADDRESS
from quoth.web.api.routes import router as api_router

router = api_router("home")


@router.get("", include_in_schema=False)
def home() -> Response:
    """To the description."""
    return RedirectResponse(ADDRESS, 307)
