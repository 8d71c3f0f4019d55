"""How a recipe becomes positions: one function per kind of evidence."""

import math

import numpy as np
from skimage.measure import find_contours
from skimage.segmentation import watershed

from ground import crest, valley
from lines import between, clean, dense, distance, nearest, rounded, smooth, thin

CREST_STEP, BANK_STEP = 1400.0, 480.0  # longest strokes; the promises are 1500 and 500 m
STEP = {"watershed": CREST_STEP, "river": BANK_STEP, "river-bank": BANK_STEP, "thalweg": BANK_STEP, "lake-shore": BANK_STEP}
SEED = 0.004  # degrees of latitude, mesh on which basins are flooded
BED = 4  # cells within which a seed slides to the lowest ground, the bed of its stream


def divide(heights, start, end, left, right):
    """The water divide between two sets of points, flooded upward from them, cut to run from start to end."""
    points = [start, end, *left, *right]
    x0, x1 = min(p[0] for p in points) - 0.15, max(p[0] for p in points) + 0.15
    y0, y1 = min(p[1] for p in points) - 0.1, max(p[1] for p in points) + 0.1
    dx, dy = SEED * 1.4, SEED
    gx, gy = np.meshgrid(np.arange(x0, x1, dx), np.arange(y0, y1, dy))
    z = heights.at(gx.ravel(), gy.ravel()).reshape(gx.shape)
    z = np.where(np.isnan(z), np.nanmin(z), z)
    marks = np.zeros(z.shape, int)
    for label, seeds in ((1, left), (2, right)):
        for x, y in seeds:
            r, c = round((y - y0) / dy), round((x - x0) / dx)
            near = (slice(max(0, r - BED), r + BED + 1), slice(max(0, c - BED), c + BED + 1))
            down, over = np.unravel_index(np.argmin(z[near]), z[near].shape)
            marks[near[0].start + down, near[1].start + over] = label
    basins = watershed(z, marks)
    rims = [[(x0 + c * dx, y0 + r * dy) for r, c in rim] for rim in find_contours((basins == 1).astype(float), 0.5)]
    rim = min(rims, key=lambda r: max(distance(nearest(r, start), start), distance(nearest(r, end), end)))
    return [start, *between(rim, start, end), end]


def trace(part, start, end, point, evidence, heights, drawn):
    kind = part["trace"]
    guide = [point(p) if isinstance(p, str) else tuple(p) for p in part.get("guide", [])]
    if kind == "straight":
        return [start, *guide, end]
    if kind == "leg":
        return [start, *between(drawn[part["of"]], start, end), end]
    if kind == "ridge":
        guide = between(evidence.ridges[part["of"]], start, end)
        return thin(smooth(crest(heights, start, end, guide, part.get("width-m", 900))), 60)
    if kind == "border":
        return [start, *between(evidence.borders.way(start, end), start, end), end]
    if kind == "river":
        return [start, *between(evidence.rivers.way(start, end), start, end), end]
    if kind == "shore":
        return evidence.shore(part["of"], start, end, tuple(part["over"]))
    if kind == "divide":
        guide = divide(heights, start, end, part["left"], part["right"])
        return thin(smooth(crest(heights, start, end, guide[1:-1], part.get("width-m", 1500))), 60)
    if kind == "crest":
        return thin(smooth(crest(heights, start, end, guide, part.get("width-m", 12_000))), 60)
    if kind == "valley":
        return thin(smooth(valley(heights, start, end, guide, part.get("width-m", 8000))), 60)
    raise ValueError(f"{kind!r} is no kind of trace")


def put_in(line, place, p, ends, report):
    """Makes a landmark a position of the line; positions closer than 150 m to it give way."""
    i = min(range(len(line) - 1), key=lambda k: distance(nearest(line[k : k + 2], p), p))
    off = distance(nearest(line[i : i + 2], p), p)
    report(place, rounded(nearest(line[i : i + 2], p)), off)
    if p in line:
        return line
    line = line[: i + 1] + [p] + line[i + 1 :]
    return [q for q in line if q == p or q in ends or distance(q, p) > 150]


def draw_leg(recipe, follows, start, end, point, evidence, heights, drawn, report):
    """Positions of one leg. `point` finds a place; `report` hears how far each landmark lay from what was traced."""
    line, here = [start], start
    todo = recipe.get("parts") or [recipe]
    for k, part in enumerate(todo):
        target = part.get("to")
        there = end if k == len(todo) - 1 else (point(target) if isinstance(target, str) else tuple(target))
        if part["trace"] == "leg":  # a reading leaves the main line at one of its positions
            there = min(drawn[part["of"]], key=lambda p: distance(p, there))
        line += trace(part, here, there, point, evidence, heights, drawn)[1:]
        here = there
    line = clean(line, (start, end), 150)
    for place in recipe.get("through", []):
        line = put_in(line, place, point(place), (line[0], line[-1]), report)
    return [rounded(p) for p in dense(line, STEP[follows])] if follows in STEP else line


def spikes(line, degrees=35):
    """Positions at which a line nearly turns back on itself."""
    out = []
    for a, b, c in zip(line, line[1:], line[2:]):
        k = math.cos(math.radians(b[1]))
        u, v = ((a[0] - b[0]) * k, a[1] - b[1]), ((c[0] - b[0]) * k, c[1] - b[1])
        cos = (u[0] * v[0] + u[1] * v[1]) / (math.hypot(*u) * math.hypot(*v))
        if cos > math.cos(math.radians(degrees)):
            out.append(b)
    return out
