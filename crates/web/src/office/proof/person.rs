//! The proof about one person.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::urls;
use carport_outreach::proof::of_person;
use carport_store::customers::Customer;
use serde_json::json;

use super::{asked, download, prepare};
use crate::kit::app::AppState;
use crate::kit::page::Link;
use crate::kit::prelude::*;
use crate::office::customers::{address, id, reach};

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route(
        "/office/{company}/customers/{customer}/proof",
        get(show).post(take),
    )
}

#[derive(Template)]
#[template(path = "office/proof/person.html")]
struct Person {
    page: Page,
    t: Texts,
    trail: Vec<Link>,
    errors: Vec<(String, String)>,
    sent: Form,
    url: String,
}

fn page(office: &Office, customer: &Customer, sent: Form, status: StatusCode) -> WebResult<Response> {
    let t = &office.t;
    let customer_url = address(office, urls::Office::Customer(customer.id));
    let template = Person {
        page: office.page(&t.get("office-proof-title"), "customers"),
        trail: vec![
            Link {
                label: t.get("office-nav-customers"),
                url: address(office, urls::Office::Customers),
            },
            Link {
                label: customer.display_name(),
                url: customer_url.clone(),
            },
        ],
        errors: sent.summary(t),
        url: format!("{customer_url}/proof"),
        t: t.clone(),
        sent,
    };
    html_with_status(status, &template)
}

async fn show(office: Office, Path((_, customer)): Path<(String, String)>) -> WebResult<Response> {
    super::require(&office)?;
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let customer = reach(&office, &mut shop, id(&customer)?).await?;
    drop(tx);
    page(&office, &customer, Form::default(), StatusCode::OK)
}

async fn take(
    office: Office,
    Path((_, customer)): Path<(String, String)>,
    mut form: Form,
) -> WebResult<Response> {
    super::require(&office)?;
    let customer = id(&customer)?;
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let customer = reach(&office, &mut shop, customer).await?;
    let Some((paper, asked)) = asked(&office, &mut form) else {
        return page(&office, &customer, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let detail = json!({ "format": paper, "asked_by": asked.asked_by, "reference": asked.reference });
    let proof = of_person(&mut shop, customer.id).await?;
    let ready = prepare(&office, &mut shop, &proof, paper, asked).await?;
    drop(tx);
    let mut tx = office.app.store.begin().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    shop.audit(
        &office.actor(),
        "consent.proof_taken",
        &format!("customer:{}", customer.id),
        &detail,
    )
    .await?;
    tx.commit().await?;
    download(ready, &format!("consent-proof-{}", customer.id), paper).await
}
