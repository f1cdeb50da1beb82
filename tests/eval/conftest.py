from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

EVAL = Path(__file__).resolve().parents[2] / "eval"


@pytest.fixture(scope="session")
def evaluation() -> Iterator[Callable[[str], ModuleType]]:
    """Gives a module of eval/, which is no package."""
    sys.path.insert(0, str(EVAL))
    yield importlib.import_module
    sys.path.remove(str(EVAL))
