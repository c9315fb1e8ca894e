//! Logos (F3): the dealer's own and its brands', above every page.

use bytes::Bytes;

use crate::error::Result;
use crate::tx::CompanyTx;

/// A logo of a company.
#[derive(Debug, Clone, PartialEq, Eq, sqlx_macros::FromRow)]
pub struct Logo {
    /// Its place; the first is the company's own.
    pub position: i64,
    /// Where the picture is in the object store.
    pub object_key: String,
    /// `image/svg+xml` or `image/png`.
    pub media_type: String,
    /// What it says to those who do not see it.
    pub alt: String,
}

impl CompanyTx<'_> {
    /// The logos in their order.
    pub async fn logos(&mut self) -> Result<Vec<Logo>> {
        fetch_all!(
            self.tx,
            Logo,
            "SELECT position, object_key, media_type, alt FROM company_logos WHERE company_id = $1 ORDER BY position",
            self.id
        )
    }

    /// Keeps a logo at a place. The picture is stored under its hash before the row names it, so that a crash between
    /// the two leaves at most an unused file.
    pub async fn set_logo(
        &mut self,
        position: i64,
        media_type: &str,
        alt: &str,
        picture: Bytes,
    ) -> Result<()> {
        use sha2::{Digest, Sha256};
        let name = format!("logos/{}", hex::encode(Sha256::digest(&picture)));
        let files = self.tx.store.files().clone();
        files.put(self.id, &name, picture).await?;
        execute!(
            self.tx,
            "INSERT INTO company_logos (company_id, position, object_key, media_type, alt) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (company_id, position) DO UPDATE
             SET object_key = excluded.object_key, media_type = excluded.media_type, alt = excluded.alt",
            self.id,
            position,
            &name,
            media_type,
            alt
        )?;
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE companies SET updated_at = $2 WHERE id = $1",
            self.id,
            now
        )?;
        Ok(())
    }

    /// Removes the logo at a place.
    pub async fn remove_logo(&mut self, position: i64) -> Result<()> {
        execute!(
            self.tx,
            "DELETE FROM company_logos WHERE company_id = $1 AND position = $2",
            self.id,
            position
        )?;
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE companies SET updated_at = $2 WHERE id = $1",
            self.id,
            now
        )?;
        Ok(())
    }
}
