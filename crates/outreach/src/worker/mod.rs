//! The worker: takes jobs, runs several at once, keeps their leases, and puts the week on its feet on Monday morning.
//!
//! Any number of workers may run, in one process or on several machines: a job is leased to one of them, and each turn of
//! a schedule is taken by one of them. A job that panics counts as failed. Asked to stop, a worker takes nothing new and
//! lets what runs come to a stop by itself.

mod jobs;
mod schedule;

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use carport_domain::{JobId, Timestamp};
use carport_store::jobs::Job;
use carport_store::{Result, Store};
use futures::FutureExt;
use futures::future::BoxFuture;
use tokio::sync::watch;
use tokio::task::{AbortHandle, JoinSet};

use crate::Outreach;

pub use schedule::{SELECT_JOB, Schedules};

/// Between two looks at the table when nothing rings.
const LOOK: Duration = Duration::from_secs(2);
/// Between two heartbeats; a third of the lease.
const HEARTBEAT: Duration = Duration::from_secs(20);
/// What runs gets this long to come to a stop.
const PATIENCE: Duration = Duration::from_secs(30);

/// How a job ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobEnd {
    /// Done.
    Done,
    /// There is more to do; other companies' work goes first.
    Again,
    /// Waits until an instant.
    Later(Timestamp),
}

/// Why a job failed, in words without anybody's data. Every error turns into one with `?`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobError(pub String);

impl std::fmt::Display for JobError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl<E: std::error::Error> From<E> for JobError {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// What a job is run with.
#[derive(Debug, Clone)]
pub struct Task {
    /// The house.
    pub outreach: Arc<Outreach>,
    /// The job.
    pub job: Job,
    stop: Arc<AtomicBool>,
}

impl Task {
    /// Whether the worker is coming to a stop; a long job then ends with [`JobEnd::Again`].
    pub fn is_stopping(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// A field of the job's payload.
    ///
    /// # Errors
    /// It is not there, or is not what is asked for.
    pub fn field<T: serde::de::DeserializeOwned>(&self, name: &str) -> std::result::Result<T, JobError> {
        let payload: serde_json::Value = serde_json::from_str(&self.job.payload)?;
        Ok(serde_json::from_value(
            payload.get(name).cloned().unwrap_or_default(),
        )?)
    }
}

/// What runs jobs of one kind.
pub type Handler =
    Arc<dyn Fn(Task) -> BoxFuture<'static, std::result::Result<JobEnd, JobError>> + Send + Sync>;

/// A worker.
pub struct Worker {
    outreach: Arc<Outreach>,
    handlers: HashMap<&'static str, Handler>,
    schedules: Schedules,
    name: String,
    at_once: usize,
    stop: Arc<AtomicBool>,
}

impl std::fmt::Debug for Worker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Worker")
            .field("name", &self.name)
            .field("kinds", &self.handlers.len())
            .finish_non_exhaustive()
    }
}

impl Worker {
    /// A worker that runs up to `at_once` jobs and knows every job of this crate. `name` tells it from other workers.
    pub fn new(outreach: Arc<Outreach>, name: &str, at_once: usize) -> Self {
        let worker = Self {
            outreach,
            handlers: HashMap::new(),
            schedules: Schedules::default(),
            name: name.to_owned(),
            at_once: at_once.max(1),
            stop: Arc::new(AtomicBool::new(false)),
        };
        jobs::register(worker)
    }

    /// Teaches it another kind of job.
    #[must_use]
    pub fn on<F, R>(mut self, kind: &'static str, handler: F) -> Self
    where
        F: Fn(Task) -> R + Send + Sync + 'static,
        R: Future<Output = std::result::Result<JobEnd, JobError>> + Send + 'static,
    {
        self.handlers
            .insert(kind, Arc::new(move |task| handler(task).boxed()));
        self
    }

    fn store(&self) -> &Store {
        &self.outreach.store
    }

    /// Works until `stop` turns true or its sender is gone.
    pub async fn run(mut self, mut stop: watch::Receiver<bool>) {
        let mut running = Running::default();
        let mut beat = tokio::time::interval(HEARTBEAT);
        while !*stop.borrow() {
            let store = self.store().clone();
            if let Err(problem) = self.schedules.tick(&store).await {
                tracing::warn!(%problem, "schedules could not be looked at");
            }
            match self.take(&mut running).await {
                // There may be more: a round takes one job of each company.
                Ok(taken) if taken > 0 && running.len() < self.at_once => continue,
                Ok(_) => {}
                Err(problem) => tracing::warn!(%problem, "jobs could not be taken"),
            }
            tokio::select! {
                Some(ended) = running.next() => self.settle(ended).await,
                () = store.work_arrived(), if running.len() < self.at_once => {}
                () = tokio::time::sleep(LOOK) => {}
                _ = beat.tick() => self.heartbeat(&mut running).await,
                changed = stop.changed() => if changed.is_err() { break },
            }
        }
        self.stop.store(true, Ordering::Relaxed);
        let patience = tokio::time::sleep(PATIENCE);
        tokio::pin!(patience);
        while running.len() > 0 {
            tokio::select! {
                Some(ended) = running.next() => self.settle(ended).await,
                _ = beat.tick() => self.heartbeat(&mut running).await,
                () = &mut patience => {
                    tracing::warn!(jobs = running.len(), "jobs did not come to a stop; their leases will run out");
                    break;
                }
            }
        }
    }

    /// Runs every job that is due now, one after the other, until none is left; for commands and tests. The number run.
    ///
    /// # Errors
    /// The store refuses. A job that fails is put back as usual.
    pub async fn run_due(&mut self) -> Result<usize> {
        let mut number = 0;
        let mut running = Running::default();
        loop {
            self.take(&mut running).await?;
            let Some(ended) = running.next().await else {
                return Ok(number);
            };
            self.settle(ended).await;
            number += 1;
        }
    }

    async fn take(&self, running: &mut Running) -> Result<usize> {
        let free = self.at_once.saturating_sub(running.len());
        if free == 0 {
            return Ok(0);
        }
        let mut tx = self.store().begin().await?;
        let jobs = tx
            .installation()
            .await?
            .claim_jobs(&self.name, i64::try_from(free).unwrap_or(1))
            .await?;
        tx.commit().await?;
        let taken = jobs.len();
        for job in jobs {
            let handler = self.handlers.get(job.kind.as_str()).cloned();
            let task = Task {
                outreach: self.outreach.clone(),
                job: job.clone(),
                stop: self.stop.clone(),
            };
            running.start(job, async move {
                match handler {
                    Some(handler) => handler(task).await,
                    None => Err(JobError(
                        "no worker of this version knows this kind of job".into(),
                    )),
                }
            });
        }
        Ok(taken)
    }

    async fn settle(&self, ended: Ended) {
        let Ended { job, result } = ended;
        let kind = job.kind.clone();
        let settle = async || -> Result<()> {
            let mut tx = self.store().begin().await?;
            let mut installation = tx.installation().await?;
            match &result {
                Ok(JobEnd::Done) => installation.finish_job(&job, &self.name).await?,
                Ok(JobEnd::Again) => installation.yield_job(&job, &self.name).await?,
                Ok(JobEnd::Later(at)) => installation.postpone_job(&job, &self.name, *at).await?,
                Err(problem) => {
                    let words: String = problem.0.chars().take(500).collect();
                    installation.fail_job(&job, &self.name, &words).await?;
                }
            }
            tx.commit().await
        };
        if let Err(problem) = settle().await {
            tracing::warn!(%kind, %problem, "the end of a job could not be noted; its lease will run out");
        }
        match result {
            Ok(_) => metrics::counter!("carport_jobs_total", "kind" => kind, "end" => "done").increment(1),
            Err(problem) => {
                tracing::warn!(%kind, %problem, attempt = job.attempts, "a job failed");
                metrics::counter!("carport_jobs_total", "kind" => kind, "end" => "failed").increment(1);
            }
        }
    }

    async fn heartbeat(&self, running: &mut Running) {
        for (job, handle) in running.jobs.values() {
            let beat = async || -> Result<bool> {
                let mut tx = self.store().begin().await?;
                let ours = tx.installation().await?.heartbeat(job, &self.name).await?;
                tx.commit().await?;
                Ok(ours)
            };
            match beat().await {
                Ok(true) => {}
                Ok(false) => {
                    tracing::warn!(kind = %job.kind, "another worker has taken a job over");
                    handle.abort();
                }
                Err(problem) => tracing::warn!(%problem, "a lease could not be renewed"),
            }
        }
    }
}

/// A job that came to its end.
struct Ended {
    job: Job,
    result: std::result::Result<JobEnd, JobError>,
}

/// The jobs that run.
#[derive(Default)]
struct Running {
    tasks: JoinSet<(JobId, std::result::Result<JobEnd, JobError>)>,
    jobs: HashMap<JobId, (Job, AbortHandle)>,
    ids: HashMap<tokio::task::Id, JobId>,
}

impl Running {
    fn len(&self) -> usize {
        self.jobs.len()
    }

    fn start(
        &mut self,
        job: Job,
        work: impl Future<Output = std::result::Result<JobEnd, JobError>> + Send + 'static,
    ) {
        let id = job.id;
        let handle = self.tasks.spawn(async move { (id, work.await) });
        self.ids.insert(handle.id(), id);
        self.jobs.insert(id, (job, handle));
    }

    /// The next job to end; a panic is a failure, and so is being taken over. None when none runs.
    async fn next(&mut self) -> Option<Ended> {
        let (task, job, result) = match self.tasks.join_next_with_id().await? {
            Ok((task, (job, result))) => (task, job, result),
            Err(problem) => {
                let words = if problem.is_panic() {
                    "the job panicked"
                } else {
                    "the job was broken off"
                };
                let job = self.ids.get(&problem.id()).copied()?;
                (problem.id(), job, Err(JobError(words.into())))
            }
        };
        self.ids.remove(&task);
        let (job, _) = self.jobs.remove(&job)?;
        Some(Ended { job, result })
    }
}
