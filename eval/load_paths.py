"""What the readers of a load test ask for: pages of a ledger, the known ones more often."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import TypeVar
from urllib.parse import quote

from sqlalchemy import Connection, select

from big_world import COMMON, LANGUAGES
from quoth.store import Ledger, schema

SHARES = {
    "front": 10,
    "article": 22,
    "statement": 10,
    "actor": 10,
    "actors": 3,
    "search": 12,
    "search, filtered": 6,
    "timeline": 5,
    "map": 3,
    "archive": 5,
    "feed": 3,
    "api article": 3,
    "api statement": 2,
    "api actor": 2,
    "api search": 3,
    "api timeline": 1,
}
"""Of a hundred pages how many are of which kind."""
_KNOWN = 2_000
T = TypeVar("T")


class Paths:
    """Addresses of pages, at random.

    Args:
        seed: of the choice.
    """

    def __init__(self, ledger: Ledger, seed: int = 3) -> None:
        self._random = random.Random(seed)  # noqa: S311
        ledger.ask(self._look)

    def _look(self, connection: Connection) -> None:
        s, a, m, e = (
            t.c for t in (schema.statement, schema.article, schema.membership, schema.entity)
        )
        last = connection.execute(select(a.key).order_by(a.key.desc()).limit(1)).scalar_one()
        keys = self._random.sample(range(1, last + 1), min(_KNOWN, last))
        rows = connection.execute(select(a.id, a.day).where(a.key.in_(keys))).all()
        self._articles = [row.id for row in rows]
        self._days: list[str] = sorted({row.day for row in rows if row.day})
        said = select(s.id, s.outlet).where(s.article_id.in_(self._articles[:500]))
        found = connection.execute(said).all()
        self._statements = [row.id for row in found]
        self._outlets = [row.outlet for row in found if row.outlet]
        # drawn by members: who is named often is looked up often
        named = select(e.id).join(schema.membership, m.entity == e.key)
        self._actors = connection.execute(named.where(m.article.in_(keys[:500]))).scalars().all()

    def one(self) -> tuple[str, str]:
        """A kind and an address."""
        kind = self._random.choices(tuple(SHARES), tuple(SHARES.values()))[0]
        return kind, self.of(kind)

    def of(self, kind: str) -> str:
        """An address of a kind."""
        of: dict[str, Callable[[], str]] = {
            "front": lambda: "/",
            "article": lambda: f"/articles/{self._pick(self._articles)}",
            "statement": lambda: f"/statements/{self._pick(self._statements)}",
            "actor": lambda: f"/actors/{self._pick(self._actors)}",
            "actors": lambda: "/actors",
            "search": lambda: f"/search?q={self._words()}",
            "search, filtered": lambda: f"/search?q={self._words()}&{self._filter()}",
            "timeline": lambda: f"/timeline?at={self._day()[: self._pick((4, 7, 10))]}",
            "map": lambda: "/map",
            "archive": lambda: "/archive/" + self._archive(),
            "feed": lambda: f"/feeds/actors/{self._pick(self._actors)}.atom",
            "api article": lambda: f"/api/v1/articles/{self._pick(self._articles)}",
            "api statement": lambda: f"/api/v1/statements/{self._pick(self._statements)}",
            "api actor": lambda: f"/api/v1/actors/{self._pick(self._actors)}",
            "api search": lambda: f"/api/v1/search?q={self._words()}",
            "api timeline": lambda: f"/api/v1/timeline?at={self._day()[:7]}",
        }
        return of[kind]()

    def _pick(self, some: Sequence[T]) -> T:
        return self._random.choice(some)

    def _day(self) -> str:
        return self._pick(self._days)

    def _archive(self) -> str:
        year, month, day = self._day().split("-")
        return self._pick((year, f"{year}/{month}", f"{year}/{month}/{day}"))

    def _words(self) -> str:
        words = [self._pick(COMMON) for _ in range(self._random.choice((1, 1, 2, 3)))]
        said = " ".join(words)
        return quote(f'"{said}"' if len(words) == 2 and self._random.random() < 0.3 else said)

    def _filter(self) -> str:
        day = self._day()
        outlet = quote(self._pick(self._outlets))
        language = self._pick([code for code, _ in LANGUAGES])
        return self._pick(
            (
                f"language={language}",
                "kind=anonymous",
                "form=direct",
                f"since={day}",
                f"outlet={outlet}",
                f"entity={self._pick(self._actors)}",
            )
        )
