"""Write the generated tables of the docs: `python docs/build.py`; with `--check`, only compare.

A table stands between `<!-- generated: NAME -->` and `<!-- end -->` in one of docs/*.md.
"""

from __future__ import annotations

import ast
import inspect
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import click
from babel import Locale

import quoth
from quoth import errors
from quoth.annotate import PACK, READERS
from quoth.cli import VERBS, verbs
from quoth.cli.exits import MEANINGS
from quoth.lang import available
from quoth.run.codes import CODES
from quoth.web import Settings, create_app

FOLDER = Path(__file__).parent
_REGION = re.compile(r"(<!-- generated: ([\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def table(head: list[str], rows: list[list[str]]) -> str:
    """A table of Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(c.replace("|", "\\|") for c in r) + " |\n" for r in lines)


def cli_verbs() -> str:
    """Every verb with its line of help."""
    return table(["verb", "what it does"], [[f"`quoth {v}`", text] for v, text in VERBS.items()])


def cli_options() -> str:
    """A section for each verb: what it takes."""
    return "\n".join(_verb(name) for name in VERBS)


def _verb(name: str) -> str:
    context = click.Context(verbs, info_name="quoth")
    command = verbs.get_command(context, name)
    if command is None:
        raise LookupError(name)
    return _command(f"quoth {name}", command, "###")


def _command(name: str, command: click.Command, head: str) -> str:
    inner = click.Context(command, info_name=name, parent=None)
    rows = [_option(p, inner) for p in command.params if isinstance(p, click.Option)]
    usage = " ".join([name, *command.collect_usage_pieces(inner)])
    prose = inspect.cleandoc(command.help or "")
    text = f"{head} {name}\n\n    {usage}\n\n{prose}\n\n"
    if isinstance(command, click.Group):
        parts = [_command(f"{name} {n}", c, f"{head}#") for n, c in command.commands.items()]
        return text + "\n".join(parts)
    return text + table(["option", "meaning"], rows)


def _option(option: click.Option, context: click.Context) -> list[str]:
    names, text = option.get_help_record(context) or ("", "")
    return [f"`{names}`", text]


def cli_exits() -> str:
    """Every exit code."""
    return table(["code", "meaning"], [[str(int(c)), text] for c, text in MEANINGS.items()])


def error_codes() -> str:
    """Every code of an issue or error."""
    rows = [[f"`{c.code}`", c.level, c.meaning, c.advice] for c in CODES]
    return table(["code", "level", "what happened", "what to do"], rows)


def error_classes() -> str:
    """Every class of the error tree."""
    rows = []
    for kind in _tree(errors.QuothError):
        base = "" if kind is errors.QuothError else f"`{kind.__mro__[1].__name__}`"
        first = inspect.cleandoc(kind.__doc__ or "").splitlines()[0]
        rows.append([f"`{kind.__name__}`", base, f"`{kind.code}`", first])
    return table(["class", "is a", "code, if no other is given", "meaning"], rows)


def _tree(kind: type[errors.QuothError]) -> Iterator[type[errors.QuothError]]:
    yield kind
    for child in kind.__subclasses__():
        if child.__module__ == errors.__name__:
            yield from _tree(child)


def api_names() -> str:
    """Every public name."""
    return table(["name", "what it is"], [_name(name) for name in quoth.__all__])


def _name(name: str) -> list[str]:
    value = getattr(quoth, name)
    if isinstance(value, str):
        return [f"`{name}`", "The version of Quoth, as a string."]
    text = inspect.cleandoc(value.__doc__ or "")
    first = re.sub(r"\s+", " ", text.partition("\n\n")[0])
    return [f"`{_signature(name, value)}`", first]


def _signature(name: str, value: Callable[..., object]) -> str:
    if inspect.isclass(value):
        return name
    # annotations are strings here, which `inspect` writes with their quotation marks
    return name + re.sub(r"(: |-> )'([^']*)'", r"\1\2", str(inspect.signature(value)))


def floors() -> str:
    """What `make bench` measured and the bounds that it holds, as eval/ keeps them."""
    measured = stored("measured")
    rows = []
    for name, one in stored("floors").items():
        scores = measured.get(name, {}).get("scores", {})
        for kind, word in (("floors", "at least"), ("ceilings", "at most")):
            for score, bound in one.get(kind, {}).items():
                found = f"{scores[score]:.4g}" if score in scores else "–"
                digest = f"`{one['digest']}`"
                rows.append([name, score, found, f"{word} {bound:g}", digest])
    return table(["evaluation", "score", "measured", "bound", "digest"], rows)


COMPARED = {
    "precision": "attribution precision",
    "recall": "attribution recall",
    "F1": "attribution F1",
    "F1 of content characters": "content characters F1",
}


def comparison() -> str:
    """Attribution on PolNeAR: Quoth's readers, and others as eval/peers.json has them."""
    measured = stored("measured")
    ours = [
        (f"Quoth, {reader}", "PolNeAR dev", measured[f"attribution {reader}"]["scores"])
        for reader in READERS
        if f"attribution {reader}" in measured
    ]
    others = [(p["name"], p["part"], p["scores"]) for p in stored("peers").values()]
    found = sorted([*ours, *others], key=lambda r: -r[2]["attribution F1"])
    rows = [[name, part, *_cells(scores, COMPARED.values())] for name, part, scores in found]
    return table(["", "measured on", *COMPARED], rows)


def peers() -> str:
    """How the others were measured."""
    return table(["", "how"], [[p["name"], p["how"]] for p in stored("peers").values()])


def _cells(scores: dict[str, float], keys: Iterable[str]) -> list[str]:
    return [f"{scores[key]:.1f}" if key in scores else "–" for key in keys]


def languages() -> str:
    """Attribution F1 by language on the own corpus' test part."""
    measured, names = stored("measured"), Locale("en").languages
    scores = {r: measured[f"own {r}"]["scores"] for r in READERS if f"own {r}" in measured}
    counts = next((measured[f"own {r}"].get("counts", {}) for r in scores), {})
    keys = dict.fromkeys(k for found in scores.values() for k in found if k != "names F1")
    rows = []
    for key in keys:
        code = key.removesuffix(" F1")
        cells = [
            "–" if r == PACK and code not in available() else f"{s[key]:.1f}"
            for r, s in scores.items()
        ]
        size = [str(n) for n in counts.get(code, ("", ""))]
        rows.append([names.get(code, f"*{code}*"), *size, *cells])
    return table(["", "articles", "attributions", *scores], rows)


def calibration() -> str:
    """The expected calibration error of each reader's scores."""
    rows = []
    for reader in READERS:
        for name, bins in (
            stored("measured").get(f"calibration {reader}", {}).get("bins", {}).items()
        ):
            count = sum(b[0] for b in bins)
            error = 100 * sum(n * abs(mean - right) for n, mean, right in bins) / max(count, 1)
            rows.append([reader, name, f"{count}", f"{error:.1f}"])
    return table(["reader", "what", "findings", "expected calibration error, points"], rows)


def mistakes() -> str:
    """Wrong attributions by kind, as `eval/errors.py --save` counted them."""
    counted = stored("errors")
    names = [*counted.get("attributions", {}), "drawn"]
    kinds = counted.get("kinds", {})
    rows = [
        [kind, *(str(row[n]) for n in names)] for kind, row in kinds.items() if any(row.values())
    ]
    sums = [str(sum(row[n] for row in kinds.values())) for n in names]
    sizes = "".join(
        f" {name}: {n['gold']:,} attributions in the gold, {n['read']:,} read."
        for name, n in counted.get("attributions", {}).items()
    )
    told = f"Reader: `{counted.get('reader', '–')}`.{sizes}\n\n"
    return told + table(["kind", *names], [*rows, ["*all*", *sums]])


def by_hand() -> str:
    """The kinds that a person gave the hundred, as `eval/errors.py --tally` counted them."""
    found = stored("errors").get("by hand", {})
    return table(["by hand", "of a hundred"], [[kind, str(n)] for kind, n in found.items()])


def kinds() -> str:
    """What the kinds of mistakes mean, as eval/mistakes.py has them."""
    tree = ast.parse((FOLDER.parent / "eval" / "mistakes.py").read_text("utf-8"))
    told = next(
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "KINDS"
    )
    return table(["kind", "meaning"], [[kind, meaning] for kind, meaning in told.items()])


def api_addresses() -> str:
    """A section for each address of the API: what it takes and gives."""
    told = create_app(Settings(Path("none.quoth"))).openapi()
    return "\n".join(_address(path, ways["get"]) for path, ways in told["paths"].items())


def _address(path: str, told: dict[str, Any]) -> str:
    given = told["responses"]["200"]["content"]["application/json"]["schema"]
    head = f"### {path}\n\n{told['description']}\n\nGives {_kind(given)}.\n"
    rows = [
        [f"`{p['name']}`", _kind(p["schema"]), p.get("description", "")]
        for p in told.get("parameters", ())
        if p["in"] == "query"
    ]
    return head + ("\n" + table(["parameter", "value", "meaning"], rows) if rows else "")


def api_shapes() -> str:
    """A section for each thing that the API gives, with its fields."""
    told = create_app(Settings(Path("none.quoth"))).openapi()["components"]["schemas"]
    return "\n".join(_shape(name, told[name]) for name in sorted(told) if not _PAGE.search(name))


_PAGE = re.compile("(?<=[a-z])List$")
"""Shapes of lists: they have `items` and `next`, as the page says once."""


def _shape(name: str, told: dict[str, Any]) -> str:
    rows = [
        [f"`{field}`", _kind(of), of.get("description", "")]
        for field, of in told["properties"].items()
    ]
    words = f"{told['description']}\n\n" if "description" in told else ""
    return f"### {name}\n\n{words}" + table(["field", "value", "meaning"], rows)


def _kind(of: dict[str, Any]) -> str:
    """What values a schema takes, in words."""
    if "$ref" in of:
        name = of["$ref"].rpartition("/")[2]
        item = _PAGE.sub("", name)
        link = f"[{item}](#{item.lower()})"
        return link if item == name else f"a page of {link}"
    if "anyOf" in of:
        return " or ".join(_kind(one) for one in of["anyOf"])
    if "enum" in of or "const" in of:
        return ", ".join(f"`{one}`" for one in of.get("enum", [of.get("const")]))
    if of.get("type") == "array" and of["items"] == {"type": "integer"} and "minItems" in of:
        return "span"
    if of.get("type") == "array":
        return f"list of {_kind(of['items'])}"
    if of.get("type") == "object" and isinstance(of.get("additionalProperties"), dict):
        return f"object of {_kind(of['additionalProperties'])}"
    limits = [of[name] for name in ("minimum", "maximum") if name in of]
    words: str = of.get("format") or of.get("type", "any")
    return f"{words}, {limits[0]} to {limits[1]}" if len(limits) == 2 else words


def stored(name: str) -> dict[str, Any]:
    """What eval/ keeps under that name; nothing where it keeps none."""
    path = FOLDER.parent / "eval" / f"{name}.json"
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


MAKERS: dict[str, Callable[[], str]] = {
    "api-addresses": api_addresses,
    "api-names": api_names,
    "api-shapes": api_shapes,
    "calibration": calibration,
    "cli-exits": cli_exits,
    "cli-options": cli_options,
    "cli-verbs": cli_verbs,
    "comparison": comparison,
    "error-classes": error_classes,
    "error-codes": error_codes,
    "floors": floors,
    "kinds-of-mistakes": kinds,
    "languages": languages,
    "mistakes": mistakes,
    "mistakes-by-hand": by_hand,
    "peers": peers,
}


def built(text: str) -> str:
    """`text` with its generated regions as they should be now."""
    return _REGION.sub(lambda m: f"{m[1]}\n{MAKERS[m[2]]()}\n{m[3]}", text)


def main() -> int:
    """Build, or compare.  Returns the exit code."""
    stale = []
    for page in sorted(FOLDER.glob("*.md")):
        old = page.read_text("utf-8")
        if not _REGION.search(old):
            continue
        new = built(old)
        if new != old:
            stale.append(page.name)
            if "--check" not in sys.argv:
                page.write_text(new, "utf-8")
    if stale:
        print("changed:" if "--check" not in sys.argv else "out of date:", *stale)
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
