//! Which side of the line, how far, how sure, says which article.

mod answer;
mod then;
mod words;

use super::ask::Subject;
use crate::index::{Index, Leg, MarkerSpot, Nearest, Nearness, Side};
use crate::measure::{distance_m, phi, round_to};
use crate::model::{LineId, Place, Position};
pub(crate) use answer::word;
pub use answer::{
    Held, LaterSide, MarkerRef, ON_LINE, OtherSide, PendingRef, Query, SegmentRef, SideAnswer, Verdict, Z_CERTAIN,
    Z_LESS_CERTAIN,
};
pub use then::no_line;
pub use words::metres;
use words::{dated, definite, sentence, subject_name};

/// What is known of a bare point: the part that tables need, without words.
#[derive(Clone, Debug)]
pub struct PointSide<'a> {
    /// Where it lies.
    pub side: Side<'a>,
    /// How sure that is.
    pub verdict: Verdict,
    /// Φ(z); `None` outside.
    pub probability: Option<f64>,
    /// The nearest point; `None` outside.
    pub nearest: Option<Nearest>,
}

impl<'a> PointSide<'a> {
    /// A party's id, `on-line`, or `None` outside.
    pub fn side(&self) -> Option<&'a str> {
        word(self.side)
    }
}

/// Side and certainty of a point whose 95 % circle has a radius of `accuracy_m` metres (0: exact).
///
/// ```
/// use karun::{Atlas, Index, Position, query::side};
/// let atlas = Atlas::bundled();
/// let index = Index::new(&atlas, &Default::default())?;
/// let almaty = side::of_point(&index, Position::new(76.91, 43.25).unwrap(), 0.0);
/// assert_eq!(almaty.side(), Some("russia"));
/// # Ok::<(), karun::Error>(())
/// ```
pub fn of_point<'i>(index: &'i Index<'_>, p: Position, accuracy_m: f64) -> PointSide<'i> {
    let outside = PointSide { side: Side::Outside, verdict: Verdict::Outside, probability: None, nearest: None };
    let side = index.sides().side(p);
    if side == Side::Outside {
        return outside;
    }
    let nearest = index.nearest(p);
    if !index.is_asked(nearest.leg) {
        return outside;
    }
    if side == Side::OnLine {
        return PointSide { side, verdict: Verdict::Uncertain, probability: Some(0.5), nearest: Some(nearest) };
    }
    let Nearness { z, .. } = index.nearness(p, accuracy_m);
    PointSide { side, verdict: at_best(index, p, Verdict::of(z)), probability: Some(phi(z)), nearest: Some(nearest) }
}

/// Side and verdict alone, the same as [`of_point`] gives: all that a table of two columns needs.
///
/// Costs a few nanoseconds where the line is farther than any band of accuracy reaches; a microsecond where a stretch is pending
/// or only one is asked for, since then the nearest leg has to be known.
///
/// ```
/// use karun::{Atlas, Index, Position, index::Side, query::side::{self, Verdict}};
/// let atlas = Atlas::bundled();
/// let index = Index::new(&atlas, &Default::default())?;
/// let (side, verdict) = side::verdict(&index, Position::new(76.91, 43.25).unwrap(), 0.0);
/// assert_eq!((side, verdict), (Side::Of(&"russia".into()), Verdict::Certain));
/// # Ok::<(), karun::Error>(())
/// ```
pub fn verdict<'i>(index: &'i Index<'_>, p: Position, accuracy_m: f64) -> (Side<'i>, Verdict) {
    let (side, reach_m) = index.sides().side_and_reach(p);
    if side == Side::Outside || !(index.asks_all() || index.is_asked(index.nearest(p).leg)) {
        return (Side::Outside, Verdict::Outside);
    }
    if side == Side::OnLine {
        return (side, Verdict::Uncertain);
    }
    let far = index.is_far(reach_m, accuracy_m, Z_CERTAIN);
    let reached = if far { 2 } else { index.steps_reached(p, accuracy_m, [Z_LESS_CERTAIN, Z_CERTAIN]) };
    let sure = [Verdict::Uncertain, Verdict::LessCertain, Verdict::Certain][reached];
    (side, at_best(index, p, sure))
}

/// Where readings disagree, or the nearest stretch was to be drawn anew, nothing is certain.
fn at_best(index: &Index<'_>, p: Position, sure: Verdict) -> Verdict {
    let doubted = |p| index.has_pending() && index.pending(index.nearest(p).leg).is_some();
    if sure == Verdict::Certain && (index.rival_sides(p).next().is_some() || doubted(p)) {
        Verdict::LessCertain
    } else {
        sure
    }
}

/// The whole answer about a point or place.
///
/// `accuracy_m` is the radius in metres of the 95 % circle; `None` takes the place's own, or 0 for a bare point.
///
/// ```
/// use karun::{Atlas, Index, query::{locate, side}};
/// let atlas = Atlas::bundled();
/// let index = Index::new(&atlas, &Default::default())?;
/// let burkhat = side::of(&index, "Burkhat", locate(&atlas, "burkhat")?, None);
/// assert_eq!(burkhat.side.as_deref(), Some("on-line"));
/// # Ok::<(), karun::Error>(())
/// ```
pub fn of(index: &Index<'_>, text: &str, subject: Subject<'_>, accuracy_m: Option<f64>) -> SideAnswer {
    let mut answer = of_line(index, text, subject, accuracy_m);
    then::add(index, subject, &mut answer);
    answer
}

/// The answer by the line asked for alone, without what held beside it or came later.
fn of_line(index: &Index<'_>, text: &str, subject: Subject<'_>, accuracy_m: Option<f64>) -> SideAnswer {
    let (place, point, accuracy_m) = match subject {
        Subject::Point(p) => (None, Some(p), accuracy_m.unwrap_or(0.0)),
        Subject::Place(place) => {
            let location = place.location(index.readings());
            let own = location.map_or(0.0, |l| l.accuracy_m);
            (Some(place), location.map(|l| l.point), accuracy_m.unwrap_or(own))
        }
    };
    let query = Query {
        text: text.to_owned(),
        place: place.map(|p| p.id.clone()),
        lon: point.map(Position::lon),
        lat: point.map(Position::lat),
        accuracy_m,
    };
    let mut answer = blank(index, query);
    if let Some(place) = place {
        if index.atlas().is_area(place) {
            answer.reason = Some(format!("{} is an area: it has no one side", place.display_name()));
            answer.sentence = format!("{} is an area, not a point: ask about a place in it.", place.display_name());
            return answer;
        }
        if let Some(clause) = on_line_by_text(index, place) {
            return on_line(index, answer, place, point, &clause);
        }
    }
    if index.legs().is_empty() {
        let (reason, sentence) = then::before(index);
        answer.verdict = Verdict::Outside;
        (answer.reason, answer.sentence) = (Some(reason), sentence);
        return answer;
    }
    let Some(p) = point else {
        let name = place.map_or(text, Place::display_name);
        answer.reason = Some(format!("{name} has no position: nobody could put it on the map"));
        answer.sentence = format!("{name} cannot be put on the map, so no side can be given.");
        return answer;
    };
    let found = of_point(index, p, accuracy_m);
    answer.verdict = found.verdict;
    let Some(nearest) = found.nearest else {
        let (subject, title) = (subject_name(place, p), index.asked().title());
        let (reason, ending) = if !index.asks_all() && index.sides().side(p) != Side::Outside {
            let does = if index.asked().lines.is_empty() { "marks" } else { "draws" };
            (format!("beyond the stretch that this act {does}"), "beyond the stretch")
        } else {
            ("outside the country that this line divides".to_owned(), "outside the country")
        };
        // Swapped coordinates are the usual reason.
        let mirrored = place.is_none().then(|| Position::new(p.lat(), p.lon()).ok()).flatten();
        let inside = mirrored.filter(|m| index.sides().side(*m) != Side::Outside);
        let hint = inside.map(|m| format!("; {m} lies inside: longitude comes first")).unwrap_or_default();
        answer.reason = Some(format!("{reason}{hint}"));
        let lies = if answer.on.is_some() { "lay" } else { "lies" };
        answer.sentence =
            format!("{} {lies} {ending} that the {} concerns.", dated(&answer, &subject), definite(title));
        return answer;
    };
    answer.side = found.side().map(str::to_owned);
    answer.probability = found.probability.map(|p| round_to(p, 3));
    fill_nearest(index, &mut answer, p, &nearest);
    answer.readings =
        index.rival_sides(p).map(|(id, w)| OtherSide { id: id.to_owned(), side: word(w).map(str::to_owned) }).collect();
    if found.side == Side::OnLine {
        answer.reason = Some("the coordinate lies exactly on the line as drawn".to_owned());
    } else if place.is_some()
        && found.verdict != Verdict::Certain
        && accuracy_m > 0.0
        && !only_pending(index, p, accuracy_m)
    {
        answer.reason = Some(doubt(index, p, accuracy_m));
    }
    answer.sentence = sentence(index, &answer, &subject_name(place, p), &nearest);
    answer
}

/// True where nothing but a clause that reopened the nearest stretch keeps a side from being certain.
fn only_pending(index: &Index<'_>, p: Position, accuracy_m: f64) -> bool {
    index.pending(index.nearest(p).leg).is_some() && index.nearness(p, accuracy_m).z >= Z_CERTAIN
}

/// Why a side is not certain, in a few words.
fn doubt(index: &Index<'_>, p: Position, accuracy_m: f64) -> String {
    let leg = &index.legs()[index.nearness(p, accuracy_m).leg];
    format!(
        "the place is known to {} and the line of «{}» to {}",
        metres(accuracy_m),
        leg.segment.id,
        metres(leg.segment.accuracy_m)
    )
}

fn blank(index: &Index<'_>, query: Query) -> SideAnswer {
    SideAnswer {
        query,
        treaty: index.asked().id.clone(),
        line: index.drawn_by().lines.first().map_or_else(|| LineId::from(""), |l| l.id.clone()),
        side: None,
        verdict: Verdict::Unlocated,
        probability: None,
        distance_m: None,
        nearest_point: None,
        line_km: None,
        segment: None,
        marker: None,
        readings: Vec::new(),
        reason: None,
        on: index.choice().on,
        pending: None,
        held: Vec::new(),
        later: Vec::new(),
        sentence: String::new(),
    }
}

/// The clause by which the text itself puts a place on the line, and the leg meant.
fn on_line_by_text(index: &Index<'_>, place: &Place) -> Option<(usize, String)> {
    let legs = index.legs();
    let asked = |leg: &usize| index.is_asked(*leg);
    let clause = |leg: usize, what: &str| {
        let (segment, title) = (legs[leg].segment, definite(legs[leg].drawn_by.title()));
        (leg, format!("article {} of the {title} {what} (segment «{}»)", segment.article, segment.id))
    };
    let ends = |i: &usize| legs[*i].segment.to == place.id || legs[*i].segment.from == place.id;
    let end = (0..legs.len()).filter(asked).find(ends);
    let named = |leg: usize| {
        let article = legs[leg].drawn_by.articles.iter().find(|a| a.number == legs[leg].segment.article);
        article.is_some_and(|a| a.places.contains(&place.id))
    };
    if let Some(leg) = end.filter(|leg| named(*leg)) {
        return Some(clause(leg, "puts it on the line"));
    }
    if let Some(spot) = index.markers().iter().find(|s| s.place.id == place.id && index.is_asked(s.leg)) {
        let (number, title, segment) =
            (spot.marker.number, definite(spot.convention.title()), &legs[spot.leg].segment.id);
        return Some((spot.leg, format!("marker {number} of the {title} stood there (segment «{segment}»)")));
    }
    if let Some(leg) = end {
        return Some(clause(leg, "leads the line past it"));
    }
    let on = place.location(index.readings()).and_then(|l| l.on.as_ref())?;
    let leg = (0..legs.len()).filter(asked).find(|i| legs[*i].segment.id == *on)?;
    Some(clause(leg, "leads the line along it"))
}

fn on_line(
    index: &Index<'_>,
    mut answer: SideAnswer,
    place: &Place,
    point: Option<Position>,
    clause: &(usize, String),
) -> SideAnswer {
    answer.side = Some(ON_LINE.to_owned());
    let pending = index.pending(clause.0).is_some();
    answer.verdict = if pending { Verdict::LessCertain } else { Verdict::Certain };
    answer.probability = Some(1.0);
    if let Some(p) = point {
        // The radius means along the line; the foot is looked for on the whole line, the segment is the clause's.
        let nearest = index.nearest(p);
        fill_nearest(index, &mut answer, p, &nearest);
    }
    answer.line = index.legs()[clause.0].line.id.clone();
    if index.choice().on.is_some() {
        answer.treaty = index.legs()[clause.0].drawn_by.id.clone();
    }
    answer.segment = Some(segment_ref(&index.legs()[clause.0]));
    answer.reason = Some(clause.1.clone());
    let stands = if answer.on.is_some() { "stood" } else { "stands" };
    answer.sentence = format!("{} {stands} on the line itself: {}.", dated(&answer, place.display_name()), clause.1);
    answer
}

fn fill_nearest(index: &Index<'_>, answer: &mut SideAnswer, p: Position, nearest: &Nearest) {
    let leg = &index.legs()[nearest.leg];
    answer.line = leg.line.id.clone();
    if index.choice().on.is_some() {
        answer.treaty = leg.drawn_by.id.clone();
    }
    answer.distance_m = Some(round_to(nearest.distance_m, 1));
    answer.nearest_point = Some([round_to(nearest.position.lon(), 5), round_to(nearest.position.lat(), 5)]);
    answer.line_km = Some(round_to(nearest.line_m / 1000.0, 1));
    answer.segment = Some(segment_ref(leg));
    answer.marker = nearest_marker(index, p).map(|(spot, distance)| MarkerRef {
        id: spot.marker.id.clone(),
        district: index.legs()[spot.leg].segment.district.clone(),
        number: spot.marker.number,
        place: spot.place.id.clone(),
        distance_m: round_to(distance, 1),
    });
}

/// The nearest marker with a position, and the geodesic metres to it; ties go to the earlier one.
pub fn nearest_marker<'i, 'a>(index: &'i Index<'a>, p: Position) -> Option<(&'i MarkerSpot<'a>, f64)> {
    index
        .markers()
        .iter()
        .filter(|s| index.is_asked(s.leg))
        .filter_map(|s| s.location.map(|l| (s, distance_m(p, l.point))))
        .min_by(|a, b| a.1.total_cmp(&b.1))
}

fn segment_ref(leg: &Leg<'_>) -> SegmentRef {
    let s = leg.segment;
    SegmentRef {
        id: s.id.clone(),
        district: s.district.clone(),
        article: s.article.clone(),
        from: s.from.clone(),
        to: s.to.clone(),
        follows: s.follows,
        accuracy_m: s.accuracy_m,
    }
}

/// The side of a place as columns of the `places` layer show it: side, verdict, metres.
pub fn of_place(index: &Index<'_>, place: &Place) -> (Option<String>, Verdict, Option<f64>) {
    let answer = of_line(index, "", Subject::Place(place), None);
    (answer.side, answer.verdict, answer.distance_m)
}
