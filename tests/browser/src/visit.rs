//! A whole visit, filled in as an observer would.

use anyhow::Result;

use crate::engine::Engine;
use crate::fixtures::dist;
use crate::server::Server;
use crate::tablet::Tablet;

/// A tablet at Scoren of a new visit in which D1 has a 3, which is kept; and the visit.
///
/// # Errors
/// If the app does not come up.
pub async fn scored(engine: Engine) -> Result<(Server, Tablet, String)> {
    let server = Server::start(&dist()?)?;
    let tablet = Tablet::new(engine, &server.origin()).await?;
    let id = tablet.start_visit().await?;
    tablet.go_to(Step::Score).await?;
    tablet.answer("D1", "3").await?;
    tablet.is_kept().await?;
    Ok((server, tablet, id))
}

/// A screen of a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Voorbereiden.
    Prepare,
    /// Kijken.
    Watch,
    /// Scoren.
    Score,
    /// Gesprek.
    Talk,
    /// Controle.
    Check,
}

impl Step {
    /// In the order of a visit.
    pub const ALL: [Self; 5] = [Self::Prepare, Self::Watch, Self::Score, Self::Talk, Self::Check];

    /// Its name on screen.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Prepare => "Voorbereiden",
            Self::Watch => "Kijken",
            Self::Score => "Scoren",
            Self::Talk => "Gesprek",
            Self::Check => "Controle",
        }
    }

    /// Its name in the address.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Prepare => "voorbereiden",
            Self::Watch => "kijken",
            Self::Score => "scoren",
            Self::Talk => "gesprek",
            Self::Check => "controle",
        }
    }
}

/// Fills in every step of the visit that is open, from Voorbereiden to Gesprek. Scores D1 to D8; the rest stays blank.
///
/// # Errors
/// If a screen does not do what is asked.
pub async fn fill_whole_visit(tablet: &Tablet) -> Result<()> {
    let browser = &tablet.browser;
    browser.fill("Leraar", "Meester Bram").await?;
    browser.fill("Observator", "Noor Aydın").await?;
    browser.fill("Groep (optioneel)", "5/6").await?;
    browser.fill("Vak (optioneel)", "rekenen").await?;
    browser.fill("Aantal leerlingen (optioneel)", "24").await?;
    browser.fill("Kijkvraag van de leraar (optioneel)", "Krijgt iedereen genoeg denktijd?").await?;

    tablet.go_to(Step::Watch).await?;
    browser.press("Start de les").await?;
    tablet.note_line("Vraagt: \"Wie weet nog hoe we gisteren telden?\" <b>", &["werkt"]).await?;
    tablet.note_line("Drie kinderen wachten op hulp.", &["ontbreekt"]).await?;
    tablet.note_line("Wisbordjes: iedereen schrijft – ½ + ¼ = ¾.", &[]).await?;
    browser.press("Einde les").await?;

    tablet.go_to(Step::Score).await?;
    for (indicator, answer) in [
        ("D1", "3"),
        ("D2", "4"),
        ("D3", "1"),
        ("D4", "2"),
        ("D5", "not_observed"),
        ("D6", "3"),
        ("D7", "3"),
        ("D8", "4"),
    ] {
        tablet.answer(indicator, answer).await?;
    }
    tablet.answer("D7", "3").await?;
    tablet.explain("D3", "Iedereen kreeg dezelfde tien sommen.").await?;

    tablet.go_to(Step::Talk).await?;
    browser.fill("Hoe kijkt de leraar zelf terug?", "Ik ging te snel.").await?;
    browser.fill("Wat heeft de observator gezien?", "Veel kinderen wachtten.").await?;
    browser.press("Sterk punt erbij").await?;
    browser.fill("Sterk punt", "Wisbordjes bij elke stap").await?;
    browser.press("Ontwikkelpunt erbij").await?;
    browser.fill("Ontwikkelpunt", "Hulpronde met vaste route").await?;
    browser.press("Afspraak erbij").await?;
    browser.fill("Wat", "Hulpronde proberen").await?;
    browser.fill("Wie", "Bram").await?;
    browser.pick_day("Wanneer (optioneel)", "2026-12-01").await?;
    tablet.is_kept().await
}
