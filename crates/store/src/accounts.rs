//! Customers' logins: invited, active, closed (DESIGN decision 11). One account belongs to one customer of one company.

use carport_domain::people::EmailAddress;
use carport_domain::{AccountId, CustomerId, Language, Timestamp, text_enum};

use crate::error::{Result, StoreError};
use crate::tx::CompanyTx;

text_enum! {
    /// Where an account stands.
    pub enum AccountState {
        /// A link to choose a password is on its way; nobody can sign in yet.
        Invited = "invited",
        /// The customer chose a password.
        Active = "active",
        /// Ended; kept so that what the customer did stays explainable.
        Closed = "closed",
    }
}

/// A customer's login at one company.
#[derive(Debug, Clone, sqlx_macros::FromRow)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// Whose data it opens.
    pub customer_id: CustomerId,
    /// The address to sign in with.
    pub email: EmailAddress,
    /// Argon2id, in PHC form; none until the customer chose one, or chooses the next.
    pub password_hash: Option<String>,
    /// The language the customer chose; none: the browser's.
    pub language: Option<Language>,
    /// Where it stands.
    pub state: AccountState,
    /// When it was made.
    pub created_at: Timestamp,
    /// When the first password was chosen.
    pub activated_at: Option<Timestamp>,
}

/// What became of taking an address into use for signing in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressUse {
    /// It is the account's now.
    Taken,
    /// Another active account of this company already signs in with it.
    InUse,
}

impl CompanyTx<'_> {
    /// The account that signs in with an address; `folded` as [`EmailAddress::fold`] makes it.
    pub async fn account_by_email(&mut self, folded: &str) -> Result<Option<Account>> {
        fetch_optional!(
            self.tx,
            Account,
            "SELECT id, customer_id, email, password_hash, language, state, created_at, activated_at FROM accounts
             WHERE company_id = $1 AND email_folded = $2 AND state = 'active'",
            self.id,
            folded
        )
    }

    /// An account by its id, closed ones too.
    pub async fn account(&mut self, id: AccountId) -> Result<Option<Account>> {
        fetch_optional!(
            self.tx,
            Account,
            "SELECT id, customer_id, email, password_hash, language, state, created_at, activated_at FROM accounts
             WHERE company_id = $1 AND id = $2",
            self.id,
            id
        )
    }

    /// The account a customer has, unless it was closed.
    pub async fn account_of(&mut self, customer: CustomerId) -> Result<Option<Account>> {
        fetch_optional!(
            self.tx,
            Account,
            "SELECT id, customer_id, email, password_hash, language, state, created_at, activated_at FROM accounts
             WHERE company_id = $1 AND customer_id = $2 AND state <> 'closed'",
            self.id,
            customer
        )
    }

    /// Makes an invited account, or gives the one the customer already has. An account that is still only invited takes
    /// the address given now: the newest address on file is the one the link goes to.
    pub async fn invite_account(
        &mut self,
        customer: CustomerId,
        email: &EmailAddress,
        language: Option<Language>,
    ) -> Result<Account> {
        let now = self.now();
        execute!(
            self.tx,
            "INSERT INTO accounts (company_id, id, customer_id, email, email_folded, language, state, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, 'invited', $7) ON CONFLICT DO NOTHING",
            self.id,
            AccountId::new(now),
            customer,
            email.as_str(),
            email.fold(),
            language,
            now
        )?;
        execute!(
            self.tx,
            "UPDATE accounts SET email = $3, email_folded = $4
             WHERE company_id = $1 AND customer_id = $2 AND state = 'invited'",
            self.id,
            customer,
            email.as_str(),
            email.fold()
        )?;
        self.account_of(customer)
            .await?
            .ok_or(StoreError::Missing("the account just invited"))
    }

    /// Keeps the first password: the account becomes active. [`AddressUse::InUse`] when another active account signs in
    /// with the same address (a household); nothing is changed then.
    pub async fn activate_account(&mut self, id: AccountId, password_hash: &str) -> Result<AddressUse> {
        let now = self.now();
        let rows = execute!(
            self.tx,
            "UPDATE accounts SET state = 'active', password_hash = $3, activated_at = $4
             WHERE company_id = $1 AND id = $2 AND state = 'invited'
               AND NOT EXISTS (SELECT 1 FROM accounts other WHERE other.company_id = $1 AND other.state = 'active'
                                 AND other.email_folded = accounts.email_folded AND other.id <> $2)",
            self.id,
            id,
            password_hash,
            now
        )?;
        Ok(if rows == 1 {
            AddressUse::Taken
        } else {
            AddressUse::InUse
        })
    }

    /// Replaces the password of an active account. Ending its sessions is the caller's next line.
    pub async fn set_password(&mut self, id: AccountId, password_hash: &str) -> Result<()> {
        let rows = execute!(
            self.tx,
            "UPDATE accounts SET password_hash = $3 WHERE company_id = $1 AND id = $2 AND state = 'active'",
            self.id,
            id,
            password_hash
        )?;
        if rows == 1 {
            Ok(())
        } else {
            Err(StoreError::Missing("the active account"))
        }
    }

    /// Forgets the password of an active account, so that none opens it until a link has set a new one. Ending its sessions is the
    /// caller's next line.
    pub async fn forget_password(&mut self, id: AccountId) -> Result<()> {
        execute!(
            self.tx,
            "UPDATE accounts SET password_hash = NULL WHERE company_id = $1 AND id = $2 AND state = 'active'",
            self.id,
            id
        )?;
        Ok(())
    }

    /// Signs in with another address from now on, unless another active account does.
    pub async fn set_account_email(&mut self, id: AccountId, email: &EmailAddress) -> Result<AddressUse> {
        let rows = execute!(
            self.tx,
            "UPDATE accounts SET email = $3, email_folded = $4
             WHERE company_id = $1 AND id = $2 AND state = 'active'
               AND NOT EXISTS (SELECT 1 FROM accounts other WHERE other.company_id = $1 AND other.state = 'active'
                                 AND other.email_folded = $4 AND other.id <> $2)",
            self.id,
            id,
            email.as_str(),
            email.fold()
        )?;
        Ok(if rows == 1 {
            AddressUse::Taken
        } else {
            AddressUse::InUse
        })
    }

    /// Remembers the language the customer chose.
    pub async fn set_account_language(&mut self, id: AccountId, language: Language) -> Result<()> {
        execute!(
            self.tx,
            "UPDATE accounts SET language = $3 WHERE company_id = $1 AND id = $2",
            self.id,
            id,
            language
        )?;
        Ok(())
    }

    /// Ends an account with its sessions and the links that lead to it.
    pub async fn close_account(&mut self, id: AccountId) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE accounts SET state = 'closed', closed_at = $3, password_hash = NULL
             WHERE company_id = $1 AND id = $2 AND state <> 'closed'",
            self.id,
            id,
            now
        )?;
        self.end_account_sessions(id, None).await?;
        execute!(
            self.tx,
            "UPDATE links SET revoked_at = $3
             WHERE company_id = $1 AND account_id = $2 AND used_at IS NULL AND revoked_at IS NULL",
            self.id,
            id,
            now
        )?;
        Ok(())
    }
}
