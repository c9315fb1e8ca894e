//! The proof of consent in the office (F181, B2): of a person, of a period, and the check of the chain.

mod check;
mod period;
mod person;

use axum::Router;
use axum::http::header;
use carport_documents::{ConsentProof, Document};
use carport_domain::FieldError;
use carport_domain::access::Permission;
use carport_domain::consent::Proof;
use carport_domain::text_enum;
use carport_domain::urls::BaseUrl;
use carport_outreach::proof::{Asked, document};
use carport_store::CompanyTx;

use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(period::routes())
        .merge(person::routes())
        .merge(check::routes())
}

text_enum! {
    /// The form a proof is taken away in.
    pub enum Paper {
        /// To read and to hand over.
        Pdf = "pdf",
        /// For a spreadsheet.
        Csv = "csv",
        /// For a program, with what it takes to verify each entry.
        Json = "json",
    }
}

/// Answers 404 to those who may not prove consent.
fn require(office: &Office) -> WebResult<()> {
    office.require(Permission::ProveConsent)
}

/// Who asked and in which form; notes what is wrong.
fn asked(office: &Office, form: &mut Form) -> Option<(Paper, Asked)> {
    let asked_by = form.optional("asked-by");
    let reference = form.optional("reference");
    let paper = form.parse("format", |text| {
        text.parse::<Paper>()
            .map_err(|_| FieldError::new("office-error-format"))
    });
    let issued_by = office.session.name.clone();
    Some((
        paper?,
        Asked {
            issued_by,
            asked_by: asked_by?,
            reference: reference?,
        },
    ))
}

/// A proof ready to be downloaded.
enum Ready {
    Pdf(Box<ConsentProof>),
    Text(&'static str, Vec<u8>),
}

/// Prepares a proof while the store is at hand; the typesetting comes after.
async fn prepare(
    office: &Office,
    shop: &mut CompanyTx<'_>,
    proof: &Proof,
    paper: Paper,
    asked: Asked,
) -> WebResult<Ready> {
    Ok(match paper {
        Paper::Pdf => {
            let base: BaseUrl = office
                .app
                .config
                .base_url
                .parse()
                .map_err(|_| WebError::Internal("base_url".into()))?;
            Ready::Pdf(Box::new(
                document(shop, proof, office.language, &base, asked).await?,
            ))
        }
        Paper::Csv => Ready::Text("text/csv; charset=utf-8", proof.to_csv().into_bytes()),
        Paper::Json => {
            let bytes = serde_json::to_vec_pretty(proof).map_err(|e| WebError::Internal(e.to_string()))?;
            Ready::Text("application/json", bytes)
        }
    })
}

/// The file itself, named without personal data.
async fn download(ready: Ready, name: &str, paper: Paper) -> WebResult<Response> {
    let (kind, bytes) = match ready {
        Ready::Text(kind, bytes) => (kind, bytes),
        Ready::Pdf(proof) => {
            let task = tokio::task::spawn_blocking(move || {
                carport_documents::render(&Document::ConsentProof(*proof))
            });
            let bytes = task.await.map_err(|e| WebError::Internal(e.to_string()))?;
            (
                "application/pdf",
                bytes.map_err(|e| WebError::Internal(e.to_string()))?,
            )
        }
    };
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}.{paper}\""),
        ),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}
