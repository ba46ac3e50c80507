//! Drives the built app in real browsers, in the words of the person who uses it.
//!
//! - [`Server`] serves `dist/` and can die as a network dies.
//! - [`Browser`] is one engine with a profile of its own; [`Engine`] knows how to start each.
//! - [`Bare`] is one without a driver, which can be killed whole and started again on what it kept.
//! - [`Sink`] serves the app in a frame of a page that drives it by script, for a browser without a driver, and hears that page.
//! - [`Tablet`] is the page object: what an observer does and sees.
//! - [`in_every_engine!`] makes one test per engine, so that the counts are honest.
//!
//! The environment says where things are; `cargo xtask test` sets it: `LESBEZOEK_XTASK` (the serving program),
//! `LESBEZOEK_DIST`, `LESBEZOEK_AXE`, and, where the drivers are not on PATH, `CHROMEDRIVER`, `GECKODRIVER` and
//! `WEBKIT_WEBDRIVER`.
// A harness that fails must fail the test, loudly and at once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod axe;
mod bare;
mod browser;
mod caught;
mod driver;
mod engine;
mod fixtures;
mod form;
mod lesson;
mod lock;
mod process;
mod run;
mod server;
mod sink;
mod small;
mod storage;
mod tablet;
mod team;
mod tree;
mod visit;
mod wasm;

pub use axe::{Violation, violations};
pub use bare::Bare;
pub use browser::{Browser, Profile, Window};
pub use engine::Engine;
pub use fixtures::{changed_copy_of_dist, dist, fixtures, pictures_dir, rewrite};
pub use lesson::watching;
pub use lock::{choose_passphrase, open_lock};
pub use run::run;
pub use server::Server;
pub use sink::{Report, Sink};
pub use storage::{record_key, seed, stored};
pub use tablet::Tablet;
pub use visit::{Step, fill_whole_visit, scored};
pub use wasm::{WATCH_WASM, wasm_bytes};
