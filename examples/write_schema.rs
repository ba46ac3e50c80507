//! Writes the schema of the export anew from the types: `cargo run --features schema --example write_schema`.

fn main() -> std::io::Result<()> {
    let schema = lesbezoek::exchange::v1::schema();
    std::fs::write("schema/lesbezoek-export-1.schema.json", schema)
}
