"""Names of places: territories and cities of CLDR in the languages of all packs."""

from __future__ import annotations

from functools import lru_cache

from babel.core import get_global

from quoth.read.dates import locales

# datelines and place labels that CLDR has no name for: it knows one city a time zone
_MORE = """
Washington|Вашингтон|Вашинґтон|واشنطن|Vaşington|Beijing|Peking|Pechino|Pékin|Pequim|Pekín|Пекин
Пекін|بكين|Pekin|New Delhi|Neu-Delhi|Nuova Delhi|Nueva Delhi|Nova Deli|Нью-Дели|نيودلهي
Yeni Delhi|Mumbai|Islamabad|إسلام آباد|Ankara|Анкара|أنقرة|Geneva|Genf|Genève|Ginevra|Ginebra
Genebra|Женева|جنيف|Jenewa|Cenevre|Strasbourg|Straßburg|Strasburgo|Страсбург|The Hague|Den Haag
La Haye|L'Aia|La Haya|Haia|Гаага|لاهاي|Lahey|Milan|Milano|Mailand|Turin|Torino|Naples|Napoli
Bologna|Firenze|Palermo|Venezia|Genova|Barcelona|Sevilla|Valencia|Bilbao|Zaragoza|Málaga|Lyon
Marseille|Toulouse|Nice|Lille|Bordeaux|Nantes|Rennes|Munich|München|Monaco di Baviera|Hamburg
Frankfurt|Frankfurt am Main|Cologne|Köln|Stuttgart|Dresden|Leipzig|Düsseldorf|Dortmund|Essen
Bremen|Hannover|Nürnberg|Magdeburg|Potsdam|Kiel|Schwerin|Erfurt|Mainz|Wiesbaden|Bonn|Bern|Basel
Lausanne|Graz|Linz|Salzburg|Innsbruck|Rotterdam|Utrecht|Eindhoven|Groningen|Antwerpen|Gent
Kharkiv|Харків|Харьков|Charkiw|Odesa|Odessa|Одеса|Одесса|Lviv|Львів|Львов|Lwiw|Dnipro|Дніпро
Днепр|Mariupol|Маріуполь|Мариуполь|Kherson|Херсон|Donetsk|Донецьк|Донецк|Luhansk|Луганськ
Луганск|Полтава|Черкаси|Чернігів|Суми|Житомир|Вінниця|Рівне|Луцьк|Тернопіль|Хмельницький
Чернівці|Ужгород|Івано-Франківськ|Миколаїв|St. Petersburg|Saint Petersburg|Санкт-Петербург
Петербург|Казань|Нижний Новгород|Краснодар|Ростов-на-Дону|Сочи|Surabaya|Bandung|Medan|Semarang
Makassar|Yogyakarta|Denpasar|Palembang|Bekasi|Bogor|Depok|Tangerang|Malang|Izmir|İzmir|Bursa
Antalya|Adana|Konya|Gaziantep|Diyarbakır|Trabzon|Kyiv|Kiev|Kiew|Kyjiw|Київ|Киев|كييف|Brasília
Rio de Janeiro|Belo Horizonte|Porto Alegre|Curitiba|Salvador|Porto|Coimbra|Braga|Quito|Ottawa
Montreal|Montréal|Quebec|Québec|Canberra|Wellington|Abuja|Jerusalem|Yerusalem|Jérusalem
Gerusalemme|Jerusalén|القدس|غزة|Gaza|Ramallah|رام الله|Aleppo|حلب|الإسكندرية|جدة|دبي|Dubai
أبوظبي|Abu Dhabi|Rabat|الرباط|Mossul|Boston|Philadelphia|San Francisco|Houston|Dallas|Atlanta
Miami|Seattle|Austin|Las Vegas|San Diego|Baltimore|Birmingham|Manchester|Liverpool|Glasgow
Edinburgh|Cardiff|Belfast|Leeds|Oxford|Cambridge|Brighton|Hong Kong|United Nations|Davos
Kryvyi Rih|Zaporizhzhia|Запоріжжя|Запорожье|Guadalajara|Medellín|Cali|Rosario|New York
Los Angeles|Chicago|Washington, D.C.|Shanghai|Singapore|Singapura|Tokyo|Kuala Lumpur|Bangkok
Hanoi
""".replace("\n", "|")


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    zones = [str(z) for z in get_global("zone_territories")]
    out = {zone.rpartition("/")[2].replace("_", " ") for zone in zones}
    for locale in locales():
        out |= {name for code, name in locale.territories.items() if code.isalpha()}
        cities = (known.get("city") for known in locale.time_zones.values())
        out |= {city for city in cities if city}
    out |= {name for name in _MORE.split("|") if name}
    return frozenset(name.casefold() for name in out if len(name) > 2)


@lru_cache(maxsize=1)
def longest() -> int:
    """Characters of the longest name that counts for a label."""
    return min(max(map(len, _names())), 40)


def is_place(name: str) -> bool:
    """Whether a name is that of a place known in one of the languages."""
    return name.strip().casefold() in _names()
