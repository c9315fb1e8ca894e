//! Letters, proofs, explanations and invoices as PDF. The heavy typesetter lives here alone, behind [`render`].
//!
//! Every document has real text, a title and a language, and conforms to PDF/A-2a (archive) and PDF/UA-1 (screen readers); only a batch of letters is
//! plain PDF for the printer. Fixed words come from `translations/<language>/documents.ftl`; the caller's texts are in the document's
//! language already. Rendering is pure computation of some milliseconds a page: call it where blocking is allowed.

mod batch;
mod car;
mod clean;
mod consent_proof;
mod counter_card;
mod error;
mod explanation;
mod fonts;
mod invoice;
mod ledger;
mod letter;
mod pictures;
mod qr;
mod sender;
mod typesetter;
mod words;

// the samples of the example name this crate as callers do
#[cfg(test)]
extern crate self as carport_documents;
#[cfg(test)]
#[path = "../examples/sample/samples/mod.rs"]
#[expect(dead_code, reason = "tests of this crate use some of the samples only")]
mod samples;

use serde_json::Value;

pub use batch::render_letters;
pub use car::{Car, Plate};
pub use consent_proof::{
    ChainCheck, ChainResult, ConsentProof, Link, ProofEvent, ProofScope, Standing, Tone, Wording,
};
pub use counter_card::{CardSize, CounterCard};
pub use error::RenderError;
pub use explanation::{ChannelDecision, Explanation, Verdict};
pub use invoice::{Invoice, InvoiceLine, Totals, VatTotal};
pub use ledger::ProofNames;
pub use letter::{Letter, Window, objection_notice};
pub use qr::qr_svg;
pub use sender::{Colour, Fact, Logo, NotAColour, Sender};

use pictures::Pictures;
use typesetter::{Job, Kind};

/// A document that can be made.
#[derive(Debug, Clone, PartialEq)]
pub enum Document {
    /// A letter to one recipient, to read on a screen or to print.
    Letter(Letter),
    /// Letters as one file for the printer. For thousands, [`render_letters`] takes them one by one.
    LetterBatch(Vec<Letter>),
    /// The proof of consent for one person or a period (F181).
    ConsentProof(ConsentProof),
    /// Why a customer gets a message or does not (CON-13).
    Explanation(Explanation),
    /// An invoice of the workshop.
    Invoice(Invoice),
    /// The card on the counter that leads to the customer pages (F54).
    CounterCard(CounterCard),
}

/// Makes a document.
///
/// # Errors
/// Says which field stands in the way; [`RenderError::Typesetting`] is a fault of this crate.
pub fn render(document: &Document) -> Result<Vec<u8>, RenderError> {
    let mut pictures = Pictures::default();
    let (template, data): (&'static str, Value) = match document {
        Document::LetterBatch(letters) => return render_letters(letters.iter().cloned()),
        Document::Letter(letter) => (
            "letter.typ",
            serde_json::json!({ "letters": [letter.data(&mut pictures)?] }),
        ),
        Document::ConsentProof(proof) => ("consent_proof.typ", proof.data(&mut pictures)?),
        Document::Explanation(explanation) => ("explanation.typ", explanation.data(&mut pictures)?),
        Document::Invoice(invoice) => ("invoice.typ", invoice.data(&mut pictures)?),
        Document::CounterCard(card) => ("counter_card.typ", card.data(&mut pictures)?),
    };
    Job {
        template,
        data,
        pictures,
        kind: Kind::Accessible,
    }
    .run()
}
