//! The gate's answers for one person, what they amount to, and how they are kept.

use std::collections::BTreeMap;

use carport_domain::company::Module;
use carport_domain::consent::gate::{self, Decision};
use carport_domain::consent::plan::{self, Outcome};
use carport_domain::consent::{Channel, Evidence, Stage, Standing};
use carport_domain::moments::Definition;
use carport_domain::proposals::ChannelReason;
use carport_domain::{ConsentEventId, ContactPointId};
use carport_store::recipients::Recipient;
use serde::Serialize;

use super::question::question;
use super::{Desk, People};

/// The answer for one channel.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The channel.
    pub channel: Channel,
    /// The decision.
    pub decision: Decision,
    /// The address or number it is about.
    pub contact_point: Option<ContactPointId>,
}

/// The answers for one person and moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Answers {
    /// For the moment's channels in the order they were asked, the telephone last.
    pub channels: Vec<Answer>,
    /// What they amount to.
    pub outcome: Outcome,
    /// Why this channel, or why none: a stable code.
    pub reason: &'static str,
}

pub(super) fn ask(
    desk: &Desk,
    people: &People,
    person: &Recipient,
    moment: &Definition,
    channels: &[Channel],
    stage: Stage,
) -> Answers {
    let standing = Standing::from_rows(person.permissions.clone());
    let mut asked: Vec<Answer> = Vec::with_capacity(channels.len() + 1);
    let mut decide = |channel: Channel| match asked.iter().find(|a| a.channel == channel) {
        Some(answer) => answer.decision.clone(),
        None => {
            let (question, contact_point) =
                question(desk, people, person, &standing, moment.purpose, channel, stage);
            let decision = gate::decide(&question);
            asked.push(Answer {
                channel,
                decision: decision.clone(),
                contact_point,
            });
            decision
        }
    };
    let mut outcome = plan::choose(channels, person.preferred, &mut decide);
    // What the choice did not need to ask is asked all the same: the proposal shows every channel.
    for channel in channels.iter().copied().chain([Channel::Phone]) {
        decide(channel);
    }
    let why_not = || {
        let tried = asked.iter().find(|a| channels.contains(&a.channel));
        tried.and_then(|a| a.decision.obstacle()).map(|o| o.as_str())
    };
    if let Outcome::CallList { locked } = outcome
        && !desk.has(Module::CallList)
    {
        let obstacle = asked.iter().find_map(|a| a.decision.obstacle()).or(locked);
        if let Some(reason) = obstacle {
            outcome = Outcome::Nothing { reason };
        }
    }
    let reason = match outcome {
        Outcome::Send { channel } => channel_reason(person, moment, channels, channel).as_str(),
        Outcome::CallList { .. } => why_not().unwrap_or(ChannelReason::FirstChoice.as_str()),
        Outcome::Nothing { reason } => reason.as_str(),
    };
    Answers {
        channels: asked,
        outcome,
        reason,
    }
}

fn channel_reason(
    person: &Recipient,
    moment: &Definition,
    channels: &[Channel],
    channel: Channel,
) -> ChannelReason {
    if channels.first() == Some(&channel) && moment.channels.contains(&channel) {
        ChannelReason::FirstChoice
    } else if person.preferred == Some(channel) {
        ChannelReason::CustomerPrefers
    } else if moment.channels.contains(&channel) {
        ChannelReason::NextPermitted
    } else {
        ChannelReason::FallbackLetter
    }
}

/// A decision as a proposal keeps it: what staff are shown, without what the explain view can find out again.
#[derive(Serialize)]
struct Kept<'a> {
    decision: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<ConsentEventId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    rule: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pack: Option<&'a str>,
}

impl Answers {
    /// The answer for a channel.
    pub fn of(&self, channel: Channel) -> Option<&Answer> {
        self.channels.iter().find(|a| a.channel == channel)
    }

    /// The answers as a proposal keeps them: a JSON object by channel; the rule packs stand with the first.
    pub fn to_json(&self) -> String {
        let mut pack = None;
        let kept: BTreeMap<&str, Kept<'_>> =
            self.channels
                .iter()
                .map(|answer| {
                    let decision = &answer.decision;
                    let stamp = decision.pack().as_str();
                    let shown = (pack != Some(stamp)).then_some(stamp);
                    pack = Some(stamp);
                    let (word, basis, event) = match decision {
                        Decision::Allow { evidence, .. } => {
                            let event = match evidence {
                                Evidence::Consent { event, .. }
                                | Evidence::RequestedService { event, .. } => Some(*event),
                                _ => None,
                            };
                            ("allow", Some(evidence.basis().as_str()), event)
                        }
                        Decision::Deny { cause, .. } => ("deny", None, cause.map(|cause| cause.event)),
                        Decision::Hold { .. } => ("hold", None, None),
                    };
                    let kept = Kept {
                        decision: word,
                        basis,
                        event,
                        reason: decision.obstacle().map(|o| o.as_str()),
                        rule: decision.rule().to_string(),
                        pack: shown,
                    };
                    (answer.channel.as_str(), kept)
                })
                .collect();
        serde_json::to_string(&kept).unwrap_or_default()
    }
}
