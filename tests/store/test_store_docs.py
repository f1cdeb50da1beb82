import re
from pathlib import Path

from quoth.store import schema
from quoth.store.migrations import STEPS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "ledger.md").read_text()
CODE = "\n".join(p.read_text() for p in (ROOT / "src" / "quoth" / "store").glob("*.py"))


def section(title: str) -> str:
    return PAGE.partition(f"## {title}\n")[2].partition("\n## ")[0]


def test_the_page_lists_every_table() -> None:
    listed = re.findall(r"^\| `(\w+)` \|", section("Tables"), re.MULTILINE)
    assert sorted(listed) == sorted(schema.metadata.tables)


def test_the_page_lists_every_step() -> None:
    listed = re.findall(r"^\| (\d+) \| `(\w+)` \|", section("Versions of the ledger"), re.MULTILINE)
    assert [(int(n), name) for n, name in listed] == [(s.number, s.name) for s in STEPS]


def test_the_page_lists_every_code_of_its_own() -> None:
    codes = set(re.findall(r'"((?:ledger|no)-[a-z-]+)"', CODE))
    assert len(codes) > 3
    rows = [line for line in section("Checking").splitlines() if line.startswith("| `")]
    listed = set(re.findall(r"`([a-z-]+)`", " ".join(row.split("|")[1] for row in rows)))
    assert codes <= listed
