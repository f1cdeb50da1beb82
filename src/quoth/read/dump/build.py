"""The lines of a dump as blocks, by what they look like and where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from quoth.model import Block, BlockKind, Part, Span
from quoth.read.bare import with_dateline
from quoth.read.dump.core import Core
from quoth.read.dump.makers import byline_block, byline_blocks, date_block, named_block
from quoth.read.dump.names import out_of_place
from quoth.read.dump.shape import Shape, Unit
from quoth.read.dump.teasers import Teasers, labelled
from quoth.read.dump.topic import shared

_LONGEST_SUBHEADING = 140  # characters
_CLOSING = frozenset("”»\"'’“")
_FEW = 8  # words of a subheading that is a quotation
_SPEECH = frozenset("“«„\"'‘—–-•*")
_NEAR = 3  # lines between a caption and its headline
_MANY_DATES = 4  # so many date lines are those of a list of stories
_SOUNDS = 0.5  # hint from which a line above the article is taken for an appeal
_NAV = BlockKind.NAVIGATION


class Builder:
    """Goes through the units once, from the top of the page to its end."""

    def __init__(self, text: str, units: Sequence[Unit], found: Core | None) -> None:
        self.text, self.units, self.found = text, units, found
        self.blocks: list[Block] = []
        self.teasers = Teasers(text, loose=labelled(text, units))
        self.topic = self._topic()
        self.few_dates = sum(1 for u in units if u.shape is Shape.DATE) < _MANY_DATES
        self.comments = 0
        self.listing = False

    def build(self) -> tuple[Block, ...]:
        """All blocks, in text order."""
        for i, unit in enumerate(self.units):
            self._one(i, unit)
        self._flush()
        return tuple(sorted(self.blocks, key=lambda b: b.span))

    def _one(self, i: int, unit: Unit) -> None:
        core = self.found
        if core is None or i >= core.end:
            self._after(i, unit)
        elif i == core.headline:
            self._add(Block(BlockKind.HEADLINE, unit.span))
        elif i < (core.start if core.headline is None else core.headline):
            self._above(i, unit)
        elif i < core.start:
            self._between(i, unit)
        else:
            self._inside(i, unit)

    def _topic(self) -> frozenset[str]:
        if self.found is None:
            return frozenset()
        chosen = [u for u in self.units[self.found.start : self.found.end] if u.prose][:8]
        if self.found.headline is not None:
            chosen.append(self.units[self.found.headline])
        return frozenset().union(*(u.stems for u in chosen))

    # above the headline

    def _above(self, i: int, unit: Unit) -> None:
        common = shared(unit.stems, self.topic)
        near = self._distance(i) <= _NEAR
        if self._appeal_goes_on(i, unit, common):
            self._add(Block(BlockKind.APPEAL, unit.span))
        elif unit.shape is Shape.CREDIT:
            self._add(Block(BlockKind.CAPTION, unit.span))
        elif self._is_section(i, unit):
            self._add(Block(BlockKind.SECTION, unit.span))
        elif unit.shape is Shape.DATE and near and self.few_dates:
            self._add(date_block(unit))
        elif unit.shape is Shape.DATELINE and unit.head is not None and near:
            self._add(unit.head)
        elif unit.shape is Shape.BYLINE and near:
            self._add(byline_block(self.text, unit))
        elif unit.prose and not unit.labelled_story:
            self._prose_above(i, unit, common)
        elif unit.shape is Shape.TITLE and (self._repeats(unit) or self._is_label(i, unit)):
            self._add(Block(_NAV, unit.span))
        elif unit.shape is Shape.TITLE and self._captions(i):
            self._add(Block(BlockKind.CAPTION, unit.span))
        else:
            self._teaser(i, unit)

    def _appeal_goes_on(self, i: int, unit: Unit, common: int) -> bool:
        """A line below or above an appeal that has nothing to do with the article."""
        if not (unit.prose or unit.shape is Shape.TITLE) or unit.labelled_story or common > 1:
            return False
        if self.units[i + 1].shape is Shape.APPEAL and unit.words <= 4:
            # the first line in capitals is the name of the site
            return i > 0 or not unit.span.of(self.text).istitle()
        below = self._last() is BlockKind.APPEAL
        titles = unit.shape is Shape.TITLE and self.units[i + 1].prose
        return below and self._distance(i) > 1 and not titles

    def _prose_above(self, i: int, unit: Unit, common: int) -> None:
        titled = bool(i) and self.units[i - 1].shape in (Shape.TITLE, Shape.PLACE)
        if unit.hint >= _SOUNDS and common < 2:
            self._add(Block(BlockKind.APPEAL, unit.span))
        elif common > 1 or (common and self._distance(i) <= _NEAR):
            kind = BlockKind.CAPTION if self.found and self.found.headline else BlockKind.PARAGRAPH
            self._add(Block(kind, unit.span))
        elif titled or unit.head is not None:
            self._teaser(i, unit)
        elif self._distance(i) <= 1 and unit.shape is Shape.SENTENCE:
            self._add(Block(BlockKind.CAPTION, unit.span))
        else:
            # nothing to do with the article, and no story of its own
            self._add(Block(BlockKind.APPEAL, unit.span))

    def _distance(self, i: int) -> int:
        assert self.found is not None  # noqa: S101
        head = self.found.headline
        return (self.found.start if head is None else head) - i

    def _is_section(self, i: int, unit: Unit) -> bool:
        """A section or place near the headline; an unknown name of the text right above it."""
        if unit.shape in (Shape.SECTION, Shape.PLACE):
            return self._distance(i) <= _NEAR and self._labels(i)
        above = i > 0 and self._head() == i + 1
        return above and unit.bare_name and unit.stems <= self.topic

    def _labels(self, i: int) -> bool:
        """Whether a section stands by itself: not in a menu, not over the title of a teaser."""
        head = self.found.headline if self.found is not None else None
        after = self.units[i + 1].shape
        menu = after in (Shape.SECTION, Shape.MENU) or self.units[i + 1].prose
        menu = menu or (i > 0 and self.units[i - 1].shape is Shape.SECTION)
        return head is not None and not menu and (i + 1 == head or after is not Shape.TITLE)

    def _is_label(self, i: int, unit: Unit) -> bool:
        """A few words above the article with no text of their own: a site name, a button."""
        follows = self.units[i + 1].prose
        return unit.repeated or (
            (unit.words <= 3 or unit.size < 20) and unit.size < 30 and not follows
        )

    def _captions(self, i: int) -> bool:
        """Whether a line stands alone right above the headline."""
        appeal = self._last() is BlockKind.APPEAL
        alone = i == 0 or self.units[i - 1].shape not in (Shape.TITLE, Shape.PLACE)
        return self._head() == i + 1 and (alone or appeal)

    def _repeats(self, unit: Unit) -> bool:
        """Whether a line is the headline again, as the title of the page."""
        if self.found is None or self.found.headline is None:
            return False
        head = self.units[self.found.headline].span.of(self.text)
        return unit.span.of(self.text).startswith(head[:60])

    # between the headline and the first paragraph

    def _between(self, i: int, unit: Unit) -> None:
        if unit.shape is Shape.DATE:
            self._add(date_block(unit))
        elif unit.shape is Shape.DATELINE and unit.head is not None:
            self._add(unit.head)
        elif unit.shape is Shape.BYLINE:
            self._add(*byline_blocks(self.text, unit))
        elif unit.bare_name:
            self._add(named_block(self.text, unit))
        elif unit.shape is Shape.CREDIT or self._credited(i, unit):
            self._add(Block(BlockKind.CAPTION, unit.span))
        elif unit.shape in (Shape.SECTION, Shape.PLACE):
            self._add(Block(BlockKind.SECTION, unit.span))
        elif unit.shape is Shape.TITLE and (unit.repeated or self._is_button(i, unit)):
            self._add(Block(_NAV, unit.span))
        elif unit.shape is Shape.TITLE:
            self._add(Block(self._kind_below(unit), unit.span))
        else:
            self._furniture(unit)

    def _is_button(self, i: int, unit: Unit) -> bool:
        """A word or two in a share bar."""
        return (unit.words <= 2 and self.units[i - 1].shape is Shape.MENU) or (
            unit.words <= 1 and self._last() is _NAV
        )

    def _kind_below(self, unit: Unit) -> BlockKind:
        """A lead; a word or two are a section or place, below a byline the author's role."""
        if unit.words > 2:
            return BlockKind.LEAD
        head = self._head()
        placed = head is not None and unit.stems and unit.stems <= self.units[head].stems
        desk = out_of_place(unit.span.of(self.text))
        role = desk or self._last() is BlockKind.BYLINE
        return BlockKind.BYLINE if role and not placed else BlockKind.SECTION

    def _credited(self, i: int, unit: Unit) -> bool:
        """A line below the byline whose credit is the next line."""
        above = self.units[i - 1].shape in (Shape.DATE, Shape.BYLINE, Shape.TITLE, Shape.MENU)
        credit = self.units[i + 1].shape is Shape.CREDIT
        return unit.shape is Shape.TITLE and above and credit and i - 1 != self._head()

    def _head(self) -> int | None:
        return self.found.headline if self.found is not None else None

    # the article

    def _inside(self, i: int, unit: Unit) -> None:
        if unit.prose:
            self.listing = False
            self._paragraph(i, unit)
        elif unit.shape is Shape.TITLE and self.listing:
            self._teaser(i, unit)
        elif unit.bare_name and i + 1 < len(self.units) and self._near_top(i):
            self._add(named_block(self.text, unit))
        elif unit.shape is Shape.TITLE:
            self._title_inside(unit)
        elif unit.shape is Shape.CREDIT:
            self._add(Block(BlockKind.CAPTION, unit.span))
        elif unit.shape is Shape.BYLINE:
            self._add(*byline_blocks(self.text, unit))
        elif unit.shape is Shape.DATE and unit.date is not None:
            self._add(date_block(unit))
        elif unit.shape is Shape.DATELINE and unit.head is not None:
            self._add(unit.head)
        elif unit.shape in (Shape.SECTION, Shape.PLACE):
            self._add(Block(BlockKind.SUBHEADING, unit.span))
        else:
            self._furniture(unit)
            self.listing = unit.shape is Shape.MORE and unit.tail is None

    def _near_top(self, i: int) -> bool:
        assert self.found is not None  # noqa: S101
        return i - self.found.start <= 2

    def _title_inside(self, unit: Unit) -> None:
        first, last = self.text[unit.span.start], self.text[unit.span.end - 1]
        quoted = last in _CLOSING and unit.words <= _FEW
        listed = (first in _SPEECH and not quoted) or unit.opens or unit.size > _LONGEST_SUBHEADING
        kind = BlockKind.PARAGRAPH if listed else BlockKind.SUBHEADING
        self._add(Block(kind, unit.span))

    def _paragraph(self, i: int, unit: Unit) -> None:
        assert self.found is not None  # noqa: S101
        if unit.glue is not None:
            place = Part("place", unit.glue.label)
            kind = BlockKind.SECTION if unit.glue.section else BlockKind.DATELINE
            parts = () if unit.glue.section else (place,)
            self._add(Block(kind, unit.glue.label, parts))
            self._add(Block(BlockKind.PARAGRAPH, Span(unit.glue.rest, unit.span.end)))
        elif i == self.found.start and self._is_lead(i):
            self._add(Block(BlockKind.LEAD, unit.span))
        elif unit.head is not None:
            self._add(*with_dateline(self.text, unit.span))
        else:
            self._add(Block(BlockKind.PARAGRAPH, unit.span))

    def _is_lead(self, i: int) -> bool:
        """A paragraph above the date line, the byline or the dateline."""
        assert self.found is not None  # noqa: S101
        unit = self.units[i]
        if unit.head is not None or self.found.headline is None or unit.size > 400:
            return False
        for after in self.units[i + 1 : min(i + 5, self.found.end)]:
            if after.head is not None or after.bare_name:
                return True
            if after.shape in (Shape.BYLINE, Shape.DATE):
                return True
            if after.prose:
                return False
        return False

    # below the article

    def _after(self, i: int, unit: Unit) -> None:
        if self.comments and self._in_comments(i, unit):
            self._add(Block(BlockKind.COMMENT_RULES, unit.span))
            return
        self.comments = 0
        if unit.shape is Shape.RULES:
            self.comments = unit.count
            self._add(Block(BlockKind.COMMENT_RULES, unit.span))
        elif self._signed(i, unit):
            self._add(*byline_blocks(self.text, unit))
        elif self._dated_below(i, unit):
            self._add(date_block(unit))
        elif self._appealing(unit):
            self._add(Block(BlockKind.APPEAL, unit.span))
        elif unit.shape is Shape.CREDIT and self.found is not None and i == self.found.end:
            self._add(Block(BlockKind.CAPTION, unit.span))
        elif self._rule_follow_up(i, unit):
            self._add(Block(BlockKind.COMMENT_RULES, unit.span))
        elif unit.shape is Shape.TITLE and (
            unit.repeated or self._repeats(unit) or self.text[unit.span.start] == "©"
        ):
            self._add(Block(_NAV, unit.span))
        elif self._form_field(i, unit):
            self._add(Block(BlockKind.COMMENT_RULES, unit.span))
        elif unit.shape is Shape.MORE and unit.tail is not None:
            self._furniture(unit)
        else:
            self._teaser(i, unit)

    def _signed(self, i: int, unit: Unit) -> bool:
        return unit.shape is Shape.BYLINE and self.found is not None and i <= self.found.end + 1

    def _dated_below(self, i: int, unit: Unit) -> bool:
        """A date right below the article, that of no other story."""
        if unit.shape is not Shape.DATE or unit.date is None or not self.few_dates:
            return False
        near = self.found is not None and i <= self.found.end + 1
        after = self.units[i + 1 : i + 2]
        story = any(u.prose or u.shape in (Shape.TITLE, Shape.PLACE) for u in after)
        return near and not story and all(b.kind is not BlockKind.DATE for b in self.blocks)

    def _appealing(self, unit: Unit) -> bool:
        """The second sentence of an appeal."""
        return self._last() is BlockKind.APPEAL and unit.prose and not unit.labelled_story

    def _in_comments(self, i: int, unit: Unit) -> bool:
        """Readers' comments run on until something of the page itself begins."""
        own = unit.shape in (Shape.MORE, Shape.MENU, Shape.APPEAL)
        labelled = unit.inner is not None or (unit.glue is not None and unit.glue.known)
        return not own and not labelled

    def _form_field(self, i: int, unit: Unit) -> bool:
        """Name, E-mail: short lines between two lines of a comment form."""
        before = self._last()
        rules = any(u.shape is Shape.RULES for u in self.units[i + 1 : i + 4])
        return before is BlockKind.COMMENT_RULES and rules and not unit.prose and unit.size < 25

    def _rule_follow_up(self, i: int, unit: Unit) -> bool:
        """Comment rules run over several paragraphs; those between two of them are rules too."""
        if not unit.prose or unit.labelled_story:
            return False
        before = self._last() is BlockKind.COMMENT_RULES
        above = any(u.shape is Shape.RULES for u in self.units[i + 1 : i + 2])
        return (before and (above or unit.hint > 0)) or (above and unit.ruled)

    # all over the page

    def _teaser(self, i: int, unit: Unit) -> None:
        titles = i + 1 < len(self.units) and self.units[i + 1].prose
        self.teasers.take(unit, titles=titles)

    def _furniture(self, unit: Unit) -> None:
        if unit.shape is Shape.MORE and unit.tail is not None:
            title = Part("headline", Span(unit.tail, unit.span.end))
            self._add(Block(BlockKind.TEASER, unit.span, (title,)))
        elif unit.shape is Shape.RULES:
            self._add(Block(BlockKind.COMMENT_RULES, unit.span))
        elif unit.shape is Shape.APPEAL:
            self._add(Block(BlockKind.APPEAL, unit.span))
        else:
            self._add(Block(_NAV, unit.span))

    def _last(self) -> BlockKind | None:
        """The kind of the block right before; a teaser still open counts as one."""
        return self.teasers.last or (self.blocks[-1].kind if self.blocks else None)

    def _add(self, *blocks: Block) -> None:
        self._flush()
        self.blocks += blocks

    def _flush(self) -> None:
        self.teasers.close()
        self.blocks += self.teasers.blocks
        self.teasers.blocks.clear()
