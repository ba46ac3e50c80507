//! Nederlands: B1, kort, en zonder oordeel.

mod compare;
mod data;
mod guide;
mod lesson;
mod talk;
mod visit;
mod watch;

pub use compare::COMPARE;
pub use data::{DATA, EXPORT, FORM, IMPORT};
pub use guide::GUIDE;
pub use lesson::LESSON;
pub use talk::{CHECK, OPEN, REPORT, TALK};
pub use visit::{CHOICE, PREPARE, SCORE};
pub use watch::WATCH;

use super::text::*;
use crate::domain::Lang;

/// Alle teksten in het Nederlands.
pub const NL: Text = Text {
    lang: Lang::Nl,
    app_name: "Lesbezoek",
    skip_to_content: "Naar de inhoud",
    other_language: "English",
    other_language_tag: "en",
    undo: "Ongedaan maken",
    close: "Sluiten",
    delete: "Verwijderen",
    remove: "Weghalen",
    not_observed: "Niet gezien",
    optional: "optioneel",
    steps: "Stappen van het bezoek",
    scored_of: |scored, of| format!("{scored} van {of} gescoord"),
    step: StepText {
        prepare: "Voorbereiden",
        watch: "Kijken",
        score: "Scoren",
        talk: "Gesprek",
        check: "Controle",
    },
    kind: KindText {
        peer: "Collega",
        leader: "Schoolleider",
        coach: "Intern begeleider",
        walkthrough: "Flitsbezoek",
        self_assessment: "Eigen les",
    },
    theme: ThemeText {
        label: "Licht of donker",
        system: "Automatisch",
        light: "Licht",
        dark: "Donker",
        dim: "Extra donker",
    },
    save: SaveText {
        pending: "Bewaren…",
        failed: "Niet bewaard",
        one_copy: "Bewaard, zonder tweede kopie",
        not_safe: "Nog niet veilig bewaard",
        saved_on: "Bewaard op",
        saved_at: |time| format!("Bewaard om {time} uur"),
    },
    undone: UndoneText { title: "Ongedaan gemaakt", score: "score", evidence: "bewijs", of: "van" },
    not_kept: NotKeptText { title: "Niet bewaard", export: "Naar exporteren" },
    mended: MendedText {
        title: "Teruggehaald na een onverwacht einde",
        opened_again: "De app is opnieuw geopend",
        opened_again_lead: "Er ging iets mis. Alles wat bewaard was, staat er nog; kijk na wat je het laatst deed.",
        repaired: "Een kopie was beschadigd; de andere is ervoor in de plaats gekomen.",
        deleted_again: "Een verwijderd bezoek was er weer; het is opnieuw verwijderd.",
        deleted: "Een bezoek is verwijderd. Was hier iets nog niet bewaard, dan staat dat bij Gegevens, apart gezet.",
        gave_way: "In een ander tabblad is dit bezoek ook veranderd. Die versie geldt; die van hier staat bij Gegevens, apart gezet.",
        found_newer: "De tweede kopie was verder, en die geldt nu. Wat hier daarna is veranderd staat bij Gegevens, apart gezet.",
        overtook: "In een ander tabblad is dit bezoek ook veranderd. De versie van hier geldt; die andere staat bij Gegevens, apart gezet.",
        aside_title: "Apart gezet",
        put_aside: "Wat je hier wijzigde, is elders ook gewijzigd of verwijderd. Dat geldt; jouw versie staat bij Gegevens, apart gezet.",
        close: "Begrepen",
        people: "Van het team is een kopie teruggezet. Kijk het even na bij Team.",
        rubrics: "Van een kijkwijzer is een kopie teruggezet. Kijk het even na bij Kijkwijzers.",
        plans: "Van het plan van aanpak is een kopie teruggezet. Kijk het even na bij Plan.",
        brought_back: |n| {
            if n == 1 {
                "1 wijziging teruggehaald.".to_owned()
            } else {
                format!("{n} wijzigingen teruggehaald.")
            }
        },
        last_change: |day, time| format!("(laatste wijziging {day} om {time} uur):"),
    },
    other_tab: OtherTabText {
        title: "Lesbezoek is ook open in een ander tabblad",
        lead: "Daar wordt geschreven; hier kun je alleen lezen. Ga je hier verder, dan bewaart het andere tabblad eerst alles.",
        go_on: "Hier verder werken",
        newer: "Hier staat iets van een nieuwere versie van Lesbezoek",
        newer_lead: "Deze oudere versie kan alleen lezen, zodat er niets verloren gaat. Werk de app bij, dan kun je weer verder.",
        update: "App bijwerken",
        newer_visit: "Dit bezoek is van een nieuwere versie. Je ziet wat deze versie ervan kent; er kan meer in staan.",
        newer_raw: "Bezoek opslaan zoals het is",
    },
    store: StoreText {
        blocked: "Deze browser laat niets bewaren op dit apparaat. Je kunt het bezoek wel invullen: exporteer het vóór je \
                  dit tabblad sluit. Zet daarna privémodus uit of sta opslag toe.",
        other_tab: "Lesbezoek is ook open in een ander tabblad; hier kun je alleen lezen. Kies Hier verder werken om te veranderen.",
        full: "De opslag van dit apparaat is vol. Je laatste wijziging staat nog wel op dit scherm. Exporteer dit bezoek nu. \
               Pak daarna bij Gegevens bezoeken van vorige schooljaren in, of verwijder bezoeken die al geëxporteerd zijn.",
        damaged: "Dit bezoek is beschadigd en kan niet worden gelezen. Het is niet weggegooid: exporteer de ruwe gegevens \
                  bij Gegevens, of importeer een eerdere export.",
        newer: "Dit bezoek is gemaakt met een nieuwere versie van Lesbezoek. Werk de app bij om het te openen; er is niets \
                veranderd.",
        packed: "Dit bezoek is ingepakt, en het deel van de app dat het opent is nog niet geladen. Open de app opnieuw met een verbinding; \
                 er is niets verloren.",
        no_journal: "De tweede kopie op dit apparaat is niet gelukt. Stopt de browser onverwacht, dan kan het laatste verloren \
                     gaan. Exporteer dit bezoek; de volgende wijziging probeert het opnieuw.",
        failed: |reason| {
            format!("Bewaren is niet gelukt ({reason}). Exporteer dit bezoek en open de app opnieuw.")
        },
    },
    home: HomeText {
        title: "Lesbezoeken",
        school: "De school",
        team: "Team",
        coverage: "Dekking",
        plan: "Plan van aanpak",
        insight: "Inzicht",
        growth: "Groei van een leraar",
        rubrics: "Kijkwijzers",
        begin: "Nieuw bezoek",
        empty: "Nog geen bezoeken op dit apparaat.",
        empty_privacy: "Alles wat je noteert blijft op dit apparaat, tot je het zelf exporteert. Geen account, geen internet nodig.",
        example: "Voorbeeld bekijken",
        is_example: "Voorbeeld",
        select: "Selecteren en exporteren",
        select_one: "Selecteer",
        completed: "Afgerond",
        draft: "Concept",
        own_view: "Eigen les, bij een bezoek",
        planned: "Gepland",
        deleted: "Bezoek verwijderd.",
        deleted_only_copy: "Bezoek verwijderd. Het is nooit geëxporteerd: er is geen andere kopie.",
        deleted_several: "Meerdere bezoeken verwijderd.",
        deleted_several_only_copies: "Meerdere bezoeken verwijderd. Niet van elk is er een andere kopie.",
        unreadable: "Bezoek kan niet worden gelezen",
        no_title: "Nog zonder naam",
        group: "groep",
        never_exported: "nog niet geëxporteerd",
        exported_today: "vandaag geëxporteerd",
        changed_since: "gewijzigd na export",
        scarce: "De opslag raakt vol",
        scarce_lead: |n| {
            format!(
                "Er passen nog ongeveer {n} bezoeken bij. Exporteer alles, en pak daarna bij Gegevens bezoeken \
                 van vorige schooljaren in, of verwijder ze."
            )
        },
        school_year: |year| format!("Schooljaar {year}"),
        more: |n| format!("Toon meer (nog {n})"),
        find: "Zoek op naam, groep, vak of datum",
        find_now: "Zoek",
        found: |n| match n {
            0 => "Geen bezoek gevonden.".to_owned(),
            1 => "1 bezoek gevonden.".to_owned(),
            n => format!("{n} bezoeken gevonden."),
        },
        by: |name| format!("door {name}"),
        exported_days: |days| {
            if days == 1 {
                "gisteren geëxporteerd".to_owned()
            } else {
                format!("{days} dagen geleden geëxporteerd")
            }
        },
    },
    update: UpdateText {
        title: "Er is een nieuwe versie",
        lead: "Je bezoeken blijven zoals ze zijn. De app opent opnieuw.",
        apply: "Nu bijwerken",
    },
    not_found: NotFoundText {
        title: "Niet gevonden",
        lead: "Dit bezoek staat niet op dit apparaat, of het adres klopt niet.",
        home: "Naar alle bezoeken",
    },
    not_loaded: NotLoadedText {
        title: "Dit scherm kan niet openen",
        lead: "Dit deel van de app is nog niet binnen. Je bezoeken staan veilig op dit apparaat. Zorg voor internet en open de app opnieuw.",
        again: "Opnieuw openen",
    },
};
