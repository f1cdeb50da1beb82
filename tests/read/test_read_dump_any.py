"""Whatever the page: blocks follow each other, hold every letter, and their parts lie inside."""

from hypothesis import given, settings
from hypothesis import strategies as st

from quoth.read.dump import read_dump

PIECES = [
    "Published: June 3, 2021, 9:40 am",
    "By Jane Doe | June 3, 2021",
    "By ",
    "KYIV, 14 Juni. /Ukrinform/.",
    "WASHINGTON —",
    "BerlinThe chancellor said that there would be no election this year.",
    "Ministers agree on a dealParisThe ministers said so on Monday, and went home.",
    "No comments.",
    "3 comments",
    "Read also:",
    "Read also: Storm warning",
    "Home | World",
    "Berlin",
    "Subscribe to our newsletter and support us with a donation.",
    "Photo: AP",
    "(Reuters)",
    "Harbour fire leaves ferry service suspended",
    "The harbour fire was put out after nine hours, the harbour authority said on Monday.",
    "“Yes,” he said.",
    "القاهرةقال الوزير",
    "أنقرة/ الأناضول",
    "03.06.2021",
    "©",
    "\u2028",
    "—",
    "(",
    " ",
    "\n",
    "\n\n",
]
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=24).flatmap(
    lambda pieces: st.sampled_from(["\n", " ", ""]).map(lambda joint: joint.join(pieces))
)


@settings(max_examples=150)
@given(TEXTS)
def test_blocks_hold_the_page(text: str) -> None:
    blocks, _ = read_dump(text)
    at = 0
    for block in blocks:
        assert block.span.start >= at
        assert len(block.span)
        assert not any(c.isalnum() for c in text[at : block.span.start])
        assert all(block.span.covers(part.span) for part in block.parts)
        at = block.span.end
    assert not any(c.isalnum() for c in text[at:])
