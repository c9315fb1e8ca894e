//! The demo's first visitors: they walk the same road as everybody, from the three fields to the mail to a password, and
//! one of them asks for an account because no letter came.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Method, Request, Response, StatusCode, header};
use axum::response::IntoResponse;
use carport_domain::CompanyId;
use carport_outreach::Outreach;
use carport_web::kit::app::AppState;
use mail_parser::MessageParser;
use tower::ServiceExt;

use super::PASSWORD;
use super::companies::DemoCompany;
use crate::house;

/// Walks the road for everybody the description names.
pub async fn find_their_page(
    app: &AppState,
    outreach: &Arc<Outreach>,
    company: &DemoCompany,
    id: CompanyId,
) -> anyhow::Result<()> {
    let mut worker = house::worker(outreach);
    for number in &company.accounts {
        let (email, plate) = typed(outreach, id, number).await?;
        let fields = [("number", number.as_str()), ("email", &email), ("plate", &plate)];
        send(app, &format!("/{}/activate", company.slug), &fields, "").await?;
        worker.run_due().await?;
        let Some(link) = newest_link(outreach, &email).await? else {
            anyhow::bail!("no mail came to {email}, customer {number} of {}", company.slug);
        };
        let opened = get(app, &link).await?;
        let cookie = cookie(&opened);
        let form = location(&opened).unwrap_or_else(|| format!("/{}/set-password", company.slug));
        let set = send(
            app,
            &form,
            &[("password", PASSWORD), ("again", PASSWORD)],
            &cookie,
        )
        .await?;
        if set.status() != StatusCode::SEE_OTHER {
            anyhow::bail!(
                "customer {number} of {} could not choose a password: {}",
                company.slug,
                set.status()
            );
        }
    }
    for request in &company.requests {
        let fields: Vec<(&str, &str)> = request.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        let sent = send(app, &format!("/{}/request-account", company.slug), &fields, "").await?;
        if sent.status() != StatusCode::ACCEPTED {
            anyhow::bail!(
                "a request at {} was not accepted: {}",
                company.slug,
                sent.status()
            );
        }
    }
    worker.run_due().await?;
    Ok(())
}

/// What a customer knows: the address on file and one plate.
async fn typed(outreach: &Outreach, company: CompanyId, number: &str) -> anyhow::Result<(String, String)> {
    let mut tx = outreach.store.read().await?;
    let mut shop = tx.company(company).await?;
    let Some(customer) = shop.customers_by_number(number).await?.into_iter().next() else {
        anyhow::bail!("there is no customer {number}");
    };
    let email = shop
        .contact_points(customer.id)
        .await?
        .into_iter()
        .find(|c| c.kind == "email")
        .map(|c| c.value);
    let plate = shop
        .vehicles_of(customer.id)
        .await?
        .into_iter()
        .find_map(|v| v.plate);
    email
        .zip(plate)
        .ok_or_else(|| anyhow::anyhow!("customer {number} has no address or no car"))
}

/// The link in the newest mail to an address.
async fn newest_link(outreach: &Outreach, email: &str) -> anyhow::Result<Option<String>> {
    let mut tx = outreach.store.read().await?;
    let mut installation = tx.installation().await?;
    let Some(mail) = installation
        .caught_mail(50)
        .await?
        .into_iter()
        .find(|m| m.recipient.eq_ignore_ascii_case(email))
    else {
        return Ok(None);
    };
    let raw = installation.caught(mail.id).await?.unwrap_or_default();
    let text = MessageParser::default()
        .parse(&raw)
        .and_then(|m| m.body_text(0).map(|t| t.into_owned()))
        .unwrap_or_default();
    let base = outreach.base.as_str();
    Ok(text
        .split_whitespace()
        .filter_map(|word| word.trim_matches(['<', '>', '(', ')']).strip_prefix(base))
        .find(|path| path.contains("/set-password/"))
        .map(str::to_owned))
}

async fn send(
    app: &AppState,
    path: &str,
    fields: &[(&str, &str)],
    cookie: &str,
) -> anyhow::Result<Response<Body>> {
    let body = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish();
    let request = Request::builder()
        .method(Method::POST)
        .uri(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::COOKIE, cookie)
        .body(Body::from(body))?;
    ask(app, request).await
}

async fn get(app: &AppState, path: &str) -> anyhow::Result<Response<Body>> {
    ask(app, Request::builder().uri(path).body(Body::empty())?).await
}

async fn ask(app: &AppState, request: Request<Body>) -> anyhow::Result<Response<Body>> {
    let site = carport_web::router::site(app.clone());
    Ok(site
        .oneshot(request)
        .await
        .map_err(|never| match never {})?
        .into_response())
}

fn cookie(response: &Response<Body>) -> String {
    let pairs = response
        .headers()
        .get_all(header::SET_COOKIE)
        .iter()
        .filter_map(|v| v.to_str().ok());
    pairs
        .filter_map(|v| v.split(';').next())
        .collect::<Vec<_>>()
        .join("; ")
}

fn location(response: &Response<Body>) -> Option<String> {
    response
        .headers()
        .get(header::LOCATION)
        .and_then(|v| v.to_str().ok())
        .map(str::to_owned)
}
