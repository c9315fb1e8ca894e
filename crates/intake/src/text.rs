//! What a file is before it is a table: its size, checksum, encoding and ends, found in one pass; then its text as UTF-8.

use std::io::{self, Read};

use carport_domain::text_enum;
use encoding_rs::{CoderResult, Decoder, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252};
use sha2::{Digest, Sha256};

text_enum! {
    /// The encodings exports come in.
    pub enum Encoding {
        /// UTF-8, with or without byte order mark.
        Utf8 = "utf-8",
        /// UTF-16, low byte first.
        Utf16Le = "utf-16le",
        /// UTF-16, high byte first.
        Utf16Be = "utf-16be",
        /// Western European.
        Windows1252 = "windows-1252",
        /// Cyrillic.
        Windows1251 = "windows-1251",
    }
}

/// What one pass over the bytes of a file tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey {
    /// Size in bytes.
    pub bytes: u64,
    /// Checksum; the same file twice is known by it.
    pub sha256: [u8; 32],
    /// How its characters are written.
    pub encoding: Encoding,
    /// Line breaks in it; the measure for progress.
    pub lines: u64,
    /// Whether its last byte ends a line; the last line of a file cut off on the way does not.
    pub ends_with_newline: bool,
    /// The file is a document or an archive, not text; its kind by name.
    pub foreign: Option<&'static str>,
}

/// Counts that tell UTF-8 from the single-byte encodings.
#[derive(Default)]
struct Evidence {
    /// Characters of two bytes or more that are well-formed UTF-8.
    utf8: u64,
    /// Sequences that are not.
    broken: u64,
    /// Bytes from 0xC0 on, letters in both Windows encodings, next to another such: usual in Cyrillic words.
    paired: u64,
    /// Such bytes next to an ASCII letter: usual in western words.
    mixed: u64,
    last: u8,
}

impl Evidence {
    fn add(&mut self, chunk: &[u8]) {
        if chunk.is_ascii() {
            self.last = b' ';
            return;
        }
        for part in chunk.utf8_chunks() {
            // a sequence cut by the chunk's end counts as broken; one in 64 KiB does not sway the verdict
            self.utf8 += part.valid().bytes().filter(|b| *b >= 0xC0).count() as u64;
            self.broken += u64::from(!part.invalid().is_empty());
        }
        let is_high = |byte: u8| byte >= 0xC0 || byte == 0xA8 || byte == 0xB8;
        for &byte in chunk {
            if is_high(byte) || is_high(self.last) {
                self.paired += u64::from(is_high(byte) && is_high(self.last));
                self.mixed += u64::from(byte.is_ascii_alphabetic() || self.last.is_ascii_alphabetic());
            }
            self.last = byte;
        }
    }

    fn verdict(&self) -> Encoding {
        if self.broken == 0 || self.utf8 > self.broken * 4 {
            Encoding::Utf8
        } else if self.paired > self.mixed {
            Encoding::Windows1251
        } else {
            Encoding::Windows1252
        }
    }
}

/// Reads a file once, from beginning to end, in constant memory.
///
/// # Errors
/// The file cannot be read.
pub fn survey(mut source: impl Read) -> io::Result<Survey> {
    let mut hash = Sha256::new();
    let mut evidence = Evidence::default();
    let mut head = Vec::new();
    let mut buffer = vec![0; 1 << 16];
    let (mut bytes, mut lines, mut tail) = (0u64, 0u64, [0u8; 2]);
    loop {
        let n = match source.read(&mut buffer) {
            Ok(0) => break,
            Ok(n) => n,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
            Err(e) => return Err(e),
        };
        let chunk = &buffer[..n];
        hash.update(chunk);
        if head.len() < 4096 {
            head.extend_from_slice(&chunk[..n.min(4096 - head.len())]);
        }
        evidence.add(chunk);
        lines += chunk.iter().filter(|b| **b == b'\n').count() as u64;
        bytes += n as u64;
        tail = [if n > 1 { chunk[n - 2] } else { tail[1] }, chunk[n - 1]];
    }
    let encoding = by_mark(&head)
        .or_else(|| by_zeros(&head))
        .unwrap_or_else(|| evidence.verdict());
    let last = if encoding == Encoding::Utf16Le && tail[1] == 0 {
        tail[0]
    } else {
        tail[1]
    };
    let ends_with_newline = bytes > 0 && matches!(last, b'\n' | b'\r');
    Ok(Survey {
        bytes,
        sha256: hash.finalize().into(),
        encoding,
        lines,
        ends_with_newline,
        foreign: foreign(&head),
    })
}

fn by_mark(head: &[u8]) -> Option<Encoding> {
    match head {
        [0xEF, 0xBB, 0xBF, ..] => Some(Encoding::Utf8),
        [0xFF, 0xFE, ..] => Some(Encoding::Utf16Le),
        [0xFE, 0xFF, ..] => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// UTF-16 without a mark: delimiters, digits and line breaks have a zero byte on one side.
fn by_zeros(head: &[u8]) -> Option<Encoding> {
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), head.len() / 2);
    let many = |n: usize, other: usize| n * 20 > pairs && other * 20 < n;
    if many(odd, even) {
        Some(Encoding::Utf16Le)
    } else if many(even, odd) {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// Files that are saved under the wrong name more often than one would think.
fn foreign(head: &[u8]) -> Option<&'static str> {
    const SIGNS: [(&[u8], &str); 5] = [
        (b"PK\x03\x04", "xlsx/zip"),
        (b"\xD0\xCF\x11\xE0", "xls"),
        (b"%PDF", "pdf"),
        (b"\x1F\x8B", "gzip"),
        (b"<?xml", "xml"),
    ];
    SIGNS
        .iter()
        .find(|(sign, _)| head.starts_with(sign))
        .map(|(_, name)| *name)
}

/// The text of a file as UTF-8. Bytes that are no characters come out as U+FFFD, and the row with them is rejected;
/// broken UTF-8 comes through as it is, for the same end.
pub struct Decoding<R> {
    source: R,
    decoder: Option<Decoder>,
    raw: Vec<u8>,
    start: usize,
    end: usize,
    ended: bool,
}

impl<R: Read> Decoding<R> {
    /// Reads `source` as `encoding`.
    pub fn new(source: R, encoding: Encoding) -> Self {
        let decoder = match encoding {
            Encoding::Utf8 => None,
            Encoding::Utf16Le => Some(UTF_16LE.new_decoder_with_bom_removal()),
            Encoding::Utf16Be => Some(UTF_16BE.new_decoder_with_bom_removal()),
            Encoding::Windows1252 => Some(WINDOWS_1252.new_decoder_without_bom_handling()),
            Encoding::Windows1251 => Some(WINDOWS_1251.new_decoder_without_bom_handling()),
        };
        let raw = if decoder.is_some() {
            vec![0; 1 << 16]
        } else {
            Vec::new()
        };
        Self {
            source,
            decoder,
            raw,
            start: 0,
            end: 0,
            ended: false,
        }
    }
}

impl<R: Read> Read for Decoding<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let Some(decoder) = &mut self.decoder else {
            return self.source.read(out);
        };
        if out.len() < 16 {
            return Err(io::Error::new(
                io::ErrorKind::InvalidInput,
                "too small a buffer to decode into",
            ));
        }
        loop {
            if self.start == self.end && !self.ended {
                self.start = 0;
                self.end = self.source.read(&mut self.raw)?;
                self.ended = self.end == 0;
            }
            let (result, read, written, _) =
                decoder.decode_to_utf8(&self.raw[self.start..self.end], out, self.ended);
            self.start += read;
            if written > 0 || (self.ended && result == CoderResult::InputEmpty) {
                return Ok(written);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (Encoding, String) {
        let survey = survey(bytes).unwrap();
        let mut out = Vec::new();
        let mut reader = Decoding::new(bytes, survey.encoding);
        let mut buffer = [0; 64];
        loop {
            let n = reader.read(&mut buffer).unwrap();
            if n == 0 {
                break;
            }
            out.extend_from_slice(&buffer[..n]);
        }
        (survey.encoding, String::from_utf8(out).unwrap())
    }

    const DUTCH: &str = "klantnr;naam\n1;Renée Müller\n2;café 't Hoekje\n";
    const RUSSIAN: &str = "номер клиента;фамилия\n1;Королёва\n2;ООО «Северный путь»\n";

    #[test]
    fn each_encoding_is_recognised_and_read() {
        assert_eq!(decoded(DUTCH.as_bytes()), (Encoding::Utf8, DUTCH.to_owned()));
        assert_eq!(decoded(RUSSIAN.as_bytes()), (Encoding::Utf8, RUSSIAN.to_owned()));
        assert_eq!(
            decoded(&WINDOWS_1252.encode(DUTCH).0),
            (Encoding::Windows1252, DUTCH.to_owned())
        );
        assert_eq!(
            decoded(&WINDOWS_1251.encode(RUSSIAN).0),
            (Encoding::Windows1251, RUSSIAN.to_owned())
        );
        let plates = "id;VIN;номер\n1;XX9;А123ВС 69\n2;XX9;М777МР 40\n";
        assert_eq!(
            decoded(&WINDOWS_1251.encode(plates).0),
            (Encoding::Windows1251, plates.to_owned())
        );
        for text in [DUTCH, RUSSIAN] {
            let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            assert_eq!(decoded(&le), (Encoding::Utf16Le, text.to_owned()));
            assert_eq!(decoded(&be), (Encoding::Utf16Be, text.to_owned()));
            assert_eq!(
                decoded(&[&[0xFF, 0xFE], &le[..]].concat()),
                (Encoding::Utf16Le, text.to_owned())
            );
        }
    }

    #[test]
    fn a_few_broken_bytes_do_not_turn_a_utf8_file_into_another() {
        let mut bytes = RUSSIAN.repeat(3).into_bytes();
        bytes.extend_from_slice(b"3;\xFF\xFEx\n");
        assert_eq!(survey(&bytes[..]).unwrap().encoding, Encoding::Utf8);
    }

    #[test]
    fn the_survey_counts_lines_and_sees_a_missing_end_and_a_spreadsheet() {
        let seen = survey(&b"a;b\r\n1;2\r\n3;"[..]).unwrap();
        assert_eq!((seen.lines, seen.ends_with_newline, seen.bytes), (2, false, 12));
        assert_eq!(survey(&b"PK\x03\x04rest"[..]).unwrap().foreign, Some("xlsx/zip"));
        assert!(!survey(&b""[..]).unwrap().ends_with_newline);
    }
}
