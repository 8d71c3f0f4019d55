use super::super::args::{Global, PlainFormat, PlainShape};
use super::super::{Outcome, output, text};
use crate::error::Result;
use crate::model::{Atlas, Certainty, Citation, Edtf, Instrument, Location, Name, Place, Stretch};
use crate::query::show::{Named, Shown, show};
use crate::query::side::metres;

/// One place, segment, marker, instrument, article, reading or source, whole, with its evidence
#[derive(clap::Args)]
#[command(
    after_help = "Examples:\n  karun show burkhat\n  karun show kobdo-burkhat\n  karun show tarbagatai-1864 --article 3"
)]
pub(in super::super) struct Args {
    /// An id, or any name of a place
    #[arg(allow_hyphen_values = true)]
    id: String,

    /// A clause of the instrument, with its names as each language version writes them
    #[arg(long, value_name = "N")]
    article: Option<String>,

    #[command(flatten)]
    shape: PlainShape,
}

pub(super) fn run(args: Args, global: &Global) -> Result<Outcome> {
    let atlas = global.atlas()?;
    let shown = show(&atlas, &args.id, args.article.as_deref())?;
    match args.shape.format {
        PlainFormat::Json => output::print_json(&shown)?,
        PlainFormat::Text => output::print(render(&atlas, &shown).as_bytes())?,
    }
    Ok(Outcome::Answered)
}

fn render(atlas: &Atlas, shown: &Shown<'_>) -> String {
    match shown {
        Shown::Place { place, articles, segments, markers } => {
            let mut out = place_text(atlas, place);
            let clauses: Vec<String> =
                articles.iter().map(|c| format!("{} art. {}", c.instrument, c.article)).collect();
            let markers: Vec<&str> = markers.iter().map(|m| m.id.as_str()).collect();
            let segments: Vec<&str> = segments.iter().map(|s| s.as_str()).collect();
            out.push_str(&text::facts(&[
                ("named in", clauses.join("; ")),
                ("end of", segments.join(", ")),
                ("markers", markers.join(", ")),
            ]));
            out
        }
        Shown::Segment { instrument, segment: s } => {
            let name = |id| format!("{} ({id})", atlas.place_name(id));
            let ended = atlas.ends().remove(&s.id).map(|e| format!("{} ({})", e.edtf, e.source)).unwrap_or_default();
            format!(
                "{}\n\n{}",
                s.id,
                text::facts(&[
                    ("of", format!("{instrument}, article {}", s.article)),
                    ("district", s.district.as_ref().map(ToString::to_string).unwrap_or_default()),
                    ("from", name(&s.from)),
                    ("to", name(&s.to)),
                    (
                        "follows",
                        format!(
                            "{}{}",
                            s.follows.as_str(),
                            s.follows_note.as_ref().map(|n| format!(": {n}")).unwrap_or_default()
                        )
                    ),
                    ("accuracy", format!("±{} ({})", metres(s.accuracy_m), s.certainty)),
                    ("reading", s.reading.as_ref().map(ToString::to_string).unwrap_or_default()),
                    ("ended", ended),
                    ("basis", s.basis.clone()),
                    ("sources", citations(atlas, &s.sources)),
                ])
            )
        }
        Shown::Marker { instrument, marker: m, names } => format!(
            "{}\n\n{}",
            m.id,
            text::facts(&[
                ("of", format!("{instrument}, number {}", m.number)),
                ("place", format!("{} ({})", atlas.place_name(&m.place), m.place)),
                (
                    "names",
                    names
                        .iter()
                        .filter(|n| n.citation.source == *instrument.as_str())
                        .map(|n| n.text.clone())
                        .collect::<Vec<_>>()
                        .join(", ")
                ),
                ("set", m.set.as_ref().map(Edtf::to_string).unwrap_or_default()),
                ("by", m.set_by.clone().unwrap_or_default()),
                ("note", m.note.clone().unwrap_or_default()),
                ("sources", citations(atlas, &m.sources)),
            ])
        ),
        Shown::Instrument { instrument } => instrument_text(atlas, instrument),
        Shown::Line { instrument, line, segments } => format!(
            "{}\n\n{}",
            line.id,
            text::facts(&[
                ("drawn by", instrument.to_string()),
                ("left", line.left.to_string()),
                ("right", line.right.to_string()),
                ("segments", segments.iter().map(|s| s.as_str()).collect::<Vec<_>>().join(", ")),
            ])
        ),
        Shown::Reading { instrument, reading: r, segments } => format!(
            "{}\n\n{}",
            r.id,
            text::facts(&[
                ("of", format!("{instrument}, {} to {}", atlas.place_name(&r.from), atlas.place_name(&r.to))),
                ("says", r.summary.clone()),
                ("basis", r.basis.clone()),
                ("segments", segments.iter().map(|s| s.as_str()).collect::<Vec<_>>().join(", ")),
                ("sources", citations(atlas, &r.sources)),
            ])
        ),
        Shown::Tract { tract: t } => format!(
            "{}  ({}, {})\n\n{}{}",
            t.title,
            t.id,
            t.kind.as_str(),
            text::paragraph(&t.summary),
            text::facts(&[
                ("held", format!("{} by {}, {} by the line", t.held, t.holder, t.of)),
                ("edge", format!("known to {}: {}", metres(t.accuracy_m), t.basis)),
                ("sources", citations(atlas, &t.sources)),
            ])
        ),
        Shown::Source { source: s } => format!(
            "{}\n\n{}",
            s.id,
            text::facts(&[
                ("title", s.title.clone()),
                ("author", s.author.clone().unwrap_or_default()),
                ("date", s.date.as_ref().map(Edtf::to_string).unwrap_or_default()),
                ("publisher", s.publisher.clone().unwrap_or_default()),
                ("url", s.url.clone().unwrap_or_default()),
                ("read", s.read.clone().unwrap_or_default()),
                ("rights", s.rights.clone().unwrap_or_default()),
                ("credit", s.credit.clone().unwrap_or_default()),
                ("note", s.note.clone().unwrap_or_default()),
            ])
        ),
        Shown::Article { instrument, article: a, named, segments } => {
            let mut out = format!("{instrument}, article {}\n\n{}", a.number, text::paragraph(&a.summary));
            out.push('\n');
            out.push_str(&text::table(
                &["place", "name", "as written"],
                &named.iter().map(|n| written(n)).collect::<Vec<_>>(),
            ));
            out.push('\n');
            out.push_str(&text::facts(&[
                ("segments", segments.iter().map(|s| s.as_str()).collect::<Vec<_>>().join(", ")),
                ("sources", citations(atlas, &a.sources)),
            ]));
            out
        }
    }
}

/// A place of a clause with its attested names by language.
fn written(n: &Named<'_>) -> Vec<String> {
    let attested = |lang: &str| n.names.iter().find(|x| x.lang == lang && x.role == crate::model::Role::Attested);
    let forms: Vec<String> = ["zh-Hans", "zh-Hant", "ru", "ru-petr1708", "fr"]
        .into_iter()
        .filter_map(attested)
        .map(|x| format!("{} ({})", x.text, x.citation.source))
        .collect();
    vec![n.place.to_string(), n.name.to_owned(), forms.join(", ")]
}

fn place_text(atlas: &Atlas, place: &Place) -> String {
    let kind = atlas.place_type(&place.kind).map_or(place.kind.as_str(), |t| &t.label);
    let mut out = format!("{}  ({}, {kind}, {})\n\n", place.display_name(), place.id, place.district);
    out.push_str(&text::paragraph(&place.summary));
    if let Some(note) = &place.note {
        out.push('\n');
        out.push_str(&text::paragraph(note));
    }
    out.push('\n');
    for location in &place.locations {
        out.push_str(&location_text(atlas, location));
        out.push('\n');
    }
    if place.locations.is_empty() {
        out.push_str("  no position: nobody could put it on the map\n\n");
    }
    let rows: Vec<Vec<String>> = place.names.iter().map(name_row).collect();
    out.push_str(&text::table(&["name", "language", "role", "source"], &rows));
    out.push('\n');
    out
}

fn name_row(n: &Name) -> Vec<String> {
    let sure = if n.certainty == Certainty::Certain { String::new() } else { format!(" ({})", n.certainty) };
    let source = n.citation.located(n.citation.source.as_str());
    vec![n.text.clone(), n.lang.clone(), n.role.as_str().to_owned(), source + &sure]
}

fn location_text(atlas: &Atlas, l: &Location) -> String {
    text::facts(&[
        ("at", format!("{} ±{} ({})", l.point, metres(l.accuracy_m), l.certainty)),
        ("method", l.method.clone()),
        ("on", l.on.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("reading", l.reading.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("evidence", l.evidence.clone().unwrap_or_default()),
        ("reason", l.reason.clone().unwrap_or_default()),
        ("sources", citations(atlas, &l.sources)),
    ])
}

fn citations(atlas: &Atlas, citations: &[Citation]) -> String {
    let one = |c: &Citation| {
        let title = atlas.source(&c.source).map_or("", |s| &s.title);
        format!("{} [{}]", c.located(title), c.source)
    };
    citations.iter().map(one).collect::<Vec<_>>().join("\n")
}

fn instrument_text(atlas: &Atlas, t: &Instrument) -> String {
    let mut out = format!("{}  ({}, {})\n\n", t.title(), t.id, t.stage.as_str());
    let titles: Vec<String> = t.titles.iter().map(|x| format!("{} ({})", x.text, x.lang)).collect();
    let mut rows = vec![("titles", titles.join("; "))];
    for d in &t.dates {
        let written: Vec<&str> = d.written.iter().map(|w| w.text.as_str()).collect();
        let written = if written.is_empty() { String::new() } else { format!(" ({})", written.join("; ")) };
        let note = d.note.as_ref().map(|n| format!(": {n}")).unwrap_or_default();
        let event = d.event.as_str();
        rows.push((event, format!("{}{written}{note}", d.edtf)));
    }
    let stretch = |d: &Stretch| format!("{} from {} to {}", d.line, atlas.place_name(&d.from), atlas.place_name(&d.to));
    rows.push(("never in force", t.never_in_force.clone().unwrap_or_default()));
    rows.extend(t.lines.iter().filter_map(|l| l.replaces.as_ref()).map(|d| ("replaces", stretch(d))));
    rows.extend(t.demarcates.iter().map(|d| ("marks", stretch(d))));
    for p in &t.pending {
        rows.push(("pending", format!("{}, article {}: {}", stretch(&p.stretch), p.article, p.summary)));
    }
    for a in &t.published_areas {
        let by: Vec<&str> = a.sources.iter().map(|c| c.source.as_str()).collect();
        let note = a.note.as_ref().map(|n| format!("; {n}")).unwrap_or_default();
        rows.push(("published", format!("{} km² for {} ({}){note}", a.km2, a.what, by.join("; "))));
    }
    rows.push(("note", t.note.clone().unwrap_or_default()));
    for r in &t.readings {
        rows.push(("reading", format!("{}: {}", r.id, r.summary)));
    }
    for a in &t.articles {
        rows.push(("article", format!("{}  {}", a.number, a.summary)));
    }
    rows.push(("markers", if t.markers.is_empty() { String::new() } else { t.markers.len().to_string() }));
    rows.push(("segments", if t.segments.is_empty() { String::new() } else { t.segments.len().to_string() }));
    out.push_str(&text::facts(&rows));
    out
}
