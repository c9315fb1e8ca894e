//! The claim: the gate is asked again in the transaction that takes a message for hand-over.

use std::collections::HashMap;

use carport_domain::consent::{Channel, Decision, Outcome, Stage};
use carport_domain::{CompanyId, ContactPointId, CustomerId, MessageId, Timestamp};
use carport_store::messages::{Candidate, Claim, Ended, MessageStatus};
use carport_store::recipients::Recipient;
use carport_store::{CompanyTx, Result};

use super::Sent;
use crate::catalogue::{self, Ready};
use crate::gate::{Answer, Desk};
use crate::links::{self, MessageScope};
use crate::mail::message_id;
use crate::{Outreach, backoff};

/// A message the gate let go.
#[derive(Debug, Clone)]
pub struct Claimed {
    /// The message.
    pub message: Candidate,
    /// Where it goes.
    pub contact_point: ContactPointId,
    /// The gate's answer.
    pub decision: Decision,
    /// When it was given.
    pub decided_at: Timestamp,
    /// Its Message-ID, without the angle brackets; empty for what is not mail.
    pub message_id: String,
}

/// Claims due messages of a channel. None when nothing is due or marketing rests; else those the gate lets go (perhaps
/// none), and what became of the others.
pub async fn claim(
    outreach: &Outreach,
    company: CompanyId,
    channel: Channel,
    limit: i64,
) -> Result<Option<(Vec<Claimed>, Sent)>> {
    let mut tx = outreach.store.begin().await?;
    let mut shop = tx.company(company).await?;
    if shop.brake().await?.paused_at.is_some() {
        return Ok(None);
    }
    let mut desk = Desk::open(&mut shop).await?;
    if desk.is_suspended() {
        return Ok(None);
    }
    let candidates = shop.message_candidates(channel, limit).await?;
    if candidates.is_empty() {
        return Ok(None);
    }
    let asked = ask(&mut shop, &mut desk, channel, candidates).await?;
    let domain = outreach
        .post
        .as_ref()
        .map_or("", |post| post.news.domain.as_str());
    let mut claims = Vec::with_capacity(asked.go.len());
    let mut claimed = Vec::with_capacity(asked.go.len());
    let mut new_links = Vec::with_capacity(asked.go.len() * 3);
    for (message, answer, contact_point) in asked.go {
        let header = if channel == Channel::Email {
            message_id(message.id, &desk.company.slug, domain)
        } else {
            String::new()
        };
        claims.push(Claim {
            id: message.id,
            message_id: (!header.is_empty()).then(|| header.clone()),
            contact_point,
            decision: serde_json::to_string(&answer.decision)?,
        });
        let scope = MessageScope {
            purpose: answer.decision.rule().purpose,
            channel,
            contact_point: Some(contact_point),
            vehicle: (!message.vehicle_id.0.is_nil()).then_some(message.vehicle_id),
        };
        new_links.extend(links::to_keep(
            outreach.store.keys(),
            &desk.settings,
            desk.now,
            message.id,
            message.customer_id,
            &scope,
        ));
        claimed.push(Claimed {
            message,
            contact_point,
            decision: answer.decision,
            decided_at: desk.now,
            message_id: header,
        });
    }
    shop.add_message_links(&new_links).await?;
    shop.claim_messages(&claims, None).await?;
    shop.record_messages(&asked.ended).await?;
    shop.finish_proposals(&asked.over).await?;
    tx.commit().await?;
    Ok(Some((claimed, asked.sums)))
}

/// The gate's word on candidates.
#[derive(Default)]
pub(crate) struct Asked {
    pub go: Vec<(Candidate, Answer, ContactPointId)>,
    pub ended: Vec<(MessageId, Ended)>,
    pub over: Vec<carport_domain::ProposalId>,
    pub sums: Sent,
}

/// Asks the gate about each candidate, as if it left this moment.
pub(crate) async fn ask(
    shop: &mut CompanyTx<'_>,
    desk: &mut Desk,
    channel: Channel,
    candidates: Vec<Candidate>,
) -> Result<Asked> {
    let mut moments: HashMap<String, Option<Ready>> = HashMap::new();
    for candidate in &candidates {
        if !moments.contains_key(&candidate.kind) {
            let ready = catalogue::ready(shop, &desk.settings, &candidate.kind).await?;
            moments.insert(candidate.kind.clone(), ready);
        }
    }
    let who: Vec<_> = candidates
        .iter()
        .map(|c| (c.customer_id, (!c.vehicle_id.0.is_nil()).then_some(c.vehicle_id)))
        .collect();
    let people = desk.look_up(shop, &who).await?;
    let facts: HashMap<_, &Recipient> = people
        .recipients
        .iter()
        .map(|r| ((r.customer, r.vehicle), r))
        .collect();
    // Several messages of one batch to one person count among themselves.
    let mut now_too: HashMap<CustomerId, i64> = HashMap::new();
    let mut asked = Asked::default();
    for (candidate, pair) in candidates.into_iter().zip(&who) {
        let mut keep_back = |reason: &'static str, decision: Option<&Decision>| {
            let decision = decision.and_then(|d| serde_json::to_string(d).ok());
            asked.ended.push((
                candidate.id,
                Ended::Final {
                    status: MessageStatus::Suppressed,
                    reason,
                    decision,
                },
            ));
            asked.over.push(candidate.proposal_id);
            asked.sums.suppressed += 1;
        };
        if candidate.expires_at.is_some_and(|until| desk.now >= until) {
            keep_back("expired", None);
            continue;
        }
        let (Some(person), Some(Some(ready))) = (facts.get(pair), moments.get(&candidate.kind)) else {
            keep_back("not-writable", None);
            continue;
        };
        // What the company switched off is not the gate's business either, but nothing of it leaves.
        if !ready.enabled {
            keep_back(catalogue::MOMENT_OFF, None);
            continue;
        }
        let mut person = (*person).clone();
        person.recent += now_too.get(&person.customer).copied().unwrap_or(0);
        let answers = desk.ask(&people, &person, &ready.definition, &[channel], Stage::HandOver);
        // A channel that was switched off since is not the gate's business, but nothing leaves by it.
        let switched_on = desk
            .channels(&ready.definition, &ready.content.content)
            .contains(&channel);
        let Some(answer) = answers.of(channel).cloned().filter(|_| switched_on) else {
            keep_back("not_for_channel", None);
            continue;
        };
        match (&answer.decision, answers.outcome) {
            (Decision::Allow { .. }, _) if answer.contact_point.is_some() => {
                *now_too.entry(person.customer).or_default() += 1;
                let point = answer.contact_point.unwrap_or(ContactPointId(uuid::Uuid::nil()));
                asked.go.push((candidate, answer, point));
            }
            (Decision::Deny { reason, .. }, _) if reason.is_temporary() => {
                // The pace opens again within days, the day's hours within one.
                let at = backoff(desk.now, 0, 3_600, 3_600);
                asked.ended.push((
                    candidate.id,
                    Ended::Later {
                        at,
                        reason: reason.as_str(),
                    },
                ));
                asked.sums.later += 1;
            }
            (decision, Outcome::Send { .. } | Outcome::CallList { .. } | Outcome::Nothing { .. }) => {
                let reason = decision.obstacle().map_or("not_for_channel", |o| o.as_str());
                keep_back(reason, Some(decision));
            }
        }
    }
    Ok(asked)
}
