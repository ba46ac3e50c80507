//! Het team, in het Nederlands.

use super::*;

pub(super) const TEAM: TeamText = TeamText {
    list: ListText {
        lead: "De namen van je collega's, om bij een bezoek uit te kiezen. Een schuilnaam mag ook. Verander je hier een naam, dan verandert die in alle bezoeken, bij leraar en observator. Wat je zelf typte, zoals in een afspraak, blijft staan.",
        title: "Collega's",
        empty: "Nog niemand. Zet collega's in de lijst, of lees een lijst uit Excel in.",
        edit: "Wijzig",
        removed: "Collega verwijderd. De naam is nu ook weg uit de bezoeken.",
        removed_several: "Meer dan één ding verwijderd. Namen van verwijderde collega's zijn ook weg uit de bezoeken.",
        coverage: "Dekking: wie was bij wie?",
        unreadable: |n| format!("{n} beschadigd; te downloaden bij Gegevens, met de ruwe gegevens."),
        years: |years| format!("{years} jaar"),
        really: |name| {
            format!(
                "{name} uit de lijst halen? De naam gaat dan ook weg uit alle bezoeken. Zet je die later opnieuw in de lijst, dan komt die daar niet terug."
            )
        },
    },
    form: FormText {
        add_title: "Collega erbij",
        name: "Naam",
        name_hint: "Een schuilnaam mag ook.",
        role: "Rol",
        groups: "Groepen",
        groups_hint: "Bijvoorbeeld 5, of 3/4, 6.",
        years: "Jaren voor de klas",
        competence: "Fase",
        unknown: "Niet ingevuld",
        add: "Zet in de lijst",
        save: "Klaar",
        cancel: "Laat zoals het was",
        no_name: "Vul een naam in.",
        taken: "Deze naam staat al in de lijst. Maak verschil, bijvoorbeeld met een letter erbij.",
        added: |name| format!("{name} staat in de lijst."),
    },
    role: RoleText {
        teacher: "Leerkracht",
        coach: "IB'er",
        leader: "Schoolleider",
        assistant: "Onderwijsassistent",
        student: "Student",
    },
    competence: CompetenceText { starting: "Startbekwaam", basic: "Basisbekwaam", proficient: "Vakbekwaam" },
    sheet: SheetText {
        title: "Lijst inlezen",
        lead: "Een lijst uit Excel, bewaard als CSV. Boven de kolommen staat Naam, en als je wilt Rol, Groep, Jaren en Fase. \
               Je ziet eerst wat er gebeurt.",
        file: "Kies een bestand (.csv)",
        paste: "Of plak een lijst",
        paste_label: "Een lijst met namen, één op elke regel, of cellen uit Excel",
        read: "Deze lijst inlezen",
        pasted: "De geplakte lijst",
        reading: "De lijst wordt gelezen…",
        untouched: "Er is niets veranderd.",
        unreadable_file: "Het bestand kan niet worden gelezen. Kies het opnieuw.",
        empty: "Er staat niets in.",
        no_name_column: "Geen kolom heet Naam. Zet op de eerste regel wat er in de kolommen staat, zoals Naam;Rol;Groep.",
        wrong_title: "Deze regels kunnen niet mee",
        change_title: "Wat er gebeurt",
        name: "Naam",
        known: "Wat er bij staat",
        what_happens: "Wat er gebeurt",
        add: "Nieuw",
        change: "Aangevuld",
        nothing_to_do: "Iedereen in deze lijst heb je al.",
        no_name: "er staat geen naam.",
        no_end: "een cel houdt niet op. Er staat een aanhalingsteken te veel, of de naam is te lang.",
        refused: |file| format!("{file} kan niet worden ingelezen"),
        preview: |file| format!("{file}: wat er gebeurt"),
        counts: |add, change, same, wrong| {
            format!("{add} nieuw, {change} aangevuld, {same} heb je al, {wrong} met een fout.")
        },
        too_large: |mib| format!("De lijst is groter dan {mib} MB. Dat is geen lijst van één school."),
        line: |line, why| format!("Regel {line}: {why}"),
        more: |n| format!("En nog {n}."),
        accept: |n| if n == 1 { "1 collega inlezen".to_owned() } else { format!("{n} collega's inlezen") },
        done: |added, changed| format!("{added} toegevoegd, {changed} aangevuld."),
        left: |n| {
            let left = if n == 1 { "1 regel is" } else { &*format!("{n} regels zijn") };
            format!(
                "{left} niet ingelezen en nog te verbeteren, in het vak hierboven. Lees de lijst daarna opnieuw in; dan zie je ook wat er mis is."
            )
        },
        twice: |first| format!("deze naam staat al op regel {first}."),
        wrong_role: |found| {
            format!(
                "{found} is geen rol. Kies leerkracht, ib'er, schoolleider, onderwijsassistent of student."
            )
        },
        wrong_years: |found| {
            format!("{found} is geen aantal jaren. Vul een getal in, of 0-3, 4-10, 11-30 of 31+.")
        },
        wrong_competence: |found| format!("{found} is geen fase. Kies start, basis of vakbekwaam."),
    },
    coverage: CoverageText {
        back: "Naar het team",
        year: "Schooljaar",
        counts: "Elk bezoek telt, ook een concept, maar wat gepland is nog niet. Een eigen les telt niet.",
        empty: "Zet eerst collega's in de lijst.",
        none_missing: "Niemand.",
        next: "Eerlijk om nu te plannen",
        next_rule: "Zo is gekozen: wie het minst bezocht is, krijgt een collega die daar dit jaar het minst was, en van hen degene \
                    die het minst op bezoek ging. Wat gepland is, telt mee. Wie geen groep heeft en schoolleider, IB'er of assistent is, doet niet mee.",
        plan: "Plan dit bezoek",
        planned: "Gepland",
        not_visited: "Nog niet bezocht",
        not_visiting: "Nog niet op bezoek geweest",
        bands: "Minste bezoeken per ervaring",
        band: "Jaren voor de klas",
        people: "Collega's",
        visits: "Bezoeken",
        least: "Minst bezocht",
        years_unknown: "Niet ingevuld",
        matrix: "Wie was bij wie",
        matrix_hint: "Op een rij wie op bezoek ging, in een kolom wie bezocht werd. Wie nog niets deed, staat in de lijsten hierboven.",
        wider: "Past niet alles op het scherm, schuif de tabel dan opzij.",
        visitor: "Op bezoek",
        visited: "Bezocht",
        total: "Samen",
        no_visits: "Nog geen bezoeken tussen collega's van de lijst.",
        as_list: "Als lijst",
        calendar: "Voor de agenda (.ics)",
        lead: |year| format!("Schooljaar {year}"),
        pair: |visitor, visited| format!("{visitor} bij {visited}"),
        others: |n| {
            if n == 1 {
                "Bij 1 bezoek is er geen leraar of observator uit de lijst; dat telt hier niet mee."
                    .to_owned()
            } else {
                format!(
                    "Bij {n} bezoeken is er geen leraar of observator uit de lijst; die tellen hier niet mee."
                )
            }
        },
        fewest: |names, n| format!("{names} ({n})"),
        planned_visit: |pair, day| format!("{pair}, {day}"),
        event: |pair| format!("Lesbezoek: {pair}"),
    },
};
