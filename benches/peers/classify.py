"""The peer of benches/classify.rs: side and verdict of a CSV's points with PyArrow and Shapely; with --distance the nearest
point of the line as well.

classify.py TABLE LAYERS OUT [--distance]: LAYERS is a folder with sides.geojson, bands.geojson and segments.geojson.
Its verdict has two classes, certain and not; its distance is planar (degrees times metres along a meridian), since Shapely has no
other. Both are less work than the right answer.
"""

import json
import sys
import time

import numpy
import pyarrow
import pyarrow.csv
import shapely

table, layers, out = sys.argv[1:4]
start = time.perf_counter()


def shapes(layer):
    collection = json.load(open(f"{layers}/{layer}.geojson"))
    return [(f["properties"], shapely.from_geojson(json.dumps(f["geometry"]))) for f in collection["features"]]


def inside(shape, lon, lat):
    shapely.prepare(shape)
    return shapely.contains_xy(shape, lon, lat)


rows = pyarrow.csv.read_csv(table)
lon, lat = rows["lon"].to_numpy(), rows["lat"].to_numpy()
side = numpy.full(len(lon), "", dtype=object)
for properties, shape in shapes("sides"):
    side[inside(shape, lon, lat)] = properties["party"]
unsure = inside(shapely.union_all([shape for _, shape in shapes("bands")]), lon, lat)
verdict = numpy.where(side == "", "outside", numpy.where(unsure, "less-certain", "certain"))
rows = rows.append_column("side", pyarrow.array(side, pyarrow.string())).append_column("verdict", pyarrow.array(verdict, pyarrow.string()))
if "--distance" in sys.argv:
    lines = [shape for _, shape in shapes("segments")]
    pieces = [shapely.LineString(pair) for line in lines for part in line.geoms for pair in zip(part.coords, part.coords[1:])]
    points = shapely.points(lon, lat)
    tree = shapely.STRtree(pieces)
    (_, nearest), distance = tree.query_nearest(points, return_distance=True, all_matches=False)
    rows = rows.append_column("distance_m", pyarrow.array(numpy.round(distance * 111_195, 1)))
pyarrow.csv.write_csv(rows, out)
print(time.perf_counter() - start)
