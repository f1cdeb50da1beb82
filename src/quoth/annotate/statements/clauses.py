"""Where the content clause behind a cue begins and ends."""

from __future__ import annotations

from quoth.annotate.statements.cues import cue_length, separated, written_on
from quoth.annotate.statements.frame import BREAKS, COMMAS, TERMINAL, Frame
from quoth.annotate.statements.quotes import DASHES
from quoth.annotate.statements.sources import Range, led, left_of, right_of, scare

MAX_BETWEEN = 16  # items between a cue and the complementiser of its clause
MIN_CLAUSE = 2  # items of a content clause


def content_start(
    frame: Frame, j: int, features: frozenset[str]
) -> tuple[int | None, Range | None]:
    """The item at which the content clause after the cue begins, and a subject in between."""
    i = j + cue_length(frame, j)
    if i >= frame.hi:
        return None, None
    if features & set("czwo"):
        marked = _complementiser(frame, i, "o" in features)
        if marked is not None:
            return marked, _inverted(frame, j, i, marked, features)
    announced = _behind_colon(frame, j, i, features)
    if announced[0] is not None:
        return announced
    if "w" in features or not features & set("zni"):
        return _first_word(frame, j, i, features)
    comma = frame.grammar.pack.comma_clause
    if "z" in features and comma != "never":
        found = _behind_comma(frame, j, i, features)
        if found[0] is not None:
            return found
        if comma == "always" and not features & set("ni"):
            return None, None
    if "v" in features and "n" in features and left_of(frame, j, frame.lo) is None:
        named = office(frame, i)
        if named is not None:
            return _plain_start(frame, named[1], features), named
    return _unmarked(frame, i, features), None


def office(frame: Frame, i: int) -> Range | None:
    """An inverted subject that is an office, before the object: “نفت الشركة الأنباء”.

    Other subjects are not told from the object, and give None.
    """
    k = i + 1 if frame.tagged(i, "det") else i
    if not frame.tagged(k, "role"):
        return None
    return i, _definite_end(frame, k) if frame.grammar.articles else k + 1


def _definite_end(frame: Frame, k: int) -> int:
    """Behind the office at item k, its possessor and its adjectives, told by their article:
    “نفت الشركة المالكة | صحة الأنباء” · “انتقدت نقابة المعلمين | القرار”."""
    articles = frame.grammar.articles
    end = k + frame.items[k].tags["role"].length
    if not frame.key(end - 1).startswith(articles):
        if not frame.key(end).startswith(articles):
            return end
        end += 1
    last = end
    while last < frame.end and frame.key(last).startswith(articles):
        last += 1
    whole = last >= frame.end or frame.key(last) in BREAKS or frame.tagged(last, "prep", "relative")
    return end if whole else last


def _inverted(frame: Frame, j: int, i: int, ceil: int, features: frozenset[str]) -> Range | None:
    """The subject behind the cue at j, where it stands there."""
    if "v" not in features or ("a" in features and not frame.grammar.pack.verb_second):
        return None
    behind = right_of(frame, i, ceil)
    dateline = j - 1 > frame.lo and frame.key(j - 1) in DASHES
    if behind is None or dateline or left_of(frame, j, frame.lo) is None:
        return behind
    moved = frame.grammar.pack.verb_second or frame.tagged(frame.lo, "prep")
    return behind if moved and led(frame, frame.lo) else None


def _behind_colon(
    frame: Frame, j: int, i: int, features: frozenset[str]
) -> tuple[int | None, Range | None]:
    """“The mayor insisted: fares stay as they are.”"""
    colon = next((k for k in range(i, min(i + 8, frame.end)) if frame.key(k) in BREAKS), i)
    if frame.key(colon) != ":" or not features & set("qcz") or frame.end - colon <= MIN_CLAUSE + 1:
        return None, None
    if any(frame.quoted(k) for k in range(i, colon + 2)) or frame.tagged(colon + 1, "marker"):
        return None, None
    if colon == i:
        return colon + 1, None
    return colon + 1, _inverted(frame, j, i, colon, features)


def _first_word(
    frame: Frame, j: int, i: int, features: frozenset[str]
) -> tuple[int | None, Range | None]:
    """“Kata dia, harga beras turun”: the cue opens its sentence, its source and a comma follow."""
    if j != frame.lo or "v" not in features or frame.grammar.pack.comma_clause == "never":
        return None, None
    source = right_of(frame, i, frame.end)
    if source is None or frame.key(source[1]) not in COMMAS:
        return None, None
    return source[1] + 1, source


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
    closed = comma > i and separated(frame, comma - 1)
    if closed and left_of(frame, j, frame.lo) is not None and not led(frame, frame.lo):
        return start, None  # “forderte die Stadt auf, …”
    subject = _inverted(frame, j, i, comma, features)
    if subject is not None:
        return start, subject
    if frame.grammar.pack.verb_second and comma - i <= 4 and frame.tagged(i, "det"):
        return start, None  # the one addressed: “sagte dem Sender, die Lage sei ernst”
    adverbial = (
        i == comma or "a" in features or frame.tagged(i, "prep", "time", "aux", "link", "sub")
    )
    return (start, None) if adverbial else (None, None)


def _complementiser(frame: Frame, i: int, objects: bool = False) -> int | None:
    """The complementiser or interrogative behind adverbials, an addressee or a subject."""
    for k in range(i, min(i + MAX_BETWEEN, frame.hi)):
        key = frame.key(k)
        if key in TERMINAL or key in ";:" or (frame.quoted(k) and not scare(frame, k)):
            return None
        if frame.tagged(k, "comp") and not frame.infinitive(k):
            return None if _demonstrative(frame, k, i) or _relative(frame, i, k) else k
        if objects and frame.tagged(k, "object"):
            return k
        if frame.tagged(k, "wh") and (k == i or _behind_comma_mark(frame, k)):
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
        return commas != 2 or not _behind_comma_mark(frame, k)
    behind = right_of(frame, i, k) if "v" in features else None
    if behind is None:
        return True
    return behind[1] < k and not frame.tagged(behind[1], "prep", "time", "link")


def _behind_comma_mark(frame: Frame, k: int) -> bool:
    """Whether a comma stands before item k."""
    return frame.key(k - 1) in COMMAS


def _demonstrative(frame: Frame, k: int, i: int) -> bool:
    """“called that a lie”, “praised that decision”: no clause follows."""
    return frame.tagged(k, "det") and (k + 2 >= frame.hi or frame.key(k + 1) in BREAKS)


def _unmarked(frame: Frame, i: int, features: frozenset[str]) -> int | None:
    k = i
    if "a" in features and "z" in features:
        k = _skip_addressee(frame, k)
    else:
        k = _skip_adverbials(frame, k)
    if k >= frame.end or frame.key(k) in BREAKS:
        return None
    return _plain_start(frame, k, features)


def _plain_start(frame: Frame, k: int, features: frozenset[str]) -> int | None:
    if (
        k >= frame.end
        or frame.items[k].verb("g")
        or (frame.tagged(k, "relative") and not frame.tagged(k, "comp", "wh", "det"))
    ):
        return None
    if frame.infinitive(k):
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
            if k + 1 < frame.end and written_on(frame, k + 1):
                return k
            if frame.tagged(k + 1, "marker") or _new_clause(frame, k + 1) or _closing(frame, k + 1):
                return k
            if second_cue(frame, k + 1):
                return k
        elif (
            frame.tagged(k, "marker")
            or (frame.tagged(k, "conj") and _coordinated(frame, k + 1))
            or (written_on(frame, k) and frame.tagged(k + 1, "comp"))
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
    if hit is None or "g" in hit.word.features:
        return False
    if hit.word.features & set("qz"):
        return True
    # “recordó que … y ofreció ayuda”: where a subject may be dropped, a verb that governs both
    both = frame.grammar.pack.drop_subject and hit.word.features >= {"c", "n"}
    return both and not frame.tagged(k, "noun", "role", "det")


def second_cue(frame: Frame, k: int) -> bool:
    """“…, wies aber darauf hin, dass”: behind a comma, a cue and an adverb that opposes it."""
    hit = frame.items[k].verb("cz") if k < frame.end else None
    return (
        hit is not None
        and frame.grammar.pack.verb_second
        and frame.tagged(k + 1, "aux")
        and any(frame.key(m) in COMMAS | {":"} for m in range(k + 2, min(k + 6, frame.end)))
    )


def _new_clause(frame: Frame, k: int) -> bool:
    """“, but Y said”, “, while Y denied”: a subject and a cue of their own."""
    if not frame.tagged(k, "conj", "sub"):
        return False
    for m in range(k + 1, min(k + 10, frame.end)):
        if frame.key(m) in BREAKS or frame.quoted(m):
            return False
        if frame.items[m].verb("qcz"):
            return True
    return False
