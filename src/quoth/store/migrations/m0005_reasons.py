"""Why a decision was taken back."""

from __future__ import annotations

from sqlalchemy import Connection, text


def apply(connection: Connection) -> None:
    """Make the column, empty: nobody was asked before."""
    connection.execute(text("ALTER TABLE decision ADD COLUMN undone_reason TEXT"))
