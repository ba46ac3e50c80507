//! A plan as text has the fields of Mijnschoolplan, each where somebody who copies it looks for it.

use crate::common::{builtin, header};
use lesbezoek::domain::{
    Activity, ActivityId, ActivityKind, Baseline, CheckAnswer, CheckPoint, Goal, GoalEdit, GoalField, GoalId,
    Lang, Level, Plan, PlanEdit, PlanId, Proof, SchoolYear, Term,
};
use lesbezoek::exchange::plan_as_text;
use lesbezoek::i18n::{WordsOfPlan, plan_text};
use uuid::Uuid;

fn said(plan: &Plan, lang: Lang) -> String {
    let rubric = builtin();
    plan_as_text(&WordsOfPlan { text: plan_text(lang), rubric: &rubric, lang }, plan)
}

fn plan() -> Plan {
    let now = header().exported_at;
    let day = |text: &str| text.parse().expect("a day");
    let mut plan = Plan::begin(PlanId(Uuid::nil()), SchoolYear(2026), now);
    let id = GoalId(Uuid::nil());
    let activity = Activity {
        kind: Some(ActivityKind::Workshop),
        text: "Modelen in rekenen".to_owned(),
        who: "Noor".to_owned(),
        term: Some(Term::Short),
        from: Some(day("2026-09-01")),
        until: Some(day("2026-12-01")),
        ..Activity::begin(ActivityId(Uuid::nil()))
    };
    let baseline = Baseline {
        text: "De leraar kijkt.".to_owned(),
        taken_on: day("2026-11-26"),
        from: day("2026-09-01"),
        until: day("2026-11-20"),
        observers: 1,
        teachers: 5,
        scores: vec![1, 0, 3, 1],
        not_observed: 2,
    };
    let proof = Proof { indicator: "D1".parse().expect("an id"), baseline: Some(baseline) };
    let texts = GoalField::ALL.iter().map(|field| GoalEdit::Text(*field, format!("<{}>", field.name())));
    let edits = texts.chain([
        GoalEdit::Level(Some(Level::Class)),
        GoalEdit::InsertProof(0, proof),
        GoalEdit::InsertActivity(0, activity),
    ]);
    plan.apply(PlanEdit::InsertGoal(0, Goal::titled(id, "")), now);
    for edit in edits {
        plan.apply(PlanEdit::Goal(id, edit), now).expect("a change");
    }
    plan.apply(PlanEdit::Answer(CheckPoint::Time, Some(CheckAnswer::Partly)), now);
    plan
}

#[test]
fn every_field_stands_in_it_by_its_name_and_in_order() {
    let expected = "\
PLAN VAN AANPAK 2026-2027

DOEL 1: <TITLE>

Verbeterpunt: <title>
Resultaatgebied: <area>
Gewenste situatie: <desired>
Norm (wat een bezoeker dan ziet): <norm>
Streefdoel: <target>
Niveau: Klas
Bewijs:
  • D1 De leraar kijkt.
    7 bezoeken bij 5 leraren, door 1 observator. Score 1: 1×, 2: 0×, 3: 3×, 4: 1×; niet gezien: 2×. Bezoeken van 01-09-2026 tot en met 20-11-2026, geteld op 26-11-2026.
Activiteiten:
  • Workshop: Modelen in rekenen [Kort (dit schooljaar), 01-09-2026 – 01-12-2026, Noor]
Consequenties organisatie: <organisation>
Consequenties scholing: <training>
Betrokkenen: <involved>
Periode: <period>
Eigenaar: <owner>
Evaluatie (hoe): <evaluation_how>
Evaluatie (wanneer): <evaluation_when>
Kosten: <costs>
Stand: Gepland

ZEVEN VOORWAARDEN

Er is tijd om mee te doen: Deels
";
    assert_eq!(said(&plan(), Lang::Nl), expected);
}

#[test]
fn what_is_not_filled_in_leaves_no_label_and_a_goal_without_a_title_is_named() {
    let now = header().exported_at;
    let mut plan = Plan::begin(PlanId(Uuid::nil()), SchoolYear(2026), now);
    assert_eq!(said(&plan, Lang::En), "ACTION PLAN 2026-2027\n\n");
    plan.apply(PlanEdit::InsertGoal(0, Goal::titled(GoalId(Uuid::nil()), "")), now);
    assert_eq!(
        said(&plan, Lang::En),
        "ACTION PLAN 2026-2027\n\nGOAL 1: GOAL WITHOUT A TITLE\n\nProgress: Planned\n"
    );
}

#[test]
fn a_title_of_two_lines_is_a_heading_of_one() {
    let now = header().exported_at;
    let mut plan = Plan::begin(PlanId(Uuid::nil()), SchoolYear(2026), now);
    let goal = Goal::titled(GoalId(Uuid::nil()), "Meer wachttijd\nna elke  vraag");
    plan.apply(PlanEdit::InsertGoal(0, goal), now);
    assert!(said(&plan, Lang::Nl).contains("DOEL 1: MEER WACHTTIJD NA ELKE VRAAG\n"));
}
