//! Rechten van de leraar, in het Nederlands.

use super::*;

pub(super) const RECORD: RecordText = RecordText {
    title: "Bewaren en bezwaar",
    keep_until: "Bewaren tot en met",
    keep_until_hint: "Laat leeg voor de regel van jullie school.",
    objection: "Bezwaar of correctie van de leraar",
    objection_hint: "In de eigen woorden van de leraar. Het kan ook bij een bezoek dat is afgerond, en gaat mee met elk verslag en elke export.",
    said_on: "Gezegd op",
    kept: |day| {
        format!(
            "Dit bezoek blijft bewaard tot en met {day}. Daarna noemt Gegevens het als te verwijderen. Vanzelf verdwijnt er niets."
        )
    },
    purpose: "Waarvoor is het bestand?",
    coaching: "Coaching",
    appraisal: "Beoordeling",
    notes_seen: "De leraar mag elke notitie inzien. Namen van leerlingen horen er niet in.",
    names: |names| {
        format!(
            "In je notities staat een naam uit het team: {names}. Is het een collega, of een leerling die zo heet? Kijk even of de naam nodig is."
        )
    },
};

pub(super) const RIGHTS: RightsText = RightsText {
    walls: WallsText {
        title: "Bezoeken apart exporteren",
        lead: "Bezoeken van collega's bij elkaar blijven onder collega's. Exporteer ze daarom apart van de bezoeken van de leiding. In het plan komen van \
               al die bezoeken alleen cijfers van het team.",
        which: "Welke bezoeken",
        peers: "Van collega's",
        leaders: "Van de schoolleider",
        coaches: "Van de IB'er",
    },
    due: DueText {
        title: "Bewaartermijn",
        lead: "Een bezoek blijft bewaard tot het einde van het schooljaar waarin het was, en daarna nog een paar schooljaren. Op Controle kan een bezoek \
               een eigen datum krijgen. Vanzelf verdwijnt er niets: hier staat wat over de termijn is.",
        years: "Aantal schooljaren erna",
        years_hint: "Standaard 2: in het ene jaar bouwt het plan erop voort, in het jaar daarna kijken jullie of het hielp.",
        looking: "Bezoeken worden nagekeken…",
        nothing: "Geen bezoek is over de termijn.",
        really: "Dit bezoek verwijderen?",
        keep: "Laten staan",
        way_back: "Je kunt dit ongedaan maken tot je de melding onderaan sluit, of de app. Daarna is het bezoek weg uit beide kopieën op dit apparaat, \
                   met alles wat ervan apart was gezet. Bestanden die je eerder hebt geëxporteerd, verwijder je zelf.",
        due: |visits| match visits {
            1 => "1 bezoek is over de termijn.".to_owned(),
            visits => format!("{visits} bezoeken zijn over de termijn."),
        },
        until: |day| format!("bewaard tot en met {day}"),
        delete_all: |visits| match visits {
            1 => "Dit bezoek verwijderen".to_owned(),
            visits => format!("Alle {visits} verwijderen"),
        },
        really_all: |visits| match visits {
            1 => "Dit bezoek verwijderen?".to_owned(),
            visits => format!("Deze {visits} bezoeken verwijderen?"),
        },
        unreadable: |visits| match visits {
            1 => "1 bezoek is niet te lezen. Het staat hieronder niet bij.".to_owned(),
            visits => format!("{visits} bezoeken zijn niet te lezen. Ze staan hieronder niet bij."),
        },
    },
    access: AccessText {
        title: "Inzage",
        card_lead: "Een leraar mag alles zien wat er over haar of hem is opgeschreven, elke notitie. Hier staat het bij elkaar, om samen te lezen, af te drukken of mee te geven.",
        open: "Inzage geven",
        lead: "Kies een naam. Je krijgt alles wat op dit apparaat over die persoon staat.",
        who: "Van wie",
        nobody: "Er staat nog niemand in een bezoek of in het team.",
        choose: "Kies een naam",
        looking: "Alles wordt bij elkaar gezocht…",
        print: "Afdrukken",
        json: "Download als bestand (JSON)",
        others: "Andere mensen kunnen erin genoemd zijn. Lees het na voor je het meegeeft.",
        file: "inzage",
        person: "In de lijst van het team",
        visits: "Bezoeken en eigen lessen",
        no_visits: "Er zijn geen bezoeken aan deze persoon.",
        watched: "Bezoeken bij anderen",
        watched_lead: "Hier keek deze persoon. Wat er over de les van de ander staat, is van die ander en staat hier niet.",
        mentions: "Verder genoemd",
        mentions_lead: "Zinnen uit andere bezoeken en plannen met deze naam, of een deel ervan. Een naamgenoot kan erbij staan.",
        aside: "Apart gezet",
        aside_lead: "Eerdere of beschadigde versies die Lesbezoek apart heeft bewaard, zoals ze zijn. Je verwijdert ze bij Gegevens.",
        in_visit: "Bezoek",
        in_plan: "Plan",
        in_draft: "Kijkwijzer in de maak",
        in_settings: "Instellingen van dit apparaat",
        in_aside: "Apart gezet",
        completed: "Afgerond",
        draft: "Nog niet afgerond",
        about: |name| format!("Wat er over {name} is bewaard"),
        made: |at| {
            format!(
                "Gemaakt op {at}, van wat op dit apparaat staat. Geëxporteerde bestanden en andere apparaten staan er niet in."
            )
        },
        unreadable: |records| match records {
            1 => {
                "1 bezoek of plan is niet te lezen en staat hier niet in. Het is te exporteren bij Gegevens."
                    .to_owned()
            }
            records => format!(
                "{records} bezoeken of plannen zijn niet te lezen en staan hier niet in. Ze zijn te exporteren bij Gegevens."
            ),
        },
        changed: |at| format!("voor het laatst veranderd op {at}"),
        exported: |at| format!("voor het laatst geëxporteerd op {at}"),
        kept: |day| format!("bewaard tot en met {day}"),
        growth: |at| format!("te zien bij de eigen groei sinds {at}"),
    },
};
