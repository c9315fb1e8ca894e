//! Logs: readable on a terminal, one JSON object a line elsewhere (`CARPORT_LOG_FORMAT=json|text`). What is logged is
//! set by `CARPORT_LOG` in the form of `tracing`'s filters. No personal data goes into a log.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

/// Starts logging. A command that somebody waits for says what matters itself; only what serves tells more.
pub fn start(serves: bool) {
    let usual = if serves {
        "info,sqlx=warn,tower_http=warn,rustls=warn"
    } else {
        "warn,sqlx=error"
    };
    let filter = EnvFilter::try_from_env("CARPORT_LOG").unwrap_or_else(|_| EnvFilter::new(usual));
    let json = match std::env::var("CARPORT_LOG_FORMAT").as_deref() {
        Ok("json") => true,
        Ok("text") => false,
        _ => !std::io::stderr().is_terminal(),
    };
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_target(false);
    let started = if json {
        builder.json().try_init()
    } else {
        builder.compact().try_init()
    };
    if let Err(e) = started {
        eprintln!("carport: logging: {e}");
    }
}

/// Begins counting, and gives what renders the counts for `/metrics`.
pub fn figures() -> Option<carport_web::public::Figures> {
    match metrics_exporter_prometheus::PrometheusBuilder::new().install_recorder() {
        Ok(handle) => Some(std::sync::Arc::new(move || handle.render())),
        Err(e) => {
            tracing::warn!(detail = %e, "no metrics");
            None
        }
    }
}
