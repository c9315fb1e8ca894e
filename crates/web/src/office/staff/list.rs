//! Everybody who works here, and the invitations that stand.

use askama::Template;
use axum::Router;
use axum::routing::get;
use carport_domain::access::Permission;
use carport_domain::format;
use carport_domain::i18n::Named;

use super::place;
use crate::kit::app::AppState;
use crate::kit::prelude::*;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/staff", get(show))
}

/// A member of staff in the table.
struct Row {
    name: String,
    email: String,
    role: String,
    regions: String,
    second_factor: bool,
    since: String,
    url: String,
}

/// An invitation in the table.
struct Invited {
    name: String,
    email: String,
    role: String,
    until: String,
    withdraw_url: String,
}

#[derive(Template)]
#[template(path = "office/staff/list.html")]
struct Staff {
    page: Page,
    t: Texts,
    rows: Vec<Row>,
    invited: Vec<Invited>,
    invite_url: String,
}

async fn show(office: Office) -> WebResult<Response> {
    office.require(Permission::ManageStaff)?;
    let t = office.t.clone();
    let zone = office.company.company.time_zone;
    let mut tx = office.app.store.read().await?;
    let mut own = tx.company(office.company.company.id).await?;
    let members = own.members().await?;
    let invitations = own.open_invitations().await?;
    let row = |m: carport_store::staff::Member| Row {
        role: m.role.name(&t),
        regions: place::regions(&m.regions),
        second_factor: m.has_second_factor,
        since: format::date_short(m.created_at.date_in(zone), t.language()),
        url: office.url(&format!("/staff/{}", m.staff_id)),
        name: m.name,
        email: m.email,
    };
    let invited = |i: carport_store::staff::Invitation| Invited {
        role: i.role.name(&t),
        until: format::date_and_time(i.expires_at, zone, t.language()),
        withdraw_url: office.url(&format!("/staff/invitations/{}/withdraw", i.id)),
        name: i.name,
        email: i.email,
    };
    html(&Staff {
        rows: members.into_iter().map(row).collect(),
        invited: invitations.into_iter().map(invited).collect(),
        invite_url: office.url("/staff/invite"),
        page: office.page(&t.get("staff-title"), "staff"),
        t,
    })
}
