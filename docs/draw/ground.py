"""Heights: the grids, crest and valley paths over them, and how far a line keeps to the crest."""

import heapq
import math

import numpy as np
import rasterio
from scipy.ndimage import map_coordinates, maximum_filter
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import dijkstra

from lines import GEOD, along, cumulative, distance, step_point

GRIDS = ("dem_gebco2023_15s_tianshan.tif", "dem_globe_30s.tif")  # the finer one first
CELL = 250.0  # metres, mesh on which paths are sought; the heights are interpolated on it
FLANK = 1500.0  # metres to each side at which a crest must be lower
NEIGHBOURS = [(0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1)]
KNIGHT = [(1, 2), (2, 1), (2, -1), (1, -2), (-1, -2), (-2, -1), (-2, 1), (-1, 2)]


class Heights:
    """The height grids as one surface: the finest one that covers a point answers."""

    def __init__(self, folder):
        self.grids = []
        for name in GRIDS:
            with rasterio.open(folder / name) as grid:
                data = grid.read(1).astype(float)
                data[data == -32768] = np.nan
                self.grids.append((data, ~grid.transform))

    def at(self, lon, lat):
        lon, lat = np.atleast_1d(np.asarray(lon, float)), np.atleast_1d(np.asarray(lat, float))
        out = np.full(lon.shape, np.nan)
        for data, inverse in self.grids:
            col, row = inverse * (lon, lat)
            col, row = col - 0.5, row - 0.5
            inside = (col >= 0) & (row >= 0) & (col <= data.shape[1] - 1) & (row <= data.shape[0] - 1) & np.isnan(out)
            if inside.any():
                out[inside] = map_coordinates(data, [row[inside], col[inside]], order=1)
        return out


class Mesh:
    """A square mesh of CELL metres round a corridor, with heights, upstream areas and a mask."""

    def __init__(self, heights, guide, width):
        lons, lats = [p[0] for p in guide], [p[1] for p in guide]
        lat0 = (min(lats) + max(lats)) / 2
        self.dy = CELL / 111_200
        self.dx = CELL / (111_320 * math.cos(math.radians(lat0)))
        margin = width + 6000
        self.x0 = min(lons) - margin / CELL * self.dx
        self.y0 = min(lats) - margin / CELL * self.dy
        nx = int((max(lons) - min(lons)) / self.dx + 2 * margin / CELL) + 1
        ny = int((max(lats) - min(lats)) / self.dy + 2 * margin / CELL) + 1
        gx, gy = np.meshgrid(self.x0 + self.dx * np.arange(nx), self.y0 + self.dy * np.arange(ny))
        self.shape = (ny, nx)
        self.z = heights.at(gx.ravel(), gy.ravel()).reshape(ny, nx)
        if np.isnan(self.z).any():
            self.z = np.where(np.isnan(self.z), np.nanmin(self.z), self.z)
        self.mask = self._distance(guide) <= width / CELL
        self._area = None

    def cell(self, p):
        return round((p[1] - self.y0) / self.dy), round((p[0] - self.x0) / self.dx)

    def point(self, row, col):
        return self.x0 + self.dx * col, self.y0 + self.dy * row

    def _distance(self, guide):
        """Distance of every cell from the guide line, in cells."""
        row, col = np.mgrid[0 : self.shape[0], 0 : self.shape[1]].astype(float)
        best = np.full(self.shape, np.inf)
        cells = [((p[0] - self.x0) / self.dx, (p[1] - self.y0) / self.dy) for p in guide]
        for (ax, ay), (bx, by) in zip(cells, cells[1:]):
            length2 = max((bx - ax) ** 2 + (by - ay) ** 2, 1e-9)
            t = np.clip(((col - ax) * (bx - ax) + (row - ay) * (by - ay)) / length2, 0, 1)
            best = np.minimum(best, np.hypot(col - ax - t * (bx - ax), row - ay - t * (by - ay)))
        return best

    def area(self):
        """Square kilometres that drain through each cell (priority flood, then steepest way out)."""
        if self._area is not None:
            return self._area
        ny, nx = self.shape
        z = self.z.ravel().tolist()
        parent, order, heap, seen = [-1] * (ny * nx), [], [], bytearray(ny * nx)
        for i in range(ny * nx):
            r, c = divmod(i, nx)
            if r in (0, ny - 1) or c in (0, nx - 1):
                seen[i] = 1
                heapq.heappush(heap, (z[i], i))
        while heap:
            level, i = heapq.heappop(heap)
            order.append(i)
            r, c = divmod(i, nx)
            for dr, dc in NEIGHBOURS:
                rr, cc = r + dr, c + dc
                if 0 <= rr < ny and 0 <= cc < nx and not seen[rr * nx + cc]:
                    j = rr * nx + cc
                    seen[j] = 1
                    parent[j] = i
                    heapq.heappush(heap, (max(level, z[j]), j))
        area = [CELL * CELL / 1e6] * (ny * nx)
        for i in reversed(order):
            if parent[i] >= 0:
                area[parent[i]] += area[i]
        self._area = np.array(area).reshape(ny, nx)
        return self._area

    def path(self, start, end, factor):
        """Cheapest chain of cells; `factor(dr, dc)` gives the cost of a metre in that direction at each cell."""
        ny, nx = self.shape
        index = np.arange(ny * nx).reshape(ny, nx)
        rows, cols, costs = [], [], []
        a, b = self.cell(start), self.cell(end)
        allowed = self.mask.copy()
        allowed[a], allowed[b] = True, True
        for dr, dc in NEIGHBOURS + KNIGHT:
            r0, r1 = max(0, -dr), min(ny, ny - dr)
            c0, c1 = max(0, -dc), min(nx, nx - dc)
            here = (slice(r0, r1), slice(c0, c1))
            there = (slice(r0 + dr, r1 + dr), slice(c0 + dc, c1 + dc))
            f = factor(dr, dc)
            cost = (f[here] + f[there]) / 2 * math.hypot(dr, dc) * CELL
            ok = allowed[here] & allowed[there]
            rows.append(index[here][ok])
            cols.append(index[there][ok])
            costs.append(cost[ok])
        graph = coo_matrix((np.concatenate(costs), (np.concatenate(rows), np.concatenate(cols))), shape=(ny * nx, ny * nx))
        source, target = int(index[a]), int(index[b])
        _, before = dijkstra(graph.tocsr(), indices=source, return_predecessors=True)
        chain = [target]
        while chain[-1] != source:
            if before[chain[-1]] < 0:
                raise ValueError(f"no way from {start} to {end} inside the corridor")
            chain.append(int(before[chain[-1]]))
        cells = [self.point(*divmod(i, nx)) for i in reversed(chain)]
        return [start] + [p for p in cells if min(distance(p, start), distance(p, end)) > 1.5 * CELL] + [end]


def _shifted(z, dr, dc):
    """Heights at a shift of whole and part cells, edges repeated."""
    row, col = np.mgrid[0 : z.shape[0], 0 : z.shape[1]]
    return map_coordinates(z, [row + dr, col + dc], order=1, mode="nearest")


def crest(heights, start, end, guide=(), width=12_000, stream=40.0):
    """Crest between two points: cells that stand above their flanks, over no stream of more than some square kilometres."""
    mesh = Mesh(heights, [start, *guide, end], width)
    z, area = mesh.z, mesh.area()
    low = (maximum_filter(z, size=int(2 * FLANK / CELL) + 1) - z) / 400
    wet = np.clip(np.log(np.maximum(area, 0.5) / 2) / math.log(stream / 2), 0, 3) ** 2
    flank = FLANK / CELL
    memo = {}

    def factor(dr, dc):
        key = (dr, dc) if (dr, dc) > (-dr, -dc) else (-dr, -dc)
        if key not in memo:
            n = math.hypot(dr, dc)
            pr, pc = -dc / n * flank, dr / n * flank
            above = z - np.maximum(_shifted(z, pr, pc), _shifted(z, -pr, -pc))
            memo[key] = 0.15 + 2.5 / (1 + np.exp(np.clip((above - 25) / 15, -40, 40))) + low + 6 * wet
        return memo[key]

    return mesh.path(start, end, factor)


def valley(heights, start, end, guide=(), width=8_000):
    """Bed of a stream: the more ground drains through a cell, the cheaper it is."""
    mesh = Mesh(heights, [start, *guide, end], width)
    dry = 1 / (0.1 + np.log1p(mesh.area()))
    return mesh.path(start, end, lambda dr, dc: 0.05 + dry)


def fidelity(heights, line, every=1000.0, flank=FLANK):
    """Kilometre points with heights to both sides, and how many of them stand above both."""
    at = cumulative(line)
    if at[-1] < every:
        return 0, 0
    n = int(at[-1] // every)
    good = known = 0
    for k in range(n):
        s = (k + 0.5) * every
        p = along(line, at, s)
        a, b = along(line, at, max(0, s - 500)), along(line, at, min(at[-1], s + 500))
        bearing = GEOD.inv(a[0], a[1], b[0], b[1])[0]
        left, right = step_point(p, bearing - 90, flank), step_point(p, bearing + 90, flank)
        h = heights.at([p[0], left[0], right[0]], [p[1], left[1], right[1]])
        if not np.isnan(h).any():
            known += 1
            good += bool(h[0] > h[1] and h[0] > h[2])
    return good, known
