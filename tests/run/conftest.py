"""What several tests of this folder start from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quoth.store import Ledger, open_ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with open_ledger(tmp_path / "l") as opened:
        yield opened
