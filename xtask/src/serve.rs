//! `cargo xtask serve`: static files on this machine only, as a good static host serves them.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::{self, Next};
use axum::response::Response;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

use crate::headers::{FOR_EVER, HEADERS, is_hashed};
use crate::run::{command, run};
use crate::tools;

/// Serves `folder` on loopback until it is stopped. Prints one line with the address; with `log` also one for each request.
pub fn serve(folder: &Path, port: u16, log: bool) -> Result<()> {
    ensure!(
        folder.join("index.html").is_file(),
        "{} has no index.html: run `cargo xtask build`",
        folder.display()
    );
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
    let mut app = Router::new().fallback_service(files).layer(middleware::from_fn(headers));
    if log {
        app = app.layer(middleware::from_fn(note));
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind(("127.0.0.1", port));
        let listener = listener.await.with_context(|| format!("port {port} is taken: try --port 0"))?;
        println!("Lesbezoek: http://{}/", listener.local_addr()?);
        axum::serve(listener, app).await?;
        Ok(())
    })
}

/// Hashed files never change; all others, and what is not there, are asked for again each time.
async fn headers(request: Request, next: Next) -> Response {
    let hashed = is_hashed(request.uri().path());
    let mut response = next.run(request).await;
    let cache = if hashed && response.status().is_success() { FOR_EVER } else { "no-cache" };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    for (name, value) in HEADERS {
        if let Ok(name) = HeaderName::from_bytes(name.as_bytes()) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    response
}

/// Prints what is asked for, and how many bytes come along.
async fn note(request: Request, next: Next) -> Response {
    let length = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok());
    println!("{} {} {}", request.method(), request.uri(), length.unwrap_or("0"));
    next.run(request).await
}

/// Trunk's own server: rebuilds and reloads on every change.
pub fn develop(port: u16) -> Result<()> {
    let path = tools::for_development()?;
    let mut trunk = command("trunk");
    // Trunk takes NO_COLOR=1 for a wrong value.
    trunk.args([
        "serve",
        "--offline",
        "--skip-version-check",
        "--address",
        "127.0.0.1",
        "--port",
        &port.to_string(),
    ]);
    trunk.args(["--dist", "target/dev-dist"]);
    run(trunk.env("PATH", path).env_remove("NO_COLOR"))
}
