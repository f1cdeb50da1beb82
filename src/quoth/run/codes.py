"""Every code that an issue or an error of Quoth can bear.  docs/errors.md is made from this table;
a test looks for codes in the source that are missing here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """One code.

    Attributes:
        level: `error` (nothing was read, or a part is missing), `warning` (read all the same),
            or `fatal` (ends the command; never an issue of a page).
        meaning: what happened.
        advice: what to do about it.
    """

    code: str
    level: str
    meaning: str
    advice: str


CODES: tuple[Code, ...] = (
    Code("error", "fatal", "an error without a name of its own", "report it"),
    Code("input", "error", "an input that cannot be read as a page", "see the message"),
    Code(
        "not-readable",
        "error",
        "it could not be opened or read, or its text could not be decoded",
        "see the message",
    ),
    Code("not-found", "error", "there is no such file", "check the name"),
    Code("no-permission", "error", "the file may not be read", "check the permissions"),
    Code("no-pages", "error", "a folder without pages", "check the name"),
    Code("empty", "error", "there is no text in the input", "none: the page is empty"),
    Code("binary", "error", "the input is no text", "name pages, or say what they are with `--as`"),
    Code(
        "bad-record",
        "error",
        "a line of a JSON-lines file is no record with `id` and `text`",
        "fix the line; the message names its place in bytes",
    ),
    Code("html", "error", "no page could be made of the markup", "check the file in a browser"),
    Code("limit", "error", "a page over a limit", "see the message for which"),
    Code("too-large", "error", "more bytes than `--max-bytes`", "raise `--max-bytes`"),
    Code("too-deep", "error", "elements nested deeper than `--max-depth`", "raise `--max-depth`"),
    Code(
        "too-slow",
        "error",
        "the page took more processor time than `--max-seconds`, or held its worker for more "
        "than four times that and ten seconds on the clock",
        "raise `--max-seconds`; report the page if it is an ordinary one",
    ),
    Code(
        "no-article",
        "warning",
        "the page holds furniture only: teasers, navigation, appeals",
        "none; `--as article` takes a text as it is",
    ),
    Code(
        "no-pack",
        "warning",
        "text in a language that has no pack was not read for statements",
        "add a pack (docs/packs.md), or name the language with `--language`",
    ),
    Code("fetch-failed", "error", "a URL could not be fetched", "check the address, try later"),
    Code(
        "address-refused",
        "error",
        "an address that is not public, which the reading room does not fetch",
        "add the page with `quoth add`",
    ),
    Code(
        "internal",
        "error",
        "an exception that nobody foresaw; what other stages found is kept",
        "report it with the page",
    ),
    Code(
        "annotator-skipped",
        "error",
        "an annotator was left out since one that it needs failed",
        "see the issue of the one that failed",
    ),
    Code(
        "worker-died",
        "error",
        "the process that read the page was killed or crashed; the rest went on in a new one",
        "check the memory of the machine; fewer `--jobs` need less",
    ),
    Code(
        "output",
        "fatal",
        "the file or the standard output could not be written",
        "make room, check the permissions",
    ),
    Code("usage", "fatal", "a call that cannot be carried out as asked", "see the message"),
    Code("no-maker", "fatal", "an annotator needs marks that none makes", "fix the table"),
    Code("annotator-cycle", "fatal", "annotators wait for each other", "fix the table"),
    Code("pack", "fatal", "a language pack breaks the format", "see docs/packs.md"),
    Code(
        "weights",
        "fatal",
        "weights of a trained model are missing",
        "`make weights`, or install Quoth again",
    ),
    Code(
        "weights-damaged",
        "fatal",
        "a file of weights is not what its card tells",
        "`make weights`, or install Quoth again",
    ),
    Code(
        "atlas",
        "fatal",
        "the gazetteer of places is missing or damaged",
        "install Quoth again",
    ),
    Code("pack-missing", "fatal", "there is no pack for the language", "see `quoth doctor`"),
    Code("no-words", "fatal", "the text to search for holds no word", "give a word"),
    Code("short-prefix", "fatal", "too few letters before a *", "give three letters or more"),
    Code("bad-filter", "fatal", "a value that a filter cannot have", "see docs/api-v1.md"),
    Code("bad-cursor", "fatal", "a cursor that no list gave", "begin with the first page"),
    Code("bad-window", "fatal", "no part of the calendar", "a year, month or day: 2031-05"),
    Code("no-such-statement", "fatal", "the ledger holds no such statement", "check the id"),
    Code("no-such-article", "fatal", "the ledger holds no such article", "check the id"),
    Code("ambiguous-statement", "fatal", "several ids begin so", "give more of the id"),
    Code("ambiguous-article", "fatal", "several ids begin so", "give more of the id"),
    Code("no-such-entity", "fatal", "the ledger knows nobody called so", "check the name or id"),
    Code("ambiguous-entity", "fatal", "several are called so", "give one of the ids it lists"),
    Code("no-such-decision", "fatal", "no decision has the number", "see `quoth decisions`"),
    Code("undone-already", "fatal", "the decision was taken back before", "nothing"),
    Code("no-such-words", "fatal", "the page does not say the words", "copy them from the page"),
    Code("same-words", "fatal", "two stretches of words overlap", "give each once"),
    Code("too-many-words", "fatal", "too many words for one statement", "give less"),
    Code("no-content", "fatal", "a statement has words that were said", "give them"),
    Code("no-day", "fatal", "no year, month, day or minute", "write YYYY-MM-DD, the first first"),
    Code("nothing-changed", "fatal", "the statement is so already", "nothing"),
    Code("no-reason", "fatal", "a decision in the reading room has a reason", "give one"),
    Code("wrong-already", "fatal", "the statement is marked as wrong", "undo that first"),
    Code("same-entity", "fatal", "both names mean one actor", "nothing, or give ids"),
    Code("other-kind", "fatal", "a person and an organisation are not one", "check the ids"),
    Code("no-members", "fatal", "no page names the second one", "name it first"),
    Code("nothing-to-split", "fatal", "none or all would go", "choose others"),
    Code("no-name", "fatal", "a new name without a letter", "give one"),
    Code("known-table", "fatal", "a table of known actors breaks its format", "see the line"),
    Code("no-author", "fatal", "the system does not say who you are", "give `--author`"),
    Code(
        "no-such-account", "fatal", "the ledger has no account of the name", "see `quoth user list`"
    ),
    Code("account-exists", "fatal", "there is an account of the name", "choose another name"),
    Code("bad-name", "fatal", "no name for an account", "take 1 to 80 letters, signs and spaces"),
    Code("bad-password", "fatal", "a password that is too short or too simple", "take a few words"),
    Code("no-password", "fatal", "no password was given", "type it, or pipe it in"),
    Code("last-administrator", "fatal", "no administrator would be left", "make another one first"),
    Code("busy", "fatal", "the reading room reads too many pages at once", "try again in a minute"),
    Code("ledger", "fatal", "a ledger that cannot be used", "see the message"),
    Code(
        "ledger-too-new",
        "fatal",
        "the ledger was written by a later version of Quoth",
        "upgrade Quoth; the file was left as it is",
    ),
    Code(
        "ledger-broken",
        "fatal",
        "the file is not a ledger, or is damaged",
        "check the name; restore a copy",
    ),
    Code(
        "ledger-full",
        "fatal",
        "no room left to write; what was added before is kept",
        "make room and run the same command again",
    ),
    Code("ledger-missing", "fatal", "there is no such ledger", "make one with `quoth add`"),
    Code("ledger-busy", "fatal", "another process holds the ledger", "wait, then try again"),
    Code("ledger-unusable", "fatal", "the file could not be opened or used", "see the message"),
)
"""The table, in the order of docs/errors.md."""
