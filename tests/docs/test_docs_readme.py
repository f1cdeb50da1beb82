"""What README.md, reader.md, pages.md and measures.md say is so."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

import quoth
from quoth.annotate import annotate
from quoth.lang import available, pack
from quoth.model import (
    FURNITURE,
    SPOKEN,
    Article,
    Block,
    BlockKind,
    Metadata,
    Source,
    Span,
    Spans,
    Statement,
    identity,
)
from quoth.nets.weights import DATA, LANGUAGES

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
FLOORS = ROOT / "eval" / "floors.json"
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    """The fenced blocks of the README in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def table(page: str, heading: str) -> list[list[str]]:
    """The rows of the first table under a heading."""
    text = (DOCS / page).read_text("utf-8").split(f"\n## {heading}\n", 1)[1]
    lines = re.split(r"\n## ", text)[0].splitlines()
    rows = [[c.strip() for c in re.split(r"(?<!\\)\|", r)[1:-1]] for r in lines if r[:1] == "|"]
    return rows[2:]


CONSTRUCTIONS = table("reader.md", "Constructions")


def example(cell: str) -> Article:
    """The article of an example: `en: one paragraph ¶ another`, `#` before a headline."""
    language, _, text = cell.partition(": ")
    head = text.startswith("# ")
    text = text.removeprefix("# ").replace(" ¶ ", "\n\n")
    spans = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    kind = BlockKind.HEADLINE if head else BlockKind.PARAGRAPH
    blocks = tuple(Block(kind, s) for s in spans)
    meta = Metadata(language=language)
    return Article("0" * 16, Source("page"), text, blocks, identity(len(text)), meta)


@pytest.mark.parametrize("row", CONSTRUCTIONS, ids=lambda row: f"{row[0]}-{row[2][:2]}")
def test_every_construction_is_read_as_the_table_says(row: list[str]):
    why, score, text, source, cue, content, form = row
    article = example(text)

    def words(spans: Spans) -> str:
        return " … ".join(s.of(article.text) for s in spans)

    # of an example in two paragraphs the last statement is meant
    mark = annotate(article, "pack").of(Statement)[-1]
    value = mark.value
    assert [words(value.source), words(value.cue), words(value.content)] == [source, cue, content]
    assert (f"`{value.why}`", f"{mark.score:.2f}", value.form) == (why, score, form)
    assert value.implicit == (value.why in {"implicit", "mood"})


def test_every_construction_of_the_code_is_in_the_table():
    code = "".join(
        p.read_text("utf-8") for p in (ROOT / "src/quoth/annotate/statements").glob("*.py")
    )
    drafts = re.findall(r'(?:why=|\b_draft\([^"]*?, |\bDraft\([^"]*?, )"([a-z-]+)"', code)
    assert len(drafts) >= 12
    assert set(drafts) == {row[0].strip("`") for row in CONSTRUCTIONS}


def test_every_kind_of_block_is_in_the_table():
    rows = {row[0].strip("`"): row for row in table("pages.md", "Blocks")}
    assert list(rows) == [k.value for k in BlockKind]
    for kind in BlockKind:
        assert rows[kind][1] == ("furniture" if kind in FURNITURE else "article"), kind
        assert rows[kind][2] == ("yes" if kind in SPOKEN else ""), kind


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample pages that the README names, and nothing else."""
    folder = tmp_path_factory.mktemp("readme")
    pages = folder / "samples" / "pages"
    pages.mkdir(parents=True)
    for name in set(re.findall(r"samples/pages/([\w.-]+)", README)):
        shutil.copy(ROOT / "samples" / "pages" / name, pages)
    return folder


def test_every_make_target_is_in_the_makefile():
    named = set(re.findall(r"\bmake ([a-z]+)\b(?! s)", README + (DOCS / "measures.md").read_text()))
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert {"demo", "test", "bench"} <= named
    for target in named:
        made = rf"^{target}: \$\((STAMP|TRAIN)\)"
        assert re.search(made, makefile, re.MULTILINE), target


def test_the_shell_examples_run_and_the_record_is_one_of_their_lines(samples: Path):
    commands = [line for block in blocks("sh") for line in block.splitlines()]
    commands = [line for line in commands if not line.startswith("make ")]
    assert len(commands) >= 5
    assert all(line.startswith("quoth ") for line in commands)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path}
    printed = {}
    for command in commands:
        call = shlex.split(command)
        done = subprocess.run(call, cwd=samples, env=environment, capture_output=True, timeout=60)
        assert done.returncode == 0, (command, done.stderr.decode())
        printed[command] = done.stdout.decode("utf-8")
    (asked,) = (c for c in commands if "--json" in c)
    (shown,) = map(json.loads, blocks("json"))
    assert shown in [json.loads(line) for line in printed[asked].splitlines()]
    assert "Ferrun" in next(out for c, out in printed.items() if "--speaker" in c)
    assert (samples / "annotations.jsonl").stat().st_size > 0


def test_the_python_example_prints_what_the_readme_says(
    samples: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    (code,), (shown,) = blocks("python"), blocks("text")
    monkeypatch.chdir(samples)
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102
    assert capsys.readouterr().out == shown


def test_the_languages_are_those_with_a_pack():
    text = re.search(r"Languages are data: (.*?) have packs", README, re.DOTALL)
    assert text is not None
    named = re.split(r", | and ", text[1].replace("\n", " "))
    assert sorted(named) == sorted(pack(code).name for code in available())
    assert len(named) == 12
    corpus = {f.name for f in (ROOT / "train" / "corpus").iterdir() if f.is_dir()}
    taught = set((DATA / LANGUAGES).read_text().split())
    assert "in twenty-eight languages" in README
    assert len(taught) == 28
    assert taught <= corpus


def test_what_is_said_of_quality_is_what_the_floors_hold():
    floors = json.loads(FLOORS.read_text("utf-8"))
    scores = floors["attribution quality"]["floors"]
    assert "more than nineteen of twenty pieces of direct speech" in README
    assert 95 < scores["direct content recall"] <= 98
    assert re.search(r"two\s+of\s+three\s+indirect\s+statements", README)
    assert 64 <= scores["indirect content recall"] <= 70


@pytest.mark.parametrize(
    "page", sorted([*ROOT.glob("*.md"), *DOCS.glob("*.md")]), ids=lambda p: p.name
)
def test_links_between_the_docs_lead_somewhere(page: Path):
    prose = re.sub(r"`[^`\n]*`", "", page.read_text("utf-8"))  # brackets in code are no links
    for link in re.findall(r"\]\(([^)# ]+)\)", prose):
        assert link.startswith("https://") or (page.parent / link).exists(), link


def test_every_page_of_the_docs_is_in_the_index():
    index = (DOCS / "README.md").read_text("utf-8")
    for page in DOCS.glob("*.md"):
        assert page.name == "README.md" or f"({page.name})" in index


def test_the_picture_is_well_formed_and_described():
    found = re.search(r"!\[([^\]]+)\]\((docs/pictures/[\w.]+)\)", README)
    assert found is not None
    assert len(found[1]) > 60
    svg = (ROOT / found[2]).read_text("utf-8")
    drawn = "".join(ElementTree.fromstring(svg).itertext()).replace("\u00a0", " ")  # noqa: S314
    page = re.search(r"quoth read (samples/pages/[\w.-]+)", drawn)
    ident = re.search(r"quoth show ([0-9a-f]{16})", drawn)
    assert page is not None
    assert ident is not None
    (article,) = quoth.read(str(ROOT / page[1]))
    known = {m.id for m in quoth.annotate(article).of(Statement)}
    assert ident[1] in known, "run: make pictures"


def test_every_room_is_in_the_architecture():
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    for room in (ROOT / "src" / "quoth").iterdir():
        if (room / "__init__.py").exists():
            assert f"| `{room.name}/` |" in text, room.name
    for file in (ROOT / "src" / "quoth" / "annotate" / "statements").glob("[a-z]*.py"):
        assert f"`{file.name}`" in text, file.name
