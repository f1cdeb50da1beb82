"""The date and place that the page itself gives: of its dateline, of its publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quoth.annotate.setting.scene import Scene
from quoth.annotate.times import Anchor, Expression, Page, resolve, tag
from quoth.model import BlockKind, Mark, Place, PlaceType, Said, Span, Stands, Time, TimeType
from quoth.model.time import published

_BLOCKS, _HEAD = 6, 600  # paragraphs, and characters of each, that may narrow a year down
_DATES = 40  # times of the page that are looked at for whole dates
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class PageDay:
    """When and where the page itself says that it was written."""

    def __init__(self, scene: Scene) -> None:
        meta = scene.article.meta
        self.published = published(meta.published, dict(meta.why).get("published", ""))
        self.anchor = Anchor(meta.published or "") if self.published is not None else None
        self.page = Page(fetched=scene.article.source.fetched_at, dates=tuple(_dates(scene)))
        lines = scene.article.of(BlockKind.DATELINE)
        self._placed = next((s for b in lines if (s := b.part("place")) is not None), None)
        self.said = self._said(scene)
        self.place = self._place(scene)

    def _said(self, scene: Scene) -> Said | None:
        """The date of the dateline, else that of publication, else a date line without a year."""
        found = self._line(scene, BlockKind.DATELINE, "date", "dateline")
        if found is None and self.published is None:
            return self._line(scene, BlockKind.DATE, "published", "page's date line")
        return found or (Said(self.published, None) if self.published is not None else None)

    def _line(self, scene: Scene, kind: BlockKind, part: str, name: str) -> Said | None:
        """The date that the first block of a kind gives."""
        for block in scene.article.of(kind)[:1]:
            span = block.part(part) or (block.span if kind is BlockKind.DATE else None)
            if span is None:
                continue
            language = scene.lookup.language(block.span) or ""
            found = tag(scene.text, span.start, span.end, language)
            page = replace(self.page, language=language)
            times = resolve((*found, *self._hints(scene)), self.anchor, page)[: len(found)]
            dated = [t for t in times if t.type in (TimeType.DATE, TimeType.TIME)]
            if dated:
                return Said(because(dated[0], f"no time in the clause: that of the {name}"), None)
        return None

    def _hints(self, scene: Scene) -> Iterator[Expression]:
        """What the text says of time where the page has no date: weekdays narrow a year down."""
        if self.anchor is not None:
            return
        for block in scene.article.of(BlockKind.LEAD, BlockKind.PARAGRAPH)[:_BLOCKS]:
            end = min(block.span.end, block.span.start + _HEAD)
            yield from tag(
                scene.text, block.span.start, end, scene.lookup.language(block.span) or ""
            )

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


def _dates(scene: Scene) -> Iterator[str]:
    """The days that the page states in full."""
    if scene.article.meta.modified:
        yield scene.article.meta.modified
    whole = (m.value for m in scene.times.first(_DATES))
    yield from (t.timex for t in whole if t.anchor is None and _DAY.fullmatch(t.timex))


def because(time: Time, why: str) -> Time:
    """A time with one more reason before its own."""
    return replace(time, why=f"{why}; {time.why}" if time.why else why)


def located(place: Place, why: str) -> Place:
    """A place with one more reason before its own."""
    return replace(place, why=f"{why}; {place.why}" if place.why else why)
