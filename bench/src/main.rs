//! Measures the app against the floor page.
fn main() {}
