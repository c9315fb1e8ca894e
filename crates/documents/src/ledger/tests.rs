//! Entries of the ledger as the proof prints them.

use carport_domain::consent::ledger::{Link as End, Summary};
use carport_domain::consent::proof::{Covers, Wording as Shown};
use carport_domain::consent::{
    Action, Basis, Channel, ContactRef, Control, DefaultState, Draft, Method, Purpose, WordingRef,
};
use carport_domain::{CompanyId, ConsentEventId, Language, LegalEntityId, WordingId};

use super::*;
use crate::samples;

const T: Timestamp = Timestamp(1_768_210_215_000_000);

fn entry(seq: u64, draft: Option<Draft>) -> Entry {
    let event = draft.map(|draft| ConsentEvent::new(draft).unwrap());
    Entry {
        seq,
        id: event
            .as_ref()
            .map_or_else(|| ConsentEventId::new(T), |event| event.id),
        customer: event
            .as_ref()
            .map_or_else(|| CustomerId::new(T), |event| event.customer),
        recorded_at: T,
        event,
        body: None,
        salt: None,
        commitment: String::new(),
        prev_hash: String::new(),
        hash: format!("{seq:064x}"),
    }
}

#[test]
fn a_yes_its_withdrawal_by_staff_and_an_erased_entry_are_told_in_words() {
    let (company, entity, customer) = (CompanyId::new(T), LegalEntityId::new(T), CustomerId::new(T));
    let (address, staff, wording) = (ContactPointId::new(T), StaffId::new(T), WordingId::new(T));
    let scope = Scope::cell(Purpose::Reminder, Channel::Email);
    let grant = Draft {
        contact_point: Some(ContactRef {
            id: address,
            hash: "00".into(),
        }),
        basis: Some(Basis::Consent),
        wording: Some(WordingRef {
            id: wording,
            version: 3,
            language: Language::Nl,
            sha256: "ab".into(),
        }),
        control: Some(Control {
            form: "preferences".into(),
            version: 7,
            kind: "radio".into(),
            default_state: DefaultState::Unset,
        }),
        origin: Some("Mijn voorkeuren".into()),
        occurred_at: Some(T.plus_seconds(-60)),
        ..Draft::new(
            (company, entity, customer),
            Action::Grant,
            scope,
            (Method::Portal, Actor::Customer),
            T,
        )
    };
    let withdrawal = Draft {
        supersedes: Some(grant.id),
        reason: Some("Aan de balie gezegd".into()),
        ..Draft::new(
            (company, entity, customer),
            Action::Withdraw,
            scope,
            (Method::Counter, Actor::Staff(staff)),
            T,
        )
    };
    let proof = Proof {
        company,
        covers: Covers::Person(customer),
        made_at: T,
        entries: vec![entry(4, Some(grant)), entry(7, Some(withdrawal)), entry(9, None)],
        standing: Vec::new(),
        wordings: vec![Shown {
            id: wording,
            key: "reminders".into(),
            version: 3,
            language: Language::Nl,
            text: "Mogen wij?".into(),
            sha256: "ab".into(),
        }],
        chain: ChainState::Intact(Summary {
            entries: 9,
            erased: 1,
            head: End {
                seq: 9,
                hash: [0xab; 32],
            },
        }),
        digest: String::new(),
    };
    let names = ProofNames {
        contact_points: HashMap::from([(address, "a@voorbeeld.example".into())]),
        staff: HashMap::from([(staff, "M. de Boer".into())]),
        ..ProofNames::default()
    };
    let printed = samples::proof(Language::Nl).with_ledger(&proof, &names);
    let [given, taken, erased] = printed.events.as_slice() else {
        panic!("{:?}", printed.events)
    };
    assert_eq!(
        (given.tone, given.at, given.wording.as_deref()),
        (Tone::Yes, T.plus_seconds(-60), Some("W1"))
    );
    assert!(
        given.subject.contains(&"a@voorbeeld.example".to_owned())
            && given.how.starts_with("Mijn voorkeuren, ")
    );
    let detail = |event: &ProofEvent, label: &str| {
        event
            .details
            .iter()
            .find(|d| d.label == label)
            .map(|d| d.value.clone())
    };
    assert_eq!(
        detail(given, "Formulier").as_deref(),
        Some("preferences, 7 (radio); niets vooraf ingevuld")
    );
    assert_eq!(
        detail(given, "Vastgelegd op").as_deref(),
        Some("2026-01-12 10:30:15 +01:00")
    );
    assert_eq!(
        (taken.tone, taken.by.as_str()),
        (Tone::No, "medewerker M. de Boer")
    );
    assert_eq!(detail(taken, "Betreft nr.").as_deref(), Some("4"));
    assert_eq!(erased.action, "Gewist op verzoek van de betrokkene");
    assert_eq!(
        (
            printed.chain.first.unwrap().number,
            printed.chain.last.unwrap().number
        ),
        (4, 9)
    );
    let ChainResult::Intact {
        entries: 9,
        erased: 1,
        head,
    } = printed.chain.result
    else {
        panic!()
    };
    assert_eq!(head.hash, "ab".repeat(32));
}

#[test]
fn a_broken_chain_says_where_and_what() {
    let company = CompanyId::new(T);
    let broken = ChainState::Broken {
        seq: 4_711,
        what: "changed".into(),
        message: "consent-damage-content-changed".into(),
    };
    let covers = Covers::Person(CustomerId::new(T));
    let proof = Proof {
        company,
        covers,
        made_at: T,
        entries: vec![],
        standing: vec![],
        wordings: vec![],
        chain: broken,
        digest: String::new(),
    };
    let printed = samples::proof(Language::En).with_ledger(&proof, &ProofNames::default());
    let what = "The content of entry 4711 was changed.".to_owned();
    assert_eq!(
        printed.chain,
        ChainCheck {
            first: None,
            last: None,
            result: ChainResult::Broken { number: 4_711, what }
        }
    );
}
