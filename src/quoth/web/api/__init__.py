"""The API, under /api/v1: every page's data as JSON."""

from fastapi import APIRouter

from quoth.web.api import (
    actors,
    archive,
    articles,
    corrections,
    home,
    places,
    search,
    statements,
    timeline,
)
from quoth.web.api.routes import ADDRESS, describe

ROUTERS: tuple[APIRouter, ...] = (
    home.router,
    articles.router,
    statements.router,
    actors.router,
    search.router,
    timeline.router,
    places.router,
    archive.router,
    corrections.router,
)
"""Every router of the API; each is a file."""

__all__ = ["ADDRESS", "ROUTERS", "describe"]
