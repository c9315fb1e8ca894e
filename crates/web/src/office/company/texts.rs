//! The company's own wording, language by language: what customers read on the pages and in service mail (F4).

use askama::Template;
use axum::Router;
use axum::extract::Query;
use axum::routing::get;
use carport_domain::Language;
use carport_domain::i18n::Overrides;
use serde::Deserialize;

use super::frame;
use crate::kit::app::AppState;
use crate::kit::page::NavItem;
use crate::kit::prelude::*;

/// The areas whose texts customers read.
pub(super) const AREAS: [&str; 2] = ["portal", "mail"];
/// Texts on one page of the list.
const ROWS: usize = 50;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/company/texts", get(show))
}

#[derive(Debug, Deserialize)]
struct Asked {
    #[serde(default)]
    language: String,
    #[serde(default)]
    area: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    own: String,
    #[serde(default)]
    from: usize,
}

/// One text of the list.
struct Row {
    key: String,
    text: String,
    own: bool,
    url: String,
}

#[derive(Template)]
#[template(path = "office/company/texts.html")]
struct List {
    page: Page,
    t: Texts,
    tabs: Vec<NavItem>,
    languages: Vec<(String, String)>,
    language: String,
    areas: Vec<(String, String)>,
    area: String,
    query: String,
    only_own: bool,
    rows: Vec<Row>,
    range: String,
    previous_url: String,
    next_url: String,
    url: String,
}

async fn show(office: Office, Query(asked): Query<Asked>) -> WebResult<Response> {
    let (page, tabs) = frame(&office, "texts")?;
    let t = office.t.clone();
    let company = &office.company.company;
    let offered = |l: &Language| company.languages.contains(l);
    let language = asked
        .language
        .parse()
        .ok()
        .filter(offered)
        .unwrap_or(company.default_language);
    let area = AREAS.into_iter().find(|a| *a == asked.area).unwrap_or(AREAS[0]);
    let query = asked.q.trim().to_lowercase();
    let only_own = !asked.own.is_empty();
    let row = |key: String| {
        let own = office.company.overrides.get(language, &key).map(str::to_owned);
        let text = own
            .clone()
            .or_else(|| Overrides::template(language, &key))
            .unwrap_or_default();
        let url = office.url(&format!("/company/texts/{language}/{key}"));
        Row {
            own: own.is_some(),
            text,
            url,
            key,
        }
    };
    let found: Vec<Row> = Overrides::keys(area)
        .into_iter()
        .map(row)
        .filter(|r| !only_own || r.own)
        .filter(|r| query.is_empty() || r.text.to_lowercase().contains(&query) || r.key.contains(&query))
        .collect();
    let total = found.len();
    let from = if asked.from < total { asked.from } else { 0 };
    let rows: Vec<Row> = found.into_iter().skip(from).take(ROWS).collect();
    let to = from + rows.len();
    let url = office.url("/company/texts");
    let at = |from: usize| {
        let mut words = form_urlencoded::Serializer::new(String::new());
        words
            .append_pair("language", language.as_str())
            .append_pair("area", area)
            .append_pair("q", &asked.q);
        if only_own {
            words.append_pair("own", "yes");
        }
        words.append_pair("from", &from.to_string());
        format!("{url}?{}", words.finish())
    };
    html(&List {
        languages: company
            .languages
            .iter()
            .map(|l| (l.to_string(), l.own_name().to_owned()))
            .collect(),
        language: language.to_string(),
        areas: AREAS
            .iter()
            .map(|a| ((*a).to_owned(), t.choice("company-texts", a)))
            .collect(),
        area: area.to_owned(),
        query: asked.q.clone(),
        only_own,
        range: t.with(
            "company-texts-range",
            &[
                (
                    "from",
                    (from.min(total) + usize::from(total > 0)).to_string().into(),
                ),
                ("to", to.to_string().into()),
                ("total", total.to_string().into()),
            ],
        ),
        previous_url: if from > 0 {
            at(from.saturating_sub(ROWS))
        } else {
            String::new()
        },
        next_url: if to < total { at(to) } else { String::new() },
        rows,
        url,
        page,
        tabs,
        t,
    })
}
