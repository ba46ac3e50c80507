//! Inzicht, in het Nederlands.

use super::*;

fn count(n: usize, one: &str, more: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { more })
}

pub(super) const INSIGHT: InsightText = InsightText {
    page: PageText {
        lead: "Wat de lessen in jullie school samen laten zien: cijfers zonder namen.",
        year: "Schooljaar",
        fewest: "Minstens zoveel leraren",
        none: "Er zijn nog geen afgeronde bezoeken. Is er bij genoeg leraren gekeken, dan zie je hier wat hun lessen samen laten zien.",
        caution: "Cijfers zijn het begin van een gesprek in het team. Ze zeggen niets over één leraar.",
        print: "Afdrukken",
        period: "Periode",
        whole_year: "Hele schooljaar",
        first_half: "Augustus tot en met januari",
        second_half: "Februari tot en met juli",
        rest_of_year: "De verschillen, de schooljaren naast elkaar en hoe de lessen gaan, staan bij het hele schooljaar. Een doel maak je daar ook.",
        none_of_half: "Van deze helft staat hier niets: bij elk domein horen er te weinig leraren bij, of zou je met de cijfers van het hele schooljaar ernaast iets over te weinig leraren kunnen uitrekenen.",
        base: |visits, teachers, observers| {
            format!(
                "{} bij {}, door {}.",
                count(visits, "bezoek", "bezoeken"),
                count(teachers, "leraar", "leraren"),
                count(observers, "observator", "observatoren")
            )
        },
        too_few: |teachers, fewest| {
            format!(
                "Dit jaar is bij {teachers} van minstens {fewest} leraren gekeken. Zolang het er minder zijn, staat hier niets: anders gaat een cijfer over één collega."
            )
        },
        too_few_in_half: |teachers, fewest| {
            format!(
                "In deze helft van het schooljaar is bij {teachers} van minstens {fewest} leraren gekeken. Zolang het er minder zijn, staat hier niets: anders gaat een cijfer over één collega."
            )
        },
        not_shown: |domains| format!("Niet te tonen: {domains}."),
        privacy: |fewest| {
            format!(
                "Bij elk cijfer horen minstens {fewest} leraren. Wat je uit twee cijfers zou kunnen afleiden over minder leraren, staat er ook niet."
            )
        },
        own: |n| {
            count(
                n,
                "les die een leraar zelf scoorde telt niet mee.",
                "lessen die leraren zelf scoorden tellen niet mee.",
            )
        },
        other_rubric: |n| {
            count(
                n,
                "bezoek met een andere kijkwijzer telt niet mee.",
                "bezoeken met een andere kijkwijzer tellen niet mee.",
            )
        },
        no_teacher: |n| {
            count(
                n,
                "bezoek zonder naam van de leraar telt niet mee.",
                "bezoeken zonder naam van de leraar tellen niet mee.",
            )
        },
    },
    chart: ChartText {
        as_table: "Als tabel",
        as_chart: "Als balken",
        legend_hint: "In de balk staat hoe vaak elke score is gegeven, links laag en rechts hoog. Rechts van de streep: bereikt. 'Niet gezien' telt niet mee in een balk, een percentage of een gemiddelde. Het gemiddelde is dat van de leraren: wie vaker is bezocht, telt niet zwaarder.",
        scores: "Scores",
        visits: "Bezoeken",
        teachers: "Leraren",
        observers: "Observatoren",
        not_observed: "Niet gezien",
        reached: "Bereikt",
        mean: "Gemiddeld",
        interval: "95 % zeker tussen",
        reached_is: |points| format!("Bereikt: een score van {points}."),
        percent: |percent| format!("{percent} %"),
        facts: |base, scored| {
            format!(
                "{} · {} · {} · {}",
                count(scored, "score", "scores"),
                count(base.visits, "bezoek", "bezoeken"),
                count(base.teachers, "leraar", "leraren"),
                count(base.observers, "observator", "observatoren")
            )
        },
        not_seen: |n| format!("{n} keer niet gezien"),
        mean_is: |mean, low, high| format!("Gemiddeld {mean}; met 95 % zekerheid tussen {low} en {high}"),
        count_of: |label, n| format!("{label}: {n}"),
        or: |some, last| format!("{some} of {last}"),
    },
    summary: SummaryText {
        title: "Wat laten onze lessen zien?",
        domain: "Domein",
        strengths: "Sterk",
        growth: "Groeipunten",
        no_strengths: "Nog niets dat zo vaak is bereikt.",
        no_growth: "Niets dat zo weinig is bereikt.",
        make_goal: "Maak hier een doel van",
        strength_rule: |from| {
            format!(
                "De regel: bereikt in minstens {from} van de 100 scores. Hooguit drie, het vaakst bereikt staat bovenaan."
            )
        },
        growth_rule: |below| {
            format!(
                "De regel: bereikt in minder dan {below} van de 100 scores. Hooguit drie, het minst bereikt staat bovenaan."
            )
        },
        of_scores: |percent, n| format!("{percent} % van {}", count(n, "score", "scores")),
    },
    indicators: IndicatorsText {
        title: "Elke indicator",
        indicator: "Indicator",
        hidden: "Bij te weinig leraren gescoord om te laten zien.",
    },
    ladder: LadderText {
        title: "Van vaak naar zelden bereikt",
        lead: "Wat in jullie school vaak lukt staat bovenaan, wat zelden lukt onderaan. Wat zelden lukt, is meestal ook moeilijker.",
        no_next: "Alles wordt in minstens de helft van de scores bereikt.",
        caution: "Het is de volgorde van jullie school in deze periode. Wat dicht bij elkaar staat, kan van plaats wisselen. Wie de stappen overslaat, doet niets fout: kijk dan naar de les en niet naar de lijst.",
        few: "weinig scores",
        next: |indicator| {
            format!(
                "De eerstvolgende stap voor het team: {indicator} Het is het eerste op de lijst dat in minder dan de helft van de scores is bereikt: het ligt het dichtst bij wat al lukt. Een groeipunt, hierboven, is wat het minst lukt, en vraagt vaak meer tijd."
            )
        },
        chart: |n| format!("Hoe vaak {n} indicatoren zijn bereikt, van vaak naar zelden"),
    },
    divisions: DivisionsText {
        title: "Verschillen",
        choose: "Vergelijk naar",
        group: "Groep",
        subject: "Vak",
        stage: "Bouw",
        years: "Jaren voor de klas",
        kind: "Soort bezoek",
        hint: "Hoeveel procent van de scores is bereikt, en bij hoeveel leraren.",
        lower: "Onderbouw",
        middle: "Middenbouw",
        upper: "Bovenbouw",
        unknown: "Niet ingevuld",
        too_few: "niet te tonen",
        none: "Nergens zijn genoeg leraren om te vergelijken.",
        caution: "Een verschil is nog geen oorzaak. Er kunnen andere lessen, andere kinderen en andere observatoren achter zitten.",
        stage_hint: "Onderbouw is groep 1 en 2, middenbouw 3 tot en met 5, bovenbouw 6 tot en met 8. Een combinatiegroep telt bij de laagste.",
        cell: |percent, teachers| format!("{percent} % ({})", count(teachers, "leraar", "leraren")),
    },
    years: YearsText {
        title: "Schooljaren naast elkaar",
        hint: "Andere jaren zijn vaak ook andere lessen, leraren en observatoren. Kijk of de gebieden van 95 % zekerheid elkaar overlappen.",
        only_one: "Er is nog maar één schooljaar met genoeg bezoeken.",
    },
    course: CourseText {
        title: "Hoe de lessen gaan",
        phases: "Tijd per lesfase, gemiddeld per les",
        phase: "Lesfase",
        minutes: "Minuten",
        feedback_hint: "Hoe vaak geteld, in de lessen waarin iets van deze groep is geteld.",
        counter: "Soort",
        times: "Aantal",
        on_task: "Aan het werk",
        off_task: "Niet aan het werk",
        none: "Bij te weinig leraren bijgehouden om te laten zien.",
        noted_in: "Bijgehouden in",
        minutes_of: |minutes| format!("{minutes} min"),
        on_task_is: |percent, scans| {
            format!("{percent} % van de leerlingen was aan het werk, in {}.", count(scans, "ronde", "rondes"))
        },
        taps: |n, percent| format!("{n} ({percent} %)"),
    },
    growth: GrowthText {
        lead: "Alleen bezoeken waarvan de leraar het goed vond, met een vinkje in het gesprek. Bezoeken van collega's aan elkaar staan hier nooit in: die tellen alleen mee voor het team.",
        teacher: "Leraar",
        choose: "Kies een leraar",
        nobody: "Nog niemand heeft gekozen om een bezoek hier te laten zien. Dat kan in het gesprek, bij een bezoek van de schoolleider of de IB'er en bij een flitsbezoek.",
        how_sure: "Hoe zeker is dit?",
        reliability_hint: "Eén les zegt weinig over een leraar. Pas bij 3 bezoeken door 3 verschillende mensen is terugkoppeling redelijk betrouwbaar (0,70; Van der Lans en anderen, 2016). Voor een beoordeling zijn er meer dan 10 nodig.",
        all_reached: "Alles wat is gescoord, is in minstens de helft van de bezoeken bereikt.",
        no_ladder: "Er zijn te weinig bezoeken in de school voor een volgorde van vaak naar zelden bereikt.",
        domains: "Per domein, bezoek na bezoek",
        day: "Datum",
        nothing: "niet gescoord",
        indicators: "Per indicator, bezoek na bezoek",
        reliability: |visits, observers, of| {
            format!("Bezoek {} van {of}, observator {} van {of}.", visits.min(of), observers.min(of))
        },
        counted: |scores, visits, observers| {
            format!(
                "{} · {} · {}",
                count(scores, "score", "scores"),
                count(visits, "bezoek", "bezoeken"),
                count(observers, "observator", "observatoren")
            )
        },
        withheld: |of| {
            format!(
                "Een samenvatting en een volgende stap komen er pas bij {of} bezoeken door {of} verschillende observatoren."
            )
        },
        next: |indicator| {
            format!(
                "Een volgende stap kan zijn: {indicator} Het is het eerste in de volgorde van de school dat nog niet in de helft van de bezoeken is bereikt."
            )
        },
        does_not_fit: |against, most| {
            format!(
                "Let op: deze lessen passen niet goed bij de volgorde van de school ({against} van de {most} paren staan andersom). Kies de stap samen, uit de lessen zelf."
            )
        },
        thin: |n| {
            format!("Let op: er zijn maar {n} indicatoren gescoord. Neem dit als vraag, niet als advies.")
        },
    },
};
