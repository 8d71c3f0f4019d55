//! The search: stage after stage, the best match of each place kept.

use std::collections::HashMap;

use super::fold::{Script, fold};
use super::forms::{self, Bent, Form, Via, Whose, forms};
use super::generics::{self, Class};
use super::hit::{Hit, How, Stage};
use super::{Names, agree, slip, sound, sounds, translated};
use crate::measure::round_to;
use crate::model::{Name, Place, Role};

/// A longer query than this is compared as written only: no name is so long.
pub(super) const LONGEST: usize = 160;
/// A match worth this much is the name as written, up to marks and old letters: a slip is then none.
const WRITTEN: f64 = 0.94;
/// A match by rule worth this much: what merely sounds like the query is then not asked for.
const SURE: f64 = 0.8;
/// So many names that begin alike are looked at, no more.
const BEGINNINGS: usize = 2_000;

/// The best match of a place so far.
struct Best {
    score: f64,
    stage: Stage,
    name: u32,
    /// The forms that met, where saying how needs them: number of the query's form.
    form: Option<usize>,
    words: Option<String>,
}

/// All matches, one a place.
struct Bests<'n, 'a> {
    names: &'n Names<'a>,
    of: HashMap<u32, Best>,
}

impl Bests<'_, '_> {
    fn offer(&mut self, name: u32, score: f64, stage: Stage, form: Option<usize>, words: Option<String>) {
        let (place, _) = self.names.names[name as usize];
        let new = Best { score, stage, name, form, words };
        match self.of.entry(place) {
            std::collections::hash_map::Entry::Vacant(slot) => {
                slot.insert(new);
            }
            std::collections::hash_map::Entry::Occupied(mut slot) => {
                let old = slot.get();
                let rank = |b: &Best| role_rank(self.names.name(b.name).1.role);
                if score > old.score || (score == old.score && rank(&new) < rank(old)) {
                    slot.insert(new);
                }
            }
        }
    }

    fn best(&self) -> f64 {
        self.of.values().map(|b| b.score).fold(0.0, f64::max)
    }
}

impl<'a> Names<'a> {
    /// Places by any name in any script, best first; none where no name is like it.
    ///
    /// In this order: as written; by a key that rules make of both; by the beginning; with a letter or two wrong; by sound.
    /// A place is found once, by its best name. Equals go by the role of the name, then by the type of the place.
    ///
    /// ```
    /// use karun::{Atlas, Names};
    ///
    /// let atlas = Atlas::bundled();
    /// let hits = Names::new(&atlas).search("Tschuguchak");
    /// assert_eq!(hits[0].place.id, "tarbagatai-tacheng");
    /// assert_eq!(hits[0].how.as_str(), "one letter differs");
    /// ```
    pub fn search(&self, query: &str) -> Vec<Hit<'a>> {
        let query = query.trim();
        let mut bests = self.bearers(query);
        let mut asked = Vec::new();
        if query.chars().nth(LONGEST).is_none() {
            asked = forms::asked(query);
            self.by_key(&asked, &mut bests);
            self.by_beginning(query, &asked, &mut bests);
            let best = bests.best();
            if best < WRITTEN {
                self.by_slip(query, &asked, &mut bests);
            }
            if best < SURE {
                self.by_sound(&asked, &mut bests);
            }
        }
        self.ranked(query, &asked, bests)
    }

    /// Only those that bear the name as written.
    pub(super) fn as_written(&self, query: &str) -> Vec<Hit<'a>> {
        self.ranked(query, &[], self.bearers(query))
    }

    fn bearers(&self, query: &str) -> Bests<'_, 'a> {
        let mut bests = Bests { names: self, of: HashMap::new() };
        for &name in self.exact.get(query).into_iter().flatten() {
            bests.offer(name, 1.0, Stage::Exact, None, Some("as written".to_owned()));
        }
        bests
    }

    fn by_key(&self, asked: &[Form], bests: &mut Bests<'_, 'a>) {
        for (f, form) in asked.iter().enumerate() {
            let Some(k) = self.keys().find(&form.key) else { continue };
            for entry in self.keys().entries(k) {
                let asked_class = form.dropped.as_ref().map(|d| d.class);
                let Some(cost) = agree::generic_cost(asked_class, entry.dropped, self.class(entry.name), &form.key)
                else {
                    continue;
                };
                let meant = if form.meaning.is_some() { 0.05 } else { 0.0 };
                let bent = form.bent.map_or(0.0, Bent::cost);
                let score = agree::worth(form.via, entry.via) - cost - meant - bent;
                bests.offer(entry.name, score, Stage::Rule, Some(f), None);
            }
        }
    }

    fn by_beginning(&self, query: &str, asked: &[Form], bests: &mut Bests<'_, 'a>) {
        let plain = fold(query);
        // What rules made of the query is less to go by than its own letters.
        let whole = asked.iter().filter(|f| f.dropped.is_none() && f.meaning.is_none() && f.bent.is_none());
        let mut starts: Vec<(&str, usize)> = whole.map(|f| (f.key.as_str(), 4)).collect();
        starts.push((&plain, 2));
        for (start, least) in starts {
            let letters = start.chars().count();
            let least = if Script::of(start) == Script::Han { 1 } else { least };
            if letters < least {
                continue;
            }
            for k in self.keys().beginning(start).take(BEGINNINGS) {
                let key = self.keys().key(k);
                if key.len() == start.len() || key.contains('+') {
                    continue;
                }
                let share = letters as f64 / key.chars().count() as f64;
                let entries = self.keys().entries(k).iter().filter(|e| e.dropped.is_none());
                for entry in entries.filter(|e| letters >= 6 || !is_made(e.via)) {
                    let score = 0.5 + 0.3 * share;
                    bests.offer(entry.name, score, Stage::Prefix, None, Some("the name begins so".to_owned()));
                }
            }
        }
    }

    fn by_slip(&self, query: &str, asked: &[Form], bests: &mut Bests<'_, 'a>) {
        let said = translated::meanings_of(query);
        let of_han = asked.iter().any(|f| Script::of(&f.key) == Script::Han);
        // Characters that stand for a sound are loose enough without one.
        for form in asked.iter().filter(|f| f.meaning.is_none() && f.bent.is_none() && f.via != Via::OneSound) {
            // A slip in the reading of a character is none in the character.
            if of_han && form.via == Via::Pinyin {
                continue;
            }
            for near in self.typos().near(self.keys(), &form.key) {
                let key = self.keys().key(near.key);
                let Some(worth) = slip::worth(&form.key, key, near.slips) else { continue };
                // A short key that rules made of another writing is too far from what anyone would type.
                let short = key.chars().count() < 8;
                for entry in self.keys().entries(near.key).iter().filter(|e| !(short && is_made(e.via))) {
                    let class = form.dropped.as_ref().map(|d| d.class);
                    let Some(cost) = agree::generic_cost(class, entry.dropped, self.class(entry.name), key) else {
                        continue;
                    };
                    // West for east is no slip.
                    if !said.is_empty() {
                        let other = translated::meanings_of(&self.name(entry.name).1.text);
                        if !other.is_empty() && !said.iter().any(|meaning| other.contains(meaning)) {
                            continue;
                        }
                    }
                    let words = slip::words(&form.key, key, near.slips);
                    bests.offer(entry.name, worth - cost, Stage::Slip, None, Some(words.to_owned()));
                }
            }
        }
    }

    fn by_sound(&self, asked: &[Form], bests: &mut Bests<'_, 'a>) {
        struct Alike {
            distance: f32,
            name: u32,
            /// The query says what kind of thing it is, and the place is one.
            agrees: bool,
            limit: f32,
        }
        let mut found: Vec<Alike> = Vec::new();
        for form in asked {
            let Some(sounds) = sounds::of(form) else { continue };
            let characters = (Script::of(&form.key) == Script::Han).then(|| form.key.chars().count());
            let Some(limit) = sound::limit(&sounds, characters) else { continue };
            let class = form.dropped.as_ref().map(|d| d.class);
            for k in self.sounds().alike(&sounds) {
                let Some(other) = sounds::of_key(self.keys().key(k)) else { continue };
                let distance = sound::distance(&sounds, &other);
                if distance > limit.max(sound::AGREED) + sound::ALONE {
                    continue;
                }
                for entry in self.keys().entries(k).iter().filter(|e| sounds::speaks(e.via, self.keys().key(k))) {
                    let classes = class.zip(entry.dropped.or(self.class(entry.name)));
                    let apart = classes.map(|(a, b)| generics::apart(a, b));
                    if apart != Some(2) {
                        found.push(Alike { distance, name: entry.name, agrees: apart == Some(0), limit });
                    }
                }
            }
        }
        let place = |name: u32| self.names[name as usize].0;
        for alike in &found {
            let alone = || {
                found.iter().all(|o| place(o.name) == place(alike.name) || o.distance - alike.distance > sound::ALONE)
            };
            if alike.distance <= alike.limit || (alike.agrees && alike.distance <= sound::AGREED && alone()) {
                // Below a slip of the hand.
                let score = 0.65 - f64::from(alike.distance);
                bests.offer(alike.name, score, Stage::Sound, None, Some("sounds alike".to_owned()));
            }
        }
    }

    /// The class of the place that a name belongs to.
    fn class(&self, name: u32) -> Option<Class> {
        generics::of_type(self.name(name).0.kind.as_str())
    }

    fn ranked(&self, query: &str, asked: &[Form], bests: Bests<'_, 'a>) -> Vec<Hit<'a>> {
        let mut hits: Vec<(u32, Hit<'a>)> = bests
            .of
            .into_iter()
            .map(|(p, best)| {
                let (place, name) = self.name(best.name);
                let (how, score) = match (best.words, best.form) {
                    (Some(words), _) => (How { stage: best.stage, words }, best.score),
                    (None, form) => self.said(query, form.map(|f| &asked[f]), place, name, best.score),
                };
                (p, Hit { place, name, how, score: round_to(score, 3) })
            })
            .filter(|(_, h)| h.score >= Self::LEAST)
            .collect();
        // Of equals the one whose id it is comes first: that is whom a command would take.
        let id = query.to_lowercase().replace(' ', "-");
        let other = |h: &Hit<'_>| h.place.id != *id.as_str();
        hits.sort_by(|(p, a), (q, b)| {
            b.score
                .total_cmp(&a.score)
                .then(other(a).cmp(&other(b)))
                .then(role_rank(a.name.role).cmp(&role_rank(b.name.role)))
                .then(type_rank(a.place).cmp(&type_rank(b.place)))
                .then(p.cmp(q))
        });
        hits.into_iter().map(|(_, h)| h).collect()
    }

    /// How a match by key came about: the name's forms are made again, and the one that met is compared.
    fn said(&self, query: &str, form: Option<&Form>, place: &Place, name: &Name, score: f64) -> (How, f64) {
        let of_name = forms(&name.text, Whose::Name(&name.lang));
        let met = form.and_then(|q| of_name.iter().find(|n| n.key == q.key).map(|n| (q, n)));
        let Some((q, n)) = met else { return (How::new(Stage::Rule, "by rule"), score) };
        let (how, worth) = agree::explain(query, q, &name.text, n);
        let class = |d: &Form| d.dropped.as_ref().map(|d| d.class);
        let cost = if how.stage == Stage::Folded {
            0.0
        } else {
            agree::generic_cost(class(q), class(n), generics::of_type(place.kind.as_str()), &q.key).unwrap_or(0.0)
        };
        (how, worth - cost)
    }
}

/// Made by rule of another writing: a beginning or a slip of it is hardly what anyone types.
fn is_made(via: Via) -> bool {
    matches!(via, Via::Wade | Via::Palladius | Via::OtherReading | Via::OneSound)
}

/// The roles of names, the likeliest to be meant first.
fn role_rank(role: Role) -> u8 {
    match role {
        Role::Preferred => 0,
        Role::Attested => 1,
        Role::Modern => 2,
        Role::Variant => 3,
        Role::Transcription => 4,
    }
}

/// The types of places, the likeliest to be meant first: of two with one name, the town and the lake before the pass.
fn type_rank(place: &Place) -> u8 {
    match generics::of_type(place.kind.as_str()) {
        Some(Class::Town) => 0,
        Some(Class::Lake) => 1,
        Some(Class::River) => 2,
        Some(Class::Land) => 3,
        Some(Class::Range) => 4,
        Some(Class::Mountain) => 5,
        Some(Class::Pass) => 6,
        Some(Class::Post) => 7,
        Some(_) => 8,
        None => 9,
    }
}
