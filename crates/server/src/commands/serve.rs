//! `carport serve` and `carport work`

use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use carport_outreach::Outreach;
use carport_outreach::mail::Installation;
use carport_web::kit::app::{App, AppState, WebConfig};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::config::Config;
use crate::house;

/// Where to listen.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example: CARPORT_BASE_URL=https://mijn.example carport serve --listen 127.0.0.1:8080"
)]
pub struct Args {
    /// Address and port; wins over the configuration.
    #[arg(long)]
    listen: Option<SocketAddr>,
}

/// How the web part runs under a configuration.
pub fn web_config(config: &Config, demo: bool) -> WebConfig {
    WebConfig {
        base_url: config.base_url.clone(),
        demo,
        trusted_proxies: config.trusted_proxies.clone(),
        company_cache: Duration::from_secs(1),
        breached_passwords: config.breached_passwords.clone(),
        metrics_token: config.metrics_token.clone(),
        figures: crate::telemetry::figures(),
    }
}

/// Web and worker until the program is asked to stop.
pub async fn run(mut config: Config, args: Args) -> anyhow::Result<ExitCode> {
    config.listen = args.listen.unwrap_or(config.listen);
    let store = super::open_migrated(&config).await?;
    let outreach = house::outreach(&config, &store, Installation::Production)?;
    if outreach.post.is_none() {
        tracing::warn!("no mail server: messages wait until CARPORT_SMTP_URL is set");
    }
    let app = App::over(outreach.clone(), web_config(&config, false))?;
    let listener = TcpListener::bind(config.listen).await?;
    tracing::info!(listen = %config.listen, base_url = config.base_url, "carport serves");
    serve(listener, app, outreach).await
}

/// Serves pages on a listener, with a worker beside, until the program is asked to stop.
pub async fn serve(
    listener: TcpListener,
    app: AppState,
    outreach: Arc<Outreach>,
) -> anyhow::Result<ExitCode> {
    let (stop, worker) = start_worker(&outreach);
    let site = carport_web::router::site(app);
    let make =
        axum::ServiceExt::<axum::extract::Request>::into_make_service_with_connect_info::<SocketAddr>(site);
    axum::serve(listener, make)
        .with_graceful_shutdown(asked_to_stop())
        .await?;
    finish(stop, worker, &outreach).await
}

/// The worker alone.
pub async fn work(config: Config) -> anyhow::Result<ExitCode> {
    let store = super::open_migrated(&config).await?;
    let outreach = house::outreach(&config, &store, Installation::Production)?;
    let (stop, worker) = start_worker(&outreach);
    tracing::info!("carport works");
    asked_to_stop().await;
    finish(stop, worker, &outreach).await
}

fn start_worker(outreach: &Arc<Outreach>) -> (watch::Sender<bool>, JoinHandle<()>) {
    let (stop, stopped) = watch::channel(false);
    (stop, tokio::spawn(house::worker(outreach).run(stopped)))
}

async fn finish(
    stop: watch::Sender<bool>,
    worker: JoinHandle<()>,
    outreach: &Outreach,
) -> anyhow::Result<ExitCode> {
    stop.send_replace(true);
    worker.await?;
    outreach.store.close().await;
    Ok(ExitCode::SUCCESS)
}

/// Turns true when the program is asked to stop.
pub fn stopped() -> watch::Receiver<bool> {
    let (stop, stopped) = watch::channel(false);
    tokio::spawn(async move {
        asked_to_stop().await;
        stop.send_replace(true);
    });
    stopped
}

/// Waits for ctrl-C or a polite kill.
async fn asked_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    if let Ok(mut terminated) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        tokio::select! { _ = interrupted => {}, _ = terminated.recv() => {} }
        return;
    }
    #[cfg(not(unix))]
    let _ = interrupted.await;
}
