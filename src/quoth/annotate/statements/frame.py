"""A paragraph as a row of items, a quotation being one item, cut into sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quoth.annotate.statements.grammar import Grammar
from quoth.annotate.statements.quotes import DASHES, Quotation
from quoth.lang import Hit, Word
from quoth.model import Span
from quoth.text import Token

QUOTE = "\0quote"
MAX_SENTENCE = 200  # items; longer ones are lists or noise, and are cut so that work stays linear
TERMINAL = frozenset({".", "?", "!", "…", "...", "؟", "۔", "。", "।"})
COMMAS = frozenset({",", "،", "、"})
PAUSES = COMMAS | DASHES
STOPS = TERMINAL | DASHES
BREAKS = frozenset(";:؛()[]{}|/•") | PAUSES | TERMINAL
SOUGHT = frozenset({"verb", "noun", "marker", "postmarker", "hearsay", "hedge"})
_CUES = frozenset({"verb", "noun", "marker", "postmarker", "hearsay", "recall", "mood"})
_NO_TAGS: dict[str, Hit] = {}


class Item:
    """A word, a punctuation mark or a whole quotation, with what the pack says of it.

    `tags` maps a kind of the pack to the longest form of that kind that begins here.
    `speaker` is the part of a word that stands for the speaker (kata-nya, dit-il).
    """

    __slots__ = ("capital", "end", "key", "quote", "speaker", "start", "tags", "word")

    def __init__(self, start: int, end: int, key: str, word: bool, capital: bool) -> None:
        self.start = start
        self.end = end
        self.key = key
        self.word = word
        self.capital = capital
        self.tags: Mapping[str, Hit] = _NO_TAGS
        self.quote: Quotation | None = None
        self.speaker: Span | None = None

    @property
    def open(self) -> bool:
        """Whether it is a quotation without its closing mark."""
        return self.quote is not None and not self.quote.closed

    def verb(self, features: str = "") -> Hit | None:
        """The reporting verb that begins here, if it has one of `features`."""
        hit = self.tags.get("verb")
        if hit is None or (features and not hit.word.features & set(features)):
            return None
        return hit


@dataclass(frozen=True, slots=True)
class Frame:
    """items[lo:hi] are one sentence of a paragraph.

    `index` has the places of those kinds of words that a construction begins with.
    """

    text: str
    items: Sequence[Item]
    lo: int
    hi: int
    grammar: Grammar
    index: Mapping[str, Sequence[int]]

    def span(self, i: int, k: int) -> Span:
        """The stretch from the first to the last of items[i:k] (at least one)."""
        return Span(self.items[i].start, self.items[k - 1].end)

    def trimmed(self, first: int, last: int) -> Span:
        """The stretch of items [first, last) without commas and dashes at its ends."""
        while last - 1 > first and self.key(last - 1) in PAUSES | {";", ":"}:
            last -= 1
        while first < last - 1 and self.key(first) in PAUSES:
            first += 1
        return self.span(first, last)

    def tagged(self, i: int, *kinds: str) -> bool:
        """Whether a form of one of `kinds` begins at item i of the sentence."""
        if not self.lo <= i < self.hi:
            return False
        tags = self.items[i].tags
        if tags:
            for kind in kinds:  # a loop: this is asked a hundred times a sentence
                if kind in tags:
                    return True
        return False

    def infinitive(self, i: int) -> bool:
        """Whether item i is the mark of an infinitive (to, zu), no complementiser of a clause."""
        return self.tagged(i, "comp") and "i" in self.items[i].tags["comp"].word.features

    def key(self, i: int) -> str:
        """The look-up key of item i; empty outside the sentence."""
        return self.items[i].key if self.lo <= i < self.hi else ""

    def having(self, kind: str) -> Sequence[int]:
        """The items of the sentence at which a form of `kind` (one of `SOUGHT`) begins."""
        return self.index.get(kind, ())

    def quotations(self) -> Sequence[int]:
        """The items of the sentence that are quotations."""
        return self.index.get(QUOTE, ())

    def quoted(self, i: int) -> bool:
        """Whether item i is a quotation."""
        return self.key(i) == QUOTE

    @property
    def end(self) -> int:
        """The index behind the last item that is no final punctuation mark."""
        k = self.hi
        while k > self.lo and self.items[k - 1].key in TERMINAL:
            k -= 1
        return k


def make_items(
    tokens: Sequence[Token], quotes: Sequence[Quotation], grammar: Grammar
) -> list[Item]:
    """The items of a paragraph, tagged."""
    items: list[Item] = []
    position = 0
    for quote in [*quotes, Quotation(len(tokens), len(tokens))]:
        items += [Item(*token) for token in tokens[position : quote.first]]
        if quote.last > quote.first:
            item = Item(tokens[quote.first].start, tokens[quote.last - 1].end, QUOTE, False, False)
            item.quote = quote
            items.append(item)
        position = quote.last
    return _tag(items, grammar)


def _tag(items: list[Item], grammar: Grammar) -> list[Item]:
    keys = [item.key for item in items]
    lexicon = grammar.lexicon
    out: list[Item] = []
    blocked = skip = -1
    for i, item in enumerate(items):
        if i < skip:
            continue
        out.append(item)
        if not item.word:
            continue
        tags = lexicon.best(keys, i)
        if tags:
            if i < blocked or not tags.keys().isdisjoint(_CUES) or "block" in tags:
                tags, blocked = _cues(tags, i, blocked, out[-2] if len(out) > 1 else None)
            if "abbr" in tags and tags["abbr"].length > 1:
                skip = i + tags["abbr"].length
                item.end = items[skip - 1].end
            item.tags = tags
        elif grammar.pack.clitics or "-" in item.key:
            _clitic(item, grammar)
    return out


def _cues(
    tags: Mapping[str, Hit], i: int, blocked: int, before: Item | None
) -> tuple[Mapping[str, Hit], int]:
    """The tags without the cues that are none here, and the item up to which cues are blocked."""
    if "block" in tags:
        blocked = max(blocked, i + tags["block"].length)
    cues = {k: h.length for k, h in tags.items() if k in _CUES}
    longest = max(cues.values(), default=0)
    if i < blocked:
        tags = {k: h for k, h in tags.items() if k not in cues}
    elif longest > 1:
        # “selon nos informations” is a cue of hearsay, not “selon” with a source
        tags = {k: h for k, h in tags.items() if cues.get(k, longest) == longest}
        blocked = i + longest
    if "marker" in tags and "f" in tags["marker"].word.features and not _first(before):
        tags = {k: h for k, h in tags.items() if k != "marker"}
    if "verb" in tags and _noun_here(before):
        tags = {k: h for k, h in tags.items() if k != "verb"}
    return tags, blocked


def _first(before: Item | None) -> bool:
    """Whether a sentence begins behind the item `before`."""
    return before is None or before.key in TERMINAL or before.quote is not None


def _noun_here(before: Item | None) -> bool:
    """Whether the word before makes a noun of a word that could be a reporting verb."""
    if before is None:
        return False
    tags = before.tags
    if before.capital and "recall" in tags:
        return False  # “Lo anuncia …”
    return (
        "det" in tags and not tags.keys() & {"pronoun", "relative", "comp"}
    ) or before.key.endswith("'s")


def _clitic(item: Item, grammar: Grammar) -> None:
    for ending in grammar.pack.clitics:
        stem = item.key.removesuffix(ending)
        hit = _verb(stem, grammar) or _of(stem, "marker", grammar)
        if stem != item.key and hit:
            _speak(item, hit, len(ending))
            return
    stem, hyphen, last = item.key.rpartition("-")
    if not hyphen or not _of(last, "pronoun", grammar):
        return
    verb = _verb(stem.removesuffix("-t"), grammar)
    if verb is not None:
        _speak(item, verb, len(last))
    elif _of(stem.removesuffix("-t"), "aux", grammar):
        item.speaker = Span(item.end - len(last), item.end)
        item.tags = {"aux": Hit(1, Word((item.key,), False, "aux", frozenset()))}


def _speak(item: Item, hit: Hit | None, length: int) -> None:
    if hit is not None:
        item.speaker = Span(item.end - length, item.end)
        item.tags = {hit.word.kind: hit}


def _verb(key: str, grammar: Grammar) -> Hit | None:
    if not key:
        return None
    return _of(key, "verb", grammar)


def _of(key: str, kind: str, grammar: Grammar) -> Hit | None:
    return grammar.lexicon.best((key,), 0).get(kind)


def sentences(text: str, items: Sequence[Item], grammar: Grammar) -> list[Frame]:
    """Cut the items of a paragraph into sentences."""
    out: list[Frame] = []
    lo = 0
    for i in range(len(items)):
        if _ends(text, items, i) or i - lo > MAX_SENTENCE:
            out.append(Frame(text, items, lo, i + 1, grammar, _index(items, lo, i + 1)))
            lo = i + 1
    if lo < len(items):
        out.append(Frame(text, items, lo, len(items), grammar, _index(items, lo, len(items))))
    return out


def _index(items: Sequence[Item], lo: int, hi: int) -> dict[str, list[int]]:
    index: dict[str, list[int]] = {}
    for i in range(lo, hi):
        item = items[i]
        if item.quote is not None:
            index.setdefault(QUOTE, []).append(i)
        elif item.tags:
            for kind in SOUGHT.intersection(item.tags):
                index.setdefault(kind, []).append(i)
    return index


def _ends(text: str, items: Sequence[Item], i: int) -> bool:
    item, following = items[i], items[i + 1] if i + 1 < len(items) else None
    if following is None:
        return True
    if item.key == QUOTE:
        return _quote_ends(text, items, i)
    if item.key not in TERMINAL or following.key in TERMINAL:
        return False
    if item.key == "." and i and _no_stop(items[i - 1], following):
        return False
    return _begins(following)


def _no_stop(before: Item, following: Item) -> bool:
    if len(before.key) == 1 and before.capital:
        return True
    return before.key.isdigit() and len(before.key) < 3 and "time" in following.tags


def _begins(item: Item) -> bool:
    """Whether a sentence may begin here: no letter that could be upper-case is lower-case."""
    if item.key == QUOTE or not item.word:
        return item.key not in BREAKS or item.key in DASHES or item.key in "([•"
    return item.capital or item.key[0].isdigit() or item.key[0].upper() == item.key[0].lower()


def _quote_ends(text: str, items: Sequence[Item], i: int) -> bool:
    item, following = items[i], items[i + 1]
    if following.key in BREAKS:
        return False
    inside = text[item.start : item.end].rstrip("\"”’»“'›」 \u00a0\u202f")
    last = inside[-1:] if inside else ""
    if last not in TERMINAL or not _begins(following):
        return False
    # “Is it so?” Smith asked: a question belongs to the cue that follows it closely
    return not (last in "?!…" and _cue_near(items, i + 1))


def _cue_near(items: Sequence[Item], i: int) -> bool:
    for item in items[i : i + 7]:
        if item.verb("q"):
            return True
        if item.key in BREAKS or item.key == QUOTE:
            return False
    return False
