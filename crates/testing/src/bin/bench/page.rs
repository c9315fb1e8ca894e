//! The floor of a page: a bare handler that sends the same bytes.

use std::path::Path;

use anyhow::Context;
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::routing::get;
use bytes::Bytes;
use tokio::net::TcpListener;

use super::figure;

/// Serves a page that was taken elsewhere: `head` as `curl --dump-header` writes it, and its body.
pub async fn serve(head: &Path, body: &Path) -> anyhow::Result<()> {
    let mut headers = HeaderMap::new();
    for line in std::fs::read_to_string(head)?.lines().skip(1) {
        let Some((name, value)) = line.split_once(": ") else {
            continue;
        };
        let name: HeaderName = name.parse()?;
        // the server writes these itself
        if !["date", "content-length", "transfer-encoding", "connection"].contains(&name.as_str()) {
            headers.append(name, HeaderValue::from_str(value.trim()).context("a header")?);
        }
    }
    let body = Bytes::from(std::fs::read(body)?);
    let handler = move || {
        let (headers, body) = (headers.clone(), body.clone());
        async move { (headers, Body::from(body)) }
    };
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    figure("listening", listener.local_addr()?);
    axum::serve(listener, Router::new().fallback(get(handler))).await?;
    Ok(())
}
