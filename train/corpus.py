"""The corpus of attributions: reading its inline marks, checking them, counting differences.

python train/corpus.py check train/corpus/de        syntax and counts, exit 1 on mistakes
python train/corpus.py differences REV [REV]        what a second reading changed, by language
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent / "corpus"
ROLES = {"s": "source", "k": "cue", "c": "content"}
NAMES = ("PER", "ORG", "LOC")
TAG = re.compile(r"<(/?)(?:([skc])(\d+(?:,\d+)*)(?:=(\d+))?|(PER|ORG|LOC))>")
STRAY = re.compile(r"</?[A-Za-z]+\d*(?:[,=]\d+)*>?")
LIMITS = {
    "train": (*range(1, 23), *range(33, 1000)),
    "dev": tuple(range(23, 27)),
    "test": tuple(range(27, 33)),
}
"""The parts, by the number of an article."""

Fragments = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution: fragments in code points of the text; whether its speaker is implicit."""

    source: Fragments
    cue: Fragments
    content: Fragments
    implicit: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """An article without its marks, and what they said."""

    id: str
    lang: str
    part: str
    text: str
    attributions: tuple[Attribution, ...]
    entities: tuple[tuple[int, int, str], ...]
    headlines: tuple[tuple[int, int], ...] = ()


class MarkError(Exception):
    """A mark that breaks the guideline."""


@dataclass(slots=True)
class _Parse:
    """What is known while a body is read."""

    out: list[str] = field(default_factory=list)
    length: int = 0
    open: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    parts: dict[int, dict[str, list[tuple[int, int]]]] = field(default_factory=dict)
    same: dict[int, int] = field(default_factory=dict)
    names: list[tuple[int, int, str]] = field(default_factory=list)

    def plain(self, piece: str) -> None:
        """Text between marks."""
        if stray := STRAY.search(piece):
            raise MarkError(f"not a mark: {stray.group()!r}")
        self.out.append(piece)
        self.length += len(piece)

    def mark(self, match: re.Match[str]) -> None:
        """One tag, opening or closing."""
        closing, role, numbers, same, name = match.groups()
        key = (role or name, numbers or "")
        if same:
            self.same.update({int(n): int(same) for n in numbers.split(",")})
        if not closing:
            self.open.setdefault(key, []).append(self.length)
            return
        if not self.open.get(key):
            raise MarkError(f"closed and never opened: {match.group()}")
        start = self.open[key].pop()
        if start == self.length:
            raise MarkError(f"nothing inside {match.group()}")
        if name:
            self.names.append((start, self.length, name))
            return
        for number in map(int, numbers.split(",")):
            self.parts.setdefault(number, {}).setdefault(ROLES[role], []).append(
                (start, self.length)
            )


def parse(path: Path) -> Text:
    """Reads one file of the corpus; raises `MarkError` as `parse_text` does."""
    return parse_text(path.stem, path.read_text(encoding="utf-8"))


def parse_text(name: str, raw: str) -> Text:
    """Reads an article with inline marks; `name` is `<language>-<number>`.

    Raises:
        MarkError: if its marks are not those of the guideline; the message says which.
    """
    head, _, body = raw.partition("\n\n")
    if not all(re.match(r"[a-z]+: ", line) for line in head.splitlines()):
        raise MarkError("the file must begin with `key: value` lines and a blank line")
    state, at = _Parse(), 0
    headlines = []
    lines = [line.strip() for line in body.strip().split("\n") if line.strip()]
    for i, line in enumerate(lines):
        title = re.match(r"#+ ", line)
        line = line[title.end() :] if title else line
        start, at = state.length, 0
        for match in TAG.finditer(line):
            state.plain(line[at : match.start()])
            state.mark(match)
            at = match.end()
        state.plain(line[at:])
        if title:
            headlines.append((start, state.length))
        if i + 1 < len(lines):
            state.plain("\n\n")
    if left := [key for key, starts in state.open.items() if starts]:
        raise MarkError(f"opened and never closed: {left}")
    marks = _attributions(state), tuple(sorted(state.names)), tuple(headlines)
    return Text(name, name[:2], part_of(name), "".join(state.out), *marks)


def part_of(name: str) -> str:
    """The part that the article of that name belongs to."""
    number = int(name.partition("-")[2])
    return next((p for p, numbers in LIMITS.items() if number in numbers), "")


def _attributions(state: _Parse) -> tuple[Attribution, ...]:
    found = []
    for number, parts in sorted(state.parts.items()):
        if "content" not in parts:
            raise MarkError(f"attribution {number} has no content")
        source, implicit = parts.get("source", []), False
        if number in state.same:
            other, seen = state.same[number], {number}
            while other in state.same and other not in seen:
                seen.add(other)
                other = state.same[other]
            if not source:
                source, implicit = state.parts.get(other, {}).get("source", []), True
            if not source:
                raise MarkError(f"attribution {number}: {other} has no source to take")
        found.append(
            Attribution(
                *(tuple(sorted(p)) for p in (source, parts.get("cue", []), parts["content"])),
                implicit,
            )
        )
    return tuple(found)


def texts(part: str | None = None, languages: frozenset[str] | None = None) -> list[Text]:
    """The articles of a part (train, dev, test; None is all), in order."""
    paths = sorted(HERE.glob("*/*-*.txt"))
    return [
        parse(p)
        for p in paths
        if (not languages or p.parent.name in languages) and part in (None, part_of(p.stem))
    ]


def check(folder: Path) -> int:
    """Prints mistakes and counts of a language; gives the number of files with mistakes."""
    wrong, count = 0, Counter[str]()
    for path in sorted(folder.glob("*.txt")):
        try:
            text = parse(path)
        except (MarkError, ValueError) as error:
            wrong += 1
            print(f"{path.name}: {error}")
            continue
        count.update(articles=1, words=len(text.text.split()), names=len(text.entities))
        count[f"articles in {text.part}"] += 1
        for a in text.attributions:
            count.update(attributions=1, implicit=a.implicit)
            count.update(
                {"no source": not a.source, "no cue": not a.cue, "in pieces": len(a.content) > 1}
            )
            if not a.cue and not a.implicit:
                words = text.text[slice(*a.content[0])][:60]
                print(f"{path.name}: no cue and not implicit: {words!r}")
    print(folder.name, dict(count))
    return wrong


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], capture_output=True, text=True, check=True, cwd=HERE)
    return done.stdout


def _at(revision: str) -> dict[str, Text]:
    names = re.findall(r"^\S+/\S+-\d+\.txt$", _git("ls-tree", "-r", "--name-only", revision), re.M)
    return {
        Path(n).stem: parse_text(Path(n).stem, _git("show", f"{revision}:./{n}")) for n in names
    }


def _marks(text: Text) -> tuple[set[object], set[object], set[object]]:
    """Contents, (source, content) pairs and names as strings with their place in order."""

    def words(fragments: Fragments) -> str:
        return " … ".join(text.text[a:b] for a, b in fragments)

    contents: set[object] = {words(a.content) for a in text.attributions}
    pairs: set[object] = {(words(a.source), words(a.content)) for a in text.attributions}
    seen = Counter[tuple[str, str]]()
    names: set[object] = set()
    for a, b, kind in text.entities:  # the first, second … time: a mended word shifts no name
        seen[text.text[a:b], kind] += 1
        names.add((text.text[a:b], kind, seen[text.text[a:b], kind]))
    return contents, pairs, names


def differences(old: str, new: str = "HEAD") -> None:
    """Prints, by language, the agreement of two readings as F1 in percent (exact spans)."""
    before, after = _at(old), _at(new)
    rows: dict[str, list[Counter[str]]] = {}
    for name in sorted(before.keys() & after.keys()):
        row = rows.setdefault(after[name].lang, [Counter(), Counter(), Counter()])
        for count, a, b in zip(row, _marks(before[name]), _marks(after[name]), strict=True):
            count.update(first=len(a), second=len(b), same=len(a & b))
    print("| language | contents | source and content | names |")
    print("| --- | --- | --- | --- |")
    for lang, row in rows.items():
        cells = (
            f"{200 * c['same'] / (c['first'] + c['second']):.1f} ({c['first']} → {c['second']})"
            for c in row
        )
        print(f"| {lang} | {' | '.join(cells)} |")


def main(arguments: list[str]) -> int:
    """The command line; the exit status is 1 where a file has mistakes."""
    match arguments:
        case ["check", *folders] if folders:
            return int(sum(check(Path(f)) for f in folders) > 0)
        case ["differences", old, *new]:
            differences(old, *new)
            return 0
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
