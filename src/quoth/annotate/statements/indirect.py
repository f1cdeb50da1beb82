"""Clauses and their cues: X said that … · X denied … · …, X said."""

from __future__ import annotations

from quoth.annotate.statements.clauses import (
    MIN_CLAUSE,
    clause_end,
    content_start,
    office,
    second_cue,
)
from quoth.annotate.statements.cues import (
    behind_used,
    cue_features,
    cue_length,
    cue_span,
    separated,
    source_spans,
    speaker,
    written_on,
)
from quoth.annotate.statements.draft import Draft
from quoth.annotate.statements.final import final_clause
from quoth.annotate.statements.frame import BREAKS, COMMAS, PAUSES, STOPS, Frame
from quoth.annotate.statements.sources import Range, left_of, opening, right_of, speaks


def indirect(frame: Frame, used: set[int]) -> list[Draft]:
    """The statements in the reporter's words; `used` holds the items of cues already taken."""
    drafts: list[Draft] = []
    for j in frame.having("verb"):
        if j in used or not _with_particle(frame, j):
            continue
        if frame.grammar.pack.verb_final:
            found = final_clause(frame, j, drafts, used)
        else:
            found = None if _trailing(frame, j) else _clause_after(frame, j, drafts, used)
            found = found or _clause_before(frame, j)
        if found is not None:
            drafts.append(found)
            used.update(range(j, j + cue_length(frame, j)))
    return drafts


def _clause_after(frame: Frame, j: int, drafts: list[Draft], used: set[int]) -> Draft | None:
    features = cue_features(frame, j)
    start, source = content_start(frame, j, features)
    if start is None or _passive(frame, j, features):
        return None
    if source is None and not written_on(frame, j):
        source = left_of(frame, j, behind_used(frame, j, used))
    spans = source_spans(frame, j, source)
    follows = "g" in features or _joined(frame, j)
    if not spans and drafts and follows:
        spans = list(drafts[-1].source)
    if not spans and not drafts and follows and j > frame.lo:
        spans = source_spans(frame, j, opening(frame, j))
    if not spans and not _may_lack_source(frame, j, features, start):
        return None
    if not spans and frame.tagged(j, "hearsay"):
        return None
    stop = _particle(frame, clause_end(frame, start))
    if stop - start < MIN_CLAUSE and not _object(frame, start, stop, features):
        return None
    content = [frame.trimmed(start, stop)]
    cue = [cue_span(frame, j)]
    return Draft(content, cue, spans, "cue-clause", 0.8 if spans else 0.5, reach=stop)


def _object(frame: Frame, start: int, stop: int, features: frozenset[str]) -> bool:
    """Whether one item can be all that is said: a quotation, or the object of a verb like deny."""
    plain = not frame.tagged(start, "pronoun", "never", "det")
    return frame.quoted(start) or ("n" in features and stop > start and plain)


def _joined(frame: Frame, j: int) -> bool:
    """“… and said that”: a cue joined to the one before, whose source it shares."""
    k = _aux_before(frame, j)
    if frame.key(k) in COMMAS and second_cue(frame, j):
        return True
    clause = frame.key(k) in COMMAS or frame.tagged(j + 1, "comp")
    return frame.tagged(k, "conj") or (clause and written_on(frame, j))


def _particle(frame: Frame, stop: int) -> int:
    """Without the separated part of the verb at the end: “wies die Vorwürfe zurück”."""
    return stop - 1 if separated(frame, stop - 1) else stop


def _with_particle(frame: Frame, j: int) -> bool:
    """Whether a cue that needs its separated part has it: “warf ihr Wortbruch vor”."""
    if "s" not in cue_features(frame, j):
        return True
    first = j + cue_length(frame, j)
    stop = next((k for k in range(first, frame.end) if frame.key(k) in BREAKS), frame.end)
    return stop > first and separated(frame, stop - 1)


def _passive(frame: Frame, j: int, features: frozenset[str]) -> bool:
    """“were told that …”: the subject is the one addressed, not the source."""
    k = j - 1
    while k >= frame.lo and frame.tagged(k, "aux") and "g" not in features:
        if "p" in frame.items[k].tags["aux"].word.features:
            return True
        k -= 1
    return False


def _may_lack_source(frame: Frame, j: int, features: frozenset[str], start: int) -> bool:
    """A dropped subject, or a gerund whose subject is elsewhere."""
    return (
        frame.grammar.pack.drop_subject
        and "c" in features
        and frame.tagged(start, "comp", "wh", "object")
    )


def _clause_before(frame: Frame, j: int) -> Draft | None:
    """“…, X said.” · “…, said X.” · “…, X said, …”"""
    features = cue_features(frame, j)
    own = speaker(frame, j) is not None and "q" in features
    if not (own or "z" in features or features >= {"q", "c"}) or features & set("gw"):
        return None
    after = j + cue_length(frame, j)
    comma = _comma_before(frame, j)
    if comma is None or comma == frame.lo or frame.tagged(frame.lo, "marker"):
        return None
    source: Range | None
    inverted = all(frame.tagged(k, "aux") for k in range(comma + 1, j))
    if inverted:
        source = right_of(frame, after, frame.hi)
        after = source[1] if source else after
    else:
        source = left_of(frame, j, comma + 1)
        if source is not None and source[0] - comma > 4:
            return None
    if _passive(frame, j, features):
        return None
    dropped = inverted and source is None and _subjectless(frame, after, features)
    if source is None and speaker(frame, j) is None and not dropped:
        return None
    rest = _parenthesis_end(frame, after)
    if rest is None:
        return None
    begin = _clause_begin(frame, comma)
    inserted = inverted and rest < frame.end - 1 and frame.key(rest - 1) in PAUSES
    if comma - begin < (1 if inserted else MIN_CLAUSE):
        return None
    content = [frame.trimmed(begin, comma)]
    told = inverted and not dropped and _apposition(frame, begin, comma, rest)
    if rest < frame.end - 1 and not told and not frame.items[rest].verb("g"):
        content.append(frame.trimmed(rest, clause_end(frame, rest)))
    spans = source_spans(frame, j, source)
    return Draft(content, [cue_span(frame, j)], spans, "clause-cue", 0.8, reach=frame.end)


def _subjectless(frame: Frame, after: int, features: frozenset[str]) -> bool:
    """“…, añadió.” · “…, dijo, …”: the subject of the inserted clause is left out."""
    mark = frame.key(after)
    return (
        frame.grammar.pack.drop_subject and features >= {"q", "c", "v"} and mark in STOPS | COMMAS
    )


def _trailing(frame: Frame, j: int) -> bool:
    """Whether the cue stands behind a comma and a speaker who ends the sentence behind the cue.

    “…, annonce la ministre.” has its subject there, “Le maire, Paul Roux, nie les faits.” not.
    """
    if "v" not in cue_features(frame, j) or _comma_before(frame, j) != _aux_before(frame, j):
        return False
    behind = right_of(frame, j + cue_length(frame, j), frame.hi)
    if behind is None or not speaks(frame, behind) or frame.key(behind[1]) not in STOPS | COMMAS:
        return False
    if _has_object(frame, j, behind[1]):
        return False
    before = left_of(frame, j, frame.lo)
    return before is None or not speaks(frame, before)


def _has_object(frame: Frame, j: int, stop: int) -> bool:
    """“, نفت الشركة | صحة الأنباء,”: whether the nouns behind the cue hold its object too."""
    if not frame.grammar.articles or "n" not in cue_features(frame, j):
        return False
    named = office(frame, j + cue_length(frame, j))
    return named is not None and named[1] < stop


def _aux_before(frame: Frame, j: int) -> int:
    """The item before the cue at j and its auxiliaries."""
    k = j - 1
    while k > frame.lo and frame.tagged(k, "aux"):
        k -= 1
    return k


def _comma_before(frame: Frame, j: int) -> int | None:
    """The comma or dash that parts the content from the clause of the cue at j."""
    k = _aux_before(frame, j)
    if frame.key(k) in PAUSES:
        return k
    source = left_of(frame, j, frame.lo)
    if source is None:
        return None
    k = source[0] - 1
    while k > frame.lo and frame.tagged(k, "conj", "sub", "wh", "aux"):
        k -= 1
    return k if frame.key(k) in PAUSES else None


def _apposition(frame: Frame, begin: int, comma: int, rest: int) -> bool:
    """Whether what follows an inverted clause tells who the source is, not what was said:
    “The plan is dead, said Ann Mir, an economist in Arden.”"""
    short = comma - begin <= 3
    goes_on = frame.tagged(rest, "conj", "pronoun", "comp", "sub", "wh") and not frame.tagged(
        rest, "det"
    )
    return not short and not goes_on


def _clause_begin(frame: Frame, comma: int) -> int:
    for k in range(comma - 1, frame.lo, -1):
        if frame.key(k) == ";":
            return k + 1
    return frame.lo


def _parenthesis_end(frame: Frame, i: int) -> int | None:
    """The item behind the cue's clause: its end of sentence or its second comma.

    None where more follows than an adverbial, so that the clause is no parenthesis.
    """
    k = i
    while k < frame.end and k - i < 14:
        if frame.key(k) in PAUSES:
            return k + 1
        if (
            k == i
            and not frame.tagged(k, "prep", "time", "aux", "sub", "link")
            and frame.items[k].word
        ):
            return None
        if frame.tagged(k, "comp", "wh") and not frame.tagged(k, "prep", "sub"):
            return None
        k += 1
    return k if k >= frame.end else None
