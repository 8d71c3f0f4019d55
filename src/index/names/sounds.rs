//! The keys of all names under the key of their consonants.

use super::buckets::{Buckets, hash};
use super::fold::Script;
use super::forms::{Form, Via};
use super::keys::Keys;
use super::pinyin::{reading, syllables};
use super::sound::{self, Sound};

/// So many keys with the same consonants are measured, no more: a bound on time, which real names don't reach.
const BUCKET: usize = 2_000;

/// Keys that say how a name sounds.
pub(super) struct Sounds {
    skeletons: Buckets,
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
                skeletons.push((consonants(&sounds), k as u32));
            }
        }
        Self { skeletons: Buckets::new(skeletons) }
    }

    /// The keys whose consonants are those of these sounds.
    pub fn alike(&self, sounds: &[Sound]) -> impl Iterator<Item = usize> + '_ {
        self.skeletons.under(consonants(sounds), BUCKET).map(|k| k as usize)
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        self.skeletons.bytes()
    }
}

/// The hash of the consonants.
fn consonants(sounds: &[Sound]) -> u32 {
    hash(sound::skeleton(sounds).into_iter())
}
