"""The texts that train the weights, as articles with labels by character.

Which data may be used is decided in ../shared/data/README.md, part (b); `LICENCES` repeats the
terms for the model card. Nothing else of that folder is read here.
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import corpus

DATA = Path(os.environ.get("QUOTH_DATA", Path(__file__).parents[2] / "shared" / "data"))
CONLL = ("conll-en", "conll-de", "conll-es", "conll-nl")

LICENCES = {
    "own corpus": "written for this project; the project's licence",
    "polnear": "PolNeAR: published by its authors for research, no licence stated in the copy; "
    "the weights hold none of its text",
    "nerel-ru": "NEREL 1.1: published by its authors for research, no licence stated in the copy; "
    "the weights hold none of its text",
    "idner": "IDNER-news-2k: MIT",
    "germeval2014-de": "GermEval 2014 (NoSta-D): CC BY 4.0; of its development part every other "
    "text of twelve sentences, the rest measures",
    **dict.fromkeys(
        CONLL, "CoNLL-2002/2003: research terms on the newspaper text; left out by --without-conll"
    ),
}

Fragments = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A text to train on.

    `attributions` is None where none are annotated, `entities` likewise; `misc` tells whether
    names of other kinds are annotated too; `nested` whether attributions inside contents are.
    """

    id: str
    source: str
    lang: str
    text: str
    attributions: tuple[corpus.Attribution, ...] | None = None
    entities: tuple[tuple[int, int, str], ...] | None = None
    misc: bool = False
    nested: bool = False


def lines(name: str) -> Iterator[dict]:
    """The records of a JSON lines file of the data folder, compressed or not."""
    for path in (DATA / f"{name}.jsonl.gz", DATA / f"{name}.jsonl"):
        if path.exists():
            opened = gzip.open if path.suffix == ".gz" else open
            with opened(path, "rt", encoding="utf-8") as file:
                yield from map(json.loads, file)
            return
    raise FileNotFoundError(f"{DATA / name}.jsonl[.gz]: set QUOTH_DATA to the data folder")


def own(part: str) -> Iterator[Document]:
    """The project's own corpus."""
    for t in corpus.texts(part):
        yield Document(t.id, "own corpus", t.lang, t.text, t.attributions, t.entities, nested=True)


def polnear(part: str) -> Iterator[Document]:
    """PolNeAR: attributions, nothing nested."""
    for record in lines(f"attribution/polnear-{part}"):
        found = []
        for a in record["attributions"]:
            source, cue, content = (
                _joined(a.get(k) or [], record["text"]) for k in ("source", "cue", "content")
            )
            if content:
                found.append(corpus.Attribution(source, cue, content))
        yield Document(record["doc"], "polnear", "en", record["text"], tuple(found))


def _joined(fragments: list[list[int]], text: str) -> Fragments:
    """Fragments in order, those parted by white space alone made one, unless by a paragraph."""
    found: list[tuple[int, int]] = []
    for begin, end in sorted(fragments):
        gap = text[found[-1][1] : begin] if found else "-"
        if not gap.strip() and "\n" not in gap:
            found[-1] = (found[-1][0], end)
        else:
            found.append((begin, end))
    return tuple(found)


def tagged(name: str, lang: str, part: str, *, misc: bool, block: int = 12) -> Iterator[Document]:
    """Sentences of BIO tags, `block` consecutive ones as a text of so many paragraphs."""
    text, names, count = "", [], 0
    for i, record in enumerate(lines(f"entities/{name}-{part}")):
        start, piece = len(text), ""
        spans = []
        for word, tag in zip(record["tokens"], record["tags"], strict=True):
            glue = "" if not piece or word in ",.;:!?)]}»”" or piece[-1] in "([{«“" else " "
            begin = start + len(piece) + len(glue)
            piece += glue + word
            if tag.startswith("B-"):
                spans.append([begin, begin + len(word), tag[2:]])
            elif tag.startswith("I-") and spans:
                spans[-1][1] = begin + len(word)
        text += piece + "\n\n"
        names += [tuple(s) for s in spans]
        count += 1
        if count == block:
            yield Document(f"{name}-{i}", name, lang, text, entities=tuple(names), misc=misc)
            text, names, count = "", [], 0
    if text:
        yield Document(f"{name}-end", name, lang, text, entities=tuple(names), misc=misc)


def nerel(part: str) -> Iterator[Document]:
    """NEREL: persons, organisations and places in Russian texts."""
    for record in lines(f"entities/nerel-ru-{part}"):
        names = tuple((b, e, k) for b, e, k in record["entities"])
        yield Document(record["doc"], "nerel-ru", "ru", record["text"], entities=names)


def germeval() -> Iterator[Document]:
    """GermEval, of which there is a development part only: every other text; the rest measures."""
    return islice(tagged("germeval2014-de", "de", "dev", misc=True), 0, None, 2)


def entities(part: str, *, conll: bool = True) -> Iterator[Document]:
    """Every text annotated with names."""
    yield from nerel(part)
    yield from tagged("idner", "id", part, misc=False)
    if part == "train":
        yield from germeval()
    for name in CONLL if conll else ():
        if part == "train" or name != "conll-de":
            yield from tagged(name, name[-2:], part, misc=True)
