"""Finding the noun phrase that names a source, left or right of its cue."""

from __future__ import annotations

from quoth.annotate.statements.frame import BREAKS, COMMAS, QUOTE, TERMINAL, Frame
from quoth.annotate.statements.quotes import DASHES

Range = tuple[int, int]
"""Items [first, last) of a paragraph."""

MAX_SOURCE = (
    14  # items; longer ones are clauses that were not recognised (PolNeAR train: 97 % below)
)
MAX_APPOSITION = 25


def left_of(frame: Frame, cue: int, floor: int) -> Range | None:
    """The subject before the cue at item `cue`, not reaching back over item `floor`.

    Auxiliaries, adverbs and adverbials of time before the cue are passed over; an apposition
    between commas is skipped, and the phrase before it is the source.
    """
    j = _skip_back(frame, cue - 1, floor)
    if j < floor:
        return None
    if frame.tagged(j, "conj"):
        return None  # a cue joined to the one before
    if frame.key(j) in COMMAS or frame.key(j) in DASHES:
        k = _apposition(frame, j, floor)
        if k is None:
            return None
        j = k
    if frame.tagged(j, "relative") and not frame.tagged(j, "comp"):
        return (j, j + 1)
    first = j + 1
    while first > floor:
        inside = _bracket(frame, first - 1, floor)
        if inside is not None:
            first = inside
        elif _stops_left(frame, first - 1):
            break
        else:
            first -= 1
    head = _before_relative(frame, first, j, floor)
    if head is not None:
        return left_of(frame, head, floor)
    return _trim(frame, first, j + 1)


def _before_relative(frame: Frame, first: int, j: int, floor: int) -> int | None:
    """The relative pronoun of the clause between a subject and its cue: “a man who saw it said”."""
    if first <= floor + 1 or frame.key(first - 1) in BREAKS:
        return None
    for k in range(first - 1, max(floor, first - 10), -1):
        if frame.key(k) in BREAKS or frame.quoted(k):
            return None
        tags = frame.items[k].tags
        if "relative" in tags and not tags.keys() & {"comp", "det"}:
            return k if _nominal(frame, k - 1) or not frame.items[k - 1].tags else None
        if "relative" in tags and "comp" in tags and frame.tagged(k - 1, "role"):
            return k
    return None


def right_of(frame: Frame, i: int, ceil: int) -> Range | None:
    """The subject after an inverted cue, from item `i` on and not beyond item `ceil`."""
    first = _behind_day(frame, i)
    while (
        first < ceil
        and frame.tagged(first, "aux", "time")
        and not frame.tagged(first, "det", "pronoun", "title")
    ):
        first += frame.items[first].tags["aux" if frame.tagged(first, "aux") else "time"].length
    first = _behind_place(frame, first)
    if _addressed(frame, first, i):
        first += 1
    if frame.tagged(first, "pronoun") and not frame.tagged(first, "det") and first < ceil:
        return (first, first + 1)
    last = first
    while last < ceil and last - first < MAX_SOURCE and not _stops_right(frame, last, first):
        last = behind_bracket(frame, last, ceil)
    while last > first and (frame.tagged(last - 1, "conj", "link", "det") and last - first > 1):
        last -= 1
    return (first, last) if _names(frame, first, last) else None


def _addressed(frame: Frame, j: int, cue_end: int) -> bool:
    """Whether item j is the name of a paper before the subject: сообщил газете «Вечер» мэр."""
    role = frame.tagged(j + 1, "role", "title")
    behind = frame.items[j + 1].capital if j > cue_end and j + 1 < frame.hi else False
    return frame.quoted(j) and scare(frame, j) and (role or behind)


def subject(frame: Frame, cue: int, after: int, floor: int, ceil: int) -> Range | None:
    """The subject of the cue at items [cue, after): before it, or behind it where it is inverted.

    Behind an adverbial that opens the clause (“Auf die Frage antwortete der Minister”) an inverted
    subject that reaches to `ceil` comes first.
    """
    before = left_of(frame, cue, floor)
    behind = right_of(frame, after, ceil)
    if before is None or behind is None:
        return behind or before
    moved = led(frame, floor) or frame.tagged(before[0] - 1, "prep", "time", "link")
    full = frame.grammar.pack.verb_second or behind[1] == ceil
    return behind if moved and full else before


def led(frame: Frame, first: int) -> bool:
    """Whether an adverbial opens the clause, so that an inverted subject may follow its verb."""
    while frame.tagged(first, "conj"):
        first += 1
    adverbial = frame.tagged(first, "prep", "time", "sub", "aux")
    return adverbial and not frame.tagged(first, "det", "pronoun", "title", "role")


def _behind_day(frame: Frame, i: int) -> int:
    """Behind “el miércoles”, “na segunda-feira”, where they stand before an inverted subject."""
    k = i
    while frame.tagged(k, "det", "prep", "link") and k < i + 2:
        k += 1
    if k == i or not frame.tagged(k, "time"):
        return i
    return k + frame.items[k].tags["time"].length


def _behind_place(frame: Frame, i: int) -> int:
    """Behind “à Reuters”, “en un comunicado”, where an inverted subject follows at once."""
    if not frame.tagged(i, "prep") or frame.tagged(i, "comp", "wh", "relative"):
        return i
    k = i + frame.items[i].tags["prep"].length
    k += frame.tagged(k, "det")
    first = k
    while k < frame.end and k - first < 3 and frame.items[k].word and not _fresh(frame, k):
        if k > first and not frame.items[k].capital:
            return i
        k += 1
    return k if first < k < frame.end and _fresh(frame, k) else i


def _fresh(frame: Frame, k: int) -> bool:
    """Whether a determiner or a title begins a noun phrase here."""
    item = frame.items[k]
    return bool(item.tags.keys() & {"det", "title"}) and not item.tags.keys() & {"comp", "relative"}


def speaks(frame: Frame, source: Range) -> bool:
    """Whether a noun phrase tells by a word of it that it can speak: an office, a title, a name."""
    for k in range(*source):
        item = frame.items[k]
        if item.tags.keys() & {"role", "title", "pronoun"} or (item.capital and k > frame.lo):
            return True
    return False


def opening(frame: Frame, stop: int) -> Range | None:
    """The noun phrase that opens the sentence: a determiner, names, offices and one plain noun."""
    k = frame.lo
    while k < stop and frame.tagged(k, "conj", "aux", "det") and not frame.tagged(k, "pronoun"):
        k += 1
    first, plain = k, frame.tagged(k - 1, "det")
    while k < stop and frame.items[k].word:
        item = frame.items[k]
        known = _nominal(frame, k) or "link" in item.tags or "pronoun" in item.tags
        if not known and (not plain or item.tags):
            break
        plain = False
        k += 1
    begin = first - 1 if frame.tagged(first - 1, "det") else first
    return (begin, k) if k > first and _names(frame, begin, k) else None


def _skip_back(frame: Frame, j: int, floor: int) -> int:
    while j >= floor:
        if _covered(frame, j, "aux") and not frame.tagged(j, "pronoun", "role", "title"):
            j -= 1
            continue
        if _covered(frame, j, "time"):
            k = j
            while k >= floor and (_covered(frame, k, "time") or frame.key(k).isdigit()):
                k -= 1
            if frame.tagged(k, "prep"):
                k -= 1
            if k < floor:
                return j
            j = k
            continue
        return j
    return j


def _covered(frame: Frame, j: int, kind: str) -> bool:
    """Whether item j ends a form of `kind` of up to three words."""
    for length in (1, 2, 3):
        start = j - length + 1
        if frame.tagged(start, kind) and frame.items[start].tags[kind].length == length:
            return True
    return False


def _apposition(frame: Frame, comma: int, floor: int) -> int | None:
    """The item before the apposition that ends at `comma`, or None where there is none."""
    mark = frame.key(comma)
    for k in range(comma - 1, max(floor, comma - MAX_APPOSITION), -1):
        key = frame.key(k)
        if key == mark or (key in COMMAS and mark in COMMAS):
            if k - 1 < floor or frame.key(k - 1) in BREAKS - {")"} or frame.quoted(k - 1):
                return None
            return k - 1
        if key in BREAKS or frame.quoted(k):
            return None
    return None


def _bracket(frame: Frame, j: int, floor: int) -> int | None:
    if frame.key(j) != ")":
        return None
    for k in range(j - 1, max(floor - 1, j - 8), -1):
        if frame.key(k) == "(":
            return k
    return None


def behind_bracket(frame: Frame, j: int, ceil: int) -> int:
    """The item behind j, or behind the bracket that opens at j."""
    if frame.key(j) == "(":
        for k in range(j + 1, min(j + 8, ceil)):
            if frame.key(k) == ")":
                return k + 1
    return j + 1


def _stops_left(frame: Frame, j: int) -> bool:
    key = frame.key(j)
    if key in BREAKS or key == QUOTE:
        return not (key == QUOTE and scare(frame, j))
    item = frame.items[j]
    tags = item.tags
    if not tags:
        return False
    if tags.keys() & {"comp", "relative", "wh"}:
        # “that” and its like are determiners too: “that man said”
        if "relative" in tags and "det" in tags and "comp" not in tags:
            return False  # “der”, “die”: a relative one has its comma before it
        determiner = "det" in tags and not frame.infinitive(j)
        return not determiner or _clause_that(frame, j)
    if "verb" in tags and not ("role" in tags or "noun" in tags or item.capital):
        return True
    return "sub" in tags and not tags.keys() & {"prep", "link", "det"}


def _clause_that(frame: Frame, j: int) -> bool:
    """Whether a word that is complementiser and determiner (that) opens a clause here."""
    before = frame.items[j - 1].tags if j > frame.lo else {}
    return "verb" in before or "noun" in before or frame.tagged(j + 1, "pronoun", "det")


def scare(frame: Frame, j: int) -> bool:
    """Whether item j is a quotation so short that it may be a name or a scare quote."""
    quote = frame.items[j].quote if frame.quoted(j) else None  # j may lie behind the sentence
    return quote is not None and quote.closed and quote.last - quote.first <= 6


def _stops_right(frame: Frame, j: int, first: int) -> bool:
    key = frame.key(j)
    if key in BREAKS:
        return not (key == "(" and j > first and behind_bracket(frame, j, frame.hi) > j + 1)
    if key == QUOTE:
        if j == first:
            return not (scare(frame, j) and frame.key(j + 1) in TERMINAL | COMMAS)
        return not scare(frame, j) or _told_paper(frame, j, first)
    item = frame.items[j]
    tags = item.tags
    if not tags or "link" in tags:
        return False
    if "det" in tags and j > first and frame.quoted(j + 1) and _told_paper(frame, j + 1, first):
        return True
    if "title" in tags or "role" in tags or ("det" in tags and j == first):
        return False
    if "conj" in tags:
        return not (j > first and j + 1 < frame.hi and _nominal(frame, j + 1))
    if tags.keys() & {"comp", "wh", "relative", "sub", "prep", "time", "marker"}:
        return not (item.capital and j > first and "time" not in tags)
    if "pronoun" in tags:
        return j > first
    if "aux" in tags:
        return j > first and "det" not in tags
    return "verb" in tags and not ("noun" in tags or item.capital)


def _told_paper(frame: Frame, quote: int, first: int) -> bool:
    """“sagte Ruhl der „Zeitung“”: behind a name, the paper is the one addressed."""
    before = quote - 1 if not frame.tagged(quote - 1, "det") else quote - 2
    alone = before == first or frame.items[before - 1].capital
    named = before >= first and alone and frame.items[before].capital
    return frame.grammar.pack.verb_second and named and frame.tagged(quote - 1, "det")


def _nominal(frame: Frame, j: int) -> bool:
    item = frame.items[j]
    return item.capital or bool(item.tags.keys() & {"role", "title", "det"})


def _trim(frame: Frame, first: int, last: int) -> Range | None:
    """Cut what stands before the subject: conjunctions, adverbials, an earlier clause."""
    while (
        first < last
        and frame.tagged(first, "conj", "sub", "aux")
        and not frame.tagged(first, "det", "pronoun")
    ):
        first += 1
    last = _before_auxiliary(frame, first, last)
    if last - first > 4:
        first = _after_conjunction(frame, first, last)
    if frame.tagged(first, "prep", "time", "marker") and not frame.items[first].tags.keys() & {
        "title",
        "role",
    }:
        first = _after_adverbial(frame, first, last)
    if last - first > MAX_SOURCE:
        first = _last_phrase(frame, last - MAX_SOURCE, last)
    return (first, last) if _names(frame, first, last) else None


def _before_auxiliary(frame: Frame, first: int, last: int) -> int:
    """Where a finite auxiliary parts the subject from the rest: “Der Kanzler hat am Montag …”."""
    for k in range(first + 1, last):
        if frame.tagged(k, "aux") and not frame.tagged(
            k, "det", "pronoun", "title", "role", "link"
        ):
            return k
    return last


def _after_conjunction(frame: Frame, first: int, last: int) -> int:
    for k in range(last - 2, first + 2, -1):
        if frame.tagged(k, "conj") and not (_name_like(frame, k - 1) and _name_like(frame, k + 1)):
            return k + 1
    return first


def _name_like(frame: Frame, j: int) -> bool:
    item = frame.items[j]
    return item.capital or bool(item.tags.keys() & {"role", "title"})


def _after_adverbial(frame: Frame, first: int, last: int) -> int:
    """Behind “In a statement”, “On Monday”: where the next noun phrase begins."""
    k = first + 1
    while k < last and frame.tagged(k, "det", "time", "prep", "link"):
        k += 1
    for m in range(k, last):
        fresh = frame.tagged(m, "det", "pronoun", "title", "role") or frame.items[m].capital
        if m > k and fresh and not frame.tagged(m - 1, "link", "prep", "det"):
            return m
        if m == k and frame.tagged(first, "time") and fresh:
            return m
    return first if k >= last else k


def _last_phrase(frame: Frame, first: int, last: int) -> int:
    for k in range(last - 2, first, -1):
        if frame.tagged(k, "det", "pronoun") and not frame.tagged(k - 1, "link", "prep"):
            return k
    return first


def _names(frame: Frame, first: int, last: int) -> bool:
    """Whether the items can name a source: a word, and not only words that never do."""
    if last <= first:
        return False
    words = [frame.items[k] for k in range(first, last) if frame.items[k].word]
    if all("det" in w.tags for w in words) and any(frame.quoted(k) for k in range(first, last)):
        return True  # der „Bote“
    if not words:
        return False
    if len(words) == 1:
        tags = words[0].tags
        if "pronoun" in tags or "role" in tags or words[0].capital:
            return "never" not in tags or "pronoun" in tags
        return not tags.keys() & {
            "never",
            "prep",
            "link",
            "conj",
            "sub",
            "time",
            "aux",
            "comp",
            "wh",
            "det",
        }
    return True
