"""Elements of a picture that is readable in light and dark, and by a screen reader."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

LIGHT = {
    "ground": "#ffffff",
    "ink": "#1f2328",
    "soft": "#59636e",
    "line": "#d1d9e0",
    "quality": "#1a66c9",
    "fast": "#b35000",
    "pack": "#6e7781",
    "peer": "#9aa4ae",
}
DARK = {
    "ground": "#0d1117",
    "ink": "#f0f6fc",
    "soft": "#9ea7b1",
    "line": "#3d444d",
    "quality": "#58a6ff",
    "fast": "#ff9d57",
    "pack": "#b1bac4",
    "peer": "#7d8590",
}
"""Colours by name; marks differ in form too, for eyes that do not tell the colours apart."""


def _colours(table: dict[str, str]) -> str:
    return " ".join(
        f".{name} {{ fill: {value} }} .on-{name} {{ stroke: {value}; fill: none }}"
        for name, value in table.items()
    )


STYLE = (
    "text { font-family: system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; "
    "font-size: 13px } .small { font-size: 11.5px } .tiny { font-size: 9.5px } "
    ".head { font-size: 15px; font-weight: 600 } .bold { font-weight: 600 } "
    ".end { text-anchor: end } .middle { text-anchor: middle } "
    f"{_colours(LIGHT)} @media (prefers-color-scheme: dark) {{ {_colours(DARK)} }}"
)


def number(value: float) -> str:
    """A coordinate."""
    return f"{value:.1f}".removesuffix(".0")


def text(x: float, y: float, words: str, kind: str = "ink") -> str:
    """A line of text; `kind` names classes of `STYLE`."""
    return f'<text x="{number(x)}" y="{number(y)}" class="{kind}">{escape(words)}</text>'


def line(x: float, y: float, to_x: float, to_y: float, kind: str = "line", more: str = "") -> str:
    """A straight line in the colour `kind`."""
    ends = f'x1="{number(x)}" y1="{number(y)}" x2="{number(to_x)}" y2="{number(to_y)}"'
    return f'<line {ends} class="on-{kind}"{more}/>'


def bar(x: float, y: float, width: float, height: float, kind: str) -> str:
    """A filled rectangle, or an outlined one where `kind` begins with `on-`."""
    size = f'width="{number(width)}" height="{number(height)}"'
    return f'<rect x="{number(x)}" y="{number(y)}" {size} class="{kind}"/>'


def dot(x: float, y: float, radius: float, kind: str) -> str:
    """A circle."""
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" class="{kind}"/>'


def diamond(x: float, y: float, radius: float, kind: str) -> str:
    """A square on its corner."""
    corners = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
    points = " ".join(f"{number(a)},{number(b)}" for a, b in corners)
    return f'<polygon points="{points}" class="{kind}"/>'


def square(x: float, y: float, radius: float, kind: str) -> str:
    """A square."""
    return bar(x - radius, y - radius, 2 * radius, 2 * radius, kind)


MARKS = {"quality": dot, "fast": diamond, "pack": square}
"""The mark of each reader: told apart without colours."""


def picture(title: str, told: str, size: tuple[float, float], parts: Iterable[str]) -> str:
    """A whole picture; `told` is what it shows, in words."""
    width, height = map(number, size)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img" aria-labelledby="title told">',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="told">{escape(told)}</desc>',
        f"<style>{STYLE}</style>",
        f'<rect width={quoteattr(width)} height={quoteattr(height)} rx="6" class="ground"/>',
        *parts,
        "</svg>",
    ]
    return "\n".join(lines) + "\n"
