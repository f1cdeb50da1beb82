"""A language pack, read."""

from __future__ import annotations

from dataclasses import dataclass

KINDS: dict[str, str] = {
    # reading attributions
    "verb": "reporting verb; features say what it governs",
    "noun": "reporting noun (statement, claim) that a content clause may follow",
    "marker": "words before a source (according to, menurut, según, laut)",
    "postmarker": "words after a source (zufolge, göre)",
    "hearsay": "cue of a statement without a source (reportedly, konon)",
    "hedge": "word of doubt (reportedly, supuestamente, angeblich)",
    "recall": "opens a sentence whose content is the sentence before (об этом, hal itu)",
    "mood": "finite verb of reported speech without a cue (sei, habe, müsse)",
    "pronoun": "personal pronoun that can be a source",
    "relative": "relative pronoun (who, which, der, yang)",
    "title": "title before a name (Mr, President, Dr)",
    "role": "noun for one who speaks (minister, spokesman, source, police)",
    "comp": "complementiser of a content clause (that, dass, que, bahwa)",
    "object": "preposition that opens the object of a verb with `o` (إلى, ب)",
    "wh": "interrogative that opens a content clause (whether, why, ob, si)",
    "prep": "preposition that ends a source phrase (in, on, during)",
    "link": "preposition inside a source phrase (of, de, von)",
    "det": "determiner that begins a noun phrase",
    "article": "definite article written onto its noun (ال): parts a subject from an object",
    "conj": "coordinating conjunction (and, but, oder)",
    "sub": "subordinating conjunction (because, while, nachdem)",
    "aux": "word between a source and its cue (has, also, later, not)",
    "time": "word of a time adverbial beside weekdays and months (yesterday, last, week)",
    "never": "word that is never a source (it, there, es)",
    "block": "collocation in which a reporting word does not report (that is to say)",
    "abbr": "abbreviation whose full stop ends no sentence",
    # reading pages
    "published": "opens a line with the date of publication (Published:)",
    "updated": "opens a line with the date of a change (Updated:)",
    "by": "opens a byline (By, Von, Oleh)",
    "credit": "opens a photo caption or credit (Photo:, Foto:)",
    "appeal": "phrase of a donation or subscription appeal",
    "rules": "phrase of comment rules and empty comment sections",
    "more": "opens a pointer to other stories (Read also:)",
    "menu": "phrase of navigation and share bars, a whole line",
    "section": "name of a section, a whole line (Politics, World)",
}
"""Every kind of word that a pack may hold, and what it means."""


@dataclass(frozen=True, slots=True)
class Word:
    """One form of one entry.

    Attributes:
        keys: the look-up keys of its words (see `quoth.text.fold`).
        prefix: whether the last key is only the beginning of a word.
        kind: one of `KINDS`.
        features: single letters; docs/packs.md has their meaning.
    """

    keys: tuple[str, ...]
    prefix: bool
    kind: str
    features: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pack:
    """What Quoth knows of one language.

    Attributes:
        code: BCP 47 code.
        name: the language's English name.
        direction: `ltr` or `rtl`.
        quotes: pairs of an opening and a closing mark, the most usual first.
        dash_speech: whether a dash at the head of a paragraph opens speech.
        elision: whether l', d', qu' are words of their own.
        proclitics: letters written onto the next word (Arabic wa-, fa-).
        clitics: endings of a reporting verb that stand for the speaker (Indonesian -nya).
        verb_final: whether the reporting verb ends its sentence (Turkish).
        drop_subject: whether a reporting verb may stand without a subject.
        comma_clause: whether a comma stands before a content clause without a conjunction:
            `always`, `may` or `never`.
        verb_second: whether the subject moves behind the verb when another phrase opens the
            sentence (German, Dutch).
        words: every form of every entry.
        digest: changes with the pack's files.
    """

    code: str
    name: str
    direction: str
    quotes: tuple[tuple[str, str], ...]
    dash_speech: bool
    elision: bool
    proclitics: tuple[str, ...]
    clitics: tuple[str, ...]
    verb_final: bool
    drop_subject: bool
    comma_clause: str
    verb_second: bool
    words: tuple[Word, ...]
    digest: str
