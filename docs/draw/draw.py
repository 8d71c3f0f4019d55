"""Draws the line of 1864 and the later ones from evidence files: line.geojson, the terrain figures and the pictures.

python draw.py --reference DIR            all of it
python draw.py --reference DIR --leg ID   one leg; the others keep the positions they have
"""

import argparse
import json
import sys
import tomllib
from pathlib import Path

from shapely.geometry import LineString, Point, Polygon

from evidence import Evidence, Project, spliced
from ground import Heights
from lines import distance, rounded
from trace import draw_leg, spikes

HERE = Path(__file__).resolve().parent


def feature(name, kind, positions):
    body = ",\n".join(f"  [{x:.5f}, {y:.5f}]" for x, y in positions)
    opening, closing = ("[\n", "\n]") if kind == "LineString" else ("[[\n", "\n]]")
    return (
        f'{{ "type": "Feature", "id": "{name}", "properties": {{}}, '
        f'"geometry": {{ "type": "{kind}", "coordinates": {opening}{body}{closing} }} }}'
    )


def write_line(path, lines, ring_name, ring):
    rows = [feature(name, "LineString", line) for name, line in lines.items()]
    rows += [feature(ring_name, "Polygon", ring)] if ring else []
    path.write_text('{ "type": "FeatureCollection", "features": [\n' + ",\n".join(rows) + "\n] }\n", encoding="utf-8")


def read_line(path):
    lines, ring = {}, None
    for f in json.loads(path.read_text(encoding="utf-8"))["features"] if path.exists() else []:
        c = f["geometry"]["coordinates"]
        if f["geometry"]["type"] == "Polygon":
            ring = [rounded(p) for p in c[0]]
        else:
            lines[f["id"]] = [rounded(p) for p in c]
    return lines, ring


def move_ring(ring, old, new):
    return [new if p == old else p for p in ring]


def widened(ring, recipe, point):
    """A ring with other positions in place of those between two that it keeps."""
    start, end = (ring.index(tuple(recipe[k])) for k in ("from", "to"))
    turned = ring[end:-1] + ring[:end]
    kept = turned[: turned.index(ring[start]) + 1]
    new = [point(p) if isinstance(p, str) else tuple(p) for p in recipe["through"]]
    last = new.index(point(recipe["end"]))
    return [*new[last:], *kept, *new[: last + 1]]


def positions(chain, lines):
    whole = [lines[chain[0]["id"]][0]]
    for s in chain:
        whole += lines[s["id"]][1:]
    return whole


def faults(states, lines):
    """Knots, spikes and stretches outside the extent: in the line of each act, in every reading of it and in the line then in force."""
    out, sharp = [], set()
    for name, chain, ring in states:
        whole = positions(chain, lines)
        if not LineString(whole).is_simple:
            out.append(f"{name}: crosses or touches itself")
        if not Polygon(ring).covers(LineString(whole)):
            out.append(f"{name}: leaves the extent")
        if any(Polygon(ring).exterior.distance(Point(p)) == 0 for p in whole[1:-1]):
            out.append(f"{name}: meets the extent between its ends")
        if not {whole[0], whole[-1]} <= set(ring):
            out.append(f"{name}: ends off the extent")
        turns = [p for p in spikes(whole) if p not in sharp]
        sharp.update(turns)
        out += [f"{name}: turns back at {p[0]}, {p[1]}" for p in turns]
    return out


def legs(instrument, recipes, chosen, old, evidence, heights, drawn):
    """Draws the segments of one act into `drawn`, in order; legs that were not asked for keep the positions they have."""
    todo = list(instrument.segments)
    while todo:
        run = [todo.pop(0)]
        while recipes[run[-1]["id"]].get("with"):  # drawn in one with the next, then cut
            run.append(todo.pop(0))
        if chosen and all(s["id"] in old and s["id"] not in chosen for s in run):
            drawn.update({s["id"]: old[s["id"]] for s in run})
            continue
        name, reading, point = run[-1]["id"], run[-1].get("reading"), lambda place: instrument.point(place, run[-1].get("reading"))

        def report(place, on_line, off):
            if off > 1:
                print(f"{name}: {place} stands {off:.0f} m off what was traced; nearest {on_line[0]}, {on_line[1]}")

        ends = point(run[0]["from"]), point(run[-1]["to"])
        line = draw_leg(recipes[name], run[-1]["follows"], *ends, point, evidence, heights, drawn, report)
        for s in run[:-1]:
            cut = line.index(point(s["to"]))
            drawn[s["id"]], line = line[: cut + 1], line[cut:]
        drawn[name] = line


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--reference", type=Path, required=True, help="folder with the evidence files")
    options.add_argument("--project", type=Path, default=HERE.parents[1], help="folder with gazetteer/ and boundaries/")
    options.add_argument("--leg", action="append", help="draw this segment only (may be repeated)")
    options.add_argument("--dry", action="store_true", help="report, and write nothing")
    options.add_argument("--no-pictures", action="store_true")
    given = options.parse_args()

    project = Project(given.project)
    evidence, heights = Evidence(given.reference), Heights(given.reference)
    recipes = tomllib.loads((HERE / "legs.toml").read_text(encoding="utf-8"))
    drawn, rings, states, force, ring = {}, {}, [], None, None
    for act in project.instruments:
        old, old_ring = read_line(act.folder / "line.geojson")
        legs(act, recipes, given.leg, old, evidence, heights, drawn)
        chain, extent = act.chain(), recipes.get(f"{act.id}-extent")
        if force is None:
            ring = move_ring(old_ring, next(iter(old.values()))[0], drawn[chain[0]["id"]][0])
            ring = move_ring(ring, old[chain[-1]["id"]][-1], drawn[chain[-1]["id"]][-1])
            rings[act.id], force = ring, chain
        else:
            if extent:
                rings[act.id] = ring = widened(ring, extent, project.point)
            force = spliced(force, chain, act.replaces["from"], act.replaces["to"])
        states.append(("main line" if len(states) == 0 else f"in force from {act.id}", force, ring))
        states += [(r["id"], act.chain(r["id"]), ring) for r in act.readings]
    for text in faults(states, drawn):
        print(text, file=sys.stderr)
    if given.dry:
        for name, line in drawn.items():
            longest = max(distance(a, b) for a, b in zip(line, line[1:]))
            print(f"{name}: {len(line)} positions, longest stroke {longest:.0f} m")
        return

    import figures
    import pictures

    for act in project.instruments:
        lines = {s["id"]: drawn[s["id"]] for s in act.segments}
        write_line(act.folder / "line.geojson", lines, f"{act.id}-extent", rings.get(act.id))
        figures.write(act, lines, recipes, evidence, heights)
    if not given.no_pictures:
        first = project.instruments[0]
        lines = {s["id"]: drawn[s["id"]] for s in first.segments}
        pictures.write(first, lines, rings[first.id], evidence, heights, given.project / "docs")
        spans = [(positions(chain, drawn), ring) for name, chain, ring in states if name == "main line" or name.startswith("in force")]
        pictures.changes(project, spans, evidence, heights, given.project / "docs")


if __name__ == "__main__":
    main()
