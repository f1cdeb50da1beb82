"""Times: a multilingual tagger whose words are the packs' (docs/times.md).

Two steps, so that the same words may be counted from another day:

* `tag(text, start, end, language)` finds the expressions and what they say (`Expression`: span,
  shape, modifier, direction of the sentence); it never looks at a date.
* `resolve(expressions, anchor, page)` counts them from an `Anchor` (None: there is nothing to count
  from) and gives one `quoth.model.Time` for each, in the same order.

`TimeAnnotator` does both for the running text of an article, counting from the day of publication.
"""

from quoth.annotate.times.annotator import TimeAnnotator
from quoth.annotate.times.apart import apart
from quoth.annotate.times.expression import Anchor, Expression, Lean, Page
from quoth.annotate.times.resolve import resolve
from quoth.annotate.times.tagging import tag

__all__ = ["Anchor", "Expression", "Lean", "Page", "TimeAnnotator", "apart", "resolve", "tag"]
