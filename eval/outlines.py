"""Draws the outlines of the map of the world: src/quoth/web/static/world.svg.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python eval/outlines.py package/countries-50m.json

The file is TopoJSON with the countries of Natural Earth, which is in the public domain.  Arcs are
drawn in the projection of the map and simplified (Visvalingam and Whyatt, 1993) as a whole, so
that neighbours keep one border; islands that could not be seen are left out.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from heapq import heapify, heappop, heappush
from itertools import pairwise
from pathlib import Path
from typing import Any

from quoth.web.globe import HEIGHT, SOUTH, WIDTH, projected

TARGET = Path(__file__).parents[1] / "src" / "quoth" / "web" / "static" / "world.svg"
LEAST = 12.0
"""Area, in square units, of the smallest corner and of half the smallest island that are drawn."""

Point = tuple[float, float]
Line = list[Point]


def arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs in degrees: (longitude, latitude) each."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        found.append(line)
    return found


def simplified(degrees: Line) -> Line:
    """A line without the corners that matter least on the map; its ends stay."""
    line = on_map(unwrapped(degrees))
    count = len(line)
    before, after = list(range(-1, count - 1)), list(range(1, count + 1))
    sizes = [0.0, *(corner(*line[i - 1 : i + 2]) for i in range(1, count - 1)), 0.0]
    queue = [(sizes[i], i) for i in range(1, count - 1)]
    heapify(queue)
    gone = [False] * count
    while queue and queue[0][0] < LEAST:
        size, i = heappop(queue)
        if gone[i] or size != sizes[i]:
            continue
        gone[i] = True
        left, right = before[i], after[i]
        after[left], before[right] = right, left
        for j in (left, right):
            if 0 < j < count - 1:
                # never smaller than what was taken away, so that corners go in order
                sizes[j] = max(size, corner(line[before[j]], line[j], line[after[j]]))
                heappush(queue, (sizes[j], j))
    return [p for p, out in zip(degrees, gone, strict=True) if not out]


def on_map(line: Line) -> Line:
    """A line in degrees as the map has it."""
    return [projected(max(lat, SOUTH - 20), lon) for lon, lat in line]


def unwrapped(line: Line) -> Line:
    """A line in degrees that does not jump from 180° east to 180° west: it goes on beyond."""
    found: Line = []
    turns = 0
    for lon, lat in line:
        if found and abs(lon + 360 * turns - found[-1][0]) > 180:
            turns += 1 if lon + 360 * turns < found[-1][0] else -1
        found.append((lon + 360 * turns, lat))
    return found


def cut(ring: Line) -> list[Line]:
    """A ring, in the pieces that lie on the map, where it goes beyond its border."""
    whole = unwrapped(ring)
    pieces = []
    for turn in (-1, 0, 1):
        line = [(lon + 360 * turn, lat) for lon, lat in whole]
        for side in (1, -1):
            line = kept(line, side)
        if len(line) > 2:
            pieces.append(line)
    return pieces


def kept(line: Line, side: int) -> Line:
    """What of a closed line lies west of 180° east (side 1), or east of 180° west (-1)."""
    found: Line = []
    for a, b in pairwise([*line[-1:], *line]):
        inside, was = side * b[0] <= 180, side * a[0] <= 180
        if inside != was:
            share = (side * 180 - a[0]) / (b[0] - a[0])
            found.append((side * 180.0, a[1] + share * (b[1] - a[1])))
        if inside:
            found.append(b)
    return found


def corner(a: Point, b: Point, c: Point) -> float:
    """The area of the triangle at a corner."""
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def rings(geometry: dict[str, Any]) -> Iterator[list[int]]:
    """The rings of a geometry, as numbers of arcs; those below zero run backwards."""
    for part in geometry.get("geometries", ()):
        yield from rings(part)
    if geometry["type"] == "Polygon":
        yield from geometry["arcs"]
    elif geometry["type"] == "MultiPolygon":
        yield from (ring for polygon in geometry["arcs"] for ring in polygon)


def ring_line(ring: list[int], lines: list[Line]) -> Line:
    """The closed line of a ring."""
    found: Line = []
    for number in ring:
        line = lines[number] if number >= 0 else lines[~number][::-1]
        found += line[1:] if found else line
    return found


def area(line: Line) -> float:
    """Of a closed line."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*line, line[0]]))) / 2


def path(line: Line, closed: bool) -> str:
    """A line as a piece of an SVG path, in whole units."""
    points = [(round(x), round(y)) for x, y in line]
    if closed and points[0] == points[-1]:
        points.pop()
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points) if a != b]
    told = "".join(f"{dx:+d}{dy:+d}".replace("+", " ") for dx, dy in steps).replace(" -", "-")
    return f"M{points[0][0]} {points[0][1]}l{told.strip()}{'z' if closed else ''}" if steps else ""


def main(source: str) -> None:
    """Draw the file."""
    topology = json.loads(Path(source).read_text())
    degrees = arcs(topology)
    lines = [simplified(line) for line in degrees]
    land = []
    for ring in rings(topology["objects"]["land"]):
        line = ring_line(ring, lines)
        if any(lat > SOUTH for _, lat in line):
            pieces = (on_map(piece) for piece in cut(line))
            land += [path(piece, closed=True) for piece in pieces if area(piece) >= 2 * LEAST]
    uses = Counter(
        n if n >= 0 else ~n
        for g in topology["objects"]["countries"]["geometries"]
        for ring in rings(g)
        for n in ring
    )
    borders = [
        path(on_map(lines[n]), closed=False) for n, count in sorted(uses.items()) if count > 1
    ]
    TARGET.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">\n'
        "<title>Land and borders, from Natural Earth (public domain)</title>\n"
        f'<defs><path id="land" d="{"".join(land)}"/>\n'
        f'<path id="borders" d="{"".join(filter(None, borders))}"/></defs>\n'
        '<use href="#land" fill="#ddd"/><use href="#borders" fill="none" stroke="#fff"/>\n</svg>\n'
    )
    size = TARGET.stat().st_size
    print(f"{TARGET.name}: {size:,} bytes, {len(land)} rings, {len(borders)} borders")


if __name__ == "__main__":
    main(sys.argv[1])
