//! The customer's preference page: topics and channels, permitted where both are yes, with a finer choice behind (F143, F144).

use serde::{Deserialize, Serialize};

use super::event::{ConsentEvent, Draft, InvalidEvent};
pub use super::refusals::{merge, refuse, split};
use super::standing::{PermissionRow, Standing};
use super::statement::{Action, ActorKind, ContactRef, Scope};
use super::words::{Basis, Channel, Choice, Purpose};
use crate::{ConsentEventId, LegalEntityId, Timestamp};

/// A choice with when and by whom it was last changed (CON-09).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line<T> {
    /// What the choice is about.
    pub about: T,
    /// The choice.
    pub choice: Choice,
    /// When and by whom; `None` when never asked.
    pub changed: Option<Changed>,
}

/// When and by whom a choice was last changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: ActorKind,
}

/// The page: one line for each topic, one for each channel, one for each pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matrix {
    /// The topics, by the purpose that stands for each ([`super::Topic::purpose`]), and partner offers where asked.
    pub topics: Vec<Line<Purpose>>,
    /// The channels the company uses.
    pub channels: Vec<Line<Channel>>,
    /// The finer choice. Yes means permitted; no was said for just this pair or follows from topic or channel.
    pub cells: Vec<Line<(Purpose, Channel)>>,
    /// The pairs that were refused by themselves, whatever topic and channel say.
    pub finer_refusals: Vec<(Purpose, Channel)>,
    /// The objection to all marketing, when it stands.
    pub objection: Option<Changed>,
}

/// What the person wants; `Unset` leaves things as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// For topics.
    pub topics: Vec<(Purpose, Choice)>,
    /// For channels.
    pub channels: Vec<(Channel, Choice)>,
    /// For single pairs; yes takes back a finer no.
    pub cells: Vec<((Purpose, Channel), Choice)>,
}

impl Wish {
    /// «No» to everything, in one click (CON-06).
    pub fn nothing(matrix: &Matrix) -> Self {
        Self {
            topics: matrix
                .topics
                .iter()
                .map(|line| (line.about, Choice::No))
                .collect(),
            channels: matrix
                .channels
                .iter()
                .map(|line| (line.about, Choice::No))
                .collect(),
            cells: Vec::new(),
        }
    }
}

fn wished<T: PartialEq>(wishes: &[(T, Choice)], about: &T) -> Choice {
    wishes
        .iter()
        .find(|(for_what, _)| for_what == about)
        .map_or(Choice::Unset, |(_, choice)| *choice)
}

fn line_of<T: PartialEq>(lines: &[Line<T>], about: &T) -> Choice {
    lines
        .iter()
        .find(|line| line.about == *about)
        .map_or(Choice::Unset, |line| line.choice)
}

impl Matrix {
    /// The page for a person's standing. `topics` and `channels` are those the company offers, `contacts` the person's current
    /// contact point for each channel.
    pub fn of(
        standing: &Standing,
        entity: LegalEntityId,
        topics: &[Purpose],
        channels: &[Channel],
        contacts: &[(Channel, ContactRef)],
    ) -> Self {
        let contact = |channel| {
            contacts
                .iter()
                .find(|(of, _)| *of == channel)
                .map(|(_, contact)| contact.id)
        };
        let changed = |event: ConsentEventId| {
            let row = standing.rows().iter().find(|row| row.event == event);
            row.map(|row| Changed {
                at: row.since,
                by: row.set_by,
            })
        };
        let pairs = topics
            .iter()
            .flat_map(|&topic| channels.iter().map(move |&channel| (topic, channel)));
        let cells: Vec<Line<(Purpose, Channel)>> = pairs
            .map(|(topic, channel)| {
                let permission = standing.permission(contact(channel), entity, topic, channel);
                let (choice, event) = match (permission.refused, permission.granted) {
                    (Some(refused), _) => (Choice::No, Some(refused.event)),
                    (None, Some(granted)) if granted.entity == entity => (Choice::Yes, Some(granted.event)),
                    (None, _) => (Choice::Unset, None),
                };
                Line {
                    about: (topic, channel),
                    choice,
                    changed: event.and_then(changed),
                }
            })
            .collect();
        let refused_alone = |cell: &&Line<(Purpose, Channel)>| {
            cell.choice != Choice::Yes && standing.no(Scope::cell(cell.about.0, cell.about.1)).is_some()
        };
        let finer_refusals = cells
            .iter()
            .filter(refused_alone)
            .map(|cell| cell.about)
            .collect();
        let objection = standing.no(Scope::ALL).and_then(|no| changed(no.event));
        // A pair that is permitted shows yes on both its lines, so that an older, wider no does not hide it.
        let answer = |scope: Scope| {
            let own = standing.rows().iter().find(|row| row.scope() == scope);
            let permitted = standing.rows().iter().filter(|row| {
                row.state == Choice::Yes
                    && row.scope().is_cell()
                    && scope.covers(row.scope())
                    && row.legal_entity == Some(entity)
                    && cells.iter().any(|cell| {
                        cell.choice == Choice::Yes && Scope::cell(cell.about.0, cell.about.1) == row.scope()
                    })
            });
            let of = |row: &PermissionRow| {
                (
                    row.state,
                    Some(Changed {
                        at: row.since,
                        by: row.set_by,
                    }),
                )
            };
            match (permitted.max_by_key(|row| row.since), own, objection) {
                (Some(row), own, _) => of(own.filter(|own| own.state == Choice::Yes).unwrap_or(row)),
                (None, Some(row), None) => of(row),
                (None, Some(row), Some(_)) if row.state == Choice::No => of(row),
                (None, _, Some(objection)) => (Choice::No, Some(objection)),
                (None, None, None) => (Choice::Unset, None),
            }
        };
        let topics = topics.iter().map(|&about| {
            let (choice, changed) = answer(Scope::purpose(about));
            Line {
                about,
                choice,
                changed,
            }
        });
        let channels = channels.iter().map(|&about| {
            let (choice, changed) = answer(Scope::channel(about));
            Line {
                about,
                choice,
                changed,
            }
        });
        Self {
            topics: topics.collect(),
            channels: channels.collect(),
            cells,
            finer_refusals,
            objection,
        }
    }

    /// The choice for a topic.
    pub fn topic(&self, topic: Purpose) -> Choice {
        line_of(&self.topics, &topic)
    }
    /// The choice for a channel.
    pub fn channel(&self, channel: Channel) -> Choice {
        line_of(&self.channels, &channel)
    }
    /// The finer choice.
    pub fn cell(&self, topic: Purpose, channel: Channel) -> Choice {
        line_of(&self.cells, &(topic, channel))
    }

    /// The entries to append so that the page becomes as wished; empty when it already is.
    ///
    /// `template` carries everything an entry needs besides action, scope, basis and contact point: who, to whom, by which road,
    /// shown which wording, where, when. Ids are new for each entry.
    ///
    /// # Errors
    /// A new yes whose template lacks what a yes needs; above all, one that came by a link (DESIGN decision 7).
    pub fn changes(
        &self,
        wish: &Wish,
        template: &Draft,
        contacts: &[(Channel, ContactRef)],
    ) -> Result<Vec<ConsentEvent>, InvalidEvent> {
        let after = |now: Choice, wish: Choice| if wish == Choice::Unset { now } else { wish };
        let topics: Vec<(Purpose, Choice, Choice)> = self
            .topics
            .iter()
            .map(|line| {
                (
                    line.about,
                    line.choice,
                    after(line.choice, wished(&wish.topics, &line.about)),
                )
            })
            .collect();
        let channels: Vec<(Channel, Choice, Choice)> = self
            .channels
            .iter()
            .map(|line| {
                (
                    line.about,
                    line.choice,
                    after(line.choice, wished(&wish.channels, &line.about)),
                )
            })
            .collect();
        let mut entries = Entries {
            template,
            contacts,
            made: Vec::new(),
        };

        // Taking back an objection must not widen anything: what is not wanted becomes an explicit no.
        let lifted = self.objection.is_some()
            && (topics
                .iter()
                .any(|(_, now, then)| now != then && *then == Choice::Yes)
                || channels
                    .iter()
                    .any(|(_, now, then)| now != then && *then == Choice::Yes));
        if lifted {
            entries.yes(Scope::ALL)?;
        }
        let axes = topics
            .iter()
            .map(|&(topic, now, then)| (Scope::purpose(topic), now, then))
            .chain(
                channels
                    .iter()
                    .map(|&(channel, now, then)| (Scope::channel(channel), now, then)),
            );
        for (scope, now, then) in axes {
            match then {
                Choice::Yes if now != then => entries.yes(scope)?,
                Choice::No if now != then || lifted => entries.no(scope, now)?,
                _ => {}
            }
        }
        for &(topic, _, topic_then) in &topics {
            for &(channel, _, channel_then) in &channels {
                let now = self.cell(topic, channel);
                let finer = wished(&wish.cells, &(topic, channel));
                let both = topic_then == Choice::Yes && channel_then == Choice::Yes;
                let refused_alone = self.finer_refusals.contains(&(topic, channel));
                match finer {
                    Choice::No if !refused_alone && (both || now != Choice::No) => {
                        entries.no(Scope::cell(topic, channel), now)?;
                    }
                    Choice::Yes if both && now != Choice::Yes => entries.grant(topic, channel)?,
                    Choice::Unset if both && now != Choice::Yes && !refused_alone => {
                        entries.grant(topic, channel)?
                    }
                    _ => {}
                }
            }
        }
        Ok(entries.made)
    }
}

struct Entries<'a> {
    template: &'a Draft,
    contacts: &'a [(Channel, ContactRef)],
    made: Vec<ConsentEvent>,
}

impl Entries<'_> {
    fn add(
        &mut self,
        action: Action,
        scope: Scope,
        change: impl FnOnce(&mut Draft),
    ) -> Result<(), InvalidEvent> {
        let id = ConsentEventId::new(self.template.recorded_at);
        let mut draft = Draft {
            id,
            action,
            scope,
            contact_point: None,
            basis: None,
            ..self.template.clone()
        };
        change(&mut draft);
        self.made.push(ConsentEvent::new(draft)?);
        Ok(())
    }

    fn yes(&mut self, scope: Scope) -> Result<(), InvalidEvent> {
        self.add(Action::Grant, scope, |draft| draft.basis = Some(Basis::Consent))
    }

    fn no(&mut self, scope: Scope, now: Choice) -> Result<(), InvalidEvent> {
        let action = if now == Choice::Yes {
            Action::Withdraw
        } else {
            Action::Deny
        };
        self.add(action, scope, |_| {})
    }

    /// A yes for one pair, at the contact point of the channel. Without one there is nothing to permit yet (CON-12); and a link
    /// that only leaves things as they were grants nothing.
    fn grant(&mut self, topic: Purpose, channel: Channel) -> Result<(), InvalidEvent> {
        let Some((_, contact)) = self.contacts.iter().find(|(of, _)| *of == channel) else {
            return Ok(());
        };
        if !self.template.method.can_grant() {
            return Ok(());
        }
        self.add(Action::Grant, Scope::cell(topic, channel), |draft| {
            draft.contact_point = Some(contact.clone());
            draft.basis = Some(Basis::Consent);
        })
    }
}
