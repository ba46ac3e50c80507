//! Lesbezoek: lesson visits in primary schools, offline, on a tablet.
//!
//! The map of the house; dependencies point upwards in this list only:
//!
//! - [`domain`]: the words of the field. Pure: no input or output, no browser, no clock.
//! - [`exchange`]: documents in and out (JSON, schema, merge). Pure.
//! - [`insight`]: what many visits say together: coverage, agreement of observers, the baseline of a goal. Pure.
//! - [`store`]: keeping things, twice: shelf, mirror, journal. Says in two traits what it needs of a device.
//! - [`i18n`]: every text on screen, Dutch and English.
//! - `browser`: everything that touches the browser (the only wing that names web-sys).
//! - `ui`: the Leptos views: routes, pages (one file a screen), parts.
//!
//! `src/main.rs` mounts the app, which opens the store.

pub mod domain;
pub mod exchange;
pub mod i18n;
pub mod insight;
pub mod store;
pub mod ui;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
mod memory;
