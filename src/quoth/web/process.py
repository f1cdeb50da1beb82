"""Processes that serve a reading room: one, or several that share a socket."""

from __future__ import annotations

import gc
import json
import os
import socket
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from uvicorn.supervisors import Multiprocess

from quoth.errors import UsageError
from quoth.web.app import create_app
from quoth.web.settings import Settings

_ROOM = "QUOTH_ROOM"
"""The variable by which a process that is started learns what to serve."""
_TOLD = ("address", "accounts", "private", "hosts", "reader")
"""Settings that it is told; the others are as they always are."""
_LAST_SECONDS = 5
"""Seconds that answers under way have when the room is closed."""
_WAITING = 512
"""Connections that may wait to be accepted."""


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens.

    Args:
        port: 0 for one that is free.

    Raises:
        UsageError: if nothing can listen there.
    """
    try:
        family, *_, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        made = socket.create_server(place[:2], family=family, backlog=_WAITING)
    except (OSError, UnicodeError) as error:
        told = getattr(error, "strerror", None) or error
        raise UsageError(f"nothing can listen at {host}, port {port}: {told}") from error
    # what is accepted takes it over; else each answer, which goes in two parts, waits 40 ms
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return made


def run(settings: Settings, at: socket.socket, workers: int = 1) -> None:
    """Serve a reading room until the process is interrupted or ended.

    Args:
        workers: processes that answer; each opens the ledger for itself.
    """
    if workers == 1:
        uvicorn.Server(_config(_made(settings))).run(sockets=[at])
        return
    told = {name: getattr(settings, name) for name in _TOLD}
    # of the C library: else each thread keeps memory of its own that it once needed
    os.environ.setdefault("MALLOC_ARENA_MAX", "2")
    os.environ[_ROOM] = json.dumps({**told, "ledger": str(settings.ledger)})
    config = _config(f"{__name__}:application", factory=True, workers=workers)
    Multiprocess(config, sockets=[at]).run()


def application() -> FastAPI:
    """The application of one of several processes."""
    told = json.loads(os.environ[_ROOM])
    told["ledger"], told["hosts"] = Path(told["ledger"]), tuple(told["hosts"])
    return _made(Settings(**told))


def _made(settings: Settings) -> FastAPI:
    app = create_app(settings)
    # what is there now stays: to look through it for garbage stops all requests for a while
    gc.collect()
    gc.freeze()
    return app


def _config(app: FastAPI | str, factory: bool = False, workers: int = 1) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        factory=factory,
        workers=workers,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=_LAST_SECONDS,
    )
