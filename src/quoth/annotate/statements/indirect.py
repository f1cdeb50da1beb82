"""Clauses and their cues: X said that … · X denied … · …, X said."""

from __future__ import annotations

from quoth.annotate.statements.draft import Draft
from quoth.annotate.statements.final import final_clause
from quoth.annotate.statements.frame import BREAKS, COMMAS, PAUSES, TERMINAL, Frame
from quoth.annotate.statements.sources import Range, led, left_of, opening, right_of, scare
from quoth.model import Span

MAX_BETWEEN = 16  # items between a cue and the complementiser of its clause
MIN_CLAUSE = 2  # items of a content clause


def indirect(frame: Frame, used: set[int]) -> list[Draft]:
    """The statements in the reporter's words; `used` holds the items of cues already taken."""
    drafts: list[Draft] = []
    for j in frame.having("verb"):
        if j in used:
            continue
        if frame.grammar.pack.verb_final:
            found = final_clause(frame, j, drafts, used)
        else:
            found = _clause_after(frame, j, drafts, used) or _clause_before(frame, j, used)
        if found is not None:
            drafts.append(found)
            used.update(range(j, j + _length(frame, j)))
    return drafts


def _length(frame: Frame, j: int) -> int:
    hit = frame.items[j].verb()
    return hit.length if hit else 1


def _features(frame: Frame, j: int) -> frozenset[str]:
    hit = frame.items[j].verb()
    return hit.word.features if hit else frozenset()


def _clause_after(frame: Frame, j: int, drafts: list[Draft], used: set[int]) -> Draft | None:
    features = _features(frame, j)
    start, source = _content_start(frame, j, features)
    if start is None or _passive(frame, j, features):
        return None
    spans = _source_spans(frame, j, source or left_of(frame, j, _floor(frame, j, used)))
    if not spans and drafts and ("g" in features or _joined(frame, j)):
        spans = list(drafts[-1].source)
    if not spans and not drafts and "g" in features and j > frame.lo:
        spans = _source_spans(frame, j, opening(frame, j))
    if not spans and not _may_lack_source(frame, j, features, start):
        return None
    stop = _particle(frame, clause_end(frame, start))
    if stop - start < MIN_CLAUSE and not frame.quoted(start):
        return None
    content = [frame.trimmed(start, stop)]
    cue = [cue_span(frame, j)]
    return Draft(content, cue, spans, "cue-clause", 0.8 if spans else 0.5, reach=stop)


def _source_spans(frame: Frame, j: int, source: Range | None) -> list[Span]:
    """The source's span: the noun phrase found, or the part of the cue that stands for it."""
    if source is not None:
        return [frame.span(*source)]
    own = speaker(frame, j)
    return [] if own is None else [own]


def speaker(frame: Frame, j: int) -> Span | None:
    """The part of the cue at j, or of its auxiliary, that stands for the speaker."""
    if frame.items[j].speaker is None and frame.tagged(j - 1, "aux"):
        return frame.items[j - 1].speaker
    return frame.items[j].speaker


def cue_span(frame: Frame, j: int) -> Span:
    """The span of the cue at j, without a speaker written onto it."""
    span = frame.span(j, j + _length(frame, j))
    own = frame.items[j].speaker
    if own is None:
        return span
    stem = frame.text[span.start : own.start].removesuffix("-").removesuffix("-t")
    return Span(span.start, span.start + len(stem))


def _joined(frame: Frame, j: int) -> bool:
    """“… and said that”: a cue joined to the one before, whose source it shares."""
    k = j - 1
    while k > frame.lo and frame.tagged(k, "aux"):
        k -= 1
    return frame.tagged(k, "conj")


def _particle(frame: Frame, stop: int) -> int:
    """Without the separated part of the verb at the end: “wies die Vorwürfe zurück”."""
    last = frame.items[stop - 1].tags.get("aux")
    return stop - 1 if last is not None and "s" in last.word.features else stop


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
    return frame.grammar.pack.drop_subject and "c" in features and frame.tagged(start, "comp", "wh")


def _floor(frame: Frame, j: int, used: set[int]) -> int:
    """Where the clause of the cue at j may begin: behind the cue before it."""
    before = [k for k in used if frame.lo <= k < j]
    return max(before) + 1 if before else frame.lo


def _content_start(
    frame: Frame, j: int, features: frozenset[str]
) -> tuple[int | None, Range | None]:
    """The item at which the content clause after the cue begins, and a subject in between."""
    i = j + _length(frame, j)
    if i >= frame.hi:
        return None, None
    if features & set("czw"):
        marked = _complementiser(frame, i)
        if marked is not None:
            return marked, _inverted(frame, j, i, marked, features)
    if "w" in features or not features & set("zni"):
        return None, None
    comma = frame.grammar.pack.comma_clause
    if "z" in features and comma != "never":
        found = _behind_comma(frame, j, i, features)
        if found[0] is not None:
            return found
        if comma == "always" and not features & set("ni"):
            return None, None
    if "v" in features and "n" in features and left_of(frame, j, frame.lo) is None:
        named = _office(frame, i)
        if named is not None:
            return _plain_start(frame, named[1], features), named
    return _unmarked(frame, i, features), None


def _office(frame: Frame, i: int) -> Range | None:
    """An inverted subject that is an office, before the object: “نفت الشركة الأنباء”."""
    k = i + 1 if frame.tagged(i, "det") else i
    return (i, k + 1) if frame.tagged(k, "role") else None


def _inverted(frame: Frame, j: int, i: int, ceil: int, features: frozenset[str]) -> Range | None:
    """The subject behind the cue at j, where it stands there."""
    if "v" not in features or ("a" in features and not frame.grammar.pack.verb_second):
        return None
    behind = right_of(frame, i, ceil)
    if behind is None or left_of(frame, j, frame.lo) is None:
        return behind
    return behind if led(frame, frame.lo) else None


def _behind_comma(
    frame: Frame, j: int, i: int, features: frozenset[str]
) -> tuple[int | None, Range | None]:
    """“sagte am Montag, er sei …” · “sagte der Minister, er sei …”"""
    comma = next(
        (k for k in range(i, min(i + MAX_BETWEEN, frame.end)) if frame.key(k) in BREAKS), i
    )
    if frame.key(comma) not in COMMAS or any(frame.quoted(k) for k in range(i, comma)):
        return None, None
    start = _plain_start(frame, comma + 1, features)
    if start is None or frame.end - start < MIN_CLAUSE + 1:
        return None, None
    subject = _inverted(frame, j, i, comma, features)
    if subject is not None:
        return start, subject
    if frame.grammar.pack.verb_second and comma - i <= 4 and frame.tagged(i, "det"):
        return start, None  # the one addressed: “sagte dem Sender, die Lage sei ernst”
    adverbial = (
        i == comma or "a" in features or frame.tagged(i, "prep", "time", "aux", "link", "sub")
    )
    return (start, None) if adverbial else (None, None)


def _complementiser(frame: Frame, i: int) -> int | None:
    """The complementiser or interrogative behind adverbials, an addressee or a subject."""
    for k in range(i, min(i + MAX_BETWEEN, frame.hi)):
        key = frame.key(k)
        if key in TERMINAL or key in ";:" or (frame.quoted(k) and not scare(frame, k)):
            return None
        if frame.tagged(k, "comp") and not _infinitive(frame, k):
            return None if _demonstrative(frame, k, i) or _relative(frame, i, k) else k
        if frame.tagged(k, "wh") and (k == i or key_before_is_comma(frame, k)):
            return k
        if k > i and frame.items[k].verb("cz") and not frame.tagged(k, "noun", "role"):
            return None
        if frame.tagged(k, "sub") and not frame.tagged(k, "prep", "link", "time"):
            return None
    return None


def _relative(frame: Frame, i: int, k: int) -> bool:
    """Whether a word that may be a relative pronoun too (que, che) is one here.

    It opens a content clause behind its cue, an adverbial, an addressee or an inverted subject,
    not behind an object or a comma of its own.
    """
    if k == i or not frame.tagged(k, "relative"):
        return False
    features = frame.items[i - 1].tags["verb"].word.features if frame.tagged(i - 1, "verb") else ""
    if "a" in features or frame.tagged(i, "prep", "time", "aux", "link"):
        return False
    commas = sum(frame.key(m) in COMMAS for m in range(i, k))
    if commas:
        return commas != 2 or not key_before_is_comma(frame, k)
    behind = right_of(frame, i, k) if "v" in features else None
    if behind is None:
        return True
    return behind[1] < k and not frame.tagged(behind[1], "prep", "time", "link")


def key_before_is_comma(frame: Frame, k: int) -> bool:
    """Whether a comma stands before item k."""
    return frame.key(k - 1) in COMMAS


def _infinitive(frame: Frame, k: int) -> bool:
    return "i" in frame.items[k].tags["comp"].word.features


def _demonstrative(frame: Frame, k: int, i: int) -> bool:
    """“called that a lie”, “praised that decision”: no clause follows."""
    return frame.tagged(k, "det") and (k + 2 >= frame.hi or frame.key(k + 1) in BREAKS)


def _unmarked(frame: Frame, i: int, features: frozenset[str]) -> int | None:
    k = i
    if "a" in features and "z" in features:
        k = _skip_addressee(frame, k)
    else:
        k = _skip_adverbials(frame, k)
    if k is None or k >= frame.end:
        return None
    if frame.key(k) in BREAKS:
        return None
    return _plain_start(frame, k, features)


def _plain_start(frame: Frame, k: int, features: frozenset[str]) -> int | None:
    if (
        k >= frame.end
        or frame.items[k].verb("g")
        or (frame.tagged(k, "relative") and not frame.tagged(k, "comp", "wh", "det"))
    ):
        return None
    if frame.tagged(k, "comp") and _infinitive(frame, k):
        return k if "i" in features else None
    if not features & set("zn") and not ("i" in features and frame.grammar.bare_infinitive):
        return None
    if frame.tagged(k, "prep", "conj", "sub") and not frame.tagged(k, "det", "pronoun"):
        return None
    return k


def _skip_adverbials(frame: Frame, k: int) -> int:
    """Behind “on Monday”, “in a statement”: where a clause may begin."""
    while k < frame.end:
        if frame.tagged(k, "time"):
            k += frame.items[k].tags["time"].length
        elif frame.tagged(k, "det", "aux") and frame.tagged(k + 1, "time"):
            k += 1
        elif frame.tagged(k, "prep") and not frame.tagged(k, "comp", "wh"):
            k = _skip_prepositional(frame, k)
        else:
            return k
    return k


def _skip_prepositional(frame: Frame, k: int) -> int:
    k += frame.items[k].tags["prep"].length
    if frame.tagged(k, "det"):
        k += 1
    start = k
    while k < frame.end and k - start < 6:
        if frame.key(k) in BREAKS or frame.quoted(k):
            return k
        if k > start and frame.tagged(k, "det", "pronoun", "prep", "time", "comp"):
            return k
        if k > start and frame.items[k].capital and not frame.items[k - 1].capital:
            return k
        k += 1
    return k


def _skip_addressee(frame: Frame, k: int) -> int:
    """Behind the one who is told: “told reporters in Geneva (that)”."""
    start = k
    while k < frame.end and k - start < 10:
        item = frame.items[k]
        if frame.key(k) in BREAKS or frame.quoted(k) or frame.tagged(k, "comp", "wh"):
            return k
        if k > start and frame.tagged(k, "time", "prep"):
            return _skip_adverbials(frame, k)
        if (
            k > start
            and frame.tagged(k, "pronoun", "det")
            and not frame.tagged(k - 1, "link", "conj")
        ):
            return k
        lower_after_name = k > start + 1 and frame.items[k - 1].capital != item.capital
        if lower_after_name and not item.tags.keys() & {"link", "conj", "role"}:
            return k
        k += 1
    return k


def clause_end(frame: Frame, start: int) -> int:
    """Where the content clause that begins at `start` ends: the sentence's end, or where another
    attribution of the same level begins (“…, adding that”, “… and said”, “…, but Y denied”)."""
    for k in range(start + 1, frame.end):
        if frame.key(k) in COMMAS:
            if k + 1 < frame.end and frame.items[k + 1].verb("g"):
                return k
            if frame.tagged(k + 1, "marker") or _new_clause(frame, k + 1) or _closing(frame, k + 1):
                return k
        elif (
            frame.tagged(k, "marker")
            or (frame.tagged(k, "conj") and _coordinated(frame, k + 1))
            or frame.key(k) == ";"
        ):
            return k
    return frame.end


def _closing(frame: Frame, k: int) -> bool:
    """“…, recordó la abogada.”: an inverted clause that ends the sentence."""
    while frame.tagged(k, "aux"):
        k += 1
    hit = frame.items[k].verb("v") if k < frame.end else None
    if hit is None or "g" in hit.word.features:
        return False
    source = right_of(frame, k + hit.length, frame.hi)
    return source is not None and source[1] >= frame.end


def _coordinated(frame: Frame, k: int) -> bool:
    """“and said”, “and later added”: the next cue without a subject of its own."""
    while k < frame.end and frame.tagged(k, "aux"):
        k += 1
    hit = frame.items[k].verb("qcz") if k < frame.end else None
    return hit is not None and "g" not in hit.word.features and bool(hit.word.features & set("qz"))


def _new_clause(frame: Frame, k: int) -> bool:
    """“, but Y said”, “, while Y denied”: a subject and a cue of their own."""
    if not frame.tagged(k, "conj", "sub"):
        return False
    for m in range(k + 1, min(k + 10, frame.end)):
        if frame.key(m) in BREAKS or frame.quoted(m):
            return False
        if frame.items[m].verb("qcz"):
            return m > k
    return False


def _clause_before(frame: Frame, j: int, used: set[int]) -> Draft | None:
    """“…, X said.” · “…, said X.” · “…, X said, …”"""
    features = _features(frame, j)
    if not ("z" in features or features >= {"q", "c"}) or features & set("gw"):
        return None
    after = j + _length(frame, j)
    comma = _comma_before(frame, j)
    if comma is None or comma - frame.lo < MIN_CLAUSE:
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
    if source is None and speaker(frame, j) is None:
        return None
    rest = _parenthesis_end(frame, after)
    if rest is None:
        return None
    begin = _clause_begin(frame, comma, used)
    if comma - begin < MIN_CLAUSE:
        return None
    content = [frame.trimmed(begin, comma)]
    if rest < frame.end - 1 and not (inverted and _apposition(frame, begin, comma, rest)):
        content.append(frame.trimmed(rest, clause_end(frame, rest)))
    spans = _source_spans(frame, j, source)
    return Draft(content, [cue_span(frame, j)], spans, "clause-cue", 0.8, reach=frame.end)


def _comma_before(frame: Frame, j: int) -> int | None:
    """The comma or dash that parts the content from the clause of the cue at j."""
    k = j - 1
    while k > frame.lo and frame.tagged(k, "aux"):
        k -= 1
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


def _clause_begin(frame: Frame, comma: int, used: set[int]) -> int:
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
