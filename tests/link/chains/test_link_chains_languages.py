"""Relays and translations in the languages whose packs have words for them."""

from __future__ import annotations

import pytest
from chains_support import path

TRANSLATED = """
de | Übersetzt aus dem Englischen. | en
de | Der Artikel erschien zuerst auf Englisch in der Zeitung Nordlys. | en
de | Dieser Beitrag erschien im Original auf Norwegisch bei Nordlys. | no
en | Translated from the French by A. Vik | fr
en | This article was originally published in German by Merkur. | de
en | The original, in Spanish, appeared in La Bitácora. | es
es | Traducido del inglés por Ana Ruiz. | en
es | Este artículo apareció primero en inglés en The Harbour Post. | en
fr | Traduit de l'anglais par Luc Morel. | en
fr | Article paru initialement en espagnol dans La Bitácora. | es
pt | Texto traduzido do castelhano. | es
pt | A versão original, em japonês, saiu no Minami. | ja
it | Tradotto dall'inglese. | en
it | L'articolo originale, in tedesco, è apparso su Merkur. | de
nl | Vertaald uit het Engels door J. de Wit. | en
ru | Перевод с английского Анны Беловой. | en
uk | Статтю вперше опубліковано німецькою у виданні «Меркур». | de
tr | Bu yazı Fransızcadan çevrilmiştir. | fr
ar | نُشر هذا المقال أولا بالإنجليزية في صحيفة نورديس | en
id | Artikel ini pertama kali terbit dalam bahasa Prancis di Le Méridien. | fr
"""

RELAYED = """
de | <c>Die Brücke hält</c>, <k>sagte</k> <s>Ina Lund</s> der Zeitung <ORG>Nordlys</ORG>. | Nordlys
de | <c>Die Brücke hält</c>, <k>sagte</k> <s>Ina Lund</s> der dpa. | dpa
es | <s>Ana Lund</s> <k>dijo</k> a Reuters <c>que el puente aguanta</c>. | Reuters
es | <k>Aseguró</k> <s>Lund</s> en una entrevista con <ORG>Nordlys</ORG> <c>que sí</c>. | Nordlys
fr | <c>« Le pont tient »</c>, <k>a déclaré</k> <s>Ana Lund</s> à l'AFP. | AFP
pt | <s>Ana Lund</s> <k>disse</k> à agência Lusa <c>que a ponte aguenta</c>. | Lusa
it | <s>Lund</s> <k>ha detto</k> al quotidiano <ORG>Nordlys</ORG> <c>che regge</c>. | Nordlys
nl | <s>Ana Lund</s> <k>zei</k> tegen persbureau ANP <c>dat de brug het houdt</c>. | ANP
id | <c>"Jembatan itu aman,"</c> <k>kata</k> <s>Ana Lund</s> kepada Antara. | Antara
ru | <c>Мост выдержит</c>, <k>сказала</k> <s>Анна Лунд</s> агентству «<ORG>Сарн</ORG>». | Сарн
uk | <c>Міст витримає</c>, <k>сказала</k> <s>Анна Лунд</s> агентству «<ORG>Сарн</ORG>». | Сарн
tr | <s>Lund</s>, <ORG>Sarn</ORG> ajansına <c>köprünün sağlam olduğunu</c> <k>söyledi</k>. | Sarn
ar | <k>قالت</k> <s>آنا لوند</s> لوكالة رويترز <c>إن الجسر آمن</c>. | رويترز
"""


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(c.strip() for c in line.split(" | ")) for line in table.split("\n") if line]


@pytest.mark.parametrize(("language", "line", "code"), rows(TRANSLATED))
def test_a_line_says_that_the_page_is_a_translation(language: str, line: str, code: str) -> None:
    found = path(f"<c>—</c> <k>:</k> <s>Ana Lund</s>.\n{line}", language)
    assert ("translation", code) in found


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "He spoke in Spanish for an hour."),
        ("fr", "Le rapport a été publié en mars."),
        ("de", "Das Original hängt im Museum."),
        ("es", "El informe, publicado en mayo, tiene cien páginas."),
    ],
)
def test_what_the_page_tells_of_others_is_no_translation(language: str, line: str) -> None:
    found = path(f"<c>—</c> <k>:</k> <s>Ana Lund</s>.\n{line}", language)
    assert [role for role, _ in found] == ["speaker"]


@pytest.mark.parametrize(("language", "marked", "relay"), rows(RELAYED))
def test_whom_it_was_told_passed_it_on(language: str, marked: str, relay: str) -> None:
    assert ("relay", relay) in path(marked, language)
