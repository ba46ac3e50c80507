//! The empty form on paper.

use anyhow::Result;
use browser_tests::{Engine, Server, Tablet, dist, in_engine};
use serde_json::json;
use thirtyfour::common::print::PrintParameters;

/// How many pages a PDF has that does not pack its objects, as that of Chromium.
fn pages(pdf: &[u8]) -> usize {
    let marks = b"/Type /Page\n";
    pdf.windows(marks.len()).filter(|window| window == marks).count()
}

/// How many fields stand on each line above the scores; a line that is too low to write a question on counts for none.
const HEAD: &str = "
    const lines = new Map();
    for (const field of document.querySelectorAll('.blank-head > div')) {
        const { top, height } = field.getBoundingClientRect();
        const is_low = field.matches('.blank-wide') && height < 60;
        lines.set(top, (lines.get(top) ?? 0) + (is_low ? 0 : 1));
    }
    return [...lines.values()];
";

async fn the_empty_form_has_every_indicator_on_two_sides_in_both_languages(engine: Engine) -> Result<()> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    tablet.visit("#/gegevens").await?;
    tablet.browser.follow("Leeg formulier").await?;
    for (language, heading) in [("English", "Observatieformulier"), ("Nederlands", "Observation form")] {
        tablet.is_at(heading).await?;
        let rows = "return document.querySelectorAll('[data-indicator]').length";
        assert_eq!(tablet.browser.script(rows, vec![]).await?, json!(25));
        assert_eq!(tablet.browser.script(HEAD, vec![]).await?, json!([3, 3, 1]), "no field stands alone");
        let paper = PrintParameters::default();
        let pdf = tablet.browser.session().print_page(paper).await?;
        assert_eq!(pages(&pdf), 2, "{heading}");
        tablet.browser.press(language).await?;
    }
    Ok(())
}

in_engine!(chromium Chromium: the_empty_form_has_every_indicator_on_two_sides_in_both_languages);
