//! Bytes of the database's files: variable-length integers and texts, read with bounds checks.

/// Appends a LEB128 integer.
pub(crate) fn put_int(out: &mut Vec<u8>, mut n: usize) {
    while n >= 0x80 {
        out.push((n & 0x7f) as u8 | 0x80);
        n >>= 7;
    }
    out.push(n as u8);
}

/// Appends a text with its length before it.
pub(crate) fn put_text(out: &mut Vec<u8>, text: &str) {
    put_int(out, text.len());
    out.extend_from_slice(text.as_bytes());
}

/// Appends a list of texts with their number before them.
pub(crate) fn put_texts<T: AsRef<str>>(out: &mut Vec<u8>, texts: &[T]) {
    put_int(out, texts.len());
    for text in texts {
        put_text(out, text.as_ref());
    }
}

/// Appends a fixed-width integer.
pub(crate) fn put_u32(out: &mut Vec<u8>, n: usize) {
    out.extend_from_slice(&u32::try_from(n).unwrap_or(u32::MAX).to_le_bytes());
}

/// Reads from a slice; `None` wherever the bytes do not hold what they should.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    pub(crate) fn byte(&mut self) -> Option<u8> {
        let b = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(b)
    }

    pub(crate) fn int(&mut self) -> Option<usize> {
        let mut n = 0usize;
        for shift in (0..35).step_by(7) {
            let b = self.byte()?;
            n |= usize::from(b & 0x7f) << shift;
            if b & 0x80 == 0 {
                return Some(n);
            }
        }
        None
    }

    pub(crate) fn u32(&mut self) -> Option<usize> {
        let bytes = self.take(4)?;
        Some(u32::from_le_bytes(bytes.try_into().ok()?) as usize)
    }

    pub(crate) fn take(&mut self, len: usize) -> Option<&'a [u8]> {
        let bytes = self.bytes.get(self.at..self.at.checked_add(len)?)?;
        self.at += len;
        Some(bytes)
    }

    pub(crate) fn text(&mut self) -> Option<&'a str> {
        let len = self.int()?;
        std::str::from_utf8(self.take(len)?).ok()
    }

    pub(crate) fn texts(&mut self) -> Option<Vec<String>> {
        let n = self.int()?;
        // No more than the bytes could hold, so that a damaged count reserves nothing.
        let mut out = Vec::with_capacity(n.min(self.bytes.len() - self.at.min(self.bytes.len())).min(64));
        for _ in 0..n {
            out.push(self.text()?.to_owned());
        }
        Some(out)
    }
}
