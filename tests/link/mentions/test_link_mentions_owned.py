"""Sources that belong to somebody who is named, and who are not they; all invented."""

from __future__ import annotations

import pytest
from mentions_support import speakers

SAID = {
    "ar": "<k1>قال</k1> <c1>إن المطر يهطل</c1>.",
    "de": "<k1>sagte</k1>, <c1>es regne</c1>.",
    "en": "<k1>said</k1> <c1>it rains</c1>.",
    "es": "<k1>dice</k1> <c1>que llueve</c1>.",
    "fr": "<k1>dit</k1> <c1>qu'il pleut</c1>.",
    "id": "<k1>mengatakan</k1> <c1>hujan turun</c1>.",
    "it": "<k1>dice</k1> <c1>che piove</c1>.",
    "nl": "<k1>zegt</k1> <c1>dat het regent</c1>.",
    "pt": "<k1>diz</k1> <c1>que chove</c1>.",
    "ru": "<k1>заявил</k1>, <c1>что идёт дождь</c1>.",
    "tr": "<c1>yağmur yağdığını</c1> <k1>söyledi</k1>.",
    "uk": "<k1>заявив</k1>, <c1>що йде дощ</c1>.",
}
OWNED = [
    ("ar", "مدرب <ORG>النخيل</ORG>"),
    ("ar", "أسرة <PER>سامي خليل</PER>"),
    ("de", "Das Umfeld von <PER>Ina Lund</PER>"),
    ("de", "Die Frau von <PER>Ina Lund</PER>"),
    ("de", "Ein Team um die Zoologin <PER>Ina Lund</PER>"),
    ("de", "Ein <ORG>Sarnova</ORG>-Sprecher"),
    ("de", "<ORG>Sarnova</ORG>-Chef"),
    ("en", "The entourage of <PER>Ina Lund</PER>"),
    ("en", "An aide to Mr. <PER>Lund</PER>"),
    ("en", "The lawyer of <PER>Ina Lund</PER>"),
    ("en", "The <PER>Lund</PER> family"),
    ("en", "The <PER>Lund</PER> camp"),
    ("en", "The introduction of deputy director <PER>Ina Lund</PER>"),
    ("es", "El entorno de <PER>Ina Lund</PER>"),
    ("es", "La esposa de <PER>Ina Lund</PER>"),
    ("fr", "L'entourage d'<PER>Ina Lund</PER>"),
    ("fr", "La famille <PER>Lund</PER>"),
    ("id", "Keluarga <PER>Ina Lund</PER>"),
    ("id", "Sumber dekat <PER>Ina Lund</PER>"),
    ("id", "Istri <PER>Ina Lund</PER>"),
    ("it", "Lo staff di <PER>Ina Lund</PER>"),
    ("it", "Una lettera della ministra <PER>Ina Lund</PER>"),
    ("nl", "Het kamp van <PER>Ina Lund</PER>"),
    ("nl", "De familie <PER>Lund</PER>"),
    ("pt", "A equipa de <PER>Ina Lund</PER>"),
    ("ru", "Адвокат <PER>Ивана Лунда</PER>"),
    ("ru", "Сторонники <PER>Ивана Лунда</PER>"),
    ("ru", "Источники, близкие к <PER>Ивану Лунду</PER>"),
    ("tr", "Aday <PER>Ayşe Kaya</PER>'nın ekibi"),
    ("uk", "Дружина <PER>Івана Лунда</PER>"),
]
THEMSELVES = [
    ("ar", "المدرب <PER>سامي خليل</PER>", "سامي خليل"),
    ("de", "<ORG>Sarnova</ORG>-Chef <PER>Ina Lund</PER>", "Ina Lund"),
    ("en", "A woman by the name of <PER>Ina Lund</PER>", "Ina Lund"),
    ("en", "Mr. <PER>Lund</PER>", "Lund"),
    ("fr", "Un homme du nom de <PER>Paul Lund</PER>", "Paul Lund"),
    ("id", "Dokter spesialis penyakit dalam <PER>Ina Lund</PER>", "Ina Lund"),
    ("ru", "Адвокат <PER>Иван Лунд</PER>", "Иван Лунд"),
    ("ar", "<PER>سامي حداد</PER>، محامي <PER>سلمى خليل</PER>", "سامي حداد"),
    ("ar", "<PER>سلمى خليل</PER> و<PER>سامي حداد</PER>", "سلمى خليل وسامي حداد"),
    ("de", "<PER>Adam Roe</PER>, Anwalt von <PER>Ina Lund</PER>", "Adam Roe"),
    ("en", "<PER>Adam Roe</PER>, <PER>Ina Lund</PER>'s lawyer", "Adam Roe"),
    ("en", "<PER>Adam Roe</PER>, a lawyer for <PER>Ina Lund</PER>", "Adam Roe"),
    ("en", "<PER>Ina Lund</PER>, mother of <PER>Adam Roe</PER>", "Ina Lund"),
    ("en", "<PER>Ina Lund</PER> and <PER>Adam Roe</PER>", "Ina Lund and Adam Roe"),
    (
        "en",
        "Mayor <PER>Ina Lund</PER> and lawyer <PER>Adam Roe</PER>",
        "Ina Lund and lawyer Adam Roe",
    ),
    ("id", "<PER>Adam Roe</PER>, pengacara <PER>Ina Lund</PER>", "Adam Roe"),
    ("ru", "<PER>Иван Рой</PER>, адвокат <PER>Анны Лунд</PER>", "Иван Рой"),
    ("tr", "<ORG>Vade</ORG> adlı site", "Vade"),
    ("tr", "<LOC>Hatay</LOC>'daki çelik üreticisi <ORG>Toros Çelik</ORG>", "Toros Çelik"),
]


@pytest.mark.parametrize(("language", "source"), OWNED)
def test_what_belongs_to_somebody_is_not_they(language: str, source: str) -> None:
    (name,) = speakers(f"<s1>{source}</s1> {SAID[language]}", language)
    bare = source
    for tag in ("PER", "ORG"):
        bare = bare.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    assert name == bare


@pytest.mark.parametrize(("language", "source", "name"), THEMSELVES)
def test_what_says_more_of_a_name_leaves_it_whose_it_is(
    language: str, source: str, name: str
) -> None:
    assert speakers(f"<s1>{source}</s1> {SAID[language]}", language) == [name]
