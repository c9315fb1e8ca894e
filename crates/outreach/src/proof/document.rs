//! The proof in words, ready to be set as a document.

use std::collections::{BTreeSet, HashMap};

use carport_documents::{
    ChainCheck, ChainResult, Colour, ConsentProof, Fact, Link, ProofEvent, ProofScope, Sender, Standing, Tone,
};
use carport_domain::consent::proof::{ChainState, Covers, Entry};
use carport_domain::consent::{Action, Actor, Choice, ConsentEvent, PermissionRow, Proof, Scope};
use carport_domain::i18n::{Named, Texts};
use carport_domain::people::PostalAddress;
use carport_domain::urls::BaseUrl;
use carport_domain::{ContactPointId, CustomerId, Language, StaffId, Timestamp};
use carport_store::customers::ContactPoint;
use carport_store::{CompanyTx, Result, StoreError};

use super::hex;
use crate::compose;
use crate::letterhead::Letterhead;

/// Who asked for a proof, and who made it.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// Who made it: a member of staff, or the command line.
    pub issued_by: String,
    /// Who asked for it.
    pub asked_by: Option<String>,
    /// The asker's reference.
    pub reference: Option<String>,
}

/// The proof as a document in a language; render it with `carport_documents::Document::ConsentProof`. Names and addresses
/// come from the store now; the ledger itself holds none.
pub async fn document(
    tx: &mut CompanyTx<'_>,
    proof: &Proof,
    language: Language,
    base: &BaseUrl,
    asked: Asked,
) -> Result<ConsentProof> {
    let t = Texts::new(language);
    let head = Letterhead::load(tx, base).await?;
    let mut entity = None;
    let mut people: HashMap<CustomerId, String> = HashMap::new();
    let mut points: HashMap<ContactPointId, String> = HashMap::new();
    let customers: BTreeSet<CustomerId> = match proof.covers {
        Covers::Person(customer) => {
            entity = tx.legal_entity_of(customer).await?;
            points.extend(
                tx.contact_points(customer)
                    .await?
                    .into_iter()
                    .map(|p| (p.id, shown(&p))),
            );
            BTreeSet::from([customer])
        }
        Covers::Period { .. } => proof.entries.iter().map(|entry| entry.customer).collect(),
    };
    for customer in &customers {
        if let Some(found) = tx.customer(*customer).await? {
            let number = found
                .dms_number
                .as_ref()
                .map(|n| format!("{n} "))
                .unwrap_or_default();
            people.insert(*customer, format!("{number}{}", found.display_name()));
        }
    }
    let entity = match entity {
        Some(entity) => entity,
        None => tx
            .legal_entities()
            .await?
            .first()
            .map(|e| e.id)
            .ok_or(StoreError::Missing("legal entity"))?,
    };
    let staff: HashMap<StaffId, String> = tx
        .members()
        .await?
        .into_iter()
        .map(|m| (m.staff_id, m.name))
        .collect();
    let scope = match proof.covers {
        Covers::Person(customer) => {
            let found = tx
                .customer(customer)
                .await?
                .ok_or(StoreError::Missing("customer"))?;
            let number = found
                .dms_number
                .as_ref()
                .map(|n| Fact::new(t.get("proof-number"), n));
            let contacts = tx.contact_points(customer).await?;
            let contacts = contacts
                .iter()
                .map(|p| Fact::new(t.choice("contact-point", &p.kind), shown(p)));
            let name = Some(found.display_name())
                .filter(|name| name.contains(char::is_alphanumeric))
                .unwrap_or_else(|| t.get("unknown"));
            ProofScope::Person {
                name,
                facts: number.into_iter().chain(contacts).collect(),
            }
        }
        Covers::Period { from, to } => ProofScope::Period {
            from,
            to,
            people: customers.len() as u64,
        },
    };
    let words = Words {
        t: &t,
        people: &people,
        points: &points,
        staff: &staff,
        proof,
    };
    Ok(ConsentProof {
        language,
        sender: paper_sender(&head.sender(entity, language)),
        scope,
        asked_by: asked.asked_by,
        reference: asked.reference,
        issued_at: proof.made_at,
        issued_by: asked.issued_by,
        zone: head.company.time_zone,
        standing: proof.standing.iter().map(|row| words.standing(row)).collect(),
        events: proof.entries.iter().map(|entry| words.event(entry)).collect(),
        wordings: proof
            .wordings
            .iter()
            .enumerate()
            .map(|(at, w)| carport_documents::Wording {
                key: key(at),
                title: format!("{} {}", w.key, w.version),
                language: w.language,
                text: w.text.clone(),
                sha256: w.sha256.clone(),
            })
            .collect(),
        chain: chain(proof, &t),
        command: format!("carport consent verify --company {}", head.company.slug),
    })
}

/// The sender of messages as the head of a document.
pub fn paper_sender(sender: &compose::Sender) -> Sender {
    Sender {
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
        accent: {
            let [red, green, blue] = sender.brand.rgb;
            Colour { red, green, blue }
        },
        logo: None,
    }
}

fn key(at: usize) -> String {
    format!("W{}", at + 1)
}

/// A contact point as people read it.
fn shown(point: &ContactPoint) -> String {
    match serde_json::from_str::<PostalAddress>(&point.value) {
        Ok(address) if point.kind == "address" => address.one_line(),
        _ => point.value.clone(),
    }
}

fn chain(proof: &Proof, t: &Texts) -> ChainCheck {
    let link = |entry: &Entry| Link {
        number: entry.seq,
        hash: entry.hash.clone(),
    };
    ChainCheck {
        first: proof.entries.first().map(link),
        last: proof.entries.last().map(link),
        result: match &proof.chain {
            ChainState::Intact(summary) => ChainResult::Intact {
                entries: summary.entries,
                erased: summary.erased,
                head: Link {
                    number: summary.head.seq,
                    hash: hex(&summary.head.hash),
                },
            },
            ChainState::Broken { seq, message, .. } => ChainResult::Broken {
                number: *seq,
                what: t.with(message, &[("number", seq.to_string().into())]),
            },
        },
    }
}

/// What an entry needs to be said in words.
struct Words<'a> {
    t: &'a Texts,
    people: &'a HashMap<CustomerId, String>,
    points: &'a HashMap<ContactPointId, String>,
    staff: &'a HashMap<StaffId, String>,
    proof: &'a Proof,
}

impl Words<'_> {
    fn topic(&self, scope: Scope) -> String {
        scope
            .purpose
            .map_or_else(|| self.t.get("proof-all-topics"), |purpose| purpose.name(self.t))
    }

    fn channel(&self, scope: Scope) -> String {
        scope.channel.map_or_else(
            || self.t.get("proof-all-channels"),
            |channel| channel.name(self.t),
        )
    }

    fn standing(&self, row: &PermissionRow) -> Standing {
        let at = row.contact_point.map(|point| match self.points.get(&point) {
            Some(value) => format!("{}: {value}", self.channel(row.scope())),
            None => format!("{}: {point}", self.channel(row.scope())),
        });
        Standing {
            topic: self.topic(row.scope()),
            channel: at.unwrap_or_else(|| self.channel(row.scope())),
            state: row.state.name(self.t),
            tone: match row.state {
                Choice::Yes => Tone::Yes,
                Choice::No => Tone::No,
                Choice::Unset => Tone::Neutral,
            },
            since: Some(row.since),
            entry: self
                .proof
                .entries
                .iter()
                .find(|entry| entry.id == row.event)
                .map(|entry| entry.seq),
        }
    }

    fn event(&self, entry: &Entry) -> ProofEvent {
        let person = match self.proof.covers {
            Covers::Person(_) => None,
            Covers::Period { .. } => Some(
                self.people
                    .get(&entry.customer)
                    .cloned()
                    .unwrap_or_else(|| entry.customer.to_string()),
            ),
        };
        let Some(event) = &entry.event else {
            return ProofEvent {
                number: entry.seq,
                at: entry.recorded_at,
                person,
                action: self.t.get("office-consents-erased"),
                tone: Tone::Neutral,
                subject: Vec::new(),
                wording: None,
                how: String::new(),
                by: String::new(),
                details: Vec::new(),
                hash: entry.hash.clone(),
            };
        };
        let wording = event
            .wording
            .as_ref()
            .and_then(|w| self.proof.wordings.iter().position(|known| known.id == w.id));
        ProofEvent {
            number: entry.seq,
            at: event.occurred_at(),
            person,
            action: event.action.name(self.t),
            tone: tone(event.action),
            subject: self.subject(event),
            wording: wording.map(key),
            how: self.how(event),
            by: self.by(event),
            details: self.details(event, entry.recorded_at),
            hash: entry.hash.clone(),
        }
    }

    fn subject(&self, event: &ConsentEvent) -> Vec<String> {
        let mut lines = vec![self.topic(event.scope), self.channel(event.scope)];
        lines.extend(event.contact_point.as_ref().map(|contact| {
            self.points
                .get(&contact.id)
                .cloned()
                .unwrap_or_else(|| contact.id.to_string())
        }));
        lines
    }

    fn how(&self, event: &ConsentEvent) -> String {
        let mut parts = vec![event.method.name(self.t)];
        parts.extend(event.origin.clone());
        parts.extend(
            event
                .control
                .as_ref()
                .map(|control| self.t.choice("proof-default", control.default_state.as_str())),
        );
        parts.join(", ")
    }

    fn by(&self, event: &ConsentEvent) -> String {
        match event.actor {
            Actor::Customer => self.t.get("office-actor-customer"),
            Actor::Staff(id) => self
                .staff
                .get(&id)
                .cloned()
                .unwrap_or_else(|| format!("{} {id}", self.t.get("office-actor-staff"))),
            Actor::Import(id) => format!("{} {id}", self.t.get("office-actor-import")),
            Actor::Partner | Actor::System => self.t.get("office-actor-system"),
        }
    }

    fn details(&self, event: &ConsentEvent, recorded_at: Timestamp) -> Vec<Fact> {
        let mut facts = Vec::new();
        let mut add = |key: &str, value: Option<String>| {
            facts.extend(value.map(|value| Fact::new(self.t.get(key), value)))
        };
        add("proof-reason", event.reason.clone());
        add(
            "proof-recorded",
            (recorded_at != event.occurred_at()).then(|| recorded_at.rfc3339()),
        );
        add("proof-basis", event.basis.map(|basis| basis.name(self.t)));
        let around = event.circumstances.as_ref();
        add("proof-network", around.and_then(|c| c.ip.clone()));
        add("proof-browser", around.and_then(|c| c.user_agent.clone()));
        add("proof-assurance", around.and_then(|c| c.assurance.clone()));
        add("proof-message", around.and_then(|c| c.message_id.clone()));
        let document = event.document.as_ref();
        let line = |line: u64| self.t.with("proof-line", &[("line", line.to_string().into())]);
        add(
            "proof-document",
            document.map(|d| match d.line {
                Some(number) => format!("{}, {}", d.reference, line(number)),
                None => d.reference.clone(),
            }),
        );
        add("proof-rule-pack", event.rule_pack.clone());
        let earlier = event.supersedes.map(|id| {
            let entry = self.proof.entries.iter().find(|entry| entry.id == id);
            entry.map_or_else(|| id.to_string(), |entry| entry.seq.to_string())
        });
        add("proof-supersedes", earlier);
        facts
    }
}

fn tone(action: Action) -> Tone {
    if action.is_yes() {
        Tone::Yes
    } else if action.is_no() {
        Tone::No
    } else {
        Tone::Neutral
    }
}
