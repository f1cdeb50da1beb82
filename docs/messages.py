"""Write the catalogues of the reading room: `python docs/messages.py`; `--check` only compares.

Every message of the templates and of the table of reasons stands in
`src/quoth/web/locale/<code>/quoth.po`; what is translated there is kept, what is said no more is
taken out, what is new waits for its translation.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

import quoth.web
from quoth.web import reasons
from quoth.web.words import LANGUAGES

WEB = Path(quoth.web.__file__).parent
# as quoth.web.pages reads them: the text of {% trans %} blocks depends on it
OPTIONS = {"trim_blocks": "true", "lstrip_blocks": "true", "newstyle_gettext": "true"}
METHODS = [("**.html", "jinja2"), ("**.txt", "jinja2"), ("**.atom", "jinja2")]
HEAD = r"""msgid ""
msgstr ""
"Language: {code}\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: {forms}\n"

"""


def extracted() -> Catalog:
    """Every message that the templates say, and those of the reasons."""
    made = Catalog(project="Quoth", charset="utf-8")
    options = {pattern: OPTIONS for pattern, _ in METHODS}
    found = extract_from_dir(WEB / "templates", METHODS, options)
    for file, _, message, comments, context in sorted(found, key=lambda f: (f[0], f[1])):
        made.add(message, auto_comments=comments, context=context, locations=[(file, 0)])
    for told in reasons.messages():
        made.add(told)
    return made


def merged(language: str) -> Catalog:
    """The catalogue of a language with all messages that are said, and no other."""
    path = file_of(language)
    with path.open("rb") if path.exists() else BytesIO() as read:
        catalogue = read_po(read, locale=language)
    catalogue.update(extracted(), no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    return catalogue


def file_of(language: str) -> Path:
    """Where the catalogue of a language is."""
    return WEB / "locale" / language / "quoth.po"


def untranslated(catalogue: Catalog) -> list[str]:
    """The messages, in English, of which some form has no translation."""
    missing = []
    for message in catalogue:
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and not all(forms):
            missing.append(message.id[0] if isinstance(message.id, tuple) else message.id)
    return missing


def written(catalogue: Catalog) -> bytes:
    """The catalogue as a file, which is the same for the same messages."""
    out = BytesIO()
    write_po(out, catalogue, no_location=True, omit_header=True, width=98)
    head = HEAD.format(code=catalogue.locale, forms=catalogue.plural_forms)
    return head.encode() + out.getvalue()


def main() -> int:
    """Write, or compare; tell what is not translated."""
    check = "--check" in sys.argv[1:]
    wrong = 0
    for language in LANGUAGES[1:]:
        path, catalogue = file_of(language), merged(language)
        for message in untranslated(catalogue):
            print(f"{language}: not translated: {message}", file=sys.stderr)
            wrong = 1
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(written(catalogue))
        elif not path.exists() or path.read_bytes() != written(catalogue):
            print(f"{path.name} of {language} is not that of the templates", file=sys.stderr)
            wrong = 1
    return wrong


if __name__ == "__main__":
    sys.exit(main())
