//! Customers' sessions: kept on the server by the SHA-256 of a random token (SEC-SESS-1), seen and ended by the customer.

use carport_domain::people::EmailAddress;
use carport_domain::{AccountId, CustomerId, Language, Timestamp};

use crate::accounts::{Account, AccountState};
use crate::customers::Customer;
use crate::error::Result;
use crate::tx::{CompanyTx, SignedIn};

/// A session to open.
#[derive(Debug, Clone, Copy)]
pub struct NewSession<'a> {
    /// SHA-256 of its token.
    pub token_hash: &'a [u8; 32],
    /// Whose.
    pub account: AccountId,
    /// Until when, unless renewed.
    pub expires_at: Timestamp,
    /// Whether the customer asked to stay signed in (F57).
    pub stay_signed_in: bool,
    /// The network address it was opened from.
    pub ip: &'a str,
    /// The browser's name for itself.
    pub user_agent: &'a str,
}

/// A session that is in force.
#[derive(Debug, Clone, sqlx_macros::FromRow)]
pub struct AccountSession {
    /// SHA-256 of its token.
    pub token_hash: Vec<u8>,
    /// With which login.
    pub account_id: AccountId,
    /// Whose data.
    pub customer_id: CustomerId,
    /// When it was opened.
    pub created_at: Timestamp,
    /// When it was last used, to within a few minutes.
    pub seen_at: Timestamp,
    /// Until when, unless renewed.
    pub expires_at: Timestamp,
    /// Whether the customer asked to stay signed in.
    pub stay_signed_in: bool,
    /// When the password was last given (SEC-STEP-1).
    pub fresh_at: Timestamp,
    /// The network address it was opened from.
    pub ip: String,
    /// The browser's name for itself.
    pub user_agent: String,
}

impl AccountSession {
    /// The name by which the customer's list of sessions speaks of it; tells nothing about the token.
    pub fn handle(&self) -> String {
        self.token_hash
            .iter()
            .take(12)
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }
}

/// A session in force with whose it is: what every page of a signed-in customer needs, in one query.
#[derive(Debug, Clone)]
pub struct Membership {
    /// The session.
    pub session: AccountSession,
    /// The proof that opens the customer's data.
    pub who: SignedIn,
    /// The login.
    pub account: Account,
    /// The customer.
    pub customer: Customer,
}

#[derive(sqlx_macros::FromRow)]
struct MemberRow {
    opened_at: Timestamp,
    seen_at: Timestamp,
    expires_at: Timestamp,
    stay_signed_in: bool,
    fresh_at: Timestamp,
    ip: String,
    user_agent: String,
    account_id: AccountId,
    account_email: EmailAddress,
    password_hash: Option<String>,
    account_language: Option<Language>,
    account_created_at: Timestamp,
    activated_at: Option<Timestamp>,
    #[sqlx(flatten)]
    customer: Customer,
}

impl CompanyTx<'_> {
    /// Opens a session.
    pub async fn open_account_session(&mut self, session: NewSession<'_>) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "INSERT INTO account_sessions (company_id, token_hash, account_id, created_at, seen_at, expires_at,
                                           stay_signed_in, fresh_at, ip, user_agent)
             VALUES ($1, $2, $3, $4, $4, $5, $6, $4, $7, $8)",
            self.id,
            &session.token_hash[..],
            session.account,
            now,
            session.expires_at,
            session.stay_signed_in,
            session.ip,
            session.user_agent.chars().take(300).collect::<String>()
        )?;
        Ok(())
    }

    /// The session of a token while it is in force, its account active and its customer not erased.
    pub async fn membership(&mut self, token_hash: &[u8; 32]) -> Result<Option<Membership>> {
        let now = self.now();
        let company = self.id;
        let found = fetch_optional!(
            self.tx,
            MemberRow,
            "SELECT s.created_at AS opened_at, s.seen_at, s.expires_at, s.stay_signed_in, s.fresh_at, s.ip, s.user_agent,
                    a.id AS account_id, a.email AS account_email, a.password_hash, a.language AS account_language,
                    a.created_at AS account_created_at, a.activated_at,
                    c.id, c.dms_number, c.kind, c.gender, c.initials, c.first_name, c.infix, c.last_name, c.business_name,
                    c.birth_date, c.language, c.stage, c.location_id, c.preferred_channel, c.first_workshop_on,
                    c.last_visit_on, c.last_invoice_on, c.last_invoice_entity_id, c.deceased_at, c.restricted_at,
                    c.erased_at, c.missing_since, c.created_at, c.updated_at
             FROM account_sessions s
             JOIN accounts a ON a.company_id = s.company_id AND a.id = s.account_id
             JOIN customers c ON c.company_id = a.company_id AND c.id = a.customer_id
             WHERE s.company_id = $1 AND s.token_hash = $2 AND s.expires_at > $3 AND a.state = 'active'
               AND c.erased_at IS NULL",
            self.id,
            &token_hash[..],
            now
        )?;
        Ok(found.map(|row| Membership {
            session: AccountSession {
                token_hash: token_hash.to_vec(),
                account_id: row.account_id,
                customer_id: row.customer.id,
                created_at: row.opened_at,
                seen_at: row.seen_at,
                expires_at: row.expires_at,
                stay_signed_in: row.stay_signed_in,
                fresh_at: row.fresh_at,
                ip: row.ip,
                user_agent: row.user_agent,
            },
            who: SignedIn {
                company,
                account: row.account_id,
                customer: row.customer.id,
            },
            account: Account {
                id: row.account_id,
                customer_id: row.customer.id,
                email: row.account_email,
                password_hash: row.password_hash,
                language: row.account_language,
                state: AccountState::Active,
                created_at: row.account_created_at,
                activated_at: row.activated_at,
            },
            customer: row.customer,
        }))
    }

    /// Notes that a session was used, and until when it lasts now.
    pub async fn renew_account_session(&mut self, token_hash: &[u8], expires_at: Timestamp) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE account_sessions SET seen_at = $3, expires_at = $4 WHERE company_id = $1 AND token_hash = $2",
            self.id,
            token_hash,
            now,
            expires_at
        )?;
        Ok(())
    }

    /// The password was given again: the session is fresh and goes on under a new token.
    pub async fn refresh_account_session(&mut self, old: &[u8], new: &[u8; 32]) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE account_sessions SET token_hash = $3, fresh_at = $4, seen_at = $4
             WHERE company_id = $1 AND token_hash = $2",
            self.id,
            old,
            &new[..],
            now
        )?;
        Ok(())
    }

    /// The sessions of an account that are in force, the last used first.
    pub async fn account_sessions(&mut self, account: AccountId) -> Result<Vec<AccountSession>> {
        let now = self.now();
        fetch_all!(
            self.tx,
            AccountSession,
            "SELECT s.token_hash, s.account_id, a.customer_id, s.created_at, s.seen_at, s.expires_at,
                    s.stay_signed_in, s.fresh_at, s.ip, s.user_agent
             FROM account_sessions s JOIN accounts a ON a.company_id = s.company_id AND a.id = s.account_id
             WHERE s.company_id = $1 AND s.account_id = $2 AND s.expires_at > $3
             ORDER BY s.seen_at DESC, s.token_hash",
            self.id,
            account,
            now
        )
    }

    /// Ends one session of an account; false when there is none such.
    pub async fn end_account_session(&mut self, account: AccountId, token_hash: &[u8]) -> Result<bool> {
        let rows = execute!(
            self.tx,
            "DELETE FROM account_sessions WHERE company_id = $1 AND account_id = $2 AND token_hash = $3",
            self.id,
            account,
            token_hash
        )?;
        Ok(rows == 1)
    }

    /// Ends every session of an account but one, or all of them.
    pub async fn end_account_sessions(&mut self, account: AccountId, but: Option<&[u8]>) -> Result<u64> {
        execute!(
            self.tx,
            "DELETE FROM account_sessions WHERE company_id = $1 AND account_id = $2 AND token_hash <> $3",
            self.id,
            account,
            but.unwrap_or_default()
        )
    }

    /// Forgets sessions that have ended by themselves.
    pub async fn forget_ended_sessions(&mut self) -> Result<u64> {
        let now = self.now();
        let links = execute!(
            self.tx,
            "DELETE FROM link_sessions WHERE company_id = $1 AND expires_at <= $2",
            self.id,
            now
        )?;
        let accounts = execute!(
            self.tx,
            "DELETE FROM account_sessions WHERE company_id = $1 AND expires_at <= $2",
            self.id,
            now
        )?;
        Ok(links + accounts)
    }
}
