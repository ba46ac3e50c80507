//! The worker that makes Word and Excel files, and seals and opens backups: a program of its own, so that neither its weight nor its
//! time is felt on a screen. It gets an export document, and gives a file.

use lesbezoek::domain::Lang;
use lesbezoek::exchange::{
    BUILTIN_RUBRIC_JSON, DocumentKind, Sheet, csv_text, parse_document, parse_rubric, plan_as_docx, tables,
    xlsx_file,
};
use lesbezoek::i18n::{WordsOfPlan, WordsOfTables, plan_text};
use lesbezoek::insight::YearFigures;

fn main() {}

/// Makes the file called `kind` (see [`DocumentKind`]) of the export document `text`. `team` is what the page counted of the team,
/// as JSON of [`YearFigures`], or empty: of visits that are not in the document. `progress` hears how many of how many rows are done.
///
/// # Errors
/// Why it cannot be made, for the console.
#[cfg_attr(target_arch = "wasm32", allow(dead_code, reason = "called from JavaScript"))]
pub fn file_of(
    kind: &str,
    lang: &str,
    text: &str,
    team: &str,
    progress: impl FnMut(usize, usize),
) -> Result<Vec<u8>, String> {
    let kind = DocumentKind::from_name(kind).ok_or_else(|| format!("{kind} is no kind of file"))?;
    let lang = if lang == Lang::En.tag() { Lang::En } else { Lang::Nl };
    let document = parse_document(text).map_err(|error| error.to_string())?;
    let builtin = parse_rubric(BUILTIN_RUBRIC_JSON).map_err(|error| error.to_string())?;
    // Of a plan alone the rubric that names its indicators goes along; else they are those of the built-in one.
    let rubric = document.rubrics.first().filter(|_| document.observations.is_empty()).unwrap_or(&builtin);
    let now = document.header.exported_at;
    let words = WordsOfTables::new(lang, rubric);
    match kind {
        DocumentKind::PlanDocx => {
            let plan = document.plans.first().ok_or("there is no plan")?;
            let words = WordsOfPlan { text: plan_text(lang), rubric, lang };
            let lessons = words.lessons(plan, &years_of(team)?);
            plan_as_docx(&words, plan, lessons, now).map_err(|error| error.to_string())
        }
        DocumentKind::Xlsx => {
            let mut all = tables(&words, &document, &builtin);
            all.extend(words.team_table(&years_of(team)?));
            xlsx_file(&words, &all, &document.header, progress).map_err(|error| error.to_string())
        }
        DocumentKind::RatingsCsv => {
            let all = tables(&words, &document, &builtin);
            let ratings =
                all.iter().find(|table| table.sheet == Sheet::Ratings).ok_or("nothing is scored")?;
            csv_text(&words, ratings).map(String::into_bytes).map_err(|error| error.to_string())
        }
    }
}

fn years_of(team: &str) -> Result<Vec<YearFigures>, String> {
    if team.is_empty() {
        Ok(Vec::new())
    } else {
        serde_json::from_str(team).map_err(|error| error.to_string())
    }
}

/// For shell/documents-worker.js.
#[cfg(target_arch = "wasm32")]
mod worker {
    use js_sys::Function;
    use lesbezoek::exchange::{SECRET_BYTES, open_age, seal_age};
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// As [`file_of`](super::file_of).
    #[wasm_bindgen]
    pub fn make(
        kind: &str,
        lang: &str,
        text: &str,
        team: &str,
        progress: &Function,
    ) -> Result<Vec<u8>, JsValue> {
        const NEWS_EVERY: usize = 200;
        let tell = |done: usize, of: usize| {
            if done.is_multiple_of(NEWS_EVERY) {
                // A page that does not listen is no reason to stop.
                let _ = progress.call2(&JsValue::NULL, &done.into(), &of.into());
            }
        };
        super::file_of(kind, lang, text, team, tell).map_err(|error| JsValue::from_str(&error))
    }

    /// How many random bytes [`seal`] takes.
    #[wasm_bindgen]
    pub fn secret_bytes() -> usize {
        SECRET_BYTES
    }

    /// As [`seal_age`], with fresh random bytes in `secret`.
    #[wasm_bindgen]
    pub fn seal(passphrase: &str, text: &str, secret: &[u8]) -> Result<Vec<u8>, JsValue> {
        let secret = secret.try_into().ok();
        let sealed = secret.and_then(|secret| seal_age(passphrase, text.as_bytes(), secret));
        sealed.ok_or_else(|| JsValue::from_str("no memory to seal it"))
    }

    /// As [`open_age`]; an error is JSON, as the page reads it.
    #[wasm_bindgen]
    pub fn open(passphrase: &str, sealed: &[u8]) -> Result<Vec<u8>, JsValue> {
        open_age(passphrase, sealed)
            .map_err(|error| JsValue::from_str(&serde_json::to_string(&error).unwrap_or_default()))
    }
}
