from __future__ import annotations

from pathlib import Path

import nets_support
import pytest


@pytest.fixture(scope="session")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of random weights, not to be changed."""
    return nets_support.write(tmp_path_factory.mktemp("weights"))


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A folder of random weights of one's own."""
    return nets_support.write(tmp_path)
