"""Everything that Quoth raises on purpose, as one tree.

    QuothError                code, message: what went wrong and what to do about it
    ├── InputError            an input that cannot be read as a page
    │   ├── NotReadable       missing, a directory without pages, no permission, not text at all
    │   ├── LimitExceeded     a page over a limit (bytes, depth, seconds)
    │   └── FetchFailed       a URL that the user named could not be fetched
    ├── PackError             a language pack that breaks the format
    ├── WeightsError          weights of a trained model that are missing or damaged
    ├── AtlasError            the gazetteer of places, missing or damaged
    ├── LedgerError           a ledger that cannot be used
    │   ├── LedgerTooNew      written by a later version
    │   ├── LedgerBroken      not a ledger, or damaged
    │   └── LedgerFull        no room left to write
    └── UsageError            a call that cannot be carried out as asked

A page that fails becomes an `Issue` in one place, `quoth.run`; everywhere else errors travel
as exceptions.  `code` is stable, lower-case and hyphenated: scripts may match on it.
"""

from __future__ import annotations


class QuothError(Exception):
    """Base of every error that Quoth raises on purpose.

    Args:
        message: what went wrong and what the reader can do about it.
        code: a stable, hyphenated name; the class's own `code` where none is given.
    """

    code = "error"

    def __init__(self, message: str, code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        if code is not None:
            self.code = code

    def __reduce__(self) -> tuple[type[QuothError], tuple[str, str]]:
        # errors cross process borders in run/, with their code
        return type(self), (self.message, self.code)


class InputError(QuothError):
    """An input that cannot be read as a page."""

    code = "input"


class NotReadable(InputError):
    """Missing, forbidden, binary or empty input."""

    code = "not-readable"


class LimitExceeded(InputError):
    """A page over one of the limits; `code` names which: too-large, too-deep, too-slow."""

    code = "limit"


class FetchFailed(InputError):
    """A URL that the user named could not be fetched."""

    code = "fetch-failed"


class PackError(QuothError):
    """A language pack that breaks the format."""

    code = "pack"


class WeightsError(QuothError):
    """Weights of a trained model that are missing or damaged."""

    code = "weights"


class AtlasError(QuothError):
    """The gazetteer of places, missing or damaged."""

    code = "atlas"


class LedgerError(QuothError):
    """A ledger that cannot be used."""

    code = "ledger"


class LedgerTooNew(LedgerError):
    """A ledger written by a later version of Quoth."""

    code = "ledger-too-new"


class LedgerBroken(LedgerError):
    """A file that is not a ledger, or a damaged one."""

    code = "ledger-broken"


class LedgerFull(LedgerError):
    """No room left on the disk for the ledger."""

    code = "ledger-full"


class UsageError(QuothError):
    """A call that cannot be carried out as asked."""

    code = "usage"
