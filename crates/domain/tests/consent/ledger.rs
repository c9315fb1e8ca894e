//! The chain finds what was changed, and an entry cannot be what it must not be.

use carport_domain::consent::ledger::{Damage, Link, Sealed, append, canonical, verify};
use carport_domain::consent::proof::{ChainState, Covers, Flaw, Wording};
use carport_domain::consent::*;
use carport_domain::{ConsentEventId, CustomerId, ImportId, Language, StaffId, Timestamp};
use proptest::prelude::*;
use sha2::{Digest, Sha256};

use crate::facts::*;

fn chain(length: u64) -> Vec<Sealed> {
    let mut end = Link::genesis(company());
    (0..length)
        .map(|n| {
            let at = morning("2026-07-15").plus_seconds(i64::try_from(n).unwrap());
            let scope = Scope::cell(Purpose::ALL[1 + n as usize % 4], Channel::Email);
            let mut draft = draft(
                if n % 3 == 2 {
                    Action::Withdraw
                } else {
                    Action::Grant
                },
                scope,
                at,
            );
            draft.id = ConsentEventId(id(1_000 + u128::from(n)));
            let sealed = append(&end, &event(draft), [n as u8; 32]);
            end = sealed.link();
            sealed
        })
        .collect()
}

fn damage(entries: &[Sealed]) -> Option<(u64, Damage)> {
    verify(company(), entries, None)
        .err()
        .map(|broken| (broken.seq, broken.what))
}

#[test]
fn a_whole_chain_verifies_and_tells_its_end() {
    let entries = chain(7);
    let summary = verify(company(), &entries, Some(entries[3].link())).unwrap();
    assert_eq!(
        (summary.entries, summary.erased, summary.head),
        (7, 0, entries[6].link())
    );
    assert_eq!(
        verify(company(), &[], None).unwrap().head,
        Link::genesis(company())
    );
}

#[test]
fn erasing_a_persons_part_keeps_the_chain_and_leaves_nothing_to_read() {
    let mut entries = chain(7);
    entries[2].erase();
    entries[6].erase();
    let summary = verify(company(), &entries, None).unwrap();
    assert_eq!((summary.entries, summary.erased), (7, 2));
    assert_eq!(entries[2].read().unwrap(), None);
    assert!(entries[1].read().unwrap().is_some());
}

#[test]
fn a_removed_inserted_repeated_or_moved_entry_is_found() {
    let whole = chain(7);
    let without = |at: usize| {
        whole
            .iter()
            .enumerate()
            .filter(|(n, _)| *n != at)
            .map(|(_, e)| e.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(damage(&without(0)), Some((1, Damage::WrongNumber)));
    assert_eq!(damage(&without(3)), Some((4, Damage::WrongNumber)));
    let mut renumbered = without(3);
    renumbered[3].seq = 4;
    assert_eq!(damage(&renumbered), Some((4, Damage::NotJoined)));
    let mut swapped = whole.clone();
    swapped.swap(2, 3);
    assert_eq!(damage(&swapped), Some((3, Damage::WrongNumber)));
    let mut repeated = whole.clone();
    repeated.insert(4, whole[3].clone());
    assert_eq!(damage(&repeated), Some((5, Damage::WrongNumber)));
    // One that was joined to the same entry afterwards, by somebody who knows how.
    let mut forged = whole.clone();
    forged[4] = append(
        &whole[3].link(),
        &said(Action::Grant, Scope::ALL, morning("2026-07-15")),
        [9; 32],
    );
    assert_eq!(damage(&forged), Some((6, Damage::NotJoined)));
}

#[test]
fn an_end_that_was_cut_off_or_rewritten_shows_against_a_link_noted_elsewhere() {
    let whole = chain(7);
    let noted = Some(whole[6].link());
    let cut = verify(company(), &whole[..5], noted).unwrap_err();
    assert_eq!((cut.seq, cut.what), (7, Damage::HeadMissing));
    let mut rewritten = whole[..6].to_vec();
    rewritten.push(append(
        &whole[5].link(),
        &said(Action::Grant, Scope::ALL, morning("2026-07-15")),
        [9; 32],
    ));
    assert!(verify(company(), &rewritten, None).is_ok());
    assert_eq!(
        verify(company(), &rewritten, noted).unwrap_err().what,
        Damage::HeadMissing
    );
}

proptest! {
    #[test]
    fn any_single_changed_byte_of_any_column_is_found(at in 0_usize..5, column in 0..9, byte in 0_usize..4096, flip in 1_u8..=255) {
        let mut entries = chain(5);
        let entry = &mut entries[at];
        let change = |bytes: &mut [u8]| { let n = byte % bytes.len(); bytes[n] ^= flip };
        let changed_id = |uuid: uuid::Uuid| { let mut bytes = uuid.into_bytes(); change(&mut bytes); uuid::Uuid::from_bytes(bytes) };
        match column {
            0 => change(&mut entry.commitment),
            1 => change(&mut entry.prev_hash),
            2 => change(&mut entry.hash),
            3 => change(&mut entry.content.as_mut().unwrap().salt),
            4 => {
                let content = entry.content.as_mut().unwrap();
                let mut bytes = content.body.clone().into_bytes();
                let n = byte % bytes.len();
                // Still text: another printable letter.
                bytes[n] = if bytes[n] == b'!' { b'?' } else { b'!' };
                content.body = String::from_utf8(bytes).unwrap();
            }
            5 => entry.event = ConsentEventId(changed_id(entry.event.0)),
            6 => entry.customer = CustomerId(changed_id(entry.customer.0)),
            7 => entry.recorded_at = Timestamp(entry.recorded_at.0 ^ (i64::from(flip) << (8 * (byte % 8)))),
            _ => entry.seq ^= u64::from(flip) << (8 * (byte % 8)),
        }
        let broken = verify(company(), &entries, None).expect_err("found");
        prop_assert_eq!(broken.seq, at as u64 + 1);
    }
}

#[test]
fn the_canonical_text_is_sorted_compact_and_the_same_every_time() {
    let value = serde_json::json!({ "b": [1, { "z": true, "a": null, "é": "ü\"\n" }], "a": "x", "A": -5 });
    assert_eq!(
        canonical(&value),
        r#"{"A":-5,"a":"x","b":[1,{"z":true,"é":"ü\"\n"}]}"#
    );
    let event = said(
        Action::Grant,
        Scope::cell(Purpose::Newsletter, Channel::Email),
        morning("2026-07-15"),
    );
    let text = canonical(&event);
    let again: ConsentEvent = serde_json::from_str(&text).unwrap();
    assert_eq!(again, event);
    assert_eq!(canonical(&again), text);
}

#[test]
fn the_hash_is_the_documented_one() {
    use sha2::{Digest, Sha256};
    let entry = &chain(2)[1];
    let content = entry.content.as_ref().unwrap();
    let commitment = Sha256::digest([content.salt.as_slice(), content.body.as_bytes()].concat());
    assert_eq!(commitment.as_slice(), entry.commitment);
    let header = [
        b"carport consent 1".as_slice(),
        entry.company.0.as_bytes(),
        &2_u64.to_be_bytes(),
        entry.event.0.as_bytes(),
        entry.customer.0.as_bytes(),
        &entry.recorded_at.0.to_be_bytes(),
        &entry.prev_hash,
        &commitment,
    ];
    assert_eq!(Sha256::digest(header.concat()).as_slice(), entry.hash);
}

#[test]
fn a_yes_without_wording_origin_or_time_is_none() {
    let whole = || {
        draft(
            Action::Grant,
            Scope::cell(Purpose::Newsletter, Channel::Email),
            morning("2026-07-15"),
        )
    };
    let refused = |change: &dyn Fn(&mut Draft)| {
        let mut draft = whole();
        change(&mut draft);
        ConsentEvent::new(draft).unwrap_err()
    };
    assert!(ConsentEvent::new(whole()).is_ok());
    assert_eq!(refused(&|d| d.wording = None), InvalidEvent::WordingMissing);
    assert_eq!(refused(&|d| d.origin = None), InvalidEvent::OriginMissing);
    assert_eq!(
        refused(&|d| d.origin = Some("  ".into())),
        InvalidEvent::OriginMissing
    );
    assert_eq!(refused(&|d| d.occurred_at = None), InvalidEvent::TimeMissing);
    assert_eq!(
        refused(&|d| d.occurred_at = Some(d.recorded_at.plus_seconds(1))),
        InvalidEvent::InTheFuture
    );
    assert_eq!(
        refused(&|d| d.contact_point = None),
        InvalidEvent::ContactPointMissing
    );
    assert_eq!(
        refused(&|d| d.method = Method::Link),
        InvalidEvent::RoadCannotGrant
    );
    assert_eq!(
        refused(&|d| d.method = Method::OneClick),
        InvalidEvent::RoadCannotGrant
    );
    assert_eq!(
        refused(&|d| d.basis = Some(Basis::SoftOptIn)),
        InvalidEvent::BasisUnfit
    );
    assert_eq!(
        refused(&|d| d.actor = Actor::Staff(StaffId(id(5)))),
        InvalidEvent::ReasonMissing
    );
    assert_eq!(
        refused(&|d| d.scope = Scope::cell(Purpose::Recall, Channel::Email)),
        InvalidEvent::NotAsked
    );
    assert_eq!(
        refused(&|d| d.scope = Scope::cell(Purpose::PartnerOffer, Channel::Email)),
        InvalidEvent::PartnerListMissing
    );
    let control = |default_state| Control {
        form: "desk".into(),
        version: 1,
        kind: "checkbox".into(),
        default_state,
    };
    assert_eq!(
        refused(&|d| d.control = Some(control(DefaultState::Set))),
        InvalidEvent::PreTicked
    );
    let mut with_control = whole();
    with_control.control = Some(control(DefaultState::Unset));
    assert!(ConsentEvent::new(with_control).is_ok());
}

#[test]
fn reading_from_storage_checks_again() {
    let good = serde_json::to_value(said(Action::Grant, Scope::ALL, morning("2026-07-15"))).unwrap();
    assert!(serde_json::from_value::<ConsentEvent>(good.clone()).is_ok());
    let mut bad = good;
    bad["wording"] = serde_json::Value::Null;
    assert!(serde_json::from_value::<ConsentEvent>(bad).is_err());
}

#[test]
fn an_import_without_proof_is_kept_and_permits_nothing() {
    let scope = Scope::cell(Purpose::Newsletter, Channel::Email);
    let mut claim = draft(Action::Import, scope, morning("2026-07-15"));
    (claim.method, claim.actor) = (Method::Import, Actor::Import(ImportId(id(6))));
    let claim = event(claim);
    let standing = Standing::derive(customer(), [&claim], None);
    assert!(standing.rows().is_empty());
}

#[test]
fn a_network_address_is_kept_without_its_last_part() {
    assert_eq!(
        Circumstances::network("192.0.2.77".parse().unwrap()),
        "192.0.2.0/24"
    );
    assert_eq!(
        Circumstances::network("2001:db8:1:2::7".parse().unwrap()),
        "2001:db8:1::/48"
    );
}

#[test]
fn a_proof_holds_entries_words_and_the_means_to_verify_them() {
    let entries = chain(4);
    let result = verify(company(), &entries, None);
    let text = "=Ik wil graag, \"heel graag\", nieuws".to_owned();
    let wording = |n: u128| Wording {
        id: carport_domain::WordingId(id(n)),
        key: "preferences".into(),
        version: 1,
        language: Language::Nl,
        sha256: hex::encode(Sha256::digest(&text)),
        text: text.clone(),
    };
    let at = morning("2026-08-01");
    let proof = Proof::new(
        company(),
        Covers::Person(customer()),
        at,
        &entries,
        [wording(20), wording(21)],
        result,
    )
    .unwrap();
    assert_eq!(proof.wordings.len(), 1, "only the wording that was shown");
    assert!(matches!(proof.chain, ChainState::Intact(summary) if summary.entries == 4));
    let json = serde_json::to_string(&proof).unwrap();
    assert_eq!(serde_json::from_str::<Proof>(&json).unwrap(), proof);

    let csv = proof.to_csv();
    assert_eq!(csv.matches("\r\n").count(), 5);
    assert!(csv.contains("\"'=Ik wil graag, \"\"heel graag\"\", nieuws\""));
    let width = csv.lines().next().unwrap().split(',').count();
    assert_eq!(width, 32);

    // Anybody can verify an entry from the export alone.
    let entry = &proof.entries[0];
    let salt = hex::decode(entry.salt.as_ref().unwrap()).unwrap();
    let commitment = Sha256::digest([salt.as_slice(), entry.body.as_ref().unwrap().as_bytes()].concat());
    assert_eq!(hex::encode(commitment), entry.commitment);
}

/// A proof over a person's whole chain, with the words that were shown.
fn exported() -> Vec<u8> {
    let text = "Ja, mail mij nieuws over mijn auto.";
    let sha256 = hex::encode(Sha256::digest(text));
    let mut end = Link::genesis(company());
    let entries: Vec<Sealed> = chain(3)
        .iter()
        .map(|entry| {
            let mut draft = Draft::clone(&entry.read().unwrap().unwrap());
            if let Some(wording) = &mut draft.wording {
                wording.sha256.clone_from(&sha256);
            }
            let sealed = append(&end, &event(draft), [7; 32]);
            end = sealed.link();
            sealed
        })
        .collect();
    let result = verify(company(), &entries, None);
    let shown = entries
        .iter()
        .find_map(|entry| entry.read().unwrap()?.wording.clone())
        .unwrap();
    let wording = Wording {
        id: shown.id,
        key: "preferences".into(),
        version: shown.version,
        language: shown.language,
        text: text.to_owned(),
        sha256,
    };
    let at = morning("2026-08-01");
    let proof = Proof::new(
        company(),
        Covers::Person(customer()),
        at,
        &entries,
        [wording],
        result,
    )
    .unwrap();
    serde_json::to_vec_pretty(&proof).unwrap()
}

#[test]
fn one_changed_byte_anywhere_in_an_exported_proof_is_found() {
    let whole = exported();
    assert!(Proof::read(&whole).is_ok(), "{:?}", Proof::read(&whole));
    let meant: serde_json::Value = serde_json::from_slice(&whole).unwrap();
    let mut found = 0;
    for at in 0..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        // A space that became another blank says the same.
        if serde_json::from_slice::<serde_json::Value>(&changed).is_ok_and(|value| value == meant) {
            continue;
        }
        assert!(
            Proof::read(&changed).is_err(),
            "a changed byte at {at} passed: {}",
            String::from_utf8_lossy(&changed[at.saturating_sub(40)..(at + 40).min(changed.len())])
        );
        found += 1;
    }
    assert!(
        found > whole.len() / 2,
        "{found} of {} bytes say something",
        whole.len()
    );
}

#[test]
fn a_proof_made_anew_by_somebody_without_the_ledger_says_where_it_is_wrong() {
    let whole: serde_json::Value = serde_json::from_slice(&exported()).unwrap();
    let flaw = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut proof = whole.clone();
        change(&mut proof);
        Proof::read(&serde_json::to_vec(&proof).unwrap()).unwrap_err()
    };
    let entry = |seq, what| Flaw::Entry { seq, what };
    assert_eq!(
        flaw(&|p| p["entries"][2]["recorded_at"] = 1.into()),
        entry(3, Damage::HeaderChanged)
    );
    assert_eq!(
        flaw(&|p| p["entries"][1]["body"] = "{}".into()),
        entry(2, Damage::ContentChanged)
    );
    assert_eq!(
        flaw(&|p| p["entries"][0]["event"] = serde_json::Value::Null),
        Flaw::AnotherEvent(1)
    );
    assert_eq!(
        flaw(&|p| p["entries"].as_array_mut().unwrap().swap(1, 2)),
        Flaw::Misplaced(2)
    );
    assert_eq!(flaw(&|p| p["standing"] = serde_json::json!([])), Flaw::Standing);
    assert_eq!(flaw(&|p| p["made_at"] = 1.into()), Flaw::Digest);
    assert_eq!(flaw(&|p| p["note"] = 1.into()), Flaw::Added);
    assert!(matches!(Proof::read(b"Datum;Naam"), Err(Flaw::Unreadable(_))));
}

#[test]
fn the_end_of_a_chain_is_noted_as_text_and_read_back() {
    let end = chain(3)[2].link();
    assert_eq!(
        end.to_string()
            .parse::<carport_domain::consent::ledger::Link>()
            .unwrap(),
        end
    );
    for wrong in ["", "3", "3:zz", "x:00", "3:00"] {
        assert!(
            wrong.parse::<carport_domain::consent::ledger::Link>().is_err(),
            "{wrong}"
        );
    }
}
