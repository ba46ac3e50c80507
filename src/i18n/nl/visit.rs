//! Voorbereiden en scoren.

use crate::i18n::text::*;

/// Voorbereiden.
pub const PREPARE: PrepareText = PrepareText {
    lead: "Vul in wat je weet. Alles kan later nog.",
    teacher: "Leraar",
    name_hint: "Een schuilnaam mag ook.",
    observer: "Observator",
    group: "Groep",
    group_hint: "Bijvoorbeeld 5 of 3/4.",
    subject: "Vak",
    date: "Datum",
    pupils: "Aantal leerlingen",
    kind: "Soort bezoek",
    notes_seen: "De leraar mag later elke notitie inzien. Noem geen leerlingen bij naam.",
    focus: "Kijkvraag van de leraar",
    focus_hint: "Wat wil de leraar zelf weten over deze les?",
    next: "Naar kijken",
    rubric: "Kijkwijzer",
    rubric_hint: "Kies er een voordat je scoort: daarna ligt hij voor dit bezoek vast.",
    rubric_stays: "Hij ligt vast: er staat al iets bij een indicator of domein, of er zijn indicatoren gekozen.",
};

/// De keuze van indicatoren.
pub const CHOICE: ChoiceText = ChoiceText {
    title: "Gekozen indicatoren",
    hint: "Kies waar dit bezoek naar kijkt. Kies je niets, dan kijkt het naar alles.",
    whole_domain: "Heel domein",
    clear: "Keuze wissen",
    outside: "Buiten de keuze",
    not_chosen: "niet gekozen",
    show_all: "Toon alle indicatoren",
    show_chosen: "Toon alleen de keuze",
    all: |of| format!("alle {of}"),
    some: |n, of| format!("{n} van {of} gekozen"),
    looks_at: |n, of| format!("Dit bezoek kijkt naar {n} van de {of} indicatoren."),
    kept_outside: |n| {
        let others = if n == 1 { "1 andere indicator".to_owned() } else { format!("{n} andere indicatoren") };
        format!("Bij {others} is ook iets gescoord of genoteerd; dat telt niet mee.")
    },
    scored_of: |scored, of| format!("{scored} van {of} gekozen indicatoren gescoord"),
    answered_of: |answered, of| format!("{answered} van {of} gekozen indicatoren beantwoord"),
};

/// Scoren.
pub const SCORE: ScoreText = ScoreText {
    lead: "Tik op een score; nog een keer tikken wist hem. Overslaan mag.",
    keys: "Met toetsen: een cijfer is de score, 0 wist, n is niet gezien, e is bewijs, ↑ en ↓ gaan naar een andere indicator.",
    more: "Kijkpunten, notitie en bewijs",
    more_from_memory: "Kijkpunten en notitie",
    has_note: "notitie",
    no_proof: "nog zonder bewijs",
    look_fors: "Kijkpunten",
    note: "Notitie",
    evidence: "Regels uit het logboek",
    no_evidence: "Nog geen regels met dit label.",
    other_lines: "Andere regels",
    next: "Naar gesprek",
    look_fors_seen: |n| if n == 1 { "1 kijkpunt".to_owned() } else { format!("{n} kijkpunten") },
    answered_of: |answered, of| format!("{answered} van {of} beantwoord"),
    lines: |n| if n == 1 { "1 regel".to_owned() } else { format!("{n} regels") },
};
