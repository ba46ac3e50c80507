//! Samenvoegen, in het Nederlands.

use super::*;

pub(super) const MERGE: MergeText = MergeText {
    title: "Samenvoegen",
    lead: "Dit bezoek is op twee apparaten veranderd. Kies bij elk verschil wat je houdt.",
    merge: "Samenvoegen tot één bezoek",
    verdict: "Anders dan jouw versie: wordt samengevoegd, zie hieronder",
    both_lines: "Regels, kijkpunten en bewijs die maar in één van de twee staan, blijven allemaal staan.",
    aside: "Beide versies blijven bewaard bij Gegevens, apart gezet.",
    here: "Van dit apparaat",
    file: "Uit het bestand",
    nothing: "(leeg)",
    no_choice: "Er valt niets te kiezen: wat verschilt, vult elkaar aan.",
    others_lead: "Hier kiest Lesbezoek de versie die het vaakst is veranderd. Zijn ze allebei veranderd, voeg ze dan samen.",
    times: "Begin en einde van de les",
    status: "Status",
    rubric: "Rubriek",
    chosen: "Gekozen indicatoren",
    all_indicators: "Alle indicatoren",
    answer: "antwoord",
    note: "notitie",
    line: "Regel in het logboek",
    tallies: "Tellers",
    scans: "Scans",
    phases: "Fasen van de les",
    preparing: "Voorbereiding",
    evaluating: "Evaluatie",
    own_answer: "Antwoord op de eigen vraag",
    keep_until: "Bewaren tot en met",
    objection: "Bezwaar of correctie van de leraar",
    follow_ups: "Wat er van eerdere afspraken kwam",
    done: "gelukt",
    partly: "deels gelukt",
    not_yet: "nog niet",
    others: |n| {
        if n == 1 {
            "Eén bezoek staat hier in een andere versie".to_owned()
        } else {
            format!("{n} bezoeken staan hier in een andere versie")
        }
    },
    taps: |n| if n == 1 { "1 tik".to_owned() } else { format!("{n} tikken") },
    version: |id, version| format!("{id}, versie {version}"),
};
