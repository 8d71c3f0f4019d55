//! Numbers of keys under the hash of a part of them: few enough under each to be measured one by one.

/// Hash and number of a key; sorted.
pub(super) struct Buckets(Vec<(u32, u32)>);

impl Buckets {
    pub fn new(mut pairs: Vec<(u32, u32)>) -> Self {
        pairs.sort_unstable();
        pairs.shrink_to_fit();
        Self(pairs)
    }

    /// The numbers under a hash, `most` of them: a bound on time.
    pub fn under(&self, hash: u32, most: usize) -> impl Iterator<Item = u32> + '_ {
        let start = self.0.partition_point(|(h, _)| *h < hash);
        self.0[start..].iter().take_while(move |(h, _)| *h == hash).take(most).map(|(_, number)| *number)
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        self.0.capacity() * size_of::<(u32, u32)>()
    }
}

/// FNV-1a (Fowler, Noll and Vo), 32 bits.
pub(super) fn hash(bytes: impl Iterator<Item = u8>) -> u32 {
    bytes.fold(0x811C_9DC5, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
}
