//! The Leptos views. `pages/` has one file a screen, `parts/` the controls that more than one screen uses.
//!
//! A tap goes: control -> [`Edit`](crate::domain::Edit) -> `Session::tap` -> `Observation::apply` -> one record
//! written -> only the readers of the touched [`Topic`](crate::domain::Topic) run again.

pub mod route;

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
mod chunks;
#[cfg(target_arch = "wasm32")]
mod deletion;
#[cfg(target_arch = "wasm32")]
mod mended;
#[cfg(target_arch = "wasm32")]
mod other_tab;
#[cfg(target_arch = "wasm32")]
mod pages;
#[cfg(target_arch = "wasm32")]
mod parts;
#[cfg(target_arch = "wasm32")]
mod places;
#[cfg(target_arch = "wasm32")]
mod plan_session;
#[cfg(target_arch = "wasm32")]
mod record_session;
#[cfg(target_arch = "wasm32")]
mod rubric_session;
#[cfg(target_arch = "wasm32")]
mod search;
#[cfg(target_arch = "wasm32")]
mod session;
#[cfg(target_arch = "wasm32")]
mod start;
#[cfg(target_arch = "wasm32")]
mod state;
#[cfg(target_arch = "wasm32")]
mod topbar;
#[cfg(target_arch = "wasm32")]
mod undo;

#[cfg(target_arch = "wasm32")]
pub use start::mount;
