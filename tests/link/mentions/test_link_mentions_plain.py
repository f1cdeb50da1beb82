"""What plain news of a town has: names behind commas, ages, heads of anything; all invented."""

from __future__ import annotations

import pytest
from mentions_support import speakers

_CASES: dict[str, tuple[str, str, str | None]] = {
    "a union's name behind its noun": (
        "en",
        "<s1>His union, the <ORG>Sailors' League</ORG></s1>, <k1>said</k1> <c1>it rained</c1>.",
        "Sailors' League",
    ),
    "a company's name behind what it does": (
        "pt",
        "<s1>A empresa que gere a barragem, a <ORG>Sarnova</ORG></s1>, <k1>rejeita</k1> "
        "<c1>responsabilidades</c1>.",
        "Sarnova",
    ),
    "an age is not that of a spokeswoman before the name": (
        "en",
        "<s1>A spokeswoman</s1> <k1>said</k1> <c1>it rained</c1>. <PER>Adam Roe</PER> was at home. "
        "<c2>“I ran,”</c2> <s2>the 58-year-old</s2> <k2>said</k2>.",
        "Adam Roe",
    ),
    "a player is not the coach": (
        "uk",
        "<s1>Тренер <PER>Роман Чабан</PER></s1> <k1>заявив</k1>, <c1>що йшов дощ</c1>. Гол забив "
        "<PER>Ігор Сокіл</PER>. <s2>22-річний нападник</s2> <k2>сказав</k2>, <c2>що радий</c2>.",
        "Ігор Сокіл",
    ),
    "the official himself is no woman": (
        "ru",
        "<s1>Депутат <PER>Ольга Синицына</PER></s1> <k1>потребовала</k1> <c1>отставки "
        "вице-мэра</c1>. <s2>Сам чиновник</s2> <k2>заявил</k2>, <c2>что не уйдёт</c2>.",
        "Сам чиновник",
    ),
    "that seller": (
        "id",
        "<PER>Sumiati</PER> menunggu di rumah. <c1>“Semua habis,”</c1> <k1>kata</k1> "
        "<s1>pedagang beras itu</s1>.",
        "Sumiati",
    ),
    "an agency is no town hall": (
        "id",
        "<s1>Pemkot</s1> <k1>mengatakan</k1> <c1>hujan turun</c1>. <s2>Dinas tersebut</s2> "
        "<k2>mengatakan</k2> <c2>hujan lebat</c2>.",
        "Dinas tersebut",
    ),
    "who answers for anything just spoke": (
        "pt",
        "<s1>O presidente da Câmara, <PER>Rui Sá</PER></s1>, <k1>disse</k1> <c1>que chovia</c1>."
        "\n\n"
        "<s2>O comandante <PER>Nuno Reis</PER></s2> <k2>disse</k2> <c2>que subia a água</c2>. "
        "<s3>O responsável</s3> <k3>disse</k3> <c3>que a água descia</c3>.",
        "Nuno Reis",
    ),
    "the club that sold, not the one that bought": (
        "pt",
        "O <ORG>Ferroviário</ORG> vendeu o atacante ao <ORG>Serrano</ORG>. "
        "<s1>O clube</s1> <k1>informou</k1> <c1>que o negócio foi fechado</c1>.",
        "Ferroviário",
    ),
    "a hospital has two words": (
        "id",
        "<ORG>RSUD Bandarjaya</ORG> ramai. <s1>Pihak rumah sakit</s1> <k1>mengatakan</k1> "
        "<c1>obat aman</c1>.",
        "RSUD Bandarjaya",
    ),
    "a member of a parliament, not the head of an agency": (
        "id",
        "<s1>Kepala <ORG>BPBD</ORG> <PER>Hendra Wira</PER></s1> <k1>mengatakan</k1> <c1>hujan "
        "turun</c1>. <s2>Anggota <ORG>DPRD</ORG> <PER>Yosef Tamba</PER></s2> <k2>mengatakan</k2> "
        "<c2>banjir</c2>. <s3>Politikus itu</s3> <k3>mengatakan</k3> <c3>anggaran kurang</c3>.",
        "Yosef Tamba",
    ),
    "an acronym of a name's first words": (
        "id",
        "<ORG>Badan Penanggulangan Bencana Daerah Teluk Jati</ORG> siaga. <s1><ORG>BPBD</ORG></s1> "
        "<k1>mengatakan</k1> <c1>hujan turun</c1>.",
        "Badan Penanggulangan Bencana Daerah Teluk Jati",
    ),
    "an organisation before the comma": (
        "es",
        "<s1><ORG>Sarnova</ORG>, la empresa adjudicataria</s1>, <k1>culpa</k1> <c1>al edil</c1>.",
        "Sarnova",
    ),
    "an investor that is a firm": (
        "de",
        "<s1>Der Investor, die <ORG>Aqua Invest</ORG> aus <LOC>Mainz</LOC></s1>, "
        "<k1>verspricht</k1> <c1>ein Bad</c1>.",
        "Aqua Invest",
    ),
    "one of them": (
        "ru",
        "<s1>Рабочие</s1> <k1>заявили</k1>, <c1>что шёл дождь</c1>. <k2>По словам</k2> "
        "<s2>одного из них</s2>, <c2>шёл снег</c2>.",
        "одного из них",
    ),
    "who says I is no prosecution": (
        "fr",
        "<PER>Didier Maury</PER> est jugé lundi. <s1>Le parquet</s1> <k1>dénonce</k1> <c1>un "
        "incendie</c1>. <c2>« J'ai tout perdu »</c2>, <k2>a répondu</k2> <s2>il</s2>.",
        "Didier Maury",
    ),
    "the manager of a team": (
        "id",
        "<s1>Manajer tim <PER>Yulia Sari</PER></s1> <k1>mengatakan</k1> <c1>hujan turun</c1>. "
        "<s2>Ketua suporter <PER>Bagus Raka</PER></s2> <k2>mengatakan</k2> <c2>kecewa</c2>. "
        "<s3>Sang manajer</s3> <k3>mengatakan</k3> <c3>maaf</c3>.",
        "Yulia Sari",
    ),
    "a prosecutor is no successor of a mayor": (
        "it",
        "<s1>L'ex sindaco <PER>Piero Galli</PER></s1> <k1>dice</k1> <c1>che piove</c1>. <s2>Il suo "
        "successore, <PER>Luca Morandi</PER></s2>, <k2>dice</k2> <c2>che nevica</c2>. <s3>Il "
        "procuratore</s3> <k3>dice</k3> <c3>che tira vento</c3>.",
        "Il procuratore",
    ),
    "the end of a longer noun": (
        "nl",
        "<s1>Ontwikkelaar <ORG>Sarn</ORG></s1> <k1>zegt</k1> <c1>dat het waait</c1>. <k2>Uit</k2> "
        "<s2>een rapport van de omgevingsdienst</s2> <k2>blijkt</k2> <c2>dat het regent</c2>. "
        "<s3>De dienst</s3> <k3>adviseert</k3> <c3>te wachten</c3>.",
        "De dienst",
    ),
    "no clause behind a noun": (
        "en",
        "<s1>One officer, who asked not to be named</s1>, <k1>said</k1> <c1>it rained</c1>.",
        "One officer",
    ),
    "the younger of a family": (
        "es",
        "<s1>El dueño, <PER>Julián Otero</PER></s1>, <k1>dice</k1> <c1>que llueve</c1>. <s2>Su "
        "hermano <PER>Esteban</PER></s2> <k2>dice</k2> <c2>que nieva</c2>. <s3>El menor de los "
        "<PER>Otero</PER></s3> <k3>dice</k3> <c3>que truena</c3>.",
        "Esteban",
    ),
    "a lawyer of somebody else": (
        "fr",
        "<s1><PER>Hélène Castan</PER></s1> <k1>dit</k1> <c1>qu'il pleut</c1>. <s2>Son avocat, "
        "<PER>Paul Estève</PER></s2>, <k2>dit</k2> <c2>qu'il neige</c2>. <s3>L'avocat de "
        "<PER>Bastien Royer</PER></s3> <k3>dit</k3> <c3>qu'il vente</c3>.",
        "L'avocat de Bastien Royer",
    ),
    "judges of both genders": (
        "de",
        "<k1>Nach Ansicht</k1> <s1>der Richterinnen und Richter</s1> <c1>regnet es</c1>. Der "
        "Richter <PER>Milo Krasniqi</PER> schwieg.",
        "der Richterinnen und Richter",
    ),
    "the company, as its officer says": (
        "en",
        "<ORG>Corvane Medical</ORG> makes pumps, and the company grows. <s1>Stuart, an "
        "officer,</s1> <k1>said</k1> <c1>that <s2>the company</s2> <k2>believed</k2> <c2>it "
        "rained</c2></c1>.",
        "Corvane Medical",
    ),
    "a short name is that of the one whom the page is about": (
        "en",
        "<s1><PER>Anna Kuyper</PER></s1> <k1>said</k1> <c1>it rained</c1>. <s2><PER>Kuyper</PER>"
        "</s2> <k2>said</k2> <c2>it snowed</c2>. <s3>Her brother <PER>Piet Kuyper</PER></s3> "
        "<k3>said</k3> <c3>it hailed</c3>. <s4><PER>Ben Roe</PER></s4> <k4>agreed</k4> <c4>with "
        "them</c4>. <s5><PER>Kuyper</PER></s5> <k5>said</k5> <c5>it poured</c5>.",
        None,
    ),
    "the wife of one of several": (
        "en",
        "The widow of one of the victims, <PER>Carol Denny</PER>, wept. <c1>“I want to know,”</c1> "
        "<s1>she</s1> <k1>said</k1>.",
        "Carol Denny",
    ),
}


@pytest.mark.parametrize("case", _CASES)
def test_the_last_source_is(case: str) -> None:
    language, text, wanted = _CASES[case]
    assert speakers(text, language)[-1] == wanted
