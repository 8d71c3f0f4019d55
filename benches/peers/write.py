"""The peer of benches/write.rs: the same points written by pyogrio (GDAL). Prints a format and its median in seconds a line."""

import os
import statistics
import sys
import tempfile
import time

import geopandas
import numpy
import pyogrio
import shapely

count, runs = int(sys.argv[1]), int(sys.argv[2])
random = numpy.random.default_rng(1864)
frame = geopandas.GeoDataFrame(
    {
        "point_id": [f"p{i:07d}" for i in range(count)],
        "side": numpy.where(random.random(count) < 0.5, "china", "russia"),
        "verdict": "certain",
        "distance_m": numpy.round(random.uniform(0, 1e6, count), 1),
        "segment": "kobdo-burkhat",
    },
    geometry=shapely.points(random.uniform(68, 98, count), random.uniform(38, 54, count)),
    crs=4326,
)
print(f"pyogrio {pyogrio.__version__}, GDAL {pyogrio.__gdal_version_string__}", file=sys.stderr)
for name, driver in (
    ("geojson", "GeoJSON"),
    ("geojsonseq", "GeoJSONSeq"),
    ("fgb", "FlatGeobuf"),
    ("gpkg", "GPKG"),
):
    times = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            pyogrio.write_dataframe(frame, os.path.join(folder, f"points.{name}"), driver=driver)
            times.append(time.perf_counter() - start)
    print(name, statistics.median(times), flush=True)
