//! Wat meer dan één bezoek zegt.

use crate::i18n::text::*;

/// Twee bezoeken aan dezelfde les.
pub const COMPARE: CompareText = CompareText {
    title: "Naast elkaar",
    lead: "Keken er twee mensen naar deze les, of vulde de leraar zelf ook in? Leg de antwoorden naast elkaar.",
    open: "Leg naast elkaar",
    back: "Terug naar controle",
    none: "Er staat op dit apparaat geen ander bezoek aan deze les: zelfde leraar, zelfde dag.",
    hidden: "De leraar heeft zelf ook gescoord. Die antwoorden staan hier als jullie bij Gesprek hebben gekozen voor: Samen de scores bekijken.",
    none_hint: "Keek er nog iemand, of vulde de leraar zelf in? Laat het bezoek exporteren en importeer dat bestand bij Gegevens. Het moet met dezelfde kijkwijzer zijn gescoord.",
    choose: "Welk ander bezoek?",
    teacher: "Leraar zelf",
    other_rubric: "De bezoeken zijn gescoord met een andere kijkwijzer of een andere versie. Alleen wat in beide staat, is vergeleken.",
    no_differences: "Geen verschillen: alles wat jullie allebei beantwoordden, is gelijk.",
    agreement: "Overeenstemming",
    exact: "Precies gelijk",
    within_one: "Gelijk of 1 punt verschil",
    kappa: "Kappa van Cohen (lineair gewogen)",
    kappa_hint: "Kappa is de overeenstemming boven toeval: 1 is volledig gelijk, 0 is niet meer dan toeval. Eén les is weinig; gebruik de cijfers om samen scherper te leren kijken, niet als oordeel over een observator.",
    no_kappa: "niet te berekenen: alle scores zijn gelijk",
    skewed: "Let op: een van jullie gaf bijna overal dezelfde score. Kappa valt dan laag uit, ook als jullie het eens zijn.",
    visit: |n| format!("Bezoek {n}"),
    differences: |n| {
        if n == 1 {
            "1 verschil om te bespreken".to_owned()
        } else {
            format!("{n} verschillen om te bespreken, het grootste eerst")
        }
    },
    alike: |n| if n == 1 { "1 antwoord gelijk".to_owned() } else { format!("{n} antwoorden gelijk") },
    one_sided: |which| format!("Alleen door een van jullie beantwoord: {which}."),
    both_scored: |n| {
        if n == 1 {
            "1 indicator kreeg van beiden een score.".to_owned()
        } else {
            format!("{n} indicatoren kregen van beiden een score.")
        }
    },
    share: |part, of, percent| format!("{part} van {of} ({percent} %)"),
};
