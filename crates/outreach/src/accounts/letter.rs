//! Activation on paper: a letter with a code to the postal address on file, for a customer without a working e-mail address
//! (SEC-ACT-3), and what the code leads to.

use carport_documents::{Document, Fact, Letter, Window, render};
use carport_domain::company::Setting;
use carport_domain::consent::{Channel, Obstacle};
use carport_domain::content::{Letter as Words, LetterPart, LetterQr, Run};
use carport_domain::people::{ContactPointKind, CustomerNumber, EmailAddress, PostalAddress};
use carport_domain::secrets::{LetterCode, Token};
use carport_domain::urls::Portal;
use carport_domain::{CompanyId, CustomerId, Texts, format, text_enum};
use carport_store::account_requests::RequestStatus;
use carport_store::accounts::AccountState;
use carport_store::changes::{ChangedBy, ContactEdit};
use carport_store::customers::{ContactPoint, Customer};
use carport_store::links::LinkPurpose;
use carport_store::{CompanyTx, Result, StoreError};
use serde_json::json;
use uuid::Uuid;

use super::links::{make, settings};
use super::requests::Occasion;
use crate::Outreach;
use crate::letterhead::{Letterhead, name};
use crate::letters::printed;

text_enum! {
    /// What stands in the way of an activation letter.
    pub enum LetterObstacle {
        /// The customer has an account.
        HasAccount = "has_account",
        /// An e-mail address is on file that works: the invitation goes there.
        HasEmail = "has_email",
        /// There is no customer number to print beside the code.
        NoNumber = "no_number",
        /// No postal address is on file.
        NoAddress = "no_address",
        /// The postal address cannot be printed, or does not fit the window of an envelope.
        UnprintableAddress = "unprintable_address",
        /// Somebody else answered the request for an account meanwhile.
        RequestAnswered = "request_answered",
    }
}

/// Why there is no activation letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoLetter {
    /// Something stands in its way.
    Obstacle(LetterObstacle),
    /// Nobody asked for it, and the gate keeps it back.
    KeptBack(Obstacle),
}

/// A customer's letter as far as the file goes.
struct Ready {
    number: CustomerNumber,
    address: PostalAddress,
}

fn ready(
    customer: &Customer,
    points: &[ContactPoint],
    account: Option<AccountState>,
) -> std::result::Result<Ready, LetterObstacle> {
    let works = |kind: &'static str| {
        points
            .iter()
            .filter(move |point| point.kind == kind && point.invalid_since.is_none())
    };
    if account == Some(AccountState::Active) {
        return Err(LetterObstacle::HasAccount);
    }
    if works("email").next().is_some() {
        return Err(LetterObstacle::HasEmail);
    }
    let number = customer
        .dms_number
        .as_deref()
        .and_then(|number| number.parse().ok());
    let address = works("address").find_map(|point| serde_json::from_str(&point.value).ok());
    Ok(Ready {
        number: number.ok_or(LetterObstacle::NoNumber)?,
        address: address.ok_or(LetterObstacle::NoAddress)?,
    })
}

/// What stands in the way of a letter to a living customer, going by what is on file; none: nothing does.
pub fn letter_obstacle(
    customer: &Customer,
    points: &[ContactPoint],
    account: Option<AccountState>,
) -> Option<LetterObstacle> {
    ready(customer, points, account).err()
}

/// Prints a letter with a new code, and answers the request where that is the occasion; the customer's earlier letters end. The
/// code is on this paper alone.
///
/// # Errors
/// The customer is not there, or is dead.
pub async fn print_activation_letter(
    outreach: &Outreach,
    company: CompanyId,
    customer: CustomerId,
    occasion: Occasion,
    actor: &str,
) -> Result<std::result::Result<Vec<u8>, NoLetter>> {
    let code = LetterCode::random();
    let mut tx = outreach.store.read().await?;
    let mut own = tx.company(company).await?;
    let found = own
        .customer(customer)
        .await?
        .filter(|c| c.erased_at.is_none() && c.deceased_at.is_none())
        .ok_or(StoreError::Missing("the customer"))?;
    let points = own.contact_points(customer).await?;
    let account = own.account_of(customer).await?.map(|account| account.state);
    let ready = match ready(&found, &points, account) {
        Ok(ready) => ready,
        Err(obstacle) => return Ok(Err(NoLetter::Obstacle(obstacle))),
    };
    let days = settings(&own.profile().await?).get(Setting::LetterCodeDays);
    let expires_at = own.now().plus_hours(24 * days);
    let number = ready.number.clone();
    let letter = write(outreach, &mut own, &found, ready, &code, expires_at).await?;
    drop(tx);

    // Typesetting takes its time and needs no transaction.
    let rendered = tokio::task::spawn_blocking(move || render(&Document::Letter(letter)))
        .await
        .map_err(|e| StoreError::Inconsistent(format!("making a letter broke off: {e}")))?;
    let pdf = match rendered {
        Ok(pdf) => pdf,
        Err(carport_documents::RenderError::Typesetting(e)) => {
            return Err(StoreError::Inconsistent(format!("a letter cannot be set: {e}")));
        }
        // Everything else that can be wrong is the address: the other words are ours.
        Err(_) => return Ok(Err(NoLetter::Obstacle(LetterObstacle::UnprintableAddress))),
    };
    let mut tx = outreach.store.begin().await?;
    let mut own = tx.company(company).await?;
    if let Some(obstacle) = occasion.obstacle(&mut own, customer, Channel::Letter).await? {
        return Ok(Err(NoLetter::KeptBack(obstacle)));
    }
    if let Some(request) = occasion.request()
        && !own
            .settle_account_request(request, RequestStatus::Invited, Some(customer), actor, None)
            .await?
    {
        return Ok(Err(NoLetter::Obstacle(LetterObstacle::RequestAnswered)));
    }
    let id = own
        .add_activation_letter(customer, &number, &code, actor, expires_at)
        .await?;
    let subject = format!("customer:{customer}");
    own.audit(
        actor,
        "account.letter_printed",
        &subject,
        &json!({ "letter": id, "request": occasion.request(), "asked": occasion != Occasion::Unasked }),
    )
    .await?;
    tx.commit().await?;
    Ok(Ok(pdf))
}

async fn write(
    outreach: &Outreach,
    own: &mut CompanyTx<'_>,
    customer: &Customer,
    ready: Ready,
    code: &LetterCode,
    expires_at: carport_domain::Timestamp,
) -> Result<Letter> {
    let letterhead = Letterhead::load(own, &outreach.base).await?;
    let addressee = own
        .addressees(&[(customer.id, None)])
        .await?
        .pop()
        .ok_or(StoreError::Missing("the customer"))?;
    let entity = own
        .legal_entity_of(customer.id)
        .await?
        .ok_or(StoreError::Missing("legal entity"))?;
    let company = &letterhead.company;
    let language = letterhead.language(&addressee);
    let t = Texts::new(language);
    let sender = letterhead.sender(entity, language);
    let url = Portal::ActivateByLetter.absolute(&letterhead.site);
    let plain = |key: &str| {
        let words = t.with(key, &[("company", company.name.clone().into())]);
        vec![Run { words, bold: false }]
    };
    let mut recipient = name(&addressee).envelope();
    recipient.extend(ready.address.lines(letterhead.country, &t));
    let until = format::date_long(expires_at.date_in(company.time_zone), language);
    let message = Words {
        language,
        subject: t.with(
            "activation-letter-subject",
            &[("company", company.name.clone().into())],
        ),
        parts: vec![
            LetterPart::Paragraph {
                runs: vec![Run {
                    words: name(&addressee).salutation(&t),
                    bold: false,
                }],
            },
            LetterPart::Paragraph {
                runs: plain("activation-letter-text"),
            },
            LetterPart::Action {
                title: t.get("activation-letter-code"),
                runs: vec![Run {
                    words: code.printed(),
                    bold: true,
                }],
                address: Some((t.get("activation-letter-page"), url.clone())),
            },
            LetterPart::List {
                items: vec![
                    plain("activation-letter-step-1"),
                    plain("activation-letter-step-2"),
                    plain("activation-letter-step-3"),
                ],
                numbered: true,
            },
            LetterPart::Paragraph {
                runs: vec![Run {
                    words: t.with("activation-letter-until", &[("date", until.into())]),
                    bold: false,
                }],
            },
            LetterPart::Paragraph {
                runs: plain("mail-regards"),
            },
            LetterPart::Signature {
                name: sender.name.clone(),
                role: None,
            },
        ],
        qr: Some(LetterQr {
            url,
            label: t.get("activation-letter-qr"),
        }),
        foot: vec![t.with("mail-reason-service", &[("company", company.name.clone().into())])],
    };
    Ok(Letter {
        sender: printed(&sender),
        recipient,
        window: Window::Left,
        date: company.today(own.now()),
        references: vec![Fact::new(t.get("letter-customer-number"), ready.number.as_str())],
        plate_country: company.country.clone(),
        message,
    })
}

/// What a letter leads to once the code from it and the code sent to `email` were right: an invited account with that address,
/// and the token that sets its password. The letter ends when the password is chosen. None when it has ended meanwhile.
pub async fn redeem_letter(
    tx: &mut CompanyTx<'_>,
    letter: Uuid,
    email: &EmailAddress,
) -> Result<Option<Token>> {
    let Some(letter) = tx.activation_letter(letter).await? else {
        return Ok(None);
    };
    let customer = letter.customer_id;
    let account = tx.invite_account(customer, email, None).await?;
    if account.state == AccountState::Active {
        return Ok(None);
    }
    let company = tx.profile().await?;
    let points = tx.contact_points(customer).await?;
    let on_file = points.iter().filter(|point| point.kind == "email");
    // An address that works and came in since then stays what it is; this one is then for signing in alone.
    if on_file.clone().all(|point| point.invalid_since.is_some()) {
        let folded = email.fold();
        let edit = ContactEdit {
            kind: ContactPointKind::Email,
            value: email.as_str(),
            folded: &folded,
            today: company.today(tx.now()),
        };
        let old = on_file.map(|point| point.id).next();
        tx.replace_contact_point(customer, old, Some(edit), ChangedBy::Customer(customer))
            .await?;
    }
    let hours = settings(&company).get(Setting::ActivationLinkHours);
    let token = make(tx, &account, LinkPurpose::SetPassword, hours).await?;
    tx.audit(
        &format!("customer:{customer}"),
        "account.letter_used",
        &format!("customer:{customer}"),
        &json!({ "letter": letter.id }),
    )
    .await?;
    Ok(Some(token))
}
