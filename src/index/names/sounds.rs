//! The sounds of all names, under the key of their consonants.

use super::forms::{Form, Via};
use super::generics::Class;
use super::pinyin::{reading, syllables};
use super::sound::{self, Sound};

/// How one name sounds.
pub(super) struct Voice {
    pub name: u32,
    /// The class of the term that it lacks.
    pub dropped: Option<Class>,
    start: u32,
    end: u32,
}

/// Every way a name sounds, sorted by the hash of its consonants.
pub(super) struct Sounds {
    sounds: Vec<Sound>,
    voices: Vec<Voice>,
    /// Hash of the consonants, number of the voice; sorted.
    skeletons: Vec<(u32, u32)>,
}

/// The sounds of a form: of Han by its reading, of Cyrillic keys by their letters.
pub(super) fn of(form: &Form) -> Option<Vec<Sound>> {
    if form.meaning.is_some() {
        return None;
    }
    match form.via {
        Via::Text => {
            let read = syllables(&form.key, reading)?;
            Some(sound::of_syllables(read))
        }
        Via::Letters | Via::English | Via::German | Via::French => Some(sound::of_cyrillic(&form.key)),
        _ => None,
    }
}

impl Sounds {
    pub fn new() -> Self {
        Self { sounds: Vec::new(), voices: Vec::new(), skeletons: Vec::new() }
    }

    pub fn add(&mut self, name: u32, form: &Form) {
        let Some(sounds) = of(form) else { return };
        // Of fewer consonants nothing is ever found by sound.
        if sound::consonants(&sounds) < 3 {
            return;
        }
        let start = self.sounds.len();
        self.sounds.extend(&sounds);
        let (Ok(start), Ok(end), Ok(voice)) =
            (u32::try_from(start), u32::try_from(self.sounds.len()), u32::try_from(self.voices.len()))
        else {
            return;
        };
        self.voices.push(Voice { name, dropped: form.dropped.as_ref().map(|d| d.class), start, end });
        self.skeletons.push((hash(&sounds), voice));
    }

    pub fn sorted(mut self) -> Self {
        self.skeletons.sort_unstable();
        self.sounds.shrink_to_fit();
        self
    }

    /// The voices whose consonants are those of these sounds.
    pub fn alike(&self, sounds: &[Sound]) -> impl Iterator<Item = (&Voice, &[Sound])> {
        /// A bound on time, which real names don't reach.
        const BUCKET: usize = 5_000;
        let wanted = hash(sounds);
        let start = self.skeletons.partition_point(|(h, _)| *h < wanted);
        self.skeletons[start..].iter().take_while(move |(h, _)| *h == wanted).take(BUCKET).map(|(_, v)| {
            let voice = &self.voices[*v as usize];
            (voice, &self.sounds[voice.start as usize..voice.end as usize])
        })
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        self.sounds.capacity() + self.voices.capacity() * size_of::<Voice>() + self.skeletons.capacity() * 8
    }
}

/// FNV-1a of the skeleton.
fn hash(sounds: &[Sound]) -> u32 {
    sound::skeleton(sounds).iter().fold(0x811C_9DC5, |h, s| (h ^ u32::from(*s)).wrapping_mul(0x0100_0193))
}
