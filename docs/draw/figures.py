"""README.md beside each line.geojson: how closely each leg keeps to the ground."""

import numpy as np

from ground import FLANK, fidelity
from lines import along, between, cumulative, distance, nearest
from trace import BANK_STEP, CREST_STEP, STEP

HEAD = """# The line of 1864 on the ground

`line.geojson` is drawn by `docs/draw/` from open terrain data; the table below is written by the same tool. Change a recipe there and run it,
and don't edit this page by hand.

A watershed leg should run on a crest. Each whole kilometre of it is tested: is the ground there higher than {flank:.1f} km to the left and {flank:.1f} km
to the right, square to the line? `higher` is the share of kilometres that are, of the `tested` ones, those for which an open height grid exists (south
of 50° N). `ridge` is the same share for the reference ridge that the leg follows, where it follows one. The rest of a crest are saddles, ice and
plateaus, on which the highest ground is not where the water parts.

**This shows that the line is true to the ground. It doesn't show that the ground is what was meant in 1864**: whether the ridge of the text is this ridge is
argued in each segment's `basis` in `treaty.toml`, and its `accuracy-m` says how far the true line may lie from it.

All watershed segments of the main line together: **{share:.1f} %** of {tested} tested kilometres ({readings_share:.1f} % of {readings_tested} with those of the readings);
the lowest single one is {lowest} with {lowest_share:.0f} %. {positions} positions in {legs} segments; the longest stroke is {crest:.0f} m on watersheds and {bank:.0f} m on banks,
shores and rivers. Roads, plains and straight legs join their landmarks and are not tested.

| segment | follows | km | positions | longest stroke, m | tested, km | higher, % | ridge, % | accuracy, m |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
"""


LATER = """# {title}: the line on the ground

`line.geojson` is drawn by `docs/draw/` from open data; the table below is written by the same tool. Change a recipe there and run it,
and don't edit this page by hand.

The line stands in place of that of `{older}` from `{start}` to `{end}`; its first position is a position of that line, and so is its last
unless it goes on to an end of its own. Where both follow the same crest it repeats the older positions.

For a watershed leg `higher` is the share of its kilometres on which the ground is higher than {flank:.1f} km to the left and to the right; `boundaries/tarbagatai-1864/README.md`
says how they are tested. `border` is the distance within which 95 % of the leg keeps to today's border, as Natural Earth draws it at 1:10 million. It is 0 where the leg was
drawn on that border, and tells nothing there; whether the border of today is the line of the act is argued in each segment's `basis` in `treaty.toml`.

| segment | follows | km | positions | longest stroke, m | tested, km | higher, % | border, m | accuracy, m |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
"""


def ridge_share(recipe, line, evidence, heights):
    """The same test on the reference ridges between the ends of the leg."""
    good = tested = 0
    for part in recipe.get("parts") or [recipe]:
        if part.get("trace") == "ridge":
            piece = between(evidence.ridges[part["of"]], line[0], line[-1])
            if len(piece) > 1:
                g, t = fidelity(heights, piece)
                good, tested = good + g, tested + t
    return good, tested


def percent(good, tested):
    return f"{100 * good / tested:.0f}" if tested else ""


def write(act, lines, recipes, evidence, heights):
    (later if act.replaces else first)(act, lines, recipes, evidence, heights)


def later(act, lines, recipes, evidence, heights):
    rows = []
    for s in act.segments:
        line = lines[s["id"]]
        stroke = max(distance(a, b) for a, b in zip(line, line[1:]))
        good, known = fidelity(heights, line) if s["follows"] == "watershed" else (0, 0)
        off = round(off_border(evidence, line), -2)
        rows.append(
            f"| {s['id']} | {s['follows']} | {cumulative(line)[-1] / 1000:.0f} | {len(line)} | {stroke:.0f} | {known or ''} | {percent(good, known)} | {off:.0f} | {s['accuracy-m']} |"
        )
    old = act.replaces
    head = LATER.format(title=act.title, older=old["line"], start=old["from"], end=old["to"], flank=FLANK / 1000)
    (act.folder / "README.md").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")


def off_border(evidence, line, every=500.0):
    """The distance within which 95 % of a line keeps to today's borders between states, in metres."""
    at = cumulative(line)
    points = [along(line, at, k * every) for k in range(int(at[-1] // every) + 1)]
    return float(np.percentile([min(distance(nearest(b, p), p) for b in evidence.state_borders) for p in points], 95))


def first(act, lines, recipes, evidence, heights):
    rows, main, every, shares, longest = [], [0, 0], [0, 0], [], dict.fromkeys(STEP.values(), 0.0)
    for s in act.segments:
        line = lines[s["id"]]
        stroke = max(distance(a, b) for a, b in zip(line, line[1:]))
        higher = tested = ridge = ""
        if s["follows"] in STEP:
            longest[STEP[s["follows"]]] = max(longest[STEP[s["follows"]]], stroke)
        if s["follows"] == "watershed":
            good, known = fidelity(heights, line)
            every = [every[0] + good, every[1] + known]
            if not s.get("reading"):
                main = [main[0] + good, main[1] + known]
            if known:
                shares.append((good / known, s["id"]))
            higher, tested = percent(good, known), known or ""
            ridge = percent(*ridge_share(recipes[s["id"]], line, evidence, heights))
        rows.append(
            f"| {s['id']} | {s['follows']} | {cumulative(line)[-1] / 1000:.0f} | {len(line)} | {stroke:.0f} | {tested} | {higher} | {ridge} | {s['accuracy-m']} |"
        )
    low = min(shares)
    head = HEAD.format(
        flank=FLANK / 1000,
        share=100 * main[0] / main[1],
        tested=main[1],
        readings_share=100 * every[0] / every[1],
        readings_tested=every[1],
        lowest=f"`{low[1]}`",
        lowest_share=100 * low[0],
        positions=sum(len(line) for line in lines.values()),
        legs=len(lines),
        crest=longest[CREST_STEP],
        bank=longest[BANK_STEP],
    )
    (act.folder / "README.md").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
