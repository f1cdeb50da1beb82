"""Which entity each actor of an article is, as a page that shows the article needs it.

An entity may have thousands of members: what is asked here does not depend on how many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, RowMapping, bindparam, select

from quoth.model.group import Belonging, Called
from quoth.store import schema as t
from quoth.store.members import PERSON
from quoth.text.fullest import fullest
from quoth.text.scripts import main_script

_A, _E, _M, _N = t.article.c, t.entity.c, t.membership.c, t.entity_name.c
_MEMBERS = (
    select(_M.actor, _M.name.label("called"), _E.key, _E.id, _E.name, _E.named_by, _E.wikidata)
    .join(t.entity, _E.key == _M.entity)
    .join(t.article, _A.key == _M.article)
    .where(_A.id == bindparam("article"))
    .order_by(_M.actor)
)
_NAMES = select(_N.entity, _N.name, _N.language, _N.count).where(
    _N.entity.in_(bindparam("some", expanding=True))
)


def belongings(connection: Connection, article: str) -> tuple[Belonging, ...]:
    """The entities of an article's actors, with their names in the script of the page.

    Args:
        article: its whole id.
    """
    rows = connection.execute(_MEMBERS, {"article": article}).mappings().all()
    names: dict[int, list[Called]] = defaultdict(list)
    some = {"some": sorted({row["key"] for row in rows})}
    for entity, *called in connection.execute(_NAMES, some):
        names[entity].append(Called(*called))
    return tuple(_belonging(row, names[row["key"]]) for row in rows)


def _belonging(row: RowMapping, names: Sequence[Called]) -> Belonging:
    given = row["named_by"] == PERSON
    full = row["name"] if given else fullest(names, main_script(row["called"]))
    return Belonging(row["actor"], row["id"], full or row["name"], row["wikidata"])
