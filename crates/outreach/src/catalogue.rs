//! Which moments a company runs: ordered from the catalogue, switched on, worded its own way (F158).

use carport_domain::company::Settings;
use carport_domain::consent::{Channel, Purpose};
use carport_domain::content::Content;
use carport_domain::moments::{Cadence, CustomerDate, Definition, Trigger, catalogue, shipped};
use carport_domain::{ActionContactId, ContentVersionId, Language};
use carport_store::action_contacts::{ActionSelection, ActionStatus};
use carport_store::content::{AddedContent, ContentVersion};
use carport_store::{CompanyTx, Result, StoreError};
use chrono::NaiveDate;
use serde_json::json;

/// A moment with what it says, ready to be selected, shown or sent.
#[derive(Debug, Clone, PartialEq)]
pub struct Ready {
    /// The moment, with the company's settings in it.
    pub definition: Definition,
    /// Whether it is on.
    pub enabled: bool,
    /// What it says.
    pub content: ContentVersion,
}

/// Why nothing of a moment leaves that was switched off since it was approved: a stable code beside the gate's.
pub const MOMENT_OFF: &str = "moment_off";

/// Gives a company every moment of the catalogue that it does not have, with its content, all switched off. Safe to repeat;
/// what the company changed stays.
pub async fn stock(tx: &mut CompanyTx<'_>) -> Result<()> {
    for moment in catalogue() {
        if tx.moment(&moment.definition.key).await?.is_none() {
            add(tx, &moment.definition, &moment.content, "system").await?;
        }
    }
    Ok(())
}

/// Adds a moment of a company's own, or replaces what one says and does. It is off until it is switched on.
pub async fn add(
    tx: &mut CompanyTx<'_>,
    definition: &Definition,
    content: &Content,
    actor: &str,
) -> Result<ContentVersionId> {
    tx.save_moment(definition).await?;
    tx.add_content(&definition.key, content, actor).await
}

/// Writes what a moment says from now on, on the ground of the version `base`: a new version; proposals that were approved
/// and messages that were sent keep theirs.
pub async fn write(
    tx: &mut CompanyTx<'_>,
    key: &str,
    base: Option<ContentVersionId>,
    content: &Content,
    actor: &str,
) -> Result<AddedContent> {
    let before = tx.newest_content(key).await?;
    let added = tx.add_content_after(key, base, content, actor).await?;
    if let AddedContent::New(_, version) = added {
        let said = |language: &Language| before.as_ref().and_then(|b| b.content.languages.get(language));
        let changed: Vec<&str> = content
            .languages
            .iter()
            .filter(|(language, wording)| said(language) != Some(wording))
            .map(|(language, _)| language.as_str())
            .collect();
        let detail = json!({ "version": version, "languages": changed.join(", ") });
        tx.audit(actor, "content.written", &format!("moment:{key}"), &detail)
            .await?;
    }
    Ok(added)
}

/// Lets a moment say again what an older version said: as a new version, so that nothing is rewritten. The new version's
/// number; none when the newest says the same already.
///
/// # Errors
/// The version is not there, or somebody wrote at the same time.
pub async fn write_again(
    tx: &mut CompanyTx<'_>,
    key: &str,
    version: ContentVersionId,
    actor: &str,
) -> Result<Option<i64>> {
    let old = tx.content_version(version).await?.filter(|old| old.moment == key);
    let old = old.ok_or(StoreError::Missing("content"))?;
    let base = tx.newest_content(key).await?.map(|newest| newest.id);
    match tx.add_content_after(key, base, &old.content, actor).await? {
        AddedContent::New(_, version) => {
            let detail = json!({ "version": version, "as": old.version });
            tx.audit(actor, "content.restored", &format!("moment:{key}"), &detail)
                .await?;
            Ok(Some(version))
        }
        AddedContent::Same(..) => Ok(None),
        AddedContent::Overtaken => Err(StoreError::Inconsistent(format!(
            "somebody else wrote the content of {key} at the same time"
        ))),
    }
}

/// Switches a moment on or off; false when it was so already.
pub async fn switch(tx: &mut CompanyTx<'_>, key: &str, on: bool, actor: &str) -> Result<bool> {
    if on && tx.moment(key).await?.is_none() {
        let moment = shipped(key).ok_or(StoreError::Missing("contact moment"))?;
        add(tx, &moment.definition, &moment.content, actor).await?;
    }
    let switched = tx.enable_moment(key, on, actor).await?;
    if switched {
        let action = if on { "moment.enabled" } else { "moment.disabled" };
        tx.audit(actor, action, &format!("moment:{key}"), &json!({}))
            .await?;
    }
    Ok(switched)
}

/// A moment, ready.
pub async fn ready(tx: &mut CompanyTx<'_>, settings: &Settings, key: &str) -> Result<Option<Ready>> {
    let Some(moment) = tx.moment(key).await? else {
        return Ok(None);
    };
    let Some(content) = tx.newest_content(key).await? else {
        return Ok(None);
    };
    Ok(Some(Ready {
        enabled: moment.enabled_at.is_some(),
        definition: moment.definition.with_settings(settings),
        content,
    }))
}

/// Every moment that is on, ready, by priority.
pub async fn running(tx: &mut CompanyTx<'_>, settings: &Settings) -> Result<Vec<Ready>> {
    let mut all = Vec::new();
    for moment in tx.moments().await?.into_iter().filter(|m| m.enabled_at.is_some()) {
        all.extend(ready(tx, settings, &moment.definition.key).await?);
    }
    Ok(all)
}

/// What a company may change about whom an action contact is for, as the moment has it.
pub fn default_selection(definition: &Definition) -> Option<ActionSelection> {
    match definition.trigger {
        Trigger::Within {
            months,
            without_account,
            ..
        } if definition.cadence == Cadence::Action => Some(ActionSelection {
            months,
            without_account,
            ..ActionSelection::default()
        }),
        _ => None,
    }
}

/// The moment with what the company changed about whom it is for.
pub fn with_selection(mut definition: Definition, selection: &ActionSelection) -> Definition {
    if let Trigger::Within {
        months,
        without_account,
        ..
    } = &mut definition.trigger
    {
        *months = selection.months;
        *without_account = selection.without_account;
    }
    definition
}

/// Lays before the company the action contacts whose day has come (F161). The number of new ones.
pub async fn offer_actions(tx: &mut CompanyTx<'_>) -> Result<u64> {
    let company = tx.profile().await?;
    let settings: Settings = serde_json::from_str(&company.settings)?;
    let today = company.today(tx.now());
    let mut offered = 0;
    for moment in tx.moments().await? {
        let definition = moment.definition.with_settings(&settings);
        let day = definition.offer.and_then(|offer| offer.day(company.started_on));
        let Some(day) = day.filter(|day| *day <= today) else {
            continue;
        };
        let Some(selection) = default_selection(&definition) else {
            continue;
        };
        if !tx.was_offered(&definition.key).await?
            && tx.add_action_contact(&definition.key, day, &selection).await?
        {
            offered += 1;
        }
    }
    Ok(offered)
}

/// A campaign of a company's own (F160).
#[derive(Debug, Clone)]
pub struct Campaign<'a> {
    /// What it is called, in the language of whoever makes it.
    pub name: &'a str,
    /// That language.
    pub language: Language,
    /// What it is for; the gate asks.
    pub purpose: Purpose,
    /// Whose date counts.
    pub date: CustomerDate,
    /// For whom.
    pub selection: ActionSelection,
    /// The moment whose words it begins with.
    pub words_of: &'a str,
}

/// Makes a campaign: a moment of the company's own, laid before it at once. It goes by e-mail, else by letter, until the company
/// says otherwise. None when there are no words to begin with.
pub async fn add_campaign(
    tx: &mut CompanyTx<'_>,
    campaign: &Campaign<'_>,
    actor: &str,
) -> Result<Option<ActionContactId>> {
    let Some(words) = tx.newest_content(campaign.words_of).await? else {
        return Ok(None);
    };
    let today: NaiveDate = tx.profile().await?.today(tx.now());
    let id = ContentVersionId::new(tx.now()).0.simple().to_string();
    let definition = Definition {
        // The end of an id is chance: two campaigns of one day do not meet.
        key: format!("campaign-{today}-{}", &id[id.len() - 6..]),
        name: [
            (campaign.language, campaign.name.to_owned()),
            (Language::En, campaign.name.to_owned()),
        ]
        .into(),
        about: Default::default(),
        purpose: campaign.purpose,
        cadence: Cadence::Action,
        trigger: Trigger::Within {
            date: campaign.date,
            months: campaign.selection.months,
            without_account: campaign.selection.without_account,
        },
        offer: None,
        channels: vec![Channel::Email],
        fallback_letter: true,
        deadline_days: 28,
        spacing_days: 0,
        priority: 60,
        settings: Default::default(),
    };
    let definition = definition
        .check()
        .map_err(|wrong| StoreError::Inconsistent(wrong.to_string()))?;
    add(tx, &definition, &words.content, actor).await?;
    tx.enable_moment(&definition.key, true, actor).await?;
    tx.add_action_contact(&definition.key, today, &campaign.selection)
        .await?;
    let detail =
        json!({ "name": campaign.name, "months": campaign.selection.months, "purpose": campaign.purpose });
    tx.audit(
        actor,
        "action.made",
        &format!("moment:{}", definition.key),
        &detail,
    )
    .await?;
    let made = tx
        .action_contacts()
        .await?
        .into_iter()
        .find(|a| a.moment == definition.key);
    Ok(made.map(|action| action.id))
}

/// Lays an action contact before a company out of turn: what an operator does for companies that began too early (F161).
/// False when it was laid before it today already.
pub async fn offer_action(tx: &mut CompanyTx<'_>, key: &str, actor: &str) -> Result<bool> {
    let company = tx.profile().await?;
    let settings: Settings = serde_json::from_str(&company.settings)?;
    if tx.moment(key).await?.is_none() {
        let moment = shipped(key).ok_or(StoreError::Missing("contact moment"))?;
        add(tx, &moment.definition, &moment.content, actor).await?;
    }
    let moment = tx
        .moment(key)
        .await?
        .ok_or(StoreError::Missing("contact moment"))?;
    let definition = moment.definition.with_settings(&settings);
    let selection = default_selection(&definition).ok_or(StoreError::Missing("action contact"))?;
    let today: NaiveDate = company.today(tx.now());
    let added = tx.add_action_contact(key, today, &selection).await?;
    if added {
        tx.audit(
            actor,
            "action.offered",
            &format!("moment:{key}"),
            &json!({ "on": today }),
        )
        .await?;
    }
    Ok(added)
}

/// Declines an action contact; false when it was decided already.
pub async fn decline_action(tx: &mut CompanyTx<'_>, id: ActionContactId, actor: &str) -> Result<bool> {
    let declined = tx.decide_action(id, ActionStatus::Declined, actor).await?;
    if declined {
        tx.audit(actor, "action.declined", &format!("action:{id}"), &json!({}))
            .await?;
    }
    Ok(declined)
}
