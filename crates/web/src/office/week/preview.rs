//! One proposal as that customer will get it: the same facts, the same gate and the same words as sending uses (B1).

use askama::Template;
use axum::Router;
use axum::routing::get;
use carport_domain::access::Permission;
use carport_domain::clock::IsoWeek;
use carport_domain::consent::explain;
use carport_domain::proposals::ProposalStatus;
use carport_domain::{ProposalId, urls};
use carport_outreach::week::{Preview, preview};

use super::{MODULE, named, week_url};
use crate::kit::app::AppState;
use crate::kit::page::Link;
use crate::kit::prelude::*;
use crate::office::customers::{address, reach};
use crate::office::moments::preview::{framed, letter_sheet, problem};

/// Its addresses.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/office/{company}/week/{week}/proposal/{proposal}", get(show))
        .route(
            "/office/{company}/week/{week}/proposal/{proposal}/html",
            get(show_html),
        )
}

#[derive(Template)]
#[template(path = "office/week/preview.html")]
struct PreviewPage {
    page: Page,
    t: Texts,
    trail: Vec<Link>,
    outcome: String,
    problem: String,
    explain_url: String,
    subject: String,
    from: String,
    frame_url: String,
    text: String,
    letter: bool,
    sms: String,
    script: Vec<String>,
    /// The proposal, while somebody may decide about it.
    decide: String,
    id: String,
    undo: bool,
    decisions_url: String,
    moment: String,
    status: String,
}

/// The proposal an address names, to a customer whom this person may see; any other is not there (F200).
async fn find(office: &Office, week: &str, id: &str) -> WebResult<(IsoWeek, Preview)> {
    office.require(Permission::ViewWeek)?;
    office.require_module(MODULE)?;
    let week = named(week)?;
    let id: ProposalId = id.parse().map_err(|_| WebError::NotFound)?;
    let company = office.company.company.id;
    let mut tx = office.app.store.read().await?;
    let mut shop = tx.company(company).await?;
    let proposal = shop.proposal(id).await?.ok_or(WebError::NotFound)?;
    reach(office, &mut shop, proposal.customer_id).await?;
    drop(tx);
    Ok((week, preview(&office.app.outreach, company, id).await?))
}

async fn show(office: Office, Path((_, week, id)): Path<(String, String, String)>) -> WebResult<Response> {
    let (week, found) = find(&office, &week, &id).await?;
    let id = found.proposal.id;
    let t = &office.t;
    let email = found.email.as_ref();
    let may_decide = office.access.may(Permission::Approve);
    html(&PreviewPage {
        page: office.page(&found.customer, "week"),
        trail: vec![Link {
            label: t.with("office-week-title", &[("week", week.number().to_string().into())]),
            url: week_url(&office, week, &found.proposal.moment),
        }],
        outcome: explain::outcome(&found.outcome, t),
        problem: found
            .problem
            .as_ref()
            .map(|error| problem(error, t))
            .unwrap_or_default(),
        explain_url: address(
            &office,
            urls::Office::Explain(found.proposal.customer_id, &found.proposal.moment),
        ),
        subject: email.map(|e| e.subject.clone()).unwrap_or_default(),
        from: office.company.company.name.clone(),
        frame_url: if email.is_some() || found.letter.is_some() {
            format!("{}/proposal/{id}/html", week_url(&office, week, ""))
        } else {
            String::new()
        },
        text: email.map(|e| e.text.clone()).unwrap_or_default(),
        letter: found.letter.is_some(),
        sms: found.sms.as_ref().map(|s| s.text.clone()).unwrap_or_default(),
        script: found
            .script
            .as_ref()
            .map(|s| vec![s.opening.clone(), s.text.clone(), s.objection.clone()])
            .unwrap_or_default(),
        decide: if may_decide && found.proposal.status == ProposalStatus::Proposed {
            id.to_string()
        } else {
            String::new()
        },
        undo: may_decide
            && matches!(
                found.proposal.status,
                ProposalStatus::Approved | ProposalStatus::Skipped | ProposalStatus::Postponed
            ),
        decisions_url: format!("{}/decisions", week_url(&office, week, "")),
        status: t.choice("proposal-status", found.proposal.status.as_str()),
        moment: found.proposal.moment.clone(),
        id: id.to_string(),
        t: t.clone(),
    })
}

async fn show_html(
    office: Office,
    Path((_, week, id)): Path<(String, String, String)>,
) -> WebResult<Response> {
    let (_, found) = find(&office, &week, &id).await?;
    match (found.email, found.letter) {
        (Some(email), _) => Ok(framed(email.html)),
        (None, Some(letter)) => letter_sheet(letter.address, letter.letter),
        (None, None) => Err(WebError::NotFound),
    }
}
