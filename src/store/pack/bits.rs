//! Numbers of so many bits in a row.

#[derive(Default)]
pub(super) struct BitWriter {
    bytes: Vec<u8>,
    held: u8,
    bits: u32,
}

impl BitWriter {
    /// Appends the lowest `bits` of `number`.
    pub(super) fn put(&mut self, number: u128, bits: u32) {
        for at in (0..bits).rev() {
            self.held = (self.held << 1) | u8::from(number >> at & 1 == 1);
            self.bits += 1;
            if self.bits == 8 {
                self.bytes.push(self.held);
                (self.held, self.bits) = (0, 0);
            }
        }
    }

    /// All of them, filled up with zeros to whole bytes.
    pub(super) fn finish(mut self) -> Vec<u8> {
        if self.bits > 0 {
            self.bytes.push(self.held << (8 - self.bits));
        }
        self.bytes
    }
}

pub(super) struct BitReader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> BitReader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The next number of so many bits; `None`: there are not so many.
    pub(super) fn take(&mut self, bits: u32) -> Option<u128> {
        let mut number = 0;
        for _ in 0..bits {
            let byte = self.bytes.get(self.at / 8)?;
            number = (number << 1) | u128::from(byte >> (7 - self.at % 8) & 1);
            self.at += 1;
        }
        Some(number)
    }
}
