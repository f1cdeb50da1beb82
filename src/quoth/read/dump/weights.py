"""The worth of lines for the article that holds them.

Set by reading the pages of the golden set in tests/read/golden.
"""

from quoth.read.dump.shape import Shape

PLAIN = {
    Shape.PROSE: 1.0,
    Shape.SENTENCE: 0.25,
    Shape.TITLE: -1.0,
    Shape.DATE: -0.4,
    Shape.DATELINE: 0.5,
    Shape.BYLINE: -0.3,
    Shape.CREDIT: -0.3,
    Shape.SECTION: -0.5,
    Shape.PLACE: -0.6,
    Shape.MENU: -0.8,
    Shape.MORE: -1.2,
    Shape.RULES: -4.0,
    Shape.APPEAL: -1.0,
}
INLINE_MORE = -0.2  # read also: one title, in the middle of an article
BOX_LINES = 3
BOXES = (Shape.MENU, Shape.APPEAL)
ITEM = 0.15  # an item of a list, the line above one
GLUED = -2.5
LONG = 420  # characters: a paragraph that hardly is a teaser
