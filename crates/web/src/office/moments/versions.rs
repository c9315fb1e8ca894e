//! One version of what a moment says: to read, and to use again.

use askama::Template;
use axum::Router;
use axum::extract::RawQuery;
use axum::routing::{get, post};
use carport_domain::access::Permission;
use carport_domain::{ContentVersionId, format};
use carport_outreach::catalogue::write_again;

use super::{allowed, ready, trail, url};
use crate::kit::app::AppState;
use crate::kit::forms::decode;
use crate::kit::page::{Link, NavItem};
use crate::kit::prelude::*;
use crate::office::customers::staff_names;
use crate::office::said;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/office/{company}/moments/{moment}/versions/{version}", get(show))
        .route(
            "/office/{company}/moments/{moment}/versions/{version}/again",
            post(again),
        )
}

#[derive(Template)]
#[template(path = "office/moments/version.html")]
struct VersionPage {
    page: Page,
    t: Texts,
    trail: Vec<Link>,
    made: String,
    current: bool,
    languages: Vec<NavItem>,
    views: Vec<NavItem>,
    view_name: String,
    frame_url: String,
    pdf_url: String,
    again_url: String,
    edit_url: String,
}

/// The version an address names.
pub fn id(text: &str) -> WebResult<ContentVersionId> {
    text.parse().map_err(|_| WebError::NotFound)
}

async fn show(
    office: Office,
    Path((_, key, version)): Path<(String, String, String)>,
    RawQuery(query): RawQuery,
) -> WebResult<Response> {
    allowed(&office, Permission::ViewWeek)?;
    let asked = Form::of(decode(query.unwrap_or_default().as_bytes()));
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let ready = ready(&office, &mut shop, &key).await?;
    let version = shop
        .content_version(id(&version)?)
        .await?
        .filter(|v| v.moment == key)
        .ok_or(WebError::NotFound)?;
    let names = staff_names(&mut shop).await?;
    drop(tx);
    let t = office.t.clone();
    let written = version.content.languages.keys();
    let language = asked
        .text("language")
        .parse()
        .ok()
        .filter(|l| version.content.languages.contains_key(l))
        .or_else(|| {
            written
                .clone()
                .find(|l| **l == office.company.company.default_language)
                .copied()
        })
        .or_else(|| written.clone().next().copied())
        .ok_or(WebError::NotFound)?;
    let view = super::preview::View::of(asked.text("view"));
    let own = url(&office, &key, &format!("/versions/{}", version.id));
    let views = super::preview::View::offered(&office);
    let item = |label: String, url: String, current: bool| NavItem {
        label,
        url,
        current,
        ..NavItem::default()
    };
    let title = t.with(
        "office-version-title",
        &[("number", version.version.to_string().into())],
    );
    let made = t.with(
        "office-version-made",
        &[
            (
                "when",
                format::date_and_time(
                    version.created_at,
                    office.company.company.time_zone,
                    office.language,
                )
                .into(),
            ),
            ("who", names.name(&version.created_by, &t).into()),
        ],
    );
    let may_write = office.access.may(Permission::EditContent);
    let current = version.id == ready.content.id;
    html(&VersionPage {
        page: office.page(&title, "moments"),
        trail: trail(&office, Some(&ready.definition)),
        made,
        current,
        languages: written
            .clone()
            .map(|l| {
                item(
                    l.own_name().to_owned(),
                    format!("{own}?language={l}&view={view}"),
                    *l == language,
                )
            })
            .collect(),
        views: views
            .iter()
            .map(|v| {
                item(
                    t.choice("content-view", v.as_str()),
                    format!("{own}?language={language}&view={v}"),
                    *v == view,
                )
            })
            .collect(),
        view_name: t.choice("content-view", view.as_str()),
        frame_url: format!("{own}/preview?language={language}&view={view}"),
        pdf_url: if view == super::preview::View::Letter {
            format!("{own}/preview?language={language}&view=pdf")
        } else {
            String::new()
        },
        again_url: if may_write && !current {
            format!("{own}/again")
        } else {
            String::new()
        },
        edit_url: if may_write && current {
            url(&office, &key, &format!("/content/{language}"))
        } else {
            String::new()
        },
        t,
    })
}

async fn again(
    office: Office,
    Path((_, key, version)): Path<(String, String, String)>,
) -> WebResult<Response> {
    allowed(&office, Permission::EditContent)?;
    let version = id(&version)?;
    let mut tx = office.app.store.begin().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let old = shop.content_version(version).await?;
    old.filter(|v| v.moment == key).ok_or(WebError::NotFound)?;
    let written = write_again(&mut shop, &key, version, &office.actor()).await?;
    tx.commit().await?;
    let back = url(&office, &key, "");
    Ok(match written {
        Some(_) => said(&office, &back, "good", "content-restored"),
        None => said(&office, &back, "attention", "content-same"),
    })
}
