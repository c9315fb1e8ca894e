//! Writes one file: fields, quoting, encoding, line ends; no allocation per row.

use std::fmt::{self, Write as _};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use encoding_rs::{WINDOWS_1251, WINDOWS_1252};

use crate::text::Encoding;

/// A file being written.
pub struct Sheet {
    out: BufWriter<File>,
    encoding: Encoding,
    delimiter: char,
    newline: &'static str,
    row: String,
    field: String,
    /// Rows written, the headers not counted.
    pub rows: u64,
}

impl Sheet {
    /// Begins a file; a UTF-8 file that is not comma-separated begins with a byte order mark, as spreadsheets write it.
    pub fn create(
        path: &Path,
        encoding: Encoding,
        delimiter: char,
        newline: &'static str,
    ) -> io::Result<Self> {
        let mut out = BufWriter::with_capacity(1 << 18, File::create(path)?);
        match encoding {
            Encoding::Utf8 if delimiter != ',' => out.write_all("\u{feff}".as_bytes())?,
            Encoding::Utf16Le => out.write_all(&[0xFF, 0xFE])?,
            Encoding::Utf16Be => out.write_all(&[0xFE, 0xFF])?,
            _ => {}
        }
        Ok(Self {
            out,
            encoding,
            delimiter,
            newline,
            row: String::new(),
            field: String::new(),
            rows: 0,
        })
    }

    /// Adds a field to the row.
    pub fn put(&mut self, field: &str) {
        let needs_quotes = field.contains([self.delimiter, '"', '\n', '\r']);
        if !needs_quotes {
            self.row.push_str(field);
        } else {
            self.row.push('"');
            for c in field.chars() {
                if c == '"' {
                    self.row.push('"');
                }
                self.row.push(c);
            }
            self.row.push('"');
        }
        self.row.push(self.delimiter);
    }

    /// Adds a field that is made of parts: `sheet.put_with(format_args!("{day:02}-{month:02}"))`.
    pub fn put_with(&mut self, parts: fmt::Arguments<'_>) {
        let mut field = std::mem::take(&mut self.field);
        field.clear();
        // writing into a String cannot fail
        let _ = field.write_fmt(parts);
        self.put(&field);
        self.field = field;
    }

    /// Ends the row.
    pub fn end_row(&mut self) -> io::Result<()> {
        if self.row.ends_with(self.delimiter) {
            self.row.pop();
        }
        self.row.push_str(self.newline);
        let row = std::mem::take(&mut self.row);
        self.raw(&row)?;
        self.row = row;
        self.row.clear();
        self.rows += 1;
        Ok(())
    }

    /// Spoils the row that is being put together, before it ends.
    pub fn spoil(&mut self, how: impl FnOnce(&mut String)) {
        how(&mut self.row);
    }

    /// Writes text as it is.
    pub fn raw(&mut self, text: &str) -> io::Result<()> {
        match self.encoding {
            Encoding::Utf8 => self.out.write_all(text.as_bytes()),
            Encoding::Windows1252 => self.out.write_all(&WINDOWS_1252.encode(text).0),
            Encoding::Windows1251 => self.out.write_all(&WINDOWS_1251.encode(text).0),
            Encoding::Utf16Le => text
                .encode_utf16()
                .try_for_each(|unit| self.out.write_all(&unit.to_le_bytes())),
            Encoding::Utf16Be => text
                .encode_utf16()
                .try_for_each(|unit| self.out.write_all(&unit.to_be_bytes())),
        }
    }

    /// Ends the file.
    pub fn finish(mut self) -> io::Result<u64> {
        self.out.flush()?;
        Ok(self.rows)
    }
}
