"""Names of people and organisations, compared across languages and scripts.

`parse` takes a name apart, `compare` says how like two are, `keys` finds the few among many that
are worth comparing.  docs/names.md has what it does and what it does not.
"""

from quoth.link.names.compare import compare
from quoth.link.names.keys import Index, keys
from quoth.link.names.name import (
    DIFFERENT,
    SAME,
    Likeness,
    Name,
    NameKind,
    Part,
    Role,
)
from quoth.link.names.parse import parse

__all__ = [
    "DIFFERENT",
    "SAME",
    "Index",
    "Likeness",
    "Name",
    "NameKind",
    "Part",
    "Role",
    "compare",
    "keys",
    "parse",
]
