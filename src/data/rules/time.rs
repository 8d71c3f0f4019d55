//! Lines that stand in place of a stretch of another: spliced in the order of time, each line in force is one sound chain.

use super::super::{InstrumentRecord, Problems, Record, Records};
use super::faces::Whole;
use super::shapes::crosses;
use crate::model::{
    CalendarDay, Course, CourseError, DateEvent, Edtf, Line, Milestone, Part, Reading, Segment, drawn, splice,
};

/// `replaces-nothing`, `splice-ends`, `splice-gap`, `other-parties`; and for the line in force from each day on the rules
/// that hold for every line: `self-crossing`, `end-off-ring`, `leaves-extent`, `enclave-crosses`.
pub(super) fn splices(records: &Records, problems: &mut Problems) {
    let mut acts: Vec<Act<'_>> = records.instruments.iter().enumerate().filter_map(|(i, t)| Act::of(i, t)).collect();
    acts.sort_by_key(|act| act.day);
    replaced_later(records, &acts, problems);
    // A broken line would only be called broken a second time.
    let drawn = acts.iter().map(|act| act.record).filter(|t| !t.lines.is_empty());
    if drawn.clone().any(|t| !t.has_chains(problems)) || acts.iter().all(|act| !act.replaces()) {
        return;
    }
    for root in acts.iter().filter(|act| act.in_force && act.begins()) {
        let mut reported = Vec::new();
        let readings = acts.iter().flat_map(|act| &act.record.readings).map(|r| Some(&r.value));
        for reading in std::iter::once(None).chain(readings) {
            sequence(records, &acts, root, reading, &mut reported, problems);
        }
    }
}

/// An instrument that draws lines, with the day from which they hold; for one never in force, the day of its signature.
struct Act<'r> {
    number: usize,
    record: &'r InstrumentRecord,
    day: CalendarDay,
    in_force: bool,
}

impl<'r> Act<'r> {
    fn of(number: usize, record: &'r InstrumentRecord) -> Option<Self> {
        let signed = || record.dates.iter().find(|d| d.value.event == Milestone::Signed);
        let day = record.first_day().or_else(|| signed().and_then(|d| d.value.edtf.earliest()));
        let in_force = record.first_day().is_some();
        day.filter(|_| !record.lines.is_empty()).map(|day| Self { number, record, day, in_force })
    }

    /// True when it draws a line that replaces none.
    fn begins(&self) -> bool {
        self.record.lines.iter().any(|l| l.value.replaces.is_none())
    }

    fn replaces(&self) -> bool {
        self.record.lines.iter().any(|l| l.value.replaces.is_some())
    }
}

/// `replaces-nothing`: what is replaced was drawn by an act in force before.
fn replaced_later(records: &Records, acts: &[Act<'_>], problems: &mut Problems) {
    for t in &records.instruments {
        let own = acts.iter().position(|act| std::ptr::eq(act.record, t));
        for line in &t.lines {
            let Some(old) = &line.value.replaces else { continue };
            let Some(own) = own else {
                let message = format!("«{}» replaces a stretch of «{}», but has no date", line.value.id, old.line);
                problems
                    .error(line.at("replaces"), "replaces-nothing", message)
                    .help("give the instrument a [[date]]: signed, ratified or in-force");
                continue;
            };
            let draws = |t: &InstrumentRecord| t.lines.iter().any(|l| l.value.id == old.line);
            let owner = acts.iter().position(|act| draws(act.record));
            if let Some(undated) = records.instruments.iter().find(|t| draws(t) && owner.is_none()) {
                let message =
                    format!("«{}» replaces a stretch of «{}», whose act has no date", line.value.id, old.line);
                problems
                    .error(line.at("replaces.line"), "replaces-nothing", message)
                    .help(format!("give «{}» a [[date]]: signed, ratified or in-force", undated.id));
            }
            if let Some(owner) = owner.filter(|o| *o >= own || !acts[*o].in_force) {
                let when =
                    if acts[owner].in_force { format!("from {} on", acts[owner].day) } else { "never".to_owned() };
                let message = format!(
                    "«{}», which holds from {} on, replaces «{}», which held {when}",
                    line.value.id, acts[own].day, old.line
                );
                problems
                    .error(line.at("replaces.line"), "replaces-nothing", message)
                    .help("links point back in time only: name a line that was in force before");
            }
        }
    }
}

/// The lines in force one after another, with one reading put in or none.
fn sequence(
    records: &Records,
    acts: &[Act<'_>],
    root: &Act<'_>,
    reading: Option<&Reading>,
    reported: &mut Vec<(usize, usize)>,
    problems: &mut Problems,
) {
    let chosen: Vec<&Reading> = reading.into_iter().collect();
    let mut courses: Vec<Course<'_, usize>> = Vec::new();
    for line in root.record.lines.iter().filter(|l| l.value.replaces.is_none()) {
        let Ok(segments) = drawn(segments_of(root.record), &line.value.id, &chosen) else { return };
        courses.push(Course::drawn(root.number, &line.value, &segments));
    }
    for act in acts.iter().filter(|act| act.day >= root.day) {
        // What was never in force is tried on the line of its day and leaves no trace.
        let mut tried = courses.clone();
        let before: Vec<Part<'_, usize>> = courses.iter().flat_map(|c| c.parts.iter().copied()).collect();
        for line in &act.record.lines {
            let Ok(segments) = drawn(segments_of(act.record), &line.value.id, &chosen) else { return };
            match splice(&mut tried, act.number, &line.value, &segments) {
                Ok(false) => continue,
                Ok(true) => {}
                // A reading may take away the ends: it then cannot be chosen for that time.
                Err(_) if reading.is_some() => return,
                Err(why) => {
                    if let CourseError::Splice(..) = why {
                        let help = "both are ends of segments of the line then in force, in this order: split the older segment there";
                        problems
                            .error(line.at("replaces"), "splice-ends", format!("{why} from {} on", act.day))
                            .help(help);
                    }
                    return;
                }
            }
            judge(records, act, line, &tried, reading, reported, problems);
            if reading.is_none() && act.in_force {
                let left = |s: &Segment| tried.iter().flat_map(Course::segments).any(|t| t.id == s.id);
                gone(acts, act, line, before.iter().filter(|part| !left(part.segment)), records, problems);
            }
        }
        if act.in_force {
            courses = tried;
        }
    }
}

/// `replaced-at-once`, `ended-twice`: what a line replaces was in force for a day at least, and its end is said once.
fn gone<'r>(
    acts: &[Act<'_>],
    act: &Act<'_>,
    line: &Record<Line>,
    parts: impl Iterator<Item = &'r Part<'r, usize>>,
    records: &Records,
    problems: &mut Problems,
) {
    let mut at_once = false;
    for part in parts {
        let t = &records.instruments[part.by];
        if !at_once && acts.iter().any(|a| a.number == part.by && a.day == act.day) {
            at_once = true;
            let message = format!(
                "«{}» replaces «{}» of «{}», which came into force on the same day",
                line.value.id, part.segment.id, t.id
            );
            problems
                .error(line.at("replaces"), "replaced-at-once", message)
                .help("which of the two held? draw one line for the day, or correct a date");
        }
        let record = t.segments.iter().find(|s| s.value.id == part.segment.id);
        if let Some(record) = record.filter(|s| s.value.ended.is_some()) {
            let message =
                format!("«{}» ends where «{}» takes its place, on {}", record.value.id, line.value.id, act.day);
            problems.error(record.at("ended"), "ended-twice", message).help("leave `ended` out: it follows");
        }
    }
}

/// `links-ahead`: what an act marks or reopens was in force by then. `never-in-force`: what never was has no date on which
/// it was.
pub(super) fn links(records: &Records, problems: &mut Problems) {
    for t in &records.instruments {
        if t.never_in_force.is_some() {
            let on = |d: &&Record<DateEvent>| matches!(d.value.event, Milestone::InForce | Milestone::Ratified);
            for date in t.dates.iter().filter(on) {
                let message = format!("«{}» was never in force, but has a date «{}»", t.id, date.value.event.as_str());
                problems.error(date.at("event"), "never-in-force", message).help("leave out one of the two");
            }
        }
        let Some(day) = t.first_day() else { continue };
        let marked = t.demarcates.iter().map(|d| (&d.value, &d.entry));
        for (stretch, entry) in marked.chain(t.pending.iter().map(|p| (&p.value.stretch, &p.entry))) {
            let draws = |o: &&InstrumentRecord| o.lines.iter().any(|l| l.value.id == stretch.line);
            let Some(owner) = records.instruments.iter().find(draws) else { continue };
            let ahead = match owner.first_day() {
                Some(drawn) if drawn > day => format!("held from {drawn} on"),
                None if owner.never_in_force.is_some() => "was never in force".to_owned(),
                _ => continue,
            };
            let message = format!("«{}», in force from {day} on, speaks of «{}», which {ahead}", t.id, stretch.line);
            problems
                .error(entry.kept("line"), "links-ahead", message)
                .help("links point back in time only: name a line that was in force by then");
        }
    }
}

/// Judges the course into which a line was put.
fn judge(
    records: &Records,
    act: &Act<'_>,
    line: &Record<Line>,
    courses: &[Course<'_, usize>],
    reading: Option<&Reading>,
    reported: &mut Vec<(usize, usize)>,
    problems: &mut Problems,
) {
    let own = |s: &&Segment| s.line == line.value.id;
    let Some(course) = courses.iter().find(|c| c.segments().any(|s| own(&s))) else { return };
    let Some(first) = course.segments().position(|s| own(&s)) else { return };
    let end = first + course.segments().filter(own).count();
    if reading.is_none() {
        let parties = [&line.value.left, &line.value.right];
        if parties != [&course.line.left, &course.line.right] {
            let message = format!(
                "«{}» has {} left and {} right, the line in which it stands {} and {}",
                line.value.id, parties[0], parties[1], course.line.left, course.line.right
            );
            problems
                .error(line.at("left"), "other-parties", message)
                .help("a line that replaces a stretch runs the same way, between the same parties");
        }
        for joint in [first, end].into_iter().filter(|j| *j > 0 && *j < course.parts.len()) {
            let [before, after] = [joint - 1, joint].map(|k| course.parts[k].segment);
            if before.to != after.from || before.chain.last() != after.chain.first() {
                let at = |p: Option<&crate::model::Position>| p.map_or("nowhere".to_owned(), ToString::to_string);
                let message = format!(
                    "«{}» ends at «{}», {}, but «{}» begins at «{}», {}",
                    before.id,
                    before.to,
                    at(before.chain.last()),
                    after.id,
                    after.from,
                    at(after.chain.first())
                );
                problems.error(line.at("replaces"), "splice-gap", message).help(
                    "where the new line leaves the old one and comes back, both have the same place and position",
                );
                return;
            }
        }
    }
    let read = reading.map(|r| format!(" with reading «{}»", r.id)).unwrap_or_default();
    let whole = Whole {
        id: &course.line.id,
        with: format!(" (from {} on, with «{}»{read})", act.day, line.value.id),
        segments: course.parts.iter().map(|part| (&records.instruments[part.by], part.segment)).collect(),
        fresh: first..end,
        ring: course.extent,
        new_ring: line.value.extent.is_some(),
    };
    whole.judge(reported, problems);
    let strokes = |parts: &[Part<'_, usize>]| {
        parts.iter().flat_map(|part| part.segment.chain.windows(2)).map(|w| [w[0], w[1]]).collect::<Vec<_>>()
    };
    let new = strokes(&course.parts[first..end]);
    for enclave in courses.iter().filter(|c| c.extent.is_none() && reading.is_none()) {
        if strokes(&enclave.parts).iter().any(|a| new.iter().any(|b| crosses(a, b))) {
            let message = format!("«{}» meets the enclave «{}»", line.value.id, enclave.line.id);
            problems
                .error(line.at("replaces"), "enclave-crosses", message)
                .help("an enclave lies wholly on one side of another line");
        }
    }
}

fn segments_of(t: &InstrumentRecord) -> impl Iterator<Item = &Segment> {
    t.segments.iter().map(|s| &s.value)
}

/// `bad-ring`, `open-span`, `no-tract`: a tract has a sound edge, and was held from one day to another.
pub(super) fn tracts(records: &Records, problems: &mut Problems) {
    for t in &records.tracts {
        let ring = &t.value.ring;
        let fault = if ring.len() < 4 {
            Some("has fewer than four positions")
        } else if ring.first() != ring.last() {
            Some("is not closed")
        } else if super::shapes::crossing(ring, &(0..ring.len())).is_some() {
            Some("crosses itself")
        } else if crate::measure::ring_area2(ring) <= 0.0 {
            Some("runs clockwise")
        } else {
            None
        };
        if let Some(fault) = fault {
            problems
                .error(t.at("ring"), "bad-ring", format!("the ring of «{}» {fault}", t.value.id))
                .help("a ring is closed, counter-clockwise and does not cross itself");
        }
        if t.value.holder == t.value.of {
            let message = format!("«{}» was held by «{}», whose it was by the line", t.value.id, t.value.holder);
            problems.error(t.at("holder"), "no-tract", message).help("a tract is land that another party held");
        }
        let ends: [fn(&Edtf) -> Option<CalendarDay>; 2] = [Edtf::earliest, Edtf::latest];
        if ends.iter().any(|end| end(&t.value.held).is_none()) {
            let message = format!("«{}» was held {}: expected a span with both ends", t.value.id, t.value.held);
            problems.error(t.at("held"), "open-span", message).help("as 1871-07-04/1882-03-22, or 1883-10-03/1893");
        }
    }
}
