//! A data folder through every rule, and its assertions against the map.

use std::path::Path;

use serde::Serialize;

use super::ask::Subject as Asked;
use super::history::{Span, history};
use super::side;
use crate::data::{self, Folder};
use crate::error::Result;
use crate::index::{Choice, Index};
use crate::measure::{bearing_deg, distance_m, round_to};
use crate::model::{Assertion, Atlas, Claim, Instrument, PlaceId, Position, Subject};
use crate::problem::{Problem, Severity};

/// What `check` found.
#[derive(Debug, Serialize)]
pub struct Report {
    /// Every problem, in file order.
    pub problems: Vec<Problem>,
    /// Every assertion, text against map; empty where an error stands in the way.
    pub assertions: Vec<Outcome>,
    /// The line in force from its first day on; empty where an error stands in the way.
    pub line: Vec<Span>,
    /// What was read.
    pub counts: Counts,
}

/// How much a folder holds.
#[derive(Clone, Copy, Debug, Default, Serialize)]
#[allow(missing_docs, reason = "the words say it")]
pub struct Counts {
    pub places: usize,
    pub names: usize,
    pub sources: usize,
    pub instruments: usize,
    pub segments: usize,
    pub markers: usize,
}

/// An assertion tested.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The instrument whose line it tests.
    pub instrument: String,
    /// What it speaks of.
    pub subject: String,
    /// What the text says.
    pub text: String,
    /// What the map says.
    pub map: String,
    /// Whether they agree.
    pub holds: bool,
}

impl Report {
    /// How many problems are errors.
    pub fn errors(&self) -> usize {
        self.problems.iter().filter(|p| p.severity == Severity::Error).count()
    }

    /// How many problems are warnings.
    pub fn warnings(&self) -> usize {
        self.problems.len() - self.errors()
    }
}

/// Checks a folder, or the bundled data.
///
/// # Errors
/// When the folder cannot be read; what is wrong inside it is the report.
///
/// ```
/// let report = karun::query::check::check(None)?;
/// assert_eq!(report.errors(), 0);
/// assert!(report.assertions.iter().all(|a| a.holds));
/// # Ok::<(), karun::Error>(())
/// ```
pub fn check(dir: Option<&Path>) -> Result<Report> {
    let mut folder = match dir {
        Some(dir) => Folder::open(dir)?,
        None => Folder::bundled(),
    };
    let mut assertions = Vec::new();
    let mut counts = Counts::default();
    let mut line = Vec::new();
    if let Some(atlas) = folder.atlas.take() {
        counts = count(&atlas);
        line = history(&atlas);
        for t in atlas.instruments().iter().filter(|t| !t.assertions.is_empty()) {
            let choice = Choice { treaty: Some(t.id.clone()), ..Choice::default() };
            let index = Index::new(&atlas, &choice).ok();
            for (i, assertion) in t.assertions.iter().enumerate() {
                let outcome = test(&atlas, index.as_ref(), t, assertion);
                if !outcome.holds {
                    let message =
                        format!("{}: the text says {}, the map says {}", outcome.subject, outcome.text, outcome.map);
                    folder.assertion_fails(&t.id, i, message);
                }
                assertions.push(outcome);
            }
        }
    }
    Ok(Report { problems: folder.problems(), assertions, line, counts })
}

fn count(atlas: &Atlas) -> Counts {
    Counts {
        places: atlas.places().len(),
        names: atlas.places().iter().map(|p| p.names.len()).sum(),
        sources: atlas.sources().len(),
        instruments: atlas.instruments().len(),
        segments: atlas.instruments().iter().map(|t| t.segments.len()).sum(),
        markers: atlas.markers().count(),
    }
}

/// A stream that "flows west" may bend: within a sector of three of eight directions.
const FLOWS_WITHIN_DEG: f64 = 67.5;

/// From one bearing to another, degrees from -180 to 180.
fn turn(bearing: f64, expected: f64) -> f64 {
    (bearing - expected + 540.0).rem_euclid(360.0) - 180.0
}

fn test(atlas: &Atlas, index: Option<&Index<'_>>, t: &Instrument, assertion: &Assertion) -> Outcome {
    let name = |id: &PlaceId| atlas.place_name(id).to_owned();
    let said = |default: String| assertion.text.clone().map_or(default.clone(), |text| format!("{text} ({default})"));
    let spot = |id: &PlaceId| atlas.place(id).and_then(|p| p.location(&[])).map(|l| l.point);
    let unlocated = || ("no position".to_owned(), false);
    let pair = |from: &PlaceId, to: &PlaceId| spot(from).zip(spot(to));
    let (subject, text, (map, holds)) = match &assertion.claim {
        Claim::Side { subject, expect } => {
            let (label, found) = match subject {
                Subject::Place(id) => {
                    (name(id), index.zip(atlas.place(id)).map(|(i, p)| side::of(i, "", Asked::Place(p), None)))
                }
                Subject::Point { label, point } => {
                    (label.clone(), index.map(|i| side::of(i, "", Asked::Point(*point), None)))
                }
            };
            let outcome = found.map_or_else(unlocated, |a| {
                let side = a.side.as_deref().unwrap_or("no side");
                let distance = a.distance_m.map(|d| format!(", {} from the line", side::metres(d))).unwrap_or_default();
                (format!("{side}, {}{distance}", a.verdict.as_str()), a.side.as_deref() == Some(expect))
            });
            (label, said(expect.clone()), outcome)
        }
        Claim::Distance { from, to, expect_m, tolerance_m } => {
            let outcome = pair(from, to).map_or_else(unlocated, |(a, b)| {
                let d = distance_m(a, b);
                let residual = (d - expect_m) / 1000.0;
                (format!("{:.1} km, {residual:+.1} km", d / 1000.0), (d - expect_m).abs() <= *tolerance_m)
            });
            let text = said(format!("{:.1} ± {:.1} km", expect_m / 1000.0, tolerance_m / 1000.0));
            (format!("{} to {}", name(from), name(to)), text, outcome)
        }
        Claim::Bearing { from, to, expect_deg, tolerance_deg } => {
            let outcome = pair(from, to).map_or_else(unlocated, |(a, b)| {
                let bearing = bearing_deg(a, b);
                let residual = turn(bearing, *expect_deg);
                (format!("{bearing:.0}°, {residual:+.0}°"), residual.abs() <= *tolerance_deg)
            });
            let text = said(format!("{expect_deg:.0} ± {tolerance_deg:.0}°"));
            (format!("{} from {}", name(to), name(from)), text, outcome)
        }
        Claim::Drainage { place, mouth, flows, expect } => {
            let found = index.map(|i| side::of(i, "", Asked::Point(*mouth), None));
            let outcome = spot(place).zip(found).map_or_else(unlocated, |(p, found)| {
                let bearing = bearing_deg(p, *mouth);
                let residual = turn(bearing, flows.degrees());
                let side = found.side.as_deref().unwrap_or("no side");
                let holds = residual.abs() <= FLOWS_WITHIN_DEG && side == expect;
                (format!("{bearing:.0}° to {mouth}, {residual:+.0}°, into {side}"), holds)
            });
            (format!("{} flows", name(place)), said(format!("{}, into {expect}", flows.as_str())), outcome)
        }
        Claim::Order { places } => {
            let along = |p: Position| index.map(|i| i.nearest(p).line_m / 1000.0);
            let km: Option<Vec<f64>> = places.iter().map(|id| spot(id).and_then(along)).collect();
            let outcome = km.map_or_else(unlocated, |km| {
                let at: Vec<String> = km.iter().map(|k| round_to(*k, 0).to_string()).collect();
                (format!("km {}", at.join(", ")), km.windows(2).all(|w| w[0] <= w[1]))
            });
            let names: Vec<String> = places.iter().map(name).collect();
            ("order along the line".to_owned(), said(names.join(", ")), outcome)
        }
    };
    Outcome { instrument: t.id.to_string(), subject, text, map, holds }
}

/// The rules that a folder broke, without the assertions: what opening it would say.
///
/// # Errors
/// When the folder cannot be read.
pub fn problems(dir: &Path) -> Result<Vec<Problem>> {
    data::Folder::open(dir).map(Folder::problems)
}
