"""Exit codes.  docs/cli.md has their table, made from this one."""

from __future__ import annotations

from enum import IntEnum

from quoth.errors import (
    AtlasError,
    InputError,
    PackError,
    QuothError,
    UsageError,
    WeightsError,
)


class Exit(IntEnum):
    """What `quoth` ends with."""

    OK = 0
    SOME_FAILED = 1
    USAGE = 2
    NOTHING_READ = 3
    LEDGER = 4
    INTERRUPTED = 130


MEANINGS: dict[Exit, str] = {
    Exit.OK: "all right (also when the reader of a pipe has gone away)",
    Exit.SOME_FAILED: "some pages failed, though the rest went on; or `quoth doctor` found faults",
    Exit.USAGE: "wrong usage: an unknown verb, option, value or id; a reader without its weights",
    Exit.NOTHING_READ: "nothing could be read at all, for instance because it does not exist",
    Exit.LEDGER: "trouble with the ledger (missing, damaged, too new, no room on the disk), or "
    "with the output that was to be written",
    Exit.INTERRUPTED: "interrupted with Ctrl-C",
}


def exit_for(error: QuothError) -> Exit:
    """The exit code of an error that ended the whole command."""
    if isinstance(error, InputError):
        return Exit.NOTHING_READ
    if isinstance(error, UsageError | PackError | WeightsError | AtlasError):
        return Exit.USAGE
    return Exit.LEDGER
