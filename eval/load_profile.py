"""What the time of the reading room goes into: the pages of the load test, one after the other.

    python eval/load_profile.py LEDGER [PAGES]

Prints the share of each library in the time of the processor, then the slowest functions of Quoth.
A profile slows functions down that are called often, templates most of all.
"""

from __future__ import annotations

import cProfile
import pstats
import sys
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import anyio.to_thread
from fastapi.testclient import TestClient

from load_paths import Paths
from quoth.store import open_ledger
from quoth.web import Settings, create_app

PARTS = {
    "SQLite": ("sqlite3",),
    "SQLAlchemy": ("/sqlalchemy/",),
    "templates": ("/jinja2/", "/markupsafe/", "<template>", "/templates/"),
    "dates and numbers": ("/babel/",),
    "FastAPI, Starlette, pydantic": ("/fastapi/", "/starlette/", "/pydantic", "/anyio/"),
    "Quoth": ("/quoth/",),
}
"""Libraries by words in the places of their functions; the first that fits counts."""


class Profile:
    """The profile of functions that run in threads."""

    def __init__(self) -> None:
        self._profiles: dict[int, cProfile.Profile] = {}

    def around(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, profiled."""

        def profiled(*args: Any, **more: Any) -> Any:
            own = self._profiles.setdefault(threading.get_ident(), cProfile.Profile())
            own.enable()
            try:
                return function(*args, **more)
            finally:
                own.disable()

        return profiled

    def stats(self) -> pstats.Stats:
        """What was found."""
        first, *others = self._profiles.values()
        made = pstats.Stats(first)
        for other in others:
            made.add(other)
        return made


def main(ledger: Path, pages: int) -> None:
    """Profile."""
    with open_ledger(ledger, create=False) as opened:
        paths = Paths(opened)
    app, profile = create_app(Settings(ledger)), Profile()
    run = anyio.to_thread.run_sync
    anyio.to_thread.run_sync = lambda function, *args, **more: run(  # type: ignore[assignment]
        profile.around(function), *args, **more
    )
    with TestClient(app, base_url="http://127.0.0.1:8765") as client:
        for _ in range(pages):
            client.get(paths.one()[1])
    told = profile.stats()
    shares: Counter[str] = Counter()
    for (file, _, name), (_, _, own, _, _) in told.stats.items():  # type: ignore[attr-defined]
        place = f"{file}:{name}"
        part = next((p for p, words in PARTS.items() if any(w in place for w in words)), "Python")
        shares[part] += own
    total = shares.total()
    for part, seconds in shares.most_common():
        print(f"{part:30} {100 * seconds / total:5.1f} % {1000 * seconds / pages:7.1f} ms a page")
    told.sort_stats("cumtime").print_stats("quoth", 25)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 300)
