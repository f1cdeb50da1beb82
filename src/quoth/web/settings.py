"""How a reading room is run."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from quoth.read.guard import Guard

_SELF = frozenset({"localhost", "localhost.localdomain"})


@dataclass(frozen=True, slots=True)
class Settings:
    """What the one who starts a reading room chooses.

    Attributes:
        ledger: the file; made by `quoth add`.
        address: where readers reach it (`https://room.example`), without a slash at its end; for
            feeds and links that leave the page.  Empty: as the request has it.
        accounts: whether changing anything takes an account; a ledger on one's own machine
            needs none.
        private: whether reading takes an account too.
        hosts: names besides that of `address` and those of one's own machine by which readers
            may ask for it.
        reader: the statement reader for what is read at once; empty for the best one whose
            weights are there.
        guard: what fetching pages for readers is confined to.
    """

    ledger: Path
    address: str = ""
    accounts: bool = False
    private: bool = False
    hosts: tuple[str, ...] = ()
    reader: str = ""
    guard: Guard = field(default_factory=Guard)

    @property
    def secure(self) -> bool:
        """Whether readers reach it by https alone."""
        return self.address.lower().startswith("https://")

    def answers_to(self, host: str) -> bool:
        """Whether a request for this host (a Host header, with or without a port) is answered.

        A web page elsewhere can give a name of its own the address of this machine, and would then
        read the ledger through its reader's browser.  It cannot do so with names that it does
        not hold, nor with a bare address.
        """
        name = host_of(host)
        known = {host_of(h) for h in self.hosts} | {urlsplit(self.address).hostname or ""}
        return bool(name) and (name in _SELF or name in known or is_address(name))


def host_of(host: str) -> str:
    """The name in a Host header, in small letters, without port, brackets and final dot."""
    try:
        return (urlsplit(f"//{host}").hostname or "").removesuffix(".")
    except ValueError:
        return ""


def is_address(name: str) -> bool:
    """Whether a host is a bare address, not a name."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def is_own_machine(host: str) -> bool:
    """Whether what listens at this address can be reached from this machine alone."""
    return host in _SELF or (is_address(host) and ip_address(host).is_loopback)
