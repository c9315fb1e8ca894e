//! Writing claimed messages, handing them over, and recording what became of each.

use std::collections::{HashMap, HashSet};

use carport_domain::content::Content;
use carport_domain::moments::Definition;
use carport_domain::{CompanyId, ContentVersionId, MessageId, ProposalId};
use carport_store::Result;
use carport_store::messages::{Brake, Ended, MessageStatus};
use carport_store::suppressions::SuppressionKind;
use futures::StreamExt;
use sha2::{Digest, Sha256};

use super::{BRAKE_AFTER, Claimed, FRESH_SECONDS, LANES, MAX_ATTEMPTS, Sent};
use crate::compose::{ComposeError, Message};
use crate::letterhead::{Letterhead, known_as, name};
use crate::mail::{Blame, Mailbox, Outcome, OutgoingMail, SealedMail, Stream, seal_all};
use crate::post::Post;
use crate::{Outreach, backoff, catalogue, links};

/// A claimed message as bytes, or why there are none.
#[derive(Debug)]
pub struct Written {
    /// The claim.
    pub claimed: Claimed,
    /// The mail, or the stable code of what prevents it.
    pub mail: std::result::Result<SealedMail, &'static str>,
}

/// A version of a content with the hash that names its compiled template.
struct Pinned {
    content: Content,
    hash: String,
}

/// Writes and signs claimed mails, on threads for busy work.
pub async fn write(
    outreach: &Outreach,
    post: &Post,
    company: CompanyId,
    claimed: &[Claimed],
) -> Result<Vec<Written>> {
    let mut tx = outreach.store.read().await?;
    let mut shop = tx.company(company).await?;
    let desk = crate::gate::Desk::open(&mut shop).await?;
    let letterhead = Letterhead::load(&mut shop, &outreach.base).await?;
    let who: Vec<_> = claimed
        .iter()
        .map(|c| {
            (
                c.message.customer_id,
                (!c.message.vehicle_id.0.is_nil()).then_some(c.message.vehicle_id),
            )
        })
        .collect();
    let addressees = shop.addressees(&who).await?;
    let points: Vec<_> = claimed
        .iter()
        .map(|c| (c.message.customer_id, c.contact_point))
        .collect();
    let values = shop.contact_values(&points).await?;
    let mut contents: HashMap<ContentVersionId, Pinned> = HashMap::new();
    let mut moments: HashMap<String, Definition> = HashMap::new();
    for c in claimed {
        let id = c.message.content_version_id;
        if !contents.contains_key(&id)
            && let Some(version) = shop.content_version(id).await?
        {
            let hash = hex(&version.sha256);
            contents.insert(
                id,
                Pinned {
                    content: version.content,
                    hash,
                },
            );
        }
        if !moments.contains_key(&c.message.kind)
            && let Some(ready) = catalogue::ready(&mut shop, &desk.settings, &c.message.kind).await?
        {
            moments.insert(c.message.kind.clone(), ready.definition);
        }
    }
    drop(tx);

    let claimed = claimed.to_vec();
    let (composer, keys, post_too) = (
        outreach.composer.clone(),
        outreach.store.keys().clone(),
        post.clone(),
    );
    let work = move || {
        let people: HashMap<_, _> = addressees
            .iter()
            .map(|a| ((a.customer_id, a.vehicle_id), a))
            .collect();
        let one = |c: &Claimed| -> std::result::Result<OutgoingMail, &'static str> {
            let addressee = people
                .get(&(c.message.customer_id, c.message.vehicle_id))
                .ok_or("not-writable")?;
            let content = contents
                .get(&c.message.content_version_id)
                .ok_or("not-writable")?;
            let moment = moments.get(&c.message.kind).ok_or("not-writable")?;
            let to = values
                .get(&c.contact_point)
                .and_then(|v| v.parse().ok())
                .ok_or("not-writable")?;
            let language = letterhead.language(addressee);
            let links = links::addresses(&keys, &letterhead.site, c.message.id);
            let sender = letterhead.sender(desk.entity(addressee.location_id), language);
            let foot = letterhead.foot(moment, &c.decision, addressee, language, desk.today, &links);
            let customer = known_as(addressee);
            let values = letterhead.values(addressee, language, &links.page);
            let message = Message {
                content: &content.content,
                hash: &content.hash,
                language,
                company_language: letterhead.company.default_language,
                sender: &sender,
                customer: &customer,
                values: &values,
                foot: &foot,
            };
            let mail = composer.email(&message).map_err(|problem| match problem {
                ComposeError::Missing(_) => "missing-variable",
                _ => "not-writable",
            })?;
            let company = &letterhead.company;
            let bulk = post_too.bulk(
                company,
                &letterhead.site,
                &moment.key,
                moment.purpose.as_str(),
                &links.unsubscribe,
            );
            Ok(OutgoingMail {
                message_id: c.message_id.clone(),
                written_at: c.decided_at,
                zone: company.time_zone,
                from: post_too.from(company, &post_too.news).ok_or("configuration")?,
                reply_to: post_too.reply_to(company),
                return_to: post_too.return_to(c.message.id).ok_or("configuration")?,
                to: Mailbox::new(&name(addressee).display(), to),
                subject: mail.subject,
                html: mail.html,
                text: mail.text,
                stream: Stream::Marketing(Box::new(bulk)),
            })
        };
        claimed.into_iter().map(|c| (one(&c), c)).collect::<Vec<_>>()
    };
    let composed = tokio::task::spawn_blocking(work)
        .await
        .map_err(|e| carport_store::StoreError::Inconsistent(format!("writing mails broke off: {e}")))?;
    let mut ready = Vec::with_capacity(composed.len());
    let mut outgoing = Vec::with_capacity(composed.len());
    for (mail, claimed) in composed {
        ready.push((claimed, mail.as_ref().err().copied()));
        outgoing.extend(mail.ok());
    }
    let mut sealed = seal_all(outgoing, post.news.signer.clone()).await.into_iter();
    let written = ready.into_iter().map(|(claimed, problem)| {
        let mail = match problem {
            Some(problem) => Err(problem),
            None => sealed.next().and_then(|s| s.ok()).ok_or("not-writable"),
        };
        Written { claimed, mail }
    });
    Ok(written.collect())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// What became of one attempt.
struct Attempted {
    message: MessageId,
    proposal: ProposalId,
    ended: Option<Ended>,
    /// The address is gone for good.
    bounced: Option<String>,
    /// Refused, and not for the recipient's sake; the server's words.
    refused: Option<String>,
}

/// Hands written messages over and records the outcome of each, all in one transaction.
pub async fn hand_over(
    outreach: &Outreach,
    post: &Post,
    company: CompanyId,
    written: Vec<Written>,
) -> Result<Sent> {
    let clock = outreach.store.clock().clone();
    let attempts = futures::stream::iter(written)
        .map(|w| {
            let clock = clock.clone();
            async move {
                let Claimed {
                    message, decided_at, ..
                } = w.claimed;
                let end = |status, reason| {
                    Some(Ended::Final {
                        status,
                        reason,
                        decision: None,
                    })
                };
                let mut attempted = Attempted {
                    message: message.id,
                    proposal: message.proposal_id,
                    ended: None,
                    bounced: None,
                    refused: None,
                };
                let mail = match w.mail {
                    Ok(mail) => mail,
                    Err(reason) => {
                        attempted.ended = end(MessageStatus::Failed, reason);
                        return attempted;
                    }
                };
                let at = clock.now();
                if at.seconds_since(decided_at) > FRESH_SECONDS {
                    // The gate's answer has grown too old on the way here: back, and ask again.
                    return attempted;
                }
                let again = |reason| {
                    if message.attempts + 1 >= MAX_ATTEMPTS {
                        end(MessageStatus::Failed, "gave-up")
                    } else {
                        Some(Ended::Later {
                            at: backoff(at, message.attempts, 300, 21_600),
                            reason,
                        })
                    }
                };
                attempted.ended = match post.mailer.send(&mail).await {
                    Outcome::Accepted { .. } => Some(Ended::Sent {
                        at,
                        sha256: Sha256::digest(&mail.bytes).into(),
                    }),
                    Outcome::Temporary { .. } => again("later"),
                    Outcome::Uncertain { .. } => end(MessageStatus::Uncertain, "no-answer"),
                    Outcome::Permanent { blame, refusal } => match blame {
                        Blame::Recipient => {
                            attempted.bounced = Some(mail.to.fold());
                            end(MessageStatus::Failed, "recipient-refused")
                        }
                        Blame::RecipientForNow => end(MessageStatus::Failed, "mailbox-refused"),
                        Blame::Policy => {
                            attempted.refused = Some(refusal.text);
                            end(MessageStatus::Failed, "policy")
                        }
                        Blame::Configuration => {
                            attempted.refused = Some(refusal.text);
                            again("configuration")
                        }
                    },
                };
                attempted
            }
        })
        .buffered((post.connections / LANES).max(1))
        .collect::<Vec<_>>()
        .await;
    record(outreach, company, attempts).await
}

async fn record(outreach: &Outreach, company: CompanyId, attempts: Vec<Attempted>) -> Result<Sent> {
    let mut sums = Sent::default();
    let mut ended = Vec::with_capacity(attempts.len());
    let mut over = Vec::new();
    let mut stale = Vec::new();
    let mut bounced: HashSet<String> = HashSet::new();
    // The brake counts in the order of the attempts: one that was taken, or refused for the recipient's sake, begins anew.
    let mut row = Row::default();
    for attempt in attempts {
        match &attempt.ended {
            None => stale.push(attempt.message),
            Some(Ended::Sent { .. }) => sums.sent += 1,
            Some(Ended::Final {
                status: MessageStatus::Uncertain,
                ..
            }) => sums.uncertain += 1,
            Some(Ended::Final {
                status: MessageStatus::Suppressed,
                ..
            }) => sums.suppressed += 1,
            Some(Ended::Final { .. }) => sums.failed += 1,
            Some(Ended::Later { .. }) => sums.later += 1,
        }
        if let Some(words) = attempt.refused {
            row.refusals += 1;
            row.words = Some(words);
        } else if matches!(attempt.ended, Some(Ended::Sent { .. })) || attempt.bounced.is_some() {
            row = Row {
                broken: true,
                ..Row::default()
            };
        }
        bounced.extend(attempt.bounced);
        if let Some(end) = attempt.ended {
            if !matches!(end, Ended::Later { .. }) {
                over.push(attempt.proposal);
            }
            ended.push((attempt.message, end));
        }
    }
    let mut tx = outreach.store.begin().await?;
    let mut shop = tx.company(company).await?;
    shop.record_messages(&ended).await?;
    shop.release_messages(&stale).await?;
    shop.finish_proposals(&over).await?;
    for address in &bounced {
        shop.suppress(address, SuppressionKind::HardBounce, "smtp")
            .await?;
    }
    brake(&mut shop, row).await?;
    tx.commit().await?;
    Ok(sums)
}

/// Refusals in a row at the end of a batch.
#[derive(Default)]
struct Row {
    refusals: i64,
    /// Something in the batch went well, so what earlier batches counted is over.
    broken: bool,
    words: Option<String>,
}

/// Counts refusals, and stops a company's marketing when too many came in a row (MAIL-25).
async fn brake(shop: &mut carport_store::CompanyTx<'_>, row: Row) -> Result<()> {
    if row.refusals == 0 && !row.broken {
        return Ok(());
    }
    let now = shop.now();
    let before = shop.brake().await?;
    let failures = if row.broken {
        row.refusals
    } else {
        before.failures + row.refusals
    };
    if failures == before.failures {
        return Ok(());
    }
    let stops = failures >= BRAKE_AFTER && before.paused_at.is_none();
    let brake = Brake {
        failures,
        paused_at: before.paused_at.or(stops.then_some(now)),
        reason: row.words.or(before.reason),
    };
    shop.set_brake(&brake, "system").await?;
    if stops {
        let detail = serde_json::json!({ "failures": failures, "reason": brake.reason });
        shop.audit("system", "marketing.paused", "marketing", &detail)
            .await?;
        tracing::error!(company = %shop.id(), failures, "marketing rests: the mail server refuses message after message");
    }
    Ok(())
}
