"""Fetching for somebody else: what is refused, also after redirects, and however it is written."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis.strategies import ip_addresses

from quoth.errors import FetchFailed, LimitExceeded
from quoth.read import ReadOptions, captures
from quoth.read.fetch import fetch
from quoth.read.guard import Address, Guard, is_public

MANY = 1_000_000
_SPECIAL = """
127.0.0.1 127.8.8.8 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 0.0.0.0
100.64.0.1 192.0.0.192 198.18.0.1 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
::1 :: ::ffff:127.0.0.1 ::ffff:8.8.8.8 64:ff9b::7f00:1 fe80::1 fe80::1%1 fc00::1 fd12::1
fec0::1 ff02::1 2002:7f00:1:: 2001:0:1::1 2001:db8::1 100::1
"""
_OTHERS = """
8.8.8.8 9.255.255.255 11.0.0.0 172.15.255.255 172.32.0.0 193.0.0.1 2001:4860:4860::8888
2606:4700::1111 2a00:1450::1
"""


class _Site(BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if self.path.startswith("/to?"):
            self.send_response(302)
            self.send_header("Location", self.path[4:])
            self.end_headers()
        elif self.path == "/flood":
            self._flood()
        elif self.path == "/drip":
            self._drip()
        else:
            self.send_response(200)
            self.send_header("Content-Type", "text/plain; charset=utf-8")
            self.end_headers()
            self.wfile.write(b"The bridge is closed.")

    def _flood(self) -> None:
        self.send_response(302)
        self.send_header("Location", "/page")
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"x" * 65536)
        except OSError:
            return

    def _drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    def log_message(self, *_: Any) -> None:
        return


@pytest.fixture
def port() -> Iterator[int]:
    _Site.asked.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), _Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def _loopback(address: Address) -> bool:
    return address.is_loopback


def open_to(port: int, seconds: float = 10) -> Guard:
    """A guard that takes the test's own site for public."""
    return Guard(seconds, frozenset({port}), _loopback)


def names(monkeypatch: pytest.MonkeyPatch, **table: list[str]) -> list[str]:
    """Have names lead to addresses; gives the names that were looked up."""
    real, asked = socket.getaddrinfo, []

    def told(host: str, port: int, *args: Any, **more: Any) -> list[Any]:
        asked.append(host)
        found = table.get(host.replace(".", "_"), [host])
        return [one for address in found for one in real(address, port, *args, **more)]

    monkeypatch.setattr(socket, "getaddrinfo", told)
    return asked


@pytest.mark.parametrize(
    "address",
    _SPECIAL.split(),
)
def test_special_addresses_are_not_public(address: str):
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    _OTHERS.split(),
)
def test_others_are(address: str):
    assert is_public(ip_address(address))


@given(ip_addresses())
def test_no_address_that_python_knows_as_special_is_public(address: Address):
    special = address.is_private or address.is_loopback or address.is_link_local
    special = special or address.is_multicast or address.is_reserved or address.is_unspecified
    assert not (special and is_public(address))


@given(ip_addresses(v=4))
def test_no_address_of_ipv4_is_public_inside_one_of_ipv6(address: IPv4Address):
    for prefix in (0xFFFF << 32, 0x64FF9B << 96, 0x2002 << 112 | int(address) << 48):
        assert not is_public(IPv6Address(prefix | int(address)))


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://0.0.0.0/",
        "http://10.0.0.1/",
        "https://192.168.0.1/",
        "http://someone:word@8.8.8.8/",
        "http://8.8.8.8:22/",
        "http://8.8.8.8:0/",
        "http://8.8.8.8:99999/",
    ],
)
def test_what_is_not_public_is_refused_however_it_is_written(url: str):
    with pytest.raises(FetchFailed) as raised:
        fetch(url, MANY, Guard(5))
    assert raised.value.code == "address-refused"


def test_a_page_within_the_guard_is_fetched(port: int):
    assert (
        fetch(f"http://127.0.0.1:{port}/page", MANY, open_to(port)).body == b"The bridge is closed."
    )


def test_a_name_that_leads_to_a_private_address_is_refused(
    port: int, monkeypatch: pytest.MonkeyPatch
):
    names(monkeypatch, inner_example=["127.0.0.1"])
    guard = Guard(5, frozenset({port}))
    with pytest.raises(FetchFailed) as raised:
        fetch(f"http://inner.example:{port}/", MANY, guard)
    assert raised.value.code == "address-refused"
    assert "127" not in raised.value.message.replace(str(port), "")
    assert not _Site.asked


def test_one_private_address_among_others_is_enough(monkeypatch: pytest.MonkeyPatch):
    names(monkeypatch, both_example=["8.8.8.8", "10.0.0.1"])
    with pytest.raises(FetchFailed) as raised:
        fetch("http://both.example/", MANY, Guard(5))
    assert raised.value.code == "address-refused"


def test_the_name_is_looked_up_once_and_what_was_checked_is_asked(
    port: int, monkeypatch: pytest.MonkeyPatch
):
    asked = names(monkeypatch, page_example=["127.0.0.1"])
    fetch(f"http://page.example:{port}/", MANY, open_to(port))
    assert asked == ["page.example"]


@pytest.mark.parametrize(
    "to",
    ["http://10.0.0.1/", "http://[::1]:{port}/", "//inner.example:{port}/x", "http://127.0.0.1:1/"],
)
def test_a_redirect_to_what_is_not_permitted_is_refused(
    to: str, port: int, monkeypatch: pytest.MonkeyPatch
):
    names(monkeypatch, inner_example=["192.168.7.7"])
    guard = Guard(5, frozenset({port, 80}), lambda a: str(a) == "127.0.0.1")
    with pytest.raises(FetchFailed) as raised:
        fetch(f"http://127.0.0.1:{port}/to?{to.format(port=port)}", MANY, guard)
    assert raised.value.code == "address-refused"
    assert len(_Site.asked) == 1


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://example.org/", "gopher://8.8.8.8/"])
def test_a_redirect_to_what_is_no_web_address_is_refused(to: str, port: int):
    with pytest.raises(FetchFailed):
        fetch(f"http://127.0.0.1:{port}/to?{to}", MANY, open_to(port))


def test_redirects_end(port: int):
    inner = "/to?" * 20 + "/page"
    with pytest.raises(FetchFailed, match="again and again"):
        fetch(f"http://127.0.0.1:{port}{inner}", MANY, open_to(port))


@pytest.mark.parametrize("guarded", [True, False])
def test_the_body_of_a_redirect_is_not_read(port: int, guarded: bool):
    found = fetch(f"http://127.0.0.1:{port}/flood", MANY, open_to(port) if guarded else None)
    assert found.body == b"The bridge is closed."


def test_a_page_that_comes_letter_by_letter_ends_with_the_time(port: int):
    began = time.monotonic()
    with pytest.raises(FetchFailed):
        fetch(f"http://127.0.0.1:{port}/drip", MANY, open_to(port, seconds=0.5))
    assert time.monotonic() - began < 5


def test_a_handshake_that_never_ends_ends_with_the_time():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        began = time.monotonic()
        with pytest.raises(FetchFailed):
            fetch(f"https://127.0.0.1:{port}/", MANY, open_to(port, seconds=0.5))
    assert time.monotonic() - began < 5


def test_more_bytes_than_allowed_are_not_read(port: int):
    with pytest.raises(LimitExceeded):
        fetch(f"http://127.0.0.1:{port}/page", 10, open_to(port))


def test_no_proxy_is_asked(port: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{port}")
    with pytest.raises(FetchFailed) as raised:
        fetch("http://10.0.0.1/", MANY, Guard(5))
    assert raised.value.code == "address-refused"
    assert not _Site.asked


def test_reading_takes_the_guard_of_its_options(port: int):
    url = f"http://127.0.0.1:{port}/page"
    (refused,) = captures(url, ReadOptions(guard=Guard(5, frozenset({port}))))
    assert getattr(refused, "code", "") == "address-refused"
    (read,) = captures(url, ReadOptions(guard=open_to(port)))
    assert getattr(read, "body", b"") == b"The bridge is closed."
