"""The application: its rooms, and what lies around all of them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio.to_thread import current_default_thread_limiter
from fastapi import APIRouter, Depends, FastAPI
from fastapi.staticfiles import StaticFiles

from quoth import __version__
from quoth.run.at_once import Desk
from quoth.store import open_ledger
from quoth.web import api, errors
from quoth.web.entry import entered
from quoth.web.gate import Gate
from quoth.web.keeping import Forgetting, Keeping
from quoth.web.patience import Patience
from quoth.web.rooms import (
    account,
    actors,
    archive,
    article,
    correcting,
    corrections,
    export,
    feeds,
    front,
    language,
    places,
    reading,
    search,
    statement,
    timeline,
)
from quoth.web.settings import Settings
from quoth.web.shelf import Shelf
from quoth.web.surroundings import STATIC, Surroundings

THREADS = 12
"""Requests that a process answers at once; the others wait for their turn."""
ROOMS: tuple[APIRouter, ...] = (
    article.router,
    corrections.router,
    correcting.router,
    statement.router,
    account.router,
    actors.router,
    timeline.router,
    places.router,
    feeds.router,
    search.router,
    archive.router,
    export.router,
    front.router,
    language.router,
    reading.router,
    *api.ROUTERS,
)
"""Every room; each is a file of `quoth.web.rooms` that holds one `router`."""


def create_app(settings: Settings) -> FastAPI:
    """The application of a reading room; it opens the ledger when it starts.

    Raises:
        LedgerError: when it starts, if the ledger is missing or cannot be read.
    """

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        # more would only wait for each other: one of them runs at a time
        current_default_thread_limiter().total_tokens = THREADS
        with open_ledger(settings.ledger, create=False, readers=THREADS + 1) as ledger:
            app.state.ledger = ledger
            try:
                yield
            finally:
                app.state.desk.close()
                app.state.keeping.close()

    app = FastAPI(
        title="Quoth",
        version=__version__,
        lifespan=life,
        docs_url=None,
        redoc_url=None,
        openapi_url=api.ADDRESS,
        dependencies=[Depends(entered)],
    )
    api.describe(app)
    app.state.settings = settings
    app.state.patience = Patience()
    app.state.desk = Desk(settings.reader, settings.guard)
    app.state.shelf = Shelf(settings.ledger)
    app.state.keeping = Keeping()
    for router in ROOMS:
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    errors.install(app)
    app.add_middleware(Forgetting)
    # the last one is the outermost: what the gate refuses has the headers too
    app.add_middleware(Gate, settings=settings)
    app.add_middleware(Surroundings)
    return app
