//! Handing one service mail over: again and again until it is answered, always the same bytes.

use std::sync::Arc;

use carport_domain::consent::DenyReason;
use carport_domain::i18n::Overrides;
use carport_domain::people::EmailAddress;
use carport_domain::{CompanyId, MessageId, Texts, Timestamp};
use carport_store::Result;
use carport_store::messages::{MessageStatus, ServiceMessage};
use carport_store::suppressions::SuppressionKind;

use super::{ServiceMail, unseal};
use crate::compose::{ComposeError, ServiceWords};
use crate::letterhead::Letterhead;
use crate::mail::{Blame, Mailbox, Outcome, OutgoingMail, Stream, message_id, seal_all};
use crate::worker::JobEnd;
use crate::{Outreach, backoff};

/// A service mail that nobody takes for so long is given up, in hours.
const GIVE_UP_HOURS: i64 = 48;

/// Hands a queued service mail over. Without a mail room it waits.
pub async fn deliver(outreach: &Outreach, company: CompanyId, id: MessageId) -> Result<JobEnd> {
    let Some(post) = &outreach.post else {
        return Ok(JobEnd::Later(outreach.store.clock().now().plus_seconds(600)));
    };
    let mut tx = outreach.store.begin().await?;
    let mut shop = tx.company(company).await?;
    let slug = shop.profile().await?.slug;
    let header = message_id(id, &slug, &post.service.domain);
    let Some(message) = shop.begin_service_message(id, &header).await? else {
        return Ok(JobEnd::Done);
    };
    tx.commit().await?;

    let mail = unseal(outreach.store.keys(), id, &message.payload)?;
    if !mail.tries_again() && came_back(outreach, company, &mail.to).await? {
        let reason = DenyReason::Bounced.as_str();
        return end(outreach, company, id, MessageStatus::Suppressed, reason).await;
    }
    let outgoing = match write(outreach, company, &message, &mail).await? {
        Ok(outgoing) => outgoing,
        Err(problem) => {
            tracing::error!(message = %id, kind = %message.kind, %problem, "a service mail cannot be written");
            return end(outreach, company, id, MessageStatus::Failed, "not-writable").await;
        }
    };
    let sealed = seal_all(vec![outgoing], post.service.signer.clone()).await.pop();
    let Some(Ok(sealed)) = sealed else {
        return end(outreach, company, id, MessageStatus::Failed, "not-writable").await;
    };
    match post.mailer.send(&sealed).await {
        Outcome::Accepted { .. } => end(outreach, company, id, MessageStatus::Sent, "").await,
        // Nobody knows whether it left; the same Message-ID lets the other side notice.
        Outcome::Temporary { .. } | Outcome::Uncertain { .. } => again(outreach, company, &message).await,
        Outcome::Permanent {
            blame: Blame::Configuration,
            refusal,
        } => {
            tracing::error!(message = %id, refusal = %refusal, "the mail server refuses this installation");
            again(outreach, company, &message).await
        }
        Outcome::Permanent { blame, .. } => {
            if blame == Blame::Recipient {
                let mut tx = outreach.store.begin().await?;
                let mut shop = tx.company(company).await?;
                shop.bounced(&sealed.to.fold(), &format!("message:{id}")).await?;
                tx.commit().await?;
            }
            let reason = if blame == Blame::Policy {
                "policy"
            } else {
                "recipient-refused"
            };
            end(outreach, company, id, MessageStatus::Failed, reason).await
        }
    }
}

/// Whether mail to an address came back for good and nobody has shown since that it works (B5).
async fn came_back(outreach: &Outreach, company: CompanyId, to: &str) -> Result<bool> {
    let Ok(address) = to.parse::<EmailAddress>() else {
        return Ok(false);
    };
    let mut tx = outreach.store.read().await?;
    let known = tx
        .company(company)
        .await?
        .suppressions_of(&address.fold())
        .await?;
    Ok(known.iter().any(|(kind, _)| *kind == SuppressionKind::HardBounce))
}

async fn write(
    outreach: &Outreach,
    company: CompanyId,
    message: &ServiceMessage,
    mail: &ServiceMail,
) -> Result<std::result::Result<OutgoingMail, ComposeError>> {
    let Some(post) = &outreach.post else {
        return Ok(Err(ComposeError::NoText));
    };
    let mut tx = outreach.store.read().await?;
    let mut shop = tx.company(company).await?;
    let letterhead = Letterhead::load(&mut shop, &outreach.base).await?;
    let own = shop.texts(mail.language).await?;
    let entity = shop.locations().await?.first().map(|l| l.legal_entity_id);
    let entity = match entity {
        Some(entity) => entity,
        None => match shop.legal_entities().await?.first() {
            Some(entity) => entity.id,
            None => return Ok(Err(ComposeError::NoValue("legal entity"))),
        },
    };
    drop(tx);
    let language = mail.language;
    let overrides = Overrides::new(own.into_iter().map(|(key, text)| (language, key, text)));
    let texts = Texts::of_company(language, Arc::new(overrides));
    let sender = letterhead.sender(entity, language);
    let words = match ServiceWords::try_from(mail) {
        Ok(words) => words,
        Err(problem) => return Ok(Err(problem)),
    };
    let rendered = match outreach.composer.service(&words, &sender, &texts) {
        Ok(rendered) => rendered,
        Err(problem) => return Ok(Err(problem)),
    };
    let company = &letterhead.company;
    let (Some(from), Some(return_to), Ok(to)) = (
        post.from(company, &post.service),
        post.return_to(message.id),
        mail.to.parse(),
    ) else {
        return Ok(Err(ComposeError::NoValue("address")));
    };
    Ok(Ok(OutgoingMail {
        message_id: message.message_id_header.clone(),
        written_at: message.created_at,
        zone: company.time_zone,
        from,
        reply_to: post.reply_to(company),
        return_to,
        to: Mailbox::new(mail.to_name.as_deref().unwrap_or_default(), to),
        subject: rendered.subject,
        html: rendered.html,
        text: rendered.text,
        stream: Stream::Service,
    }))
}

async fn end(
    outreach: &Outreach,
    company: CompanyId,
    id: MessageId,
    status: MessageStatus,
    reason: &str,
) -> Result<JobEnd> {
    let mut tx = outreach.store.begin().await?;
    let reason = Some(reason).filter(|r| !r.is_empty());
    tx.company(company)
        .await?
        .end_service_message(id, status, reason)
        .await?;
    tx.commit().await?;
    Ok(JobEnd::Done)
}

async fn again(outreach: &Outreach, company: CompanyId, message: &ServiceMessage) -> Result<JobEnd> {
    let now = outreach.store.clock().now();
    if now >= message.created_at.plus_hours(GIVE_UP_HOURS) {
        return end(outreach, company, message.id, MessageStatus::Failed, "gave-up").await;
    }
    let at: Timestamp = backoff(now, message.attempts, 30, 3_600);
    let mut tx = outreach.store.begin().await?;
    tx.company(company)
        .await?
        .put_off_service_message(message.id, at, "later")
        .await?;
    tx.commit().await?;
    Ok(JobEnd::Later(at))
}
