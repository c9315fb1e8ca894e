//! The language of the back office.

use axum::Router;
use axum::http::header;
use axum::routing::post;
use carport_domain::Language;

use super::{Stranger, onward};
use crate::kit::app::AppState;
use crate::kit::cookies;
use crate::kit::prelude::*;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/language", post(choose))
}

async fn choose(who: Stranger, form: Form) -> WebResult<Response> {
    let language: Language = form
        .text("language")
        .parse()
        .map_err(|_| WebError::BadRequest("language"))?;
    let back = form.text("back");
    let back = if crate::kit::render::is_own_path(back) {
        back.to_owned()
    } else {
        onward(back, "/office")
    };
    let mut response = see_other(&back);
    response.headers_mut().append(
        header::SET_COOKIE,
        cookies::set_choice(&who.app, cookies::LANGUAGE, language.as_str()),
    );
    Ok(response)
}
