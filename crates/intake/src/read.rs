//! Reads the rows of a table: each becomes a row or a remark, in constant memory.

use std::fs::File;
use std::io::Read;

use carport_domain::country::CountryCode;
use carport_store::imports::layout::FileKind;
use carport_store::imports::row::{Cell, Reason, Remark, Row, Sink};

use crate::mapping::Use;
use crate::parse::{Context, Parser};
use crate::records::{Record, Records};
use crate::rules::Draft;
use crate::table::{FileProblem, Limits, Table};
use crate::text::Decoding;
use crate::words::Words;

/// What became of the rows of one file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows with anything in them, below the headers.
    pub rows: u64,
    /// Rows that were rejected.
    pub rejected: u64,
    /// Values that were left out of rows that were taken.
    pub left_out: u64,
    /// The number of rows the file's own last line (`#rows=…`) promises.
    pub promised: Option<u64>,
    /// The file ends in the middle of a row.
    pub cut_off: bool,
}

impl Tally {
    /// Whether there is reason to think that rows are missing.
    pub fn is_incomplete(&self) -> bool {
        self.cut_off || self.promised.is_some_and(|promised| promised != self.rows)
    }
}

/// Why reading stopped.
#[derive(Debug, thiserror::Error)]
pub enum ReadError<E> {
    /// The file.
    #[error(transparent)]
    File(#[from] FileProblem),
    /// Where the rows go.
    #[error("{0}")]
    Sink(E),
}

/// What the last line of a file may say, so that a file cut off on the way is known: `#rows=1234`.
const TRAILER: &str = "#rows=";
/// Characters of a value that a remark shows.
const SHOWN: usize = 200;

impl Table {
    /// Reads every row into `sink`.
    ///
    /// # Errors
    /// The file cannot be read or has too many rows, or the sink fails.
    pub fn read<S: Sink>(
        &self,
        context: Context,
        limits: &Limits,
        words: &'static Words,
        sink: &mut S,
    ) -> Result<Tally, ReadError<S::Error>> {
        let file = File::open(&self.path).map_err(FileProblem::from)?;
        self.read_from(
            Decoding::new(file, self.survey.encoding),
            context,
            limits,
            words,
            sink,
        )
    }

    fn read_from<S: Sink>(
        &self,
        source: impl Read,
        context: Context,
        limits: &Limits,
        words: &'static Words,
        sink: &mut S,
    ) -> Result<Tally, ReadError<S::Error>> {
        let mut records = Records::new(source, self.delimiter);
        let mut reader = Reader::new(self, Parser::new(context, words));
        let mut tally = Tally::default();
        for _ in 0..=self.preamble {
            records.next().map_err(FileProblem::from)?;
        }
        loop {
            let step = match records.next().map_err(FileProblem::from)? {
                None => break,
                Some(record) => reader.step(&record, sink, &mut tally).map_err(ReadError::Sink)?,
            };
            if step == Step::TryLineByLine {
                records.back_to_next_line();
            }
            if tally.rows > limits.rows {
                return Err(FileProblem::TooManyRows { limit: limits.rows }.into());
            }
        }
        Ok(tally)
    }
}

#[derive(PartialEq, Eq)]
enum Step {
    Done,
    TryLineByLine,
}

struct Reader<'t> {
    kind: FileKind,
    table: &'t Table,
    parser: Parser,
    /// For each column the place of its field in the file.
    fields: Vec<Option<usize>>,
    /// The columns in the order of reading: the country first, since others depend on it.
    order: Vec<usize>,
    silent: u64,
}

impl<'t> Reader<'t> {
    fn new(table: &'t Table, parser: Parser) -> Self {
        let kind = table.kind();
        let mut fields = vec![None; kind.columns().len()];
        for (at, (_, what)) in table.binding.headers.iter().enumerate() {
            if let Use::Column(place) = what {
                fields[*place] = Some(at);
            }
        }
        let silent = fields
            .iter()
            .enumerate()
            .filter(|(_, f)| f.is_none())
            .fold(0, |bits, (place, _)| bits | 1 << place);
        let country = country_column(kind).and_then(|name| kind.position(name));
        let mut order: Vec<usize> = (0..fields.len()).filter(|p| fields[*p].is_some()).collect();
        order.sort_by_key(|place| (Some(*place) != country, *place));
        Self {
            kind,
            table,
            parser,
            fields,
            order,
            silent,
        }
    }

    fn step<S: Sink>(
        &mut self,
        record: &Record<'_>,
        sink: &mut S,
        tally: &mut Tally,
    ) -> Result<Step, S::Error> {
        let expected = self.table.binding.headers.len();
        if record.unclosed {
            tally.rows += 1;
            tally.cut_off |= !record.terminated;
            self.reject(record, Reason::UnclosedQuote, sink, tally)?;
            return Ok(Step::Done);
        }
        if (0..record.len()).all(|n| record.bytes(n).trim_ascii().is_empty()) {
            return Ok(Step::Done);
        }
        if let Some(promised) = record.text(0).and_then(|t| t.strip_prefix(TRAILER)) {
            tally.promised = promised.trim().parse().ok();
            return Ok(Step::Done);
        }
        let is_last_and_short = !record.terminated && record.len() < expected;
        let extra_is_empty = (expected..record.len()).all(|n| record.bytes(n).trim_ascii().is_empty());
        let fits = record.len() >= expected && extra_is_empty;
        if record.multiline && (!fits || self.swallowed_rows(record)) {
            // more likely a stray quotation mark that joined lines than a text with line breaks
            tally.rows += 1;
            self.reject(record, Reason::UnclosedQuote, sink, tally)?;
            return Ok(Step::TryLineByLine);
        }
        if !fits {
            tally.rows += 1;
            tally.cut_off |= is_last_and_short;
            let reason = if record.len() < expected {
                Reason::TooFewFields
            } else {
                Reason::TooManyFields
            };
            self.reject(record, reason, sink, tally)?;
            return Ok(Step::Done);
        }
        if self.repeats_headers(record) {
            return Ok(Step::Done);
        }
        tally.rows += 1;
        self.row(record, sink, tally)?;
        Ok(Step::Done)
    }

    /// Whether a quoted field holds what looks like rows of this very file.
    fn swallowed_rows(&self, record: &Record<'_>) -> bool {
        let many = (self.table.binding.headers.len() / 2).max(2);
        let is_rowlike = |line: &[u8]| line.iter().filter(|b| **b == self.table.delimiter).count() >= many;
        (0..record.len()).any(|n| {
            let field = record.bytes(n);
            field.contains(&b'\n') && field.split(|b| *b == b'\n').any(is_rowlike)
        })
    }

    /// Exports that were glued together repeat their first line.
    fn repeats_headers(&self, record: &Record<'_>) -> bool {
        let headers = &self.table.binding.headers;
        headers
            .iter()
            .enumerate()
            .all(|(n, (header, _))| record.text(n).is_some_and(|t| t.trim() == header))
    }

    fn row<S: Sink>(&mut self, record: &Record<'_>, sink: &mut S, tally: &mut Tally) -> Result<(), S::Error> {
        let columns = self.kind.columns();
        let mut draft = Draft {
            kind: self.kind,
            cells: vec![Cell::Empty; columns.len() + self.kind.derived().len()],
            silent: self.silent,
            country: self.parser.context().country,
        };
        for n in 0..self.order.len() {
            let place = self.order[n];
            let column = &columns[place];
            let at = self.fields[place].unwrap_or_default();
            let read = match record.text(at) {
                None => Err(Reason::UnreadableCharacters),
                Some(raw) => self.parser.value(column.name, column.form, raw, draft.country),
            };
            match read {
                Ok(Cell::Empty) if column.required => {
                    return self.reject_value(record, place, Reason::Required, sink, tally);
                }
                Ok(cell) => draft.cells[place] = cell,
                Err(reason) if column.required => {
                    return self.reject_value(record, place, reason, sink, tally);
                }
                Err(reason) => {
                    draft.silent |= 1 << place;
                    self.leave_out(record, place, reason, sink, tally)?;
                }
            }
            if country_column(self.kind) == Some(column.name) {
                if let Some(country) = draft.cells[place]
                    .text()
                    .and_then(|code| code.parse::<CountryCode>().ok())
                {
                    draft.country = country;
                }
            }
        }
        for fault in draft.finish() {
            if fault.rejects {
                return self.reject_value(record, fault.place, fault.reason, sink, tally);
            }
            self.leave_out(record, fault.place, fault.reason, sink, tally)?;
        }
        sink.row(&Row {
            line: record.line,
            cells: &draft.cells,
            silent: draft.silent,
        })
    }

    fn remark(&self, record: &Record<'_>, place: Option<usize>, reason: Reason, rejected: bool) -> Remark {
        let value = match place {
            Some(place) => {
                self.fields[place].map(|at| String::from_utf8_lossy(record.bytes(at)).into_owned())
            }
            None => Some(record.texts().join(&char::from(self.table.delimiter).to_string())),
        };
        Remark {
            kind: self.kind,
            line: record.line,
            column: place.map(|place| self.kind.columns()[place].name),
            value: value.unwrap_or_default().chars().take(SHOWN).collect(),
            reason,
            rejected,
        }
    }

    fn reject<S: Sink>(
        &self,
        record: &Record<'_>,
        reason: Reason,
        sink: &mut S,
        tally: &mut Tally,
    ) -> Result<(), S::Error> {
        tally.rejected += 1;
        sink.remark(self.remark(record, None, reason, true))
    }

    fn reject_value<S: Sink>(
        &self,
        record: &Record<'_>,
        place: usize,
        reason: Reason,
        sink: &mut S,
        tally: &mut Tally,
    ) -> Result<(), S::Error> {
        tally.rejected += 1;
        sink.remark(self.remark(record, Some(place), reason, true))
    }

    fn leave_out<S: Sink>(
        &self,
        record: &Record<'_>,
        place: usize,
        reason: Reason,
        sink: &mut S,
        tally: &mut Tally,
    ) -> Result<(), S::Error> {
        tally.left_out += 1;
        sink.remark(self.remark(record, Some(place), reason, false))
    }
}

/// The column that says in which country's forms a row's plates, numbers and addresses are written.
const fn country_column(kind: FileKind) -> Option<&'static str> {
    match kind {
        FileKind::Locations | FileKind::Customers => Some("country"),
        FileKind::Vehicles => Some("plate_country"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mapping::Mapping;
    use chrono::NaiveDate;
    use std::convert::Infallible;

    #[derive(Default)]
    struct Seen {
        rows: Vec<(u64, Vec<String>)>,
        remarks: Vec<(u64, Option<&'static str>, Reason, bool)>,
    }
    impl Sink for Seen {
        type Error = Infallible;
        fn row(&mut self, row: &Row<'_>) -> Result<(), Infallible> {
            let texts = row
                .cells
                .iter()
                .filter_map(|c| c.text().map(str::to_owned))
                .collect();
            self.rows.push((row.line, texts));
            Ok(())
        }
        fn remark(&mut self, remark: Remark) -> Result<(), Infallible> {
            self.remarks
                .push((remark.line, remark.column, remark.reason, remark.rejected));
            Ok(())
        }
    }

    fn read(name: &str, content: &[u8]) -> (Tally, Seen) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(name);
        std::fs::write(&path, content).unwrap();
        let limits = Limits::default();
        let table = Table::open(&path, None, &Mapping::default(), Words::shipped(), &limits).unwrap();
        let context = Context {
            today: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
            country: CountryCode::NL,
        };
        let mut seen = Seen::default();
        let tally = table.read(context, &limits, Words::shipped(), &mut seen).unwrap();
        (tally, seen)
    }

    #[test]
    fn a_dirty_export_ends_with_every_line_taken_or_named() {
        let text = "\u{feff}Klantnr;Naam;E-mail;Adres;Postcode;Plaats;Hobby\r\n\
            1001;de Vries;jan@example.nl;Dorpsstraat 1;1234 AB;Dorp;vissen\r\n\
            1002;Bakker;geen;\"Lange\r\nstraat 2\";2345 BC;Stad;\r\n\
            \r\n\
            1003;Smit\r\n\
            ;Naamloos;x@example.nl;;;;\r\n\
            1004;=1+1;y@example.nl;;;;\r\n\
            1005;Mulder;bob@;;;;;;\r\n\
            Klantnr;Naam;E-mail;Adres;Postcode;Plaats;Hobby\r\n\
            1006;Visser;;\"Kade 3;3456 CD;Haven;\r\n\
            1007;Boer;;;;;\r\n\
            #rows=8\r\n";
        let (tally, seen) = read("klanten.csv", text.as_bytes());
        assert_eq!(
            seen.rows.iter().map(|(line, _)| *line).collect::<Vec<_>>(),
            [2, 3, 9, 12]
        );
        assert_eq!(
            seen.remarks,
            [
                (6, None, Reason::TooFewFields, true),
                (7, Some("number"), Reason::Required, true),
                (8, Some("last_name"), Reason::Formula, false),
                (8, Some("last_name"), Reason::NameMissing, true),
                (9, Some("email"), Reason::Email, false),
                (11, None, Reason::UnclosedQuote, true),
            ]
        );
        assert_eq!(
            (tally.rows, tally.rejected, tally.promised, tally.cut_off),
            (8, 4, Some(8), false)
        );
        assert!(!tally.is_incomplete());
    }

    #[test]
    fn a_stray_quotation_mark_does_not_swallow_the_rows_up_to_the_next_one() {
        let text = "Klantnr;Naam;Voornaam;Hobby\n1;Jansen;\"Jan;x\n2;Smit;Piet;y\n3;Bos;\"Anna\nMaria\";z\n4;Vos;Els;q\n";
        let (tally, seen) = read("klanten.csv", text.as_bytes());
        assert_eq!(
            seen.rows.iter().map(|(line, _)| *line).collect::<Vec<_>>(),
            [3, 4, 6]
        );
        assert_eq!(seen.remarks, [(2, None, Reason::UnclosedQuote, true)]);
        assert_eq!(tally.rows, 4);
    }

    #[test]
    fn a_file_cut_off_in_its_last_row_is_known() {
        let whole = "Klantnr;Naam;E-mail\n1;Jansen;jan@example.nl\n2;Smit;smit@example.nl\n";
        assert!(!read("klanten.csv", whole.as_bytes()).0.is_incomplete());
        assert!(
            !read("klanten.csv", whole.trim_end().as_bytes()).0.is_incomplete(),
            "only the last line break is missing"
        );
        let (tally, _) = read(
            "klanten.csv",
            b"Klantnr;Naam;E-mail\n1;Jansen;jan@example.nl\n2;Smi",
        );
        assert!(tally.cut_off);
        let (tally, _) = read(
            "klanten.csv",
            b"Klantnr;Naam;E-mail\n1;Jansen;jan@example.nl\n#rows=2\n",
        );
        assert!(tally.is_incomplete());
    }

    #[test]
    fn the_rows_country_decides_how_its_numbers_and_addresses_are_read() {
        let text =
            "Kundennr;Name;Straße;PLZ;Ort;Telefon;Land\n7;Müller;Hauptstr. 5;80331;München;030 123456;D\n";
        let (tally, seen) = read("kunden.csv", encoding_rs::WINDOWS_1252.encode(text).0.as_ref());
        assert_eq!((tally.rejected, tally.left_out), (0, 0));
        assert!(
            seen.rows[0].1.contains(&"+4930123456".to_owned()),
            "{:?}",
            seen.rows
        );
    }
}
