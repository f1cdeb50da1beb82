"""Agency datelines at the head of a paragraph."""

import pytest

from quoth.read.dateline import body_start, dateline

KNOWN = [
    ("KYIV, 14 Juni. /Ukrinform/.", "KYIV|14 Juni|Ukrinform", "Presiden mengatakan"),
    ("WASHINGTON (AP) —", "WASHINGTON||AP", "The president"),
    ("PARIS, 3 mars (Reuters) -", "PARIS|3 mars|Reuters", "Le ministre"),
    ("Jakarta (ANTARA) -", "Jakarta||ANTARA", "Menteri"),
    ("JAKARTA, KOMPAS.com -", "JAKARTA||KOMPAS.com", "Menteri"),
    ("Jakarta, CNN Indonesia --", "Jakarta||CNN Indonesia", "Menteri"),
    ("Jakarta, Senin (14/6) -", "Jakarta|Senin (14/6)|", "Menteri"),
    ("TEMPO.CO, Jakarta -", "Jakarta||TEMPO.CO", "Menteri"),
    ("BERLIN (dpa) -", "BERLIN||dpa", "Der Kanzler"),
    ("МОСКВА, 3 марта. /ТАСС/.", "МОСКВА|3 марта|ТАСС", "Министр"),
    ("Москва. 3 июня. INTERFAX.RU -", "Москва|3 июня|INTERFAX.RU", "Министр"),
    ("КИЇВ. 3 червня. УНН.", "КИЇВ|3 червня|УНН", "Президент"),
    ("ROMA, 3 MAR (ANSA) -", "ROMA|3 MAR|ANSA", "Il ministro"),
    ("(ANSA) - ROMA, 03 GIU -", "ROMA|03 GIU|ANSA", "Il ministro"),
    ("MADRID, 3 Mar. (EUROPA PRESS) -", "MADRID|3 Mar.|EUROPA PRESS", "El ministro"),
    ("Madrid, 3 mar (EFE).-", "Madrid|3 mar|EFE", "El ministro"),
    ("القاهرة (رويترز) -", "القاهرة||رويترز", "قال"),
    ("ANKARA (AA) -", "ANKARA||AA", "Bakan"),
    ("الخرطوم - (الضفتان) -", "الخرطوم||الضفتان", "قال"),
    ("KYIV, June 14, 2022 /PRNewswire/ --", "KYIV|June 14, 2022|PRNewswire", "The firm"),
    ("LONDON/PARIS, June 3 (Reuters) -", "LONDON/PARIS|June 3|Reuters", "“We will go"),
    ("Minneapolis, Minn. (AP) —", "Minneapolis, Minn.||AP", "The"),
    ("Den Haag (ANP) -", "Den Haag||ANP", "De minister"),
    ("WASHINGTON —", "WASHINGTON||", "The"),
    ("WEST PALM BEACH, Fla. —", "WEST PALM BEACH, Fla.||", "The"),
    ("(Reuters) -", "||Reuters", "The"),
]


@pytest.mark.parametrize(("prefix", "parts", "rest"), KNOWN)
def test_a_dateline_is_split_into_its_parts(prefix: str, parts: str, rest: str) -> None:
    text = f"Before.\n{prefix} {rest}"
    block = dateline(text, 8, len(text))
    assert block is not None
    assert block.span.of(text) == prefix
    found = [span.of(text) if (span := block.part(n)) else "" for n in ("place", "date", "agency")]
    assert "|".join(found) == parts
    assert text[body_start(text, block, len(text)) :] == rest


def test_a_dateline_that_is_the_whole_line() -> None:
    text = "أنقرة/ محمد علي/ الأناضول"
    block = dateline(text, 0, len(text))
    assert block is not None
    assert (block.part("place"), block.part("agency")) != (None, None)
    assert block.span.of(text) == text


@pytest.mark.parametrize(
    "line",
    [
        "NATO — Stoltenberg said",
        "The president said on Monday — again",
        "President Biden - who was there - said so",
        "Mr Smith, 43, said he was tired (Reuters) - a sign",
        "Vladimir Putin (Russia) said",
        "Paris, June 3, was a day of rain",
        "Berlin - a city of many bridges",
        "",
        "— No, dijo.",
    ],
)
def test_other_paragraphs_have_none(line: str) -> None:
    assert dateline(line, 0, len(line)) is None


def test_words_of_a_script_without_capitals_are_no_dateline_for_a_bracket() -> None:
    text = "ראש העירייה, דוד אלמגור, הודיע היום (ראשון) כי הגשר ייסגר."
    assert dateline(text, 0, len(text)) is None
    known = "القاهرة (رويترز) قال الوزير إن الجسر مغلق."
    found = dateline(known, 0, len(known))
    assert found is not None
    assert found.span.of(known) == "القاهرة (رويترز)"
