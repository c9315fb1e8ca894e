//! What both preference pages show and record: the matrix of a customer, and the template of a ledger entry.

use carport_domain::consent::ActorKind;
use carport_domain::consent::{
    Action, Actor, Changed, Channel, Choice, Circumstances, Control, DefaultState, Draft, Line, Method,
    PermissionRow, Purpose, Scope, Standing, WordingRef,
};
use carport_domain::{CustomerId, LegalEntityId, Timestamp, format};
use carport_store::customers::ContactPoint;
use carport_store::{CompanyTx, CustomerTx};

use crate::consents::{Consents, TOPICS, channels, icon};
use crate::kit::prelude::*;

/// The matrix of the signed-in customer.
pub async fn matrix_of(own: &mut CustomerTx<'_>, portal: &Portal) -> WebResult<Consents> {
    let points = own.my_contact_points().await?;
    let standing = own.my_standing().await?;
    let entity = own
        .my_legal_entity()
        .await?
        .ok_or_else(|| WebError::Internal("a company without a legal entity".into()))?;
    Ok(build(&points, &standing, entity, portal))
}

/// The matrix of a customer whom a link names.
pub async fn matrix_of_link(
    own: &mut CompanyTx<'_>,
    customer: CustomerId,
    portal: &Portal,
) -> WebResult<Consents> {
    let points = own.contact_points(customer).await?;
    let standing = own.standing(customer).await?;
    let entity = own
        .legal_entity_of(customer)
        .await?
        .ok_or_else(|| WebError::Internal("a company without a legal entity".into()))?;
    Ok(build(&points, &standing, entity, portal))
}

fn build(points: &[ContactPoint], standing: &Standing, entity: LegalEntityId, portal: &Portal) -> Consents {
    let keys = portal.app.store.keys();
    Consents::of(points, standing, entity, &portal.company.company, keys)
}

/// Whether every topic and every channel of the page has an answer, yes or no.
pub fn all_answered(standing: &Standing, portal: &Portal) -> bool {
    let answered = |scope: Scope| {
        let about = |row: &PermissionRow| {
            row.scope() == scope || (row.state == Choice::Yes && scope.covers(row.scope()))
        };
        standing.rows().iter().any(about)
    };
    standing.no(Scope::ALL).is_some()
        || (TOPICS.into_iter().all(|topic| answered(Scope::purpose(topic)))
            && channels(&portal.company.company)
                .into_iter()
                .all(|channel| answered(Scope::channel(channel))))
}

/// One line of the page.
#[derive(Debug, Clone)]
pub struct Row {
    /// The name of its control.
    pub name: String,
    /// The topic or channel.
    pub title: String,
    /// What it is about.
    pub text: String,
    /// `yes`, `no` or empty.
    pub answer: String,
    /// What the answer means.
    pub effect: String,
    /// `good`, `attention` or empty.
    pub tone: String,
    /// When it was last changed and by whom.
    pub meta: String,
    /// An icon.
    pub icon: String,
}

/// The answer as controls know it.
pub fn answer(choice: Choice) -> String {
    match choice {
        Choice::Yes => "yes".to_owned(),
        Choice::No => "no".to_owned(),
        Choice::Unset => String::new(),
    }
}

/// When and by whom a choice was changed, in words (CON-09).
pub fn changed(portal: &Portal, at: Option<Changed>) -> String {
    let Some(Changed { at, by }) = at else {
        return portal.t.get("preferences-never-asked");
    };
    let date = format::date_long(at.date_in(portal.company.company.time_zone), portal.language);
    let key = match by {
        ActorKind::Customer => "preferences-changed-customer",
        ActorKind::Staff => "preferences-changed-staff",
        ActorKind::Import => "preferences-changed-import",
        ActorKind::Partner | ActorKind::System => "preferences-changed-system",
    };
    let company = portal.company.company.name.clone();
    portal
        .t
        .with(key, &[("date", date.into()), ("company", company.into())])
}

/// The line of a topic.
pub fn topic_row(portal: &Portal, line: &Line<Purpose>) -> Row {
    let t = &portal.t;
    let word = line.about.as_str();
    Row {
        name: format!("topic-{word}"),
        title: t.choice("preferences-topic", word),
        text: t.choice("preferences-topic-text", word),
        answer: answer(line.choice),
        effect: match line.choice {
            Choice::Yes => t.choice("preferences-topic-yes", word),
            Choice::No => t.choice("preferences-topic-no", word),
            Choice::Unset => t.get("preferences-topic-unset"),
        },
        tone: if line.choice == Choice::Yes {
            "good".to_owned()
        } else {
            String::new()
        },
        meta: changed(portal, line.changed),
        icon: String::new(),
    }
}

/// The line of a channel. Without an address or number the answer can be given, and says what is missing.
pub fn channel_row(portal: &Portal, of: &Consents, line: &Line<Channel>) -> Row {
    let t = &portal.t;
    let word = line.about.as_str();
    let reachable = of.contacts.iter().any(|(channel, _)| *channel == line.about);
    let (effect, tone) = if reachable {
        let effect = match line.choice {
            Choice::Yes => t.choice("preferences-channel-yes", word),
            Choice::No => t.choice("preferences-channel-no", word),
            Choice::Unset => String::new(),
        };
        (effect, if line.choice == Choice::Yes { "good" } else { "" })
    } else {
        (t.choice("preferences-channel-missing", word), "attention")
    };
    Row {
        name: format!("channel-{word}"),
        title: t.choice("preferences-channel", word),
        text: String::new(),
        answer: answer(line.choice),
        effect,
        tone: tone.to_owned(),
        meta: changed(portal, line.changed),
        icon: icon(line.about).to_owned(),
    }
}

/// The exact words of the page that are consent's wording: what is asked about each topic and channel, and the notice of
/// the right to object. Kept as one version for as long as they stay the same.
pub fn wording(portal: &Portal, channels: &[Channel]) -> String {
    let t = &portal.t;
    let company = portal.company.company.name.clone();
    let mut lines = vec![
        t.with("preferences-lead", &[("company", company.clone().into())]),
        t.get("preferences-topics-title"),
    ];
    for topic in TOPICS {
        let word = topic.as_str();
        lines.push(format!(
            "{}: {}",
            t.choice("preferences-topic", word),
            t.choice("preferences-topic-text", word)
        ));
    }
    lines.push(format!(
        "{} / {}",
        t.get("preferences-yes"),
        t.get("preferences-no")
    ));
    lines.push(t.get("preferences-channels-title"));
    lines.extend(
        channels
            .iter()
            .map(|channel| t.choice("preferences-channel", channel.as_str())),
    );
    lines.push(t.with("preferences-object-notice", &[("company", company.into())]));
    lines.join("\n")
}

/// Everything an entry needs besides what it says.
pub struct Statement<'a> {
    /// Who.
    pub customer: CustomerId,
    /// To whom.
    pub entity: LegalEntityId,
    /// By which road.
    pub method: Method,
    /// Shown which words.
    pub wording: Option<WordingRef>,
    /// The page's form.
    pub form: &'a str,
    /// Whether the person saw earlier answers of their own.
    pub had_answers: bool,
    /// How sure it is who it was: `session`, `step_up`, `link`.
    pub assurance: &'a str,
}

/// The template of the entries a page appends.
pub fn template(portal: &Portal, now: Timestamp, said: Statement<'_>) -> Draft {
    let company = portal.company.company.id;
    let network = portal
        .client
        .split('/')
        .next()
        .and_then(|ip| ip.parse().ok())
        .map(Circumstances::network);
    Draft {
        wording: said.wording,
        control: Some(Control {
            form: said.form.to_owned(),
            version: 1,
            kind: "radio".to_owned(),
            default_state: if said.had_answers {
                DefaultState::Earlier
            } else {
                DefaultState::Unset
            },
        }),
        origin: Some(said.form.to_owned()),
        circumstances: Some(Circumstances {
            ip: network,
            user_agent: Some(portal.user_agent.clone()).filter(|agent| !agent.is_empty()),
            assurance: Some(said.assurance.to_owned()),
            message_id: None,
        }),
        ..Draft::new(
            (company, said.entity, said.customer),
            Action::Grant,
            Scope::ALL,
            (said.method, Actor::Customer),
            now,
        )
    }
}
