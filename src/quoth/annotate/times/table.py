"""The general patterns, shared by all languages, in one table.

A row is `pattern -> formula`, in the format of docs/times.md, which packs use for their own rows
too.  Of two patterns that read the same words the upper one is preferred.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quoth.annotate.times.formulas import formula
from quoth.annotate.times.patterns import Rule, expand

GENERAL = """
# days of the calendar
article? dd dot? join? month -> calendar
article? dd dot? join? month comma? (join,intro)? yyyy -> calendar
dd dot? join? month comma? (join,and)? yearword -> calendar
dd (slash,dash) month (slash,dash) yyyy -> calendar
yyyy (slash,dash) month (slash,dash) dd -> calendar
month (slash,dash) dd (slash,dash) yyyy -> calendar
month slash yyyy -> calendar
dd dot? join? MONTHNAME -> calendar
dd dot? join? month slash month -> calendar
dd dot? join? month slash month comma? join? yyyy -> calendar
dd dot? join? month (comma,join)? join? frame:year yyyy -> calendar
dd join? month apostrophe yy -> calendar yy
month join? article? dd -> calendar
month article? dd comma? (join,intro)? yyyy -> calendar
month article? dd comma? yearword -> calendar
month yearword -> calendar
month article? dd comma? apostrophe yy -> calendar yy
yyyy comma? join? month join? dd -> calendar
yyyy frame:year comma? month dd -> calendar
month slash dd -> calendar
dd (slash,dash) month -> calendar
MONTHDAY (slash,dash) yyhigh -> calendar yy
MONTHDAY comma? join? yyyy frame:year -> calendar
frame:date MONTHDAY -> as
frame:date DAY -> as
DAY frame:date -> as
[(intro,since,until,from,to,frame)] pair -> calendar
weekday comma? pair -> calendar
WEEKDAY comma? article? MONTHDAY -> calendar
WEEKDAY comma? join? article? DAY -> calendar
WEEKDAY comma? [intro] MONTHDAY -> calendar
MONTHDAY comma? open? WEEKDAY close? -> calendar
DAY comma? open? WEEKDAY close? -> calendar
WEEKDAY open MONTHDAY close -> calendar
WEEKDAY open DAY close -> calendar
WEEKDAY open pair close -> calendar
article? dd dot? [and article? dd dot? join? month] -> daylisted
article? dd dot? [and article? dd dot? join? month comma? join? yyyy] -> daylisted
article? dd dot? [comma article? dd dot? and article? dd dot? join? month] -> daylisted
article? dd dot? [comma dd dot? and dd dot? join? month comma? join? yyyy] -> daylisted
WEEKDAY comma? article? (ddf,nthday) -> dayless
WEEKDAY comma? article? frame:date dd -> dayless
WEEKDAY open dd close -> dayless
frame:date dd -> dayofmonth
article? preshift frame:date dd -> dayofmonth
[(intro,since,until)] article nthday -> dayofmonth
nthday join? article? preshift unit:month -> dayofmonth
dd (join,article) preshift unit:month -> dayofmonth
dd join article preshift unit:month -> dayofmonth
frame:weekday weekday -> calendar
weekday frame:weekday -> calendar
article? weekday -> calendar
weekdaypart -> weekdaypart
article? holiday -> calendar
article? holiday join? yyyy -> calendar

# months, quarters, seasons, years
month -> calendar
frame:month join? month -> calendar
month frame:month -> calendar
month slash month -> calendar
article? MONTHNAME comma? (join,intro)? yyyy -> calendar
article? MONTHNAME (join,intro)? frame:year yyyy -> calendar
MONTHNAME (comma,join)? yyyy frame:year -> calendar
MONTHNAME apostrophe yy -> calendar yy
MONTHNAME join? yyhigh -> calendar yy
yyyy MONTHNAME -> calendar
yyyy frame:year MONTHNAME -> calendar
yyyy slash month -> calendar
[since:pre] MONTHNAME -> leaning -1
[until:pre] MONTHNAME -> leaning 1
[until:loose] MONTHNAME -> leaning 2
[intro] MONTHNAME -> as
[since:pre] WEEKDAY -> leaning -1
[(intro,since)] WEEKDAY -> as
article? season -> calendar
article? season (comma,join)? join? yyyy -> calendar
article? season (comma,join)? frame:year yyyy -> calendar
article? season yyyy frame:year -> calendar
yyyy season -> calendar
article? ord unit:quarter -> numbered quarter
article? unit:quarter (n,ord) -> numbered quarter
article? ord unit:quarter (comma,join)? join? yyyy -> numbered quarter
article? ord unit:quarter join? article? YEAR -> numbered quarter
article? (n,ord,roman) unit:quarter yyyy frame:year -> numbered quarter
article? roman unit:quarter (comma,join)? yyyy? -> numbered quarter
article? unit:quarter (roman,n,ord) (comma,join)? yyyy -> numbered quarter
'q' n:1|2|3|4 -> numbered quarter
'q' n:1|2|3|4 comma? (join,dash,slash)? yyyy -> numbered quarter
yyyy dash? 'q' n:1|2|3|4 -> numbered quarter
yyyy dash? 'h' n:1|2 -> numbered half
'h' n:1|2 (comma,dash)? yyyy -> numbered half
article? ord unit:half -> numbered half
article? ord unit:half join? article? yyyy -> numbered half
article? ord unit:half join? article? YEAR -> numbered half
yyyy dash? unit:quarter n:1|2|3|4 -> numbered quarter
unit:quarter n:1|2|3|4 dash yyyy -> numbered quarter
article? ord half join? article? YEAR -> numbered half
article? unit:half ord (comma,join)? join? yyyy? -> numbered half
article? unit:half ord join? article? YEAR -> numbered half
article? ord unit:quarter join article? unit:year -> numbered quarter
article? ord unit:half join article? unit:year -> numbered half
article? ord unit:quarter article unit:year -> numbered quarter
(yyyy,YEAR) join? article? ord unit:quarter -> numbered quarter
(yyyy,YEAR) join? article? ord (unit:half,half) -> numbered half
(frame:year,unit:year) yyyy -> bareyear
article (frame:year,unit:year) yyyy -> bareyear
yyyy (frame:year,unit:year) -> bareyear
bareyear -> bareyear
[(intro,since,until,from,to,between,and)] yyyy -> bareyear
mod:START|MID|END join? article? yyyy -> mod
article mod:START|MID|END join? article? yyyy -> mod
mod:START|MID|END dash yyyy -> mod
[open] yyyy [close] -> bareyear
[(intro,since,until)] newyear -> bareyear
(yyyy,n) era -> year
era (yyyy,n) -> year
article? unit:fiscal join? (yyyy,yy) -> year fiscal
article? unit:fiscal join? yyyy (slash,dash) yy -> year fiscal
'fy' (yyyy,yy) -> year fiscal

# decades and centuries
article? decadeword join? apostrophe? (decade,yyyy,yy) -> decade
article? decadeword join? n -> decade
article? unit:decade join? apostrophe? (decade,yyyy,yy) -> decade
article? mod? apostrophe? (yyyy,yy) apostrophe? decadeend -> decade
article? (yyyy,yy) dash? decadeend (decadeword,unit:year)? -> decade
decade join? article? CENTURY -> decade
article? (ord,roman) unit:century era? -> century
article? unit:century join? (roman,ord,n) era? -> century

# counted from the anchor
day -> day
article day -> day
shifted -> shiftedword
article shifted -> shiftedword
other -> other
same unit -> same
same -> same
ref -> ref
preshift article? unit -> step
article preshift unit -> step
article? unit postshift -> step
preshift article? WEEKDAY -> shifted
article preshift WEEKDAY -> shifted
article? WEEKDAY join? postshift -> shifted
preshift MONTHNAME -> shifted
article preshift MONTHNAME -> shifted
article? MONTHNAME postshift -> shifted
article? preshift SEASON -> shifted
SEASON join? postshift -> shifted
article? preshift MONTHDAY -> shifted
MONTHDAY postshift -> shifted
article? preshift DAY -> shifted
article? preshift QUARTER -> shifted
article? QUARTER postshift -> shifted
article? preshift join? PART -> shiftedpart
PART postshift -> shiftedpart
[(within,intro,until,join)] article unit:week|month|year|quarter -> thesame
[(within,intro,until)] article unit:day -> thesame
article unit:weekend -> calendar weekend=1
article? unit:week n -> numbered week
article? unit:week n join? article? (yyyy,YEAR) -> numbered week
article? unit:week join? article? DAY -> weekof
article? unit:week join ddf -> weekof
frame:date join? article? MONTHDAY -> as
STEP join? WEEKDAY -> inside

# lengths
n unit -> length
n dash unit -> length
(one,vague) unit -> length
article? vague join? unit -> length
article? half (one,article,join)? unit -> length
(one,article)? half dash? unit -> length
n half unit -> length
n and half unit -> length
n and? halfmore unit -> length
n unit halfmore -> length
n unit and? (one,article)? half -> length
one unit and (one,article)? half -> length
(one,n) unit halfmore -> length
span -> span
nunit -> length
half nunit -> length
LENGTH (and,comma)? LENGTH -> longer
article? preshift n unit -> placed
article? preshift LENGTH -> placed
article n preshift unit -> placed
article? LENGTH postshift -> placed

# lengths from somewhere
LENGTH ago:post|pre+post -> away -1
ago:pre|pre+post article? LENGTH -> away -1
ago:pre+post LENGTH ago:pre+post -> away -1
[ahead:pre] LENGTH -> away 1
[ahead:in] LENGTH -> ahead
LENGTH ahead:post -> away 1
LENGTH later:post -> away 1 text
LENGTH earlier:post -> away -1 text
LENGTH earlier:pre POINT -> away -1
LENGTH later:pre POINT -> away 1
LENGTH from:pre POINT -> away 1
LENGTH (later,earlier,from) REF -> away 1
POINT LENGTH later:post -> away 1
POINT LENGTH earlier:post -> away -1
WEEKDAY AWAY -> inside

# parts of the day and clock times
part -> part
article part -> part
[intro] part -> part
shift part -> shiftedpart
DAY comma? join? PART -> inside
DAY comma? (intro,join)? article? PART -> inside
PART (join,intro)? join? article? DAY -> inside
PART comma join? article? MONTHDAY -> inside
article? PART RANGE -> overnight
hh clock:hour -> clock
clock:hour ord (PART,clock:am|pm)? -> clock
clock:hour article? hh -> clock
hh clock:hour mm -> clock
clock:hour? hh clock:am|pm -> clock
clock:hour hh PART -> clock
hh clock:hour article? PART -> clock
hh clock:hour? (join,intro) article? PART -> clock
hh clock:hour clock:am|pm -> clock
CLOCK (clock:am|pm,clock:hour) -> clock
clock:am|pm (CLOCK,stopped) -> clock
clock:hour article? (CLOCK,stopped) -> clock
stopped clock:hour -> clock
stopped clock:am|pm -> clock
CLOCK (join,intro)? article? PART -> clock
article CLOCK -> as
CLOCK zone -> clock
CLOCK open zone close -> clock
stopped zone -> clock
stopped open zone close -> clock
hhmm (zone,clock:hour) -> clock
frame:clock (CLOCK,stopped) -> clock
frame:clock hh -> clock
CLOCK frame:clock -> as
DAY comma? intro? RANGE -> rangeon
DAY comma? (intro,join,clock)? article? CLOCK -> inside
CLOCK (comma,intro,join)? article? (intro,join)? article? DAY -> inside
CLOCK open DAY close -> inside
DAY open CLOCK close -> inside
CLOCK MOMENT -> inside
MOMENT CLOCK -> inside
MOMENT comma? intro? CLOCK -> inside

# one time in another
article? ord unit join? article? (YEAR,MONTH,WEEK,QUARTER,DECADE,CENTURY,SEASON) -> nth
article? ord n unit join? article? (YEAR,MONTH,WEEK,QUARTER,DECADE,CENTURY,SEASON) -> nth
article? n ord unit join? article? (YEAR,MONTH,WEEK,QUARTER,DECADE,CENTURY,SEASON) -> nth
article? ord unit (join,intro) yyyy -> nth
article? ord n? unit (join,intro) article? unit:year|month|week|quarter|season -> nth
article? ord n? unit article unit:year|month|week|quarter|season -> nth
article? n ord unit (join,intro) article? unit:year|month|week|quarter|season -> nth
article? preshift n? unit (join,intro) article? unit:year|month|week|quarter|season -> nth
unit n join? article? YEAR -> nth
article? unit ord join? article? (YEAR,MONTH,WEEK,QUARTER,DECADE,CENTURY,SEASON) -> nth
(YEAR,MONTH) join? article? ord unit -> nth
article? preshift n? unit (join,intro) article? (YEAR,MONTH,WEEK,QUARTER,DECADE,CENTURY) -> nth
article? (ord,preshift) weekday (join,intro) article? (MONTH,YEAR) -> nthweekday
article? (ord,preshift) weekday article? MONTH -> nthweekday
article? (ord,preshift) weekday (join,intro) article? unit:month|year -> nthweekday
weekday ord (join,intro)? article? MONTH -> nthweekday
MONTH ord weekday frame:weekday? -> nthweekday
article? ord weekday join? every article? unit:month -> every P1M
every ord weekday (join,intro) article? unit:month -> every P1M
WEEKDAY join? article? WEEK -> inside
MONTHNAME comma? join? article? (SHIFTED,STEP) -> inside
MONTHDAY comma? (join,intro)? article? STEP -> inside
QUARTER (join,comma)? article? STEP -> inside
SEASON (join,comma)? article? STEP -> inside

# modifiers
mod:START|MID|END|APPROX|BEFORE|AFTER join? article? (DATE,MOMENT) -> mod
article mod:START|MID|END|APPROX|BEFORE|AFTER join? article? (DATE,MOMENT) -> mod
mod:START|MID|END dash (DATE,MOMENT) -> mod
mod:START|MID|END join? article unit:year|month|week|quarter|decade|century|season -> unitmod
mod:START|MID|END unit:year|month|week|quarter|decade|century|season|weekend -> unitmod
article? unit:year|month|week|quarter|decade|century|season mod:START|MID|END -> unitmod
unit:year|month|week|quarter dash mod:START|MID|END -> unitmod
DATE mod:START|MID|END -> mod
mod (article,one)? LENGTH -> mod
LENGTH mod:EQUAL_OR_MORE|EQUAL_OR_LESS|MORE_THAN|LESS_THAN|APPROX -> mod
mod CLOCK -> mod
mod (SET,RANGE) -> mod

# ranges
dd (dash,to) dd dot? join? month -> daysto
from article? dd (to,dash) article? dd join? month -> daysto
between article? dd and article? dd join? month -> daysto
MONTHDAY to article? dd -> between
DATE dash DATE -> between
MONTHDAY dash dd -> between
RANGE comma? join? frame:year? yyyy -> rangeyear
RANGE yyyy frame:year -> rangeyear
article? dd dash DAY -> between
article? dd to article? DAY -> between
from article? dd to article? DAY -> between
from article? pair (to,dash) article? (pair,DAY) -> between
between article? dd and article? DAY -> between
yyyy (dash,slash) yy -> between
yyyy (dash,slash) yyyy -> between
from article? POINT to article? (POINT,REF) -> between
from article? yyyy to article? (POINT,REF,yyyy) -> between
from article? POINT dash (POINT,REF) -> between
from:post? POINT from:post POINT to:post -> between
from yyyy dash yyyy -> between
between yyyy dash yyyy -> between
between article? POINT and article? (POINT,REF) -> between
between REF and article? POINT -> between
from REF to article? POINT -> between
between article? yyyy and article? (yyyy,POINT) -> between
POINT and POINT between:post -> between
DATE to DATE -> between
yyyy to yyyy -> between
CLOCK dash CLOCK -> between
CLOCK to CLOCK -> between
hh dash CLOCK -> between
from (hh,CLOCK,stopped) (to,dash) hh clock:hour -> hoursto
from (CLOCK,stopped) to part:NO|MI|MN -> hoursto
from article? stopped (to,dash) article? (stopped,CLOCK) clock:hour? -> between
stopped dash stopped clock:hour -> between
[since:pre] article? POINT -> leaning -1
POINT [since:post] -> leaning -1
[since:pre] LENGTH -> placed -1
LENGTH since:post -> placed -1
[until:pre] article? POINT -> leaning 1
[until:loose] article? POINT -> leaning 2
POINT [until:post] -> leaning 1

# sets
set -> listed
every (unit,nunit) -> every
every n unit -> every
every ord unit -> every
every article? (WEEKDAY,PART,SEASON,MONTHNAME,WEEKEND,MONTHDAY) -> every
every LENGTH -> every
every article? WEEKDAY comma? intro? RANGE -> every
every article? unit:day comma? intro? RANGE -> every
every MOMENT -> every
hijri -> hijri
"""
"""Rows of the table; a line that begins with # is a heading."""


def rules(rows: Iterable[tuple[str, str]], first: int = 0) -> Iterator[Rule]:
    """The rules of rows of pattern and formula, without options.

    Raises:
        ValueError: if a row breaks the format.
    """
    for rank, (pattern, name) in enumerate(rows, first):
        made = formula(name)
        for elements in expand(pattern):
            yield Rule(elements, made, rank)


def general() -> Iterator[tuple[str, str]]:
    """The rows of the table."""
    for line in GENERAL.splitlines():
        if line.strip() and not line.startswith("#"):
            pattern, _, name = line.partition("->")
            yield pattern.strip(), name.strip()
