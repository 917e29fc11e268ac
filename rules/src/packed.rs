//! The packed form of a TOML table: bytes that are read without parsing, and without what no run needs.
//!
//! A value is a tag and its content: texts and tables have their length before them, so that a reader passes over what it
//! does not want. Numbers are LEB128. The form is private to one build: the build script writes it, the binary of that
//! build reads it, so it has no version.

const TEXT: u8 = 0;
const NUMBER: u8 = 1;
const REAL: u8 = 2;
const FALSE: u8 = 3;
const TRUE: u8 = 4;
const LIST: u8 = 5;
const TABLE: u8 = 6;

/// A value.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// A text.
    Text(&'a str),
    /// A whole number from 0.
    Number(u64),
    /// Any other number.
    Real(f64),
    /// True or false.
    Flag(bool),
    /// Several values.
    List(Items<'a>),
    /// Values by name.
    Table(Entries<'a>),
}

/// The members of a list, in order.
#[derive(Clone, Copy, Debug, Default)]
pub struct Items<'a>(&'a [u8]);

/// The entries of a table, in the order of their names.
#[derive(Clone, Copy, Debug, Default)]
pub struct Entries<'a>(&'a [u8]);

/// The entries of the table that [`table`] packed; none where the bytes are none.
#[must_use]
pub fn read(packed: &[u8]) -> Entries<'_> {
    Entries(packed)
}

impl<'a> Iterator for Items<'a> {
    type Item = Value<'a>;

    fn next(&mut self) -> Option<Value<'a>> {
        value(&mut self.0)
    }
}

impl<'a> Iterator for Entries<'a> {
    type Item = (&'a str, Value<'a>);

    fn next(&mut self) -> Option<(&'a str, Value<'a>)> {
        let name = text(&mut self.0)?;
        Some((name, value(&mut self.0)?))
    }
}

fn value<'a>(rest: &mut &'a [u8]) -> Option<Value<'a>> {
    let (&tag, after) = rest.split_first()?;
    *rest = after;
    Some(match tag {
        TEXT => Value::Text(text(rest)?),
        NUMBER => Value::Number(number(rest)?),
        REAL => Value::Real(f64::from_bits(number(rest)?)),
        FALSE | TRUE => Value::Flag(tag == TRUE),
        LIST => Value::List(Items(part(rest)?)),
        TABLE => Value::Table(Entries(part(rest)?)),
        _ => return None,
    })
}

fn text<'a>(rest: &mut &'a [u8]) -> Option<&'a str> {
    std::str::from_utf8(part(rest)?).ok()
}

fn part<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let len = usize::try_from(number(rest)?).ok()?;
    let (part, after) = rest.split_at_checked(len)?;
    *rest = after;
    Some(part)
}

fn number(rest: &mut &[u8]) -> Option<u64> {
    let mut n = 0;
    for shift in (0..u64::BITS).step_by(7) {
        let (&byte, after) = rest.split_first()?;
        *rest = after;
        n |= u64::from(byte & 0x7f).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some(n);
        }
    }
    None
}

/// What is to be packed.
#[derive(Clone, Debug, PartialEq)]
pub enum Owned {
    /// A text.
    Text(String),
    /// A whole number from 0.
    Number(u64),
    /// Any other number.
    Real(f64),
    /// True or false.
    Flag(bool),
    /// Several values.
    List(Vec<Owned>),
    /// Values by name.
    Table(Vec<(String, Owned)>),
}

/// Packs a table.
#[must_use]
pub fn table(entries: &[(String, Owned)]) -> Vec<u8> {
    let mut out = Vec::new();
    for (name, value) in entries {
        put_part(name.as_bytes(), &mut out);
        put(value, &mut out);
    }
    out
}

fn put(value: &Owned, out: &mut Vec<u8>) {
    match value {
        Owned::Text(text) => {
            out.push(TEXT);
            put_part(text.as_bytes(), out);
        }
        Owned::Number(n) => {
            out.push(NUMBER);
            put_number(*n, out);
        }
        Owned::Real(n) => {
            out.push(REAL);
            put_number(n.to_bits(), out);
        }
        Owned::Flag(flag) => out.push(if *flag { TRUE } else { FALSE }),
        Owned::List(items) => {
            let mut inner = Vec::new();
            items.iter().for_each(|item| put(item, &mut inner));
            out.push(LIST);
            put_part(&inner, out);
        }
        Owned::Table(entries) => {
            out.push(TABLE);
            put_part(&table(entries), out);
        }
    }
}

fn put_part(part: &[u8], out: &mut Vec<u8>) {
    put_number(part.len() as u64, out);
    out.extend_from_slice(part);
}

fn put_number(mut n: u64, out: &mut Vec<u8>) {
    loop {
        let low = u8::try_from(n & 0x7f).unwrap_or(0);
        n >>= 7;
        out.push(if n == 0 { low } else { low | 0x80 });
        if n == 0 {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(value: Value<'_>) -> Owned {
        match value {
            Value::Text(t) => Owned::Text(t.to_owned()),
            Value::Number(n) => Owned::Number(n),
            Value::Real(n) => Owned::Real(n),
            Value::Flag(b) => Owned::Flag(b),
            Value::List(items) => Owned::List(items.map(owned).collect()),
            Value::Table(entries) => Owned::Table(entries.map(|(k, v)| (k.to_owned(), owned(v))).collect()),
        }
    }

    #[test]
    fn what_is_packed_is_read_and_what_is_cut_ends() {
        let inner = vec![
            ("a".to_owned(), Owned::Text("ä\0".repeat(90))),
            ("b".to_owned(), Owned::Number(u64::MAX)),
            ("c".to_owned(), Owned::Real(-3.5)),
        ];
        let list = vec![Owned::Flag(true), Owned::Table(inner), Owned::List(Vec::new()), Owned::Flag(false)];
        let entries = vec![("x".to_owned(), Owned::List(list)), (String::new(), Owned::Number(0))];
        let packed = table(&entries);
        let Owned::Table(back) = owned(Value::Table(read(&packed))) else { panic!("a table is a table") };
        assert_eq!(back, entries);
        for len in 0..packed.len() {
            assert!(read(&packed[..len]).count() < 2, "{len}");
        }
    }
}
