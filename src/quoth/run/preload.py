"""What the server of workers imports: each worker is forked from it with this loaded.

The trained reader is not: its library may have threads, which no fork takes along.  Each worker
loads it once, for its first page.
"""

from __future__ import annotations

from quoth.annotate import PACK
from quoth.run.options import RunOptions
from quoth.run.page import SAMPLES, warm

for _kind in SAMPLES:
    warm(_kind, RunOptions(reader=PACK))
