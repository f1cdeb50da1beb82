"""quoth who: one actor across a ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import click

from quoth.cli import options
from quoth.cli.console import clean, terminal, write, write_json
from quoth.errors import UsageError
from quoth.export.record import Record
from quoth.model.group import Known
from quoth.run.who import Dossier, Said, dossier, find
from quoth.store import open_ledger
from quoth.text.scripts import main_script


@click.command(short_help="Print one actor: names, offices, everything said.")
@click.argument("name", metavar="NAME|ID")
@options.ledger_file
@options.as_json
def who(name: str, ledger_file: str, as_json: bool) -> int:
    """Print one actor of a ledger: names in all scripts, offices with their days, everything said.

    NAME is a name or a part of it in any script; ID is an entity's, or enough of its beginning.
    Where several fit they are listed with their ids.  A statement stands with its day, its
    language, and through whom it came.
    """
    with open_ledger(ledger_file, create=False) as ledger:
        found = find(ledger, name)
        if not found:
            raise UsageError(f"the ledger knows nobody called {name!r}", "no-such-entity")
        told = dossier(ledger, found[0]) if len(found) == 1 else None
    if told is not None:
        write_json(dossier_record(told)) if as_json else _print(told)
    else:
        _list(found, as_json)
    return 0


def known_record(known: Known) -> Record:
    """An entity as it is listed."""
    profile = known.profile
    return {
        "entity": known.id,
        "name": known.name,
        "kind": profile.kind.value,
        "wikidata": profile.wikidata,
        "countries": list(profile.countries),
        "members": known.members,
        "first": profile.first,
        "last": profile.last,
    }


def dossier_record(told: Dossier) -> Record:
    """One actor with all that the ledger has of it."""
    return {
        **known_record(told.known),
        "names": [
            {
                "name": n.name,
                "language": n.language or None,
                "script": main_script(n.name),
                "articles": n.count,
            }
            for n in told.known.profile.names
        ],
        "offices": [
            {
                "office": o.title,
                "language": o.language or None,
                "first": o.first,
                "last": o.last,
                "articles": o.count,
            }
            for o in told.offices
        ],
        "counts": _counts(told.said),
        "statements": [_said_record(s) for s in told.said],
    }


def _said_record(said: Said) -> Record:
    return {
        "id": said.id,
        "article": said.article,
        "page": said.page,
        "day": said.day,
        "language": said.language,
        "form": said.form.value,
        "content": said.content,
        "through": list(said.through),
        "score": said.score,
    }


def _counts(said: Sequence[Said]) -> Record:
    """How many statements there are, by language and by who brought them."""
    return {
        "statements": len(said),
        "languages": dict(sorted(Counter(s.language or "und" for s in said).items())),
        "through": dict(sorted(Counter(n for s in said for n in s.through).items())),
    }


def _list(found: Iterable[Known], as_json: bool) -> None:
    for known in found:
        if as_json:
            write_json(known_record(known))
            continue
        profile = known.profile
        about = (*profile.countries, *profile.offices[:3])
        cells = (known.id, known.name, profile.kind.value, ", ".join(about), _days(profile))
        write("\t".join((*map(clean, cells), f"{known.members} articles")))


def _days(of: object) -> str:
    first, last = getattr(of, "first", None), getattr(of, "last", None)
    if first is None:
        return ""
    return str(first) if first == last else f"{first}..{last}"


def _print(told: Dossier) -> None:
    known = told.known
    profile = known.profile
    facts = (profile.kind.value, ", ".join(profile.countries), profile.wikidata or "", known.id)
    _title(clean(" · ".join((known.name, *(f for f in facts if f)))))
    names = {n.name: n for n in profile.names}
    for name in names:
        of = [n for n in profile.names if n.name == name]
        where = ", ".join(f"{n.language or 'und'} {n.count}" for n in of)
        write(f"name\t{clean(name)}\t{where}")
    for office in told.offices:
        write(f"office\t{clean(office.title)}\t{office.language}\t{_days(office)}\t{office.count}")
    for said in told.said:
        through = " > ".join(said.through)
        cells = (
            said.day or "",
            said.language or "",
            said.id,
            said.form.value,
            said.content,
            through,
        )
        write("\t".join(("said", *map(clean, cells))))
    write(f"# {len(told.said)} statements in {known.members} articles")


def _title(title: str) -> None:
    screen = terminal()
    if screen is None:
        write(f"# {title}")
    else:
        from rich.text import Text

        screen.print(Text(title, style="bold"))
