//! Staff: people who work for one or more companies, their roles there, and how they sign in.

mod invitations;
mod operators;
mod sessions;

use carport_domain::access::Role;
use carport_domain::{CompanyId, Language, StaffId, Timestamp};

pub use invitations::{INVITATION_HOURS, Invitation};
pub use operators::Operator;
pub use sessions::{NewSession, SessionRow, StaffSession};

use crate::error::{Result, StoreError};
use crate::tx::{CompanyTx, InstallationTx};

/// A person who works for one or more companies.
#[derive(Debug, Clone, sqlx_macros::FromRow)]
pub struct StaffUser {
    /// Their id.
    pub id: StaffId,
    /// Their address, with which they sign in.
    pub email: String,
    /// Their name.
    pub name: String,
    /// The language of their pages.
    pub language: Language,
    /// PHC string; none until the invitation was accepted.
    pub password_hash: Option<String>,
    /// Whether a second factor is set up.
    pub has_second_factor: bool,
    /// Since when they may not sign in.
    pub disabled_at: Option<Timestamp>,
}

/// A person's place in one company.
#[derive(Debug, Clone, sqlx_macros::FromRow)]
pub struct Member {
    /// Who.
    pub staff_id: StaffId,
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// What they may do.
    pub role: Role,
    /// JSON list of regions, for regional managers.
    pub regions: String,
    /// Since when.
    pub created_at: Timestamp,
    /// Whether a second factor is set up.
    pub has_second_factor: bool,
}

const SELECT_USER: &str =
    "SELECT id, email, name, language, password_hash, totp_secret IS NOT NULL AS has_second_factor,
    disabled_at FROM staff_users";

impl InstallationTx<'_> {
    /// The staff member with an address (folded).
    pub async fn staff_by_email(&mut self, email_folded: &str) -> Result<Option<StaffUser>> {
        let sql = sqlx::AssertSqlSafe(format!("{SELECT_USER} WHERE email_folded = $1"));
        fetch_optional!(self.tx, StaffUser, sql, email_folded)
    }

    /// A staff member.
    pub async fn staff_user(&mut self, id: StaffId) -> Result<Option<StaffUser>> {
        let sql = sqlx::AssertSqlSafe(format!("{SELECT_USER} WHERE id = $1"));
        fetch_optional!(self.tx, StaffUser, sql, id)
    }

    /// The staff member with an address, made if new; the address is their identity.
    pub async fn find_or_add_staff(
        &mut self,
        email: &str,
        email_folded: &str,
        name: &str,
        language: Language,
    ) -> Result<StaffId> {
        let now = self.now();
        execute!(
            self.tx,
            "INSERT INTO staff_users (id, email, email_folded, name, language, created_at) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (email_folded) DO NOTHING",
            StaffId::new(now),
            email,
            email_folded,
            name,
            language,
            now
        )?;
        fetch_scalar!(
            self.tx,
            StaffId,
            "SELECT id FROM staff_users WHERE email_folded = $1",
            email_folded
        )
    }

    /// Sets the password's PHC string and ends every session.
    pub async fn set_staff_password(&mut self, id: StaffId, hash: &str) -> Result<()> {
        let done = execute!(
            self.tx,
            "UPDATE staff_users SET password_hash = $2 WHERE id = $1",
            id,
            hash
        )?;
        if done == 0 {
            return Err(StoreError::Missing("staff member"));
        }
        execute!(self.tx, "DELETE FROM staff_sessions WHERE staff_id = $1", id)?;
        Ok(())
    }

    /// Saves name and language.
    pub async fn save_staff_user(&mut self, id: StaffId, name: &str, language: Language) -> Result<()> {
        execute!(
            self.tx,
            "UPDATE staff_users SET name = $2, language = $3 WHERE id = $1",
            id,
            name,
            language
        )?;
        Ok(())
    }

    /// Sets or removes the TOTP secret; it is sealed here.
    pub async fn set_staff_totp(&mut self, id: StaffId, secret: Option<&[u8]>) -> Result<()> {
        let place = format!("staff_users.totp_secret.{id}");
        let sealed = secret.map(|s| self.tx.store.keys().seal(&place, s));
        execute!(
            self.tx,
            "UPDATE staff_users SET totp_secret = $2, totp_last_step = NULL WHERE id = $1",
            id,
            sealed
        )?;
        Ok(())
    }

    /// The opened TOTP secret and the last step that was accepted.
    pub async fn staff_totp(&mut self, id: StaffId) -> Result<Option<(Vec<u8>, Option<i64>)>> {
        let row: Option<(Option<Vec<u8>>, Option<i64>)> = fetch_optional!(
            self.tx,
            (Option<Vec<u8>>, Option<i64>),
            "SELECT totp_secret, totp_last_step FROM staff_users WHERE id = $1",
            id
        )?;
        let Some((Some(sealed), last)) = row else {
            return Ok(None);
        };
        let secret = self
            .tx
            .store
            .keys()
            .open(&format!("staff_users.totp_secret.{id}"), &sealed)?;
        Ok(Some((secret, last)))
    }

    /// Uses up a TOTP step; false when this or a later one was used before (replay).
    pub async fn use_staff_totp_step(&mut self, id: StaffId, step: i64) -> Result<bool> {
        Ok(execute!(
            self.tx,
            "UPDATE staff_users SET totp_last_step = $2
             WHERE id = $1 AND (totp_last_step IS NULL OR totp_last_step < $2)",
            id,
            step
        )? > 0)
    }

    /// The companies a staff member works for: id, address, name, role.
    pub async fn memberships(&mut self, id: StaffId) -> Result<Vec<(CompanyId, String, String, Role)>> {
        fetch_all!(
            self.tx,
            (CompanyId, String, String, Role),
            "SELECT c.id, c.slug, c.name, m.role FROM staff_memberships m JOIN companies c ON c.id = m.company_id
             WHERE m.staff_id = $1 AND m.ended_at IS NULL AND c.status <> 'closed' ORDER BY c.name, c.id",
            id
        )
    }
}

impl CompanyTx<'_> {
    /// Everybody who works for the company now.
    pub async fn members(&mut self) -> Result<Vec<Member>> {
        fetch_all!(
            self.tx,
            Member,
            "SELECT m.staff_id, u.name, u.email, m.role, m.regions, m.created_at,
                u.totp_secret IS NOT NULL AS has_second_factor
             FROM staff_memberships m JOIN staff_users u ON u.id = m.staff_id
             WHERE m.company_id = $1 AND m.ended_at IS NULL ORDER BY u.name, m.staff_id",
            self.id
        )
    }

    /// A staff member's place in the company, if they have one.
    pub async fn member(&mut self, id: StaffId) -> Result<Option<Member>> {
        fetch_optional!(
            self.tx,
            Member,
            "SELECT m.staff_id, u.name, u.email, m.role, m.regions, m.created_at,
                u.totp_secret IS NOT NULL AS has_second_factor
             FROM staff_memberships m JOIN staff_users u ON u.id = m.staff_id
             WHERE m.company_id = $1 AND m.staff_id = $2 AND m.ended_at IS NULL AND u.disabled_at IS NULL",
            self.id,
            id
        )
    }

    /// Gives a staff member a place, or changes it.
    pub async fn set_member(&mut self, id: StaffId, role: Role, regions: &str, actor: &str) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "INSERT INTO staff_memberships (company_id, staff_id, role, regions, created_at, created_by)
             VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (company_id, staff_id) DO UPDATE SET role = excluded.role, regions = excluded.regions, ended_at = NULL",
            self.id,
            id,
            role,
            regions,
            now,
            actor
        )?;
        Ok(())
    }

    /// Whether the company has an owner besides this one. Asked one transaction at a time, so that two owners who leave at
    /// once do not each count on the other.
    async fn has_another_owner(&mut self, id: StaffId) -> Result<bool> {
        self.tx.take_turn("owners", self.id).await?;
        let others: i64 = fetch_scalar!(
            self.tx,
            i64,
            "SELECT COUNT(*) FROM staff_memberships
             WHERE company_id = $1 AND role = 'owner' AND ended_at IS NULL AND staff_id <> $2",
            self.id,
            id
        )?;
        Ok(others > 0)
    }

    /// Gives a staff member another role. False when the company would be left without an owner.
    pub async fn change_member(
        &mut self,
        id: StaffId,
        role: Role,
        regions: &str,
        actor: &str,
    ) -> Result<bool> {
        if role != Role::Owner && !self.has_another_owner(id).await? {
            return Ok(false);
        }
        self.set_member(id, role, regions, actor).await?;
        Ok(true)
    }

    /// Ends a staff member's place. False when the company would be left without an owner.
    pub async fn end_member(&mut self, id: StaffId) -> Result<bool> {
        if !self.has_another_owner(id).await? {
            return Ok(false);
        }
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE staff_memberships SET ended_at = $3 WHERE company_id = $1 AND staff_id = $2 AND ended_at IS NULL",
            self.id,
            id,
            now
        )?;
        Ok(true)
    }
}
