//! The three-field activation (F26–F28): what was typed, and whom it names.
//!
//! The page writes an attempt and answers; a job looks it up here (SEC-ACT-2). Nothing in this module is called by a page
//! but [`CompanyTx::add_activation_attempt`].

use carport_domain::people::{CustomerNumber, EmailAddress};
use carport_domain::{ContactPointId, CustomerId, Language, Timestamp, text_enum, uuid_v7};
use uuid::Uuid;

use crate::error::Result;
use crate::tx::CompanyTx;

text_enum! {
    /// What became of an attempt; never told to whoever typed it (SEC-ACT-1).
    pub enum ActivationOutcome {
        /// The link to choose a password went to the address on file.
        LinkSent = "link_sent",
        /// No customer has this number and this plate.
        NoMatch = "no_match",
        /// Number and plate are right, the address is not the one on file.
        OtherAddress = "other_address",
        /// The customer has an account; a link to choose a new password went out.
        AlreadyActive = "already_active",
        /// The customer got as many links as a day allows (SEC-ACT-8).
        Limited = "limited",
    }
}

/// What was typed, as it was typed.
#[derive(Debug, Clone, sqlx_macros::FromRow)]
pub struct ActivationAttempt {
    /// Its id.
    pub id: Uuid,
    /// The customer number.
    pub customer_number: String,
    /// The e-mail address.
    pub email: String,
    /// The plate.
    pub plate: String,
    /// The language of the page.
    pub language: Language,
    /// When.
    pub created_at: Timestamp,
}

/// A customer whom number and plate name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActivationMatch {
    /// Who.
    pub customer: CustomerId,
    /// The language on file.
    pub language: Option<Language>,
}

/// An e-mail address on file.
#[derive(Debug, Clone, sqlx_macros::FromRow)]
pub struct AddressOnFile {
    /// Its contact point.
    pub id: ContactPointId,
    /// The address.
    pub value: EmailAddress,
    /// The address folded.
    pub value_folded: String,
}

impl CompanyTx<'_> {
    /// Keeps what was typed.
    pub async fn add_activation_attempt(
        &mut self,
        customer_number: &str,
        email: &str,
        plate: &str,
        language: Language,
        ip: &str,
    ) -> Result<Uuid> {
        let now = self.now();
        let id = uuid_v7(now);
        execute!(
            self.tx,
            "INSERT INTO activation_attempts (company_id, id, customer_number, email, plate, language, ip, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            self.id,
            id,
            customer_number,
            email,
            plate,
            language,
            ip,
            now
        )?;
        Ok(id)
    }

    /// An attempt nobody has looked up yet.
    pub async fn open_activation_attempt(&mut self, id: Uuid) -> Result<Option<ActivationAttempt>> {
        fetch_optional!(
            self.tx,
            ActivationAttempt,
            "SELECT id, customer_number, email, plate, language, created_at FROM activation_attempts
             WHERE company_id = $1 AND id = $2 AND handled_at IS NULL",
            self.id,
            id
        )
    }

    /// Notes what became of an attempt, and forgets what was typed: it is of no more use, and it is personal.
    pub async fn settle_activation_attempt(&mut self, id: Uuid, outcome: ActivationOutcome) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE activation_attempts
             SET handled_at = $3, outcome = $4, customer_number = '', email = '', plate = '', ip = ''
             WHERE company_id = $1 AND id = $2",
            self.id,
            id,
            now,
            outcome
        )?;
        Ok(())
    }

    /// The customer with this number who holds a car with this plate; any car counts, spelling does not (F26).
    pub async fn activation_match(
        &mut self,
        number: &CustomerNumber,
        plate_folded: &str,
    ) -> Result<Option<ActivationMatch>> {
        let today = self.now().datetime().date_naive();
        let holders = fetch_all!(
            self.tx,
            (CustomerId, String, Option<Language>),
            "SELECT DISTINCT c.id, c.dms_number, c.language
             FROM vehicles v
             JOIN vehicle_holdings h ON h.company_id = v.company_id AND h.vehicle_id = v.id
             JOIN customers c ON c.company_id = h.company_id AND c.id = h.customer_id
             WHERE v.company_id = $1 AND v.plate_folded = $2 AND c.dms_number IS NOT NULL
               AND (h.until_on IS NULL OR h.until_on >= $3)
               AND c.erased_at IS NULL AND c.deceased_at IS NULL
             ORDER BY c.id",
            self.id,
            plate_folded,
            today
        )?;
        let wanted = number.key();
        Ok(holders
            .into_iter()
            .find(|(_, on_file, _)| {
                on_file
                    .parse::<CustomerNumber>()
                    .is_ok_and(|on_file| on_file.key() == wanted)
            })
            .map(|(customer, _, language)| ActivationMatch { customer, language }))
    }

    /// The customer's e-mail addresses that were on file at `asked_at`. One that took another's place less than 24 hours
    /// before does not count: whoever can change an address in the DMS must not be able to open the page with it
    /// (SEC-ACT-11).
    pub async fn addresses_on_file(
        &mut self,
        customer: CustomerId,
        asked_at: Timestamp,
    ) -> Result<Vec<AddressOnFile>> {
        fetch_all!(
            self.tx,
            AddressOnFile,
            "SELECT p.id, p.value, p.value_folded FROM contact_points p
             WHERE p.company_id = $1 AND p.customer_id = $2 AND p.kind = 'email'
               AND p.ended_at IS NULL AND p.invalid_since IS NULL AND p.created_at <= $3
               AND NOT (p.created_at > $4 AND p.origin <> 'customer' AND EXISTS (
                   SELECT 1 FROM contact_points earlier
                   WHERE earlier.company_id = $1 AND earlier.customer_id = $2 AND earlier.kind = 'email'
                     AND earlier.ended_at IS NOT NULL AND earlier.created_at < p.created_at))
             ORDER BY p.created_at DESC, p.id",
            self.id,
            customer,
            asked_at,
            asked_at.plus_hours(-24)
        )
    }

    /// How many attempts since an instant there were, and how many of them named nobody (SEC-ACT-9).
    pub async fn activation_attempts_since(&mut self, since: Timestamp) -> Result<(i64, i64)> {
        fetch_one!(
            self.tx,
            (i64, i64),
            "SELECT COUNT(*), CAST(COALESCE(SUM(CASE WHEN outcome = 'no_match' THEN 1 ELSE 0 END), 0) AS BIGINT)
             FROM activation_attempts WHERE company_id = $1 AND created_at >= $2",
            self.id,
            since
        )
    }

    /// Forgets attempts, of both kinds, made before an instant.
    pub async fn forget_ways_in(&mut self, before: Timestamp) -> Result<u64> {
        let resets = execute!(
            self.tx,
            "DELETE FROM reset_attempts WHERE company_id = $1 AND created_at < $2",
            self.id,
            before
        )?;
        let activations = execute!(
            self.tx,
            "DELETE FROM activation_attempts WHERE company_id = $1 AND created_at < $2",
            self.id,
            before
        )?;
        Ok(resets + activations)
    }
}

/// An address somebody typed as the one they forgot the password for.
#[derive(Debug, Clone, sqlx_macros::FromRow)]
pub struct ResetAttempt {
    /// Its id.
    pub id: Uuid,
    /// The address, as typed.
    pub email: String,
    /// The language of the page.
    pub language: Language,
    /// When.
    pub created_at: Timestamp,
}

impl CompanyTx<'_> {
    /// Keeps the address somebody forgot the password for (F56).
    pub async fn add_reset_attempt(&mut self, email: &str, language: Language) -> Result<Uuid> {
        let now = self.now();
        let id = uuid_v7(now);
        execute!(
            self.tx,
            "INSERT INTO reset_attempts (company_id, id, email, language, created_at) VALUES ($1, $2, $3, $4, $5)",
            self.id,
            id,
            email,
            language,
            now
        )?;
        Ok(id)
    }

    /// One that nobody has looked up yet.
    pub async fn open_reset_attempt(&mut self, id: Uuid) -> Result<Option<ResetAttempt>> {
        fetch_optional!(
            self.tx,
            ResetAttempt,
            "SELECT id, email, language, created_at FROM reset_attempts
             WHERE company_id = $1 AND id = $2 AND handled_at IS NULL",
            self.id,
            id
        )
    }

    /// Notes that it was looked up, and forgets the address.
    pub async fn settle_reset_attempt(&mut self, id: Uuid) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE reset_attempts SET handled_at = $3, email = '' WHERE company_id = $1 AND id = $2",
            self.id,
            id,
            now
        )?;
        Ok(())
    }
}
