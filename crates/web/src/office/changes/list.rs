//! What waits: corrections that customers ask for, and changes that the dealer's own system does not know.

use askama::Template;
use axum::Router;
use axum::routing::get;
use carport_domain::access::Permission;
use carport_domain::i18n::Value;
use carport_domain::{CustomerId, format, urls};
use carport_store::changes::{ChangeForDms, Correction};

use super::export::MOST;
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::office::customers::history::readable;
use crate::office::customers::{StaffNames, address, staff_names};

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/changes", get(show))
}

/// Changes and corrections shown at once.
const SHOWN: i64 = 100;
/// Earlier exports shown.
const EXPORTS: i64 = 5;

struct Wish {
    customer: String,
    customer_url: String,
    edit_url: String,
    field: String,
    shown: String,
    asked: String,
    note: String,
    when: String,
    settle_url: String,
}

struct Change {
    customer: String,
    customer_url: String,
    field: String,
    old: String,
    new: String,
    by: String,
    when: String,
}

struct Export {
    when: String,
    at: i64,
    changes: String,
}

#[derive(Template)]
#[template(path = "office/changes.html")]
struct Changes {
    page: Page,
    t: Texts,
    wishes: Vec<Wish>,
    changes: Vec<Change>,
    more: String,
    exports: Vec<Export>,
    export_url: String,
}

async fn show(office: Office) -> WebResult<Response> {
    super::require(&office)?;
    let t = office.t.clone();
    let zone = office.company.company.time_zone;
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let wishes = shop.waiting_corrections(SHOWN).await?;
    let changes = shop.unexported_changes(SHOWN + 1).await?;
    let exports = shop.change_exports(EXPORTS).await?;
    let staff = staff_names(&mut shop).await?;
    drop(tx);
    let more = if changes.len() > usize::try_from(SHOWN).unwrap_or(0) {
        let args: [(&str, Value<'_>); 1] = [("count", SHOWN.into())];
        t.with("office-changes-more", &args)
    } else {
        String::new()
    };
    let may_export = office.access.may(Permission::Export);
    html(&Changes {
        page: office.page(&t.get("office-changes-title"), "changes"),
        wishes: wishes.into_iter().map(|wish| wish_row(&office, wish)).collect(),
        changes: changes
            .into_iter()
            .take(usize::try_from(SHOWN.min(MOST)).unwrap_or(0))
            .map(|change| change_row(&office, change, &staff))
            .collect(),
        more,
        exports: exports
            .into_iter()
            .map(|(at, number)| Export {
                when: format::date_and_time(at, zone, office.language),
                at: at.0,
                changes: format::integer(number, office.language),
            })
            .filter(|_| may_export)
            .collect(),
        export_url: if may_export {
            office.url("/changes/export")
        } else {
            String::new()
        },
        t,
    })
}

fn name(first: Option<&str>, infix: Option<&str>, last: &str, number: Option<&str>) -> String {
    let name = [first, infix, Some(last)]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    match number {
        Some(number) => format!("{name} ({number})"),
        None => name,
    }
}

fn field(office: &Office, plate: Option<&str>, field: &str) -> String {
    let field = office.t.choice("change-field", field);
    match plate {
        Some(plate) => format!("{plate} · {field}"),
        None => field,
    }
}

fn link(office: &Office, customer: CustomerId) -> String {
    address(office, urls::Office::Customer(customer))
}

fn wish_row(office: &Office, wish: Correction) -> Wish {
    Wish {
        customer: name(
            wish.first_name.as_deref(),
            wish.infix.as_deref(),
            &wish.last_name,
            wish.customer_number.as_deref(),
        ),
        customer_url: link(office, wish.customer_id),
        field: field(office, wish.plate.as_deref(), &wish.field),
        shown: readable(&wish.field, wish.shown_value, &office.t),
        edit_url: format!("{}/cars/{}/edit", link(office, wish.customer_id), wish.vehicle_id),
        asked: wish.asked_value,
        note: wish.note.unwrap_or_default(),
        when: format::date_and_time(wish.asked_at, office.company.company.time_zone, office.language),
        settle_url: office.url(&format!("/changes/corrections/{}/settle", wish.id)),
    }
}

fn change_row(office: &Office, change: ChangeForDms, staff: &StaffNames) -> Change {
    Change {
        customer: name(
            change.first_name.as_deref(),
            change.infix.as_deref(),
            &change.last_name,
            change.customer_number.as_deref(),
        ),
        customer_url: link(office, change.customer_id),
        field: field(office, change.plate.as_deref(), &change.field),
        old: readable(&change.field, change.old_value, &office.t),
        new: readable(&change.field, change.new_value, &office.t),
        by: staff.name(&change.changed_by, &office.t),
        when: format::date_and_time(
            change.changed_at,
            office.company.company.time_zone,
            office.language,
        ),
    }
}
