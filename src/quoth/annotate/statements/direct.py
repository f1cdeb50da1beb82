"""Quotations and the cues that govern them: “…,” said X · X said: “…” · “…,” X said, “…”."""

from __future__ import annotations

from quoth.annotate.statements.clauses import MIN_CLAUSE, content_start
from quoth.annotate.statements.cues import cue_features, cue_span, speaker
from quoth.annotate.statements.draft import Draft
from quoth.annotate.statements.frame import BREAKS, COMMAS, PAUSES, TERMINAL, Frame
from quoth.annotate.statements.quotes import DASHES
from quoth.annotate.statements.sources import Range, behind_bracket, left_of, right_of, subject

MAX_NAME = 5  # tokens of a name in quotation marks, the marks included
MAX_BEFORE = 40  # items between a quotation and a cue behind it
MAX_AFTER = 14  # items between a cue and the quotation behind it


def direct(frame: Frame, used: set[int]) -> list[Draft]:
    """The statements made of whole quotations; `used` collects the items of their cues."""
    drafts: list[Draft] = []
    for i in frame.quotations():
        if drafts and _goes_on(frame, drafts[-1], i):
            extend(frame, drafts[-1], i)
            continue
        found = _with_cue(frame, i, used)
        if found is not None:
            drafts.append(found)
    return drafts


def _with_cue(frame: Frame, i: int, used: set[int]) -> Draft | None:
    first = i == frame.lo or (i - 1 == frame.lo and not frame.items[frame.lo].word)
    order = (_behind, _ahead) if first or frame.grammar.pack.verb_final else (_ahead, _behind)
    for look in order:
        found = look(frame, i, used)
        if found is not None:
            return found
    return _colon(frame, i) or _signed(frame, i)


def _signed(frame: Frame, i: int) -> Draft | None:
    """“…” — Ann Smith"""
    if i + 2 > frame.hi or frame.key(i + 1) not in DASHES:
        return None
    last = frame.end
    names = frame.items[i + 2 : last]
    if not names or len(names) > 8 or not names[0].capital:
        return None
    if not all(n.capital or "link" in n.tags or n.key == "." for n in names):
        return None
    return _draft(frame, i, (i + 1, i + 2), (i + 2, last), "signed")


def _draft(frame: Frame, i: int, cue: Range, source: Range | None, why: str) -> Draft:
    own = speaker(frame, cue[0])
    spans = [frame.span(*source)] if source is not None else [own] if own is not None else []
    span = cue_span(frame, cue[0]) if frame.items[cue[0]].speaker else frame.span(*cue)
    draft = Draft(
        content=[frame.span(i, i + 1)],
        cue=[span],
        source=spans,
        why=why,
        score=0.9 if spans else 0.7,
        quotes=1,
        open_end=frame.items[i].open,
    )
    draft.reach = max(i + 1, cue[1], source[1] if source else 0)
    return draft


def _behind(frame: Frame, i: int, used: set[int]) -> Draft | None:
    """“…,” said X · “…,” X said · “…,” according to X."""
    k = i + 1
    while k < frame.hi and frame.key(k) in PAUSES:
        k += 1
    if k >= frame.hi or (frame.key(k) in BREAKS):
        return None
    cue = _first_cue(frame, k)
    if cue is None or cue in used or frame.tagged(k, "relative") or _inner(frame, i):
        return None
    hit = frame.items[cue].verb("q")
    if hit is None or ("g" in hit.word.features and not frame.grammar.pack.verb_final):
        return None
    if frame.grammar.pack.verb_final:
        if any(frame.items[m].word and not frame.tagged(m, "aux") for m in range(k, cue)):
            return None
        source = _verb_final_source(frame, i, cue + hit.length, k == cue)
    elif cue == k:
        source = right_of(frame, cue + hit.length, frame.hi)
        source = source or _behind_place(frame, cue + hit.length)
    else:
        source = _before_apposition(frame, k, cue) or left_of(frame, cue, k)
        source = source or right_of(frame, cue + hit.length, frame.hi)
    if source is None and speaker(frame, cue) is None and not _bare_cue(frame, cue, k):
        return None
    used.update(range(cue, cue + hit.length))
    return _draft(frame, i, (cue, cue + hit.length), source, "quotation-cue")


def _behind_place(frame: Frame, i: int) -> Range | None:
    """The subject behind “in court”: «…», — заявил в суде адвокат Лев Зорин."""
    if not frame.tagged(i, "prep") or not frame.tagged(i + 2, "role", "title"):
        return None
    return right_of(frame, i + 2, frame.hi)


def _name(frame: Frame, i: int) -> bool:
    """Whether the quotation is a name inside a clause: Футболисты «Волны» ответили."""
    quote = frame.items[i].quote
    inside = i > frame.lo and frame.items[i - 1].word and frame.key(i + 1) not in PAUSES
    return quote is not None and inside and quote.last - quote.first <= MAX_NAME


def _inner(frame: Frame, i: int) -> bool:
    """Whether the quotation is a piece of a clause: “Die Zahlen seien „geschönt“, sagte er”."""
    if i == frame.lo or not frame.items[i - 1].word or frame.items[i - 1].verb("qn"):
        return False
    if frame.grammar.pack.verb_final:
        return False  # its cue stands right behind it
    return _name(frame, i) or not frame.tagged(i - 1, "conj")


def _first_cue(frame: Frame, k: int) -> int | None:
    j = k - 1
    while j + 1 < min(k + MAX_BEFORE, frame.hi):
        j = behind_bracket(frame, j + 1, frame.hi) - 1
        if frame.items[j].verb("q") and not _part_of_name(frame, j, k):
            return j
        if frame.items[j].verb("cn") or frame.quoted(j) or (frame.tagged(j, "comp") and j == k):
            return None
        if frame.key(j) in TERMINAL or frame.key(j) in ":;":
            return None
    return None


def _before_apposition(frame: Frame, k: int, cue: int) -> Range | None:
    """The phrase between the quotation and the first comma, when the cue comes after another."""
    commas = [j for j in range(k, cue) if frame.key(j) in COMMAS]
    return left_of(frame, commas[0], k) if len(commas) > 1 else None


def _part_of_name(frame: Frame, j: int, k: int) -> bool:
    return j > k and frame.tagged(j, "role") and frame.tagged(j - 1, "det")


def _bare_cue(frame: Frame, cue: int, k: int) -> bool:
    alone = all(frame.tagged(m, "aux") for m in range(k, cue))
    return alone and frame.grammar.pack.drop_subject


def _verb_final_source(frame: Frame, i: int, after: int, bare: bool) -> Range | None:
    """Turkish: the source stands before the quotation; or behind a participle (diyen X)."""
    if i > frame.lo:
        source = left_of(frame, i, frame.lo)
        if source is None and frame.key(i - 1) in PAUSES:
            source = left_of(frame, i - 1, frame.lo)
        if source is not None:
            return _named(frame, source)
    behind = right_of(frame, after, frame.hi) if bare else None
    if behind is None:
        return None
    last = behind[0] + 1
    while last < behind[1] and (frame.items[last].capital or frame.tagged(last, "role", "title")):
        last += 1
    return behind[0], last


def _named(frame: Frame, source: Range) -> Range:
    """Without the adverbial behind the source: “Bakan Efe sosyal medya hesabından “…” dedi.”

    Where the phrase names nobody, the one before its comma does: “Bakan, bir soru üzerine “…””.
    """
    if frame.tagged(source[1] - 1, "prep") and frame.key(source[0] - 1) in COMMAS:
        return left_of(frame, source[0] - 1, frame.lo) or source
    preps = (k for k in range(source[0] + 1, source[1]) if frame.tagged(k, "prep"))
    for k in range(next(preps, source[1]) - 1, source[0] - 1, -1):
        item = frame.items[k]
        if not item.word or item.capital or frame.tagged(k, "role", "title", "pronoun"):
            return source[0], k + 1
    if frame.key(source[0] - 1) in COMMAS:
        return left_of(frame, source[0] - 1, frame.lo) or source
    return source


def _ahead(frame: Frame, i: int, used: set[int]) -> Draft | None:
    """X said: “…” · X said, “…” · X told reporters on Monday: “…”"""
    pause = i > frame.lo and frame.key(i - 1) in COMMAS | {":"}
    colon = i > frame.lo and frame.key(i - 1) == ":"
    start = i - 2 if pause else i - 1
    for j in range(start, max(frame.lo - 1, start - MAX_AFTER), -1):
        hit = frame.items[j].verb("q")
        if hit and j not in used and j + hit.length <= i:
            if not colon and not _adverbial(frame, j + hit.length, start + 1, hit.word.features):
                return None
            if not pause and (not _whole(frame, i) or _addressee(frame, i)):
                return None
            if not pause and j + hit.length < i and _name(frame, i):
                return None
            source = _governor(frame, j) if "g" in hit.word.features else None
            source = source or subject(frame, j, j + hit.length, frame.lo, start + 1)
            if (
                source is None
                and not colon
                and "g" not in hit.word.features
                and frame.items[j].speaker is None
                and not _opens_sentence(frame, j, i)
            ):
                return None
            used.update(range(j, j + hit.length))
            draft = _draft(frame, i, (j, j + hit.length), source, "cue-quotation")
            if colon:
                _with_clause(frame, draft, j, i - 1)
            return draft
        key = frame.key(j)
        if (
            key in TERMINAL
            or frame.quoted(j)
            or (key in BREAKS and not colon and key not in COMMAS)
        ):
            return None
    return None


def _with_clause(frame: Frame, draft: Draft, j: int, colon: int) -> None:
    """The clause between a cue and the colon is said too: “believes that it slides: “…””."""
    start = content_start(frame, j, cue_features(frame, j))[0]
    if start is not None and frame.tagged(start, "comp") and colon - start >= MIN_CLAUSE:
        draft.content.insert(0, frame.trimmed(start, colon))


def _governor(frame: Frame, j: int) -> Range | None:
    """The source of the verb that a participle goes with: X replied to the charges, saying “…”"""
    for m in range(frame.lo, j):
        hit = frame.items[m].verb("qcn")
        if hit is not None:
            return left_of(frame, m, frame.lo) or right_of(frame, m + hit.length, j)
    return None


def _opens_sentence(frame: Frame, j: int, i: int) -> bool:
    """Whether a cue without a subject opens its sentence, the quotation at i right behind it."""
    alone = all(frame.tagged(k, "conj", "aux") for k in range(frame.lo, j))
    hit = frame.items[j].verb()
    return alone and hit is not None and j + hit.length == i and frame.grammar.pack.drop_subject


def _adverbial(frame: Frame, i: int, k: int, features: frozenset[str]) -> bool:
    """Whether items [i, k) between cue and quotation are an adverbial or an addressee."""
    if i >= k:
        return True
    if any(frame.tagged(m, "comp", "wh") for m in range(i, k)):
        return False
    inverted = right_of(frame, i, k) if "v" in features else None
    if inverted is not None and inverted[0] == i:
        return inverted[1] == k or frame.tagged(inverted[1], "prep", "time", "link")
    if any(frame.tagged(m, "pronoun") and not frame.tagged(m - 1, "prep") for m in range(i + 1, k)):
        return False  # a clause of its own: said on its website it was “shocked”
    return "a" in features or frame.tagged(i, "prep", "time", "aux")


def _addressee(frame: Frame, i: int) -> bool:
    """Whether the quotation is a name before the clause: told «Nord-Inform», that …"""
    return frame.key(i + 1) in COMMAS and frame.tagged(i + 2, "comp", "wh")


def _whole(frame: Frame, i: int) -> bool:
    """Whether the quotation ends its sentence, so that nothing is said around it."""
    return i + 1 >= frame.hi or frame.key(i + 1) in TERMINAL | PAUSES | {";"}


def _colon(frame: Frame, i: int) -> Draft | None:
    """Smith: “…”"""
    if i < frame.lo + 2 or frame.key(i - 1) != ":" or i - 1 - frame.lo > 10:
        return None
    source = left_of(frame, i - 1, frame.lo)
    quote = frame.items[i].quote
    if source is None or source[0] - frame.lo > 1 or quote is None:
        return None
    if quote.last - quote.first <= MAX_NAME and frame.key(i + 1) in COMMAS:
        return None  # a list of titles
    return _draft(frame, i, (i - 1, i), source, "colon")


def _goes_on(frame: Frame, draft: Draft, i: int) -> bool:
    """Whether the quotation at i runs on from the draft's: “…,” he said, “…” · … and “…”"""
    if not draft.quotes or draft.reach > i:
        return False
    between = range(draft.reach, i)
    if any(frame.items[j].verb("qcn") for j in between):
        return False
    if not any(frame.items[j].word for j in between) or (
        len(between) == 2 and frame.tagged(i - 1, "conj")
    ):
        return True
    return frame.key(i - 1) in PAUSES | {":"} and not _starts_clause(frame, draft.reach, i)


def _starts_clause(frame: Frame, first: int, last: int) -> bool:
    return any(frame.key(j) in TERMINAL | {";"} for j in range(first, last)) or last - first > 12


def extend(frame: Frame, draft: Draft, i: int) -> None:
    """Add the quotation at item i to what a draft says."""
    draft.content.append(frame.span(i, i + 1))
    draft.quotes += 1
    draft.reach = i + 1
    draft.open_end = frame.items[i].open


def announcement(frame: Frame) -> Draft | None:
    """A cue at the end of a paragraph, with a colon: what it announces is the next paragraph."""
    if frame.key(frame.hi - 1) != ":":
        return None
    for j in range(frame.hi - 2, max(frame.lo - 1, frame.hi - 2 - MAX_AFTER), -1):
        hit = frame.items[j].verb("qcn")
        source = left_of(frame, j, frame.lo) if hit else None
        if hit is None or (source is None and frame.key(j) not in BREAKS):
            continue
        if source is None:
            return None
        cue = [frame.span(j, j + hit.length)]
        return Draft([], cue, [frame.span(*source)], "announced", 0.8, reach=frame.hi)
    return None
