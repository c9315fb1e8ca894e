//! Splits the text of a file into records, with the line an editor would show for each.
//!
//! The quoting rules are the csv library's. What is added here: exact lines through quoted line breaks and all three line
//! ends, a cap on the size of a record, and a way back — a quotation mark that is never closed costs one line, not the file.

use std::io::{self, Read};

use csv_core::{ReadRecordResult, ReaderBuilder};

/// The largest record, in bytes.
pub const MAX_RECORD: usize = 128 * 1024;
const BUFFER: usize = 4 * MAX_RECORD;

/// Reads records one after the other, in constant memory.
pub struct Records<R> {
    source: R,
    buffer: Vec<u8>,
    /// What is unread of the buffer.
    start: usize,
    end: usize,
    ended: bool,
    core: csv_core::Reader,
    out: Vec<u8>,
    ends: Vec<usize>,
    delimiter: u8,
    /// The line on which `start` lies.
    line: u64,
    /// Where the current record began, in the buffer and as a line: the way back.
    record_start: usize,
    record_line: u64,
}

/// One record.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    /// The line on which it begins, from 1.
    pub line: u64,
    /// It spans several lines, by line breaks inside quotation marks.
    pub multiline: bool,
    /// It ended with a line break rather than with the file.
    pub terminated: bool,
    /// Its quotation marks do not come in pairs, or it is larger than [`MAX_RECORD`]; there are no fields then, and
    /// reading goes on with the next line.
    pub unclosed: bool,
    out: &'a [u8],
    ends: &'a [usize],
}

impl<'a> Record<'a> {
    /// The number of fields.
    pub fn len(&self) -> usize {
        self.ends.len()
    }
    /// A field's bytes; nothing where there is none.
    pub fn bytes(&self, n: usize) -> &'a [u8] {
        let Some(&end) = self.ends.get(n) else { return &[] };
        let start = if n == 0 { 0 } else { self.ends[n - 1] };
        &self.out[start..end]
    }
    /// A field as text, if it is well-formed.
    pub fn text(&self, n: usize) -> Option<&'a str> {
        std::str::from_utf8(self.bytes(n)).ok()
    }
    /// All fields as texts, ill-formed bytes replaced.
    pub fn texts(&self) -> Vec<String> {
        (0..self.len())
            .map(|n| String::from_utf8_lossy(self.bytes(n)).into_owned())
            .collect()
    }
}

impl<R: Read> Records<R> {
    /// Reads `source`, whose text is UTF-8, with the given delimiter.
    pub fn new(source: R, delimiter: u8) -> Self {
        Self {
            source,
            buffer: vec![0; BUFFER],
            start: 0,
            end: 0,
            ended: false,
            core: ReaderBuilder::new().delimiter(delimiter).build(),
            out: vec![0; MAX_RECORD],
            ends: vec![0; 1024],
            delimiter,
            line: 1,
            record_start: 0,
            record_line: 1,
        }
    }

    /// The next record; none at the end of the file.
    ///
    /// # Errors
    /// The source cannot be read.
    pub fn next(&mut self) -> io::Result<Option<Record<'_>>> {
        if !self.skip_line_breaks()? {
            return Ok(None);
        }
        self.record_start = self.start;
        self.record_line = self.line;
        let (mut used, mut fields) = (0, 0);
        loop {
            let (result, read, written, ended) = self.core.read_record(
                &self.buffer[self.start..self.end],
                &mut self.out[used..],
                &mut self.ends[fields..],
            );
            self.start += read;
            used += written;
            fields += ended;
            match result {
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return Ok(None),
                ReadRecordResult::InputEmpty if self.ended => {}
                ReadRecordResult::InputEmpty if self.start - self.record_start < MAX_RECORD => self.fill()?,
                ReadRecordResult::InputEmpty
                | ReadRecordResult::OutputFull
                | ReadRecordResult::OutputEndsFull => {
                    return Ok(Some(self.unclosed()));
                }
            }
        }
        if self.start == self.end && !self.ended {
            // whether a `\r` at the end stands alone, and whether the file goes on, is seen in the next byte
            self.fill()?;
        }
        let raw = &self.buffer[self.record_start..self.start];
        let terminated = matches!(raw.last(), Some(b'\n' | b'\r'));
        if self.start == self.end && is_open(raw, &self.out[..used], self.delimiter) {
            return Ok(Some(self.unclosed()));
        }
        let breaks = line_breaks(raw, self.buffer[..self.end].get(self.start).copied());
        self.line += breaks;
        Ok(Some(Record {
            line: self.record_line,
            multiline: breaks > 1 || (breaks == 1 && !terminated),
            terminated,
            unclosed: false,
            out: &self.out[..used],
            ends: &self.ends[..fields],
        }))
    }

    /// Takes the last record for one line with a quotation mark too many: the rest of its lines are read again, as records
    /// of their own.
    pub fn back_to_next_line(&mut self) {
        let raw = &self.buffer[self.record_start..self.end];
        let after = raw
            .iter()
            .position(|b| matches!(b, b'\n' | b'\r'))
            .unwrap_or(raw.len());
        self.start = self.record_start + after;
        self.line = self.record_line;
        self.core.reset();
    }

    fn unclosed(&mut self) -> Record<'_> {
        self.back_to_next_line();
        Record {
            line: self.record_line,
            multiline: true,
            terminated: true,
            unclosed: true,
            out: &[],
            ends: &[],
        }
    }

    /// Skips empty lines; false at the end of the file.
    fn skip_line_breaks(&mut self) -> io::Result<bool> {
        loop {
            if self.start == self.end {
                self.record_start = self.start;
                if self.ended {
                    return Ok(false);
                }
                self.fill()?;
                continue;
            }
            match self.buffer[self.start] {
                b'\n' => self.line += 1,
                b'\r' => {
                    if self.start + 1 == self.end && !self.ended {
                        self.record_start = self.start;
                        self.fill()?;
                    }
                    if self.start + 1 == self.end || self.buffer[self.start + 1] != b'\n' {
                        self.line += 1;
                    }
                }
                _ => return Ok(true),
            }
            self.start += 1;
        }
    }

    /// Reads more, keeping the current record from its beginning.
    fn fill(&mut self) -> io::Result<()> {
        if self.record_start > 0 {
            self.buffer.copy_within(self.record_start..self.end, 0);
            self.start -= self.record_start;
            self.end -= self.record_start;
            self.record_start = 0;
        }
        let is_first = self.line == 1 && self.end == 0;
        loop {
            match self.source.read(&mut self.buffer[self.end..]) {
                Ok(0) => self.ended = true,
                Ok(n) => self.end += n,
                Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
                Err(e) => return Err(e),
            }
            // the byte order mark must be whole before it can be dropped
            if !is_first || self.ended || self.end >= 3 {
                break;
            }
        }
        if is_first && self.buffer[..self.end].starts_with(b"\xEF\xBB\xBF") {
            self.start = 3;
            self.record_start = 3;
        }
        Ok(())
    }
}

/// Whether the last record of a file ends inside a quotation mark: they do not come in pairs, and the file's last line
/// break, if it has one, was taken for a part of the text.
fn is_open(raw: &[u8], out: &[u8], delimiter: u8) -> bool {
    let opens = || raw.first() == Some(&b'"') || raw.windows(2).any(|pair| pair == [delimiter, b'"']);
    let ends_in_break = |bytes: &[u8]| matches!(bytes.last(), Some(b'\n' | b'\r'));
    raw.iter().filter(|b| **b == b'"').count() % 2 == 1 && opens() && ends_in_break(raw) == ends_in_break(out)
}

/// Line breaks in a record's bytes. A `\r` at the very end is followed by what comes `next`: if that is `\n`, the break
/// is counted with it.
fn line_breaks(raw: &[u8], next: Option<u8>) -> u64 {
    let mut breaks = raw.iter().filter(|b| **b == b'\n').count();
    if raw.contains(&b'\r') {
        let lone = raw
            .iter()
            .enumerate()
            .filter(|(i, b)| **b == b'\r' && raw.get(i + 1).copied().or(next) != Some(b'\n'));
        breaks += lone.count();
    }
    breaks as u64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Gives its bytes in pieces, as a slow disk or network would.
    struct Pieces<'a>(&'a [u8], usize);
    impl Read for Pieces<'_> {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            let n = self.1.min(self.0.len()).min(out.len());
            out[..n].copy_from_slice(&self.0[..n]);
            self.0 = &self.0[n..];
            Ok(n)
        }
    }

    fn read(text: &str, piece: usize) -> Vec<(u64, Vec<String>, bool)> {
        let mut records = Records::new(Pieces(text.as_bytes(), piece), b';');
        let mut all = Vec::new();
        while let Some(record) = records.next().unwrap() {
            all.push((record.line, record.texts(), record.unclosed));
        }
        all
    }

    fn row(line: u64, fields: &[&str]) -> (u64, Vec<String>, bool) {
        (line, fields.iter().map(|f| (*f).to_owned()).collect(), false)
    }

    #[test]
    fn lines_are_those_of_an_editor_through_quoted_breaks_blank_lines_and_every_line_end() {
        for newline in ["\n", "\r\n", "\r"] {
            let text = "a;b\n\n1;\"x\ny\"\n\n\n2;z".replace('\n', newline);
            let inner = format!("x{newline}y");
            for piece in [1, 2, 3, 1000] {
                assert_eq!(
                    read(&text, piece),
                    [row(1, &["a", "b"]), row(3, &["1", &inner]), row(7, &["2", "z"])],
                    "{newline:?} in pieces of {piece}"
                );
            }
        }
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_costs_its_own_line_only() {
        let text = "a;b\n1;\"Jan\n2;Piet\n3;Klaas\n";
        let all = read(text, 7);
        assert_eq!(all[1], (2, Vec::new(), true));
        assert_eq!(all[2..], [row(3, &["2", "Piet"]), row(4, &["3", "Klaas"])]);
    }

    #[test]
    fn a_record_larger_than_the_cap_is_given_up_and_the_next_line_read() {
        let text = format!("a;b\n1;\"{}\n2;x\n", "y\n".repeat(MAX_RECORD));
        let all = read(&text, 1 << 16);
        assert!(all[1].2);
        assert_eq!(all.last().unwrap().1, ["2", "x"]);
    }

    #[test]
    fn the_byte_order_mark_is_not_part_of_the_first_field() {
        for piece in [1, 100] {
            assert_eq!(read("\u{feff}a;b\n", piece), [row(1, &["a", "b"])]);
        }
    }

    proptest! {
        #[test]
        fn what_a_careful_writer_wrote_is_read_back_with_its_lines(
            rows in prop::collection::vec(prop::collection::vec("[a-z;\"\n é]{0,6}", 2..5), 1..20),
            piece in 1usize..50,
        ) {
            let mut text = String::new();
            let mut expected = Vec::new();
            let mut line = 1;
            for fields in &rows {
                let quoted: Vec<String> = fields.iter().map(|f| format!("\"{}\"", f.replace('"', "\"\""))).collect();
                let written = quoted.join(";");
                expected.push((line, fields.clone(), false));
                line += 1 + written.matches('\n').count() as u64;
                text.push_str(&written);
                text.push('\n');
            }
            prop_assert_eq!(read(&text, piece), expected);
        }

        #[test]
        fn any_bytes_end_and_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..500), piece in 1usize..50) {
            let mut records = Records::new(Pieces(&bytes, piece), b',');
            let mut last = 0;
            while let Some(record) = records.next().unwrap() {
                prop_assert!(record.line > last);
                last = record.line;
            }
        }
    }
}
