"""Who may do what in a reading room."""

from __future__ import annotations

from enum import StrEnum

from quoth.store.accounts import Role


class Right(StrEnum):
    """Something that not everybody may do."""

    READ = "read"
    """Read what the ledger holds."""
    TRY = "try"
    """Have a text or a page read that is not in the ledger."""
    EDIT = "edit"
    """Correct, and add pages."""
    ADMINISTER = "administer"
    """Make, change and close accounts."""


_OWNER = frozenset({Right.READ, Right.TRY, Right.EDIT})
_RIGHTS: dict[Role, frozenset[Right]] = {
    Role.READER: frozenset({Right.READ, Right.TRY}),
    Role.EDITOR: _OWNER,
    Role.ADMINISTRATOR: frozenset(Right),
}


def rights(role: Role | None, accounts: bool, private: bool = False) -> frozenset[Right]:
    """What somebody may do.

    Args:
        role: of the account that is logged in; None if nobody is.
        accounts: whether changing anything takes an account: if not, the one who reads is the
            owner of the ledger.
        private: whether reading takes an account too.
    """
    if not accounts:
        return _OWNER
    if role is None:
        return frozenset() if private else frozenset({Right.READ})
    return _RIGHTS[role]
