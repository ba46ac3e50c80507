//! `cargo run -p school > school.json`: the school as a file for the import.

use std::io::Write;

use school::School;

fn main() -> std::io::Result<()> {
    std::io::stdout().write_all(School::seeded().export().as_bytes())
}
