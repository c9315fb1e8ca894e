//! One proposal as its customer will get it: the same facts, the same gate, the same words as sending uses (B1).

use carport_domain::consent::{Channel, Outcome, Stage};
use carport_domain::content::Letter;
use carport_domain::people::PostalAddress;
use carport_domain::proposals::{OutcomeKind, ProposalStatus};
use carport_domain::urls::{Portal, Public};
use carport_domain::{CompanyId, ProposalId, Texts};
use carport_store::proposals::Proposal;
use carport_store::{Result, StoreError};

use super::approve::ready;
use crate::Outreach;
use crate::compose::{ComposeError, Message, RenderedCallScript, RenderedEmail, RenderedSms};
use crate::gate::{Answers, Desk};
use crate::letterhead::{Letterhead, known_as, name};
use crate::links::MessageLinks;

/// A proposal as its customer will get it.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The proposal.
    pub proposal: Proposal,
    /// The gate's answers now.
    pub answers: Answers,
    /// What becomes of it by these answers; once it is done, what was done.
    pub outcome: Outcome,
    /// The customer as staff know them.
    pub customer: String,
    /// The mail, where one goes.
    pub email: Option<RenderedEmail>,
    /// The letter, where one goes.
    pub letter: Option<PreviewLetter>,
    /// The SMS, where one goes.
    pub sms: Option<RenderedSms>,
    /// What is said on the telephone, where somebody may call.
    pub script: Option<RenderedCallScript>,
    /// Why it cannot be written.
    pub problem: Option<ComposeError>,
}

/// A letter with its address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewLetter {
    /// The lines behind the envelope's window.
    pub address: Vec<String>,
    /// What it says.
    pub letter: Letter,
}

/// Shows one proposal. Its links lead nowhere.
///
/// # Errors
/// There is no such proposal.
pub async fn preview(outreach: &Outreach, company: CompanyId, id: ProposalId) -> Result<Preview> {
    let mut tx = outreach.store.read().await?;
    let mut shop = tx.company(company).await?;
    let proposal = shop.proposal(id).await?.ok_or(StoreError::Missing("proposal"))?;
    let mut desk = Desk::open(&mut shop).await?;
    let mut ready = ready(&mut shop, &desk.settings, &proposal.moment).await?;
    if let Some(pinned) = proposal.content_version_id {
        ready.content = shop
            .content_version(pinned)
            .await?
            .ok_or(StoreError::Missing("content"))?;
    }
    let who = [(proposal.customer_id, proposal.vehicle())];
    let people = desk.look_up(&mut shop, &who).await?;
    let person = people.recipients.first().ok_or(StoreError::Missing("customer"))?;
    let addressee = shop
        .addressees(&who)
        .await?
        .pop()
        .ok_or(StoreError::Missing("customer"))?;
    let letterhead = Letterhead::load(&mut shop, &outreach.base).await?;
    let channels = desk.channels(&ready.definition, &ready.content.content);
    let answers = desk.ask(&people, person, &ready.definition, &channels, Stage::Planning);
    let outcome = match (proposal.status, proposal.channel, proposal.outcome) {
        (ProposalStatus::Done, Some(channel), OutcomeKind::Send) => Outcome::Send { channel },
        (ProposalStatus::Done, _, OutcomeKind::CallList) => Outcome::CallList { locked: None },
        _ => answers.outcome,
    };
    let channel = match outcome {
        Outcome::Send { channel } => Some(channel),
        Outcome::CallList { locked: None } => Some(Channel::Phone),
        _ => None,
    };
    let answer = channel.and_then(|c| answers.of(c)).cloned();
    let point = answer.as_ref().and_then(|a| a.contact_point);
    let address = match (channel, point) {
        (Some(Channel::Letter), Some(point)) => {
            let values = shop.contact_values(&[(proposal.customer_id, point)]).await?;
            values
                .get(&point)
                .and_then(|v| serde_json::from_str::<PostalAddress>(v).ok())
        }
        _ => None,
    };
    drop(tx);

    let language = letterhead.language(&addressee);
    let base = letterhead.site.base();
    let links = MessageLinks {
        page: Public::PersonalLink("…").absolute(base),
        unsubscribe: Public::Unsubscribe("…").absolute(base),
        preferences: Portal::Preferences("…").absolute(&letterhead.site),
    };
    let values = letterhead.values(&addressee, language, &links.page);
    let customer = known_as(&addressee);
    let sender = letterhead.sender(desk.entity(addressee.location_id), language);
    let mut shown = Preview {
        proposal,
        answers,
        outcome,
        customer: customer.clone(),
        email: None,
        letter: None,
        sms: None,
        script: None,
        problem: None,
    };
    let (Some(channel), Some(answer)) = (channel, answer) else {
        return Ok(shown);
    };
    let foot = letterhead.foot(&ready.definition, &answer.decision, &addressee, language, &links);
    let hash = ready.content.content.hash();
    let message = Message {
        content: &ready.content.content,
        hash: &hash,
        language,
        company_language: letterhead.company.default_language,
        sender: &sender,
        customer: &customer,
        values: &values,
        foot: &foot,
    };
    let problem = match channel {
        Channel::Email | Channel::Push => outreach
            .composer
            .email(&message)
            .map(|mail| shown.email = Some(mail)),
        Channel::Letter => message.letter().map(|letter| {
            let mut lines = name(&addressee).envelope();
            let texts = Texts::new(language);
            lines.extend(address.iter().flat_map(|a| a.lines(letterhead.country, &texts)));
            shown.letter = Some(PreviewLetter {
                address: lines,
                letter,
            });
        }),
        Channel::Sms => message.sms().map(|sms| shown.sms = Some(sms)),
        Channel::Phone => message.script().map(|script| shown.script = Some(script)),
    };
    shown.problem = problem.err();
    Ok(shown)
}
