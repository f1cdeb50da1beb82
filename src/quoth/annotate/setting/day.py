"""The date and place that the page itself gives: of its dateline, of its publication."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from quoth.annotate.setting.scene import Scene
from quoth.annotate.times import Anchor, Page, resolve, tag
from quoth.model import BlockKind, Grain, Mark, Place, PlaceType, Said, Span, Stands, Time, TimeType

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])")


def published(text: str | None, where: str = "") -> Time | None:
    """The day of publication, as a page states it in ISO 8601; None where that is no date.

    Args:
        where: the place on the page that it was taken from.
    """
    found = _DATE.match(text or "")
    if found is None:
        return None
    year, month, day = (int(n) if n else None for n in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    last, grain = first, Grain.DAY
    if month is None:
        last, grain = date(first.year, 12, 31), Grain.YEAR
    elif day is None:
        last, grain = first.replace(day=monthrange(first.year, month)[1]), Grain.MONTH
    source = f" ({where})" if where else ""
    why = f"no time in the clause and none in a dateline: the {grain} of publication{source}"
    return Time(TimeType.DATE, found.group(), first.isoformat(), last.isoformat(), grain, None, why)


class PageDay:
    """When and where the page itself says that it was written."""

    def __init__(self, scene: Scene) -> None:
        meta = scene.article.meta
        self.published = published(meta.published, dict(meta.why).get("published", ""))
        self.anchor = meta.published if self.published is not None else None
        self.page = Page(fetched=scene.article.source.fetched_at)
        lines = scene.article.of(BlockKind.DATELINE)
        self._dated = next((s for b in lines if (s := b.part("date")) is not None), None)
        self._placed = next((s for b in lines if (s := b.part("place")) is not None), None)
        self.said = self._said(scene)
        self.place = self._place(scene)

    def _said(self, scene: Scene) -> Said | None:
        """The date of the dateline, else that of publication."""
        if self._dated is not None:
            times: Sequence[Time] = [m.value for _, m in scene.times.meeting(self._dated)]
            times = times or self._resolved(scene, self._dated)
            dated = [t for t in times if t.type is TimeType.DATE]
            if dated:
                why = "no time in the clause: the date of the dateline"
                return Said(because(dated[0], why), None)
        return Said(self.published, None) if self.published is not None else None

    def _resolved(self, scene: Scene, span: Span) -> Sequence[Time]:
        language = scene.lookup.language(span) or ""
        found = tag(scene.text, span.start, span.end, language)
        anchor = Anchor(self.anchor) if self.anchor else None
        return resolve(found, anchor, Page(language, self.page.fetched))

    def _place(self, scene: Scene) -> Stands | None:
        """The place of the dateline."""
        if self._placed is None:
            return None
        marks: list[tuple[Span, Mark[Place]]] = [
            (s, m)
            for s, m in scene.places.meeting(self._placed)
            if m.value.type is not PlaceType.DEMONYM
        ]
        if not marks:
            return None
        span, mark = marks[0]
        return Stands(located(mark.value, "no place in the clause: that of the dateline"), span)


def because(time: Time, why: str) -> Time:
    """A time with one more reason before its own."""
    return replace(time, why=f"{why}; {time.why}" if time.why else why)


def located(place: Place, why: str) -> Place:
    """A place with one more reason before its own."""
    return replace(place, why=f"{why}; {place.why}" if place.why else why)
