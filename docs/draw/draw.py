"""Draws the line of 1864 from evidence files: line.geojson, the terrain figures and the pictures.

python draw.py --reference DIR            all of it
python draw.py --reference DIR --leg ID   one leg; the others keep the positions they have
"""

import argparse
import json
import sys
import tomllib
from pathlib import Path

from shapely.geometry import LineString, Polygon

from evidence import Evidence, Project
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
    rows = [feature(name, "LineString", line) for name, line in lines.items()] + [feature(ring_name, "Polygon", ring)]
    path.write_text('{ "type": "FeatureCollection", "features": [\n' + ",\n".join(rows) + "\n] }\n", encoding="utf-8")


def read_line(path):
    lines, ring = {}, None
    for f in json.loads(path.read_text(encoding="utf-8"))["features"]:
        c = f["geometry"]["coordinates"]
        if f["geometry"]["type"] == "Polygon":
            ring = (f["id"], [rounded(p) for p in c[0]])
        else:
            lines[f["id"]] = [rounded(p) for p in c]
    return lines, ring


def move_ring(ring, old, new):
    return [new if p == old else p for p in ring]


def faults(project, lines, ring):
    """Knots, spikes and stretches outside the extent, in the main line and in every reading."""
    out, sharp = [], set()
    for reading in [None, *(r["id"] for r in project.readings)]:
        chain = project.chain(reading)
        whole = [lines[chain[0]["id"]][0]]
        for s in chain:
            whole += lines[s["id"]][1:]
        name = reading or "main line"
        if not LineString(whole).is_simple:
            out.append(f"{name}: crosses or touches itself")
        if not Polygon(ring).covers(LineString(whole)):
            out.append(f"{name}: leaves the extent")
        turns = [p for p in spikes(whole) if p not in sharp]
        sharp.update(turns)
        out += [f"{name}: turns back at {p[0]}, {p[1]}" for p in turns]
    return out


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
    target = project.folder / "line.geojson"
    old, (ring_name, ring) = read_line(target)
    first, last = next(iter(old.values()))[0], old[project.chain()[-1]["id"]][-1]

    lines = {}
    for s in project.segments:
        name, reading = s["id"], s.get("reading")
        if given.leg and name not in given.leg and name in old:
            lines[name] = old[name]
            continue

        def report(place, on_line, off, name=name):
            if off > 1:
                print(f"{name}: {place} stands {off:.0f} m off what was traced; nearest {on_line[0]}, {on_line[1]}")

        point = lambda place: project.point(place, reading)
        lines[name] = draw_leg(recipes[name], s["follows"], point(s["from"]), point(s["to"]), point, evidence, heights, lines, report)

    chain = project.chain()
    ring = move_ring(ring, first, lines[chain[0]["id"]][0])
    ring = move_ring(ring, last, lines[chain[-1]["id"]][-1])
    wrong = faults(project, lines, ring)
    for text in wrong:
        print(text, file=sys.stderr)
    for name, line in lines.items():
        longest = max(distance(a, b) for a, b in zip(line, line[1:]))
        if given.dry:
            print(f"{name}: {len(line)} positions, longest stroke {longest:.0f} m")
    if given.dry:
        return
    write_line(target, lines, ring_name, ring)

    import figures

    figures.write(project, lines, recipes, evidence, heights)
    if not given.no_pictures:
        import pictures

        pictures.write(project, lines, ring, evidence, heights, given.project / "docs")


if __name__ == "__main__":
    main()
