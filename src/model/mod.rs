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
//! | side, left, right | party whose land it is; left and right as seen along the chain |

mod atlas;
mod calendar;
mod course;
mod date;
mod event;
mod id;
mod instrument;
mod lunar;
mod place;
mod position;
mod qing;
mod western;

pub use atlas::Atlas;
pub use calendar::parse_date;
pub use course::CourseError;
pub(crate) use course::course;
pub use date::{CalendarDay, Edtf};
pub use event::Event;
pub use id::{
    DistrictId, DoubtId, EventId, InstrumentId, LineId, MarkerId, PartyId, PlaceId, ReadingId, SegmentId, SourceId,
    TypeId, is_slug,
};
pub use instrument::{
    Article, Assertion, Calendar, Claim, Compass, DateEvent, District, Doubt, Ended, Follows, Instrument, Line, Marker,
    MarkerStatus, Milestone, Party, Reading, Segment, Stage, Stretch, Subject, Text, WrittenDate,
};
pub use place::{
    Certainty, Citation, Location, Match, MatchRelation, Name, Place, PlaceType, Role, Source, SourceKind,
};
pub use position::{BadPosition, Position};
pub use qing::QingDate;
