//! A chosen line: its legs in order, the nearest point of it, and how near in units of its own accuracy.

use super::legs::{Leg, marked_legs};
use super::markers::{MarkerSpot, spots};
use super::rivals::{Rival, courses, rivals, sides};
use super::sides::{Side, Sides};
use super::track::Track;
use crate::error::{Error, Result};
use crate::measure;
use crate::model::{Atlas, Instrument, InstrumentId, Position, Reading, ReadingId};

/// Which line is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// An instrument: the line it draws, or the stretch it marks. Default: the only delimitation, or the one marked default.
    pub treaty: Option<InstrumentId>,
    /// Rival readings to put into the line.
    pub readings: Vec<ReadingId>,
}

/// The nearest point of the line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nearest {
    /// Which leg; ties go to the earlier one.
    pub leg: usize,
    /// Geodesic metres to it.
    pub distance_m: f64,
    /// Where it is.
    pub position: Position,
    /// Metres from the line's beginning to it.
    pub line_m: f64,
}

/// How near the line is in units of accuracy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nearness {
    /// Smallest d/√(σ_line² + σ_point²) over all segments.
    pub z: f64,
    /// The leg that gives it.
    pub leg: usize,
}

/// A chosen line made ready for questions: built once per treaty and readings, then only read.
///
/// Building costs half a millisecond for the bundled line, [`Index::nearest`] a microsecond; sides are made ready by the
/// first few hundred questions ([`Sides`]).
///
/// ```
/// use karun::{Atlas, Index, Position};
/// let atlas = Atlas::bundled();
/// let index = Index::new(&atlas, &Default::default())?;
/// let nearest = index.nearest(Position::new(82.98, 46.75).unwrap());
/// assert_eq!(index.legs()[nearest.leg].segment.district.as_ref().unwrap().as_str(), "tarbagatai");
/// # Ok::<(), karun::Error>(())
/// ```
pub struct Index<'a> {
    atlas: &'a Atlas,
    drawn_by: &'a Instrument,
    asked: &'a Instrument,
    readings: Vec<ReadingId>,
    legs: Vec<Leg<'a>>,
    /// Which legs are asked for: all, or the stretch that a convention marks.
    stretch: std::ops::Range<usize>,
    sides: Sides,
    rivals: Vec<Rival<'a>>,
    markers: Vec<MarkerSpot<'a>>,
    track: Track<'a>,
    /// The largest accuracy of any segment.
    widest_m: f64,
}

impl<'a> Index<'a> {
    /// Makes a line ready.
    ///
    /// # Errors
    /// When the treaty or a reading is unknown, several treaties draw a line and none is the default, or readings overlap.
    pub fn new(atlas: &'a Atlas, choice: &Choice) -> Result<Self> {
        let (asked, drawn_by) = instruments(atlas, choice)?;
        let mut chosen: Vec<&Reading> = Vec::new();
        for id in &choice.readings {
            let known = drawn_by.readings.iter().find(|r| r.id == *id);
            let reading = known.ok_or_else(|| {
                if drawn_by.readings.is_empty() {
                    Error::ask(format!("unknown reading «{id}»: the line of «{}» has no rival readings", drawn_by.id))
                } else {
                    Error::unknown("reading", id.as_str(), drawn_by.readings.iter().map(|r| r.id.as_str()))
                }
            })?;
            if !chosen.iter().any(|r| r.id == reading.id) {
                chosen.push(reading);
            }
        }
        let lines = courses(drawn_by, &chosen)?;
        let sides = sides(&lines);
        let rivals = rivals(drawn_by, &chosen, &lines);
        let segments = lines.iter().flat_map(|(_, course)| course);
        let (chains, accuracies_m): (_, Vec<f64>) = segments.map(|s| (&s.chain[..], s.accuracy_m)).unzip();
        let widest_m = accuracies_m.iter().copied().fold(0.0, f64::max);
        let track = Track::known(chains, accuracies_m);
        let mut legs: Vec<Leg<'a>> = Vec::new();
        for (line, course) in &lines {
            let mut at_m = 0.0;
            for segment in course {
                let to_m = at_m + track.length_m(legs.len());
                legs.push(Leg { segment, line, from_m: at_m, to_m });
                at_m = to_m;
            }
        }
        let stretch = marked_legs(&legs, asked).unwrap_or(0..legs.len());
        let mut index = Self {
            atlas,
            drawn_by,
            asked,
            readings: chosen.iter().map(|r| r.id.clone()).collect(),
            legs,
            stretch,
            sides,
            rivals,
            markers: Vec::new(),
            track,
            widest_m,
        };
        let foot =
            |p: Position, among: &dyn Fn(usize) -> bool| index.nearest_among(p, among).map(|n| (n.leg, n.line_m));
        index.markers = spots(atlas, &drawn_by.lines, &index.legs, &index.readings, &foot);
        Ok(index)
    }

    /// The atlas it was built from.
    pub fn atlas(&self) -> &'a Atlas {
        self.atlas
    }

    /// The instrument that draws the line.
    pub fn drawn_by(&self) -> &'a Instrument {
        self.drawn_by
    }

    /// The instrument that was asked for: it draws the line or marks a stretch of it.
    pub fn asked(&self) -> &'a Instrument {
        self.asked
    }

    /// The readings put into the line.
    pub fn readings(&self) -> &[ReadingId] {
        &self.readings
    }

    /// The segments of the line in order, line after line.
    pub fn legs(&self) -> &[Leg<'a>] {
        &self.legs
    }

    /// True when a leg is asked for: always, unless a convention that marks only a stretch was named.
    pub fn is_asked(&self, leg: usize) -> bool {
        self.stretch.contains(&leg)
    }

    /// True when every leg is asked for.
    pub fn asks_all(&self) -> bool {
        self.stretch == (0..self.legs.len())
    }

    /// The legs that are asked for, each with its number among all.
    pub fn asked_legs(&self) -> impl Iterator<Item = (usize, &Leg<'a>)> {
        self.stretch.clone().map(|i| (i, &self.legs[i]))
    }

    /// The sides of the line.
    pub fn sides(&self) -> &Sides {
        &self.sides
    }

    /// Every marker of the conventions that mark this line, with its place along it.
    pub fn markers(&self) -> &[MarkerSpot<'a>] {
        &self.markers
    }

    /// The readings under which a point lies otherwise, each with where it then lies. Costs next to nothing away from the
    /// stretches that can be read otherwise.
    pub fn rival_sides(&self, p: Position) -> impl Iterator<Item = (&str, Side<'_>)> {
        let asked = self.rivals.iter().filter(move |rival| rival.reaches(p));
        let other = asked.map(move |rival| (rival.name.as_str(), rival.sides().side(p)));
        other.filter(move |(_, side)| *side != self.sides.side(p))
    }

    /// The nearest point of the line: geodesic, correct to 1 m.
    pub fn nearest(&self, p: Position) -> Nearest {
        self.nearest_among(p, |_| true).expect("a line has a leg")
    }

    /// The nearest point of some of its legs.
    pub(crate) fn nearest_among(&self, p: Position, among: impl Fn(usize) -> bool) -> Option<Nearest> {
        self.track.nearest_among(p, among).map(|(leg, foot)| Nearest {
            leg,
            distance_m: foot.distance_m,
            position: foot.position,
            line_m: self.legs[leg].from_m + foot.at_m,
        })
    }

    /// True when z is at least so large for every point that is no nearer to the line than `reach_m` metres.
    pub(crate) fn is_far(&self, reach_m: f64, accuracy_m: f64, z: f64) -> bool {
        let [line, point] = [measure::sigma_across_m(self.widest_m), measure::sigma_circle_m(accuracy_m)];
        reach_m * reach_m > z * z * (line * line + point * point) * (1.0 + 1e-9)
    }

    /// How near the line is in units of accuracy: z = d/√(σ_line² + σ_point²), smallest over all segments.
    ///
    /// `accuracy_m` is the radius of the 95 % circle around the point, 0 for an exact one.
    pub fn nearness(&self, p: Position, accuracy_m: f64) -> Nearness {
        let found = self.track.nearness(p, accuracy_m, f64::INFINITY);
        found.map_or(Nearness { z: f64::INFINITY, leg: 0 }, |(z, leg)| Nearness { z, leg })
    }

    /// How many of two steps, the lower first, the smallest z reaches: the same as [`Index::nearness`] would tell, by chords
    /// alone unless these leave it open.
    pub fn steps_reached(&self, p: Position, accuracy_m: f64, steps: [f64; 2]) -> usize {
        let reached = |z: f64| steps.iter().filter(|step| z >= **step).count();
        let [low, high] = self.track.bracket(p, accuracy_m, steps);
        if high < steps[0] || reached(low) == reached(high) {
            reached(high)
        } else {
            reached(self.nearness(p, accuracy_m).z)
        }
    }
}

/// The instrument asked for and the one that draws its line.
fn instruments<'a>(atlas: &'a Atlas, choice: &Choice) -> Result<(&'a Instrument, &'a Instrument)> {
    let draws = |t: &&Instrument| !t.lines.is_empty();
    if let Some(id) = &choice.treaty {
        let known = atlas.instruments().iter().map(|t| t.id.as_str());
        let asked = atlas.instrument(id).ok_or_else(|| Error::unknown("treaty", id.as_str(), known))?;
        if draws(&asked) {
            return Ok((asked, asked));
        }
        let marked = asked.demarcates.as_ref().and_then(|d| atlas.line(&d.line)).map(|(t, _)| (asked, t));
        return marked.ok_or_else(|| Error::ask(format!("«{id}» neither draws nor marks a line")));
    }
    let drawn: Vec<&Instrument> = atlas.instruments().iter().filter(draws).collect();
    match drawn.as_slice() {
        [] => Err(Error::ask("no instrument of this folder draws a line")),
        [only] => Ok((only, only)),
        several => several.iter().find(|t| t.default).map(|t| (*t, *t)).ok_or_else(|| {
            let ids: Vec<&str> = several.iter().map(|t| t.id.as_str()).collect();
            Error::ask_hint("several treaties draw a line", format!("name one with --treaty: {}", ids.join(", ")))
        }),
    }
}
