//! Numbers as by chance, the same in each run and on each machine.

use lesbezoek::domain::uuid_v7;
use uuid::Uuid;

/// A stream of numbers (xorshift64*, Vigna 2016).
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The stream of a seed that is not zero.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 11) % end
    }

    /// True so many times in a hundred.
    pub fn is(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// A number from `from` to `to`, both in reach.
    pub fn between(&mut self, from: i64, to: i64) -> i64 {
        let width = u64::try_from(to - from + 1).expect("from the lower to the higher");
        from + i64::try_from(self.below(width)).expect("small")
    }

    /// A place in a list of this length.
    pub fn place(&mut self, length: usize) -> usize {
        usize::try_from(self.below(u64::try_from(length).expect("few"))).expect("few")
    }

    /// One of these.
    pub fn one_of<'a, T: ?Sized>(&mut self, choices: &[&'a T]) -> &'a T {
        choices[self.place(choices.len())]
    }

    /// An id of that time.
    pub fn id(&mut self, millis: u64) -> Uuid {
        uuid_v7(millis, std::array::from_fn(|_| u8::try_from(self.below(256)).expect("a byte")))
    }
}
