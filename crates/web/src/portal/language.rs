//! The language switch (F22, DESIGN decision 12): remembered in a cookie, and in the account of whoever is signed in.

use axum::Router;
use axum::http::header;
use axum::routing::post;
use carport_domain::Language;

use super::session::{self, Visitor};
use crate::kit::app::AppState;
use crate::kit::cookies;
use crate::kit::prelude::*;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new().route("/{company}/language", post(choose))
}

async fn choose(visitor: Visitor, form: Form) -> WebResult<Response> {
    let portal = &visitor.portal;
    let company = &portal.company.company;
    let chosen = form
        .text("language")
        .parse::<Language>()
        .ok()
        .filter(|language| company.languages.contains(language));
    let Some(language) = chosen else {
        return Err(WebError::BadRequest("not a language of this company"));
    };
    if let Some(member) = &visitor.member {
        let mut tx = portal.app.store.begin().await?;
        tx.company(company.id)
            .await?
            .set_account_language(member.account.id, language)
            .await?;
        tx.commit().await?;
    }
    let back = session::onward(portal, form.text("back")).unwrap_or_else(|| portal.url(""));
    let mut response = see_other(&back);
    response.headers_mut().append(
        header::SET_COOKIE,
        cookies::set_choice(&portal.app, cookies::LANGUAGE, language.as_str()),
    );
    Ok(response)
}
