"""Who said it, on the project's own articles: right, wrong and unresolved, in percent.

    python eval/speakers.py [tune|hold|all] [--end READER] [--wrong] [--language CODE]

eval/speakers/<language>/*.txt are articles about invented affairs in the marks of the corpus, with
their entities, speakers and chains. The statements and names of the gold are given, and who speaks
is looked for; with `--end` a reader finds the statements and names too, and a statement of the gold
counts as unresolved where none that it found shares half of its content.

A speaker is right where it has one of the names that the gold gives for the entity, articles and
case endings apart, and where nobody must be named, where it has none.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from quoth.annotate.options import ReaderOptions
from quoth.link.mentions import names
from quoth.link.mentions.words import words
from quoth.model import (
    Block,
    BlockKind,
    Entity,
    EntityType,
    Form,
    Maker,
    Mark,
    Reading,
    Span,
    Speaker,
    Statement,
    hull,
    mark,
)
from quoth.run.page import plan
from quoth.text import tokenise
from reading import page
from training import module

SET = Path(__file__).parent / "speakers"
BY = Maker("gold", "1")
_BYLINE = 80
"""Characters of a byline at most."""
SHARED = 0.5
"""How much of the contents of gold and reader must be shared, as intersection over union."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One article of the set.

    Attributes:
        head: its first lines.
        text: as the corpus has it: text, attributions, names.
        names: the names of each entity, folded, by the entity's short name.
        speakers: by the number of the attribution: the entity (`-` nobody, `?` not told), the kind
            and what else stands there.
        chains: the lines of the section.
    """

    id: str
    language: str
    head: dict[str, str]
    text: Any
    numbers: tuple[int, ...]
    names: dict[str, tuple[str, ...]]
    kinds: dict[str, str]
    speakers: dict[int, tuple[str, str, str]]
    chains: tuple[str, ...]


def articles(half: str = "all", folder: Path = SET) -> Iterator[Gold]:
    """The articles of a half (`tune`, `hold`, `all`), in order."""
    for path in sorted(folder.glob("*/*.txt")):
        found = read_gold(path.stem, path.read_text("utf-8"))
        if half in ("all", found.head.get("half", "")):
            yield found


def read_gold(name: str, raw: str) -> Gold:
    """Read one file.

    Raises:
        ValueError: if a section breaks the format.
    """
    body, *sections = raw.split("\n=== ")
    parts = {s.partition("\n")[0].strip(): s.partition("\n")[2] for s in sections}
    if not {"entities", "speakers"} <= parts.keys():
        raise ValueError(f"{name}: the sections entities and speakers are wanted")
    head = dict(
        line.split(": ", 1) for line in body.partition("\n\n")[0].splitlines() if ": " in line
    )
    names, kinds = _entities(name, parts["entities"])
    speakers = _speakers(name, parts["speakers"], names)
    corpus = module("corpus")
    text = corpus.parse_text(name, body)
    numbers = tuple(sorted({int(n) for n in _numbers(body)}))
    if set(numbers) != set(speakers):
        odd = sorted(set(numbers) ^ set(speakers))
        raise ValueError(f"{name}: speakers and attributions differ: {odd}")
    chains = tuple(line for line in parts.get("chains", "").splitlines() if line.strip())
    return Gold(name, name[:2], head, text, numbers, names, kinds, speakers, chains)


def _numbers(body: str) -> Iterator[str]:
    for match in module("corpus").TAG.finditer(body):
        if match.group(2) == "c":
            yield from match.group(3).split(",")


def _entities(name: str, part: str) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    names, kinds = {}, {}
    for line in part.splitlines():
        if line.strip():
            left, _, right = line.partition(":")
            short, kind = left.split()
            names[short] = tuple(n.strip() for n in right.split(";") if n.strip())
            kinds[short] = kind
            if not names[short]:
                raise ValueError(f"{name}: {short} has no name")
    return names, kinds


def _speakers(name: str, part: str, names: dict[str, Any]) -> dict[int, tuple[str, str, str]]:
    out = {}
    for line in part.splitlines():
        if line.strip():
            number, who, kind, *more = line.split(maxsplit=3)
            if who not in (*names, "-", "?"):
                raise ValueError(f"{name}: no entity {who!r}")
            out[int(number)] = who, kind, more[0] if more else ""
    return out


def folded(name: str, language: str) -> str:
    """A name for comparing: the keys of its words."""
    return " ".join(t.key for t in tokenise(name, language=language) if t.word)


def alike(one: str, other: str, language: str) -> bool:
    """Whether two names are the same but for an article before them and case endings."""
    first, second = (_bare_words(n, language) for n in (one, other))
    pairs = list(zip(first, second, strict=False))
    return len(first) == len(second) and all(names.alike(a, b, language) for a, b in pairs)


def _bare_words(name: str, language: str) -> list[str]:
    keys = folded(name, language).split()
    known = words(language).lexicon
    while len(keys) > 1 and not {"det", "definite"}.isdisjoint(known.best(keys, 0)):
        keys = keys[1:]
    return keys


def given(gold: Gold) -> Reading:
    """The article with the statements and names of the gold, and what is made without a reader."""
    reading, article = _bare(gold)
    for start, end, kind in gold.text.entities:
        span = Span(start, end)
        reading = reading.plus([mark(article.id, span, Entity(EntityType(kind)), BY, 1.0)])
    marks = [mark(article.id, _extent(s), s, BY, 1.0) for s in statements(gold)]
    return _finished(reading.plus(marks))


@lru_cache(maxsize=1)
def _steps() -> tuple[Any, ...]:
    return tuple(a for a in plan(ReaderOptions("pack")) if a.makes != {"statement"})


def _bare(gold: Gold) -> tuple[Reading, Any]:
    article = page(gold.text.text, gold.language)
    meta = replace(article.meta, published=gold.head.get("published"), site=gold.head.get("site"))
    article = replace(article, meta=meta, blocks=tuple(_block(gold, b) for b in article.blocks))
    return Reading(article), article


def _block(gold: Gold, block: Block) -> Block:
    """A block as a page would have it, whose markup says what is a headline and a byline."""
    if (block.span.start, block.span.end) in gold.text.headlines:
        return replace(block, kind=BlockKind.HEADLINE)
    author = gold.head.get("byline")
    if author and len(block.span) < _BYLINE and author in block.span.of(gold.text.text):
        return replace(block, kind=BlockKind.BYLINE)
    return block


def _finished(reading: Reading) -> Reading:
    for annotator in _steps():
        reading = reading.plus(annotator(reading))
    return reading


def statements(gold: Gold) -> list[Statement]:
    """The statements of the gold, in the order of their numbers."""
    spans = [
        tuple(tuple(Span(a, b) for a, b in getattr(one, k)) for k in ("content", "cue", "source"))
        for one in gold.text.attributions
    ]
    out = []
    for n, (content, cue, source) in enumerate(spans):
        form = _form(gold, gold.numbers[n], content, source)
        implicit = gold.text.attributions[n].implicit
        inside = _inside(n, spans)
        out.append(Statement(content, cue, source, form, (), implicit, inside))
    return out


_QUOTES = frozenset('"“„«»”‘’「『—–')


def _form(gold: Gold, number: int, content: tuple[Span, ...], source: tuple[Span, ...]) -> Form:
    if not source and gold.speakers[number][1] == "none":
        return Form.HEARSAY
    text = gold.text.text
    quoted = [text[s.start] in _QUOTES or text[s.end - 1] in _QUOTES for s in content]
    return Form.DIRECT if all(quoted) else Form.MIXED if any(quoted) else Form.INDIRECT


def _inside(n: int, spans: list[tuple[tuple[Span, ...], ...]]) -> Span | None:
    own = hull((*spans[n][0], *spans[n][1]))
    best: Span | None = None
    for m, (content, _, _) in enumerate(spans):
        whole = hull(content)
        if m != n and any(c.covers(own) for c in content) and len(whole) > len(hull(spans[n][0])):
            best = whole if best is None or len(whole) < len(best) else best
    return best


def _extent(statement: Statement) -> Span:
    own = statement.content + statement.cue
    return hull(own if statement.implicit else own + statement.source)


def read(gold: Gold, reader: str) -> Reading:
    """The article as a reader reads it."""
    reading, _ = _bare(gold)
    for annotator in plan(ReaderOptions(reader)):
        reading = reading.plus(annotator(reading))
    return reading


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one statement of the gold: `right`, `wrong` or `unresolved`."""

    gold: Gold
    number: int
    result: str
    speaker: Speaker | None


def verdicts(gold: Gold, reading: Reading) -> Iterator[Verdict]:
    """A verdict on each statement of the gold."""
    told = {m.value.statement: m.value for m in reading.of(Speaker)}
    marks = reading.of(Statement)
    for number, wanted in zip(gold.numbers, statements(gold), strict=True):
        same = match(wanted, marks)
        speaker = told.get(same.id) if same else None
        yield Verdict(gold, number, _result(gold, number, speaker, same), speaker)


def match(wanted: Statement, marks: Sequence[Mark[Statement]]) -> Mark[Statement] | None:
    """The statement that shares most of its content; of equals the one with the same source."""
    scored = [
        (
            _shared(wanted.content, m.value.content),
            m.value.source == wanted.source,
            m.value.cue == wanted.cue,
            m.id,
            m,
        )
        for m in marks
    ]
    best = max(scored, key=lambda s: s[:4], default=None)
    return best[4] if best and best[0] >= SHARED else None


def _shared(one: tuple[Span, ...], other: tuple[Span, ...]) -> float:
    first = {i for s in one for i in range(s.start, s.end)}
    second = {i for s in other for i in range(s.start, s.end)}
    return len(first & second) / max(len(first | second), 1)


def _result(gold: Gold, number: int, speaker: Speaker | None, match: Mark[Statement] | None) -> str:
    who = gold.speakers[number][0]
    name = speaker.name if speaker else None
    if who in ("-", "?"):
        if match is None:
            return "unresolved"
        return "right" if name is None else "wrong"
    if name is None:
        return "unresolved"
    return "right" if any(alike(name, n, gold.language) for n in gold.names[who]) else "wrong"


def judged(half: str, reader: str = "", languages: frozenset[str] = frozenset()) -> list[Verdict]:
    """The verdicts on all statements of a half; with a reader, end to end."""
    found = readings(half, reader, languages)
    return [one for gold, reading in found for one in verdicts(gold, reading)]


def readings(half: str, reader: str, languages: frozenset[str]) -> Iterator[tuple[Gold, Reading]]:
    """The articles of a half in some languages, or all, as a reader reads them; without one with
    the statements and names of the gold."""
    for gold in articles(half):
        if not languages or gold.language in languages:
            yield gold, read(gold, reader) if reader else given(gold)


def table(found: Sequence[Verdict]) -> dict[str, dict[str, float]]:
    """Percent right, wrong and unresolved: of all, of each language, of each kind."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        for group in ("all", one.gold.language, one.gold.speakers[one.number][1]):
            counts[group][one.result] += 1
    return {
        group: {
            r: round(100 * count[r] / count.total(), 1) for r in ("right", "wrong", "unresolved")
        }
        | {"of": count.total()}
        for group, count in counts.items()
    }


def run(_: Path, reader: str = "") -> dict[str, float]:
    """Percent right and not wrong of both halves, and percent right of `hold` by language."""
    scores: dict[str, float] = {}
    for half in ("hold", "tune"):
        told = table(judged(half, reader))
        whole = told.pop("all", None)
        if whole is None:
            raise SystemExit(f"the set has no articles of the half {half}")
        scores[f"{half} right"] = whole["right"]
        scores[f"{half} not wrong"] = round(100 - whole["wrong"], 1)
        if half == "hold":
            scores |= {f"{group} right": cell["right"] for group, cell in sorted(told.items())}
    return scores


def line_of(one: Verdict) -> str:
    """A line for one verdict."""
    gold, text = one.gold, one.gold.text.text
    at = gold.numbers.index(one.number)
    source = " … ".join(text[a:b] for a, b in gold.text.attributions[at].source)
    who = gold.speakers[one.number][0]
    wanted = gold.names.get(who, (who,))[0]
    speaker = one.speaker
    got = f"{speaker.name!r} ({speaker.why})" if speaker else "not read"
    return f"{gold.id} {one.number} {one.result}: {source!r} is {wanted!r}, got {got}"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("half", nargs="?", default="tune", choices=("tune", "hold", "all"))
    parser.add_argument("--end", default="", metavar="READER")
    parser.add_argument("--language", action="append", default=[])
    parser.add_argument("--wrong", action="store_true")
    chosen = parser.parse_args()
    found = judged(chosen.half, chosen.end, frozenset(chosen.language))
    if chosen.wrong:
        for one in found:
            if one.result != "right":
                print(line_of(one), file=sys.stderr)
    print(json.dumps(table(found), indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
