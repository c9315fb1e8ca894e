//! One member of staff: role, regions, leaving. A company keeps at least one owner.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::{get, post};
use carport_domain::access::Permission;
use carport_domain::{FieldError, StaffId};
use carport_store::staff::Member;
use serde_json::json;

use super::place;
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::office::company::saved;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/office/{company}/staff/{member}", get(show).post(change))
        .route("/office/{company}/staff/{member}/remove", post(remove))
}

#[derive(Template)]
#[template(path = "office/staff/member.html")]
struct MemberPage {
    page: Page,
    t: Texts,
    sent: Form,
    errors: Vec<(String, String)>,
    email: String,
    roles: Vec<(String, String, String)>,
    known_regions: String,
    remove_url: String,
    back_url: String,
}

async fn find(office: &Office, word: &str) -> WebResult<Member> {
    office.require(Permission::ManageStaff)?;
    let id: StaffId = word.parse().map_err(|_| WebError::NotFound)?;
    let mut tx = office.app.store.read().await?;
    tx.company(office.company.company.id)
        .await?
        .member(id)
        .await?
        .ok_or(WebError::NotFound)
}

async fn page(office: &Office, member: &Member, sent: Form, status: StatusCode) -> WebResult<Response> {
    let t = office.t.clone();
    let template = MemberPage {
        page: office.page(&member.name, "staff"),
        email: member.email.clone(),
        roles: place::roles(&t),
        known_regions: place::known_regions(office).await?,
        remove_url: office.url(&format!("/staff/{}/remove", member.staff_id)),
        back_url: office.url("/staff"),
        errors: sent.summary(&t),
        sent,
        t,
    };
    html_with_status(status, &template)
}

fn form(member: &Member) -> Form {
    Form::prefilled([
        ("role", member.role.to_string()),
        ("regions", place::regions(&member.regions)),
    ])
}

async fn show(office: Office, Path((_, word)): Path<(String, String)>) -> WebResult<Response> {
    let member = find(&office, &word).await?;
    page(&office, &member, form(&member), StatusCode::OK).await
}

async fn change(
    office: Office,
    Path((_, word)): Path<(String, String)>,
    mut sent: Form,
) -> WebResult<Response> {
    let member = find(&office, &word).await?;
    let Some((role, regions)) = place::read(&mut sent) else {
        return page(&office, &member, sent, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let mut tx = office.app.store.begin().await?;
    let mut own = tx.company(office.company.company.id).await?;
    let actor = office.actor();
    if !own.change_member(member.staff_id, role, &regions, &actor).await? {
        drop(tx);
        sent.errors.push("role", FieldError::new("error-last-owner"));
        return page(&office, &member, sent, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let detail = json!({ "role": [member.role, role], "regions": [member.regions, regions] });
    own.audit(
        &office.actor(),
        "staff.role",
        &format!("staff:{}", member.staff_id),
        &detail,
    )
    .await?;
    tx.commit().await?;
    // Somebody who gave up the owner's role has no more business on this page.
    let to = if member.staff_id == office.id() && !role.may(Permission::ManageStaff) {
        ""
    } else {
        "/staff"
    };
    Ok(saved(&office, to, "staff-saved"))
}

async fn remove(office: Office, Path((_, word)): Path<(String, String)>) -> WebResult<Response> {
    let member = find(&office, &word).await?;
    let mut tx = office.app.store.begin().await?;
    let mut own = tx.company(office.company.company.id).await?;
    if !own.end_member(member.staff_id).await? {
        drop(tx);
        let mut sent = form(&member);
        sent.errors.push("role", FieldError::new("error-last-owner"));
        return page(&office, &member, sent, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    own.audit(
        &office.actor(),
        "staff.removed",
        &format!("staff:{}", member.staff_id),
        &json!({ "role": member.role }),
    )
    .await?;
    tx.commit().await?;
    Ok(if member.staff_id == office.id() {
        see_other("/office")
    } else {
        saved(&office, "/staff", "staff-removed")
    })
}
