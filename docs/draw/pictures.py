"""Pictures of the line over shaded heights: the whole, each district, and what later acts changed."""

import io
import math

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import LightSource
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.patheffects import withStroke
from PIL import Image
from shapely.geometry import Polygon

from evidence import features, parts
from lines import GEOD, dense

# window in degrees (west, east, south, north), width in inches, title
VIEWS = {
    "line": ((72.6, 92.4, 38.6, 53.0), 11, "The line of 1864, Shabin-Dabaga to the Tsungling"),
    "uliasutai": ((88.3, 90.6, 49.4, 52.0), 8, "Uliasutai: Shabin-Dabaga to Bogosuk"),
    "kobdo": ((83.4, 90.1, 47.4, 50.2), 12, "Kobdo: Bogosuk to Manitu-gatulkhan"),
    "tarbagatai": ((81.6, 86.2, 44.8, 48.2), 10, "Tarbagatai: Manitu-gatulkhan to Altan-tebshi"),
    "ili": ((73.3, 82.8, 39.3, 45.6), 13, "Ili: Altan-tebshi to the Tsungling"),
}
COLOURS = {"main": "#c1121f", "reading": "#1d4ed8", "water": "#8fb8de", "marker": "#111111"}
DPI = 100
WASH = 0.25  # how strongly ceded land is coloured


def shade(ax, heights, window, width):
    west, east, south, north = window
    k = math.cos(math.radians((south + north) / 2))
    nx = int(width * DPI)
    ny = int(nx * (north - south) / ((east - west) * k))
    lon, lat = np.meshgrid(np.linspace(west, east, nx), np.linspace(south, north, ny))
    z = heights.at(lon.ravel(), lat.ravel()).reshape(lon.shape)
    known = ~np.isnan(z)
    if not known.any():
        return
    flat = np.where(known, z, np.nanmedian(z))
    metres = (east - west) * 111_320 * k / nx
    light = LightSource(315, 45).hillshade(flat, vert_exag=2.5 if metres > 600 else 1.5, dx=metres, dy=metres)
    tint = np.clip((flat - 300) / 4700, 0, 1)
    grey = (0.62 + 0.38 * light) * (1 - 0.18 * tint)
    rgba = np.dstack([grey, grey * 0.985, grey * 0.94, known.astype(float)])
    ax.imshow(np.round(np.clip(rgba, 0, 1) * 48) / 48, extent=window, origin="lower", aspect="auto", interpolation="nearest", zorder=0)


def water(ax, evidence):
    for f in features(evidence.folder, "ne_lakes_10m.geojson"):
        for ring in parts(f["geometry"]):
            ax.fill(*zip(*ring), color=COLOURS["water"], lw=0, zorder=1)
    for f in features(evidence.folder, "ne_rivers_10m.geojson"):
        for line in parts(f["geometry"]):
            ax.plot(*zip(*line), color=COLOURS["water"], lw=0.9, zorder=1)


def label(ax, p, text, taken, drawn, window, size=6.5):
    """Puts a name beside its point: over no other name, and over as little of the line as may be."""
    west, east, south, north = window
    wide, high = (east - west) * 0.0062 * size / 6.5 * len(text), (north - south) * 0.014
    gap = (east - west) * 0.007
    best = None
    for dx, dy in [(x, y * high) for x in (gap, -gap, 0) for y in (0, 1, -1, 1.8, -1.8) if x or abs(y) >= 1]:
        x0 = p[0] + (dx if dx > 0 else dx - wide if dx else -wide / 2)
        box = (x0, x0 + wide, p[1] + dy - high / 2, p[1] + dy + high / 2)
        if box[0] < west or box[1] > east or box[2] < south or box[3] > north:
            continue
        if any(box[0] < t[1] and box[1] > t[0] and box[2] < t[3] and box[3] > t[2] for t in taken):
            continue
        hits = int(((drawn[:, 0] > box[0]) & (drawn[:, 0] < box[1]) & (drawn[:, 1] > box[2]) & (drawn[:, 1] < box[3])).sum())
        cost = hits + 4 * abs(dy) / high + (0 if dx > 0 else 1)
        if best is None or cost < best[0]:
            best = (cost, dx, dy, box)
    if best:
        _, dx, dy, box = best
        taken.append(box)
        halo = [withStroke(linewidth=2, foreground="white", alpha=0.8)]
        side = "left" if dx > 0 else "right" if dx else "center"
        ax.text(p[0] + dx, p[1] + dy, text, fontsize=size, ha=side, va="center", zorder=6, path_effects=halo)


def preferred(place):
    names = place.get("name", [])
    chosen = next((n for n in names if n["lang"] == "en" and n["role"] == "preferred"), names[0])
    return chosen["text"]


def palette(tint=None):
    """A fixed set of colours, so that the files stay small and the line keeps its own; with `tint`, also the land under a wash of that colour."""
    land = [(g, g * 0.985, g * 0.94) for g in np.linspace(0.45, 1, 48)]
    inks = [matplotlib.colors.to_rgb(c) for c in COLOURS.values()] + [(0.33, 0.33, 0.33)]
    grounds = [(1, 1, 1), (0.88, 0.867, 0.827)]
    mixed = [tuple(t * i + (1 - t) * g for i, g in zip(ink, ground)) for ink in inks for ground in grounds for t in np.linspace(0.2, 1, 9)]
    washed = [tuple(WASH * i + (1 - WASH) * g for i, g in zip(matplotlib.colors.to_rgb(tint), l)) for l in land[12:]] if tint else []
    colours = [(1, 1, 1), *land, *mixed, *washed]
    flat = [round(255 * v) for c in colours for v in c]
    image = Image.new("P", (1, 1))
    image.putpalette(flat + [255] * (768 - len(flat)))
    return image


def picture(name, project, lines, ring, evidence, heights, folder):
    window, width, title = VIEWS[name]
    west, east, south, north = window
    k = math.cos(math.radians((south + north) / 2))
    fig, ax = plt.subplots(figsize=(width, width * (north - south) / ((east - west) * k)))
    shade(ax, heights, window, width)
    water(ax, evidence)
    if name == "line":
        ax.plot(*zip(*ring), color="#777777", lw=0.8, ls=(0, (4, 3)), zorder=2)
    for s in project.segments:
        if s.get("reading"):
            ax.plot(*zip(*lines[s["id"]]), color=COLOURS["reading"], lw=1.3, ls=(0, (5, 2)), zorder=3)
    for s in project.segments:
        if not s.get("reading"):
            ax.plot(*zip(*lines[s["id"]]), color=COLOURS["main"], lw=1.7 if name != "line" else 1.3, zorder=4)
    taken = []
    drawn = np.array([q for line in lines.values() for q in dense(line, 1000)])
    ends = {p for s in project.segments for p in (s["from"], s["to"])}
    marked = {place: number for _, number, place in project.markers}
    for place in sorted(ends | set(marked), key=lambda p: (p not in marked, p)):
        p = project.point(place)
        if not (p and west < p[0] < east and south < p[1] < north):
            continue
        if place in marked:
            ax.plot(*p, marker="s", ms=4 if name != "line" else 2.6, color=COLOURS["marker"], mec="white", mew=0.5, zorder=5)
        elif name != "line":
            ax.plot(*p, marker="o", ms=3, color="white", mec=COLOURS["marker"], mew=0.7, zorder=5)
        if name != "line":
            text = preferred(project.places[place])
            label(ax, p, f"{marked[place]} {text}" if place in marked else text, taken, drawn, window)
    if name == "line":
        for place in ("shabin-dabaga", "bogosuk", "kuitun", "manitu-gatulkhan", "khabar-asu", "altan-tebshi", "kongor-obo", "khan-tengri", "tsungling"):
            label(ax, project.point(place), preferred(project.places[place]), taken, drawn, window, 8)
    keys = [Line2D([], [], color=COLOURS["main"], lw=1.7, label="the line")]
    rivals = [q for s in project.segments if s.get("reading") for q in lines[s["id"]]]
    if any(west < x < east and south < y < north for x, y in rivals):
        keys.append(Line2D([], [], color=COLOURS["reading"], lw=1.3, ls=(0, (5, 2)), label="rival readings"))
    stones = [project.point(place) for place in marked]
    if any(west < x < east and south < y < north for x, y in stones):
        keys.append(Line2D([], [], marker="s", ms=4, color=COLOURS["marker"], ls="", label="marker of 1869–70"))
    if name == "line":
        keys.append(Line2D([], [], color="#777777", lw=0.8, ls=(0, (4, 3)), label="extent"))
    ax.legend(handles=keys, loc="best", fontsize=7, framealpha=0.9)
    ax.set_xlim(west, east)
    ax.set_ylim(south, north)
    ax.set_aspect(1 / k)
    ax.tick_params(labelsize=7)
    ax.set_title(title, fontsize=10)
    fig.text(0.99, 0.005, "Heights: GEBCO_2023, GLOBE 1.0. Water: Natural Earth. White: no open height grid.", ha="right", fontsize=5.5, color="#555555")
    fig.tight_layout()
    raw = io.BytesIO()
    fig.savefig(raw, format="png", dpi=DPI)
    plt.close(fig)
    image = Image.open(raw).convert("RGB").quantize(palette=palette(), dither=Image.Dither.NONE)
    image.save(folder / f"{name}.png", optimize=True)


def write(project, lines, ring, evidence, heights, folder):
    folder.mkdir(exist_ok=True)
    for name in VIEWS:
        picture(name, project, lines, ring, evidence, heights, folder)


# the stretches that later acts moved: window, title, places named on it
CHANGES = [
    ((83.3, 87.2, 46.75, 49.4), "East of Zaisan, 1883", ["ak-kaba-source", "marka-kol", "kara-kaba-mouth", "alkabek-mouth", "chakilmes", "manitu-gatulkhan", "maikapchagai", "sairi-ola", "muztau"]),
    ((79.05, 81.25, 42.45, 45.05), "Ili, 1882", ["kongor-obo", "bedzhin-tau", "borokhudzir", "khorgos-karun", "khorgos-mouth", "chundzhi", "koldzhat", "ili-huiyuan", "uzun-tau", "kegen-source", "sumbe-mouth", "tekes"]),
    ((73.1, 74.85, 38.45, 40.5), "End of the line, 1884", ["tsungling", "irkeshtam", "maltabar", "kara-zak", "uzbel-pass"]),
]


def face(line, ring):
    """The ground on the left of a line that cuts a ring, as a polygon."""
    a, b = ring.index(line[0]), ring.index(line[-1])
    turn = ring[:-1][b:] + ring[:-1][:b]
    return Polygon(line + turn[1 : (a - b) % len(turn)])


def changes(project, spans, evidence, heights, folder):
    """The line of 1864 and those in force after each later act, with the ground that changed sides; `spans` are positions and ring."""
    (first, ring), (last, wide) = spans[0], spans[-1]
    ceded = face(first, ring).difference(face(last, wide)).intersection(Polygon(ring))
    pieces = [g for g in getattr(ceded, "geoms", [ceded]) if g.geom_type == "Polygon"]
    shape = [(w[1] - w[0]) * math.cos(math.radians((w[2] + w[3]) / 2)) / (w[3] - w[2]) for w, _, _ in CHANGES]
    high = 4.5
    fig, axes = plt.subplots(1, len(CHANGES), figsize=(high * sum(shape) + 1.4, high + 0.75), width_ratios=shape)
    drawn = np.array([q for line in (first, last) for q in dense(line, 1000)])
    for ax, (window, title, named) in zip(axes, CHANGES):
        west, east, south, north = window
        k = math.cos(math.radians((south + north) / 2))
        shade(ax, heights, window, high * (east - west) * k / (north - south))
        water(ax, evidence)
        taken = []
        for piece in pieces:
            ax.fill(*piece.exterior.xy, color=COLOURS["main"], alpha=WASH, lw=0, zorder=2)
            middle = piece.representative_point()
            if west < middle.x < east and south < middle.y < north:
                area = abs(GEOD.geometry_area_perimeter(piece)[0]) / 1e6
                ax.text(middle.x, middle.y, f"{area:,.0f} km²", fontsize=8, ha="center", va="center", weight="bold", zorder=6, path_effects=[withStroke(linewidth=2.5, foreground="white", alpha=0.85)])
        ax.plot(*zip(*wide), color="#777777", lw=0.8, ls=(0, (4, 3)), zorder=2)
        ax.plot(*zip(*last), color=COLOURS["reading"], lw=2.2, zorder=3)
        ax.plot(*zip(*first), color=COLOURS["main"], lw=1.0, zorder=4)
        for place in named:
            p = project.point(place)
            ax.plot(*p, marker="o", ms=3, color="white", mec=COLOURS["marker"], mew=0.7, zorder=5)
            label(ax, p, preferred(project.places[place]), taken, drawn, (west, east - (east - west) * 0.06, south, north), 6)
        ax.set_xlim(west, east)
        ax.set_ylim(south, north)
        ax.set_aspect(1 / k)
        ax.tick_params(labelsize=6)
        ax.set_title(title, fontsize=9)
    keys = [
        Line2D([], [], color=COLOURS["main"], lw=1.0, label="line of 1864"),
        Line2D([], [], color=COLOURS["reading"], lw=2.2, label="line in force from June 1884"),
        Patch(color=COLOURS["main"], alpha=WASH, lw=0, label="Chinese by the line of 1864, Russian in 1884"),
        Line2D([], [], color="#777777", lw=0.8, ls=(0, (4, 3)), label="extent"),
    ]
    fig.legend(handles=keys, loc="lower center", ncols=4, fontsize=7, frameon=False)
    fig.text(0.995, 0.005, "Heights: GEBCO_2023, GLOBE 1.0. Water: Natural Earth.", ha="right", fontsize=5.5, color="#555555")
    fig.tight_layout(rect=(0, 0.04, 1, 1))
    raw = io.BytesIO()
    fig.savefig(raw, format="png", dpi=DPI)
    plt.close(fig)
    Image.open(raw).convert("RGB").quantize(palette=palette(COLOURS["main"]), dither=Image.Dither.NONE).save(folder / "changes.png", optimize=True)
