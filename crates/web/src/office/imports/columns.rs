//! Which column of the company's files is which (F194): headers that nobody knew, and what staff said about them. It counts
//! from the next import on.

use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::FieldError;
use carport_domain::access::Permission;
use carport_intake::{FileKind, Mapping, report};
use carport_store::CompanyTx;

use crate::kit::app::AppState;
use crate::kit::page::Link;
use crate::kit::prelude::*;
use crate::office::said;

/// Imports of which the unknown headers are shown.
const RECENT: i64 = 20;
/// Headers on the page at most; a file has 200.
const HEADERS: usize = 400;
/// The longest header, characters.
const LONGEST: usize = 200;
/// The value of a header that is left out.
const LEFT_OUT: &str = "-";

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route("/office/{company}/imports/columns", get(show).post(save))
}

/// A choice of a list: value, name, whether it is chosen.
type Choice = (String, String, bool);

/// One header, and what it may be.
struct Row {
    number: usize,
    key: String,
    label: String,
    hint: String,
    choices: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "office/imports/columns.html")]
struct Columns {
    page: Page,
    t: Texts,
    trail: Vec<Link>,
    rows: Vec<Row>,
    sent: Form,
    /// For a header that is not listed: every column of every kind of file.
    every: Vec<(String, Vec<Choice>)>,
    back_url: String,
}

/// The columns of a kind of file by the names staff use.
fn choices(kind: FileKind, t: &Texts, chosen: &str, value: impl Fn(&str) -> String) -> Vec<Choice> {
    let columns = kind.columns().iter().map(|column| {
        let value = value(column.name);
        let chosen = value == chosen;
        (value, report::column(kind.as_str(), column.name, t), chosen)
    });
    columns.collect()
}

/// Headers with what was said about them, and those that no recent import knew with the nearest column.
type Headers = BTreeMap<(FileKind, String), (Option<String>, Option<String>)>;

async fn headers(shop: &mut CompanyTx<'_>, mapping: &Mapping) -> WebResult<Headers> {
    let mut headers = Headers::new();
    for (kind, header, column) in mapping.entries() {
        let said = column.unwrap_or(LEFT_OUT).to_owned();
        headers.insert((kind, header.to_owned()), (Some(said), None));
    }
    for import in shop.imports(RECENT).await? {
        for file in import.files {
            for (header, near) in file.unknown_headers {
                if headers.len() < HEADERS && !mapping.knows(file.kind, &header) {
                    headers.entry((file.kind, header)).or_insert((None, near));
                }
            }
        }
    }
    Ok(headers)
}

async fn page(office: &Office, sent: Form, status: StatusCode) -> WebResult<Response> {
    let t = office.t.clone();
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let mapping = Mapping::of(&mut shop, "dms").await?;
    let headers = headers(&mut shop, &mapping).await?;
    drop(tx);
    let row = |(number, ((kind, header), (said, near))): (usize, ((FileKind, String), _))| {
        let (said, near): (Option<String>, Option<String>) = (said, near);
        let said = said.unwrap_or_default();
        let mut all = vec![
            (String::new(), t.get("office-columns-undecided"), said.is_empty()),
            (
                LEFT_OUT.to_owned(),
                t.get("office-columns-left-out"),
                said == LEFT_OUT,
            ),
        ];
        all.extend(choices(kind, &t, &said, str::to_owned));
        let hint = near.map(|near| {
            let near = report::column(kind.as_str(), &near, &t);
            t.with("office-columns-near", &[("near", near.into())])
        });
        Row {
            number,
            key: format!("{kind}:{header}"),
            label: format!("{} – {header}", t.choice("intake-kind", kind.as_str())),
            hint: hint.unwrap_or_default(),
            choices: all,
        }
    };
    let of_kind = |kind: &FileKind| {
        let all = choices(*kind, &t, sent.text("column"), |name| format!("{kind}:{name}"));
        (t.choice("intake-kind", kind.as_str()), all)
    };
    let view = Columns {
        page: office.page(&t.get("office-columns-title"), "imports"),
        trail: vec![Link {
            label: t.get("office-imports-title"),
            url: office.url("/imports"),
        }],
        rows: headers.into_iter().enumerate().map(row).collect(),
        every: FileKind::ALL.iter().map(of_kind).collect(),
        back_url: office.url("/imports"),
        sent,
        t,
    };
    html_with_status(status, &view)
}

async fn show(office: Office) -> WebResult<Response> {
    office.require(Permission::Import)?;
    page(&office, Form::default(), StatusCode::OK).await
}

/// A kind of file and the header or column behind it, as `customers:Extern nr.`.
fn pair(text: &str) -> Option<(FileKind, &str)> {
    let (kind, rest) = text.split_once(':')?;
    let fits = !rest.trim().is_empty() && rest.chars().count() <= LONGEST;
    Some((kind.parse().ok()?, rest)).filter(|_| fits)
}

async fn save(office: Office, mut sent: Form) -> WebResult<Response> {
    office.require(Permission::Import)?;
    let mut tx = office.app.store.begin().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let mut mapping = Mapping::of(&mut shop, "dms").await?;
    for number in 0..HEADERS {
        let Some((kind, header)) = pair(sent.raw(&format!("header-{number}"))) else {
            continue;
        };
        let column = match sent.text(&format!("column-{number}")) {
            "" => {
                mapping.forget(kind, header);
                continue;
            }
            LEFT_OUT => None,
            name => Some(name),
        };
        mapping
            .set(kind, header, column)
            .map_err(|_| WebError::BadRequest("a column"))?;
    }
    let header = sent.text("header").to_owned();
    if header.chars().count() > LONGEST || header.chars().any(char::is_control) {
        sent.errors
            .push("header", FieldError::new("error-too-long").with("max", 200_i64));
    }
    match (header.is_empty(), pair(sent.text("column"))) {
        (true, None) => {}
        (true, Some(_)) => sent.errors.push("header", FieldError::new("error-required")),
        (false, None) => sent.errors.push("column", FieldError::new("error-required")),
        (false, Some((kind, column))) => mapping
            .set(kind, &header, Some(column))
            .map_err(|_| WebError::BadRequest("a column"))?,
    }
    if !sent.errors.is_empty() {
        drop(tx);
        return page(&office, sent, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    mapping.save(&mut shop, "dms", &office.actor()).await?;
    tx.commit().await?;
    Ok(said(
        &office,
        &office.url("/imports/columns"),
        "good",
        "import-columns",
    ))
}
