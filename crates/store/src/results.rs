//! Counts over proposals and calls for the results of contact moments (F193).

use carport_domain::Timestamp;

use crate::error::Result;
use crate::tx::CompanyTx;

impl CompanyTx<'_> {
    /// Proposals made since an instant, by moment and state.
    pub async fn proposal_results(&mut self, since: Timestamp) -> Result<Vec<(String, String, i64)>> {
        fetch_all!(
            self.tx,
            (String, String, i64),
            "SELECT moment, status, COUNT(*) FROM proposals WHERE company_id = $1 AND created_at >= $2
             GROUP BY moment, status ORDER BY moment, status",
            self.id,
            since
        )
    }

    /// Entries of the call list made since an instant, by moment and outcome; by state while there is no outcome.
    pub async fn call_results(&mut self, since: Timestamp) -> Result<Vec<(String, String, i64)>> {
        fetch_all!(
            self.tx,
            (String, String, i64),
            "SELECT p.moment, COALESCE(k.outcome, k.state) AS word, COUNT(*) FROM calls k
             JOIN proposals p ON p.company_id = k.company_id AND p.id = k.proposal_id
             WHERE k.company_id = $1 AND k.created_at >= $2
             GROUP BY p.moment, COALESCE(k.outcome, k.state) ORDER BY p.moment, word",
            self.id,
            since
        )
    }
}
