//! Something that is done after a pause.

use std::time::Duration;

use gloo_timers::callback::Timeout;

/// What is going to be done; dropped before, it is not. Unlike with a bare timer nothing of it stays in memory then: a note has
/// hundreds of keys, each of which puts off what comes after the last.
pub struct Later {
    _timer: Timeout,
}

/// Does `act` after `pause`.
#[must_use = "dropped, it is not done"]
pub fn later(pause: Duration, act: impl FnOnce() + 'static) -> Later {
    let millis = u32::try_from(pause.as_millis()).unwrap_or(u32::MAX);
    Later { _timer: Timeout::new(millis, act) }
}
