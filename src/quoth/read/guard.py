"""What may be fetched for somebody who is not the owner of this machine: public addresses alone.

A name is looked up once, all its addresses are checked, and the connection goes to an address that
was checked: a name that answers otherwise the next time gains nothing.  The same holds for each
redirect, since it is a connection of its own.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

from quoth.errors import FetchFailed

Address = IPv4Address | IPv6Address

# the registries of special addresses (IANA), and what leads from IPv6 into IPv4
_SPECIAL = """
0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24
192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24
198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20
"""
_CLOSED = tuple(ip_network(net) for net in _SPECIAL.split())
_OPEN = ip_network("2000::/3")
_ATTEMPT = 10.0  # seconds for one connection


def is_public(address: Address) -> bool:
    """Whether anybody on the internet reaches this address: no private, local or shared one."""
    if address.version == 6 and address not in _OPEN:
        return False
    return not any(address in net for net in _CLOSED if net.version == address.version)


@dataclass(frozen=True, slots=True)
class Guard:
    """What a fetch is confined to.

    Attributes:
        seconds: for the whole fetch, redirects too.
        ports: that may be asked.
        permits: whether an address may be asked.
    """

    seconds: float = 20.0
    ports: frozenset[int] = frozenset({80, 443, 8080, 8443})
    permits: Callable[[Address], bool] = is_public


class Guarded:
    """One guarded fetch: its connections, and the clock that ends them.  A context manager."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._sockets: list[socket.socket] = []
        self._lock = threading.Lock()
        self._timer = threading.Timer(guard.seconds, self._ring)
        self._timer.daemon = True
        self.late = False
        """Whether the time is up; what was read before may be half of it."""

    def __enter__(self) -> Guarded:
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()

    def handlers(self) -> tuple[urllib.request.BaseHandler, ...]:
        """What opens addresses inside this fetch, for an OpenerDirector."""
        return _Plain(self), _Secure(self)

    def check(self, url: str) -> None:
        """Refuse an address by what it says.

        Raises:
            FetchFailed: `address-refused`.
        """
        parts = urlsplit(url)
        try:
            told = parts.port
        except ValueError:
            told = 0
        usual = 443 if parts.scheme.lower() == "https" else 80
        port = usual if told is None else told
        if port not in self._guard.ports or "@" in parts.netloc or not parts.hostname:
            raise _refused(url)

    def connect(self, host: str, port: int, timeout: float) -> socket.socket:
        """A connection to an address of a host, all of which are permitted."""
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        if not found or not all(self._guard.permits(ip_address(f[4][0])) for f in found):
            raise _refused(host)
        fault: OSError = OSError("no address")
        for family, kind, protocol, _, address in found[:4]:
            made = socket.socket(family, kind, protocol)
            self.keep(made)
            try:
                made.settimeout(min(timeout, _ATTEMPT))
                made.connect(address)
                return made
            except OSError as err:
                made.close()
                fault = err
        raise fault

    def keep(self, made: socket.socket) -> None:
        """Have a connection end with the time."""
        with self._lock:
            self._sockets.append(made)
            if self.late:
                made.close()

    def _ring(self) -> None:
        with self._lock:
            self.late = True
            for made in self._sockets:
                try:
                    made.shutdown(socket.SHUT_RDWR)
                except OSError:  # closed already
                    continue


def _refused(what: str) -> FetchFailed:
    # not which address it has: who asks could draw a map of the network in here
    return FetchFailed(f"{what} is not an address that may be fetched", "address-refused")


class _HTTP(http.client.HTTPConnection):
    def __init__(self, *args: Any, guarded: Guarded, **more: Any) -> None:
        super().__init__(*args, **more)
        self._guarded = guarded

    def connect(self) -> None:
        self.sock = self._guarded.connect(self.host, self.port, self.timeout or _ATTEMPT)


class _HTTPS(http.client.HTTPSConnection):
    def __init__(self, *args: Any, guarded: Guarded, **more: Any) -> None:
        self._trust = ssl.create_default_context()
        super().__init__(*args, context=self._trust, **more)
        self._guarded = guarded

    def connect(self) -> None:
        bare = self._guarded.connect(self.host, self.port, self.timeout or _ATTEMPT)
        # the handshake comes after, so that the clock can end it too
        made = self._trust.wrap_socket(
            bare, server_hostname=self.host, do_handshake_on_connect=False
        )
        self._guarded.keep(made)
        made.do_handshake()
        self.sock = made


class _Plain(urllib.request.HTTPHandler):
    def __init__(self, guarded: Guarded) -> None:
        super().__init__()
        self._guarded = guarded

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        self._guarded.check(req.full_url)
        return self.do_open(_HTTP, req, guarded=self._guarded)  # type: ignore[arg-type]


class _Secure(urllib.request.HTTPSHandler):
    def __init__(self, guarded: Guarded) -> None:
        super().__init__()
        self._guarded = guarded

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        self._guarded.check(req.full_url)
        return self.do_open(_HTTPS, req, guarded=self._guarded)  # type: ignore[arg-type]
