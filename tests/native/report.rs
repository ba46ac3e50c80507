//! The report for the teacher.

use crate::common::{builtin, draft, header, observation};
use lesbezoek::domain::{
    Agreement, AgreementId, Answer, AroundLesson, Confirmed, FollowUp, IndicatorId, Lang, LineId, LogLine,
    Observation, OpenPoint, Outcome, Phase, PhaseStart, PointId, Rating, Scan, Score, Sign, Talk, TalkPoint,
    Tally,
};
use lesbezoek::exchange::{parse_document, report_text};
use lesbezoek::i18n::text;
use proptest::prelude::*;
use uuid::Uuid;

fn report(lang: Lang, visit: &Observation) -> String {
    report_text(text(lang), &builtin(), visit, None)
}

fn lesson() -> Observation {
    let document = parse_document(include_str!("../fixtures/groep5-rekenen.json")).expect("a sound fixture");
    document.observations.into_iter().next().expect("one visit")
}

/// All that a person wrote stands in the report, in either language.
#[test]
fn a_whole_lesson_is_told_whole() {
    let visit = lesson();
    for lang in [Lang::Nl, Lang::En] {
        let report = report(lang, &visit);
        let talk = &visit.talk;
        let points = talk.strengths.iter().chain(&talk.growth_points).map(|point| &point.text);
        let agreed = talk.agreements.iter().flat_map(|agreement| [&agreement.what, &agreement.who]);
        let notes = visit.ratings.values().map(|rating| &rating.note);
        let about = [&visit.visit.teacher.name, &visit.visit.observer.name, &visit.visit.focus];
        let views = [&talk.teacher_view, &talk.observer_view];
        for written in points.chain(agreed).chain(notes).chain(about).chain(views) {
            for line in written.lines() {
                assert!(report.contains(line.trim()), "{lang:?}: {line}\n{report}");
            }
        }
        // Linked or not: every line that was noted is there.
        for line in &visit.log {
            assert!(report.contains(&line.text), "{lang:?}: {}", line.text);
        }
        for indicator in builtin().indicators() {
            assert!(report.contains(indicator.text.get(lang)), "{lang:?}: {}", indicator.id);
        }
    }
}

#[test]
fn the_words_are_those_of_the_language() {
    let mut visit = draft();
    let score = Score::try_from(3).expect("a score");
    visit.ratings.entry("D1".parse().expect("an id")).or_default().answer = Some(Answer::Score(score));
    visit.ratings.entry("D2".parse().expect("an id")).or_default().answer = Some(Answer::NotObserved);
    let agreement =
        Agreement { id: AgreementId(Uuid::nil()), what: "Wisbordjes".into(), who: "Noor".into(), when: None };
    visit.talk.agreements.push(Agreement { when: Some(visit.visit.date), ..agreement });
    let dutch = report(Lang::Nl, &visit);
    let english = report(Lang::En, &visit);
    for (words, report) in [
        (["VERSLAG VAN EEN LESBEZOEK", "Datum: 23-11-2026", "Niet gezien", "Afspraken:"], &dutch),
        (["REPORT OF A LESSON VISIT", "Date: 23-11-2026", "Not observed", "Agreements:"], &english),
    ] {
        for word in words {
            assert!(report.contains(word), "{word}\n{report}");
        }
        assert!(report.contains("  • Wisbordjes (Noor, 23-11-2026)"), "{report}");
    }
    // Seen, not seen and not scored are three things.
    assert!(dutch.contains("\n  3 (meer sterk dan zwak)\n"), "{dutch}");
    assert!(dutch.contains("Niet gescoord: D3, D4, D5, D6, D7, D8"), "{dutch}");
    // What was not filled in leaves no label behind.
    for absent in ["Leraar", "Kijkvraag", "Sterke punten", "Notitie", "REGELS ZONDER"] {
        assert!(!dutch.contains(absent), "{absent}\n{dutch}");
    }
}

#[test]
fn a_visit_without_a_talk_has_no_heading_for_it() {
    assert!(!report(Lang::Nl, &draft()).contains("GESPREK"));
    assert!(report(Lang::Nl, &lesson()).contains("\nGESPREK\n"));
}

#[test]
fn the_talk_is_told_in_its_order_and_what_was_told_apart_from_what_was_seen() {
    let mut visit = draft();
    let at = header().exported_at;
    let agreement = |n, what: &str| Agreement {
        id: AgreementId(Uuid::from_u128(n)),
        what: what.to_owned(),
        who: "Noor".to_owned(),
        when: Some(visit.visit.date),
    };
    visit.talk = Talk {
        follows: None,
        follow_ups: vec![FollowUp {
            agreement: agreement(1, "Hulpronde"),
            visit: visit.id,
            agreed_on: visit.visit.date,
            outcome: Some(Outcome::Partly),
            note: "Twee keer per week.".to_owned(),
        }],
        teacher_view: "Ik ging te snel.".to_owned(),
        around: AroundLesson { preparing: "De toets van M5.".to_owned(), evaluating: String::new() },
        observer_view: "Veel denktijd.".to_owned(),
        scores_shown: Some(at),
        strengths: vec![TalkPoint {
            id: PointId(Uuid::nil()),
            text: "Wisbordjes".to_owned(),
            indicator: Some("I6".parse().expect("an id")),
        }],
        growth_points: Vec::new(),
        agreements: vec![agreement(2, "Timer")],
        in_growth: None,
        answer: "Ja.".to_owned(),
        confirmed: Confirmed { teacher: Some(at), observer: None },
    };
    let report = report(Lang::Nl, &visit);
    let talk = report.split_once("\nGESPREK\n\n").expect("a talk").1;
    let expected = "Hoe kijkt de leraar zelf terug?\n  Ik ging te snel.\n
Afspraken van de vorige keer:\n  • Hulpronde\n    Afgesproken op 23-11-2026: Noor, 23-11-2026\n    Deels gelukt\n    Twee keer per week.\n
Rond de les (verteld, niet gezien):\n  • Hoe zijn resultaten gebruikt bij het voorbereiden?\n    De toets van M5.\n
Wat heeft de observator gezien?\n  Veel denktijd.\n
Scores samen bekeken: 23-11-2026, 12.00\n
Sterke punten:\n  • Wisbordjes (I6)\n
Afspraken:\n  • Timer (Noor, 23-11-2026)\n
Wat is het antwoord op de vraag?\n  Ja.\n
Klopt zo: leraar (23-11-2026, 12.00)\n";
    assert_eq!(talk, expected);
}

#[test]
fn the_course_of_the_lesson_is_told_in_words() {
    let mut visit = draft();
    let at = |minute| header().exported_at + chrono::TimeDelta::minutes(minute);
    visit.visit.started_at = Some(at(0));
    visit.visit.ended_at = Some(at(45));
    visit.phases = vec![PhaseStart::new(Phase::Instruction, at(0)), PhaseStart::new(Phase::Rounds, at(20))];
    let tally = |counter: &str, minute| Tally { counter: counter.to_owned(), at: at(minute) };
    visit.tallies = vec![tally("turn", 3), tally("turn", 9), tally("bordwerk", 21)];
    visit.scans = vec![Scan::new(at(30), 21, 24)];
    let dutch = report(Lang::Nl, &visit);
    let expected = "VERLOOP VAN DE LES\n\n1. Instructie: 12.00 – 12.20 (20 min)\n  Beurt 2\n";
    assert!(dutch.contains(expected), "{dutch}");
    for said in [
        "(25 min)\n  bordwerk 1 · 21 van 24 om 12.30\n",
        "Eigen tellers: bordwerk 1",
        "Taakscan: 21 van 24 om 12.30",
    ] {
        assert!(dutch.contains(said), "{said}\n{dutch}");
    }
    assert!(report(Lang::En, &visit).contains("COURSE OF THE LESSON"));
    assert!(!report(Lang::Nl, &draft()).contains("VERLOOP"), "nothing was noted");
}

#[test]
fn lines_with_no_indicator_stand_by_domain_and_those_of_an_unscored_one_with_it() {
    let mut visit = draft();
    let line = |n, text: &str, domain: Option<&str>, indicator: Option<&str>| LogLine {
        id: LineId(Uuid::from_u128(n)),
        at: header().exported_at,
        text: text.to_owned(),
        meaning: String::new(),
        domain: domain.map(|id| id.parse().expect("an id")),
        indicator: indicator.map(|id| id.parse().expect("an id")),
        sign: Some(Sign::Minus),
    };
    visit.log = vec![
        line(1, "Deur open", None, None),
        line(2, "Wachten", Some("I"), None),
        line(3, "Nabespreken", Some("I"), Some("I9")),
    ];
    let report = report(Lang::Nl, &visit);
    let loose = "REGELS ZONDER INDICATOR\n\nInstructie:\n  • 12.00 Wachten (ontbreekt)\n\nOverig:\n  • 12.00 Deur open (ontbreekt)\n";
    assert!(report.contains(loose), "{report}");
    assert!(report.contains("  Regels uit het logboek:\n    • 12.00 Nabespreken"), "{report}");
    assert_eq!(report.matches("Nabespreken").count(), 1, "{report}");
}

#[test]
fn what_is_not_scored_is_named_the_same_here_as_on_the_check_page() {
    let mut visit = draft();
    // As an import may hold it.
    visit.ratings.insert("D1".parse().expect("an id"), Rating::default());
    visit.ratings.entry("D2".parse().expect("an id")).or_default().note = "later".to_owned();
    let report = report(Lang::Nl, &visit);
    let open = visit.open_points(&builtin(), visit.visit.date);
    let ids = open.iter().find_map(|point| match point {
        OpenPoint::NotScored(_, ids) => {
            Some(ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
        }
        _ => None,
    });
    let ids = ids.expect("a domain");
    assert!(ids.starts_with("D1, D2, D3"));
    assert!(report.contains(&format!("Niet gescoord: {ids}\n")), "{report}");
}

#[test]
fn evidence_stands_in_the_order_of_the_lesson_with_its_time_and_sign() {
    let report = report(Lang::Nl, &lesson());
    let visit = lesson();
    let line = visit.log.iter().find(|line| {
        line.sign == Some(Sign::Plus)
            && visit.ratings.values().any(|rating| rating.evidence.contains(&line.id))
    });
    let line = line.expect("a line as evidence");
    let time = text(Lang::Nl).clock(line.at.time());
    assert!(report.contains(&format!("• {time} {} (werkt)\n", line.text)), "{report}");
}

#[test]
fn what_a_line_means_stands_below_what_was_seen_and_apart_from_it() {
    let mut visit = lesson();
    let id = *visit.ratings.values().find_map(|rating| rating.evidence.first()).expect("evidence");
    let line = visit.log.iter_mut().find(|line| line.id == id).expect("the line");
    line.meaning = " Wie klaar is weet wat te doen.\nDat scheelt wachten. ".to_owned();
    let seen = line.text.clone();
    for (lang, label) in [(Lang::Nl, "Betekenis"), (Lang::En, "Meaning")] {
        let report = report(lang, &visit);
        let after = report.split_once(&seen).expect("what was seen").1;
        let expected =
            format!("\n      {label}: Wie klaar is weet wat te doen.\n      Dat scheelt wachten.\n");
        assert!(
            after.split_once('\n').is_some_and(|(_, next)| format!("\n{next}").starts_with(&expected)),
            "{report}"
        );
    }
}

proptest! {
    /// Whatever was typed: nothing is lost of it, no empty line stands twice in a row where the app put it, no line
    /// ends in spaces.
    #[test]
    fn any_visit_gives_a_tidy_report(visit in observation()) {
        let report = report(Lang::Nl, &visit);
        prop_assert!(report.lines().all(|line| line == line.trim_end()));
        for point in visit.talk.strengths.iter().chain(&visit.talk.growth_points) {
            for line in point.text.trim().lines() {
                prop_assert!(report.contains(line.trim_end()));
            }
        }
    }
}

/// Where both chose to see the scores, her own answers stand beside the observer's: also where only she gave one.
#[test]
fn what_the_teacher_scored_herself_stands_beside_it() {
    let rubric = builtin();
    let [first, second, third] = ["D1", "D2", "D3"].map(|id| id.parse::<IndicatorId>().expect("an id"));
    let scored = |answers: &[(&IndicatorId, u8)]| {
        let mut visit = draft();
        for (id, score) in answers {
            let score = Score::try_from(*score).expect("a score");
            visit.ratings.entry((*id).clone()).or_default().answer = Some(Answer::Score(score));
        }
        visit
    };
    let (seen, mut own) = (scored(&[(&first, 3), (&third, 1)]), scored(&[(&first, 2), (&second, 4)]));
    own.ratings.entry(first.clone()).or_default().note = "Ik twijfelde.".into();
    let report = report_text(text(Lang::Nl), &rubric, &seen, Some(&own));
    let of = |id: &IndicatorId| {
        let title = format!("{id} {}", rubric.indicator(id).expect("an indicator").text.get(Lang::Nl));
        let (_, after) = report.split_once(&title).expect("it is there");
        after.split("\n\n").next().expect("its part").to_owned()
    };
    let score = |score| rubric.score_text(Score::try_from(score).expect("a score"), Lang::Nl);
    let told = format!("{}\n  De leraar zelf: {}\n  In eigen woorden: Ik twijfelde.", score(3), score(2));
    assert!(of(&first).contains(&told), "{report}");
    assert!(of(&second).contains(&format!("Niet gescoord\n  De leraar zelf: {}", score(4))), "{report}");
    assert!(!of(&third).contains("De leraar zelf"), "{report}");
}
