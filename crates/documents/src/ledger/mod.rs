//! From the ledger's own proof to the printed one: ids become names, stable values become words.

use std::collections::HashMap;

use carport_domain::consent::proof::{ChainState, Entry, Proof};
use carport_domain::consent::{Actor, Choice, ConsentEvent, PermissionRow, Scope};
use carport_domain::{ContactPointId, CustomerId, ImportId, StaffId, Texts, Timestamp};

use crate::{
    ChainCheck, ChainResult, ConsentProof, Fact, Link, ProofEvent, ProofScope, Standing, Tone, Wording, words,
};

/// The names behind the ids of a ledger. An id without a name is printed as it is.
#[derive(Debug, Clone, Default)]
pub struct ProofNames {
    /// Name and number of each person.
    pub people: HashMap<CustomerId, String>,
    /// Address or number of each contact point.
    pub contact_points: HashMap<ContactPointId, String>,
    /// Name of each member of staff.
    pub staff: HashMap<StaffId, String>,
    /// File name or date of each import.
    pub imports: HashMap<ImportId, String>,
}

impl ConsentProof {
    /// Fills in entries, wordings, standing and chain from the ledger's proof; the rest of `self` stays as it is.
    #[must_use]
    pub fn with_ledger(mut self, proof: &Proof, names: &ProofNames) -> Self {
        let reader = Reader {
            texts: Texts::new(self.language),
            proof,
            names,
            language: self.language,
            zone: self.zone,
        };
        let per_person = matches!(self.scope, ProofScope::Person { .. });
        self.standing = proof.standing.iter().map(|row| reader.standing(row)).collect();
        self.events = proof
            .entries
            .iter()
            .map(|entry| reader.entry(entry, !per_person))
            .collect();
        self.wordings = reader.wordings();
        let link = |entry: &Entry| Link {
            number: entry.seq,
            hash: entry.hash.clone(),
        };
        self.chain = ChainCheck {
            first: proof.entries.first().map(link),
            last: proof.entries.last().map(link),
            result: reader.chain(),
        };
        self
    }
}

struct Reader<'a> {
    texts: Texts,
    proof: &'a Proof,
    names: &'a ProofNames,
    language: carport_domain::Language,
    zone: chrono_tz::Tz,
}

impl Reader<'_> {
    fn word(&self, key: &str) -> String {
        words::word(self.language, key, &[])
    }

    fn named(&self, key: &str, name: &str) -> String {
        words::word(self.language, key, &[("name", name.into())])
    }

    fn topic(&self, scope: Scope) -> String {
        scope.purpose.map_or_else(
            || self.word("proof-all-purposes"),
            |p| self.texts.choice("consent-purpose", p.as_str()),
        )
    }

    fn channel(&self, scope: Scope) -> String {
        scope.channel.map_or_else(
            || self.word("proof-all-channels"),
            |c| self.texts.choice("consent-channel", c.as_str()),
        )
    }

    fn contact_point(&self, id: ContactPointId) -> String {
        self.names
            .contact_points
            .get(&id)
            .cloned()
            .unwrap_or_else(|| id.to_string())
    }

    fn standing(&self, row: &PermissionRow) -> Standing {
        let channel = self.channel(row.scope());
        Standing {
            topic: self.topic(row.scope()),
            channel: row.contact_point.map_or(channel.clone(), |id| {
                format!("{channel}: {}", self.contact_point(id))
            }),
            state: self.texts.choice("consent-choice", row.state.as_str()),
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

    fn entry(&self, entry: &Entry, with_person: bool) -> ProofEvent {
        let person = || {
            self.names
                .people
                .get(&entry.customer)
                .cloned()
                .unwrap_or_else(|| entry.customer.to_string())
        };
        let printed = ProofEvent {
            number: entry.seq,
            at: entry.recorded_at,
            person: with_person.then(person),
            action: self.word("proof-erased"),
            tone: Tone::Neutral,
            subject: Vec::new(),
            wording: None,
            how: self.word("proof-erased-how"),
            by: "–".to_owned(),
            details: Vec::new(),
            hash: entry.hash.clone(),
        };
        match &entry.event {
            Some(event) => self.event(event, printed),
            None => printed,
        }
    }

    fn event(&self, event: &ConsentEvent, erased: ProofEvent) -> ProofEvent {
        let mut subject = vec![self.topic(event.scope), self.channel(event.scope)];
        subject.extend(
            event
                .contact_point
                .as_ref()
                .map(|contact| self.contact_point(contact.id)),
        );
        let method = self.texts.choice("consent-method", event.method.as_str());
        ProofEvent {
            at: event.occurred_at(),
            action: self.texts.choice("consent-action", event.action.as_str()),
            tone: match event.action {
                action if action.is_yes() => Tone::Yes,
                action if action.is_no() => Tone::No,
                _ => Tone::Neutral,
            },
            subject,
            wording: event
                .wording
                .as_ref()
                .and_then(|shown| self.wording_key(shown.id)),
            how: event
                .origin
                .as_ref()
                .map_or(method.clone(), |origin| format!("{origin}, {method}")),
            by: self.actor(event.actor),
            details: self.details(event),
            ..erased
        }
    }

    fn actor(&self, actor: Actor) -> String {
        match actor {
            Actor::Customer => self.word("proof-actor-customer"),
            Actor::Staff(id) => self.named(
                "proof-actor-staff",
                &self
                    .names
                    .staff
                    .get(&id)
                    .cloned()
                    .unwrap_or_else(|| id.to_string()),
            ),
            Actor::Import(id) => self.named(
                "proof-actor-import",
                &self
                    .names
                    .imports
                    .get(&id)
                    .cloned()
                    .unwrap_or_else(|| id.to_string()),
            ),
            Actor::Partner => self.word("proof-actor-partner"),
            Actor::System => self.word("proof-actor-system"),
        }
    }

    fn details(&self, event: &ConsentEvent) -> Vec<Fact> {
        let mut details = Vec::new();
        let mut add = |key: &str, value: Option<String>| {
            details.extend(value.map(|value| Fact::new(self.word(key), value)))
        };
        add(
            "proof-form",
            event.control.as_ref().map(|control| {
                let before = self.word(&format!("proof-default-{}", control.default_state));
                format!(
                    "{}, {} ({}); {before}",
                    control.form, control.version, control.kind
                )
            }),
        );
        let later = |at: Timestamp| (at != event.occurred_at()).then(|| words::instant(at, self.zone));
        add("proof-recorded", later(event.recorded_at));
        add(
            "proof-basis",
            event
                .basis
                .map(|basis| self.texts.choice("consent-basis", basis.as_str())),
        );
        add(
            "proof-partner-list",
            event.partner_list.map(|version| version.to_string()),
        );
        add("proof-reason", event.reason.clone());
        add(
            "proof-concerns",
            event.supersedes.map(|id| {
                let number = self
                    .proof
                    .entries
                    .iter()
                    .find(|entry| entry.id == id)
                    .map(|entry| entry.seq.to_string());
                number.unwrap_or_else(|| id.to_string())
            }),
        );
        if let Some(online) = &event.circumstances {
            add("proof-network", online.ip.clone());
            add("proof-browser", online.user_agent.clone());
            add("proof-assurance", online.assurance.clone());
            add("proof-message", online.message_id.clone());
        }
        add(
            "proof-document",
            event.document.as_ref().map(|document| {
                let line = document.line.map(|line| {
                    words::word(self.language, "proof-line", &[("line", line.to_string().into())])
                });
                let place = [Some(document.reference.clone()), line]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(", ");
                format!("{place}, SHA-256 {}", document.sha256)
            }),
        );
        add("proof-rules", event.rule_pack.clone());
        details
    }

    /// The short name of a wording within this proof: its place in the list of wordings.
    fn wording_key(&self, id: carport_domain::WordingId) -> Option<String> {
        let place = self.proof.wordings.iter().position(|wording| wording.id == id)?;
        Some(format!("W{}", place + 1))
    }

    fn wordings(&self) -> Vec<Wording> {
        let printed = |(place, wording): (usize, &carport_domain::consent::proof::Wording)| Wording {
            key: format!("W{}", place + 1),
            title: format!("{}, v{}", wording.key, wording.version),
            language: wording.language,
            text: wording.text.clone(),
            sha256: wording.sha256.clone(),
        };
        self.proof.wordings.iter().enumerate().map(printed).collect()
    }

    fn chain(&self) -> ChainResult {
        match &self.proof.chain {
            ChainState::Intact(summary) => ChainResult::Intact {
                entries: summary.entries,
                erased: summary.erased,
                head: Link {
                    number: summary.head.seq,
                    hash: summary
                        .head
                        .hash
                        .iter()
                        .map(|byte| format!("{byte:02x}"))
                        .collect(),
                },
            },
            ChainState::Broken { seq, message, .. } => ChainResult::Broken {
                number: *seq,
                what: self.texts.with(message, &[("number", seq.to_string().into())]),
            },
        }
    }
}

#[cfg(test)]
mod tests;
