//! Arguments that several commands share.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::error::{Error, Result};
use crate::index::Choice;
use crate::model::{
    Atlas, CalendarDay, DistrictId, Edtf, Instrument, InstrumentId, Marker, ReadingId, TypeId, parse_date,
};

#[derive(Args)]
pub(super) struct Global {
    /// A data folder to read in place of the bundled data
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,

    /// The instrument whose line is asked: one that draws it, or a convention that marks a stretch
    #[arg(long, global = true, value_name = "ID")]
    treaty: Option<String>,
}

impl Global {
    /// The data asked for.
    pub fn atlas(&self) -> Result<Atlas> {
        self.data.as_deref().map_or_else(|| Ok(Atlas::bundled()), Atlas::open)
    }

    /// The folder asked for.
    pub fn data(&self) -> Option<&std::path::Path> {
        self.data.as_deref()
    }

    /// The treaty asked for.
    pub fn treaty(&self) -> Option<&str> {
        self.treaty.as_deref()
    }

    /// The command as it was asked, for what to try next.
    pub fn again(&self) -> String {
        let mut out = "karun".to_owned();
        if let Some(dir) = &self.data {
            out.push_str(&format!(" --data {}", quoted(&dir.display().to_string())));
        }
        if let Some(treaty) = &self.treaty {
            out.push_str(&format!(" --treaty {treaty}"));
        }
        out
    }

    /// The line asked for.
    pub fn choice(&self, readings: &Readings) -> Choice {
        Choice {
            treaty: self.treaty.as_deref().map(InstrumentId::from),
            readings: readings.reading.iter().map(|r| ReadingId::from(r.as_str())).collect(),
            ..Choice::default()
        }
    }

    /// The line asked for with its markers: a date within which some were set is not one day.
    pub fn choice_with_markers(&self, atlas: &Atlas, line: &WhichLine) -> Result<Choice> {
        let choice = self.choice_on(atlas, line)?;
        if let Some((first, last)) = choice.on.zip(choice.through) {
            let set = |m: &Marker, t: &Instrument| m.set.as_ref().or(t.in_force()).and_then(Edtf::earliest);
            let mut days: Vec<String> = atlas
                .markers()
                .filter_map(|(t, m)| set(m, t))
                .filter(|day| first < *day && *day <= last)
                .map(|day| day.to_string())
                .collect();
            days.sort_unstable();
            days.dedup();
            if !days.is_empty() {
                let message = format!("not the same markers stood from {first} to {last}");
                return Err(Error::ask_hint(message, format!("name a day; some were set from {}", days.join(", "))));
            }
        }
        Ok(choice)
    }

    /// The line asked for, of a treaty or of a day.
    pub fn choice_on(&self, atlas: &Atlas, line: &WhichLine) -> Result<Choice> {
        let mut choice = self.choice(&line.readings);
        if let Some(date) = &line.on {
            if let Some(treaty) = &self.treaty {
                let hint = format!(
                    "leave out --treaty {treaty} for the line in force on {date}, or --on for the line that it draws"
                );
                return Err(Error::ask_hint("--treaty and --on ask for two lines", hint));
            }
            choice.on = Some(one_day(atlas, date)?);
            choice.through = date.latest();
        }
        Ok(choice)
    }
}

/// Words as one types them in a shell.
pub(super) fn quoted(words: &str) -> String {
    if words.is_empty() || words.contains(|c: char| c.is_whitespace() || "'\"$&|;()<>*?`\\".contains(c)) {
        format!("'{}'", words.replace('\'', "'\\''"))
    } else {
        words.to_owned()
    }
}

#[derive(Args, Default)]
pub(super) struct Readings {
    /// A rival reading to put into the line; may be given again
    #[arg(long, value_name = "ID")]
    reading: Vec<String>,
}

#[derive(Args, Default)]
pub(super) struct Between {
    /// What may have happened on or after a date: 1869, 1869-05-23, 同治八年五月
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub from: Option<Edtf>,

    /// What may have happened on or before a date
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub to: Option<Edtf>,
}

#[derive(Args, Default)]
pub(super) struct WhichLine {
    #[command(flatten)]
    pub readings: Readings,

    /// The line in force on a date, as 1885-01-01, 1885, "5 June 1884 O.S." or 光绪十年五月初十日
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub on: Option<Edtf>,
}

/// The day whose line is meant by a date: its first, if the line was the same to its last.
pub(super) fn one_day(atlas: &Atlas, date: &Edtf) -> Result<CalendarDay> {
    let (Some(first), Some(last)) = (date.earliest(), date.latest()) else {
        return Err(Error::ask_hint(format!("«{date}» has no end"), "name a day, a month or a year"));
    };
    let within = atlas.changes().into_iter().filter(|(day, _)| first < *day && *day <= last);
    let within: Vec<String> = within.map(|(day, act)| format!("\n  {day}  {}", act.title())).collect();
    if within.is_empty() {
        return Ok(first);
    }
    Err(Error::ask_hint(
        format!("the line did not stay the same throughout {date}"),
        format!("name a day; there came into force:{}", within.join("")),
    ))
}

/// What an answer is printed as.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum Format {
    /// For people
    Text,
    /// For programs
    Json,
    /// Points or lines for a map
    Geojson,
    /// A table
    Csv,
}

#[derive(Args)]
pub(super) struct Shape {
    /// How to print the answer
    #[arg(long, value_enum, default_value_t = Format::Text, value_name = "FORMAT")]
    pub format: Format,
}

/// What has no table and no map is printed as.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum PlainFormat {
    /// For people
    Text,
    /// For programs
    Json,
}

#[derive(Args)]
pub(super) struct PlainShape {
    /// How to print the answer
    #[arg(long, value_enum, default_value_t = PlainFormat::Text, value_name = "FORMAT")]
    pub format: PlainFormat,
}

#[derive(Args)]
pub(super) struct OfType {
    /// Only places of this type
    #[arg(long = "type", value_name = "TYPE")]
    kind: Option<String>,
}

impl OfType {
    /// A type that the data know.
    pub fn known(&self, atlas: &Atlas) -> Result<Option<TypeId>> {
        let Some(given) = self.kind.as_deref() else { return Ok(None) };
        match atlas.types().iter().find(|t| t.id == *given || t.label == given) {
            Some(found) => Ok(Some(found.id.clone())),
            None => Err(Error::unknown("type", given, atlas.types().iter().map(|t| t.id.as_str()))),
        }
    }
}

/// A district by its id or any of its names.
pub(super) fn district(atlas: &Atlas, given: Option<&str>) -> Result<Option<DistrictId>> {
    let Some(given) = given else { return Ok(None) };
    match atlas.district(given) {
        Some(found) => Ok(Some(found.id.clone())),
        None => {
            let names = atlas.instruments().iter().flat_map(|t| &t.districts).map(|d| d.id.as_str());
            Err(Error::unknown("district", given, names))
        }
    }
}

/// A district of places: one of a treaty by its id or any of its names, or the id of a file that belongs to none.
pub(super) fn district_of_places(atlas: &Atlas, given: Option<&str>) -> Result<Option<DistrictId>> {
    let lower = given.map(|g| g.trim().to_lowercase());
    match atlas.district_ids().into_iter().find(|d| Some(d.as_str()) == lower.as_deref()) {
        Some(id) => Ok(Some(id.clone())),
        None => district(atlas, given),
    }
}
