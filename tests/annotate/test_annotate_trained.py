"""From what the network found to statements: marks, clitics, speakers, forms, hearsay."""

from __future__ import annotations

import pytest
from annotate_support import HEAD, article, pieces
from trained_support import Fake, marked, read

from quoth.annotate.trained import TrainedAnnotator
from quoth.annotate.trained.speakers import IMPLICIT
from quoth.model import BlockKind, Entity, EntityType, Form, Mark, Reading, Span, Statement
from quoth.nets import Findings, Name

SPRING = "<c1>“We close it in the spring,”</c1> <k1>said</k1> <s1>Ann Mir</s1>."


def told(reading: Reading) -> list[tuple[str, str, str, str, str]]:
    """Source, cue, content, form and why of each statement."""

    def row(m: Mark[Statement]) -> tuple[str, str, str, str, str]:
        v, text = m.value, reading.article.text
        source, cue, content = ("…".join(pieces(text, s)) for s in (v.source, v.cue, v.content))
        return source, cue, content, v.form.value, v.why

    return [row(m) for m in reading.of(Statement)]


@pytest.mark.parametrize(
    ("page", "language", "wanted"),
    [
        (SPRING, "en", ("Ann Mir", "said", "“We close it in the spring,”", "direct", "trained")),
        (
            "“<c1>We close it</c1>,” <k1>said</k1> <s1>Ann Mir</s1>.",
            "en",
            ("Ann Mir", "said", "“We close it,”", "direct", "trained, marks"),
        ),
        (
            "<c1>“We close it”,</c1> <k1>said</k1> <s1>Ann Mir</s1>.",
            "en",
            ("Ann Mir", "said", "“We close it”", "direct", "trained, marks"),
        ),
        (
            "<s1>Ann Mir</s1> <k1>said</k1> <c1>the bridge was “perfectly safe</c1>”.",
            "en",
            (
                "Ann Mir",
                "said",
                "the bridge was “perfectly safe”",
                "mixed",
                "trained, marks",
            ),
        ),
        (
            "<s1>Ann Mir</s1> <k1>said</k1> <c1>the bridge was safe</c1>.",
            "en",
            ("Ann Mir", "said", "the bridge was safe", "indirect", "trained"),
        ),
        (
            "<c1>« Non, </c1><k1>a dit</k1> <s1>Jean</s1>,<c1> jamais. »</c1>",
            "fr",
            ("Jean", "a dit", "« Non,…jamais. »", "direct", "trained"),
        ),
        (
            "— <c1>No sabemos nada</c1> —<k1>dijo</k1> <s1>Ana Ruiz</s1>—. <c1>Volveremos.</c1>",
            "es",
            ("Ana Ruiz", "dijo", "No sabemos nada…Volveremos.", "direct", "trained"),
        ),
        (
            "<c1>“Jembatan itu aman,”</c1> <k1>katanya</k1>.",
            "id",
            ("nya", "kata", "“Jembatan itu aman,”", "direct", "trained, clitic"),
        ),
        (
            "ونقلت عنها <k1>قولها</k1> <c1>إن الجسر آمن</c1>.",
            "ar",
            ("ها", "قول", "إن الجسر آمن", "indirect", "trained, clitic"),
        ),
        (
            "<k1>Aseguró</k1> <c1>que el puente es seguro</c1>.",
            "es",
            ("", "Aseguró", "que el puente es seguro", "indirect", "trained"),
        ),
        (
            "<c1>The mayor has </c1><k1>reportedly</k1><c1> sold the old bridge</c1>.",
            "en",
            ("", "reportedly", "The mayor has…sold the old bridge", "hearsay", "trained"),
        ),
        (
            "The mayor has reportedly sold the old bridge.",
            "en",
            ("", "reportedly", "The mayor has…sold the old bridge", "hearsay", "hearsay"),
        ),
        (
            "<c1>„Most je bezpečný“</c1>, <k1>řekl</k1> <s1>starosta</s1>.",
            "cs",
            ("starosta", "řekl", "„Most je bezpečný“", "direct", "trained"),
        ),
        (
            "<s1>市长</s1><k1>说</k1>：“<c1>大桥很安全</c1>。”",
            "zh",
            ("市长", "说", "“大桥很安全。”", "direct", "trained, marks"),
        ),
    ],
)
def test_what_was_found_becomes_a_statement(
    page: str, language: str, wanted: tuple[str, ...]
) -> None:
    assert told(read(page, language)) == [wanted]


def test_a_hedge_is_the_packs() -> None:
    (found,) = read("<s1>The mayor</s1> allegedly <k1>said</k1> <c1>it was shut</c1>.").of(
        Statement
    )
    assert found.value.hedge
    (rumour,) = read("<k1>Reportedly</k1> <c1>the bridge was sold</c1>.").of(Statement)
    assert rumour.value.hedge == rumour.value.cue


def test_one_inside_another_says_so() -> None:
    page = (
        "<c1>“<n2><s2>My son</s2> <k2>told</k2> me <c2>that it was shut</c2>,”</c1> "
        "<k1>said</k1> <s1>Ann</s1>."
    )
    reading = read(page)
    outer, inner = reading.of(Statement)
    assert inner.value.inside == outer.value.content[0]
    assert (outer.value.form, inner.value.form) == (Form.DIRECT, Form.INDIRECT)


def test_a_quotation_that_opens_anew_in_a_later_paragraph_is_a_statement_of_its_own() -> None:
    reading = read(f"{SPRING}\n<c1>“It is old.”</c1> <c1>“It rusts.”</c1>\n<c1>“So it is.”</c1>")
    first, second, third = reading.of(Statement)
    assert told(reading)[1] == (
        "Ann Mir",
        "",
        "“It is old.”…“It rusts.”",
        "direct",
        "trained, implicit",
    )
    assert [m.value.implicit for m in (first, second, third)] == [False, True, True]
    assert second.value.source == first.value.source
    assert [first.score, second.score] == [0.9, round(0.9 * IMPLICIT, 3)]


def test_a_quotation_left_open_runs_on_in_the_next_paragraph() -> None:
    page = f"{SPRING} <c1>“It is old.</c1>\n<c1>“And it rusts.”</c1>"
    (found,) = read(page).of(Statement)
    assert len(found.value.content) == 3
    assert found.value.form is Form.DIRECT


def test_a_quotation_behind_its_announcement_is_that_statement() -> None:
    (found,) = read("<s1>Lund</s1> <k1>added</k1>:\n<c1>“We look at it.”</c1>").of(Statement)
    assert not found.value.implicit


@pytest.mark.parametrize("tag", ["<c2>{}</c2>", "{}"])
def test_a_quotation_without_a_cue_is_the_last_speakers(tag: str) -> None:
    text = tag.format("“We look at it every single week.”")
    reading = read(f"{SPRING}\n{text}")
    last = reading.of(Statement)[-1]
    assert last.value.implicit
    assert told(reading)[-1][0] == "Ann Mir"
    assert last.value.form is Form.DIRECT
    rain = "It rained.\n" * 3
    assert len(read(f"{SPRING}\n{rain}{text}").of(Statement)) == 1


def test_a_quotation_left_out_in_its_paragraph_goes_on_the_one_before() -> None:
    (found,) = read(f"{SPRING} “It is old and it rusts.”").of(Statement)
    assert len(found.value.content) == 2
    assert found.value.why == "trained, joined"


def test_in_a_dialogue_of_dashes_another_one_answers() -> None:
    page = (
        "— <c1>Vamos a cerrar</c1> —<k1>dijo</k1> <s1>Ana</s1>.\n"
        "— <c2>No me parece bien</c2> —<k2>dijo</k2> <s2>Luis</s2>.\n"
        "— <c3>Pues será en mayo y ya está.</c3>"
    )
    assert told(read(page, "es"))[-1][0] == "Ana"


def test_a_source_that_the_network_took_over_keeps_its_score() -> None:
    text, findings = marked(f"{SPRING}\n<c2>“We look at it every week.”</c2>")
    one, two = findings.attributions
    both = Findings((one, type(two)(one.source, (), two.content, False, 0.7)), ())
    reading = Reading(article(text))
    found = reading.plus(TrainedAnnotator(lambda: Fake(both))(reading)).of(Statement)
    assert [(m.value.implicit, m.score) for m in found] == [(False, 0.9), (True, 0.7)]


def test_a_threshold_drops_what_is_less_sure() -> None:
    page = f"{SPRING}\n<c2>“We look at it every single week.”</c2>"
    assert len(read(page, threshold=0.5).of(Statement)) == 2
    assert len(read(page, threshold=0.8).of(Statement)) == 1
    assert not read(page, threshold=1.0).of(Statement)


def test_names_become_entities_with_the_score_of_the_network() -> None:
    names = (Name(Span(6, 10), "PER", 0.98765), Name(Span(17, 23), "LOC", 0.4))
    reading = read("Mayor Lund is in Aarnes.", names=names)
    found = reading.of(Entity)
    assert [(m.kind, m.value.type, m.score) for m in found] == [
        ("entity", EntityType.PER, 0.988),
        ("entity", EntityType.LOC, 0.4),
    ]
    assert len(read("Mayor Lund is in Aarnes.", names=names, threshold=0.5).of(Entity)) == 1


def test_marks_name_the_weights_and_the_packs() -> None:
    reading = read(f"{SPRING}\nThe mayor has reportedly sold the old bridge.")
    trained, pack = (m.by for m in reading.of(Statement))
    assert trained.name == "quoth.quality"
    assert trained.digest == f"cafe-{pack.digest}"
    assert pack.name == "quoth.pack"


def test_the_network_reads_running_text_once_and_furniture_never() -> None:
    text, findings = marked("A headline\n\nSome text.\nMore text.")
    fake = Fake(findings)
    kinds = (HEAD, BlockKind.NAVIGATION)
    reading = Reading(article(text, "xx", kinds))
    list(TrainedAnnotator(lambda: fake)(reading))
    ((asked, spans),) = fake.asked
    assert asked == text
    assert [s.of(text) for s in spans] == ["A headline", "More text."]
    empty = Reading(article("", "en"))
    assert list(TrainedAnnotator(lambda: fake)(empty)) == []
    assert len(fake.asked) == 1


@pytest.mark.parametrize(
    ("language", "quote"),
    [
        ("bn", "‘নদী আমারে চেনে’"),
        ("sv", "”Vi såg det för sent”"),
        ("ro", "„Podul nu se închide”"),
        ("cs", "»Styděl jsem se«"),
        ("el", "«Δεν θα δεχτώ δικαιολογίες»"),
        ("ko", "「다리는 안전하다」"),
    ],
)
def test_a_quotation_in_the_marks_of_a_language_without_a_pack_is_direct(
    language: str, quote: str
) -> None:
    (found,) = read(f"<c1>{quote}</c1>, <k1>kaj</k1> <s1>Ana</s1>.", language).of(Statement)
    assert found.value.form is Form.DIRECT
