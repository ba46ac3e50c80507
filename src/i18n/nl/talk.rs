//! Gesprek, controle en verslag.

use crate::i18n::text::*;

/// Gesprek.
pub const TALK: TalkText = TalkText {
    lead: "Eerst de leraar, dan de observator, dan samen verder.",
    teacher_view: "Hoe kijkt de leraar zelf terug?",
    teacher_view_hint: "In haar of zijn eigen woorden. Wat hier staat, blijft staan zoals het is gezegd.",
    observer_view: "Wat heeft de observator gezien?",
    observer_view_hint: "Wat je zag, en pas daarna wat het betekent.",
    strengths: "Sterke punten",
    strength: "Sterk punt",
    add_strength: "Sterk punt erbij",
    growth_points: "Ontwikkelpunten",
    growth_point: "Ontwikkelpunt",
    add_growth_point: "Ontwikkelpunt erbij",
    agreements: "Afspraken",
    agreement: "Afspraak",
    add_agreement: "Afspraak erbij",
    what: "Wat",
    who: "Wie",
    when: "Wanneer",
    next: "Naar controle",
};

/// Controle.
pub const CHECK: CheckText = CheckText {
    closed: "Dit bezoek is afgerond. Heropen het om iets te veranderen.",
    reopen: "Heropenen",
    complete: "Bezoek afronden",
    print: "Afdrukken",
    is_completed: "Dit bezoek is afgerond.",
    is_draft: "Dit bezoek is nog een concept.",
    change: "Wijzig",
    nothing: "–",
    times: "Lestijd",
    rubric: "Kijkwijzer (versie)",
    loose_lines: "Regels zonder indicator",
    other: "Overig",
    not_scored_yet: "Niet gescoord",
    not_observed: |n| format!("{n} niet gezien"),
    not_scored: |n| format!("{n} nog niet gescoord"),
};

/// Wat nog open staat.
pub const OPEN: OpenText = OpenText {
    title: "Nog open",
    lead: "Om even na te lopen. Afronden kan ook zo.",
    nothing: "Er staat niets meer open.",
    no_teacher: "De naam van de leraar is nog niet ingevuld.",
    no_observer: "De naam van de observator is nog niet ingevuld.",
    day_to_come: "De datum moet nog komen.",
    other_day: "De lestijd is van een andere dag dan de datum.",
    end_before_start: "De les eindigt voordat ze begint.",
    not_ended: "De les is gestart en nog niet beëindigd.",
    no_proof: "De laagste of de hoogste score, nog zonder bewijs:",
    empty_strength: |n| format!("Sterk punt {n} heeft nog geen tekst."),
    empty_growth_point: |n| format!("Ontwikkelpunt {n} heeft nog geen tekst."),
    no_agreement: "Er is nog geen afspraak.",
    agreement_without_what: |n| format!("Afspraak {n} zegt nog niet wat."),
    agreement_without_who: |n| format!("Afspraak {n} zegt nog niet wie."),
    not_scored: |domain| format!("{domain}, nog niet gescoord:"),
};

/// Het verslag.
pub const REPORT: ReportText = ReportText {
    heading: "Verslag voor de leraar",
    lead: "Alles wat is gescoord en besproken als gewone tekst, om te sturen of te bewaren.",
    title: "Verslag van een lesbezoek",
    rubric: "Kijkwijzer",
    seen: "Gezien",
    file: |day| format!("lesbezoek-verslag-{day}.txt"),
    send: SendText {
        sample_file: "verslag.txt",
        download: "Verslag downloaden",
        share: "Verslag delen",
        copy: "Verslag kopiëren",
        show: "Verslag tonen",
        label: "Verslag als tekst",
        downloaded: "Het verslag is gedownload.",
        shared: "Het verslag is gedeeld.",
        copied: "Het verslag is gekopieerd.",
        refused: "Dat is hier niet gelukt. Kies een andere manier, bijvoorbeeld Verslag tonen.",
        nothing_chosen: "Kies eerst een bezoek.",
    },
};
