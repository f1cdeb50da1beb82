"""Who is who across articles: what an article tells of an actor, and which entity that is.

Pure: the candidates come from whoever keeps the entities.  docs/entities.md has the rules.
"""

from quoth.link.entities.blocking import blocking_keys
from quoth.link.entities.judge import JOINED, Verdict, bridged, judge, likeness, weigh
from quoth.link.entities.profile import joins, profile

__all__ = [
    "JOINED",
    "Verdict",
    "blocking_keys",
    "bridged",
    "joins",
    "judge",
    "likeness",
    "profile",
    "weigh",
]
