//! `cargo xtask serve`: static files on this machine only, as a good static host serves them.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::middleware::{self, Next};
use axum::response::Response;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

use crate::run::{command, run};
use crate::tools;

/// Serves `folder` on loopback until it is stopped. Prints one line with the address.
pub fn serve(folder: &Path, port: u16) -> Result<()> {
    ensure!(
        folder.join("index.html").is_file(),
        "{} has no index.html: run `cargo xtask build`",
        folder.display()
    );
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
    let app = Router::new().fallback_service(files).layer(middleware::from_fn(headers));
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
    let cache = if hashed && response.status().is_success() {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}

/// Whether a hash of the content is in the name of the file or its folder: `style-a12feec3913b5120.css`.
fn is_hashed(path: &str) -> bool {
    let mut stems = path.split('/').map(|name| name.split('.').next().unwrap_or_default());
    stems.any(|stem| {
        let hash = stem.rsplit_once('-').map(|(_, hash)| hash);
        hash.is_some_and(|hash| hash.len() == 16 && hash.chars().all(|c| c.is_ascii_hexdigit()))
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        assert!(is_hashed("/style-a12feec3913b5120.css"));
        assert!(is_hashed("/a/folder/app-72f25f85ac0b064f/lesbezoek_bg.wasm"));
        assert!(!is_hashed("/icons/maskable-512.png"));
        assert!(!is_hashed("/sw.js") && !is_hashed("/"));
    }
}
