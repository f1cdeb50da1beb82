"""What is refused before a room sees it: hosts that are not ours, bodies too large or too slow."""

from __future__ import annotations

import asyncio

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from quoth.web.settings import Settings

BODY = 3_500_000
"""Bytes of a request: the longest text that may be read at once, as browsers send a form."""
BODY_SECONDS = 30.0
"""Seconds in which a request has to be here."""
LONGEST_ADDRESS = 8_000
"""Bytes of the path and the query of a request, each."""


class Gate:
    """Middleware that answers to the hosts of the settings alone, and takes no body without end."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refused = self._refused(scope)
        if refused is not None:
            await refused(scope, receive, send)
            return
        names = {name for name, _ in scope["headers"]}
        if names.isdisjoint((b"content-length", b"transfer-encoding")):  # there is no body
            await self._app(scope, receive, send)
            return
        bounded = _Bounded(receive)
        await self._app(scope, bounded.receive, bounded.around(send))

    def _refused(self, scope: Scope) -> PlainTextResponse | None:
        headers = dict(scope["headers"])
        host = headers.get(b"host", b"").decode("latin-1")
        if not self._settings.answers_to(host):
            return PlainTextResponse("Not a host of this reading room.\n", 421)
        if max(len(scope.get("raw_path") or b""), len(scope["query_string"])) > LONGEST_ADDRESS:
            return PlainTextResponse("The address is too long.\n", 414)
        told = headers.get(b"content-length", b"0")
        if not told.isdigit() or int(told[:20]) > BODY:
            return _too_large()
        return None


def _too_large() -> PlainTextResponse:
    return PlainTextResponse("The request is too large.\n", 413, {"connection": "close"})


class _Bounded:
    """The body of one request, which may be so large and take so long."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._size = 0
        self._whole = False
        self._end = asyncio.get_running_loop().time() + BODY_SECONDS
        self._refusal: PlainTextResponse | None = None

    async def receive(self) -> Message:
        if self._whole:  # what comes now is that the reader has gone, which may take its time
            return await self._receive()
        left = self._end - asyncio.get_running_loop().time()
        try:
            message = await asyncio.wait_for(self._receive(), max(left, 0.001))
        except TimeoutError:
            text = "The request took too long.\n"
            return self._gone(PlainTextResponse(text, 408, {"connection": "close"}))
        self._size += len(message.get("body", b""))
        if self._size > BODY:
            return self._gone(_too_large())
        self._whole = not message.get("more_body", False)
        return message

    def _gone(self, refusal: PlainTextResponse) -> Message:
        # whoever reads the body stops as it does when the reader has gone; see `around`
        self._refusal = refusal
        self._whole = True
        return {"type": "http.disconnect"}

    def around(self, send: Send) -> Send:
        """Sends the refusal in the place of whatever the room makes of half a body."""
        begun = False

        async def sent(message: Message) -> None:
            nonlocal begun
            if self._refusal is None:
                await send(message)
            elif not begun:
                begun = True
                await _sent_whole(self._refusal, send)

        return sent


async def _sent_whole(answer: PlainTextResponse, send: Send) -> None:
    headers = answer.raw_headers
    await send({"type": "http.response.start", "status": answer.status_code, "headers": headers})
    await send({"type": "http.response.body", "body": answer.body})
