//! Uploading a delivery. The files go to disk as they come, into a folder of their own in the scratch space; the import is
//! begun from there.

use std::collections::HashSet;
use std::path::PathBuf;

use askama::Template;
use axum::Router;
use axum::extract::multipart::{Field, MultipartError, MultipartRejection};
use axum::extract::{DefaultBodyLimit, Multipart};
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::ImportId;
use carport_domain::access::Permission;
use carport_domain::ids::uuid_v7;
use carport_intake::{ImportError, Order, report};
use carport_store::imports::Mode;
use serde_json::json;
use tokio::io::AsyncWriteExt;

use super::{enqueue, url};
use crate::kit::app::AppState;
use crate::kit::prelude::*;
use crate::office::said;

/// All files of an upload together, GB.
const GIGABYTES: u64 = 2;
/// Files of an upload; the documents of many invoices come in an archive.
const FILES: usize = 500;
/// The longest name that is kept, characters.
const NAME: usize = 100;

/// Its address.
pub fn routes() -> Router<AppState> {
    // counted while reading, so that the page can say what is too large
    Router::new()
        .route("/office/{company}/imports/new", get(show).post(upload))
        .layer(DefaultBodyLimit::disable())
}

#[derive(Template)]
#[template(path = "office/imports/new.html")]
struct New {
    page: Page,
    t: Texts,
    mode: String,
    dry: bool,
    errors: Vec<(String, String)>,
    back_url: String,
}

impl New {
    fn error(&self, field: &str) -> &str {
        self.errors
            .iter()
            .find(|(name, _)| name == field)
            .map_or("", |(_, text)| text)
    }
}

/// What was sent besides the files, for showing it again.
#[derive(Default)]
struct Sent {
    mode: String,
    dry: bool,
}

/// Why an upload is not begun, as the form says it.
struct Refused(StatusCode, Vec<(String, String)>);

impl Refused {
    fn one(status: StatusCode, field: &str, text: String) -> Self {
        Self(status, vec![(field.to_owned(), text)])
    }
}

/// A folder that goes again unless the import took it over, also when the reader leaves in the middle.
struct Folder {
    path: PathBuf,
    taken: bool,
}

impl Drop for Folder {
    fn drop(&mut self) {
        if !self.taken && self.path.exists() {
            if let Err(error) = std::fs::remove_dir_all(&self.path) {
                tracing::warn!(%error, "an upload could not be removed");
            }
        }
    }
}

fn page(office: &Office, sent: &Sent, refused: Refused) -> WebResult<Response> {
    let t = office.t.clone();
    let page = New {
        page: office.page(&t.get("office-imports-new"), "imports"),
        mode: sent.mode.clone(),
        dry: sent.dry,
        errors: refused.1,
        back_url: office.url("/imports"),
        t,
    };
    html_with_status(refused.0, &page)
}

async fn show(office: Office) -> WebResult<Response> {
    office.require(Permission::Import)?;
    page(&office, &Sent::default(), Refused(StatusCode::OK, Vec::new()))
}

async fn upload(office: Office, upload: Result<Multipart, MultipartRejection>) -> WebResult<Response> {
    office.require(Permission::Import)?;
    let upload = upload.map_err(|_| WebError::BadRequest("the upload"))?;
    let store = &office.app.store;
    let name = format!("upload-{}", uuid_v7(store.clock().now()).simple());
    let mut folder = Folder {
        path: store.scratch().join(name),
        taken: false,
    };
    let mut sent = Sent::default();
    match receive(&office, upload, &mut sent, &mut folder).await? {
        Err(refused) => page(&office, &sent, refused),
        Ok(id) => {
            let mut tx = store.begin().await?;
            let now = tx.now();
            let mut shop = tx.company(office.company.company.id).await?;
            let detail = json!({ "mode": sent.mode, "dry_run": sent.dry });
            shop.audit(&office.actor(), "import.begun", &format!("import:{id}"), &detail)
                .await?;
            enqueue(&mut shop, id, "run", now).await?;
            tx.commit().await?;
            Ok(said(&office, &url(&office, id), "good", "import-begun"))
        }
    }
}

/// Takes the files in and begins the import; the inner error is one for the form.
async fn receive(
    office: &Office,
    mut upload: Multipart,
    sent: &mut Sent,
    folder: &mut Folder,
) -> WebResult<Result<ImportId, Refused>> {
    let t = &office.t;
    tokio::fs::create_dir_all(&folder.path)
        .await
        .map_err(|e| WebError::Internal(format!("the scratch folder: {e}")))?;
    let (mut paths, mut names, mut left) = (Vec::new(), HashSet::new(), GIGABYTES << 30);
    loop {
        let field = match upload.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => break,
            Err(error) => return Ok(Err(broken(&error, t))),
        };
        match field.name() {
            Some("mode") => sent.mode = short(field).await,
            Some("dry") => sent.dry = short(field).await == "yes",
            Some("files") => {
                let Some(name) = field.file_name().and_then(safe_name) else {
                    continue;
                };
                if paths.len() == FILES {
                    let max = i64::try_from(FILES).unwrap_or(i64::MAX);
                    let text = t.with("office-imports-too-many", &[("max", max.into())]);
                    return Ok(Err(Refused::one(StatusCode::UNPROCESSABLE_ENTITY, "files", text)));
                }
                if !names.insert(name.to_lowercase()) {
                    let text = t.with("office-imports-twice", &[("name", name.into())]);
                    return Ok(Err(Refused::one(StatusCode::UNPROCESSABLE_ENTITY, "files", text)));
                }
                let path = folder.path.join(&name);
                if let Err(refused) = keep(field, &path, &mut left, t).await? {
                    return Ok(Err(refused));
                }
                paths.push(path);
            }
            _ => {}
        }
    }
    let mut errors = Vec::new();
    if paths.is_empty() {
        errors.push(("files".to_owned(), t.get("office-imports-no-file")));
    }
    let mode = sent.mode.parse::<Mode>().ok();
    if mode.is_none() {
        errors.push(("mode".to_owned(), t.get("office-imports-no-mode")));
    }
    match mode {
        Some(mode) if errors.is_empty() => begin(office, &paths, mode, sent.dry, folder).await,
        _ => Ok(Err(Refused(StatusCode::UNPROCESSABLE_ENTITY, errors))),
    }
}

async fn begin(
    office: &Office,
    paths: &[PathBuf],
    mode: Mode,
    dry_run: bool,
    folder: &mut Folder,
) -> WebResult<Result<ImportId, Refused>> {
    let (t, store, company) = (&office.t, &office.app.store, office.company.company.id);
    let started_by = office.actor();
    let order = Order {
        paths,
        source: "dms",
        mode,
        dry_run,
        started_by: &started_by,
        accepted: &[],
    };
    let id = match carport_intake::begin(store, company, &order).await {
        Ok(id) => id,
        Err(ImportError::Files(problems)) => {
            let lines = problems.iter().map(|(name, problem)| {
                let words = [
                    ("name", name.clone().into()),
                    ("problem", report::problem(problem, t).into()),
                ];
                ("files".to_owned(), t.with("office-imports-problem", &words))
            });
            return Ok(Err(Refused(StatusCode::UNPROCESSABLE_ENTITY, lines.collect())));
        }
        Err(ImportError::NoFiles) => {
            return Ok(Err(Refused::one(
                StatusCode::UNPROCESSABLE_ENTITY,
                "files",
                t.get("office-imports-no-file"),
            )));
        }
        Err(ImportError::Busy(_)) => {
            return Ok(Err(Refused::one(
                StatusCode::CONFLICT,
                "files",
                t.get("office-imports-busy"),
            )));
        }
        Err(other) => return Err(WebError::Internal(other.to_string())),
    };
    // an archive was unpacked elsewhere, and is of no more use
    let import = store.read().await?.company(company).await?.import(id).await?;
    let root = std::fs::canonicalize(&folder.path).unwrap_or_else(|_| folder.path.clone());
    folder.taken = import.is_some_and(|import| {
        let files = import.files.iter().map(|file| &file.path);
        let mut paths = files.chain(&import.places);
        paths.any(|path| std::path::Path::new(path).starts_with(&root))
    });
    Ok(Ok(id))
}

async fn keep(
    mut field: Field<'_>,
    path: &std::path::Path,
    left: &mut u64,
    t: &Texts,
) -> WebResult<Result<(), Refused>> {
    let failed = |e: std::io::Error| WebError::Internal(format!("keeping an upload: {e}"));
    let mut file = tokio::fs::File::create(path).await.map_err(failed)?;
    loop {
        match field.chunk().await {
            Ok(Some(chunk)) => {
                let size = u64::try_from(chunk.len()).unwrap_or(u64::MAX);
                let Some(rest) = left.checked_sub(size) else {
                    return Ok(Err(too_large(t)));
                };
                *left = rest;
                file.write_all(&chunk).await.map_err(failed)?;
            }
            Ok(None) => break,
            Err(error) => return Ok(Err(broken(&error, t))),
        }
    }
    file.flush().await.map_err(failed)?;
    Ok(Ok(()))
}

fn too_large(t: &Texts) -> Refused {
    let max = i64::try_from(GIGABYTES).unwrap_or(i64::MAX);
    Refused::one(
        StatusCode::PAYLOAD_TOO_LARGE,
        "files",
        t.with("office-imports-too-large", &[("max", max.into())]),
    )
}

fn broken(error: &MultipartError, t: &Texts) -> Refused {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        return too_large(t);
    }
    Refused::one(
        StatusCode::BAD_REQUEST,
        "files",
        t.get("office-imports-broken-off"),
    )
}

/// The value of a small field; what is longer is none of ours.
async fn short(mut field: Field<'_>) -> String {
    match field.chunk().await {
        Ok(Some(chunk)) if chunk.len() <= 20 => String::from_utf8_lossy(&chunk).into_owned(),
        _ => String::new(),
    }
}

/// The name under which a file is kept: the last part of what was sent, of letters, digits and a few signs. The name tells
/// what a file holds, invoices name their documents by it, and staff know the file by it. None where no file was chosen.
fn safe_name(sent: &str) -> Option<String> {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain = |c: char| {
        if c.is_alphanumeric() || " ._-()+,&".contains(c) {
            c
        } else {
            '_'
        }
    };
    let name: String = last.chars().map(plain).collect();
    let name = name.trim_matches([' ', '.']);
    let surplus = name.chars().count().saturating_sub(NAME);
    // the ending says which kind of file it is, so the beginning goes
    let name: String = name.chars().skip(surplus).collect();
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_file_stays_recognisable_and_leads_nowhere() {
        for (sent, kept) in [
            ("klanten_2026.csv", "klanten_2026.csv"),
            ("C:\\export\\Клиенты.csv", "Клиенты.csv"),
            ("../../etc/passwd", "passwd"),
            (".hidden.csv", "hidden.csv"),
            ("a\0b\r\n<c>.csv", "a_b___c_.csv"),
            ("F 1 (2).pdf", "F 1 (2).pdf"),
        ] {
            assert_eq!(safe_name(sent).as_deref(), Some(kept), "{sent:?}");
        }
        assert_eq!(safe_name(".."), None);
        assert_eq!(safe_name(""), None);
        let long = safe_name(&format!("{}.csv", "x".repeat(500))).unwrap();
        assert!(long.ends_with(".csv") && long.chars().count() == NAME);
    }
}
