"""Hand-made scores of labels and links through decoding and joining."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from test_nets_links import tables

from quoth.nets.decode import Scores, drafts, names
from quoth.nets.findings import Attribution
from quoth.nets.join import attributions
from quoth.nets.links import WIDTH
from quoth.nets.tags import NAMES, TAGS
from quoth.nets.windows import Window

SHORT = {"s": "source", "k": "cue", "c": "content"}


def window(text: str, words: Sequence[re.Match[str]]) -> Window:
    spans = tuple(m.span() for m in words)
    paragraphs = tuple(text.count("\n", 0, a) for a, _ in spans)
    return Window((0,) * (len(spans) + 2), tuple(range(1, len(spans) + 1)), spans, paragraphs)


def read(text: str, outer: str, inner: str = "", links: str = "", cut: int = 0, alone: float = 3.0):
    """Attributions of a text whose words have these labels.

    `outer` and `inner` have a letter for each word: a capital begins a stretch, `.` is none.
    `links` has one for each word: words of one letter are linked, capitals are what others link to.
    `alone` is the score of a cue without a source.  A question mark is a word that is a cue nearly.
    """
    words = list(re.finditer(r"\w+|[^\w\s]", text))
    tags = np.zeros((len(words), 2 * len(TAGS)), np.float32)
    vectors = np.zeros((len(words), 8, WIDTH), np.float32)
    for at, row in ((0, outer), (len(TAGS), inner or "." * len(words))):
        for i, letter in enumerate(row.replace(" ", "")):
            kind = SHORT.get(letter.lower(), "")
            label = f"{'B' if letter.isupper() else 'I'}-{kind}" if kind else "O"
            tags[i, at + TAGS.index(label)] = 12
            if letter == "?":
                tags[i, at + TAGS.index("B-cue")] = 9
    for i, letter in enumerate(links.replace(" ", "")):
        if letter != ".":
            place = ord(letter.lower()) - ord("a")
            for kind in (0, 1):
                vectors[i, 4 * kind + (2 if letter.isupper() else 0), place] = 20
    found = Scores(
        tags, np.zeros((len(words), len(NAMES)), np.float32), vectors.reshape(len(words), -1)
    )
    seen, rows = [], []
    for part in (slice(0, cut), slice(cut, None)) if cut else (slice(None),):
        seen.append(window(text, words[part]))
        part_scores = Scores(found.tags[part], found.names[part], found.vectors[part])
        rows.append(drafts(seen[-1], part_scores, tables(none=[3.0, alone]), text))
    return attributions(seen, rows, text, ())


def shown(text: str, found: Sequence[Attribution]) -> list[tuple[str, str, str]]:
    return [
        tuple("|".join(s.of(text) for s in part) for part in (a.source, a.cue, a.content))
        for a in found
    ]


def test_a_plain_sentence() -> None:
    text = "Ana said that it rains ."
    found = read(text, "S K C c c .", links="B a b . . .".replace("a b", "A a"))
    assert [(c, t) for _, c, t in shown(text, found)] == [("said", "that it rains")]
    assert found[0].score > 0.3
    assert not found[0].nested


def test_source_and_cue_are_linked() -> None:
    text = "Ana said that it rains ."
    words = "S K C c c ."
    vectors = "B . . . . ."
    found = read(text, words, links=vectors)
    assert shown(text, found) == []  # the content is linked to no cue and is no quotation


def test_two_pieces_of_a_content_are_one() -> None:
    text = '" It is , " said Ana , " so . "'
    found = read(text, "C c c c c K S . C c c c", links="a . . . . A . . a . . .")
    assert shown(text, found) == [("", "said", '" It is , "|" so . "')]


def test_a_quotation_alone_stays_and_other_contents_do_not() -> None:
    text = '" It is . "'
    assert shown(text, read(text, "C c c c c")) == [("", "", '" It is . "')]
    assert read("It is so .", "C c c c") == ()


def test_a_cue_without_content_is_dropped() -> None:
    assert read("Ana said so .", "S K . .") == ()


def test_a_content_without_a_cue_takes_one_that_was_nearly_read() -> None:
    text = "Ana said that it rains ."
    links = ". A a . . ."
    assert shown(text, read(text, "S ? C c c .", links=links)) == [("", "said", "that it rains")]


def test_a_cue_that_was_nearly_read_is_none_in_another_sentence_or_beside_another() -> None:
    text = "Ana said . That it rains ."
    assert read(text, "S ? . C c c .", links=". A . a . . .") == ()
    text = "Ana said she knew that it rains ."
    found = read(text, "S ? . K C c c .", links=". B . A a . . .")
    assert shown(text, found) == [("", "knew", "that it rains")]


def test_the_second_part_of_a_cue_is_joined() -> None:
    text = "Ana warf ihm Betrug vor ."
    found = read(text, "S K . C K .", links=". A . a . .")
    assert shown(text, found) == [("", "warf|vor", "Betrug")]


def test_a_source_or_a_cue_begun_twice_is_one() -> None:
    text = "Ana Mir would say that it rains ."
    found = read(text, "S S K K C c c .", links=". . A . a . . .", alone=-3.0)
    assert shown(text, found) == [("Ana Mir", "would say", "that it rains")]


def test_what_is_inside_is_linked_inside() -> None:
    text = "Ana said that Bo denied it ."
    found = read(text, "S K C c c c .", inner=". . . S K C .", links=". A a . B b .")
    assert [(a.nested, c) for a, (_, c, _) in zip(found, shown(text, found), strict=True)] == [
        (False, "said"),
        (True, "denied"),
    ]


def test_a_content_cut_by_a_window_is_joined() -> None:
    text = "Ana said that it rains in the hills ."
    found = read(text, "S K C c c c c c .", links=". A a . . . . . .", cut=5)
    assert shown(text, found) == [("", "said", "that it rains in the hills")]


def test_a_closed_quotation_goes_on_as_an_attribution_of_its_own() -> None:
    text = '" It is . " said Ana .\n" It was . "'
    found = read(text, "C c c c c K S . C c c c c", links="a . . . . A . . a . . . .")
    assert [(c, t) for _, c, t in shown(text, found)] == [
        ("said", '" It is . "'),
        ("", '" It was . "'),
    ]


def test_a_speaker_is_not_named_paragraphs_later() -> None:
    text = '" It is . " he said .\nAna left .'
    found = read(text, "C c c c c . K . S . .", links="a . . . . . A . . . .", alone=-3.0)
    assert shown(text, found) == [("", "said", '" It is . "')]
    before = 'Ana left .\n" It is . " he said .'
    found = read(before, "S . . C c c c c . K .", links=". . . a . . . . . A .", alone=-3.0)
    assert shown(before, found) == [("Ana", "said", '" It is . "')]


def test_names_of_a_window() -> None:
    text = "Ana Ruiz in Bo"
    scores = np.zeros((4, len(NAMES)), np.float32)
    for i, name in enumerate(("B-PER", "I-PER", "O", "B-LOC")):
        scores[i, NAMES.index(name)] = 9
    found = names(window(text, list(re.finditer(r"\w+", text))), scores)
    assert [(text[a:b], kind) for (a, b), kind, _ in found] == [("Ana Ruiz", "PER"), ("Bo", "LOC")]


@pytest.mark.parametrize(
    ("text", "labels", "wanted"),
    [
        ("Hof van Cassatie", "B-ORG I-ORG B-ORG", [("Hof van Cassatie", "ORG", 1.0)]),
        ("Ana Ruiz Bo", "B-PER I-PER B-LOC", [("Ana Ruiz", "PER", 1.0), ("Bo", "LOC", 1.0)]),
        ("Bo en Ras", "B-LOC O B-LOC", [("Bo", "LOC", 1.0), ("Ras", "LOC", 1.0)]),
    ],
)
def test_a_name_begun_twice_is_one(
    text: str, labels: str, wanted: list[tuple[str, str, float]]
) -> None:
    scores = np.zeros((3, len(NAMES)), np.float32)
    for i, name in enumerate(labels.split()):
        scores[i, NAMES.index(name)] = 20
    found = names(window(text, list(re.finditer(r"\w+", text))), scores)
    assert [(text[a:b], kind, round(score, 3)) for (a, b), kind, score in found] == wanted


def test_names_of_two_paragraphs_are_two() -> None:
    text = "Bo Ras"
    scores = np.zeros((2, len(NAMES)), np.float32)
    scores[:, NAMES.index("B-LOC")] = 20
    parted = replace(window(text, list(re.finditer(r"\w+", text))), paragraphs=(0, 1))
    assert [text[a:b] for (a, b), _, _ in names(parted, scores)] == ["Bo", "Ras"]
