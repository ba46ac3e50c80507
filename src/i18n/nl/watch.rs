//! Kijken.

use crate::i18n::text::*;

/// Kijken.
pub const WATCH: WatchText = WatchText {
    privacy: "Noteer geen namen van leerlingen. De leraar kan alles wat je noteert opvragen.",
    log: "Logboek",
    log_empty: "Nog geen regels. Typ hieronder wat je ziet of hoort.",
    line_at: "Regel van",
    remove_line: "Haal weg: regel van",
    plus: "werkt",
    minus: "ontbreekt",
    tags: "Labels",
    timer: "Lestijd",
    start: "Start de les",
    end: "Einde les",
    go_on: "Ga door",
    note: "Nieuwe regel",
    note_hint: "Wat zie of hoor je?",
    to_note: "Naar de notitie",
    add: "Noteer",
    next: "Naar scoren",
    counters_left: "Tellers links",
    counters_right: "Tellers rechts",
    meaning: "Wat betekent het?",
    meaning_short: "Betekenis",
    change_time: "Verander de tijd:",
    phrases: "Snelle zinnen",
    change_phrases: "Snelle zinnen wijzigen",
    phrases_hint: "Eén zin op elke regel: wat je ziet of hoort, zonder oordeel en zonder namen. Staat er #D3 in, dan krijgt de \
                   regel dat label.",
    first_phrases: "Noemt het lesdoel\nDenkt hardop voor\nGeeft een groepje extra instructie\nGeeft een groepje een andere opdracht\n\
                    Vraagt: hoe heb je dit aangepakt?\nZegt wat de volgende stap is",
    rubric_hint: "Een tik geeft de nieuwste regel dat label.",
    the_teacher: "De leraar ",
    count: "Tellen",
    tags_of: "Labels van de regel van",
    started_at: "gestart om",
    change_start: "Verander het begin van de les:",
    change_end: "Verander het einde van de les:",
};
