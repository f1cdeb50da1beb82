"""Nouns and pronouns that may mean several: who is told, and where nobody is; all invented."""

from __future__ import annotations

import pytest
from mentions_support import speakers

CASES = {
    "initials in an interview are those of a full name": (
        "fr",
        "<PER>Inès Darrigade</PER> parle des canaux. <s1><PER>I. D.</PER></s1><k1>:</k1> <c1>Un "
        "bon canal fuit</c1>.",
        ["Inès Darrigade"],
    ),
    "a suspect's lawyer is neither the suspect nor the prosecutor": (
        "en",
        "Police held <PER>Oren Task</PER>. <s1>The suspect's lawyer</s1> <k1>said</k1> <c1>he was "
        "at home</c1>. <s2><PER>Dina Farr</PER>, the prosecutor,</s2> <k2>saw</k2> <c2>a film</c2>"
        ". <s3>The lawyer</s3> <k3>said</k3> <c3>it was blurred</c3>.",
        ["The suspect's lawyer", "Dina Farr", "The suspect's lawyer"],
    ),
    "a lawyer's noun beside that of his client": (
        "id",
        "Polisi menahan <PER>Rudi Santika</PER>. <s1>Pengacara tersangka</s1> <k1>mengatakan</k1> "
        "<c1>kliennya di rumah</c1>.",
        ["Pengacara tersangka"],
    ),
    "his lawyer is not the prosecutor, though a noun may mean both": (
        "es",
        "<s1>La fiscal, <PER>Mariela Quiroz</PER></s1>, <k1>acusó</k1> <c1>al tesorero</c1>. "
        "<s2>Su abogado</s2> <k2>sostuvo</k2> <c2>que es inocente</c2>.",
        ["Mariela Quiroz", "Su abogado"],
    ),
    "the mayor is not the former mayor": (
        "en",
        "<s1>Former mayor <PER>Gil Stark</PER></s1> <k1>called</k1> <c1>the plan mad</c1>. <s2>The "
        "mayor</s2> <k2>said</k2> <c2>it was sound</c2>. <s3>The former mayor</s3> <k3>gave</k3> "
        "<c3>no reason</c3>.",
        ["Gil Stark", "The mayor", "Gil Stark"],
    ),
    "one who succeeded a minister is the minister": (
        "de",
        "<s1>Der frühere Minister <PER>Jochen Althoff</PER></s1> <k1>bestritt</k1> <c1>den Kauf"
        "</c1>. Seine Nachfolgerin <PER>Beate Rieger</PER> war nicht geladen. <s2>Die Ministerin"
        "</s2> <k2>schwieg</k2> <c2>dazu</c2>.",
        ["Jochen Althoff", "Beate Rieger"],
    ),
    "a successor of whom nothing is told stays open": (
        "en",
        "<s1>Mayor <PER>Gil Stark</PER></s1> <k1>called</k1> <c1>the plan mad</c1>. <s2>His "
        "successor</s2> <k2>said</k2> <c2>it was sound</c2>.",
        ["Gil Stark", None],
    ),
    "a prefect is nobody who has another office": (
        "fr",
        "<s1>Le maire, <PER>Guy Delmas</PER></s1>, <k1>assure</k1> <c1>que tout va bien</c1>. <s2>"
        "Le préfet</s2> <k2>demande</k2> <c2>un rapport</c2>.",
        ["Guy Delmas", "Le préfet"],
    ),
    "an age means one told of before, no office holder who comes later": (
        "de",
        "Der frühere Minister <PER>Jochen Althoff</PER> sagte aus. <s1>Der 66-Jährige</s1> "
        "<k1>bestritt</k1> <c1>den Kauf</c1>. Der Vorsitzende <PER>Malte Krohn</PER> hörte zu.",
        ["Jochen Althoff"],
    ),
    "a union is no hospital": (
        "es",
        "<s1><PER>Elvira Sanz</PER>, directora del <ORG>Hospital del Lago</ORG></s1>, <k1>vio</k1> "
        "<c1>que faltan camas</c1>. <s2>El sindicato</s2> <k2>dijo</k2> <c2>que seguirá</c2>.",
        ["Elvira Sanz", "El sindicato"],
    ),
    "a union may be called a federation, and is not the works": (
        "en",
        "The <ORG>Dockside Workers' Federation</ORG> stopped work at <ORG>Belmar</ORG>. <s1>The "
        "union</s1> <k1>said</k1> <c1>wages had stood still</c1>.",
        ["Dockside Workers' Federation"],
    ),
    "a number behind a noun does not make it several": (
        "id",
        "<s1>Ketua <PER>Yoan Lestari</PER></s1> <k1>menyindir</k1> <c1>rektor</c1>. <s2>Mahasiswi "
        "semester tujuh itu</s2> <k2>menuding</k2> <c2>pejabat</c2>.",
        ["Yoan Lestari", "Yoan Lestari"],
    ),
    "a pronoun is not the nearer one whose gender nothing tells": (
        "ru",
        "<s1>Прокурор <PER>Анна Рябова</PER></s1> <k1>сообщила</k1>, <c1>что есть запись</c1>. "
        "<s2>Адвокат подозреваемого</s2> <k2>назвал</k2> <c2>её размытой</c2>. <s3>Она</s3> "
        "<k3>отметила</k3>, <c3>что суд решит</c3>.",
        ["Анна Рябова", "Адвокат подозреваемого", None],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_who_said_it_where_several_may_be_meant(name: str) -> None:
    language, marked, wanted = CASES[name]
    assert speakers(marked, language) == wanted
