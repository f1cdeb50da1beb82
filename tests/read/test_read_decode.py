"""Encodings: detected, and survived where the declared one is wrong."""

import pytest

from quoth.errors import NotReadable
from quoth.read.decode import decode

TEXTS = {
    "ru": "Президент заявил, что переговоры будут продолжены. Министерство отказалось от слов.",
    "uk": "Президент заявив, що переговори будуть продовжені. Її міністерство відмовилося.",
    "ar": "قال الرئيس إن المفاوضات ستستمر الأسبوع المقبل، ورفضت وزارة الخارجية التعليق.",
    "tr": "Cumhurbaşkanı görüşmelerin süreceğini söyledi. Bakanlık yorum yapmaktan kaçındı.",
    "fr": "Le président a déclaré que les négociations continueraient après l'été, à Genève.",
}
WRONG = [
    ("ru", "cp1251", "utf-8"),
    ("ru", "cp1251", "latin-1"),
    ("ru", "koi8-r", None),
    ("uk", "cp1251", "utf-8"),
    ("ar", "cp1256", "utf-8"),
    ("tr", "cp1254", "utf-8"),
    ("fr", "cp1252", None),
    ("fr", "utf-8", "latin-1"),
    ("ru", "utf-8", "cp1251"),
    ("fr", "cp1252", "no-such-charset"),
]


@pytest.mark.parametrize(("language", "charset", "declared"), WRONG)
def test_a_wrong_declaration_is_survived(language: str, charset: str, declared: str | None) -> None:
    text = TEXTS[language]
    found = decode(text.encode(charset), declared=declared)
    assert found.text == text
    assert text.encode(charset).decode(found.charset) == text


def test_a_right_declaration_is_trusted() -> None:
    found = decode(TEXTS["fr"].encode("latin-1"), declared="ISO-8859-1")
    assert (found.text, found.trusted) == (TEXTS["fr"], True)


def test_a_guess_is_not_trusted() -> None:
    assert not decode(TEXTS["ru"].encode("cp1251")).trusted


def test_the_meta_element_is_read_in_html_only() -> None:
    page = '<meta charset="windows-1252"><p>caf\u00e9 na\u00efve r\u00e9sum\u00e9'.encode("cp1252")
    assert decode(page, html=True).charset == "cp1252"
    assert not decode(page).trusted


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("language", sorted(TEXTS))
def test_utf16_without_a_mark(charset: str, language: str) -> None:
    assert decode(TEXTS[language].encode(charset)).text == TEXTS[language]


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks(charset: str) -> None:
    body = TEXTS["ru"].encode(charset)
    found = decode(body)
    assert found.text.lstrip("\ufeff") == TEXTS["ru"]
    assert body.decode(found.charset) == found.text


@pytest.mark.parametrize("cut", [1, 2])
def test_a_torn_last_character_spoils_nothing_else(cut: int) -> None:
    body = (TEXTS["ar"] + "€").encode()[:-cut]
    found = decode(body)
    assert found.text == TEXTS["ar"] + "\ufffd"
    assert found.charset == "utf-8"


def test_a_few_nul_bytes_are_survived() -> None:
    assert decode(b"Hello\x00 world, and more of it\x00.").text.count("\x00") == 2


def test_a_broken_byte_in_utf8_spoils_nothing_else() -> None:
    body = TEXTS["ru"].encode() + b"\xff" + TEXTS["ru"].encode()
    assert decode(body).text == TEXTS["ru"] + "\ufffd" + TEXTS["ru"]


@pytest.mark.parametrize(
    "body",
    [
        b"PK\x03\x04rest",
        b"%PDF-1.7\n",
        b"\x89PNG\r\n\x1a\n",
        b"\x1f\x8b\x08",
        bytes(range(256)) * 9,
    ],
)
def test_binary_is_refused(body: bytes) -> None:
    with pytest.raises(NotReadable) as caught:
        decode(body)
    assert caught.value.code == "binary"


def test_nothing_is_empty() -> None:
    with pytest.raises(NotReadable) as caught:
        decode(b"")
    assert caught.value.code == "empty"


@pytest.mark.parametrize("text", ["RIFF raff was heard.", "ID3 is no tag here.", "BZh is a word."])
def test_a_word_like_a_file_mark_is_text(text: str) -> None:
    assert decode(text.encode()).text == text


def test_a_sound_file_is_binary() -> None:
    with pytest.raises(NotReadable):
        decode(b"RIFF$abcWAVEfmt data without a nul")
