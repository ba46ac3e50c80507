//! Nederlands: B1, kort, en zonder oordeel.

mod guide;
mod insight;
mod lesson;

pub use guide::GUIDE;

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
        gave_way: "In een ander tabblad is dit bezoek ook veranderd. Die versie geldt; die van hier staat bij Gegevens, apart gezet.",
        found_newer: "De tweede kopie was verder, en die geldt nu. Wat hier daarna is veranderd staat bij Gegevens, apart gezet.",
        overtook: "In een ander tabblad is dit bezoek ook veranderd. De versie van hier geldt; die andere staat bij Gegevens, apart gezet.",
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
    prepare: PrepareText {
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
    },
    choice: ChoiceText {
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
            let others =
                if n == 1 { "1 andere indicator".to_owned() } else { format!("{n} andere indicatoren") };
            format!("Bij {others} is ook iets gescoord of genoteerd; dat telt niet mee.")
        },
        scored_of: |scored, of| format!("{scored} van {of} gekozen indicatoren gescoord"),
        answered_of: |answered, of| format!("{answered} van {of} gekozen indicatoren beantwoord"),
    },
    watch: WatchText {
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
    },
    lesson: lesson::LESSON,
    score: ScoreText {
        lead: "Tik op een score; nog een keer tikken wist hem. Overslaan mag.",
        keys: "Met toetsen: een cijfer is de score, 0 wist, n is niet gezien, e is bewijs, ↑ en ↓ gaan naar een andere indicator.",
        more: "Kijkpunten, notitie en bewijs",
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
    },
    talk: TalkText {
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
    },
    check: CheckText {
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
    },
    compare: insight::COMPARE,
    open: OpenText {
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
    },
    report: ReportText {
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
    },
    export: ExportText {
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
    },
    data: DataText {
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
    },
    form: FormText {
        title: "Observatieformulier",
        lead: "Een leeg formulier op twee kanten A4. Vul het bezoek later hier in: Nieuw bezoek, en daarna Scoren.",
        indicator: "Indicator",
        seen: "Gezien",
        card: "Op papier",
        card_lead: "Wie liever met een pen kijkt, drukt een leeg formulier af.",
        open: "Leeg formulier",
    },
    import: ImportText {
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
        not_text: "Dit bestand kan niet als tekst worden gelezen. Kies een .json-bestand uit Lesbezoek.",
        no_format: "Dit is geen export van Lesbezoek. Kies een ander bestand.",
        too_deep: "Dit bestand is dieper genest dan een export ooit is. Kies een ander bestand.",
        sealed: "Dit bestand is bewaard toen het slot aan stond: wat erin staat is verzegeld en kan hier niet open. Bewaar het bestand, en exporteer op dat apparaat opnieuw als het slot open is.",
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

/// "2 bezoeken, 1 collega en 1 plan".
fn counted(Imported { visits, people, plans, rubrics, aside }: Imported) -> String {
    super::format::counted(
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
