"""Warnings: pages that were read though there is something to know about them."""

from __future__ import annotations

from pathlib import Path

from quoth.run import RunOptions, readings


def codes(page: Path) -> list[tuple[str, str]]:
    (outcome,) = readings([str(page)], RunOptions(reader="pack", jobs=1))
    assert outcome.reading is not None
    assert not outcome.failed
    return [(i.code, i.level) for i in outcome.issues]


def test_a_page_of_furniture_alone_gives_a_warning(tmp_path: Path) -> None:
    page = tmp_path / "menu.html"
    page.write_text("<nav><a href='/a'>Home</a> <a href='/b'>Sport</a></nav>", "utf-8")
    assert codes(page) == [("no-article", "warning")]


def test_a_language_without_a_pack_gives_a_warning(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "Silta pysyy suljettuna kevääseen asti\n\n"
        "Kaupunginjohtaja sanoi maanantaina, että vanha silta pysyy suljettuna kevääseen asti, "
        "koska korjaustyöt ovat viivästyneet eikä uusia varaosia ole vielä saatu.\n",
        "utf-8",
    )
    assert codes(page) == [("no-pack", "warning")]


def test_an_ordinary_page_gives_none(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Bridge shut\n\nThe mayor said on Monday that the bridge was shut.\n", "utf-8")
    assert codes(page) == []
