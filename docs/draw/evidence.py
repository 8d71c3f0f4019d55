"""What the line is drawn from: the open vector layers, the gazetteer's places and the treaty's segments."""

import json
import tomllib

from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import dijkstra

from lines import distance


def parts(geometry):
    """The plain position lists of a GeoJSON geometry; a polygon counts by its outer ring."""
    kind, c = geometry["type"], geometry["coordinates"]
    lists = {"LineString": lambda: [c], "MultiLineString": lambda: c, "Polygon": lambda: c[:1], "MultiPolygon": lambda: [p[0] for p in c]}
    return [[tuple(p[:2]) for p in part] for part in lists[kind]()]


def features(folder, name):
    return json.loads((folder / name).read_text(encoding="utf-8"))["features"]


class Network:
    """Lines as a graph of their vertices; the way between two points is the shortest along them."""

    def __init__(self, lines):
        self.nodes = sorted({p for line in lines for p in line})
        number = {p: i for i, p in enumerate(self.nodes)}
        a, b, d = [], [], []
        for line in lines:
            for p, q in zip(line, line[1:]):
                if p != q:
                    a += [number[p], number[q]]
                    b += [number[q], number[p]]
                    d += [distance(p, q)] * 2
        self.graph = coo_matrix((d, (a, b)), shape=(len(self.nodes),) * 2).tocsr()

    def way(self, start, end):
        a, b = (min(range(len(self.nodes)), key=lambda i: distance(self.nodes[i], p)) for p in (start, end))
        _, before = dijkstra(self.graph, indices=a, return_predecessors=True)
        chain = [b]
        while chain[-1] != a:
            if before[chain[-1]] < 0:
                raise ValueError(f"no connected line between {start} and {end}")
            chain.append(int(before[chain[-1]]))
        return [self.nodes[i] for i in reversed(chain)]


class Evidence:
    def __init__(self, folder):
        self.folder = folder
        self.ridges = {f["properties"]["name"]: parts(f["geometry"])[0] for f in features(folder, "ridges.geojson")}
        self.lakes = {f["properties"].get("name"): parts(f["geometry"])[0] for f in features(folder, "ne_lakes_10m.geojson")}
        self.state_borders = self._lines("ne_admin0_lines_10m.geojson")
        self.borders = Network(self.state_borders + self._lines("ne_admin1_lines_10m.geojson"))
        self.rivers = Network(self._lines("ne_rivers_10m.geojson"))

    def _lines(self, name):
        return [line for f in features(self.folder, name) for line in parts(f["geometry"])]

    def shore(self, lake, start, end, over):
        """The shore of a lake from start to end by the side on which `over` lies."""
        ring = self.lakes[lake][:-1]
        a, b, m = (min(range(len(ring)), key=lambda i: distance(ring[i], p)) for p in (start, end, over))
        forward = [(a + k) % len(ring) for k in range((b - a) % len(ring) + 1)]
        backward = [(a - k) % len(ring) for k in range((a - b) % len(ring) + 1)]
        return [ring[i] for i in (forward if m in forward else backward)]


class Project:
    """The gazetteer's places, the markers of 1869-70 and the acts that draw a line, in order of time."""

    def __init__(self, root):
        self.root = root
        self.places = {}
        for path in sorted((root / "gazetteer").glob("*.toml")):
            for place in tomllib.loads(path.read_text(encoding="utf-8")).get("place", []):
                self.places[place["id"]] = place
        self.markers = []
        for name in ("uliasutai-1869", "kobdo-1869", "tarbagatai-1870"):
            instrument = tomllib.loads((root / "boundaries" / name / "treaty.toml").read_text(encoding="utf-8"))
            self.markers += [(name, m["number"], m["place"]) for m in instrument["marker"]]
        treaties = [(path.parent, tomllib.loads(path.read_text(encoding="utf-8"))) for path in (root / "boundaries").glob("*/treaty.toml")]
        drawn = [Instrument(self, folder, treaty) for folder, treaty in treaties if treaty.get("segment")]
        self.instruments = sorted(drawn, key=lambda i: i.signed)

    def point(self, place, reading=None):
        locations = self.places[place].get("location", [])
        if not locations:
            return None
        chosen = next((l for l in locations if reading and l.get("reading") == reading), locations[0])
        return tuple(chosen["point"])


class Instrument:
    """An act that draws a line: its segments and readings, and the stretch of an older line that it replaces."""

    def __init__(self, project, folder, treaty):
        self.project, self.folder, self.id = project, folder, treaty["id"]
        self.title = next(t["text"] for t in treaty["title"] if t["lang"] == "en")
        self.signed = next(d["edtf"] for d in treaty["date"] if d["event"] == "signed")
        self.segments = treaty["segment"]
        self.readings = treaty.get("reading", [])
        self.replaces = treaty["line"][0].get("replaces")

    @property
    def places(self):
        return self.project.places

    @property
    def markers(self):
        return self.project.markers

    def point(self, place, reading=None):
        return self.project.point(place, reading)

    def chain(self, reading=None):
        """The segments from one end to the other, with those of the reading in place of the main ones they replace."""
        main = [s for s in self.segments if not s.get("reading")]
        own = [s for s in self.segments if reading and s.get("reading") == reading]
        return spliced(main, own, own[0]["from"], own[-1]["to"]) if own else main


def spliced(chain, run, start, end):
    """A chain of segments with a run of others in place of the stretch from one place to another."""
    first = next(i for i, s in enumerate(chain) if s["from"] == start)
    last = next(i for i, s in enumerate(chain) if s["to"] == end)
    return chain[:first] + run + chain[last + 1 :]
