//! Which moments a company runs: ordered from the catalogue, switched on, worded its own way (F158).

use carport_domain::company::Settings;
use carport_domain::content::Content;
use carport_domain::moments::{Cadence, Definition, Trigger, catalogue, shipped};
use carport_domain::{ActionContactId, ContentVersionId};
use carport_store::action_contacts::{ActionSelection, ActionStatus};
use carport_store::content::ContentVersion;
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
