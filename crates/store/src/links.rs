//! Links that open something: to choose a password, to confirm an address, to say no, to see one's own data (F51).
//!
//! Only the SHA-256 of a link's token is kept (SEC-ACT-4). Looking at a link never uses it up (SEC-ACT-5); what uses it
//! up is [`CompanyTx::use_link`], called in the transaction that does what the link is for.

use carport_domain::people::EmailAddress;
use carport_domain::{
    AccountId, CompanyId, ContactPointId, CustomerId, MessageId, Timestamp, VehicleId, text_enum,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::tx::{CompanyTx, InstallationTx};

text_enum! {
    /// What a link is for; a link for one purpose opens nothing else.
    pub enum LinkPurpose {
        /// Choose the first password (F28).
        SetPassword = "set_password",
        /// Choose a new password (F56).
        ResetPassword = "reset_password",
        /// Confirm a new address to sign in with (F60).
        ConfirmEmail = "confirm_email",
        /// Take the change of that address back (SEC-STEP-1).
        UndoEmail = "undo_email",
        /// The preference page without sign-in.
        Preferences = "preferences",
        /// The one-click unsubscribe of one message (RFC 8058), and its preference page.
        Unsubscribe = "unsubscribe",
        /// The personal link of a message (F51).
        Personal = "personal",
    }
}

impl LinkPurpose {
    /// Whether a newer link of the same customer ends the older ones (SEC-ACT-4).
    const fn newest_only(self) -> bool {
        matches!(
            self,
            LinkPurpose::SetPassword | LinkPurpose::ResetPassword | LinkPurpose::ConfirmEmail
        )
    }

    /// How often a link may be used; none: as often as wished while it lasts.
    const fn uses(self) -> Option<i64> {
        match self {
            LinkPurpose::SetPassword
            | LinkPurpose::ResetPassword
            | LinkPurpose::ConfirmEmail
            | LinkPurpose::UndoEmail => Some(1),
            LinkPurpose::Personal => Some(20),
            LinkPurpose::Preferences | LinkPurpose::Unsubscribe => None,
        }
    }
}

/// What a personal link opens (F51). Links of the purposes [`LinkPurpose::Unsubscribe`] and [`LinkPurpose::Preferences`]
/// have a [`carport_domain::consent::Scope`] instead: what one press refuses.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonalScope {
    /// The car the message was about.
    pub vehicle: Option<VehicleId>,
}

/// What a link of the purpose [`LinkPurpose::ConfirmEmail`] or [`LinkPurpose::UndoEmail`] is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmailScope {
    /// The address to take into use, to confirm, or to go back to.
    pub email: EmailAddress,
    /// The contact point it proves; none: the address to sign in with.
    #[serde(default)]
    pub contact_point: Option<ContactPointId>,
}

/// A link to make.
#[derive(Debug, Clone, Copy)]
pub struct NewLink<'a, S> {
    /// SHA-256 of its token.
    pub token_hash: &'a [u8; 32],
    /// What it is for.
    pub purpose: LinkPurpose,
    /// Whose.
    pub customer: CustomerId,
    /// For which login, where it is about one.
    pub account: Option<AccountId>,
    /// In which message it travels.
    pub message: Option<MessageId>,
    /// What exactly it opens, as the pages of its purpose read it.
    pub scope: &'a S,
    /// Until when.
    pub expires_at: Timestamp,
}

/// A link as it was found.
#[derive(Debug, Clone, sqlx_macros::FromRow)]
pub struct Link {
    /// At which company.
    pub company_id: CompanyId,
    /// SHA-256 of its token.
    pub token_hash: Vec<u8>,
    /// What it is for.
    pub purpose: LinkPurpose,
    /// Whose.
    pub customer_id: CustomerId,
    /// For which login.
    pub account_id: Option<AccountId>,
    /// In which message it travelled.
    pub message_id: Option<MessageId>,
    scope: String,
    uses: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// Until when it works.
    pub expires_at: Timestamp,
    used_at: Option<Timestamp>,
    revoked_at: Option<Timestamp>,
}

impl Link {
    /// Whether it still opens something at `now`.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none()
            && self.expires_at > now
            && self.purpose.uses().is_none_or(|most| self.uses < most)
    }

    /// When it was first used.
    pub fn used_at(&self) -> Option<Timestamp> {
        self.used_at
    }

    /// What exactly it opens.
    ///
    /// # Errors
    /// What is stored does not read as `S`: the link was made for another purpose.
    pub fn scope<S: DeserializeOwned>(&self) -> Result<S> {
        Ok(serde_json::from_str(&self.scope)?)
    }
}

impl CompanyTx<'_> {
    /// Makes a link. Where only the newest counts, the customer's older ones of the same purpose end.
    pub async fn add_link<S: Serialize>(&mut self, link: NewLink<'_, S>) -> Result<()> {
        let now = self.now();
        if link.purpose.newest_only() {
            execute!(
                self.tx,
                "UPDATE links SET revoked_at = $4
                 WHERE company_id = $1 AND customer_id = $2 AND purpose = $3 AND used_at IS NULL AND revoked_at IS NULL",
                self.id,
                link.customer,
                link.purpose,
                now
            )?;
        }
        execute!(
            self.tx,
            "INSERT INTO links (company_id, token_hash, purpose, customer_id, account_id, message_id, scope, uses,
                                created_at, expires_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9)",
            self.id,
            &link.token_hash[..],
            link.purpose,
            link.customer,
            link.account,
            link.message,
            serde_json::to_string(link.scope)?,
            now,
            link.expires_at
        )?;
        Ok(())
    }

    /// The link of one purpose, in whatever state it is.
    pub async fn link(&mut self, token_hash: &[u8; 32], purpose: LinkPurpose) -> Result<Option<Link>> {
        fetch_optional!(
            self.tx,
            Link,
            "SELECT company_id, token_hash, purpose, customer_id, account_id, message_id, scope, uses, created_at,
                    expires_at, used_at, revoked_at
             FROM links WHERE company_id = $1 AND token_hash = $2 AND purpose = $3",
            self.id,
            &token_hash[..],
            purpose
        )
    }

    /// Uses a link once. False when it does not work any more; of two at the same time only one gets the last use.
    pub async fn use_link(&mut self, token_hash: &[u8; 32], purpose: LinkPurpose) -> Result<bool> {
        let now = self.now();
        let most = purpose.uses().unwrap_or(i64::MAX);
        let rows = execute!(
            self.tx,
            "UPDATE links SET uses = uses + 1, used_at = COALESCE(used_at, $4)
             WHERE company_id = $1 AND token_hash = $2 AND purpose = $3
               AND revoked_at IS NULL AND expires_at > $4 AND uses < $5",
            self.id,
            &token_hash[..],
            purpose,
            now,
            most
        )?;
        Ok(rows == 1)
    }

    /// Ends a customer's open links of one purpose.
    pub async fn revoke_links(&mut self, customer: CustomerId, purpose: LinkPurpose) -> Result<u64> {
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE links SET revoked_at = $4
             WHERE company_id = $1 AND customer_id = $2 AND purpose = $3 AND revoked_at IS NULL",
            self.id,
            customer,
            purpose,
            now
        )
    }

    /// How many links of a purpose a customer got since an instant (SEC-ACT-7: a limit per matched person).
    pub async fn links_since(
        &mut self,
        customer: CustomerId,
        purpose: LinkPurpose,
        since: Timestamp,
    ) -> Result<i64> {
        fetch_scalar!(
            self.tx,
            i64,
            "SELECT COUNT(*) FROM links
             WHERE company_id = $1 AND customer_id = $2 AND purpose = $3 AND created_at >= $4",
            self.id,
            customer,
            purpose,
            since
        )
    }

    /// Opens the limited session behind a personal link's button. The link's use is counted by [`CompanyTx::use_link`].
    pub async fn open_link_session(
        &mut self,
        token_hash: &[u8; 32],
        link_hash: &[u8],
        expires_at: Timestamp,
    ) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "INSERT INTO link_sessions (company_id, token_hash, link_hash, created_at, expires_at)
             VALUES ($1, $2, $3, $4, $5)",
            self.id,
            &token_hash[..],
            link_hash,
            now,
            expires_at
        )?;
        Ok(())
    }

    /// The personal link behind a limited session, while both last.
    pub async fn link_of_session(&mut self, token_hash: &[u8; 32]) -> Result<Option<Link>> {
        let now = self.now();
        fetch_optional!(
            self.tx,
            Link,
            "SELECT l.company_id, l.token_hash, l.purpose, l.customer_id, l.account_id, l.message_id, l.scope, l.uses,
                    l.created_at, l.expires_at, l.used_at, l.revoked_at
             FROM link_sessions s JOIN links l ON l.company_id = s.company_id AND l.token_hash = s.link_hash
             WHERE s.company_id = $1 AND s.token_hash = $2 AND s.expires_at > $3
               AND l.expires_at > $3 AND l.revoked_at IS NULL",
            self.id,
            &token_hash[..],
            now
        )
    }
}

impl InstallationTx<'_> {
    /// A link by its token alone, for addresses that name no company (`/u/…`, `/l/…`).
    pub async fn find_link(&mut self, token_hash: &[u8; 32]) -> Result<Option<Link>> {
        fetch_optional!(
            self.tx,
            Link,
            "SELECT company_id, token_hash, purpose, customer_id, account_id, message_id, scope, uses, created_at,
                    expires_at, used_at, revoked_at
             FROM links WHERE token_hash = $1 ORDER BY company_id LIMIT 1",
            &token_hash[..]
        )
    }
}
