"""Who made each statement, phenomenon by phenomenon; the affairs and people are invented."""

from __future__ import annotations

import pytest
from mentions_support import actor, linked, reading, speakers

from quoth.link.mentions import MentionAnnotator
from quoth.model import ActorKind, Mark, MentionType, SourceType, Speaker, Statement
from working import calls

CASES = {
    "a short name is the full one before it": (
        "en",
        "<s1><PER>Ina Torvald</PER></s1> <k1>said</k1> <c1>the bridge was safe</c1>. "
        "<s2><PER>Torvald</PER></s2> <k2>denied</k2> <c2>any delay</c2>.",
        ["Ina Torvald", "Ina Torvald"],
    ),
    "an acronym in brackets is the name before it": (
        "en",
        "<s1>The <ORG>Sarn Harbour Office</ORG> (<ORG>SHO</ORG>)</s1> <k1>said</k1> <c1>it was "
        "open</c1>. <s2>The <ORG>SHO</ORG></s2> <k2>promised</k2> <c2>a report</c2>.",
        ["Sarn Harbour Office", "Sarn Harbour Office"],
    ),
    "a case ending does not part two names": (
        "ru",
        "<s1>Мэр <PER>Олег Дымов</PER></s1> <k1>сообщил</k1>, <c1>что мост закрыт</c1>. "
        "<k2>По словам</k2> <s2><PER>Дымова</PER></s2>, <c2>его откроют весной</c2>.",
        ["Олег Дымов", "Олег Дымов"],
    ),
    "an office is the one who holds it": (
        "de",
        "<s1>Bürgermeisterin <PER>Ina Torvald</PER></s1> <k1>sagte</k1>, <c1>die Brücke sei "
        "sicher</c1>. <s2>Die Bürgermeisterin</s2> <k2>versprach</k2> <c2>einen Bericht</c2>.",
        ["Ina Torvald", "Ina Torvald"],
    ),
    "a pointing word makes a leader of the president": (
        "id",
        "<s1>Presiden <LOC>Prancis</LOC> <PER>Luc Besnard</PER></s1> <k1>mengatakan</k1> <c1>kabel "
        "itu aman</c1>. <s2>Pemimpin <LOC>Prancis</LOC> itu</s2> <k2>menolak</k2> <c2>tarif</c2>.",
        ["Luc Besnard", "Luc Besnard"],
    ),
    "an apposition names the office before a comma": (
        "es",
        "<s1>La alcaldesa</s1>, <PER>Inés Roca</PER>, <k1>dijo</k1> <c1>que el puente es "
        "seguro</c1>. <s2>La alcaldesa</s2> <k2>prometió</k2> <c2>un informe</c2>.",
        ["Inés Roca", "Inés Roca"],
    ),
    "a pronoun agrees with the given name": (
        "en",
        "<s1><PER>Martin Holm</PER></s1> <k1>said</k1> <c1>the harbour was open</c1>. "
        "<PER>Helen Marsh</PER> came an hour later. <s2>She</s2> <k2>denied</k2> <c2>it</c2>.",
        ["Martin Holm", "Helen Marsh"],
    ),
    "a spokesman for a minister is not the minister, whom the page can call by office": (
        "en",
        "<s1>A spokesman for Energy Minister <PER>Carla Venn</PER></s1> <k1>said</k1> <c1>all "
        "was safe</c1>. <s2>The minister</s2> <k2>promised</k2> <c2>a report</c2>. <s3>The "
        "spokesman</s3> <k3>gave</k3> <c3>no date</c3>.",
        [
            "A spokesman for Energy Minister Carla Venn",
            "Carla Venn",
            "A spokesman for Energy Minister Carla Venn",
        ],
    ),
    "a courtesy title before a name does not make its bearer the adviser": (
        "fr",
        "<s1>Le ministre <PER>Hervé Lanson</PER></s1> <k1>assure</k1> <c1>que tout va bien</c1>. "
        "<s2>Un conseiller de M. <PER>Lanson</PER></s2> <k2>dément</k2> <c2>toute division</c2>.",
        ["Hervé Lanson", "Un conseiller de M. Lanson"],
    ),
    "of two names behind two offices the last one speaks": (
        "ru",
        "<s1>Пресс-секретарь губернатора <PER>Аркадия Белова</PER> <PER>Олег Зимин</PER></s1> "
        "<k1>заявил</k1>, <c1>что мост закрыт</c1>.",
        ["Олег Зимин"],
    ),
    "a name between a lawyer and a comma is that of the client": (
        "id",
        "<s1>Kuasa hukum <PER>Baskara</PER>, <PER>Rina Malau</PER></s1>, <k1>menyebut</k1> "
        "<c1>tuduhan itu dikarang</c1>.",
        ["Rina Malau"],
    ),
    "a lawyer without an article before a name is the lawyer of its bearer": (
        "ar",
        "<k1>وقالت</k1> <s1>متحدثة باسم وزيرة العدل <PER>هدى سالم</PER></s1> <c1>إن المحاكم "
        "مفتوحة</c1>. <k2>وقالت</k2> <s2>الوزيرة</s2> <c2>إنها ستصلحها</c2>.",
        ["متحدثة باسم وزيرة العدل هدى سالم", "هدى سالم"],
    ),
    "her nephew may be one of her family who is named": (
        "en",
        "<s1>Chief executive <PER>Anders Holt</PER></s1> <k1>said</k1> <c1>it was open</c1>. "
        "<s2><PER>Bettina Holt</PER></s2> <k2>denied</k2> <c2>it</c2>. <s3>Her nephew</s3> "
        "<k3>promised</k3> <c3>a ticket</c3>.",
        ["Anders Holt", "Bettina Holt", None],
    ),
    "the predecessor is the one who held an office before": (
        "es",
        "<s1>El exalcalde <PER>Tomás Ruelas</PER></s1> <k1>negó</k1> <c1>todo</c1>. <s2>El actual "
        "alcalde, <PER>Julio Ibarra</PER></s2>, <k2>dijo</k2> <c2>que hay pruebas</c2>. <s3>Su "
        "antecesor</s3> <k3>pidió</k3> <c3>un informe</c3>.",
        ["Tomás Ruelas", "Julio Ibarra", "Tomás Ruelas"],
    ),
    "a counterpart holds the same office, and is meant when nearer": (
        "en",
        "<s1>Kaldovian Transport Minister <PER>Rhea Stroud</PER></s1> <k1>asked</k1> <c1>for a "
        "date</c1>. The bridge is old. <s2>Her counterpart <PER>Simon Vale</PER></s2> "
        "<k2>said</k2> <c2>it was too soon</c2>. <s3>The minister</s3> <k3>denied</k3> "
        "<c3>it</c3>.",
        ["Rhea Stroud", "Simon Vale", "Simon Vale"],
    ),
    "a kind of company in a headline may be one that the text names": (
        "en",
        "# <c1>Tunnel to open</c1>, <s1>operator</s1> <k1>says</k1>\n\n<s2><ORG>Veyra "
        "Link</ORG></s2> <k2>said</k2> <c2>trains would run</c2>.",
        [None, "Veyra Link"],
    ),
    "a pronoun of two words": (
        "fr",
        "<s1>Le préfet</s1> <k1>cite</k1> <c1>le maire</c1>, <PER>Guy Delmas</PER>. <s2>Ce "
        "dernier</s2> <k2>redoute</k2> <c2>une année blanche</c2>.",
        ["Le préfet", "Guy Delmas"],
    ),
    "a report in a headline is the one that the text goes on to tell of": (
        "en",
        "# <c1>Dam may fail</c1>, <s1>report</s1> <k1>warns</k1>\n\n<s2>A report by the <ORG>Sarn "
        "Institute</ORG></s2> <k2>found</k2> <c2>cracks in the gates</c2>. <s3>The study</s3> "
        "<k3>says</k3> <c3>that repairs are dear</c3>.",
        ["A report by the Sarn Institute"] * 3,
    ),
    "words of an organisation's name mean it in a headline": (
        "fr",
        "# <c1>Le départ est repoussé</c1>, <k1>annonce</k1> <s1>l'agence spatiale</s1>\n\n"
        "<s2>L'<ORG>Agence spatiale latine</ORG></s2> <k2>vise</k2> <c2>le 14 juin</c2>.",
        ["Agence spatiale latine", "Agence spatiale latine"],
    ),
    "a writing without an article is the one that spoke before": (
        "tr",
        "<s1><ORG>Sarn Vakfı</ORG>'nın raporuna</s1> <k1>göre</k1> <c1>hat bitmeyecek</c1>. "
        "<s2>Raporda</s2>, <c2>maliyetin arttığı</c2> <k2>vurgulandı</k2>.",
        ["Sarn Vakfı'nın raporuna", "Sarn Vakfı'nın raporuna"],
    ),
    "another word for a source is the one kept unnamed before": (
        "ru",
        "<s1>Источник в правительстве</s1> <k1>сообщил</k1>, <c1>что сроки сорваны</c1>. "
        "<s2>Собеседник издания</s2> <k2>отметил</k2>, <c2>что контракт расторгнут</c2>.",
        ["Источник в правительстве", "Источник в правительстве"],
    ),
    "the two men are the two told of last": (
        "fr",
        "<PER>Yann Le Goas</PER> et <PER>Pierrick Thébault</PER> se sont vus lundi. <s1>Les deux "
        "hommes</s1> <k1>jugent</k1> <c1>l'aide insuffisante</c1>.",
        ["Yann Le Goas et Pierrick Thébault"],
    ),
    "a vague noun that points back is not joined with somebody named later": (
        "id",
        "<s1>Menteri <PER>Laksmi Hartono</PER></s1> <k1>memastikan</k1> <c1>stok cukup</c1>. "
        "<PER>Danu Baskara</PER> hadir. <s2>Politikus <ORG>Partai Fajar</ORG> itu</s2> "
        "<k2>menampik</k2> <c2>kabar itu</c2>. <s3><PER>Nur Aisyah</PER></s3> <k3>meminta</k3> "
        "<c3>audit</c3>.",
        ["Laksmi Hartono", None, "Nur Aisyah"],
    ),
    "a new noun right after somebody spoke says something new of them": (
        "it",
        "<s1>La portavoce <PER>Lidia Fonti</PER></s1> <k1>parla di</k1> <c1>scempio</c1>. "
        "<c2>«Andremo avanti»</c2>, <k2>promette</k2> <s2>l'attivista</s2>.",
        ["Lidia Fonti", "Lidia Fonti"],
    ),
    "people of a country right after one of it spoke": (
        "de",
        "<s1>Minister <PER>Mads Krag</PER></s1> <k1>zeigte sich</k1> <c1>besorgt</c1>. <s2>Der "
        "Däne</s2> <k2>will</k2> <c2>in Brüssel klagen</c2>.",
        ["Mads Krag", "Mads Krag"],
    ),
    "a judge right after somebody else spoke is another": (
        "es",
        "<s1>El alcalde <PER>Julio Ibarra</PER></s1> <k1>lamentó</k1> <c1>el daño</c1>. "
        "<s2>El juez</s2> <k2>decidió</k2> <c2>dejarlo libre</c2>.",
        ["Julio Ibarra", "El juez"],
    ),
    "a paper is the only organisation told of just before": (
        "de",
        "<s1>Minister <PER>Lukas Brenner</PER></s1> <k1>sagte</k1> dem <ORG>Morgenspiegel</ORG>, "
        "<c1>er prüfe alles</c1>. <k2>Wie</k2> <s2>das Blatt</s2> <k2>berichtet</k2>, <c2>liegt "
        "ein Entwurf vor</c2>.",
        ["Lukas Brenner", "Morgenspiegel"],
    ),
    "this one is who was mentioned last, and not who spoke": (
        "de",
        "<s1>Chef <PER>Mehmet Aydin</PER></s1> <k1>kritisierte</k1> <c1>die Stadt</c1>. "
        "<s2>Dieser</s2> <k2>habe zugesagt</k2>, <c2>das Werk sei sicher</c2>.",
        ["Mehmet Aydin", None],
    ),
    "an article shows that a noun means several": (
        "de",
        "<s1>Fischer <PER>Fiete Jansen</PER></s1> <k1>klagt</k1> <c1>über das Wetter</c1>. "
        "<s2>Die Fischer</s2> <k2>fordern</k2> <c2>Hilfe</c2>.",
        ["Fiete Jansen", "Die Fischer"],
    ),
    "who is told of in a headline only does not stand between a name and a pronoun": (
        "fr",
        "# <s1>La gardienne du phare</s1> <k1>refuse</k1> <c1>de partir</c1>\n\n<PER>Armelle "
        "Guivarch</PER> vit seule. <s2>Elle</s2> <k2>dit</k2> <c2>que la mer lui suffit</c2>.",
        ["Armelle Guivarch", "Armelle Guivarch"],
    ),
    "a noun that no pack knows is in a headline the one whom the text calls so": (
        "pt",
        "# <s1>Encenador</s1><k1>:</k1> <c1>«Não devolvo»</c1>\n\nO encenador <PER>Vasco "
        "Teles</PER> recebeu uma carta. <c2>«Nunca copiei»</c2>, <k2>garante</k2> "
        "<s2><PER>Teles</PER></s2>.",
        ["Vasco Teles", "Vasco Teles"],
    ),
    "a writing that spoke is meant from further on too": (
        "en",
        "<s1>A study by the <ORG>Sarn Institute</ORG></s1> <k1>found</k1> <c1>cracks</c1>. The "
        "bridge is old. It was built of iron. Ships pass below. <s2>The study</s2> <k2>says</k2> "
        "<c2>repairs are dear</c2>.",
        ["A study by the Sarn Institute"] * 2,
    ),
    "several of one kin who are named may be meant by its plural": (
        "en",
        "<s1>Lawyer <PER>Ina Lund</PER></s1> <k1>denied</k1> <c1>it</c1>. <s2>Lawyer <PER>Bo "
        "Berg</PER></s2> <k2>agreed</k2> <c2>to talk</c2>. <s3>The lawyers</s3> <k3>asked for</k3> "
        "<c3>a delay</c3>.",
        ["Ina Lund", "Bo Berg", None],
    ),
    "two side by side are not told apart by a pronoun": (
        "en",
        "In the evening <PER>Martin Holm</PER> met <PER>Peter Lund</PER> at the port. <s1>He</s1> "
        "<k1>said</k1> <c1>the talk was short</c1>.",
        [None],
    ),
    "a clitic is the last speaker": (
        "id",
        "<s1><PER>Budi Hartono</PER></s1> <k1>mengatakan</k1> <c1>jembatan itu ditutup</c1>. "
        "<c2>“Kami menunggu,”</c2> <k2>kata</k2><s2>nya</s2>.",
        ["Budi Hartono", "Budi Hartono"],
    ),
    "a verb without subject takes the last speaker": (
        "es",
        "<s1><PER>Inés Roca</PER></s1> <k1>dijo</k1> <c1>que el puente es seguro</c1>. "
        "<k2>Añadió</k2> <c2>que habrá un informe</c2>.",
        ["Inés Roca", "Inés Roca"],
    ),
    "a first person inside a quotation is who is quoted": (
        "en",
        "<c1>“The car park is where <s2>I</s2> <k2>said</k2> <c2>no</c2>,”</c1> <k1>said</k1> "
        "<s1><PER>Carla Nord</PER></s1>.",
        ["Carla Nord", "Carla Nord"],
    ),
    "the minister in another's words is not that other one": (
        "de",
        "<s1>Minister <PER>Dirk Feddersen</PER></s1> <k1>kündigte</k1> <c1>Schilder</c1> an. "
        "<s2>Die Abgeordnete <PER>Wiebke Hinrichs</PER></s2> <k2>erklärte</k2>, <c2><s3>der "
        "Minister</s3> <k3>verspreche</k3> <c3>zu viel</c3></c2>.",
        ["Dirk Feddersen", "Wiebke Hinrichs", "Dirk Feddersen"],
    ),
    "a capital stands for its state": (
        "en",
        "<s1><LOC>Ankara</LOC></s1> <k1>rejected</k1> <c1>the map</c1>.",
        ["Türkiye"],
    ),
    "a seat of power stands for its state": (
        "it",
        "<s1><LOC>Palazzo Chigi</LOC></s1> <k1>smentisce</k1> <c1>la notizia</c1>.",
        ["Italia"],
    ),
    "an invented capital is joined by what the page says": (
        "en",
        "<PER>Mira Toland</PER> spoke in <LOC>Port Anselm</LOC>, the capital of "
        "<LOC>Kaldovia</LOC>. <s1><LOC>Port Anselm</LOC></s1> <k1>asked</k1> <c1>for talks</c1>.",
        ["Kaldovia"],
    ),
    "the government of a people is the state": (
        "en",
        "<s1>The French government</s1> <k1>dismissed</k1> <c1>the deadline</c1>.",
        ["France"],
    ),
    "two who speak together are one group of both": (
        "fr",
        "<s1><PER>Yann Brieuc</PER> et <PER>Luc Thébault</PER></s1> <k1>demandent</k1> <c1>une "
        "trêve</c1>.",
        ["Yann Brieuc et Luc Thébault"],
    ),
    "both are the two who spoke together": (
        "es",
        "<s1><PER>Pilar Montoro</PER> y <PER>Eloy Sanchis</PER></s1> <k1>prometieron</k1> <c1>un "
        "techo</c1>. <s2>Ambos</s2> <k2>aseguran</k2> <c2>que no hay prisa</c2>.",
        ["Pilar Montoro y Eloy Sanchis", "Pilar Montoro y Eloy Sanchis"],
    ),
    "the paper is the medium that was told": (
        "de",
        "<c1>„Niemand fragte“</c1>, <k1>sagte</k1> <s1>ein Züchter</s1> im Gespräch mit der "
        "<ORG>Deichpost</ORG>. <s2>Das Blatt</s2> <k2>schreibt</k2>, <c2>es fehlten Tiere</c2>.",
        ["ein Züchter", "Deichpost"],
    ),
    "somebody new by office alone keeps the words": (
        "en",
        "<s1>A spokesman for the port</s1> <k1>said</k1> <c1>the crane was old</c1>. "
        "<s2>The spokesman</s2> <k2>added</k2> <c2>that it would go</c2>.",
        ["A spokesman for the port", "A spokesman for the port"],
    ),
    "hearsay has nobody": (
        "en",
        "<c1>The crane has <k1>reportedly</k1> been sold</c1>.",
        [None],
    ),
    "a relative pronoun is the noun before it": (
        "en",
        "Nobody believed the mayor, <s1>who</s1> <k1>said</k1> <c1>the bridge was safe</c1>. "
        "<PER>Ina Torvald</PER>, the mayor, left.",
        ["Ina Torvald"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_who_said_it(name: str) -> None:
    language, marked, wanted = CASES[name]
    assert speakers(marked, language) == wanted


def _speaker(marked: str, language: str, number: int = 0) -> Mark[Speaker]:
    found = linked(marked, language)
    order = sorted(found.of(Statement), key=lambda m: m.value.content[0].start)
    told = {m.value.statement: m for m in found.of(Speaker)}
    return told[order[number].id]


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("<s1><PER>Ina Lund</PER></s1> <k1>said</k1> <c1>no</c1>.", SourceType.NAMED),
        ("<s1>A fisherman</s1> <k1>said</k1> <c1>no</c1>.", SourceType.OFFICE),
        ("<s1>Two fishermen</s1> <k1>said</k1> <c1>no</c1>.", SourceType.COLLECTIVE),
        ("<s1>A report by the council</s1> <k1>says</k1> <c1>no</c1>.", SourceType.DOCUMENT),
        ("<s1>Local media</s1> <k1>reported</k1> <c1>a flood</c1>.", SourceType.MEDIA),
        ("<s1>The police</s1> <k1>said</k1> <c1>no</c1>.", SourceType.NAMED),
        ("<c1>It was <k1>reportedly</k1> sold</c1>.", SourceType.NONE),
    ],
)
def test_how_the_page_tells_who_it_is(marked: str, kind: SourceType) -> None:
    assert _speaker(marked, "en").value.type is kind


def test_a_metonym_is_marked_as_one() -> None:
    told = _speaker("<s1><LOC>Ankara</LOC></s1> <k1>rejected</k1> <c1>the map</c1>.", "en")
    assert told.value.metonym


def test_an_actor_has_all_its_names_offices_and_mentions() -> None:
    _, marked, _ = CASES["an office is the one who holds it"]
    found = actor(linked(marked, "de"), "Ina Torvald")
    assert found.kind is ActorKind.PERSON
    assert [m.type for m in found.mentions] == [MentionType.NAME, MentionType.TITLE]


def test_every_statement_has_one_speaker_and_a_reason() -> None:
    for language, marked, _ in CASES.values():
        found = linked(marked, language)
        told = [m.value.statement for m in found.of(Speaker)]
        assert sorted(told) == sorted(m.id for m in found.of(Statement))
        assert all(m.value.why for m in found.of(Speaker))


def test_mentions_lie_in_the_text_in_order() -> None:
    for language, marked, _ in CASES.values():
        found = linked(marked, language)
        for mark in found.marks:
            assert mark.span.end <= len(found.article.text)
        kinds = [m for m in found.marks if m.kind == "actor"]
        for one in kinds:
            spans = [m.span for m in one.value.mentions]  # type: ignore[attr-defined]
            assert spans == sorted(spans)


def test_a_language_without_a_pack_has_its_names() -> None:
    marked = "<s1><PER>Anna Kowal</PER></s1> <k1>mówi</k1>: <c1>„Tak”</c1>."
    assert speakers(marked, "pl") == ["Anna Kowal"]


def test_the_work_grows_with_the_article_and_no_faster() -> None:
    one = "<s{0}><PER>Ina Torvald</PER></s{0}> <k{0}>said</k{0}> <c{0}>the mayor was here</c{0}>. "
    counts = []
    for size in (50, 50, 200):  # the first one loads the words
        found = reading("".join(one.format(n) for n in range(size)), "en")
        counts.append(calls(lambda found=found: list(MentionAnnotator()(found))))
    assert counts[2] < 5 * counts[1]
