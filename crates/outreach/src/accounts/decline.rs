//! Answering a request for an account with no (F31).

use carport_domain::{AccountRequestId, StaffId};
use carport_store::account_requests::RequestStatus;
use carport_store::{CompanyTx, Keys, Result};
use serde_json::json;

use super::links::portal_url;
use crate::service::{ServiceMail, queue_service_mail};

/// Declines a request with a note for colleagues, and tells who asked how to reach the company: they were promised an answer.
/// False when it was answered already, or is not there.
pub async fn decline_request(
    tx: &mut CompanyTx<'_>,
    keys: &Keys,
    base_url: &str,
    id: AccountRequestId,
    note: &str,
    staff: StaffId,
) -> Result<bool> {
    let Some(request) = tx.account_request(id).await? else {
        return Ok(false);
    };
    let by = format!("staff:{staff}");
    if !tx
        .settle_account_request(id, RequestStatus::Declined, None, &by, Some(note))
        .await?
    {
        return Ok(false);
    }
    let company = tx.profile().await?;
    let name = format!("{} {}", request.first_name, request.last_name);
    let mail = ServiceMail::new("account-request-declined", &request.email, request.language)
        .named(&name)
        .with("company", &company.name)
        .button(portal_url(base_url, &company, "/help"));
    queue_service_mail(tx, keys, &mail).await?;
    tx.audit(
        &by,
        "account_request.declined",
        &format!("account_request:{id}"),
        &json!({ "note": note }),
    )
    .await?;
    Ok(true)
}
