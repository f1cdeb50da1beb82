"""The public surface: `import quoth` is cheap, and its functions stay what they are."""

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import quoth
from quoth.annotate import THRESHOLD
from quoth.cli import read as cli
from quoth.errors import NotReadable

PAGE = """Old bridge in Aarnes closes after the flood

The old bridge is closed to all traffic since Monday morning.

"The bridge is closed," said Maria Lund, the mayor of the town.
"""


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "page.txt"
    path.write_text(PAGE)
    return str(path)


def python(code: str, *args: str) -> str:
    command = [sys.executable, "-c", code, *args]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout.strip()


def test_every_public_name_is_there():
    assert sorted(quoth.__all__) == quoth.__all__
    for name in quoth.__all__:
        assert getattr(quoth, name) is not None


def test_a_page_is_read_and_annotated(page: str):
    (article,) = quoth.read(page)
    reading = quoth.annotate(article)
    (mark,) = reading.of(quoth.Statement)
    assert mark.value.source[0].of(article.text).startswith("Maria Lund")


def test_the_threshold_is_the_same_everywhere():
    assert inspect.signature(quoth.annotate).parameters["threshold"].default == THRESHOLD
    (option,) = (p for p in cli.read.params if p.name == "threshold")
    assert option.default == THRESHOLD


def test_read_raises_for_a_page_that_cannot_be_read(tmp_path: Path):
    with pytest.raises(NotReadable) as caught:
        list(quoth.read(str(tmp_path / "gone.txt")))
    assert caught.value.code == "not-found"
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(NotReadable) as caught:
        list(quoth.read(str(tmp_path)))
    assert caught.value.code == "empty"


def test_a_ledger_is_opened(tmp_path: Path):
    with quoth.open_ledger(tmp_path / "test.quoth") as ledger:
        assert ledger.counts().pages == 0


@pytest.mark.parametrize(
    "before",
    [
        "",
        "import quoth.read.inputs, quoth.annotate.table",
        "from quoth.annotate import ANNOTATORS; import quoth.run, quoth.export",
    ],
)
def test_read_and_annotate_are_functions_whatever_was_imported(before: str, page: str):
    code = (
        f"{before}\nimport sys, quoth\nfrom quoth import annotate, read\n"
        "assert quoth.read is read and quoth.annotate is annotate\n"
        "(one,) = quoth.read(sys.argv[1])\nprint(len(quoth.annotate(one).of(quoth.Statement)))\n"
        "import quoth.read.inputs, quoth.annotate.table\n"
        "assert quoth.read is read and quoth.annotate is annotate\n"
        "from quoth.read import pages\nassert list(pages(['-'])) == ['-']"
    )
    assert python(code, page) == "1"


def test_importing_quoth_imports_no_library():
    code = (
        "import sys, quoth; modules = {m.split('.')[0] for m in sys.modules}\n"
        "print(*sorted({'click', 'lxml', 'sqlalchemy', 'babel', 'trafilatura'} & modules))"
    )
    assert python(code) == ""
