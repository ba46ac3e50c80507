//! The texts about files for other programs. Apart from the others: they come with the screens that make those.

use super::text::texts;
use crate::domain::Lang;
use crate::exchange::DocumentKind;

texts!(
    /// Files for Word and Excel.
    DocumentsText {
        word, excel, csv, making, stop, stopped, ready, failed, nothing, plan_lead, visits_title, visits_lead, visits_file,
    } fns { rows: fn(u32, u32) }
);

/// The texts in one language.
#[must_use]
pub fn documents_text(lang: Lang) -> &'static DocumentsText {
    match lang {
        Lang::Nl => &NL,
        Lang::En => &EN,
    }
}

impl DocumentsText {
    /// What the button for such a file says.
    #[must_use]
    pub fn kind(&self, kind: DocumentKind) -> &'static str {
        match kind {
            DocumentKind::PlanDocx => self.word,
            DocumentKind::Xlsx => self.excel,
            DocumentKind::RatingsCsv => self.csv,
        }
    }
}

const NL: DocumentsText = DocumentsText {
    word: "Download voor Word",
    excel: "Download voor Excel",
    csv: "Download scores als CSV",
    making: "Het bestand wordt gemaakt…",
    stop: "Stoppen",
    stopped: "Gestopt. Er is geen bestand gemaakt.",
    ready: "Het bestand is gedownload.",
    failed: "Het bestand kon niet worden gemaakt. Je gegevens zijn niet veranderd. Probeer het opnieuw, of kies een andere vorm.",
    nothing: "Er is nog niets om in een bestand te zetten.",
    plan_lead: "Of voor Word of Excel. In Word krijgt het de opmaak van jullie eigen sjabloon: de koppen heten Kop 1 en Kop 2. \
                In beide staan ook de cijfers van het team, zoals Inzicht ze laat zien; in Word met balken.",
    visits_title: "Naar Excel",
    visits_lead: "Alle bezoeken, scores, regels uit het logboek, afspraken en plannen, elk op een eigen blad. Met namen en notities: \
                  bedoeld voor coaching, niet om door te sturen. Een reservekopie is het niet; die staat hierboven.",
    visits_file: "lesbezoeken-coaching",
    rows: |done, of| format!("{done} van {of} regels"),
};

const EN: DocumentsText = DocumentsText {
    word: "Download for Word",
    excel: "Download for Excel",
    csv: "Download ratings as CSV",
    making: "Making the file…",
    stop: "Stop",
    stopped: "Stopped. No file was made.",
    ready: "The file was downloaded.",
    failed: "The file could not be made. Your data are as they were. Try again, or choose another form.",
    nothing: "There is nothing to put in a file yet.",
    plan_lead: "Or for Word or Excel. In Word it takes the looks of your own template: the headings are Heading 1 and Heading 2. \
                Both have the figures of the team too, as Insight shows them; Word with bars.",
    visits_title: "To Excel",
    visits_lead: "All visits, ratings, lines of the log, agreements and plans, each on a sheet of its own. With names and notes: meant \
                  for coaching, not to be passed on. It is no backup; that one is above.",
    visits_file: "lesson-visits-coaching",
    rows: |done, of| format!("{done} of {of} rows"),
};
