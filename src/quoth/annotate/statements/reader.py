"""Reading the paragraphs of an article in order, with what runs on from one to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quoth.annotate.blocks import Paragraph
from quoth.annotate.statements.direct import announcement, direct, extend
from quoth.annotate.statements.draft import Draft
from quoth.annotate.statements.finish import finish
from quoth.annotate.statements.frame import STOPS, Frame, make_items, sentences
from quoth.annotate.statements.grammar import Grammar, grammar
from quoth.annotate.statements.indirect import indirect
from quoth.annotate.statements.inserts import close_broken, dash_quotations, interrupted
from quoth.annotate.statements.marked import headline, hearsay, hedges, markers, nouns
from quoth.annotate.statements.mood import reported
from quoth.annotate.statements.quotes import MARKS, continued, dash_speech, find_quotations
from quoth.annotate.statements.recalled import recalled
from quoth.model import Span, Statement
from quoth.text import Token, tokenise

MIN_IMPLICIT = 5  # words of a quotation that is taken for speech without any cue
MIN_NESTED = 6  # words of a quotation that is searched for statements inside it
MAX_SILENCE = 2  # paragraphs after which the last speaker is no longer taken for granted
SPEAKING = 0.7  # score from which a draft's source may be the speaker of what follows


@dataclass(slots=True)
class _State:
    """What runs on from paragraph to paragraph."""

    source: tuple[Span, ...] = ()
    other: tuple[Span, ...] = ()
    age: int = 0
    open_quote: Draft | None = None
    announced: Draft | None = None
    sentence: Frame | None = None


def read_paragraphs(
    text: str, paragraphs: Iterable[Paragraph], threshold: float = 0.0
) -> Iterator[tuple[Statement, float]]:
    """The statements of an article with their scores, in text order.

    Args:
        text: the article's text.
        paragraphs: in order; each one's language must have a pack.
        threshold: statements with a score below it are left out.
    """
    state = _State()
    drafts: list[Draft] = []
    for paragraph in paragraphs:
        drafts += _paragraph(text, paragraph, grammar(paragraph.language), state)
    return finish(text, [d for d in drafts if d.score >= threshold])


def _paragraph(text: str, paragraph: Paragraph, known: Grammar, state: _State) -> list[Draft]:
    pack = known.pack
    tokens = tokenise(
        text, paragraph.span.start, paragraph.span.end, language=pack.code, elision=pack.elision
    )
    if not tokens:
        return []
    state.age += 1
    return _sentences(text, tokens, known, state, paragraph.head)


def _sentences(
    text: str, tokens: Sequence[Token], known: Grammar, state: _State, head: bool
) -> list[Draft]:
    speech = known.pack.dash_speech and dash_speech(text, tokens)
    rest = None
    if speech:
        quotes = dash_quotations(tokens, known)
    else:
        quotes = find_quotations(text, tokens, known.pack)
        rest = continued(tokens) if state.open_quote and not _reopens(tokens) else None
        if rest is not None:
            quotes = [rest, *(q for q in quotes if q.first >= rest.last)]
        quotes[-1:] = [close_broken(tokens, q, known) for q in quotes[-1:]]
        quotes = interrupted(tokens, quotes, known)
    items = make_items(tokens, quotes, known)
    drafts: list[Draft] = []
    if state.open_quote is not None and not (_reopens(tokens) or quotes[:1] == [rest]):
        state.open_quote = None
    nested: list[Draft] = []
    state.announced, announced = None, state.announced
    for frame in sentences(text, items, known):
        drafts += _announced(frame, drafts, announced) or _sentence(frame, drafts, state, head)
        state.sentence = None if head else frame
        nested += _nested(text, tokens, frame, known)
    state.open_quote = next((d for d in reversed(drafts) if d.open_end), None)
    if not head:
        _remember(drafts, state)
        state.announced = announcement(frame)
    return drafts + nested


def _announced(frame: Frame, before: list[Draft], announced: Draft | None) -> list[Draft]:
    """The quotation that the paragraph before announced with a cue and a colon."""
    alone = lone_quotation(frame)
    if announced is None or before or alone is None:
        return []
    extend(frame, announced, alone)
    return [announced]


def _remember(drafts: Sequence[Draft], state: _State) -> None:
    """Keep who spoke last, for a quotation that has no cue of its own."""
    for draft in drafts:
        if draft.source and not draft.hearsay and draft.score >= SPEAKING:
            if tuple(draft.source) != state.source:
                state.other = state.source
            state.source, state.age = tuple(draft.source), 0


def _reopens(tokens: Sequence[Token]) -> bool:
    return tokens[0].key in MARKS


def _sentence(frame: Frame, before: list[Draft], state: _State, head: bool) -> list[Draft]:
    alone = lone_quotation(frame)
    if alone is not None and _attached(frame, alone, before, state):
        return []
    used: set[int] = set()
    drafts = headline(frame) if head else []
    if not drafts:
        back = recalled(frame, state.sentence, before, used)
        drafts = [back] if back is not None else []
        drafts += direct(frame, used)
        drafts += markers(frame, used)
        drafts += indirect(frame, used)
        drafts += nouns(frame, used)
        drafts += hearsay(frame, used, drafts)
        _join_open(frame, drafts, state)
    doubts = hedges(frame)
    for draft in drafts:
        known = tuple(draft.hedge)
        more = [h for h in doubts if governs(h, draft, drafts)]
        draft.hedge += [h for h in more if not any(k.covers(h) for k in known)]
    if drafts or head:
        return drafts
    if alone is not None:
        return _implicit(frame, alone, before, state)
    return reported(frame, _speaker(before, state))


def _speaker(before: Sequence[Draft], state: _State) -> Sequence[Span]:
    """Who spoke last, in this paragraph or in one before it that is not too far off."""
    if before:
        return before[-1].source
    return state.source if state.age <= MAX_SILENCE else ()


def _join_open(frame: Frame, drafts: list[Draft], state: _State) -> None:
    """Give the paragraphs of a quotation that was left open to the cue at its end."""
    pending = state.open_quote
    if pending is None or not pending.implicit or frame.lo != 0 or not drafts:
        return
    first = frame.span(0, 1)
    for draft in drafts:
        if draft.quotes and first in draft.content:
            draft.content = pending.content + draft.content
            draft.quotes += pending.quotes
            pending.content = []
            return


def governs(hedge: Span, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the word of doubt is the page's own about this draft, not part of a quotation."""
    if draft.hearsay:
        return True
    near = [
        c
        for c in [*draft.cue, *draft.source]
        if abs(c.start - hedge.end) < 3 or abs(hedge.start - c.end) < 3 or c.covers(hedge)
    ]
    inside = any(c.covers(hedge) for c in draft.content) and not draft.quotes
    return bool(near) or (inside and draft is drafts[0])


def lone_quotation(frame: Frame) -> int | None:
    """The item of the quotation that is the whole sentence, if it is one."""
    quotes = frame.quotations()
    if len(quotes) != 1:
        return None
    alone = all(i.key in STOPS for i in frame.items[frame.lo : frame.hi] if i.quote is None)
    return quotes[0] if alone else None


def _attached(frame: Frame, i: int, before: list[Draft], state: _State) -> bool:
    """Join a quotation without a cue to the one that it runs on from."""
    first = not before and i == 0
    target = before[-1] if before and before[-1].quotes else None
    if first and state.open_quote is not None:
        target = state.open_quote
    if target is None:
        return False
    extend(frame, target, i)
    if target is state.open_quote and target.open_end and target not in before:
        before.append(target)  # so that the next paragraph finds it open
    return True


def _implicit(frame: Frame, i: int, before: list[Draft], state: _State) -> list[Draft]:
    source = tuple(before[-1].source) if before else state.source
    quote = frame.items[i].quote
    if quote is None or quote.last - quote.first - 2 < MIN_IMPLICIT:
        return []
    if quote.dash and not before:
        source = state.other  # in a dialogue another one answers
    if state.age > MAX_SILENCE:
        source = ()
    return [
        Draft(
            content=[frame.span(i, i + 1)],
            cue=[],
            source=list(source),
            why="implicit",
            score=0.6,
            quotes=1,
            implicit=True,
            open_end=frame.items[i].open,
        )
    ]


def _nested(text: str, tokens: Sequence[Token], frame: Frame, known: Grammar) -> list[Draft]:
    """The statements inside the quotations of a sentence."""
    out: list[Draft] = []
    for k in frame.quotations():
        quote = frame.items[k].quote
        if quote is None or quote.last - quote.first < MIN_NESTED:
            continue
        first = quote.first + (0 if quote.dash or quote.part else 1)
        last = quote.last - (1 if quote.closed and not quote.dash else 0)
        inner = tokens[first:last]
        items = make_items(inner, find_quotations(text, inner, known.pack), known)
        for sentence in sentences(text, items, known):
            used: set[int] = set()
            found = direct(sentence, used)
            found += markers(sentence, used)
            found += [d for d in indirect(sentence, used) if _reported(sentence, d)]
            out += found
    return out


def _reported(frame: Frame, draft: Draft) -> bool:
    """Whether a clause inside a quotation reports what a third party said: “They told us that …”.

    What speakers say of themselves (“I think that …”, “we offered help”) is their own statement
    already, and a verb without a complementiser seldom reports there (PolNeAR train: 2 of 416).
    """
    starts = {frame.items[k].start: k for k in range(frame.lo, frame.hi)}
    content = starts.get(draft.content[0].start)
    source = starts.get(draft.source[0].start) if draft.source else None
    if content is None or not frame.tagged(content, "comp", "wh") or source is None:
        return False
    pronoun = frame.items[source].tags.get("pronoun")
    return pronoun is None or "f" not in pronoun.word.features
