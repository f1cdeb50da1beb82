"""Any text is survived by times, quantities and places: no error, sane marks, linear work."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import islice

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from scene_support import check, marks, page

from quoth.lang import available
from working import calls

Maker = Callable[[int], str]

PIECES = [
    *" \n\t.,:;/–—-()%$€£'’\"+~^",
    *("\x00", "\ud800", "\u202e", "\u200f", "\u0301", "\u0640", "\ufeff", "\u00a0", "😀", "½"),
    *("0", "1", "2", "3rd", "4,5", "10", "12", "24:00", "25:61", "29", "31", "45", "54", "60"),
    *("90s", "99", "366", "1.000.000", "1,000", "1900", "2031", "9999", "10000", "٣", "１２"),
    *("2031-02-31", "2031-W54", "29/02/2031", "13/13/13", "00/00/0000", "1e400", "∞"),
    *("May", "march", "June", "second", "Monday", "Friday", "night", "noon", "pm", "Christmas"),
    *("day", "days", "week", "weeks", "month", "quarter", "year", "years", "century", "decade"),
    *("last", "next", "this", "ago", "in", "after", "before", "later", "since", "until", "within"),
    *(
        "from",
        "to",
        "between",
        "and",
        "of",
        "the",
        "a",
        "every",
        "half",
        "several",
        "about",
        "early",
    ),
    *(
        "one",
        "two",
        "twenty",
        "hundred",
        "thousand",
        "million",
        "first",
        "third",
        "dozen",
        "a half",
    ),
    *("more than", "at least", "dollars", "tons", "km", "per cent", "USD", "kg/m", "degrees"),
    *("Paris", "New York", "Georgia", "Peruvian", "Southeast Asia", "San", "Washington, D.C."),
    *("yesterday", "tomorrow", "tonight", "recently", "now", "fiscal", "summer", "weekend", "B.C."),
    *("el", "de", "lunes", "hace", "mayo", "vor", "drei", "Tagen", "Uhr", "il y a", "lundi", "mai"),
    *("минувший", "вторник", "июня", "назад", "года", "п'ять", "kemarin", "pukul", "tanggal"),
    *("geçen", "hafta", "2031'de", "الأسبوع", "الماضي", "وثلاثة", "يونيو", "dopo", "gennaio"),
]
TEXT = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
    st.text(alphabet=st.characters(exclude_categories=()), max_size=40),
)
CODES = st.sampled_from([*available(), "xx"])
DAYS = (
    None,
    "2031-06-04",
    "2032-02-29",
    "0001-01-01",
    "9999-12-31",
    "2031-06-04T23:59:59+14:00",
    "20310604T101112Z",
    "2031-W23-3",
)
QUIET = [HealthCheck.too_slow, HealthCheck.filter_too_much]


@settings(max_examples=100, suppress_health_check=QUIET)
@given(TEXT, CODES, st.sampled_from(DAYS))
@example("", "en", None)
@example("\ud800", "en", None)
def test_any_text_is_survived(text: str, code: str, published: str | None) -> None:
    at = page(text, code, published)
    assert check(at) == list(marks(at))


IMPOSSIBLE = """
31 February 2031 | February 31 | 29 February 2031 | 29 February | 30.02.2031 | 2031-02-30 | 31 June
2031-13-01 | 2031-00-00 | 0000-01-01 | 0/0/0 | 32/13/2031 | 99.99.9999 | 1/2/3 | 10-10-10 | 2031-1
year 0 | the year 0000 | 9999 | in 9999 | 31 December 9999 | 10000 | the year 99999 | 1 January 0001
week 54 | week 0 | the 54th week of 2031 | 2031-W54 | 2031-W00 | the fifth quarter of 2031 | 2031Q9
the 9th week of May | the sixth Monday in June | the 400th day of the year | the 0th of May | May 0
in 99999999999 years | 99999999999 years ago | 10000 years ago | in 9999 years | in 8000 years
10^400 days | in 1e400 days | 1000000000000000000000000 days ago | the next 99999999999 weeks
99999999999 centuries later | two days after 31 December 9999 | the day before 1 January 0001
0 days ago | in 0 weeks | the last 0 days | -5 days ago | in half a second | 0.0000001 years ago
1.5 months ago | in 2.75 years | two and a half decades ago | half a century ago | PXD | P99999Y
25:00 | 24:00 | 24:01 | 12:60 | 23:59:60 | 99:99 | 13 pm | 0 am | 25 o'clock | 24 o'clock tomorrow
5 o'clock on 31 February | midnight on 31 December 9999 | 17:00 +99:00 | 17:00 UTC+25 | 5 pm -00:00
the 0s | the 10s | the 1990s BC | 44 BC | 99999 BC | the 0th century | the 99th century
the 21st century BC | before 10000 BC | the 3rd millennium | in 5 millennia | 50 millennia ago
from 31 May to 1 May | from 2031 to 1931 | between 5 and 3 June | 2031-1931 | from Friday to Friday
from 30 February to 31 April | between 0 and 0 | May 31-32 | 1-31 February | the 2031/30 season
every 0 days | every 99999999999 years | every 31 February | 0 times a day | biennial | every second
Easter 9999 | Easter 0 | Easter 325 | last Easter | Christmas in 99999 | fiscal year 99999 | FY0
last century | next millennium | last decade | the decade before last | the year before last
the day before the day before the day before yesterday | the week after the week after next week
the end of the beginning of the middle of the end of last month | the first of the last of the first
-1 | -0 | +0 | 1e999 tons | 9{400} dollars | 0/0 | 1/0 | 1/2/3/4 | 1,2,3,4 | 1.2.3.4 | ,5 | 5, | .
from 5 to 3 tons | between 10 and -10 dollars | more than nothing | at least at most 5 | 5-3 ships
a million billion trillion million | hundred hundred hundred | thousand and thousand | zero | minus
first second third | two second seconds | one one one | twenty-twenty | twenty hundred | half half
$ | $$$ | 5 $ 5 $ 5 | $5-$3 | 5% to 3% | %%% | 5 % % | €1.000.000,00 | 1.000,000.00 € | 5 km/h/h
""".replace("9{400}", "9" * 400)
WORDED = [w.strip() for w in IMPOSSIBLE.replace("\n", "|").split("|") if w.strip()]
OTHERS = {
    "ar": "٣١ فبراير ٢٠٣١ | قبل ٩٩٩٩٩٩٩٩٩٩٩ سنة | الأسبوع ٥٤ | في القرن المئة | بعد ١٠٠٠٠ عام",
    "de": "31. Februar 2031 | vor 99999999999 Jahren | in 9999 Jahren | KW 54 | 25 Uhr | 0. Mai",
    "es": "31 de febrero de 2031 | hace 99999999999 años | dentro de 9999 años | siglo XCIX",
    "fr": "31 février 2031 | il y a 99999999999 ans | dans 9999 ans | 25 h 61 | le 0 mai",
    "id": "31 Februari 2031 | 99999999999 tahun lalu | 9999 tahun lagi | pukul 25.61 | tanggal 0",
    "it": "31 febbraio 2031 | 99999999999 anni fa | tra 9999 anni | alle 25 | il secolo XCIX",
    "nl": "31 februari 2031 | 99999999999 jaar geleden | over 9999 jaar | week 54 | 25 uur",
    "pt": "31 de fevereiro de 2031 | há 99999999999 anos | daqui a 9999 anos | às 25 horas",
    "ru": "31 февраля 2031 года | 99999999999 лет назад | через 9999 лет | в 25 часов | XCIX век",
    "tr": "31 Şubat 2031 | 99999999999 yıl önce | 9999 yıl sonra | saat 25'te | 99. yüzyıl",
    "uk": "31 лютого 2031 року | 99999999999 років тому | через 9999 років | о 25 годині",
}


@pytest.mark.parametrize("published", DAYS)
def test_what_no_calendar_has_raises_nothing(published: str | None) -> None:
    for words in WORDED:
        check(page(f"It was {words}.", "en", published))
        check(page(words, "en", published))
    check(page(". ".join(WORDED), "en", published))


@pytest.mark.parametrize("code", sorted(OTHERS))
def test_what_no_calendar_has_raises_nothing_in_other_languages(code: str) -> None:
    for published in DAYS:
        for words in OTHERS[code].split(" | "):
            check(page(words, code, published))


HOSTILE: dict[str, tuple[Maker, int]] = {
    "digits": (lambda n: "7" * n, 100_000),
    "digits in threes": (lambda n: "1" + ",000" * n, 3_000),
    "digits with stops": (lambda n: "1." * n, 5_000),
    "digits with colons": (lambda n: "1:" * n, 5_000),
    "digits with slashes": (lambda n: "1/" * n, 5_000),
    "digits with dashes": (lambda n: "1-" * n, 5_000),
    "Arabic digits": (lambda n: "٣" * n, 100_000),
    "ones": (lambda n: "1 " * n, 5_000),
    "months": (lambda n: "May " * n, 10_000),
    "months with commas": (lambda n: "June, " * n, 2_000),
    "weekdays and dates": (lambda n: "Friday 13 " * n, 1_000),
    "dates": (lambda n: "3 May 2031 " * n, 1_000),
    "days without years": (lambda n: "On 14 June it rained. " * n, 500),
    "whole dates": (lambda n: "On 14 June 2030 it rained. " * n, 500),
    "from": (lambda n: "from " * n, 5_000),
    "to": (lambda n: "1 to " * n, 2_000),
    "between": (lambda n: "between 1 and " * n, 1_000),
    "from May to May": (lambda n: "from May to " * n, 1_000),
    "the day before": (lambda n: "the day before " * n, 500),
    "two weeks after": (lambda n: "two weeks after " * n, 500),
    "two weeks after that": (lambda n: "Two weeks later it fell. " * n, 500),
    "the end of": (lambda n: "the end of " * n + "May", 1_000),
    "the first day of": (lambda n: "the first day of " * n + "May", 500),
    "last": (lambda n: "last " * n + "week", 2_000),
    "half": (lambda n: "half " * n + "a year", 2_000),
    "ago": (lambda n: "ago " * n, 2_000),
    "years ago": (lambda n: "a year ago " * n, 500),
    "about": (lambda n: "about " * n + "5", 2_000),
    "years and years": (lambda n: "2 years and " * n, 1_000),
    "hours": (lambda n: "17:30 " * n, 1_000),
    "clock words": (lambda n: "half past " * n, 1_000),
    "numbers in words": (lambda n: "two hundred thousand " * n, 1_000),
    "twenties": (lambda n: "twenty-" * n, 2_000),
    "millions": (lambda n: "million " * n, 2_000),
    "ordinals": (lambda n: "first second third " * n, 1_000),
    "and": (lambda n: "and " * n, 5_000),
    "money": (lambda n: "$5 " * n, 2_000),
    "money signs": (lambda n: "$" * n, 10_000),
    "per cent": (lambda n: "% " * n, 5_000),
    "units": (lambda n: "km/" * n, 2_000),
    "counted": (lambda n: "5 big red " * n, 1_000),
    "places": (lambda n: "Paris, " * n, 1_000),
    "places of two words": (lambda n: "New York " * n, 1_000),
    "openings of places": (lambda n: "San " * n, 2_000),
    "countries": (lambda n: "Paris, Peru. " * n, 500),
    "many names": (lambda n: "London Paris Rome Lima Oslo " * n, 500),
    "an endless word": (lambda n: "a" * n, 500_000),
    "an endless capital word": (lambda n: "A" * n, 500_000),
    "an endless joined word": (lambda n: "New-" * n, 5_000),
    "spaces": (lambda n: "5" + " " * n + "May", 100_000),
    "line breaks": (lambda n: "5 May\n" * n, 1_000),
    "stops": (lambda n: "." * n, 100_000),
    "control characters": (lambda n: "\x00\u202e\ud800😀5 " * n, 500),
    "marks on a digit": (lambda n: "5" + "\u0301" * n, 50_000),
}
STEPS = 100
"""Times that a piece is repeated for the growth of work, and four times as many."""


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_survived(name: str) -> None:
    make, size = HOSTILE[name]
    check(page(make(size)))


@pytest.mark.parametrize("name", HOSTILE)
def test_work_grows_no_faster_than_the_text(name: str) -> None:
    make, _ = HOSTILE[name]
    list(islice(marks(page("On 3 May")), 1))  # words and places are loaded
    few, many = (calls(partial(list, marks(page(make(n))))) for n in (STEPS, 4 * STEPS))
    assert many < 6 * max(few, 1_000)
