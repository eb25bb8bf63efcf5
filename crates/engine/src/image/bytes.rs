//! Numbers and stretches of bytes, written and read one after another.
//!
//! For: the parts of an image. Not for: what they mean. Reading never panics:
//! where bytes are missing the answer is `None`.

/// Writes.
#[derive(Default)]
pub(crate) struct Writer(pub(crate) Vec<u8>);

impl Writer {
    /// Seven bits a byte, the lowest first.
    pub(crate) fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    /// A number that mostly follows the one before, of which `next` keeps
    /// track.
    pub(crate) fn near(&mut self, number: u32, next: &mut u32) {
        let apart = number.wrapping_sub(*next) as i32;
        self.number((apart << 1 ^ apart >> 31) as u32);
        *next = number.wrapping_add(1);
    }

    /// Numbers of the same width, their lowest bytes first and then the higher
    /// ones: bytes that are alike stand together, which compresses well.
    pub(crate) fn planes(&mut self, numbers: &[u32]) {
        let most = numbers.iter().copied().max().unwrap_or(0);
        let width = (32 - most.leading_zeros()).div_ceil(8);
        self.0.push(width as u8);
        for plane in 0..width {
            self.0
                .extend(numbers.iter().map(|n| (n >> (8 * plane)) as u8));
        }
    }

    /// How many, and each of them.
    pub(crate) fn list<T>(&mut self, list: &[T], mut each: impl FnMut(&mut Writer, &T)) {
        self.number(list.len() as u32);
        list.iter().for_each(|one| each(self, one));
    }

    /// Bytes with their length before them.
    pub(crate) fn stretch(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u32);
        self.0.extend_from_slice(bytes);
    }
}

/// Reads what [`Writer`] wrote.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a>(pub(crate) &'a [u8]);

impl<'a> Reader<'a> {
    pub(crate) fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(first)
    }

    pub(crate) fn number(&mut self) -> Option<u32> {
        let first = self.byte()?;
        if first < 0x80 {
            return Some(first.into());
        }
        let mut number = u32::from(first & 0x7f);
        for shift in [7, 14, 21, 28] {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    pub(crate) fn stretch(&mut self) -> Option<&'a [u8]> {
        let length = self.number()? as usize;
        let (stretch, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(stretch)
    }

    /// A count of things that take at least a byte each, so that damaged
    /// bytes never make anybody ask for more memory than they are long.
    pub(crate) fn count(&mut self) -> Option<usize> {
        let count = self.number()? as usize;
        (count <= self.0.len()).then_some(count)
    }

    /// What [`Writer::near`] wrote.
    pub(crate) fn near(&mut self, next: &mut u32) -> Option<u32> {
        let apart = self.number()?;
        let apart = (apart >> 1) as i32 ^ -((apart & 1) as i32);
        let number = next.wrapping_add(apart as u32);
        *next = number.wrapping_add(1);
        Some(number)
    }

    /// So many bytes.
    pub(crate) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    /// So many numbers that [`Writer::planes`] wrote, each below a limit.
    pub(crate) fn planes(&mut self, count: usize, below: usize) -> Option<Vec<u32>> {
        let width = self.byte().filter(|&width| width <= 4)?;
        if width == 0 {
            return (count == 0 || below > 0).then(|| vec![0; count]);
        }
        let lowest = self.take(count)?;
        let mut numbers: Vec<u32> = lowest.iter().map(|&b| b.into()).collect();
        for plane in 1..width {
            for (number, &byte) in numbers.iter_mut().zip(self.take(count)?) {
                *number |= u32::from(byte) << (8 * plane);
            }
        }
        numbers
            .iter()
            .all(|&n| (n as usize) < below)
            .then_some(numbers)
    }

    /// What [`Writer::list`] wrote.
    pub(crate) fn list<T>(
        &mut self,
        mut each: impl FnMut(&mut Reader<'a>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let count = self.count()?;
        let mut list = Vec::with_capacity(count);
        for _ in 0..count {
            list.push(each(self)?);
        }
        Some(list)
    }

    /// A stretch of text.
    pub(crate) fn text(&mut self) -> Option<String> {
        let bytes = self.stretch()?;
        std::str::from_utf8(bytes).ok().map(str::to_owned)
    }

    pub(crate) fn finished(&self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}
