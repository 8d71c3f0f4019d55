//! The model: plain values that know no file, no format and no geometry beyond positions.
//!
//! | we say | it means |
//! | --- | --- |
//! | instrument: treaty, protocol, convention | the act; it delimits a line, or marks one |
//! | article, segment | its clause; the stretch of line between two places it names |
//! | delimitation / demarcation | agreed in words and on a map / marked on the ground (Jones 1945) |
//! | marker | 牌博, 鄂博, 界牌: cairn or post set under a demarcation |
//! | karun | 卡伦, guard post; place type `guard-post` |
//! | certainty | `certain`, `less-certain`, `uncertain`, as in Linked Places |
//! | accuracy | 95 % radius (places) or 95 % cross-line distance (segments), metres |
//! | replaced, pending | a stretch in whose place a later line stands / that a clause orders to be drawn anew |
//! | tract | land held by one party while the line left it to the other: an occupation, a loan |
//! | side, left, right | party whose land it is; left and right as seen along the chain |

mod assertion;
mod atlas;
mod calendar;
mod course;
mod date;
mod event;
mod id;
mod instrument;
mod line;
mod lunar;
mod place;
mod position;
mod qing;
mod timeline;
mod tract;
mod western;

pub use assertion::{Assertion, Claim, Compass, Doubt, Subject};
pub use atlas::Atlas;
pub use calendar::parse_date;
pub use course::{Course, CourseError, Part};
pub(crate) use course::{course, drawn, run, splice};
pub use date::{CalendarDay, Edtf};
pub use event::Event;
pub use id::{
    DistrictId, DoubtId, EventId, InstrumentId, LineId, MarkerId, PartyId, PlaceId, ReadingId, SegmentId, SourceId,
    TractId, TypeId, is_slug,
};
pub(crate) use instrument::in_force;
pub use instrument::{
    Article, Calendar, DateEvent, District, Instrument, Marker, MarkerStatus, Milestone, Party, PublishedArea, Stage,
    Text, WrittenDate,
};
pub use line::{Ended, Follows, Line, Pending, Reading, Segment, Stretch};
pub use place::{
    Certainty, Citation, Location, Match, MatchRelation, Name, Place, PlaceType, Role, Source, SourceKind,
};
pub use position::{BadPosition, Position};
pub use qing::QingDate;
pub use timeline::State;
pub(crate) use timeline::{put, root_courses};
pub use tract::{Tenure, Tract};
