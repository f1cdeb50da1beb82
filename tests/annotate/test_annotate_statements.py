"""Statements over paragraphs, nested, hedged, hearsay; what is never read."""

from __future__ import annotations

import pytest
from annotate_support import HEAD, article, one_block, pieces, said, statements

from quoth.annotate import ANNOTATORS, READERS, annotate, reader_name
from quoth.annotate.network import variants
from quoth.errors import UsageError
from quoth.model import FURNITURE, VALUES, Form, Maker, Reading, Statement

SPRING = "“We will close the bridge in the spring,” said Ann Mir."
PILLARS = "“The pillars are not safe any more for us.”"


def test_an_opening_mark_on_each_paragraph_makes_one_running_quotation() -> None:
    text = (
        f"{SPRING} “The pillars are old.\n“They were built by my own father.\n“And he is gone.”\n"
        "She left the room."
    )
    (found,) = statements(text)
    assert pieces(text, found.value.content) == [
        "“We will close the bridge in the spring,”",
        "“The pillars are old.",
        "“They were built by my own father.",
        "“And he is gone.”",
    ]
    assert found.value.form is Form.DIRECT
    assert not found.value.implicit


def test_a_running_quotation_belongs_to_the_cue_at_its_end() -> None:
    text = "“The pillars are not safe any more.\n“They were built by my father,” said Ann Mir."
    assert said(text) == [
        (
            "Ann Mir",
            "said",
            "“The pillars are not safe any more.…“They were built by my father,”",
        )
    ]


def test_a_paragraph_without_a_mark_ends_an_open_quotation() -> None:
    text = f"{SPRING} “The pillars are old.\nThe river rose.\n“They were built by my own father.”"
    first, second = statements(text)
    assert len(first.value.content) == 2
    assert (second.value.implicit, second.value.cue) == (True, ())


def test_a_quotation_without_a_cue_is_taken_for_the_last_speakers() -> None:
    text = f"{SPRING}\n{PILLARS}"
    _, found = statements(text)
    assert found.value.implicit
    assert pieces(text, found.value.source) == ["Ann Mir"]
    assert pieces(text, found.value.content) == [PILLARS]
    # its own words alone are the mark's extent
    assert found.span.of(text) == PILLARS


def test_the_last_speaker_is_forgotten_after_some_silence() -> None:
    near = f"{SPRING}\nThe river rose.\n{PILLARS}"
    far = f"{SPRING}\n" + "The river rose.\n" * 3 + PILLARS
    assert [m.value.implicit for m in statements(near)] == [False, True]
    assert [m.value.implicit for m in statements(far)] == [False]


def test_a_quotation_whose_speaker_never_became_known_is_no_statement() -> None:
    assert statements(f"{PILLARS}\nThe river rose.") == []


def test_a_short_quotation_without_a_cue_is_no_speech() -> None:
    assert len(statements(f"{SPRING}\n“The Pillars”")) == 1


def test_a_cue_with_a_colon_announces_the_next_paragraph() -> None:
    text = f"Ann Mir told reporters on Monday:\n{PILLARS}\nThe river rose."
    assert said(text) == [("Ann Mir", "told", PILLARS)]
    assert statements(text)[0].value.form is Form.DIRECT


def test_an_announcement_reaches_the_next_paragraph_only() -> None:
    assert said("Ann Mir told reporters on Monday:\nThe river rose.") == []
    text = f"Ann Mir told reporters on Monday:\nThe river rose.\n{PILLARS}"
    assert all(cue != "told" for _, cue, _ in said(text))


def test_a_statement_inside_a_quotation_is_nested_in_it() -> None:
    text = "“My father told me that the pillars are not safe at all,” said Ann Mir."
    outer, inner = statements(text)
    assert outer.value.inside is None
    assert inner.value.inside == outer.value.content[0]
    assert said(text)[1] == ("My father", "told", "that the pillars are not safe at all")


def test_a_statement_inside_a_clause_is_nested_in_it() -> None:
    text = "He said that she said that the bridge was closed by the council."
    outer, inner = statements(text)
    assert inner.value.inside == outer.value.content[0]
    assert pieces(text, inner.value.source) == ["she"]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is closed, Ann Mir allegedly said.",
        "Ann Mir allegedly said that the bridge was closed.",
        "“The bridge is closed for ever,” Ann Mir allegedly said.",
    ],
)
def test_a_word_of_doubt_at_the_cue_is_its_hedge_and_no_hearsay(text: str) -> None:
    (found,) = statements(text)
    assert pieces(text, found.value.source) == ["Ann Mir"]
    assert pieces(text, found.value.hedge) == ["allegedly"]


def test_a_word_of_doubt_inside_a_quotation_is_the_speakers_own() -> None:
    text = "“The bridge was allegedly closed by the council,” said Ann Mir."
    assert [m.value.hedge for m in statements(text) if m.value.form is Form.DIRECT] == [()]


@pytest.mark.parametrize(
    ("language", "text", "cue", "content"),
    [
        (
            "en",
            "The bridge has reportedly been closed for ever.",
            "reportedly",
            "The bridge has…been closed for ever",
        ),
        (
            "de",
            "Angeblich ist die Brücke für immer gesperrt worden.",
            "Angeblich",
            "ist die Brücke für immer gesperrt worden",
        ),
    ],
)
def test_hearsay_has_no_source(language: str, text: str, cue: str, content: str) -> None:
    (found,) = statements(text, language)
    assert found.value.form is Form.HEARSAY
    assert said(text, language) == [("", cue, content)]
    assert pieces(text, found.value.hedge) == [cue]


def test_a_headline_may_name_its_speaker_before_a_colon() -> None:
    text = "Mayor: The bridge stays shut\nThe river rose."
    assert said(text, kinds=(HEAD,)) == [("Mayor", ":", "The bridge stays shut")]
    assert said(text) == []


def test_a_topic_before_the_colon_of_a_headline_is_no_speaker() -> None:
    spoken = "Iván de Cos: «El puente es seguro para todos»"
    assert said("Juicio de Arden: la testigo cambia su versión", "es", kinds=(HEAD,)) == []
    assert [s for s, _, _ in said(spoken, "es", kinds=(HEAD,))] == ["Iván de Cos"]


def test_the_speaker_of_a_headline_is_no_ones_last_speaker() -> None:
    text = f"Mayor: “The bridge stays shut”\n{PILLARS}"
    assert said(text, kinds=(HEAD,)) == [("Mayor", ":", "“The bridge stays shut”")]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (SPRING, Form.DIRECT),
        ("“The bridge,” said Ann Mir, “is not safe any more.”", Form.DIRECT),
        ("Ann Mir said the “very old” bridge would be shut.", Form.MIXED),
        ("Ann Mir said that the bridge would be shut.", Form.INDIRECT),
        ("According to Ann Mir, the bridge is closed for ever.", Form.INDIRECT),
    ],
)
def test_the_form_tells_whose_words_stand_on_the_page(text: str, form: Form) -> None:
    assert [m.value.form for m in statements(text)] == [form]


def test_speech_after_a_dash_goes_on_behind_its_cue() -> None:
    text = "— No sabemos nada —dijo Ana Mir—. Volveremos mañana."
    assert said(text, "es") == [("Ana Mir", "dijo", "No sabemos nada…Volveremos mañana.")]


@pytest.mark.parametrize("kind", sorted(FURNITURE))
def test_furniture_is_never_read(kind: object) -> None:
    text = f"{SPRING}\nThe river rose in the night."
    assert len(statements(text)) == 1
    assert statements(text, kinds=(kind,)) == []  # type: ignore[arg-type]


def test_a_language_without_a_pack_gives_no_statements() -> None:
    text = "Starosta města řekl, že most zůstane zavřený až do března příštího roku."
    reading = annotate(article(text, "cs"), "pack")
    assert {m.kind for m in reading.marks} <= {"language", "time"}


def test_a_paragraph_in_another_known_language_is_read_in_it() -> None:
    german = "Die Brücke bleibe wegen des Eises lange gesperrt, sagte die Ministerin am Montag."
    filler = "The mayor of the town was glad that the bridge over the river was open.\n" * 2
    assert [s for s, _, _ in said(filler + german)] == ["die Ministerin"]


def test_a_paragraph_of_several_lines_in_one_block_runs_on_too() -> None:
    known = one_block(f"{SPRING}\n{PILLARS}")
    found = annotate(known, "pack").of(Statement)
    assert [m.value.implicit for m in found] == [False, True]


def test_reading_twice_gives_the_same_marks_and_ids() -> None:
    known = article(f"{SPRING}\n{PILLARS}\nAnn Mir said she was glad.")
    first, second = annotate(known, "pack"), annotate(known, "pack")
    assert first == second
    assert len({m.id for m in first.marks}) == len(first.marks)


def test_ids_do_not_depend_on_what_follows() -> None:
    alone = {m.id for m in statements(SPRING)}
    assert alone <= {m.id for m in statements(f"{SPRING}\nThe river rose.")}


def test_marks_name_their_makers() -> None:
    makers = {m.by.name: m.by for m in annotate(article(SPRING), "pack").marks}
    assert set(makers) - {"quoth.times"} == {
        "py3langid",
        "quoth.sentences",
        "quoth.pack",
        "quoth.setting",
    }
    assert all(isinstance(m, Maker) and m.version for m in makers.values())
    assert makers["quoth.pack"].digest


def test_an_unknown_reader_is_refused_by_name() -> None:
    with pytest.raises(UsageError, match=r"no reader 'oracle'; there are: .*pack"):
        annotate(article(SPRING), "oracle")


def test_every_annotator_needs_only_what_those_before_it_make() -> None:
    made: set[str] = set()
    for annotator in ANNOTATORS:
        assert annotator.needs <= made, annotator.name
        made |= annotator.makes
    assert made == set(VALUES) - {"entity", "actor", "speaker", "chain"}


def test_the_default_reader_is_the_best_one_that_can_read_here() -> None:
    there = {*variants(), "pack"}
    assert reader_name() == next(name for name in READERS if name in there)


def test_each_annotator_makes_only_the_kinds_that_it_says() -> None:
    reading = Reading(article(f"{SPRING}\nSome 40 people came from Paris on Monday."))
    for annotator in ANNOTATORS:
        marks = list(annotator(reading))
        assert {m.kind for m in marks} == annotator.makes
        reading = reading.plus(marks)


def test_an_annotator_leaves_its_reading_as_it_was() -> None:
    reading = Reading(article(SPRING))
    for annotator in ANNOTATORS:
        list(annotator(reading))
    assert reading == Reading(article(SPRING))
