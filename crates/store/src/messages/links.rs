//! The links of many messages at once.

use carport_domain::{CustomerId, MessageId, Timestamp};

use crate::error::Result;
use crate::links::LinkPurpose;
use crate::tx::{CompanyTx, Conn};

/// Rows inserted by one statement.
const CHUNK: usize = 300;

/// A link of a message.
#[derive(Debug, Clone)]
pub struct MessageLink {
    /// SHA-256 of its token.
    pub token_hash: [u8; 32],
    /// What it is for.
    pub purpose: LinkPurpose,
    /// Whose.
    pub customer: CustomerId,
    /// The message that carries it.
    pub message: MessageId,
    /// What it opens, as JSON.
    pub scope: String,
    /// Until when.
    pub expires_at: Timestamp,
}

impl CompanyTx<'_> {
    /// Makes the links of messages work; those of an earlier attempt stay as they are.
    pub async fn add_message_links(&mut self, links: &[MessageLink]) -> Result<()> {
        let (company, now) = (self.id, self.now());
        macro_rules! insert {
            ($conn:expr, $db:ty, $rows:expr) => {{
                let mut q = sqlx::QueryBuilder::<$db>::new(
                    "INSERT INTO links (company_id, token_hash, purpose, customer_id, message_id, scope, uses, created_at,
                        expires_at) ",
                );
                q.push_values($rows, |mut row, link: &MessageLink| {
                    row.push_bind(company)
                        .push_bind(link.token_hash.to_vec())
                        .push_bind(link.purpose)
                        .push_bind(link.customer)
                        .push_bind(link.message)
                        .push_bind(link.scope.as_str())
                        .push_bind(0_i64)
                        .push_bind(now)
                        .push_bind(link.expires_at);
                });
                q.push(" ON CONFLICT DO NOTHING");
                q.build().execute(&mut **$conn).await?;
            }};
        }
        for rows in links.chunks(CHUNK) {
            match &mut self.tx.conn {
                Conn::Sqlite(c) => insert!(c, sqlx::Sqlite, rows),
                Conn::Postgres(c) => insert!(c, sqlx::Postgres, rows),
            }
        }
        Ok(())
    }
}
