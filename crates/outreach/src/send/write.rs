//! Claimed messages as bytes: written in the recipient's language, signed, ready to travel.

use std::collections::HashMap;
use std::panic::resume_unwind;

use carport_domain::content::Content;
use carport_domain::moments::Definition;
use carport_domain::{CompanyId, ContentVersionId};
use carport_store::Result;

use super::Claimed;
use crate::compose::{ComposeError, Message};
use crate::letterhead::{Letterhead, known_as, name};
use crate::mail::{Mailbox, OutgoingMail, SealedMail, Stream};
use crate::post::Post;
use crate::{Outreach, catalogue, links};

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

/// Writes and signs claimed mails, on a thread for each processor: a signature takes longer than all else about a mail.
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
        let signer = post_too.news.signer.as_deref();
        let one = |c: &Claimed| -> std::result::Result<SealedMail, &'static str> {
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
            let foot = letterhead.foot(moment, &c.decision, addressee, language, &links);
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
            let mail = OutgoingMail {
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
            };
            mail.seal(signer).map_err(|_| "not-writable")
        };
        let processors = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let share = claimed.len().div_ceil(processors).max(1);
        let mails: Vec<_> = std::thread::scope(|threads| {
            let shares: Vec<_> = claimed
                .chunks(share)
                .map(|share| threads.spawn(|| share.iter().map(one).collect::<Vec<_>>()))
                .collect();
            shares
                .into_iter()
                .flat_map(|share| share.join().unwrap_or_else(|panic| resume_unwind(panic)))
                .collect()
        });
        claimed
            .into_iter()
            .zip(mails)
            .map(|(claimed, mail)| Written { claimed, mail })
            .collect()
    };
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|e| carport_store::StoreError::Inconsistent(format!("writing mails broke off: {e}")))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}
