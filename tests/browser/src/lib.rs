//! Harness that drives the built app in real browsers.
