//! One-time codes by mail (F62): to sign in, to prove once more who is there, and to prove an address after a letter.
//!
//! Asking writes a row and sets a cookie; the code works in the browser with that cookie alone. The answer is the same
//! whoever the address belongs to. Codes by SMS are not offered: nothing sends them.

mod activation;
mod sign_in;
mod step_up;

use axum::Router;
use axum::http::{HeaderMap, HeaderValue};
use carport_domain::company::Setting;
use carport_domain::people::EmailAddress;
use carport_domain::secrets::{MailCode, Token};
use carport_domain::{AccountId, FieldError};
use carport_outreach::accounts::{CodeWish, ask_code};
use carport_store::codes::{CodeAsked, CodePurpose, CodeTried, UsedCode};
use uuid::Uuid;

use super::limits;
use crate::kit::app::AppState;
use crate::kit::cookies;
use crate::kit::prelude::*;

/// Their addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(sign_in::routes())
        .merge(step_up::routes())
        .merge(activation::routes())
}

/// How long the cookie stays: longer than any code works, so that an old one can say that it is over. Seconds.
const COOKIE_SECONDS: i64 = 3_600;

fn cookie_name(portal: &Portal) -> String {
    cookies::secret_name(&portal.app, &format!("code-{}", portal.company.company.slug))
}

/// The cookie that removes the browser's token.
fn forget(portal: &Portal) -> HeaderValue {
    cookies::remove(&portal.app, &cookie_name(portal))
}

/// Whom a code is wished for, beside the address.
#[derive(Debug, Clone, Copy, Default)]
struct Holder {
    account: Option<AccountId>,
    letter: Option<Uuid>,
}

/// Asks for a code and gives the cookie of the browser that may use it; or what to tell instead.
async fn ask(
    portal: &Portal,
    purpose: CodePurpose,
    email: &EmailAddress,
    holder: Holder,
) -> WebResult<Result<HeaderValue, FieldError>> {
    let app = &portal.app;
    app.limit(limits::CODE_ASK_NETWORK, &portal.client).await?;
    let token = Token::random();
    let mut tx = app.store.begin().await?;
    let mut own = tx.company(portal.company.company.id).await?;
    let wish = CodeWish {
        purpose,
        browser: token.hash(),
        email,
        account: holder.account,
        letter: holder.letter,
        language: portal.language,
    };
    let asked = ask_code(&mut own, wish).await?;
    tx.commit().await?;
    Ok(match asked {
        CodeAsked::Waits(_) => {
            let name = cookie_name(portal);
            Ok(cookies::set_secret(
                app,
                &name,
                &token.reveal(),
                Some(COOKIE_SECONDS),
            ))
        }
        CodeAsked::NotBefore(at) => {
            let seconds = at.seconds_since(portal.now()).max(1);
            Err(if seconds < 60 {
                FieldError::new("error-mail-code-wait-seconds").with("count", seconds)
            } else {
                FieldError::new("error-mail-code-wait-minutes").with("count", (seconds + 59) / 60)
            })
        }
        CodeAsked::Resting => Err(FieldError::new("error-mail-code-resting")),
    })
}

/// Tries what was typed in the field `code`; what is wrong is noted there. A right code is used up.
async fn tried(
    portal: &Portal,
    headers: &HeaderMap,
    purpose: CodePurpose,
    form: &mut Form,
) -> WebResult<Option<UsedCode>> {
    let Some(typed) = form.parse("code", MailCode::parse) else {
        return Ok(None);
    };
    let app = &portal.app;
    app.limit(limits::CODE_TRY_NETWORK, &portal.client).await?;
    let token: Option<Token> =
        cookies::read(headers, &cookie_name(portal)).and_then(|token| token.parse().ok());
    let outcome = match token {
        None => CodeTried::Over,
        Some(token) => {
            let most = portal.company.settings.get(Setting::CodeTries);
            let mut tx = app.store.begin().await?;
            let mut own = tx.company(portal.company.company.id).await?;
            let outcome = own
                .try_code(token.hash().as_bytes(), purpose, &typed, most)
                .await?;
            tx.commit().await?;
            outcome
        }
    };
    Ok(match outcome {
        CodeTried::Right(used) => Some(used),
        CodeTried::Wrong => {
            form.errors.push("code", FieldError::new("error-mail-code-wrong"));
            None
        }
        CodeTried::Over => {
            form.errors.push("code", FieldError::new("error-mail-code-over"));
            None
        }
    })
}
