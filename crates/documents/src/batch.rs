//! Many letters as one file for the printer.
//!
//! # Memory
//!
//! Letters are taken from the iterator [`PART`] at a time; each part is set, written as a PDF of its own, and the typesetter's memory for it is
//! given back. What stays is the finished bytes of the parts, about 10 kB a letter, which a last step joins page by page. So memory
//! grows with the size of the file that comes out, not with the typesetter's far larger picture of it.

use std::sync::Arc;

use krilla::metadata::Metadata;
use krilla::pdf::{Pdf, PdfDocument};
use serde_json::json;

use crate::pictures::Pictures;
use crate::typesetter::{Job, Kind};
use crate::{Letter, RenderError};

/// How many letters are set at once.
const PART: usize = 50;

/// Letters as one print-ready PDF, each on its own sheets and with its own page numbers, in the order given.
///
/// The file is plain PDF 1.7 without tags: it is for a printer. A copy for the reader is a [`crate::Document::Letter`].
///
/// # Errors
/// [`RenderError::InBatch`] names the first letter that cannot be made, [`RenderError::Missing`] says that there was none.
pub fn render_letters(letters: impl IntoIterator<Item = Letter>) -> Result<Vec<u8>, RenderError> {
    let mut letters = letters.into_iter().enumerate().peekable();
    let mut parts = Vec::new();
    let language = letters
        .peek()
        .map(|(_, letter)| letter.message.language.to_string());
    while letters.peek().is_some() {
        let mut pictures = Pictures::default();
        let mut data = Vec::with_capacity(PART);
        for (index, letter) in letters.by_ref().take(PART) {
            data.push(
                letter
                    .data(&mut pictures)
                    .map_err(|reason| in_batch(index, reason))?,
            );
        }
        let job = Job {
            template: "letter.typ",
            data: json!({ "letters": data }),
            pictures,
            kind: Kind::Print,
        };
        parts.push(job.run()?);
    }
    match parts.len() {
        0 => Err(RenderError::Missing { field: "letters" }),
        1 => Ok(parts.remove(0)),
        _ => join(parts, language),
    }
}

fn in_batch(index: usize, reason: RenderError) -> RenderError {
    RenderError::InBatch {
        number: index + 1,
        reason: Box::new(reason),
    }
}

/// Puts the pages of several PDFs behind each other.
fn join(parts: Vec<Vec<u8>>, language: Option<String>) -> Result<Vec<u8>, RenderError> {
    let mut whole = krilla::Document::new();
    let mut metadata = Metadata::new().creator("Carport".to_owned());
    if let Some(language) = language {
        metadata = metadata.language(language);
    }
    whole.set_metadata(metadata);
    for part in parts {
        let pdf = Pdf::new(part)
            .map_err(|e| RenderError::Typesetting(format!("a part of the batch is unreadable: {e:?}")))?;
        let pages: Vec<usize> = (0..pdf.pages().len()).collect();
        whole.embed_pdf_pages(&PdfDocument::new(Arc::new(pdf)), &pages);
    }
    whole
        .finish()
        .map_err(|e| RenderError::Typesetting(format!("the batch could not be joined: {e:?}")))
}
