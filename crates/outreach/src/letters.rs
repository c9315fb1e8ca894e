//! Letters: a batch of them as one file for the printer (F165, B14).
//!
//! A batch is claimed as messages are, through the gate. Its file can be made again and fetched again as long as nobody said
//! that it was printed, for until then nothing has left the house. When somebody says so, the gate is asked about every
//! letter once more (CON-01, CON-02): those it no longer lets go are named, to be taken out of the pile.

use std::collections::HashMap;

use bytes::Bytes;
use carport_documents::{Colour, Fact, Letter, RenderError, Window, render_letters};
use carport_domain::consent::{Channel, Decision};
use carport_domain::people::PostalAddress;
use carport_domain::{CompanyId, ContentVersionId, CustomerId, LetterBatchId, MessageId, Texts};
use carport_store::content::ContentVersion;
use carport_store::jobs::{Lane, NewJob};
use carport_store::letters::BatchLetter;
use carport_store::messages::{Claim, Ended, MessageStatus};
use carport_store::suppressions::SuppressionKind;
use carport_store::{Result, StoreError};
use serde::Serialize;
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::compose::{Message, Sender};
use crate::gate::Desk;
use crate::letterhead::{Letterhead, known_as, name};
use crate::links::{self, MessageScope};
use crate::send::claim::ask;
use crate::{Outreach, catalogue};

/// The job that makes a batch's file.
pub const JOB: &str = "letters.print";
/// The most letters in one file.
pub const MOST: i64 = 500;

/// Puts approved letters into a batch and queues its file. None when no letter waits, or the gate let none go.
pub async fn begin_batch(
    outreach: &Outreach,
    company: CompanyId,
    actor: &str,
) -> Result<Option<LetterBatchId>> {
    let mut tx = outreach.store.begin().await?;
    let now = tx.now();
    let mut shop = tx.company(company).await?;
    let mut desk = Desk::open(&mut shop).await?;
    let candidates = shop.message_candidates(Channel::Letter, MOST).await?;
    if candidates.is_empty() || desk.is_suspended() {
        return Ok(None);
    }
    let asked = ask(&mut shop, &mut desk, Channel::Letter, candidates).await?;
    let id = LetterBatchId::new(now);
    let mut claims = Vec::with_capacity(asked.go.len());
    let mut new_links = Vec::new();
    for (message, answer, contact_point) in &asked.go {
        claims.push(Claim {
            id: message.id,
            message_id: None,
            contact_point: *contact_point,
            decision: serde_json::to_string(&answer.decision)?,
        });
        let scope = MessageScope {
            purpose: answer.decision.rule().purpose,
            channel: Channel::Letter,
            contact_point: Some(*contact_point),
            vehicle: (!message.vehicle_id.0.is_nil()).then_some(message.vehicle_id),
        };
        let keys = outreach.store.keys();
        new_links.extend(links::to_keep(
            keys,
            &desk.settings,
            now,
            message.id,
            message.customer_id,
            &scope,
        ));
    }
    shop.record_messages(&asked.ended).await?;
    shop.finish_proposals(&asked.over).await?;
    if !claims.is_empty() {
        shop.add_letter_batch(id, i64::try_from(claims.len()).unwrap_or(i64::MAX), actor)
            .await?;
        shop.add_message_links(&new_links).await?;
        shop.claim_messages(&claims, Some(id)).await?;
        let key = id.to_string();
        let job = NewJob {
            kind: JOB,
            lane: Lane::Urgent,
            run_at: now,
            dedupe_key: Some(&key),
        };
        shop.enqueue(job, &json!({ "batch": id })).await?;
        shop.audit(
            actor,
            "letters.begun",
            &format!("letters:{id}"),
            &json!({ "letters": claims.len() }),
        )
        .await?;
    }
    tx.commit().await?;
    Ok((!claims.is_empty()).then_some(id))
}

/// Makes a batch's file and keeps it. Letters that cannot be written or addressed fail, each with its reason; the others
/// are in the file. Safe to repeat.
pub async fn print(outreach: &Outreach, company: CompanyId, id: LetterBatchId) -> Result<()> {
    let mut tx = outreach.store.read().await?;
    let mut shop = tx.company(company).await?;
    let batch = shop
        .letter_batch(id)
        .await?
        .ok_or(StoreError::Missing("batch of letters"))?;
    if batch.printed_at.is_some() {
        return Ok(());
    }
    let letters = shop.letters_of(id).await?;
    let letters: Vec<_> = letters
        .into_iter()
        .filter(|l| l.status == MessageStatus::HandingOver)
        .collect();
    let writer = Writer::load(outreach, &mut shop, &letters).await?;
    drop(tx);

    let work = move || {
        let mut good = Vec::with_capacity(letters.len());
        let mut bad: Vec<(BatchLetter, &'static str)> = Vec::new();
        for letter in letters {
            match writer.write(&letter) {
                Ok(written) => good.push(written),
                Err(reason) => bad.push((letter, reason)),
            }
        }
        let number = good.len();
        let pdf = if good.is_empty() {
            Ok(Vec::new())
        } else {
            render_letters(good)
        };
        (pdf, number, bad)
    };
    let (pdf, number, bad) = tokio::task::spawn_blocking(work)
        .await
        .map_err(|e| StoreError::Inconsistent(format!("making letters broke off: {e}")))?;
    let pdf =
        pdf.map_err(|e: RenderError| StoreError::Inconsistent(format!("letters cannot be set: {e}")))?;
    let file = format!("letters/{id}.pdf");
    if number > 0 {
        outreach
            .store
            .files()
            .put(company, &file, Bytes::from(pdf))
            .await?;
    }
    let mut tx = outreach.store.begin().await?;
    let mut shop = tx.company(company).await?;
    let failed: Vec<_> = bad
        .iter()
        .map(|(l, reason)| {
            (
                l.id,
                Ended::Final {
                    status: MessageStatus::Failed,
                    reason,
                    decision: None,
                },
            )
        })
        .collect();
    shop.record_messages(&failed).await?;
    shop.finish_proposals(&bad.iter().map(|(l, _)| l.proposal_id).collect::<Vec<_>>())
        .await?;
    let key = (number > 0).then_some(file.as_str());
    shop.set_letter_file(id, key, i64::try_from(number).unwrap_or(i64::MAX))
        .await?;
    tx.commit().await
}

/// The batch's file; none while it is being made, or when it holds no letter.
pub async fn file(outreach: &Outreach, company: CompanyId, id: LetterBatchId) -> Result<Option<Bytes>> {
    let mut tx = outreach.store.read().await?;
    let batch = tx.company(company).await?.letter_batch(id).await?;
    drop(tx);
    match batch.and_then(|b| b.object_key) {
        Some(key) => outreach.store.files().get(company, &key).await,
        None => Ok(None),
    }
}

/// A letter to be taken out of the pile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TakeOut {
    /// The message.
    pub message: MessageId,
    /// The customer as staff know them.
    pub customer: String,
    /// Why: a stable code of the gate.
    pub reason: String,
}

/// Notes that a batch was printed and goes to the post. Those the gate no longer lets go are returned, to be taken out of
/// the pile; they count as kept back. None when it was noted before or has no file yet.
pub async fn mark_printed(
    outreach: &Outreach,
    company: CompanyId,
    id: LetterBatchId,
    actor: &str,
) -> Result<Option<Vec<TakeOut>>> {
    // What leaves the house is the pile that was printed from this file.
    let Some(pile) = file(outreach, company, id).await? else {
        return Ok(None);
    };
    let sha256: [u8; 32] = Sha256::digest(&pile).into();
    let mut tx = outreach.store.begin().await?;
    let now = tx.now();
    let mut shop = tx.company(company).await?;
    if !shop.mark_batch_printed(id).await? {
        return Ok(None);
    }
    let mut desk = Desk::open(&mut shop).await?;
    let letters: Vec<_> = shop
        .letters_of(id)
        .await?
        .into_iter()
        .filter(|l| l.status == MessageStatus::HandingOver)
        .collect();
    let who: Vec<_> = letters
        .iter()
        .map(|l| (l.customer_id, (!l.vehicle_id.0.is_nil()).then_some(l.vehicle_id)))
        .collect();
    let mut people = desk.look_up(&mut shop, &who).await?;
    // The letter itself counts as recent already.
    for person in &mut people.recipients {
        person.recent = (person.recent - 1).max(0);
    }
    let addressees = shop.addressees(&who).await?;
    let mut take_out = Vec::new();
    let mut ended = Vec::new();
    for (letter, pair) in letters.iter().zip(&who) {
        let ready = catalogue::ready(&mut shop, &desk.settings, &letter.kind).await?;
        let person = people
            .recipients
            .iter()
            .find(|p| (p.customer, p.vehicle) == *pair);
        let is_off = ready.as_ref().is_some_and(|ready| !ready.enabled);
        let decision = match (&ready, person) {
            (Some(ready), Some(person)) if !is_off => {
                let stage = carport_domain::consent::Stage::HandOver;
                let answers = desk.ask(&people, person, &ready.definition, &[Channel::Letter], stage);
                answers.of(Channel::Letter).map(|a| a.decision.clone())
            }
            _ => None,
        };
        match decision {
            Some(decision @ Decision::Allow { .. }) => {
                shop.renew_letter_decision(letter.id, &serde_json::to_string(&decision)?)
                    .await?;
                ended.push((letter.id, Ended::Sent { at: now, sha256 }));
            }
            other => {
                let obstacle = other.as_ref().and_then(|d| d.obstacle());
                let reason = match obstacle {
                    Some(obstacle) => obstacle.as_str(),
                    None if is_off => catalogue::MOMENT_OFF,
                    None => "not_for_channel",
                };
                let decision = other.map(|d| serde_json::to_string(&d)).transpose()?;
                ended.push((
                    letter.id,
                    Ended::Final {
                        status: MessageStatus::Suppressed,
                        reason,
                        decision,
                    },
                ));
                let customer = addressees
                    .iter()
                    .find(|a| a.customer_id == letter.customer_id)
                    .map(known_as);
                take_out.push(TakeOut {
                    message: letter.id,
                    customer: customer.unwrap_or_default(),
                    reason: reason.to_owned(),
                });
            }
        }
    }
    shop.record_messages(&ended).await?;
    shop.finish_proposals(&letters.iter().map(|l| l.proposal_id).collect::<Vec<_>>())
        .await?;
    let detail = json!({ "letters": ended.len() - take_out.len(), "taken_out": take_out.len() });
    shop.audit(actor, "letters.printed", &format!("letters:{id}"), &detail)
        .await?;
    tx.commit().await?;
    Ok(Some(take_out))
}

/// Puts an address on the list of those not to be written to because a letter came back (B14).
pub async fn returned(
    outreach: &Outreach,
    company: CompanyId,
    customer: CustomerId,
    actor: &str,
) -> Result<bool> {
    let mut tx = outreach.store.begin().await?;
    let mut shop = tx.company(company).await?;
    let address = shop
        .contact_points(customer)
        .await?
        .into_iter()
        .find(|p| p.kind == "address");
    let Some(address) = address else { return Ok(false) };
    shop.invalidate_contact_point(customer, address.id).await?;
    shop.suppress(&address.value_folded, SuppressionKind::Invalid, "letter returned")
        .await?;
    shop.audit(
        actor,
        "letter.returned",
        &format!("customer:{customer}"),
        &json!({}),
    )
    .await?;
    tx.commit().await?;
    Ok(true)
}

/// Everything it takes to write the letters of a batch without the database.
struct Writer {
    desk: Desk,
    letterhead: Letterhead,
    keys: carport_store::Keys,
    addressees: Vec<carport_store::addressees::Addressee>,
    addresses: HashMap<carport_domain::ContactPointId, String>,
    contents: HashMap<ContentVersionId, ContentVersion>,
    moments: HashMap<String, carport_domain::moments::Definition>,
}

impl Writer {
    async fn load(
        outreach: &Outreach,
        shop: &mut carport_store::CompanyTx<'_>,
        letters: &[BatchLetter],
    ) -> Result<Self> {
        let desk = Desk::open(shop).await?;
        let who: Vec<_> = letters
            .iter()
            .map(|l| (l.customer_id, (!l.vehicle_id.0.is_nil()).then_some(l.vehicle_id)))
            .collect();
        let points: Vec<_> = letters
            .iter()
            .filter_map(|l| Some((l.customer_id, l.contact_point_id?)))
            .collect();
        let mut contents = HashMap::new();
        let mut moments = HashMap::new();
        for letter in letters {
            if !contents.contains_key(&letter.content_version_id)
                && let Some(version) = shop.content_version(letter.content_version_id).await?
            {
                contents.insert(letter.content_version_id, version);
            }
            if !moments.contains_key(&letter.kind)
                && let Some(ready) = catalogue::ready(shop, &desk.settings, &letter.kind).await?
            {
                moments.insert(letter.kind.clone(), ready.definition);
            }
        }
        Ok(Self {
            letterhead: Letterhead::load(shop, &outreach.base).await?,
            keys: outreach.store.keys().clone(),
            addressees: shop.addressees(&who).await?,
            addresses: shop.contact_values(&points).await?,
            contents,
            moments,
            desk,
        })
    }

    /// The letter, or the stable code of what prevents it.
    fn write(&self, letter: &BatchLetter) -> std::result::Result<Letter, &'static str> {
        let same = |a: &&carport_store::addressees::Addressee| {
            a.customer_id == letter.customer_id && a.vehicle_id == letter.vehicle_id
        };
        let addressee = self.addressees.iter().find(same).ok_or("not-writable")?;
        let content = self
            .contents
            .get(&letter.content_version_id)
            .ok_or("not-writable")?;
        let moment = self.moments.get(&letter.kind).ok_or("not-writable")?;
        let decision: Decision = letter
            .decision
            .as_deref()
            .and_then(|d| serde_json::from_str(d).ok())
            .ok_or("not-writable")?;
        let address = letter
            .contact_point_id
            .and_then(|point| self.addresses.get(&point));
        let address: PostalAddress = address
            .and_then(|text| serde_json::from_str(text).ok())
            .ok_or("not-writable")?;
        let language = self.letterhead.language(addressee);
        let texts = Texts::new(language);
        let links = links::addresses(&self.keys, &self.letterhead.site, letter.id);
        let sender = self
            .letterhead
            .sender(self.desk.entity(addressee.location_id), language);
        let values = self.letterhead.values(addressee, language, &links.page);
        let foot = self
            .letterhead
            .foot(moment, &decision, addressee, language, &links);
        let hash = content.content.hash();
        let message = Message {
            content: &content.content,
            hash: &hash,
            language,
            company_language: self.letterhead.company.default_language,
            sender: &sender,
            customer: &known_as(addressee),
            values: &values,
            foot: &foot,
        };
        let message = message.letter().map_err(|problem| match problem {
            crate::compose::ComposeError::Missing(_) => "missing-variable",
            _ => "not-writable",
        })?;
        let mut recipient = name(addressee).envelope();
        recipient.extend(address.lines(self.letterhead.country, &texts));
        let number = addressee
            .number
            .as_ref()
            .map(|n| Fact::new(texts.get("letter-customer-number"), n.clone()));
        let written = Letter {
            sender: printed(&sender),
            recipient,
            window: Window::Left,
            date: self.desk.today,
            references: number.into_iter().collect(),
            plate_country: addressee
                .plate_country
                .clone()
                .unwrap_or_else(|| self.letterhead.company.country.clone()),
            message,
        };
        written.check().map_err(|_| "address-not-printable")?;
        Ok(written)
    }
}

/// The sender as paper shows it.
pub(crate) fn printed(sender: &Sender) -> carport_documents::Sender {
    let [red, green, blue] = sender.brand.rgb;
    carport_documents::Sender {
        name: sender.name.clone(),
        legal_name: sender.legal_name.clone(),
        address: sender.address.clone(),
        registration: sender
            .registration
            .iter()
            .map(|(label, number)| Fact::new(label, number))
            .collect(),
        phone: sender.phone.clone(),
        email: sender.email.clone(),
        website: Some(sender.website.clone()),
        accent: Colour { red, green, blue },
        logo: None,
    }
}
