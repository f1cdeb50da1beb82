"""Who is told apart from whom: second holders, one of several, seats, writings; all invented."""

from __future__ import annotations

import pytest
from mentions_support import linked, speakers

from quoth.model import Actor

CASES = {
    "a writing of somebody's is no other writing": (
        "en",
        "<s1>A diver</s1> <k1>described</k1> <c1>a hole as large as a hymn book</c1>. "
        "<k2>According to</k2> <s2>his report</s2>, <c2>the wood was soft</c2>.",
        ["A diver", "his report"],
    ),
    "one who formerly held an office does not hold it under the bare name either": (
        "en",
        "<s1>Former mayor <PER>Ned Orde</PER></s1> <k1>denied</k1> <c1>it</c1>. <s2><PER>Orde"
        "</PER></s2> <k2>left</k2> <c2>a note</c2>. <s3>The mayor</s3> <k3>read</k3> <c3>it</c3>.",
        ["Ned Orde", "Ned Orde", "The mayor"],
    ),
    "one of several is one": (
        "uk",
        "<s1>Один із робітників</s1> <k1>розповів</k1> <c1>про дощ</c1>. <s2>Чоловік</s2> "
        "<k2>додав</k2>, <c2>що міст слизький</c2>.",
        ["Один із робітників", "Один із робітників"],
    ),
    "a man is the one just before for whom no pack has a noun": (
        "pt",
        "<s1>O engenheiro <PER>Valdir Pestana</PER></s1> <k1>sugere</k1> <c1>uma pausa</c1>. "
        "<s2>Um vaqueiro</s2> <k2>respondeu</k2> <c2>que não</c2>. <s3>O homem</s3> <k3>contou"
        "</k3> <c3>ter perdido um chapéu</c3>.",
        ["Valdir Pestana", "Um vaqueiro", "Um vaqueiro"],
    ),
    "a minister of what a noun behind says with an article written onto it": (
        "ar",
        "<k1>أكد</k1> <s1>وزير المياه <PER>سليم الحافظي</PER></s1> <c1>ذلك</c1>. <k2>ونفى</k2> "
        "<s2>الوزير</s2> <c2>الخبر</c2>.",
        ["سليم الحافظي", "سليم الحافظي"],
    ),
    "a source without an article is one in a language that has none for it": (
        "ar",
        "<k1>ونفى</k1> <s1>مصدر في الوزارة</s1>، طلب عدم ذكر اسمه، <c1>ذلك</c1>. <k2>وأوضح</k2> "
        "<s2>المصدر</s2> <c2>الأمر</c2>.",
        ["مصدر في الوزارة", "مصدر في الوزارة"],
    ),
    "a seat of a body in a country that the page tells of may be that country": (
        "nl",
        "# <s1><LOC>Brussel</LOC></s1> <k1>eist</k1> <c1>uitleg</c1>\n\n<s2>De Belgische minister"
        "</s2>, <PER>Bart Hoorelbeke</PER>, <k2>eist</k2> <c2>uitleg</c2>.",
        [None, "Bart Hoorelbeke"],
    ),
    "else it is the body": (
        "nl",
        "# <s1><LOC>Brussel</LOC></s1> <k1>eist</k1> <c1>uitleg</c1>\n\n<s2>De minister</s2>, "
        "<PER>Bart Hoorelbeke</PER>, <k2>zwijgt</k2> <c2>erover</c2>.",
        ["Europese Unie", "Bart Hoorelbeke"],
    ),
    "a noun for one very office is not for a head of something else": (
        "ru",
        "# <s1>Губернатор</s1><k1>:</k1> <c1>плотина выстоит</c1>\n\n<s2>Губернатор <PER>Платон "
        "Верещагин</PER></s2> <k2>заверил</k2>, <c2>что вода уйдёт</c2>. <s3>Глава посёлка "
        "<PER>Зинаида Лопухина</PER></s3> <k3>просит</k3> <c3>мешки</c3>. <s4>Губернатор</s4> "
        "<k4>обещал</k4> <c4>приехать</c4>.",
        ["Платон Верещагин", "Платон Верещагин", "Зинаида Лопухина", "Платон Верещагин"],
    ),
    "the mother of three is whom the page just named": (
        "id",
        "<s1>Petani <PER>Ratna Lubis</PER></s1> <k1>mengatakan</k1> <c1>sudah malam</c1>. <s2>Ibu "
        "tiga anak itu</s2> <k2>mengatakan</k2> <c2>hujan turun</c2>.",
        ["Ratna Lubis", "Ratna Lubis"],
    ),
    "a plural may be two whom one sentence told of": (
        "en",
        "It belongs to <PER>Tom Calder</PER> and <PER>Will Calder</PER>. <s1>The owners</s1> "
        "<k1>insisted</k1> <c1>that it was fit</c1>.",
        [None],
    ),
    "a report may be what spoke before by a noun that no pack knows": (
        "es",
        "<k1>Según</k1> <s1>el peritaje de la policía</s1>, <c1>había estaño</c1>. <s2>El informe"
        "</s2> <k2>no descarta</k2> <c2>una lata</c2>.",
        ["el peritaje de la policía", None],
    ),
    "a word of address with an article is a man or a woman": (
        "de",
        "<s1>Eine Böttcherin</s1> <k1>sagte</k1>, <c1>es sei spät</c1>. <s2>Die Frau</s2> <k2>"
        "sagte</k2>, <c2>es regne</c2>.",
        ["Eine Böttcherin", "Eine Böttcherin"],
    ),
    "a widow may be she who spoke just before": (
        "fr",
        "<s1>L'agricultrice <PER>Odile Marchand</PER></s1> <k1>affirme</k1> <c1>qu'il est tard"
        "</c1>. <s2>La veuve</s2> <k2>dit</k2> <c2>qu'il pleut</c2>.",
        ["Odile Marchand", None],
    ),
    "one of several in a language without a link between": (
        "ar",
        "<k1>وقال</k1> <s1>أحد الشهود</s1> <c1>ذلك</c1>. <k2>وأضاف</k2> <s2>الشاهد</s2> <c2>هذا"
        "</c2>.",
        ["أحد الشهود", "أحد الشهود"],
    ),
    "a noun for another trade is not a mayor's": (
        "en",
        "<s1>Mayor <PER>Ruth Ames</PER></s1> <k1>said</k1> <c1>it was late</c1>. <s2>The fisherman"
        "</s2> <k2>said</k2> <c2>it was early</c2>.",
        ["Ruth Ames", None],
    ),
    "nor is another office, nor the dock": (
        "fr",
        "<s1>La maire <PER>Odile Marchand</PER></s1> <k1>affirme</k1> <c1>qu'il est tard</c1>. "
        "<s2>La porte-parole</s2> <k2>dit</k2> <c2>qu'il pleut</c2>. <s3><PER>Marchand</PER></s3> "
        "<k3>nie</k3> <c3>tout</c3>. <s4>L'accusée</s4> <k4>dit</k4> <c4>qu'il neige</c4>.",
        ["Odile Marchand", "La porte-parole", "Odile Marchand", None],
    ),
    "a farmer is no governor": (
        "id",
        "<s1>Petani <PER>Ratna Lubis</PER></s1> <k1>mengatakan</k1> <c1>sudah malam</c1>. <s2>"
        "Gubernur</s2> <k2>mengatakan</k2> <c2>hujan turun</c2>.",
        ["Ratna Lubis", "Gubernur"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_who_is_told_apart(name: str) -> None:
    language, marked, wanted = CASES[name]
    assert speakers(marked, language) == wanted


def test_one_without_a_name_is_called_by_the_words_that_say_most() -> None:
    """An age is longer, and says less, than “a fisherman”."""
    reading = linked(
        "<s1>Seorang nelayan</s1> <k1>berkata</k1> <c1>tiangnya tampak</c1>. <s2>Pria 50 tahun "
        "itu</s2> <k2>menawarkan</k2> <c2>perahunya</c2>.",
        "id",
    )
    assert [m.value.name for m in reading.of(Actor)] == ["Seorang nelayan"]
