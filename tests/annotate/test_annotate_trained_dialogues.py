"""Dialogues in what the network found: who answers whom, and speech left out behind its cue."""

from __future__ import annotations

import pytest
from annotate_support import pieces
from trained_support import read

from quoth.model import Statement

ASKED = (
    "<c1>“Is it safe?”</c1> <k1>asked</k1> <s1>Ann</s1>.\n"
    "<c2>“It is,”</c2> <k2>said</k2> <s2>Ben</s2>."
)
DASHED = (
    "— <c1>Vamos a cerrar</c1> —<k1>dijo</k1> <s1>Ana</s1>.\n"
    "— <c2>No me parece bien</c2> —<k2>dijo</k2> <s2>Luis</s2>."
)


def heard(page: str, language: str = "en") -> list[tuple[str, str, str]]:
    """Source, content and why of what is read."""
    reading = read(page, language)
    text = reading.article.text
    values = [m.value for m in reading.of(Statement)]
    return [("…".join(pieces(text, v.source)), pieces(text, v.content)[-1], v.why) for v in values]


def test_a_short_quotation_that_was_given_to_the_one_it_answers_is_the_other_ones() -> None:
    who, what, why = heard(f"{ASKED}\n<c3>“Since when?”</c3>")[-1]
    assert (who, what) == ("Ann", "“Since when?”")
    assert why.endswith("answer")


def test_answers_go_to_and_fro() -> None:
    found = heard(f"{ASKED}\n<c3>“Since when?”</c3>\n<c4>“Since May.”</c4>")
    assert [who for who, _, _ in found] == ["Ann", "Ben", "Ann", "Ben"]


def test_a_long_quotation_is_more_of_what_the_last_one_said() -> None:
    long = "<c3>“We look at it every week, and so did those who were here before us.”</c3>"
    assert heard(f"{ASKED}\n{long}")[-1][0] == "Ben"


@pytest.mark.parametrize("between", ["It rained.\n", ""])
def test_only_the_paragraph_right_before_is_answered(between: str) -> None:
    found = heard(f"{ASKED}\n{between}<c3>“Since when?”</c3>")
    assert found[-1][0] == ("Ben" if between else "Ann")


def test_where_only_one_has_spoken_nobody_answers() -> None:
    one = ASKED.partition("\n")[0]
    assert heard(f"{one}\n<c3>“Tell me.”</c3>")[-1][0] == "Ann"


def test_a_longer_name_for_the_same_person_is_not_the_other_one() -> None:
    again = "<c3>“Yes,”</c3> <k3>said</k3> <s3>Ben Lund</s3>.\n<c4>“Since May.”</c4>"
    assert heard(f"{ASKED}\n{again}")[-1][0] == "Ann"


def test_behind_dashes_an_answer_may_be_of_any_length() -> None:
    long = "<c3>Pues será en mayo y ya está, que en otoño no hay quien venga hasta aquí.</c3>"
    assert heard(f"{DASHED}\n— {long}", "es")[-1][0] == "Ana"


def test_speech_left_out_behind_its_cue_goes_on_what_the_paragraph_began_with() -> None:
    page = (
        "—<c1>No me da pena</c1> —<k1>dice</k1> <s1>Ana</s1>, mientras <k2>barre</k2> "
        "<c2>lo que nadie ha comido</c2>—. Lo que me da es mucho frío."
    )
    found = heard(page, "es")
    assert ("Ana", "Lo que me da es mucho frío.", "trained, joined") in found
