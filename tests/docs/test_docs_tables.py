"""The generated tables of the docs are those of the code."""

import ast
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import quoth
from quoth import errors
from quoth.cli import VERBS
from quoth.run.codes import CODES

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
SOURCE = ROOT / "src" / "quoth"
ERRORS = {
    name
    for name, value in vars(errors).items()
    if isinstance(value, type) and issubclass(value, errors.QuothError)
}
KNOWN = {c.code for c in CODES}


def _build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("quoth_docs_build", DOCS / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


BUILD = _build()


@pytest.mark.parametrize(
    "name",
    [p.name for p in sorted(DOCS.glob("*.md")) if "\n<!-- generated: " in p.read_text("utf-8")],
)
def test_the_tables_are_up_to_date(name: str):
    text = (DOCS / name).read_text("utf-8")
    assert BUILD.built(text) == text, "run: python docs/build.py"


def test_every_table_has_a_place():
    texts = "".join(p.read_text("utf-8") for p in DOCS.glob("*.md"))
    for name in BUILD.MAKERS:
        assert f"<!-- generated: {name} -->" in texts


def test_every_public_name_and_verb_is_in_the_docs():
    api, cli = (DOCS / "api.md").read_text("utf-8"), (DOCS / "cli.md").read_text("utf-8")
    for name in quoth.__all__:
        assert re.search(rf"`{re.escape(name)}[`(]", api), name
    for verb in VERBS:
        assert f"### quoth {verb}\n" in cli


def test_codes_are_listed_once_with_a_level_that_is_explained():
    assert len(KNOWN) == len(CODES)
    assert {c.level for c in CODES} <= {"error", "warning", "fatal"}


def _literals(node: ast.expr) -> Iterator[str]:
    """The codes that an expression can give, each as a regular expression."""
    match node:
        case ast.Constant(value=str(text)):
            yield re.escape(text)
        case ast.JoinedStr(values=values):
            parts = (
                re.escape(str(v.value)) if isinstance(v, ast.Constant) else "[a-z]+" for v in values
            )
            yield "".join(parts)
        case ast.IfExp(body=body, orelse=orelse):
            yield from _literals(body)
            yield from _literals(orelse)


def _codes(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name in ERRORS:
            for expression in [*node.args[1:2], *_keyword(node)]:
                yield from _literals(expression)
        elif name == "issue":
            for expression in [*node.args[:1], *_keyword(node)]:
                yield from _literals(expression)


def _keyword(node: ast.Call) -> Iterator[ast.expr]:
    return (k.value for k in node.keywords if k.arg == "code")


def test_the_search_for_codes_finds_all_ways_to_give_one():
    code = (
        'raise NotReadable("m", "one")\nraise errors.InputError("m", code="two")\n'
        'issue("three", "error", "read", s, "m")\nraise LedgerError("m", f"no-such-{what}")\n'
        'raise UsageError("m", "four" if x else "five")\nraise UsageError("m")\nother("x", "six")'
    )
    assert sorted(_codes(ast.parse(code))) == sorted(
        ["one", "two", "three", r"no\-such\-[a-z]+", "four", "five"]
    )


@pytest.mark.parametrize("file", sorted(SOURCE.rglob("*.py")), ids=lambda p: p.name)
def test_every_code_of_the_source_is_listed(file: Path):
    for pattern in _codes(ast.parse(file.read_text("utf-8"))):
        assert any(re.fullmatch(pattern, c) for c in KNOWN), f"{pattern} is not in run/codes.py"


def test_every_class_of_error_has_a_code_that_is_listed():
    for name in ERRORS:
        assert getattr(errors, name).code in KNOWN
