"""What the server of workers imports: each worker is forked from it with everything loaded."""

from __future__ import annotations

from quoth.run.options import RunOptions
from quoth.run.page import SAMPLES, warm

for _kind in SAMPLES:
    warm(_kind, RunOptions())
