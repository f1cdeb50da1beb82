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
    "his wife, by the end of the noun": (
        "id",
        "<s1><PER>Herman Tobing</PER></s1> <k1>membantah</k1> <c1>tuduhan</c1>. <s2>Istrinya</s2> "
        "<k2>mengatakan</k2> <c2>ia sakit</c2>.",
        ["Herman Tobing", "Istrinya"],
    ),
    "a name and a noun side by side are two": (
        "it",
        "<s1>Il sindaco, <PER>Ivano Conte</PER></s1>, <k1>nega</k1> <c1>ciò</c1>. <s2><PER>Tullio "
        "Ferri</PER> e il sindaco</s2> <k2>annunciano</k2> <c2>una festa</c2>.",
        ["Ivano Conte", "Tullio Ferri e Ivano Conte"],
    ),
    "an article that many nouns share with women tells of several men": (
        "de",
        "<s1>Landrätin <PER>Eva Rau</PER></s1> <k1>warnte</k1> <c1>vor Eile</c1>. <s2>Die Hoteliers"
        "</s2> <k2>begrüßen</k2> <c2>den Plan</c2>.",
        ["Eva Rau", "Die Hoteliers"],
    ),
    "an administration is that of the hospital told of, not of a country": (
        "en",
        "The administration of <ORG>Larch Hospital</ORG> met in <LOC>France</LOC>. <s1>The "
        "administration</s1> <k1>called</k1> <c1>the strike unlawful</c1>.",
        ["The administration of Larch Hospital"],
    ),
    "an executive may be the mayor": (
        "pt",
        "A prefeita <PER>Lídia Rangel</PER> cortou verbas. <s1>O executivo</s1> <k1>alega</k1> "
        "<c1>falta de receita</c1>.",
        [None],
    ),
    "the opposition is nobody told of before": (
        "en",
        "<s1>The <ORG>National Audit Board</ORG></s1> <k1>found</k1> <c1>a gap</c1>. <s2>The "
        "opposition</s2> <k2>demanded</k2> <c2>a debate</c2>.",
        ["National Audit Board", "The opposition"],
    ),
    "a watchdog is the body that spoke just before": (
        "en",
        "<s1>The <ORG>National Audit Board</ORG></s1> <k1>found</k1> <c1>a gap</c1>. <s2>The "
        "watchdog</s2> <k2>recommended</k2> <c2>a tape measure</c2>.",
        ["National Audit Board", "National Audit Board"],
    ),
    "an environment agency is not the police": (
        "nl",
        "<s1>De politie</s1> <k1>vraagt</k1> <c1>getuigen</c1>. <s2>De omgevingsdienst</s2> "
        "<k2>ontkent</k2> <c2>gebreken</c2>.",
        ["De politie", "De omgevingsdienst"],
    ),
    "a woman in French may be an organisation": (
        "fr",
        "<ORG>Vélo Sud</ORG> a licencié <PER>Jeanne Pruvost</PER>. <s1>Elle</s1> <k1>invoque</k1> "
        "<c1>des fautes</c1>.",
        [None],
    ),
    "a headline's noun is not whom the text means by another": (
        "fr",
        "# <s1>La maire de <LOC>Lisse</LOC></s1> <k1>dénonce</k1> <c1>un racket</c1>\n\n"
        "<s2><PER>Solange Péricard</PER></s2> <k2>parle</k2> <c2>de racket</c2>. <s3>L'élue</s3> "
        "<k3>rappelle</k3> <c3>les faits</c3>.",
        ["Solange Péricard", "Solange Péricard", "Solange Péricard"],
    ),
    "a noun that speaks behind a name is not that name's": (
        "fr",
        "<k1>Selon</k1> <s1><PER>Odile Varnier</PER></s1>, <c1><s2>la maire</s2> <k2>savait</k2> "
        "<c2>tout</c2></c1>.",
        ["Odile Varnier", "la maire"],
    ),
    "a short word for an office goes to whom a longer one was given": (
        "fr",
        "<s1>La directrice de l'école, <PER>Solène Vasseur</PER>,</s1> <k1>compte</k1> <c1>dix "
        "élèves</c1>. <s2>La peintre <PER>Nadine Perrec</PER></s2> <k2>craint</k2> <c2>la "
        "pluie</c2>. <s3>La directrice</s3> <k3>veut</k3> <c3>un toit</c3>.",
        ["Solène Vasseur", "Nadine Perrec", "Solène Vasseur"],
    ),
    "a source is the one without a name who spoke just before": (
        "id",
        "<s1>Seorang pejabat kementerian</s1> <k1>mengatakan</k1> <c1>izin diteken</c1>. "
        "<s2>Sumber itu</s2> <k2>meminta</k2> <c2>publik menunggu</c2>.",
        ["Seorang pejabat kementerian", "Seorang pejabat kementerian"],
    ),
    "a writing is told of with its day": (
        "de",
        "Der Ausschuss las einen Vermerk vom 3. Februar. <k1>Laut</k1> <s1>dem Papier</s1> "
        "<c1>eilte es</c1>.",
        ["einen Vermerk vom 3. Februar"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_who_said_it_where_several_may_be_meant(name: str) -> None:
    language, marked, wanted = CASES[name]
    assert speakers(marked, language) == wanted
