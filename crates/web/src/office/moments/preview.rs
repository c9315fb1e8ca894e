//! What a text looks like: as e-mail, on paper, as SMS, as what somebody says on the telephone. Each is a page of its own,
//! for a frame that may do nothing.

use askama::Template;
use axum::Router;
use axum::extract::RawQuery;
use axum::http::{HeaderValue, header};
use axum::routing::{get, post};
use carport_domain::access::Permission;
use carport_domain::content::{Content, Letter, LetterPart, MissingVariable, Run};
use carport_domain::i18n::Texts;
use carport_domain::moments::Definition;
use carport_domain::{Language, text_enum};
use carport_outreach::compose::{ComposeError, SmsEncoding};
use carport_outreach::trial::{Reader, Trial, prepare};

use super::edit::{Opened, open};
use super::{allowed, language, ready, versions};
use crate::kit::app::AppState;
use crate::kit::forms::decode;
use crate::kit::prelude::*;
use crate::office::customers::reach;

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route(
            "/office/{company}/moments/{moment}/versions/{version}/preview",
            get(of_version),
        )
        .route(
            "/office/{company}/moments/{moment}/content/{language}/preview",
            post(of_draft),
        )
}

text_enum! {
    /// A way to look at a text.
    pub enum View {
        /// The e-mail as mail programs show it.
        Email = "email",
        /// The e-mail as text, for programs that show no HTML.
        Text = "text",
        /// The letter, roughly.
        Letter = "letter",
        /// The letter as the printer gets it.
        Pdf = "pdf",
        /// The SMS with its length.
        Sms = "sms",
        /// What is said on the telephone.
        Script = "script",
    }
}

impl View {
    /// The view a form or address names, else the e-mail.
    pub fn of(text: &str) -> Self {
        text.parse().unwrap_or(View::Email)
    }

    /// Those that make sense at a company, the PDF aside.
    pub fn offered(office: &Office) -> Vec<Self> {
        let company = &office.company.company;
        [
            (View::Email, true),
            (View::Text, true),
            (View::Letter, company.has("letters")),
            (View::Script, company.has("call_list")),
            (View::Sms, company.has("sms")),
        ]
        .into_iter()
        .filter_map(|(view, has)| has.then_some(view))
        .collect()
    }
}

/// A sheet that is not an e-mail.
#[derive(Template)]
#[template(path = "office/moments/sheet.html")]
struct Sheet {
    lang: &'static str,
    title: String,
    kind: &'static str,
    /// What stands above the paper: why something is missing, or how long an SMS is.
    notes: Vec<String>,
    address: Vec<String>,
    parts: Vec<LetterPart>,
    qr: Option<(String, String)>,
    foot: Vec<String>,
    text: String,
}

impl Sheet {
    fn new(lang: Language, kind: &'static str, title: String) -> Self {
        Self {
            lang: lang.as_str(),
            kind,
            title,
            notes: Vec::new(),
            address: Vec::new(),
            parts: Vec::new(),
            qr: None,
            foot: Vec::new(),
            text: String::new(),
        }
    }
}

/// Why a text cannot be shown to a reader, in words.
pub fn problem(error: &ComposeError, t: &Texts) -> String {
    match error {
        ComposeError::Missing(MissingVariable { customer, variables }) => {
            let names: Vec<String> = variables.iter().map(|v| t.get(&v.label_key())).collect();
            t.with(
                "content-problem-missing",
                &[
                    ("customer", customer.as_str().into()),
                    ("variables", names.join(", ").into()),
                ],
            )
        }
        ComposeError::NoText => t.get("content-problem-no-text"),
        ComposeError::TooLarge(_) => t.get("content-problem-too-large"),
        ComposeError::NoValue(_) | ComposeError::Template(_) => t.get("content-problem-other"),
    }
}

/// A page for a frame without rights: it brings its own styles, as mail does, and nothing else.
pub fn framed(body: String) -> Response {
    let mut response = axum::response::Html(body).into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; sandbox",
        ),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// A letter on a sheet, with the lines behind its window.
pub fn letter_sheet(address: Vec<String>, letter: Letter) -> WebResult<Response> {
    let mut page = Sheet::new(letter.language, "letter", letter.subject);
    page.address = address;
    page.parts = letter.parts;
    page.qr = letter.qr.map(|qr| (qr.label, qr.url));
    page.foot = letter.foot;
    sheet(&page)
}

fn sheet(sheet: &Sheet) -> WebResult<Response> {
    Ok(framed(sheet.render()?))
}

/// Whom a form or address asks to show it to: `car`, `no-car`, or a customer's number.
async fn reader(office: &Office, asked: &Form) -> WebResult<Option<Reader>> {
    let number = asked.text("customer");
    match (asked.text("reader"), number) {
        ("customer", "") => Ok(None),
        ("customer", number) => {
            let mut tx = office.app.store.read().await?;
            let mut shop = tx.company(office.company.company.id).await?;
            let found = shop.customers_by_number(number).await?;
            let Some(first) = found.first() else {
                return Ok(None);
            };
            Ok(reach(office, &mut shop, first.id)
                .await
                .ok()
                .map(|customer| Reader::Customer(customer.id)))
        }
        ("no-car", _) => Ok(Some(Reader::Invented { with_car: false })),
        _ => Ok(Some(Reader::Invented { with_car: true })),
    }
}

/// Shows a content to whom was asked, in the way that was asked.
async fn show(
    office: &Office,
    definition: &Definition,
    content: Content,
    language: Language,
    asked: &Form,
) -> WebResult<Response> {
    let t = &office.t;
    let Some(reader) = reader(office, asked).await? else {
        let mut nobody = Sheet::new(office.language, "note", t.get("content-preview"));
        nobody.notes = vec![t.get("content-preview-no-customer")];
        return sheet(&nobody);
    };
    let company = office.company.company.id;
    let trial = prepare(
        &office.app.outreach,
        company,
        definition,
        content,
        language,
        reader,
    )
    .await?;
    let view = View::of(asked.text("view"));
    if view == View::Pdf || asked.has("pdf") {
        return pdf(office, trial).await;
    }
    match page(&trial, view, language, t) {
        Ok(response) => response,
        Err(error) => {
            let mut note = Sheet::new(office.language, "note", t.get("content-preview"));
            note.notes = vec![problem(&error, t)];
            sheet(&note)
        }
    }
}

fn page(
    trial: &Trial,
    view: View,
    language: Language,
    t: &Texts,
) -> Result<WebResult<Response>, ComposeError> {
    let title = t.choice("content-view", view.as_str());
    Ok(match view {
        View::Email => Ok(framed(trial.email()?.html)),
        View::Text => {
            let mail = trial.email()?;
            let mut page = Sheet::new(language, "text", title);
            page.text = format!("{}\n\n{}", mail.subject, mail.text);
            sheet(&page)
        }
        View::Letter | View::Pdf => {
            let (address, letter) = trial.letter()?;
            letter_sheet(address, letter)
        }
        View::Sms => {
            let sms = trial.sms()?;
            let mut page = Sheet::new(language, "sms", title);
            page.notes = vec![t.with(
                match sms.encoding {
                    SmsEncoding::Gsm7 => "content-sms-length",
                    SmsEncoding::Ucs2 => "content-sms-length-wide",
                },
                &[
                    (
                        "characters",
                        i64::try_from(sms.text.chars().count()).unwrap_or(0).into(),
                    ),
                    ("parts", i64::from(sms.segments).into()),
                ],
            )];
            page.text = sms.text;
            sheet(&page)
        }
        View::Script => {
            let script = trial.script()?;
            let mut page = Sheet::new(language, "script", title);
            page.text = format!("{}\n\n{}\n\n{}", script.opening, script.text, script.objection);
            sheet(&page)
        }
    })
}

async fn pdf(office: &Office, trial: Trial) -> WebResult<Response> {
    let made = tokio::task::spawn_blocking(move || trial.letter_pdf()).await;
    let made = made.map_err(|e| WebError::Internal(e.to_string()))?;
    match made {
        Ok(pdf) => {
            let headers = [
                (header::CONTENT_TYPE, "application/pdf"),
                (header::CONTENT_DISPOSITION, "inline; filename=\"letter.pdf\""),
                (header::CACHE_CONTROL, "no-store"),
            ];
            Ok((headers, pdf).into_response())
        }
        Err(error) => {
            let mut note = Sheet::new(office.language, "note", office.t.get("content-preview"));
            note.notes = vec![problem(&error, &office.t)];
            sheet(&note)
        }
    }
}

async fn of_version(
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
        .content_version(versions::id(&version)?)
        .await?
        .filter(|v| v.moment == key)
        .ok_or(WebError::NotFound)?;
    drop(tx);
    let language = asked.text("language").parse().map_err(|_| WebError::NotFound)?;
    show(&office, &ready.definition, version.content, language, &asked).await
}

async fn of_draft(
    office: Office,
    Path((_, key, code)): Path<(String, String, String)>,
    form: Form,
) -> WebResult<Response> {
    allowed(&office, Permission::EditContent)?;
    let language = language(&office, &code)?;
    let Opened { ready, .. } = open(&office, &key, language).await?;
    let draft = super::edit::draft_of(&ready.content.content, language, &form);
    match draft.check() {
        Ok(content) => show(&office, &ready.definition, content, language, &form).await,
        Err(problems) => {
            let t = &office.t;
            let mut note = Sheet::new(office.language, "note", t.get("content-preview"));
            note.notes = std::iter::once(t.get("content-preview-not-yet"))
                .chain(
                    problems
                        .iter()
                        .map(|p| super::edit::located(&p.at, &t.error(&p.error), t)),
                )
                .collect();
            sheet(&note)
        }
    }
}

/// Runs of words, for the sheet's template.
fn words(runs: &[Run]) -> String {
    runs.iter().map(|run| run.words.as_str()).collect()
}
