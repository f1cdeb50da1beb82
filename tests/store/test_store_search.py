from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from store_samples import reading

from quoth.errors import UsageError
from quoth.store import Ledger, StatementFilter, open_ledger
from quoth.store.folding import search_key
from quoth.store.fulltext import search_query

SAID = (
    ("الرئيس أحمد", "قال", "إنّ الميناءَ سيُغلق غدًا"),
    ("Мэр Йонас Ёлкин", "заявил", "порт закроется в воскресенье"),
    ("Başkan İsmet", "söyledi", "ILIMAN bir gün, ışık ve liman"),
    ("Ministra", "dijo", "el café de la señora cerró"),
    ("Minister", "sagte", "die Straße bleibt auf­geräumt"),
    ("O’Neil", "said", 'it is "closed" AND not open (yet)'),
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with open_ledger(tmp_path_factory.mktemp("search") / "l.quoth") as opened:
        opened.add("a", reading(SAID))
        yield opened


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("الميناء", 0),
        ("المِيناء", 0),
        ("احمد", 0),
        ("سيغلق غدا", 0),
        ("ПОРТ", 1),
        ("воскресенье закроется", 1),
        ("елкин", 1),
        ("йонас", 1),
        ("ılıman", 2),
        ("Iliman", 2),
        ("IŞIK", 2),
        ("ismet", 2),
        ("İSMET", 2),
        ("cafe", 3),
        ("SEÑORA", 3),
        ("strasse", 4),
        ("aufgeräumt", 4),
        ("auf*", 4),
        ('"not open"', 5),
        ("o'neil", 5),
        ("NOT open AND yet", 5),
        ("closed)", 5),
        ('"closed', 5),
    ],
)
def test_words_are_found_in_every_script(ledger: Ledger, text: str, index: int) -> None:
    found = [s.content for s in ledger.statements(StatementFilter(text=text))]
    assert found == [SAID[index][2]]
    assert len(list(ledger.articles(text))) == 1


@pytest.mark.parametrize("text", ["aufgeraumt*x", '"open not"', "clos", "port café"])
def test_what_is_not_there_is_not_found(ledger: Ledger, text: str) -> None:
    assert list(ledger.statements(StatementFilter(text=text))) == []


@given(text=st.text(st.characters(), max_size=30))
@example('"')
@example('a"b')
@example("a\x00b")
@example("content:open OR NEAR(a b, 2) ^x {a}")
@example("\ud800a\u0300*")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_a_user_types_is_syntax(ledger: Ledger, text: str) -> None:
    try:
        rows = ledger.statements(StatementFilter(text=text))
    except UsageError as error:
        assert error.code == "no-words"  # noqa: PT017
    else:
        assert all(search_key(row.content) for row in rows)


@given(
    text=st.text(st.characters(), min_size=1, max_size=30), extra=st.sampled_from("\u0301\u200b")
)
@example("𝕬", "\u0301")
def test_case_and_invisible_characters_do_not_count(text: str, extra: str) -> None:
    assert search_key(text + extra) == search_key(text + "\u200d")
    assert search_key(search_key(text)) == search_key(text)


def test_the_query_quotes_every_word() -> None:
    assert search_query('NOT "a b" c* --') == '"not" "a b" "c"*'
