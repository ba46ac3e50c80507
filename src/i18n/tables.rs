//! The words of spreadsheets. They come with the worker that makes those (`src/documents.rs`).

mod team;

use super::insight::insight_text;
use super::plan::{WordsOfPlan, plan_text};
use super::rights::record_text;
use super::text::{Text, texts};
use super::{en, nl};
use crate::domain::{Lang, Rubric, Score, Sign, VisitKind};
use crate::exchange::{Column, PlanWords, Purpose, Sheet, TableWords};

texts!(
    /// Names of tables, and titles of their columns that no screen has.
    TablesText {
        visits, ratings, log, agreements, goals, activities, checks, team,
        visit, begin, end, completed, scored, of, id, domain, score, look_fors, note, time, seen, sign, year, goal, point, answer, yes, remark, together,
    }
);

const NL: TablesText = TablesText {
    visits: "Bezoeken",
    ratings: "Scores",
    log: "Logboek",
    agreements: "Afspraken",
    goals: "Doelen",
    activities: "Activiteiten",
    checks: "Voorwaarden en succes",
    team: "Team",
    visit: "Bezoek",
    begin: "Begin",
    end: "Einde",
    completed: "Afgerond",
    scored: "Gescoord",
    of: "Van",
    id: "Kenmerk",
    domain: "Domein",
    score: "Score",
    look_fors: "Kijkpunten gezien",
    note: "Notitie",
    time: "Tijd",
    seen: "Gezien",
    sign: "Plus of min",
    year: "Schooljaar",
    goal: "Doel",
    point: "Punt",
    answer: "Antwoord",
    yes: "ja",
    remark: "Opmerking",
    together: "Alle indicatoren samen",
};

const EN: TablesText = TablesText {
    visits: "Visits",
    ratings: "Ratings",
    log: "Log",
    agreements: "Agreements",
    goals: "Goals",
    activities: "Activities",
    checks: "Conditions and success",
    team: "Team",
    visit: "Visit",
    begin: "Begin",
    end: "End",
    completed: "Completed",
    scored: "Scored",
    of: "Of",
    id: "Id",
    domain: "Domain",
    score: "Score",
    look_fors: "Look-fors seen",
    note: "Note",
    time: "Time",
    seen: "Seen",
    sign: "Plus or minus",
    year: "School year",
    goal: "Goal",
    point: "Point",
    answer: "Answer",
    yes: "yes",
    remark: "Remark",
    together: "All indicators together",
};

/// The words of spreadsheets in one language.
pub struct WordsOfTables<'a> {
    tables: &'static TablesText,
    text: &'static Text,
    plan: WordsOfPlan<'a>,
}

impl<'a> WordsOfTables<'a> {
    /// `rubric` names the indicators of a plan.
    #[must_use]
    pub fn new(lang: Lang, rubric: &'a Rubric) -> Self {
        let (tables, text) = match lang {
            Lang::Nl => (&NL, &nl::NL),
            Lang::En => (&EN, &en::EN),
        };
        Self { tables, text, plan: WordsOfPlan { text: plan_text(lang), rubric, lang } }
    }
}

impl TableWords for WordsOfTables<'_> {
    fn plan(&self) -> &dyn PlanWords {
        &self.plan
    }

    fn lang(&self) -> Lang {
        self.text.lang
    }

    fn sheet(&self, sheet: Sheet) -> &str {
        match sheet {
            Sheet::Visits => self.tables.visits,
            Sheet::Ratings => self.tables.ratings,
            Sheet::Log => self.tables.log,
            Sheet::Agreements => self.tables.agreements,
            Sheet::Goals => self.tables.goals,
            Sheet::Activities => self.tables.activities,
            Sheet::Checks => self.tables.checks,
            Sheet::Team => self.tables.team,
        }
    }

    fn column(&self, column: Column) -> &str {
        let (own, text, plan) = (self.tables, self.text, self.plan.text);
        let chart = &insight_text(self.text.lang).chart;
        match column {
            Column::Visit => own.visit,
            Column::Date => text.prepare().date,
            Column::Begin => own.begin,
            Column::End => own.end,
            Column::Kind => text.prepare().kind,
            Column::Teacher => text.prepare().teacher,
            Column::Observer => text.prepare().observer,
            Column::Group => text.prepare().group,
            Column::Subject => text.prepare().subject,
            Column::Pupils => text.prepare().pupils,
            Column::Completed => own.completed,
            Column::Rubric => text.check().rubric,
            Column::Scored => own.scored,
            Column::NotObserved => text.not_observed,
            Column::Of => own.of,
            Column::Objection => record_text(self.text.lang).objection,
            Column::Id => own.id,
            Column::Domain => own.domain,
            Column::Indicator => text.form().indicator,
            Column::Sentence => plan.activity.text,
            Column::Score => own.score,
            Column::LookFors => own.look_fors,
            Column::Note => own.note,
            Column::Time => own.time,
            Column::Seen => own.seen,
            Column::Meaning => text.watch().meaning_short,
            Column::Sign => own.sign,
            Column::What => text.talk().what,
            Column::Who => text.talk().who,
            Column::When => text.talk().when,
            Column::Year => own.year,
            Column::Goal => own.goal,
            Column::Level => plan.field.level,
            Column::Proofs => plan.proof.title,
            Column::Status => plan.field.status,
            Column::Term => plan.activity.term,
            Column::From => plan.activity.from,
            Column::Until => plan.activity.until,
            Column::Point => own.point,
            Column::Answer => own.answer,
            Column::Field(field) => plan.field(field),
            Column::TimesGiven(score) => times_given(score),
            Column::Mean => chart.mean,
            Column::Visits => chart.visits,
            Column::Teachers => chart.teachers,
            Column::Observers => chart.observers,
            Column::Remark => own.remark,
        }
    }

    fn visit_kind(&self, kind: VisitKind) -> &str {
        self.text.kind(kind)
    }

    fn line_sign(&self, sign: Sign) -> &str {
        self.text.sign(sign)
    }

    fn yes(&self) -> &str {
        self.tables.yes
    }

    fn purpose(&self, purpose: Purpose) -> &str {
        self.text.purpose(purpose)
    }
}

/// Of the points of the longest scale; the same word in both languages.
const TIMES_GIVEN: [&str; Score::HIGHEST as usize] =
    ["Score 1", "Score 2", "Score 3", "Score 4", "Score 5", "Score 6", "Score 7"];

fn times_given(score: Score) -> &'static str {
    let place = usize::from(score.get() - Score::LOWEST);
    TIMES_GIVEN.get(place).copied().unwrap_or_default()
}
