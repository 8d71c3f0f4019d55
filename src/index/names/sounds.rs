//! The keys of all names under the key of their consonants.

use super::fold::Script;
use super::forms::{Form, Via};
use super::keys::Keys;
use super::pinyin::{reading, syllables};
use super::sound::{self, Sound};

/// So many keys with the same consonants are measured, no more: a bound on time, which real names don't reach.
const BUCKET: usize = 2_000;

/// Keys that say how a name sounds.
pub(super) struct Sounds {
    /// Hash of the consonants, number of the key; sorted.
    skeletons: Vec<(u32, u32)>,
}

/// The sounds of a key: of Han by its reading, of Cyrillic by its letters. Of other keys none: Latin is heard by ears first.
pub(super) fn of_key(key: &str) -> Option<Vec<Sound>> {
    if key.contains('+') {
        return None;
    }
    match Script::of(key) {
        Script::Han => Some(sound::of_syllables(syllables(key, reading)?)),
        Script::Cyrillic => Some(sound::of_cyrillic(key)),
        _ => None,
    }
}

/// The sounds of a form; what was made of characters is not heard again.
pub(super) fn of(form: &Form) -> Option<Vec<Sound>> {
    speaks(form.via, &form.key).then(|| of_key(&form.key))?
}

/// Whether a key so made says how the name sounds: Han as written, and letters once the exchanged ones are joined.
pub(super) fn speaks(via: Via, key: &str) -> bool {
    match via {
        Via::Text => Script::of(key) == Script::Han,
        Via::Letters | Via::English | Via::German | Via::French => true,
        _ => false,
    }
}

impl Sounds {
    pub fn new(keys: &Keys) -> Self {
        let mut skeletons = Vec::new();
        for k in 0..keys.len() {
            if keys.entries(k).iter().any(|e| speaks(e.via, keys.key(k)))
                && let Some(sounds) = of_key(keys.key(k))
                // Of fewer consonants nothing is ever found by sound.
                && sound::consonants(&sounds) >= 3
            {
                skeletons.push((hash(&sounds), k as u32));
            }
        }
        skeletons.sort_unstable();
        skeletons.shrink_to_fit();
        Self { skeletons }
    }

    /// The keys whose consonants are those of these sounds.
    pub fn alike(&self, sounds: &[Sound]) -> impl Iterator<Item = usize> + '_ {
        let wanted = hash(sounds);
        let start = self.skeletons.partition_point(|(h, _)| *h < wanted);
        self.skeletons[start..].iter().take_while(move |(h, _)| *h == wanted).take(BUCKET).map(|(_, k)| *k as usize)
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        self.skeletons.capacity() * 8
    }
}

/// FNV-1a of the skeleton.
fn hash(sounds: &[Sound]) -> u32 {
    sound::skeleton(sounds).iter().fold(0x811C_9DC5, |h, s| (h ^ u32::from(*s)).wrapping_mul(0x0100_0193))
}
