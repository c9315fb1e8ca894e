//! The jobs behind the activation screen and the forgotten password: they look up what was typed and write to the
//! address on file, or do nothing.

use carport_domain::people::{CustomerNumber, EmailAddress};
use carport_domain::vehicles::Plate;
use carport_domain::{CompanyId, CustomerId, Language};
use carport_store::accounts::AccountState;
use carport_store::activation::{ActivationAttempt, ActivationOutcome};
use carport_store::jobs::{Lane, NewJob};
use carport_store::links::LinkPurpose;
use carport_store::{CompanyTx, Result, Store};
use serde_json::json;
use uuid::Uuid;

use super::links::{Road, invite, offer_reset};

/// The job that looks an activation attempt up.
pub const ACTIVATION_JOB: &str = "accounts.activation";
/// The job that looks a forgotten password up.
pub const RESET_JOB: &str = "accounts.reset";
/// Links one person is sent within 24 hours at most, whoever asks for them (SEC-ACT-7, SEC-ACT-8).
pub const MAX_LINKS_PER_DAY: i64 = 3;

/// Writes an activation attempt and its job; all the page does.
pub async fn queue_activation(
    tx: &mut CompanyTx<'_>,
    (number, email, plate): (&str, &str, &str),
    language: Language,
    ip: &str,
) -> Result<()> {
    let id = tx
        .add_activation_attempt(number, email, plate, language, ip)
        .await?;
    let job = NewJob {
        kind: ACTIVATION_JOB,
        lane: Lane::Urgent,
        run_at: tx.now(),
        dedupe_key: None,
    };
    tx.enqueue(job, &json!({ "attempt": id })).await?;
    Ok(())
}

/// Writes a forgotten password and its job; all the page does.
pub async fn queue_reset(tx: &mut CompanyTx<'_>, email: &str, language: Language) -> Result<()> {
    let id = tx.add_reset_attempt(email, language).await?;
    let job = NewJob {
        kind: RESET_JOB,
        lane: Lane::Urgent,
        run_at: tx.now(),
        dedupe_key: None,
    };
    tx.enqueue(job, &json!({ "attempt": id })).await?;
    Ok(())
}

/// Looks an activation attempt up. The link goes only to the address on file (SEC-ACT-3). Safe to run twice.
pub async fn look_up_activation(
    store: &Store,
    base_url: &str,
    company: CompanyId,
    attempt: Uuid,
) -> Result<()> {
    let mut tx = store.begin().await?;
    let mut own = tx.company(company).await?;
    if let Some(attempt) = own.open_activation_attempt(attempt).await? {
        let outcome = answer(&mut own, store, base_url, &attempt).await?;
        own.settle_activation_attempt(attempt.id, outcome).await?;
        // An alarm stands on the share of those that named nobody (SEC-ACT-9).
        metrics::counter!("carport_activations_total", "outcome" => outcome.as_str()).increment(1);
    }
    tx.commit().await
}

async fn answer(
    tx: &mut CompanyTx<'_>,
    store: &Store,
    base_url: &str,
    attempt: &ActivationAttempt,
) -> Result<ActivationOutcome> {
    let typed = (
        attempt.customer_number.parse::<CustomerNumber>(),
        attempt.email.parse::<EmailAddress>(),
    );
    let (Ok(number), Ok(email)) = typed else {
        return Ok(ActivationOutcome::NoMatch);
    };
    let Some(found) = tx
        .activation_match(&number, &Plate::key_of(&attempt.plate))
        .await?
    else {
        return Ok(ActivationOutcome::NoMatch);
    };
    let on_file = tx.addresses_on_file(found.customer, attempt.created_at).await?;
    let Some(address) = on_file
        .into_iter()
        .find(|address| address.value_folded == email.fold())
    else {
        return Ok(ActivationOutcome::OtherAddress);
    };
    if over_limit(tx, found.customer).await? {
        return Ok(ActivationOutcome::Limited);
    }
    let language = found.language.unwrap_or(attempt.language);
    match tx
        .account_of(found.customer)
        .await?
        .filter(|account| account.state == AccountState::Active)
    {
        Some(account) => {
            offer_reset(tx, store.keys(), base_url, &account, language).await?;
            Ok(ActivationOutcome::AlreadyActive)
        }
        None => {
            let to = (Some(address.id), &address.value);
            invite(
                tx,
                store.keys(),
                base_url,
                found.customer,
                to,
                language,
                Road::Activation,
            )
            .await?;
            Ok(ActivationOutcome::LinkSent)
        }
    }
}

/// Looks a forgotten password up and sends a link to the address of the account, if there is one. Safe to run twice.
pub async fn look_up_reset(store: &Store, base_url: &str, company: CompanyId, attempt: Uuid) -> Result<()> {
    let mut tx = store.begin().await?;
    let mut own = tx.company(company).await?;
    if let Some(attempt) = own.open_reset_attempt(attempt).await? {
        let account = match attempt.email.parse::<EmailAddress>() {
            Ok(email) => own.account_by_email(&email.fold()).await?,
            Err(_) => None,
        };
        if let Some(account) = account
            && !over_limit(&mut own, account.customer_id).await?
        {
            offer_reset(&mut own, store.keys(), base_url, &account, attempt.language).await?;
        }
        own.settle_reset_attempt(attempt.id).await?;
    }
    tx.commit().await
}

/// How long attempts are kept, for the alarm alone: what was typed is gone once it was looked up. Hours.
const KEEP_ATTEMPTS_HOURS: i64 = 90 * 24;

/// Forgets sessions and limited sessions that have ended, and old attempts, company by company.
pub async fn tidy(store: &Store) -> Result<()> {
    let mut tx = store.read().await?;
    let companies = tx.installation().await?.active_companies().await?;
    drop(tx);
    for company in companies {
        let mut tx = store.begin().await?;
        let mut own = tx.company(company).await?;
        let before = own.now().plus_hours(-KEEP_ATTEMPTS_HOURS);
        own.forget_ended_sessions().await?;
        own.forget_ways_in(before).await?;
        own.forget_codes(before).await?;
        tx.commit().await?;
    }
    Ok(())
}

async fn over_limit(tx: &mut CompanyTx<'_>, customer: CustomerId) -> Result<bool> {
    let since = tx.now().plus_hours(-24);
    let first = tx.links_since(customer, LinkPurpose::SetPassword, since).await?;
    let again = tx
        .links_since(customer, LinkPurpose::ResetPassword, since)
        .await?;
    Ok(first + again >= MAX_LINKS_PER_DAY)
}
