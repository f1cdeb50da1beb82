"""The language of each paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from quoth.lang import available, pack
from quoth.model import Language, Maker, Mark, Reading, Span, mark

SURE = 0.95  # of a paragraph that is said to be in another language than its article
LONG = 60  # characters below which a paragraph is not asked about its own language
SAMPLE = 800  # characters of the article that are looked at
PLAIN = 0.2  # share of function words by which a paragraph is in its article's language
AHEAD = 1.15  # how many times the function words of any other language
_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION = frozenset({"det", "prep", "conj", "pronoun", "link", "aux", "comp", "sub"})
_SCRIPTS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (re.compile("[\u0600-\u06ff]"), frozenset({"ar", "fa", "ur", "ug", "ps", "ku"})),
    (
        re.compile("[\u0400-\u04ff]"),
        frozenset(["ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg"]),
    ),
    (re.compile("[\u4e00-\u9fff\u3040-\u30ff]"), frozenset({"zh", "ja"})),
)
_MACRO = {"ary": "ar", "arz": "ar"}  # spoken varieties; news is written in the standard language
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_RUSSIAN = re.compile("[ыэъёЫЭЪЁ]")


class LanguageAnnotator:
    """Marks each running block of the article with its language.

    A library (py3langid) names the language of the article as a whole; a paragraph is said to be
    in another one only when it is long enough and the library is sure.
    """

    name = "language"
    needs: frozenset[str] = frozenset()
    makes = frozenset({"language"})

    def __call__(self, reading: Reading) -> Iterable[Mark[object]]:
        """The language marks of a reading."""
        article = reading.article
        blocks = [b for b in article.blocks if not b.furniture]
        if not blocks:
            return
        text = article.text
        body = "\n".join(b.span.of(text) for b in blocks)[:SAMPLE]
        code, score, why = _article(body, article.meta.language)
        for block in blocks:
            own = _paragraph(block.span.of(text), code)
            if own is None:
                yield self._mark(reading, block.span, code, why, score)
            else:
                yield self._mark(reading, block.span, own[0], "the paragraph's own letters", own[1])

    def _mark(
        self, reading: Reading, span: Span, code: str, why: str, score: float
    ) -> Mark[object]:
        by = Maker("py3langid", "1", "")
        return mark(reading.article.id, span, Language(code, why), by, score)


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _classify(text: str) -> tuple[str, float]:
    code, score = _identifier().classify(text)
    return _slavic(text, _MACRO.get(str(code), str(code))), float(score)


def _slavic(text: str, code: str) -> str:
    """Letters that only one of the two has settle Ukrainian against Russian."""
    if code not in ("ru", "uk", "be", "bg", "mk", "sr"):
        return code
    ukrainian, russian = len(_UKRAINIAN.findall(text)), len(_RUSSIAN.findall(text))
    if ukrainian > 2 * russian and code == "ru":
        return "uk"
    if russian > 2 * ukrainian and code == "uk":
        return "ru"
    return code


def _article(body: str, declared: str | None) -> tuple[str, float, str]:
    known = _primary(declared)
    if not any(c.isalpha() for c in body):
        return (
            known or "und",
            0.5 if known else 0.0,
            "the page says so" if known else "no letters",
        )
    if known and len(body) >= LONG and _fits_best(body, known):
        return known, 0.99, "the page says so, and its words agree"
    code, score = _classify(body)
    unsure = score < SURE or len(body) < LONG
    if known and known != code and unsure and not _contradicted(body, code, known):
        return known, 0.7, f"the page says so; its letters look like {code}"
    if known == code:
        return code, max(score, 0.99), "the page says so, and its letters agree"
    why = f"its letters; the page says {known}" if known else "its letters"
    return code, score, why


def _fits_best(text: str, code: str) -> bool:
    """Whether the text has the function words of `code`, and of no other pack as many."""
    if code not in available():
        return False
    words = _WORD.findall(text.lower())
    share = {c: sum(map(_function_words(c).__contains__, words)) for c in available()}
    rivals = max((n for c, n in share.items() if c != code), default=0)
    return share[code] >= PLAIN * len(words) and share[code] > AHEAD * rivals


def _contradicted(body: str, code: str, known: str) -> bool:
    """Whether the page cannot be in the language that it names: its script or its words tell."""
    if known not in available():
        return False
    if known not in _plausible(body, (known,)):
        return True
    return len(body) >= LONG and _reads_like(body, code) and not _reads_like(body, known)


def _primary(declared: str | None) -> str | None:
    code = (declared or "").replace("_", "-").split("-")[0].lower()
    return {"in": "id", "iw": "he"}.get(code, code) or None


def _paragraph(text: str, article: str) -> tuple[str, float] | None:
    if len(text) < LONG or _reads_like(text[:300], article):
        return None
    code, score = _classify(text[:500])
    if code == article or code not in _plausible(text, available()):
        return None
    if score < SURE and not _contradicted(text[:500], code, article):
        return None
    return code, score


def _reads_like(text: str, code: str) -> bool:
    """Whether the function words of the article's language are there, so that none need be asked.

    Only packs know their function words; they are many times cheaper than the library.
    """
    if code not in available():
        return False
    words = _WORD.findall(text.lower())
    return sum(map(_function_words(code).__contains__, words)) >= PLAIN * len(words)


@lru_cache(maxsize=64)
def _function_words(code: str) -> frozenset[str]:
    return frozenset(
        w.keys[0] for w in pack(code).words if w.kind in _FUNCTION and len(w.keys) == 1
    )


def _plausible(text: str, known: Sequence[str]) -> frozenset[str]:
    for pattern, codes in _SCRIPTS:
        if len(pattern.findall(text)) > len(text) // 3:
            return codes
    return frozenset(known)
