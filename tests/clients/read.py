"""Every export against the GeoJSON, and classified tables against the CSV, value by value: read.py DIR, where DIR is what
`run` wrote. GeoParquet is looked at where it was written."""

import json
import sys
from pathlib import Path

import geopandas
import pandas
import pyogrio
from frictionless import Package, system

try:
    import duckdb
except ModuleNotFoundError:
    duckdb = None

OUT = Path(sys.argv[1])
LAYERS = ["events", "places", "markers", "segments", "bands", "sides"]
checked = failed = 0


def expect(what, holds):
    global checked, failed
    checked += 1
    if not holds:
        failed += 1
        print("FAILED", what)


def plain(value):
    """Values as text, so that a date, a number with a point and an empty one are told apart by meaning only."""
    if value is None or value != value:
        return ""
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    if isinstance(value, float):
        return repr(round(value, 6)).removesuffix(".0")
    return str(value)


def compare(name, wanted, found):
    # GeoParquet's own name for longitude and latitude on WGS 84 is OGC:CRS84.
    crs = found.crs.to_authority() if found.crs else None
    expect(f"{name}: {crs}", crs in [("EPSG", "4326"), ("OGC", "CRS84")])
    expect(f"{name}: {len(wanted)} features, {len(found)} found", len(wanted) == len(found))
    key = list(wanted.columns[:-1])
    order = lambda frame: sorted(frame.to_dict("records"), key=lambda row: (*(plain(row[c]) for c in key), row["geometry"].wkb))
    expect(f"{name}: columns", set(wanted.columns) <= set(found.columns))
    for a, b in zip(order(wanted), order(found)):
        for column in key:
            expect(f"{name}: {column} {a[column]!r} {b[column]!r}", plain(a[column]) == plain(b[column]))
        expect(f"{name}: geometry of {a[key[0]]}", a["geometry"].equals_exact(b["geometry"], 0))


for layer in LAYERS:
    wanted = geopandas.read_file(OUT / "geojson" / f"{layer}.geojson")
    expect(f"{layer}: every geometry is valid", wanted.geometry.is_valid.all())
    raw = json.loads((OUT / "geojson" / f"{layer}.geojson").read_text())
    expect(f"{layer}: every feature is read", len(raw["features"]) == len(wanted))
    compare(f"geojsonseq {layer}", wanted, geopandas.read_file(OUT / "geojsonseq" / f"{layer}.geojsonl"))
    compare(f"fgb {layer}", wanted, geopandas.read_file(OUT / "fgb" / f"{layer}.fgb"))
    compare(f"gpkg {layer}", wanted, geopandas.read_file(OUT / "karun.gpkg", layer=layer))
    parquet = OUT / "parquet" / f"{layer}.parquet"
    if parquet.exists():
        compare(f"parquet {layer}", wanted, geopandas.read_parquet(parquet))
        rows = duckdb.sql(f"SELECT count(*) FROM '{parquet}'").fetchall()[0][0]
        expect(f"parquet {layer} in DuckDB: {rows} rows", rows == len(wanted))
    kml = pyogrio.read_info(OUT / "karun.kml", layer=layer)["features"]
    expect(f"kml {layer}: {kml} features", kml == len(wanted))

# A table with the side of each point: the plain one against the layers it became.
towns = pandas.read_csv(OUT / "towns.csv", dtype={"id": str})
towns = geopandas.GeoDataFrame(towns, geometry=geopandas.points_from_xy(towns.lon, towns.lat), crs=4326)
expect("towns: both sides", {"russia", "china"} <= set(towns.side))
for ending in ["geojson", "geojsonl", "fgb", "gpkg"]:
    compare(f"towns.{ending}", towns, geopandas.read_file(OUT / f"towns.{ending}"))
if (OUT / "towns.parquet").exists():
    compare("towns.parquet", towns, geopandas.read_parquet(OUT / "towns.parquet"))
    again = pandas.read_csv(OUT / "again.csv", dtype={"id": str})
    for column in ["side", "verdict", "distance_m", "segment"]:
        expect(f"again.csv: {column}", [plain(v) for v in again[column]] == [plain(v) for v in again["again_" + column]])

system.trusted = True
report = Package(str(OUT / "csv" / "datapackage.json")).validate()
expect(f"datapackage: {report.flatten(['message'])[:3]}", report.valid)
print(f"{checked} checked, {failed} failed")
sys.exit(failed != 0 or checked < 1000)
