"""Pronouns and nouns for bodies: who is near enough to be meant; all invented."""

from __future__ import annotations

import pytest
from mentions_support import speakers

CASES = {
    "a pronoun means nobody who was told of long ago": (
        "tr",
        "<s1><PER>Vasfi Tıknaz</PER></s1> <c1>kuyunun dolduğunu</c1> <k1>söyledi</k1>.\n\nYağmur "
        "yağdı. Dere taştı. Köprü kapandı. Yol açıldı. Su çekildi. <c2>“Ben bekledim”</c2> "
        "<k2>dedi</k2> <s2>o</s2>.",
        ["Vasfi Tıknaz", None],
    ),
    "nor somebody without a name whom only others tell of": (
        "en",
        "<s1><PER>Petra Lowe</PER></s1> <k1>said</k1> <c1>a fisherman had waved</c1>. <s2>He</s2> "
        "<k2>wanted</k2> <c2>his boat back</c2>.",
        ["Petra Lowe", None],
    ),
    "who asked is not who answers": (
        "nl",
        "<PER>Joris Beek</PER> kwam laat. <k1>Vroeg</k1> <s1><PER>Ruben Maas</PER></s1> <c1>of de "
        "boot lek was</c1>. <c2>“Nee”</c2>, <k2>antwoordde</k2> <s2>hij</s2>.",
        ["Ruben Maas", "Joris Beek"],
    ),
    "the words before a pronoun are no distance": (
        "en",
        "<PER>Gordon Acheby</PER> built the wall. <c1>“It rained. It blew. We waited. Nobody slept. "
        "The river rose. It fell,”</c1> <s1>he</s1> <k1>said</k1>.",
        ["Gordon Acheby"],
    ),
    "a firm has no gender": (
        "fr",
        "<s1>Le constructeur <ORG>Vaubert</ORG></s1> <k1>annonce</k1> <c1>une usine</c1>. <s2>La "
        "société</s2> <k2>promet</k2> <c2>des emplois</c2>.",
        ["Vaubert", "Vaubert"],
    ),
    "a body of an unknown kind is the airline of the next sentence": (
        "en",
        "<s1><ORG>Skyfarer</ORG></s1> <k1>said</k1> <c1>it was sorry</c1>. <s2>The airline</s2> "
        "<k2>promised</k2> <c2>refunds</c2>.",
        ["Skyfarer", "Skyfarer"],
    ),
    "and not if it was told of long before": (
        "en",
        "<ORG>Skyfarer</ORG> grew. It rained. It blew. It snowed. <s1>The airline</s1> <k1>promised"
        "</k1> <c1>refunds</c1>.",
        [None],
    ),
    "the authority may be the office that was named": (
        "de",
        "<s1>Das Gesundheitsamt <LOC>Altwied</LOC></s1> <k1>warnte</k1> <c1>vor dem Wasser</c1>. "
        "<s2>Die Behörde</s2> <k2>riet</k2>, <c2>es abzukochen</c2>.",
        ["Das Gesundheitsamt Altwied", "Das Gesundheitsamt Altwied"],
    ),
    "a diocese is no parish": (
        "en",
        "<s1>The parish of <LOC>Little Amwick</LOC></s1> <k1>said</k1> <c1>the bell was sold</c1>. "
        "<s2>The diocese</s2> <k2>denied</k2> <c2>it</c2>.",
        ["The parish of Little Amwick", "The diocese"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_who_is_near_enough_is_meant(name: str) -> None:
    language, marked, wanted = CASES[name]
    assert speakers(marked, language) == wanted
