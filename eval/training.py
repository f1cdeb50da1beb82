"""Modules of train/ that evaluations share: those that need nothing but Quoth."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

TRAIN = Path(__file__).resolve().parents[1] / "train"


def module(name: str) -> ModuleType:
    """`train/<name>.py`, which lies on no path."""
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.spec_from_file_location(name, TRAIN / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    found = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found
