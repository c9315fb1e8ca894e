//! Contents as staff write them: what is kept, what is refused, what must be known.

use super::*;

fn draft(json: serde_json::Value) -> Draft {
    serde_json::from_value(json).unwrap()
}

fn reminder() -> Draft {
    draft(serde_json::json!({ "nl": {
        "subject": "De APK van {{ plate }}",
        "preheader": "",
        "blocks": [
            { "type": "paragraph", "text": "{{ salutation }},\n**{{ make_model }}**", "shown_to": "with_car" },
            { "type": "paragraph", "text": "Dag {{ first_name | fallback \"klant\" }}" },
            { "type": "car" },
            { "type": "personal_page", "label": "Mijn auto" },
            { "type": "action", "title": "Banden", "text": "Ook nieuwe?",
              "button": { "label": "Bekijk", "url": "https://garage.example/banden" } },
        ],
        "sms": "APK {{ plate }}: {{ my_page_url }}",
    }}))
}

#[test]
fn what_is_typed_is_what_is_stored_and_can_be_edited_again() {
    let content = reminder().check().unwrap();
    assert_eq!(content.to_draft(), reminder());
    let stored = serde_json::to_string(&content).unwrap();
    assert_eq!(serde_json::from_str::<Content>(&stored).unwrap(), content);
}

#[test]
fn every_wrong_field_is_named_at_once() {
    let problems = draft(serde_json::json!({ "nl": {
        "subject": "**Vet** {{ shoe }}",
        "preheader": "[hier](https://x.example)",
        "blocks": [
            { "type": "heading", "text": " " },
            { "type": "button", "label": "Ga", "url": "javascript:alert(1)" },
            { "type": "list", "items": ["goed", "{{ nope }}"] },
        ],
        "sms": "x".repeat(601),
    }}))
    .check()
    .unwrap_err();
    let named: Vec<_> = problems
        .iter()
        .map(|p| (p.at.as_str(), p.error.code.as_str()))
        .collect();
    assert_eq!(
        named,
        [
            ("nl.subject", "content-error-unknown-variable"),
            ("nl.preheader", "content-error-only-words"),
            ("nl.blocks.0.text", "error-required"),
            ("nl.blocks.1.url", "content-error-address"),
            ("nl.blocks.2.items.1", "content-error-unknown-variable"),
            ("nl.sms", "error-too-long"),
        ]
    );
    assert!(
        problems[0].error.to_string().contains("shoe"),
        "{}",
        problems[0].error
    );
}

#[test]
fn a_message_without_blocks_or_without_a_language_is_refused() {
    assert_eq!(
        draft(serde_json::json!({})).check().unwrap_err()[0].at,
        "languages"
    );
    let empty = draft(serde_json::json!({ "en": { "subject": "a", "preheader": "", "blocks": [] } }));
    assert_eq!(empty.check().unwrap_err()[0].at, "en.blocks");
}

#[test]
fn the_hash_depends_on_what_is_said_and_not_on_the_order_of_keys() {
    let content = reminder().check().unwrap();
    let reordered: Content = serde_json::from_str(
        &serde_json::to_string(&content)
            .unwrap()
            .replace("\"subject\":\"De APK van {{ plate }}\",", "")
            .replacen(
                "\"preheader\":",
                "\"subject\":\"De APK van {{ plate }}\",\"preheader\":",
                1,
            ),
    )
    .unwrap();
    assert_eq!(content.hash(), reordered.hash());
    assert_eq!(content.hash().len(), 64);
    let mut other = reminder();
    other.languages.get_mut(&Language::Nl).unwrap().subject.push('.');
    assert_ne!(other.check().unwrap().hash(), content.hash());
}

#[test]
fn a_missing_value_blocks_the_message_and_names_customer_and_variable() {
    let content = reminder().check().unwrap();
    let wording = &content.languages[&Language::Nl];
    let values = Values::new()
        .with(Variable::Plate, "XX-123-X")
        .with(Variable::MyPageUrl, "https://a.example/l/1");
    let missing = wording
        .ensure_known(Part::Email, &values, "1042 Anna de Wit")
        .unwrap_err();
    assert_eq!(missing.customer, "1042 Anna de Wit");
    assert_eq!(
        missing.variables,
        BTreeSet::from([Variable::Salutation, Variable::MakeModel])
    );
    assert_eq!(wording.ensure_known(Part::Sms, &values, "1042"), Ok(()));
}

#[test]
fn a_block_for_car_owners_asks_nothing_of_somebody_without_a_car() {
    let mut draft = reminder();
    draft.languages.get_mut(&Language::Nl).unwrap().subject = "Welkom".into();
    let content = draft.check().unwrap();
    let wording = &content.languages[&Language::Nl];
    assert_eq!(
        wording.required(Part::Email, false),
        BTreeSet::from([Variable::MyPageUrl])
    );
    assert!(wording.blocks_for(false).all(|b| !matches!(b, Block::Car)));
    assert_eq!(wording.blocks_for(false).count(), 3);
}

#[test]
fn a_recipient_gets_the_companys_language_where_theirs_was_not_written() {
    let content = reminder().check().unwrap();
    assert_eq!(
        content.wording(Language::Ru, Language::Nl).unwrap().0,
        Language::Nl
    );
    assert_eq!(
        content.wording(Language::Ru, Language::De).unwrap().0,
        Language::Nl
    );
}
