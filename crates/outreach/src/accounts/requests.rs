//! Requests for an account: the acknowledgement, the notice to the company, and the one click that answers (F29–F31).

use carport_domain::consent::{Channel, Obstacle, Purpose, Stage};
use carport_domain::people::EmailAddress;
use carport_domain::{AccountRequestId, CustomerId, StaffId};
use carport_store::account_requests::{NewAccountRequest, RequestStatus};
use carport_store::accounts::AccountState;
use carport_store::{CompanyTx, Keys, Result, StoreError};
use serde_json::json;

use super::links::{Road, invite, portal_url};
use crate::gate::Desk;
use crate::service::{ServiceMail, queue_service_mail};

/// Keeps a request, acknowledges it to the visitor and tells the company. One address gets one acknowledgement while its
/// request waits.
pub async fn receive_request(
    tx: &mut CompanyTx<'_>,
    keys: &Keys,
    base_url: &str,
    request: &NewAccountRequest,
    due_in_words: (&str, &str),
) -> Result<AccountRequestId> {
    let company = tx.profile().await?;
    let id = tx.add_account_request(request).await?;
    if !tx.has_open_account_request(&request.email_folded, id).await? {
        let name = format!("{} {}", request.first_name, request.last_name);
        let mail = ServiceMail::new("account-request-received", &request.email, request.language)
            .named(&name)
            .with("company", &company.name)
            .with("name", name.clone())
            .with("due", due_in_words.0)
            .button(portal_url(base_url, &company, ""));
        queue_service_mail(tx, keys, &mail).await?;
    }
    let notice = ServiceMail::new(
        "account-request-notice",
        &company.request_email,
        company.default_language,
    )
    .with("company", &company.name)
    .with("due", due_in_words.1)
    .button(format!("{base_url}/office/{}/requests", company.slug));
    queue_service_mail(tx, keys, &notice).await?;
    Ok(id)
}

/// What became of the one click.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InviteOutcome {
    /// The invitation is on its way to the address on file.
    Sent,
    /// The customer already has an account and can ask for a new password.
    HasAccount,
    /// No e-mail address is on file that works: take it down at the counter first, after looking at a passport.
    NoAddress,
    /// Somebody else answered the request meanwhile.
    AlreadyAnswered,
    /// The customer is not there.
    NoCustomer,
    /// Nobody asked for it, and the gate keeps it back.
    KeptBack(Obstacle),
}

/// What an invitation answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// A request for an account.
    Request(AccountRequestId),
    /// The customer asked staff for it.
    Asked,
    /// Nothing: it is the company's own idea, and counts as marketing (P7).
    Unasked,
}

impl Occasion {
    /// The request, where it is one.
    pub const fn request(self) -> Option<AccountRequestId> {
        match self {
            Occasion::Request(id) => Some(id),
            Occasion::Asked | Occasion::Unasked => None,
        }
    }

    /// What the gate has against an invitation that nobody asked for (DESIGN decision 4); nothing where somebody did.
    pub(super) async fn obstacle(
        self,
        tx: &mut CompanyTx<'_>,
        customer: CustomerId,
        channel: Channel,
    ) -> Result<Option<Obstacle>> {
        if self != Occasion::Unasked {
            return Ok(None);
        }
        let mut desk = Desk::open(tx).await?;
        let people = desk.look_up(tx, &[(customer, None)]).await?;
        let person = people
            .recipients
            .first()
            .ok_or(StoreError::Missing("the customer"))?;
        let decision = desk.decide(
            &people,
            person,
            Purpose::PortalInvitation,
            channel,
            Stage::HandOver,
        );
        Ok(decision.obstacle())
    }
}

/// Sends the invitation to the customer's address **on file** (never the one in a request) and notes who did it, on what
/// occasion.
pub async fn send_invitation(
    tx: &mut CompanyTx<'_>,
    keys: &Keys,
    base_url: &str,
    occasion: Occasion,
    customer: CustomerId,
    staff: StaffId,
) -> Result<InviteOutcome> {
    let request = occasion.request();
    let Some(found) = tx
        .customer(customer)
        .await?
        .filter(|c| c.erased_at.is_none() && c.deceased_at.is_none())
    else {
        return Ok(InviteOutcome::NoCustomer);
    };
    let asked = match request {
        Some(id) => tx.account_request(id).await?,
        None => None,
    };
    if request.is_some()
        && asked
            .as_ref()
            .is_none_or(|asked| asked.status != RequestStatus::Open)
    {
        return Ok(InviteOutcome::AlreadyAnswered);
    }
    if tx
        .account_of(customer)
        .await?
        .is_some_and(|account| account.state == AccountState::Active)
    {
        return Ok(InviteOutcome::HasAccount);
    }
    let now = tx.now();
    let Some(address) = tx.addresses_on_file(customer, now).await?.into_iter().next() else {
        return Ok(InviteOutcome::NoAddress);
    };
    if let Some(obstacle) = occasion.obstacle(tx, customer, Channel::Email).await? {
        return Ok(InviteOutcome::KeptBack(obstacle));
    }
    let by = format!("staff:{staff}");
    if let Some(id) = request
        && !tx
            .settle_account_request(id, RequestStatus::Invited, Some(customer), &by, None)
            .await?
    {
        return Ok(InviteOutcome::AlreadyAnswered);
    }
    let company = tx.profile().await?;
    let language = found
        .language
        .or(asked.map(|asked| asked.language))
        .unwrap_or(company.default_language);
    let email: &EmailAddress = &address.value;
    invite(
        tx,
        keys,
        base_url,
        customer,
        (Some(address.id), email),
        language,
        Road::Invitation,
    )
    .await?;
    tx.audit(
        &by,
        "account.invited",
        &format!("customer:{customer}"),
        &json!({ "request": request, "asked": occasion != Occasion::Unasked }),
    )
    .await?;
    Ok(InviteOutcome::Sent)
}
