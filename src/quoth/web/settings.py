"""How a reading room is run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """What the one who starts a reading room chooses.

    Attributes:
        ledger: the file; made by `quoth add`.
        address: where readers reach it (`https://room.example`), without a slash at its end; for
            feeds and links that leave the page.  Empty: as the request has it.
        accounts: whether changing anything takes an account; a ledger on one's own machine
            needs none.
    """

    ledger: Path
    address: str = ""
    accounts: bool = False
