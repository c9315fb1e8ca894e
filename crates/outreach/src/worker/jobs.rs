//! The table of jobs.

use carport_domain::{ActionContactId, CompanyId, LetterBatchId, MessageId};
use carport_store::Store;
use uuid::Uuid;

use super::schedule::{SELECT_JOB, TIDY_JOB};
use super::{JobEnd, JobError, Task, Worker};
use crate::week::{self, Goes, Which};
use crate::{accounts, catalogue, letters, select, send, service};

/// Done jobs are kept so long for the operator to see, hours.
const KEEP_DONE_HOURS: i64 = 7 * 24;
/// Counted attempts are kept so long, hours; no limit's window is longer.
const KEEP_ATTEMPTS_HOURS: i64 = 48;

/// Every job of this crate.
pub(super) fn register(worker: Worker) -> Worker {
    worker
        .on(service::SEND_JOB, async |task: Task| {
            let message: MessageId = task.field("message")?;
            Ok(service::deliver(&task.outreach, task.job.company_id, message).await?)
        })
        .on(send::JOB, async |task: Task| {
            Ok(send::job(&task.outreach, task.job.company_id, || task.is_stopping()).await?)
        })
        .on(SELECT_JOB, async |task: Task| {
            match task.field::<Option<String>>("week")? {
                None => weekly(&task.outreach.store, task.job.company_id).await?,
                Some(week) => {
                    let week = week
                        .parse()
                        .map_err(|_| JobError(format!("«{week}» is not a week")))?;
                    select::select_week(&task.outreach.store, task.job.company_id, Some(week), false).await?;
                }
            }
            Ok(JobEnd::Done)
        })
        .on(week::APPROVE_JOB, async |task: Task| {
            let (moment, by): (String, String) = (task.field("moment")?, task.field("by")?);
            let (week, actor): (String, String) = (task.field("week")?, task.field("actor")?);
            let week = week
                .parse()
                .map_err(|_| JobError(format!("«{week}» is not a week")))?;
            let which = Goes::named(&by).map_or(Which::All, Which::Going);
            week::approve(&task.outreach, task.job.company_id, week, &moment, which, &actor).await?;
            Ok(JobEnd::Done)
        })
        .on(select::ACTION_JOB, async |task: Task| {
            let action: ActionContactId = task.field("action")?;
            select::select_action(&task.outreach.store, task.job.company_id, action).await?;
            Ok(JobEnd::Done)
        })
        .on(letters::JOB, async |task: Task| {
            let batch: LetterBatchId = task.field("batch")?;
            letters::print(&task.outreach, task.job.company_id, batch).await?;
            Ok(JobEnd::Done)
        })
        .on(accounts::ACTIVATION_JOB, async |task: Task| {
            let attempt: Uuid = task.field("attempt")?;
            let base = task.outreach.base.as_str().to_owned();
            accounts::look_up_activation(&task.outreach.store, &base, task.job.company_id, attempt).await?;
            Ok(JobEnd::Done)
        })
        .on(accounts::RESET_JOB, async |task: Task| {
            let attempt: Uuid = task.field("attempt")?;
            let base = task.outreach.base.as_str().to_owned();
            accounts::look_up_reset(&task.outreach.store, &base, task.job.company_id, attempt).await?;
            Ok(JobEnd::Done)
        })
        .on(accounts::CODE_JOB, async |task: Task| {
            let request: Uuid = task.field("request")?;
            accounts::send_code(&task.outreach.store, task.job.company_id, request).await?;
            Ok(JobEnd::Done)
        })
        .on(accounts::DIGEST_JOB, async |task: Task| {
            let base = task.outreach.base.as_str().to_owned();
            accounts::send_change_digest(&task.outreach.store, &base, task.job.company_id).await?;
            Ok(JobEnd::Done)
        })
        .on(TIDY_JOB, async |task: Task| {
            tidy(&task.outreach.store).await?;
            Ok(JobEnd::Done)
        })
}

/// Monday morning: action contacts whose day has come, and the week's selection.
async fn weekly(store: &Store, company: CompanyId) -> Result<(), JobError> {
    let mut tx = store.begin().await?;
    catalogue::offer_actions(&mut tx.company(company).await?).await?;
    tx.commit().await?;
    let selected = select::select_week(store, company, None, false).await?;
    let proposed: u64 = selected.moments.values().map(|m| m.proposed).sum();
    tracing::info!(%company, week = %selected.week, proposed, "the week's proposals are ready");
    Ok(())
}

async fn tidy(store: &Store) -> Result<(), JobError> {
    let mut tx = store.begin().await?;
    let now = tx.now();
    let mut installation = tx.installation().await?;
    installation
        .forget_done_jobs(now.plus_hours(-KEEP_DONE_HOURS))
        .await?;
    installation
        .forget_attempts(now.plus_hours(-KEEP_ATTEMPTS_HOURS).0)
        .await?;
    tx.commit().await?;
    accounts::tidy(store).await?;
    Ok(())
}
