//! Wat erin en eruit gaat, en wat er staat.

use crate::i18n::text::*;

/// Exporteren.
pub const EXPORT: ExportText = ExportText {
    title: "Selectie exporteren",
    title_one: "Dit bezoek exporteren",
    backup: "Doel: reservekopie. Het bestand bevat de namen die je hebt ingevuld.",
    coaching: "Doel: coaching, voor de leraar en de observator. Het bestand bevat de namen die je hebt ingevuld.",
    appraisal: "Doel: beoordeling. Alleen met bezoeken van de schoolleider en flitsbezoeken, nooit met die van de soort Collega of Intern begeleider.",
    school_plan: "Doel: schoolplan. In het bestand staan geen bezoeken en geen notities daaruit, en alleen de namen die het team in het plan zette.",
    send: SendText {
        sample_file: "bezoek.json",
        download: "Downloaden",
        share: "Delen",
        copy: "Kopiëren",
        show: "Tonen als tekst",
        label: "Export als tekst (JSON)",
        downloaded: "Het bestand is gedownload.",
        shared: "Het bestand is gedeeld.",
        copied: "De export is gekopieerd.",
        refused: "Exporteren is hier niet gelukt. Kies een andere manier, bijvoorbeeld Tonen als tekst.",
        nothing_chosen: "Kies eerst een bezoek.",
    },
    left_out: |n| match n {
        1 => "1 onleesbaar bezoek is niet meegegaan; exporteer het ruw bij Gegevens.".to_owned(),
        n => format!("{n} onleesbare bezoeken zijn niet meegegaan; exporteer ze ruw bij Gegevens."),
    },
};

/// Gegevens.
pub const DATA: DataText = DataText {
    title: "Gegevens",
    lead: "Alles staat alleen op dit apparaat. Bewaar af en toe een kopie op een veilige plek.",
    export_all: "Alles exporteren",
    no_backup: "Er is nog geen reservekopie van alles.",
    storage: "Op dit apparaat",
    privacy: "Lesbezoek stuurt niets weg: geen account, geen server, geen cookies.",
    device_name: "Naam van dit apparaat",
    device_name_hint: "Komt in elke export, zodat je weet waar die vandaan komt.",
    rescue: "Ruwe gegevens downloaden",
    aside: "Apart gezet",
    aside_hint: "Beschadigde of vervangen gegevens. Ze zijn nog heel te downloaden.",
    second_copy: "Elke wijziging staat twee keer op dit apparaat: ook als de browser onverwacht stopt, blijft ze bewaard.",
    no_second_copy: "Deze browser kan geen tweede kopie bewaren. Stopt hij onverwacht, dan kan de laatste minuut verloren gaan: \
                     exporteer na elk bezoek.",
    promised: "De browser heeft beloofd deze gegevens niet zelf op te ruimen.",
    not_promised: "De browser mag deze gegevens opruimen als het apparaat vol raakt. Vraag hem dat niet te doen.",
    no_promise: "Deze browser zegt niet of hij gegevens opruimt als het apparaat vol raakt. Exporteer daarom geregeld.",
    ask_promise: "Vraag om blijvend te bewaren",
    pack: "Inpakken",
    pack_title: "Ruimte maken",
    pack_stopped: "Het inpakken is gestopt. Er is niets verloren: wat niet is ingepakt, staat er zoals het stond.",
    pack_lead: |n| {
        if n == 1 {
            "1 afgerond bezoek van een vorig schooljaar neemt dan nog maar een vijfde tot een tiende van de ruimte in. \
             Je kunt het gewoon blijven openen."
                .to_owned()
        } else {
            format!(
                "{n} afgeronde bezoeken van vorige schooljaren nemen dan nog maar een vijfde tot een tiende van de \
                 ruimte in. Je kunt ze gewoon blijven openen."
            )
        }
    },
    packing: |done, all| format!("{done} van {all} ingepakt…"),
    packed: |n| {
        if n == 1 {
            "1 bezoek ingepakt. Het staat nog gewoon in de lijst.".to_owned()
        } else {
            format!("{n} bezoeken ingepakt. Ze staan nog gewoon in de lijst.")
        }
    },
    room: |percent, visits| {
        format!(
            "{percent} % van de ruimte is in gebruik. Er passen nog ongeveer {visits} bezoeken met een vol logboek bij."
        )
    },
    last_backup: |day| format!("Laatste keer alles geëxporteerd: {day}."),
    visits_kept: |n| {
        if n == 1 { "1 bezoek bewaard.".to_owned() } else { format!("{n} bezoeken bewaard.") }
    },
};

/// Het formulier op papier.
pub const FORM: FormText = FormText {
    title: "Observatieformulier",
    lead: "Een leeg formulier op twee kanten A4. Vul het bezoek later hier in: Nieuw bezoek, en daarna Scoren.",
    indicator: "Indicator",
    seen: "Gezien",
    card: "Op papier",
    card_lead: "Wie liever met een pen kijkt, drukt een leeg formulier af.",
    open: "Leeg formulier",
};

/// Importeren.
pub const IMPORT: ImportText = ImportText {
    title: "Importeren",
    lead: "Lees een bestand in dat met Lesbezoek is geëxporteerd. Je ziet eerst wat er gebeurt.",
    file: "Kies een bestand (.json of .age)",
    paste: "Of plak de tekst van een export",
    paste_label: "Tekst van een export (JSON)",
    paste_read: "Deze tekst inlezen",
    pasted: "De geplakte tekst",
    reading: "Het bestand wordt gelezen…",
    untouched: "Er is niets veranderd aan wat je al had.",
    visit: "Bezoek",
    colleague: "Collega",
    plan: "Plan",
    rubric: "Kijkwijzer",
    what_happens: "Wat er gebeurt",
    nothing_to_do: "Alles in dit bestand heb je al, of je hebt een nieuwere versie.",
    new: "Nieuw: wordt toegevoegd",
    same: "Heb je al",
    newer: "Nieuwer: vervangt jouw versie, die apart wordt gezet",
    older: "Ouder: jouw versie blijft",
    conflict: "Anders dan jouw versie: komt erbij als kopie",
    not_read: "Het apparaat geeft dit bestand niet. Zet het op het apparaat zelf en kies het opnieuw.",
    not_text: "Dit bestand kan niet als tekst worden gelezen. Kies een .json-bestand uit Lesbezoek.",
    no_format: "Dit is geen export van Lesbezoek. Kies een ander bestand.",
    too_deep: "Dit bestand is dieper genest dan een export ooit is. Kies een ander bestand.",
    cut_off: "Het bestand houdt halverwege op. Exporteer het opnieuw, of haal het opnieuw op.",
    refused: |file| format!("{file} kan niet worden geïmporteerd"),
    done: |all| format!("{} geïmporteerd.", counted(all)),
    preview: |file, all| format!("{file}: {}", counted(all)),
    unreadable: |n| {
        format!(
            "{n} beschadigde bezoeken, collega's, plannen of kijkwijzers in dit bestand zijn niet te lezen. Bewaar het bestand."
        )
    },
    accept: |all| format!("{} importeren", counted(all)),
    too_large: |mib| format!("Het bestand is groter dan {mib} MB. Exporteer minder bezoeken tegelijk."),
    not_json: |line, column| {
        format!(
            "Dit is geen JSON: het gaat mis op regel {line}, teken {column}. Kies een .json-bestand uit Lesbezoek."
        )
    },
    other_format: |found| {
        format!("Dit is geen export van Lesbezoek (gevonden: {found}). Kies een ander bestand.")
    },
    newer_version: |found| {
        format!(
            "Dit bestand is van een nieuwere versie van Lesbezoek (versie {found}). Werk de app bij en probeer opnieuw."
        )
    },
    invalid: |place, reason| format!("Op plaats {place} klopt iets niet: {reason}"),
};

/// "2 bezoeken, 1 collega en 1 plan".
fn counted(Imported { visits, people, plans, rubrics, aside }: Imported) -> String {
    crate::i18n::format::counted(
        [
            (visits, ["bezoek", "bezoeken"]),
            (people, ["collega", "collega's"]),
            (plans, ["plan", "plannen"]),
            (rubrics, ["kijkwijzer", "kijkwijzers"]),
            (aside, ["apart gezette versie", "apart gezette versies"]),
        ],
        "en",
    )
}
