"""Article extraction on the article extraction benchmark of Scrapinghub (now Zyte).

The measure is that benchmark's own: shingles of four tokens, counted with their repetitions;
true positives, false positives and false negatives of each page are brought to a sum of one, so
that a long page weighs no more than a short one; precision and recall are averaged over the pages
and F1 is taken from the two averages.  Ours and trafilatura's own output are measured in one run.
"""

from __future__ import annotations

import gzip
import json
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import trafilatura

from quoth.model import Article, BlockKind, Capture, OriginKind, Source
from quoth.read.html import read_html
from quoth.read.options import ReadOptions

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "pages" / "scrapinghub"
SHINGLE = 4
T = TypeVar("T")
BODY = (BlockKind.DATELINE, BlockKind.SUBHEADING, BlockKind.PARAGRAPH)
"""The kinds that the benchmark takes for the body: no captions, no standfirst."""

_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the benchmark: its bytes, its address and the true body of its article."""

    key: str
    body: bytes
    url: str
    truth: str


@dataclass(frozen=True, slots=True)
class Counts:
    """Shares of shingles found, found wrongly and missed on one page."""

    found: float
    wrong: float
    missed: float


def pages(folder: Path = DATA) -> Iterator[Page]:
    """The pages of the benchmark in the order of its table."""
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for key, row in truth.items():
        body = gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes())
        yield Page(key, body, row.get("url", ""), row.get("articleBody", ""))


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four tokens with their counts; a shorter text is one shingle, an empty one none."""
    tokens = _TOKEN.findall(text)
    if not tokens:
        return Counter()
    last = max(1, len(tokens) - SHINGLE + 1)
    return Counter(tuple(tokens[i : i + SHINGLE]) for i in range(last))


def compare(truth: str, text: str) -> Counts:
    """What of the true text was found, as shares that sum to one."""
    wanted, given = shingles(truth), shingles(text)
    found, wrong, missed = (
        (wanted & given).total(),
        (given - wanted).total(),
        (wanted - given).total(),
    )
    total = (found + wrong + missed) or 1
    return Counts(found / total, wrong / total, missed / total)


def score(counts: Iterable[Counts]) -> dict[str, float]:
    """Precision, recall and F1 in per cent over all pages."""
    rows = list(counts)
    precision = statistics.mean(
        _ratio(c.found, c.wrong, c.missed) for c in rows if c.found + c.wrong
    )
    recall = statistics.mean(_ratio(c.found, c.missed, c.wrong) for c in rows if c.found + c.missed)
    f1 = 2 * precision * recall / (precision + recall)
    return {"precision": 100 * precision, "recall": 100 * recall, "f1": 100 * f1}


def _ratio(found: float, lost: float, other: float) -> float:
    if lost == other == 0:
        return 1.0
    return found / (found + lost) if found + lost else 0.0


def article_body(article: Article) -> str:
    """The article's body as the benchmark understands it: no headline, byline, date or caption."""
    return "\n".join(b.span.of(article.text) for b in article.of(*BODY))


def ours(page: Page) -> Article:
    """The page as Quoth reads it."""
    digest = sha256(page.body).hexdigest()
    source = Source(page.key, page.url or None, media_type="text/html", charset="", sha256=digest)
    return read_html(Capture(source, page.body), ReadOptions())


def theirs(page: Page) -> str:
    """The page as trafilatura alone reads it, with its defaults, without comments."""
    return trafilatura.extract(page.body, include_comments=False) or ""


def map_holds(article: Article, body: bytes) -> float:
    """Share of article characters whose place in the page holds the same character.

    White space counts as equal to white space.  The page is parsed anew and the places are
    resolved by a general XPath engine, so that nothing of the reader's own walk is trusted.
    """
    from quoth.read.html.page import parse

    tree = parse(body, None).root.getroottree()
    good = total = 0
    nodes = [str(tree.xpath(path)[0]) for path in article.origin.nodes]
    assert article.origin.kind is OriginKind.HTML
    for run in article.origin.runs:
        shown = article.text[run.start : run.end]
        there = nodes[run.node][run.offset : run.offset + run.length]
        same = " ".join(shown.split()) == " ".join(there.split()) and bool(there)
        good += len(shown) * same
        total += len(shown)
    return good / total if total else 1.0


def run(folder: Path = DATA) -> dict[str, float]:
    """Measure all pages.

    Returns:
        `precision`, `recall`, `f1` in per cent, the same of trafilatura alone, `map` the share of
        characters in per cent whose origin holds, and processor seconds a page of both.
    """
    rows = list(pages(folder))
    articles, spent = _timed(ours, rows)
    texts, spent_alone = _timed(theirs, rows)
    mine = score(compare(p.truth, article_body(a)) for p, a in zip(rows, articles, strict=True))
    alone = score(compare(p.truth, t) for p, t in zip(rows, texts, strict=True))
    held = [map_holds(a, p.body) for p, a in zip(rows, articles, strict=True)]
    return {
        **mine,
        **{f"trafilatura_{k}": v for k, v in alone.items()},
        "map": 100 * statistics.mean(held),
        "seconds": spent,
        "trafilatura_seconds": spent_alone,
        "pages": float(len(rows)),
    }


def _timed(read: Callable[[Page], T], rows: list[Page]) -> tuple[list[T], float]:
    start = time.process_time()
    out = [read(page) for page in rows]
    return out, (time.process_time() - start) / len(rows)


def main() -> int:
    """Print the figures, ours beside trafilatura's."""
    figures = run()
    sys.stdout.write("            precision  recall      F1  s/page\n")
    for name, prefix in (("quoth", ""), ("trafilatura", "trafilatura_")):
        row = [figures[prefix + key] for key in ("precision", "recall", "f1")]
        sys.stdout.write(
            f"{name:<12}{row[0]:9.2f}{row[1]:8.2f}{row[2]:8.2f}{figures[prefix + 'seconds']:8.3f}\n"
        )
    sys.stdout.write(f"origin map holds for {figures['map']:.3f} % of characters\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
