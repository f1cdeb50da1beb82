"""Bad input: every kind is survived, with a code that says what was wrong."""

import os
import socket
import tracemalloc
from pathlib import Path

import pytest

from quoth.errors import InputError
from quoth.model import FURNITURE, Article, Capture, Issue
from quoth.read import As, ReadOptions, article, captures, pages

TEXT = "Президент заявил, что переговоры будут продолжены в Женеве. «Мы готовы», — сказал он.\n"


def _read(path: Path, options: ReadOptions | None = None) -> Article:
    (found,) = captures(str(path), options)
    assert isinstance(found, Capture), found
    return article(found, options)


def _code(path: Path, options: ReadOptions | None = None) -> str:
    (found,) = captures(str(path), options)
    if isinstance(found, Issue):
        return found.code
    with pytest.raises(InputError) as caught:
        article(found, options)
    return caught.value.code


def _file(folder: Path, body: bytes, name: str = "page.txt") -> Path:
    path = folder / name
    path.write_bytes(body)
    return path


@pytest.mark.parametrize("body", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\u200b\n".encode()])
def test_an_empty_file(tmp_path: Path, body: bytes) -> None:
    assert _code(_file(tmp_path, body)) == "empty"


@pytest.mark.parametrize(
    "body", [b"PK\x03\x04\x14\x00", b"%PDF-1.4 text", os.urandom(0) + bytes(range(256)) * 40]
)
def test_a_binary_file(tmp_path: Path, body: bytes) -> None:
    assert _code(_file(tmp_path, body)) == "binary"


def test_a_file_of_200_mb_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)
    tracemalloc.start()
    code = _code(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert code == "too-large"
    assert peak < 1_000_000


def test_200_mb_of_records_are_not_held(tmp_path: Path) -> None:
    path = tmp_path / "huge.jsonl"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)
    tracemalloc.start()
    codes = [getattr(found, "code", None) for found in captures(str(path))]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert codes == ["too-large"]
    assert peak < 100_000_000


@pytest.mark.parametrize("kind", [As.AUTO, As.ARTICLE, As.HTML])
def test_truncated_utf8(tmp_path: Path, kind: As) -> None:
    options = ReadOptions(taken_as=kind)
    read = _read(_file(tmp_path, TEXT.strip().encode()[:-1] + "ж".encode()[:1]), options)
    assert "переговоры" in read.text
    assert read.text.endswith("\ufffd")


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(tmp_path: Path, charset: str) -> None:
    assert _read(_file(tmp_path, TEXT.encode(charset))).text == TEXT


def test_nul_bytes(tmp_path: Path) -> None:
    read = _read(_file(tmp_path, TEXT.replace(" ", " \x00", 3).encode()))
    assert read.text == TEXT
    assert read.origin.runs[-1].offset > read.origin.runs[-1].start


def test_a_page_with_no_article(tmp_path: Path) -> None:
    page = "Home\nNews\nStorks return\nWarsawThe storks came back early.\n© 2021 Sheet\n"
    read = _read(_file(tmp_path, page.encode()))
    assert read.blocks
    assert all(block.kind in FURNITURE for block in read.blocks)
    assert read.meta.headline is None


def test_a_folder_with_unreadable_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _file(tmp_path, TEXT.encode(), "a.txt")
    _file(tmp_path, TEXT.encode(), "locked.txt")
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe")
    # the superuser may read everything, so permissions cannot be taken from a real file
    real = os.access
    monkeypatch.setattr(
        os, "access", lambda p, mode: "locked" not in str(p) and real(p, mode), raising=True
    )
    found = list(pages([str(tmp_path)]))
    codes = [f.code if isinstance(f, Issue) else Path(f).name for f in found]
    assert codes == ["a.txt", "not-found", "no-permission", "not-readable"]


def test_files_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _code(tmp_path / "nowhere.txt") == "not-found"
    assert _code(tmp_path) == "not-readable"
    assert _code(Path("bad\x00name")) == "not-readable"

    def locked(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = _file(tmp_path, TEXT.encode())
    monkeypatch.setattr("builtins.open", locked)
    assert _code(path) == "no-permission"


def test_an_unreachable_url() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    (found,) = captures(f"http://127.0.0.1:{port}/page")
    assert isinstance(found, Issue)
    assert (found.code, found.level) == ("fetch-failed", "error")
    assert str(port) in found.message


@pytest.mark.parametrize(("kind", "lines"), [(As.AUTO, 1_000_000), (As.ARTICLE, 100_000)])
def test_a_million_lines(tmp_path: Path, kind: As, lines: int) -> None:
    read = _read(_file(tmp_path, b"He said so.\n" * lines), ReadOptions(taken_as=kind))
    assert len(read.text) == 12 * lines
    assert read.blocks[-1].span.end == 12 * lines - 1


@pytest.mark.parametrize("kind", [As.AUTO, As.ARTICLE])
def test_one_line_of_5_mb(tmp_path: Path, kind: As) -> None:
    body = b"The minister said that the harbour would open. " * 110_000
    read = _read(_file(tmp_path, body), ReadOptions(taken_as=kind))
    assert [b.span.end - b.span.start for b in read.blocks] == [len(body) - 1]


def test_a_page_of_opening_marks_is_no_trap(tmp_path: Path) -> None:
    for piece in ("(", "/ ", "“", "Aa", "1 ", "\r", "\n ", "Berlin"):
        read = _read(_file(tmp_path, (piece * 100_000 + "a").encode()))
        assert read.text.endswith("a")
