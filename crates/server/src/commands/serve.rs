//! `carport serve` and `carport work`

use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use carport_store::Store;
use carport_web::kit::app::{App, AppState, WebConfig};
use tokio::net::TcpListener;

use crate::config::Config;

/// Where to listen.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: CARPORT_BASE_URL=https://mijn.example carport serve --listen 127.0.0.1:8080")]
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
    let app = App::new(store.clone(), web_config(&config, false))?;
    let listener = TcpListener::bind(config.listen).await?;
    tracing::info!(listen = %config.listen, base_url = config.base_url, "carport serves");
    serve(listener, app, store).await
}

/// Serves pages on a listener until the program is asked to stop.
pub async fn serve(listener: TcpListener, app: AppState, store: Store) -> anyhow::Result<ExitCode> {
    let site = carport_web::router::site(app);
    let make = axum::ServiceExt::<axum::extract::Request>::into_make_service_with_connect_info::<SocketAddr>(site);
    axum::serve(listener, make).with_graceful_shutdown(stop()).await?;
    store.close().await;
    Ok(ExitCode::SUCCESS)
}

/// The worker alone.
pub async fn work(config: Config) -> anyhow::Result<ExitCode> {
    let _store = super::open_migrated(&config).await?;
    anyhow::bail!("not yet")
}

/// Waits for ctrl-C or a polite kill.
pub async fn stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminated) => {
                tokio::select! { _ = interrupted => {}, _ = terminated.recv() => {} }
            }
            Err(_) => {
                let _ = interrupted.await;
            }
        }
    }
    #[cfg(not(unix))]
    {
        let _ = interrupted.await;
    }
}
