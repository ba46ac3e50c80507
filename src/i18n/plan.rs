//! The texts of the plan of the school. Apart from the others: they come with the part of the program that shows them.
//! The labels of a goal are, in Dutch, the names of the fields of Mijnschoolplan, so that copying takes a minute.

mod en;
mod lessons;
mod nl;
mod words;

use super::text::{SendText, texts};
use crate::domain::Lang;

pub use words::WordsOfPlan;

/// The texts of the plan in one language.
#[must_use]
pub fn plan_text(lang: Lang) -> &'static PlanText {
    match lang {
        Lang::Nl => &nl::PLAN,
        Lang::En => &en::PLAN,
    }
}

/// The texts of the plan.
#[allow(missing_docs, reason = "each names the text; its meaning stands in nl.rs")]
pub struct PlanText {
    pub page: PageText,
    pub goal: GoalText,
    pub field: FieldText,
    pub hint: FieldHint,
    pub level: LevelText,
    pub status: StatusText,
    pub proof: ProofText,
    pub activity: ActivityText,
    pub kind: ActivityKindText,
    pub term: TermText,
    pub check: CheckText,
    pub point: PointText,
    pub out: OutText,
    /// The plan as text.
    pub text: SendText,
    /// The plan as a file.
    pub file: SendText,
}

texts!(
    /// The screen.
    PageText { lead, none, which, vision, vision_hint, deleted, deleted_several, delete, damaged }
    fns { title: fn(&str), begin: fn(&str), unreadable: fn(usize), again: fn(&str, usize) }
);
texts!(
    /// The list of goals.
    GoalText { goals, none, add, untitled, remove, facts, who_and_when, not_chosen }
    fns { numbered: fn(usize, &str), proofs: fn(usize), activities: fn(usize) }
);
texts!(
    /// The texts of a goal, and what is chosen.
    FieldText {
        title, area, desired, norm, target, owner, involved, period, organisation, training, evaluation_how, evaluation_when, costs,
        level, status,
    }
);
texts!(
    /// What helps to fill them in; may be empty.
    FieldHint { title, area, desired, norm, target, owner, period, organisation, training, evaluation_how, costs }
);
texts!(
    /// The levels of the school.
    LevelText { class, specialists, leadership }
);
texts!(
    /// How far a goal is.
    StatusText { planned, ongoing, reached, stopped }
);
texts!(
    /// What proves a goal.
    ProofText { title, lead, indicator, add, measure, look, hidden, remove, none_yet, choose }
    fns { measured: fn(&str), too_few: fn(usize, usize), since: fn(&str), too_few_since: fn(usize, usize), counts: fn(u32, u32, u32), scores: fn(&str, u32), period: fn(&str, &str, &str) }
);
texts!(
    /// What is done for a goal.
    ActivityText { title, add, kind, text, who, term, from, until, backward, remove }
    fns { numbered: fn(usize) }
);
texts!(
    /// Kinds of activity.
    ActivityKindText {
        study_day, workshop, video_coaching, training, self_study, school_guidance, working_group, class_consultation,
        peer_intervision, information_booklet,
    }
);
texts!(
    /// How soon.
    TermText { short, long }
);
texts!(
    /// The two lists.
    CheckText { lead, conditions, marks, yes, partly, no, note, make_goal } fns { answered: fn(usize, usize) }
);
texts!(
    /// The points of the two lists.
    PointText {
        varied_offer, policy, leadership, time, room_to_apply, learning_communities, support, coherent_goals, whole_team, clear_vision,
        exchange, practical_information, offer_for_needs, learning_culture,
    }
);
texts!(
    /// How the plan leaves.
    OutText { title, lead, print, file_lead, bar } fns { text_name: fn(&str), file_name: fn(&str) }
);
