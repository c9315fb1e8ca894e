//! Changing one's name and how to be addressed.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::company::Module;
use carport_domain::people::{Gender, NameInput, PersonName};

use super::saved;
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::portal::frame::Here;
use crate::portal::request_account::keep;
use crate::portal::session::{self, Member};

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new().route("/{company}/my-data/name", get(show).post(save))
}

#[derive(Template)]
#[template(path = "portal/details_name.html")]
struct Name {
    page: Page,
    t: Texts,
    sent: Form,
    errors: Vec<(String, String)>,
    genders: Vec<(String, String)>,
    has_business: bool,
    back_url: String,
}

fn page(member: &Member, sent: Form, status: StatusCode) -> WebResult<Response> {
    let t = member.portal.t.clone();
    let template = Name {
        page: member.page(&t.get("details-name-title"), Here::Details),
        errors: sent.summary(&t),
        genders: Gender::ALL
            .iter()
            .map(|g| (g.as_str().to_owned(), t.choice("gender", g.as_str())))
            .collect(),
        has_business: member.customer.business_name.is_some(),
        back_url: member.portal.url("/my-data"),
        sent,
        t,
    };
    html_with_status(status, &template)
}

async fn show(member: Member) -> WebResult<Response> {
    session::require(&member.portal, Module::MyData)?;
    let c = &member.customer;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let form = Form::prefilled([
        (
            "gender",
            c.gender
                .clone()
                .filter(|g| g != "other")
                .unwrap_or_else(|| "unspecified".to_owned()),
        ),
        ("initials", text(&c.initials)),
        ("first_name", text(&c.first_name)),
        ("infix", text(&c.infix)),
        ("surname", c.last_name.clone()),
        ("company", text(&c.business_name)),
    ]);
    page(&member, form, StatusCode::OK)
}

async fn save(member: Member, mut form: Form) -> WebResult<Response> {
    session::require(&member.portal, Module::MyData)?;
    let read = PersonName::parse(NameInput {
        gender: form.text("gender").parse().unwrap_or_default(),
        initials: form.text("initials"),
        first_name: form.text("first_name"),
        infix: form.text("infix"),
        surname: form.text("surname"),
        company: form.text("company"),
        ..NameInput::default()
    });
    let Some(name) = keep(&mut form, read) else {
        return page(&member, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let mut tx = member.portal.app.store.begin().await?;
    tx.customer(member.who).await?.change_my_name(&name).await?;
    tx.commit().await?;
    Ok(saved(&member.portal, "/my-data", "details-saved"))
}
