//! Sessions of staff and operators: opaque 256-bit tokens of which only the hash is kept, idle 8 h, absolute 12 h
//! (SEC-SESS-1).

use carport_domain::{Language, OperatorId, StaffId, Timestamp};

use crate::error::Result;
use crate::tx::InstallationTx;

/// Ends after this long without a request, hours.
pub const IDLE_HOURS: i64 = 8;
/// Ends after this long in any case, hours.
pub const ABSOLUTE_HOURS: i64 = 12;

/// What is known of a browser when its session begins.
#[derive(Debug, Clone, Copy)]
pub struct NewSession<'a> {
    /// SHA-256 of the cookie's token.
    pub token_hash: &'a [u8],
    /// Where it came from.
    pub ip: &'a str,
    /// What it says it is.
    pub user_agent: &'a str,
    /// Whether the second factor was shown already, or none is needed.
    pub second_factor: bool,
}

/// A running session of a staff member or operator.
#[derive(Debug, Clone, sqlx_macros::FromRow)]
pub struct SessionRow<Id> {
    /// Whose.
    pub id: Id,
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Their language.
    pub language: Language,
    /// When the second factor was shown; none: still to come.
    pub second_factor_at: Option<Timestamp>,
    /// Whether a second factor is set up.
    pub has_second_factor: bool,
    /// The last proof of identity.
    pub fresh_at: Timestamp,
    /// The last request.
    pub seen_at: Timestamp,
}

/// A running session of a staff member.
pub type StaffSession = SessionRow<StaffId>;

impl InstallationTx<'_> {
    /// Begins a staff session.
    pub async fn start_staff_session(&mut self, id: StaffId, new: NewSession<'_>) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "INSERT INTO staff_sessions (token_hash, staff_id, created_at, seen_at, expires_at, second_factor_at, fresh_at,
                ip, user_agent)
             VALUES ($1, $2, $3, $3, $4, $5, $3, $6, $7)",
            new.token_hash,
            id,
            now,
            now.plus_hours(ABSOLUTE_HOURS),
            new.second_factor.then_some(now),
            new.ip,
            new.user_agent
        )?;
        Ok(())
    }

    /// The staff session behind a token, if it still runs.
    pub async fn staff_session(&mut self, token_hash: &[u8]) -> Result<Option<StaffSession>> {
        let now = self.now();
        fetch_optional!(
            self.tx,
            StaffSession,
            "SELECT u.id, u.name, u.email, u.language, s.second_factor_at, u.totp_secret IS NOT NULL AS has_second_factor,
                s.fresh_at, s.seen_at
             FROM staff_sessions s JOIN staff_users u ON u.id = s.staff_id
             WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.seen_at > $3 AND u.disabled_at IS NULL",
            token_hash,
            now,
            now.plus_hours(-IDLE_HOURS)
        )
    }

    /// Notes that a staff session was used.
    pub async fn touch_staff_session(&mut self, token_hash: &[u8]) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE staff_sessions SET seen_at = $2 WHERE token_hash = $1",
            token_hash,
            now
        )?;
        Ok(())
    }

    /// Notes that the second factor was shown, or identity proved again.
    pub async fn confirm_staff_session(&mut self, token_hash: &[u8]) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE staff_sessions SET second_factor_at = $2, fresh_at = $2 WHERE token_hash = $1",
            token_hash,
            now
        )?;
        Ok(())
    }

    /// Ends one staff session.
    pub async fn end_staff_session(&mut self, token_hash: &[u8]) -> Result<()> {
        execute!(
            self.tx,
            "DELETE FROM staff_sessions WHERE token_hash = $1",
            token_hash
        )?;
        Ok(())
    }

    /// Ends a staff member's sessions but one.
    pub async fn end_other_staff_sessions(&mut self, id: StaffId, kept: &[u8]) -> Result<()> {
        execute!(
            self.tx,
            "DELETE FROM staff_sessions WHERE staff_id = $1 AND token_hash <> $2",
            id,
            kept
        )?;
        Ok(())
    }

    /// Ends an operator's sessions but one.
    pub async fn end_other_operator_sessions(&mut self, id: OperatorId, kept: &[u8]) -> Result<()> {
        execute!(
            self.tx,
            "DELETE FROM operator_sessions WHERE operator_id = $1 AND token_hash <> $2",
            id,
            kept
        )?;
        Ok(())
    }

    /// Begins an operator's session.
    pub async fn start_operator_session(&mut self, id: OperatorId, new: NewSession<'_>) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "INSERT INTO operator_sessions (token_hash, operator_id, created_at, seen_at, expires_at, second_factor_at,
                fresh_at, ip, user_agent)
             VALUES ($1, $2, $3, $3, $4, $5, $3, $6, $7)",
            new.token_hash,
            id,
            now,
            now.plus_hours(ABSOLUTE_HOURS),
            new.second_factor.then_some(now),
            new.ip,
            new.user_agent
        )?;
        Ok(())
    }

    /// The operator's session behind a token, if it still runs.
    pub async fn operator_session(&mut self, token_hash: &[u8]) -> Result<Option<SessionRow<OperatorId>>> {
        let now = self.now();
        fetch_optional!(
            self.tx,
            SessionRow<OperatorId>,
            "SELECT o.id, o.name, o.email, o.language, s.second_factor_at, o.totp_secret IS NOT NULL AS has_second_factor,
                s.fresh_at, s.seen_at
             FROM operator_sessions s JOIN operators o ON o.id = s.operator_id
             WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.seen_at > $3",
            token_hash,
            now,
            now.plus_hours(-IDLE_HOURS)
        )
    }

    /// Notes that an operator's session was used.
    pub async fn touch_operator_session(&mut self, token_hash: &[u8]) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE operator_sessions SET seen_at = $2 WHERE token_hash = $1",
            token_hash,
            now
        )?;
        Ok(())
    }

    /// Notes that the operator showed the second factor.
    pub async fn confirm_operator_session(&mut self, token_hash: &[u8]) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE operator_sessions SET second_factor_at = $2, fresh_at = $2 WHERE token_hash = $1",
            token_hash,
            now
        )?;
        Ok(())
    }

    /// Ends an operator's session.
    pub async fn end_operator_session(&mut self, token_hash: &[u8]) -> Result<()> {
        execute!(
            self.tx,
            "DELETE FROM operator_sessions WHERE token_hash = $1",
            token_hash
        )?;
        Ok(())
    }

    /// Forgets sessions that have ended.
    pub async fn forget_ended_sessions(&mut self) -> Result<u64> {
        let now = self.now();
        let staff = execute!(self.tx, "DELETE FROM staff_sessions WHERE expires_at <= $1", now)?;
        let operators = execute!(
            self.tx,
            "DELETE FROM operator_sessions WHERE expires_at <= $1",
            now
        )?;
        Ok(staff + operators)
    }
}
