"""Dates of pages in the languages of the packs."""

import pytest

from quoth.read.dates import find_date

KNOWN = [
    ("Published: June 3, 2021, 9:40 am", "2021-06-03T09:40", "June 3, 2021, 9:40 am"),
    ("Diterbitkan: 3 Juni 2021, 9:40", "2021-06-03T09:40", "3 Juni 2021, 9:40"),
    ("Опубликовано 3 июня 2021, 09:40", "2021-06-03T09:40", "3 июня 2021, 09:40"),
    ("Опубліковано: 3 червня 2021 р., 09:40", "2021-06-03T09:40", "3 червня 2021 р., 09:40"),
    ("Veröffentlicht: 3. Juni 2021", "2021-06-03", "3. Juni 2021"),
    ("Publié le 3 mars 2021 à 09h40", "2021-03-03T09:40", "3 mars 2021 à 09h40"),
    ("Publicado: 3 de junio de 2021", "2021-06-03", "3 de junio de 2021"),
    ("نشر في ٣ حزيران/يونيو ٢٠٢١ ٩:٤٠", "2021-06-03T09:40", "٣ حزيران/يونيو ٢٠٢١ ٩:٤٠"),
    ("نُشر في 3 يونيو 2021 - 09:40 مساءً", "2021-06-03T21:40", "3 يونيو 2021 - 09:40 مساءً"),
    ("Kamis, 03 Jun 2021 09:40 WIB", "2021-06-03T09:40+07:00", "03 Jun 2021 09:40 WIB"),
    ("Yayınlanma: 03 Haziran 2021 09:40", "2021-06-03T09:40", "03 Haziran 2021 09:40"),
    ("donderdag 23 juni 2022, 21:40", "2022-06-23T21:40", "23 juni 2022, 21:40"),
    ("Pubblicato il 3 giugno 2021 alle 9:40", "2021-06-03T09:40", "3 giugno 2021 alle 9:40"),
    ("2021-06-03T09:40:00+03:00", "2021-06-03T09:40:00+03:00", "2021-06-03T09:40:00+03:00"),
    ("23.06.2021 09:40", "2021-06-23T09:40", "23.06.2021 09:40"),
    ("09:40, 3 июня 2021", "2021-06-03T09:40", "09:40, 3 июня 2021"),
    ("June 3rd, 2021 21:40 UTC+3", "2021-06-03T21:40+03:00", "June 3rd, 2021 21:40 UTC+3"),
]


@pytest.mark.parametrize(("line", "value", "piece"), KNOWN)
def test_a_date_is_read_with_its_span(line: str, value: str, piece: str) -> None:
    found = find_date(line)
    assert found is not None
    assert (found.value, found.span.of(line), found.note) == (value, piece, None)


@pytest.mark.parametrize(
    ("language", "value", "note"),
    [
        (None, "2021-06-03", "day-month order assumed"),
        ("fr", "2021-06-03", "day-month order assumed"),
        ("en", "2021-03-06", "month-day order assumed"),
    ],
)
def test_an_ambiguous_order_is_stated(language: str | None, value: str, note: str) -> None:
    found = find_date("03/06/2021", language)
    assert found is not None
    assert (found.value, found.note) == (value, note)


def test_the_time_of_a_second_date_is_not_taken_for_the_first() -> None:
    found = find_date("3 juin 2021 - Mis à jour le 4 juin 2021 à 10h00")
    assert found is not None
    assert found.value == "2021-06-03"


@pytest.mark.parametrize("line", ["14 Juni", "31.02.2021", "192.168.1.10", "2 hours ago", "May"])
def test_what_is_no_whole_date_is_left_alone(line: str) -> None:
    assert find_date(line) is None
