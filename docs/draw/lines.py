"""Position lists: measuring, cutting, smoothing and thinning them. Longitude first, metres on WGS 84."""

import math

from pyproj import Geod
from shapely.geometry import LineString, Point

GEOD = Geod(ellps="WGS84")


def rounded(p):
    return round(p[0], 5), round(p[1], 5)


def distance(a, b):
    return GEOD.inv(a[0], a[1], b[0], b[1])[2]


def step_point(p, bearing, metres):
    lon, lat, _ = GEOD.fwd(p[0], p[1], bearing, metres)
    return lon, lat


def cumulative(line):
    out = [0.0]
    for a, b in zip(line, line[1:]):
        out.append(out[-1] + distance(a, b))
    return out


def along(line, at, s):
    """The point s metres along; `at` is cumulative(line)."""
    for i in range(len(line) - 1):
        if s <= at[i + 1] or i == len(line) - 2:
            t = (s - at[i]) / max(at[i + 1] - at[i], 1e-9)
            return line[i][0] + t * (line[i + 1][0] - line[i][0]), line[i][1] + t * (line[i + 1][1] - line[i][1])


def _flat(line):
    k = math.cos(math.radians(line[0][1]))
    return k, LineString([(x * k, y) for x, y in line])


def nearest(line, p):
    k, flat = _flat(line)
    q = flat.interpolate(flat.project(Point(p[0] * k, p[1])))
    return q.x / k, q.y


def between(line, a, b):
    """The part of a line from the place nearest a to the place nearest b, turned to run that way; without the two ends."""
    k, flat = _flat(line)
    sa, sb = (flat.project(Point(p[0] * k, p[1])) for p in (a, b))
    lo, hi = min(sa, sb), max(sa, sb)
    s, out = 0.0, []
    for n, p in enumerate(line):
        if n:
            s += math.hypot((p[0] - line[n - 1][0]) * k, p[1] - line[n - 1][1])
        if lo < s < hi:
            out.append(p)
    return out if sa <= sb else out[::-1]


def smooth(line, rounds=2):
    """Takes the stair-steps off a chain of cells: a mean of three, ends kept."""
    for _ in range(rounds):
        line = [line[0]] + [
            ((a[0] + 2 * b[0] + c[0]) / 4, (a[1] + 2 * b[1] + c[1]) / 4) for a, b, c in zip(line, line[1:], line[2:])
        ] + [line[-1]]
    return line


def thin(line, metres):
    k, flat = _flat(line)
    kept = flat.simplify(metres / 111_200, preserve_topology=False)
    return [(x / k, y) for x, y in kept.coords]


def dense(line, longest):
    """Adds positions until no stroke is longer."""
    out = [line[0]]
    for a, b in zip(line, line[1:]):
        n = math.ceil(distance(a, b) / longest)
        out += [(a[0] + (b[0] - a[0]) * i / n, a[1] + (b[1] - a[1]) * i / n) for i in range(1, n + 1)] if n else []
    return out


def clean(line, ends, near):
    """Rounded positions with exact ends, without repeats and without crowding at the ends."""
    out = [rounded(ends[0])]
    for p in map(rounded, line):
        if p != out[-1] and min(distance(p, ends[0]), distance(p, ends[1])) > near:
            out.append(p)
    return out + [rounded(ends[1])]
