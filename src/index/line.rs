//! A chosen line: its legs in order, the nearest point of it, and how near in units of its own accuracy.

use super::choice::{Choice, Chosen};
use super::legs::Leg;
use super::markers::{MarkerSpot, marked, spots};
use super::others::{Later, Rival, later, rivals, sides};
use super::sides::{Side, Sides};
use super::track::Track;
use crate::error::{Error, Result};
use crate::measure;
use crate::model::{Atlas, CalendarDay, Instrument, Pending, Position, ReadingId, Stage};

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

/// A chosen line made ready for questions: built once per treaty or day and readings, then only read.
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
    chosen: Chosen<'a>,
    choice: Choice,
    readings: Vec<ReadingId>,
    legs: Vec<Leg<'a>>,
    /// Which legs are asked for: all, or those that the instrument asked for draws or marks.
    asked: Vec<bool>,
    asks_all: bool,
    /// The act that marks each leg on the ground, by the day asked for.
    demarcated_by: Vec<Option<&'a Instrument>>,
    /// The clause by which each leg was to be drawn anew on the day asked for.
    pending: Vec<Option<(&'a Instrument, &'a Pending)>>,
    has_pending: bool,
    sides: Sides,
    rivals: Vec<Rival<'a>>,
    markers: Vec<MarkerSpot<'a>>,
    track: Track<'a>,
    /// The largest accuracy of any segment.
    widest_m: f64,
    later: Vec<Later<'a>>,
}

impl<'a> Index<'a> {
    /// Makes a line ready. On a day before the first line it has no leg, and everything lies outside.
    ///
    /// # Errors
    /// When the treaty or a reading is unknown, several treaties draw a line and none is the default, or readings overlap.
    pub fn new(atlas: &'a Atlas, choice: &Choice) -> Result<Self> {
        let chosen = Chosen::of(atlas, choice)?;
        let courses = chosen.courses(atlas, &chosen.readings)?;
        let sides = sides(&courses);
        let rivals = rivals(atlas, &chosen, &courses);
        let later = later(atlas, &chosen, &courses);
        let segments = courses.iter().flat_map(|course| course.segments());
        let (chains, accuracies_m): (_, Vec<f64>) = segments.map(|s| (&s.chain[..], s.accuracy_m)).unzip();
        let widest_m = accuracies_m.iter().copied().fold(0.0, f64::max);
        let track = Track::known(chains, accuracies_m);
        let mut legs: Vec<Leg<'a>> = Vec::new();
        for course in &courses {
            let mut at_m = 0.0;
            for part in &course.parts {
                let to_m = at_m + track.length_m(legs.len());
                legs.push(Leg { segment: part.segment, line: part.line, drawn_by: part.by, from_m: at_m, to_m });
                at_m = to_m;
            }
        }
        let own = |leg: &Leg<'_>| leg.drawn_by.id == chosen.asked.id;
        let asked = if chosen.asked.id == chosen.root.id {
            vec![true; legs.len()]
        } else if chosen.asked.lines.is_empty() {
            marked(atlas, chosen.asked, &chosen.readings, &legs)
        } else {
            legs.iter().map(own).collect()
        };
        if !legs.is_empty() && !asked.contains(&true) {
            let message = format!("«{}» draws and marks no stretch of the line so chosen", chosen.asked.id);
            return Err(Error::ask_hint(message, "has its line been replaced, or is it undated?"));
        }
        let waiting = choice.on.map(|day| atlas.pending(day, &chosen.readings)).unwrap_or_default();
        let pending: Vec<_> = legs.iter().map(|leg| waiting.get(&leg.segment.id).copied()).collect();
        let replaced = later.first().map(|state| state.from);
        let in_time = |from: CalendarDay| match choice.on {
            Some(day) => from <= day,
            None => replaced.is_none_or(|end| from < end),
        };
        let mut index = Self {
            atlas,
            readings: chosen.readings.iter().map(|r| r.id.clone()).collect(),
            choice: choice.clone(),
            demarcated_by: demarcated_by(atlas, &chosen, &legs, in_time),
            chosen,
            legs,
            asks_all: asked.iter().all(|asked| *asked),
            asked,
            has_pending: pending.iter().any(Option::is_some),
            pending,
            sides,
            rivals,
            markers: Vec::new(),
            track,
            widest_m,
            later,
        };
        let foot =
            |p: Position, among: &dyn Fn(usize) -> bool| index.nearest_among(p, among).map(|n| (n.leg, n.line_m));
        index.markers = spots(atlas, &index.legs, &index.chosen.readings, choice.on, &foot);
        Ok(index)
    }

    /// The atlas it was built from.
    pub fn atlas(&self) -> &'a Atlas {
        self.atlas
    }

    /// The instrument that draws the line, or drew it first: each leg knows its own.
    pub fn drawn_by(&self) -> &'a Instrument {
        self.chosen.root
    }

    /// The instrument that was asked for: it draws the line, or draws or marks a stretch of it.
    pub fn asked(&self) -> &'a Instrument {
        self.chosen.asked
    }

    /// What was chosen.
    pub fn choice(&self) -> &Choice {
        &self.choice
    }

    /// The act that marks a leg on the ground, the first if several do: one in force by the day asked for, or while the line
    /// asked for was the whole line.
    pub fn demarcated_by(&self, leg: usize) -> Option<&'a Instrument> {
        self.demarcated_by.get(leg).copied().flatten()
    }

    /// The clause by which a leg was to be drawn anew or marked on the day asked for, and its instrument: what stands is
    /// then the older line.
    pub fn pending(&self, leg: usize) -> Option<(&'a Instrument, &'a Pending)> {
        self.pending.get(leg).copied().flatten()
    }

    /// True when a pending stretch is among the legs.
    pub(crate) fn has_pending(&self) -> bool {
        self.has_pending
    }

    /// The line as it was later, state by state.
    pub fn later(&self) -> &[Later<'a>] {
        &self.later
    }

    /// The first day of the line asked for, where one was asked for.
    pub fn day(&self) -> Option<CalendarDay> {
        self.chosen.day
    }

    /// The readings put into the line.
    pub fn readings(&self) -> &[ReadingId] {
        &self.readings
    }

    /// The segments of the line in order, line after line.
    pub fn legs(&self) -> &[Leg<'a>] {
        &self.legs
    }

    /// True when a leg is asked for: always, unless an instrument that draws or marks only a stretch was named.
    pub fn is_asked(&self, leg: usize) -> bool {
        self.asked[leg]
    }

    /// True when every leg is asked for.
    pub fn asks_all(&self) -> bool {
        self.asks_all
    }

    /// The legs that are asked for, each with its number among all.
    pub fn asked_legs(&self) -> impl Iterator<Item = (usize, &Leg<'a>)> {
        self.legs.iter().enumerate().filter(|(i, _)| self.asked[*i])
    }

    /// The sides of the line.
    pub fn sides(&self) -> &Sides {
        &self.sides
    }

    /// Every marker that stands on this line, with its place along it: of a day's line those set by then.
    pub fn markers(&self) -> &[MarkerSpot<'a>] {
        &self.markers
    }

    /// The readings under which a point lies otherwise, each with where it then lies. Costs next to nothing away from the
    /// stretches that can be read otherwise.
    pub fn rival_sides(&self, p: Position) -> impl Iterator<Item = (&str, Side<'_>)> {
        let asked = self.rivals.iter().filter(move |rival| rival.other.reaches(p));
        let other = asked.map(move |rival| (rival.name.as_str(), rival.other.sides().side(p)));
        other.filter(move |(_, side)| *side != self.sides.side(p))
    }

    /// The nearest point of the line: geodesic, correct to 1 m; infinitely far where there is no line yet.
    pub fn nearest(&self, p: Position) -> Nearest {
        let none = Nearest { leg: 0, distance_m: f64::INFINITY, position: p, line_m: 0.0 };
        self.nearest_among(p, |_| true).unwrap_or(none)
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

/// The first act that marks each leg: one that says so, or the one that draws it while marking it. Undated ones come last.
fn demarcated_by<'a>(
    atlas: &'a Atlas,
    chosen: &Chosen<'a>,
    legs: &[Leg<'a>],
    in_time: impl Fn(CalendarDay) -> bool,
) -> Vec<Option<&'a Instrument>> {
    let mut found: Vec<Option<&Instrument>> = vec![None; legs.len()];
    let undated =
        atlas.instruments().iter().filter(|t| t.dates.is_empty() && t.never_in_force.is_none() && chosen.day.is_none());
    let dated = atlas.acts().into_iter().filter(|(from, _)| in_time(*from)).map(|(_, act)| act);
    for act in dated.chain(undated) {
        let marks = marked(atlas, act, &chosen.readings, legs);
        for (k, leg) in legs.iter().enumerate() {
            let own = leg.drawn_by.id == act.id && act.stage == Stage::Demarcation;
            if found[k].is_none() && (own || marks[k]) {
                found[k] = Some(act);
            }
        }
    }
    found
}
