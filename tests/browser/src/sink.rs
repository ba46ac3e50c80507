//! Serves the app and the pages that drive it, and hears what they report: a report has left the browser before the
//! browser is killed.

use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result};
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::{mpsc, oneshot};
use tower_http::services::ServeDir;

/// What every page that drives the app needs.
const SHARED: [(&str, &str); 4] = [
    ("drive.html", include_str!("../pages/drive.html")),
    ("app.js", include_str!("../pages/app.js")),
    ("lock.js", include_str!("../pages/lock.js")),
    ("tell.js", include_str!("../pages/tell.js")),
];

/// What a page says.
#[derive(Debug)]
pub enum Report {
    /// What it found when it was opened; it goes on when it is answered.
    Seen(Value, oneshot::Sender<Value>),
    /// Something is kept.
    Kept(Value, Instant),
    /// It cannot go on.
    Stuck(Value),
}

/// A report and the start of a browser in which it was made.
type Heard = (u64, Report);

/// The server, and what it hears. The app lies in a folder of its own: its service worker answers for that folder alone.
#[derive(Debug)]
pub struct Sink {
    /// Where all is, ending in a slash.
    pub origin: String,
    heard: mpsc::UnboundedReceiver<Heard>,
}

#[derive(Deserialize)]
struct Life {
    life: u64,
}

type Teller = State<mpsc::UnboundedSender<Heard>>;

impl Sink {
    /// Serves `dist`, the page `drive.html` with the app in a frame, and the pages of the caller by their names: its `drive.js`
    /// drives the app.
    ///
    /// # Errors
    /// If there is no free port.
    pub async fn open(dist: &Path, pages: &[(&str, &'static str)]) -> Result<Self> {
        let (tell, heard) = mpsc::unbounded_channel();
        let mut app = Router::new();
        for (name, text) in SHARED.iter().chain(pages) {
            let kind = if name.ends_with(".js") { "text/javascript" } else { "text/html; charset=utf-8" };
            let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-store")];
            let text = *text;
            app = app.route(&format!("/drive/{name}"), get(move || async move { (headers, text) }));
        }
        let app = app
            .route("/drive/seen", post(seen))
            .route("/drive/kept", post(kept))
            .route("/drive/stuck", post(stuck))
            .nest_service("/app", ServeDir::new(dist))
            .with_state(tell);
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let origin = format!("http://{}/", listener.local_addr()?);
        tokio::spawn(async move { axum::serve(listener, app).await });
        Ok(Self { origin, heard })
    }

    /// The next report of this life; those of an earlier one are no longer of use.
    ///
    /// # Errors
    /// If the server is gone.
    pub async fn next(&mut self, life: u64) -> Result<Report> {
        loop {
            let (of, report) = self.heard.recv().await.context("the server is gone")?;
            if of == life {
                return Ok(report);
            }
        }
    }
}

async fn seen(
    State(tell): Teller,
    Query(Life { life }): Query<Life>,
    Json(body): Json<Value>,
) -> impl IntoResponse {
    let (answer, answered) = oneshot::channel();
    let _ = tell.send((life, Report::Seen(body, answer)));
    // No cache of a browser keeps the answer.
    ([(header::CACHE_CONTROL, "no-store")], Json(answered.await.unwrap_or_default()))
}

async fn kept(State(tell): Teller, Query(Life { life }): Query<Life>, Json(body): Json<Value>) {
    let _ = tell.send((life, Report::Kept(body, Instant::now())));
}

async fn stuck(State(tell): Teller, Query(Life { life }): Query<Life>, Json(body): Json<Value>) {
    let _ = tell.send((life, Report::Stuck(body)));
}
