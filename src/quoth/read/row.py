"""A row of tokens that is read from left to right, as datelines need it."""

from __future__ import annotations

from quoth.read.dates import is_weekday, month_of
from quoth.text import Token, fold

DASHES = frozenset("-–—―−")
_PARTICLES = "de la las los le of den der do da dos del di am an el upon sur im al und y"
PARTICLES = frozenset(_PARTICLES.split())
_AGENCIES = """
ap afp reuters dpa efe ansa lusa antara anp belga aa dha iha cnn bbc tass тасс риа унн уніан
укрінформ интерфакс інтерфакс interfax ukrinform unian unn xinhua kyodo bloomberg upi apa sda
kna epd télam agi adnkronos lapresse askanews bta pap ctk mti рейтер ніна
رويترز الأناضول وام واس سانا قنا بترا كونا سبوتنيك
prnewswire globenewswire newswire nna wam spa petra irna pti ani ians tanjug hina ria
kompas detikcom tempo liputan6 republika tribunnews okezone sindonews merdeka inews
novosti agerpres belta белта казинформ adn anka
"""
AGENCIES = frozenset(fold(name) for name in _AGENCIES.split())
"""Written as an agency without brackets; in brackets any name is taken for one."""


class Row:
    """Tokens and a place `i` among them."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text, self.tokens = text, tokens
        self.i = 0

    def _key(self, k: int | None = None) -> str:
        k = self.i if k is None else k
        return self.tokens[k].key if 0 <= k < len(self.tokens) else ""

    def _number(self, k: int) -> bool:
        return self._key(k).isdecimal() and (len(self._key(k)) <= 2 or len(self._key(k)) == 4)

    def _dated(self, k: int) -> bool:
        return is_weekday(self._key(k)) or (
            month_of(self._key(k)) is not None and (self._number(k - 1) or self._number(k + 1))
        )

    def _name(self, k: int) -> bool:
        if not 0 <= k < len(self.tokens) or not self.tokens[k].word:
            return False
        first = self.text[self.tokens[k].start]
        return self.tokens[k].capital or (first.isalpha() and first.lower() == first.upper())

    def _particle(self, k: int) -> bool:
        return self._key(k) in PARTICLES and self._name(k + 1) and k > self.i

    def _begins(self, k: int) -> bool:
        return self._name(k) or self._key(k) in {"“", '"', "«", "„", "‘", "'"}

    def _tight(self, k: int) -> bool:
        if not 0 < k < len(self.tokens) - 1 or not self.tokens[k + 1].word:
            return False
        here = self.tokens[k]
        return self.tokens[k - 1].end == here.start and here.end == self.tokens[k + 1].start

    def _tight_behind(self, k: int) -> bool:
        return k + 1 < len(self.tokens) and self.tokens[k].end == self.tokens[k + 1].start

    def _abbreviated(self, k: int) -> bool:
        return (
            len(self._key(k - 1)) <= 5
            and (self._name(k + 1) or self._key(k + 1) in {"(", ",", *DASHES})
            and self._region_dot(k)
        )

    def _region_dot(self, k: int) -> bool:
        return self._key(k - 1) in {"st", "ft", "mt"} or self._key(k + 1) in {"(", *DASHES}

    def _name_like(self, at: int, stop: int) -> bool:
        size = self.tokens[stop - 1].end - self.tokens[at].start
        return size <= 40 and (
            self._name(at) or self._key(at) in AGENCIES or self._outlet(at) is not None
        )

    def _text(self, at: int, stop: int) -> str:
        return self.text[self.tokens[at].start : self.tokens[stop - 1].end] if stop > at else ""

    def _small(self, k: int) -> bool:
        """Whether token k is a word that begins with a small letter."""
        return 0 <= k < len(self.tokens) and self.text[self.tokens[k].start].islower()

    def _spelt(self, at: int) -> int:
        """The end of an agency's name of single letters, as in Arabic: أ ف ب."""
        stop = at
        while stop < len(self.tokens) and len(self._key(stop)) == 1 and self._name(stop):
            stop += 1
        caseless = stop > at and self._key(at).lower() == self._key(at).upper()
        return stop if caseless and stop - at == 3 else at

    def _outlet(self, at: int) -> int | None:
        """The end of a name of an agency or of a web outlet that begins at token `at`."""
        stop, web = at, False
        while stop < min(at + 5, len(self.tokens)):
            if self._key(stop) == "." and stop > at and self._tight(stop):
                stop, web = stop + 2, True
            elif self._spelt(stop) > stop:
                stop, web = self._spelt(stop), True
            elif self._name(stop) or (stop == at and self._key(stop) in AGENCIES):
                stop += 1
            else:
                break
        keys = [self._key(k) for k in range(at, stop)]
        return stop if stop > at and (web or any(k in AGENCIES for k in keys)) else None
