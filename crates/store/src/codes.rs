//! One-time codes by mail (F62): asked for by a browser, sent by a job, good in that browser alone.
//!
//! A page writes a request and answers the same to everybody; the job of the outreach crate finds out whom the address
//! belongs to and sends a code, or nothing. Tries count whether there is a code or not.

use carport_domain::secrets::MailCode;
use carport_domain::{AccountId, Language, Timestamp, text_enum, uuid_v7};
use uuid::Uuid;

use crate::error::Result;
use crate::keys::Keys;
use crate::tx::CompanyTx;

text_enum! {
    /// What a code is for; one for one purpose opens nothing else.
    pub enum CodePurpose {
        /// Signing in without a password.
        SignIn = "sign_in",
        /// Proving once more who is there, before a sensitive page (SEC-STEP-1).
        StepUp = "step_up",
        /// Proving the address that somebody with an activation letter will sign in with.
        Activation = "activation",
    }
}

/// The least time between two codes for one address, seconds (SEC-OTP-3).
pub const BETWEEN_SECONDS: i64 = 30;
/// Codes for one address within an hour, and within a day (SEC-OTP-3).
pub const PER_HOUR: usize = 3;
/// See [`PER_HOUR`].
pub const PER_DAY: usize = 10;
/// Wrong codes at a company within an hour after which codes rest, and only passwords open (SEC-OTP-2).
pub const MOST_FAILURES_PER_HOUR: i64 = 200;
/// Wrong codes in a row after which an account gets no more of them until a new password was chosen (SEC-OTP-2).
pub const MOST_FAILURES_IN_A_ROW: i64 = 100;

/// A request for a code.
#[derive(Debug, Clone, Copy)]
pub struct NewCode<'a> {
    /// What for.
    pub purpose: CodePurpose,
    /// SHA-256 of the token in the browser's cookie.
    pub browser_hash: &'a [u8; 32],
    /// The address as typed.
    pub email: &'a str,
    /// The address as compared.
    pub folded: &'a str,
    /// The language of the page.
    pub language: Language,
    /// The account, where the browser is signed in.
    pub account: Option<AccountId>,
    /// The activation letter that was shown.
    pub letter: Option<Uuid>,
    /// How long the code works.
    pub minutes: i64,
}

/// What became of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeAsked {
    /// It waits for the job.
    Waits(Uuid),
    /// This address had one a moment ago, or too many; the next may be asked for at this instant.
    NotBefore(Timestamp),
    /// Codes rest at this company, since too many were wrong.
    Resting,
}

/// A request nobody has answered yet.
#[derive(Debug, Clone, sqlx_macros::FromRow)]
pub struct CodeRequest {
    /// Its id.
    pub id: Uuid,
    /// What for.
    pub purpose: CodePurpose,
    /// The address as typed.
    pub email: String,
    /// The language of the page.
    pub language: Language,
    /// The account, where the browser is signed in.
    pub account_id: Option<AccountId>,
    /// When it was asked for.
    pub created_at: Timestamp,
    /// Until when a code works.
    pub expires_at: Timestamp,
}

/// What became of a try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodeTried {
    /// The code is right, and used up.
    Right(UsedCode),
    /// It is wrong; another try is left.
    Wrong,
    /// No code works in this browser any more: used, over, or tried too often.
    Over,
}

/// What a right code stands for.
#[derive(Debug, Clone, PartialEq, Eq, sqlx_macros::FromRow)]
pub struct UsedCode {
    /// Whom it lets in.
    pub account_id: Option<AccountId>,
    /// The activation letter that was shown before.
    pub letter_id: Option<Uuid>,
    /// The address it was sent to.
    pub email: String,
}

#[derive(sqlx_macros::FromRow)]
struct TriedRow {
    id: Uuid,
    code_hash: Option<Vec<u8>>,
    #[sqlx(flatten)]
    used: UsedCode,
}

fn address_hash(keys: &Keys, folded: &str) -> [u8; 32] {
    keys.keyed_hash("code-address", &[folded.as_bytes()])
}

fn code_hash(keys: &Keys, id: Uuid, code: &MailCode) -> [u8; 32] {
    keys.keyed_hash("mail-code", &[id.as_bytes(), code.reveal().as_bytes()])
}

impl CompanyTx<'_> {
    /// Keeps a request for a code, unless the address got one a moment ago or enough of them.
    pub async fn ask_code(&mut self, new: NewCode<'_>) -> Result<CodeAsked> {
        let now = self.now();
        if self.codes_rest().await? {
            return Ok(CodeAsked::Resting);
        }
        let address = address_hash(self.tx.store.keys(), new.folded);
        let earlier = fetch_all!(
            self.tx,
            (Timestamp,),
            "SELECT created_at FROM one_time_codes WHERE company_id = $1 AND address_hash = $2 AND created_at > $3
             ORDER BY created_at DESC, id LIMIT 10",
            self.id,
            &address[..],
            now.plus_hours(-24)
        )?;
        let at = |place: usize| earlier.get(place).map(|(at,)| *at);
        let waits = [
            at(0).map(|at| at.plus_seconds(BETWEEN_SECONDS)),
            at(PER_HOUR - 1).map(|at| at.plus_hours(1)),
            at(PER_DAY - 1).map(|at| at.plus_hours(24)),
        ];
        if let Some(next) = waits.into_iter().flatten().max().filter(|next| *next > now) {
            return Ok(CodeAsked::NotBefore(next));
        }
        let id = uuid_v7(now);
        execute!(
            self.tx,
            "INSERT INTO one_time_codes (company_id, id, purpose, browser_hash, address_hash, email, language, account_id,
                                         letter_id, tries, created_at, expires_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10, $11)",
            self.id,
            id,
            new.purpose,
            &new.browser_hash[..],
            &address[..],
            new.email,
            new.language,
            new.account,
            new.letter,
            now,
            now.plus_seconds(new.minutes * 60)
        )?;
        Ok(CodeAsked::Waits(id))
    }

    /// Whether codes rest, because too many wrong ones were typed within the hour (SEC-OTP-2).
    pub async fn codes_rest(&mut self) -> Result<bool> {
        let since = self.now().plus_hours(-1);
        let failures = fetch_scalar!(
            self.tx,
            i64,
            "SELECT CAST(COALESCE(SUM(CASE WHEN used_at IS NULL THEN tries ELSE tries - 1 END), 0) AS BIGINT)
             FROM one_time_codes WHERE company_id = $1 AND created_at > $2",
            self.id,
            since
        )?;
        Ok(failures > MOST_FAILURES_PER_HOUR)
    }

    /// Whether an account gets no codes by mail until it has a new password: so many in a row were wrong (SEC-OTP-2).
    pub async fn codes_are_off(&mut self, account: AccountId) -> Result<bool> {
        let failures = fetch_scalar!(
            self.tx,
            i64,
            "SELECT CAST(COALESCE(SUM(tries), 0) AS BIGINT) FROM one_time_codes c
             WHERE c.company_id = $1 AND c.account_id = $2 AND c.used_at IS NULL
               AND c.created_at > (SELECT COALESCE(MAX(good.created_at), 0) FROM one_time_codes good
                                   WHERE good.company_id = $1 AND good.account_id = $2 AND good.used_at IS NOT NULL)",
            self.id,
            account
        )?;
        Ok(failures >= MOST_FAILURES_IN_A_ROW)
    }

    /// A request nobody has answered yet.
    pub async fn open_code_request(&mut self, id: Uuid) -> Result<Option<CodeRequest>> {
        fetch_optional!(
            self.tx,
            CodeRequest,
            "SELECT id, purpose, email, language, account_id, created_at, expires_at FROM one_time_codes
             WHERE company_id = $1 AND id = $2 AND handled_at IS NULL",
            self.id,
            id
        )
    }

    /// Notes the code that answers a request and whom it lets in; without one, that nobody is let in.
    pub async fn answer_code_request(
        &mut self,
        id: Uuid,
        code: Option<&MailCode>,
        account: Option<AccountId>,
    ) -> Result<()> {
        let now = self.now();
        let hash = code.map(|code| code_hash(self.tx.store.keys(), id, code).to_vec());
        execute!(
            self.tx,
            "UPDATE one_time_codes SET handled_at = $3, code_hash = $4, account_id = $5
             WHERE company_id = $1 AND id = $2 AND handled_at IS NULL",
            self.id,
            id,
            now,
            hash,
            account
        )?;
        Ok(())
    }

    /// Tries a code in a browser. A right one is used up; of two at the same time only one is right.
    pub async fn try_code(
        &mut self,
        browser_hash: &[u8; 32],
        purpose: CodePurpose,
        typed: &MailCode,
        most_tries: i64,
    ) -> Result<CodeTried> {
        let now = self.now();
        if self.codes_rest().await? {
            return Ok(CodeTried::Over);
        }
        let counted = execute!(
            self.tx,
            "UPDATE one_time_codes SET tries = tries + 1
             WHERE company_id = $1 AND browser_hash = $2 AND purpose = $3 AND used_at IS NULL AND expires_at > $4
               AND tries < $5",
            self.id,
            &browser_hash[..],
            purpose,
            now,
            most_tries
        )?;
        if counted == 0 {
            return Ok(CodeTried::Over);
        }
        let row = fetch_one!(
            self.tx,
            TriedRow,
            "SELECT id, code_hash, account_id, letter_id, email FROM one_time_codes
             WHERE company_id = $1 AND browser_hash = $2",
            self.id,
            &browser_hash[..]
        )?;
        // Keyed hashes: how long comparing two of them takes says nothing about the code.
        let hash = code_hash(self.tx.store.keys(), row.id, typed);
        if row.code_hash.as_deref() != Some(&hash[..]) {
            return Ok(CodeTried::Wrong);
        }
        execute!(
            self.tx,
            "UPDATE one_time_codes SET used_at = $3, email = '' WHERE company_id = $1 AND id = $2",
            self.id,
            row.id,
            now
        )?;
        Ok(CodeTried::Right(row.used))
    }

    /// Forgets an account's codes: a new password was chosen by a link, which proved the address anew.
    pub async fn forget_codes_of(&mut self, account: AccountId) -> Result<u64> {
        execute!(
            self.tx,
            "DELETE FROM one_time_codes WHERE company_id = $1 AND account_id = $2",
            self.id,
            account
        )
    }

    /// Forgets codes asked for before an instant, and the addresses of those that are over.
    pub async fn forget_codes(&mut self, before: Timestamp) -> Result<u64> {
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE one_time_codes SET email = '' WHERE company_id = $1 AND expires_at <= $2 AND email <> ''",
            self.id,
            now
        )?;
        execute!(
            self.tx,
            "DELETE FROM one_time_codes WHERE company_id = $1 AND created_at < $2",
            self.id,
            before
        )
    }
}
