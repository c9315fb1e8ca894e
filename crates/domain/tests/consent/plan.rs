//! From the gate's answers to what happens with a proposal.

use carport_domain::consent::gate::decide;
use carport_domain::consent::plan::choose;
use carport_domain::consent::*;

use crate::facts::*;

fn plan(
    allowed: &[Channel],
    preferred: Option<Channel>,
    rules: &Rules,
    change: impl Fn(&mut Question<'_>),
) -> Outcome {
    choose(allowed, preferred, |channel| {
        let mut q = question(rules, "2026-07-15", channel, Purpose::WorkshopOffer);
        change(&mut q);
        decide(&q)
    })
}

fn agreed(q: &mut Question<'_>) {
    q.permission = yes(q, Basis::Consent);
}

#[test]
fn the_customers_preference_chooses_among_what_the_moment_allows() {
    let rules = rules("NL");
    let channels = [Channel::Email, Channel::Letter];
    assert_eq!(
        plan(&channels, None, &rules, agreed),
        Outcome::Send {
            channel: Channel::Email
        }
    );
    assert_eq!(
        plan(&channels, Some(Channel::Letter), &rules, agreed),
        Outcome::Send {
            channel: Channel::Letter
        }
    );
    assert_eq!(
        plan(&channels, Some(Channel::Sms), &rules, agreed),
        Outcome::Send {
            channel: Channel::Email
        }
    );
    // Nobody said yes to e-mail: the letter has a basis of its own.
    assert_eq!(
        plan(&channels, Some(Channel::Email), &rules, |_| {}),
        Outcome::Send {
            channel: Channel::Letter
        }
    );
}

#[test]
fn a_channel_that_does_not_fit_leads_to_the_call_list_locked_without_a_basis_for_the_call() {
    let rules = rules("NL");
    let refuses = |channel: Channel| {
        move |q: &mut Question<'_>| {
            if q.channel == channel {
                q.permission = no(q, Scope::channel(channel));
            }
        }
    };
    let locked = Outcome::CallList {
        locked: Some(Obstacle::Denied(DenyReason::NoConsent)),
    };
    assert_eq!(
        plan(&[Channel::Email], None, &rules, refuses(Channel::Email)),
        locked
    );
    assert_eq!(
        plan(&[Channel::Letter], None, &rules, refuses(Channel::Letter)),
        locked
    );
    let no_address = |q: &mut Question<'_>| {
        if q.channel == Channel::Email {
            q.contact = None;
        }
    };
    assert_eq!(plan(&[Channel::Email], None, &rules, no_address), locked);
    let may_be_called = |q: &mut Question<'_>| match q.channel {
        Channel::Phone => agreed(q),
        channel => q.permission = no(q, Scope::channel(channel)),
    };
    assert_eq!(
        plan(&[Channel::Email], None, &rules, may_be_called),
        Outcome::CallList { locked: None }
    );
    let refuses_all_channels = |q: &mut Question<'_>| q.permission = no(q, Scope::channel(q.channel));
    assert_eq!(
        plan(&[Channel::Email], None, &rules, refuses_all_channels),
        Outcome::CallList {
            locked: Some(Obstacle::Denied(DenyReason::ChannelRefused))
        }
    );
}

#[test]
fn who_refused_the_purpose_is_not_proposed_at_all() {
    let rules = rules("NL");
    let refuses = |q: &mut Question<'_>| q.permission = no(q, Scope::purpose(Purpose::WorkshopOffer));
    assert_eq!(
        plan(
            &[Channel::Email, Channel::Letter, Channel::Phone],
            None,
            &rules,
            refuses
        ),
        Outcome::Nothing {
            reason: Obstacle::Denied(DenyReason::PurposeRefused)
        }
    );
}

#[test]
fn where_only_the_law_is_in_the_way_nobody_is_put_on_a_list_they_cannot_be_called_from() {
    let rules = rules("NL");
    assert_eq!(
        plan(&[Channel::Email], None, &rules, |_| {}),
        Outcome::Nothing {
            reason: Obstacle::Denied(DenyReason::SoftNoPurchase)
        }
    );
    let business = |q: &mut Question<'_>| q.kind = RecipientKind::Business;
    assert_eq!(
        plan(&[Channel::Email], None, &rules, business),
        Outcome::CallList { locked: None }
    );
}

#[test]
fn a_moment_that_allows_the_telephone_leads_to_the_call_list_and_never_sends_there() {
    let rules = rules("NL");
    assert_eq!(
        plan(&[Channel::Phone, Channel::Letter], None, &rules, agreed),
        Outcome::CallList { locked: None }
    );
    assert_eq!(
        plan(&[Channel::Phone, Channel::Letter], None, &rules, |_| {}),
        Outcome::Send {
            channel: Channel::Letter
        }
    );
}
