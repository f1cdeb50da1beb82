"""Attributions without a reporting verb: according to X, the claim that, reportedly, X: …"""

from __future__ import annotations

from quoth.annotate.statements.clauses import MIN_CLAUSE, clause_end
from quoth.annotate.statements.draft import Draft
from quoth.annotate.statements.frame import BREAKS, COMMAS, PAUSES, TERMINAL, Frame
from quoth.annotate.statements.quotes import DASHES
from quoth.annotate.statements.sources import Range, left_of, right_of, scare
from quoth.model import Span, hull


def markers(frame: Frame, used: set[int]) -> list[Draft]:
    """“According to X, …” · “…, according to X” · “…, according to X, …” · “X zufolge …”"""
    drafts = []
    for j in sorted({*frame.having("marker"), *frame.having("postmarker")} - used):
        found = _postmarker(frame, j) if frame.tagged(j, "postmarker") else None
        if found is None and frame.tagged(j, "marker"):
            found = _marker(frame, j)
        if found is not None:
            drafts.append(found)
            used.add(j)
    return drafts


def _marker(frame: Frame, j: int) -> Draft | None:
    hit = frame.items[j].tags["marker"]
    length = hit.length
    own = frame.items[j].speaker
    if own is not None:
        return _written_on(frame, j, own)
    if "o" in hit.word.features:
        return _own(frame, j, length)
    if "p" in hit.word.features and j > frame.lo and not (_paused(frame, j) or frame.quoted(j - 1)):
        return None
    source = right_of(frame, j + length, frame.hi)
    if source is None and scare(frame, j + length) and frame.tagged(j + length + 1, "aux", "verb"):
        source = (j + length, j + length + 1)
    if source is None:
        return None
    if "f" in hit.word.features and not _holds(frame, source):
        return None
    if j == _sentence_start(frame, j) or frame.tagged(j - 1, "conj"):
        source = _before_verb(frame, source)
    return _around(frame, (j, j + length), source, j, _phrase_end(frame, source[1], j))


def _holds(frame: Frame, source: Range) -> bool:
    """Whether a source that a comma follows is one who can hold an opinion: “Para él, …”"""
    able = any(frame.tagged(k, "role", "title", "pronoun") for k in range(*source))
    return able and frame.key(source[1]) in COMMAS


def _written_on(frame: Frame, j: int, own: Span) -> Draft | None:
    """“Menurutnya, …”: the source is written onto the marker."""
    found = _around(frame, (j, j + 1), (j, j + 1), j, _phrase_end(frame, j + 1, j))
    if found is not None:
        found.cue, found.source = [Span(frame.items[j].start, own.start)], [own]
    return found


def _own(frame: Frame, j: int, length: int) -> Draft | None:
    """“по его словам”: the source is the possessive inside the marker."""
    inner = [k for k in range(j, j + length) if frame.tagged(k, "pronoun", "det")]
    k = inner[0] if inner else j + 1
    found = _around(frame, (j, j + length), (k, k + 1), j, j + length)
    if found is not None:
        around = ((j, k), (k + 1, j + length))
        found.cue = [frame.span(*part) for part in around if part[0] < part[1]]
    return found


def _before_verb(frame: Frame, source: Range) -> Range:
    """The source of a sentence that goes on with its verb: “Volgens de politie raakten …”."""
    if frame.key(source[1]) in PAUSES:
        return source
    for k in range(source[0] + 1, source[1]):
        if _predicate(frame, k, source[0]):
            return source[0], k
    return source


def _predicate(frame: Frame, k: int, first: int) -> bool:
    """Whether item k of the words behind a marker, from item `first` on, is no part of its source.

    A verb, also behind a plain noun with a determiner (“volgens de luchthaven zijn …”), or, where
    the subject stands before its verb, the next noun phrase (“secondo Neri il piano …”).
    """
    item, before = frame.items[k], frame.items[k - 1]
    if not item.word or item.capital:
        return False
    name = before.capital or frame.quoted(k - 1)
    if name or "role" in before.tags:
        if not item.tags.keys() - {"aux", "verb", "never", "block"}:
            return True
        subject = "det" in item.tags and not frame.grammar.pack.verb_second
        if (
            subject
            and name
            and not before.tags.keys() & {"det", "link"}
            and "link" not in item.tags
        ):
            return True
    plain = k - first >= 2 and not before.tags.keys() & {"det", "link", "prep"}
    return plain and frame.grammar.pack.verb_second and bool(item.tags.keys() & {"aux", "verb"})


def _phrase_end(frame: Frame, i: int, marker: int) -> int:
    """Behind the adverbials of the source, where a comma or the sentence's end follows soon.

    A phrase that opens its sentence ends at a comma only.
    """
    opening = marker == _sentence_start(frame, marker)
    if not opening and frame.tagged(i, "aux") and frame.key(i + 1) in COMMAS:
        return i + 1  # “…, so Maas weiter, …”
    if not opening and not frame.tagged(i, "prep", "time", "relative", "link") and i < frame.end:
        return i
    for k in range(i, min(i + 12, frame.hi)):
        if frame.key(k) in PAUSES:
            return k
        if frame.items[k].verb("qcz") or (opening and frame.key(k) in TERMINAL):
            return i
        if frame.key(k) in TERMINAL:
            return k
    return i


def _postmarker(frame: Frame, j: int) -> Draft | None:
    source = left_of(frame, j, frame.lo)
    if source is None:
        return None
    end = j + frame.items[j].tags["postmarker"].length
    return _around(frame, (j, end), source, source[0], end)


def _around(frame: Frame, cue: Range, source: Range, first: int, last: int) -> Draft | None:
    """A draft whose content is the sentence around the attributing phrase [first, last)."""
    parts = []
    begin = _sentence_start(frame, first)
    if first - begin >= MIN_CLAUSE or (first - begin == 1 and frame.quoted(begin)):
        parts.append((begin, first))
    rest = last + 1 if frame.key(last) in PAUSES else last
    if not parts and rest > last:
        rest = _behind_apposition(frame, rest)
    if rest < frame.end and (not parts or frame.key(last) in PAUSES or not _paused(frame, first)):
        parts.append((rest, clause_end(frame, rest)))
    if not any(frame.items[k].word or frame.quoted(k) for part in parts for k in range(*part)):
        return None
    content = [frame.trimmed(*part) for part in parts]
    quotes = sum(_quotation(frame, *part) for part in parts)
    spans = [frame.span(*source)]
    return Draft(content, [frame.span(*cue)], spans, "marker", 0.85, quotes=quotes, reach=frame.end)


def _quotation(frame: Frame, first: int, last: int) -> bool:
    """Whether a quotation and pauses around it are all that items [first, last) hold."""
    said = [k for k in range(first, last) if frame.key(k) not in PAUSES]
    return len(said) == 1 and frame.quoted(said[0])


def _behind_apposition(frame: Frame, rest: int) -> int:
    """Behind “, the mayor of Arden,” after the source of a marker that opens its sentence."""
    for k in range(rest + 1, min(rest + 8, frame.end - MIN_CLAUSE)):
        if frame.key(k) in COMMAS:
            office = frame.tagged(rest, "relative") or any(
                frame.tagged(m, "role", "title") for m in range(rest, min(rest + 2, k))
            )
            return k + 1 if office else rest
        if frame.key(k) in BREAKS or frame.items[k].verb() or frame.quoted(k):
            return rest
    return rest


def _paused(frame: Frame, first: int) -> bool:
    return frame.key(first - 1) in PAUSES


def _sentence_start(frame: Frame, first: int) -> int:
    for k in range(first - 1, frame.lo, -1):
        if frame.key(k) == ";" or (k == first - 1 and frame.key(k) == ":"):
            return k + 1
        if k == first - 1 and frame.key(k) in DASHES and k - frame.lo <= 3:
            return k + 1  # a dateline: “Tiefenau – Nach Angaben der Polizei …”
    return frame.lo


def nouns(frame: Frame, used: set[int]) -> list[Draft]:
    """“his claim that …” · “the minister's promise that …”"""
    drafts = []
    for j in frame.having("noun"):
        if j in used:
            continue
        hit = frame.items[j].tags["noun"]
        start = j + hit.length
        if "c" not in hit.word.features or not frame.tagged(start, "comp"):
            continue
        if frame.infinitive(start):
            continue
        source = _possessor(frame, j)
        stop = clause_end(frame, start)
        if stop - start < MIN_CLAUSE + 1 or source is None:
            continue
        used.add(j)
        content = [frame.trimmed(start, stop)]
        drafts.append(
            Draft(content, [frame.span(j, start)], [frame.span(*source)], "noun", 0.6, reach=stop)
        )
    return drafts


def _possessor(frame: Frame, j: int) -> Range | None:
    k = j - 1
    while (
        k > frame.lo
        and frame.items[k].word
        and not frame.items[k].tags
        and not frame.items[k].capital
    ):
        k -= 1
    if frame.key(k).endswith("'s") or frame.key(k).endswith("s'"):
        return left_of(frame, k + 1, frame.lo)
    return None


def hearsay(frame: Frame, used: set[int], taken: list[Draft]) -> list[Draft]:
    """Statements without a source: “X has reportedly cancelled …”.

    Inside the content of another statement such a word is a hedge and no statement of its own.
    """
    for j in frame.having("hearsay"):
        if j in used:
            continue
        span = frame.span(j, j + frame.items[j].tags["hearsay"].length)
        # between a statement's source, cue and content it is a word of doubt about that statement
        if any(hull((*d.content, *d.cue, *d.source)).covers(span) for d in taken):
            continue
        last = j + frame.items[j].tags["hearsay"].length
        begin = _hearsay_begin(frame, j)
        document = _document(frame, begin, j)
        begin = document or begin
        content = []
        if j > begin:
            content.append(frame.trimmed(begin, j))
        if last < frame.end:
            first = last + 1 if frame.key(last) in COMMAS else last
            content.append(frame.trimmed(first, clause_end(frame, first)))
        if sum(len(c) for c in content) < 8:
            continue
        used.update(range(j, last))
        doubt = [span] if doubtful(frame, j) else []
        draft = Draft(content, [span], [], "hearsay", 0.7, hedge=doubt, reach=frame.end)
        if document is not None:
            draft.source = [frame.trimmed(_hearsay_begin(frame, j), document)]
        draft.hearsay = document is None
        return [draft]
    return []


def _document(frame: Frame, begin: int, cue: int) -> int | None:
    """The item behind the text that speaks: “Raporda, zararın arttığı bildirildi.”"""
    for k in range(begin, min(begin + 8, cue - MIN_CLAUSE)):
        if frame.tagged(k, "noun") and "d" in frame.items[k].tags["noun"].word.features:
            return k + 2 if frame.key(k + 1) in COMMAS else k + 1
        if frame.key(k) in BREAKS or frame.quoted(k):
            return None
    return None


def doubtful(frame: Frame, j: int) -> bool:
    """Whether a cue of hearsay is a word of doubt too: reportedly, but not “it is reported”."""
    hit = frame.items[j].tags["hearsay"]
    hedge = frame.items[j].tags.get("hedge")
    return "h" in hit.word.features or (hedge is not None and hedge.length == hit.length)


def _hearsay_begin(frame: Frame, j: int) -> int:
    for k in range(j - 1, frame.lo, -1):
        if frame.key(k) == ";" or (frame.key(k) in COMMAS and frame.tagged(k + 1, "conj", "sub")):
            return k + 1
    return frame.lo


def headline(frame: Frame) -> list[Draft]:
    """“Minister: The bridge stays shut” · “The bridge stays shut, — minister” as a headline."""
    for j in range(frame.lo + 1, min(frame.lo + 9, frame.hi - 2)):
        if frame.key(j) == ":":
            return _headline_colon(frame, j)
    return _headline_dash(frame)


def _headline_colon(frame: Frame, j: int) -> list[Draft]:
    """The statement of a headline whose colon is item j, its source or a quotation before it."""
    cue = [frame.span(j, j + 1)]
    if j == frame.lo + 1 and frame.quoted(frame.lo):
        last = j + 1
        while last < frame.end and _speaks(frame, last):
            last += 1
        spans = [frame.span(j + 1, last)] if last > j + 1 else []
        return [Draft([frame.span(frame.lo, j)], cue, spans, "headline", 0.6, 1)]
    source = right_of(frame, frame.lo, j)
    if source is None or source != (frame.lo, j):
        return []
    if not any(frame.tagged(k, "role", "title", "pronoun") for k in range(*source)):
        low = [k for k in range(*source) if not frame.items[k].capital]
        if any(frame.items[k].word and not frame.items[k].tags for k in low):
            return []  # a topic: “Fire in Arden: Two dead”
        if _topic(frame, j):
            return []
    content = [frame.trimmed(j + 1, frame.end)]
    quotes = int(frame.quoted(j + 1) and j + 2 >= frame.end)
    return [Draft(content, cue, [frame.span(*source)], "headline", 0.6, quotes)]


def _topic(frame: Frame, j: int) -> bool:
    """Whether words before the colon at j that name no office are a topic: “Juicio de Arden: …”.

    A capital says nothing of the first word, and a name with “de” in it is more often before a
    quotation than before a clause.
    """
    linked = frame.tagged(frame.lo + 1, "link") and not frame.items[frame.lo + 1].capital
    return linked and not frame.grammar.pack.verb_second and not frame.quoted(j + 1)


def _headline_dash(frame: Frame) -> list[Draft]:
    """“…, — prosecutor”: the source behind a dash at the end of the headline."""
    for j in range(frame.end - 2, max(frame.lo + MIN_CLAUSE, frame.end - 6), -1):
        if frame.key(j) not in DASHES:
            continue
        behind_comma = frame.key(j - 1) in COMMAS
        if not behind_comma and not frame.tagged(j + 1, "role", "title"):
            return []
        if right_of(frame, j + 1, frame.end) != (j + 1, frame.end):
            return []
        content = [frame.trimmed(frame.lo, j)]
        cue, source = [frame.span(j, j + 1)], [frame.span(j + 1, frame.end)]
        return [Draft(content, cue, source, "headline", 0.6)]
    return []


def _speaks(frame: Frame, k: int) -> bool:
    return frame.items[k].capital or frame.tagged(k, "role", "title")


def hedges(frame: Frame) -> list[Span]:
    """The words of doubt of a sentence."""
    return [frame.span(j, j + frame.items[j].tags["hedge"].length) for j in frame.having("hedge")]
