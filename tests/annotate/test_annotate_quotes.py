"""Quotations: the marks of every language, nested, open, broken; apostrophes are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoth.annotate.statements.quotes import dash_speech, find_quotations
from quoth.lang import available, pack
from quoth.text import tokenise

STYLES = [(code, a, b) for code in available() for a, b in pack(code).quotes]


def quotations(text: str, code: str = "en") -> list[str]:
    known = pack(code)
    tokens = tokenise(text, language=code, elision=known.elision)
    return [
        text[tokens[q.first].start : tokens[q.last - 1].end]
        for q in find_quotations(text, tokens, known)
    ]


@pytest.mark.parametrize(("code", "a", "b"), STYLES)
def test_each_pair_of_marks_of_a_pack_makes_a_quotation(code: str, a: str, b: str) -> None:
    quote = f"{a}Abc def ghi jkl.{b}"
    assert quotations(f"Mno pqr: {quote} Stu vwx.", code) == [quote]
    assert quotations(f"{quote}, mno pqr.", code) == [quote]


@pytest.mark.parametrize(("code", "a", "b"), STYLES)
def test_two_quotations_of_a_style_stay_two(code: str, a: str, b: str) -> None:
    text = f"{a}Abc def,{b} mno pqr, {a}ghi jkl.{b}"
    assert quotations(text, code) == [f"{a}Abc def,{b}", f"{a}ghi jkl.{b}"]


@pytest.mark.parametrize(
    ("code", "quote"),
    [
        ("en", "“She said ‘never again’ to me,”"),
        ("en", "‘She said “never again” to me,’"),
        ("en", "“She said “never again” to me,”"),
        ("en", "\"She said 'never again' to me,\""),
        ("fr", "« Elle a dit « jamais » à nous »"),
        ("fr", "«\u00a0Elle a dit “jamais” à nous\u00a0»"),
        ("ru", "«Завод „Волна“ закрыт»"),
        ("ru", "«Завод «Волна» закрыт»"),
        ("de", "„Das ‚Haus‘ ist alt“"),
        ("de", "»Das ›Haus‹ ist alt«"),
        ("it", "«Il “ponte” è chiuso»"),
    ],
)
def test_a_quotation_holds_the_ones_inside_it(code: str, quote: str) -> None:
    assert quotations(f"{quote} abc def.", code) == [quote]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "It's the dogs' bowl and they didn't move."),
        ("en", "The workers’ union doesn’t want the ‘90s back."),
        ("fr", "L'homme qu'il a vu n'est pas aujourd’hui là."),
        ("it", "L’aria dell'isola non c'è più."),
        ("uk", "П’ять об'єктів закрито, каже комп’ютер."),
        ("nl", "Zo'n auto's prijs is 's avonds lager."),
        ("tr", "Ankara'da İzmir’in yolu kapandı."),
    ],
)
def test_apostrophes_are_no_quotations(code: str, text: str) -> None:
    assert quotations(text, code) == []


@pytest.mark.parametrize("mark", ["“", "«", "„", '"'])
def test_a_quotation_without_its_closing_mark_runs_to_the_end(mark: str) -> None:
    text = f"She said: {mark}We will never go back to Arden."
    assert quotations(text) == [f"{mark}We will never go back to Arden."]
    tokens = tokenise(text)
    assert [q.closed for q in find_quotations(text, tokens, pack("en"))] == [False]


def test_a_single_mark_without_its_partner_is_no_quotation() -> None:
    assert quotations("She said: ‘We will never go back to Arden.") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He “will not”. rule it out.” She left.", ["“will not”. rule it out.”"]),
        ("He “will not”. Rule it out.", ["“will not”"]),
        ("He “will not”, she said.", ["“will not”"]),
        ('Er sagt „ja", sie „nein”.', ['„ja"', "„nein”"]),
        ("Er sagt „ja„ und geht.", ["„ja„ und geht."]),
    ],
)
def test_broken_and_mixed_marks_are_repaired(text: str, wanted: list[str]) -> None:
    assert quotations(text, "de") == wanted


def test_a_closing_mark_alone_opens_nothing() -> None:
    assert quotations("We will go,” she said. And left”.") == []


@pytest.mark.parametrize("text", ["”", "“", '"', "“”", "“ ”", "''", "``", "‘’", "«»«»", "’’’’"])
def test_marks_without_words_are_survived(text: str) -> None:
    assert "".join(quotations(text)) in ("", text)


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("— Non, dit-il.", True),
        ("– No sé.", True),
        ("-Bien, dijo.", True),
        ("— ¿Qué?", True),
        ("—", False),
        ("— (aside) he left", False),
        ("Non — dit-il", False),
    ],
)
def test_a_dash_opens_speech_only_before_words_at_the_head(text: str, opens: bool) -> None:
    assert dash_speech(text, tokenise(text)) == opens


@given(
    st.text(alphabet=st.sampled_from("ab A.,:!?\n-—\"'`“”„«»‹›‘’‚「」"), max_size=60),
    st.sampled_from(available()),
)
def test_quotations_never_overlap_and_begin_with_their_mark(text: str, code: str) -> None:
    tokens = tokenise(text, language=code)
    position = 0
    for quote in find_quotations(text, tokens, pack(code)):
        assert position <= quote.first < quote.last <= len(tokens)
        assert not tokens[quote.first].word
        assert quote.last == len(tokens) or quote.closed
        position = quote.last


def test_the_mark_of_a_hebrew_abbreviation_is_no_quotation_mark() -> None:
    assert quotations('לפי דו"ח פנימי של ד"ר נגה') == []
    assert quotations('אמר ד"ר נגה: "לפי הדו"ח אין סכנה".') == ['"לפי הדו"ח אין סכנה"']
    assert quotations('זה ב"צעד מאוחר"') == ['"צעד מאוחר"']
