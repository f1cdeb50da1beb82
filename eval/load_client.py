"""A reader over HTTP that costs little: one connection, one page at a time."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

_END = b"\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back.

    Attributes:
        status: of HTTP.
        seconds: from sending to the last byte.
        size: bytes of the body.
    """

    status: int
    seconds: float
    size: int


class Client:
    """One reader's connection, made anew where the server closed it."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._host, self._port = parts.hostname or "", parts.port or 80
        self._pipe: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str) -> Answer:
        """Fetch a page."""
        begun = time.perf_counter()
        for last in (False, True):
            try:
                if self._pipe is None:
                    self._pipe = await asyncio.open_connection(self._host, self._port)
                status, size = await self._exchange(path)
                return Answer(status, time.perf_counter() - begun, size)
            except (OSError, asyncio.IncompleteReadError):
                self.close()  # an idle connection is closed after a while
                if last:
                    raise
        raise AssertionError

    def close(self) -> None:
        """Close the connection."""
        if self._pipe is not None:
            self._pipe[1].close()
            self._pipe = None

    async def _exchange(self, path: str) -> tuple[int, int]:
        assert self._pipe is not None
        reader, writer = self._pipe
        told = f"GET {path} HTTP/1.1\r\nHost: {self._host}:{self._port}\r\nAccept: */*\r\n\r\n"
        writer.write(told.encode())
        await writer.drain()
        head = (await reader.readuntil(_END)).lower()
        status = int(head.split(b" ", 2)[1])
        if b"transfer-encoding: chunked" in head:
            return status, await self._chunks(reader)
        size = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0] or b"0")
        await reader.readexactly(size)
        return status, size

    async def _chunks(self, reader: asyncio.StreamReader) -> int:
        total = 0
        while size := int((await reader.readuntil(b"\r\n")).strip(), 16):
            await reader.readexactly(size + 2)
            total += size
        await reader.readuntil(b"\r\n")
        return total
