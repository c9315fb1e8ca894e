//! The error file: every rejected row and every value left out, with line, column and reason (B8).

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::routing::get;
use carport_intake::report;
use carport_store::StoreError;
use carport_store::imports::{Import, StoredRemark};
use futures::stream;

use super::reach;
use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Lines read at a time, so that an error file of any length takes little memory.
const PAGE: i64 = 2_000;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/imports/{import}/errors.csv", get(download))
}

/// What is still to be written.
enum Next {
    Head,
    After(Option<StoredRemark>),
}

async fn download(office: Office, Path((_, id)): Path<(String, String)>) -> WebResult<Response> {
    let mut tx = office.app.store.read().await?;
    let import = reach(&office, &mut tx.company(office.company.company.id).await?, &id).await?;
    drop(tx);
    let name = HeaderValue::from_str(&format!("attachment; filename=\"errors-{}.csv\"", import.id))
        .unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/csv; charset=utf-8"),
        ),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    let lines = stream::try_unfold(
        (office, import, Next::Head),
        |(office, import, next)| async move {
            let after = match next {
                Next::Head => {
                    return Ok(Some((
                        report::head(&office.t),
                        (office, import, Next::After(None)),
                    )));
                }
                Next::After(after) => after,
            };
            let (text, last) = part(&office, &import, after.as_ref()).await?;
            Ok::<_, StoreError>(last.map(|last| (text, (office, import, Next::After(Some(last))))))
        },
    );
    Ok((headers, Body::from_stream(lines)).into_response())
}

async fn part(
    office: &Office,
    import: &Import,
    after: Option<&StoredRemark>,
) -> Result<(String, Option<StoredRemark>), StoreError> {
    let mut tx = office.app.store.read().await?;
    let remarks = tx
        .company(office.company.company.id)
        .await?
        .import_remarks(import.id, after, PAGE)
        .await?;
    let text = remarks
        .iter()
        .map(|remark| report::line(import, remark, &office.t))
        .collect();
    Ok((text, remarks.into_iter().next_back()))
}
