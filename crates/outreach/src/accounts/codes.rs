//! One-time codes by mail (F62): the job that finds out whom an address lets in and sends the code, or nothing.

use carport_domain::company::Setting;
use carport_domain::people::EmailAddress;
use carport_domain::secrets::{MailCode, TokenHash};
use carport_domain::{AccountId, CompanyId, Language, Texts, format};
use carport_store::codes::{CodeAsked, CodePurpose, CodeRequest, NewCode};
use carport_store::jobs::{Lane, NewJob};
use carport_store::{CompanyTx, Result, Store};
use serde_json::json;
use uuid::Uuid;

use super::links::settings;
use crate::service::{ServiceMail, queue_service_mail};

/// The job that answers a request for a code.
pub const CODE_JOB: &str = "accounts.code";

/// A code somebody wishes for.
#[derive(Debug, Clone, Copy)]
pub struct CodeWish<'a> {
    /// What for.
    pub purpose: CodePurpose,
    /// Hash of the token in the browser's cookie: the code works in that browser alone.
    pub browser: TokenHash,
    /// The address.
    pub email: &'a EmailAddress,
    /// The account, where the browser is signed in.
    pub account: Option<AccountId>,
    /// The activation letter that was shown.
    pub letter: Option<Uuid>,
    /// The language of the page.
    pub language: Language,
}

/// Writes a request for a code and its job; all a page does.
pub async fn ask_code(tx: &mut CompanyTx<'_>, wish: CodeWish<'_>) -> Result<CodeAsked> {
    let company = tx.profile().await?;
    let folded = wish.email.fold();
    let asked = tx
        .ask_code(NewCode {
            purpose: wish.purpose,
            browser_hash: wish.browser.as_bytes(),
            email: wish.email.as_str(),
            folded: &folded,
            language: wish.language,
            account: wish.account,
            letter: wish.letter,
            minutes: settings(&company).get(Setting::CodeMinutes),
        })
        .await?;
    if let CodeAsked::Waits(id) = asked {
        let job = NewJob {
            kind: CODE_JOB,
            lane: Lane::Urgent,
            run_at: tx.now(),
            dedupe_key: None,
        };
        tx.enqueue(job, &json!({ "request": id })).await?;
    }
    Ok(asked)
}

/// Answers a request: finds whom the address lets in and sends a new code there. Nobody found is an answer too, and looks the
/// same in the browser that waits for it. Safe to run twice.
pub async fn send_code(store: &Store, company: CompanyId, request: Uuid) -> Result<()> {
    let mut tx = store.begin().await?;
    let mut own = tx.company(company).await?;
    if let Some(request) = own.open_code_request(request).await? {
        match recipient(&mut own, &request).await? {
            None => own.answer_code_request(request.id, None, None).await?,
            Some(to) => {
                // Beside the session there is another proof already, beside a letter as well (DESIGN decision 11).
                let digits = match request.purpose {
                    CodePurpose::SignIn => MailCode::ALONE,
                    CodePurpose::StepUp | CodePurpose::Activation => MailCode::BESIDE,
                };
                let code = MailCode::random(digits);
                own.answer_code_request(request.id, Some(&code), to.account)
                    .await?;
                let mail = write(&mut own, &request, &to, &code).await?;
                queue_service_mail(&mut own, store.keys(), &mail).await?;
            }
        }
    }
    tx.commit().await
}

/// Where a code goes, and whom it lets in.
struct Recipient {
    account: Option<AccountId>,
    customer: Option<carport_domain::CustomerId>,
    email: EmailAddress,
    language: Language,
}

async fn recipient(tx: &mut CompanyTx<'_>, request: &CodeRequest) -> Result<Option<Recipient>> {
    let Ok(typed) = request.email.parse::<EmailAddress>() else {
        return Ok(None);
    };
    let account = match (request.purpose, request.account_id) {
        // The address is not on file yet: the letter was the proof, and the code proves the address.
        (CodePurpose::Activation, _) => {
            return Ok(Some(Recipient {
                account: None,
                customer: None,
                email: typed,
                language: request.language,
            }));
        }
        (CodePurpose::StepUp, Some(id)) => tx.account(id).await?,
        (CodePurpose::StepUp, None) => None,
        (CodePurpose::SignIn, _) => tx.account_by_email(&typed.fold()).await?,
    };
    let Some(account) = account else { return Ok(None) };
    if tx.codes_are_off(account.id).await? {
        return Ok(None);
    }
    Ok(Some(Recipient {
        account: Some(account.id),
        customer: Some(account.customer_id),
        language: account.language.unwrap_or(request.language),
        email: account.email,
    }))
}

async fn write(
    tx: &mut CompanyTx<'_>,
    request: &CodeRequest,
    to: &Recipient,
    code: &MailCode,
) -> Result<ServiceMail> {
    let company = tx.profile().await?;
    let t = Texts::new(to.language);
    let minutes = request.expires_at.seconds_since(request.created_at) / 60;
    let asked_at = format::date_and_time(request.created_at, company.time_zone, to.language);
    let mail = ServiceMail::new("code", to.email.as_str(), to.language)
        .with("company", &company.name)
        .with("code", code.reveal())
        .with("minutes", minutes.to_string())
        .with("reason", t.choice("code-reason", request.purpose.as_str()))
        .with("time", asked_at);
    Ok(match to.customer {
        Some(customer) => mail.about(customer, None),
        None => mail,
    })
}
