//! The editor: what a moment says in one language, as blocks (B13, F163–F165).
//!
//! The form holds the whole text, so every press (add, move, remove, look) works without script and nothing half-written is
//! stored. Saving makes a new version on the ground of the one that was opened; what was approved or sent keeps its own.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use carport_domain::access::Permission;
use carport_domain::content::{
    Advice, BlockKind, Content, Draft, Finding, MAX_SMS, Problem, ShownTo, Variable, lint, needs_a_car,
};
use carport_domain::{ContentVersionId, FieldError, Language, format};
use carport_outreach::catalogue::{Ready, write};
use carport_store::content::AddedContent;

use super::draft::{self, BlockCard, Shape, Typed, field_of};
use super::preview::View;
use super::{allowed, language, ready, show::nature, trail, url};
use crate::kit::app::AppState;
use crate::kit::page::{Link, NavItem};
use crate::kit::prelude::*;
use crate::office::customers::staff_names;
use crate::office::said;

/// Its address.
pub fn routes() -> Router<AppState> {
    Router::new().route(
        "/office/{company}/moments/{moment}/content/{language}",
        get(show).post(press),
    )
}

/// A variable to put into a text.
struct Insert {
    code: String,
    label: String,
    sample: String,
}

/// Something to say about the text: where it leads, and the words.
struct Remark {
    field: String,
    text: String,
}

#[derive(Template)]
#[template(path = "office/moments/edit.html")]
struct Editor {
    page: Page,
    t: Texts,
    trail: Vec<Link>,
    languages: Vec<NavItem>,
    url: String,
    preview_url: String,
    frame_url: String,
    base: String,
    made: String,
    copied_from: String,
    overtaken: bool,
    dirty: bool,
    subject: String,
    preheader: String,
    script: String,
    sms: String,
    has_script: bool,
    has_sms: bool,
    has_letter: bool,
    qr: bool,
    car: bool,
    blocks: Vec<BlockCard>,
    kinds: Vec<(String, String)>,
    shown_to: Vec<(ShownTo, String)>,
    variables: Vec<Insert>,
    views: Vec<(String, String)>,
    /// What is wrong, by field; only those shown beside their field.
    errors: Vec<Remark>,
    /// Everything that stands in the way of saving.
    problems: Vec<Remark>,
    advice: Vec<Remark>,
    refused: bool,
    max_sms: String,
}

impl Editor {
    fn error(&self, field: &str) -> String {
        let found = self.errors.iter().find(|remark| remark.field == field);
        found.map(|remark| remark.text.clone()).unwrap_or_default()
    }
}

/// A moment opened for writing.
pub struct Opened {
    /// The moment with the version to write on.
    pub ready: Ready,
    made: String,
}

/// Opens a moment's newest version.
pub async fn open(office: &Office, key: &str, _language: Language) -> WebResult<Opened> {
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let ready = ready(office, &mut shop, key).await?;
    let names = staff_names(&mut shop).await?;
    let when = format::date_and_time(
        ready.content.created_at,
        office.company.company.time_zone,
        office.language,
    );
    let made = office.t.with(
        "content-version-made",
        &[
            ("number", ready.content.version.to_string().into()),
            ("when", when.into()),
            ("who", names.name(&ready.content.created_by, &office.t).into()),
        ],
    );
    Ok(Opened { ready, made })
}

/// The whole content with one language as a form has it.
pub fn draft_of(content: &Content, language: Language, form: &Form) -> Draft {
    let mut draft = content.to_draft();
    let wording = draft::read(form, draft.languages.get(&language));
    draft.languages.insert(language, wording);
    draft
}

/// A remark with the name of the place it is about in front: «Block 3: …».
pub fn located(at: &str, text: &str, t: &Texts) -> String {
    let place = at.split_once('.').map_or(at, |(_, rest)| rest);
    let mut parts = place.split('.');
    let name = match (parts.next(), parts.next().and_then(|n| n.parse::<i64>().ok())) {
        (Some("blocks"), Some(n)) => t.with("content-place-block", &[("number", (n + 1).to_string().into())]),
        (Some("subject"), _) => t.get("content-field-subject"),
        (Some("preheader"), _) => t.get("content-field-preheader"),
        (Some("sms"), _) => t.get("content-field-sms"),
        (Some("script"), _) => t.get("content-field-script"),
        _ => return text.to_owned(),
    };
    format!("{name}: {text}")
}

/// What a page of the editor is drawn from, beside the text itself.
#[derive(Default)]
struct Standing {
    /// Some of it is not saved.
    dirty: bool,
    /// The block that was just added or moved.
    focus: Option<usize>,
    /// Saving was refused: everything that is wrong stands beside its field.
    refused: bool,
    /// Somebody else saved in between.
    overtaken: bool,
    /// The language this one begins as a copy of.
    copied_from: Option<Language>,
}

/// The problems and the advice for one language of a draft.
fn remarks(draft: &Draft, language: Language, ready: &Ready) -> (Vec<Problem>, Vec<Finding>) {
    let alone = Draft {
        languages: draft
            .languages
            .iter()
            .filter(|(l, _)| **l == language)
            .map(|(l, w)| (*l, w.clone()))
            .collect(),
    };
    match alone.check() {
        Err(problems) => (problems, Vec::new()),
        Ok(content) => {
            let mut findings = lint(&content, nature(&ready.definition));
            let about_car = ready.definition.trigger.is_about_vehicle();
            if !about_car && content.languages.values().any(needs_a_car) {
                findings.push(Finding {
                    at: format!("{language}.blocks"),
                    says: carport_domain::MessageKey::new("content-lint-car-variable"),
                    advice: Advice::Better,
                });
            }
            (Vec::new(), findings)
        }
    }
}

/// The field of this language's form that a path is about.
fn local(at: &str) -> String {
    field_of(at.split_once('.').map_or(at, |(_, rest)| rest))
}

fn page(
    office: &Office,
    opened: &Opened,
    language: Language,
    draft: &Draft,
    standing: &Standing,
    status: StatusCode,
) -> WebResult<Response> {
    let t = office.t.clone();
    let company = &office.company.company;
    let definition = &opened.ready.definition;
    let wording: &Typed = draft.languages.get(&language).ok_or(WebError::NotFound)?;
    let (problems, findings) = remarks(draft, language, &opened.ready);
    let grave = findings.iter().filter(|f| f.advice == Advice::Must);
    let blank = |error: &FieldError| error.code.as_str() == "error-required";
    // While somebody is still writing, an empty field is no mistake yet.
    let beside = |p: &&Problem| standing.refused || !blank(&p.error);
    let remark = |at: &str, text: String| Remark {
        field: local(at),
        text: located(at, &text, &t),
    };
    let errors: Vec<Remark> = problems
        .iter()
        .filter(beside)
        .map(|p| Remark {
            field: local(&p.at),
            text: t.error(&p.error),
        })
        .chain(grave.clone().map(|f| Remark {
            field: local(&f.at),
            text: t.key(&f.says),
        }))
        .collect();
    let advice = |block: &str| -> Vec<String> {
        findings
            .iter()
            .filter(|f| local(&f.at) == block)
            .map(|f| t.key(&f.says))
            .collect()
    };
    let error = |field: &str| {
        let found = errors.iter().find(|remark| remark.field == field);
        found.map(|remark| remark.text.clone()).unwrap_or_default()
    };
    let own = url(office, &definition.key, &format!("/content/{language}"));
    let version = url(
        office,
        &definition.key,
        &format!("/versions/{}", opened.ready.content.id),
    );
    let editor = Editor {
        page: office.page(definition.name(office.language), "moments"),
        trail: trail(office, Some(definition)),
        languages: company
            .languages
            .iter()
            .map(|l| NavItem {
                label: l.own_name().to_owned(),
                url: url(office, &definition.key, &format!("/content/{l}")),
                current: *l == language,
                ..NavItem::default()
            })
            .collect(),
        preview_url: format!("{own}/preview"),
        frame_url: if opened.ready.content.content.languages.contains_key(&language) {
            format!("{version}/preview?language={language}&view=email")
        } else {
            String::new()
        },
        url: own,
        base: opened.ready.content.id.to_string(),
        made: opened.made.clone(),
        copied_from: standing
            .copied_from
            .map(|l| l.own_name().to_owned())
            .unwrap_or_default(),
        overtaken: standing.overtaken,
        dirty: standing.dirty,
        subject: wording.subject.clone(),
        preheader: wording.preheader.clone(),
        script: wording.script.clone().unwrap_or_default(),
        sms: wording.sms.clone().unwrap_or_default(),
        has_script: company.has("call_list"),
        has_sms: company.has("sms"),
        has_letter: company.has("letters"),
        qr: wording.letter.qr,
        car: wording.letter.car,
        blocks: draft::cards(wording, &t, error, advice, standing.focus),
        kinds: BlockKind::ALL
            .iter()
            .map(|k| (k.as_str().to_owned(), t.choice("content-block", k.as_str())))
            .collect(),
        shown_to: ShownTo::ALL
            .iter()
            .map(|s| (*s, t.choice("content-shown-to", s.as_str())))
            .collect(),
        variables: Variable::ALL
            .iter()
            .map(|v| Insert {
                code: format!("{{{{ {v} }}}}"),
                label: t.get(&v.label_key()),
                sample: sample(*v, language),
            })
            .collect(),
        views: View::offered(office)
            .into_iter()
            .map(|v| (v.as_str().to_owned(), t.choice("content-view", v.as_str())))
            .collect(),
        problems: problems
            .iter()
            .map(|p| remark(&p.at, t.error(&p.error)))
            .chain(grave.map(|f| remark(&f.at, t.key(&f.says))))
            .collect(),
        advice: findings
            .iter()
            .filter(|f| f.advice == Advice::Better)
            .map(|f| remark(&f.at, t.key(&f.says)))
            .collect(),
        refused: standing.refused,
        max_sms: MAX_SMS.to_string(),
        errors,
        t,
    };
    html_with_status(status, &editor)
}

/// An example of a variable, in the language of the text.
fn sample(variable: Variable, language: Language) -> String {
    carport_domain::content::Values::new()
        .with(variable, variable.sample(language))
        .text(variable, language)
        .map(|text| text.into_owned())
        .unwrap_or_default()
}

async fn show(office: Office, Path((_, key, code)): Path<(String, String, String)>) -> WebResult<Response> {
    allowed(&office, Permission::EditContent)?;
    let language = language(&office, &code)?;
    let opened = open(&office, &key, language).await?;
    let content = &opened.ready.content.content;
    let mut draft = content.to_draft();
    let mut standing = Standing::default();
    if !draft.languages.contains_key(&language) {
        // Not written yet: it begins as a copy of the language the company speaks first.
        let (from, _) = content
            .wording(language, office.company.company.default_language)
            .ok_or(WebError::NotFound)?;
        let copy = draft.languages[&from].clone();
        draft.languages.insert(language, copy);
        standing.copied_from = Some(from);
        standing.dirty = true;
    }
    page(&office, &opened, language, &draft, &standing, StatusCode::OK)
}

async fn press(
    office: Office,
    Path((_, key, code)): Path<(String, String, String)>,
    form: Form,
) -> WebResult<Response> {
    allowed(&office, Permission::EditContent)?;
    let language = language(&office, &code)?;
    let opened = open(&office, &key, language).await?;
    let mut draft = draft_of(&opened.ready.content.content, language, &form);
    if form.text("do") == "save" {
        return save(&office, &key, opened, language, draft, &form).await;
    }
    let wording = draft.languages.get_mut(&language);
    let standing = Standing {
        dirty: true,
        focus: wording.and_then(|wording| wording.edit(draft::press(&form)?)),
        ..Standing::default()
    };
    page(&office, &opened, language, &draft, &standing, StatusCode::OK)
}

async fn save(
    office: &Office,
    key: &str,
    opened: Opened,
    language: Language,
    draft: Draft,
    form: &Form,
) -> WebResult<Response> {
    let mut standing = Standing {
        dirty: true,
        refused: true,
        ..Standing::default()
    };
    let (problems, findings) = remarks(&draft, language, &opened.ready);
    let content = match draft.clone().check() {
        Ok(content) if problems.is_empty() && findings.iter().all(|f| f.advice != Advice::Must) => content,
        _ => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return page(office, &opened, language, &draft, &standing, status);
        }
    };
    let base: Option<ContentVersionId> = form.text("base").parse().ok();
    let mut tx = office.app.store.begin().await?;
    let mut shop = tx.company(office.company.company.id).await?;
    let added = write(&mut shop, key, base, &content, &office.actor()).await?;
    let own = url(office, key, &format!("/content/{language}"));
    match added {
        AddedContent::New(..) => {
            tx.commit().await?;
            Ok(said(office, &own, "good", "content-written"))
        }
        AddedContent::Same(..) => Ok(said(office, &own, "attention", "content-same")),
        AddedContent::Overtaken => {
            drop(tx);
            let opened = open(office, key, language).await?;
            standing.refused = false;
            standing.overtaken = true;
            page(office, &opened, language, &draft, &standing, StatusCode::CONFLICT)
        }
    }
}
