//! Writes the schemas of the export and of a rubric anew from the types: `cargo run --features schema --example write_schema`.

fn main() -> std::io::Result<()> {
    use lesbezoek::exchange::v1;
    std::fs::write("schema/lesbezoek-export-1.schema.json", v1::schema())?;
    std::fs::write("schema/lesbezoek-rubric-1.schema.json", v1::rubric_schema())
}
