//! Why a document could not be made.

/// Why a document could not be made. Every variant but [`RenderError::Typesetting`] names something the caller can put right.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// A field the document cannot do without is blank.
    #[error("the field «{field}» is empty")]
    Missing {
        /// The field, such as `subject`.
        field: &'static str,
    },
    /// A text or list is longer than a document can hold.
    #[error("the field «{field}» is too long: at most {max} are possible")]
    TooLong {
        /// The field, such as `blocks`.
        field: &'static str,
        /// The most lines, characters or rows that are possible.
        max: usize,
    },
    /// A line of the address is too wide for the window of the envelope.
    #[error("the address line «{line}» is too long for the window of an envelope")]
    AddressTooWide {
        /// The line.
        line: String,
    },
    /// A line of the address is in a script that the fonts do not cover (they cover Latin, Greek and Cyrillic).
    #[error("the address line «{line}» has letters that cannot be printed")]
    AddressNotPrintable {
        /// The line.
        line: String,
    },
    /// A logo is neither a readable SVG nor a readable PNG, or is too big.
    #[error("the logo cannot be used: {reason}")]
    Logo {
        /// What is wrong with it.
        reason: String,
    },
    /// An address for a QR code is longer than a code can hold.
    #[error("the text of the QR code is too long ({length} bytes)")]
    QrTooLong {
        /// Its length in bytes.
        length: usize,
    },
    /// One letter of a batch is wrong.
    #[error("letter {number} of the batch: {reason}")]
    InBatch {
        /// Its place in the batch, from 1.
        number: usize,
        /// What is wrong with it.
        reason: Box<RenderError>,
    },
    /// The typesetter failed; a fault of ours, with its own words.
    #[error("the document could not be typeset: {0}")]
    Typesetting(String),
}
