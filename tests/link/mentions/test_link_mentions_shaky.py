"""Guesses that articles nobody had tuned on showed to be shaky; all invented."""

from __future__ import annotations

import pytest
from mentions_support import speakers

CASES = {
    "a trade of another paragraph is not that of the one named there": (
        "en",
        "<s1><PER>Emeka Thornby</PER></s1> <k1>said</k1> <c1>the ditch was a river</c1>.\n\nNo "
        "two villagers agree. <s2>The publican</s2> <k2>said</k2> <c2>it would flood</c2>.",
        ["Emeka Thornby", None],
    ),
    "a trade of the next sentence is": (
        "en",
        "<s1><PER>Petra Lowe</PER></s1> <k1>said</k1> <c1>the vote was lost</c1>. <s2>The "
        "lawmaker</s2> <k2>said</k2> <c2>it would come again</c2>.",
        ["Petra Lowe", "Petra Lowe"],
    ),
    "a minister of whom only a noun tells is nobody named beside": (
        "de",
        "<s1><PER>Jolanta Wiezorek</PER></s1> <k1>sagte</k1> <c1>wer bestelle, bezahle</c1>. <s2>"
        "Die Ministerin</s2> <k2>widersprach</k2><k2>:</k2> <c2>Kein Vertrag verpflichte das Land"
        "</c2>.",
        ["Jolanta Wiezorek", None],
    ),
    "a woman is not the mayor who spoke just before": (
        "uk",
        "<s1>Голова громади <PER>Зоя Кравець</PER></s1> <k1>сказала</k1>, <c1>що вода чиста</c1>. "
        "<s2>Жінка</s2> <k2>додала</k2>, <c2>що боїться</c2>.",
        ["Зоя Кравець", None],
    ),
    "a man of whom the page told long ago is no new one": (
        "de",
        "<s1><PER>Romana Leudl</PER></s1> <k1>suchte</k1> <c1>einen Nachtwächter</c1>. Ein Wirt, "
        "<PER>Horst Banse</PER>, schwieg.\n\n" + "Es regnete. " * 9 + "<s2>Der Mann</s2> <k2>gab"
        "</k2> <k2>an</k2>, <c2>er sei es nicht gewesen</c2>.",
        ["Romana Leudl", None],
    ),
    "nobody in particular": (
        "fr",
        "<s1><PER>Odile Mazerol</PER></s1> <k1>se tait</k1> <c1>sur le prix</c1>. <s2>On</s2> <k2>"
        "soupçonne</k2> <c2>le directeur</c2>.",
        ["Odile Mazerol", None],
    ),
    "nor in German": (
        "de",
        "<s1><PER>Karl Schölling</PER></s1> <k1>schweigt</k1> <c1>dazu</c1>. Dort, <k2>denkt</k2> "
        "<s2>man</s2>, <c2>müsste jemand stehen</c2>.",
        ["Karl Schölling", None],
    ),
    "an agency's name stands behind what says more of it": (
        "fr",
        "<s1>Le quotidien <ORG>Yeni Lim</ORG></s1> <k1>écrit</k1> <c1>que le port ferme</c1>. <k2>"
        "D'après</k2> <s2>l'agence grecque <ORG>Pelagia</ORG></s2>, <c2>il reste ouvert</c2>. <s3>"
        "L'agence</s3> <k3>cite</k3> <c3>une lettre</c3>.",
        ["Yeni Lim", "Pelagia", "Pelagia"],
    ),
    "a paper's name stands in quotation marks": (
        "de",
        "<s1>Der Sender <ORG>Radio Altura</ORG></s1> <k1>meldete</k1> <c1>Regen</c1>. <s2>Die "
        "Zeitung «<ORG>La Voz</ORG>»</s2> <k2>meldete</k2> <c2>Sonne</c2>.",
        ["Radio Altura", "La Voz"],
    ),
    "a mayor is nobody's boss": (
        "fr",
        "<s1>Un cariste</s1> <k1>raconte</k1> : <c1>« <s2>Mon chef</s2> <k2>dit</k2> <c2>qu'il "
        "reste</c2>. »</c1> <s3>Le maire</s3> <k3>réclame</k3> <c3>un audit</c3>.",
        ["Un cariste", "Mon chef", "Le maire"],
    ),
    "a prime minister is not the leader of another party": (
        "en",
        "<s1>The prime minister</s1> <k1>rejected</k1> <c1>the claim</c1>. <s2>The leader of the "
        "<ORG>Democratic Left</ORG>, <PER>Niamh Geraghty</PER></s2>, <k2>accused</k2> <c2>him</c2>"
        ".",
        ["The prime minister", "Niamh Geraghty"],
    ),
    "the answers of an interview are in their speaker's words": (
        "en",
        "<PER>Priya Ransome</PER> writes.\n\n<c1>With a ticket. My editor was cross. <s2>She</s2> "
        "<k2>thought</k2> <c2>it was late</c2>.</c1> <s1><PER>Priya Ransome</PER></s1> <k1>said"
        "</k1>.",
        ["Priya Ransome", None],
    ),
    "a pronoun is nobody of whom only its own words tell": (
        "nl",
        "Een oude man blijft staan. <c1>“Mijn vader was zeeman”</c1>, <k1>zegt</k1> <s1>hij</s1>.",
        ["Een oude man"],
    ),
    "I would": (
        "en",
        "<c1>“<s2>I</s2>'d <k2>settle</k2> for <c2>a map</c2>,”</c1> <k1>said</k1> <s1><PER>Gordon "
        "Acheby</PER></s1>.",
        ["Gordon Acheby", "Gordon Acheby"],
    ),
    "a capital where a quotation begins is no name": (
        "en",
        "<c1>“<s2>Bricklayers</s2> <k2>want</k2> <c2>a villain</c2>,”</c1> <k1>said</k1> <s1><PER>"
        "Gordon Acheby</PER></s1>.",
        ["Gordon Acheby", "Bricklayers"],
    ),
    "an indictment is no letter": (
        "nl",
        "<s1>Een brief</s1> <k1>stelt</k1> <c1>dat het droog was</c1>. <k2>Volgens</k2> <s2>het "
        "proces-verbaal</s2> <c2>regende het</c2>.",
        ["Een brief", None],
    ),
    "a text may be one, and a report a study": (
        "en",
        "<s1>A study</s1> <k1>found</k1> <c1>lead</c1>. <s2>The report</s2> <k2>blames</k2> <c2>"
        "pipes</c2>. <s3>The document</s3> <k3>names</k3> <c3>nobody</c3>.",
        ["A study", "A study", "A study"],
    ),
    "a firm may be the one that was named since": (
        "nl",
        "<s1>Voedingsconcern <ORG>Ceresta</ORG></s1> <k1>verwacht</k1> <c1>verlies</c1>. <ORG>"
        "Lithomax</ORG> steeg. <s2>Het concern</s2> <k2>kondigde</k2> <c2>een fabriek</c2> "
        "<k2>aan</k2>.",
        ["Ceresta", None],
    ),
    "the administration of a town is not that of its country": (
        "ru",
        "<LOC>Россия</LOC> большая. <LOC>Россия</LOC> молчит. <k1>В</k1> <s1>администрации "
        "<LOC>Сызрани</LOC></s1> <k1>заявили</k1>, <c1>что писем нет</c1>.",
        ["администрации Сызрани"],
    ),
    "an alderman is no councillor": (
        "nl",
        "<s1>Raadslid <PER>Els Bruin</PER></s1> <k1>vroeg</k1> <c1>waarom</c1>. <c2>Dat zat in de "
        "damwand</c2>, <k2>legde</k2> <s2>de wethouder</s2> <k2>uit</k2>.",
        ["Els Bruin", None],
    ),
    "the head of another body holds another office": (
        "it",
        "<s1>Il capo dei tecnici, <PER>Quinto Marini</PER></s1>, <k1>tace</k1> <c1>sui costi</c1>. "
        "<s2>Il capo della <ORG>Protezione Valli</ORG></s2> <k2>promette</k2> <c2>soldi</c2>.",
        ["Quinto Marini", None],
    ),
    "an expert told of in full is not the adviser without a name": (
        "id",
        "<s1>Penasihat hukum</s1> <k1>meminta</k1> <c1>dia bebas</c1>. <s2>Ahli forensik dari "
        "Surabaya</s2> <k2>menilai</k2> <c2>itu benar</c2>.",
        ["Penasihat hukum", "Ahli forensik dari Surabaya"],
    ),
    "a man with a guitar is one of his own": (
        "pt",
        "<s1>Um rapaz</s1> <k1>disse</k1> <c1>que sim</c1>. <s2>O homem do violão</s2> <k2>disse"
        "</k2> <c2>que não</c2>.",
        ["Um rapaz", "O homem do violão"],
    ),
    "his office is not another body": (
        "es",
        "<s1>La <ORG>Oficina de Cuentas</ORG></s1> <k1>pidió</k1> <c1>papeles</c1>. <s2>El "
        "gobernador <PER>Efrén Luján</PER></s2> <k2>rió</k2> <c2>mucho</c2>. <s3>Su oficina</s3> "
        "<k3>negó</k3> <c3>todo</c3>.",
        ["Oficina de Cuentas", "Efrén Luján", "Su oficina"],
    ),
    "a president is not the spokesman of another body": (
        "es",
        "<s1>Su portavoz, <PER>José Requena</PER></s1>, <k1>recordó</k1> <c1>la vía</c1>. <s2>El "
        "presidente de la <ORG>Cámara de Comercio</ORG></s2> <k2>estima</k2> <c2>el coste</c2>.",
        ["José Requena", None],
    ),
    "whoever speaks behind a label speaks for themselves": (
        "ru",
        "<s1><PER>Артём Сёмин</PER></s1><k1>:</k1> <c1>Мэр обещает деньги. <s2>Он</s2> <k2>обещал"
        "</k2> <c2>набережную</c2>.</c1>",
        ["Артём Сёмин", None],
    ),
    "a president is hardly one whom the page calls a director": (
        "es",
        "<s1>El director regional, <PER>Rodrigo Matamala</PER></s1>, <k1>confirmó</k1> <c1>el "
        "fuego</c1>. <s2>La Policía</s2> <k2>calla</k2> <c2>el resto</c2>. <s3>El presidente</s3> "
        "<k3>anunció</k3> <c3>un viaje</c3>.",
        ["Rodrigo Matamala", "La Policía", None],
    ),
    "several researchers are not one of them": (
        "de",
        "<s1>Die Forscherin <PER>Mireille Aesch</PER></s1> <k1>schreibt</k1> <c1>davon</c1>. <s2>"
        "Die Forscher</s2> <k2>meinen</k2>, <c2>dass es stimmt</c2>.",
        ["Mireille Aesch", "Die Forscher"],
    ),
    "the owner who comes in behind a but is not who spoke": (
        "nl",
        "<s1>Archeologe <PER>Myrthe Kampers</PER></s1> <k1>wil</k1> <c1>graven</c1>, maar <s2>de "
        "eigenaar</s2> <k2>weigert</k2> <c2>dat</c2>.",
        ["Myrthe Kampers", None],
    ),
    "a daughter is nobody's mother": (
        "tr",
        "<PER>Şirin Alagöz</PER> burada. <s1>Kızı</s1> <c1>çadır mı diye</c1> <k1>sormuş</k1>.",
        [None],
    ),
    "the apprentice of one who is named is another one": (
        "tr",
        "<PER>Vasfi Tıknaz</PER> öldü. <s1><PER>Tıknaz</PER>'ın çırağı <PER>Behçet Sönmez</PER>"
        "</s1> <c1>yazıldığını</c1> <k1>iddia ediyor</k1>.",
        ["Behçet Sönmez"],
    ),
    "a firm's name stands behind what it makes": (
        "fr",
        "<s1>Le fabricant de chaudières <ORG>Vaubert</ORG></s1> <k1>a dévoilé</k1> <c1>un plan"
        "</c1>. <s2>Le groupe</s2> <k2>compte</k2> <c2>fermer</c2>.",
        ["Vaubert", "Vaubert"],
    ),
    "an expert is not the accused": (
        "fr",
        "<PER>Aron Sel</PER> est jugé. <s1>L'expert en incendies, <PER>Pascal Thévin</PER></s1>, "
        "<k1>est prudent</k1> <c1>sur le foyer</c1>. <s2>L'accusé</s2> <k2>clame</k2> <c2>son "
        "innocence</c2>.",
        ["Pascal Thévin", "Aron Sel"],
    ),
    "a lawyer in the first case is not the defendant in the second": (
        "uk",
        "<s1>Онука авторки <PER>Роксолана Бейкер</PER></s1> <k1>воліє</k1>, <c1>щоб роман вийшов"
        "</c1>.",
        ["Роксолана Бейкер"],
    ),
    "a coastguard is not the other agency that was told of": (
        "en",
        "<s1>The <ORG>Patent Agency</ORG></s1> <k1>says</k1> <c1>sheds moved</c1>. <s2>The "
        "coastguard</s2> <k2>reports</k2> <c2>two sailors</c2>.",
        ["Patent Agency", "The coastguard"],
    ),
    "a prime minister leads no union": (
        "nl",
        "<s1>Vakbondsleidster <PER>Zawadi Mwange</PER></s1> <k1>noemt</k1> <c1>dat bluf</c1>. "
        "Het regent. Het waait.\n\n<s2>De premier van <LOC>Oeganda</LOC></s2> <k2>belooft</k2> "
        "<c2>hulp</c2>.",
        ["Zawadi Mwange", "De premier van Oeganda"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_shaky_guesses_are_left_open(name: str) -> None:
    language, marked, wanted = CASES[name]
    assert speakers(marked, language) == wanted
