//! Background work in the same database, enqueued in the same transaction as what causes it.
//!
//! A job carries ids only and its company. It is leased to one worker, which renews the lease while it runs; a lease
//! that ran out goes to another worker, so a job must be safe to run twice. Claiming takes the most urgent lane first
//! and at most one job per company in each round, so that a company's bulk work does not keep the others waiting.
//! A failed job comes back later and later; after [`MAX_ATTEMPTS`] it is dead and shown to the operator.

use carport_domain::{CompanyId, JobId, Timestamp, text_enum};
use serde::Serialize;

use crate::error::Result;
use crate::sql::after_prefix;
use crate::tx::{CompanyTx, Conn, InstallationTx, Tx};

/// Tries before a job is dead.
pub const MAX_ATTEMPTS: i64 = 8;
/// How long a claim holds without a heartbeat, seconds.
pub const LEASE_SECONDS: i64 = 60;

/// How urgent; the smaller number goes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(i64)]
pub enum Lane {
    /// Somebody waits at a screen.
    Urgent = 0,
    /// Service mail.
    Service = 1,
    /// Marketing.
    Marketing = 2,
    /// Imports, PDF batches, clean-up.
    Bulk = 3,
}

text_enum! {
    /// Where a job stands.
    pub enum JobState {
        /// To be done when its time comes.
        Ready = "ready",
        /// Leased to a worker.
        Running = "running",
        /// Done.
        Done = "done",
        /// Given up; an operator decides.
        Dead = "dead",
    }
}

/// A job as the worker gets it.
#[derive(Debug, Clone, sqlx_macros::FromRow)]
pub struct Job {
    /// Whose; nil for the installation's own.
    pub company_id: CompanyId,
    /// Its id.
    pub id: JobId,
    /// Its stable name.
    pub kind: String,
    /// Ids, as JSON.
    pub payload: String,
    /// How often it was begun, this time included.
    pub attempts: i64,
}

/// A job as the operator sees it.
#[derive(Debug, Clone, sqlx_macros::FromRow)]
pub struct JobRow {
    /// Whose.
    pub company_id: CompanyId,
    /// Its id.
    pub id: JobId,
    /// Its stable name.
    pub kind: String,
    /// Where it stands.
    pub state: JobState,
    /// How often it was begun.
    pub attempts: i64,
    /// When it is, or was, due.
    pub run_at: Timestamp,
    /// What went wrong last.
    pub last_error: Option<String>,
}

/// What to enqueue.
#[derive(Debug, Clone, Copy)]
pub struct NewJob<'a> {
    /// Its stable name.
    pub kind: &'a str,
    /// How urgent.
    pub lane: Lane,
    /// Not before.
    pub run_at: Timestamp,
    /// While a job of this kind with this key waits or runs, another is not added.
    pub dedupe_key: Option<&'a str>,
}

async fn insert(tx: &mut Tx, company: CompanyId, job: NewJob<'_>, payload: &impl Serialize) -> Result<bool> {
    let now = tx.now();
    let added = execute!(
        tx,
        "INSERT INTO jobs (company_id, id, kind, payload, lane, state, run_at, attempts, dedupe_key, created_at)
         VALUES ($1, $2, $3, $4, $5, 'ready', $6, 0, $7, $8) ON CONFLICT DO NOTHING",
        company,
        JobId::new(now),
        job.kind,
        serde_json::to_string(payload)?,
        job.lane as i64,
        job.run_at,
        job.dedupe_key,
        now
    )?;
    tx.has_new_work |= added > 0;
    Ok(added > 0)
}

impl CompanyTx<'_> {
    /// Adds work for this company; false when the same work already waits or runs.
    pub async fn enqueue(&mut self, job: NewJob<'_>, payload: &impl Serialize) -> Result<bool> {
        insert(self.tx, self.id, job, payload).await
    }

    /// Whether work of a kind whose dedupe key begins so is due for this company, or being done.
    pub async fn is_at_work(&mut self, kind: &str, dedupe_key: &str) -> Result<bool> {
        let now = self.now();
        fetch_scalar!(
            self.tx,
            bool,
            "SELECT EXISTS (SELECT 1 FROM jobs WHERE company_id = $1 AND kind = $2 AND dedupe_key >= $3 AND dedupe_key < $4
                 AND state IN ('ready', 'running') AND (state = 'running' OR run_at <= $5))",
            self.id,
            kind,
            dedupe_key,
            after_prefix(dedupe_key),
            now
        )
    }
}

impl InstallationTx<'_> {
    /// Adds work that belongs to no company.
    pub async fn enqueue(&mut self, job: NewJob<'_>, payload: &impl Serialize) -> Result<bool> {
        insert(self.tx, CompanyId(uuid::Uuid::nil()), job, payload).await
    }

    /// Takes up to `limit` due jobs for `worker`, at most one of each company, most urgent first; also those whose
    /// worker has not been heard of since its lease ran out.
    pub async fn claim_jobs(&mut self, worker: &str, limit: i64) -> Result<Vec<Job>> {
        let now = self.now();
        // Dialect: PostgreSQL passes over rows another node is claiming; SQLite has one writer.
        let skip = match self.tx.conn {
            Conn::Sqlite(_) => "",
            Conn::Postgres(_) => " FOR UPDATE OF j SKIP LOCKED",
        };
        let sql = format!(
            "UPDATE jobs SET state = 'running', locked_by = $1, locked_until = $2, attempts = attempts + 1
             WHERE (company_id, id) IN (
                 SELECT j.company_id, j.id FROM jobs j
                 WHERE ((j.state = 'ready' AND j.run_at <= $3) OR (j.state = 'running' AND j.locked_until <= $3))
                   AND NOT EXISTS (SELECT 1 FROM jobs o WHERE o.company_id = j.company_id AND o.state = 'ready'
                                   AND o.run_at <= $3 AND j.state = 'ready'
                                   AND (o.lane, o.run_at, o.id) < (j.lane, j.run_at, j.id))
                 ORDER BY j.lane, j.run_at, j.id LIMIT $4{skip})
             RETURNING company_id, id, kind, payload, attempts"
        );
        fetch_all!(
            self.tx,
            Job,
            sqlx::AssertSqlSafe(sql),
            worker,
            now.plus_seconds(LEASE_SECONDS),
            now,
            limit
        )
    }

    /// Renews the lease; false when the job is no longer this worker's.
    pub async fn heartbeat(&mut self, job: &Job, worker: &str) -> Result<bool> {
        let until = self.now().plus_seconds(LEASE_SECONDS);
        Ok(execute!(
            self.tx,
            "UPDATE jobs SET locked_until = $4 WHERE company_id = $1 AND id = $2 AND locked_by = $3 AND state = 'running'",
            job.company_id,
            job.id,
            worker,
            until
        )? > 0)
    }

    /// Marks a job done.
    pub async fn finish_job(&mut self, job: &Job, worker: &str) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE jobs SET state = 'done', finished_at = $4, locked_by = NULL, locked_until = NULL
             WHERE company_id = $1 AND id = $2 AND locked_by = $3",
            job.company_id,
            job.id,
            worker,
            now
        )?;
        Ok(())
    }

    /// Puts a job that has more to do back at once, behind the other companies' work; it does not count as a failure.
    pub async fn yield_job(&mut self, job: &Job, worker: &str) -> Result<()> {
        let now = self.now();
        execute!(
            self.tx,
            "UPDATE jobs SET state = 'ready', run_at = $4, attempts = 0, locked_by = NULL, locked_until = NULL
             WHERE company_id = $1 AND id = $2 AND locked_by = $3",
            job.company_id,
            job.id,
            worker,
            now
        )?;
        self.tx.has_new_work = true;
        Ok(())
    }

    /// Puts a job that has to wait back until `at`; it does not count as a failure.
    pub async fn postpone_job(&mut self, job: &Job, worker: &str, at: Timestamp) -> Result<()> {
        execute!(
            self.tx,
            "UPDATE jobs SET state = 'ready', run_at = $4, attempts = 0, locked_by = NULL, locked_until = NULL
             WHERE company_id = $1 AND id = $2 AND locked_by = $3",
            job.company_id,
            job.id,
            worker,
            at
        )?;
        Ok(())
    }

    /// Puts a failed job back for later (10 s, 40 s, 90 s, … at most an hour), or gives it up.
    pub async fn fail_job(&mut self, job: &Job, worker: &str, error: &str) -> Result<()> {
        let now = self.now();
        let wait = (10 * job.attempts * job.attempts).min(3_600);
        let state = if job.attempts >= MAX_ATTEMPTS {
            JobState::Dead
        } else {
            JobState::Ready
        };
        execute!(
            self.tx,
            "UPDATE jobs SET state = $4, run_at = $5, last_error = $6, locked_by = NULL, locked_until = NULL
             WHERE company_id = $1 AND id = $2 AND locked_by = $3",
            job.company_id,
            job.id,
            worker,
            state,
            now.plus_seconds(wait),
            error
        )?;
        Ok(())
    }

    /// How many jobs are in each state.
    pub async fn job_counts(&mut self) -> Result<Vec<(JobState, i64)>> {
        fetch_all!(
            self.tx,
            (JobState, i64),
            "SELECT state, COUNT(*) FROM jobs GROUP BY state ORDER BY state"
        )
    }

    /// The newest jobs in one state.
    pub async fn jobs_in(&mut self, state: JobState, limit: i64) -> Result<Vec<JobRow>> {
        fetch_all!(
            self.tx,
            JobRow,
            "SELECT company_id, id, kind, state, attempts, run_at, last_error FROM jobs WHERE state = $1
             ORDER BY run_at DESC, id LIMIT $2",
            state,
            limit
        )
    }

    /// Gives a dead job another round of tries; false when it is not dead.
    pub async fn revive_job(&mut self, company: CompanyId, id: JobId) -> Result<bool> {
        let now = self.now();
        let revived = execute!(
            self.tx,
            "UPDATE jobs SET state = 'ready', run_at = $3, attempts = 0 WHERE company_id = $1 AND id = $2 AND state = 'dead'",
            company,
            id,
            now
        )?;
        self.tx.has_new_work |= revived > 0;
        Ok(revived > 0)
    }

    /// Forgets jobs that were done before `before`.
    pub async fn forget_done_jobs(&mut self, before: Timestamp) -> Result<u64> {
        execute!(
            self.tx,
            "DELETE FROM jobs WHERE state = 'done' AND finished_at < $1",
            before
        )
    }

    /// Moves a schedule on from `at` to `next` if no other node has; true for the node that did.
    pub async fn take_schedule(&mut self, name: &str, next: Timestamp) -> Result<bool> {
        let now = self.now();
        Ok(execute!(
            self.tx,
            "INSERT INTO schedules (name, next_at) VALUES ($1, $2)
             ON CONFLICT (name) DO UPDATE SET next_at = excluded.next_at WHERE schedules.next_at <= $3",
            name,
            next,
            now
        )? > 0)
    }
}
