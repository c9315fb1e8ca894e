//! Invitations by mail: a link that lets somebody set a password and join a company.

use carport_domain::access::Role;
use carport_domain::{CompanyId, InvitationId, StaffId, Timestamp};

use crate::error::Result;
use crate::tx::{CompanyTx, InstallationTx};

/// How long an invitation holds, hours.
pub const INVITATION_HOURS: i64 = 7 * 24;

/// An invitation that was neither accepted nor withdrawn.
#[derive(Debug, Clone, sqlx_macros::FromRow)]
pub struct Invitation {
    /// By which company.
    pub company_id: CompanyId,
    /// Its id.
    pub id: InvitationId,
    /// Whom.
    pub email: String,
    /// Their name.
    pub name: String,
    /// As what.
    pub role: Role,
    /// JSON list of regions.
    pub regions: String,
    /// Until when.
    pub expires_at: Timestamp,
}

impl CompanyTx<'_> {
    /// Invites somebody; an older invitation to the same address is withdrawn.
    pub async fn invite_staff(
        &mut self,
        email: &str,
        name: &str,
        role: Role,
        regions: &str,
        token_hash: &[u8],
        actor: &str,
    ) -> Result<InvitationId> {
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE staff_invitations SET withdrawn_at = $3
             WHERE company_id = $1 AND email = $2 AND accepted_at IS NULL AND withdrawn_at IS NULL",
            self.id,
            email,
            now
        )?;
        let id = InvitationId::new(now);
        execute!(
            self.tx,
            "INSERT INTO staff_invitations (company_id, id, email, name, role, regions, token_hash, invited_by, created_at,
                expires_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            self.id,
            id,
            email,
            name,
            role,
            regions,
            token_hash,
            actor,
            now,
            now.plus_hours(INVITATION_HOURS)
        )?;
        Ok(id)
    }

    /// Invitations that still stand.
    pub async fn open_invitations(&mut self) -> Result<Vec<Invitation>> {
        let now = self.now();
        fetch_all!(
            self.tx,
            Invitation,
            "SELECT company_id, id, email, name, role, regions, expires_at FROM staff_invitations
             WHERE company_id = $1 AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > $2 ORDER BY id",
            self.id,
            now
        )
    }

    /// Takes an invitation back.
    pub async fn withdraw_invitation(&mut self, id: InvitationId) -> Result<bool> {
        let now = self.now();
        Ok(execute!(
            self.tx,
            "UPDATE staff_invitations SET withdrawn_at = $3
             WHERE company_id = $1 AND id = $2 AND accepted_at IS NULL AND withdrawn_at IS NULL",
            self.id,
            id,
            now
        )? > 0)
    }
}

impl InstallationTx<'_> {
    /// The standing invitation behind a token.
    pub async fn invitation(&mut self, token_hash: &[u8]) -> Result<Option<Invitation>> {
        let now = self.now();
        fetch_optional!(
            self.tx,
            Invitation,
            "SELECT company_id, id, email, name, role, regions, expires_at FROM staff_invitations
             WHERE token_hash = $1 AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > $2",
            token_hash,
            now
        )
    }

    /// Uses up an invitation and gives the person their place. False when somebody was faster.
    pub async fn accept_invitation(&mut self, invitation: &Invitation, staff: StaffId) -> Result<bool> {
        let now = self.now();
        let used = execute!(
            self.tx,
            "UPDATE staff_invitations SET accepted_at = $3
             WHERE company_id = $1 AND id = $2 AND accepted_at IS NULL AND withdrawn_at IS NULL",
            invitation.company_id,
            invitation.id,
            now
        )?;
        if used == 0 {
            return Ok(false);
        }
        let mut company = self.tx.company(invitation.company_id).await?;
        company
            .set_member(
                staff,
                invitation.role,
                &invitation.regions,
                &format!("staff:{staff}"),
            )
            .await?;
        self.tx.installation().await?;
        Ok(true)
    }
}
