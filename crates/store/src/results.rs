//! Counts over proposals and calls for the results of contact moments (F193).

use carport_domain::consent::Channel;
use carport_domain::proposals::ProposalStatus;
use carport_domain::{CustomerId, Timestamp};
use uuid::Uuid;

use crate::error::Result;
use crate::messages::MessageStatus;
use crate::regions::customer_in;
use crate::tx::CompanyTx;

/// Which people stand behind a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behind<'a> {
    /// Proposals, in any state or in some.
    Proposals(&'a [ProposalStatus]),
    /// Messages in these states, for one reason or any.
    Messages(&'a [MessageStatus], Option<&'a str>),
}

/// One of the people behind a number.
#[derive(Debug, Clone, PartialEq, Eq, sqlx_macros::FromRow)]
pub struct Counted {
    /// The proposal, or the message.
    pub id: Uuid,
    /// Who.
    pub customer_id: CustomerId,
    /// Their number.
    pub customer_number: Option<String>,
    /// First name.
    pub first_name: Option<String>,
    /// Infix.
    pub infix: Option<String>,
    /// Surname.
    pub last_name: String,
    /// Firm.
    pub business_name: Option<String>,
    /// The channel.
    pub channel: Option<Channel>,
    /// The state, as stored.
    pub status: String,
    /// Why: a stable code.
    pub reason: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
}

/// The states as one text that a query can look a state up in: `,sent,failed,`.
fn listed<'a>(states: impl Iterator<Item = &'a str>) -> String {
    states.fold(String::from(","), |list, state| list + state + ",")
}

impl CompanyTx<'_> {
    /// The people behind a number of a moment's results, the newest first, in some regions or all (F200); `after` is the id the
    /// page before ended with.
    pub async fn people_behind(
        &mut self,
        moment: &str,
        since: Timestamp,
        behind: Behind<'_>,
        regions: Option<&[String]>,
        after: Option<Uuid>,
        limit: i64,
    ) -> Result<Vec<Counted>> {
        let after = after.unwrap_or(Uuid::max());
        const PERSON: &str =
            "c.dms_number AS customer_number, c.first_name, c.infix, c.last_name, c.business_name";
        match behind {
            Behind::Proposals(states) => {
                let sql = format!(
                    "SELECT p.id, p.customer_id, {PERSON}, p.channel, p.status, p.reason, p.created_at
                     FROM proposals p JOIN customers c ON c.company_id = p.company_id AND c.id = p.customer_id
                     WHERE p.company_id = $1 AND p.moment = $2 AND p.created_at >= $3 AND p.id < $4
                       AND CAST($5 AS TEXT) LIKE '%,' || p.status || ',%'{}
                     ORDER BY p.id DESC LIMIT $6",
                    customer_in("p.customer_id", regions, 7)
                );
                fetch_all!(
                    self.tx,
                    Counted,
                    sqlx::AssertSqlSafe(sql),
                    self.id,
                    moment,
                    since,
                    after,
                    listed(states.iter().map(|s| s.as_str())),
                    limit;
                    regions.into_iter().flatten().cloned()
                )
            }
            Behind::Messages(states, reason) => {
                let sql = format!(
                    "SELECT m.id, m.customer_id, {PERSON}, m.channel, m.status, m.reason, m.created_at
                     FROM messages m JOIN customers c ON c.company_id = m.company_id AND c.id = m.customer_id
                     WHERE m.company_id = $1 AND m.stream = 'marketing' AND m.kind = $2 AND m.created_at >= $3 AND m.id < $4
                       AND CAST($5 AS TEXT) LIKE '%,' || m.status || ',%' AND (CAST($6 AS TEXT) IS NULL OR m.reason = $6){}
                     ORDER BY m.id DESC LIMIT $7",
                    customer_in("m.customer_id", regions, 8)
                );
                fetch_all!(
                    self.tx,
                    Counted,
                    sqlx::AssertSqlSafe(sql),
                    self.id,
                    moment,
                    since,
                    after,
                    listed(states.iter().map(|s| s.as_str())),
                    reason,
                    limit;
                    regions.into_iter().flatten().cloned()
                )
            }
        }
    }

    /// Proposals made since an instant, by moment and state.
    pub async fn proposal_results(
        &mut self,
        since: Timestamp,
        regions: Option<&[String]>,
    ) -> Result<Vec<(String, String, i64)>> {
        let sql = format!(
            "SELECT moment, status, COUNT(*) FROM proposals WHERE company_id = $1 AND created_at >= $2{}
             GROUP BY moment, status ORDER BY moment, status",
            customer_in("proposals.customer_id", regions, 3)
        );
        fetch_all!(
            self.tx,
            (String, String, i64),
            sqlx::AssertSqlSafe(sql),
            self.id,
            since;
            regions.into_iter().flatten().cloned()
        )
    }

    /// Entries of the call list made since an instant, by moment and outcome; by state while there is no outcome.
    pub async fn call_results(
        &mut self,
        since: Timestamp,
        regions: Option<&[String]>,
    ) -> Result<Vec<(String, String, i64)>> {
        let sql = format!(
            "SELECT p.moment, COALESCE(k.outcome, k.state) AS word, COUNT(*) FROM calls k
             JOIN proposals p ON p.company_id = k.company_id AND p.id = k.proposal_id
             WHERE k.company_id = $1 AND k.created_at >= $2{}
             GROUP BY p.moment, COALESCE(k.outcome, k.state) ORDER BY p.moment, word",
            customer_in("k.customer_id", regions, 3)
        );
        fetch_all!(
            self.tx,
            (String, String, i64),
            sqlx::AssertSqlSafe(sql),
            self.id,
            since;
            regions.into_iter().flatten().cloned()
        )
    }
}
