//! Whom a refusal by a message's link is about: everybody the company knows under the address the message went to. A no
//! follows the address, so that a person who is recorded twice is not written to under the other record (MAIL-05, MAIL-24).

use carport_domain::{ContactPointId, CustomerId};
use carport_store::links::Link;
use carport_store::suppressions::SuppressionKind;
use carport_store::{CompanyTx, StoreError};
use serde::Deserialize;

/// What of a link's scope says where its message went.
#[derive(Deserialize)]
struct WentTo {
    #[serde(default)]
    contact_point: Option<ContactPointId>,
}

/// An address that refuses, and who has it.
#[derive(Debug, Clone)]
pub struct Refusing {
    /// The customer the message was for comes first.
    pub customers: Vec<CustomerId>,
    /// The address as matching compares it; none where a household shares it, or it is not known any more.
    folded: Option<String>,
}

impl Refusing {
    /// Reads a link.
    ///
    /// # Errors
    /// The link's scope is of another purpose.
    pub async fn of(own: &mut CompanyTx<'_>, link: &Link) -> Result<Self, StoreError> {
        let went_to: WentTo = link.scope()?;
        let point = match went_to.contact_point {
            Some(id) => own.contact_point(link.customer_id, id).await?,
            None => None,
        };
        let mut customers = vec![link.customer_id];
        let Some(point) = point.filter(|point| point.kind != "address") else {
            return Ok(Self {
                customers,
                folded: None,
            });
        };
        let same = own
            .customers_with_contact_point(&point.kind, &point.value_folded)
            .await?;
        customers.extend(same.into_iter().filter(|customer| *customer != link.customer_id));
        Ok(Self {
            customers,
            folded: Some(point.value_folded),
        })
    }

    /// Puts the address that objected to all marketing on the list as well, so that a record of it that an import brings later
    /// stays silent too. A later yes of a customer's own is an exception to it.
    pub async fn suppress(&self, own: &mut CompanyTx<'_>) -> Result<(), StoreError> {
        if let Some(folded) = &self.folded {
            own.suppress(folded, SuppressionKind::Objection, "link").await?;
        }
        Ok(())
    }
}
