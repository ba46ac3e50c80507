//! Addresses: typed routes in the hash of the URL, so that any static host serves deep links.

use std::fmt;
use std::str::FromStr;

use crate::domain::{DraftId, GoalId, ObservationId, Step};

/// The name of a step in the address.
fn slug(step: Step) -> &'static str {
    match step {
        Step::Prepare => "voorbereiden",
        Step::Watch => "kijken",
        Step::Score => "scoren",
        Step::Talk => "gesprek",
        Step::Check => "controle",
    }
}

/// The name of [`Route::Compare`] in the address.
const COMPARE: &str = "naast-elkaar";
/// The name of [`Route::OwnView`] in the address.
const OWN_VIEW: &str = "eigen-les";

/// The name of [`Route::Plan`] in the address.
const PLAN: &str = "plan";
/// The name of [`Route::Rubrics`] in the address.
const RUBRICS: &str = "kijkwijzers";

/// Where the user is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// The list of visits.
    Home,
    /// Makes a visit and goes on to it; the shortcut of the installed app.
    NewVisit,
    /// A screen of a visit.
    Visit(ObservationId, Step),
    /// A visit beside another one to the same lesson.
    Compare(ObservationId),
    /// The teacher rates her own lesson, on a tablet that was handed to her.
    OwnView(ObservationId),
    /// Export, import and storage.
    Data,
    /// All that is kept about one teacher.
    Access,
    /// The people of the school.
    Team,
    /// Who visited whom.
    Coverage,
    /// The action plan of the school.
    Plan,
    /// The plan with this goal, which is open.
    Goal(GoalId),
    /// What the lessons of a year show of the team.
    Insight,
    /// What one teacher agreed to show of hers.
    Growth,
    /// The rubrics of the school.
    Rubrics,
    /// A rubric in the making.
    Draft(DraftId),
    /// The rubric on paper.
    Form,
    /// An address that means nothing.
    Unknown,
}

impl Route {
    /// Reads the part of the address behind `#`. Never fails: what it does not know is [`Route::Unknown`].
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let mut parts = hash.split('/').filter(|part| !part.is_empty());
        // Behind the step a place on the screen may stand, which makes it no other screen.
        match (parts.next(), parts.next(), parts.next(), parts.nth(1)) {
            (None, ..) => Self::Home,
            (Some("nieuw"), None, ..) => Self::NewVisit,
            (Some("gegevens"), None, ..) => Self::Data,
            (Some("gegevens"), Some("inzage"), None, ..) => Self::Access,
            (Some("formulier"), None, ..) => Self::Form,
            (Some("bezoek"), Some(id), Some(COMPARE), None) => {
                ObservationId::from_str(id).map_or(Self::Unknown, Self::Compare)
            }
            (Some("bezoek"), Some(id), Some(OWN_VIEW), None) => {
                ObservationId::from_str(id).map_or(Self::Unknown, Self::OwnView)
            }
            (Some("team"), None, ..) => Self::Team,
            (Some("team"), Some("dekking"), None, ..) => Self::Coverage,
            (Some(PLAN), None, ..) => Self::Plan,
            (Some(PLAN), Some(id), None, None) => GoalId::from_str(id).map_or(Self::Unknown, Self::Goal),
            (Some("inzicht"), None, ..) => Self::Insight,
            (Some("inzicht"), Some("groei"), None, ..) => Self::Growth,
            (Some(RUBRICS), None, ..) => Self::Rubrics,
            (Some(RUBRICS), Some(id), None, None) => DraftId::from_str(id).map_or(Self::Unknown, Self::Draft),
            (Some("bezoek"), Some(id), step, None) => {
                let step = step.map_or(Some(Step::Prepare), |name| {
                    Step::ALL.into_iter().find(|step| slug(*step) == name)
                });
                match (ObservationId::from_str(id), step) {
                    (Ok(id), Some(step)) => Self::Visit(id, step),
                    _ => Self::Unknown,
                }
            }
            _ => Self::Unknown,
        }
    }

    /// Whether the tablet was handed to a teacher: nothing leads on from here to what others keep on it.
    #[must_use]
    pub fn is_own_view(self) -> bool {
        matches!(self, Self::OwnView(_))
    }

    /// The address for a link: `#/…`.
    #[must_use]
    pub fn href(self) -> String {
        format!("#{self}")
    }

    /// The address for a link to the element with the id `place` on this screen.
    #[must_use]
    pub fn href_to(self, place: &str) -> String {
        format!("#{self}/{place}")
    }

    /// The place on the screen that the part of the address behind `#` names.
    #[must_use]
    pub fn place(hash: &str) -> Option<String> {
        match Self::parse(hash) {
            Self::Goal(id) => Some(place_of_goal(id)),
            _ => hash.split('/').filter(|part| !part.is_empty()).nth(3).map(str::to_owned),
        }
    }
}

/// The id of a goal on the screen of the plan.
#[must_use]
pub fn place_of_goal(id: GoalId) -> String {
    format!("goal-{id}")
}

/// The part of the address behind `#`.
impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home | Self::Unknown => f.write_str("/"),
            Self::NewVisit => f.write_str("/nieuw"),
            Self::Visit(id, step) => write!(f, "/bezoek/{id}/{}", slug(*step)),
            Self::Compare(id) => write!(f, "/bezoek/{id}/{COMPARE}"),
            Self::OwnView(id) => write!(f, "/bezoek/{id}/{OWN_VIEW}"),
            Self::Data => f.write_str("/gegevens"),
            Self::Access => f.write_str("/gegevens/inzage"),
            Self::Form => f.write_str("/formulier"),
            Self::Team => f.write_str("/team"),
            Self::Coverage => f.write_str("/team/dekking"),
            Self::Plan => write!(f, "/{PLAN}"),
            Self::Goal(id) => write!(f, "/{PLAN}/{id}"),
            Self::Insight => f.write_str("/inzicht"),
            Self::Growth => f.write_str("/inzicht/groei"),
            Self::Rubrics => write!(f, "/{RUBRICS}"),
            Self::Draft(id) => write!(f, "/{RUBRICS}/{id}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::uuid_v7;

    #[test]
    fn every_route_reads_its_own_address() {
        let id = ObservationId(uuid_v7(1_763_884_800_000, [7; 10]));
        let visits = Step::ALL.map(|step| Route::Visit(id, step));
        let others = [
            Route::Home,
            Route::NewVisit,
            Route::Data,
            Route::Access,
            Route::Form,
            Route::Compare(id),
            Route::OwnView(id),
            Route::Team,
            Route::Coverage,
            Route::Plan,
            Route::Goal(GoalId(uuid_v7(5, [7; 10]))),
            Route::Insight,
            Route::Growth,
            Route::Rubrics,
            Route::Draft(DraftId(uuid_v7(5, [7; 10]))),
        ];
        for route in visits.into_iter().chain(others) {
            assert_eq!(Route::parse(&route.to_string()), route);
        }
    }

    #[test]
    fn a_visit_without_a_step_opens_at_the_first() {
        let id = ObservationId(uuid_v7(5, [7; 10]));
        assert_eq!(Route::parse(&format!("/bezoek/{id}")), Route::Visit(id, Step::Prepare));
    }

    #[test]
    fn a_place_on_a_screen_is_read_and_is_no_other_screen() {
        let screen = Route::Visit(ObservationId(uuid_v7(5, [7; 10])), Step::Score);
        let hash = screen.href_to("indicator-D3");
        let hash = hash.trim_start_matches('#');
        assert_eq!((Route::parse(hash), Route::place(hash)), (screen, Some("indicator-D3".to_owned())));
        assert_eq!(Route::place(&screen.to_string()), None);
        assert_eq!(Route::parse(&format!("{hash}/x")), Route::Unknown);
    }

    #[test]
    fn a_broken_address_is_unknown_and_no_panic() {
        for hash in [
            "/bezoek",
            "/bezoek/x/kijken",
            "/gegevens/x",
            "/team/x",
            "/kijkwijzers/x",
            "/plan/x",
            "/<script>",
        ] {
            assert_eq!(Route::parse(hash), Route::Unknown, "{hash}");
        }
    }
}
