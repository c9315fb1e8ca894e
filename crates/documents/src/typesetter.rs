//! The typesetter: a template and what it is told become a PDF.
//!
//! Templates are part of the program and see no files but each other and the pictures of their own job. Texts are handed over as
//! values in `sys.inputs`, never spliced into source.

use std::sync::LazyLock;

use serde_json::Value as Json;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Dict, Duration, IntoValue, Smart, Value};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::pictures::Pictures;
use crate::{RenderError, clean, fonts};

/// The templates by the name under which they include each other.
static TEMPLATES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    [
        ("base.typ", include_str!("../templates/base.typ")),
        ("letter.typ", include_str!("../templates/letter.typ")),
        (
            "consent_proof.typ",
            include_str!("../templates/consent_proof.typ"),
        ),
        ("explanation.typ", include_str!("../templates/explanation.typ")),
        ("invoice.typ", include_str!("../templates/invoice.typ")),
        ("counter_card.typ", include_str!("../templates/counter_card.typ")),
    ]
    .into_iter()
    .filter_map(|(name, text)| Some(Source::new(file(name)?, text.to_owned())))
    .collect()
});

/// How many renderings a cached piece of layout survives without being used again.
const CACHE_AGE: usize = 1;

fn file(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// What kind of PDF comes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// PDF/A-2a and PDF/UA-1: tagged, for screens, screen readers and archives.
    Accessible,
    /// Plain PDF 1.7 without tags, for the printer alone.
    Print,
}

/// One run of the typesetter.
pub(crate) struct Job {
    /// The template's file name.
    pub template: &'static str,
    /// What the template is told; its texts are cleaned here.
    pub data: Json,
    /// The pictures it may show.
    pub pictures: Pictures,
    /// What comes out.
    pub kind: Kind,
}

impl Job {
    /// Sets the document and writes the PDF.
    pub(crate) fn run(self) -> Result<Vec<u8>, RenderError> {
        let kind = self.kind;
        let desk = Desk::new(self)?;
        let set = typst::compile(&desk).output.map_err(|errors| failed(&errors))?;
        let standards: &[PdfStandard] = match kind {
            Kind::Accessible => &[PdfStandard::A_2a, PdfStandard::Ua_1],
            Kind::Print => &[PdfStandard::V_1_7],
        };
        let options = PdfOptions {
            creator: Smart::Custom(Some("Carport".to_owned())),
            standards: PdfStandards::new(standards)
                .map_err(|e| RenderError::Typesetting(e.message().to_string()))?,
            tagged: kind == Kind::Accessible,
            timestamp: None::<Timestamp>,
            ..PdfOptions::default()
        };
        let pdf = typst_pdf::pdf(&set, &options).map_err(|errors| failed(&errors));
        // the cache lives as long as the process; what was not used lately goes, or long runs would fill the memory
        typst::comemo::evict(CACHE_AGE);
        pdf
    }
}

fn failed(errors: &[SourceDiagnostic]) -> RenderError {
    let words: Vec<String> = errors
        .iter()
        .map(|e| {
            let hints: String = e.hints.iter().map(|hint| format!(" ({})", hint.v)).collect();
            format!("{}{hints}", e.message)
        })
        .collect();
    RenderError::Typesetting(words.join("; "))
}

/// What the typesetter has before it during one job.
struct Desk {
    library: LazyHash<Library>,
    main: FileId,
    pictures: Vec<(FileId, Bytes)>,
}

impl Desk {
    fn new(job: Job) -> Result<Self, RenderError> {
        let main =
            file(job.template).ok_or_else(|| RenderError::Typesetting("no such template".to_owned()))?;
        let mut inputs = Dict::new();
        inputs.insert("data".into(), value(clean::data(job.data)));
        let pictures = job
            .pictures
            .into_files()
            .filter_map(|(name, bytes)| Some((file(&name)?, Bytes::new(bytes))))
            .collect();
        Ok(Self {
            library: LazyHash::new(Library::builder().with_inputs(inputs).build()),
            main,
            pictures,
        })
    }
}

fn value(json: Json) -> Value {
    match json {
        Json::Null => Value::None,
        Json::Bool(yes) => Value::Bool(yes),
        Json::Number(n) => match n.as_i64() {
            Some(whole) => Value::Int(whole),
            None => Value::Float(n.as_f64().unwrap_or_default()),
        },
        Json::String(text) => text.into_value(),
        Json::Array(items) => Value::Array(items.into_iter().map(value).collect()),
        Json::Object(fields) => Value::Dict(
            fields
                .into_iter()
                .map(|(name, v)| (name.into(), value(v)))
                .collect(),
        ),
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &fonts::BOOK
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        TEMPLATES
            .iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.pictures
            .iter()
            .find(|(at, _)| *at == id)
            .map(|(_, bytes)| bytes.clone())
            .ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts::face(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        // dates are told to the templates; none of them may read the clock
        None
    }
}
