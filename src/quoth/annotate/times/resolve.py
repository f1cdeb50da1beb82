"""From time expressions to places on the calendar."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.annotate.times.expression import Anchor, Expression, Page
from quoth.model.time import Time


def resolve(
    expressions: Sequence[Expression], anchor: Anchor | None, page: Page | None = None
) -> tuple[Time, ...]:
    """One time for each expression, in the same order.

    Args:
        expressions: of one text, in its order; later ones may count from earlier ones.
        anchor: what relative times are counted from; None if there is nothing: such times keep
            X in their value and have no place on the calendar.
        page: what else is known, for dates that leave out their year.
    """
    return ()
